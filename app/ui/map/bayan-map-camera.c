/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-camera.h"

#include <math.h>

/* Half the extent of Equal Earth's world. */
#define WORLD_EAST 2.707
#define WORLD_NORTH 1.318
#define MOST_SCALE                                                                                           \
  24000.0 /* a small province fills the screen; the finest borders still look like borders  \
                            */
#define LEAST_PART_OF_WORLD 0.95

/* The Middle East, Africa down to Mozambique, and Central Asia: where the statements are at home. Degrees. */
#define HOME_WEST -18.0
#define HOME_SOUTH -14.0
#define HOME_EAST 76.0
#define HOME_NORTH 48.0

static double
least_scale (const BayanMapCamera *self)
{
  return LEAST_PART_OF_WORLD * MIN (self->width / (2 * WORLD_EAST), self->height / (2 * WORLD_NORTH));
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
  furthest_x = MAX (WORLD_EAST - self->width / 2.0 / self->scale, 0);
  furthest_y = MAX (WORLD_NORTH - self->height / 2.0 / self->scale, 0);
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
 * @frame: what to show whole, as large as the view has room for
 */
void
bayan_map_camera_fit (BayanMapCamera *self, BayanMapFrame frame)
{
  self->x = (frame.west + frame.east) / 2;
  self->y = (frame.south + frame.north) / 2;
  self->scale = MIN (self->width / MAX (frame.east - frame.west, 1e-6),
                     self->height / MAX (frame.north - frame.south, 1e-6));
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
  bayan_map_camera_fit (self, home);
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

/* Returns: (transfer full): middle and scale, to be remembered */
char *
bayan_map_camera_to_string (const BayanMapCamera *self)
{
  char numbers[3][G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (numbers[0], sizeof numbers[0], "%.6f", self->x);
  g_ascii_formatd (numbers[1], sizeof numbers[1], "%.6f", self->y);
  g_ascii_formatd (numbers[2], sizeof numbers[2], "%.2f", self->scale);
  return g_strjoin (" ", numbers[0], numbers[1], numbers[2], NULL);
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
  double numbers[3];

  if (g_strv_length (words) != G_N_ELEMENTS (numbers))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (words[i], &end);
      if (end == words[i] || *end != '\0' || !isfinite (numbers[i]))
        return FALSE;
    }
  if (numbers[2] <= 0)
    return FALSE;
  self->x = numbers[0];
  self->y = numbers[1];
  self->scale = numbers[2];
  clamp (self);
  return TRUE;
}
