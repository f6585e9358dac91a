/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-blocks.h"

#include <string.h>

/* Where a text may be cut, best first: between paragraphs, lines, sentences, words. */
static const char *const CUTS[] = { "\n\n", "\n", ". ", " " };

/* How far the last @cut in @text reaches; 0 if there is none. */
static gsize
find_last (const char *text, gsize length_bytes, const char *cut)
{
  gsize n = strlen (cut);

  for (gsize end = length_bytes; end >= n; end--)
    if (memcmp (text + end - n, cut, n) == 0)
      return end;
  return 0;
}

/**
 * bayan_block_length:
 * @utf8: what is left of a text
 *
 * Returns: bytes of the next block: all that is left, or at most %BAYAN_BLOCK_BYTES and at least half of them. It
 *   ends behind a paragraph, or else a line, a sentence, a word, a character
 */
gsize
bayan_block_length (const char *utf8, gsize length_bytes)
{
  const gsize half = BAYAN_BLOCK_BYTES / 2;
  gsize end = BAYAN_BLOCK_BYTES;

  if (length_bytes <= BAYAN_BLOCK_BYTES)
    return length_bytes;
  for (guint i = 0; i < G_N_ELEMENTS (CUTS); i++)
    {
      gsize cut = find_last (utf8 + half, BAYAN_BLOCK_BYTES - half, CUTS[i]);

      if (cut > 0)
        return half + cut;
    }
  while (end > half && ((guchar) utf8[end] & 0xC0) == 0x80)
    end--;
  return end;
}
