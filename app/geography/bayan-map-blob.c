/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout is described in data/map/README.md. Every count is checked against what is left before anything
 * is allocated by it, so that a broken blob costs neither memory nor sense. */
#include "bayan-map-blob.h"

#include <string.h>

#include "bayan-geography-error.h"

#define MAGIC "BYM1"
#define HEADER_BYTES 20
#define CHECKSUM_BYTES 4
#define MOST_UNITS G_MAXINT16
#define MOST_STEPS_PER_DEGREE 100000
/* More than any line on a grid of 540 by 180 degrees can reach. */
#define FURTHEST (1 << 28)

typedef struct {
  const guint8 *at, *end;
  gboolean is_broken;
} Reader;

static guint32
read_u32 (const guint8 *at)
{
  return (guint32) at[0] | (guint32) at[1] << 8 | (guint32) at[2] << 16 | (guint32) at[3] << 24;
}

static guint32
read_varint (Reader *reader)
{
  guint32 value = 0;

  for (guint shift = 0; shift < 35 && reader->at < reader->end; shift += 7)
    {
      guint8 byte = *reader->at++;

      if (shift == 28 && byte > 0x0f)
        break;
      value |= (guint32) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return value;
    }
  reader->is_broken = TRUE;
  return 0;
}

/* A count of things that take at least one byte each: more than there are bytes is an error. */
static guint32
check_count (Reader *reader, guint32 count)
{
  if (count > (gsize) (reader->end - reader->at))
    reader->is_broken = TRUE;
  return reader->is_broken ? 0 : count;
}

static gint32
read_zigzag (Reader *reader)
{
  guint32 value = read_varint (reader);

  return (gint32) (value >> 1) ^ -(gint32) (value & 1);
}

static void
read_line (Reader *reader, guint n_points, double per_degree, GArray *points)
{
  gint32 x = 0, y = 0;

  for (guint i = 0; i < n_points && !reader->is_broken; i++)
    {
      gint64 next_x = (gint64) x + read_zigzag (reader);
      gint64 next_y = (gint64) y + read_zigzag (reader);
      BayanMapPoint point;

      if (ABS (next_x) > FURTHEST || ABS (next_y) > FURTHEST)
        reader->is_broken = TRUE;
      x = (gint32) CLAMP (next_x, -FURTHEST, FURTHEST);
      y = (gint32) CLAMP (next_y, -FURTHEST, FURTHEST);
      point.longitude = (float) (x / per_degree - 180.0);
      point.latitude = (float) (y / per_degree - 90.0);
      g_array_append_val (points, point);
    }
}

static void
read_arcs (Reader *reader, double per_degree, GArray *points, BayanMapGeometry *geometry)
{
  for (guint i = 0; i < geometry->n_arcs && !reader->is_broken; i++)
    {
      BayanMapArc *arc = &geometry->arcs[i];
      guint32 head = read_varint (reader);

      arc->first_point = points->len;
      arc->n_points = check_count (reader, head >> 1);
      arc->units[0] = arc->units[1] = BAYAN_MAP_NO_UNIT;
      arc->border = head & 1 ? BAYAN_BORDER_DISPUTED : BAYAN_BORDER_COAST;
      if (arc->n_points < 2)
        reader->is_broken = TRUE;
      read_line (reader, arc->n_points, per_degree, points);
    }
}

static void
read_ring (Reader *reader, gint16 unit, GArray *steps, BayanMapGeometry *geometry)
{
  guint n_steps = check_count (reader, read_varint (reader));

  for (guint i = 0; i < n_steps && !reader->is_broken; i++)
    {
      guint32 step = read_varint (reader);

      if (step >> 1 >= geometry->n_arcs)
        {
          reader->is_broken = TRUE;
          return;
        }
      geometry->arcs[step >> 1].units[step & 1] = unit;
      g_array_append_val (steps, step);
    }
}

static void
read_units (Reader *reader, GArray *rings, GArray *steps, BayanMapGeometry *geometry)
{
  for (guint i = 0; i < geometry->n_units && !reader->is_broken; i++)
    {
      BayanMapUnit *unit = &geometry->units[i];

      unit->first_ring = rings->len;
      unit->n_rings = check_count (reader, read_varint (reader));
      for (guint k = 0; k < unit->n_rings && !reader->is_broken; k++)
        {
          BayanMapRing ring = { steps->len, 0 };

          read_ring (reader, (gint16) i, steps, geometry);
          ring.n_steps = steps->len - ring.first_step;
          g_array_append_val (rings, ring);
        }
    }
}

