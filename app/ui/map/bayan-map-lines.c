/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-lines.h"

#include <math.h>

/* Points of an arc closer together than this add nothing to see. */
#define LEAST_STEP_PIXELS 0.4

static guint
thin_arc (const BayanMapSheet *sheet, const BayanMapCamera *camera, const BayanMapPath *arc, gboolean is_seen,
          double *into)
{
  guint n = 0;
  guint last = arc->first_spot + arc->n_spots - 1;

  for (guint p = arc->first_spot; p <= last; p++)
    {
      const BayanMapSpot *spot = &sheet->spots[p];
      double x, y;
      gboolean is_end = p == arc->first_spot || p == last;

      if (!is_seen && !is_end)
        continue;
      bayan_map_camera_to_screen (camera, spot->x, spot->y, &x, &y);
      if (!is_end && fabs (x - into[2 * n - 2]) < LEAST_STEP_PIXELS
          && fabs (y - into[2 * n - 1]) < LEAST_STEP_PIXELS)
        continue;
      into[2 * n] = x;
      into[2 * n + 1] = y;
      n++;
    }
  return n;
}

/**
 * bayan_map_lines_make:
 *
 * An arc that is not seen is a straight line between its ends: it stays in its own frame, beside the view.
 *
 * Returns: the arcs of @sheet, for bayan_map_lines_clear()
 */
BayanMapLines
bayan_map_lines_make (const BayanMapSheet *sheet, const BayanMapCamera *camera)
{
  guint n_arcs = sheet->geometry->n_arcs, n_points = 0, most_points = 0;
  BayanMapFrame frame = bayan_map_camera_get_frame (camera);
  BayanMapLines self;

  for (guint i = 0; i < n_arcs; i++)
    most_points += sheet->arcs[i].n_spots;
  self.points = g_new (double, 2 * (gsize) most_points + 2);
  self.first = g_new (guint, n_arcs);
  self.n = g_new (guint, n_arcs);
  for (guint i = 0; i < n_arcs; i++)
    {
      gboolean is_seen = bayan_map_frame_meets (&sheet->arc_frames[i], &frame);

      self.first[i] = n_points;
      self.n[i] = thin_arc (sheet, camera, &sheet->arcs[i], is_seen, self.points + 2 * (gsize) n_points);
      n_points += self.n[i];
    }
  return self;
}

void
bayan_map_lines_clear (BayanMapLines *self)
{
  g_free (self->points);
  g_free (self->first);
  g_free (self->n);
}
