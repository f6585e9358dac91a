/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-picture.h"

#include <math.h>

#include "bayan-map-classes.h"

/* Points of an arc closer together than this add nothing to see. */
#define LEAST_STEP_PIXELS 0.4

/* Provinces come in as one comes closer. */
#define PROVINCES_FROM_SCALE 320.0
#define PROVINCES_FULL_SCALE 700.0

struct _BayanMapPicture {
  gatomicrefcount references;
  BayanMapBrief brief;
  cairo_surface_t *units;   /* RGB24: unit + 1 as a number, 0 for the sea; not smoothed */
  cairo_surface_t *borders; /* ARGB32 */
};

/* While it is being made: the arcs in pixels, thinned once so that both neighbours of a border walk the same
 * points. */
typedef struct {
  const BayanMapSheet *sheet;
  const BayanMapCamera *camera;
  BayanMapFrame frame;
  double *points; /* x, y */
  guint *first, *n;
  cairo_t *cr;
} Draft;

static guint
thin_arc (Draft *draft, const BayanMapPath *arc, gboolean is_seen, double *into)
{
  guint n = 0;
  guint last = arc->first_spot + arc->n_spots - 1;

  for (guint p = arc->first_spot; p <= last; p++)
    {
      const BayanMapSpot *spot = &draft->sheet->spots[p];
      double x, y;
      gboolean is_end = p == arc->first_spot || p == last;

      if (!is_seen && !is_end)
        continue;
      bayan_map_camera_to_screen (draft->camera, spot->x, spot->y, &x, &y);
      if (!is_end && fabs (x - into[2 * n - 2]) < LEAST_STEP_PIXELS
          && fabs (y - into[2 * n - 1]) < LEAST_STEP_PIXELS)
        continue;
      into[2 * n] = x;
      into[2 * n + 1] = y;
      n++;
    }
  return n;
}

/* An arc that is not seen is a straight line between its ends: it stays in its own frame, beside the picture.
 */
static void
thin_arcs (Draft *draft)
{
  const BayanMapGeometry *geometry = draft->sheet->geometry;
  guint n_points = 0, most_points = 0;

  for (guint i = 0; i < geometry->n_arcs; i++)
    most_points += draft->sheet->arcs[i].n_spots;
  draft->points = g_new (double, 2 * (gsize) most_points + 2);
  draft->first = g_new (guint, geometry->n_arcs);
  draft->n = g_new (guint, geometry->n_arcs);
  for (guint i = 0; i < geometry->n_arcs; i++)
    {
      gboolean is_seen = bayan_map_frame_meets (&draft->sheet->arc_frames[i], &draft->frame);

      draft->first[i] = n_points;
      draft->n[i] = thin_arc (draft, &draft->sheet->arcs[i], is_seen, draft->points + 2 * (gsize) n_points);
      n_points += draft->n[i];
    }
}

static void
append_ring (Draft *draft, const BayanMapRing *ring)
{
  cairo_new_sub_path (draft->cr);
  for (guint k = 0; k < ring->n_steps; k++)
    {
      guint32 step = draft->sheet->geometry->steps[ring->first_step + k];
      const double *points = draft->points + 2 * (gsize) draft->first[step >> 1];
      guint n = draft->n[step >> 1];

      for (guint i = 0; i < n; i++)
        {
          guint at = step & 1 ? n - 1 - i : i;

          cairo_line_to (draft->cr, points[2 * at], points[2 * at + 1]);
        }
    }
  cairo_close_path (draft->cr);
}

/* 8 bits a channel survive cairo's way from double and back. */
static void
set_number (cairo_t *cr, guint32 number)
{
  cairo_set_source_rgb (cr, (number >> 16 & 0xff) / 255.0, (number >> 8 & 0xff) / 255.0,
                        (number & 0xff) / 255.0);
}

