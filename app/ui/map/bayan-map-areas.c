/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-areas.h"

#include <math.h>
#include <string.h>

#include "bayan-location.h"
#include "bayan-provinces.h"

/* Where areas stand */

static gboolean
find_spot_of_state (const BayanMapAtlas *atlas, const char *iso3, BayanMapSpot *spot)
{
  int state = bayan_map_atlas_find_state (atlas, iso3);

  if (state == BAYAN_MAP_NO_STATE || atlas->states[state].country->area_km2 <= 0)
    return FALSE;
  *spot = atlas->states[state].label;
  return TRUE;
}

/* The middle of all that it is made of. */
static gboolean
find_middle (const BayanMapAtlas *atlas, const char *key, BayanMapSpot *spot)
{
  const BayanMapGeometry *geometry = bayan_map_geometry_get (BAYAN_MAP_WORLD);
  g_autoptr (GArray) units = bayan_area_list_units (key);
  double x = 0, y = 0, area_km2 = 0;

  for (guint i = 0; i < units->len; i++)
    {
      guint16 unit = g_array_index (units, guint16, i);

      x += atlas->unit_labels[unit].x * geometry->units[unit].area_km2;
      y += atlas->unit_labels[unit].y * geometry->units[unit].area_km2;
      area_km2 += geometry->units[unit].area_km2;
    }
  if (area_km2 <= 0)
    return FALSE;
  *spot = (BayanMapSpot) { (float) (x / area_km2), (float) (y / area_km2) };
  return TRUE;
}

/* @place: (nullable): its dot */
static gboolean
find_spot (const BayanMapAtlas *atlas, const char *key, const BayanMapPlace *place, BayanMapSpot *spot)
{
  BayanLocation location;

  if (g_str_has_prefix (key, "iso:"))
    return find_spot_of_state (atlas, key + strlen ("iso:"), spot);
  if (place != NULL)
    *spot = place->spot;
  else if (bayan_location_find (key, &location) && !isnan (location.latitude))
    *spot = bayan_map_atlas_project (atlas->projection, location.longitude, location.latitude);
  else
    return find_middle (atlas, key, spot);
  return TRUE;
}

/**
 * bayan_map_areas_find_spot:
 * @spot: (out): where its name would stand, or its dot
 *
 * Returns: whether it is anywhere on the map
 */
gboolean
bayan_map_areas_find_spot (const BayanMapCounts *counts, const BayanMapAtlas *atlas, const char *key,
                           BayanMapSpot *spot)
{
  return find_spot (atlas, key, bayan_map_counts_find_place (counts, key), spot);
}

/* Which one lies at a point */

static gboolean
region_holds (const BayanMapRegion *region, int unit)
{
  for (guint i = 0; i < region->n_units; i++)
    if (region->units[i] == unit)
      return TRUE;
  return FALSE;
}

/* The smallest of those that overlap there: a larger one can be pointed at elsewhere. Returns: (nullable) */
static const BayanMapRegion *
find_region_at (const BayanMapCounts *counts, int unit)
{
  const BayanMapRegion *smallest = NULL;

  for (guint i = 0; i < counts->regions->len; i++)
    {
      const BayanMapRegion *region = &g_array_index (counts->regions, BayanMapRegion, i);

      if (region_holds (region, unit) && (smallest == NULL || region->n_units < smallest->n_units))
        smallest = region;
    }
  return smallest;
}

/**
 * bayan_map_areas_find_at:
 * @unit: of the atlas, or %BAYAN_MAP_NO_UNIT
 *
 * Returns: (transfer full) (nullable): the key of the area of the level that the unit belongs to, of its country where
 *   there is none; %NULL at sea
 */
char *
bayan_map_areas_find_at (const BayanMapCounts *counts, const BayanMapAtlas *atlas, int unit)
{
  const BayanMapRegion *region;
  const char *iso3, *key;

  if (unit == BAYAN_MAP_NO_UNIT)
    return NULL;
  iso3 = atlas->states[atlas->state_of_unit[unit]].country->iso3;
  region = find_region_at (counts, unit); /* there are some at the level of regions alone */
  if (region != NULL)
    return g_strdup (region->key);
  key = bayan_map_geometry_get (BAYAN_MAP_WORLD)->units[unit].key;
  if (counts->level == BAYAN_LEVEL_PROVINCES && bayan_province_find (key) != NULL)
    return g_strconcat ("adm1:", key, NULL);
  key = bayan_area_get_m49_of_country (iso3);
  if (counts->level == BAYAN_LEVEL_M49 && key != NULL)
    return g_strconcat ("m49:", key, NULL);
  return g_strconcat ("iso:", iso3, NULL);
}

