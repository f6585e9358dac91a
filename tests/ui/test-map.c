/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the map needs no display: the camera, the classes, and what is drawn where. */
#include <math.h>

#include "bayan-hit-test.h"
#include "bayan-map-picture.h"
#include "bayan-map-classes.h"
#include "bayan-map-extent.h"
#include "bayan-map-inks.h"
#include "bayan-map-labels.h"

static BayanMapCamera
make_camera_in (BayanProjection projection, int width, int height)
{
  BayanMapCamera camera = { .projection = projection, .scale = 1 };

  bayan_map_camera_resize (&camera, width, height);
  bayan_map_camera_go_home (&camera);
  return camera;
}

static BayanMapCamera
make_camera (int width, int height)
{
  return make_camera_in (BAYAN_PROJECTION_EQUAL_EARTH, width, height);
}

static gboolean
is_in_view (const BayanMapCamera *camera, double longitude, double latitude)
{
  double x, y, screen_x, screen_y;

  bayan_projection_forward (camera->projection, longitude, latitude, &x, &y);
  bayan_map_camera_to_screen (camera, x, y, &screen_x, &screen_y);
  return screen_x >= 0 && screen_y >= 0 && screen_x <= camera->width && screen_y <= camera->height;
}

static void
test_home (void)
{
  static const int SIZES[][2] = { { 700, 300 }, { 400, 400 }, { 1600, 900 }, { 200, 600 } };

  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      BayanMapCamera camera = make_camera (SIZES[i][0], SIZES[i][1]);

      g_assert_true (is_in_view (&camera, 44.4, 33.3));  /* Baghdad */
      g_assert_true (is_in_view (&camera, -8, 12.6));    /* Bamako */
      g_assert_true (is_in_view (&camera, 40.5, -11.3)); /* Mocímboa da Praia */
      g_assert_true (is_in_view (&camera, 74.6, 42.9));  /* Bishkek */
      g_assert_true (is_in_view (&camera, 12.5, 41.9));  /* Rome */
    }
}

static void
test_zoom_keeps_the_point (void)
{
  BayanMapCamera camera = make_camera (800, 500);
  double before_longitude, before_latitude, longitude, latitude;

  g_assert_true (bayan_map_camera_to_globe (&camera, 300, 180, &before_longitude, &before_latitude));
  bayan_map_camera_zoom_at (&camera, 3.7, 300, 180);
  g_assert_true (bayan_map_camera_to_globe (&camera, 300, 180, &longitude, &latitude));
  g_assert_cmpfloat_with_epsilon (longitude, before_longitude, 1e-6);
  g_assert_cmpfloat_with_epsilon (latitude, before_latitude, 1e-6);
}

static void
test_zoom_has_ends (void)
{
  BayanMapCamera camera = make_camera (800, 500);

  for (guint i = 0; i < 50; i++)
    bayan_map_camera_zoom_at (&camera, 0.5, 10, 10);
  g_assert_true (is_in_view (&camera, -100, 40));
  g_assert_true (is_in_view (&camera, 150, -30));
  for (guint i = 0; i < 50; i++)
    bayan_map_camera_zoom_at (&camera, 2, 790, 490);
  g_assert_cmpfloat (camera.scale, <, 1e5);
  for (guint i = 0; i < 5000; i++)
    bayan_map_camera_pan (&camera, 700, -400);
  g_assert_true (isfinite (camera.x) && isfinite (camera.y));
  g_assert_cmpfloat (fabs (camera.x), <, 3);
}

static void
test_pan_moves_with_the_hand (void)
{
  BayanMapCamera camera = make_camera (800, 500);
  double x, y, screen_x, screen_y;

  bayan_map_camera_to_plane (&camera, 100, 100, &x, &y);
  bayan_map_camera_pan (&camera, 30, -20);
  bayan_map_camera_to_screen (&camera, x, y, &screen_x, &screen_y);
  g_assert_cmpfloat_with_epsilon (screen_x, 130, 1e-6);
  g_assert_cmpfloat_with_epsilon (screen_y, 80, 1e-6);
}

