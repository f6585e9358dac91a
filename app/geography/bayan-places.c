/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-places.h"

#include <string.h>

#include "bayan-geo-table.h"

typedef struct {
  BayanPlace *places;
  guint n_places;
  GHashTable *by_id;
} Places;

static void
read_place (gpointer element, char **columns)
{
  BayanPlace *self = element;

  *self = (BayanPlace) {
    .id = columns[0],
    .iso3 = columns[1],
    .name_en = columns[2],
    .name_ar = columns[3],
    .variants_ar = bayan_geo_split_list (columns[4]),
    .latitude = bayan_geo_number (columns[5]),
    .longitude = bayan_geo_number (columns[6]),
    .population = (guint) g_ascii_strtoull (columns[7], NULL, 10),
    .rank = (guint) g_ascii_strtoull (columns[8], NULL, 10),
    .flags = bayan_name_flags_from_string (columns[9]),
  };
}

static gpointer
load (gpointer nothing)
{
  Places *self = g_new0 (Places, 1);
  guint n_towns, n_cities;
  g_autofree BayanPlace *towns = bayan_geo_table_load ("places.tsv", 10, sizeof (BayanPlace), read_place,
                                                       &n_towns);
  g_autofree BayanPlace *cities = bayan_geo_table_load ("cities.tsv", 10, sizeof (BayanPlace), read_place,
                                                        &n_cities);

  self->n_places = n_towns + n_cities;
  self->places = g_new (BayanPlace, self->n_places);
  memcpy (self->places, towns, n_towns * sizeof (BayanPlace));
  memcpy (self->places + n_towns, cities, n_cities * sizeof (BayanPlace));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_places; i++)
    g_hash_table_insert (self->by_id, (gpointer) self->places[i].id, &self->places[i]);
  return self;
}

static const Places *
places (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * bayan_places_get_all:
 * @n_places: (out): how many
 *
 * Returns: (array length=n_places): all of them, those of places.tsv first
 */
const BayanPlace *
bayan_places_get_all (guint *n_places)
{
  *n_places = places ()->n_places;
  return places ()->places;
}

/**
 * bayan_place_find:
 * @id: (nullable): what follows "place:" in an entity key
 *
 * Returns: (nullable): the place; %NULL if there is none
 */
const BayanPlace *
bayan_place_find (const char *id)
{
  return id != NULL ? g_hash_table_lookup (places ()->by_id, id) : NULL;
}
