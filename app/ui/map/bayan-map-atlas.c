/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-atlas.h"

#include <math.h>

#include "bayan-hit-test.h"

/* From here on the coarse borders would look coarse: 20 km are then about two pixels. */
#define DETAIL_SCALE 650.0
/* A border is straight between longitude and latitude; on the plane it bends, and is followed in steps of this. */
#define LONGEST_STEP_DEGREES 1.0

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

/**
 * bayan_map_atlas_project:
 * @longitude: degrees
 * @latitude: degrees
 *
 * Returns: where that is on the plane of @projection
 */
BayanMapSpot
bayan_map_atlas_project (BayanProjection projection, double longitude, double latitude)
{
  double x, y;

  bayan_projection_forward (projection, bayan_projection_wrap_longitude (longitude), latitude, &x, &y);
  return (BayanMapSpot) { (float) x, (float) y };
}

/* Points are not wrapped: an island across the seam keeps its shape. */
static void
append_spot (GArray *spots, BayanProjection projection, double longitude, double latitude)
{
  BayanMapSpot spot;
  double x, y;

  bayan_projection_forward (projection, longitude, latitude, &x, &y);
  spot = (BayanMapSpot) { (float) x, (float) y };
  g_array_append_val (spots, spot);
}

static BayanMapPath
project_line (GArray *spots, BayanProjection projection, const BayanMapPoint *points, guint n_points)
{
  BayanMapPath path = { spots->len, 0 };

  for (guint i = 0; i < n_points; i++)
    {
      double longitude = points[i].longitude, latitude = points[i].latitude;
      double east = i + 1 < n_points ? points[i + 1].longitude - longitude : 0;
      double north = i + 1 < n_points ? points[i + 1].latitude - latitude : 0;
      guint n_steps = (guint) MAX (ceil (hypot (east, north) / LONGEST_STEP_DEGREES), 1);

      for (guint k = 0; k < n_steps; k++)
        append_spot (spots, projection, longitude + east * k / n_steps, latitude + north * k / n_steps);
    }
  path.n_spots = spots->len - path.first_spot;
  return path;
}

static void
project_lines (BayanMapSheet *sheet, BayanProjection projection)
{
  const BayanMapGeometry *geometry = sheet->geometry;
  GArray *spots = g_array_sized_new (FALSE, FALSE, sizeof (BayanMapSpot), geometry->n_points);

  sheet->arcs = g_new (BayanMapPath, geometry->n_arcs);
  sheet->lines = g_new (BayanMapPath, geometry->n_lines);
  for (guint i = 0; i < geometry->n_arcs; i++)
    sheet->arcs[i] = project_line (spots, projection, geometry->points + geometry->arcs[i].first_point,
                                   geometry->arcs[i].n_points);
  for (guint i = 0; i < geometry->n_lines; i++)
    sheet->lines[i] = project_line (spots, projection, geometry->points + geometry->lines[i].first_point,
                                    geometry->lines[i].n_points);
  sheet->spots = (BayanMapSpot *) g_array_free (spots, FALSE);
}

static void
frame_arcs (BayanMapSheet *sheet)
{
  const BayanMapGeometry *geometry = sheet->geometry;

  sheet->arc_frames = g_new (BayanMapFrame, geometry->n_arcs);
  for (guint i = 0; i < geometry->n_arcs; i++)
    {
      const BayanMapPath *path = &sheet->arcs[i];

      sheet->arc_frames[i] = NOTHING;
      for (guint p = path->first_spot; p < path->first_spot + path->n_spots; p++)
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

/* What a sheet is of, as the one pointer that GOnce hands on. */
#define SHEET_KEY(projection, level) GUINT_TO_POINTER ((projection) *BAYAN_MAP_N_LEVELS + (level))

static gpointer
make_sheet (gpointer key)
{
  BayanMapSheet *sheet = g_new0 (BayanMapSheet, 1);

  sheet->geometry = bayan_map_geometry_get ((BayanMapLevel) (GPOINTER_TO_UINT (key) % BAYAN_MAP_N_LEVELS));
  project_lines (sheet, (BayanProjection) (GPOINTER_TO_UINT (key) / BAYAN_MAP_N_LEVELS));
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
        self->states[i].label = bayan_map_atlas_project (self->projection, country->label_longitude,
                                                         country->label_latitude);
      self->states[i].dot = self->states[i].label;
      if (!isnan (country->longitude))
        self->states[i].dot = bayan_map_atlas_project (self->projection, country->longitude,
                                                       country->latitude);
    }
  self->n_units = geometry->n_units;
  self->state_of_unit = g_new0 (guint16, geometry->n_units);
  self->unit_labels = g_new (BayanMapSpot, geometry->n_units);
  for (guint i = 0; i < geometry->n_units; i++)
    {
      int state = bayan_map_atlas_find_state (self, geometry->units[i].iso3);

      g_assert (state != BAYAN_MAP_NO_STATE);
      self->state_of_unit[i] = (guint16) state;
      self->unit_labels[i] = bayan_map_atlas_project (self->projection, geometry->units[i].label.longitude,
                                                      geometry->units[i].label.latitude);
    }
}

static gpointer
make (gpointer projection)
{
  BayanMapAtlas *self = g_new0 (BayanMapAtlas, 1);

  self->projection = (BayanProjection) GPOINTER_TO_UINT (projection);
  make_states (self);
  return self;
}

/**
 * bayan_map_atlas_get:
 *
 * Returns: (transfer none): the atlas of a projection, made at the first call and kept
 */
const BayanMapAtlas *
bayan_map_atlas_get (BayanProjection projection)
{
  static GOnce atlases[] = { G_ONCE_INIT, G_ONCE_INIT };

  return g_once (&atlases[projection], make, GUINT_TO_POINTER (projection));
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
  static GOnce sheets[][BAYAN_MAP_N_LEVELS] = { { G_ONCE_INIT, G_ONCE_INIT }, { G_ONCE_INIT, G_ONCE_INIT } };
  BayanMapLevel level = scale >= DETAIL_SCALE ? BAYAN_MAP_DETAIL : BAYAN_MAP_WORLD;

  return g_once (&sheets[self->projection][level], make_sheet, SHEET_KEY (self->projection, level));
}

/**
 * bayan_map_atlas_get_frame:
 * @holds: 1 for each unit within, 0 for all others
 *
 * Returns: the room on the plane that these units take; empty (west > east) for none
 */
BayanMapFrame
bayan_map_atlas_get_frame (const BayanMapAtlas *self, const guint8 *holds)
{
  const BayanMapSheet *sheet = bayan_map_atlas_get_sheet (self, 1);
  BayanMapFrame frame = NOTHING;

  for (guint i = 0; i < self->n_units; i++)
    if (holds[i])
      {
        const BayanMapSpot *dot = &self->states[self->state_of_unit[i]].dot;

        unite (&frame, &sheet->unit_frames[i]);
        if (sheet->geometry->units[i].n_rings == 0)
          extend (&frame, dot->x, dot->y);
      }
  return frame;
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
 * Returns: the index of the unit under a point of the view, or %BAYAN_MAP_NO_UNIT at sea
 */
int
bayan_map_atlas_pick (const BayanMapAtlas *self, const BayanMapCamera *camera, double screen_x,
                      double screen_y)
{
  double longitude, latitude;

  if (!bayan_map_camera_to_globe (camera, screen_x, screen_y, &longitude, &latitude))
    return BAYAN_MAP_NO_UNIT;
  return bayan_hit_test (bayan_map_atlas_get_sheet (self, camera->scale)->geometry, longitude, latitude);
}
