/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-text.h"

#include <string.h>

#include "bayan-repair.h"
#include "bayan-shown-text.h"

/* Words that cleaning put right, or that stand as they were again. */
typedef struct {
  BayanCleanSpan span;
  int region;
} Repair;

struct _BayanReaderText {
  BayanShownText *shown;
  GArray *repairs; /* of Repair, in order */
};

/* A region's line stands between paragraphs: at the end of the one that the region was cut from. */
static guint32
paragraph_boundary (const BayanStatement *statement, guint32 at)
{
  const char *newline;

  at = MIN (at, statement->text_length_bytes);
  if (at == 0 || statement->text[at - 1] == '\n')
    return at;
  newline = memchr (statement->text + at, '\n', statement->text_length_bytes - at);
  return newline != NULL ? (guint32) (newline - statement->text) + 1 : (guint32) statement->text_length_bytes;
}

static gboolean
has_spoofing (const BayanStatement *statement)
{
  for (guint i = 0; i < statement->doubts->len; i++)
    if (((const BayanDoubt *) statement->doubts->pdata[i])->kind == BAYAN_DOUBT_SPOOFING)
      return TRUE;
  return FALSE;
}

/* What was put right stands in its line already. */
static gboolean
is_repair (const BayanRemovedRegion *region)
{
  return region->instead != NULL;
}

static void
find_repairs (BayanReaderText *self, const BayanStatement *statement)
{
  self->repairs = g_array_new (FALSE, FALSE, sizeof (Repair));
  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = g_ptr_array_index (statement->removed, i);
      Repair repair = { .region = (int) i };

      if (!is_repair (region))
        continue;
      repair.span = bayan_repair_find_words (statement, region);
      g_array_append_val (self->repairs, repair);
    }
}

static void
insert_lines (BayanReaderText *self, const BayanStatement *statement, BayanReaderLine line, gpointer data)
{
  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = g_ptr_array_index (statement->removed, i);
      g_autofree char *text = NULL;

      if (is_repair (region))
        continue;
      text = line (region, data);
      bayan_shown_text_show (self->shown, paragraph_boundary (statement, region->at.byte));
      bayan_shown_text_insert_line (self->shown, text, (int) i);
    }
}

/**
 * bayan_reader_text_new:
 * @line: (nullable): says what stands for a removed region; %NULL where nothing shall
 *
 * Returns: (transfer full): what the buffer shall hold for @statement
 */
BayanReaderText *
bayan_reader_text_new (const BayanStatement *statement, BayanReaderLine line, gpointer data)
{
  BayanReaderText *self = g_new0 (BayanReaderText, 1);

  self->shown = bayan_shown_text_new (statement->text, statement->text_length_bytes,
                                      has_spoofing (statement));
  if (line != NULL)
    insert_lines (self, statement, line, data);
  bayan_shown_text_finish (self->shown);
  find_repairs (self, statement);
  return self;
}

void
bayan_reader_text_free (BayanReaderText *self)
{
  bayan_shown_text_free (self->shown);
  g_array_unref (self->repairs);
  g_free (self);
}

const char *
bayan_reader_text_get_string (const BayanReaderText *self)
{
  return bayan_shown_text_get_string (self->shown);
}

/**
 * bayan_reader_text_to_buffer:
 *
 * Returns: the buffer offset, in code points, of the character at @clean
 */
int
bayan_reader_text_to_buffer (const BayanReaderText *self, BayanCleanPos clean)
{
  return bayan_shown_text_to_buffer (self->shown, clean.byte);
}

/**
 * bayan_reader_text_end_to_buffer:
 * @end: the end of a span
 *
 * Returns: the buffer offset, in code points, right behind the character before @end: the reader's own lines that
 *   stand at @end are not part of the span
 */
int
bayan_reader_text_end_to_buffer (const BayanReaderText *self, BayanCleanPos end)
{
  return bayan_shown_text_end_to_buffer (self->shown, end.byte);
}

/**
 * bayan_reader_text_to_clean:
 * @offset_chars: a buffer offset in code points
 *
 * Returns: the place in clean text; for an offset in a line of the reader's own, the place where that line stands
 */
BayanCleanPos
bayan_reader_text_to_clean (const BayanReaderText *self, int offset_chars)
{
  return (BayanCleanPos) { bayan_shown_text_from_buffer (self->shown, offset_chars) };
}

/**
 * bayan_reader_text_find_region:
 *
 * Returns: the index of the removed region whose line holds the character at @offset_chars; -1 for none
 */
int
bayan_reader_text_find_region (const BayanReaderText *self, int offset_chars)
{
  return bayan_shown_text_find_line (self->shown, offset_chars);
}

/**
 * bayan_reader_text_get_region_line:
 * @start_chars: (out): where the region's line begins in the buffer
 * @end_chars: (out): where it ends, without its newline
 *
 * Returns: FALSE if there is no such region, or no line for it
 */
gboolean
bayan_reader_text_get_region_line (const BayanReaderText *self, guint region, int *start_chars,
                                   int *end_chars)
{
  return bayan_shown_text_get_line (self->shown, (int) region, start_chars, end_chars);
}

/**
 * bayan_reader_text_find_repair:
 *
 * Returns: the index of the region whose words, put right, hold the character at @offset_chars; -1 for none
 */
int
bayan_reader_text_find_repair (const BayanReaderText *self, int offset_chars)
{
  guint32 at = bayan_reader_text_to_clean (self, offset_chars).byte;
  guint low = 0, high = self->repairs->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Repair *repair = &g_array_index (self->repairs, Repair, middle);
      if (at >= repair->span.start.byte && at < repair->span.end.byte)
        return repair->region;
      if (repair->span.end.byte <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

guint
bayan_reader_text_get_n_repairs (const BayanReaderText *self)
{
  return self->repairs->len;
}

/**
 * bayan_reader_text_get_repair:
 * @start_chars: (out): where repair @i begins in the buffer
 * @end_chars: (out): behind its last character
 */
void
bayan_reader_text_get_repair (const BayanReaderText *self, guint i, int *start_chars, int *end_chars)
{
  const Repair *repair = &g_array_index (self->repairs, Repair, i);

  *start_chars = bayan_reader_text_to_buffer (self, repair->span.start);
  *end_chars = bayan_reader_text_end_to_buffer (self, repair->span.end);
}
