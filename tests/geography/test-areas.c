/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-areas.h"

#include "bayan-countries.h"
#include "bayan-map-geometry.h"
#include "bayan-regions.h"

static BayanEntity *
make_entity (const char *key, BayanMentionType type, const char *iso3)
{
  BayanEntity *entity = bayan_entity_new (key, type);

  entity->iso3 = g_strdup (iso3);
  return entity;
}

static void
assert_aim (BayanAreaLevel level, const char *key, BayanMentionType type, const char *iso3, const char *area,
            BayanWays way)
{
  g_autoptr (BayanEntity) entity = make_entity (key, type, iso3);
  BayanAreaAim aim = bayan_area_aim (level, entity);
  g_autofree char *owned = aim.key;

  g_assert_cmpstr (aim.key, ==, area);
  if (area != NULL)
    g_assert_cmpuint (aim.way, ==, way);
}

static void
test_countries (void)
{
  BayanAreaLevel level = BAYAN_LEVEL_COUNTRIES;

  assert_aim (level, "iso:IRQ", BAYAN_MENTION_GPE, "IRQ", "iso:IRQ", BAYAN_WAY_NAME);
  assert_aim (level, "nisba:IRQ", BAYAN_MENTION_NORP, "IRQ", "iso:IRQ", BAYAN_WAY_ADJECTIVE);
  assert_aim (level, "norp:people", BAYAN_MENTION_NORP, "IRQ", "iso:IRQ", BAYAN_WAY_ADJECTIVE);
  assert_aim (level, "norp:kurd", BAYAN_MENTION_NORP, NULL, NULL, 0);
  assert_aim (level, "occ:minister", BAYAN_MENTION_OCC, "IRQ", "iso:IRQ", BAYAN_WAY_OFFICE);
  assert_aim (level, "adm1:IRQ-3471", BAYAN_MENTION_GPE, "IRQ", "iso:IRQ", BAYAN_WAY_INSIDE);
  assert_aim (level, "place:281184", BAYAN_MENTION_GPE, "", NULL, 0); /* Jerusalem: no state is named */
  assert_aim (level, "org:league", BAYAN_MENTION_ORG, "EGY", NULL, 0);
  assert_aim (level, "region:ne-syria", BAYAN_MENTION_LOC, "SYR", NULL,
              0); /* not as if Syria had been named */
}

static void
test_other_levels (void)
{
  assert_aim (BAYAN_LEVEL_REGIONS, "region:sahel", BAYAN_MENTION_LOC, NULL, "region:sahel", BAYAN_WAY_NAME);
  assert_aim (BAYAN_LEVEL_REGIONS, "loc:words", BAYAN_MENTION_LOC, NULL, "loc:words", BAYAN_WAY_NAME);
  assert_aim (BAYAN_LEVEL_REGIONS, "iso:MLI", BAYAN_MENTION_GPE, "MLI", NULL, 0);
  assert_aim (BAYAN_LEVEL_PROVINCES, "adm1:IRQ-3471", BAYAN_MENTION_GPE, "IRQ", "adm1:IRQ-3471",
              BAYAN_WAY_NAME);
  assert_aim (BAYAN_LEVEL_PROVINCES, "iso:IRQ", BAYAN_MENTION_GPE, "IRQ", NULL, 0);
  assert_aim (BAYAN_LEVEL_PLACES, "place:99072", BAYAN_MENTION_GPE, "IRQ", "place:99072", BAYAN_WAY_NAME);
  assert_aim (BAYAN_LEVEL_M49, "nisba:IRQ", BAYAN_MENTION_NORP, "IRQ", "m49:145", BAYAN_WAY_ADJECTIVE);
  assert_aim (BAYAN_LEVEL_M49, "region:ne-syria", BAYAN_MENTION_LOC, "SYR", "m49:145", BAYAN_WAY_NAME);
  assert_aim (BAYAN_LEVEL_M49, "region:sahel", BAYAN_MENTION_LOC, NULL, "m49:002",
              BAYAN_WAY_NAME); /* in two parts of it */
  assert_aim (BAYAN_LEVEL_M49, "region:middle-east", BAYAN_MENTION_LOC, NULL, NULL,
              0); /* on two continents */
  assert_aim (BAYAN_LEVEL_M49, "region:red-sea", BAYAN_MENTION_LOC, NULL, NULL, 0);
}

