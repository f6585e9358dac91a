/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-picture.h"

#include <math.h>
#include <string.h>
#include <wchar.h>

#include "bayan-map-lines.h"

/* Provinces come in as one comes closer. */
#define PROVINCES_FROM_SCALE 320.0
#define PROVINCES_FULL_SCALE 700.0

/* A border fainter than this is not seen. */
#define LEAST_ALPHA 10

/* A pixel that a border touches: premultiplied, to be laid over the ink. */
typedef struct {
  guint32 at; /* which one of the image, row by row */
  guint32 argb;
} Touch;

/* The stripes of an ink, twice, so that a period can be copied from any place in it. */
#define PERIOD_PIXELS (2 * BAYAN_MAP_STRIPE_PIXELS)

typedef guint32 Pattern[2 * PERIOD_PIXELS];

struct _BayanMapPicture {
  gatomicrefcount references;
  BayanMapBrief brief;
  guint n_units; /* of the atlas */
  BayanMapScan scan;
  Touch *touches;
  guint n_touches;
  Pattern *patterns; /* of the inks taken last that are striped; nothing that means anything of the others */
};

/* While it is being made. */
typedef struct {
  const BayanMapSheet *sheet;
  const BayanMapCamera *camera;
  BayanMapFrame frame;
  BayanMapLines lines;
  cairo_t *cr;
} Draft;

/**
 * bayan_map_picture_get_stroke:
 *
 * Returns: how a border is drawn: provinces come in as one comes closer, what is disputed is dashed
 */
BayanMapStroke
bayan_map_picture_get_stroke (const BayanMapBrief *brief, BayanBorder border)
{
  static const struct {
    BayanMapColour colour;
    double width;
  } STROKES[] = {
    [BAYAN_BORDER_COAST] = { BAYAN_MAP_COLOUR_COAST, 0.7 },
    [BAYAN_BORDER_PROVINCE] = { BAYAN_MAP_COLOUR_PROVINCE, 0.7 },
    [BAYAN_BORDER_STATE] = { BAYAN_MAP_COLOUR_STATE, 0.9 },
    [BAYAN_BORDER_DISPUTED] = { BAYAN_MAP_COLOUR_STATE, 1.1 },
  };
  double nearness = (brief->camera.scale - PROVINCES_FROM_SCALE)
                    / (PROVINCES_FULL_SCALE - PROVINCES_FROM_SCALE);
  BayanMapStroke stroke = { bayan_map_colour (STROKES[border].colour, brief->style), STROKES[border].width,
                            border == BAYAN_BORDER_DISPUTED };

  if (border == BAYAN_BORDER_PROVINCE && !brief->by_province)
    stroke.colour.alpha *= (float) CLAMP (nearness, 0, 1);
  return stroke;
}

static void
take_stroke (cairo_t *cr, const BayanMapStroke *stroke)
{
  static const double DASHES[] = { BAYAN_MAP_DASH_PIXELS, BAYAN_MAP_DASH_GAP_PIXELS };

  gdk_cairo_set_source_rgba (cr, &stroke->colour);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, DASHES, stroke->is_dashed ? G_N_ELEMENTS (DASHES) : 0, 0);
}

static void
append_border (Draft *draft, guint arc)
{
  const double *points = draft->lines.points + 2 * (gsize) draft->lines.first[arc];

  cairo_move_to (draft->cr, points[0], points[1]);
  for (guint i = 1; i < draft->lines.n[arc]; i++)
    cairo_line_to (draft->cr, points[2 * i], points[2 * i + 1]);
}

static void
stroke_borders (Draft *draft, const BayanMapBrief *brief, BayanBorder border)
{
  const BayanMapGeometry *geometry = draft->sheet->geometry;
  BayanMapStroke stroke = bayan_map_picture_get_stroke (brief, border);

  if (stroke.colour.alpha <= 0)
    return;
  for (guint i = 0; i < geometry->n_arcs; i++)
    if (geometry->arcs[i].border == border
        && bayan_map_frame_meets (&draft->sheet->arc_frames[i], &draft->frame))
      append_border (draft, i);
  take_stroke (draft->cr, &stroke);
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
draw_borders (Draft *draft, const BayanMapBrief *brief)
{
  BayanMapStroke disputed = bayan_map_picture_get_stroke (brief, BAYAN_BORDER_DISPUTED);

  stroke_borders (draft, brief, BAYAN_BORDER_PROVINCE);
  stroke_borders (draft, brief, BAYAN_BORDER_COAST);
  stroke_borders (draft, brief, BAYAN_BORDER_STATE);
  stroke_borders (draft, brief, BAYAN_BORDER_DISPUTED);
  for (guint i = 0; i < draft->sheet->geometry->n_lines; i++)
    append_path (draft->sheet, &draft->sheet->lines[i], draft->camera, draft->cr);
  take_stroke (draft->cr, &disputed);
  cairo_stroke (draft->cr);
}

static cairo_surface_t *
make_layer (const BayanMapBrief *brief, cairo_format_t format)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, brief->camera.width * brief->device_scale,
                                                         brief->camera.height * brief->device_scale);

  cairo_surface_set_device_scale (surface, brief->device_scale, brief->device_scale);
  return surface;
}

static const guint32 *
get_row (cairo_surface_t *layer, int y)
{
  const guint8 *data = cairo_image_surface_get_data (layer);

  return (const guint32 *) (gconstpointer) (data
                                            + (gsize) y * (gsize) cairo_image_surface_get_stride (layer));
}

