/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-follow-up.h"

#include <string.h>

#include "bayan-fold.h"

/* The newest are looked at; what is older is suggested anew when it is read in again. */
#define STATEMENTS_MAX 2000
/* Of more words, as of a list that was read in, the newest statements are looked at without searching for each. */
#define SEARCHES_MAX 200
/* A longer text would keep the others waiting. */
#define TEXT_BYTES_MAX (256 * 1024)
/* So many are on their way at once at most, and one more than there are processors: while those recognise, the next one is
 * loaded. */
#define ON_THEIR_WAY_MAX 8u

/* A statement that is on its way, or has come before those in front of it */
typedef struct {
  gboolean done;
  GTask *part; /* nullable: of what was done; there is a Reading in it */
} Place;

typedef struct {
  BayanLibrary *library; /* main thread only */
  BayanRecogniserMaker *maker;
  BayanEdit *edit;
  GHashTable *wanted;  /* set of char *: words as lessons have them; immutable */
  GPtrArray *surfaces; /* of the same, borrowed, each once */
  guint n_searched;
  GArray *statements; /* of gint64 */
  GHashTable *seen;   /* of gint64 */
  guint n_begun;      /* of the statements */
  guint n_added;      /* of those, in their order: what follows in them is in the edit */
  guint n_at_once;
  Place places
      [ON_THEIR_WAY_MAX]; /* statement i is in place i modulo this, from its beginning until it is added */
} FollowUp;

/* One statement of a follow-up, while something is done about it that tells nobody else which one. */
typedef struct {
  GTask *task;
  guint index;
} Step;

/* One statement, on its way through a thread. */
typedef struct {
  BayanRecogniserMaker *maker;
  BayanOpenStatement *open;
  GHashTable *wanted; /* set of char *: words that were learned */
  BayanRecognition *recognition; /* nullable */
  GPtrArray *added;              /* of BayanMention, borrowed from @recognition */
  GArray *removed;               /* of gint64 */
} Reading;

static void search_next (GTask *task);
static void go_on (GTask *task);

static Step *
step_new (GTask *task, guint index)
{
  Step *self = g_new (Step, 1);

  self->task = g_object_ref (task);
  self->index = index;
  return self;
}

