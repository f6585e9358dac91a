/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-scan.h"

#include <math.h>

/* Borders this near to each other may have changed their order in the rounding of the geometry. */
#define CLOSE_PIXELS 1.5f

/* Where a row meets a border. */
typedef struct {
  float x;
  guint16 west, east; /* inks */
} Crossing;

typedef struct {
  const BayanMapSheet *sheet;
  const BayanMapCamera *camera;
  int device_scale, width, height;
  guint *first; /* crossings of each row, and behind the last row */
  Crossing *crossings;
  GArray *runs;
} Draft;

static guint16
ink_of (int unit)
{
  return (guint16) (unit == BAYAN_MAP_NO_UNIT ? BAYAN_MAP_INK_OF_SEA : BAYAN_MAP_INK_OF_UNIT (unit));
}

/* Device pixels of the whole picture. */
static void
place (const Draft *draft, guint spot, double *x, double *y)
{
  bayan_map_camera_to_screen (draft->camera, draft->sheet->spots[spot].x, draft->sheet->spots[spot].y, x, y);
  *x *= draft->device_scale;
  *y *= draft->device_scale;
}

/* The first row whose middle lies at @y or below it. */
static int
row_from (const Draft *draft, double y)
{
  return (int) CLAMP (ceil (y - 0.5), 0, draft->height);
}

static void
add_crossings (Draft *draft, const BayanMapArc *arc, double x, double y, double next_x, double next_y,
               guint *n_in_row)
{
  gboolean up = next_y < y;
  double top_x = up ? next_x : x, top_y = up ? next_y : y;
  double slope = (next_x - x) / (next_y - y);
  int end = row_from (draft, up ? y : next_y);

  for (int row = row_from (draft, top_y); row < end; row++)
    {
      if (draft->crossings != NULL)
        draft->crossings[draft->first[row] + n_in_row[row]] =
            (Crossing) { (float) (top_x + (row + 0.5 - top_y) * slope), ink_of (arc->units[up ? 1 : 0]),
                         ink_of (arc->units[up ? 0 : 1]) };
      n_in_row[row]++;
    }
}

/* A row is walked from the west of the world, where there is sea: only what lies wholly to the east is of no use. */
static gboolean
is_of_use (const BayanMapFrame *arc, const BayanMapFrame *picture)
{
  return arc->west <= picture->east && arc->south <= picture->north && picture->south <= arc->north;
}

/* Counts the crossings of each row; writes them, too, once there is room for them. */
static void
walk_arcs (Draft *draft, guint *n_in_row)
{
  BayanMapFrame frame = bayan_map_camera_get_frame (draft->camera);

  for (guint i = 0; i < draft->sheet->geometry->n_arcs; i++)
    {
      const BayanMapPath *path = &draft->sheet->arcs[i];
      double x, y, next_x, next_y;

      if (!is_of_use (&draft->sheet->arc_frames[i], &frame))
        continue;
      place (draft, path->first_spot, &x, &y);
      for (guint p = path->first_spot + 1; p < path->first_spot + path->n_spots; p++)
        {
          place (draft, p, &next_x, &next_y);
          add_crossings (draft, &draft->sheet->geometry->arcs[i], x, y, next_x, next_y, n_in_row);
          x = next_x;
          y = next_y;
        }
    }
}

static void
find_crossings (Draft *draft)
{
  g_autofree guint *n_in_row = g_new0 (guint, draft->height + 1);

  walk_arcs (draft, n_in_row);
  draft->first = g_new0 (guint, draft->height + 1);
  for (int row = 0; row < draft->height; row++)
    draft->first[row + 1] = draft->first[row] + n_in_row[row];
  draft->crossings = g_new (Crossing, draft->first[draft->height] + 1);
  for (int row = 0; row < draft->height; row++)
    n_in_row[row] = 0;
  walk_arcs (draft, n_in_row);
}

/* A few dozens at most, and nearly in order. */
static void
sort (Crossing *crossings, guint n)
{
  for (guint i = 1; i < n; i++)
    {
      Crossing it = crossings[i];
      guint k = i;

      for (; k > 0 && crossings[k - 1].x > it.x; k--)
        crossings[k] = crossings[k - 1];
      crossings[k] = it;
    }
}

