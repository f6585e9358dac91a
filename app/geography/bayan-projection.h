/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the sphere to the plane and back. Both projections keep areas, since colour on a map of counts is read
 * as area. Degrees on the sphere; on the plane the radius of the Earth is 1, x grows to the east and y to the
 * north. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BAYAN_PROJECTION_EQUAL_EARTH, /* the world, about 11° E: the seam falls into the Bering Strait */
  BAYAN_PROJECTION_LAEA, /* Lambert's azimuthal about 35° E 15° N: truest in the Middle East and Africa */
} BayanProjection;

/* The westernmost longitude of the map; longitudes run from it over 360 degrees. */
#define BAYAN_MAP_WEST_DEGREES (-169.0)

double bayan_projection_wrap_longitude (double longitude);
gboolean
bayan_projection_forward (BayanProjection self, double longitude, double latitude, double *x, double *y);
gboolean bayan_projection_get_width (BayanProjection self, double y, double *west, double *east);
gboolean
bayan_projection_inverse (BayanProjection self, double x, double y, double *longitude, double *latitude);

G_END_DECLS
