/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-classes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static gsize
drop_repeated (guint *sorted, gsize n_sorted)
{
  gsize n = 0;

  for (gsize i = 0; i < n_sorted; i++)
    if (n == 0 || sorted[i] != sorted[n - 1])
      sorted[n++] = sorted[i];
  return n;
}

/**
 * bayan_map_classes_make:
 * @counts: (array length=n_counts): mentions of each country; zeros are passed over
 *
 * Quantiles of the numbers that occur, each taken once: mentions are skewed, and where half of the countries
 * have one or two, quantiles of the countries would put the two that all is about into one class with eight
 * others.
 *
 * Returns: as many classes as there are numbers, and no more than %BAYAN_MAP_MOST_CLASSES; the highest ends
 * with the highest number
 */
BayanMapClasses
bayan_map_classes_make (const guint *counts, gsize n_counts)
{
  BayanMapClasses self = { 0 };
  g_autofree guint *sorted = g_new (guint, n_counts + 1);
  gsize n = 0;

  for (gsize i = 0; i < n_counts; i++)
    if (counts[i] > 0)
      sorted[n++] = counts[i];
  qsort (sorted, n, sizeof *sorted, compare_counts);
  n = drop_repeated (sorted, n);
  self.n_classes = (guint) MIN (n, BAYAN_MAP_MOST_CLASSES);
  for (guint k = 1; k <= self.n_classes; k++)
    self.most[k] = sorted[n * k / self.n_classes - 1];
  return self;
}

/**
 * bayan_map_classes_find:
 *
 * Returns: the class of @count, 0 for none
 */
guint
bayan_map_classes_find (const BayanMapClasses *self, guint count)
{
  guint number = 0;

  while (number < self->n_classes && count > self->most[number])
    number++;
  return number;
}

gboolean
bayan_map_classes_equal (const BayanMapClasses *a, const BayanMapClasses *b)
{
  return a->n_classes == b->n_classes && memcmp (a->most, b->most, (a->n_classes + 1) * sizeof *a->most) == 0;
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

/**
 * bayan_map_class_colour:
 * @number: a class, 0 for none
 * @dark: whether the style is dark: more is then brighter, not darker
 *
 * Even steps of lightness in one hue, from pale to full, so that the order reads without the legend and for
 * every kind of colour blindness.
 */
GdkRGBA
bayan_map_class_colour (const BayanMapClasses *classes, guint number, gboolean dark)
{
  static const char *const NONE[2] = { "#f7f5f1", "#2a3139" };
  static const char *const RAMP[2][BAYAN_MAP_MOST_CLASSES] = {
    { "#cfe3ee", "#a3cbdf", "#6facca", "#3f8ab3", "#1f6698", "#114270" },
    { "#2c4b60", "#2d6482", "#347fa3", "#539dc0", "#8abfd9", "#cfe8f4" },
  };
  GdkRGBA low, high;
  double position;
  guint step;

  if (number == 0)
    {
      gdk_rgba_parse (&low, NONE[dark ? 1 : 0]);
      return low;
    }
  position = classes->n_classes > 1 ? (number - 1.0) / (classes->n_classes - 1.0) : 0.5;
  position *= BAYAN_MAP_MOST_CLASSES - 1;
  step = MIN ((guint) position, BAYAN_MAP_MOST_CLASSES - 2);
  gdk_rgba_parse (&low, RAMP[dark ? 1 : 0][step]);
  gdk_rgba_parse (&high, RAMP[dark ? 1 : 0][step + 1]);
  return (GdkRGBA) { mix (low.red, high.red, position - step), mix (low.green, high.green, position - step),
                     mix (low.blue, high.blue, position - step), 1 };
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
