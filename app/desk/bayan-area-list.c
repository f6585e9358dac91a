/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-area-list.h"

#include <math.h>
#include <string.h>

#include "bayan-area-item-private.h"
#include "bayan-desk-private.h"
#include "bayan-list-difference.h"

struct _BayanAreaList {
  GObject parent_instance;
  BayanDesk *desk;
  BayanAreaCompare compare;
  GPtrArray *items;  /* of BayanAreaItem, in order */
  GHashTable *known; /* key → BayanAreaItem: also those that are not in the list now */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BayanAreaList, bayan_area_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return BAYAN_TYPE_AREA_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return BAYAN_AREA_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  BayanAreaList *self = BAYAN_AREA_LIST (model);

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
  BayanAreaList *self = BAYAN_AREA_LIST (object);

  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->known);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_area_list_parent_class)->finalize (object);
}

static void
bayan_area_list_class_init (BayanAreaListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

/* Most first; what was and is not any more comes last. */
int
bayan_area_compare_figures (BayanAreaItem *a, BayanAreaItem *b)
{
  double one = bayan_area_item_get_figure (a), other = bayan_area_item_get_figure (b);

  return one > other ? -1 : one < other;
}

static void
bayan_area_list_init (BayanAreaList *self)
{
  self->compare = bayan_area_compare_figures;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  BayanAreaItem *one = *(BayanAreaItem *const *) a, *other = *(BayanAreaItem *const *) b;
  int order = ((BayanAreaList *) data)->compare (one, other);

  return order != 0 ? order : strcmp (bayan_area_item_get_key (one), bayan_area_item_get_key (other));
}

/* As the library calls it, where it has it, else as the tables do. */
static void
name_item (BayanAreaList *self, BayanAreaItem *item)
{
  const char *key = bayan_area_item_get_key (item), *name_ar = NULL, *name_en = NULL;
  const BayanEntity *entity = bayan_desk_get_entity (self->desk, key);

  if (entity != NULL)
    bayan_area_item_set_names (item, entity->name_ar, entity->name_en);
  else if (bayan_area_find_names (key, &name_ar, &name_en))
    bayan_area_item_set_names (item, name_ar, name_en);
}

static BayanAreaItem *
get_area (BayanAreaList *self, const BayanAreaFigures *figures)
{
  BayanAreaItem *item = g_hash_table_lookup (self->known, figures->key);

  if (item == NULL)
    {
      item = bayan_area_item_new (figures->key);
      g_hash_table_insert (self->known, (gpointer) bayan_area_item_get_key (item), item);
    }
  bayan_area_item_set_figures (item, figures);
  name_item (self, item);
  return item;
}

/* @items: taken */
static void
replace (BayanAreaList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) before = self->items;

  self->items = items;
  bayan_list_difference_tell (G_LIST_MODEL (self), before, items);
}

static void
updated_cb (BayanAreaList *self)
{
  g_autoptr (GArray) areas = bayan_desk_list_areas (self->desk);
  GPtrArray *items = g_ptr_array_new_full (areas->len, g_object_unref);

  for (guint i = 0; i < areas->len; i++)
    g_ptr_array_add (items, g_object_ref (get_area (self, &g_array_index (areas, BayanAreaFigures, i))));
  g_ptr_array_sort_with_data (items, compare_items, self);
  replace (self, items);
}

/* Another library has other areas. */
static void
state_changed_cb (BayanAreaList *self)
{
  if (bayan_desk_get_state (self->desk) == BAYAN_DESK_READY)
    return;
  replace (self, g_ptr_array_new_with_free_func (g_object_unref));
  g_hash_table_remove_all (self->known);
}

BayanAreaList *
bayan_area_list_new (BayanDesk *desk)
{
  BayanAreaList *self = g_object_new (BAYAN_TYPE_AREA_LIST, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  updated_cb (self);
  return self;
}

void
bayan_area_list_set_order (BayanAreaList *self, BayanAreaCompare compare)
{
  self->compare = compare;
  updated_cb (self);
}

double
bayan_area_list_get_most (BayanAreaList *self)
{
  double most = 0;

  for (guint i = 0; i < self->items->len; i++)
    most = MAX (most, fabs (bayan_area_item_get_figure (self->items->pdata[i])));
  return most;
}

guint
bayan_area_list_find (BayanAreaList *self, const char *key)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (bayan_area_item_get_key (self->items->pdata[i]), key))
      return i;
  return G_MAXUINT;
}
