/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-counts.h"

#include <math.h>
#include <string.h>

#include "bayan-location.h"
#include "bayan-provinces.h"

static void
clear_place (gpointer data)
{
  BayanMapPlace *place = data;

  g_object_unref (place->item);
}

static GArray *
new_places (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (BayanMapPlace));

  g_array_set_clear_func (places, clear_place);
  return places;
}

void
bayan_map_counts_init (BayanMapCounts *self, const BayanMapAtlas *atlas)
{
  *self = (BayanMapCounts) { .states = g_new0 (guint, atlas->n_states), .level = BAYAN_LEVEL_COUNTRIES };
  self->areas = g_array_new (FALSE, FALSE, sizeof (BayanAreaFigures));
  self->units = g_new0 (double, atlas->n_units);
  self->regions = g_array_new (FALSE, FALSE, sizeof (BayanMapRegion));
  self->region_units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_array_unref);
  self->places = new_places ();
  self->spots = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

void
bayan_map_counts_clear (BayanMapCounts *self)
{
  g_clear_pointer (&self->states, g_free);
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->units, g_free);
  g_clear_pointer (&self->regions, g_array_unref);
  g_clear_pointer (&self->region_units, g_hash_table_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->spots, g_hash_table_unref);
}

/* Seas and regions are named, but a dot in their middle would say nothing; what the analyst has put somewhere is there. */
static gboolean
find_spot (const BayanMapAtlas *atlas, const BayanEntity *entity, BayanMapSpot *spot)
{
  BayanLocation location;

  if (entity->area == NULL && !g_str_has_prefix (entity->key, "place:")
      && !g_str_has_prefix (entity->key, "adm1:"))
    return FALSE;
  if (!bayan_location_of_entity (entity, &location) || isnan (location.latitude))
    return FALSE;
  *spot = bayan_map_atlas_project (atlas->projection, location.longitude, location.latitude);
  return TRUE;
}

/* Where the tables have @item is looked up once: its key never changes. */
static gboolean
get_spot (BayanMapCounts *self, const BayanMapAtlas *atlas, BayanEntityItem *item, BayanMapSpot *spot)
{
  const BayanEntity *entity = bayan_entity_item_get_entity (item);
  gpointer known;

  if (entity->area != NULL)
    return find_spot (atlas, entity, spot);
  if (!g_hash_table_lookup_extended (self->spots, item, NULL, &known))
    {
      known = find_spot (atlas, entity, spot) ? g_memdup2 (spot, sizeof *spot) : NULL;
      g_hash_table_insert (self->spots, g_object_ref (item), known);
    }
  if (known != NULL)
    *spot = *(BayanMapSpot *) known;
  return known != NULL;
}

static void
add_place (BayanMapCounts *self, const BayanMapAtlas *atlas, GArray *places, BayanEntityItem *item)
{
  BayanMapPlace place = { .n_mentions = bayan_entity_item_get_count (item) };

  if (place.n_mentions == 0 || !get_spot (self, atlas, item, &place.spot))
    return;
  place.item = g_object_ref (item);
  g_array_append_val (places, place);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint one = ((const BayanMapPlace *) a)->n_mentions, other = ((const BayanMapPlace *) b)->n_mentions;

  return one > other ? -1 : one < other;
}

/* Types follow one another in the list, those of places first: of what comes behind them only what the analyst has put
 * somewhere is on the map. */
static GArray *
find_places (BayanMapCounts *self, const BayanMapAtlas *atlas, BayanDesk *desk)
{
  GListModel *entities = bayan_desk_get_entities (desk);
  g_autoptr (GPtrArray) placed = bayan_desk_list_placed (desk);
  GArray *places = new_places ();
  guint n_entities = g_list_model_get_n_items (entities);

  for (guint i = 0; i < n_entities; i++)
    {
      g_autoptr (BayanEntityItem) item = g_list_model_get_item (entities, i);

      if (bayan_entity_item_get_mention_type (item) > BAYAN_MENTION_LOC)
        break;
      add_place (self, atlas, places, item);
    }
  for (guint i = 0; i < placed->len; i++)
    if (bayan_entity_item_get_mention_type (placed->pdata[i]) > BAYAN_MENTION_LOC)
      add_place (self, atlas, places, placed->pdata[i]);
  g_array_sort (places, compare_places);
  return places;
}

static gboolean
are_same_places (const GArray *one, const GArray *other)
{
  for (guint i = 0; one->len == other->len && i < one->len; i++)
    {
      const BayanMapPlace *a = &g_array_index (one, BayanMapPlace, i);
      const BayanMapPlace *b = &g_array_index (other, BayanMapPlace, i);

      if (a->item != b->item || a->n_mentions != b->n_mentions || a->spot.x != b->spot.x
          || a->spot.y != b->spot.y)
        return FALSE;
    }
  return one->len == other->len;
}

/* Returns: whether they are other ones, elsewhere, or mentioned more or less often */
static gboolean
take_places (BayanMapCounts *self, const BayanMapAtlas *atlas, BayanDesk *desk)
{
  GArray *places;
  gboolean differs;

  if (g_list_model_get_n_items (bayan_desk_get_entities (desk)) == 0)
    g_hash_table_remove_all (self->spots);
  places = find_places (self, atlas, desk);
  differs = !are_same_places (self->places, places);
  g_array_unref (self->places);
  self->places = places;
  return differs;
}

/* By unit */

