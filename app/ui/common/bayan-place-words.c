/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-place-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-countries.h"
#include "bayan-language.h"
#include "bayan-location.h"
#include "bayan-own-entity.h"

static const char *
choose (const char *arabic, const char *english)
{
  return bayan_language_is_arabic () ? arabic : english;
}

/**
 * bayan_place_words_get_area:
 * @area: the key of a state, province, region or place
 *
 * Returns: (transfer full): "Nineveh, Iraq", as bayan_desk_find_areas() takes it; "" where there is none
 */
char *
bayan_place_words_get_area (const char *area)
{
  const BayanCountry *country;
  BayanLocation location;

  if (!bayan_location_find (area, &location))
    return g_strdup ("");
  country = !g_str_has_prefix (area, "iso:") ? bayan_country_find (location.iso3) : NULL;
  if (country == NULL)
    return g_strdup (choose (location.name_ar, location.name_en));
  /* Translators: a province, and the state that it is a part of */
  return g_strdup_printf (_ ("%1$s, %2$s"), choose (location.name_ar, location.name_en),
                          choose (country->name_ar, country->name_en));
}

/**
 * bayan_place_words_tell:
 *
 * Returns: (transfer full) (nullable): "In Nineveh, Iraq: placed by you", "In Iraq"; %NULL where nothing is known, and for a state
 */
char *
bayan_place_words_tell (const BayanEntity *entity)
{
  g_autofree char *area = NULL;
  BayanLocation location;

  if (g_strcmp0 (entity->area, BAYAN_AREA_NOWHERE) == 0)
    return g_strdup (_ ("Taken off the map by you"));
  if (g_str_has_prefix (entity->key, "iso:") || g_str_has_prefix (entity->key, "nisba:")
      || !bayan_location_of_entity (entity, &location))
    return NULL;
  if (entity->area == NULL)
    {
      const BayanCountry *country = bayan_country_find (location.iso3);

      return country != NULL ? g_strdup_printf (_ ("In %s"), choose (country->name_ar, country->name_en))
                             : NULL;
    }
  area = bayan_place_words_get_area (entity->area);
  if (*area == '\0')
    return g_strdup (_ ("At sea: placed by you"));
  /* Translators: where something lies: a province and a state, or a state */
  return g_strdup_printf (_ ("In %s: placed by you"), area);
}

/* Returns: (nullable): what is wrong, and what to do */
const char *
bayan_place_words_get_problem (BayanCoordinatesProblem problem)
{
  switch (problem)
    {
    case BAYAN_COORDINATES_UNCLEAR:
      return _ ("Write latitude and longitude, as 36.34, 43.13 or 36°20′N 43°8′E.");
    case BAYAN_COORDINATES_LATITUDE:
      return _ ("The latitude goes from −90 to 90 degrees. It stands first, before the longitude.");
    case BAYAN_COORDINATES_LONGITUDE:
      return _ ("The longitude goes from −180 to 180 degrees. It stands behind the latitude.");
    case BAYAN_COORDINATES_MINUTES:
      return _ ("A degree has sixty minutes, and a minute sixty seconds. Write less than 60.");
    case BAYAN_COORDINATES_FINE:
    default:
      return NULL;
    }
}
