/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-group.h"

struct _BayanEntityGroup {
  GObject parent_instance;

  BayanMentionType type;
  guint n_entities; /* beneath the heading, also while it is folded */
  guint most; /* mentions of the entity that has most of them, also where the filter entry hides that one */
  gboolean folded; /* the analyst closed the heading */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanEntityGroup, bayan_entity_group, G_TYPE_OBJECT)

static void
bayan_entity_group_class_init (BayanEntityGroupClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", BAYAN_TYPE_ENTITY_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bayan_entity_group_init (BayanEntityGroup *self)
{
}

BayanEntityGroup *
bayan_entity_group_new (BayanMentionType type)
{
  BayanEntityGroup *self = g_object_new (BAYAN_TYPE_ENTITY_GROUP, NULL);

  self->type = type;
  return self;
}

BayanMentionType
bayan_entity_group_get_mention_type (BayanEntityGroup *self)
{
  g_return_val_if_fail (BAYAN_IS_ENTITY_GROUP (self), BAYAN_MENTION_N_TYPES);
  return self->type;
}

guint
bayan_entity_group_get_n_entities (BayanEntityGroup *self)
{
  g_return_val_if_fail (BAYAN_IS_ENTITY_GROUP (self), 0);
  return self->n_entities;
}

guint
bayan_entity_group_get_most (BayanEntityGroup *self)
{
  g_return_val_if_fail (BAYAN_IS_ENTITY_GROUP (self), 0);
  return self->most;
}

gboolean
bayan_entity_group_get_folded (BayanEntityGroup *self)
{
  g_return_val_if_fail (BAYAN_IS_ENTITY_GROUP (self), FALSE);
  return self->folded;
}

static void
set_number (BayanEntityGroup *self, guint *number, guint value)
{
  if (*number == value)
    return;
  *number = value;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * bayan_entity_group_set_n_entities:
 * @n_entities: how many stand beneath the heading
 */
void
bayan_entity_group_set_n_entities (BayanEntityGroup *self, guint n_entities)
{
  g_return_if_fail (BAYAN_IS_ENTITY_GROUP (self));
  set_number (self, &self->n_entities, n_entities);
}

/**
 * bayan_entity_group_set_most:
 * @most: mentions of the entity of this type that has most of them: the length of a whole bar
 */
void
bayan_entity_group_set_most (BayanEntityGroup *self, guint most)
{
  g_return_if_fail (BAYAN_IS_ENTITY_GROUP (self));
  set_number (self, &self->most, most);
}

/**
 * bayan_entity_group_set_folded:
 * @folded: whether only the heading is shown
 */
void
bayan_entity_group_set_folded (BayanEntityGroup *self, gboolean folded)
{
  g_return_if_fail (BAYAN_IS_ENTITY_GROUP (self));

  if (self->folded == folded)
    return;
  self->folded = folded;
  g_signal_emit (self, signals[CHANGED], 0);
}
