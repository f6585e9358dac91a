/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of the map, in each style of the desktop. Classes differ in lightness above all, so that their order
 * reads without the legend and for every kind of colour blindness: tests/ui/test-map-palette.c measures it. */
#pragma once

#include <gdk/gdk.h>

#include "bayan-map-classes.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_MAP_STYLE_LIGHT,
  BAYAN_MAP_STYLE_DARK,
  BAYAN_MAP_STYLE_LIGHT_CONTRAST,
  BAYAN_MAP_STYLE_DARK_CONTRAST,
  BAYAN_MAP_N_STYLES
} BayanMapStyle;

typedef enum
{
  BAYAN_MAP_COLOUR_SEA,
  BAYAN_MAP_COLOUR_BESIDE, /* the world */
  BAYAN_MAP_COLOUR_COAST,
  BAYAN_MAP_COLOUR_PROVINCE,
  BAYAN_MAP_COLOUR_STATE,
  BAYAN_MAP_COLOUR_EDGE, /* of dots, and of what is under the pointer */
  BAYAN_MAP_COLOUR_TEXT, /* on a light fill */
  BAYAN_MAP_COLOUR_TEXT_ON_DARK,
  BAYAN_MAP_COLOUR_FOCUS,
  BAYAN_MAP_COLOUR_COMPARED, /* what the focused area is compared with */
  BAYAN_MAP_COLOUR_PLACE,
  BAYAN_MAP_COLOUR_PLACE_EDGE,
  BAYAN_MAP_COLOUR_UNKNOWN, /* the stripes of what is not known */
} BayanMapColour;

BayanMapStyle bayan_map_style_get (void);
gboolean bayan_map_style_is_dark (BayanMapStyle style);

GdkRGBA bayan_map_colour (BayanMapColour colour, BayanMapStyle style);
GdkRGBA bayan_map_class_colour (const BayanMapClasses *classes, guint number, BayanMapStyle style);
gboolean bayan_map_colour_is_dark (const GdkRGBA *colour);
guint32 bayan_map_colour_to_pixel (const GdkRGBA *colour);

G_END_DECLS
