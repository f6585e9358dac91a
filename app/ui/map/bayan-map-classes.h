/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures get which colour. */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define BAYAN_MAP_MOST_CLASSES 6
#define BAYAN_MAP_MOST_ON_A_SIDE 3 /* where there is less and more */

/* Class 0 is none at all; class k (from 1) reaches from what is more than most[k - 1] to most[k]. most[0] is 0. Where
 * figures are changes, n_below more classes follow, of what has become less: class n_classes + k reaches from what is less
 * than -below[k - 1] to -below[k]. below[0] is 0.
 */
typedef struct
{
  guint n_classes; /* without class 0 and those below it */
  double most[BAYAN_MAP_MOST_CLASSES + 1];
  guint n_below;
  double below[BAYAN_MAP_MOST_ON_A_SIDE + 1];
} BayanMapClasses;

#define BAYAN_MAP_MOST_NUMBERS (BAYAN_MAP_MOST_CLASSES + 1)

BayanMapClasses bayan_map_classes_make (const double *figures, gsize n_figures);
guint bayan_map_classes_find (const BayanMapClasses *self, double figure);
guint bayan_map_classes_count (const BayanMapClasses *self);
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
