/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "bayan-projection.h"

#define N_POINTS 20000

static void
test_round_trip (BayanProjection projection)
{
  for (guint i = 0; i < N_POINTS; i++)
    {
      double longitude = g_test_rand_double_range (BAYAN_MAP_WEST_DEGREES + 1e-6,
                                                   BAYAN_MAP_WEST_DEGREES + 360 - 1e-6);
      double latitude = g_test_rand_double_range (-89.9, 89.9);
      double x, y, back_longitude, back_latitude;

      if (!bayan_projection_forward (projection, longitude, latitude, &x, &y))
        continue;
      g_assert_true (bayan_projection_inverse (projection, x, y, &back_longitude, &back_latitude));
      g_assert_cmpfloat_with_epsilon (back_longitude, longitude, 1e-9 / cos (latitude * G_PI / 180));
      g_assert_cmpfloat_with_epsilon (back_latitude, latitude, 1e-9);
    }
}

static void
test_round_trip_equal_earth (void)
{
  test_round_trip (BAYAN_PROJECTION_EQUAL_EARTH);
}

static void
test_round_trip_laea (void)
{
  test_round_trip (BAYAN_PROJECTION_LAEA);
}

/* The area of a small quadrilateral on the plane against that on the sphere. */
static double
area_ratio (BayanProjection projection, double longitude, double latitude)
{
  const double SIDE = 0.01;
  double x[3], y[3];
  double sphere = SIDE * G_PI / 180
                  * (sin ((latitude + SIDE / 2) * G_PI / 180) - sin ((latitude - SIDE / 2) * G_PI / 180));

  bayan_projection_forward (projection, longitude, latitude - SIDE / 2, &x[0], &y[0]);
  bayan_projection_forward (projection, longitude + SIDE, latitude - SIDE / 2, &x[1], &y[1]);
  bayan_projection_forward (projection, longitude, latitude + SIDE / 2, &x[2], &y[2]);
  return fabs ((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])) / sphere;
}

static void
test_equal_area (void)
{
  for (double latitude = -60; latitude <= 70; latitude += 5)
    for (double longitude = -60; longitude <= 120; longitude += 10)
      {
        g_assert_cmpfloat_with_epsilon (area_ratio (BAYAN_PROJECTION_EQUAL_EARTH, longitude, latitude), 1,
                                        2e-3);
        g_assert_cmpfloat_with_epsilon (area_ratio (BAYAN_PROJECTION_LAEA, longitude, latitude), 1, 2e-3);
      }
}

/* Extent of the world in the authors' paper: 2.706… by 1.317…, twice. */
static void
test_equal_earth_extent (void)
{
  double x, y;

  bayan_projection_forward (BAYAN_PROJECTION_EQUAL_EARTH, 191, 0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 2.70663, 1e-5);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-12);
  bayan_projection_forward (BAYAN_PROJECTION_EQUAL_EARTH, 11, 90, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (y, 1.31736, 1e-5);
}

static void
test_beside_the_world (void)
{
  static const double BESIDE[][2] = { { 2.8, 0 },  { 0, 1.4 }, { 2.5, 1.2 }, { 1e9, 0 },
                                      { 0, -1e9 }, { NAN, 0 }, { 0, NAN } };
  double longitude, latitude;

  for (guint i = 0; i < G_N_ELEMENTS (BESIDE); i++)
    g_assert_false (bayan_projection_inverse (BAYAN_PROJECTION_EQUAL_EARTH, BESIDE[i][0], BESIDE[i][1],
                                              &longitude, &latitude));
  g_assert_false (bayan_projection_inverse (BAYAN_PROJECTION_LAEA, 1.99, 0, &longitude, &latitude));
  g_assert_false (bayan_projection_inverse (BAYAN_PROJECTION_LAEA, NAN, 0, &longitude, &latitude));
  g_assert_true (bayan_projection_inverse (BAYAN_PROJECTION_LAEA, 0, 0, &longitude, &latitude));
  g_assert_cmpfloat_with_epsilon (longitude, 35, 1e-12);
}

static void
test_wrap (void)
{
  g_assert_cmpfloat_with_epsilon (bayan_projection_wrap_longitude (-170), 190, 1e-9);
  g_assert_cmpfloat_with_epsilon (bayan_projection_wrap_longitude (-168), -168, 1e-9);
  g_assert_cmpfloat_with_epsilon (bayan_projection_wrap_longitude (44 + 720), 44, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geography/projection/round-trip-equal-earth", test_round_trip_equal_earth);
  g_test_add_func ("/geography/projection/round-trip-laea", test_round_trip_laea);
  g_test_add_func ("/geography/projection/equal-area", test_equal_area);
  g_test_add_func ("/geography/projection/equal-earth-extent", test_equal_earth_extent);
  g_test_add_func ("/geography/projection/beside-the-world", test_beside_the_world);
  g_test_add_func ("/geography/projection/wrap", test_wrap);
  return g_test_run ();
}
