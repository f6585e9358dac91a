/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-area-item.h"
#include "bayan-desk.h"

G_BEGIN_DECLS

BayanAreaItem *bayan_area_item_new (const char *key);
void bayan_area_item_set_figures (BayanAreaItem *self, const BayanAreaFigures *figures);
void bayan_area_item_set_names (BayanAreaItem *self, const char *name_ar, const char *name_en);

G_END_DECLS
