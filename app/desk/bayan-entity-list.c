/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-list.h"

/* An act of the analyst touches one entity or two; more than this is another statement or another filter. */
#define MAX_SINGLE_MOVES 12

struct _BayanEntityList {
  GObject parent_instance;
  GPtrArray *items; /* of BayanEntityItem, by bayan_entity_item_compare(); each has mentions */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BayanEntityList, bayan_entity_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return BAYAN_TYPE_ENTITY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return BAYAN_ENTITY_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  BayanEntityList *self = BAYAN_ENTITY_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
finalize (GObject *object)
{
  BayanEntityList *self = BAYAN_ENTITY_LIST (object);

  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (bayan_entity_list_parent_class)->finalize (object);
}

static void
bayan_entity_list_class_init (BayanEntityListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
bayan_entity_list_init (BayanEntityList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

BayanEntityList *
bayan_entity_list_new (void)
{
  return g_object_new (BAYAN_TYPE_ENTITY_LIST, NULL);
}

/* Where @item stands, or would: the order is total. */
static guint
find_position (BayanEntityList *self, BayanEntityItem *item)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (bayan_entity_item_compare (self->items->pdata[middle], item) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
apply (const BayanEntityUpdate *update)
{
  if (update->entity != NULL)
    bayan_entity_item_set_entity (update->item, update->entity);
  bayan_entity_item_set_count (update->item, update->count);
}

/* Whether the item, with what it says now, still fits between its neighbours. */
static gboolean
fits_at (BayanEntityList *self, guint position)
{
  gpointer *items = self->items->pdata;

  return (position == 0 || bayan_entity_item_compare (items[position - 1], items[position]) < 0)
         && (position + 1 == self->items->len
             || bayan_entity_item_compare (items[position], items[position + 1]) < 0);
}

static void
move_one (BayanEntityList *self, const BayanEntityUpdate *update)
{
  gboolean was_in = bayan_entity_item_get_count (update->item) > 0;
  guint before = was_in ? find_position (self, update->item) : 0;

  apply (update);
  if (was_in && update->count.n_mentions > 0 && fits_at (self, before))
    return;
  if (was_in)
    {
      g_object_ref (update->item);
      g_ptr_array_remove_index (self->items, before);
      g_list_model_items_changed (G_LIST_MODEL (self), before, 1, 0);
      g_object_unref (update->item);
    }
  if (update->count.n_mentions > 0)
    {
      guint after = find_position (self, update->item);
      g_ptr_array_insert (self->items, (int) after, g_object_ref (update->item));
      g_list_model_items_changed (G_LIST_MODEL (self), after, 0, 1);
    }
}

static int
compare_pointers_to_items (gconstpointer a, gconstpointer b)
{
  return bayan_entity_item_compare (*(BayanEntityItem *const *) a, *(BayanEntityItem *const *) b);
}

/* What a splice does to the items. None of those that stay as they are is touched, not even to count who refers to it:
 * there may be a hundred thousand of them, and an import changes some thousands at a time. */
typedef struct {
  GHashTable *changed; /* of BayanEntityItem */
  GPtrArray *moved;    /* those of them that have mentions, in their order; their references go to the list */
  GPtrArray *left;     /* those that leave, with the list's reference */
} Splice;

/* Gives the items their new counts. */
static void
splice_init (Splice *self, const BayanEntityUpdate *updates, guint n_updates)
{
  self->changed = g_hash_table_new (NULL, NULL);
  self->moved = g_ptr_array_new_full (n_updates, NULL);
  self->left = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_updates; i++)
    {
      BayanEntityItem *item = updates[i].item;
      gboolean was_in = bayan_entity_item_get_count (item) > 0, is_in = updates[i].count.n_mentions > 0;

      apply (&updates[i]);
      g_hash_table_add (self->changed, item);
      if (is_in)
        g_ptr_array_add (self->moved, was_in ? item : g_object_ref (item));
      else if (was_in)
        g_ptr_array_add (self->left, item);
    }
  g_ptr_array_sort (self->moved, compare_pointers_to_items);
}

static void
splice_clear (Splice *self)
{
  g_hash_table_unref (self->changed);
  g_ptr_array_unref (self->moved);
  g_ptr_array_unref (self->left);
}

/* The items in their new order: those that did not change are in order already. */
static GPtrArray *
merge (BayanEntityList *self, const Splice *splice)
{
  GPtrArray *items = g_ptr_array_new_full (self->items->len + splice->moved->len, g_object_unref);
  guint next = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      BayanEntityItem *item = self->items->pdata[i];

      if (g_hash_table_contains (splice->changed, item))
        continue;
      while (next < splice->moved->len && bayan_entity_item_compare (splice->moved->pdata[next], item) < 0)
        g_ptr_array_add (items, splice->moved->pdata[next++]);
      g_ptr_array_add (items, item);
    }
  while (next < splice->moved->len)
    g_ptr_array_add (items, splice->moved->pdata[next++]);
  return items;
}

/* Replaces the items by @items (taken), which have their references, and says so of the part that is different. */
static void
replace (BayanEntityList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) before = self->items;
  guint shorter = MIN (before->len, items->len), start = 0, end = 0;

  while (start < shorter && before->pdata[start] == items->pdata[start])
    start++;
  while (end < shorter - start && before->pdata[before->len - 1 - end] == items->pdata[items->len - 1 - end])
    end++;
  g_ptr_array_set_free_func (before, NULL);
  self->items = items;
  if (before->len != items->len || start < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end,
                                items->len - start - end);
}

static void
move_many (BayanEntityList *self, const BayanEntityUpdate *updates, guint n_updates)
{
  Splice splice;

  splice_init (&splice, updates, n_updates);
  replace (self, merge (self, &splice));
  splice_clear (&splice);
}

/**
 * bayan_entity_list_update:
 * @updates: each item once; items with mentions that are not in the list come in
 */
void
bayan_entity_list_update (BayanEntityList *self, const BayanEntityUpdate *updates, guint n_updates)
{
  if (n_updates > MAX_SINGLE_MOVES)
    {
      move_many (self, updates, n_updates);
      return;
    }
  for (guint i = 0; i < n_updates; i++)
    move_one (self, &updates[i]);
}

void
bayan_entity_list_clear (BayanEntityList *self)
{
  guint n_items = self->items->len;

  if (n_items == 0)
    return;
  g_ptr_array_set_size (self->items, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, 0);
}
