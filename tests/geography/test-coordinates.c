/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "bayan-coordinates.h"

static void
test_read (void)
{
  static const struct {
    const char *typed;
    double latitude, longitude;
  } CASES[] = {
    { "36.34, 43.13", 36.34, 43.13 },
    { " 36.34 43.13 ", 36.34, 43.13 },
    { "٣٦٫٣٤، ٤٣٫١٣", 36.34, 43.13 },
    { "-33.9; 18.4", -33.9, 18.4 },
    { "−33.9 −18.4", -33.9, -18.4 },
    { "36°20′N 43°8′E", 36 + 20 / 60.0, 43 + 8 / 60.0 },
    { "36° 20' 24\" N, 43° 7' 48\" W", 36.34, -43.13 },
    { "36 20 43 08", 36 + 20 / 60.0, 43 + 8 / 60.0 },
    { "36 20 24 43 7 48", 36.34, 43.13 },
    { "٣٦°٢٠′ شمالاً، ٤٣°٨′ شرقًا", 36 + 20 / 60.0, 43 + 8 / 60.0 },
    { "43.13E 36.34N", 36.34, 43.13 },
    { "S 33.9 E 18.4", -33.9, 18.4 },
    { "36.34 north / 43.13 east", 36.34, 43.13 },
    { "36°20.4' 43°7.8'", 36.34, 43.13 },
    { "0, 0", 0, 0 },
    { "90, -180", 90, -180 },
    { "36,43", 36, 43 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      double latitude = (double) NAN, longitude = (double) NAN;

      g_test_message ("%s", CASES[i].typed);
      g_assert_cmpint (bayan_coordinates_read (CASES[i].typed, &latitude, &longitude), ==,
                       BAYAN_COORDINATES_FINE);
      g_assert_cmpfloat_with_epsilon (latitude, CASES[i].latitude, 1e-9);
      g_assert_cmpfloat_with_epsilon (longitude, CASES[i].longitude, 1e-9);
    }
}

static void
test_problems (void)
{
  static const struct {
    const char *typed;
    BayanCoordinatesProblem problem;
  } CASES[] = {
    { "", BAYAN_COORDINATES_UNCLEAR },
    { "36.34", BAYAN_COORDINATES_UNCLEAR },
    { "3634", BAYAN_COORDINATES_UNCLEAR },
    { "الموصل", BAYAN_COORDINATES_UNCLEAR },
    { "36,34, 43,13", BAYAN_COORDINATES_UNCLEAR },
    { "36 20 43", BAYAN_COORDINATES_UNCLEAR },
    { "36N 43N", BAYAN_COORDINATES_UNCLEAR },
    { "-36S 43E", BAYAN_COORDINATES_UNCLEAR },
    { "N36N 43E", BAYAN_COORDINATES_UNCLEAR },
    { "1e1, 0x10", BAYAN_COORDINATES_UNCLEAR },
    { "143.1, 36.3", BAYAN_COORDINATES_LATITUDE },
    { "-90.001, 0", BAYAN_COORDINATES_LATITUDE },
    { "36.3, 181", BAYAN_COORDINATES_LONGITUDE },
    { "36°60′ 43°8′", BAYAN_COORDINATES_MINUTES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      double latitude, longitude;

      g_test_message ("%s", CASES[i].typed);
      g_assert_cmpint (bayan_coordinates_read (CASES[i].typed, &latitude, &longitude), ==, CASES[i].problem);
    }
}

static void
test_write (void)
{
  g_autofree char *some = bayan_coordinates_write (36.34, -43.1300004), *none = NULL;

  g_assert_cmpstr (some, ==, "36.34, -43.13");
  none = bayan_coordinates_write ((double) NAN, 43);
  g_assert_cmpstr (none, ==, "");
}

/* What is written is read as it was, to a metre. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      double latitude = g_test_rand_double_range (-90, 90), longitude = g_test_rand_double_range (-180, 180);
      g_autofree char *written = bayan_coordinates_write (latitude, longitude);
      double read_latitude, read_longitude;

      g_assert_cmpint (bayan_coordinates_read (written, &read_latitude, &read_longitude), ==,
                       BAYAN_COORDINATES_FINE);
      g_assert_cmpfloat_with_epsilon (latitude, read_latitude, 6e-6);
      g_assert_cmpfloat_with_epsilon (longitude, read_longitude, 6e-6);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geography/coordinates/read", test_read);
  g_test_add_func ("/geography/coordinates/problems", test_problems);
  g_test_add_func ("/geography/coordinates/write", test_write);
  g_test_add_func ("/geography/coordinates/round-trip", test_round_trip);
  return g_test_run ();
}