static void
assert_put (const char *area, BayanAreaLevel level, const char *expected)
{
  g_autoptr (BayanEntity) camp = make_entity ("fac:camp", BAYAN_MENTION_FAC, NULL);
  BayanAreaAim aim;
  g_autofree char *owned = NULL;

  camp->area = g_strdup (area);
  aim = bayan_area_aim (level, camp);
  owned = aim.key;
  g_assert_cmpstr (aim.key, ==, expected);
}

/* What the analyst says of where a thing lies */
static void
test_put_by_hand (void)
{
  assert_put ("adm1:IRQ-3471", BAYAN_LEVEL_COUNTRIES, "iso:IRQ");
  assert_put ("adm1:IRQ-3471", BAYAN_LEVEL_PROVINCES, "adm1:IRQ-3471");
  assert_put ("adm1:IRQ-3471", BAYAN_LEVEL_M49, "m49:145");
  assert_put ("adm1:IRQ-3471", BAYAN_LEVEL_PLACES, "fac:camp");
  assert_put ("iso:SYR", BAYAN_LEVEL_COUNTRIES, "iso:SYR");
  assert_put ("iso:SYR", BAYAN_LEVEL_PLACES, NULL);
  assert_put ("-", BAYAN_LEVEL_COUNTRIES, NULL);
}

/* Every area of the tables has names, and every state a region of M49 that does. */
static void
test_names (void)
{
  guint n_countries, n_regions;
  const BayanCountry *countries = bayan_countries_get_all (&n_countries);
  const BayanRegion *regions = bayan_regions_get_all (&n_regions);
  const char *name_ar, *name_en;

  for (guint i = 0; i < n_countries; i++)
    {
      const char *code = bayan_area_get_m49_of_country (countries[i].iso3);
      g_autofree char *key = g_strconcat ("m49:", code, NULL);

      g_assert_true (code == NULL || bayan_area_find_names (key, &name_ar, &name_en));
      g_assert_true (code != NULL || g_str_equal (countries[i].iso3, "ATA"));
    }
  for (guint i = 0; i < n_regions; i++)
    {
      g_autofree char *key = g_strconcat ("region:", regions[i].id, NULL);

      g_assert_true (bayan_area_find_names (key, &name_ar, &name_en));
      g_assert_cmpstr (name_en, ==, regions[i].name_en);
    }
  g_assert_false (bayan_area_find_names ("m49:999", &name_ar, &name_en));
}

static void
test_units (void)
{
  const BayanMapGeometry *geometry = bayan_map_geometry_get (BAYAN_MAP_WORLD);
  g_autoptr (GArray) syria = bayan_area_list_units ("region:ne-syria");
  g_autoptr (GArray) golan = bayan_area_list_units ("region:golan");
  g_autoptr (GArray) sea = bayan_area_list_units ("region:red-sea");
  g_autoptr (GArray) asia = bayan_area_list_units ("m49:143");
  g_autoptr (GArray) halabja = bayan_area_list_units ("adm1:IRQ-HAL");

  g_assert_cmpuint (syria->len, ==, 3);
  g_assert_cmpuint (golan->len, ==, 1);
  g_assert_cmpuint (sea->len, ==, 0);
  g_assert_cmpuint (halabja->len, ==, 1);
  g_assert_cmpuint (asia->len, >, 5);
  for (guint i = 0; i < syria->len; i++)
    g_assert_cmpstr (geometry->units[g_array_index (syria, guint16, i)].iso3, ==, "SYR");
}

static void
test_level_names (void)
{
  BayanAreaLevel level;

  for (guint i = 0; i < BAYAN_N_LEVELS; i++)
    {
      g_assert_true (bayan_area_level_from_string (bayan_area_level_to_string ((BayanAreaLevel) i), &level));
      g_assert_cmpuint (level, ==, i);
    }
  g_assert_false (bayan_area_level_from_string ("galaxies", &level));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/areas/countries", test_countries);
  g_test_add_func ("/areas/other-levels", test_other_levels);
  g_test_add_func ("/areas/put-by-hand", test_put_by_hand);
  g_test_add_func ("/areas/names", test_names);
  g_test_add_func ("/areas/units", test_units);
  g_test_add_func ("/areas/level-names", test_level_names);
  return g_test_run ();
}
