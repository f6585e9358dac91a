/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The areas of the level that is counted by, as things on the map: where each stands, which one lies at a point, and which
 * one comes next in a direction. Keys are those of bayan-areas.h. */
#pragma once

#include "bayan-map-counts.h"

G_BEGIN_DECLS

gboolean bayan_map_areas_find_spot (const BayanMapCounts *counts,
                                    const BayanMapAtlas *atlas,
                                    const char *key,
                                    BayanMapSpot *spot);
char *bayan_map_areas_find_at (const BayanMapCounts *counts, const BayanMapAtlas *atlas, int unit);
char *bayan_map_areas_find_next (const BayanMapCounts *counts,
                                 const BayanMapAtlas *atlas,
                                 const char *key,
                                 BayanMapSpot from,
                                 int right,
                                 int down);
gboolean bayan_map_areas_filter (BayanDesk *desk, const char *key);

G_END_DECLS
