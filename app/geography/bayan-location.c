/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-location.h"

#include <math.h>
#include <string.h>

#include "bayan-countries.h"
#include "bayan-hit-test.h"
#include "bayan-map-geometry.h"
#include "bayan-own-entity.h"
#include "bayan-places.h"
#include "bayan-projection.h"
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

/* An area of more than a province says nothing of where in it. */
static void
locate_in_area (const char *area, BayanLocation *location)
{
  if (!bayan_location_find (area, location))
    *location = (BayanLocation) { NULL, NULL, NULL, NULL, (double) NAN, (double) NAN };
  else if (!g_str_has_prefix (area, "adm1:") && !g_str_has_prefix (area, "place:"))
    location->latitude = location->longitude = (double) NAN;
}

/**
 * bayan_location_of_entity:
 * @location: (out): where it is: as the analyst says, else as the tables do; its names are those of the area then
 *
 * Returns: %TRUE where either says anything of it
 */
gboolean
bayan_location_of_entity (const BayanEntity *entity, BayanLocation *location)
{
  if (entity->area == NULL)
    return bayan_location_find (entity->key, location);
  if (g_str_equal (entity->area, BAYAN_AREA_NOWHERE))
    return FALSE;
  locate_in_area (entity->area, location);
  if (isnan (entity->latitude) || isnan (entity->longitude))
    return location->name_ar != NULL;
  location->latitude = entity->latitude;
  location->longitude = entity->longitude;
  return TRUE;
}

/**
 * bayan_location_get_country:
 * @entity_key: of an entity
 * @iso3: (nullable): what is found of it: the state it lies in
 * @area: (nullable): as a BayanEntity has it
 *
 * What a mention of a thing counts for on the map: its name, its people, a place in it.
 *
 * Returns: (nullable): ISO 3166-1 alpha-3 of a state
 */
const char *
bayan_location_get_country (const char *entity_key, const char *iso3, const char *area)
{
  BayanLocation location;

  if (area != NULL)
    return bayan_location_find (area, &location) ? location.iso3 : NULL;
  if (g_str_has_prefix (entity_key, "iso:") || g_str_has_prefix (entity_key, "nisba:"))
    return strchr (entity_key, ':') + 1;
  if (g_str_has_prefix (entity_key, "adm1:") || g_str_has_prefix (entity_key, "place:"))
    return iso3;
  return NULL;
}

static int
find_unit (const BayanMapGeometry *geometry, double latitude, double longitude)
{
  return bayan_hit_test (geometry, bayan_projection_wrap_longitude (longitude), latitude);
}

/* The coast of the map runs some kilometres beside that of the world: a port is not at sea. */
static int
find_unit_near (const BayanMapGeometry *geometry, double latitude, double longitude)
{
  static const double STEPS[] = { 0.03, 0.06 }; /* degrees: about three and six kilometres */
  int unit = find_unit (geometry, latitude, longitude);

  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    for (guint eighth = 0; eighth < 8 && unit == BAYAN_MAP_NO_UNIT; eighth++)
      unit = find_unit (geometry, latitude + STEPS[i] * sin (eighth * G_PI / 4),
                        longitude + STEPS[i] * cos (eighth * G_PI / 4));
  return unit;
}

/**
 * bayan_location_find_area:
 * @latitude: degrees
 * @longitude: degrees
 *
 * Returns: (transfer full) (nullable): the key of the province that the map has there, of the state where its provinces are
 *   not drawn; %NULL at sea
 */
char *
bayan_location_find_area (double latitude, double longitude)
{
  const BayanMapGeometry *geometry = bayan_map_geometry_get (BAYAN_MAP_DETAIL);
  int unit = find_unit_near (geometry, latitude, longitude);

  if (unit == BAYAN_MAP_NO_UNIT)
    return NULL;
  if (bayan_province_find (geometry->units[unit].key) != NULL)
    return g_strconcat ("adm1:", geometry->units[unit].key, NULL);
  return g_strconcat ("iso:", geometry->units[unit].iso3, NULL);
}
