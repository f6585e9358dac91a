/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-lesson-maker.h"

#include <string.h>

/* So much of a line is read before and behind a decision: what it costs does not grow with the text. */
#define WINDOW_BYTES 2048

static gboolean
continues_letter (char byte)
{
  return ((guint8) byte & 0xc0) == 0x80;
}

/* Returns: the line around @span, or what of it lies near */
BayanWindow
bayan_lesson_maker_find_window (const char *text, gsize length_bytes, BayanCleanSpan span)
{
  guint32 start = span.start.byte, end = span.end.byte;

  while (start > 0 && text[start - 1] != '\n'
         && (span.start.byte - start < WINDOW_BYTES || continues_letter (text[start])))
    start--;
  while (end < length_bytes && text[end] != '\n'
         && (end - span.end.byte < WINDOW_BYTES || continues_letter (text[end])))
    end++;
  return (BayanWindow) { start, end };
}

/* The tokens that [@start, @end) touches. Returns: FALSE if there is none */
gboolean
bayan_lesson_maker_find_tokens (const BayanScan *scan, guint32 start, guint32 end, guint32 *first,
                                guint32 *last)
{
  guint32 i = 0;

  while (i < scan->n_tokens && scan->tokens[i].end <= start)
    i++;
  *first = i;
  while (i < scan->n_tokens && scan->tokens[i].start < end)
    i++;
  *last = i;
  return *first < *last;
}
