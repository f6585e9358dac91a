/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The borders in pixels, without points that add nothing to see. Both neighbours of a border walk the same ones. */
#pragma once

#include "bayan-map-atlas.h"

G_BEGIN_DECLS

typedef struct
{
  double *points;   /* x, y */
  guint *first, *n; /* of each arc of the geometry, in points */
} BayanMapLines;

BayanMapLines bayan_map_lines_make (const BayanMapSheet *sheet, const BayanMapCamera *camera);
void bayan_map_lines_clear (BayanMapLines *self);

G_END_DECLS
