/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the map's twin: a country and how often it is mentioned. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-entity-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_ROW (bayan_map_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapRow, bayan_map_row, BAYAN, MAP_ROW, GtkWidget)

GtkWidget *bayan_map_row_new (void);
void bayan_map_row_show (BayanMapRow *self, BayanEntityItem *item);
void bayan_map_row_set_most (BayanMapRow *self, guint most);

G_END_DECLS
