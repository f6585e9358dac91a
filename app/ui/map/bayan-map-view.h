/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map: states shaded by their mentions, places as dots.
 *
 * Mouse: drag to pan, wheel and pinch to zoom about the pointer, click on an area of the level that is counted by to show
 * only its statements (and once more to show all again), on a dot for those that name the place. Keys: arrows pan, + and
 * - zoom, 0 shows all that is mentioned, Home the region of the statements, Ctrl+arrows go from area to area, Return
 * opens its mentions, space does what a click does, Escape lets go. Actions: map.zoom-in, map.zoom-out, map.fit, map.home.
 *
 * Property "projection": "automatic", "world" (Equal Earth) or "region" (Lambert); kept by the library.
 *
 * Asked for a place, a click says where, and Escape lets go.
 *
 * Ctrl+click on an area marks it, on another one compares it with that; so does Ctrl+space with the marked one and the
 * next. A double click comes closer.
 *
 * Signals: compared () – bayan_map_view_get_pair() is another one; counts-changed () – bayan_map_view_get_classes() is another one; pointed (double latitude, double longitude),
 * let-go () – the answers while it asks. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"
#include "bayan-map-camera.h"
#include "bayan-map-classes.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_VIEW (bayan_map_view_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapView, bayan_map_view, BAYAN, MAP_VIEW, GtkWidget)

void bayan_map_view_set_desk (BayanMapView *self, BayanDesk *desk);
const BayanMapClasses *bayan_map_view_get_classes (BayanMapView *self);
guint bayan_map_view_get_n_named (BayanMapView *self);
gboolean bayan_map_view_is_settled (BayanMapView *self);
void bayan_map_view_set_asks (BayanMapView *self, gboolean asks);

const BayanMapCamera *bayan_map_view_get_camera (BayanMapView *self);
void bayan_map_view_zoom (BayanMapView *self, double factor);
void bayan_map_view_go_home (BayanMapView *self);
void bayan_map_view_fit (BayanMapView *self);
GSimpleActionGroup *bayan_map_view_get_actions (BayanMapView *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_map_view_get_pair (BayanMapView *self, const char **one, const char **other);
void bayan_map_view_show_area (BayanMapView *self, const char *key);

G_END_DECLS
