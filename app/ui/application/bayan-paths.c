/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-paths.h"

#include "bayan-config.h"

static gboolean
is_installed (void)
{
  static gsize known;
  static gboolean installed;

  if (g_once_init_enter (&known))
    {
      g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

      installed = program == NULL || !g_str_has_prefix (program, BAYAN_BUILD_ROOT "/");
      g_once_init_leave (&known, 1);
    }
  return installed;
}

/**
 * bayan_paths_prepare:
 *
 * Lets a program that runs in its build tree find the schema of its settings. To be called before any thread
 * begins.
 */
void
bayan_paths_prepare (void)
{
  if (!is_installed ())
    g_setenv ("GSETTINGS_SCHEMA_DIR", BAYAN_BUILD_ROOT "/data", FALSE);
}

const char *
bayan_paths_get_locale_dir (void)
{
  return is_installed () ? BAYAN_LOCALE_DIR : BAYAN_BUILD_ROOT "/po";
}

/**
 * bayan_paths_get_samples_dir:
 *
 * Returns: (transfer full): the folder of the sample statements
 */
char *
bayan_paths_get_samples_dir (void)
{
  return g_build_filename (is_installed () ? BAYAN_DATA_DIR : BAYAN_SOURCE_ROOT "/data", "samples", NULL);
}

/**
 * bayan_paths_get_help_dir:
 * @language: "C" for English, or a code as "ar"
 *
 * Returns: (transfer full): the folder of the manual's pages
 */
char *
bayan_paths_get_help_dir (const char *language)
{
  return is_installed () ? g_build_filename (BAYAN_HELP_DIR, language, "bayan", NULL)
                         : g_build_filename (BAYAN_SOURCE_ROOT, "help", language, NULL);
}

/**
 * bayan_paths_get_fonts_dir:
 *
 * Returns: (transfer full): the folder of the faces that come with Bayan
 */
char *
bayan_paths_get_fonts_dir (void)
{
  return g_build_filename (is_installed () ? BAYAN_DATA_DIR : BAYAN_SOURCE_ROOT "/resources", "fonts", NULL);
}

/**
 * bayan_paths_get_icons_dir:
 *
 * Returns: (transfer full) (nullable): the folder of the program's icon, where no installed theme has it
 */
char *
bayan_paths_get_icons_dir (void)
{
  return is_installed () ? NULL : g_build_filename (BAYAN_SOURCE_ROOT, "data", "icons", NULL);
}

/**
 * bayan_paths_get_default_library:
 *
 * Returns: (transfer full): the library of an analyst who has chosen none
 */
char *
bayan_paths_get_default_library (void)
{
  return g_build_filename (g_get_user_data_dir (), "bayan", "library.bayan", NULL);
}
