/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-regions.h"

#include "bayan-geo-table.h"

typedef struct {
  BayanRegion *regions;
  guint n_regions;
  GHashTable *by_id;
} Regions;

static BayanRegionKind
kind_from_string (const char *string)
{
  static const char *const KINDS[] = { "continent", "region", "province-group",
                                       "water",     "nature", "self-governed" };

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_str_equal (string, KINDS[i]))
      return (BayanRegionKind) i;
  return BAYAN_REGION_OF_STATES;
}

static void
read_region (gpointer element, char **columns)
{
  BayanRegion *self = element;

  *self = (BayanRegion) {
    .id = columns[0],
    .kind = kind_from_string (columns[1]),
    .name_en = columns[2],
    .name_ar = columns[3],
    .variants_ar = bayan_geo_split_list (columns[4]),
    .countries = bayan_geo_split_list (columns[5]),
    .provinces = bayan_geo_split_list (columns[6]),
    .latitude = bayan_geo_number (columns[7]),
    .longitude = bayan_geo_number (columns[8]),
    .basis = columns[9],
  };
}

static gpointer
load (gpointer nothing)
{
  Regions *self = g_new0 (Regions, 1);

  self->regions = bayan_geo_table_load ("regions.tsv", 10, sizeof (BayanRegion), read_region,
                                        &self->n_regions);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_regions; i++)
    g_hash_table_insert (self->by_id, (gpointer) self->regions[i].id, &self->regions[i]);
  return self;
}

static const Regions *
regions (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * bayan_regions_get_all:
 * @n_regions: (out): how many
 *
 * Returns: (array length=n_regions): all of them
 */
const BayanRegion *
bayan_regions_get_all (guint *n_regions)
{
  *n_regions = regions ()->n_regions;
  return regions ()->regions;
}

/**
 * bayan_region_find:
 * @id: (nullable): what follows "region:" in an entity key
 *
 * Returns: (nullable): the region; %NULL if there is none
 */
const BayanRegion *
bayan_region_find (const char *id)
{
  return id != NULL ? g_hash_table_lookup (regions ()->by_id, id) : NULL;
}

/**
 * bayan_region_has_country:
 * @iso3: ISO 3166-1 alpha-3
 *
 * Returns: %TRUE if the whole state is a member: Syria is none of its own north-east
 */
gboolean
bayan_region_has_country (const BayanRegion *self, const char *iso3)
{
  return g_strv_contains (self->countries, iso3);
}

/**
 * bayan_region_has_province:
 * @key: of bayan-provinces.h, or of a unit of the map
 *
 * Returns: %TRUE if the province is a member by itself; those of member states are not listed
 */
gboolean
bayan_region_has_province (const BayanRegion *self, const char *key)
{
  return g_strv_contains (self->provinces, key);
}
