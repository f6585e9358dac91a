/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-extent.h"

#include <string.h>

#include "bayan-areas.h"

/**
 * bayan_map_extent_set:
 * @key: (nullable): of the area or the entity whose extent it is; what has none, as a town or a sea, gets an empty one
 */
void
bayan_map_extent_set (BayanMapExtent *self, const BayanMapAtlas *atlas, const char *key)
{
  g_autofree char *state = NULL;
  g_autoptr (GArray) units = NULL;

  bayan_map_extent_clear (self);
  if (key == NULL)
    return;
  if (g_str_has_prefix (key, "nisba:"))
    state = g_strconcat ("iso:", key + strlen ("nisba:"), NULL);
  units = bayan_area_list_units (state != NULL ? state : key);
  self->holds = g_new0 (guint8, atlas->n_units);
  for (guint i = 0; i < units->len; i++)
    self->holds[g_array_index (units, guint16, i)] = 1;
  self->n_units = units->len;
}

void
bayan_map_extent_clear (BayanMapExtent *self)
{
  g_clear_pointer (&self->holds, g_free);
  self->n_units = 0;
}
