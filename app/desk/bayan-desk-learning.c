/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-follow-up.h"

/* Kept with the library: "off" where nothing is to be learned */
#define LEARNING "learning"

static BayanRecogniser *
get_recogniser (BayanDesk *self)
{
  return self->maker != NULL ? bayan_recogniser_maker_get (self->maker, NULL) : NULL;
}

static BayanLearner *
get_learner (BayanDesk *self)
{
  BayanRecogniser *recogniser = get_recogniser (self);

  return recogniser != NULL ? bayan_recogniser_get_learner (recogniser) : NULL;
}

/* @lessons: (element-type BayanLesson): what the library that has been opened teaches */
void
bayan_desk_take_lessons (BayanDesk *self, GPtrArray *lessons)
{
  BayanLearner *learner = get_learner (self);

  if (learner == NULL)
    return;
  bayan_learner_set_enabled (learner, bayan_desk_get_learning (self));
  for (guint i = 0; i < lessons->len; i++)
    {
      const BayanLesson *lesson = lessons->pdata[i];

      bayan_learner_set_lesson (learner, lesson->mention, lesson->type, lesson);
    }
}

/* @changes: (element-type BayanLessonChange): by an act, its undo or redo */
void
bayan_desk_change_lessons (BayanDesk *self, GPtrArray *changes)
{
  BayanLearner *learner = changes->len > 0 ? get_learner (self) : NULL;

  for (guint i = 0; learner != NULL && i < changes->len; i++)
    {
      const BayanLessonChange *change = changes->pdata[i];

      bayan_learner_set_lesson (learner, change->mention, change->type, change->lesson);
    }
  self->names_serial += changes->len > 0;
}

/* What was decided before is another thing now, or it was taken back. */
void
bayan_desk_stop_following (BayanDesk *self)
{
  if (self->follow_up != NULL)
    g_cancellable_cancel (self->follow_up);
  g_clear_object (&self->follow_up);
  g_clear_pointer (&self->to_follow, g_ptr_array_unref);
  self->follows_names = FALSE;
}

/* Once it is cancelled there may be no desk any more. What cannot be written now is suggested when a statement is read in
 * again: it is not worth a word.
 *
 * Returns: (transfer full) (nullable): NULL where it is too late for it, or there is none */
static BayanEdit *
take_suggested (BayanDesk *self, GAsyncResult *result)
{
  g_autoptr (BayanEdit) edit = bayan_follow_up_run_finish (result, NULL);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return NULL;
  g_clear_object (&self->follow_up);
  return self->n_acts == 0 ? g_steal_pointer (&edit) : NULL;
}

static void
extended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanDesk) self = data;
  g_autoptr (GError) error = NULL;

  if (!bayan_library_extend_finish (BAYAN_LIBRARY (source), result, &error))
    g_debug ("what follows from an act: %s", error->message);
  bayan_desk_end_act (self, NULL);
  if (self->n_acts == 0)
    bayan_desk_follow_up (self);
}

/* It is a part of an act, and under way like one: another text would take mentions away that it has just brought. */
static void
followed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanDesk *self = data;
  g_autoptr (BayanEdit) edit = take_suggested (self, result);

  if (edit == NULL || bayan_edit_is_empty (edit))
    return;
  self->n_acts++;
  bayan_library_extend_async (self->library, g_steal_pointer (&edit), NULL, extended_cb, g_object_ref (self));
}

/* The library has kept an act, and what it teaches is learned: now what follows from it. It becomes a part of the act, so
 * that both are undone as one. */
void
bayan_desk_follow_up (BayanDesk *self)
{
  g_autoptr (GPtrArray) surfaces = NULL;

  /* A long list is not learned yet: called again then. */
  if (self->names_source != 0 || self->n_acts > 0)
    return;
  surfaces = g_steal_pointer (&self->to_follow);
  bayan_desk_stop_following (self);
  if (surfaces == NULL || self->undo == NULL || self->state != BAYAN_DESK_READY)
    return;
  self->follow_up = g_cancellable_new ();
  bayan_follow_up_run_async (self->library, self->maker,
                             bayan_edit_new (self->undo->act, self->undo->subject), surfaces, self->selected,
                             TRUE, self->follow_up, followed_cb, self);
}

/* Where the statement that is open stayed as it was, what follows elsewhere is the act. */
static void
suggested_elsewhere_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanDesk *self = data;
  g_autoptr (BayanEdit) edit = take_suggested (self, result);

  if (edit != NULL && !bayan_edit_is_empty (edit))
    bayan_desk_apply_edit (self, g_steal_pointer (&edit));
}

static void
suggest (BayanDesk *self, gboolean everywhere, GAsyncReadyCallback callback)
{
  g_autoptr (GPtrArray) surfaces = bayan_learner_dup_surfaces (get_learner (self));

  self->follow_up = g_cancellable_new ();
  bayan_follow_up_run_async (self->library, self->maker, bayan_edit_new ("suggest-again", ""), surfaces,
                             self->selected, everywhere, self->follow_up, callback, self);
}

/* The statement that is open first: what the analyst looks at does not wait for the others. */
static void
suggested_here_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanDesk *self = data;
  g_autoptr (BayanEdit) edit = take_suggested (self, result);

  if (edit == NULL)
    return;
  if (bayan_edit_is_empty (edit))
    {
      suggest (self, TRUE, suggested_elsewhere_cb);
      return;
    }
  self->to_follow = bayan_learner_dup_surfaces (get_learner (self));
  bayan_desk_apply_edit (self, g_steal_pointer (&edit));
}

/* What is learned counts now, or counts no longer. What comes of it is an act of its own. */
static void
suggest_again (BayanDesk *self)
{
  bayan_desk_stop_following (self);
  if (bayan_desk_get_n_lessons (self) > 0)
    suggest (self, FALSE, suggested_here_cb);
}

