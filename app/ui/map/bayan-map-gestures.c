/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How hands reach the map: mouse, touch and keys. */
#include "bayan-map-view-private.h"

#include <math.h>

#include "bayan-language.h"

#define ZOOM_STEP 1.5
#define WHEEL_STEP 1.25
#define PAN_STEP_PIXELS 64
#define CLICK_PIXELS 4.0 /* a press that moves less is a click */
#define DOUBLE_CLICK_STEP 2.0
#define GLIDE_MS 280.0         /* the time constant of the glide after a drag */
#define GLIDE_LEAST_SPEED 0.05 /* pixels a millisecond */
#define GLIDE_FRESH_US 60000   /* a pointer that has rested longer than this does not glide */

/* Dragging */

static gboolean
glide_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double passed_ms = CLAMP ((now - self->drag_time_us) / 1000.0, 0, 50);
  double fade = exp (-passed_ms / GLIDE_MS);

  self->drag_time_us = now;
  bayan_map_camera_pan (&self->camera, self->speed_x * passed_ms, self->speed_y * passed_ms);
  bayan_map_view_camera_moved (self);
  self->speed_x *= fade;
  self->speed_y *= fade;
  if (hypot (self->speed_x, self->speed_y) > GLIDE_LEAST_SPEED)
    return G_SOURCE_CONTINUE;
  self->glide_tick = 0;
  bayan_map_bearings_look (self);
  return G_SOURCE_REMOVE;
}

void
bayan_map_gestures_stop (BayanMapView *self)
{
  if (self->glide_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide_tick);
  self->glide_tick = 0;
}

static void
drag_began_cb (BayanMapView *self, double x, double y)
{
  bayan_map_gestures_stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragged_x = self->dragged_y = 0;
  self->speed_x = self->speed_y = 0;
  self->drag_time_us = g_get_monotonic_time ();
  self->is_held = TRUE;
}

static void
drag_updated_cb (BayanMapView *self, double x, double y)
{
  double right = x - self->dragged_x, down = y - self->dragged_y;
  gint64 now = g_get_monotonic_time ();
  double passed_ms = MAX ((now - self->drag_time_us) / 1000.0, 1);

  if (self->dragged_x == 0 && self->dragged_y == 0 && hypot (x, y) < CLICK_PIXELS)
    return;
  self->speed_x = right / passed_ms;
  self->speed_y = down / passed_ms;
  self->drag_time_us = now;
  self->dragged_x = x;
  self->dragged_y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  bayan_map_camera_pan (&self->camera, right, down);
  bayan_map_view_camera_moved (self);
}

static gboolean
is_double (BayanMapView *self, double x, double y)
{
  gint64 now = g_get_monotonic_time ();
  int most_ms, most_pixels;
  gboolean is_second;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &most_ms,
                "gtk-double-click-distance", &most_pixels, NULL);
  is_second = now - self->click_time_us < most_ms * (gint64) 1000
              && hypot (x - self->click_x, y - self->click_y) <= most_pixels;
  self->click_time_us = is_second ? 0 : now;
  self->click_x = x;
  self->click_y = y;
  return is_second;
}

/* A click filters at once; the second of two takes that back and comes closer. */
static void
clicked (BayanMapView *self, double x, double y, gboolean with_control)
{
  g_autofree char *key = NULL;

  if (self->asks)
    {
      bayan_map_view_answer (self, x, y);
      return;
    }
  if (with_control)
    {
      key = bayan_map_view_pick_area (self, x, y);
      bayan_map_view_compare (self, key);
      return;
    }
  if (!is_double (self, x, y))
    {
      key = bayan_map_view_pick (self, x, y);
      if (key != NULL && !bayan_map_view_choose (self, key))
        gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  bayan_map_view_choose_back (self);
  bayan_map_camera_zoom_at (&self->camera, DOUBLE_CLICK_STEP, x, y);
  bayan_map_view_camera_moved (self);
}

static void
drag_ended_cb (GtkGestureDrag *gesture, double x, double y, BayanMapView *self)
{
  gboolean animate;
  double start_x, start_y;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->asks ? "crosshair" : NULL);
  self->is_held = FALSE;
  if (self->dragged_x == 0 && self->dragged_y == 0)
    {
      if (gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
        clicked (
            self, start_x, start_y,
            (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_CONTROL_MASK)
                != 0);
      return;
    }
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  if (!animate || g_get_monotonic_time () - self->drag_time_us > GLIDE_FRESH_US)
    {
      bayan_map_bearings_look (self);
      return;
    }
  self->drag_time_us = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->glide_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

/* Zooming */

static void
zoom_at (BayanMapView *self, double factor, double x, double y)
{
  bayan_map_gestures_stop (self);
  bayan_map_camera_zoom_at (&self->camera, factor, x, y);
  bayan_map_view_camera_moved (self);
}

static gboolean
scrolled_cb (BayanMapView *self, double right, double down)
{
  zoom_at (self, pow (WHEEL_STEP, -down), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pinch_began_cb (GtkGesture *gesture, GdkEventSequence *sequence, BayanMapView *self)
{
  self->pinched = 1;
  self->is_held = TRUE;
}

static void
pinch_ended_cb (GtkGesture *gesture, GdkEventSequence *sequence, BayanMapView *self)
{
  self->is_held = FALSE;
  bayan_map_bearings_look (self);
}

static void
pinched_cb (GtkGestureZoom *gesture, double scale, BayanMapView *self)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y) || scale <= 0)
    return;
  zoom_at (self, scale / self->pinched, x, y);
  self->pinched = scale;
}

/* Pointing */

static void
pointer_moved_cb (BayanMapView *self, double x, double y)
{
  g_autofree char *key = bayan_map_view_pick (self, x, y);

  self->pointer_x = x;
  self->pointer_y = y;
  bayan_map_view_hover (self, key);
}

static void
pointer_left_cb (BayanMapView *self)
{
  bayan_map_view_hover (self, NULL);
}

static gboolean
tooltip_queried_cb (BayanMapView *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  g_autofree char *key = by_keyboard ? g_strdup (self->focused) : bayan_map_view_pick (self, x, y);
  g_autofree char *text = bayan_map_view_describe (self, key);

  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  if (!by_keyboard)
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 8, y - 8, 24, 24 });
  return TRUE;
}