/* The middle stays where it was, as large as it was, and the way back leads back. */
static void
test_projections_change_without_a_jump (void)
{
  for (guint i = 0; i < 500; i++)
    {
      BayanMapCamera camera = make_camera (800, 500), other;
      double longitude, latitude, other_longitude, other_latitude;

      bayan_map_camera_zoom_at (&camera, g_test_rand_double_range (1, 30), g_test_rand_int_range (0, 800),
                                g_test_rand_int_range (0, 500));
      other = camera;
      bayan_map_camera_set_projection (&other, BAYAN_PROJECTION_LAEA);
      g_assert_true (bayan_map_camera_to_globe (&camera, 400, 250, &longitude, &latitude));
      g_assert_true (bayan_map_camera_to_globe (&other, 400, 250, &other_longitude, &other_latitude));
      g_assert_cmpfloat_with_epsilon (other_longitude, longitude, 1e-9);
      g_assert_cmpfloat_with_epsilon (other_latitude, latitude, 1e-9);
      g_assert_cmpfloat (other.scale, ==, camera.scale);
      bayan_map_camera_set_projection (&other, BAYAN_PROJECTION_EQUAL_EARTH);
      g_assert_cmpfloat_with_epsilon (other.x, camera.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (other.y, camera.y, 1e-9);
    }
}

/* What is chosen for a view is chosen again after the change: nothing flickers between the two. */
static void
test_choice_is_stable (void)
{
  guint n_of[2] = { 0 };

  for (guint i = 0; i < 3000; i++)
    {
      BayanMapCamera camera = make_camera (g_test_rand_int_range (200, 1900),
                                           g_test_rand_int_range (120, 1000));
      BayanProjection chosen;

      bayan_map_camera_zoom_at (&camera, exp (g_test_rand_double_range (-1.5, 3)), camera.width / 2.0,
                                camera.height / 2.0);
      bayan_map_camera_pan (&camera, g_test_rand_int_range (-900, 900), g_test_rand_int_range (-500, 500));
      bayan_map_camera_set_projection (&camera, g_test_rand_bit () ? BAYAN_PROJECTION_LAEA
                                                                   : BAYAN_PROJECTION_EQUAL_EARTH);
      chosen = bayan_map_camera_choose_projection (&camera);
      n_of[chosen]++;
      bayan_map_camera_set_projection (&camera, chosen);
      g_assert_cmpint (bayan_map_camera_choose_projection (&camera), ==, chosen);
    }
  g_assert_cmpuint (n_of[0], >, 300);
  g_assert_cmpuint (n_of[1], >, 300);
}

static void
test_choice (void)
{
  BayanMapCamera world = make_camera (800, 500), region = make_camera (800, 500);

  bayan_map_camera_zoom_at (&world, 0.1, 400, 250);
  g_assert_cmpint (bayan_map_camera_choose_projection (&world), ==, BAYAN_PROJECTION_EQUAL_EARTH);
  bayan_map_camera_zoom_at (&region, 1.4, 400, 250);
  g_assert_cmpint (bayan_map_camera_choose_projection (&region), ==, BAYAN_PROJECTION_LAEA);
}

static void
test_fit (void)
{
  static const char *const KEYS[] = { "iso:KAZ",         "iso:USA", "region:sahel",
                                      "region:ne-syria", "iso:RUS", "iso:BHR" };
  static const BayanProjection PROJECTIONS[] = { BAYAN_PROJECTION_EQUAL_EARTH, BAYAN_PROJECTION_LAEA };

  for (guint i = 0; i < G_N_ELEMENTS (KEYS) * G_N_ELEMENTS (PROJECTIONS); i++)
    {
      const BayanMapAtlas *atlas = bayan_map_atlas_get (PROJECTIONS[i % 2]);
      BayanMapCamera camera = make_camera_in (PROJECTIONS[i % 2], 420, 300);
      BayanMapExtent extent = { 0 };
      BayanMapFrame frame;
      double west, north, east, south;

      bayan_map_extent_set (&extent, atlas, KEYS[i / 2]);
      frame = bayan_map_atlas_get_frame (atlas, extent.holds);
      bayan_map_camera_fit (&camera, frame, 12);
      bayan_map_camera_to_screen (&camera, frame.west, frame.north, &west, &north);
      bayan_map_camera_to_screen (&camera, frame.east, frame.south, &east, &south);
      g_assert_cmpfloat (west, >=, 12 - 1e-6);
      g_assert_cmpfloat (north, >=, 12 - 1e-6);
      g_assert_cmpfloat (east, <=, 408 + 1e-6);
      g_assert_cmpfloat (south, <=, 288 + 1e-6);
      bayan_map_extent_clear (&extent);
    }
}

static void
test_memory (void)
{
  static const char *const OTHERS[] = { NULL,     "",      "1 2",       "1 2 3 4", "a b c",   "nan 0 100",
                                        "0 0 -5", "0 0 0", "0 inf 100", "laea",    "laea 1 2" };
  BayanMapCamera camera = make_camera (800, 500), other = make_camera (800, 500);
  g_autofree char *words = NULL;

  bayan_map_camera_zoom_at (&camera, 3, 200, 200);
  words = bayan_map_camera_to_string (&camera);
  g_assert_true (bayan_map_camera_from_string (&other, words));
  g_assert_cmpfloat_with_epsilon (other.x, camera.x, 1e-5);
  g_assert_cmpfloat_with_epsilon (other.y, camera.y, 1e-5);
  g_assert_cmpfloat_with_epsilon (other.scale, camera.scale, 0.01);
  bayan_map_camera_set_projection (&camera, BAYAN_PROJECTION_LAEA);
  g_free (words);
  words = bayan_map_camera_to_string (&camera);
  g_assert_true (bayan_map_camera_from_string (&other, words));
  g_assert_cmpint (other.projection, ==, BAYAN_PROJECTION_LAEA);
  /* as it was written when there was one projection */
  g_assert_true (bayan_map_camera_from_string (&other, "0.1 0.2 300.0"));
  g_assert_cmpint (other.projection, ==, BAYAN_PROJECTION_EQUAL_EARTH);
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    {
      BayanMapCamera kept = other;

      g_assert_false (bayan_map_camera_from_string (&other, OTHERS[i]));
      g_assert_cmpmem (&kept, sizeof kept, &other, sizeof other);
    }
}

static void
test_few_numbers (void)
{
  static const double COUNTS[] = { 0, 3, 1, 0, 9, 3, 1 };
  BayanMapClasses classes = bayan_map_classes_make (COUNTS, G_N_ELEMENTS (COUNTS));

  g_assert_cmpuint (classes.n_classes, ==, 3);
  g_assert_cmpuint (bayan_map_classes_find (&classes, 0), ==, 0);
  g_assert_cmpuint (bayan_map_classes_find (&classes, 1), ==, 1);
  g_assert_cmpuint (bayan_map_classes_find (&classes, 3), ==, 2);
  g_assert_cmpuint (bayan_map_classes_find (&classes, 9), ==, 3);
}

static void
test_no_numbers (void)
{
  static const double COUNTS[] = { 0, 0 };
  BayanMapClasses classes = bayan_map_classes_make (COUNTS, G_N_ELEMENTS (COUNTS));

  g_assert_cmpuint (classes.n_classes, ==, 0);
  g_assert_cmpuint (bayan_map_classes_find (&classes, 0), ==, 0);
}

/* Every number in a class, more never in a lower one, no class empty. */
static void
test_many_numbers (void)
{
  for (guint round = 0; round < 200; round++)
    {
      double counts[120];
      guint used[BAYAN_MAP_MOST_CLASSES + 1] = { 0 };
      BayanMapClasses classes;

      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        counts[i] = floor (exp (g_test_rand_double_range (0, 8))) - 1;
      classes = bayan_map_classes_make (counts, G_N_ELEMENTS (counts));
      g_assert_cmpuint (classes.n_classes, ==, BAYAN_MAP_MOST_CLASSES);
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        {
          guint number = bayan_map_classes_find (&classes, counts[i]);

          used[number]++;
          g_assert_cmpint (number == 0, ==, counts[i] == 0);
          for (guint k = 0; k < i; k++)
            g_assert_true (counts[k] >= counts[i] || bayan_map_classes_find (&classes, counts[k]) <= number);
        }
      for (guint number = 1; number <= classes.n_classes; number++)
        g_assert_cmpuint (used[number], >, 0);
    }
}

/* What has become less has classes of its own, beside those of more. */
static void
test_changes (void)
{
  static const double CHANGES[] = { -7, 4, 0, -2, 1, 9, 12, -2, 5 };
  BayanMapClasses classes = bayan_map_classes_make (CHANGES, G_N_ELEMENTS (CHANGES));

  g_assert_cmpuint (classes.n_classes, ==, 3);
  g_assert_cmpuint (classes.n_below, ==, 2);
  g_assert_cmpuint (bayan_map_classes_count (&classes), ==, 5);
  g_assert_cmpuint (bayan_map_classes_find (&classes, 0), ==, 0);
  g_assert_cmpuint (bayan_map_classes_find (&classes, 1), ==, 1);
  g_assert_cmpuint (bayan_map_classes_find (&classes, 12), ==, 3);
  g_assert_cmpuint (bayan_map_classes_find (&classes, -2), ==, 4);
  g_assert_cmpuint (bayan_map_classes_find (&classes, -7), ==, 5);
}

static BayanMapPicture *
draw (const BayanMapCamera *camera, int device_scale)
{
  BayanMapBrief brief = { .camera = *camera, .device_scale = device_scale };

  return bayan_map_picture_new (bayan_map_atlas_get (camera->projection), &brief);
}

/* The bitmap of units against the geometry itself, at the middle of random pixels. A border may fall either
 * way. */
static void
test_picture_against_geometry (gconstpointer projection)
{
  const BayanMapAtlas *atlas = bayan_map_atlas_get ((BayanProjection) GPOINTER_TO_UINT (projection));
  static const double ZOOMS[] = { 1, 4, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (ZOOMS); i++)
    {
      BayanMapCamera camera = make_camera_in (atlas->projection, 640, 400);
      g_autoptr (BayanMapPicture) picture = NULL;
      const BayanMapGeometry *geometry;
      guint n_asked = 0, n_same = 0;

      bayan_map_camera_zoom_at (&camera, ZOOMS[i], 400, 150);
      picture = draw (&camera, 1);
      geometry = bayan_map_atlas_get_sheet (atlas, camera.scale)->geometry;
      for (guint k = 0; k < 4000; k++)
        {
          int x = g_test_rand_int_range (0, 640), y = g_test_rand_int_range (0, 400);
          double longitude, latitude;

          if (!bayan_map_camera_to_globe (&camera, x + 0.5, y + 0.5, &longitude, &latitude))
            continue;
          n_asked++;
          n_same += bayan_map_picture_get_unit (picture, x, y)
                    == bayan_hit_test (geometry, longitude, latitude);
        }
      g_assert_cmpuint (n_asked, >, 3900);
      g_assert_cmpuint (n_same, >, n_asked * 999 / 1000);
    }
}

static void
test_picture_beside (void)
{
  BayanMapCamera camera = make_camera (200, 100);
  g_autoptr (BayanMapPicture) picture = draw (&camera, 2);

  g_assert_cmpint (bayan_map_picture_get_unit (picture, -1, 5), ==, BAYAN_MAP_NO_UNIT);
  g_assert_cmpint (bayan_map_picture_get_unit (picture, 200, 5), ==, BAYAN_MAP_NO_UNIT);
  g_assert_cmpint (bayan_map_picture_get_unit (picture, 5, 100), ==, BAYAN_MAP_NO_UNIT);
}

static guint32
pixel_at (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  const guint8 *row = data + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(gsize) x] & 0xffffff;
}