static void
draw_units (Draft *draft)
{
  const BayanMapGeometry *geometry = draft->sheet->geometry;

  cairo_set_antialias (draft->cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_fill_rule (draft->cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < geometry->n_units; i++)
    {
      const BayanMapUnit *unit = &geometry->units[i];

      if (!bayan_map_frame_meets (&draft->sheet->unit_frames[i], &draft->frame))
        continue;
      for (guint k = 0; k < unit->n_rings; k++)
        append_ring (draft, &geometry->rings[unit->first_ring + k]);
      set_number (draft->cr, i + 1);
      cairo_fill (draft->cr);
    }
}

static void
append_border (Draft *draft, guint arc)
{
  const double *points = draft->points + 2 * (gsize) draft->first[arc];

  cairo_move_to (draft->cr, points[0], points[1]);
  for (guint i = 1; i < draft->n[arc]; i++)
    cairo_line_to (draft->cr, points[2 * i], points[2 * i + 1]);
}

static void
stroke_borders (Draft *draft, BayanBorder border, double width_pixels, GdkRGBA colour)
{
  const BayanMapGeometry *geometry = draft->sheet->geometry;

  if (colour.alpha <= 0)
    return;
  for (guint i = 0; i < geometry->n_arcs; i++)
    if (geometry->arcs[i].border == border
        && bayan_map_frame_meets (&draft->sheet->arc_frames[i], &draft->frame))
      append_border (draft, i);
  cairo_set_line_width (draft->cr, width_pixels);
  gdk_cairo_set_source_rgba (draft->cr, &colour);
  cairo_stroke (draft->cr);
}

static void
append_path (const BayanMapSheet *sheet, const BayanMapPath *path, const BayanMapCamera *camera, cairo_t *cr)
{
  for (guint p = path->first_spot; p < path->first_spot + path->n_spots; p++)
    {
      double x, y;

      bayan_map_camera_to_screen (camera, sheet->spots[p].x, sheet->spots[p].y, &x, &y);
      if (p == path->first_spot)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
}

static void
stroke_lines (Draft *draft, GdkRGBA colour)
{
  for (guint i = 0; i < draft->sheet->geometry->n_lines; i++)
    append_path (draft->sheet, &draft->sheet->lines[i], draft->camera, draft->cr);
  cairo_set_line_width (draft->cr, 0.8);
  gdk_cairo_set_source_rgba (draft->cr, &colour);
  cairo_stroke (draft->cr);
}

static void
draw_borders (Draft *draft, gboolean dark)
{
  static const double DASHES[] = { 3.5, 2.5 };
  GdkRGBA province = bayan_map_colour (BAYAN_MAP_COLOUR_PROVINCE, dark);
  GdkRGBA state = bayan_map_colour (BAYAN_MAP_COLOUR_STATE, dark);
  double nearness = (draft->camera->scale - PROVINCES_FROM_SCALE)
                    / (PROVINCES_FULL_SCALE - PROVINCES_FROM_SCALE);

  province.alpha *= (float) CLAMP (nearness, 0, 1);
  cairo_set_line_join (draft->cr, CAIRO_LINE_JOIN_ROUND);
  stroke_borders (draft, BAYAN_BORDER_PROVINCE, 0.7, province);
  stroke_borders (draft, BAYAN_BORDER_COAST, 0.7, bayan_map_colour (BAYAN_MAP_COLOUR_COAST, dark));
  stroke_borders (draft, BAYAN_BORDER_STATE, 0.9, state);
  cairo_set_dash (draft->cr, DASHES, G_N_ELEMENTS (DASHES), 0);
  stroke_borders (draft, BAYAN_BORDER_DISPUTED, 1.1, state);
  stroke_lines (draft, state);
}

static cairo_surface_t *
make_layer (const BayanMapBrief *brief, cairo_format_t format)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, brief->camera.width * brief->device_scale,
                                                         brief->camera.height * brief->device_scale);

  cairo_surface_set_device_scale (surface, brief->device_scale, brief->device_scale);
  return surface;
}

/**
 * bayan_map_picture_new:
 *
 * Draws what @brief says; tens of milliseconds, from any thread.
 *
 * Returns: (transfer full)
 */
BayanMapPicture *
bayan_map_picture_new (const BayanMapAtlas *atlas, const BayanMapBrief *brief)
{
  BayanMapPicture *self = g_new0 (BayanMapPicture, 1);
  Draft draft = { 0 };

  g_atomic_ref_count_init (&self->references);
  self->brief = *brief;
  self->units = make_layer (brief, CAIRO_FORMAT_RGB24);
  self->borders = make_layer (brief, CAIRO_FORMAT_ARGB32);
  draft.sheet = bayan_map_atlas_get_sheet (atlas, brief->camera.scale);
  draft.camera = &self->brief.camera;
  draft.frame = bayan_map_camera_get_frame (draft.camera);
  thin_arcs (&draft);
  draft.cr = cairo_create (self->units);
  draw_units (&draft);
  cairo_destroy (draft.cr);
  draft.cr = cairo_create (self->borders);
  draw_borders (&draft, brief->dark);
  cairo_destroy (draft.cr);
  cairo_surface_flush (self->units);
  g_free (draft.points);
  g_free (draft.first);
  g_free (draft.n);
  return self;
}

