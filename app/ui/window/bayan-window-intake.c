/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-window-private.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

/* Hands @files (of GFile; folders are walked) to the desk. */
void
bayan_window_import_files (BayanWindow *self, GListModel *files)
{
  g_autoptr (BayanImportJob) job = NULL;

  if (g_list_model_get_n_items (files) > 0)
    job = bayan_desk_import_files (self->desk, files);
}

static gboolean
import_text (BayanWindow *self, const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_autoptr (BayanImportJob) job = NULL;

  if (stripped == NULL || *stripped == '\0')
    return FALSE;
  job = bayan_desk_import_text (self->desk, text);
  return TRUE;
}

static gboolean
import_file_list (BayanWindow *self, const GValue *value)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = list != NULL ? gdk_file_list_get_files (list) : NULL;
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (GSList *at = files; at != NULL; at = at->next)
    g_list_store_append (store, at->data);
  bayan_window_import_files (self, G_LIST_MODEL (store));
  return files != NULL;
}

static gboolean
import_value (BayanWindow *self, const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return import_file_list (self, value);
  return G_VALUE_HOLDS_STRING (value) && import_text (self, g_value_get_string (value));
}

/* Dropping */

static gboolean
can_import (BayanWindow *self)
{
  return bayan_desk_get_state (self->desk) == BAYAN_DESK_READY
         && bayan_desk_get_read_only (self->desk) == NULL;
}

/* What is dragged from the window itself (words of the reader) is no new statement. */
static gboolean
drop_offered_cb (GtkDropTarget *target, GdkDrop *drop, BayanWindow *self)
{
  return can_import (self) && gdk_drop_get_drag (drop) == NULL
         && gdk_content_formats_match (gtk_drop_target_get_formats (target), gdk_drop_get_formats (drop));
}

static GdkDragAction
drop_entered_cb (BayanWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
drop_left_cb (BayanWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, BayanWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
  return import_value (self, value);
}

/* Makes the whole window a place to drop files, folders and text on. The target comes before those of the
 * widgets in the window: an entry or the reader would take text for itself. */
void
bayan_window_accept_drops (BayanWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "accept", G_CALLBACK (drop_offered_cb), self, 0);
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->toasts), GTK_EVENT_CONTROLLER (target));
}

/* Pasting */

static void
clipboard_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanWindow) self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, &error);

  if (value == NULL || !import_value (self, value))
    bayan_window_say (self, _ ("There is no text on the clipboard. Copy the statement first."));
}

/* Imports the files or the text on the clipboard. */
void
bayan_window_paste (BayanWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean files = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
                   || gdk_content_formats_contain_mime_type (formats, "text/uri-list");

  gdk_clipboard_read_value_async (clipboard, files ? GDK_TYPE_FILE_LIST : G_TYPE_STRING, G_PRIORITY_DEFAULT,
                                  NULL, clipboard_read_cb, g_object_ref (self));
}
