/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-span-snap.h"

/* What the thread needs */
typedef struct {
  BayanRecogniserMaker *maker;
  BayanStatement *statement;
  BayanCleanSpan span;
  BayanMentionType type;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  bayan_recogniser_maker_unref (self->maker);
  bayan_statement_unref (self->statement);
  g_free (self);
}

static void
answer (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *self = data;
  g_autoptr (GError) error = NULL;
  BayanRecogniser *recogniser = bayan_recogniser_maker_get (self->maker, &error);

  if (recogniser == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (
        task, bayan_recogniser_explain_absence (recogniser, self->statement, self->span, self->type),
        (GDestroyNotify) g_ptr_array_unref);
  bayan_recogniser_maker_leave (self->maker);
}

/**
 * bayan_desk_explain_absence_async:
 * @span: of the reading's text
 * @type: what it is not suggested to be; BAYAN_MENTION_N_TYPES for anything
 *
 * Asks why nothing is suggested there: what each layer has against it.
 */
void
bayan_desk_explain_absence_async (BayanDesk *self, BayanCleanSpan span, BayanMentionType type,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Question *question;

  g_task_set_source_tag (task, bayan_desk_explain_absence_async);
  if (self->reading == NULL || self->maker == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no statement is open");
      return;
    }
  bayan_span_snap (bayan_reading_get_statement (self->reading), &span);
  question = g_new (Question, 1);
  *question =
      (Question) { bayan_recogniser_maker_ref (self->maker),
                   bayan_statement_ref ((BayanStatement *) bayan_reading_get_statement (self->reading)), span,
                   type };
  g_task_set_task_data (task, question, question_free);
  bayan_recogniser_maker_enter (self->maker);
  g_task_run_in_thread (task, answer);
}

/* Returns: (transfer full) (nullable) (element-type BayanAbsence): the weightiest first */
GPtrArray *
bayan_desk_explain_absence_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
