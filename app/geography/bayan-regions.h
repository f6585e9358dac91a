/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions larger or smaller than a state: of M49, customary ones, groups of provinces, seas and rivers. From
 * data/gazetteer/regions.tsv; read at first use, from any thread; everything stays as it is for as long as
 * the program runs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_REGION_CONTINENT,
  BAYAN_REGION_OF_STATES,
  BAYAN_REGION_OF_PROVINCES,
  BAYAN_REGION_WATER,
  BAYAN_REGION_NATURE,
  BAYAN_REGION_SELF_GOVERNED, /* of provinces or of one state, with a government: texts speak of it as of a state */
} BayanRegionKind;

typedef struct {
  const char *id; /* "sahel": as in "region:sahel" */
  BayanRegionKind kind;
  const char *name_en; /* the key of the regional breakdown: "Sahel", "North-East Syria" */
  const char *name_ar;
  const char *const *variants_ar;
  const char *const *countries; /* ISO 3166-1 alpha-3 */
  const char *const *provinces; /* keys of bayan-provinces.h, or of the map's units (SYR-GOLAN) */
  double latitude, longitude;   /* only of what has no members; else NAN */
  const char *basis;            /* whose list the members are */
} BayanRegion;

const BayanRegion *bayan_regions_get_all (guint *n_regions);
const BayanRegion *bayan_region_find (const char *id);
gboolean bayan_region_has_country (const BayanRegion *self, const char *iso3);
gboolean bayan_region_has_province (const BayanRegion *self, const char *key);

G_END_DECLS
