/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers of mentions get which colour. */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define BAYAN_MAP_MOST_CLASSES 6

/* Class 0 is none at all; class k (from 1) reaches from one more than most[k - 1] to most[k]. most[0] is 0.
 */
typedef struct
{
  guint n_classes; /* without class 0 */
  guint most[BAYAN_MAP_MOST_CLASSES + 1];
} BayanMapClasses;

BayanMapClasses bayan_map_classes_make (const guint *counts, gsize n_counts);
guint bayan_map_classes_find (const BayanMapClasses *self, guint count);
gboolean bayan_map_classes_equal (const BayanMapClasses *a, const BayanMapClasses *b);

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
  BAYAN_MAP_COLOUR_QUIET_TEXT, /* names of what is not mentioned */
  BAYAN_MAP_COLOUR_FOCUS,
  BAYAN_MAP_COLOUR_PLACE,
  BAYAN_MAP_COLOUR_PLACE_EDGE,
} BayanMapColour;

GdkRGBA bayan_map_colour (BayanMapColour colour, gboolean dark);
GdkRGBA bayan_map_class_colour (const BayanMapClasses *classes, guint number, gboolean dark);
gboolean bayan_map_colour_is_dark (const GdkRGBA *colour);
guint32 bayan_map_colour_to_pixel (const GdkRGBA *colour);

G_END_DECLS
