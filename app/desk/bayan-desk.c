/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-trouble.h"

/* The library keeps the window's words beside ours; theirs stand behind this. */
#define MEMORY_PREFIX "window:"

G_DEFINE_FINAL_TYPE (BayanDesk, bayan_desk, G_TYPE_OBJECT)

static GParamSpec *properties[BAYAN_DESK_N_PROPS];
static guint act_failed_signal;

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanDesk *self = BAYAN_DESK (object);

  switch ((BayanDeskProperty) id)
    {
    case BAYAN_DESK_PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case BAYAN_DESK_PROP_READING:
      g_value_set_object (value, self->reading);
      break;
    case BAYAN_DESK_PROP_SELECTED:
      g_value_set_int64 (value, self->selected);
      break;
    case BAYAN_DESK_PROP_SCOPE:
      g_value_set_uint (value, self->scope);
      break;
    case BAYAN_DESK_PROP_READ_ONLY:
      g_value_set_boolean (value, bayan_desk_get_read_only (self) != NULL);
      break;
    case BAYAN_DESK_PROP_CAN_UNDO:
      g_value_set_boolean (value, bayan_desk_get_can_undo (self));
      break;
    case BAYAN_DESK_PROP_CAN_REDO:
      g_value_set_boolean (value, bayan_desk_get_can_redo (self));
      break;
    case BAYAN_DESK_PROP_JOB:
      g_value_set_object (value, self->job);
      break;
    case BAYAN_DESK_PROP_0:
    case BAYAN_DESK_N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  bayan_desk_close (BAYAN_DESK (object));
  G_OBJECT_CLASS (bayan_desk_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  BayanDesk *self = BAYAN_DESK (object);

  g_clear_pointer (&self->maker, bayan_recogniser_maker_unref);
  g_clear_object (&self->job);
  g_object_unref (self->watch);
  g_object_unref (self->held);
  g_object_unref (self->statements);
  g_object_unref (self->entities);
  g_object_unref (self->ranking);
  bayan_steady_table_free (self->item_by_key);
  g_hash_table_unref (self->ranking_items);
  bayan_desk_drop_folded (self);
  g_ptr_array_unref (self->folded_names);
  g_hash_table_unref (self->placed);
  g_hash_table_unref (self->memory);
  g_hash_table_unref (self->pairs);
  g_ptr_array_unref (self->labels);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->note_of);
  g_ptr_array_unref (self->items);
  bayan_tallies_free (self->tallies);
  g_clear_pointer (&self->lengths, g_array_unref);
  bayan_group_book_free (self->groups);
  g_array_unref (self->to_group);
  bayan_slot_set_clear (&self->matching);
  bayan_slot_set_clear (&self->found);
  g_free (self->search);
  g_free (self->entity_filter);
  g_free (self->country_filter);
  g_free (self->path);
  g_clear_error (&self->failure);
  G_OBJECT_CLASS (bayan_desk_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[BAYAN_DESK_PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, BAYAN_DESK_FAILED, 0, flags);
  properties[BAYAN_DESK_PROP_READING] = g_param_spec_object ("reading", NULL, NULL, BAYAN_TYPE_READING,
                                                             flags);
  properties[BAYAN_DESK_PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[BAYAN_DESK_PROP_SCOPE] = g_param_spec_uint ("scope", NULL, NULL, 0, BAYAN_SCOPE_LIBRARY, 0,
                                                         flags);
  properties[BAYAN_DESK_PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[BAYAN_DESK_PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[BAYAN_DESK_PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[BAYAN_DESK_PROP_JOB] = g_param_spec_object ("job", NULL, NULL, BAYAN_TYPE_IMPORT_JOB, flags);
  g_object_class_install_properties (klass, BAYAN_DESK_N_PROPS, properties);
}

static void
bayan_desk_class_init (BayanDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  install_properties (object_class);
  g_signal_new ("updated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("groups-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("mentions-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("filter-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  act_failed_signal = g_signal_new ("act-failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
drop_item (gpointer item)
{
  if (item != NULL)
    g_object_unref (item);
}

static void
bayan_desk_init (BayanDesk *self)
{
  self->destination = -1;
  self->memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_label_free);
  self->notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) bayan_note_free);
  self->note_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) bayan_note_free);
  self->stage_filter = -1;
  self->statements = bayan_statement_list_new ();
  self->groups = bayan_group_book_new ();
  self->to_group = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->entities = bayan_entity_list_new ();
  self->ranking = bayan_entity_list_new ();
  self->tallies = bayan_tallies_new ();
  self->area_view = BAYAN_AREA_VIEW_USUAL;
  self->items = g_ptr_array_new_with_free_func (drop_item);
  self->item_by_key = bayan_steady_table_new (g_str_hash, g_str_equal, g_free);
  self->folded_names = g_ptr_array_new_with_free_func (g_free);
  self->placed = g_hash_table_new (NULL, NULL);
  self->ranking_items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->scope = BAYAN_SCOPE_LIBRARY;
  self->scope_slot = BAYAN_TALLIES_NO_SLOT;
  g_queue_init (&self->jobs);
  self->held = bayan_held_list_new ();
  self->watch = bayan_watch_new (self);
}

BayanDesk *
bayan_desk_new (void)
{
  return g_object_new (BAYAN_TYPE_DESK, NULL);
}

void
bayan_desk_notify (BayanDesk *self, BayanDeskProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
bayan_desk_fail_act (BayanDesk *self, const GError *error)
{
  g_signal_emit (self, act_failed_signal, 0, error);
}

/* Whether an act can be kept; says why not. */
gboolean
bayan_desk_can_change (BayanDesk *self)
{
  const GError *read_only = bayan_desk_get_read_only (self);

  if (self->state != BAYAN_DESK_READY)
    return FALSE;
  if (read_only != NULL)
    bayan_desk_fail_act (self, read_only);
  return read_only == NULL;
}

static void
set_state (BayanDesk *self, BayanDeskState state)
{
  self->state = state;
  bayan_desk_notify (self, BAYAN_DESK_PROP_STATE);
}

static void
changed_cb (BayanLibrary *library, const BayanLibraryChange *change, BayanDesk *self)
{
  /* What comes before the lists are filled is in the index already. */
  if (self->state == BAYAN_DESK_READY)
    bayan_desk_take_change (self, change);
}

/* Whoever shows what can be changed looks again. */
static void
found_damaged_cb (BayanDesk *self)
{
  bayan_desk_notify (self, BAYAN_DESK_PROP_READ_ONLY);
}

/* An answer with the desk that asked, and what opening it belongs to. */
typedef struct {
  BayanDesk *desk;
  guint opening;
} Question;

static Question *
question_new (BayanDesk *desk)
{
  Question *self = g_new (Question, 1);

  self->desk = g_object_ref (desk);
  self->opening = desk->opening;
  return self;
}

static void
question_free (Question *self)
{
  g_object_unref (self->desk);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* @error: taken */
static void
fail_opening (BayanDesk *self, GError *error)
{
  g_clear_error (&self->failure);
  self->failure = error;
  if (self->library != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->library, self);
      bayan_library_close (self->library);
      g_clear_object (&self->library);
    }
  set_state (self, BAYAN_DESK_FAILED);
  bayan_desk_start_next_job (self);
}

static void
outline_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  BayanDesk *self = question->desk;
  g_autoptr (GError) error = NULL;
  BayanLibraryIndex *outline = bayan_library_load_outline_finish (BAYAN_LIBRARY (source), result, &error);

  if (question->opening != self->opening)
    g_clear_pointer (&outline, bayan_library_index_free);
  else if (outline == NULL)
    fail_opening (self, g_steal_pointer (&error));
  else
    {
      self->state = BAYAN_DESK_READY;
      bayan_desk_take_outline (self, outline);
      bayan_library_index_free (outline);
      bayan_desk_restore_selection (self);
      bayan_desk_notify (self, BAYAN_DESK_PROP_STATE);
      bayan_desk_announce (self, BAYAN_NEWS_FILTER);
      bayan_desk_start_next_job (self);
      bayan_watch_resume (self->watch);
    }
}

static void
index_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  BayanDesk *self = question->desk;
  g_autoptr (GError) error = NULL;
  BayanLibraryIndex *index = bayan_library_load_index_finish (BAYAN_LIBRARY (source), result, &error);

  if (question->opening == self->opening && self->state == BAYAN_DESK_READY)
    {
      if (index != NULL)
        bayan_desk_take_counts (self, index);
      else
        fail_opening (self, g_steal_pointer (&error));
    }
  g_clear_pointer (&index, bayan_library_index_free);
}

static void opened_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
begin_opening (BayanDesk *self)
{
  self->open_in_flight = TRUE;
  bayan_library_open_async (self->path, NULL, opened_cb, question_new (self));
}

/* In the library's thread. */
static guint32
find_classes_cb (const BayanOpenStatement *statement, gpointer data)
{
  const BayanActFinder *finder = bayan_recogniser_maker_get_act_finder (data, NULL);

  return finder != NULL ? bayan_act_finder_find_classes (finder, statement->statement, statement->mentions,
                                                         statement->verdicts)
                        : 0;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  BayanDesk *self = question->desk;
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanLibrary) library = bayan_library_open_finish (result, &error);

  self->open_in_flight = FALSE;
  if (question->opening != self->opening)
    {
      if (library != NULL)
        bayan_library_close (library);
      if (self->state == BAYAN_DESK_OPENING)
        begin_opening (self);
      return;
    }
  if (library == NULL)
    {
      fail_opening (self, g_steal_pointer (&error));
      return;
    }
  self->library = g_steal_pointer (&library);
  g_signal_connect (self->library, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->library, "found-damaged", G_CALLBACK (found_damaged_cb), self);
  bayan_library_set_acts_func (self->library, find_classes_cb, bayan_recogniser_maker_ref (self->maker),
                               (GDestroyNotify) bayan_recogniser_maker_unref);
  /* Nothing can come between the two: what they say of the library is the same. */
  bayan_library_load_outline_async (self->library, NULL, outline_loaded_cb, question_new (self));
  bayan_library_load_index_async (self->library, NULL, index_loaded_cb, g_steal_pointer (&question));
  bayan_desk_load_sites (self);
}

/**
 * bayan_desk_open:
 * @path: of a library; made where there is none
 *
 * Closes the library that is open and opens @path. Property "state" says how it goes.
 */
void
bayan_desk_open (BayanDesk *self, const char *path)
{
  g_autofree char *copy = g_strdup (path);

  bayan_desk_close (self);
  if (self->maker == NULL)
    self->maker = bayan_recogniser_maker_new ();
  self->path = g_steal_pointer (&copy);
  set_state (self, BAYAN_DESK_OPENING);
  if (!self->open_in_flight)
    begin_opening (self);
}

/**
 * bayan_desk_close:
 *
 * Cancels an import that runs, waits until all that was done is written, and empties the lists.
 */
void
bayan_desk_close (BayanDesk *self)
{
  self->opening++;
  if (self->state == BAYAN_DESK_EMPTY)
    return;
  bayan_watch_pause (self->watch);
  bayan_desk_abandon_jobs (self);
  bayan_held_list_clear (self->held);
  bayan_recogniser_maker_wait (self->maker);
  if (self->library != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->library, self);
      bayan_library_close (self->library);
      g_clear_object (&self->library);
    }
  bayan_desk_forget_sites (self);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->path, g_free);
  self->state = BAYAN_DESK_EMPTY;
  bayan_desk_drop_contents (self);
  bayan_desk_notify (self, BAYAN_DESK_PROP_STATE);
  bayan_desk_announce (self, BAYAN_NEWS_FILTER);
}

