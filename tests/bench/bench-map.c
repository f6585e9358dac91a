/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map costs, in one run and in pairs: taking new colours against drawing anew and against copying the frame
 * (P16), a frame of a pan against drawing it anew, and a hit against asking every unit. Ratios are what counts;
 * milliseconds are of the machine and stand beside them for orientation.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bayan-hit-test.h"
#include "bayan-map-labels.h"
#include "bayan-map-picture.h"

#define PAIRS 15
#define N_HITS 2000

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
median (double *values, gsize n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

static double
resident_mb (void)
{
  g_autofree char *statm = NULL;
  guint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    pages = g_ascii_strtoull (strchr (statm, ' '), NULL, 10);
  return (double) pages * sysconf (_SC_PAGESIZE) / 1e6;
}

static void
measure_first_use (void)
{
  double start_mb = resident_mb (), start = now_ms (), world, world_mb, detail;

  bayan_map_atlas_get_sheet (bayan_map_atlas_get (BAYAN_PROJECTION_LAEA), 1);
  world = now_ms ();
  world_mb = resident_mb ();
  bayan_map_atlas_get_sheet (bayan_map_atlas_get (BAYAN_PROJECTION_LAEA), 1e6);
  detail = now_ms ();
  g_print ("first use: tables and world %.1f ms and %.1f MB, detail %.1f ms and %.1f MB\n", world - start,
           world_mb - start_mb, detail - world, resident_mb () - world_mb);
}

/* @with_stripes: a third of the units is striped, as at the level of regions */
static BayanMapInk *
make_inks (const BayanMapAtlas *atlas, gboolean with_stripes)
{
  BayanMapInk *inks = g_new0 (BayanMapInk, BAYAN_MAP_N_INKS (atlas->n_units));

  for (guint i = 0; i < atlas->n_units; i++)
    inks[BAYAN_MAP_INK_OF_UNIT (i)] =
        (BayanMapInk) { 0xff000000 | i, { 0xff00ff00, 0xff0000ff }, with_stripes && i % 3 == 0 ? 5 : 0 };
  return inks;
}

static void
measure_colours (const char *name, double zoom, gboolean with_stripes)
{
  const BayanMapAtlas *atlas = bayan_map_atlas_get (BAYAN_PROJECTION_EQUAL_EARTH);
  BayanMapBrief brief = { .camera = { .projection = atlas->projection, .scale = 1 }, .device_scale = 1 };
  g_autofree BayanMapInk *inks = make_inks (atlas, with_stripes);
  gsize frame_bytes = 1200 * 700 * sizeof (guint32);
  g_autofree guint8 *frame = g_malloc0 (frame_bytes);
  double drawn[PAIRS], coloured[PAIRS], copied[PAIRS], ratios[PAIRS], copies[PAIRS];

  bayan_map_camera_resize (&brief.camera, 1200, 700);
  bayan_map_camera_go_home (&brief.camera);
  bayan_map_camera_zoom_at (&brief.camera, zoom, 700, 250);
  for (guint i = 0; i < PAIRS; i++)
    {
      g_autoptr (BayanMapPicture) picture = NULL;
      cairo_surface_t *surface;
      double start = now_ms ();

      picture = bayan_map_picture_new (atlas, &brief);
      drawn[i] = now_ms () - start;
      surface = bayan_map_picture_make_surface (picture);
      bayan_map_picture_colour (picture, inks, surface); /* touches its pages for the first time */
      start = now_ms ();
      bayan_map_picture_colour (picture, inks, surface);
      coloured[i] = now_ms () - start;
      memcpy (frame, cairo_image_surface_get_data (surface), frame_bytes);
      start = now_ms ();
      memcpy (frame, cairo_image_surface_get_data (surface), frame_bytes);
      copied[i] = now_ms () - start;
      ratios[i] = drawn[i] / coloured[i];
      copies[i] = coloured[i] / copied[i];
      cairo_surface_destroy (surface);
    }
  g_print ("%s, 1200x700: drawn %.1f ms, coloured %.2f ms, %.0f times less; copied %.2f ms: P16 %.2f\n", name,
           median (drawn, PAIRS), median (coloured, PAIRS), median (ratios, PAIRS), median (copied, PAIRS),
           median (copies, PAIRS));
}

/* What a frame of a pan costs: the picture at hand is copied and the names are placed and drawn over it; against
 * drawing the picture anew for each frame. */
#define N_FRAMES 60
#define FRAME_WIDTH 1200
#define FRAME_HEIGHT 700

typedef struct {
  BayanMapPicture *picture;
  cairo_surface_t *image, *frame;
  BayanMapCounts counts;
  BayanMapLabels *labels;
  BayanMapInk *inks;
  int shift;
} Pan;

static gboolean
look_up (gpointer data, double x, double y, int *unit, guint32 *pixel)
{
  Pan *pan = data;

  *unit = bayan_map_picture_get_unit (pan->picture, (int) x + pan->shift, (int) y);
  *pixel = pan->inks[*unit == BAYAN_MAP_NO_UNIT ? BAYAN_MAP_INK_OF_SEA : BAYAN_MAP_INK_OF_UNIT (*unit)].fill;
  return TRUE;
}

static void
paint_frame (Pan *pan, const BayanMapCamera *view)
{
  cairo_t *cr = cairo_create (pan->frame);
  g_autoptr (GArray) labels = bayan_map_labels_place (pan->labels, view, &pan->counts, NULL, NULL, look_up,
                                                      pan);

  cairo_set_source_surface (cr, pan->image, -pan->shift, 0);
  cairo_paint (cr);
  bayan_map_labels_draw (labels, BAYAN_MAP_STYLE_LIGHT, cr);
  cairo_destroy (cr);
}

static void
draw_picture (Pan *pan, const BayanMapAtlas *atlas, const BayanMapCamera *view, int width)
{
  BayanMapBrief brief = { .camera = *view, .device_scale = 1 };

  brief.camera.width = width;
  if (pan->image != NULL)
    cairo_surface_destroy (pan->image);
  g_clear_pointer (&pan->picture, bayan_map_picture_unref);
  pan->picture = bayan_map_picture_new (atlas, &brief);
  pan->image = bayan_map_picture_make_surface (pan->picture);
  bayan_map_picture_colour (pan->picture, pan->inks, pan->image);
}

/* Every third state is mentioned, and so named. */
static void
open_pan (Pan *pan, const BayanMapAtlas *atlas)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pan->labels = bayan_map_labels_new (context);
  g_object_unref (context);
  pan->frame = cairo_image_surface_create (CAIRO_FORMAT_RGB24, FRAME_WIDTH, FRAME_HEIGHT);
  pan->inks = make_inks (atlas, TRUE);
  bayan_map_counts_init (&pan->counts, atlas);
  for (guint i = 0; i < atlas->n_states; i += 3)
    pan->counts.states[i] = i;
}

