/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on the map an entity is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Strings belong to the tables and stay. */
typedef struct
{
  const char *iso3; /* nullable: the state it is, lies in, or is the adjective of */
  const char *unit; /* nullable: the unit of the map, of a province only */
  const char *name_ar;
  const char *name_en;
  double latitude, longitude; /* degrees; NAN if it has no position of its own */
} BayanLocation;

gboolean bayan_location_find (const char *entity_key, BayanLocation *location);

G_END_DECLS
