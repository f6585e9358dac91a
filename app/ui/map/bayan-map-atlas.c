/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-atlas.h"

#include <math.h>

#include "bayan-hit-test.h"

/* From here on the coarse borders would look coarse: 20 km are then about two pixels. */
#define DETAIL_SCALE 650.0
#define PROJECTION BAYAN_PROJECTION_EQUAL_EARTH

static const BayanMapFrame NOTHING = { 1e9, 1e9, -1e9, -1e9 };

static void
extend (BayanMapFrame *frame, double x, double y)
{
  frame->west = MIN (frame->west, x);
  frame->east = MAX (frame->east, x);
  frame->south = MIN (frame->south, y);
  frame->north = MAX (frame->north, y);
}

static void
unite (BayanMapFrame *frame, const BayanMapFrame *other)
{
  if (other->west > other->east)
    return;
  extend (frame, other->west, other->south);
  extend (frame, other->east, other->north);
}

gboolean
bayan_map_frame_meets (const BayanMapFrame *a, const BayanMapFrame *b)
{
  return a->west <= b->east && b->west <= a->east && a->south <= b->north && b->south <= a->north;
}

static BayanMapSpot
project (BayanProjection projection, double longitude, double latitude)
{
  double x, y;

  bayan_projection_forward (projection, bayan_projection_wrap_longitude (longitude), latitude, &x, &y);
  return (BayanMapSpot) { (float) x, (float) y };
}

/* Points are not wrapped: an island across the seam keeps its shape. */
static void
project_points (BayanMapSheet *sheet, BayanProjection projection)
{
  const BayanMapGeometry *geometry = sheet->geometry;

  sheet->spots = g_new (BayanMapSpot, geometry->n_points);
  for (guint i = 0; i < geometry->n_points; i++)
    {
      double x, y;

      bayan_projection_forward (projection, geometry->points[i].longitude, geometry->points[i].latitude, &x,
                                &y);
      sheet->spots[i] = (BayanMapSpot) { (float) x, (float) y };
    }
}

static void
frame_arcs (BayanMapSheet *sheet)
{
  const BayanMapGeometry *geometry = sheet->geometry;

  sheet->arc_frames = g_new (BayanMapFrame, geometry->n_arcs);
  for (guint i = 0; i < geometry->n_arcs; i++)
    {
      const BayanMapArc *arc = &geometry->arcs[i];

      sheet->arc_frames[i] = NOTHING;
      for (guint p = arc->first_point; p < arc->first_point + arc->n_points; p++)
        extend (&sheet->arc_frames[i], sheet->spots[p].x, sheet->spots[p].y);
    }
}

static void
frame_units (BayanMapSheet *sheet)
{
  const BayanMapGeometry *geometry = sheet->geometry;

  sheet->unit_frames = g_new (BayanMapFrame, geometry->n_units);
  for (guint i = 0; i < geometry->n_units; i++)
    sheet->unit_frames[i] = NOTHING;
  for (guint i = 0; i < geometry->n_arcs; i++)
    for (guint side = 0; side < 2; side++)
      if (geometry->arcs[i].units[side] != BAYAN_MAP_NO_UNIT)
        unite (&sheet->unit_frames[geometry->arcs[i].units[side]], &sheet->arc_frames[i]);
}

static gpointer
make_sheet (gpointer level)
{
  BayanMapSheet *sheet = g_new0 (BayanMapSheet, 1);

  sheet->geometry = bayan_map_geometry_get ((BayanMapLevel) GPOINTER_TO_UINT (level));
  project_points (sheet, PROJECTION);
  frame_arcs (sheet);
  frame_units (sheet);
  return sheet;
}

static void
make_states (BayanMapAtlas *self)
{
  guint n_countries;
  const BayanCountry *countries = bayan_countries_get_all (&n_countries);
  const BayanMapGeometry *geometry = bayan_map_geometry_get (BAYAN_MAP_WORLD);

  self->states = g_new0 (BayanMapState, n_countries);
  self->n_states = n_countries;
  for (guint i = 0; i < n_countries; i++)
    {
      const BayanCountry *country = &countries[i];
      gboolean drawn = !isnan (country->label_longitude);

      self->states[i].country = country;
      if (drawn)
        self->states[i].label = project (self->projection, country->label_longitude, country->label_latitude);
      self->states[i].dot = self->states[i].label;
      if (!isnan (country->longitude))
        self->states[i].dot = project (self->projection, country->longitude, country->latitude);
    }
  self->n_units = geometry->n_units;
  self->state_of_unit = g_new0 (guint16, geometry->n_units);
  for (guint i = 0; i < geometry->n_units; i++)
    {
      int state = bayan_map_atlas_find_state (self, geometry->units[i].iso3);

      g_assert (state != BAYAN_MAP_NO_STATE);
      self->state_of_unit[i] = (guint16) state;
    }
}

static gpointer
make (gpointer nothing)
{
  BayanMapAtlas *self = g_new0 (BayanMapAtlas, 1);

  self->projection = PROJECTION;
  make_states (self);
  return self;
}

/**
 * bayan_map_atlas_get:
 *
 * Returns: (transfer none): the atlas, made at the first call and kept
 */
const BayanMapAtlas *
bayan_map_atlas_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make, NULL);
}

/**
 * bayan_map_atlas_get_sheet:
 * @scale: pixels to a radius of the Earth
 *
 * Returns: the borders that are fine enough and no finer
 */
const BayanMapSheet *
bayan_map_atlas_get_sheet (const BayanMapAtlas *self, double scale)
{
  static GOnce world = G_ONCE_INIT;
  static GOnce detail = G_ONCE_INIT;

  if (scale >= DETAIL_SCALE)
    return g_once (&detail, make_sheet, GUINT_TO_POINTER (BAYAN_MAP_DETAIL));
  return g_once (&world, make_sheet, GUINT_TO_POINTER (BAYAN_MAP_WORLD));
}

/**
 * bayan_map_atlas_find_state:
 *
 * Returns: the index of the state, or %BAYAN_MAP_NO_STATE
 */
int
bayan_map_atlas_find_state (const BayanMapAtlas *self, const char *iso3)
{
  const BayanCountry *country = bayan_country_find (iso3);

  return country != NULL ? (int) (country - self->states[0].country) : BAYAN_MAP_NO_STATE;
}

/**
 * bayan_map_atlas_pick:
 *
 * Returns: the index of the state under a point of the view, or %BAYAN_MAP_NO_STATE at sea
 */
int
bayan_map_atlas_pick (const BayanMapAtlas *self, const BayanMapCamera *camera, double screen_x,
                      double screen_y)
{
  double longitude, latitude;
  int unit;

  if (!bayan_map_camera_to_globe (camera, screen_x, screen_y, &longitude, &latitude))
    return BAYAN_MAP_NO_STATE;
  unit = bayan_hit_test (bayan_map_atlas_get_sheet (self, camera->scale)->geometry, longitude, latitude);
  return unit == BAYAN_MAP_NO_UNIT ? BAYAN_MAP_NO_STATE : self->state_of_unit[unit];
}
