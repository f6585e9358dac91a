/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "bayan-geography-error.h"
#include "bayan-map-geometry.h"
#include "bayan-projection.h"

static const BayanMapPoint *
step_end (const BayanMapGeometry *map, guint32 step, gboolean is_start)
{
  const BayanMapArc *arc = &map->arcs[step >> 1];
  gboolean is_first = is_start != (gboolean) (step & 1);

  return &map->points[arc->first_point + (is_first ? 0 : arc->n_points - 1)];
}

static void
test_rings_close (void)
{
  for (guint level = 0; level < BAYAN_MAP_N_LEVELS; level++)
    {
      const BayanMapGeometry *map = bayan_map_geometry_get ((BayanMapLevel) level);

      for (guint i = 0; i < map->n_rings; i++)
        for (guint k = 0; k < map->rings[i].n_steps; k++)
          {
            const guint32 *steps = map->steps + map->rings[i].first_step;
            const BayanMapPoint *end = step_end (map, steps[k], FALSE);
            const BayanMapPoint *start = step_end (map, steps[(k + 1) % map->rings[i].n_steps], TRUE);

            g_assert_true (end->longitude == start->longitude && end->latitude == start->latitude);
          }
    }
}

/* Islands in the Bering Sea lie across the seam. */
#define ACROSS_DEGREES 0.5

static void
test_points_on_map (void)
{
  for (guint level = 0; level < BAYAN_MAP_N_LEVELS; level++)
    {
      const BayanMapGeometry *map = bayan_map_geometry_get ((BayanMapLevel) level);

      for (guint i = 0; i < map->n_points; i++)
        {
          g_assert_cmpfloat (fabs (map->points[i].latitude), <=, 90);
          g_assert_cmpfloat (map->points[i].longitude, >=, BAYAN_MAP_WEST_DEGREES - ACROSS_DEGREES);
          g_assert_cmpfloat (map->points[i].longitude, <=, BAYAN_MAP_WEST_DEGREES + 360 + ACROSS_DEGREES);
        }
    }
}

static void
test_levels_agree (void)
{
  const BayanMapGeometry *world = bayan_map_geometry_get (BAYAN_MAP_WORLD);
  const BayanMapGeometry *detail = bayan_map_geometry_get (BAYAN_MAP_DETAIL);
  guint n_shown = 0;

  g_assert_cmpuint (world->n_units, ==, detail->n_units);
  g_assert_cmpuint (world->n_points * 4, <, detail->n_points);
  for (guint i = 0; i < world->n_units; i++)
    {
      g_assert_cmpstr (world->units[i].key, ==, detail->units[i].key);
      g_assert_cmpint (bayan_map_geometry_find_unit (world, world->units[i].key), ==, (int) i);
      if (detail->units[i].area_km2 > 10)
        g_assert_cmpuint (detail->units[i].n_rings, >, 0);
      n_shown += world->units[i].n_rings > 0;
    }
  g_assert_cmpuint (n_shown, >, world->n_units * 9 / 10);
  g_assert_cmpint (bayan_map_geometry_find_unit (world, "XXX"), ==, BAYAN_MAP_NO_UNIT);
}

static void
count_border (const BayanMapGeometry *map, const char *one, const char *other, guint n_arcs[4])
{
  for (guint i = 0; i < map->n_arcs; i++)
    {
      const BayanMapArc *arc = &map->arcs[i];
      const char *a = arc->units[0] < 0 ? "" : map->units[arc->units[0]].iso3;
      const char *b = arc->units[1] < 0 ? "" : map->units[arc->units[1]].iso3;

      if ((g_str_equal (a, one) && g_str_equal (b, other))
          || (g_str_equal (a, other) && g_str_equal (b, one)))
        n_arcs[arc->border]++;
    }
}