/* Inks reach their units and no others, without drawing anew. */
static void
test_picture_colours (void)
{
  const BayanMapAtlas *atlas = bayan_map_atlas_get (BAYAN_PROJECTION_EQUAL_EARTH);
  guint n_units = atlas->n_units;
  BayanMapCamera camera = make_camera (900, 500);
  g_autoptr (BayanMapPicture) picture = draw (&camera, 1);
  g_autofree BayanMapInk *inks = g_new0 (BayanMapInk, BAYAN_MAP_N_INKS (n_units));
  cairo_surface_t *surface = bayan_map_picture_make_surface (picture);
  const BayanMapState *chad = &atlas->states[bayan_map_atlas_find_state (atlas, "TCD")];
  const BayanMapState *algeria = &atlas->states[bayan_map_atlas_find_state (atlas, "DZA")];
  double x, y, other_x, other_y;

  for (guint i = 0; i < BAYAN_MAP_N_INKS (n_units); i++)
    inks[i].fill = 0xff102030;
  for (guint i = 0; i < n_units; i++)
    if (atlas->state_of_unit[i] == bayan_map_atlas_find_state (atlas, "TCD"))
      inks[BAYAN_MAP_INK_OF_UNIT (i)].fill = 0xffaabbcc;
  bayan_map_picture_colour (picture, inks, surface);
  bayan_map_camera_to_screen (&camera, chad->label.x, chad->label.y, &x, &y);
  bayan_map_camera_to_screen (&camera, algeria->label.x, algeria->label.y, &other_x, &other_y);
  g_assert_cmphex (pixel_at (surface, x, y), ==, 0xaabbcc);
  g_assert_cmphex (pixel_at (surface, other_x, other_y), ==, 0x102030);
  g_assert_cmpint (atlas->state_of_unit[bayan_map_atlas_pick (atlas, &camera, x, y)], ==,
                   bayan_map_atlas_find_state (atlas, "TCD"));
  cairo_surface_destroy (surface);
}