static void
teach (BayanDesk *self, BayanEdit *edit, const BayanLesson *lesson)
{
  if (lesson == NULL)
    return;
  bayan_edit_teach (edit, lesson);
  if (self->to_follow == NULL)
    self->to_follow = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->to_follow->len; i++)
    if (g_str_equal (self->to_follow->pdata[i], lesson->surface))
      return;
  g_ptr_array_add (self->to_follow, g_strdup (lesson->surface));
}

/* With the library goes what was learned from it. */
void
bayan_desk_drop_lessons (BayanDesk *self)
{
  BayanLearner *learner = get_learner (self);

  bayan_desk_stop_following (self);
  if (learner != NULL)
    bayan_learner_clear (learner);
}

static BayanLesson *
make_lesson (BayanDesk *self, const char *text, gsize length_bytes, const GPtrArray *mentions,
             const BayanMention *mention, BayanMentionStatus status, const BayanEntity *entity)
{
  BayanRecogniser *recogniser = get_recogniser (self);
  g_autoptr (BayanMention) decision = NULL;

  if (recogniser == NULL || !bayan_desk_get_learning (self) || mention->more != NULL)
    return NULL;
  decision = bayan_mention_copy (mention);
  decision->status = status;
  if (entity == NULL)
    entity = bayan_desk_get_entity (self, mention->entity_key);
  return bayan_recogniser_make_lesson (recogniser, text, length_bytes, mentions, decision,
                                       entity != NULL && entity->type == mention->type ? entity : NULL);
}

/**
 * bayan_desk_teach:
 * @edit: the act that decides
 * @mention: of the reading, or one that @edit has just added; with the type that is decided on
 * @status: what it is now
 * @entity: (nullable): what it names, where the sidebar does not know it yet
 *
 * Makes what the decision teaches part of the act, so that it is undone with it.
 */
void
bayan_desk_teach (BayanDesk *self, BayanEdit *edit, const BayanMention *mention, BayanMentionStatus status,
                  const BayanEntity *entity)
{
  const BayanStatement *statement = bayan_reading_get_statement (self->reading);
  g_autoptr (BayanLesson) lesson = make_lesson (self, statement->text, statement->text_length_bytes,
                                                bayan_reading_get_mentions (self->reading), mention, status,
                                                entity);

  teach (self, edit, lesson);
}

/**
 * bayan_desk_teach_line:
 * @before: what stands before the words in their line
 * @mention: decided there; where its span is does not count
 *
 * The same for words in a statement that is not open: the memory learns them, the tagger does not.
 */
void
bayan_desk_teach_line (BayanDesk *self, BayanEdit *edit, const char *before, const char *words,
                       const char *after, const BayanMention *mention, BayanMentionStatus status,
                       const BayanEntity *entity)
{
  g_autofree char *line = g_strconcat (before, words, after, NULL);
  g_autoptr (BayanMention) placed = bayan_mention_copy (mention);
  g_autoptr (BayanLesson) lesson = NULL;

  placed->span = bayan_clean_span ((guint32) strlen (before), (guint32) (strlen (before) + strlen (words)));
  lesson = make_lesson (self, line, strlen (line), NULL, placed, status, entity);
  teach (self, edit, lesson);
}

/**
 * bayan_desk_get_learning:
 *
 * Returns: whether decisions are learned from, and what was learned is suggested
 */
gboolean
bayan_desk_get_learning (BayanDesk *self)
{
  return g_strcmp0 (bayan_desk_get_memory (self, LEARNING), "off") != 0;
}

/* Switched off, what was learned stays, and is of use again when it is switched on. Either way what is not decided on is
 * suggested anew. */
void
bayan_desk_set_learning (BayanDesk *self, gboolean learning)
{
  BayanLearner *learner = get_learner (self);

  if (learning == bayan_desk_get_learning (self) || !bayan_desk_can_change (self))
    return;
  bayan_desk_set_memory (self, LEARNING, learning ? "on" : "off");
  if (learner != NULL)
    bayan_learner_set_enabled (learner, learning);
  suggest_again (self);
}

/* How many decisions are learned from */
guint
bayan_desk_get_n_lessons (BayanDesk *self)
{
  BayanLearner *learner = get_learner (self);

  return learner != NULL ? bayan_learner_get_n_lessons (learner) : 0;
}

/* Forgets what was learned, not what was decided. An act like others: it can be undone, and suggestions follow it. */
void
bayan_desk_forget_lessons (BayanDesk *self)
{
  BayanEdit *edit;

  if (bayan_desk_get_n_lessons (self) == 0 || !bayan_desk_can_change (self))
    return;
  edit = bayan_edit_new ("forget-lessons", "");
  bayan_edit_forget_lessons (edit);
  if (bayan_desk_get_learning (self))
    {
      g_clear_pointer (&self->to_follow, g_ptr_array_unref);
      self->to_follow = bayan_learner_dup_surfaces (get_learner (self));
    }
  bayan_desk_apply_edit (self, edit);
}

/**
 * bayan_desk_load_decisions_async:
 *
 * Reads which suggestions were decided on: see bayan-precision.h for what they add up to.
 */
void
bayan_desk_load_decisions_async (BayanDesk *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data)
{
  if (self->library != NULL)
    bayan_library_load_decisions_async (self->library, cancellable, callback, data);
  else
    g_task_report_new_error (self, callback, data, bayan_desk_load_decisions_async, G_IO_ERROR,
                             G_IO_ERROR_NOT_FOUND, "no library is open");
}

/* Returns: (transfer full) (nullable) (element-type BayanDecision): oldest first */
GArray *
bayan_desk_load_decisions_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
