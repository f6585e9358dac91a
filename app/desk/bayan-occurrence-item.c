/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-occurrence-item-private.h"

typedef struct {
  BayanStatementItem *statement;
  BayanOccurrence *occurrence;
  gboolean chosen;
} BayanOccurrenceItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BayanOccurrenceItem, bayan_occurrence_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_CHOSEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static BayanOccurrenceItemPrivate *
get_private (BayanOccurrenceItem *self)
{
  return bayan_occurrence_item_get_instance_private (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, bayan_occurrence_item_get_chosen (BAYAN_OCCURRENCE_ITEM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    bayan_occurrence_item_set_chosen (BAYAN_OCCURRENCE_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
finalize (GObject *object)
{
  BayanOccurrenceItemPrivate *self = get_private (BAYAN_OCCURRENCE_ITEM (object));

  g_object_unref (self->statement);
  bayan_occurrence_unref (self->occurrence);
  G_OBJECT_CLASS (bayan_occurrence_item_parent_class)->finalize (object);
}

static void
bayan_occurrence_item_class_init (BayanOccurrenceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->finalize = finalize;
  properties[PROP_CHOSEN] = g_param_spec_boolean (
      "chosen", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_occurrence_item_init (BayanOccurrenceItem *self)
{
}

/* @occurrence: of @statement */
void
bayan_occurrence_item_set_place (BayanOccurrenceItem *self, BayanStatementItem *statement,
                                 BayanOccurrence *occurrence)
{
  BayanOccurrenceItemPrivate *priv = get_private (self);

  priv->statement = g_object_ref (statement);
  priv->occurrence = bayan_occurrence_ref (occurrence);
}

const BayanOccurrence *
bayan_occurrence_item_get_occurrence (BayanOccurrenceItem *self)
{
  return get_private (self)->occurrence;
}

/* Returns: (transfer full) (element-type BayanOccurrenceItem) */
GPtrArray *
bayan_occurrence_items_get_chosen (GListModel *items)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BayanOccurrenceItem) item = g_list_model_get_item (items, i);

      if (bayan_occurrence_item_get_chosen (item))
        g_ptr_array_add (chosen, g_steal_pointer (&item));
    }
  return chosen;
}

void
bayan_occurrence_items_choose_all (GListModel *items, gboolean chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BayanOccurrenceItem) item = g_list_model_get_item (items, i);

      bayan_occurrence_item_set_chosen (item, chosen);
    }
}

/* For ui */

BayanStatementItem *
bayan_occurrence_item_get_statement (BayanOccurrenceItem *self)
{
  return get_private (self)->statement;
}

const char *
bayan_occurrence_item_get_before (BayanOccurrenceItem *self)
{
  return get_private (self)->occurrence->before;
}

const char *
bayan_occurrence_item_get_words (BayanOccurrenceItem *self)
{
  return get_private (self)->occurrence->words;
}

const char *
bayan_occurrence_item_get_after (BayanOccurrenceItem *self)
{
  return get_private (self)->occurrence->after;
}

gboolean
bayan_occurrence_item_get_chosen (BayanOccurrenceItem *self)
{
  return get_private (self)->chosen;
}

void
bayan_occurrence_item_set_chosen (BayanOccurrenceItem *self, gboolean chosen)
{
  BayanOccurrenceItemPrivate *priv = get_private (self);

  if (priv->chosen == chosen)
    return;
  priv->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}