/* Stripes take the part of the area that they are meant to, in both colours alike. */
static void
test_picture_stripes (void)
{
  const BayanMapAtlas *atlas = bayan_map_atlas_get (BAYAN_PROJECTION_LAEA);
  BayanMapCamera camera = make_camera_in (BAYAN_PROJECTION_LAEA, 900, 500);
  g_autoptr (BayanMapPicture) picture = draw (&camera, 1);
  g_autofree BayanMapInk *inks = g_new0 (BayanMapInk, BAYAN_MAP_N_INKS (atlas->n_units));
  cairo_surface_t *surface = bayan_map_picture_make_surface (picture);
  guint n_fill = 0, n_stripes[2] = { 0 }, n_all;

  for (guint i = 0; i < atlas->n_units; i++)
    inks[BAYAN_MAP_INK_OF_UNIT (i)] = (BayanMapInk) { 0xff0000ff, { 0xffff0000, 0xff00ff00 }, 5 };
  bayan_map_picture_colour (picture, inks, surface);
  for (int y = 0; y < 500; y++)
    for (int x = 0; x < 900; x++)
      {
        guint32 pixel = pixel_at (surface, x, y);

        n_fill += pixel == 0x0000ff;
        n_stripes[0] += pixel == 0xff0000;
        n_stripes[1] += pixel == 0x00ff00;
      }
  n_all = n_fill + n_stripes[0] + n_stripes[1];
  g_assert_cmpuint (n_all, >, 60000);
  g_assert_cmpfloat_with_epsilon ((double) n_fill / n_all, 3.0 / 8, 0.01);
  g_assert_cmpfloat_with_epsilon ((double) n_stripes[0] / n_all, 2.5 / 8, 0.01);
  g_assert_cmpfloat_with_epsilon ((double) n_stripes[1] / n_all, 2.5 / 8, 0.01);
  cairo_surface_destroy (surface);
}

