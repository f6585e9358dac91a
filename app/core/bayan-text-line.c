/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-text-line.h"

#define CONTEXT_CHARS 70 /* on each side: what a wide window shows of a line */

/**
 * bayan_text_line_dup:
 *
 * Returns: (transfer full): the text from @start to @end without line breaks
 */
char *
bayan_text_line_dup (const char *start, const char *end)
{
  return g_strdelimit (g_strndup (start, (gsize) (end - start)), "\n\t", ' ');
}

/**
 * bayan_text_line_dup_before:
 * @text: valid UTF-8
 * @at: a place in it
 *
 * Returns: (transfer full): whole words of the same line that stand before it
 */
char *
bayan_text_line_dup_before (const char *text, const char *at)
{
  const char *start = at;

  for (guint i = 0; i < CONTEXT_CHARS && start > text && start[-1] != '\n'; i++)
    start = g_utf8_prev_char (start);
  if (start > text && start[-1] != '\n')
    while (start < at && start[-1] != ' ')
      start = g_utf8_next_char (start);
  return bayan_text_line_dup (start, at);
}

/**
 * bayan_text_line_dup_after:
 * @at: a place in a text of valid UTF-8
 * @text_end: where that ends
 *
 * Returns: (transfer full): whole words of the same line that stand behind it
 */
char *
bayan_text_line_dup_after (const char *at, const char *text_end)
{
  const char *end = at;

  for (guint i = 0; i < CONTEXT_CHARS && end < text_end && *end != '\n'; i++)
    end = g_utf8_next_char (end);
  if (end < text_end && *end != '\n')
    while (end > at && *end != ' ')
      end = g_utf8_prev_char (end);
  return bayan_text_line_dup (at, end);
}
