/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the map's twin: an area and its figure. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-area-item.h"
#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_ROW (bayan_map_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapRow, bayan_map_row, BAYAN, MAP_ROW, GtkWidget)

GtkWidget *bayan_map_row_new (void);
void bayan_map_row_show (BayanMapRow *self, BayanAreaItem *item);
BayanAreaItem *bayan_map_row_get_item (BayanMapRow *self);
void bayan_map_row_set_scale (BayanMapRow *self, BayanMeasure measure, double most);

G_END_DECLS
