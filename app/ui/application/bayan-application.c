/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-application-private.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-fonts.h"
#include "bayan-language.h"
#include "bayan-paths.h"
#include "bayan-resources.h"
#include "bayan-window.h"

G_DEFINE_FINAL_TYPE (BayanApplication, bayan_application, ADW_TYPE_APPLICATION)

static const GOptionEntry OPTIONS[] = {
  { "library", 'l', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this library instead of the last one"),
    N_ ("PATH") },
  { "version", '\0', 0, G_OPTION_ARG_NONE, NULL, N_ ("Say which version this is and end"), NULL },
  { G_OPTION_REMAINING, '\0', 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL }
};

/* Libraries */

static void
open_library (BayanApplication *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700); /* where that fails, opening says why */
  bayan_desk_open (self->desk, path);
}

static void
open_last_library (BayanApplication *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "library-path");

  if (*path == '\0')
    {
      g_free (path);
      path = bayan_paths_get_default_library ();
    }
  open_library (self, path);
}

/* Import of what the command line names waits for the library. */

static void
import_waiting (BayanApplication *self)
{
  BayanDeskState state = bayan_desk_get_state (self->desk);
  g_autoptr (BayanImportJob) job = NULL;

  if (state == BAYAN_DESK_READY && g_list_model_get_n_items (G_LIST_MODEL (self->waiting)) > 0)
    job = bayan_desk_import_files (self->desk, G_LIST_MODEL (self->waiting));
  if (state == BAYAN_DESK_READY || state == BAYAN_DESK_FAILED)
    g_list_store_remove_all (self->waiting);
}

static void
take_file (BayanApplication *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL && g_str_has_suffix (path, ".bayan"))
    open_library (self, path);
  else
    g_list_store_append (self->waiting, file);
}

static void
present (BayanApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *samples = bayan_paths_get_samples_dir ();

  if (window == NULL)
    window = GTK_WINDOW (bayan_window_new (ADW_APPLICATION (self), self->desk, self->settings, samples));
  if (bayan_desk_get_state (self->desk) == BAYAN_DESK_EMPTY)
    open_last_library (self);
  import_waiting (self);
  gtk_window_present (window);
}

/* GApplication */

static void
bayan_application_activate (GApplication *application)
{
  present (BAYAN_APPLICATION (application));
}

static void
bayan_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    take_file (BAYAN_APPLICATION (application), files[i]);
  present (BAYAN_APPLICATION (application));
}

static int
bayan_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("bayan %s\n", BAYAN_VERSION);
  return 0;
}

static int
bayan_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  BayanApplication *self = BAYAN_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  const char *library = NULL;
  g_autofree const char **files = NULL;

  if (g_variant_dict_lookup (options, "library", "^&ay", &library))
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, library);

      open_library (self, g_file_peek_path (file));
    }
  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files))
    for (gsize i = 0; files[i] != NULL; i++)
      {
        g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, files[i]);

        take_file (self, file);
      }
  present (self);
  return 0;
}

static void
apply_colour_scheme (BayanApplication *self)
{
  static const AdwColorScheme SCHEMES[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int choice = g_settings_get_enum (self->settings, "colour-scheme");

  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)),
                                      SCHEMES[choice]);
}

static void
add_own_icon (void)
{
  g_autofree char *folder = bayan_paths_get_icons_dir ();

  if (folder != NULL)
    gtk_icon_theme_add_search_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), folder);
}

static void
bayan_application_startup (GApplication *application)
{
  BayanApplication *self = BAYAN_APPLICATION (application);

  g_resources_register (bayan_resources_get_resource ());
  G_APPLICATION_CLASS (bayan_application_parent_class)->startup (application);
  gtk_widget_set_default_direction (bayan_language_get_direction ());
  bayan_fonts_add ();
  add_own_icon ();
  self->desk = bayan_desk_new ();
  g_signal_connect_object (self->desk, "notify::state", G_CALLBACK (import_waiting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::colour-scheme", G_CALLBACK (apply_colour_scheme), self,
                           G_CONNECT_SWAPPED);
  apply_colour_scheme (self);
  bayan_application_add_actions (self);
}

/* All that is under way is written before the program ends. */
static void
bayan_application_shutdown (GApplication *application)
{
  BayanApplication *self = BAYAN_APPLICATION (application);

  G_APPLICATION_CLASS (bayan_application_parent_class)->shutdown (application);
  bayan_desk_close (self->desk);
  g_clear_object (&self->desk);
}

static void
bayan_application_dispose (GObject *object)
{
  BayanApplication *self = BAYAN_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->waiting);
  G_OBJECT_CLASS (bayan_application_parent_class)->dispose (object);
}

static void
bayan_application_class_init (BayanApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_application_dispose;
  application_class->activate = bayan_application_activate;
  application_class->open = bayan_application_open;
  application_class->handle_local_options = bayan_application_handle_local_options;
  application_class->command_line = bayan_application_command_line;
  application_class->startup = bayan_application_startup;
  application_class->shutdown = bayan_application_shutdown;
}

static void
bayan_application_init (BayanApplication *self)
{
  g_autofree char *language = NULL;

  self->settings = g_settings_new (BAYAN_APP_ID);
  self->waiting = g_list_store_new (G_TYPE_FILE);
  language = g_settings_get_string (self->settings, "interface-language");
  bayan_language_apply (language);
  g_application_add_main_option_entries (G_APPLICATION (self), OPTIONS);
}

/**
 * bayan_application_new:
 *
 * Returns: (transfer full): the program. Its language is that of the settings from here on.
 */
BayanApplication *
bayan_application_new (void)
{
  return g_object_new (BAYAN_TYPE_APPLICATION, "application-id", BAYAN_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
