/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-charset.h"

#include <string.h>

#include "bayan-charset-score.h"
#include "bayan-ingest-error.h"

#define SAMPLE_BYTES (1024u * 1024)

/* Bits a letter that a declaration is worth, and by which two sets must differ for there to be no doubt. */
#define DECLARED_BONUS 0.5
#define NO_DOUBT 0.7

/* What a few rare words reach that stand alone, and no noise. */
#define UNLIKELY -1.0
#define FEW_WORDS 256u

/* The single-byte sets that Arabic has been written in. Of two that read a text alike the first is taken. */
static const char *const ARABIC_SETS[] = { "windows-1256", "ISO-8859-6", "MacArabic", "DOS-720" };

static const struct {
  const char *name;
  BayanEncoding encoding;
} WIDE_SETS[] = {
  { "UTF-8", BAYAN_ENCODING_UTF8 },        { "UTF-16LE", BAYAN_ENCODING_UTF16_LE },
  { "UTF-16BE", BAYAN_ENCODING_UTF16_BE }, { "UTF-32LE", BAYAN_ENCODING_UTF32_LE },
  { "UTF-32BE", BAYAN_ENCODING_UTF32_BE },
};

/* The letter of UTF-8 at @at: its length in bytes; 0 if it is none. */
static gsize
measure_letter (const guint8 *at, gsize left)
{
  gunichar c = g_utf8_get_char_validated ((const char *) at, (gssize) left);

  return c < (gunichar) -2 ? (gsize) g_unichar_to_utf8 (c, NULL) : 0;
}

/* Whether the eight bytes at @at are ASCII, or four letters of the Arabic block: nearly all are. */
static inline gboolean
are_frequent (const guint8 *at)
{
  guint64 bytes;

  memcpy (&bytes, at, sizeof bytes);
  bytes = GUINT64_FROM_BE (bytes);
  return (bytes & G_GUINT64_CONSTANT (0x8080808080808080)) == 0
         || (bytes & G_GUINT64_CONSTANT (0xFCC0FCC0FCC0FCC0)) == G_GUINT64_CONSTANT (0xD880D880D880D880);
}

/* Returns the first byte that is not UTF-8, or @size. NUL bytes are UTF-8, though not to GLib. */
static gsize
first_invalid_utf8 (const guint8 *raw, gsize size, gsize from)
{
  gsize at = from, length = 1;

  for (; at < size && length > 0; at += length)
    if (size - at >= sizeof (guint64) && are_frequent (raw + at))
      length = sizeof (guint64);
    else if (raw[at] < 0x80)
      length = 1;
    else if (raw[at] >= 0xC2 && raw[at] < 0xE0 && size - at >= 2 && (raw[at + 1] & 0xC0) == 0x80)
      length = 2;
    else
      length = measure_letter (raw + at, size - at);
  return at;
}

/* Whether bytes that are not all UTF-8 were meant to be. In Arabic in a single-byte set, letters that happen to
 * look like UTF-8 are the fewer by far. */
static gboolean
is_damaged_utf8 (const guint8 *raw, gsize size)
{
  gsize good = 0, bad = 0;

  for (gsize i = 0; i < size;)
    {
      gunichar c = raw[i] < 0x80 ? raw[i]
                                 : g_utf8_get_char_validated ((const char *) raw + i, (gssize) (size - i));
      gboolean valid = c < (gunichar) -2;

      if (c == (gunichar) -2)
        break; /* cut short */
      good += valid && c >= 0x80;
      bad += !valid;
      i += valid ? (gsize) g_unichar_to_utf8 (c, NULL) : 1;
    }
  return good > 0 && bad * 2 <= good;
}

/* Makes @self the single-byte character set @name. Returns FALSE if there is none of that name. */
static gboolean
load_single_byte (BayanCharset *self, const char *name)
{
  if (!bayan_charset_table_load (self->table, name))
    return FALSE;
  self->encoding = BAYAN_ENCODING_SINGLE_BYTE;
  self->name = g_intern_string (name);
  return TRUE;
}

/* What browsers take these names to mean, for nobody ever meant the C1 controls. */
static const char *
usual_name (const char *declared)
{
  static const char *const LATIN_1[] = { "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", NULL };

  return g_strv_contains (LATIN_1, declared) ? "windows-1252" : declared;
}

/* Whether two tables read @raw otherwise. */
static gboolean
differ_on (const gunichar *one, const gunichar *other, const guint8 *raw, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (one[raw[i]] != other[raw[i]])
      return TRUE;
  return FALSE;
}

static gboolean
is_same_set (const gunichar *table, const char *name)
{
  gunichar other[256];

  return name != NULL && bayan_charset_table_load (other, name) && memcmp (table, other, sizeof other) == 0;
}