/**
 * bayan_desk_get_counted:
 *
 * Returns: whether the mentions of the open library are counted; until then every count is 0
 */
gboolean
bayan_desk_get_counted (BayanDesk *self)
{
  return self->counted;
}

BayanDeskState
bayan_desk_get_state (BayanDesk *self)
{
  return self->state;
}

const GError *
bayan_desk_get_failure (BayanDesk *self)
{
  return self->failure;
}

const GError *
bayan_desk_get_read_only (BayanDesk *self)
{
  return self->library != NULL ? bayan_library_get_read_only (self->library) : NULL;
}

const char *
bayan_desk_get_path (BayanDesk *self)
{
  return self->path;
}

/* Keeps a word in memory and, where it can be written, in the library. @value: NULL to forget it */
void
bayan_desk_set_state_word (BayanDesk *self, const char *key, const char *value)
{
  if (g_strcmp0 (g_hash_table_lookup (self->memory, key), value) == 0)
    return;
  if (value != NULL)
    g_hash_table_replace (self->memory, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (self->memory, key);
  if (self->library != NULL && bayan_desk_get_read_only (self) == NULL)
    bayan_library_set_state (self->library, key, value);
}

/**
 * bayan_desk_get_memory:
 *
 * Returns: (nullable) (transfer none): what bayan_desk_set_memory() kept in this library, also long ago
 */
const char *
bayan_desk_get_memory (BayanDesk *self, const char *key)
{
  g_autofree char *full = g_strconcat (MEMORY_PREFIX, key, NULL);

  return g_hash_table_lookup (self->memory, full);
}

void
bayan_desk_set_memory (BayanDesk *self, const char *key, const char *value)
{
  g_autofree char *full = g_strconcat (MEMORY_PREFIX, key, NULL);

  bayan_desk_set_state_word (self, full, value);
}