static void
read_lines (Reader *reader, double per_degree, GArray *points, BayanMapGeometry *geometry)
{
  for (guint i = 0; i < geometry->n_lines && !reader->is_broken; i++)
    {
      BayanMapLine *line = &geometry->lines[i];

      line->first_point = points->len;
      line->n_points = check_count (reader, read_varint (reader));
      read_line (reader, line->n_points, per_degree, points);
    }
}

static guint32
checksum (const guint8 *data, gsize length_bytes)
{
  guint32 hash = 0x811c9dc5;

  for (gsize i = 0; i < length_bytes; i++)
    hash = (hash ^ data[i]) * 0x01000193;
  return hash;
}

static gboolean
read_header (Reader *reader, const guint8 *data, BayanMapGeometry *geometry, double *per_degree)
{
  guint32 steps = read_u32 (data + 4);

  *per_degree = steps;
  geometry->n_arcs = check_count (reader, read_u32 (data + 8));
  geometry->n_units = check_count (reader, read_u32 (data + 12));
  geometry->n_lines = check_count (reader, read_u32 (data + 16));
  return !reader->is_broken && steps > 0 && steps <= MOST_STEPS_PER_DEGREE && geometry->n_units <= MOST_UNITS;
}

static void
read_body (Reader *reader, double per_degree, BayanMapGeometry *geometry)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BayanMapPoint));
  GArray *rings = g_array_new (FALSE, FALSE, sizeof (BayanMapRing));
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (guint32));

  geometry->arcs = g_new0 (BayanMapArc, geometry->n_arcs);
  geometry->units = g_new0 (BayanMapUnit, geometry->n_units);
  geometry->lines = g_new0 (BayanMapLine, geometry->n_lines);
  read_arcs (reader, per_degree, points, geometry);
  read_units (reader, rings, steps, geometry);
  read_lines (reader, per_degree, points, geometry);
  geometry->n_points = points->len;
  geometry->n_rings = rings->len;
  geometry->n_steps = steps->len;
  geometry->points = (BayanMapPoint *) g_array_free (points, FALSE);
  geometry->rings = (BayanMapRing *) g_array_free (rings, FALSE);
  geometry->steps = (guint32 *) g_array_free (steps, FALSE);
}

/**
 * bayan_map_blob_decode:
 * @data: (array length=length_bytes): a blob
 * @geometry: (out caller-allocates): zeroed; what was read, to be freed by its owner also after a failure
 *
 * Returns: %FALSE, with %BAYAN_GEOGRAPHY_ERROR_CORRUPT, for anything that build.mjs did not write as it
 * stands
 */
gboolean
bayan_map_blob_decode (const guint8 *data, gsize length_bytes, BayanMapGeometry *geometry, GError **error)
{
  Reader reader = { NULL, NULL, FALSE };
  double per_degree;

  if (length_bytes < HEADER_BYTES + CHECKSUM_BYTES || memcmp (data, MAGIC, strlen (MAGIC)) != 0
      || checksum (data, length_bytes - CHECKSUM_BYTES) != read_u32 (data + length_bytes - CHECKSUM_BYTES))
    {
      g_set_error_literal (error, BAYAN_GEOGRAPHY_ERROR, BAYAN_GEOGRAPHY_ERROR_CORRUPT,
                           "not a map, or damaged");
      return FALSE;
    }
  reader.at = data + HEADER_BYTES;
  reader.end = data + length_bytes - CHECKSUM_BYTES;
  if (read_header (&reader, data, geometry, &per_degree))
    read_body (&reader, per_degree, geometry);
  else
    reader.is_broken = TRUE;
  if (reader.is_broken || reader.at != reader.end)
    {
      g_set_error_literal (error, BAYAN_GEOGRAPHY_ERROR, BAYAN_GEOGRAPHY_ERROR_CORRUPT,
                           "the map contradicts itself");
      return FALSE;
    }
  return TRUE;
}
