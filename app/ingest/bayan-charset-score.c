/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-charset-score.h"

#include <string.h>

#include "bayan-charset.h"

typedef struct {
  gsize letters, frequent, marks, impossible, others;
} Tally;

/* The twelve letters that make up three quarters of Arabic prose. */
static gboolean
is_frequent_letter (gunichar c)
{
  static const gunichar FREQUENT[] = { 0x627, 0x644, 0x64A, 0x645, 0x648, 0x62A,
                                       0x631, 0x646, 0x62F, 0x639, 0x629, 0x628 };

  for (guint i = 0; i < G_N_ELEMENTS (FREQUENT); i++)
    if (FREQUENT[i] == c)
      return TRUE;
  return FALSE;
}

static void
tally_letter (Tally *tally, gunichar c)
{
  if (c >= 0x621 && c <= 0x64A)
    {
      tally->letters++;
      tally->frequent += is_frequent_letter (c);
    }
  else if ((c >= 0x64B && c <= 0x652) || c == 0x60C || c == 0x61B || c == 0x61F || c == 0xA0 || c == 0xAB
           || c == 0xBB)
    tally->marks++;
  else if (c == BAYAN_CHARSET_UNDEFINED || (c < 0x250 && g_unichar_isalpha (c)))
    tally->impossible++;
  else
    tally->others++;
}

/**
 * bayan_charset_score_arabic:
 * @table: of 256 code points
 *
 * Looks at what the bytes from 0x80 on become: how many are Arabic letters, and how many of those are among
 * the frequent ones. Bytes the table knows no letter for, and accented Latin letters, speak against it.
 *
 * Returns: up to 1 for Arabic prose; see BAYAN_CHARSET_SCORE_ENOUGH
 */
double
bayan_charset_score_arabic (const gunichar *table, const guint8 *raw, gsize size)
{
  Tally tally = { 0 };
  double telling;

  for (gsize i = 0; i < size; i++)
    if (raw[i] >= 0x80)
      tally_letter (&tally, table[raw[i]]);
  telling = (double) (tally.letters + tally.impossible + tally.others);
  if (tally.letters == 0)
    return 0;
  return 0.5 * (double) tally.letters / telling + 0.5 * MIN (1.0, (double) tally.frequent / (0.7 * telling))
         - 2.0 * (double) tally.impossible / telling;
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
