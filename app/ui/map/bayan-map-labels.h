/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names on the map, in the interface's language: of regions, states, provinces and places, what is mentioned first;
 * none over another, none cut by an edge, each in black or white after what lies under it. */
#pragma once

#include <pango/pangocairo.h>

#include "bayan-map-atlas.h"
#include "bayan-map-counts.h"
#include "bayan-map-palette.h"

G_BEGIN_DECLS

/* The line around letters that lie over different grounds, on the screen and on a page */
#define BAYAN_MAP_LABEL_EDGE_PIXELS 2.5

typedef struct _BayanMapLabels BayanMapLabels;

/* What is drawn at a point of the view: the unit, and the pixel; %FALSE where nothing is drawn yet. */
typedef gboolean (*BayanMapGround) (gpointer data, double x, double y, int *unit, guint32 *pixel);

typedef struct
{
  PangoLayout *layout; /* borrowed, until the names are placed again */
  const char *text;    /* borrowed from the layout */
  GdkRectangle place;
  gboolean is_light;  /* white rather than black */
  gboolean has_edge;  /* lies over different grounds */
  gboolean is_quiet;  /* of what is not mentioned */
} BayanMapLabel;

BayanMapLabels *bayan_map_labels_new (PangoContext *context);
void bayan_map_labels_free (BayanMapLabels *self);
void bayan_map_labels_forget (BayanMapLabels *self);
GArray *bayan_map_labels_place (BayanMapLabels *self,
                                const BayanMapCamera *camera,
                                const BayanMapCounts *counts,
                                const GArray *obstacles,
                                const GArray *dots,
                                BayanMapGround ground,
                                gpointer ground_data);
void bayan_map_labels_draw (const GArray *labels, BayanMapStyle style, cairo_t *cr);

GdkRGBA bayan_map_label_get_colour (const BayanMapLabel *label, BayanMapStyle style);
double bayan_map_labels_get_dot_radius (guint n_mentions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMapLabels, bayan_map_labels_free)

G_END_DECLS
