/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "bayan-countries.h"
#include "bayan-hit-test.h"
#include "bayan-projection.h"
#include "bayan-provinces.h"

/* The other way to ask: how often the outline winds round the point, by the angles it sweeps. Shares nothing
 * with the program's ray: rings are unrolled to closed outlines, no boxes, no half-open edges. */
static double
winding (const BayanMapGeometry *map, const BayanMapRing *ring, double longitude, double latitude)
{
  double sum = 0;

  for (guint k = 0; k < ring->n_steps; k++)
    {
      guint32 step = map->steps[ring->first_step + k];
      const BayanMapArc *arc = &map->arcs[step >> 1];
      double turned = 0;

      for (guint i = 0; i + 1 < arc->n_points; i++)
        {
          const BayanMapPoint *a = &map->points[arc->first_point + i];
          double ax = a[0].longitude - longitude, ay = a[0].latitude - latitude;
          double bx = a[1].longitude - longitude, by = a[1].latitude - latitude;

          turned += atan2 (ax * by - ay * bx, ax * bx + ay * by);
        }
      sum += step & 1 ? -turned : turned;
    }
  return sum / (2 * G_PI);
}

static gboolean
is_inside_by_winding (const BayanMapGeometry *map, guint unit, double longitude, double latitude)
{
  int turns = 0;

  for (guint i = 0; i < map->units[unit].n_rings; i++)
    turns += (int) lround (winding (map, &map->rings[map->units[unit].first_ring + i], longitude, latitude));
  return turns % 2 != 0;
}

static void
test_against_winding (void)
{
  const BayanMapGeometry *map = bayan_map_geometry_get (BAYAN_MAP_WORLD);
  guint n_land = 0;

  for (guint i = 0; i < 1500; i++)
    {
      double longitude = g_test_rand_double_range (-20, 80);
      double latitude = g_test_rand_double_range (-28, 50);
      int hit = bayan_hit_test (map, longitude, latitude);
      gboolean is_found = FALSE;

      for (guint unit = 0; unit < map->n_units; unit++)
        {
          gboolean is_inside = is_inside_by_winding (map, unit, longitude, latitude);

          g_assert_cmpint (is_inside, ==, bayan_hit_test_unit (map, unit, longitude, latitude));
          is_found |= is_inside && (int) unit == hit;
        }
      g_assert_cmpint (is_found, ==, hit != BAYAN_MAP_NO_UNIT);
      n_land += is_found;
    }
  g_assert_cmpuint (n_land, >, 500);
  g_assert_cmpuint (n_land, <, 1300);
}

/* A third way, fast enough for many points: all borders to the north of a point, each of which is crossed into one unit
 * and out of the other. Arcs alone, no rings; a ray the other way; boxes of its own. */
typedef struct {
  const BayanMapGeometry *map;
  BayanMapBox *boxes; /* of arcs */
  guint8 *is_odd;     /* of units, for the point asked last */
} Crossings;

static void
open_crossings (Crossings *self, const BayanMapGeometry *map)
{
  self->map = map;
  self->boxes = g_new (BayanMapBox, map->n_arcs);
  self->is_odd = g_new (guint8, map->n_units);
  for (guint i = 0; i < map->n_arcs; i++)
    {
      BayanMapBox box = { 1000, 1000, -1000, -1000 };

      for (guint p = 0; p < map->arcs[i].n_points; p++)
        {
          const BayanMapPoint *point = &map->points[map->arcs[i].first_point + p];

          box.west = MIN (box.west, point->longitude);
          box.east = MAX (box.east, point->longitude);
          box.north = MAX (box.north, point->latitude);
        }
      self->boxes[i] = box;
    }
}

static void
close_crossings (Crossings *self)
{
  g_free (self->boxes);
  g_free (self->is_odd);
}

static gboolean
lies_below (const BayanMapPoint *a, const BayanMapPoint *b, double longitude, double latitude)
{
  double t;

  if ((a->longitude <= longitude) == (b->longitude <= longitude))
    return FALSE;
  t = (longitude - a->longitude) / ((double) b->longitude - a->longitude);
  return a->latitude + t * ((double) b->latitude - a->latitude) > latitude;
}

static void
cross (Crossings *self, double longitude, double latitude)
{
  memset (self->is_odd, 0, self->map->n_units);
  for (guint i = 0; i < self->map->n_arcs; i++)
    {
      const BayanMapArc *arc = &self->map->arcs[i];
      guint n = 0;

      if (longitude < self->boxes[i].west || longitude > self->boxes[i].east
          || latitude > self->boxes[i].north)
        continue;
      for (guint p = arc->first_point; p + 1 < arc->first_point + arc->n_points; p++)
        n += lies_below (&self->map->points[p], &self->map->points[p + 1], longitude, latitude);
      for (guint side = 0; side < 2; side++)
        if (arc->units[side] != BAYAN_MAP_NO_UNIT)
          self->is_odd[arc->units[side]] ^= n & 1;
    }
}

