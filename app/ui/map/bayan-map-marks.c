/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over the picture of the map, and what of it the pointer is on. */
#include "bayan-map-view-private.h"

#include <adwaita.h>
#include <math.h>

#define EARTH_RADIUS_KM 6371.0
/* A state that is smaller than this on the screen is a dot, at its capital. */
#define DOT_BELOW_PIXELS 7.0
#define DOT_RADIUS_PIXELS 4.0
#define PLACES_FROM_SCALE 140.0
#define PICK_SLACK_PIXELS 3.0

/* What is where */

static double
size_on_screen (BayanMapView *self, guint state)
{
  return sqrt (self->atlas->states[state].country->area_km2) / EARTH_RADIUS_KM * self->camera.scale;
}

static gboolean
is_dot (BayanMapView *self, guint state)
{
  return self->counts.states[state] > 0 && size_on_screen (self, state) < DOT_BELOW_PIXELS;
}

static double
place_radius (const BayanMapPlace *place)
{
  return bayan_map_labels_get_dot_radius (bayan_entity_item_get_count (place->item));
}

static double
distance_to (BayanMapView *self, BayanMapSpot spot, double x, double y)
{
  double spot_x, spot_y;

  bayan_map_camera_to_screen (&self->camera, spot.x, spot.y, &spot_x, &spot_y);
  return hypot (x - spot_x, y - spot_y);
}

static int
pick_place (BayanMapView *self, double x, double y)
{
  int nearest = BAYAN_MAP_NO_PLACE;
  double least = (double) INFINITY;

  if (self->camera.scale < PLACES_FROM_SCALE)
    return BAYAN_MAP_NO_PLACE;
  for (guint i = 0; i < self->counts.places->len; i++)
    {
      const BayanMapPlace *place = &g_array_index (self->counts.places, BayanMapPlace, i);
      double distance = distance_to (self, place->spot, x, y);

      if (distance <= place_radius (place) + PICK_SLACK_PIXELS && distance < least)
        {
          least = distance;
          nearest = (int) i;
        }
    }
  return nearest;
}

static int
pick_dot (BayanMapView *self, double x, double y)
{
  for (guint i = 0; i < self->atlas->n_states; i++)
    if (is_dot (self, i)
        && distance_to (self, self->atlas->states[i].dot, x, y) <= DOT_RADIUS_PIXELS + PICK_SLACK_PIXELS)
      return (int) i;
  return BAYAN_MAP_NO_STATE;
}

/* What is at a point of the view: a place before a dot, a dot before the state around it. */
BayanMapTarget
bayan_map_view_pick (BayanMapView *self, double x, double y)
{
  BayanMapTarget target = { BAYAN_MAP_NO_STATE, pick_place (self, x, y) };

  if (target.place != BAYAN_MAP_NO_PLACE)
    return target;
  target.state = pick_dot (self, x, y);
  if (target.state == BAYAN_MAP_NO_STATE)
    target.state = bayan_map_atlas_pick (self->atlas, &self->camera, x, y);
  return target;
}

/* Drawing */

static void
stroke_extent (BayanMapView *self, cairo_t *cr, const BayanMapExtent *extent, GdkRGBA colour,
               double width_pixels)
{
  if (extent->n_units == 0)
    return;
  bayan_map_picture_append_outline (self->atlas, &self->camera, extent->holds, cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, width_pixels);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_disc (cairo_t *cr, double x, double y, double radius, const GdkRGBA *fill, const GdkRGBA *edge)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, edge);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_dots (BayanMapView *self, cairo_t *cr, BayanMapStyle style)
{
  GdkRGBA edge = bayan_map_colour (BAYAN_MAP_COLOUR_EDGE, style);

  for (guint i = 0; i < self->atlas->n_states; i++)
    {
      GdkRGBA fill;
      double x, y;

      if (!is_dot (self, i))
        continue;
      bayan_map_camera_to_screen (&self->camera, self->atlas->states[i].dot.x, self->atlas->states[i].dot.y,
                                  &x, &y);
      fill = bayan_map_class_colour (&self->counts.classes,
                                     bayan_map_classes_find (&self->counts.classes, self->counts.states[i]),
                                     style);
      draw_disc (cr, x, y, DOT_RADIUS_PIXELS, &fill, &edge);
    }
}

