/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "bayan-countries.h"
#include "bayan-location.h"
#include "bayan-map-geometry.h"
#include "bayan-own-entity.h"
#include "bayan-places.h"
#include "bayan-regions.h"

static void
test_country_codes (void)
{
  const BayanCountry *iraq = bayan_country_find ("IRQ");

  g_assert_nonnull (iraq);
  g_assert_true (iraq == bayan_country_find_iso2 ("IQ"));
  g_assert_true (iraq == bayan_country_find_m49 ("368"));
  g_assert_cmpstr (iraq->name_ar, ==, "العراق");
  g_assert_cmpstr (iraq->capital_en, ==, "Baghdad");
  g_assert_true (iraq->is_un_member);
  g_assert_true (bayan_country_is_in (iraq, "145"));
  g_assert_false (bayan_country_is_in (iraq, "002"));
  g_assert_cmpstr (bayan_country_find ("XKX")->m49, ==, "");
}

static void
test_country_not_found (void)
{
  static const char *const OTHERS[] = { NULL, "", "IQ", "XXX", "368", "IRQX", "irq" };

  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    g_assert_null (bayan_country_find (OTHERS[i]));
  g_assert_null (bayan_country_find_iso2 ("IRQ"));
  g_assert_null (bayan_country_find_m49 ("IRQ"));
  g_assert_null (bayan_country_find_m49 (NULL));
}

static void
test_countries_whole (void)
{
  guint n_countries;
  const BayanCountry *countries = bayan_countries_get_all (&n_countries);
  guint n_members = 0;

  g_assert_cmpuint (n_countries, ==, 250);
  for (guint i = 0; i < n_countries; i++)
    {
      g_assert_true (&countries[i] == bayan_country_find (countries[i].iso3));
      g_assert_true (*countries[i].name_ar != '\0' && *countries[i].name_en != '\0'
                     && *countries[i].label_ar != '\0');
      if (countries[i].is_un_member)
        {
          n_members++;
          g_assert_false (isnan (countries[i].latitude));
          g_assert_false (isnan (countries[i].label_latitude));
          g_assert_cmpfloat (countries[i].area_km2, >, 0);
        }
    }
  g_assert_cmpuint (n_members, ==, 193);
}

static void
test_provinces_whole (void)
{
  guint n_provinces;
  const BayanProvince *provinces = bayan_provinces_get_all (&n_provinces);
  const BayanMapGeometry *map = bayan_map_geometry_get (BAYAN_MAP_WORLD);

  g_assert_cmpuint (n_provinces, >, 1200);
  for (guint i = 0; i < n_provinces; i++)
    {
      g_assert_true (&provinces[i] == bayan_province_find (provinces[i].key));
      g_assert_nonnull (bayan_country_find (provinces[i].iso3));
      g_assert_cmpint (bayan_map_geometry_find_unit (map, provinces[i].unit), !=, BAYAN_MAP_NO_UNIT);
    }
  g_assert_cmpstr (bayan_province_find ("IRQ-3471")->name_ar, ==, "الأنبار");
  g_assert_cmpint (bayan_province_find ("OMN-2404")->flags, ==, BAYAN_NAME_IS_WORD);
}

static void
test_places_whole (void)
{
  guint n_places;
  const BayanPlace *places = bayan_places_get_all (&n_places);

  g_assert_cmpuint (n_places, >, 1400);
  for (guint i = 0; i < n_places; i++)
    {
      g_assert_true (&places[i] == bayan_place_find (places[i].id));
      g_assert_true (*places[i].iso3 == '\0' || bayan_country_find (places[i].iso3) != NULL);
      g_assert_cmpfloat (fabs (places[i].latitude), <=, 90);
      g_assert_cmpuint (places[i].rank, >=, 1);
      g_assert_cmpuint (places[i].rank, <=, 4);
    }
  g_assert_cmpstr (bayan_place_find ("99072")->name_ar, ==, "الموصل");
}

static void
test_regions_whole (void)
{
  guint n_regions;
  const BayanRegion *regions = bayan_regions_get_all (&n_regions);
  const BayanMapGeometry *map = bayan_map_geometry_get (BAYAN_MAP_WORLD);

  for (guint i = 0; i < n_regions; i++)
    {
      g_assert_true (&regions[i] == bayan_region_find (regions[i].id));
      for (guint k = 0; regions[i].countries[k] != NULL; k++)
        g_assert_nonnull (bayan_country_find (regions[i].countries[k]));
      for (guint k = 0; regions[i].provinces[k] != NULL; k++)
        g_assert_true (bayan_province_find (regions[i].provinces[k]) != NULL
                       || bayan_map_geometry_find_unit (map, regions[i].provinces[k]) != BAYAN_MAP_NO_UNIT);
      g_assert_true (regions[i].countries[0] != NULL || regions[i].provinces[0] != NULL
                     || !isnan (regions[i].latitude));
    }
}

static void
test_region_members (void)
{
  g_assert_true (bayan_region_has_country (bayan_region_find ("sahel"), "BFA"));
  g_assert_false (bayan_region_has_country (bayan_region_find ("sub-saharan"), "SDN")); /* as M49 has it */
  g_assert_true (bayan_region_has_country (bayan_region_find ("central-asia"), "TJK"));
  g_assert_false (bayan_region_has_country (bayan_region_find ("ne-syria"), "SYR"));
  g_assert_true (bayan_region_has_province (bayan_region_find ("ne-syria"), "SYR-141"));
  g_assert_cmpstr (bayan_region_find ("ne-syria")->name_en, ==, "North-East Syria");
  g_assert_null (bayan_region_find ("atlantis"));
}