/* Of 100,000 points of the whole world, at each level. */
static void
test_against_crossings (gconstpointer level)
{
  const BayanMapGeometry *map = bayan_map_geometry_get ((BayanMapLevel) GPOINTER_TO_UINT (level));
  Crossings crossings;
  guint n_land = 0, n_twice = 0;

  open_crossings (&crossings, map);
  for (guint i = 0; i < 100000; i++)
    {
      double longitude = g_test_rand_double_range (BAYAN_MAP_WEST_DEGREES, BAYAN_MAP_WEST_DEGREES + 360);
      double latitude = g_test_rand_double_range (-60, 84);
      int hit = bayan_hit_test (map, longitude, latitude);
      guint n_units = 0;

      cross (&crossings, longitude, latitude);
      for (guint unit = 0; unit < map->n_units; unit++)
        n_units += crossings.is_odd[unit];
      g_assert_cmpint (hit != BAYAN_MAP_NO_UNIT, ==, n_units > 0);
      g_assert_true (hit == BAYAN_MAP_NO_UNIT || crossings.is_odd[hit]);
      n_land += n_units > 0;
      n_twice += n_units > 1;
    }
  g_test_message ("%u on land, %u of them where borders overlap", n_land, n_twice);
  g_assert_cmpuint (n_land, >, 25000);
  g_assert_cmpuint (n_twice, <, 20);
  close_crossings (&crossings);
}

static const char *
unit_at (double longitude, double latitude)
{
  const BayanMapGeometry *map = bayan_map_geometry_get (BAYAN_MAP_DETAIL);
  int unit = bayan_hit_test (map, bayan_projection_wrap_longitude (longitude), latitude);

  return unit == BAYAN_MAP_NO_UNIT ? "sea" : map->units[unit].key;
}

static void
test_boundary_policy (void)
{
  g_assert_cmpstr (unit_at (34.1, 44.95), ==, "UKR");  /* Simferopol */
  g_assert_cmpstr (unit_at (-13.19, 27.1), ==, "ESH"); /* El Aaiún, west of the berm */
  g_assert_cmpstr (unit_at (-8.8, 27.3), ==, "ESH");   /* where Moroccan province lines cross the parallel */
  g_assert_cmpstr (unit_at (-10, 28.6), ==, "MAR-3457");
  g_assert_cmpstr (unit_at (35.78, 32.98), ==, "SYR-GOLAN"); /* Katzrin */
  g_assert_cmpstr (unit_at (35.57, 32.97), !=, "SYR-GOLAN"); /* Rosh Pinna */
  g_assert_cmpstr (unit_at (35.24, 31.785), ==, "PSE-WBK");  /* East Jerusalem */
  g_assert_cmpstr (unit_at (34.45, 31.5), ==, "PSE-GZZ");
  g_assert_cmpstr (unit_at (21.17, 42.67), ==, "XKX");
  g_assert_cmpstr (unit_at (44.06, 9.56), ==, "SOM-SOL"); /* Hargeisa */
  g_assert_cmpstr (unit_at (121.5, 25.05), ==, "TWN");
  g_assert_cmpstr (unit_at (33.32, 35.33), ==, "CYP"); /* Kyrenia */
  g_assert_cmpstr (unit_at (29.6, 9.6), !=, "sea");    /* Abyei */
  g_assert_cmpstr (unit_at (-179.9, 66.5), ==, "RUS"); /* Chukotka, over the antimeridian */
  g_assert_cmpstr (unit_at (40, 17.5), ==, "sea");
}

/* Whatever moves a border by more than the level allows shows in towns that change their country. */
static void
test_capitals (void)
{
  const BayanMapGeometry *map = bayan_map_geometry_get (BAYAN_MAP_DETAIL);
  guint n_countries, n_asked = 0, n_home = 0;
  const BayanCountry *countries = bayan_countries_get_all (&n_countries);

  for (guint i = 0; i < n_countries; i++)
    {
      int unit;

      if (!countries[i].is_un_member)
        continue;
      unit = bayan_hit_test (map, bayan_projection_wrap_longitude (countries[i].longitude),
                             countries[i].latitude);
      n_asked++;
      if (unit != BAYAN_MAP_NO_UNIT)
        {
          g_assert_cmpstr (map->units[unit].iso3, ==, countries[i].iso3);
          n_home++;
        }
    }
  /* Some stand on a quay or an islet that the level has straightened away. */
  g_assert_cmpuint (n_home, >, n_asked * 92 / 100);
}

static void
test_provinces (void)
{
  guint n_provinces, n_home = 0;
  const BayanProvince *provinces = bayan_provinces_get_all (&n_provinces);

  for (guint i = 0; i < n_provinces; i++)
    if (g_strcmp0 (unit_at (provinces[i].longitude, provinces[i].latitude), provinces[i].unit) == 0)
      n_home++;
  g_assert_cmpuint (n_home, >, n_provinces * 96 / 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geography/hit-test/against-winding", test_against_winding);
  g_test_add_data_func ("/geography/hit-test/against-crossings/world", GUINT_TO_POINTER (BAYAN_MAP_WORLD),
                        test_against_crossings);
  g_test_add_data_func ("/geography/hit-test/against-crossings/detail", GUINT_TO_POINTER (BAYAN_MAP_DETAIL),
                        test_against_crossings);
  g_test_add_func ("/geography/hit-test/boundary-policy", test_boundary_policy);
  g_test_add_func ("/geography/hit-test/capitals", test_capitals);
  g_test_add_func ("/geography/hit-test/provinces", test_provinces);
  return g_test_run ();
}
