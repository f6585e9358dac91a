/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map's units are filled with: the counts, as BayanMapPicture takes them. */
#pragma once

#include "bayan-map-counts.h"
#include "bayan-map-picture.h"

G_BEGIN_DECLS

BayanMapInk *bayan_map_inks_make (const BayanMapCounts *counts, const BayanMapAtlas *atlas, BayanMapStyle style);

G_END_DECLS