static void
keep_borders (BayanMapPicture *self, cairo_surface_t *layer)
{
  GArray *touches = g_array_new (FALSE, FALSE, sizeof (Touch));

  cairo_surface_flush (layer);
  for (int y = 0; y < self->scan.height; y++)
    {
      const guint32 *pixels = get_row (layer, y);

      for (int x = 0; x < self->scan.width; x++)
        if (pixels[x] >> 24 >= LEAST_ALPHA)
          {
            Touch touch = { (guint32) (y * self->scan.width + x), pixels[x] };

            g_array_append_val (touches, touch);
          }
    }
  self->n_touches = touches->len;
  self->touches = (Touch *) g_array_free (touches, FALSE);
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
  cairo_surface_t *layer = make_layer (brief, CAIRO_FORMAT_ARGB32);
  Draft draft = { 0 };

  g_atomic_ref_count_init (&self->references);
  self->brief = *brief;
  self->n_units = atlas->n_units;
  draft.sheet = bayan_map_atlas_get_sheet (atlas, brief->camera.scale);
  draft.camera = &self->brief.camera;
  draft.frame = bayan_map_camera_get_frame (draft.camera);
  self->scan = bayan_map_scan (draft.sheet, draft.camera, brief->device_scale);
  draft.lines = bayan_map_lines_make (draft.sheet, draft.camera);
  draft.cr = cairo_create (layer);
  draw_borders (&draft, brief);
  cairo_destroy (draft.cr);
  keep_borders (self, layer);
  cairo_surface_destroy (layer);
  bayan_map_lines_clear (&draft.lines);
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
  bayan_map_scan_clear (&self->scan);
  g_free (self->touches);
  g_free (self->patterns);
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

/* The C library fills wide characters with all that the processor has. */
G_STATIC_ASSERT (sizeof (wchar_t) == sizeof (guint32));

static void
fill_plainly (guint32 *pixels, guint n, guint32 fill)
{
  wmemset ((wchar_t *) pixels, (wchar_t) fill, n);
}

static void
make_pattern (const BayanMapInk *ink, Pattern pattern)
{
  for (guint i = 0; i < 2 * PERIOD_PIXELS; i++)
    pattern[i] = i % BAYAN_MAP_STRIPE_PIXELS < ink->n_striped ? ink->stripes[i / BAYAN_MAP_STRIPE_PIXELS % 2]
                                                              : ink->fill;
}

static void
make_patterns (BayanMapPicture *self, const BayanMapInk *inks)
{
  gsize n_inks = BAYAN_MAP_N_INKS (self->n_units);

  if (self->patterns == NULL)
    self->patterns = g_new (Pattern, n_inks);
  for (gsize i = 0; i < n_inks; i++)
    if (inks[i].n_striped > 0)
      make_pattern (&inks[i], self->patterns[i]);
}

/* @phase: how far the first pixel is into the stripes */
static void
fill_striped (guint32 *pixels, guint n, const Pattern pattern, guint phase)
{
  const guint32 *from = pattern + phase % PERIOD_PIXELS;
  guint i = 0;

  for (; i + PERIOD_PIXELS <= n; i += PERIOD_PIXELS)
    memcpy (pixels + i, from, PERIOD_PIXELS * sizeof *pixels);
  memcpy (pixels + i, from, (n - i) * sizeof *pixels);
}

static void
fill_row (BayanMapPicture *self, const BayanMapInk *inks, int y, guint32 *pixels)
{
  guint x = 0;

  for (guint i = self->scan.first_runs[y]; i < self->scan.first_runs[y + 1]; i++)
    {
      BayanMapRun run = self->scan.runs[i];

      if (inks[run.ink].n_striped == 0)
        fill_plainly (pixels + x, run.n_pixels, inks[run.ink].fill);
      else
        fill_striped (pixels + x, run.n_pixels, self->patterns[run.ink], x + (guint) y);
      x += run.n_pixels;
    }
}

/* Premultiplied over opaque, two channels at a time. */
static guint32
lay_over (guint32 over, guint32 under)
{
  guint32 rest = 255 - (over >> 24);
  guint32 red_blue = (under & 0xff00ff) * rest + 0x800080;
  guint32 green = (under >> 8 & 0xff) * rest + 0x80;

  red_blue = (red_blue + (red_blue >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  green = (green + (green >> 8)) >> 8;
  return 0xff000000u | ((over & 0xffffff) + (red_blue | green << 8));
}

/**
 * bayan_map_picture_colour:
 * @inks: (array): %BAYAN_MAP_N_INKS of them
 * @onto: what bayan_map_picture_make_surface() returned
 */
void
bayan_map_picture_colour (BayanMapPicture *self, const BayanMapInk *inks, cairo_surface_t *onto)
{
  int stride = cairo_image_surface_get_stride (onto) / (int) sizeof (guint32);
  guint32 *pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (onto);

  g_assert (stride == self->scan.width);
  cairo_surface_flush (onto);
  make_patterns (self, inks);
  for (int y = 0; y < self->scan.height; y++)
    fill_row (self, inks, y, pixels + (gsize) y * (gsize) stride);
  for (guint i = 0; i < self->n_touches; i++)
    pixels[self->touches[i].at] = lay_over (self->touches[i].argb, pixels[self->touches[i].at]);
  cairo_surface_mark_dirty (onto);
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
  guint ink;

  if (column < 0 || row < 0 || column >= self->scan.width || row >= self->scan.height)
    return BAYAN_MAP_NO_UNIT;
  ink = bayan_map_scan_get_ink (&self->scan, column, row);
  return ink == BAYAN_MAP_INK_OF_SEA || ink == BAYAN_MAP_INK_BESIDE (self->n_units) ? BAYAN_MAP_NO_UNIT
                                                                                    : (int) ink - 1;
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