/* Which one comes next */

typedef struct {
  GHashTable *places; /* key → BayanMapPlace: there may be as many as areas */
  const BayanMapAtlas *atlas;
  const char *key; /* nullable: where the walk begins */
  BayanMapSpot from;
  int right, down;
  char *best; /* nullable: the next one so far */
  double best_distance;
} Walk;

/* How well a spot lies in a direction: the less, the better; INFINITY if it does not. */
static double
distance_towards (const Walk *walk, BayanMapSpot to)
{
  double x = to.x - walk->from.x, y = to.y - walk->from.y;
  double along = x * walk->right - y * walk->down;
  double across = fabs (x * walk->down + y * walk->right);

  return along > 1e-6 && across <= 1.5 * along ? along + 2 * across : (double) INFINITY;
}

static void
consider (Walk *walk, const char *key)
{
  BayanMapSpot spot;
  double distance;

  if (g_strcmp0 (key, walk->key) == 0
      || !find_spot (walk->atlas, key, g_hash_table_lookup (walk->places, key), &spot))
    return;
  distance = distance_towards (walk, spot);
  if (distance >= walk->best_distance)
    return;
  walk->best_distance = distance;
  g_free (walk->best);
  walk->best = g_strdup (key);
}

static void
consider_states (Walk *walk)
{
  for (guint i = 0; i < walk->atlas->n_states; i++)
    {
      g_autofree char *key = g_strconcat ("iso:", walk->atlas->states[i].country->iso3, NULL);

      consider (walk, key);
    }
}

static GHashTable *
index_places (const BayanMapCounts *counts)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < counts->places->len; i++)
    {
      BayanMapPlace *place = &g_array_index (counts->places, BayanMapPlace, i);

      g_hash_table_insert (places, (gpointer) bayan_entity_item_get_key (place->item), place);
    }
  return places;
}

/**
 * bayan_map_areas_find_next:
 * @key: (nullable): of an area that is not to be found
 * @from: where to go from
 * @right: 1 to the east, -1 to the west, else 0
 * @down: 1 to the south, -1 to the north, else 0
 *
 * Returns: (transfer full) (nullable): the key of the next area of the level that has a figure; of the next country at all
 *   where no other one has
 */
char *
bayan_map_areas_find_next (const BayanMapCounts *counts, const BayanMapAtlas *atlas, const char *key,
                           BayanMapSpot from, int right, int down)
{
  g_autoptr (GHashTable) places = index_places (counts);
  Walk walk = { places, atlas, key, from, right, down, NULL, (double) INFINITY };

  if (counts->level == BAYAN_LEVEL_COUNTRIES && counts->areas->len <= 1)
    consider_states (&walk);
  else
    for (guint i = 0; i < counts->areas->len; i++)
      consider (&walk, g_array_index (counts->areas, BayanAreaFigures, i).key);
  return walk.best;
}

/* What is filtered by */

/**
 * bayan_map_areas_filter:
 *
 * Shows only the statements that name the area or the entity, or all again if they were those already.
 *
 * Returns: %FALSE for a region of M49: their statements have no filter
 */
gboolean
bayan_map_areas_filter (BayanDesk *desk, const char *key)
{
  const char *iso3 = g_str_has_prefix (key, "iso:") ? key + strlen ("iso:") : NULL;

  if (g_str_has_prefix (key, "m49:"))
    return FALSE;
  if (iso3 != NULL)
    bayan_desk_set_country_filter (desk,
                                   g_strcmp0 (iso3, bayan_desk_get_country_filter (desk)) == 0 ? NULL : iso3);
  else
    bayan_desk_set_entity_filter (desk,
                                  g_strcmp0 (key, bayan_desk_get_entity_filter (desk)) == 0 ? NULL : key);
  return TRUE;
}
