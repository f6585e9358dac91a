/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as a file: those that were open before, a copy, and whether all is as it was written. */
#include "bayan-window-private.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"
#include "bayan-library-chooser.h"
#include "bayan-trouble-words.h"

#define RECENT_KEY "recent-libraries"
#define RECENT_MAX 6

/* Recent libraries */

static char *
name_library (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, ".bayan"))
    name[strlen (name) - strlen (".bayan")] = '\0';
  return bayan_language_isolate (name);
}

/* When the menu opens, not before: a share that no longer answers must not hold the window up as it starts. */
static void
fill_recent_menu_cb (GtkMenuButton *button, gpointer window)
{
  BayanWindow *self = BAYAN_WINDOW (window);
  const char *open = bayan_desk_get_path (self->desk);
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, RECENT_KEY);

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = name_library (paths[i]);
      g_autoptr (GMenuItem) item = NULL;

      if (g_strcmp0 (paths[i], open) == 0 || !g_file_test (paths[i], G_FILE_TEST_EXISTS))
        continue;
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", paths[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

void
bayan_window_offer_recent_libraries (BayanWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_recent_menu_cb, self, NULL);
}

/* The one that is open now comes first the next time. */
void
bayan_window_remember_library (BayanWindow *self)
{
  const char *open = bayan_desk_get_path (self->desk);
  g_auto (GStrv) before = g_settings_get_strv (self->settings, RECENT_KEY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;
  guint n = 1;

  if (open == NULL)
    return;
  g_strv_builder_add (builder, open);
  for (guint i = 0; before[i] != NULL && n < RECENT_MAX; i++)
    if (!g_str_equal (before[i], open))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }
  now = g_strv_builder_end (builder);
  if (!g_strv_equal ((const char *const *) before, (const char *const *) now))
    g_settings_set_strv (self->settings, RECENT_KEY, (const char *const *) now);
}

/* A copy */

static void
stop_saying (BayanWindow *self)
{
  if (self->copying != NULL)
    adw_toast_dismiss (self->copying);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer window)
{
  g_autoptr (BayanWindow) self = window;
  g_autoptr (GError) error = NULL;
  gboolean copied = bayan_desk_save_copy_finish (result, &error);

  g_clear_object (&self->copy_cancellable);
  stop_saying (self);
  if (copied)
    bayan_window_say (self, _ ("The copy is saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bayan_window_say_failure (self, error);
}

static void
say_while_it_lasts (BayanWindow *self, const char *sentence, gboolean can_stop)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, 0);
  if (can_stop)
    {
      adw_toast_set_button_label (toast, _ ("_Cancel"));
      adw_toast_set_action_name (toast, "win.stop-copy");
    }
  stop_saying (self);
  g_set_weak_pointer (&self->copying, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
copy_place_chosen_cb (const char *path, gpointer window)
{
  BayanWindow *self = window;

  if (self->copy_cancellable != NULL)
    return;
  if (g_strcmp0 (path, bayan_desk_get_path (self->desk)) == 0)
    {
      bayan_window_say (self,
                        _ ("This is the library itself. Give the copy another name or another folder."));
      return;
    }
  self->copy_cancellable = g_cancellable_new ();
  say_while_it_lasts (self, _ ("Saving a copy of the library…"), TRUE);
  bayan_desk_save_copy_async (self->desk, path, self->copy_cancellable, copied_cb, g_object_ref (self));
}

void
bayan_window_save_copy (BayanWindow *self)
{
  const char *path = bayan_desk_get_path (self->desk);

  if (path != NULL)
    bayan_library_chooser_copy (GTK_WINDOW (self), path, copy_place_chosen_cb, self);
}

void
bayan_window_stop_copy (BayanWindow *self)
{
  g_cancellable_cancel (self->copy_cancellable);
}

/* Whether all is as it was written */

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer window)
{
  g_autoptr (BayanWindow) self = window;
  g_autoptr (GError) error = NULL;
  gboolean whole = bayan_desk_check_library_finish (result, &error);

  self->is_checking = FALSE;
  stop_saying (self);
  if (whole)
    bayan_window_say (self, _ ("The library is whole: everything in it is as it was written"));
  else
    bayan_window_say_failure (self, error);
}

void
bayan_window_check_library (BayanWindow *self)
{
  if (self->is_checking || bayan_desk_get_state (self->desk) != BAYAN_DESK_READY)
    return;
  self->is_checking = TRUE;
  say_while_it_lasts (self, _ ("Checking the library…"), FALSE);
  bayan_desk_check_library_async (self->desk, checked_cb, g_object_ref (self));
}
