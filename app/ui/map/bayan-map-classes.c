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

/**
 * bayan_map_colour:
 * @dark: whether the style is dark
 *
 * Borders are of a middle grey, so that they are seen on the palest and on the fullest class alike.
 */
GdkRGBA
bayan_map_colour (BayanMapColour colour, gboolean dark)
{
  static const char *const COLOURS[][2] = {
    [BAYAN_MAP_COLOUR_SEA] = { "#e4edf3", "#161d24" },
    [BAYAN_MAP_COLOUR_BESIDE] = { "#f6f5f4", "#1e1e1e" },
    [BAYAN_MAP_COLOUR_COAST] = { "rgba(96,125,146,0.75)", "rgba(122,148,168,0.55)" },
    [BAYAN_MAP_COLOUR_PROVINCE] = { "rgba(128,137,150,0.50)", "rgba(134,147,160,0.42)" },
    [BAYAN_MAP_COLOUR_STATE] = { "#7b8593", "#8794a1" },
    [BAYAN_MAP_COLOUR_EDGE] = { "#3d3846", "#f6f5f4" },
    [BAYAN_MAP_COLOUR_TEXT] = { "#1c2b36", "#10202c" },
    [BAYAN_MAP_COLOUR_TEXT_ON_DARK] = { "#ffffff", "#eef4f7" },
    [BAYAN_MAP_COLOUR_QUIET_TEXT] = { "rgba(40,48,58,0.62)", "rgba(214,222,230,0.60)" },
    [BAYAN_MAP_COLOUR_FOCUS] = { "#c64600", "#ffbe6f" },
    [BAYAN_MAP_COLOUR_PLACE] = { "rgba(192,28,40,0.80)", "rgba(246,97,81,0.88)" },
    [BAYAN_MAP_COLOUR_PLACE_EDGE] = { "#ffffff", "#241f31" },
  };
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, COLOURS[colour][dark ? 1 : 0]);
  return rgba;
}

static float
mix (float a, float b, double t)
{
  return (float) (a + (b - a) * t);
}

/* @position: from 0, the palest, to 1 */
static GdkRGBA
ramp_colour (const char *const *ramp, double position)
{
  GdkRGBA low, high;
  guint step;

  position *= BAYAN_MAP_MOST_CLASSES - 1;
  step = MIN ((guint) position, BAYAN_MAP_MOST_CLASSES - 2);
  gdk_rgba_parse (&low, ramp[step]);
  gdk_rgba_parse (&high, ramp[step + 1]);
  return (GdkRGBA) { mix (low.red, high.red, position - step), mix (low.green, high.green, position - step),
                     mix (low.blue, high.blue, position - step), 1 };
}

/**
 * bayan_map_class_colour:
 * @number: a class, 0 for none
 * @dark: whether the style is dark: more is then brighter, not darker
 *
 * Even steps of lightness in one hue, from pale to full, so that the order reads without the legend and for
 * every kind of colour blindness. What has become less is orange, which all of them tell from blue.
 */
GdkRGBA
bayan_map_class_colour (const BayanMapClasses *classes, guint number, gboolean dark)
{
  static const char *const NONE[2] = { "#f7f5f1", "#2a3139" };
  static const char *const MORE[2][BAYAN_MAP_MOST_CLASSES] = {
    { "#cfe3ee", "#a3cbdf", "#6facca", "#3f8ab3", "#1f6698", "#114270" },
    { "#2c4b60", "#2d6482", "#347fa3", "#539dc0", "#8abfd9", "#cfe8f4" },
  };
  static const char *const LESS[2][BAYAN_MAP_MOST_CLASSES] = {
    { "#f7dcc0", "#f0bd8c", "#e39a58", "#c97628", "#a0550f", "#6f3804" },
    { "#5a4026", "#7a5127", "#a0682a", "#c98a48", "#e3b483", "#f7e0c8" },
  };
  gboolean less = number > classes->n_classes;
  guint n_side = less ? classes->n_below : classes->n_classes;
  guint place = less ? number - classes->n_classes : number;
  GdkRGBA none;

  if (number == 0)
    {
      gdk_rgba_parse (&none, NONE[dark ? 1 : 0]);
      return none;
    }
  return ramp_colour (less ? LESS[dark ? 1 : 0] : MORE[dark ? 1 : 0],
                      n_side > 1 ? (place - 1.0) / (n_side - 1.0) : 0.5);
}

/* Whether text on it has to be light: by relative luminance, at the point where both contrast alike. */
gboolean
bayan_map_colour_is_dark (const GdkRGBA *colour)
{
  double luminance = 0.2126 * pow (colour->red, 2.2) + 0.7152 * pow (colour->green, 2.2)
                     + 0.0722 * pow (colour->blue, 2.2);

  return luminance < 0.30;
}

/* Opaque, as cairo's RGB24 and ARGB32 have it in memory. */
guint32
bayan_map_colour_to_pixel (const GdkRGBA *colour)
{
  guint32 red = (guint32) lround (colour->red * 255.0);
  guint32 green = (guint32) lround (colour->green * 255.0);
  guint32 blue = (guint32) lround (colour->blue * 255.0);

  return 0xff000000u | red << 16 | green << 8 | blue;
}
