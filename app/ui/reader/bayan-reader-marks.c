/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-marks.h"

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const BayanReaderMark *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  if (one->end != two->end)
    return one->end > two->end ? -1 : 1;
  return (int) one->type - (int) two->type;
}

static gboolean
marks_touch (const BayanReaderMark *a, const BayanReaderMark *b)
{
  return a->start < b->end && b->start < a->end;
}

/* From the back, so that all that a mark holds has its level already. Of two that cross, the first goes above. */
static void
assign_levels (GArray *marks)
{
  for (guint i = marks->len; i-- > 0;)
    {
      BayanReaderMark *mark = &g_array_index (marks, BayanReaderMark, i);

      for (guint j = i + 1; j < marks->len; j++)
        {
          const BayanReaderMark *other = &g_array_index (marks, BayanReaderMark, j);
          if (other->start >= mark->end)
            break;
          if (marks_touch (mark, other))
            mark->level = MAX (mark->level, other->level + 1);
        }
    }
}

static void
add_part (BayanReaderMarks *self, const BayanMention *mention, guint p, const BayanReaderText *text)
{
  BayanReaderMark mark = { .id = mention->id,
                           .type = mention->type,
                           .status = mention->status,
                           .mention = mention,
                           .is_part = p > 0 };
  BayanCleanSpan part = bayan_mention_get_part (mention, p);

  mark.start = bayan_reader_text_to_buffer (text, part.start);
  mark.end = bayan_reader_text_end_to_buffer (text, part.end);
  if (mark.start < mark.end)
    g_array_append_val (self->marks, mark);
}

static void
add_mark (BayanReaderMarks *self, const BayanMention *mention, const BayanReaderText *text)
{
  for (guint p = 0; p < bayan_mention_get_n_parts (mention); p++)
    add_part (self, mention, p, text);
}

/* The mark that there was of this very mention. Both run through their lists in one order.
 *
 * @next: (inout): where to go on in @before
 * Returns: (nullable) */
static const BayanReaderMark *
find_before (const BayanReaderMarks *before, guint *next, const BayanMention *mention)
{
  const BayanReaderMark *mark = NULL;

  for (; before != NULL && *next < before->marks->len; ++*next)
    {
      mark = &g_array_index (before->marks, BayanReaderMark, *next);
      if (mark->mention == mention || bayan_mention_compare (mark->mention, mention) >= 0)
        break;
    }
  return mark != NULL && mark->mention == mention ? mark : NULL;
}

static void
add_marks (BayanReaderMarks *self, const BayanReaderMarks *before, const BayanReaderText *text)
{
  guint next = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const BayanMention *mention = self->mentions->pdata[i];
      const BayanReaderMark *same = NULL;

      if (mention->status == BAYAN_STATUS_REJECTED)
        continue;
      /* What stands in several parts is made anew: those behind the first are elsewhere in the list. */
      if (mention->more == NULL)
        same = find_before (before, &next, mention);
      if (same == NULL)
        {
          add_mark (self, mention, text);
          continue;
        }
      g_array_append_val (self->marks, *same);
      g_array_index (self->marks, BayanReaderMark, self->marks->len - 1).level = 0;
    }
}

static gboolean
are_in_order (GArray *marks)
{
  for (guint i = 1; i < marks->len; i++)
    if (compare_marks (&g_array_index (marks, BayanReaderMark, i - 1),
                       &g_array_index (marks, BayanReaderMark, i))
        > 0)
      return FALSE;
  return TRUE;
}

/**
 * bayan_reader_marks_renew:
 * @before: (nullable): marks of the same text: those of mentions that are among @mentions stay what they are
 * @mentions: (element-type BayanMention): in order, never changed; rejected ones get no mark
 *
 * Returns: (transfer full): the marks of @mentions in @text
 */
BayanReaderMarks *
bayan_reader_marks_renew (const BayanReaderMarks *before, GPtrArray *mentions, const BayanReaderText *text)
{
  BayanReaderMarks *self = g_new0 (BayanReaderMarks, 1);
  int reach = 0;

  self->marks = g_array_sized_new (FALSE, FALSE, sizeof (BayanReaderMark), mentions->len);
  self->reach = g_array_sized_new (FALSE, FALSE, sizeof (int), mentions->len);
  self->mentions = g_ptr_array_ref (mentions);
  add_marks (self, before, text);
  if (!are_in_order (self->marks))
    g_array_sort (self->marks, compare_marks);
  assign_levels (self->marks);
  for (guint i = 0; i < self->marks->len; i++)
    {
      reach = MAX (reach, g_array_index (self->marks, BayanReaderMark, i).end);
      g_array_append_val (self->reach, reach);
    }
  return self;
}

/* As bayan_reader_marks_renew() where there were none. */
BayanReaderMarks *
bayan_reader_marks_new (GPtrArray *mentions, const BayanReaderText *text)
{
  return bayan_reader_marks_renew (NULL, mentions, text);
}

void
bayan_reader_marks_free (BayanReaderMarks *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->reach);
  g_ptr_array_unref (self->mentions);
  g_free (self);
}

guint
bayan_reader_marks_first (const BayanReaderMarks *self, int start_chars)
{
  guint low = 0, high = self->reach->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->reach, int, middle) <= start_chars)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * bayan_reader_marks_find:
 *
 * Returns: (nullable): the mark of mention @id, of several parts the first
 */
const BayanReaderMark *
bayan_reader_marks_find (const BayanReaderMarks *self, gint64 id)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const BayanReaderMark *mark = &g_array_index (self->marks, BayanReaderMark, i);
      if (mark->id == id)
        return mark;
    }
  return NULL;
}

/* The place in the list where a walk begins: behind or before mention @from; where that has no mark any more (it was
 * rejected), at the first mark from @offset_chars on, or the last before it. */
static int
first_step (const BayanReaderMarks *self, gint64 from, int offset_chars, gboolean forward)
{
  int i;

  for (i = 0; i < (int) self->marks->len; i++)
    if (g_array_index (self->marks, BayanReaderMark, i).id == from)
      return forward ? i + 1 : i - 1;
  for (i = 0; i < (int) self->marks->len; i++)
    if (g_array_index (self->marks, BayanReaderMark, i).start >= offset_chars)
      break;
  return forward ? i : i - 1;
}

/**
 * bayan_reader_marks_step:
 * @from: the mention to go on from; 0 for none
 * @offset_chars: where to go on from if @from has no mark
 * @only_suggested: whether to pass over what is decided
 *
 * Returns: (nullable): the next mark in reading order, outer before inner, or the one before
 */
const BayanReaderMark *
bayan_reader_marks_step (const BayanReaderMarks *self, gint64 from, int offset_chars, gboolean forward,
                         gboolean only_suggested)
{
  for (int i = first_step (self, from, offset_chars, forward); i >= 0 && i < (int) self->marks->len;
       i += forward ? 1 : -1)
    {
      const BayanReaderMark *mark = &g_array_index (self->marks, BayanReaderMark, i);
      if (!mark->is_part && (!only_suggested || mark->status == BAYAN_STATUS_SUGGESTED))
        return mark;
    }
  return NULL;
}
