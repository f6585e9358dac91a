/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the list beside the map: an area and its figures. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_AREA_ITEM (bayan_area_item_get_type ())
G_DECLARE_FINAL_TYPE (BayanAreaItem, bayan_area_item, BAYAN, AREA_ITEM, GObject)

const char *bayan_area_item_get_key (BayanAreaItem *self); /* see bayan-areas.h */
const char *bayan_area_item_get_name_ar (BayanAreaItem *self);
const char *bayan_area_item_get_name_en (BayanAreaItem *self);
double bayan_area_item_get_figure (BayanAreaItem *self);       /* by what is measured; "changed" notifies of each */
double bayan_area_item_get_confirmed_part (BayanAreaItem *self); /* 0–1: of the mentions that are counted */
guint bayan_area_item_get_n_mentions (BayanAreaItem *self);
guint bayan_area_item_get_n_confirmed (BayanAreaItem *self);
guint bayan_area_item_get_n_statements (BayanAreaItem *self);

G_END_DECLS
