/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-inks.h"

#include <math.h>

/* Wide stripes carry a shade; narrow ones say that there is none to know. */
#define WIDE_PIXELS 5
#define NARROW_PIXELS 2

static guint32
pixel_of (BayanMapColour colour, BayanMapStyle style)
{
  GdkRGBA rgba = bayan_map_colour (colour, style);

  return bayan_map_colour_to_pixel (&rgba);
}

/* The units of a region carry its shade in stripes. Where two regions overlap, the stripes are those of both by turns;
 * of more than two, those of the two that are named most. */
static void
stripe (BayanMapInk *ink, guint32 shade)
{
  if (ink->n_striped == 0)
    *ink = (BayanMapInk) { ink->fill, { shade, shade }, WIDE_PIXELS };
  else if (ink->stripes[0] == ink->stripes[1])
    ink->stripes[1] = shade;
}

static void
stripe_regions (BayanMapInk *inks, const BayanMapCounts *counts, const guint32 *shades)
{
  for (guint i = 0; i < counts->regions->len; i++)
    {
      const BayanMapRegion *region = &g_array_index (counts->regions, BayanMapRegion, i);
      guint32 shade = shades[bayan_map_classes_find (&counts->classes, region->figure)];

      for (guint k = 0; k < region->n_units; k++)
        stripe (&inks[BAYAN_MAP_INK_OF_UNIT (region->units[k])], shade);
    }
}

/**
 * bayan_map_inks_make:
 *
 * Returns: (transfer full): %BAYAN_MAP_N_INKS of them
 */
BayanMapInk *
bayan_map_inks_make (const BayanMapCounts *counts, const BayanMapAtlas *atlas, BayanMapStyle style)
{
  BayanMapInk *inks = g_new0 (BayanMapInk, BAYAN_MAP_N_INKS (atlas->n_units));
  guint32 unknown = pixel_of (BAYAN_MAP_COLOUR_UNKNOWN, style);
  guint32 shades[BAYAN_MAP_MOST_NUMBERS];

  for (guint number = 0; number <= bayan_map_classes_count (&counts->classes); number++)
    {
      GdkRGBA colour = bayan_map_class_colour (&counts->classes, number, style);

      shades[number] = bayan_map_colour_to_pixel (&colour);
    }
  inks[BAYAN_MAP_INK_OF_SEA].fill = pixel_of (BAYAN_MAP_COLOUR_SEA, style);
  inks[BAYAN_MAP_INK_BESIDE (atlas->n_units)].fill = pixel_of (BAYAN_MAP_COLOUR_BESIDE, style);
  for (guint i = 0; i < atlas->n_units; i++)
    inks[BAYAN_MAP_INK_OF_UNIT (i)] = (BayanMapInk) { shades[bayan_map_counts_get_unit_class (counts, i)],
                                                      { unknown, unknown },
                                                      isnan (counts->units[i]) ? NARROW_PIXELS : 0 };
  stripe_regions (inks, counts, shades);
  return inks;
}
