/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures get which colour. */
#pragma once

#include <glib.h>

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

G_END_DECLS
