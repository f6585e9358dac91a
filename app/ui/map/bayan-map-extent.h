/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The units of the map that an area or an entity stands for: a state's provinces, a region's members. */
#pragma once

#include "bayan-map-atlas.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 *holds; /* 1 for each unit of the atlas that belongs to it */
  guint n_units; /* how many those are */
} BayanMapExtent;

void bayan_map_extent_set (BayanMapExtent *self, const BayanMapAtlas *atlas, const char *key);
void bayan_map_extent_clear (BayanMapExtent *self);

G_END_DECLS