static const GArray *
get_region_units (BayanMapCounts *self, const char *key)
{
  GArray *units = g_hash_table_lookup (self->region_units, key);

  if (units == NULL)
    {
      units = bayan_area_list_units (key);
      g_hash_table_insert (self->region_units, g_strdup (key), units);
    }
  return units;
}

static int
compare_regions (gconstpointer a, gconstpointer b)
{
  const BayanMapRegion *one = a, *other = b;

  if (one->figure != other->figure)
    return one->figure > other->figure ? -1 : 1;
  return strcmp (one->key, other->key);
}

static void
add_region (BayanMapCounts *self, GArray *regions, const BayanAreaFigures *area)
{
  const GArray *units = get_region_units (self, area->key);
  BayanMapRegion region = { area->key, area->n_mentions, area->figure,
                            (const guint16 *) (const void *) units->data, units->len };

  g_array_append_val (regions, region);
}

/* More than one province may be drawn in a unit. */
static void
fill_units (BayanMapCounts *self, double *units, const BayanAreaFigures *area)
{
  const GArray *of_area = get_region_units (self, area->key);

  for (guint i = 0; i < of_area->len; i++)
    units[g_array_index (of_area, guint16, i)] += area->figure;
}

static gboolean
are_same_regions (const GArray *one, const GArray *other)
{
  for (guint i = 0; one->len == other->len && i < one->len; i++)
    {
      const BayanMapRegion *a = &g_array_index (one, BayanMapRegion, i),
                           *b = &g_array_index (other, BayanMapRegion, i);

      if (a->key != b->key || a->figure != b->figure)
        return FALSE;
    }
  return one->len == other->len;
}

/* Continents of M49 hold the units of their parts: they are listed, and not drawn. */
static gboolean
fills_units (const BayanMapCounts *self, const char *key)
{
  static const char *const CONTINENTS[] = { "m49:002", "m49:009", "m49:019", "m49:142", "m49:150", NULL };

  return self->level != BAYAN_LEVEL_REGIONS && self->level != BAYAN_LEVEL_PLACES
         && !g_strv_contains (CONTINENTS, key);
}

/* Returns: whether they are other ones */
static gboolean
take_areas (BayanMapCounts *self, const BayanMapAtlas *atlas, BayanDesk *desk)
{
  GArray *areas = bayan_desk_list_areas (desk);
  g_autofree double *figures = g_new0 (double, areas->len + 1);
  double *units = g_new0 (double, atlas->n_units);
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (BayanMapRegion));
  BayanAreaLevel level = bayan_desk_get_area_view (desk)->level;
  gboolean differs;

  differs = level != self->level;
  self->level = level;
  self->measure = bayan_desk_get_measure (desk);
  for (guint i = 0; i < areas->len; i++)
    {
      const BayanAreaFigures *area = &g_array_index (areas, BayanAreaFigures, i);

      figures[i] = area->figure;
      if (level == BAYAN_LEVEL_REGIONS)
        add_region (self, regions, area);
      else if (fills_units (self, area->key))
        fill_units (self, units, area);
    }
  g_array_sort (regions, compare_regions);
  differs |= memcmp (self->units, units, atlas->n_units * sizeof *units) != 0
             || !are_same_regions (self->regions, regions);
  g_array_unref (self->areas);
  g_free (self->units);
  g_array_unref (self->regions);
  self->areas = areas;
  self->units = units;
  self->regions = regions;
  if (differs)
    self->classes = bayan_map_classes_make (figures, areas->len);
  return differs;
}

/**
 * bayan_map_counts_take:
 *
 * Takes the numbers of @desk as they are now.
 *
 * Returns: what of it is different
 */
BayanMapNews
bayan_map_counts_take (BayanMapCounts *self, const BayanMapAtlas *atlas, BayanDesk *desk)
{
  BayanMapNews news = 0;

  for (guint i = 0; i < atlas->n_states; i++)
    {
      guint count = bayan_desk_get_country_count (desk, atlas->states[i].country->iso3);

      if (count != self->states[i])
        news |= BAYAN_MAP_NEWS_STATES;
      self->states[i] = count;
    }
  if (take_areas (self, atlas, desk))
    news |= BAYAN_MAP_NEWS_STATES | BAYAN_MAP_NEWS_AREAS;
  if (take_places (self, atlas, desk))
    news |= BAYAN_MAP_NEWS_PLACES;
  return news;
}

/**
 * bayan_map_counts_get_unit_class:
 *
 * Returns: what the unit is filled with, 0 for nothing
 */
guint
bayan_map_counts_get_unit_class (const BayanMapCounts *self, guint unit)
{
  return bayan_map_classes_find (&self->classes, self->units[unit]);
}

/* Returns: (nullable): the figures of the area, where it has some at the level */
const BayanAreaFigures *
bayan_map_counts_find_area (const BayanMapCounts *self, const char *key)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const BayanAreaFigures *area = &g_array_index (self->areas, BayanAreaFigures, i);

      if (g_str_equal (area->key, key))
        return area;
    }
  return NULL;
}

/* Returns: (nullable): the dot of an entity */
const BayanMapPlace *
bayan_map_counts_find_place (const BayanMapCounts *self, const char *entity_key)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const BayanMapPlace *place = &g_array_index (self->places, BayanMapPlace, i);

      if (g_str_equal (bayan_entity_item_get_key (place->item), entity_key))
        return place;
    }
  return NULL;
}

guint
bayan_map_counts_get_n_named (const BayanMapCounts *self, const BayanMapAtlas *atlas)
{
  guint n_named = 0;

  for (guint i = 0; i < atlas->n_states; i++)
    n_named += self->states[i] > 0;
  return n_named;
}
