/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-list.h"

#include <string.h>

#include "bayan-list-difference.h"

/* An act of the analyst touches one entity or two; more than this is another statement or another filter. */
#define MAX_SINGLE_MOVES 12
/* Where more than one in so many moves, a look at each is quicker than a search for those. */
#define MANY_PART 8

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

/* Where @item stands among those from @low up to @high, or would: the order is total. */
static guint
find_between (gpointer *items, guint low, guint high, BayanEntityItem *item)
{
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (bayan_entity_item_compare (items[middle], item) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
find_position (BayanEntityList *self, BayanEntityItem *item)
{
  return find_between (self->items->pdata, 0, self->items->len, item);
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

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint position_a = *(const guint *) a, position_b = *(const guint *) b;

  return (position_a > position_b) - (position_a < position_b);
}

static void
search_leaving (BayanEntityList *self, const BayanEntityUpdate *updates, guint n_updates, GArray *positions)
{
  for (guint i = 0; i < n_updates; i++)
    {
      BayanEntityItem *item = updates[i].item;
      guint position = bayan_entity_item_get_count (item) > 0 ? find_position (self, item) : G_MAXUINT;

      if (position != G_MAXUINT)
        g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_positions);
}

static void
scan_for_leaving (BayanEntityList *self, const BayanEntityUpdate *updates, guint n_updates, GArray *positions)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_updates; i++)
    g_hash_table_add (changed, updates[i].item);
  for (guint i = 0; i < self->items->len; i++)
    if (g_hash_table_contains (changed, self->items->pdata[i]))
      g_array_append_val (positions, i);
}

/* Where the items stand that @updates will move, while they still count what they did. None of the others is touched
 * where those are few: there may be a hundred thousand, and an import changes some hundreds at a time.
 *
 * Returns: (element-type guint): rising */
static GArray *
find_leaving (BayanEntityList *self, const BayanEntityUpdate *updates, guint n_updates)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));

  if (n_updates < self->items->len / MANY_PART)
    search_leaving (self, updates, n_updates, positions);
  else
    scan_for_leaving (self, updates, n_updates, positions);
  return positions;
}

/* Gives the items their new counts.
 *
 * @gone: takes those that have no mentions any more, with the list's reference
 * Returns: those that have some, in their order; their references go to the list */
static GPtrArray *
apply_all (const BayanEntityUpdate *updates, guint n_updates, GPtrArray *gone)
{
  GPtrArray *moved = g_ptr_array_new_full (n_updates, NULL);

  for (guint i = 0; i < n_updates; i++)
    {
      BayanEntityItem *item = updates[i].item;
      gboolean was_in = bayan_entity_item_get_count (item) > 0;

      apply (&updates[i]);
      if (updates[i].count.n_mentions > 0)
        g_ptr_array_add (moved, was_in ? item : g_object_ref (item));
      else if (was_in)
        g_ptr_array_add (gone, item);
    }
  g_ptr_array_sort (moved, compare_pointers_to_items);
  return moved;
}

/* The items but for those at @leaving, with room for @n_more. They stay the old array's, too. */
static GPtrArray *
copy_staying (BayanEntityList *self, const GArray *leaving, guint n_more)
{
  GPtrArray *items = g_ptr_array_new_full (self->items->len + n_more, g_object_unref);
  guint from = 0;

  g_ptr_array_set_size (items, (int) (self->items->len - leaving->len + n_more));
  for (guint i = 0; i <= leaving->len; i++)
    {
      guint until = i < leaving->len ? g_array_index (leaving, guint, i) : self->items->len;

      if (until > from)
        memcpy (items->pdata + from - i, self->items->pdata + from, (until - from) * sizeof (gpointer));
      from = until + 1;
    }
  return items;
}

/* As find_between() from 0 up to @high, for what is likely to stand near the end. */
static guint
find_from_end (gpointer *items, guint high, BayanEntityItem *item)
{
  guint step = 1, end = high;

  while (step <= high && bayan_entity_item_compare (items[high - step], item) > 0)
    {
      end = high - step;
      step *= 2;
    }
  return find_between (items, step <= high ? high - step + 1 : 0, end, item);
}

/* Puts @moved, from the last to the first, among the @n_staying at the head of @items: the rest of it is room. */
static void
put_in (GPtrArray *items, guint n_staying, const GPtrArray *moved)
{
  for (guint i = moved->len; i > 0; i--)
    {
      guint position = find_from_end (items->pdata, n_staying, moved->pdata[i - 1]);

      memmove (items->pdata + position + i, items->pdata + position,
               (n_staying - position) * sizeof (gpointer));
      items->pdata[position + i - 1] = moved->pdata[i - 1];
      n_staying = position;
    }
}

/* Replaces the items by @items (taken), which have their references, and says so of the part that is different. */
static void
replace (BayanEntityList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) before = self->items;

  g_ptr_array_set_free_func (before, NULL);
  self->items = items;
  bayan_list_difference_tell (G_LIST_MODEL (self), before, items);
}

static void
move_many (BayanEntityList *self, const BayanEntityUpdate *updates, guint n_updates)
{
  g_autoptr (GArray) leaving = find_leaving (self, updates, n_updates);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) moved = apply_all (updates, n_updates, gone);
  GPtrArray *items = copy_staying (self, leaving, moved->len);

  put_in (items, items->len - moved->len, moved);
  replace (self, items);
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
