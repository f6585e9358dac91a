/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-name-item-private.h"

G_DEFINE_FINAL_TYPE (BayanNameItem, bayan_name_item, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  BayanNameItem *self = BAYAN_NAME_ITEM (object);

  g_clear_pointer (&self->name, bayan_own_name_free);
  g_ptr_array_unref (self->lessons);
  G_OBJECT_CLASS (bayan_name_item_parent_class)->finalize (object);
}

static void
bayan_name_item_class_init (BayanNameItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
bayan_name_item_init (BayanNameItem *self)
{
  self->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
}

/* @name: (transfer full) */
BayanNameItem *
bayan_name_item_new (BayanOwnName *name)
{
  BayanNameItem *self = g_object_new (BAYAN_TYPE_NAME_ITEM, NULL);

  self->name = name;
  return self;
}

const BayanOwnName *
bayan_name_item_get_name (BayanNameItem *self)
{
  return self->name;
}

gboolean
bayan_name_item_get_is_listed (BayanNameItem *self)
{
  return self->name->id != 0;
}

guint
bayan_name_item_get_n_right (BayanNameItem *self)
{
  return self->n_right;
}

guint
bayan_name_item_get_n_wrong (BayanNameItem *self)
{
  return self->n_wrong;
}
