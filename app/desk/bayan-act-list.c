/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-list.h"

#include "bayan-act-item-private.h"
#include "bayan-desk-private.h"
#include "bayan-words.h"

struct _BayanActList {
  GObject parent_instance;
  BayanDesk *desk;
  GCancellable *search; /* nullable: of what is looked for now */
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (BayanActList, bayan_act_list, G_TYPE_OBJECT)

enum { PROP_0, PROP_LOADING, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* What the thread reads. Nobody changes it. */
typedef struct {
  BayanRecogniserMaker *maker;
  BayanStatement *statement;
  BayanRecognition *recognition;
  GArray *verdicts; /* of BayanActVerdict */
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  bayan_recogniser_maker_unref (self->maker);
  bayan_statement_unref (self->statement);
  bayan_recognition_free (self->recognition);
  g_array_unref (self->verdicts);
  g_free (self);
}

/* The mentions themselves are shared: a reading replaces its array and never changes it. */
static BayanRecognition *
share_mentions (BayanDesk *desk, BayanReading *reading)
{
  BayanRecognition *recognition = bayan_recognition_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_unref (recognition->mentions);
  recognition->mentions = g_ptr_array_ref (bayan_reading_get_mentions (reading));
  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = recognition->mentions->pdata[i];
      const BayanEntity *entity;

      if (mention->entity_key == NULL || !g_hash_table_add (seen, mention->entity_key))
        continue;
      entity = bayan_desk_get_entity (desk, mention->entity_key);
      if (entity != NULL)
        g_ptr_array_add (recognition->entities, bayan_entity_copy (entity));
    }
  return recognition;
}

static void
find_acts (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  BayanRecogniserMaker *maker = work->maker; /* entering keeps it alive */
  g_autoptr (GError) error = NULL;
  const BayanActFinder *finder = bayan_recogniser_maker_get_act_finder (maker, &error);
  GPtrArray *items = NULL;

  if (finder != NULL)
    {
      g_autoptr (BayanWords) words = bayan_words_new (work->statement->text,
                                                      (gssize) work->statement->text_length_bytes);
      g_autoptr (BayanActs) acts = bayan_act_finder_find (finder, words, work->recognition, cancellable);

      items = bayan_act_item_list (work->statement, acts, work->verdicts);
    }
  bayan_recogniser_maker_leave (maker);
  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Where only something else is said of them the items stay, and the focus with them. */
static gboolean
take_statuses (BayanActList *self, GPtrArray *items)
{
  GListModel *shown = G_LIST_MODEL (self->items);

  if (items == NULL || g_list_model_get_n_items (shown) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (BayanActItem) item = g_list_model_get_item (shown, i);

      if (!bayan_act_item_says_same (item, items->pdata[i]))
        return FALSE;
    }
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (BayanActItem) item = g_list_model_get_item (shown, i);

      bayan_act_item_take_status (item, items->pdata[i]);
    }
  return TRUE;
}

static void
show_items (BayanActList *self, GPtrArray *items)
{
  if (take_statuses (self, items))
    return;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items != NULL ? items->pdata : NULL, items != NULL ? items->len : 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanActList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->search) /* another text by now */
    return;
  g_clear_object (&self->search);
  if (items == NULL)
    bayan_desk_fail_act (self->desk, error);
  show_items (self, items);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* What is listed stays until the answer is there, as long as it is of the same statement's text. */
static void
look_again (BayanActList *self)
{
  BayanReading *reading = bayan_desk_get_reading (self->desk);
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  if (reading == NULL || self->desk->maker == NULL)
    {
      show_items (self, NULL);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
      return;
    }
  work = g_new0 (Work, 1);
  work->maker = bayan_recogniser_maker_ref (self->desk->maker);
  work->statement = bayan_statement_ref ((BayanStatement *) bayan_reading_get_statement (reading));
  work->recognition = share_mentions (self->desk, reading);
  work->verdicts = g_array_ref (bayan_reading_get_verdicts (reading));
  self->search = g_cancellable_new ();
  task = g_task_new (NULL, self->search, found_cb, g_object_ref (self));
  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, work, work_free);
  bayan_recogniser_maker_enter (work->maker);
  g_task_run_in_thread (task, find_acts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
reading_changed_cb (BayanActList *self)
{
  show_items (self, NULL);
  look_again (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, bayan_act_list_get_loading (BAYAN_ACT_LIST (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
finalize (GObject *object)
{
  BayanActList *self = BAYAN_ACT_LIST (object);

  g_clear_object (&self->search);
  g_object_unref (self->items);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_act_list_parent_class)->finalize (object);
}

static void
bayan_act_list_class_init (BayanActListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  properties[PROP_LOADING] = g_param_spec_boolean (
      "loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_act_list_init (BayanActList *self)
{
  self->items = g_list_store_new (BAYAN_TYPE_ACT_ITEM);
}

/**
 * bayan_act_list_new:
 * @desk: whose reading is looked at, now and later
 *
 * Returns: (transfer full): a list that is being filled
 */
BayanActList *
bayan_act_list_new (BayanDesk *desk)
{
  BayanActList *self = g_object_new (BAYAN_TYPE_ACT_LIST, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::reading", G_CALLBACK (reading_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "mentions-changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  return self;
}

GListModel *
bayan_act_list_get_items (BayanActList *self)
{
  return G_LIST_MODEL (self->items);
}

gboolean
bayan_act_list_get_loading (BayanActList *self)
{
  return self->search != NULL;
}

/**
 * bayan_act_list_judge:
 * @item: one of the list
 * @status: confirmed or rejected; what has been said already takes it back
 *
 * Says so in the library, as one act of the analyst. The list follows.
 */
void
bayan_act_list_judge (BayanActList *self, BayanActItem *item, BayanMentionStatus status)
{
  BayanReading *reading = bayan_desk_get_reading (self->desk);
  const BayanActFacts *facts = bayan_act_item_get_facts (item);
  gboolean back = facts->status == status;
  BayanActVerdict verdict;
  BayanEdit *edit;

  if (reading == NULL || !bayan_desk_can_change (self->desk) || self->search != NULL)
    return;
  verdict = bayan_act_verdict (
      facts->judged_as,
      bayan_offset_map_to_raw (bayan_reading_get_statement (reading)->map, facts->judged_at),
      back ? BAYAN_STATUS_SUGGESTED : status);
  edit = bayan_edit_new (back                               ? "leave-act-open"
                         : status == BAYAN_STATUS_CONFIRMED ? "confirm-act"
                                                            : "reject-act",
                         facts->words);
  bayan_edit_judge_act (edit, bayan_reading_get_id (reading), &verdict);
  bayan_desk_apply_edit (self->desk, edit);
}
