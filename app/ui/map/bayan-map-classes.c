/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-classes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static gsize
drop_repeated (double *sorted, gsize n_sorted)
{
  gsize n = 0;

  for (gsize i = 0; i < n_sorted; i++)
    if (n == 0 || sorted[i] != sorted[n - 1])
      sorted[n++] = sorted[i];
  return n;
}

/* @sign: of the figures to be looked at
 * @ends: (out): where each class ends, from 1 on
 *
 * Returns: how many classes there are */
static guint
make_side (const double *figures, gsize n_figures, double sign, guint n_most, double *ends)
{
  g_autofree double *sorted = g_new (double, n_figures + 1);
  guint n_classes;
  gsize n = 0;

  for (gsize i = 0; i < n_figures; i++)
    if (figures[i] * sign > 0)
      sorted[n++] = figures[i] * sign;
  qsort (sorted, n, sizeof *sorted, compare_figures);
  n = drop_repeated (sorted, n);
  n_classes = (guint) MIN (n, n_most);
  for (guint k = 1; k <= n_classes; k++)
    ends[k] = sorted[n * k / n_classes - 1];
  return n_classes;
}

static gboolean
any_is_less (const double *figures, gsize n_figures)
{
  for (gsize i = 0; i < n_figures; i++)
    if (figures[i] < 0)
      return TRUE;
  return FALSE;
}

/**
 * bayan_map_classes_make:
 * @figures: (array length=n_figures): one of each area; zeros and NANs are passed over
 *
 * Quantiles of the figures that occur, each taken once: mentions are skewed, and where half of the countries
 * have one or two, quantiles of the countries would put the two that all is about into one class with eight
 * others.
 *
 * Returns: as many classes as there are figures, and no more than %BAYAN_MAP_MOST_CLASSES, or where some are below 0
 *   %BAYAN_MAP_MOST_ON_A_SIDE on each side; the highest ends with the highest figure
 */
BayanMapClasses
bayan_map_classes_make (const double *figures, gsize n_figures)
{
  gboolean has_sides = any_is_less (figures, n_figures);
  BayanMapClasses self = { 0 };

  self.n_classes = make_side (figures, n_figures, 1,
                              has_sides ? BAYAN_MAP_MOST_ON_A_SIDE : BAYAN_MAP_MOST_CLASSES, self.most);
  if (has_sides)
    self.n_below = make_side (figures, n_figures, -1, BAYAN_MAP_MOST_ON_A_SIDE, self.below);
  return self;
}

/**
 * bayan_map_classes_find:
 *
 * Returns: the class of @figure, 0 for none
 */
guint
bayan_map_classes_find (const BayanMapClasses *self, double figure)
{
  guint number = 0;

  if (figure < 0)
    {
      while (number < self->n_below && -figure > self->below[number])
        number++;
      return number > 0 ? self->n_classes + number : 0;
    }
  while (number < self->n_classes && figure > self->most[number])
    number++;
  return number;
}

/* Returns: how many classes there are without that of none */
guint
bayan_map_classes_count (const BayanMapClasses *self)
{
  return self->n_classes + self->n_below;
}

static gboolean
are_same_ends (const double *a, const double *b, guint n_classes)
{
  for (guint k = 1; k <= n_classes; k++)
    if (a[k] != b[k])
      return FALSE;
  return TRUE;
}

gboolean
bayan_map_classes_equal (const BayanMapClasses *a, const BayanMapClasses *b)
{
  return a->n_classes == b->n_classes && a->n_below == b->n_below
         && are_same_ends (a->most, b->most, a->n_classes) && are_same_ends (a->below, b->below, a->n_below);
}
