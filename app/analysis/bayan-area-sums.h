/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the mentions of some statements add up to by area, as one view counts them. Private to this room: BayanTallies
 * holds the mentions and says what comes and goes.
 *
 * Areas of the view's level are numbered from 1 up, in the order in which entities pointed to them first. */
#pragma once

#include "bayan-areas.h"
#include "bayan-entity.h"

G_BEGIN_DECLS

/* One mention. Which one does not matter to counting; there are fifty and more in a statement, so that it is packed. The
 * library gives out no higher number of an entity than fits. */
typedef struct {
  guint32 entity : 25;
  guint32 type : 5;
  guint32 status : 2;
} BayanTallyRow;

typedef struct {
  guint n_mentions;   /* that point there and are counted */
  guint n_confirmed;  /* of these */
  guint n_statements; /* in how many statements */
} BayanAreaCount;

/* Two sums stand beside one another, so that one can be compared with the other. */
typedef enum {
  BAYAN_SIDE_NOW,
  BAYAN_SIDE_BEFORE,
  BAYAN_N_SIDES
} BayanAreaSide;

typedef struct _BayanAreaSums BayanAreaSums;

BayanAreaSums *bayan_area_sums_new (void);
void bayan_area_sums_free (BayanAreaSums *self);

gboolean bayan_area_sums_set_entity (BayanAreaSums *self, guint32 number, const BayanEntity *entity);
gboolean bayan_area_sums_set_view (BayanAreaSums *self, const BayanAreaView *view);
const BayanAreaView *bayan_area_sums_get_view (const BayanAreaSums *self);
void bayan_area_sums_reset (BayanAreaSums *self, BayanAreaSide side);
void bayan_area_sums_move (BayanAreaSums *self, BayanAreaSide side, const BayanTallyRow *rows, guint n_rows, int step);

guint bayan_area_sums_get_n_areas (const BayanAreaSums *self);
const char *bayan_area_sums_get_key (const BayanAreaSums *self, guint area);
guint bayan_area_sums_find (const BayanAreaSums *self, const char *key);
BayanAreaCount bayan_area_sums_get (const BayanAreaSums *self, BayanAreaSide side, guint area);
guint bayan_area_sums_find_area_of (const BayanAreaSums *self, BayanTallyRow row);
BayanMentionType bayan_area_sums_find_type (const BayanAreaSums *self, guint area, guint32 entity, gboolean *points_there);
guint bayan_area_sums_get_n_entities (const BayanAreaSums *self);

G_END_DECLS
