/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map's twin: the areas of the level as a list, by figure or by name. Return opens the mentions of an area, Shift+Return
 * shows only the statements that name it, Ctrl+C copies what is selected; two that are selected are compared below.
 *
 * Signals: area-selected (const char *key) – one area is selected, NULL: none or several. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_RANKING (bayan_map_ranking_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapRanking, bayan_map_ranking, BAYAN, MAP_RANKING, GtkWidget)

void bayan_map_ranking_set_desk (BayanMapRanking *self, BayanDesk *desk);
void bayan_map_ranking_compare (BayanMapRanking *self, const char *one, const char *other);

G_END_DECLS
