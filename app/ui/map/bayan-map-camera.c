/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-camera.h"

#include <math.h>

/* Half the extent of the world on the plane, of each projection. */
static const double WORLD_EAST[] = { 2.707, 1.932 };
static const double WORLD_NORTH[] = { 1.318, 1.932 };
#define MOST_SCALE                                                                                           \
  24000.0 /* a small province fills the screen; the finest borders still look like borders  \
                            */
#define LEAST_PART_OF_WORLD 0.95
#define BEYOND_PIXELS 24.0 /* of what is beside the world may be seen */

/* The Middle East, Africa down to Mozambique, and Central Asia: where the statements are at home. Degrees. */
#define HOME_WEST -18.0
#define HOME_SOUTH -14.0
#define HOME_EAST 76.0
#define HOME_NORTH 48.0
/* A fit does not come closer than this: a single small state keeps its neighbours round it. */
#define MOST_FIT_SCALE 1400.0

/* Lambert's projection shows a view that reaches no further than this from its middle; past the second it gives way.
 * What is between keeps what it has, so that the view does not flicker. */
#define NEAR_DEGREES 80.0
#define FAR_DEGREES 94.0
/* What lies this near is of the region. */
#define REGION_DEGREES 64.0
/* Towards the middle of the plane until it is on the world. */
#define PULL 0.97

static double
least_scale (const BayanMapCamera *self)
{
  return LEAST_PART_OF_WORLD
         * MIN (self->width / (2 * WORLD_EAST[self->projection]),
                self->height / (2 * WORLD_NORTH[self->projection]));
}

/* Keeps the zoom within reason and the view on the world; a world smaller than the view stands in the middle.
 */
static void
clamp (BayanMapCamera *self)
{
  double furthest_x, furthest_y;

  self->scale = CLAMP (self->scale, MIN (least_scale (self), MOST_SCALE), MOST_SCALE);
  if (self->scale <= 0)
    return;
  furthest_x = MAX (WORLD_EAST[self->projection] - (self->width / 2.0 - BEYOND_PIXELS) / self->scale, 0);
  furthest_y = MAX (WORLD_NORTH[self->projection] - (self->height / 2.0 - BEYOND_PIXELS) / self->scale, 0);
  self->x = CLAMP (self->x, -furthest_x, furthest_x);
  self->y = CLAMP (self->y, -furthest_y, furthest_y);
}

void
bayan_map_camera_to_screen (const BayanMapCamera *self, double x, double y, double *screen_x,
                            double *screen_y)
{
  *screen_x = self->width / 2.0 + (x - self->x) * self->scale;
  *screen_y = self->height / 2.0 - (y - self->y) * self->scale;
}

void
bayan_map_camera_to_plane (const BayanMapCamera *self, double screen_x, double screen_y, double *x, double *y)
{
  *x = self->x + (screen_x - self->width / 2.0) / self->scale;
  *y = self->y - (screen_y - self->height / 2.0) / self->scale;
}

/**
 * bayan_map_camera_to_globe:
 * @longitude: (out): degrees, as the geometry counts them
 * @latitude: (out): degrees
 *
 * Returns: %FALSE for a point of the view that is beside the world
 */
gboolean
bayan_map_camera_to_globe (const BayanMapCamera *self, double screen_x, double screen_y, double *longitude,
                           double *latitude)
{
  double x, y;

  bayan_map_camera_to_plane (self, screen_x, screen_y, &x, &y);
  return bayan_projection_inverse (self->projection, x, y, longitude, latitude);
}

BayanMapFrame
bayan_map_camera_get_frame (const BayanMapCamera *self)
{
  double right = self->width / 2.0 / self->scale;
  double up = self->height / 2.0 / self->scale;

  return (BayanMapFrame) { self->x - right, self->y - up, self->x + right, self->y + up };
}

