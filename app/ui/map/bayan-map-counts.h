/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map shows of the desk: the figures of the level's areas, their classes, and the places that are named.
 *
 * For who draws: what a unit is filled with is bayan_map_counts_get_unit_class(), at each level: that of its country, its
 * province or its region of M49; nothing at the levels of regions and of places. What is to be hatched are the regions,
 * most first, each with the units that it is made of (none of a sea): at the level of regions alone, empty at others. Dots
 * are the places. BAYAN_MAP_NEWS_AREAS says that one of these is another one. */
#pragma once

#include "bayan-desk.h"
#include "bayan-map-atlas.h"
#include "bayan-map-classes.h"

G_BEGIN_DECLS

/* A town, a province or a sea that is named itself. */
typedef struct
{
  BayanEntityItem *item;
  guint n_mentions;
  BayanMapSpot spot;
} BayanMapPlace;

/* A region that is named itself. */
typedef struct
{
  const char *key;      /* "region:sahel": names by bayan_area_find_names(); stays while the library is open */
  guint n_mentions;
  double figure;        /* by what is measured */
  const guint16 *units; /* of the atlas, rising */
  guint n_units;
} BayanMapRegion;

/* What is different from what was counted before */
typedef enum {
  BAYAN_MAP_NEWS_STATES = 1 << 0,
  BAYAN_MAP_NEWS_PLACES = 1 << 1,
  BAYAN_MAP_NEWS_AREAS = 1 << 2,
} BayanMapNews;

typedef struct
{
  guint *states; /* mentions of each state of the atlas, at each level */
  BayanAreaLevel level;
  BayanMeasure measure;
  GArray *areas;    /* of BayanAreaFigures, in no order: what the desk counts by at the level */
  double *units;    /* of each unit: the figure of what it is a part of at the level; 0 where there is none */
  GArray *regions;  /* of BayanMapRegion */
  BayanMapClasses classes; /* of the figures of the level */
  GHashTable *region_units; /* key → GArray of guint16: looked up once */
  GArray *places; /* of BayanMapPlace, most first */
  GHashTable *spots; /* BayanEntityItem → BayanMapSpot, or NULL for what has no place; holds the items */
} BayanMapCounts;

void bayan_map_counts_init (BayanMapCounts *self, const BayanMapAtlas *atlas);
void bayan_map_counts_clear (BayanMapCounts *self);
BayanMapNews bayan_map_counts_take (BayanMapCounts *self, const BayanMapAtlas *atlas, BayanDesk *desk);
guint bayan_map_counts_get_unit_class (const BayanMapCounts *self, guint unit);
const BayanAreaFigures *bayan_map_counts_find_area (const BayanMapCounts *self, const char *key);
const BayanMapPlace *bayan_map_counts_find_place (const BayanMapCounts *self, const char *entity_key);
guint bayan_map_counts_get_n_named (const BayanMapCounts *self, const BayanMapAtlas *atlas);

G_END_DECLS