/* Borders are laid over the inks as cairo lays one image over another. */
static void
test_picture_borders (void)
{
  const BayanMapAtlas *atlas = bayan_map_atlas_get (BAYAN_PROJECTION_LAEA);
  BayanMapCamera camera = make_camera_in (BAYAN_PROJECTION_LAEA, 300, 200);
  g_autoptr (BayanMapPicture) picture = draw (&camera, 2);
  g_autofree BayanMapInk *inks = g_new0 (BayanMapInk, BAYAN_MAP_N_INKS (atlas->n_units));
  cairo_surface_t *surfaces[2];
  guint n_touched = 0;

  /* What stands on black is premultiplied; on white, what is missing to it is. */
  for (guint k = 0; k < 2; k++)
    {
      for (guint i = 0; i < BAYAN_MAP_N_INKS (atlas->n_units); i++)
        inks[i].fill = k == 0 ? 0xff000000 : 0xffffffff;
      surfaces[k] = bayan_map_picture_make_surface (picture);
      bayan_map_picture_colour (picture, inks, surfaces[k]);
    }
  for (int y = 0; y < 400; y++)
    for (int x = 0; x < 600; x++)
      {
        guint32 black = pixel_at (surfaces[0], x, y), white = pixel_at (surfaces[1], x, y);
        int rest[3];

        for (guint channel = 0; channel < 3; channel++)
          rest[channel] = (int) (white >> 8 * channel & 0xff) - (int) (black >> 8 * channel & 0xff);
        g_assert_cmpint (rest[0], >=, 0);
        g_assert_cmpint (rest[0], ==, rest[1]);
        g_assert_cmpint (rest[0], ==, rest[2]);
        n_touched += rest[0] < 255;
      }
  g_assert_cmpuint (n_touched, >, 5000);
  g_assert_cmpuint (n_touched, <, 100000);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
}

