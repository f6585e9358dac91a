/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity.h"

#include <math.h>

/**
 * bayan_entity_new:
 *
 * Returns: (transfer full): an entity without names or place
 */
BayanEntity *
bayan_entity_new (const char *key, BayanMentionType type)
{
  BayanEntity *self = g_new0 (BayanEntity, 1);

  self->key = g_strdup (key);
  self->type = type;
  self->latitude = self->longitude = NAN;
  return self;
}

/**
 * bayan_entity_copy:
 *
 * Returns: (transfer full): an entity that says the same
 */
BayanEntity *
bayan_entity_copy (const BayanEntity *self)
{
  BayanEntity *copy = g_memdup2 (self, sizeof *self);

  copy->key = g_strdup (self->key);
  copy->name_ar = g_strdup (self->name_ar);
  copy->name_en = g_strdup (self->name_en);
  copy->iso3 = g_strdup (self->iso3);
  return copy;
}

void
bayan_entity_free (BayanEntity *self)
{
  g_free (self->key);
  g_free (self->name_ar);
  g_free (self->name_en);
  g_free (self->iso3);
  g_free (self);
}
