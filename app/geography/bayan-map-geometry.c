/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-geometry.h"

#include <math.h>
#include <string.h>

#include "bayan-countries.h"
#include "bayan-geo-table.h"
#include "bayan-map-blob.h"
#include "bayan-projection.h"

static void
extend (BayanMapBox *box, const BayanMapPoint *point)
{
  box->west = MIN (box->west, point->longitude);
  box->east = MAX (box->east, point->longitude);
  box->south = MIN (box->south, point->latitude);
  box->north = MAX (box->north, point->latitude);
}

static void
measure_unit (BayanMapGeometry *self, BayanMapUnit *unit)
{
  unit->box = (BayanMapBox) { 1000, 1000, -1000, -1000 };
  for (guint i = unit->first_ring; i < unit->first_ring + unit->n_rings; i++)
    for (guint k = 0; k < self->rings[i].n_steps; k++)
      {
        const BayanMapArc *arc = &self->arcs[self->steps[self->rings[i].first_step + k] >> 1];

        for (guint p = 0; p < arc->n_points; p++)
          extend (&unit->box, &self->points[arc->first_point + p]);
      }
}

/* What an arc parts can be said only when the units have their states. */
static void
classify_arcs (BayanMapGeometry *self)
{
  for (guint i = 0; i < self->n_arcs; i++)
    {
      BayanMapArc *arc = &self->arcs[i];

      if (arc->border == BAYAN_BORDER_DISPUTED || arc->units[0] == BAYAN_MAP_NO_UNIT
          || arc->units[1] == BAYAN_MAP_NO_UNIT)
        continue;
      arc->border = g_strcmp0 (self->units[arc->units[0]].iso3, self->units[arc->units[1]].iso3) == 0
                        ? BAYAN_BORDER_PROVINCE
                        : BAYAN_BORDER_STATE;
    }
}

/**
 * bayan_map_geometry_new:
 * @blob: a blob as data/map/build.mjs writes it
 *
 * Reads a blob alone: its units have no keys, states or labels, which the program's own two get from
 * units.tsv.
 *
 * Returns: (transfer full) (nullable): the borders; on failure %NULL with %BAYAN_GEOGRAPHY_ERROR_CORRUPT
 */
BayanMapGeometry *
bayan_map_geometry_new (GBytes *blob, GError **error)
{
  g_autoptr (BayanMapGeometry) self = g_new0 (BayanMapGeometry, 1);
  gsize length_bytes;
  const guint8 *data = g_bytes_get_data (blob, &length_bytes);

  if (!bayan_map_blob_decode (data, length_bytes, self, error))
    return NULL;
  for (guint i = 0; i < self->n_units; i++)
    measure_unit (self, &self->units[i]);
  return g_steal_pointer (&self);
}

void
bayan_map_geometry_free (BayanMapGeometry *self)
{
  g_free (self->units);
  g_free (self->rings);
  g_free (self->steps);
  g_free (self->arcs);
  g_free (self->points);
  g_free (self->lines);
  g_free (self);
}

typedef struct {
  const char *key, *iso3;
  double longitude, latitude, area_km2;
} UnitRow;

static void
read_unit (gpointer element, char **columns)
{
  UnitRow *row = element;

  row->key = columns[0];
  row->iso3 = columns[1];
  row->longitude = bayan_geo_number (columns[2]);
  row->latitude = bayan_geo_number (columns[3]);
  row->area_km2 = bayan_geo_number (columns[4]);
}

static void
name_unit (BayanMapUnit *unit, const UnitRow *row)
{
  const BayanCountry *country = g_str_equal (row->key, row->iso3) ? bayan_country_find (row->iso3) : NULL;

  unit->key = row->key;
  unit->iso3 = row->iso3;
  unit->area_km2 = row->area_km2;
  unit->label = (BayanMapPoint) { (float) row->longitude, (float) row->latitude };
  unit->dot = unit->label;
  if (country != NULL && !isnan (country->longitude))
    unit->dot = (BayanMapPoint) { (float) bayan_projection_wrap_longitude (country->longitude),
                                  (float) country->latitude };
}

static gpointer
load_level (gpointer name)
{
  g_autoptr (GBytes) blob = bayan_geo_resource (name);
  g_autoptr (GError) error = NULL;
  BayanMapGeometry *self = bayan_map_geometry_new (blob, &error);
  guint n_rows;
  g_autofree UnitRow *rows = bayan_geo_table_load ("units.tsv", 5, sizeof (UnitRow), read_unit, &n_rows);

  if (self == NULL || n_rows != self->n_units)
    g_error ("%s: %s", (const char *) name, error != NULL ? error->message : "not the units of units.tsv");
  for (guint i = 0; i < n_rows; i++)
    name_unit (&self->units[i], &rows[i]);
  classify_arcs (self);
  return self;
}

/**
 * bayan_map_geometry_get:
 *
 * Reads the level at the first call, in a few milliseconds; from any thread.
 *
 * Returns: (transfer none): the borders, for as long as the program runs
 */
const BayanMapGeometry *
bayan_map_geometry_get (BayanMapLevel level)
{
  static GOnce world = G_ONCE_INIT;
  static GOnce detail = G_ONCE_INIT;

  if (level == BAYAN_MAP_WORLD)
    return g_once (&world, load_level, (gpointer) "world-20km.bin");
  return g_once (&detail, load_level, (gpointer) "world-2km.bin");
}

/**
 * bayan_map_geometry_find_unit:
 * @key: a unit's key; units are sorted by it
 *
 * Returns: its index, or %BAYAN_MAP_NO_UNIT
 */
int
bayan_map_geometry_find_unit (const BayanMapGeometry *self, const char *key)
{
  guint low = 0, high = self->n_units;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (key, self->units[middle].key);

      if (order == 0)
        return (int) middle;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return BAYAN_MAP_NO_UNIT;
}