/* All of a pixel and half a pixel round it. At the coarse level the banks of the Gambia cross, and what lies between
 * them there is land and sea at once. */
static gboolean
is_land_about (const BayanMapGeometry *geometry, const BayanMapCamera *camera, int x, int y)
{
  for (guint i = 0; i < 81; i++)
    {
      double longitude, latitude;
      int unit;

      if (!bayan_map_camera_to_globe (camera, x - 0.5 + i % 9 * 0.25, y - 0.5 + i / 9 * 0.25, &longitude,
                                      &latitude))
        return FALSE;
      unit = bayan_hit_test (geometry, longitude, latitude);
      if (unit == BAYAN_MAP_NO_UNIT || g_str_equal (geometry->units[unit].iso3, "GMB"))
        return FALSE;
    }
  return TRUE;
}

/* A pixel of sea between two units. */
static gboolean
is_narrow (BayanMapPicture *picture, int x, int y)
{
  int left = bayan_map_picture_get_unit (picture, x - 1, y),
      right = bayan_map_picture_get_unit (picture, x + 1, y);
  int above = bayan_map_picture_get_unit (picture, x, y - 1),
      below = bayan_map_picture_get_unit (picture, x, y + 1);

  return bayan_map_picture_get_unit (picture, x, y) == BAYAN_MAP_NO_UNIT
         && ((left >= 0 && right >= 0 && left != right) || (above >= 0 && below >= 0 && above != below));
}

/* Neighbours share their border, pixel by pixel: nowhere does the sea show between them. Wherever a thread of sea is
 * drawn, the geometry itself has some. */
static void
test_no_gap_between_neighbours (gconstpointer projection)
{
  guint n_narrow = 0, n_gaps = 0;

  for (guint i = 0; i < 24; i++)
    {
      BayanMapCamera camera = make_camera_in ((BayanProjection) GPOINTER_TO_UINT (projection), 400, 300);
      g_autoptr (BayanMapPicture) picture = NULL;
      const BayanMapGeometry *geometry;

      bayan_map_camera_zoom_at (&camera, exp (g_test_rand_double_range (-1, 5)),
                                g_test_rand_int_range (150, 300), g_test_rand_int_range (60, 200));
      picture = draw (&camera, 1);
      geometry = bayan_map_atlas_get_sheet (bayan_map_atlas_get (camera.projection), camera.scale)->geometry;
      for (int y = 1; y < 299; y++)
        for (int x = 1; x < 399; x++)
          if (is_narrow (picture, x, y))
            {
              n_narrow++;
              n_gaps += is_land_about (geometry, &camera, x, y);
            }
    }
  g_test_message ("%u narrow pixels, %u gaps", n_narrow, n_gaps);
  g_assert_cmpuint (n_narrow, >, 100);
  g_assert_cmpuint (n_gaps, ==, 0);
}

static guint
n_units_of (const char *key)
{
  BayanMapExtent extent = { 0 };
  guint n_units;

  bayan_map_extent_set (&extent, bayan_map_atlas_get (BAYAN_PROJECTION_EQUAL_EARTH), key);
  n_units = extent.n_units;
  bayan_map_extent_clear (&extent);
  return n_units;
}

static void
test_extents (void)
{
  g_assert_cmpuint (n_units_of ("iso:IRQ"), ==, 18);
  g_assert_cmpuint (n_units_of ("nisba:TUR"), ==, 1);
  g_assert_cmpuint (n_units_of ("adm1:IRQ-3471"), ==, 1);
  g_assert_cmpuint (n_units_of ("adm1:IRQ-HAL"), ==, 1); /* younger than the map: in Sulaymaniyah */
  g_assert_cmpuint (n_units_of ("region:ne-syria"), ==, 3);
  g_assert_cmpuint (n_units_of ("region:golan"), ==, 1);
  g_assert_cmpuint (n_units_of ("region:central-asia"), >, 5);
  g_assert_cmpuint (n_units_of ("region:mediterranean"), ==, 0);
  g_assert_cmpuint (n_units_of ("place:99072"), ==, 0);
  g_assert_cmpuint (n_units_of ("region:atlantis"), ==, 0);
  g_assert_cmpuint (n_units_of (NULL), ==, 0);
}

