/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the map drawn: PDF and PNG. */
#include "bayan-map-page.h"

#include <cairo-pdf.h>
#include <math.h>

#define PNG_SCALE 2
#define POINTS_PER_PIXEL 0.75

static void
set_pixel (cairo_t *cr, guint32 pixel)
{
  cairo_set_source_rgb (cr, (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0,
                        (pixel & 0xff) / 255.0);
}

static void
append_points (const GArray *points, gboolean closed, cairo_t *cr)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < points->len; i++)
    {
      const BayanMapSpot *spot = &g_array_index (points, BayanMapSpot, i);

      if (isnan (spot->x))
        {
          if (closed && i > 0)
            cairo_close_path (cr);
          is_first = TRUE;
          continue;
        }
      if (is_first)
        cairo_move_to (cr, spot->x, spot->y);
      else
        cairo_line_to (cr, spot->x, spot->y);
      is_first = FALSE;
    }
  if (closed)
    cairo_close_path (cr);
}

/* Lines from the lower left to the upper right, as on the screen, within the clip. */
static void
draw_stripes (const BayanMapInk *ink, cairo_t *cr)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  cairo_set_line_width (cr, ink->n_striped / G_SQRT2);
  for (guint k = 0; k < 2; k++)
    {
      const double period = 2 * BAYAN_MAP_STRIPE_PIXELS;
      double middle = k * BAYAN_MAP_STRIPE_PIXELS + ink->n_striped / 2.0;

      for (double sum = floor ((left + top) / period) * period + middle; sum < right + bottom; sum += period)
        {
          cairo_move_to (cr, sum - top, top);
          cairo_line_to (cr, sum - bottom, bottom);
        }
      set_pixel (cr, ink->stripes[k]);
      cairo_stroke (cr);
    }
}

/* Takes the path. */
static void
fill (const BayanMapInk *ink, cairo_t *cr)
{
  set_pixel (cr, ink->fill);
  if (ink->n_striped == 0)
    {
      cairo_fill (cr);
      return;
    }
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  draw_stripes (ink, cr);
  cairo_restore (cr);
}

static void
stroke (const BayanMapStroke *edge, cairo_t *cr)
{
  static const double DASHES[] = { BAYAN_MAP_DASH_PIXELS, BAYAN_MAP_DASH_GAP_PIXELS };

  gdk_cairo_set_source_rgba (cr, &edge->colour);
  cairo_set_line_width (cr, edge->width);
  cairo_set_dash (cr, DASHES, edge->is_dashed ? G_N_ELEMENTS (DASHES) : 0, 0);
  cairo_stroke (cr);
}

static void
draw_text (const BayanMapShape *shape, cairo_t *cr)
{
  cairo_move_to (cr, shape->x, shape->y);
  if (shape->has_halo)
    {
      gboolean is_dark = bayan_map_colour_is_dark (&shape->colour);

      pango_cairo_layout_path (cr, shape->layout);
      cairo_set_source_rgba (cr, is_dark, is_dark, is_dark, 0.7);
      cairo_set_line_width (cr, BAYAN_MAP_LABEL_EDGE_PIXELS);
      cairo_stroke (cr);
      cairo_move_to (cr, shape->x, shape->y);
    }
  gdk_cairo_set_source_rgba (cr, &shape->colour);
  pango_cairo_show_layout (cr, shape->layout);
}

/* The same for discs and boxes: fill, and an edge if there is one. */
static void
draw_closed (const BayanMapShape *shape, cairo_t *cr)
{
  cairo_new_path (cr);
  if (shape->kind == BAYAN_MAP_SHAPE_DISC)
    cairo_arc (cr, shape->x, shape->y, shape->width, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, shape->x, shape->y, shape->width, shape->height);
  set_pixel (cr, shape->ink.fill);
  cairo_fill_preserve (cr);
  if (shape->edge.width > 0)
    stroke (&shape->edge, cr);
  cairo_new_path (cr);
}

static void
draw_shape (const BayanMapShape *shape, cairo_t *cr)
{
  switch (shape->kind)
    {
    case BAYAN_MAP_SHAPE_AREA:
      append_points (shape->points, TRUE, cr);
      fill (&shape->ink, cr);
      return;
    case BAYAN_MAP_SHAPE_LINE:
      append_points (shape->points, FALSE, cr);
      stroke (&shape->edge, cr);
      return;
    case BAYAN_MAP_SHAPE_TEXT:
      draw_text (shape, cr);
      return;
    case BAYAN_MAP_SHAPE_DISC:
    case BAYAN_MAP_SHAPE_BOX:
      draw_closed (shape, cr);
    }
}

void
bayan_map_page_draw (const BayanMapPage *self, cairo_t *cr)
{
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const BayanMapShape *shape = &g_array_index (self->shapes, BayanMapShape, i);

      cairo_save (cr);
      if (shape->in_map)
        {
          gdk_cairo_rectangle (cr, &self->map);
          cairo_clip (cr);
        }
      draw_shape (shape, cr);
      cairo_restore (cr);
    }
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length_bytes)
{
  g_byte_array_append (closure, data, length_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* Returns: (transfer full): with the fonts in it and its text as text */
GBytes *
bayan_map_page_to_pdf (const BayanMapPage *self, const char *title)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_bytes, bytes, self->width * POINTS_PER_PIXEL, self->height * POINTS_PER_PIXEL);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Bayan");
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  bayan_map_page_draw (self, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* Returns: (transfer full) */
GBytes *
bayan_map_page_to_png (const BayanMapPage *self)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width * PNG_SCALE,
                                                         self->height * PNG_SCALE);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  bayan_map_page_draw (self, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