/* The likeliest of the Arabic sets, if it reaches @enough. */
static gboolean
choose_arabic (BayanCharset *self, const char *declared, const guint8 *raw, gsize size, double enough)
{
  gunichar tables[G_N_ELEMENTS (ARABIC_SETS)][256];
  double scores[G_N_ELEMENTS (ARABIC_SETS)];
  guint best = 0, next = G_N_ELEMENTS (ARABIC_SETS);

  for (guint i = 0; i < G_N_ELEMENTS (ARABIC_SETS); i++)
    {
      if (!bayan_charset_table_load (tables[i], ARABIC_SETS[i]))
        return FALSE;
      scores[i] = bayan_charset_score_arabic (tables[i], raw, size);
      if (declared != NULL && is_same_set (tables[i], declared))
        scores[i] += DECLARED_BONUS;
      best = scores[i] > scores[best] ? i : best;
    }
  if (scores[best] < enough)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ARABIC_SETS); i++)
    if (i != best && scores[i] > scores[best] - NO_DOUBT && differ_on (tables[best], tables[i], raw, size)
        && (next == G_N_ELEMENTS (ARABIC_SETS) || scores[i] > scores[next]))
      next = i;
  self->encoding = BAYAN_ENCODING_SINGLE_BYTE;
  self->name = ARABIC_SETS[best];
  self->next_best = next < G_N_ELEMENTS (ARABIC_SETS) ? ARABIC_SETS[next] : NULL;
  memcpy (self->table, tables[best], sizeof tables[best]);
  return TRUE;
}

/* The bytes are in a single-byte set: the likeliest of the Arabic ones, else what the page declares, else
 * Latin; where it is none of these, an Arabic one that is not quite likely: a few rare words. */
static gboolean
choose_single_byte (BayanCharset *self, const guint8 *raw, gsize size)
{
  g_autofree char *declared = bayan_charset_find_declaration (raw, size);
  gsize sample = MIN (size, SAMPLE_BYTES);
  const char *latin;

  if (choose_arabic (self, declared, raw, sample, BAYAN_CHARSET_SCORE_ENOUGH))
    return TRUE;
  if (declared != NULL && load_single_byte (self, usual_name (declared))
      && bayan_charset_is_defined (self->table, raw, size))
    return TRUE;
  latin = bayan_charset_is_turkish (raw, sample) ? "windows-1254" : "windows-1252";
  if (load_single_byte (self, latin) && bayan_charset_looks_latin (self->table, raw, sample))
    return TRUE;
  return size <= FEW_WORDS && choose_arabic (self, declared, raw, sample, UNLIKELY);
}

/**
 * bayan_charset_add_layers:
 * @through: the set that the text was taken for
 * @layers: how often
 *
 * Says that what @self reads is text encoded again, and gives @self a name that says so.
 */
void
bayan_charset_add_layers (BayanCharset *self, const BayanCharsetReverse *through, guint layers)
{
  g_autofree char *name = g_strdup_printf ("%s (%s, %s)", self->name, layers == 1 ? "double" : "triple",
                                           through->name);

  self->through = through;
  self->layers = layers;
  self->name = g_intern_string (name);
}

/* Reads the end of a name like "UTF-8 (double, windows-1252)", from the bracket on. */
static gboolean
load_layers (BayanCharset *self, const char *end)
{
  g_autofree char *set = NULL;
  guint layers = g_str_has_prefix (end, " (double, ") ? 1 : g_str_has_prefix (end, " (triple, ") ? 2 : 0;
  const BayanCharsetReverse *through;

  if (layers == 0 || !g_str_has_suffix (end, ")"))
    return FALSE;
  set = g_strndup (end + strlen (" (double, "), strlen (end) - strlen (" (double, ") - 1);
  through = bayan_charset_reverse_find (set);
  if (through == NULL)
    return FALSE;
  bayan_charset_add_layers (self, through, layers);
  return TRUE;
}

/**
 * bayan_charset_load:
 * @name: as bayan_charset_detect() names a set, or the name of a single-byte set as mail and web pages give
 *   it
 * @raw: what will be read with it: its byte order mark is skipped, if it has the one of that set
 *
 * Returns: FALSE if there is no set of that name
 */
gboolean
bayan_charset_load (BayanCharset *self, const char *name, const guint8 *raw, gsize size)
{
  gsize length = strcspn (name, " ");
  BayanCharset marked = { BAYAN_ENCODING_UTF8 };

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < G_N_ELEMENTS (WIDE_SETS); i++)
    if (strlen (WIDE_SETS[i].name) == length && g_ascii_strncasecmp (WIDE_SETS[i].name, name, length) == 0)
      {
        self->encoding = WIDE_SETS[i].encoding;
        self->name = WIDE_SETS[i].name;
        if (bayan_charset_take_mark (&marked, raw, size) && marked.encoding == self->encoding)
          self->bom_bytes = marked.bom_bytes;
        return name[length] == '\0' || load_layers (self, name + length);
      }
  return load_single_byte (self, name);
}

/**
 * bayan_charset_detect:
 * @raw: the bytes of a text or a web page; not empty
 *
 * A byte order mark is believed and then held to. Without one, bytes that are UTF-8 throughout are UTF-8,
 * whatever a page declares; bytes that were meant as UTF-8 and are damaged are UTF-8 too, rather than read as
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
  if (bayan_charset_take_mark (self, raw, size) && self->encoding != BAYAN_ENCODING_UTF8)
    return bayan_charset_is_sound_wide (self, raw, size)
           || bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_ENCODING, self->bom_bytes, NULL,
                                   "Begins with the mark of %s, but is no text in it", self->name);
  if (self->bom_bytes == 0 && bayan_charset_guess_wide (self, raw, size))
    return TRUE;
  invalid = first_invalid_utf8 (raw, size, self->bom_bytes);
  if (invalid == size || self->bom_bytes > 0 || is_damaged_utf8 (raw, size)
      || choose_single_byte (self, raw, size))
    return TRUE;
  return bayan_ingest_refuse (
      error, BAYAN_INGEST_ERROR_ENCODING, invalid, NULL,
      "Not valid UTF-8 at byte %" G_GSIZE_FORMAT ", and in no other known character set", invalid);
}
