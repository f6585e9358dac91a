/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The borders of the map, at two levels of detail. What they claim and how they were made:
 * data/map/README.md.
 *
 * Units share arcs: a border of two units is one arc, which one walks forwards and the other backwards. A
 * unit's rings enclose it by the even-odd rule. Both levels have the same units in the same order; a unit may
 * have no ring at the coarse one and is then shown as a dot. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BAYAN_MAP_WORLD,  /* about 20 km: the whole world on a screen */
  BAYAN_MAP_DETAIL, /* about 2 km: from four times that scale */
  BAYAN_MAP_N_LEVELS
} BayanMapLevel;

/* Degrees. Longitudes run from BAYAN_MAP_WEST_DEGREES eastwards beyond 180. */
typedef struct
{
  float longitude, latitude;
} BayanMapPoint;

typedef struct
{
  float west, south, east, north;
} BayanMapBox;

#define BAYAN_MAP_NO_UNIT (-1)

typedef enum
{
  BAYAN_BORDER_COAST,
  BAYAN_BORDER_PROVINCE,
  BAYAN_BORDER_STATE,
  BAYAN_BORDER_DISPUTED,
} BayanBorder;

typedef struct
{
  guint first_point, n_points;
  gint16 units[2]; /* on its right and on its left; BAYAN_MAP_NO_UNIT is the sea */
  BayanBorder border;
} BayanMapArc;

typedef struct
{
  guint first_step, n_steps;
} BayanMapRing;

/* A line that is no unit's border, always disputed. */
typedef struct
{
  guint first_point, n_points;
} BayanMapLine;

typedef struct
{
  const char *key; /* "IRQ-3471", or a state's "TUR" */
  const char *iso3;
  guint first_ring, n_rings;
  BayanMapBox box;     /* empty (west > east) without rings */
  BayanMapPoint label; /* where a name stands best */
  BayanMapPoint dot;   /* where a dot stands: the capital of a whole state, else as the label */
  double area_km2;
} BayanMapUnit;

/* Steps are arc × 2 + 1 if the arc is walked backwards; consecutive arcs of a ring share their end. */
typedef struct
{
  BayanMapUnit *units;
  BayanMapRing *rings;
  guint32 *steps;
  BayanMapArc *arcs;
  BayanMapPoint *points;
  BayanMapLine *lines;
  guint n_units, n_rings, n_steps, n_arcs, n_points, n_lines;
} BayanMapGeometry;

const BayanMapGeometry *bayan_map_geometry_get (BayanMapLevel level);
int bayan_map_geometry_find_unit (const BayanMapGeometry *self, const char *key);

BayanMapGeometry *bayan_map_geometry_new (GBytes *blob, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_map_geometry_free (BayanMapGeometry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMapGeometry, bayan_map_geometry_free)

G_END_DECLS
