/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-item-private.h"

#include <string.h>

/* The first bytes of the name, as numbers in the order of the bytes. */
typedef struct {
  guint64 first, second;
} NameHead;

struct _BayanEntityItem {
  GObject parent_instance;
  BayanEntity *entity;
  BayanOwnEntity *own; /* nullable */
  guint32 number;
  BayanCount count;
  guint32 colour; /* of a label of the code book, and a bit above it that says so; 0 for none */
  /* Of @entity: to sort a hundred thousand items, most have to be told apart without a look elsewhere in memory. */
  BayanMentionType type;
  NameHead name_head;
};

G_DEFINE_FINAL_TYPE (BayanEntityItem, bayan_entity_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_ENTITY, PROP_COUNT, PROP_N_CONFIRMED, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanEntityItem *self = BAYAN_ENTITY_ITEM (object);

  switch (id)
    {
    case PROP_ENTITY:
      g_value_set_pointer (value, self->entity);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count.n_mentions);
      break;
    case PROP_N_CONFIRMED:
      g_value_set_uint (value, self->count.n_confirmed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  BayanEntityItem *self = BAYAN_ENTITY_ITEM (object);

  bayan_entity_free (self->entity);
  g_clear_pointer (&self->own, bayan_own_entity_free);
  G_OBJECT_CLASS (bayan_entity_item_parent_class)->finalize (object);
}

static void
bayan_entity_item_class_init (BayanEntityItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  properties[PROP_ENTITY] = g_param_spec_pointer ("entity", NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_CONFIRMED] = g_param_spec_uint ("n-confirmed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_entity_item_init (BayanEntityItem *self)
{
}

static NameHead
read_head (const char *name)
{
  guint64 words[2] = { 0 };

  if (name != NULL)
    memcpy (words, name, MIN (strlen (name), sizeof words));
  return (NameHead) { GUINT64_FROM_BE (words[0]), GUINT64_FROM_BE (words[1]) };
}

/* @entity: copied */
static void
set_entity (BayanEntityItem *self, const BayanEntity *entity)
{
  self->entity = bayan_entity_copy (entity);
  self->type = entity->type;
  self->name_head = read_head (entity->name_ar);
}

/* @entity: copied */
BayanEntityItem *
bayan_entity_item_new (const BayanEntity *entity, guint32 number)
{
  BayanEntityItem *self = g_object_new (BAYAN_TYPE_ENTITY_ITEM, NULL);

  set_entity (self, entity);
  self->number = number;
  return self;
}

/* The same entity with other names. */
void
bayan_entity_item_set_entity (BayanEntityItem *self, const BayanEntity *entity)
{
  BayanEntity *before = self->entity;

  set_entity (self, entity);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTITY]);
  bayan_entity_free (before);
}

/* @own: (nullable): what the analyst says of it; the entity is as he says already */
void
bayan_entity_item_set_own (BayanEntityItem *self, const BayanOwnEntity *own)
{
  BayanOwnEntity *before = self->own;

  self->own = own != NULL ? bayan_own_entity_copy (own) : NULL;
  g_clear_pointer (&before, bayan_own_entity_free);
}

#define HAS_COLOUR (1u << 24)

void
bayan_entity_item_set_colour (BayanEntityItem *self, guint32 colour)
{
  if (self->colour == (colour | HAS_COLOUR))
    return;
  self->colour = colour | HAS_COLOUR;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTITY]);
}

/**
 * bayan_entity_item_get_colour:
 * @colour: (out): 0xRRGGBB
 *
 * Returns: FALSE where it has that of its type
 */
gboolean
bayan_entity_item_get_colour (BayanEntityItem *self, guint32 *colour)
{
  *colour = self->colour & ~HAS_COLOUR;
  return self->colour != 0;
}

void
bayan_entity_item_set_count (BayanEntityItem *self, BayanCount count)
{
  GObject *object = G_OBJECT (self);
  BayanCount before = self->count;

  self->count = count;
  if (before.n_mentions != count.n_mentions)
    g_object_notify_by_pspec (object, properties[PROP_COUNT]);
  if (before.n_confirmed != count.n_confirmed)
    g_object_notify_by_pspec (object, properties[PROP_N_CONFIRMED]);
}

guint32
bayan_entity_item_get_number (BayanEntityItem *self)
{
  return self->number;
}

static int
compare_names (BayanEntityItem *a, BayanEntityItem *b)
{
  int order;

  if (a->name_head.first != b->name_head.first)
    return a->name_head.first < b->name_head.first ? -1 : 1;
  if (a->name_head.second != b->name_head.second)
    return a->name_head.second < b->name_head.second ? -1 : 1;
  order = g_strcmp0 (a->entity->name_ar, b->entity->name_ar);
  return order != 0 ? order : g_strcmp0 (a->entity->key, b->entity->key);
}

/* By type, then the most frequent first, then by name; the key makes the order total. */
int
bayan_entity_item_compare (BayanEntityItem *a, BayanEntityItem *b)
{
  if (a->type != b->type)
    return a->type < b->type ? -1 : 1;
  if (a->count.n_mentions != b->count.n_mentions)
    return a->count.n_mentions > b->count.n_mentions ? -1 : 1;
  return compare_names (a, b);
}

const BayanEntity *
bayan_entity_item_get_entity (BayanEntityItem *self)
{
  return self->entity;
}

const BayanOwnEntity *
bayan_entity_item_get_own (BayanEntityItem *self)
{
  return self->own;
}

const char *
bayan_entity_item_get_key (BayanEntityItem *self)
{
  return self->entity->key;
}

BayanMentionType
bayan_entity_item_get_mention_type (BayanEntityItem *self)
{
  return self->entity->type;
}

guint
bayan_entity_item_get_count (BayanEntityItem *self)
{
  return self->count.n_mentions;
}

guint
bayan_entity_item_get_n_confirmed (BayanEntityItem *self)
{
  return self->count.n_confirmed;
}