/**
 * bayan_map_camera_zoom_at:
 * @factor: more than 1 comes closer
 * @screen_x: pixels; what is there stays there
 * @screen_y: pixels
 */
void
bayan_map_camera_zoom_at (BayanMapCamera *self, double factor, double screen_x, double screen_y)
{
  double x, y;

  bayan_map_camera_to_plane (self, screen_x, screen_y, &x, &y);
  self->scale *= factor;
  clamp (self);
  self->x = x - (screen_x - self->width / 2.0) / self->scale;
  self->y = y + (screen_y - self->height / 2.0) / self->scale;
  clamp (self);
}

/**
 * bayan_map_camera_pan:
 * @right_pixels: how far what is seen moves to the right
 * @down_pixels: and down
 */
void
bayan_map_camera_pan (BayanMapCamera *self, double right_pixels, double down_pixels)
{
  self->x -= right_pixels / self->scale;
  self->y += down_pixels / self->scale;
  clamp (self);
}

/**
 * bayan_map_camera_fit:
 * @frame: what to show whole, as large as the view has room for within reason
 * @margin_pixels: what to keep free on each side
 */
void
bayan_map_camera_fit (BayanMapCamera *self, BayanMapFrame frame, double margin_pixels)
{
  double margin = MIN (margin_pixels, MIN (self->width, self->height) / 4.0);
  double width = MAX (frame.east - frame.west, 1e-6), height = MAX (frame.north - frame.south, 1e-6);

  self->x = (frame.west + frame.east) / 2;
  self->y = (frame.south + frame.north) / 2;
  self->scale = MIN ((self->width - 2 * margin) / width, (self->height - 2 * margin) / height);
  self->scale = MIN (self->scale, MOST_FIT_SCALE);
  clamp (self);
}

/* To the region of the statements rather than to the whole globe. */
void
bayan_map_camera_go_home (BayanMapCamera *self)
{
  BayanMapFrame home = { 1e9, 1e9, -1e9, -1e9 };

  for (double longitude = HOME_WEST; longitude <= HOME_EAST; longitude += 5)
    for (double latitude = HOME_SOUTH; latitude <= HOME_NORTH; latitude += 3)
      {
        double x, y;

        bayan_projection_forward (self->projection, longitude, latitude, &x, &y);
        home.west = MIN (home.west, x);
        home.east = MAX (home.east, x);
        home.south = MIN (home.south, y);
        home.north = MAX (home.north, y);
      }
  bayan_map_camera_fit (self, home, 0);
}

/* Where the middle of the view is; beside the world, where the world is nearest to it. */
static void
find_middle (const BayanMapCamera *self, double *longitude, double *latitude)
{
  double x = self->x, y = self->y;

  while (!bayan_projection_inverse (self->projection, x, y, longitude, latitude))
    {
      x *= PULL;
      y *= PULL;
    }
}

/**
 * bayan_map_camera_set_projection:
 *
 * What is in the middle stays there, and as large: both projections keep areas.
 */
void
bayan_map_camera_set_projection (BayanMapCamera *self, BayanProjection projection)
{
  double longitude, latitude;

  if (self->projection == projection)
    return;
  find_middle (self, &longitude, &latitude);
  bayan_projection_forward (projection, longitude, latitude, &self->x, &self->y);
  self->projection = projection;
}

static double
degrees_from_middle (double x, double y)
{
  return 2 * asin (MIN (hypot (x, y) / 2, 1)) * 180 / G_PI;
}

/**
 * bayan_map_frame_is_near:
 * @frame: on the plane of Lambert's projection
 *
 * Returns: %TRUE if all of it lies in the region that this projection is for
 */
gboolean
bayan_map_frame_is_near (const BayanMapFrame *frame)
{
  return frame->west <= frame->east
         && degrees_from_middle (MAX (-frame->west, frame->east), MAX (-frame->south, frame->north))
                <= NEAR_DEGREES;
}

