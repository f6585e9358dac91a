/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-charset-table.h"

#include <unicode/ucnv.h>

/* MacArabic from 0x80 on, which ICU does not have. Facts from Apple's table ARABIC.TXT at the Unicode
 * Consortium. Its second set of ASCII punctuation, which is only written from right to left, is ASCII
 * punctuation here. */
static const guint16 MAC_ARABIC[128] = {
  0x00C4, 0x00A0, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, /* 80 */
  0x00E0, 0x00E2, 0x00E4, 0x06BA, 0x00AB, 0x00E7, 0x00E9, 0x00E8, /* 88 */
  0x00EA, 0x00EB, 0x00ED, 0x2026, 0x00EE, 0x00EF, 0x00F1, 0x00F3, /* 90 */
  0x00BB, 0x00F4, 0x00F6, 0x00F7, 0x00FA, 0x00F9, 0x00FB, 0x00FC, /* 98 */
  0x0020, 0x0021, 0x0022, 0x0023, 0x0024, 0x066A, 0x0026, 0x0027, /* A0 */
  0x0028, 0x0029, 0x002A, 0x002B, 0x060C, 0x002D, 0x002E, 0x002F, /* A8 */
  0x0660, 0x0661, 0x0662, 0x0663, 0x0664, 0x0665, 0x0666, 0x0667, /* B0 */
  0x0668, 0x0669, 0x003A, 0x061B, 0x003C, 0x003D, 0x003E, 0x061F, /* B8 */
  0x274A, 0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627, /* C0 */
  0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E, 0x062F, /* C8 */
  0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x0637, /* D0 */
  0x0638, 0x0639, 0x063A, 0x005B, 0x005C, 0x005D, 0x005E, 0x005F, /* D8 */
  0x0640, 0x0641, 0x0642, 0x0643, 0x0644, 0x0645, 0x0646, 0x0647, /* E0 */
  0x0648, 0x0649, 0x064A, 0x064B, 0x064C, 0x064D, 0x064E, 0x064F, /* E8 */
  0x0650, 0x0651, 0x0652, 0x067E, 0x0679, 0x0686, 0x06D5, 0x06A4, /* F0 */
  0x06AF, 0x0688, 0x0691, 0x007B, 0x007C, 0x007D, 0x0698, 0x06D2, /* F8 */
};

/* What UTF-8 is taken for by mistake, the most frequent first. */
static const char *const THROUGH[] = { "windows-1252", "ISO-8859-1", "windows-1256",
                                       "macintosh",    "ibm-437",    "ibm-850" };

static BayanCharsetReverse reverses[G_N_ELEMENTS (THROUGH)];

static void
load_mac_arabic (gunichar table[256])
{
  for (guint i = 0; i < 256; i++)
    table[i] = i < 128 ? i : MAC_ARABIC[i - 128];
}

/**
 * bayan_charset_table_load:
 * @table: (out): of code points; BAYAN_CHARSET_UNDEFINED for a byte that is no letter
 * @name: a name as mail and web pages give it
 *
 * Returns: FALSE if there is no set of that name, or it is not a single-byte one
 */
gboolean
bayan_charset_table_load (gunichar table[256], const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter;
  gboolean loaded;

  if (g_ascii_strcasecmp (name, "MacArabic") == 0 || g_ascii_strcasecmp (name, "x-mac-arabic") == 0)
    {
      load_mac_arabic (table);
      return TRUE;
    }
  converter = ucnv_open (name, &status);
  loaded = U_SUCCESS (status) && ucnv_getMaxCharSize (converter) == 1;
  if (loaded)
    ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  for (guint i = 0; loaded && i < 256; i++)
    {
      char byte = (char) i;
      UChar unit[4];

      status = U_ZERO_ERROR;
      table[i] = ucnv_toUChars (converter, unit, G_N_ELEMENTS (unit), &byte, 1, &status) == 1
                         && U_SUCCESS (status)
                     ? unit[0]
                     : BAYAN_CHARSET_UNDEFINED;
    }
  if (converter != NULL)
    ucnv_close (converter);
  return loaded;
}

static void
put_reverse (BayanCharsetReverse *self, gunichar letter, guint8 byte)
{
  guint slot = bayan_charset_reverse_slot (letter);

  while (self->letters[slot] != 0)
    slot = (slot + 1) % 512;
  self->letters[slot] = (guint16) letter;
  self->bytes[slot] = byte;
}

/* A bit for each letter that is a byte in one of the sets by which a letter of UTF-8 goes on. */
static guint8 continuing[0x10000 / 8];

static void
load_reverses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (THROUGH); i++)
    {
      gunichar table[256];

      reverses[i].name = THROUGH[i];
      if (!bayan_charset_table_load (table, THROUGH[i]))
        continue;
      /* Programs that know no letter for a byte give it as the control character of that number. */
      for (guint byte = 0x80; byte < 256; byte++)
        {
          gunichar letter = table[byte] > 0xFFFF || table[byte] == 0xFFFD ? byte : table[byte];

          put_reverse (&reverses[i], letter, (guint8) byte);
          if (byte < 0xC0)
            continuing[letter / 8] |= (guint8) (1 << letter % 8);
        }
    }
}

/**
 * bayan_charset_reverse_count:
 *
 * Returns: how many sets there are that UTF-8 is taken for by mistake
 */
guint
bayan_charset_reverse_count (void)
{
  return G_N_ELEMENTS (THROUGH);
}

/**
 * bayan_charset_reverse_get:
 * @index: below bayan_charset_reverse_count(); the more frequent first
 *
 * From any thread.
 *
 * Returns: (transfer none): its table from letters to bytes
 */
const BayanCharsetReverse *
bayan_charset_reverse_get (guint index)
{
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      load_reverses ();
      g_once_init_leave (&loaded, 1);
    }
  return &reverses[index];
}

/**
 * bayan_charset_reverse_find:
 *
 * Returns: (transfer none) (nullable): the table of the set @name
 */
const BayanCharsetReverse *
bayan_charset_reverse_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (THROUGH); i++)
    if (g_ascii_strcasecmp (THROUGH[i], name) == 0)
      return bayan_charset_reverse_get (i);
  return NULL;
}

/**
 * bayan_charset_reverse_get_continuing:
 *
 * Returns: (transfer none): for each letter up to U+FFFF whether it is in any of the sets a byte by which a letter of
 *   UTF-8 goes on (0x80 to 0xBF): a bit, the lowest of a byte first
 */
const guint8 *
bayan_charset_reverse_get_continuing (void)
{
  bayan_charset_reverse_get (0);
  return continuing;
}
