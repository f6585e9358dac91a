/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include "bayan-paths.h"

/**
 * bayan_fonts_add:
 *
 * Adds the bundled faces to those that Pango finds. They need not be installed, and nothing is written
 * anywhere.
 */
void
bayan_fonts_add (void)
{
  g_autofree char *folder = bayan_paths_get_fonts_dir ();

  if (FcConfigAppFontAddDir (NULL, (const FcChar8 *) folder))
    pango_font_map_changed (pango_cairo_font_map_get_default ());
}
