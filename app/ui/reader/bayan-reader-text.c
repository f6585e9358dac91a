/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-text.h"

#include <string.h>

#include "bayan-code-points.h"

/* Something of the reader's own in the buffer. */
typedef struct {
  guint32 clean;  /* before this byte of clean text */
  guint32 shown;  /* where it begins in the shown text, bytes */
  guint32 length; /* bytes */
  int region;     /* index of the removed region; -1 for a break */
} Insertion;

struct _BayanReaderText {
  GString *shown;
  GArray *insertions; /* of Insertion, in order */
  BayanCodePoints *index;
  guint32 clean_length;
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

static void
copy_clean (BayanReaderText *self, const BayanStatement *statement, guint32 from, guint32 to)
{
  g_string_append_len (self->shown, statement->text + from, to - from);
}

static void
insert (BayanReaderText *self, guint32 clean, int region, const char *text)
{
  Insertion insertion = { clean, (guint32) self->shown->len, (guint32) strlen (text), region };

  g_string_append (self->shown, text);
  g_array_append_val (self->insertions, insertion);
}

/* Where a paragraph that begins at @from and is too long may be broken: behind the last space, else between two
 * characters. */
static guint32
find_break (const BayanStatement *statement, guint32 from)
{
  const char *start = statement->text + from;
  const char *limit = start + BAYAN_READER_PARAGRAPH_BYTES;
  const char *space = memrchr (start, ' ', BAYAN_READER_PARAGRAPH_BYTES);

  if (space != NULL && space > start)
    return (guint32) (space - statement->text) + 1;
  while ((*limit & 0xC0) == 0x80)
    limit--;
  return (guint32) (limit - statement->text);
}

static void
copy_paragraphs (BayanReaderText *self, const BayanStatement *statement, guint32 from, guint32 to)
{
  while (from < to)
    {
      const char *newline = memchr (statement->text + from, '\n', to - from);
      guint32 end = newline != NULL ? (guint32) (newline - statement->text) + 1 : to;

      while (end - from > BAYAN_READER_PARAGRAPH_BYTES)
        {
          guint32 middle = find_break (statement, from);
          copy_clean (self, statement, from, middle);
          insert (self, middle, -1, "\n");
          from = middle;
        }
      copy_clean (self, statement, from, end);
      from = end;
    }
}

static void
insert_region_line (BayanReaderText *self, guint32 clean, int region, const char *line)
{
  gboolean at_line_start = self->shown->len == 0 || self->shown->str[self->shown->len - 1] == '\n';
  g_autofree char *text = g_strconcat (at_line_start ? "" : "\n", line,
                                       clean < self->clean_length ? "\n" : "", NULL);

  insert (self, clean, region, text);
}

/**
 * bayan_reader_text_new:
 * @line: says what stands for a removed region
 *
 * Returns: (transfer full): what the buffer shall hold for @statement
 */
BayanReaderText *
bayan_reader_text_new (const BayanStatement *statement, BayanReaderLine line, gpointer data)
{
  BayanReaderText *self = g_new0 (BayanReaderText, 1);
  guint32 done = 0;

  self->shown = g_string_sized_new (statement->text_length_bytes + 256);
  self->insertions = g_array_new (FALSE, FALSE, sizeof (Insertion));
  self->clean_length = (guint32) statement->text_length_bytes;
  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = g_ptr_array_index (statement->removed, i);
      guint32 at = MAX (done, paragraph_boundary (statement, region->at.byte));
      g_autofree char *text = line (region, data);

      copy_paragraphs (self, statement, done, at);
      insert_region_line (self, at, (int) i, text);
      done = at;
    }
  copy_paragraphs (self, statement, done, self->clean_length);
  self->index = bayan_code_points_new (self->shown->str, self->shown->len);
  return self;
}

void
bayan_reader_text_free (BayanReaderText *self)
{
  bayan_code_points_free (self->index);
  g_array_unref (self->insertions);
  g_string_free (self->shown, TRUE);
  g_free (self);
}

const char *
bayan_reader_text_get_string (const BayanReaderText *self)
{
  return self->shown->str;
}

/* How many insertions stand before clean byte @clean; those right at it count only where @with_equal. */
static guint
count_insertions (const BayanReaderText *self, guint32 clean, gboolean with_equal)
{
  guint low = 0, high = self->insertions->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      guint32 at = g_array_index (self->insertions, Insertion, middle).clean;
      if (at < clean || (with_equal && at == clean))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static int
shown_offset (const BayanReaderText *self, guint32 clean, guint n_before)
{
  guint32 shown = MIN (clean, self->clean_length);

  if (n_before > 0)
    {
      const Insertion *last = &g_array_index (self->insertions, Insertion, n_before - 1);
      shown = last->shown + last->length + (shown - last->clean);
    }
  return (int) bayan_code_points_from_byte (self->index, shown);
}

/**
 * bayan_reader_text_to_buffer:
 *
 * Returns: the buffer offset, in code points, of the character at @clean
 */
int
bayan_reader_text_to_buffer (const BayanReaderText *self, BayanCleanPos clean)
{
  return shown_offset (self, clean.byte, count_insertions (self, clean.byte, TRUE));
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
  return shown_offset (self, end.byte, count_insertions (self, end.byte, FALSE));
}

/* The last insertion that begins at or before @shown; NULL if none does. */
static const Insertion *
find_insertion (const BayanReaderText *self, guint32 shown)
{
  guint low = 0, high = self->insertions->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->insertions, Insertion, middle).shown <= shown)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &g_array_index (self->insertions, Insertion, low - 1) : NULL;
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
  guint32 shown = bayan_code_points_to_byte (self->index, (guint32) MAX (offset_chars, 0));
  const Insertion *last = find_insertion (self, shown);

  if (last == NULL)
    return (BayanCleanPos) { shown };
  if (shown < last->shown + last->length)
    return (BayanCleanPos) { last->clean };
  return (BayanCleanPos) { last->clean + (shown - last->shown - last->length) };
}

/**
 * bayan_reader_text_find_region:
 *
 * Returns: the index of the removed region whose line holds the character at @offset_chars; -1 for none
 */
int
bayan_reader_text_find_region (const BayanReaderText *self, int offset_chars)
{
  guint32 shown = bayan_code_points_to_byte (self->index, (guint32) MAX (offset_chars, 0));
  const Insertion *last = find_insertion (self, shown);

  if (last == NULL || shown >= last->shown + last->length)
    return -1;
  return last->region;
}

/**
 * bayan_reader_text_get_region_line:
 * @start_chars: (out): where the region's line begins in the buffer
 * @end_chars: (out): where it ends, without its newline
 *
 * Returns: FALSE if there is no such region
 */
gboolean
bayan_reader_text_get_region_line (const BayanReaderText *self, guint region, int *start_chars,
                                   int *end_chars)
{
  for (guint i = 0; i < self->insertions->len; i++)
    {
      const Insertion *at = &g_array_index (self->insertions, Insertion, i);
      const char *text = self->shown->str + at->shown;

      if (at->region != (int) region)
        continue;
      *start_chars = (int) bayan_code_points_from_byte (self->index, at->shown + (text[0] == '\n' ? 1 : 0));
      *end_chars = (int) bayan_code_points_from_byte (
          self->index, at->shown + at->length - (text[at->length - 1] == '\n' ? 1 : 0));
      return TRUE;
    }
  return FALSE;
}
