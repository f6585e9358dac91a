/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Areas: what the map counts by, at one of five levels.
 *
 * A mention counts where it points, once at a level: "north-east Syria" for that region, and never for each province as
 * if it had been named; a province's name for the province and, as a part of it, for its country; what the analyst put
 * into an area for that. The keys of areas are
 * those of entities (bayan-mention.h), and "m49:145" for a region of M49: data/gazetteer/m49.tsv. */
#pragma once

#include "bayan-entity.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_LEVEL_REGIONS,   /* customary ones, groups of provinces, seas: "region:sahel" */
  BAYAN_LEVEL_M49,       /* the smallest region of M49 that holds all of it */
  BAYAN_LEVEL_COUNTRIES, /* "iso:IRQ" */
  BAYAN_LEVEL_PROVINCES, /* "adm1:IRQ-3471" */
  BAYAN_LEVEL_PLACES,    /* "place:99072" */
  BAYAN_N_LEVELS
} BayanAreaLevel;

const char *bayan_area_level_to_string (BayanAreaLevel level);
gboolean bayan_area_level_from_string (const char *string, BayanAreaLevel *level);

/* How a mention points to an area. */
typedef enum {
  BAYAN_WAY_NAME = 1 << 0,      /* by its own name */
  BAYAN_WAY_ADJECTIVE = 1 << 1, /* by a nationality adjective, or the name of the people of one state */
  BAYAN_WAY_OFFICE = 1 << 2,    /* by an office that belongs to it */
  BAYAN_WAY_INSIDE = 1 << 3,    /* by the name of something that lies in it */
} BayanWays;

#define BAYAN_WAYS_USUAL (BAYAN_WAY_NAME | BAYAN_WAY_ADJECTIVE | BAYAN_WAY_INSIDE)
#define BAYAN_WAYS_ALL (BAYAN_WAYS_USUAL | BAYAN_WAY_OFFICE)

/* What is counted. */
typedef struct {
  BayanAreaLevel level;
  BayanWays ways;
  gboolean confirmed_only; /* else suggestions count, too */
} BayanAreaView;

#define BAYAN_AREA_VIEW_USUAL ((BayanAreaView) { BAYAN_LEVEL_COUNTRIES, BAYAN_WAYS_USUAL, FALSE })

/* Where the mentions of an entity point to at a level. */
typedef struct {
  char *key;             /* nullable: nowhere */
  BayanWays way;         /* one of them */
  BayanMentionType type; /* only mentions of this type do; BAYAN_MENTION_N_TYPES: those of any */
} BayanAreaAim;

BayanAreaAim bayan_area_aim (BayanAreaLevel level, const BayanEntity *entity);

gboolean bayan_area_find_names (const char *key, const char **name_ar, const char **name_en);
const char *bayan_area_get_m49_of_country (const char *iso3);
GArray *bayan_area_list_units (const char *key);

G_END_DECLS
