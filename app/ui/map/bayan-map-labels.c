/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-labels.h"

#include <math.h>
#include <stdlib.h>

#include "bayan-language.h"

#define EARTH_RADIUS_KM 6371.0
/* A name may be this much wider than the square root of its state's area: most states are wider than high, or
 * their neighbours have room to spare. */
#define MOST_WIDTH_NAMED 1.7
#define MOST_WIDTH_QUIET 0.95
/* From this on it may lie over the border, and gets an edge in the colour of its state. */
#define EDGE_FROM_WIDTH 0.8
#define EDGE_PIXELS 3
#define QUIET_FROM_SCALE 380.0
#define GAP_PIXELS 3
#define MOST_LABELS 70
#define LEAST_SIZE_PIXELS 12
#define FONT_POINTS 8.5

struct _BayanMapLabels {
  GtkWidget *widget;          /* whose font it is; not owned */
  const BayanMapAtlas *atlas; /* of the projection drawn last */
  PangoLayout **layouts;      /* of each state; NULL until needed */
  guint *order;               /* states, the mentioned first */
};

typedef struct {
  const BayanMapCounts *counts;
  const BayanMapAtlas *atlas;
} Ranking;

BayanMapLabels *
bayan_map_labels_new (GtkWidget *widget)
{
  BayanMapLabels *self = g_new0 (BayanMapLabels, 1);

  self->widget = widget;
  self->atlas = bayan_map_atlas_get (BAYAN_PROJECTION_LAEA);
  self->layouts = g_new0 (PangoLayout *, self->atlas->n_states);
  self->order = g_new (guint, self->atlas->n_states);
  for (guint i = 0; i < self->atlas->n_states; i++)
    self->order[i] = i;
  return self;
}

/* Fonts or the language are other ones. */
void
bayan_map_labels_forget (BayanMapLabels *self)
{
  for (guint i = 0; i < self->atlas->n_states; i++)
    g_clear_object (&self->layouts[i]);
}

void
bayan_map_labels_free (BayanMapLabels *self)
{
  bayan_map_labels_forget (self);
  g_free (self->layouts);
  g_free (self->order);
  g_free (self);
}

static PangoLayout *
get_layout (BayanMapLabels *self, guint state)
{
  const BayanCountry *country = self->atlas->states[state].country;
  PangoAttrList *attributes;

  if (self->layouts[state] != NULL)
    return self->layouts[state];
  self->layouts[state] = gtk_widget_create_pango_layout (
      self->widget, bayan_language_is_arabic () ? country->label_ar : country->name_en);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_size_new ((int) (FONT_POINTS * PANGO_SCALE)));
  pango_layout_set_attributes (self->layouts[state], attributes);
  pango_attr_list_unref (attributes);
  return self->layouts[state];
}

static int
compare_states (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ranking *ranking = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  double difference;

  if (ranking->counts->states[one] != ranking->counts->states[other])
    return ranking->counts->states[one] > ranking->counts->states[other] ? -1 : 1;
  difference = ranking->atlas->states[other].country->area_km2
               - ranking->atlas->states[one].country->area_km2;
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

static gboolean
has_room (const GdkRectangle *place, const GArray *taken)
{
  for (guint i = 0; i < taken->len; i++)
    if (gdk_rectangle_intersect (place, &g_array_index (taken, GdkRectangle, i), NULL))
      return FALSE;
  return TRUE;
}

typedef struct {
  GdkRectangle place;
  gboolean needs_edge;
} Label;

static gboolean
find_place (BayanMapLabels *self, const BayanMapCamera *camera, guint state, guint count, Label *label)
{
  const BayanMapState *it = &self->atlas->states[state];
  double size = sqrt (it->country->area_km2) / EARTH_RADIUS_KM * camera->scale;
  double x, y;

  if (it->country->area_km2 <= 0 || size < LEAST_SIZE_PIXELS
      || (count == 0 && camera->scale < QUIET_FROM_SCALE))
    return FALSE;
  bayan_map_camera_to_screen (camera, it->label.x, it->label.y, &x, &y);
  if (x < 0 || y < 0 || x > camera->width || y > camera->height)
    return FALSE;
  pango_layout_get_pixel_size (get_layout (self, state), &label->place.width, &label->place.height);
  label->place.x = (int) (x - label->place.width / 2.0);
  label->place.y = (int) (y - label->place.height / 2.0);
  label->needs_edge = label->place.width > size * EDGE_FROM_WIDTH;
  return label->place.width <= size * (count > 0 ? MOST_WIDTH_NAMED : MOST_WIDTH_QUIET);
}

static void
draw_label (cairo_t *cr, const Label *label, PangoLayout *layout, const BayanMapCounts *counts, guint count,
            gboolean dark)
{
  guint number = bayan_map_classes_find (&counts->classes, count);
  GdkRGBA fill = bayan_map_class_colour (&counts->classes, number, dark);
  GdkRGBA text = bayan_map_colour (number == 0                        ? BAYAN_MAP_COLOUR_QUIET_TEXT
                                   : bayan_map_colour_is_dark (&fill) ? BAYAN_MAP_COLOUR_TEXT_ON_DARK
                                                                      : BAYAN_MAP_COLOUR_TEXT,
                                   dark);

  cairo_move_to (cr, label->place.x, label->place.y);
  if (label->needs_edge)
    {
      pango_cairo_layout_path (cr, layout);
      gdk_cairo_set_source_rgba (cr, &fill);
      cairo_set_line_width (cr, EDGE_PIXELS);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_move_to (cr, label->place.x, label->place.y);
    }
  gdk_cairo_set_source_rgba (cr, &text);
  pango_cairo_show_layout (cr, layout);
}

/**
 * bayan_map_labels_draw:
 *
 * Puts the names on the map that have room, the most mentioned first.
 */
void
bayan_map_labels_draw (BayanMapLabels *self, cairo_t *cr, const BayanMapCamera *camera,
                       const BayanMapCounts *counts, gboolean dark)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  Ranking ranking = { counts, self->atlas };

  ranking.atlas = self->atlas = bayan_map_atlas_get (camera->projection);
  g_qsort_with_data (self->order, (int) self->atlas->n_states, sizeof *self->order, compare_states, &ranking);
  for (guint i = 0; i < self->atlas->n_states && taken->len < MOST_LABELS; i++)
    {
      guint state = self->order[i];
      GdkRectangle room;
      Label label;

      if (!find_place (self, camera, state, counts->states[state], &label))
        continue;
      room = (GdkRectangle) { label.place.x - GAP_PIXELS, label.place.y, label.place.width + 2 * GAP_PIXELS,
                              label.place.height };
      if (!has_room (&room, taken))
        continue;
      g_array_append_val (taken, room);
      draw_label (cr, &label, get_layout (self, state), counts, counts->states[state], dark);
    }
}