static void
test_borders (void)
{
  const BayanMapGeometry *map = bayan_map_geometry_get (BAYAN_MAP_DETAIL);
  guint syria_iraq[4] = { 0 }, within_iraq[4] = { 0 }, sahara[4] = { 0 }, golan[4] = { 0 };

  count_border (map, "SYR", "IRQ", syria_iraq);
  g_assert_cmpuint (syria_iraq[BAYAN_BORDER_STATE], >, 0);
  g_assert_cmpuint (syria_iraq[BAYAN_BORDER_DISPUTED], ==, 0);
  count_border (map, "IRQ", "IRQ", within_iraq);
  g_assert_cmpuint (within_iraq[BAYAN_BORDER_PROVINCE], >, 20);
  count_border (map, "ESH", "MAR", sahara);
  g_assert_cmpuint (sahara[BAYAN_BORDER_DISPUTED], >, 0);
  g_assert_cmpuint (sahara[BAYAN_BORDER_STATE], ==, 0);
  count_border (map, "SYR", "ISR", golan);
  g_assert_cmpuint (golan[BAYAN_BORDER_DISPUTED], >, 0);
  g_assert_cmpuint (golan[BAYAN_BORDER_STATE], ==, 0);
}

/* A landlocked state has no coast: a gap between two neighbours' borders would be one. */
static void
test_no_gaps (void)
{
  static const char *const LANDLOCKED[] = { "TCD", "NER", "MLI", "BFA", "AFG",
                                            "CAF", "SSD", "RWA", "CZE", "PRY" };

  for (guint level = 0; level < BAYAN_MAP_N_LEVELS; level++)
    for (guint i = 0; i < G_N_ELEMENTS (LANDLOCKED); i++)
      {
        guint coast[4] = { 0 };

        count_border (bayan_map_geometry_get ((BayanMapLevel) level), LANDLOCKED[i], "", coast);
        g_assert_cmpuint (coast[BAYAN_BORDER_COAST], ==, 0);
      }
}

static void
test_areas (void)
{
  const BayanMapGeometry *map = bayan_map_geometry_get (BAYAN_MAP_WORLD);
  double land = 0;

  for (guint i = 0; i < map->n_units; i++)
    land += map->units[i].area_km2;
  /* Land of the world without Antarctica: 135 million square kilometres. */
  g_assert_cmpfloat (land, >, 132e6);
  g_assert_cmpfloat (land, <, 138e6);
  g_assert_cmpfloat_with_epsilon (map->units[bayan_map_geometry_find_unit (map, "SYR-GOLAN")].area_km2, 1276,
                                  150);
}

/* A small blob of one square, to be bent out of shape. */
static GByteArray *
make_blob (const guint8 *body, guint n_body, guint n_arcs, guint n_units)
{
  guint32 header[] = { GUINT32_TO_LE (10), GUINT32_TO_LE (n_arcs), GUINT32_TO_LE (n_units), 0 };
  guint32 hash = 0x811c9dc5;
  GByteArray *blob = g_byte_array_new ();

  g_byte_array_append (blob, (const guint8 *) "BYM1", 4);
  g_byte_array_append (blob, (const guint8 *) header, sizeof header);
  g_byte_array_append (blob, body, n_body);
  for (guint i = 0; i < blob->len; i++)
    hash = (hash ^ blob->data[i]) * 0x01000193;
  hash = GUINT32_TO_LE (hash);
  g_byte_array_append (blob, (const guint8 *) &hash, sizeof hash);
  return blob;
}

static gboolean
is_read (GByteArray *blob)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (blob);
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanMapGeometry) map = bayan_map_geometry_new (bytes, &error);

  if (map == NULL)
    g_assert_error (error, BAYAN_GEOGRAPHY_ERROR, BAYAN_GEOGRAPHY_ERROR_CORRUPT);
  return map != NULL;
}

static const guint8 SQUARE[] = { 5 << 1, 0, 0, 20, 0, 0, 20, 19, 0, 0, 19, 1, 1, 0 };

