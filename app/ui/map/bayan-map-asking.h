/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a click on the map: where an entity lies. A line over the map says so; Escape and its button let go.
 *
 * Signals: answered () – the entity is placed, or was let go. */
#pragma once

#include "bayan-map-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_ASKING (bayan_map_asking_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapAsking, bayan_map_asking, BAYAN, MAP_ASKING, AdwBin)

void bayan_map_asking_ask (BayanMapAsking *self, BayanMapView *view, BayanDesk *desk, const char *entity_key);

G_END_DECLS
