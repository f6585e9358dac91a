/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A position on the Earth, as people write it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_COORDINATES_FINE,
  BAYAN_COORDINATES_UNCLEAR,   /* no latitude and longitude, or more than one way to read them */
  BAYAN_COORDINATES_LATITUDE,  /* beyond 90° */
  BAYAN_COORDINATES_LONGITUDE, /* beyond 180° */
  BAYAN_COORDINATES_MINUTES,   /* minutes or seconds of sixty and more */
} BayanCoordinatesProblem;

BayanCoordinatesProblem bayan_coordinates_read (const char *typed, double *latitude, double *longitude);
char *bayan_coordinates_write (double latitude, double longitude);

G_END_DECLS