/* Keys. Left is west in every language. */

static gboolean
pan_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);
  int right, down;

  g_variant_get (args, "(ii)", &right, &down);
  bayan_map_gestures_stop (self);
  bayan_map_camera_pan (&self->camera, -right * PAN_STEP_PIXELS, -down * PAN_STEP_PIXELS);
  bayan_map_view_camera_moved (self);
  return GDK_EVENT_STOP;
}

static gboolean
walk_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);
  BayanMapSpot from = { (float) self->camera.x, (float) self->camera.y };
  g_autofree char *next = NULL;
  int right, down;

  g_variant_get (args, "(ii)", &right, &down);
  if (self->focused != NULL)
    bayan_map_areas_find_spot (&self->counts, self->atlas, self->focused, &from);
  next = bayan_map_areas_find_next (&self->counts, self->atlas, self->focused, from, right, down);
  if (next != NULL)
    bayan_map_view_walk_to (self, next);
  return GDK_EVENT_STOP;
}

static gboolean
choose_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);

  if (self->focused == NULL || self->asks)
    return GDK_EVENT_PROPAGATE;
  if (!bayan_map_view_choose (self, self->focused))
    gtk_widget_error_bell (widget);
  return GDK_EVENT_STOP;
}

/* As in the list beside the map. */
static gboolean
mentions_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);

  if (self->focused == NULL || self->asks)
    return GDK_EVENT_PROPAGATE;
  if (bayan_map_counts_find_area (&self->counts, self->focused) != NULL)
    gtk_widget_activate_action (widget, "win.show-area", "(ss)", self->focused,
                                bayan_map_view_get_name (self, self->focused));
  else
    gtk_widget_error_bell (widget);
  return GDK_EVENT_STOP;
}

static gboolean
compare_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);

  if (self->focused == NULL)
    return GDK_EVENT_PROPAGATE;
  bayan_map_view_set_compared (self, g_strcmp0 (self->focused, self->compared) == 0 ? NULL : self->focused);
  return GDK_EVENT_STOP;
}

static gboolean
let_go_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);

  if (self->asks)
    {
      bayan_map_view_let_go (self);
      return GDK_EVENT_STOP;
    }
  if (self->focused == NULL && self->compared == NULL)
    return GDK_EVENT_PROPAGATE;
  bayan_map_view_unmark (self);
  return GDK_EVENT_STOP;
}

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_map_view_zoom (BAYAN_MAP_VIEW (widget), ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_map_view_zoom (BAYAN_MAP_VIEW (widget), 1 / ZOOM_STEP);
}

static void
home_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_map_view_go_home (BAYAN_MAP_VIEW (widget));
}

static void
fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_map_view_fit (BAYAN_MAP_VIEW (widget));
}

static void
add_direction (GtkWidgetClass *widget_class, guint key, guint keypad_key, int right, int down)
{
  gtk_widget_class_add_binding (widget_class, key, 0, pan_key_cb, "(ii)", right, down);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, pan_key_cb, "(ii)", right, down);
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, walk_key_cb, "(ii)", right, down);
  gtk_widget_class_add_binding (widget_class, keypad_key, GDK_CONTROL_MASK, walk_key_cb, "(ii)", right, down);
}

static void
add_zoom_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    const char *action;
  } KEYS[] = {
    { GDK_KEY_plus, "map.zoom-in" },
    { GDK_KEY_equal, "map.zoom-in" },
    { GDK_KEY_KP_Add, "map.zoom-in" },
    { GDK_KEY_minus, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, "map.zoom-out" },
    { GDK_KEY_0, "map.fit" },
    { GDK_KEY_KP_0, "map.fit" },
    { GDK_KEY_Home, "map.home" },
    { GDK_KEY_KP_Home, "map.home" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, KEYS[i].key, 0, KEYS[i].action, NULL);
      gtk_widget_class_add_binding_action (widget_class, KEYS[i].key, GDK_CONTROL_MASK, KEYS[i].action, NULL);
    }
}

/* Actions and keys of the class. */
void
bayan_map_gestures_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.home", NULL, home_cb);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_cb);
  add_zoom_keys (widget_class);
  add_direction (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_direction (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_direction (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_direction (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, mentions_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, mentions_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, choose_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, compare_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, let_go_key_cb, NULL);
}

/* Controllers of one view. */
void
bayan_map_gestures_add (BayanMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_began_cb), self);
  g_signal_connect (pinch, "end", G_CALLBACK (pinch_ended_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
}
