/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What part of the plane (see bayan-projection.h) is on the screen, and how large. The geography never
 * mirrors: west is on the left in every language. */
#pragma once

#include "bayan-projection.h"

G_BEGIN_DECLS

typedef struct
{
  BayanProjection projection;
  double x, y;       /* what is in the middle, on the plane */
  double scale;      /* pixels to one radius of the Earth */
  int width, height; /* of the view, in pixels */
} BayanMapCamera;

/* On the plane. */
typedef struct
{
  double west, south, east, north;
} BayanMapFrame;

void bayan_map_camera_to_screen (
    const BayanMapCamera *self, double x, double y, double *screen_x, double *screen_y);
void bayan_map_camera_to_plane (
    const BayanMapCamera *self, double screen_x, double screen_y, double *x, double *y);
gboolean bayan_map_camera_to_globe (
    const BayanMapCamera *self, double screen_x, double screen_y, double *longitude, double *latitude);
BayanMapFrame bayan_map_camera_get_frame (const BayanMapCamera *self);

void bayan_map_camera_zoom_at (BayanMapCamera *self, double factor, double screen_x, double screen_y);
void bayan_map_camera_pan (BayanMapCamera *self, double right_pixels, double down_pixels);
void bayan_map_camera_fit (BayanMapCamera *self, BayanMapFrame frame, double margin_pixels);
void bayan_map_camera_go_home (BayanMapCamera *self);
void bayan_map_camera_set_projection (BayanMapCamera *self, BayanProjection projection);
BayanProjection bayan_map_camera_choose_projection (const BayanMapCamera *self);
gboolean bayan_map_frame_is_near (const BayanMapFrame *frame);
void bayan_map_camera_resize (BayanMapCamera *self, int width, int height);

char *bayan_map_camera_to_string (const BayanMapCamera *self);
gboolean bayan_map_camera_from_string (BayanMapCamera *self, const char *string);

G_END_DECLS
