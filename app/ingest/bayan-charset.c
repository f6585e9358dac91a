/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-charset.h"

#include <string.h>
#include <unicode/ucnv.h>

#include "bayan-charset-score.h"
#include "bayan-ingest-error.h"

#define SAMPLE_BYTES (1024u * 1024)
#define DECLARATION_BYTES 4096u

typedef struct {
  guint8 bytes[4];
  guint length;
  BayanEncoding encoding;
  const char *name;
} ByteOrderMark;

/* The longer first: the mark of UTF-32 begins with that of UTF-16. */
static const ByteOrderMark BYTE_ORDER_MARKS[] = {
  { { 0xFF, 0xFE, 0x00, 0x00 }, 4, BAYAN_ENCODING_UTF32_LE, "UTF-32LE" },
  { { 0x00, 0x00, 0xFE, 0xFF }, 4, BAYAN_ENCODING_UTF32_BE, "UTF-32BE" },
  { { 0xEF, 0xBB, 0xBF }, 3, BAYAN_ENCODING_UTF8, "UTF-8" },
  { { 0xFF, 0xFE }, 2, BAYAN_ENCODING_UTF16_LE, "UTF-16LE" },
  { { 0xFE, 0xFF }, 2, BAYAN_ENCODING_UTF16_BE, "UTF-16BE" },
};

static gboolean
take_byte_order_mark (BayanCharset *self, const guint8 *raw, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (BYTE_ORDER_MARKS); i++)
    {
      const ByteOrderMark *mark = &BYTE_ORDER_MARKS[i];

      if (size >= mark->length && memcmp (raw, mark->bytes, mark->length) == 0)
        {
          self->encoding = mark->encoding;
          self->name = mark->name;
          self->bom_bytes = mark->length;
          return TRUE;
        }
    }
  return FALSE;
}

/* Whether the high half of a UTF-16 unit is one that texts in Arabic or Latin letters are made of. */
static gboolean
is_usual_unit (guint8 high, guint8 low)
{
  if (high == 0)
    return low >= 0x20 || low == '\n' || low == '\r' || low == '\t';
  return high == 0x06 || high == 0x20 || high == 0xFB || high == 0xFE;
}

/* How many in a hundred units of two (@step 2) or four bytes look like text, if the high byte is at @high and
 * the low one at @low of each. The block of Arabic or Latin must have been seen: spaces alone say nothing. */
static guint
usual_units_percent (const guint8 *raw, gsize size, guint step, guint high, guint low)
{
  gsize units = MIN (size, 8192) / step, usual = 0, telling = 0;

  for (gsize i = 0; i < units; i++)
    {
      const guint8 *unit = raw + i * step;
      gboolean padded = step == 2 || (unit[low < 2 ? 2 : 0] == 0 && unit[low < 2 ? 3 : 1] == 0);

      usual += padded && is_usual_unit (unit[high], unit[low]);
      telling += padded && (unit[high] == 0 || unit[high] == 0x06);
    }
  return units > 1 && telling * 10 >= units * 6 ? (guint) (usual * 100 / units) : 0;
}

