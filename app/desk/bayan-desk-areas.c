/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

/**
 * bayan_desk_set_area_view:
 *
 * Says by which areas is counted from now on, and which mentions; "updated" follows where that is another view.
 */
void
bayan_desk_set_area_view (BayanDesk *self, const BayanAreaView *view)
{
  const BayanAreaView *before = bayan_tallies_get_view (self->tallies);

  if (before->level == view->level && before->ways == view->ways
      && before->confirmed_only == view->confirmed_only)
    return;
  self->area_view = *view;
  bayan_tallies_set_view (self->tallies, view);
  g_signal_emit_by_name (self, "updated");
}

const BayanAreaView *
bayan_desk_get_area_view (BayanDesk *self)
{
  return &self->area_view;
}

/**
 * bayan_desk_list_areas:
 *
 * Returns: (transfer full) (element-type BayanAreaFigures): the areas of the view's level to which something in scope
 *   points, in no order
 */
GArray *
bayan_desk_list_areas (BayanDesk *self)
{
  guint n_areas = bayan_tallies_get_n_areas (self->tallies);
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (BayanAreaFigures));

  for (guint area = 1; area <= n_areas; area++)
    {
      BayanAreaCount count = bayan_tallies_get_area_count (self->tallies, BAYAN_SIDE_NOW, area);
      BayanAreaFigures figures = { bayan_tallies_get_area_key (self->tallies, area), count.n_mentions,
                                   count.n_confirmed, count.n_statements };

      if (count.n_mentions > 0)
        g_array_append_val (areas, figures);
    }
  return areas;
}
