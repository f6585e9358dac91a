/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-inks.h"

/**
 * bayan_map_inks_make:
 *
 * Returns: (transfer full): %BAYAN_MAP_N_INKS of them
 */
BayanMapInk *
bayan_map_inks_make (const BayanMapCounts *counts, const BayanMapAtlas *atlas, gboolean dark)
{
  BayanMapInk *inks = g_new0 (BayanMapInk, BAYAN_MAP_N_INKS (atlas->n_units));
  g_autofree guint32 *palette = bayan_map_counts_make_palette (counts, atlas, dark);
  GdkRGBA beside = bayan_map_colour (BAYAN_MAP_COLOUR_BESIDE, dark);

  for (guint i = 0; i <= atlas->n_units; i++)
    inks[i].fill = palette[i];
  inks[BAYAN_MAP_INK_BESIDE (atlas->n_units)].fill = bayan_map_colour_to_pixel (&beside);
  return inks;
}