static void
test_small_blob (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (make_blob (SQUARE, sizeof SQUARE, 1, 1));
  g_autoptr (BayanMapGeometry) map = bayan_map_geometry_new (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (map->n_units, ==, 1);
  g_assert_cmpuint (map->n_points, ==, 5);
  g_assert_cmpfloat_with_epsilon (map->units[0].box.west, -180, 1e-6);
  g_assert_cmpfloat_with_epsilon (map->units[0].box.east, -179, 1e-6);
  g_assert_cmpfloat_with_epsilon (map->units[0].box.north, -89, 1e-6);
}

static void
test_contradictions (void)
{
  static const guint8 NO_SUCH_ARC[] = { 5 << 1, 0, 0, 20, 0, 0, 20, 19, 0, 0, 19, 1, 1, 2 };
  static const guint8 ENDLESS_NUMBER[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  static const guint8 ONE_POINT[] = { 1 << 1, 0, 0, 1, 1, 0 };
  static const guint8 TOO_MANY_RINGS[] = { 5 << 1, 0, 0, 20, 0, 0, 20, 19, 0, 0, 19, 0xff, 0x7f, 1, 0 };

  g_assert_false (is_read (make_blob (NO_SUCH_ARC, sizeof NO_SUCH_ARC, 1, 1)));
  g_assert_false (is_read (make_blob (ENDLESS_NUMBER, sizeof ENDLESS_NUMBER, 1, 1)));
  g_assert_false (is_read (make_blob (ONE_POINT, sizeof ONE_POINT, 1, 1)));
  g_assert_false (is_read (make_blob (TOO_MANY_RINGS, sizeof TOO_MANY_RINGS, 1, 1)));
  g_assert_false (is_read (make_blob (SQUARE, sizeof SQUARE - 1, 1, 1)));
  g_assert_false (is_read (make_blob (SQUARE, sizeof SQUARE, 2, 1)));
  g_assert_false (is_read (make_blob (SQUARE, sizeof SQUARE, G_MAXUINT32, 1)));
  g_assert_false (is_read (make_blob (SQUARE, sizeof SQUARE, 1, G_MAXUINT32)));
}

static void
test_error_name (void)
{
  g_assert_cmpstr (g_quark_to_string (BAYAN_GEOGRAPHY_ERROR), ==, "bayan-geography-error-quark");
}

static void
test_damage (void)
{
  static const char *const OTHERS[] = { "", "BYM1", "GIF89a and nothing else of any map" };
  g_autoptr (GByteArray) whole = make_blob (SQUARE, sizeof SQUARE, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    {
      GByteArray *blob = g_byte_array_new ();

      g_byte_array_append (blob, (const guint8 *) OTHERS[i], (guint) strlen (OTHERS[i]));
      g_assert_false (is_read (blob));
    }
  for (guint bit = 0; bit < whole->len * 8; bit++)
    {
      GByteArray *blob = g_byte_array_new ();

      g_byte_array_append (blob, whole->data, whole->len);
      blob->data[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_false (is_read (blob));
    }
}

/* Bodies of chance, sealed as if they were good: nothing may be read beyond the end (run this one with ASan).
 */
static void
test_chance (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint8 body[64];
      guint n_body = (guint) g_test_rand_int_range (0, sizeof body);

      for (guint k = 0; k < n_body; k++)
        body[k] = (guint8) (g_test_rand_bit () ? g_test_rand_int_range (0, 8)
                                               : g_test_rand_int_range (0, 256));
      is_read (make_blob (body, n_body, (guint) g_test_rand_int_range (0, 4),
                          (guint) g_test_rand_int_range (0, 4)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geography/map/rings-close", test_rings_close);
  g_test_add_func ("/geography/map/points-on-map", test_points_on_map);
  g_test_add_func ("/geography/map/levels-agree", test_levels_agree);
  g_test_add_func ("/geography/map/borders", test_borders);
  g_test_add_func ("/geography/map/no-gaps", test_no_gaps);
  g_test_add_func ("/geography/map/areas", test_areas);
  g_test_add_func ("/geography/map/small-blob", test_small_blob);
  g_test_add_func ("/geography/map/contradictions", test_contradictions);
  g_test_add_func ("/geography/map/error-name", test_error_name);
  g_test_add_func ("/geography/map/damage", test_damage);
  g_test_add_func ("/geography/map/chance", test_chance);
  return g_test_run ();
}