static void
draw_ring (cairo_t *cr, double x, double y, double radius, BayanMapStyle style)
{
  GdkRGBA accent = bayan_map_colour (BAYAN_MAP_COLOUR_FOCUS, style);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_places (BayanMapView *self, cairo_t *cr, BayanMapStyle style)
{
  GdkRGBA fill = bayan_map_colour (BAYAN_MAP_COLOUR_PLACE, style);
  GdkRGBA edge = bayan_map_colour (BAYAN_MAP_COLOUR_PLACE_EDGE, style);
  const char *filter = self->desk != NULL ? bayan_desk_get_entity_filter (self->desk) : NULL;

  if (self->camera.scale < PLACES_FROM_SCALE)
    return;
  for (guint i = 0; i < self->counts.places->len; i++)
    {
      const BayanMapPlace *place = &g_array_index (self->counts.places, BayanMapPlace, i);
      double x, y;

      bayan_map_camera_to_screen (&self->camera, place->spot.x, place->spot.y, &x, &y);
      draw_disc (cr, x, y, place_radius (place), &fill, &edge);
      if (filter != NULL && g_str_equal (bayan_entity_item_get_key (place->item), filter))
        draw_ring (cr, x, y, place_radius (place) + 3, style);
    }
}

/* What names keep clear of: dots, and what lies over the map. */

static void
append_round (GArray *obstacles, BayanMapView *self, BayanMapSpot spot, double radius)
{
  GdkRectangle room;
  double x, y;

  bayan_map_camera_to_screen (&self->camera, spot.x, spot.y, &x, &y);
  room = (GdkRectangle) { (int) (x - radius), (int) (y - radius), (int) (2 * radius), (int) (2 * radius) };
  g_array_append_val (obstacles, room);
}

static void
append_neighbours (GArray *obstacles, BayanMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (GtkWidget *it = parent != NULL ? gtk_widget_get_first_child (parent) : NULL; it != NULL;
       it = gtk_widget_get_next_sibling (it))
    {
      graphene_rect_t bounds;
      GdkRectangle room;

      if (it == widget || !gtk_widget_get_mapped (it) || !gtk_widget_compute_bounds (it, widget, &bounds))
        continue;
      room = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                              (int) bounds.size.height };
      g_array_append_val (obstacles, room);
    }
}

static GArray *
list_dots (BayanMapView *self)
{
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));

  for (guint i = 0; i < self->atlas->n_states; i++)
    if (is_dot (self, i))
      append_round (dots, self, self->atlas->states[i].dot, DOT_RADIUS_PIXELS);
  if (self->camera.scale >= PLACES_FROM_SCALE)
    for (guint i = 0; i < self->counts.places->len; i++)
      {
        const BayanMapPlace *place = &g_array_index (self->counts.places, BayanMapPlace, i);

        append_round (dots, self, place->spot, place_radius (place));
      }
  return dots;
}

static gboolean
look_up (gpointer data, double x, double y, int *unit, guint32 *pixel)
{
  BayanMapView *self = data;

  return bayan_map_painter_look_up (self->painter, &self->camera, x, y, unit, pixel);
}

/**
 * bayan_map_marks_snapshot:
 *
 * Draws all that lies over the picture: edges, dots, places and names, in this order.
 */
void
bayan_map_marks_snapshot (BayanMapView *self, GtkSnapshot *snapshot)
{
  BayanMapStyle style = bayan_map_style_get ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->camera.width, (float) self->camera.height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA accent = bayan_map_colour (BAYAN_MAP_COLOUR_FOCUS, style);
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  g_autoptr (GArray) dots = list_dots (self);
  g_autoptr (GArray) labels = NULL;

  stroke_extent (self, cr, &self->hovered_extent, bayan_map_colour (BAYAN_MAP_COLOUR_EDGE, style), 1.6);
  stroke_extent (self, cr, &self->filter_extent, accent, 2.2);
  stroke_extent (self, cr, &self->compared_extent, bayan_map_colour (BAYAN_MAP_COLOUR_COMPARED, style), 3.2);
  stroke_extent (self, cr, &self->focused_extent, accent, 3.2);
  draw_dots (self, cr, style);
  draw_places (self, cr, style);
  append_neighbours (obstacles, self);
  labels = bayan_map_labels_place (self->labels, &self->camera, &self->counts, obstacles, dots, look_up,
                                   self);
  bayan_map_labels_draw (labels, style, cr);
  cairo_destroy (cr);
}
