/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-charset-score.h"

#include <string.h>

#include "bayan-charset-table.h"

/* What a letter is to the count. */
enum { EDGE = 0, STRETCH = 99, MARK, LATIN, ACCENTED, STRANGE };

/* What a vowel mark costs, in eighths of a bit: nearly no text has any. */
#define MARK_COST 6
/* What a letter that is no text beside it costs, in eighths of a bit. */
#define STRANGE_COST 64

static guint
class_of (gunichar c)
{
  if (c >= 0x621 && c <= 0x63A)
    return c - 0x620;
  if (c >= 0x641 && c <= 0x64A)
    return c - 0x641 + 27;
  if (c >= 0x64B && c <= 0x652)
    return MARK;
  if (c == 0x640)
    return STRETCH;
  if (c < 0x80)
    return g_ascii_isalpha ((char) c) ? LATIN : EDGE;
  if (c < 0x180)
    return g_unichar_isalpha (c) ? ACCENTED : c < 0xA0 || c == 0xA4 ? STRANGE : EDGE;
  if ((c >= 0x600 && c < 0x700) || (c >= 0x2010 && c <= 0x203A) || c == 0x20AC)
    return EDGE;
  return STRANGE;
}

/* MacArabic has these a second time, among the letters. */
static gboolean
is_bracket (gunichar c)
{
  return c < 0x80 && strchr ("[\\]^_{|}", (int) c) != NULL;
}

static gboolean
is_arabic (guint class)
{
  return class > EDGE && class < BAYAN_ARABIC_CLASSES;
}

/**
 * bayan_charset_score_arabic:
 * @table: of 256 code points
 *
 * Looks at which letters follow each other. Bytes the table knows no letter for, accented letters that are
 * not beside Latin ones, and Latin letters beside Arabic ones speak against it.
 *
 * Returns: bits a letter; see BAYAN_CHARSET_SCORE_ENOUGH. Far below 0 if there are no Arabic letters
 */
double
bayan_charset_score_arabic (const gunichar *table, const guint8 *raw, gsize size)
{
  guint8 classes[256];
  gint64 sum = 0;
  gsize letters = 0, pairs = 0;
  guint before = EDGE;

  for (guint i = 0; i < 256; i++)
    classes[i] = (guint8) (i >= 0x80 && is_bracket (table[i]) ? STRANGE : class_of (table[i]));
  for (gsize i = 0; i < size; i++)
    {
      guint class = classes[raw[i]];
      gboolean strange = class == STRANGE || class == MARK;
      gboolean telling = is_arabic (class) || is_arabic (before) || strange;

      if (class == STRETCH)
        continue;
      if (class == MARK && before != EDGE)
        {
          sum -= MARK_COST;
          pairs++;
          continue;
        }
      letters += is_arabic (class);
      pairs += telling || (class == ACCENTED && before != LATIN);
      if (strange || (class == ACCENTED && before != LATIN && before != ACCENTED)
          || (telling && (class >= LATIN || before >= LATIN)))
        sum -= STRANGE_COST;
      else if (telling)
        sum += bayan_arabic_bigram (before, class);
      before = strange ? EDGE : class;
    }
  return letters > 0 ? (double) sum / (8.0 * (double) pairs) : -8.0;
}

/**
 * bayan_charset_is_defined:
 *
 * Returns: whether @table has a letter for each byte
 */
gboolean
bayan_charset_is_defined (const gunichar *table, const guint8 *raw, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (table[raw[i]] == BAYAN_CHARSET_UNDEFINED)
      return FALSE;
  return TRUE;
}

/**
 * bayan_charset_is_turkish:
 *
 * Returns: whether @raw has one of the six bytes in which windows-1252 and windows-1254 differ: ğ ı ş are in
 * every Turkish sentence, what stands in their place is only in Icelandic
 */
gboolean
bayan_charset_is_turkish (const guint8 *raw, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (raw[i] == 0xD0 || raw[i] == 0xDD || raw[i] == 0xDE || raw[i] == 0xF0 || raw[i] == 0xFD
        || raw[i] == 0xFE)
      return TRUE;
  return FALSE;
}

/**
 * bayan_charset_looks_latin:
 * @table: of 256 code points
 *
 * Returns: whether the bytes are mostly ASCII letters, and accented letters stand beside other letters, but
 * for the French "à"
 */
gboolean
bayan_charset_looks_latin (const gunichar *table, const guint8 *raw, gsize size)
{
  gsize plain = 0, accented = 0, lonely = 0;

  if (!bayan_charset_is_defined (table, raw, size))
    return FALSE;
  for (gsize i = 0; i < size; i++)
    {
      gboolean letter = raw[i] >= 0x80 && g_unichar_isalpha (table[raw[i]]);
      gboolean before = i > 0 && g_unichar_isalpha (table[raw[i - 1]]);
      gboolean behind = i + 1 < size && g_unichar_isalpha (table[raw[i + 1]]);

      plain += g_ascii_isalpha (raw[i]) != 0;
      accented += letter;
      lonely += letter && !before && !behind && table[raw[i]] != 0xE0 && table[raw[i]] != 0xC0;
    }
  return plain * 2 > size && accented * 4 < plain && lonely * 8 <= accented;
}
