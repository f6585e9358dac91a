/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map costs, in one run and in pairs: taking new colours against drawing anew, and a hit against
 * asking every unit. Ratios are what counts; milliseconds are of the machine and stand beside them for
 * orientation.
 */
#include <stdlib.h>
#include <string.h>

#include "bayan-hit-test.h"
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

static void
measure_first_use (void)
{
  double start = now_ms (), world, detail;

  bayan_map_atlas_get_sheet (bayan_map_atlas_get (BAYAN_PROJECTION_EQUAL_EARTH), 1);
  world = now_ms ();
  bayan_map_atlas_get_sheet (bayan_map_atlas_get (BAYAN_PROJECTION_EQUAL_EARTH), 1e6);
  detail = now_ms ();
  g_print ("first use: tables and world %.1f ms, detail %.1f ms\n", world - start, detail - world);
}

/* A third of the units striped, as at the level of regions. */
static BayanMapInk *
make_inks (const BayanMapAtlas *atlas)
{
  BayanMapInk *inks = g_new0 (BayanMapInk, BAYAN_MAP_N_INKS (atlas->n_units));

  for (guint i = 0; i < atlas->n_units; i++)
    inks[BAYAN_MAP_INK_OF_UNIT (i)] =
        (BayanMapInk) { 0xff000000 | i, { 0xff00ff00, 0xff0000ff }, i % 3 == 0 ? 5 : 0 };
  return inks;
}

static void
measure_colours (const char *name, double zoom)
{
  const BayanMapAtlas *atlas = bayan_map_atlas_get (BAYAN_PROJECTION_EQUAL_EARTH);
  BayanMapBrief brief = { .camera = { .projection = atlas->projection, .scale = 1 }, .device_scale = 1 };
  g_autofree BayanMapInk *inks = make_inks (atlas);
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
  measure_colours ("region", 1);
  measure_colours ("three countries", 6);
  measure_hits ();
  return EXIT_SUCCESS;
}
