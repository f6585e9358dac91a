/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-history-list.h"

#include "bayan-desk-private.h"
#include "bayan-history-item-private.h"
#include "bayan-list-difference.h"

struct _BayanHistoryList {
  GObject parent_instance;

  BayanDesk *desk;
  GCancellable *cancellable; /* of what is asked for; renewed with every question for the whole */
  GPtrArray *items;          /* of BayanHistoryItem */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BayanHistoryList, bayan_history_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return BAYAN_TYPE_HISTORY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return BAYAN_HISTORY_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = BAYAN_HISTORY_LIST (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static GPtrArray *
make_items (const GPtrArray *entries)
{
  GPtrArray *items = g_ptr_array_new_full (entries->len + 1, g_object_unref);
  gboolean found_last = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const BayanHistoryEntry *entry = entries->pdata[i];
      gboolean is_last = !found_last && !entry->undone;

      found_last |= is_last;
      g_ptr_array_add (items, bayan_history_item_new (entry, is_last));
    }
  if (entries->len > 0 && entries->len < BAYAN_HISTORY_LIST_MAX)
    g_ptr_array_add (items, bayan_history_item_new (NULL, !found_last));
  return items;
}

/* An item that says what it said before stays the same object: it is selected, and knows its place. Returns whether it does. */
static gboolean
keep_item (gpointer before, gpointer *now)
{
  if (!bayan_history_item_says_same (before, *now))
    return FALSE;
  g_set_object (now, before);
  return TRUE;
}

static void
replace (BayanHistoryList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) before = self->items;
  guint shorter = MIN (before->len, items->len), n_start = 0, n_end = 0;

  while (n_start < shorter && keep_item (before->pdata[n_start], &items->pdata[n_start]))
    n_start++;
  while (n_end < shorter - n_start
         && keep_item (before->pdata[before->len - 1 - n_end], &items->pdata[items->len - 1 - n_end]))
    n_end++;
  self->items = items;
  bayan_list_difference_tell (G_LIST_MODEL (self), before, items);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanHistoryList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = bayan_library_load_history_finish (BAYAN_LIBRARY (source), result, &error);

  if (entries != NULL && self->desk->library == BAYAN_LIBRARY (source))
    replace (self, make_items (entries));
}

static void
load (BayanHistoryList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->desk->library != NULL)
    bayan_library_load_history_async (self->desk->library, BAYAN_HISTORY_LIST_MAX, self->cancellable, loaded_cb,
                                      g_object_ref (self));
  else
    replace (self, g_ptr_array_new_with_free_func (g_object_unref));
}

static void
dispose (GObject *object)
{
  BayanHistoryList *self = BAYAN_HISTORY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_history_list_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  BayanHistoryList *self = BAYAN_HISTORY_LIST (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (bayan_history_list_parent_class)->finalize (object);
}

static void
bayan_history_list_class_init (BayanHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
bayan_history_list_init (BayanHistoryList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * bayan_history_list_new:
 *
 * Returns: (transfer full): empty at first
 */
BayanHistoryList *
bayan_history_list_new (BayanDesk *desk)
{
  BayanHistoryList *self = g_object_new (BAYAN_TYPE_HISTORY_LIST, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "updated", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

typedef struct {
  BayanHistoryList *self;
  BayanHistoryItem *item;
} Question;

static void
place_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autofree BayanActPlace *place = bayan_library_find_act_place_finish (BAYAN_LIBRARY (source), result, NULL);

  if (place != NULL)
    bayan_history_item_set_place (question->item, place);
  g_object_unref (question->item);
  g_object_unref (question->self);
  g_free (question);
}

/**
 * bayan_history_list_ask_place:
 *
 * Looks for where the act was done; the item notifies "statement". Once for each item.
 */
void
bayan_history_list_ask_place (BayanHistoryList *self, BayanHistoryItem *item)
{
  Question *question;

  if (self->desk == NULL || self->desk->library == NULL || !bayan_history_item_begin_asking (item))
    return;
  question = g_new (Question, 1);
  question->self = g_object_ref (self);
  question->item = g_object_ref (item);
  bayan_library_find_act_place_async (self->desk->library, bayan_history_item_get_id (item), NULL, place_found_cb, question);
}
