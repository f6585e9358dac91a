/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-source-view.h"

#include "bayan-ingest.h"

struct _BayanSourceView {
  gatomicrefcount ref_count;
  BayanStatement *statement; /* whose source it is */
  BayanStatement *whole;     /* the same with every region taken back: its text is the source's */
  GArray *segments;          /* of BayanSourceSegment, in order */
};

static BayanSourceState
state_of (const BayanRemovedRegion *region)
{
  if (region->restored)
    return BAYAN_SOURCE_RESTORED;
  return region->instead != NULL ? BAYAN_SOURCE_REPAIRED : BAYAN_SOURCE_LEFT_OUT;
}

/* The first byte behind the character that holds byte @at of the source's text. */
static guint32
end_of_character (const BayanStatement *whole, guint32 at)
{
  for (at++; at < whole->text_length_bytes && (whole->text[at] & 0xC0) == 0x80; at++)
    ;
  return (guint32) MIN (at, whole->text_length_bytes);
}

/* Where the raw bytes of a region are in the source's text. FALSE if they say nothing there. */
static gboolean
find_region (const BayanStatement *whole, BayanRawSpan raw, guint32 *start, guint32 *end)
{
  BayanCleanPos first, last;

  if (raw.start.byte >= raw.end.byte || !bayan_offset_map_to_clean (whole->map, raw.start, &first)
      || !bayan_offset_map_to_clean (whole->map, (BayanRawPos) { raw.end.byte - 1 }, &last))
    return FALSE;
  *start = first.byte;
  *end = end_of_character (whole, last.byte);
  return *start < *end;
}

static void
add_segment (BayanSourceView *self, guint32 start, guint32 end, BayanSourceState state, int region)
{
  BayanSourceSegment segment = { { start }, { end }, state, region };

  if (start < end)
    g_array_append_val (self->segments, segment);
}

static void
find_segments (BayanSourceView *self)
{
  GPtrArray *removed = self->statement->removed;
  guint32 done = 0;

  for (guint i = 0; i < removed->len; i++)
    {
      const BayanRemovedRegion *region = removed->pdata[i];
      guint32 start, end;

      if (!find_region (self->whole, region->raw, &start, &end) || end <= done)
        continue;
      start = MAX (start, done);
      add_segment (self, done, start, BAYAN_SOURCE_KEPT, -1);
      add_segment (self, start, end, state_of (region), (int) i);
      done = end;
    }
  add_segment (self, done, (guint32) self->whole->text_length_bytes, BAYAN_SOURCE_KEPT, -1);
}

/**
 * bayan_source_view_new:
 *
 * Reads the source of @statement again; takes time linear in its size.
 *
 * Returns: (transfer full): the text of its source; NULL with an error of ingest if its bytes are no longer what they
 *   were
 */
BayanSourceView *
bayan_source_view_new (const BayanStatement *statement, GError **error)
{
  g_autofree gboolean *restored = g_new (gboolean, statement->removed->len + 1);
  BayanStatement *whole;
  BayanSourceView *self;

  for (guint i = 0; i < statement->removed->len; i++)
    restored[i] = TRUE;
  whole = bayan_ingest_restore (statement, restored, error);
  if (whole == NULL)
    return NULL;
  self = g_new0 (BayanSourceView, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->statement = bayan_statement_ref ((BayanStatement *) statement);
  self->whole = whole;
  self->segments = g_array_new (FALSE, FALSE, sizeof (BayanSourceSegment));
  find_segments (self);
  return self;
}

static void
read_source (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  BayanSourceView *self = bayan_source_view_new (data, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) bayan_source_view_unref);
  else
    g_task_return_error (task, error);
}

/**
 * bayan_source_view_new_async:
 *
 * Makes it in a thread. Once @cancellable is cancelled the answer is G_IO_ERROR_CANCELLED.
 */
void
bayan_source_view_new_async (BayanStatement *statement, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, bayan_source_view_new_async);
  g_task_set_task_data (task, bayan_statement_ref (statement), (GDestroyNotify) bayan_statement_unref);
  g_task_run_in_thread (task, read_source);
}

BayanSourceView *
bayan_source_view_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

BayanSourceView *
bayan_source_view_ref (BayanSourceView *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_source_view_unref (BayanSourceView *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->segments);
  bayan_statement_unref (self->whole);
  bayan_statement_unref (self->statement);
  g_free (self);
}

/**
 * bayan_source_view_get_statement:
 *
 * Returns: (transfer none): whose source it is
 */
const BayanStatement *
bayan_source_view_get_statement (const BayanSourceView *self)
{
  return self->statement;
}

/**
 * bayan_source_view_get_text:
 * @length_bytes: (out) (optional):
 *
 * Returns: (transfer none): the text of the source in its order, UTF-8, LF only
 */
const char *
bayan_source_view_get_text (const BayanSourceView *self, gsize *length_bytes)
{
  if (length_bytes != NULL)
    *length_bytes = self->whole->text_length_bytes;
  return self->whole->text;
}

guint
bayan_source_view_get_n_segments (const BayanSourceView *self)
{
  return self->segments->len;
}

const BayanSourceSegment *
bayan_source_view_get_segment (const BayanSourceView *self, guint i)
{
  return &g_array_index (self->segments, BayanSourceSegment, i);
}

/**
 * bayan_source_view_find_segment:
 *
 * Returns: (transfer none) (nullable): the segment that holds the byte @at; NULL behind the end
 */
const BayanSourceSegment *
bayan_source_view_find_segment (const BayanSourceView *self, BayanSourcePos at)
{
  guint low = 0, high = self->segments->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (bayan_source_view_get_segment (self, middle)->end.byte <= at.byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->segments->len ? bayan_source_view_get_segment (self, low) : NULL;
}

/**
 * bayan_source_view_to_clean:
 * @clean: (out): the same place in the clean text; for what is not there, the place where it would stand
 *
 * Returns: whether the character at @at is part of the clean text
 */
gboolean
bayan_source_view_to_clean (const BayanSourceView *self, BayanSourcePos at, BayanCleanPos *clean)
{
  const BayanSourceSegment *segment = bayan_source_view_find_segment (self, at);
  BayanRawSpan raw;

  if (segment == NULL)
    {
      clean->byte = (guint32) self->statement->text_length_bytes;
      return FALSE;
    }
  if (segment->state == BAYAN_SOURCE_LEFT_OUT || segment->state == BAYAN_SOURCE_REPAIRED)
    {
      *clean = ((const BayanRemovedRegion *) self->statement->removed->pdata[segment->region])->at;
      return FALSE;
    }
  raw = bayan_offset_map_to_raw (self->whole->map, bayan_clean_span (at.byte, at.byte + 1));
  return bayan_offset_map_to_clean (self->statement->map, raw.start, clean);
}

/**
 * bayan_source_view_from_clean:
 *
 * Returns: where the character at @clean is in the source's text
 */
BayanSourcePos
bayan_source_view_from_clean (const BayanSourceView *self, BayanCleanPos clean)
{
  BayanCleanPos found = { (guint32) self->whole->text_length_bytes };
  BayanRawSpan raw;

  if (clean.byte >= self->statement->text_length_bytes)
    return (BayanSourcePos) { found.byte };
  raw = bayan_offset_map_to_raw (self->statement->map, bayan_clean_span (clean.byte, clean.byte + 1));
  bayan_offset_map_to_clean (self->whole->map, raw.start, &found);
  return (BayanSourcePos) { found.byte };
}
