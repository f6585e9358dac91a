/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-list.h"

/* Numbers are given in the order of import, so that newest first is the highest first. */
struct _BayanStatementList {
  GObject parent_instance;
  GPtrArray *items; /* of BayanStatementItem, by falling id */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BayanStatementList, bayan_statement_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return BAYAN_TYPE_STATEMENT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return BAYAN_STATEMENT_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  BayanStatementList *self = BAYAN_STATEMENT_LIST (model);

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
  BayanStatementList *self = BAYAN_STATEMENT_LIST (object);

  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (bayan_statement_list_parent_class)->finalize (object);
}

static void
bayan_statement_list_class_init (BayanStatementListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
bayan_statement_list_init (BayanStatementList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

BayanStatementList *
bayan_statement_list_new (void)
{
  return g_object_new (BAYAN_TYPE_STATEMENT_LIST, NULL);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  gint64 id_a = bayan_statement_item_get_id (*(BayanStatementItem *const *) a);
  gint64 id_b = bayan_statement_item_get_id (*(BayanStatementItem *const *) b);

  return (id_a < id_b) - (id_a > id_b);
}

/* Where @id stands, or would. */
static guint
find_position (BayanStatementList *self, gint64 id)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (bayan_statement_item_get_id (self->items->pdata[middle]) > id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Makes room for @n_items at @position, moving what is behind once. */
static void
insert_run (BayanStatementList *self, guint position, gpointer *items, guint n_items)
{
  guint behind = self->items->len - position;

  g_ptr_array_set_size (self->items, (int) (self->items->len + n_items));
  memmove (self->items->pdata + position + n_items, self->items->pdata + position,
           behind * sizeof (gpointer));
  for (guint i = 0; i < n_items; i++)
    self->items->pdata[position + i] = g_object_ref (items[i]);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_items);
}

/**
 * bayan_statement_list_add:
 * @items: (element-type BayanStatementItem): statements that are not in the list; sorted in place
 */
void
bayan_statement_list_add (BayanStatementList *self, GPtrArray *items)
{
  g_ptr_array_sort (items, compare_items);
  for (guint from = 0, until; from < items->len; from = until)
    {
      guint position = find_position (self, bayan_statement_item_get_id (items->pdata[from]));

      until = from + 1;
      while (until < items->len
             && find_position (self, bayan_statement_item_get_id (items->pdata[until])) == position)
        until++;
      insert_run (self, position, items->pdata + from, until - from);
    }
}

static int
compare_falling (gconstpointer a, gconstpointer b)
{
  gint64 id_a = *(const gint64 *) a, id_b = *(const gint64 *) b;

  return (id_a < id_b) - (id_a > id_b);
}

static void
remove_run (BayanStatementList *self, guint position, guint n_items)
{
  g_ptr_array_remove_range (self->items, position, n_items);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_items, 0);
}

/**
 * bayan_statement_list_remove:
 * @ids: (element-type gint64): those that are not in the list are passed over
 */
void
bayan_statement_list_remove (BayanStatementList *self, GArray *ids)
{
  g_autoptr (GArray) falling = g_array_copy (ids);

  g_array_sort (falling, compare_falling);
  for (guint from = 0; from < falling->len;)
    {
      guint position = find_position (self, g_array_index (falling, gint64, from));
      guint n_items = 0;

      while (from + n_items < falling->len && position + n_items < self->items->len
             && bayan_statement_item_get_id (self->items->pdata[position + n_items])
                    == g_array_index (falling, gint64, from + n_items))
        n_items++;
      if (n_items > 0)
        remove_run (self, position, n_items);
      from += MAX (n_items, 1);
    }
}

void
bayan_statement_list_clear (BayanStatementList *self)
{
  if (self->items->len > 0)
    remove_run (self, 0, self->items->len);
}

/* Returns: (transfer none) (nullable) */
BayanStatementItem *
bayan_statement_list_find (BayanStatementList *self, gint64 id)
{
  guint position = find_position (self, id);

  return position < self->items->len && bayan_statement_item_get_id (self->items->pdata[position]) == id
             ? self->items->pdata[position]
             : NULL;
}

guint
bayan_statement_list_get_size (BayanStatementList *self)
{
  return self->items->len;
}

BayanStatementItem *
bayan_statement_list_peek (BayanStatementList *self, guint position)
{
  return self->items->pdata[position];
}
