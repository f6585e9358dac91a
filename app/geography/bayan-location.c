/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-location.h"

#include <string.h>

#include "bayan-countries.h"
#include "bayan-places.h"
#include "bayan-provinces.h"
#include "bayan-regions.h"

static gboolean
locate_country (const char *iso3, BayanLocation *location)
{
  const BayanCountry *country = bayan_country_find (iso3);

  if (country == NULL)
    return FALSE;
  *location = (BayanLocation) {
    country->iso3, NULL, country->name_ar, country->name_en, country->latitude, country->longitude,
  };
  return TRUE;
}

static gboolean
locate_province (const char *key, BayanLocation *location)
{
  const BayanProvince *province = bayan_province_find (key);

  if (province == NULL)
    return FALSE;
  *location = (BayanLocation) {
    province->iso3,    province->unit,     province->name_ar,
    province->name_en, province->latitude, province->longitude,
  };
  return TRUE;
}

static gboolean
locate_place (const char *id, BayanLocation *location)
{
  const BayanPlace *place = bayan_place_find (id);

  if (place == NULL)
    return FALSE;
  *location = (BayanLocation) {
    *place->iso3 != '\0' ? place->iso3 : NULL,
    NULL,
    place->name_ar,
    place->name_en,
    place->latitude,
    place->longitude,
  };
  return TRUE;
}

/* A region of one state's provinces lies in that state; one that crosses a border lies in none. */
static const char *
state_of_provinces (const BayanRegion *region)
{
  const char *iso3 = NULL;

  for (guint i = 0; region->provinces[i] != NULL; i++)
    {
      const BayanProvince *province = bayan_province_find (region->provinces[i]);

      if (province == NULL || (iso3 != NULL && !g_str_equal (iso3, province->iso3)))
        return NULL;
      iso3 = province->iso3;
    }
  return iso3;
}

static gboolean
locate_region (const char *id, BayanLocation *location)
{
  const BayanRegion *region = bayan_region_find (id);

  if (region == NULL)
    return FALSE;
  *location = (BayanLocation) {
    state_of_provinces (region), NULL, region->name_ar, region->name_en, region->latitude, region->longitude,
  };
  return TRUE;
}

/**
 * bayan_location_find:
 * @entity_key: (nullable): a key as bayan-mention.h describes them
 * @location: (out): what the tables say of it
 *
 * Returns: %TRUE for a key of a state, province, place, region or nationality adjective that is in the tables
 */
gboolean
bayan_location_find (const char *entity_key, BayanLocation *location)
{
  static const struct {
    const char *scheme;
    gboolean (*locate) (const char *id, BayanLocation *location);
  } SCHEMES[] = {
    { "iso:", locate_country }, { "nisba:", locate_country }, { "adm1:", locate_province },
    { "place:", locate_place }, { "region:", locate_region },
  };

  for (guint i = 0; entity_key != NULL && i < G_N_ELEMENTS (SCHEMES); i++)
    if (g_str_has_prefix (entity_key, SCHEMES[i].scheme))
      return SCHEMES[i].locate (entity_key + strlen (SCHEMES[i].scheme), location);
  return FALSE;
}
