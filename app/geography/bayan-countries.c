/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-countries.h"

#include <math.h>
#include <string.h>

#include "bayan-geo-table.h"

typedef struct {
  const char *iso3;
  double longitude, latitude, area_km2;
} Label;

typedef struct {
  BayanCountry *countries;
  guint n_countries;
  GHashTable *by_code; /* all three codes: two letters, three letters, three digits */
  gpointer labels;
} Countries;

static void
read_country (gpointer element, char **columns)
{
  BayanCountry *self = element;

  *self = (BayanCountry) {
    .iso3 = columns[0],
    .iso2 = columns[1],
    .m49 = columns[2],
    .name_en = columns[3],
    .name_ar = columns[4],
    .label_ar = columns[5],
    .variants_ar = bayan_geo_split_list (columns[6]),
    .variants_en = bayan_geo_split_list (columns[7]),
    .capital_en = columns[8],
    .capital_ar = columns[9],
    .latitude = bayan_geo_number (columns[10]),
    .longitude = bayan_geo_number (columns[11]),
    .label_latitude = (double) NAN,
    .label_longitude = (double) NAN,
    .m49_groups = bayan_geo_split_list (columns[12]),
    .is_un_member = columns[13][0] == '1',
  };
}

static void
read_label (gpointer element, char **columns)
{
  Label *label = element;

  label->iso3 = columns[0];
  label->longitude = bayan_geo_number (columns[1]);
  label->latitude = bayan_geo_number (columns[2]);
  label->area_km2 = bayan_geo_number (columns[3]);
}

static void
place_labels (Countries *self)
{
  guint n_labels;
  Label *labels = bayan_geo_table_load ("labels.tsv", 4, sizeof (Label), read_label, &n_labels);

  for (guint i = 0; i < n_labels; i++)
    {
      BayanCountry *country = g_hash_table_lookup (self->by_code, labels[i].iso3);

      if (country == NULL)
        continue;
      country->label_longitude = labels[i].longitude;
      country->label_latitude = labels[i].latitude;
      country->area_km2 = labels[i].area_km2;
    }
  self->labels = labels; /* kept, and with it the text that its columns lie in */
}

static gpointer
load (gpointer nothing)
{
  Countries *self = g_new0 (Countries, 1);

  self->countries = bayan_geo_table_load ("countries.tsv", 14, sizeof (BayanCountry), read_country,
                                          &self->n_countries);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_countries; i++)
    {
      BayanCountry *country = &self->countries[i];

      g_hash_table_insert (self->by_code, (gpointer) country->iso3, country);
      g_hash_table_insert (self->by_code, (gpointer) country->iso2, country);
      if (*country->m49 != '\0')
        g_hash_table_insert (self->by_code, (gpointer) country->m49, country);
    }
  place_labels (self);
  return self;
}

static const Countries *
countries (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * bayan_countries_get_all:
 * @n_countries: (out): how many
 *
 * Returns: (array length=n_countries): all of them, sorted by ISO 3166-1 alpha-3
 */
const BayanCountry *
bayan_countries_get_all (guint *n_countries)
{
  *n_countries = countries ()->n_countries;
  return countries ()->countries;
}

static const BayanCountry *
find (const char *code, gsize n_letters)
{
  if (code == NULL || strlen (code) != n_letters)
    return NULL;
  return g_hash_table_lookup (countries ()->by_code, code);
}

/**
 * bayan_country_find:
 * @iso3: (nullable): ISO 3166-1 alpha-3, "IRQ"
 *
 * Returns: (nullable): the country; %NULL if no country has the code
 */
const BayanCountry *
bayan_country_find (const char *iso3)
{
  return iso3 != NULL && g_ascii_isalpha (*iso3) ? find (iso3, 3) : NULL;
}

/**
 * bayan_country_find_iso2:
 * @iso2: (nullable): ISO 3166-1 alpha-2, "IQ"
 *
 * Returns: (nullable): the country; %NULL if no country has the code
 */
const BayanCountry *
bayan_country_find_iso2 (const char *iso2)
{
  return find (iso2, 2);
}

/**
 * bayan_country_find_m49:
 * @m49: (nullable): three digits of the UN's M49, "368"
 *
 * Returns: (nullable): the country; %NULL if no country has the code
 */
const BayanCountry *
bayan_country_find_m49 (const char *m49)
{
  return m49 != NULL && g_ascii_isdigit (*m49) ? find (m49, 3) : NULL;
}

/**
 * bayan_country_is_in:
 * @m49_group: a region of the UN's M49, "011" for Western Africa
 *
 * Returns: %TRUE if the country is one of the group's
 */
gboolean
bayan_country_is_in (const BayanCountry *self, const char *m49_group)
{
  return g_strv_contains (self->m49_groups, m49_group);
}