/* UTF-16 and UTF-32 without a byte order mark: in text, every second byte is one of a few. */
static gboolean
guess_wide (BayanCharset *self, const guint8 *raw, gsize size)
{
  static const struct {
    guint step, high, low;
    BayanEncoding encoding;
    const char *name;
  } GUESSES[] = {
    { 4, 1, 0, BAYAN_ENCODING_UTF32_LE, "UTF-32LE" },
    { 4, 2, 3, BAYAN_ENCODING_UTF32_BE, "UTF-32BE" },
    { 2, 1, 0, BAYAN_ENCODING_UTF16_LE, "UTF-16LE" },
    { 2, 0, 1, BAYAN_ENCODING_UTF16_BE, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (GUESSES); i++)
    if (usual_units_percent (raw, size, GUESSES[i].step, GUESSES[i].high, GUESSES[i].low) >= 95)
      {
        self->encoding = GUESSES[i].encoding;
        self->name = GUESSES[i].name;
        return TRUE;
      }
  return FALSE;
}

/* Returns the first byte that is not UTF-8, or @size. NUL bytes are UTF-8, though not to GLib. */
static gsize
first_invalid_utf8 (const guint8 *raw, gsize size, gsize from)
{
  const char *at = (const char *) raw + from, *end = (const char *) raw + size;

  while (at < end && !g_utf8_validate_len (at, (gsize) (end - at), &at) && at < end && *at == '\0')
    at++;
  return (gsize) (at - (const char *) raw);
}

/* Whether bytes that are not all UTF-8 were meant to be, or partly are: two sources glued together. In Arabic
 * in a single-byte set, less than one letter in a hundred happens to look like UTF-8. */
static gboolean
is_damaged_utf8 (const guint8 *raw, gsize size)
{
  gsize good = 0, bad = 0;

  for (gsize i = 0; i < size;)
    {
      gunichar c = raw[i] < 0x80 ? raw[i]
                                 : g_utf8_get_char_validated ((const char *) raw + i, (gssize) (size - i));
      gboolean valid = c < (gunichar) -2;

      good += valid && c >= 0x80;
      bad += !valid;
      i += valid ? (gsize) g_unichar_to_utf8 (c, NULL) : 1;
    }
  return good * 10 > bad;
}

/* Makes @self the single-byte character set @name, a name as mail and web pages give it, as ICU knows it.
 * Returns FALSE if there is none of that name, or it is not a single-byte one. */
static gboolean
load_single_byte (BayanCharset *self, const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (name, &status);
  gboolean loaded = U_SUCCESS (status) && ucnv_getMaxCharSize (converter) == 1;

  if (loaded)
    {
      self->encoding = BAYAN_ENCODING_SINGLE_BYTE;
      self->name = g_intern_string (name);
      ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    }
  for (guint i = 0; loaded && i < 256; i++)
    {
      char byte = (char) i;
      UChar unit[4];

      status = U_ZERO_ERROR;
      self->table[i] = ucnv_toUChars (converter, unit, G_N_ELEMENTS (unit), &byte, 1, &status) == 1
                               && U_SUCCESS (status)
                           ? unit[0]
                           : BAYAN_CHARSET_UNDEFINED;
    }
  if (converter != NULL)
    ucnv_close (converter);
  return loaded;
}

/* What browsers take these names to mean, for nobody ever meant the C1 controls. */
static const char *
usual_name (const char *declared)
{
  static const char *const LATIN_1[] = { "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", NULL };

  return g_strv_contains (LATIN_1, declared) ? "windows-1252" : declared;
}

/* Returns (transfer full) (nullable): the character set that a web page declares, in lower case. */
static char *
find_declaration (const guint8 *raw, gsize size)
{
  g_autofree char *head = g_ascii_strdown ((const char *) raw, (gssize) MIN (size, DECLARATION_BYTES));
  gsize length = MIN (size, DECLARATION_BYTES);
  const char *meta = g_strstr_len (head, (gssize) length, "<meta");
  const char *at;

  if (meta == NULL)
    return NULL;
  at = g_strstr_len (meta, (gssize) (length - (gsize) (meta - head)), "charset");
  if (at == NULL)
    return NULL;
  at += strlen ("charset");
  at += strspn (at, " \t\r\n=\"'");
  return g_strndup (at, strcspn (at, " \t\r\n\"'/>;"));
}

/* The bytes are in a single-byte set: the likelier of the two Arabic ones, else what the page declares, else
 * Latin. */
static gboolean
choose_single_byte (BayanCharset *self, const guint8 *raw, gsize size)
{
  g_autofree char *declared = find_declaration (raw, size);
  BayanCharset iso;
  gsize sample = MIN (size, SAMPLE_BYTES);
  double windows_score, iso_score;
  const char *latin;

  if (!load_single_byte (self, "windows-1256") || !load_single_byte (&iso, "iso-8859-6"))
    return FALSE;
  windows_score = bayan_charset_score_arabic (self->table, raw, sample);
  iso_score = bayan_charset_score_arabic (iso.table, raw, sample);
  if (MAX (windows_score, iso_score) >= BAYAN_CHARSET_SCORE_ENOUGH)
    {
      if (iso_score > windows_score)
        memcpy (self->table, iso.table, sizeof iso.table);
      self->name = iso_score > windows_score ? "ISO-8859-6" : "windows-1256";
      return TRUE;
    }
  if (declared != NULL && load_single_byte (self, usual_name (declared))
      && bayan_charset_is_defined (self->table, raw, size))
    return TRUE;
  latin = bayan_charset_is_turkish (raw, sample) ? "windows-1254" : "windows-1252";
  return load_single_byte (self, latin) && bayan_charset_looks_latin (self->table, raw, sample);
}

/**
 * bayan_charset_is_wide:
 *
 * Returns: whether @raw is UTF-16 or UTF-32, in which NUL bytes are nothing strange
 */
gboolean
bayan_charset_is_wide (const guint8 *raw, gsize size)
{
  BayanCharset charset = { BAYAN_ENCODING_UTF8 };

  return take_byte_order_mark (&charset, raw, size) ? charset.encoding != BAYAN_ENCODING_UTF8
                                                    : guess_wide (&charset, raw, size);
}

/**
 * bayan_charset_detect:
 * @raw: the bytes of a text or a web page; not empty
 *
 * A byte order mark is believed and then held to. Without one, bytes that are UTF-8 throughout are UTF-8,
 * whatever a page declares. Bytes that were meant as UTF-8 and are damaged are refused rather than read as
 * something else.
 *
 * Returns: FALSE with BAYAN_INGEST_ERROR_ENCODING, and the byte, if there is no answer to be sure of
 */
gboolean
bayan_charset_detect (BayanCharset *self, const guint8 *raw, gsize size, GError **error)
{
  gsize invalid;

  memset (self, 0, sizeof *self);
  self->encoding = BAYAN_ENCODING_UTF8;
  self->name = "UTF-8";
  if (take_byte_order_mark (self, raw, size) && self->encoding != BAYAN_ENCODING_UTF8)
    return TRUE;
  if (self->bom_bytes == 0 && guess_wide (self, raw, size))
    return TRUE;
  invalid = first_invalid_utf8 (raw, size, self->bom_bytes);
  if (invalid == size)
    return TRUE;
  if (self->bom_bytes == 0 && !is_damaged_utf8 (raw, size) && choose_single_byte (self, raw, size))
    return TRUE;
  return bayan_ingest_refuse (
      error, BAYAN_INGEST_ERROR_ENCODING, invalid, NULL,
      "Not valid UTF-8 at byte %" G_GSIZE_FORMAT ", and in no other known character set", invalid);
}