/* The crossing that comes next is the one behind which @ink ends, if there is one among those that are close. */
static void
bring_forward (Crossing *crossings, guint n, guint16 ink)
{
  for (guint k = 0; k < n && crossings[k].x - crossings[0].x < CLOSE_PIXELS; k++)
    if (crossings[k].west == ink)
      {
        Crossing it = crossings[k];

        crossings[k] = crossings[0];
        crossings[0] = it;
        return;
      }
}

static void
append_run (Draft *draft, guint16 ink, int from, int to)
{
  while (from < to)
    {
      BayanMapRun run = { ink, (guint16) MIN (to - from, G_MAXUINT16) };

      g_array_append_val (draft->runs, run);
      from += run.n_pixels;
    }
}

/* The pixels of a row that lie on the world, from the first to behind the last. */
static void
find_world (const Draft *draft, int row, int *from, int *to)
{
  double y = draft->camera->y
             - ((row + 0.5) / draft->device_scale - draft->camera->height / 2.0) / draft->camera->scale;
  double west, east, x;

  *from = *to = 0;
  if (!bayan_projection_get_width (draft->camera->projection, y, &west, &east))
    return;
  bayan_map_camera_to_screen (draft->camera, west, y, &x, &y);
  *from = (int) CLAMP (ceil (x * draft->device_scale - 0.5), 0, draft->width);
  bayan_map_camera_to_screen (draft->camera, east, y, &x, &y);
  *to = (int) CLAMP (ceil (x * draft->device_scale - 0.5), *from, draft->width);
}

static void
walk_row (Draft *draft, int row)
{
  Crossing *crossings = draft->crossings + draft->first[row];
  guint n = draft->first[row + 1] - draft->first[row];
  guint16 beside = (guint16) BAYAN_MAP_INK_BESIDE (draft->sheet->geometry->n_units);
  guint16 ink = BAYAN_MAP_INK_OF_SEA;
  int from, end;

  find_world (draft, row, &from, &end);
  append_run (draft, beside, 0, from);
  if (from < end)
    {
      sort (crossings, n);
      for (guint i = 0; i < n; i++)
        {
          int to;

          bring_forward (crossings + i, n - i, ink);
          to = (int) CLAMP (ceilf (crossings[i].x - 0.5f), from, end);
          append_run (draft, ink, from, to);
          from = to;
          ink = crossings[i].east;
        }
      append_run (draft, ink, from, end);
    }
  append_run (draft, beside, end, draft->width);
}

/**
 * bayan_map_scan:
 * @camera: of the picture
 * @device_scale: device pixels to a pixel
 *
 * Returns: the picture's units, for bayan_map_scan_clear()
 */
BayanMapScan
bayan_map_scan (const BayanMapSheet *sheet, const BayanMapCamera *camera, int device_scale)
{
  BayanMapScan self = { .width = camera->width * device_scale, .height = camera->height * device_scale };
  Draft draft = { sheet, camera, device_scale, self.width, self.height, NULL, NULL, NULL };

  draft.runs = g_array_new (FALSE, FALSE, sizeof (BayanMapRun));
  self.first_runs = g_new (guint, self.height + 1);
  find_crossings (&draft);
  for (int row = 0; row < self.height; row++)
    {
      self.first_runs[row] = draft.runs->len;
      walk_row (&draft, row);
    }
  self.first_runs[self.height] = draft.runs->len;
  self.runs = (BayanMapRun *) g_array_free (draft.runs, FALSE);
  g_free (draft.first);
  g_free (draft.crossings);
  return self;
}

void
bayan_map_scan_clear (BayanMapScan *self)
{
  g_clear_pointer (&self->runs, g_free);
  g_clear_pointer (&self->first_runs, g_free);
}

/**
 * bayan_map_scan_get_ink:
 * @x: device pixels, within the picture
 * @y: device pixels, within the picture
 */
guint
bayan_map_scan_get_ink (const BayanMapScan *self, int x, int y)
{
  const BayanMapRun *run = self->runs + self->first_runs[y];

  for (int end = run->n_pixels; end <= x; end += run->n_pixels)
    run++;
  return run->ink;
}
