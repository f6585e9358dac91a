/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-provinces.h"

#include "bayan-geo-table.h"

typedef struct {
  BayanProvince *provinces;
  guint n_provinces;
  GHashTable *by_key;
} Provinces;

/**
 * bayan_name_flags_from_string:
 * @string: "word", "state", "dup", several with | between them, or ""
 *
 * Returns: the flags; words it does not know are passed over
 */
BayanNameFlags
bayan_name_flags_from_string (const char *string)
{
  static const struct {
    const char *word;
    BayanNameFlags flag;
  } WORDS[] = {
    { "word", BAYAN_NAME_IS_WORD },
    { "state", BAYAN_NAME_IS_STATE },
    { "dup", BAYAN_NAME_IS_SHARED },
  };
  g_auto (GStrv) parts = g_strsplit (string, "|", -1);
  BayanNameFlags flags = 0;

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_strv_contains ((const char *const *) parts, WORDS[i].word))
      flags |= WORDS[i].flag;
  return flags;
}

static void
read_province (gpointer element, char **columns)
{
  BayanProvince *self = element;

  *self = (BayanProvince) {
    .key = columns[0],
    .iso3 = columns[1],
    .iso_3166_2 = columns[2],
    .unit = columns[3],
    .name_en = columns[4],
    .name_ar = columns[5],
    .variants_ar = bayan_geo_split_list (columns[6]),
    .latitude = bayan_geo_number (columns[7]),
    .longitude = bayan_geo_number (columns[8]),
    .flags = bayan_name_flags_from_string (columns[9]),
  };
}

static gpointer
load (gpointer nothing)
{
  Provinces *self = g_new0 (Provinces, 1);

  self->provinces = bayan_geo_table_load ("admin1.tsv", 10, sizeof (BayanProvince), read_province,
                                          &self->n_provinces);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_provinces; i++)
    g_hash_table_insert (self->by_key, (gpointer) self->provinces[i].key, &self->provinces[i]);
  return self;
}

static const Provinces *
provinces (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * bayan_provinces_get_all:
 * @n_provinces: (out): how many
 *
 * Returns: (array length=n_provinces): all of them, sorted by key and thereby by state
 */
const BayanProvince *
bayan_provinces_get_all (guint *n_provinces)
{
  *n_provinces = provinces ()->n_provinces;
  return provinces ()->provinces;
}

/**
 * bayan_province_find:
 * @key: (nullable): what follows "adm1:" in an entity key
 *
 * Returns: (nullable): the province; %NULL if there is none
 */
const BayanProvince *
bayan_province_find (const char *key)
{
  return key != NULL ? g_hash_table_lookup (provinces ()->by_key, key) : NULL;
}
