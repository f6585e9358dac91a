/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on the map an entity is. */
#pragma once

#include "bayan-entity.h"

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
gboolean bayan_location_of_entity (const BayanEntity *entity, BayanLocation *location);
const char *bayan_location_get_country (const char *entity_key, const char *iso3, const char *area);
char *bayan_location_find_area (double latitude, double longitude);

G_END_DECLS