static void
close_pan (Pan *pan)
{
  cairo_surface_destroy (pan->image);
  cairo_surface_destroy (pan->frame);
  bayan_map_picture_unref (pan->picture);
  bayan_map_labels_free (pan->labels);
  bayan_map_counts_clear (&pan->counts);
  g_free (pan->inks);
}

static void
measure_frames (const char *name, double zoom)
{
  const BayanMapAtlas *atlas = bayan_map_atlas_get (BAYAN_PROJECTION_LAEA);
  BayanMapCamera view = { .projection = BAYAN_PROJECTION_LAEA, .scale = 1 };
  double ours[N_FRAMES], naive[N_FRAMES];
  Pan pan = { 0 };

  open_pan (&pan, atlas);
  bayan_map_camera_resize (&view, FRAME_WIDTH, FRAME_HEIGHT);
  bayan_map_camera_go_home (&view);
  bayan_map_camera_zoom_at (&view, zoom, 700, 250);
  draw_picture (&pan, atlas, &view, FRAME_WIDTH + 2 * N_FRAMES);
  paint_frame (&pan, &view); /* lays out the names for the first time */
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = now_ms ();

      pan.shift = 2 * (int) i;
      paint_frame (&pan, &view);
      ours[i] = now_ms () - start;
    }
  pan.shift = 0;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = now_ms ();

      draw_picture (&pan, atlas, &view, FRAME_WIDTH);
      paint_frame (&pan, &view);
      naive[i] = now_ms () - start;
    }
  median (ours, N_FRAMES);
  g_print ("%s, a frame of a pan: %.1f ms (95th percentile %.1f), drawn anew %.1f ms\n", name,
           ours[N_FRAMES / 2], ours[N_FRAMES * 95 / 100], median (naive, N_FRAMES));
  close_pan (&pan);
}

static int
ask_every_unit (const BayanMapGeometry *geometry, double longitude, double latitude)
{
  int found = BAYAN_MAP_NO_UNIT;

  for (guint i = 0; i < geometry->n_units; i++)
    if (bayan_hit_test_unit (geometry, i, longitude, latitude))
      found = (int) i;
  return found;
}

static void
measure_hits (void)
{
  const BayanMapGeometry *geometry = bayan_map_geometry_get (BAYAN_MAP_DETAIL);
  double ours = 0, bare = 0;
  guint n_differ = 0;

  for (guint i = 0; i < N_HITS; i++)
    {
      double longitude = g_random_double_range (-20, 80), latitude = g_random_double_range (-28, 50);
      double start = now_ms (), middle;
      int hit = bayan_hit_test (geometry, longitude, latitude);

      middle = now_ms ();
      n_differ += hit != ask_every_unit (geometry, longitude, latitude);
      ours += middle - start;
      bare += now_ms () - middle;
    }
  g_print ("hit: %.1f us, every unit asked: %.1f us, %u differ\n", ours / N_HITS * 1000, bare / N_HITS * 1000,
           n_differ);
}

int
main (int argc, char *argv[])
{
  g_random_set_seed (1);
  measure_first_use ();
  measure_colours ("region", 1, FALSE);
  measure_colours ("region, striped", 1, TRUE);
  measure_colours ("three countries", 6, FALSE);
  measure_frames ("region", 1);
  measure_frames ("three countries", 6);
  measure_hits ();
  return EXIT_SUCCESS;
}
