/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-health.h"

#include <string.h>

/* Of a hundred letters. */
#define MAX_UNMAPPED 10u
#define MAX_ODD_LATIN 25u
#define MIN_LETTERS 20u
/* Of a hundred words, and how many of them there are at least. */
#define MAX_REVERSED 2u
#define MIN_REVERSED 3u
/* How many letters words have on average at most, of how many words. */
#define MAX_WORD_LENGTH 7u
#define MIN_WORDS 12u

/**
 * bayan_pdf_looks_wrong:
 * @glyphs: (element-type BayanPdfGlyph): of a page
 *
 * A font without a table of what its signs mean, or with a wrong one, gives characters of the private use area or
 * the upper half of Latin-1 for Arabic letters.
 *
 * Returns: whether that is so
 */
gboolean
bayan_pdf_looks_wrong (const GArray *glyphs)
{
  guint n_unmapped = 0, n_odd_latin = 0, n_arabic = 0;

  if (glyphs->len < MIN_LETTERS)
    return FALSE;
  for (guint i = 0; i < glyphs->len; i++)
    {
      gunichar c = g_array_index (glyphs, BayanPdfGlyph, i).character;
      GUnicodeType type = g_unichar_type (c);

      n_unmapped += c == 0xFFFD || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_CONTROL
                    || type == G_UNICODE_UNASSIGNED;
      n_odd_latin += c >= 0x80 && c <= 0xFF;
      n_arabic += g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC;
    }
  return n_unmapped * 100 > glyphs->len * MAX_UNMAPPED
         || (n_arabic == 0 && n_odd_latin * 100 > glyphs->len * MAX_ODD_LATIN);
}

static gboolean
is_arabic (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC && g_unichar_isalpha (c);
}

/**
 * bayan_pdf_reads_wrong:
 *
 * No Arabic word begins with ta marbuta or alef maqsura; words that were written backwards do. And none is very long:
 * words are where there are no spaces.
 *
 * Returns: whether that is so
 */
gboolean
bayan_pdf_reads_wrong (const char *text, gsize length)
{
  guint n_words = 0, n_reversed = 0, n_starts = 0, n_letters = 0;
  gboolean in_word = FALSE;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at), next = g_utf8_get_char (g_utf8_next_char (at));
      gboolean letter = is_arabic (c) || g_unichar_ismark (c);

      if (letter && !in_word && is_arabic (next))
        {
          n_words++;
          n_reversed += c == 0x0629 || c == 0x0649;
        }
      n_starts += letter && !in_word;
      n_letters += is_arabic (c);
      in_word = letter;
    }
  if (n_starts >= MIN_WORDS && n_letters > n_starts * MAX_WORD_LENGTH)
    return TRUE;
  return n_reversed >= MIN_REVERSED && n_reversed * 100 > n_words * MAX_REVERSED;
}
