/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-repair.h"

#include <string.h>

/**
 * bayan_repair_find_words:
 * @region: of @statement, with words that stand in the clean text instead of those of the source
 *
 * Returns: where those words stand, or those of the source where they were taken back. A space that would end a line is
 *   not written: they end with their line at the latest.
 */
BayanCleanSpan
bayan_repair_find_words (const BayanStatement *statement, const BayanRemovedRegion *region)
{
  gsize length_bytes = strlen (region->restored ? region->text : region->instead);
  guint32 start = MIN (region->at.byte, (guint32) statement->text_length_bytes);
  gsize n_left_bytes = statement->text_length_bytes - start;
  const char *words = statement->text + start;
  const char *line_end = memchr (words, '\n', n_left_bytes);

  if (line_end != NULL)
    n_left_bytes = (gsize) (line_end - words);
  return bayan_clean_span (start, start + (guint32) MIN (length_bytes, n_left_bytes));
}
