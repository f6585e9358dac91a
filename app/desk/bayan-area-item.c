/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-area-item-private.h"

struct _BayanAreaItem {
  GObject parent_instance;
  char *key, *name_ar, *name_en;
  BayanAreaFigures figures;
};

G_DEFINE_FINAL_TYPE (BayanAreaItem, bayan_area_item, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
finalize (GObject *object)
{
  BayanAreaItem *self = BAYAN_AREA_ITEM (object);

  g_free (self->key);
  g_free (self->name_ar);
  g_free (self->name_en);
  G_OBJECT_CLASS (bayan_area_item_parent_class)->finalize (object);
}

static void
bayan_area_item_class_init (BayanAreaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bayan_area_item_init (BayanAreaItem *self)
{
}

BayanAreaItem *
bayan_area_item_new (const char *key)
{
  BayanAreaItem *self = g_object_new (BAYAN_TYPE_AREA_ITEM, NULL);

  self->key = g_strdup (key);
  return self;
}

void
bayan_area_item_set_figures (BayanAreaItem *self, const BayanAreaFigures *figures)
{
  const BayanAreaFigures *before = &self->figures;
  gboolean differs = before->figure != figures->figure || before->n_mentions != figures->n_mentions
                     || before->n_confirmed != figures->n_confirmed;

  self->figures = *figures;
  if (differs)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
bayan_area_item_set_names (BayanAreaItem *self, const char *name_ar, const char *name_en)
{
  if (g_strcmp0 (self->name_ar, name_ar) == 0 && g_strcmp0 (self->name_en, name_en) == 0)
    return;
  g_free (self->name_ar);
  g_free (self->name_en);
  self->name_ar = g_strdup (name_ar);
  self->name_en = g_strdup (name_en);
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
bayan_area_item_get_key (BayanAreaItem *self)
{
  return self->key;
}

const char *
bayan_area_item_get_name_ar (BayanAreaItem *self)
{
  return self->name_ar != NULL ? self->name_ar : self->name_en != NULL ? self->name_en : self->key;
}

const char *
bayan_area_item_get_name_en (BayanAreaItem *self)
{
  return self->name_en != NULL ? self->name_en : self->name_ar != NULL ? self->name_ar : self->key;
}

double
bayan_area_item_get_figure (BayanAreaItem *self)
{
  return self->figures.figure;
}

double
bayan_area_item_get_confirmed_part (BayanAreaItem *self)
{
  return self->figures.n_mentions > 0 ? (double) self->figures.n_confirmed / self->figures.n_mentions : 0;
}

guint
bayan_area_item_get_n_mentions (BayanAreaItem *self)
{
  return self->figures.n_mentions;
}

guint
bayan_area_item_get_n_confirmed (BayanAreaItem *self)
{
  return self->figures.n_confirmed;
}

guint
bayan_area_item_get_n_statements (BayanAreaItem *self)
{
  return self->figures.n_statements;
}
