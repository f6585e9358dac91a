/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-palette.h"

#include <adwaita.h>
#include <math.h>

/* As the desktop is now. */
BayanMapStyle
bayan_map_style_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? BAYAN_MAP_STYLE_DARK_CONTRAST : BAYAN_MAP_STYLE_LIGHT_CONTRAST;
  return dark ? BAYAN_MAP_STYLE_DARK : BAYAN_MAP_STYLE_LIGHT;
}

gboolean
bayan_map_style_is_dark (BayanMapStyle style)
{
  return style == BAYAN_MAP_STYLE_DARK || style == BAYAN_MAP_STYLE_DARK_CONTRAST;
}

/**
 * bayan_map_colour:
 *
 * Borders are of a middle grey, so that they are seen on the palest and on the fullest class alike; with high contrast
 * they are as strong as the text.
 */
GdkRGBA
bayan_map_colour (BayanMapColour colour, BayanMapStyle style)
{
  static const char *const COLOURS[][BAYAN_MAP_N_STYLES] = {
    [BAYAN_MAP_COLOUR_SEA] = { "#e4edf3", "#161d24", "#ffffff", "#000000" },
    [BAYAN_MAP_COLOUR_BESIDE] = { "#f6f5f4", "#1e1e1e", "#deddda", "#3d3846" },
    [BAYAN_MAP_COLOUR_COAST] = { "rgba(96,125,146,0.75)", "rgba(122,148,168,0.55)", "#000000", "#ffffff" },
    [BAYAN_MAP_COLOUR_PROVINCE] = { "rgba(128,137,150,0.50)", "rgba(134,147,160,0.42)", "rgba(0,0,0,0.55)",
                                    "rgba(255,255,255,0.60)" },
    [BAYAN_MAP_COLOUR_STATE] = { "#7b8593", "#8794a1", "#000000", "#ffffff" },
    [BAYAN_MAP_COLOUR_EDGE] = { "#3d3846", "#f6f5f4", "#000000", "#ffffff" },
    [BAYAN_MAP_COLOUR_TEXT] = { "#000000", "#000000", "#000000", "#000000" },
    [BAYAN_MAP_COLOUR_TEXT_ON_DARK] = { "#ffffff", "#ffffff", "#ffffff", "#ffffff" },
    [BAYAN_MAP_COLOUR_FOCUS] = { "#c64600", "#ffbe6f", "#a51d2d", "#f9f06b" },
    [BAYAN_MAP_COLOUR_COMPARED] = { "#613583", "#dc8add", "#613583", "#dc8add" },
    [BAYAN_MAP_COLOUR_PLACE] = { "rgba(192,28,40,0.80)", "rgba(246,97,81,0.88)", "#a51d2d", "#ff7b63" },
    [BAYAN_MAP_COLOUR_PLACE_EDGE] = { "#ffffff", "#241f31", "#ffffff", "#000000" },
    [BAYAN_MAP_COLOUR_UNKNOWN] = { "#c9c5bf", "#4a535d", "#77767b", "#9a9996" },
  };
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, COLOURS[colour][style]);
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
 * @style: in a dark one more is brighter, not darker
 *
 * Even steps of lightness in one hue, from pale to full. What has become less is orange, which every kind of colour
 * blindness tells from blue.
 */
GdkRGBA
bayan_map_class_colour (const BayanMapClasses *classes, guint number, BayanMapStyle style)
{
  static const char *const NONE[BAYAN_MAP_N_STYLES] = { "#f7f5f1", "#2a3139", "#ffffff", "#0c0f12" };
  static const char *const MORE[BAYAN_MAP_N_STYLES][BAYAN_MAP_MOST_CLASSES] = {
    { "#cfe3ee", "#a3cbdf", "#6facca", "#3f8ab3", "#1f6698", "#114270" },
    { "#2c4b60", "#2d6482", "#347fa3", "#539dc0", "#8abfd9", "#cfe8f4" },
    { "#cfe3f3", "#9cc6e2", "#66a5cf", "#3280b6", "#155a92", "#062c5c" },
    { "#163a54", "#1f587d", "#2f7aa6", "#58a1cb", "#98cbe6", "#f2fbff" },
  };
  static const char *const LESS[BAYAN_MAP_N_STYLES][BAYAN_MAP_MOST_CLASSES] = {
    { "#f7dcc0", "#f0bd8c", "#e39a58", "#c97628", "#a0550f", "#6f3804" },
    { "#5a4026", "#7a5127", "#a0682a", "#c98a48", "#e3b483", "#f7e0c8" },
    { "#fbdcbb", "#f3b87d", "#e0903f", "#bd6a14", "#8e4a05", "#552a00" },
    { "#4a2f10", "#70460f", "#a0682a", "#d08f47", "#eebd88", "#fff3e4" },
  };
  gboolean less = number > classes->n_classes;
  guint n_side = less ? classes->n_below : classes->n_classes;
  guint place = less ? number - classes->n_classes : number;
  GdkRGBA none;

  if (number == 0)
    {
      gdk_rgba_parse (&none, NONE[style]);
      return none;
    }
  return ramp_colour (less ? LESS[style] : MORE[style], n_side > 1 ? (place - 1.0) / (n_side - 1.0) : 0.5);
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Whether text on it has to be light: by relative luminance, at the point where black and white contrast alike. */
gboolean
bayan_map_colour_is_dark (const GdkRGBA *colour)
{
  double luminance = 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green)
                     + 0.0722 * linear (colour->blue);

  return luminance < 0.179;
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
