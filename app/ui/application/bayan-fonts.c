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

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
add_family (GPtrArray *families, GHashTable *known, const FcPattern *face)
{
  FcChar8 *family;

  if (FcPatternGetString (face, FC_FAMILY, 0, &family) == FcResultMatch && *family != '.'
      && g_hash_table_add (known, g_strdup ((const char *) family)))
    g_ptr_array_add (families, g_strdup ((const char *) family));
}

/**
 * bayan_fonts_list_arabic:
 *
 * Returns: (transfer full): the families of fonts that have the letters of Arabic, by name
 */
char **
bayan_fonts_list_arabic (void)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *families = g_ptr_array_new ();
  FcPattern *pattern = FcPatternCreate ();
  FcLangSet *languages = FcLangSetCreate ();
  FcObjectSet *objects = FcObjectSetBuild (FC_FAMILY, NULL);
  FcFontSet *faces;

  FcLangSetAdd (languages, (const FcChar8 *) "ar");
  FcPatternAddLangSet (pattern, FC_LANG, languages);
  faces = FcFontList (NULL, pattern, objects);
  for (int i = 0; faces != NULL && i < faces->nfont; i++)
    add_family (families, known, faces->fonts[i]);
  if (faces != NULL)
    FcFontSetDestroy (faces);
  FcObjectSetDestroy (objects);
  FcLangSetDestroy (languages);
  FcPatternDestroy (pattern);
  g_ptr_array_sort (families, compare_names);
  g_ptr_array_add (families, NULL);
  return (char **) g_ptr_array_free (families, FALSE);
}