static void
add_region (BayanMapCounts *counts, const char *key, double figure)
{
  GArray *units = bayan_area_list_units (key);
  BayanMapRegion region = { key, (guint) figure, figure, (const guint16 *) (const void *) units->data,
                            units->len };

  g_hash_table_insert (counts->region_units, g_strdup (key), units);
  g_array_append_val (counts->regions, region);
}

static BayanMapInk
ink_of (const BayanMapInk *inks, const char *unit)
{
  return inks[BAYAN_MAP_INK_OF_UNIT (
      bayan_map_geometry_find_unit (bayan_map_geometry_get (BAYAN_MAP_WORLD), unit))];
}

/* A named region has its members striped in its shade, and no others; where two overlap, both are there by turns; what
 * has no figure has stripes of its own. */
static void
test_inks (void)
{
  const BayanMapAtlas *atlas = bayan_map_atlas_get (BAYAN_PROJECTION_LAEA);
  static const double FIGURES[] = { 9, 3, 1 };
  g_autofree BayanMapInk *inks = NULL;
  BayanMapCounts counts;
  guint n_striped = 0;
  BayanMapInk chad, mali;

  bayan_map_counts_init (&counts, atlas);
  counts.level = BAYAN_LEVEL_REGIONS;
  counts.classes = bayan_map_classes_make (FIGURES, G_N_ELEMENTS (FIGURES));
  add_region (&counts, "region:sahel", 9);
  add_region (&counts, "region:lake-chad", 3);
  add_region (&counts, "region:ne-syria", 1);
  counts.units[bayan_map_geometry_find_unit (bayan_map_geometry_get (BAYAN_MAP_WORLD), "JPN")] = (double) NAN;
  inks = bayan_map_inks_make (&counts, atlas, BAYAN_MAP_STYLE_LIGHT);
  for (guint i = 0; i < atlas->n_units; i++)
    n_striped += g_str_equal (atlas->states[atlas->state_of_unit[i]].country->iso3, "SYR")
                 && inks[BAYAN_MAP_INK_OF_UNIT (i)].n_striped > 0;
  g_assert_cmpuint (n_striped, ==, 3);
  mali = ink_of (inks, "MLI-2688");
  g_assert_cmpuint (mali.n_striped, >, 0);
  g_assert_cmphex (mali.stripes[0], ==, mali.stripes[1]);
  chad = ink_of (inks, "TCD-1464");
  g_assert_cmpuint (chad.n_striped, >, 0);
  g_assert_cmphex (chad.stripes[0], !=, chad.stripes[1]);
  g_assert_cmphex (chad.stripes[0], ==, mali.stripes[0]);
  g_assert_cmpuint (ink_of (inks, "FRA").n_striped, ==, 0);
  g_assert_cmpuint (ink_of (inks, "JPN").n_striped, >, 0);
  g_assert_cmpuint (ink_of (inks, "JPN").n_striped, <, chad.n_striped);
  bayan_map_counts_clear (&counts);
}

/* Names */

static gboolean
no_ground (gpointer data, double x, double y, int *unit, guint32 *pixel)
{
  return FALSE;
}

static gboolean
is_bold (const BayanMapLabel *label)
{
  PangoAttrIterator *attributes = pango_attr_list_get_iterator (pango_layout_get_attributes (label->layout));
  PangoAttrInt *weight = (PangoAttrInt *) pango_attr_iterator_get (attributes, PANGO_ATTR_WEIGHT);
  gboolean bold = weight != NULL && weight->value >= PANGO_WEIGHT_BOLD;

  pango_attr_iterator_destroy (attributes);
  return bold;
}

static const BayanMapLabel *
find_label (const GArray *labels, const char *text)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (g_array_index (labels, BayanMapLabel, i).text, text))
      return &g_array_index (labels, BayanMapLabel, i);
  return NULL;
}

static void
assert_apart (const GArray *labels, const BayanMapCamera *camera)
{
  GdkRectangle view = { 0, 0, camera->width, camera->height };

  for (guint i = 0; i < labels->len; i++)
    {
      const GdkRectangle *place = &g_array_index (labels, BayanMapLabel, i).place;
      GdkRectangle inside;

      g_assert_true (gdk_rectangle_intersect (&view, place, &inside) && gdk_rectangle_equal (&inside, place));
      for (guint j = 0; j < i; j++)
        g_assert_false (
            gdk_rectangle_intersect (place, &g_array_index (labels, BayanMapLabel, j).place, NULL));
    }
}