BayanMapPicture *
bayan_map_picture_ref (BayanMapPicture *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bayan_map_picture_unref (BayanMapPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  cairo_surface_destroy (self->units);
  cairo_surface_destroy (self->borders);
  g_free (self);
}

const BayanMapBrief *
bayan_map_picture_get_brief (BayanMapPicture *self)
{
  return &self->brief;
}

/* Returns: (transfer full): an image as large as the picture, for bayan_map_picture_colour() */
cairo_surface_t *
bayan_map_picture_make_surface (BayanMapPicture *self)
{
  return make_layer (&self->brief, CAIRO_FORMAT_RGB24);
}

/**
 * bayan_map_picture_colour:
 * @palette: a pixel for the sea and behind it one for each unit of the map
 * @onto: what bayan_map_picture_make_surface() returned
 */
void
bayan_map_picture_colour (BayanMapPicture *self, const guint32 *palette, cairo_surface_t *onto)
{
  int width = cairo_image_surface_get_width (self->units);
  int height = cairo_image_surface_get_height (self->units);
  int stride = cairo_image_surface_get_stride (self->units);
  const guint8 *from = cairo_image_surface_get_data (self->units);
  guint8 *to = cairo_image_surface_get_data (onto);
  cairo_t *cr;

  cairo_surface_flush (onto);
  for (int y = 0; y < height; y++)
    {
      const guint32 *numbers = (const guint32 *) (gconstpointer) (from + (gsize) y * (gsize) stride);
      guint32 *pixels = (guint32 *) (gpointer) (to + (gsize) y * (gsize) stride);

      for (int x = 0; x < width; x++)
        pixels[x] = palette[numbers[x] & 0xffffff];
    }
  cairo_surface_mark_dirty (onto);
  cr = cairo_create (onto);
  cairo_set_source_surface (cr, self->borders, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/**
 * bayan_map_picture_get_unit:
 * @x: pixels from the left edge of the picture
 * @y: pixels from its upper edge
 *
 * Returns: the unit drawn there, or %BAYAN_MAP_NO_UNIT
 */
int
bayan_map_picture_get_unit (BayanMapPicture *self, int x, int y)
{
  int column = x * self->brief.device_scale, row = y * self->brief.device_scale;
  const guint8 *data = cairo_image_surface_get_data (self->units);
  const guint32 *numbers;

  if (column < 0 || row < 0 || column >= cairo_image_surface_get_width (self->units)
      || row >= cairo_image_surface_get_height (self->units))
    return BAYAN_MAP_NO_UNIT;
  numbers = (const guint32 *) (gconstpointer) (data
                                               + (gsize) row
                                                     * (gsize) cairo_image_surface_get_stride (self->units));
  return (int) (numbers[column] & 0xffffff) - 1;
}

/**
 * bayan_map_picture_append_outline:
 * @holds: 1 for each unit within, 0 for all others
 *
 * Appends what parts the units within from all others to the path of @cr.
 */
void
bayan_map_picture_append_outline (const BayanMapAtlas *atlas, const BayanMapCamera *camera,
                                  const guint8 *holds, cairo_t *cr)
{
  const BayanMapSheet *sheet = bayan_map_atlas_get_sheet (atlas, camera->scale);
  BayanMapFrame frame = bayan_map_camera_get_frame (camera);

  for (guint i = 0; i < sheet->geometry->n_arcs; i++)
    {
      const BayanMapArc *arc = &sheet->geometry->arcs[i];
      gboolean one = arc->units[0] != BAYAN_MAP_NO_UNIT && holds[arc->units[0]];
      gboolean other = arc->units[1] != BAYAN_MAP_NO_UNIT && holds[arc->units[1]];

      if (one != other && bayan_map_frame_meets (&sheet->arc_frames[i], &frame))
        append_path (sheet, &sheet->arcs[i], camera, cr);
    }
}
