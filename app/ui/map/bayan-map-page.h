/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as a page to hand on: what is seen, with title, date, legend and source, as a list of shapes that is
 * written as SVG or drawn by cairo. Always in the light style. */
#pragma once

#include "bayan-map-counts.h"
#include "bayan-map-inks.h"
#include "bayan-map-labels.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_MAP_SHAPE_AREA, /* a path, filled */
  BAYAN_MAP_SHAPE_LINE, /* a path, drawn */
  BAYAN_MAP_SHAPE_DISC,
  BAYAN_MAP_SHAPE_BOX,
  BAYAN_MAP_SHAPE_TEXT,
} BayanMapShapeKind;

/* Pixels of the page. */
typedef struct
{
  BayanMapShapeKind kind;
  gboolean in_map;     /* nothing of it is seen beyond the map's frame */
  const char *key;     /* of an area: the unit's */
  char *title;         /* (nullable): of an area: what it says */
  GArray *points;      /* of BayanMapSpot; each part of a path begins behind one with a NAN */
  BayanMapInk ink;     /* of what is filled */
  BayanMapStroke edge; /* no width: none */
  double x, y;         /* of a disc its middle, of all else the upper left corner */
  double width, height; /* of a disc, its radius is width */
  PangoLayout *layout;  /* (nullable): of a text */
  GdkRGBA colour;       /* of a text */
  gboolean has_halo;
} BayanMapShape;

typedef struct
{
  int width, height;
  GdkRectangle map; /* the map's frame */
  GArray *shapes;   /* in the order in which they are drawn */
} BayanMapPage;

/* What the page says beside the map. */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *source;
} BayanMapPageWords;

BayanMapPage *bayan_map_page_new (const BayanMapCamera *camera,
                                  const BayanMapCounts *counts,
                                  const BayanMapPageWords *words,
                                  PangoContext *context);
void bayan_map_page_free (BayanMapPage *self);

void bayan_map_page_draw (const BayanMapPage *self, cairo_t *cr);
char *bayan_map_page_to_svg (const BayanMapPage *self, const char *title);
GBytes *bayan_map_page_to_pdf (const BayanMapPage *self, const char *title);
GBytes *bayan_map_page_to_png (const BayanMapPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMapPage, bayan_map_page_free)

G_END_DECLS