static void
step_free (Step *self)
{
  g_object_unref (self->task);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static void
follow_up_free (gpointer data)
{
  FollowUp *self = data;

  for (guint i = 0; i < ON_THEIR_WAY_MAX; i++)
    g_clear_object (&self->places[i].part);

  g_object_unref (self->library);
  bayan_recogniser_maker_unref (self->maker);
  g_clear_pointer (&self->edit, bayan_edit_free);
  g_ptr_array_unref (self->surfaces);
  g_hash_table_unref (self->wanted);
  g_array_unref (self->statements);
  g_hash_table_unref (self->seen);
  g_free (self);
}

static void
reading_free (gpointer data)
{
  Reading *self = data;

  bayan_recogniser_maker_unref (self->maker);
  bayan_open_statement_free (self->open);
  g_hash_table_unref (self->wanted);
  g_ptr_array_unref (self->added);
  g_clear_pointer (&self->recognition, bayan_recognition_free);
  g_array_unref (self->removed);
  g_free (self);
}

static gboolean
is_same (const BayanMention *a, const BayanMention *b)
{
  return a->type == b->type && bayan_clean_span_equal (a->span, b->span);
}

static gboolean
overlaps (const BayanMention *a, const BayanMention *b)
{
  return a->span.start.byte < b->span.end.byte && b->span.start.byte < a->span.end.byte;
}

/* Neither is in the other. */
static gboolean
crosses (const BayanMention *a, const BayanMention *b)
{
  return overlaps (a, b)
         && ((a->span.start.byte < b->span.start.byte && a->span.end.byte < b->span.end.byte)
             || (b->span.start.byte < a->span.start.byte && b->span.end.byte < a->span.end.byte));
}

static gboolean
is_learned (const BayanMention *mention)
{
  return mention->layer == BAYAN_LAYER_MEMORY || mention->layer == BAYAN_LAYER_TAGGER;
}

static gboolean
holds (const GPtrArray *mentions, const BayanMention *like)
{
  for (guint i = 0; i < mentions->len; i++)
    if (is_same (mentions->pdata[i], like))
      return TRUE;
  return FALSE;
}

/* The analyst decided on these words otherwise. What the code book says of them says nothing of what they name. */
static gboolean
is_decided_against (const GPtrArray *mentions, const BayanMention *suggestion)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];

      if (mention->status == BAYAN_STATUS_CONFIRMED && mention->type != BAYAN_MENTION_OWN
          && (crosses (mention, suggestion) || bayan_clean_span_equal (mention->span, suggestion->span)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_about (const Reading *self, const BayanMention *mention)
{
  g_autofree char *folded = bayan_fold (self->open->statement->text + mention->span.start.byte,
                                        (gssize) bayan_clean_span_length_bytes (mention->span),
                                        BAYAN_FOLD_MATCH);

  return g_hash_table_contains (self->wanted, folded);
}

static gboolean
overlaps_any (const GPtrArray *mentions, const BayanMention *mention)
{
  for (guint i = 0; i < mentions->len; i++)
    if (overlaps (mentions->pdata[i], mention))
      return TRUE;
  return FALSE;
}

/* Only what learning changes: another Bayan may have read the statement in, and suggested other things. What is decided
 * stays. */
static void
compare (Reading *self)
{
  const GPtrArray *old = self->open->mentions, *now = self->recognition->mentions;

  for (guint i = 0; i < now->len; i++)
    {
      BayanMention *mention = now->pdata[i];

      if (!holds (old, mention) && (is_learned (mention) || is_about (self, mention))
          && !is_decided_against (old, mention))
        g_ptr_array_add (self->added, mention);
    }
  for (guint i = 0; i < old->len; i++)
    {
      const BayanMention *mention = old->pdata[i];

      if (mention->status == BAYAN_STATUS_SUGGESTED && !holds (now, mention)
          && (is_learned (mention) || is_about (self, mention) || overlaps_any (self->added, mention)))
        g_array_append_val (self->removed, mention->id);
    }
}

static void
recognise (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  BayanRecogniserMaker *maker = self->maker;
  BayanRecogniser *recogniser = bayan_recogniser_maker_get (maker, NULL);

  if (recogniser != NULL)
    self->recognition = bayan_recogniser_recognise (recogniser, self->open->statement, cancellable);
  if (self->recognition != NULL && !g_cancellable_is_cancelled (cancellable))
    compare (self);
  bayan_recogniser_maker_leave (maker);
  g_task_return_boolean (task, TRUE);
}

static const BayanEntity *
find_entity (const BayanRecognition *recognition, const char *key)
{
  for (guint i = 0; key != NULL && i < recognition->entities->len; i++)
    {
      const BayanEntity *entity = recognition->entities->pdata[i];

      if (strcmp (entity->key, key) == 0)
        return entity;
    }
  return NULL;
}

/* What follows in one statement becomes a part of the edit. */
static void
add_to_edit (FollowUp *self, const Reading *reading)
{
  for (guint i = 0; i < reading->added->len; i++)
    {
      const BayanMention *mention = reading->added->pdata[i];

      bayan_edit_add_mention (self->edit, reading->open->id, mention,
                              find_entity (reading->recognition, mention->entity_key));
    }
  for (guint i = 0; i < reading->removed->len; i++)
    bayan_edit_remove_suggestion (self->edit, g_array_index (reading->removed, gint64, i));
}

/* Statement @index is done. They are added in their order, whichever is done first.
 * @part: (nullable): what was done */
static void
finish_statement (GTask *task, guint index, GTask *part)
{
  FollowUp *self = g_task_get_task_data (task);

  self->places[index % ON_THEIR_WAY_MAX].done = TRUE;
  self->places[index % ON_THEIR_WAY_MAX].part = part != NULL ? g_object_ref (part) : NULL;
  while (self->n_added < self->n_begun && self->places[self->n_added % ON_THEIR_WAY_MAX].done)
    {
      Place *place = &self->places[self->n_added++ % ON_THEIR_WAY_MAX];

      if (place->part != NULL)
        add_to_edit (self, g_task_get_task_data (place->part));
      g_clear_object (&place->part);
      place->done = FALSE;
    }
  go_on (task);
}

static void
recognised_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Step) step = data;

  finish_statement (step->task, step->index, G_TASK (result));
}