static void
test_labels (void)
{
  static const double SCALES[] = { 120, 400, 900, 2600, 6000 };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (BayanMapLabels) labels = bayan_map_labels_new (context);
  const BayanMapAtlas *atlas = bayan_map_atlas_get (BAYAN_PROJECTION_LAEA);
  BayanMapCamera camera = make_camera_in (BAYAN_PROJECTION_LAEA, 900, 600);
  BayanMapCounts counts;

  bayan_map_counts_init (&counts, atlas);
  counts.level = BAYAN_LEVEL_COUNTRIES;
  bayan_projection_forward (BAYAN_PROJECTION_LAEA, 43, 33.2, &camera.x, &camera.y); /* west of Baghdad */
  for (guint i = 0; i < G_N_ELEMENTS (SCALES); i++)
    {
      g_autoptr (GArray) placed = NULL;
      const BayanMapLabel *state;

      camera.scale = SCALES[i];
      placed = bayan_map_labels_place (labels, &camera, &counts, NULL, NULL, no_ground, NULL);
      assert_apart (placed, &camera);
      state = find_label (placed, "العراق");
      if (state == NULL)
        state = find_label (placed, "Iraq");
      if (SCALES[i] < 380) /* nobody mentions it, and it would be in the way */
        g_assert_null (state);
      else
        g_assert_cmpint (is_bold (state), ==, SCALES[i] >= 1500); /* where its provinces are named */
      for (guint j = 0; j < placed->len; j++)
        if (SCALES[i] < 1500)
          g_assert_false (is_bold (&g_array_index (placed, BayanMapLabel, j)));
    }
  bayan_map_counts_clear (&counts);
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/map/home", test_home);
  g_test_add_func ("/ui/map/zoom-keeps-the-point", test_zoom_keeps_the_point);
  g_test_add_func ("/ui/map/zoom-has-ends", test_zoom_has_ends);
  g_test_add_func ("/ui/map/pan-moves-with-the-hand", test_pan_moves_with_the_hand);
  g_test_add_func ("/ui/map/projections-change-without-a-jump", test_projections_change_without_a_jump);
  g_test_add_func ("/ui/map/choice-is-stable", test_choice_is_stable);
  g_test_add_func ("/ui/map/choice", test_choice);
  g_test_add_func ("/ui/map/fit", test_fit);
  g_test_add_func ("/ui/map/memory", test_memory);
  g_test_add_func ("/ui/map/few-numbers", test_few_numbers);
  g_test_add_func ("/ui/map/no-numbers", test_no_numbers);
  g_test_add_func ("/ui/map/many-numbers", test_many_numbers);
  g_test_add_func ("/ui/map/changes", test_changes);
  g_test_add_func ("/ui/map/extents", test_extents);
  g_test_add_func ("/ui/map/inks", test_inks);
  g_test_add_data_func ("/ui/map/picture-against-geometry/world",
                        GUINT_TO_POINTER (BAYAN_PROJECTION_EQUAL_EARTH), test_picture_against_geometry);
  g_test_add_data_func ("/ui/map/picture-against-geometry/region", GUINT_TO_POINTER (BAYAN_PROJECTION_LAEA),
                        test_picture_against_geometry);
  g_test_add_func ("/ui/map/labels", test_labels);
  g_test_add_func ("/ui/map/picture-beside", test_picture_beside);
  g_test_add_func ("/ui/map/picture-colours", test_picture_colours);
  g_test_add_func ("/ui/map/picture-stripes", test_picture_stripes);
  g_test_add_func ("/ui/map/picture-borders", test_picture_borders);
  g_test_add_data_func ("/ui/map/no-gap/world", GUINT_TO_POINTER (BAYAN_PROJECTION_EQUAL_EARTH),
                        test_no_gap_between_neighbours);
  g_test_add_data_func ("/ui/map/no-gap/region", GUINT_TO_POINTER (BAYAN_PROJECTION_LAEA),
                        test_no_gap_between_neighbours);
  return g_test_run ();
}
