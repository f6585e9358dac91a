/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity.h"

#include <math.h>

/**
 * bayan_entity_new:
 *
 * Returns: (transfer full): an entity without names or place, for its maker to fill in
 */
BayanEntity *
bayan_entity_new (const char *key, BayanMentionType type)
{
  BayanEntity *self = g_slice_new0 (BayanEntity);

  g_atomic_ref_count_init (&self->ref_count);
  self->key = g_ref_string_new (key);
  self->type = type;
  self->latitude = self->longitude = NAN;
  return self;
}

/**
 * bayan_entity_copy:
 *
 * Returns: (transfer full): an entity that says the same, and is not to be changed
 */
BayanEntity *
bayan_entity_copy (const BayanEntity *self)
{
  BayanEntity *same = (BayanEntity *) self;

  g_atomic_ref_count_inc (&same->ref_count);
  return same;
}

void
bayan_entity_free (BayanEntity *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ref_string_release (self->key);
  g_free (self->name_ar);
  g_free (self->name_en);
  g_free (self->iso3);
  g_free (self->area);
  g_slice_free (BayanEntity, self);
}
