/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which unit each pixel of a picture belongs to, in runs along its rows.
 *
 * A row is walked from border to border, and each border says what lies behind it: neighbours can neither leave a gap
 * nor overlap, at any zoom, as polygons drawn one after the other do where their corners fall on the middle of a pixel. */
#pragma once

#include "bayan-map-atlas.h"

G_BEGIN_DECLS

/* Inks stand in an array: that of the sea, of each unit, and of what is beside the world. */
#define BAYAN_MAP_INK_OF_SEA 0
#define BAYAN_MAP_INK_OF_UNIT(unit) ((guint) (unit) + 1)
#define BAYAN_MAP_INK_BESIDE(n_units) ((guint) (n_units) + 1)
#define BAYAN_MAP_N_INKS(n_units) ((gsize) (n_units) + 2)

/* Pixels side by side of one ink. */
typedef struct
{
  guint16 ink, n_pixels;
} BayanMapRun;

typedef struct
{
  BayanMapRun *runs;
  guint *first_runs; /* of each row, and behind the last row */
  int width, height; /* device pixels */
} BayanMapScan;

BayanMapScan bayan_map_scan (const BayanMapSheet *sheet, const BayanMapCamera *camera, int device_scale);
void bayan_map_scan_clear (BayanMapScan *self);
guint bayan_map_scan_get_ink (const BayanMapScan *self, int x, int y);

G_END_DECLS
