/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map shows of the desk: mentions of each state, their classes, and the places that are named. */
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

/* What is different from what was counted before */
typedef enum {
  BAYAN_MAP_NEWS_STATES = 1 << 0,
  BAYAN_MAP_NEWS_PLACES = 1 << 1,
} BayanMapNews;

typedef struct
{
  guint *states; /* mentions of each state of the atlas */
  BayanMapClasses classes;
  GArray *places; /* of BayanMapPlace, most first */
  GHashTable *spots; /* BayanEntityItem → BayanMapSpot, or NULL for what has no place; holds the items */
} BayanMapCounts;

void bayan_map_counts_init (BayanMapCounts *self, const BayanMapAtlas *atlas);
void bayan_map_counts_clear (BayanMapCounts *self);
BayanMapNews bayan_map_counts_take (BayanMapCounts *self, const BayanMapAtlas *atlas, BayanDesk *desk);
guint32 *
bayan_map_counts_make_palette (const BayanMapCounts *self, const BayanMapAtlas *atlas, gboolean dark);
guint bayan_map_counts_get_n_named (const BayanMapCounts *self, const BayanMapAtlas *atlas);

G_END_DECLS
