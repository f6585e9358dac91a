/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text alone: focus mode, and the whole screen. */
#include "bayan-window-private.h"

/* The buttons that show them follow. */
static void
notify_panes (BayanWindow *self)
{
  g_object_notify (G_OBJECT (self), "show-statements");
  g_object_notify (G_OBJECT (self), "show-map");
  g_object_notify (G_OBJECT (self), "show-entities");
}

/* Which panes were there comes back; the settings know nothing of it. */
static void
enter_focus_mode (BayanWindow *self)
{
  GtkWidget *const PANES[] = { GTK_WIDGET (self->statements), GTK_WIDGET (self->map),
                               GTK_WIDGET (self->entities) };
  GtkPaned *const HANDLES[] = { self->outer_paned, self->inner_paned, self->centre_paned };

  bayan_window_save_panes (self);
  for (guint i = 0; i < G_N_ELEMENTS (HANDLES); i++)
    self->focus_positions[i] = gtk_paned_get_position (HANDLES[i]);
  self->focus_hides = 0;
  for (guint i = 0; i < G_N_ELEMENTS (PANES); i++)
    {
      self->focus_hides |= gtk_widget_get_visible (PANES[i]) ? 1u << i : 0;
      gtk_widget_set_visible (PANES[i], FALSE);
    }
  bayan_reader_view_set_dims_others (bayan_reader_pane_get_view (self->reader), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (bayan_reader_pane_get_view (self->reader)));
  notify_panes (self);
}

static void
leave_focus_mode (BayanWindow *self)
{
  GtkWidget *const PANES[] = { GTK_WIDGET (self->statements), GTK_WIDGET (self->map),
                               GTK_WIDGET (self->entities) };
  GtkPaned *const HANDLES[] = { self->outer_paned, self->inner_paned, self->centre_paned };

  for (guint i = 0; i < G_N_ELEMENTS (PANES); i++)
    if ((self->focus_hides & 1u << i) != 0)
      gtk_widget_set_visible (PANES[i], TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (HANDLES); i++)
    gtk_paned_set_position (HANDLES[i], self->focus_positions[i]);
  notify_panes (self);
  bayan_reader_view_set_dims_others (bayan_reader_pane_get_view (self->reader), FALSE);
}

static void
change_focus_mode_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  BayanWindow *self = BAYAN_WINDOW (data);
  gboolean on = g_variant_get_boolean (state);
  g_autoptr (GVariant) before = g_action_get_state (G_ACTION (action));

  if (g_variant_get_boolean (before) == on)
    return;
  g_simple_action_set_state (action, state);
  if (on)
    enter_focus_mode (self);
  else
    leave_focus_mode (self);
}

static void
change_fullscreen_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (GTK_WINDOW (data));
  else
    gtk_window_unfullscreen (GTK_WINDOW (data));
}

/* The window manager has the last word. */
static void
fullscreened_cb (BayanWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "fullscreen");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (gtk_window_is_fullscreen (GTK_WINDOW (self))));
}

static const GActionEntry ACTIONS[] = {
  { .name = "focus-mode", .state = "false", .change_state = change_focus_mode_cb },
  { .name = "fullscreen", .state = "false", .change_state = change_fullscreen_cb },
};

/* Adds the actions of both to the window. */
void
bayan_window_add_focus_actions (BayanWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  g_signal_connect_object (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), self,
                           G_CONNECT_SWAPPED);
}
