/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One drawing of the map, larger than the view by a margin. It is made in a thread and keeps which unit each pixel
 * belongs to, in runs along its rows, and the few pixels that borders touch. Colours are put in afterwards, faster
 * than the frame could be copied and without looking at a single border: that is how the map keeps up with every
 * change of the counts. */
#pragma once

#include <cairo.h>
#include <gdk/gdk.h>

#include "bayan-map-palette.h"
#include "bayan-map-scan.h"

G_BEGIN_DECLS

typedef struct _BayanMapPicture BayanMapPicture;

/* What a picture is to show. */
typedef struct
{
  BayanMapCamera camera; /* of the picture, margins and all */
  int device_scale;      /* device pixels to a pixel */
  BayanMapStyle style;
  gboolean by_province; /* provinces are what is coloured: their borders are drawn from afar, too */
} BayanMapBrief;

/* What a unit is filled with. Stripes run from the lower left to the upper right, in two colours by turns; pixels are
 * opaque, as cairo's RGB24 has them in memory. */
typedef struct
{
  guint32 fill;
  guint32 stripes[2];
  guint32 n_striped; /* of BAYAN_MAP_STRIPE_PIXELS; 0 for a plain fill */
} BayanMapInk;

#define BAYAN_MAP_STRIPE_PIXELS 8

/* How a border is drawn. */
typedef struct
{
  GdkRGBA colour;
  double width;
  gboolean is_dashed;
} BayanMapStroke;

#define BAYAN_MAP_DASH_PIXELS 3.5
#define BAYAN_MAP_DASH_GAP_PIXELS 2.5

BayanMapStroke bayan_map_picture_get_stroke (const BayanMapBrief *brief, BayanBorder border);

BayanMapPicture *bayan_map_picture_new (const BayanMapAtlas *atlas, const BayanMapBrief *brief);
BayanMapPicture *bayan_map_picture_ref (BayanMapPicture *self);
void bayan_map_picture_unref (BayanMapPicture *self);

const BayanMapBrief *bayan_map_picture_get_brief (BayanMapPicture *self);
void bayan_map_picture_colour (BayanMapPicture *self, const BayanMapInk *inks, cairo_surface_t *onto);
cairo_surface_t *bayan_map_picture_make_surface (BayanMapPicture *self);
int bayan_map_picture_get_unit (BayanMapPicture *self, int x, int y);

void bayan_map_picture_append_outline (const BayanMapAtlas *atlas,
                                       const BayanMapCamera *camera,
                                       const guint8 *holds,
                                       cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMapPicture, bayan_map_picture_unref)

G_END_DECLS
