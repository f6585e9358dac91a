/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-watch-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-import-chooser.h"
#include "bayan-language.h"

struct _BayanWatchWindow {
  AdwWindow parent_instance;
  BayanWatch *watch;

  AdwActionRow *folder;
  AdwActionRow *row;
  GtkSwitch *enabled;
};

G_DEFINE_FINAL_TYPE (BayanWatchWindow, bayan_watch_window, ADW_TYPE_WINDOW)

static char *
describe_folder (BayanWatch *watch)
{
  GFile *folder = bayan_watch_get_folder (watch);
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  g_autofree char *isolated = name != NULL ? bayan_language_isolate (name) : NULL;

  if (folder == NULL)
    return g_strdup (_ ("None chosen yet"));
  if (bayan_watch_get_lost (watch))
    return g_strdup_printf (_ ("%s — not there at present"), isolated);
  return g_steal_pointer (&isolated);
}

static void
show_watch (BayanWatchWindow *self)
{
  g_autofree char *words = describe_folder (self->watch);

  adw_action_row_set_subtitle (self->folder, words);
  gtk_switch_set_active (self->enabled, bayan_watch_get_enabled (self->watch));
  gtk_widget_set_sensitive (GTK_WIDGET (self->row), bayan_watch_get_folder (self->watch) != NULL);
}

static void
switched_cb (BayanWatchWindow *self)
{
  bayan_watch_set_enabled (self->watch, gtk_switch_get_active (self->enabled));
}

static void
chosen_cb (GListModel *folders, gpointer window)
{
  g_autoptr (GFile) folder = g_list_model_get_item (folders, 0);

  if (folder != NULL)
    bayan_watch_set_folder (BAYAN_WATCH_WINDOW (window)->watch, folder);
}

static void
choose_clicked_cb (BayanWatchWindow *self)
{
  bayan_import_chooser_choose_watched (GTK_WINDOW (self), chosen_cb, self);
}

static void
dispose (GObject *object)
{
  g_clear_object (&BAYAN_WATCH_WINDOW (object)->watch);
  G_OBJECT_CLASS (bayan_watch_window_parent_class)->dispose (object);
}

static void
bayan_watch_window_class_init (BayanWatchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/import/bayan-watch-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanWatchWindow, folder);
  gtk_widget_class_bind_template_child (widget_class, BayanWatchWindow, row);
  gtk_widget_class_bind_template_child (widget_class, BayanWatchWindow, enabled);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
}

static void
bayan_watch_window_init (BayanWatchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_watch_window_new:
 * @parent: the window above which it opens
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_watch_window_new (GtkWindow *parent, BayanWatch *watch)
{
  BayanWatchWindow *self = g_object_new (BAYAN_TYPE_WATCH_WINDOW, "transient-for", parent, NULL);

  self->watch = g_object_ref (watch);
  g_signal_connect_object (watch, "notify", G_CALLBACK (show_watch), self, G_CONNECT_SWAPPED);
  show_watch (self);
  g_signal_connect_object (self->enabled, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
