/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-extent.h"

#include <string.h>

#include "bayan-provinces.h"
#include "bayan-regions.h"

static void
add_state (BayanMapExtent *self, const BayanMapAtlas *atlas, const char *iso3)
{
  int state = bayan_map_atlas_find_state (atlas, iso3);

  for (guint i = 0; i < atlas->n_units; i++)
    if (atlas->state_of_unit[i] == state)
      self->holds[i] = 1;
}

/* A province younger than the map is drawn in the unit that holds it; a region may name a unit itself. */
static void
add_province (BayanMapExtent *self, const char *key)
{
  const BayanProvince *province = bayan_province_find (key);
  int unit = bayan_map_geometry_find_unit (bayan_map_geometry_get (BAYAN_MAP_WORLD),
                                           province != NULL ? province->unit : key);

  if (unit != BAYAN_MAP_NO_UNIT)
    self->holds[unit] = 1;
}

static void
add_region (BayanMapExtent *self, const BayanMapAtlas *atlas, const char *id)
{
  const BayanRegion *region = bayan_region_find (id);

  for (guint i = 0; region != NULL && region->countries[i] != NULL; i++)
    add_state (self, atlas, region->countries[i]);
  for (guint i = 0; region != NULL && region->provinces[i] != NULL; i++)
    add_province (self, region->provinces[i]);
}

/**
 * bayan_map_extent_set:
 * @entity_key: (nullable): whose extent; what has none, as a town or a sea, gets an empty one
 */
void
bayan_map_extent_set (BayanMapExtent *self, const BayanMapAtlas *atlas, const char *entity_key)
{
  bayan_map_extent_clear (self);
  if (entity_key == NULL)
    return;
  self->holds = g_new0 (guint8, atlas->n_units);
  if (g_str_has_prefix (entity_key, "iso:"))
    add_state (self, atlas, entity_key + strlen ("iso:"));
  else if (g_str_has_prefix (entity_key, "nisba:"))
    add_state (self, atlas, entity_key + strlen ("nisba:"));
  else if (g_str_has_prefix (entity_key, "adm1:"))
    add_province (self, entity_key + strlen ("adm1:"));
  else if (g_str_has_prefix (entity_key, "region:"))
    add_region (self, atlas, entity_key + strlen ("region:"));
  for (guint i = 0; i < atlas->n_units; i++)
    self->n_units += self->holds[i];
}

void
bayan_map_extent_clear (BayanMapExtent *self)
{
  g_clear_pointer (&self->holds, g_free);
  self->n_units = 0;
}
