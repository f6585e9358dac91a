/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-window-private.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-intake.h"
#include "bayan-review-window.h"

/* Hands @files (of GFile; folders are walked) to the desk. */
void
bayan_window_import_files (BayanWindow *self, GListModel *files)
{
  g_autoptr (BayanImportJob) job = NULL;

  if (g_list_model_get_n_items (files) > 0)
    job = bayan_desk_import_files (self->desk, files);
}

/* Hands @files to the desk, which holds all of them back. */
void
bayan_window_review_files (BayanWindow *self, GListModel *files)
{
  g_autoptr (BayanImportJob) job = NULL;

  if (g_list_model_get_n_items (files) > 0)
    job = bayan_desk_review_files (self->desk, files);
}

/* Shows what waits for the analyst. */
void
bayan_window_review (BayanWindow *self)
{
  if (g_list_model_get_n_items (bayan_desk_get_held (self->desk)) == 0)
    return;
  if (self->review == NULL)
    g_set_weak_pointer (&self->review, bayan_review_window_new (GTK_WINDOW (self), self->desk));
  gtk_window_present (GTK_WINDOW (self->review));
}

/* Where everything that the analyst has brought waits for a look there is no need to be asked for it. */
void
bayan_window_review_if_all_waits (BayanWindow *self, BayanImportJob *job)
{
  if (bayan_import_job_get_cause (job) == BAYAN_IMPORT_BY_HAND && bayan_import_job_get_n_held (job) > 0
      && bayan_import_job_get_n_held (job) == bayan_import_job_get_n_done (job))
    bayan_window_review (self);
}

/* Returns whether there was anything to import. */
static gboolean
import_intake (BayanWindow *self, const BayanIntake *intake)
{
  g_autoptr (BayanImportJob) job = NULL;

  if (intake->files != NULL)
    bayan_window_import_files (self, intake->files);
  else if (intake->bytes != NULL)
    job = bayan_desk_import_bytes (self->desk, intake->bytes, intake->address);
  return intake->files != NULL || intake->bytes != NULL;
}

static const char *
explain_nothing (const BayanIntake *intake)
{
  if (intake->picture)
    return _ ("This is a picture: there are no words in it that Bayan could read. Copy the text instead.");
  return _ ("There is no text on the clipboard. Copy the statement first.");
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
drop_offered_cb (GtkDropTargetAsync *target, GdkDrop *drop, BayanWindow *self)
{
  return can_import (self) && gdk_drop_get_drag (drop) == NULL
         && bayan_intake_accepts (gdk_drop_get_formats (drop));
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

typedef struct {
  BayanWindow *window;
  GdkDrop *drop;
} Dropped;

static void
drop_read_cb (const BayanIntake *intake, gpointer data)
{
  g_autofree Dropped *dropped = data;
  g_autoptr (BayanWindow) self = dropped->window;
  g_autoptr (GdkDrop) drop = dropped->drop;
  gboolean taken = import_intake (self, intake);

  if (!taken)
    bayan_window_say (self, intake->picture ? explain_nothing (intake)
                                            : _ ("There is no text in what was dropped."));
  gdk_drop_finish (drop, taken ? GDK_ACTION_COPY : 0);
}

static gboolean
dropped_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, BayanWindow *self)
{
  Dropped *dropped = g_new (Dropped, 1);

  gtk_widget_set_visible (self->drop_hint, FALSE);
  *dropped = (Dropped) { g_object_ref (self), g_object_ref (drop) };
  bayan_intake_read_drop (drop, drop_read_cb, dropped);
  return TRUE;
}

/* Makes the whole window a place to drop files, folders and text on. The target comes before those of the
 * widgets in the window: an entry or the reader would take text for itself. */
void
bayan_window_accept_drops (BayanWindow *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (bayan_intake_get_formats (), GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "accept", G_CALLBACK (drop_offered_cb), self, 0);
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (drop_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (drop_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->toasts), GTK_EVENT_CONTROLLER (target));
}

/* Pasting */

static void
clipboard_read_cb (const BayanIntake *intake, gpointer data)
{
  g_autoptr (BayanWindow) self = data;

  if (!import_intake (self, intake))
    bayan_window_say (self, explain_nothing (intake));
}

/* Imports what is on the clipboard. */
void
bayan_window_paste (BayanWindow *self)
{
  bayan_intake_read_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (self)), clipboard_read_cb,
                               g_object_ref (self));
}
