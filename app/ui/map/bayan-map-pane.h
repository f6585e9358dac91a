/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map with its controls and legend, and beside it the same as a list, most mentioned first.
 *
 * Construct property "desk"; property "show-ranking". Actions (group "map"): zoom-in, zoom-out, fit,
 * show-ranking. Signal: answered () – what it was asked for is placed, or was let go. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"
#include "bayan-map-view.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_PANE (bayan_map_pane_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapPane, bayan_map_pane, BAYAN, MAP_PANE, AdwBin)

BayanMapView *bayan_map_pane_get_view (BayanMapPane *self);
void bayan_map_pane_ask_for_place (BayanMapPane *self, const char *entity_key);

G_END_DECLS