static void
test_locations (void)
{
  BayanLocation location;

  g_assert_true (bayan_location_find ("iso:IRQ", &location));
  g_assert_cmpstr (location.iso3, ==, "IRQ");
  g_assert_true (bayan_location_find ("nisba:TUR", &location));
  g_assert_cmpstr (location.iso3, ==, "TUR");
  g_assert_true (bayan_location_find ("adm1:BFA-2806", &location));
  g_assert_cmpstr (location.iso3, ==, "BFA");
  g_assert_cmpstr (location.unit, ==, "BFA-sahel");
  g_assert_true (bayan_location_find ("place:99072", &location));
  g_assert_cmpfloat_with_epsilon (location.latitude, 36.335, 1e-3);
  g_assert_true (bayan_location_find ("region:ne-syria", &location));
  g_assert_cmpstr (location.iso3, ==, "SYR");
  g_assert_true (bayan_location_find ("region:liptako", &location)); /* three states: in none */
  g_assert_null (location.iso3);
  g_assert_true (bayan_location_find ("place:281184", &location)); /* Jerusalem */
  g_assert_null (location.iso3);
}

static void
test_no_location (void)
{
  static const char *const OTHERS[] = { NULL,     "",       "iso:",    "iso:XXX", "adm1:",
                                        "place:", "org:un", "region:", "iso" };
  BayanLocation location;

  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    g_assert_false (bayan_location_find (OTHERS[i], &location));
}

static void
assert_area (double latitude, double longitude, const char *area)
{
  g_autofree char *found = bayan_location_find_area (latitude, longitude);

  g_assert_cmpstr (found, ==, area);
}

/* The province, the state where its provinces are not drawn, and a port that the coast of the map passes by. */
static void
test_areas (void)
{
  BayanLocation location;
  g_autofree char *area = bayan_location_find_area (36.34, 43.13);

  g_assert_true (g_str_has_prefix (area, "adm1:IRQ-"));
  g_assert_true (bayan_location_find (area, &location));
  g_assert_cmpstr (location.name_ar, ==, "نينوى");
  assert_area (48.85, 2.35, "iso:FRA");
  assert_area (34, 18, NULL);            /* the sea between Libya and Crete */
  assert_area (35.89, 14.52, "iso:MLT"); /* the Grand Harbour */
}

/* What the analyst says goes before the tables. */
static void
test_own_location (void)
{
  g_autoptr (BayanEntity) found = bayan_entity_new ("place:99072", BAYAN_MENTION_GPE);
  g_autoptr (BayanOwnEntity) own = bayan_own_entity_new ();
  g_autoptr (BayanEntity) said = NULL, placed = NULL, nowhere = NULL;
  BayanLocation location;

  found->iso3 = g_strdup ("IRQ");
  g_assert_true (bayan_location_of_entity (found, &location));
  g_assert_cmpfloat_with_epsilon (location.latitude, 36.335, 1e-3);
  g_assert_cmpstr (bayan_location_get_country (found->key, found->iso3, found->area), ==, "IRQ");
  bayan_own_entity_set_text (&own->area, "iso:SYR");
  said = bayan_own_entity_apply (own, found);
  g_assert_true (bayan_location_of_entity (said, &location)); /* somewhere in it */
  g_assert_cmpstr (location.iso3, ==, "SYR");
  g_assert_true (isnan (location.latitude));
  g_assert_cmpstr (bayan_location_get_country (said->key, said->iso3, said->area), ==, "SYR");
  bayan_own_entity_set_text (&own->area, "");
  own->latitude = 34;
  own->longitude = 18;
  placed = bayan_own_entity_apply (own, found); /* at sea */
  g_assert_true (bayan_location_of_entity (placed, &location));
  g_assert_null (location.iso3);
  g_assert_cmpfloat_with_epsilon (location.longitude, 18, 1e-9);
  g_assert_null (bayan_location_get_country (placed->key, placed->iso3, placed->area));
  bayan_own_entity_set_text (&own->area, BAYAN_AREA_NOWHERE);
  nowhere = bayan_own_entity_apply (own, found);
  g_assert_false (bayan_location_of_entity (nowhere, &location));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geography/tables/country-codes", test_country_codes);
  g_test_add_func ("/geography/tables/country-not-found", test_country_not_found);
  g_test_add_func ("/geography/tables/countries-whole", test_countries_whole);
  g_test_add_func ("/geography/tables/provinces-whole", test_provinces_whole);
  g_test_add_func ("/geography/tables/places-whole", test_places_whole);
  g_test_add_func ("/geography/tables/regions-whole", test_regions_whole);
  g_test_add_func ("/geography/tables/region-members", test_region_members);
  g_test_add_func ("/geography/tables/locations", test_locations);
  g_test_add_func ("/geography/tables/no-location", test_no_location);
  g_test_add_func ("/geography/tables/areas", test_areas);
  g_test_add_func ("/geography/tables/own-location", test_own_location);
  return g_test_run ();
}