/* How far from the middle of Lambert's projection the view reaches: degrees, 180 where it reaches beyond the world. */
static double
find_reach (const BayanMapCamera *self)
{
  double furthest = 0;

  for (guint i = 0; i < 9; i++)
    {
      double longitude, latitude, x, y;

      if (!bayan_map_camera_to_globe (self, self->width * (i % 3) / 2.0, self->height * (i / 3) / 2.0,
                                      &longitude, &latitude)
          || !bayan_projection_forward (BAYAN_PROJECTION_LAEA, longitude, latitude, &x, &y))
        return 180;
      furthest = MAX (furthest, degrees_from_middle (x, y));
    }
  return furthest;
}

static BayanProjection
choose_by_reach (const BayanMapCamera *self)
{
  double reach = find_reach (self);

  if (reach <= NEAR_DEGREES)
    return BAYAN_PROJECTION_LAEA;
  return reach >= FAR_DEGREES ? BAYAN_PROJECTION_EQUAL_EARTH : self->projection;
}

/**
 * bayan_map_camera_choose_projection:
 *
 * Returns: the projection that shows the view best: Lambert's for the region that it is made for, Equal Earth for
 *   all that reaches beyond it; the one that it has where the other would choose this one again, so that it never goes
 *   back and forth
 */
BayanProjection
bayan_map_camera_choose_projection (const BayanMapCamera *self)
{
  BayanProjection wanted = choose_by_reach (self);
  BayanMapCamera there = *self;

  if (wanted == self->projection)
    return wanted;
  bayan_map_camera_set_projection (&there, wanted);
  return choose_by_reach (&there) == wanted ? wanted : self->projection;
}

/**
 * bayan_map_camera_resize:
 *
 * What is in the middle stays there, at its scale.
 */
void
bayan_map_camera_resize (BayanMapCamera *self, int width, int height)
{
  self->width = width;
  self->height = height;
  clamp (self);
}

static const char *const PROJECTION_NAMES[] = { "equal-earth", "laea" };

/* Returns: (transfer full): projection, middle and scale, to be remembered */
char *
bayan_map_camera_to_string (const BayanMapCamera *self)
{
  char numbers[3][G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (numbers[0], sizeof numbers[0], "%.6f", self->x);
  g_ascii_formatd (numbers[1], sizeof numbers[1], "%.6f", self->y);
  g_ascii_formatd (numbers[2], sizeof numbers[2], "%.2f", self->scale);
  return g_strjoin (" ", PROJECTION_NAMES[self->projection], numbers[0], numbers[1], numbers[2], NULL);
}

/* Words of a library from before there was a choice lack the name. */
static gboolean
find_projection (const char *name, BayanProjection *projection)
{
  for (guint i = 0; i < G_N_ELEMENTS (PROJECTION_NAMES); i++)
    if (g_str_equal (name, PROJECTION_NAMES[i]))
      {
        *projection = (BayanProjection) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bayan_map_camera_from_string:
 * @string: (nullable): what bayan_map_camera_to_string() gave, perhaps long ago
 *
 * Returns: %FALSE, with nothing changed, for anything else
 */
gboolean
bayan_map_camera_from_string (BayanMapCamera *self, const char *string)
{
  g_auto (GStrv) words = g_strsplit (string != NULL ? string : "", " ", -1);
  BayanProjection projection = BAYAN_PROJECTION_EQUAL_EARTH;
  gsize n_named = words[0] != NULL && find_projection (words[0], &projection) ? 1 : 0;
  double numbers[3];

  if (g_strv_length (words) != n_named + G_N_ELEMENTS (numbers))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (words[n_named + i], &end);
      if (end == words[n_named + i] || *end != '\0' || !isfinite (numbers[i]))
        return FALSE;
    }
  if (numbers[2] <= 0)
    return FALSE;
  self->projection = projection;
  self->x = numbers[0];
  self->y = numbers[1];
  self->scale = numbers[2];
  clamp (self);
  return TRUE;
}
