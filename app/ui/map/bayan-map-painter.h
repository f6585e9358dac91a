/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps a picture of the map at hand that covers the view, and has the next one made in a thread. Main thread
 * only.
 *
 * Signals: changed () – there is another picture. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-map-picture.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_PAINTER (bayan_map_painter_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapPainter, bayan_map_painter, BAYAN, MAP_PAINTER, GObject)

BayanMapPainter *bayan_map_painter_new (void);

void bayan_map_painter_look (BayanMapPainter *self, const BayanMapBrief *view);
void bayan_map_painter_set_inks (BayanMapPainter *self, const BayanMapInk *inks);
void bayan_map_painter_snapshot (BayanMapPainter *self,
                                 GtkSnapshot *snapshot,
                                 const BayanMapCamera *camera,
                                 gboolean by_cairo);
BayanProjection bayan_map_painter_get_projection (BayanMapPainter *self, BayanProjection otherwise);
gboolean bayan_map_painter_look_up (BayanMapPainter *self,
                                   const BayanMapCamera *camera,
                                   double x,
                                   double y,
                                   int *unit,
                                   guint32 *pixel);
gboolean bayan_map_painter_is_settled (BayanMapPainter *self);

G_END_DECLS
