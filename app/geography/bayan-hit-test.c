/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-hit-test.h"

/**
 * bayan_hit_test_line:
 * @points: of an arc, or of a ring with its first point once more at the end
 *
 * Returns: how often a ray to the east crosses it, modulo 2: for a ring, whether the point lies in it. Half open in
 *   latitude, so that a ray through a corner counts it once. The direction in which the line is walked does not matter.
 */
gboolean
bayan_hit_test_line (const BayanMapPoint *points, guint n_points, double longitude, double latitude)
{
  gboolean is_odd = FALSE;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      double south = points[i].latitude, north = points[i + 1].latitude;
      double west = points[i].longitude, east = points[i + 1].longitude;

      if ((south > latitude) != (north > latitude)
          && longitude < west + (east - west) * (latitude - south) / (north - south))
        is_odd = !is_odd;
    }
  return is_odd;
}

/**
 * bayan_hit_test_unit:
 * @unit: index of a unit
 * @longitude: degrees, wrapped as bayan_projection_wrap_longitude() does
 * @latitude: degrees
 *
 * Returns: %TRUE if the point lies in the unit by the even-odd rule
 */
gboolean
bayan_hit_test_unit (const BayanMapGeometry *geometry, guint unit, double longitude, double latitude)
{
  const BayanMapUnit *self = &geometry->units[unit];
  gboolean is_inside = FALSE;

  if (longitude < self->box.west || longitude > self->box.east || latitude < self->box.south
      || latitude > self->box.north)
    return FALSE;
  for (guint i = self->first_ring; i < self->first_ring + self->n_rings; i++)
    for (guint k = 0; k < geometry->rings[i].n_steps; k++)
      {
        const BayanMapArc *arc = &geometry->arcs[geometry->steps[geometry->rings[i].first_step + k] >> 1];

        is_inside ^= bayan_hit_test_line (geometry->points + arc->first_point, arc->n_points, longitude,
                                          latitude);
      }
  return is_inside;
}

/**
 * bayan_hit_test:
 *
 * Returns: the index of the unit that the point lies in, or %BAYAN_MAP_NO_UNIT at sea
 */
int
bayan_hit_test (const BayanMapGeometry *geometry, double longitude, double latitude)
{
  for (guint i = 0; i < geometry->n_units; i++)
    if (bayan_hit_test_unit (geometry, i, longitude, latitude))
      return (int) i;
  return BAYAN_MAP_NO_UNIT;
}