/* @open: taken */
static void
start_reading (GTask *task, guint index, BayanOpenStatement *open)
{
  FollowUp *self = g_task_get_task_data (task);
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) part = g_task_new (NULL, g_task_get_cancellable (task), recognised_cb,
                                       step_new (task, index));

  reading->maker = bayan_recogniser_maker_ref (self->maker);
  reading->open = open;
  reading->wanted = g_hash_table_ref (self->wanted);
  reading->added = g_ptr_array_new ();
  reading->removed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_task_set_task_data (part, reading, reading_free);
  g_task_set_priority (part, G_PRIORITY_LOW);
  bayan_recogniser_maker_enter (self->maker);
  g_task_run_in_thread (part, recognise);
}

/* A statement that is no more, or cannot be read, is passed over. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Step) step = data;
  BayanOpenStatement *open = bayan_library_load_statement_finish (BAYAN_LIBRARY (source), result, NULL);

  if (open != NULL && open->statement->text_length_bytes <= TEXT_BYTES_MAX
      && !g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    {
      start_reading (step->task, step->index, open);
      return;
    }
  g_clear_pointer (&open, bayan_open_statement_free);
  finish_statement (step->task, step->index, NULL);
}

/* Begins with as many statements as may be on their way at once. The task ends when none is any more. */
static void
go_on (GTask *task)
{
  FollowUp *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  while (self->n_begun < self->statements->len && self->n_begun - self->n_added < self->n_at_once
         && !g_cancellable_is_cancelled (cancellable))
    {
      guint index = self->n_begun++;

      bayan_library_load_statement_async (self->library, g_array_index (self->statements, gint64, index),
                                          cancellable, loaded_cb, step_new (task, index));
    }
  if (self->n_added < self->n_begun || g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, g_steal_pointer (&self->edit), (GDestroyNotify) bayan_edit_free);
}

static void
add_statement (FollowUp *self, gint64 id)
{
  if (id == 0 || self->statements->len == STATEMENTS_MAX || g_hash_table_contains (self->seen, &id))
    return;
  g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id));
  g_array_append_val (self->statements, id);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FollowUp *self = g_task_get_task_data (task);
  g_autoptr (GArray) found = bayan_library_search_finish (BAYAN_LIBRARY (source), result, NULL);

  for (guint i = 0; found != NULL && i < found->len; i++)
    add_statement (self, g_array_index (found, gint64, i));
  search_next (task);
}

static void
search_next (GTask *task)
{
  FollowUp *self = g_task_get_task_data (task);
  g_autofree char *query = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->n_searched == self->surfaces->len || self->statements->len == STATEMENTS_MAX)
    {
      go_on (task);
      return;
    }
  if (self->surfaces->len > SEARCHES_MAX)
    {
      self->n_searched = self->surfaces->len;
      query = g_strdup ("");
    }
  else
    query = g_strdup_printf ("\"%s\" ", (const char *) self->surfaces->pdata[self->n_searched++]);
  bayan_library_search_async (self->library, query, g_task_get_cancellable (task), found_cb,
                              g_object_ref (task));
}

/**
 * bayan_follow_up_run_async:
 * @edit: (transfer full): what follows is added to it
 * @surfaces: (element-type utf8): the words of what was learned, as lessons have them
 * @first: a statement to begin with, whatever its words are; 0 for none
 * @everywhere: whether others follow it
 */
void
bayan_follow_up_run_async (BayanLibrary *library, BayanRecogniserMaker *maker, BayanEdit *edit,
                           GPtrArray *surfaces, gint64 first, gboolean everywhere, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  FollowUp *self = g_new0 (FollowUp, 1);

  self->library = g_object_ref (library);
  self->maker = bayan_recogniser_maker_ref (maker);
  self->edit = edit;
  self->n_at_once = MIN (g_get_num_processors () + 1, ON_THEIR_WAY_MAX);
  self->surfaces = g_ptr_array_new ();
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < surfaces->len; i++)
    {
      char *surface;

      if (g_hash_table_contains (self->wanted, surfaces->pdata[i]))
        continue;
      surface = g_strdup (surfaces->pdata[i]);
      g_hash_table_add (self->wanted, surface);
      g_ptr_array_add (self->surfaces, surface);
    }
  self->statements = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_task_set_task_data (task, self, follow_up_free);
  g_task_set_source_tag (task, bayan_follow_up_run_async);
  g_task_set_priority (task, G_PRIORITY_LOW);
  add_statement (self, first);
  if (everywhere)
    search_next (task);
  else
    go_on (task);
}

/* Returns: (transfer full) (nullable): the edit, which may be empty; NULL if it was cancelled */
BayanEdit *
bayan_follow_up_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
