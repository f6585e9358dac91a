/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-projection.h"

#include <math.h>

#define RADIANS (G_PI / 180.0)

/* Equal Earth: Šavrič, Patterson & Jenny (2018), equations 5 to 9. */
#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796
#define EQUAL_EARTH_MERIDIAN 11.0
#define NEWTON_STEPS 30
#define NEWTON_PRECISION 1e-14

/* Lambert's azimuthal equal-area: Snyder (1987), chapter 24. The far end of the world is left out, where it
 * smears. */
#define LAEA_LONGITUDE 35.0
#define LAEA_LATITUDE 15.0
#define LAEA_FURTHEST_RADIANS (150.0 * RADIANS)

/**
 * bayan_projection_wrap_longitude:
 *
 * Returns: the same meridian between %BAYAN_MAP_WEST_DEGREES and 360° east of it, as the geometry counts
 */
double
bayan_projection_wrap_longitude (double longitude)
{
  double turns = floor ((longitude - BAYAN_MAP_WEST_DEGREES) / 360.0);

  return longitude - turns * 360.0;
}

static double
equal_earth_y (double theta)
{
  double square = theta * theta;
  double sixth = square * square * square;

  return theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
}

static double
equal_earth_slope (double theta)
{
  double square = theta * theta;
  double sixth = square * square * square;

  return A1 + 3.0 * A2 * square + sixth * (7.0 * A3 + 9.0 * A4 * square);
}

static void
equal_earth_forward (double longitude, double latitude, double *x, double *y)
{
  double theta = asin (sqrt (3.0) / 2.0 * sin (latitude * RADIANS));
  double lambda = (longitude - EQUAL_EARTH_MERIDIAN) * RADIANS;

  *x = 2.0 * sqrt (3.0) * lambda * cos (theta) / (3.0 * equal_earth_slope (theta));
  *y = equal_earth_y (theta);
}

static gboolean
equal_earth_inverse (double x, double y, double *longitude, double *latitude)
{
  double theta = y;
  double lambda, sine;

  for (guint i = 0; i < NEWTON_STEPS; i++)
    {
      double step = (equal_earth_y (theta) - y) / equal_earth_slope (theta);

      theta -= step;
      if (fabs (step) < NEWTON_PRECISION)
        break;
    }
  sine = 2.0 / sqrt (3.0) * sin (theta);
  if (!(fabs (sine) <= 1.0) || !(fabs (theta) <= G_PI / 3.0 + 1e-9))
    return FALSE;
  lambda = sqrt (3.0) * x * equal_earth_slope (theta) / (2.0 * cos (theta));
  if (!(fabs (lambda) <= G_PI + 1e-9))
    return FALSE;
  *longitude = EQUAL_EARTH_MERIDIAN + lambda / RADIANS;
  *latitude = asin (sine) / RADIANS;
  return TRUE;
}

static gboolean
laea_forward (double longitude, double latitude, double *x, double *y)
{
  double lambda = (longitude - LAEA_LONGITUDE) * RADIANS;
  double phi = latitude * RADIANS;
  double phi_1 = LAEA_LATITUDE * RADIANS;
  double cosine = sin (phi_1) * sin (phi) + cos (phi_1) * cos (phi) * cos (lambda);
  double k = sqrt (2.0 / MAX (1.0 + cosine, 1e-12));

  *x = k * cos (phi) * sin (lambda);
  *y = k * (cos (phi_1) * sin (phi) - sin (phi_1) * cos (phi) * cos (lambda));
  return cosine >= cos (LAEA_FURTHEST_RADIANS);
}

static double
laea_radius (void)
{
  return 2.0 * sin (LAEA_FURTHEST_RADIANS / 2.0);
}

static gboolean
laea_inverse (double x, double y, double *longitude, double *latitude)
{
  double rho = hypot (x, y);
  double phi_1 = LAEA_LATITUDE * RADIANS;
  double c;

  if (!(rho <= laea_radius () + 1e-9))
    return FALSE;
  *longitude = LAEA_LONGITUDE;
  *latitude = LAEA_LATITUDE;
  if (rho < 1e-15)
    return TRUE;
  c = 2.0 * asin (MIN (rho / 2.0, 1.0));
  *latitude = asin (CLAMP (cos (c) * sin (phi_1) + y * sin (c) * cos (phi_1) / rho, -1.0, 1.0)) / RADIANS;
  *longitude += atan2 (x * sin (c), rho * cos (phi_1) * cos (c) - y * sin (phi_1) * sin (c)) / RADIANS;
  return TRUE;
}

/**
 * bayan_projection_forward:
 * @longitude: degrees, as bayan_projection_wrap_longitude() returns them
 * @latitude: degrees
 * @x: (out): radii of the Earth to the east
 * @y: (out): radii of the Earth to the north
 *
 * Returns: %FALSE if the point lies where the projection is not shown; @x and @y are set all the same, for a
 * line that leads there
 */
gboolean
bayan_projection_forward (BayanProjection self, double longitude, double latitude, double *x, double *y)
{
  if (self == BAYAN_PROJECTION_LAEA)
    return laea_forward (longitude, latitude, x, y);
  equal_earth_forward (longitude, latitude, x, y);
  return TRUE;
}

/**
 * bayan_projection_inverse:
 * @longitude: (out): degrees, wrapped as the geometry counts
 * @latitude: (out): degrees
 *
 * Returns: %FALSE, with nothing set that means anything, if the point of the plane is beside the world
 */
gboolean
bayan_projection_inverse (BayanProjection self, double x, double y, double *longitude, double *latitude)
{
  gboolean is_on_map = self == BAYAN_PROJECTION_LAEA ? laea_inverse (x, y, longitude, latitude)
                                                     : equal_earth_inverse (x, y, longitude, latitude);

  if (is_on_map)
    *longitude = bayan_projection_wrap_longitude (*longitude);
  return is_on_map;
}

/**
 * bayan_projection_get_width:
 * @y: radii of the Earth to the north
 * @west: (out): where the world begins at @y
 * @east: (out): where it ends
 *
 * Returns: %FALSE, with nothing set, if there is nothing of the world at @y
 */
gboolean
bayan_projection_get_width (BayanProjection self, double y, double *west, double *east)
{
  double longitude, latitude, beside;

  if (self == BAYAN_PROJECTION_LAEA)
    {
      *east = sqrt (MAX (laea_radius () * laea_radius () - y * y, 0));
      *west = -*east;
      return *east > 0;
    }
  if (!equal_earth_inverse (0, y, &longitude, &latitude))
    return FALSE;
  equal_earth_forward (BAYAN_MAP_WEST_DEGREES, latitude, west, &beside);
  equal_earth_forward (BAYAN_MAP_WEST_DEGREES + 360, latitude, east, &beside);
  return TRUE;
}
