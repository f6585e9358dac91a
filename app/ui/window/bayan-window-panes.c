/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GtkPaned without a position gives its fixed child what that asks for at least. So the panes ask for their
 * remembered sizes until the window has been laid out once, however large it then is; from there on the
 * positions hold. */
#include "bayan-window-private.h"

#define LEAST_SIDE_PIXELS 220
#define LEAST_CENTRE_PIXELS 400 /* with the handles beside it */
#define LEAST_MAP_PIXELS 120
#define LEAST_READER_PIXELS 240 /* with the header bar above it */

static void
ask_for (GtkWidget *pane, int width, int height)
{
  gtk_widget_set_size_request (pane, width, height);
}

static void
hold_positions (BayanWindow *self)
{
  gtk_paned_set_position (self->outer_paned, gtk_paned_get_position (self->outer_paned));
  gtk_paned_set_position (self->inner_paned, gtk_paned_get_position (self->inner_paned));
  gtk_paned_set_position (self->centre_paned, gtk_paned_get_position (self->centre_paned));
  ask_for (GTK_WIDGET (self->statements), LEAST_SIDE_PIXELS, -1);
  ask_for (GTK_WIDGET (self->entities), LEAST_SIDE_PIXELS, -1);
  ask_for (GTK_WIDGET (self->map), -1, LEAST_MAP_PIXELS);
}

static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  if (gtk_widget_get_width (GTK_WIDGET (self->outer_paned)) == 0)
    return G_SOURCE_CONTINUE; /* another page of the window is shown: they have no size yet */
  hold_positions (self);
  return G_SOURCE_REMOVE;
}

/* What is asked for makes the window as large: sizes remembered from a larger one give way. */
static void
fit (BayanWindow *self, int *left, int *right, int *map)
{
  int width = g_settings_get_int (self->settings, "window-width") - LEAST_CENTRE_PIXELS;
  int height = g_settings_get_int (self->settings, "window-height") - LEAST_READER_PIXELS;

  if (g_settings_get_boolean (self->settings, "maximized"))
    return; /* the screen is larger than the window was */
  *right = MAX (MIN (*right, width - *left), LEAST_SIDE_PIXELS);
  *left = MAX (MIN (*left, width - *right), LEAST_SIDE_PIXELS);
  *map = MAX (MIN (*map, height), LEAST_MAP_PIXELS);
}

/* Gives the panes the sizes that they had when the window was closed. To be called before the window is
 * shown. */
void
bayan_window_restore_panes (BayanWindow *self)
{
  int left = MAX (g_settings_get_int (self->settings, "left-pane"), LEAST_SIDE_PIXELS);
  int right = MAX (g_settings_get_int (self->settings, "right-pane"), LEAST_SIDE_PIXELS);
  int map = MAX (g_settings_get_int (self->settings, "map-pane"), LEAST_MAP_PIXELS);

  fit (self, &left, &right, &map);
  ask_for (GTK_WIDGET (self->statements), left, -1);
  ask_for (GTK_WIDGET (self->entities), right, -1);
  ask_for (GTK_WIDGET (self->map), -1, map);
  gtk_widget_set_visible (GTK_WIDGET (self->statements),
                          g_settings_get_boolean (self->settings, "statements-visible"));
  gtk_widget_set_visible (GTK_WIDGET (self->entities),
                          g_settings_get_boolean (self->settings, "entities-visible"));
  gtk_widget_set_visible (GTK_WIDGET (self->map), g_settings_get_boolean (self->settings, "map-visible"));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
}

static void
save_size (BayanWindow *self, const char *key, GtkWidget *pane, int pixels)
{
  if (gtk_widget_get_mapped (pane) && pixels > 0)
    g_settings_set_int (self->settings, key, pixels);
}

/* Remembers the sizes of the panes that are in sight. */
void
bayan_window_save_panes (BayanWindow *self)
{
  GtkWidget *statements = GTK_WIDGET (self->statements);
  GtkWidget *entities = GTK_WIDGET (self->entities);
  GtkWidget *map = GTK_WIDGET (self->map);

  save_size (self, "left-pane", statements, gtk_widget_get_width (statements));
  save_size (self, "right-pane", entities, gtk_widget_get_width (entities));
  save_size (self, "map-pane", map, gtk_widget_get_height (map));
}

static const char *
get_key (BayanWindow *self, GtkWidget *pane)
{
  if (pane == GTK_WIDGET (self->statements))
    return "statements-visible";
  if (pane == GTK_WIDGET (self->entities))
    return "entities-visible";
  return "map-visible";
}

gboolean
bayan_window_get_pane_visible (BayanWindow *self, GtkWidget *pane)
{
  return pane != NULL && gtk_widget_get_visible (pane);
}

/* A pane that comes back has the size that it had. */
static void
give_size (BayanWindow *self, GtkWidget *pane)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inner_paned));
  int height = gtk_widget_get_height (GTK_WIDGET (self->centre_paned));

  if (pane == GTK_WIDGET (self->statements))
    gtk_paned_set_position (self->outer_paned, g_settings_get_int (self->settings, "left-pane"));
  else if (pane == GTK_WIDGET (self->entities))
    gtk_paned_set_position (self->inner_paned, width - g_settings_get_int (self->settings, "right-pane"));
  else
    gtk_paned_set_position (self->centre_paned, height - g_settings_get_int (self->settings, "map-pane"));
}

/* Shows or hides a pane; the keyboard does not stay in one that goes. */
void
bayan_window_set_pane_visible (BayanWindow *self, GtkWidget *pane, gboolean visible)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (gtk_widget_get_visible (pane) == visible)
    return;
  if (!visible)
    bayan_window_save_panes (self);
  if (!visible && focus != NULL && gtk_widget_is_ancestor (focus, pane))
    gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  gtk_widget_set_visible (pane, visible);
  if (visible && gtk_widget_get_mapped (GTK_WIDGET (self->outer_paned)))
    give_size (self, pane);
  g_settings_set_boolean (self->settings, get_key (self, pane), visible);
}
