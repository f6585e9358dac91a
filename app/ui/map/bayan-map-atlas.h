/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The borders laid out on the plane of a projection, and the states that its units add up to. There is one atlas for
 * each projection, with the same states and units in the same order; made once, any thread may read it. The detailed
 * borders are laid out when they are first looked at. */
#pragma once

#include "bayan-countries.h"
#include "bayan-map-camera.h"
#include "bayan-map-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  float x, y;
} BayanMapSpot;

/* A line on the plane. */
typedef struct
{
  guint first_spot, n_spots;
} BayanMapPath;

/* A long straight border of the geometry has more spots than points: it follows its parallel where that is bent. */
typedef struct
{
  const BayanMapGeometry *geometry;
  BayanMapSpot *spots;
  BayanMapPath *arcs;         /* of each arc of the geometry */
  BayanMapPath *lines;        /* of each line of the geometry */
  BayanMapFrame *unit_frames; /* of each unit; empty (west > east) without rings */
  BayanMapFrame *arc_frames;
} BayanMapSheet;

typedef struct
{
  const BayanCountry *country;
  BayanMapSpot label, dot;
} BayanMapState;

typedef struct
{
  BayanProjection projection;
  BayanMapState *states; /* sorted by ISO 3166-1 alpha-3 */
  guint n_states;
  guint16 *state_of_unit; /* index into states */
  BayanMapSpot *unit_labels; /* where the name of each unit stands best */
  guint n_units;
} BayanMapAtlas;

#define BAYAN_MAP_NO_STATE (-1)

const BayanMapAtlas *bayan_map_atlas_get (BayanProjection projection);
const BayanMapSheet *bayan_map_atlas_get_sheet (const BayanMapAtlas *self, double scale);
BayanMapSpot bayan_map_atlas_project (BayanProjection projection, double longitude, double latitude);
int bayan_map_atlas_find_state (const BayanMapAtlas *self, const char *iso3);
int bayan_map_atlas_pick (const BayanMapAtlas *self,
                          const BayanMapCamera *camera,
                          double screen_x,
                          double screen_y);
BayanMapFrame bayan_map_atlas_get_frame (const BayanMapAtlas *self, const guint8 *holds);
gboolean bayan_map_frame_meets (const BayanMapFrame *a, const BayanMapFrame *b);

G_END_DECLS
