/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The source of the reading, read in another encoding. */
#include "bayan-desk-private.h"

#include "bayan-ingest.h"
#include "bayan-text-change.h"

/* An act that is under way is answered within a few frames. */
#define WAIT_MS 20

/* What the thread needs and what it makes; nobody else touches it meanwhile. */
typedef struct {
  BayanDesk *desk;
  BayanRecogniserMaker *maker;
  BayanStatement *before;
  BayanSource *source;
  gint64 id;
  guint opening;
  BayanStatement *after;
  BayanRecognition *recognition; /* nullable */
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_object_unref (self->desk);
  bayan_recogniser_maker_unref (self->maker);
  bayan_statement_unref (self->before);
  bayan_source_unref (self->source);
  g_clear_pointer (&self->after, bayan_statement_unref);
  g_clear_pointer (&self->recognition, bayan_recognition_free);
  g_free (self);
}

static gboolean
is_by_analyst (const BayanDetail *detail)
{
  return detail->origin == BAYAN_ORIGIN_ANALYST;
}

/* What the analyst has said of the statement holds in any encoding. */
static void
carry_details (const BayanStatement *before, BayanStatement *after)
{
  for (guint i = 0; i < before->details->len; i++)
    {
      const BayanDetail *detail = before->details->pdata[i];

      if (is_by_analyst (detail))
        bayan_statement_take_detail (after, bayan_detail_new (detail->field, detail->value, detail->origin,
                                                              bayan_clean_span (0, 0), NULL));
    }
}

static void
read_again (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  BayanRecogniserMaker *maker = work->maker; /* entering keeps it alive */
  GError *error = NULL;
  BayanRecogniser *recogniser;

  work->after = bayan_ingest_source (work->source, NULL, NULL, &error);
  if (work->after != NULL)
    {
      carry_details (work->before, work->after);
      recogniser = bayan_recogniser_maker_get (maker, NULL);
      if (recogniser != NULL)
        work->recognition = bayan_recogniser_recognise (recogniser, work->after, NULL);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
  bayan_recogniser_maker_leave (maker);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanDesk) self = data;
  g_autoptr (GError) error = NULL;

  if (!bayan_library_apply_finish (BAYAN_LIBRARY (source), result, &error))
    self->text_is_old = FALSE;
  bayan_desk_end_act (self, error);
}

/* What was decided stays where its bytes are; what was only suggested is suggested anew. */
static GPtrArray *
move_mentions (BayanDesk *self, const Work *work)
{
  GPtrArray *mentions = bayan_text_change_move_mentions (work->before, work->after,
                                                         bayan_reading_get_mentions (self->reading));

  for (guint i = mentions->len; i > 0; i--)
    if (((const BayanMention *) mentions->pdata[i - 1])->status == BAYAN_STATUS_SUGGESTED)
      g_ptr_array_remove_index (mentions, i - 1);
  if (work->recognition != NULL)
    bayan_text_change_add_suggestions (
        work->after,
        bayan_raw_span (0, (guint32) g_bytes_get_size (bayan_statement_get_readable (work->after))),
        work->recognition, mentions);
  return mentions;
}

static void
apply (BayanDesk *self, const Work *work)
{
  g_autoptr (GPtrArray) mentions = move_mentions (self, work);
  BayanEdit *edit = bayan_edit_new ("set-charset", work->after->charset);

  bayan_edit_set_text (edit, work->id, work->after, mentions,
                       work->recognition != NULL ? work->recognition->entities : NULL);
  self->text_is_old = TRUE;
  self->n_acts++;
  bayan_library_apply_async (self->library, edit, NULL, applied_cb, g_object_ref (self));
}

/* With the mentions as they are when no other act is under way. */
static gboolean
settled_cb (gpointer data)
{
  const Work *work = g_task_get_task_data (data);
  BayanDesk *self = work->desk;

  if (work->opening != self->opening || self->reading == NULL || self->text_is_old
      || bayan_reading_get_statement (self->reading) != work->before)
    return G_SOURCE_REMOVE;
  if (self->n_acts > 0)
    return G_SOURCE_CONTINUE;
  apply (self, work);
  return G_SOURCE_REMOVE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanDesk *self = BAYAN_DESK (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    bayan_desk_fail_act (self, error);
  else if (settled_cb (result) == G_SOURCE_CONTINUE)
    g_timeout_add_full (G_PRIORITY_DEFAULT, WAIT_MS, settled_cb, g_object_ref (result), g_object_unref);
}

/**
 * bayan_desk_can_set_charset:
 *
 * Returns: whether the source of the reading is text in some encoding
 */
gboolean
bayan_desk_can_set_charset (BayanDesk *self)
{
  return self->reading != NULL && bayan_reading_get_statement (self->reading)->extract == NULL;
}

/**
 * bayan_desk_set_charset:
 * @charset: what the source of the reading is written in, says the analyst
 *
 * One act: the text read anew, the mentions that were decided on, at their places, and suggestions in the new text.
 * "reading" notifies when it is there.
 */
void
bayan_desk_set_charset (BayanDesk *self, const char *charset)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (!bayan_desk_can_set_charset (self) || self->text_is_old || !bayan_desk_can_change (self))
    return;
  work = g_new0 (Work, 1);
  work->desk = g_object_ref (self);
  work->maker = bayan_recogniser_maker_ref (self->maker);
  work->before = bayan_statement_ref ((BayanStatement *) bayan_reading_get_statement (self->reading));
  work->source = bayan_source_new (work->before->name, work->before->uri);
  work->source->raw = g_bytes_ref (work->before->raw);
  work->source->charset = g_strdup (charset);
  work->id = bayan_reading_get_id (self->reading);
  work->opening = self->opening;
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_source_tag (task, bayan_desk_set_charset);
  g_task_set_task_data (task, work, work_free);
  bayan_recogniser_maker_enter (self->maker);
  g_task_run_in_thread (task, read_again);
}
