/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over the picture of the map, and what of it the pointer is on. */
#include "bayan-map-view-private.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#define EARTH_RADIUS_KM 6371.0
/* A state that is smaller than this on the screen is a dot, at its capital. */
#define DOT_BELOW_PIXELS 7.0
#define DOT_RADIUS_PIXELS 4.0
/* One that nobody mentions is a faint dot, where it is too small to be seen at all. */
#define FAINT_DOT_BELOW_PIXELS 2.0
#define FAINT_DOT_RADIUS_PIXELS 1.8
#define FAINT_DOT_ALPHA 0.6f
#define PLACES_FROM_SCALE 140.0
#define PICK_SLACK_PIXELS 3.0
#define RING_PIXELS 3.0 /* from a dot to the ring about it */

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

static gboolean
is_faint_dot (BayanMapView *self, guint state)
{
  double size = size_on_screen (self, state);

  return self->counts.level == BAYAN_LEVEL_COUNTRIES && self->counts.states[state] == 0 && size > 0
         && size < FAINT_DOT_BELOW_PIXELS;
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

static const BayanMapPlace *
pick_place (BayanMapView *self, double x, double y)
{
  const BayanMapPlace *nearest = NULL;
  double least = (double) INFINITY;

  if (self->camera.scale < PLACES_FROM_SCALE)
    return NULL;
  for (guint i = 0; i < self->counts.places->len; i++)
    {
      const BayanMapPlace *place = &g_array_index (self->counts.places, BayanMapPlace, i);
      double distance = distance_to (self, place->spot, x, y);

      if (distance <= place_radius (place) + PICK_SLACK_PIXELS && distance < least)
        {
          least = distance;
          nearest = place;
        }
    }
  return nearest;
}

static int
pick_dot (BayanMapView *self, gboolean (*is_one) (BayanMapView *, guint), double radius, double x, double y)
{
  for (guint i = 0; i < self->atlas->n_states; i++)
    if (is_one (self, i)
        && distance_to (self, self->atlas->states[i].dot, x, y) <= radius + PICK_SLACK_PIXELS)
      return (int) i;
  return BAYAN_MAP_NO_STATE;
}

static char *
pick_ground (BayanMapView *self, double x, double y)
{
  int dot = pick_dot (self, is_dot, DOT_RADIUS_PIXELS, x, y);

  if (dot == BAYAN_MAP_NO_STATE)
    dot = pick_dot (self, is_faint_dot, FAINT_DOT_RADIUS_PIXELS, x, y);
  if (dot != BAYAN_MAP_NO_STATE)
    return g_strconcat ("iso:", self->atlas->states[dot].country->iso3, NULL);
  return bayan_map_areas_find_at (&self->counts, self->atlas,
                                  bayan_map_atlas_pick (self->atlas, &self->camera, x, y));
}

/* Returns: (transfer full) (nullable): the key of what is at a point of the view: a place before a dot, a dot before the
 * area around it */
char *
bayan_map_view_pick (BayanMapView *self, double x, double y)
{
  const BayanMapPlace *place = pick_place (self, x, y);

  return place != NULL ? g_strdup (bayan_entity_item_get_key (place->item)) : pick_ground (self, x, y);
}

/* Returns: (transfer full) (nullable): the same, but no place where areas of another level are counted by */
char *
bayan_map_view_pick_area (BayanMapView *self, double x, double y)
{
  return self->counts.level == BAYAN_LEVEL_PLACES ? bayan_map_view_pick (self, x, y)
                                                  : pick_ground (self, x, y);
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
draw_faint_dots (BayanMapView *self, cairo_t *cr, BayanMapStyle style)
{
  GdkRGBA fill = bayan_map_class_colour (&self->counts.classes, 0, style);
  GdkRGBA edge = bayan_map_colour (BAYAN_MAP_COLOUR_EDGE, style);

  edge.alpha *= FAINT_DOT_ALPHA;
  for (guint i = 0; i < self->atlas->n_states; i++)
    {
      double x, y;

      if (!is_faint_dot (self, i))
        continue;
      bayan_map_camera_to_screen (&self->camera, self->atlas->states[i].dot.x, self->atlas->states[i].dot.y,
                                  &x, &y);
      draw_disc (cr, x, y, FAINT_DOT_RADIUS_PIXELS, &fill, &edge);
    }
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
draw_ring (cairo_t *cr, double x, double y, double radius, const GdkRGBA *colour)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_places (BayanMapView *self, cairo_t *cr, BayanMapStyle style)
{
  GdkRGBA fill = bayan_map_colour (BAYAN_MAP_COLOUR_PLACE, style);
  GdkRGBA edge = bayan_map_colour (BAYAN_MAP_COLOUR_PLACE_EDGE, style);
  GdkRGBA accent = bayan_map_colour (BAYAN_MAP_COLOUR_FOCUS, style);
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
        draw_ring (cr, x, y, place_radius (place) + RING_PIXELS, &accent);
    }
}

/* What has no edge to be seen has a ring about it: a place, a sea, a state that is a dot. */
static void
draw_ring_of (BayanMapView *self, cairo_t *cr, const char *key, const BayanMapExtent *extent, GdkRGBA colour)
{
  const BayanMapPlace *place = key != NULL ? bayan_map_counts_find_place (&self->counts, key) : NULL;
  int state = key != NULL && g_str_has_prefix (key, "iso:")
                  ? bayan_map_atlas_find_state (self->atlas, key + strlen ("iso:"))
                  : BAYAN_MAP_NO_STATE;
  gboolean is_state_dot = state != BAYAN_MAP_NO_STATE && is_dot (self, (guint) state);
  BayanMapSpot spot;
  double x, y;

  if (key == NULL || (extent->n_units > 0 && !is_state_dot))
    return;
  if (is_state_dot)
    spot = self->atlas->states[state].dot;
  else if (!bayan_map_areas_find_spot (&self->counts, self->atlas, key, &spot))
    return;
  bayan_map_camera_to_screen (&self->camera, spot.x, spot.y, &x, &y);
  draw_ring (cr, x, y, (place != NULL ? place_radius (place) : DOT_RADIUS_PIXELS) + RING_PIXELS, &colour);
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
  GdkRGBA compared = bayan_map_colour (BAYAN_MAP_COLOUR_COMPARED, style);
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  g_autoptr (GArray) dots = list_dots (self);
  g_autoptr (GArray) labels = NULL;

  stroke_extent (self, cr, &self->hovered_extent, bayan_map_colour (BAYAN_MAP_COLOUR_EDGE, style), 1.6);
  stroke_extent (self, cr, &self->filter_extent, accent, 2.2);
  stroke_extent (self, cr, &self->compared_extent, compared, 3.2);
  stroke_extent (self, cr, &self->focused_extent, accent, 3.2);
  draw_faint_dots (self, cr, style);
  draw_dots (self, cr, style);
  draw_places (self, cr, style);
  draw_ring_of (self, cr, self->compared, &self->compared_extent, compared);
  draw_ring_of (self, cr, self->focused, &self->focused_extent, accent);
  append_neighbours (obstacles, self);
  labels = bayan_map_labels_place (self->labels, &self->camera, &self->counts, obstacles, dots, look_up,
                                   self);
  bayan_map_labels_draw (labels, style, cr);
  cairo_destroy (cr);
}
