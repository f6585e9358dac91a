/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which colour of the map stands for how many mentions. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"
#include "bayan-map-palette.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_LEGEND (bayan_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapLegend, bayan_map_legend, BAYAN, MAP_LEGEND, GtkWidget)

void bayan_map_legend_set_measure (BayanMapLegend *self, BayanMeasure measure);
void bayan_map_legend_set_classes (BayanMapLegend *self, const BayanMapClasses *classes);

char *bayan_map_legend_describe (const BayanMapClasses *classes, BayanMeasure measure, guint number);
guint bayan_map_legend_get_place (const BayanMapClasses *classes, guint number);

G_END_DECLS
