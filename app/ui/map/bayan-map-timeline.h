/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements in time, one bar a month or a year, and the range of dates that is shown: the same as that of the desk's
 * filter.
 *
 * Mouse: drag over the bars to choose a range, drag its ends, drag it as a whole, double-click for all. Keys: the arrows
 * move the range, with Shift its end that comes later, with Ctrl its beginning; Home and End take it to the first and the
 * last bar, Escape shows all. Time runs in the direction of reading. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_TIMELINE (bayan_map_timeline_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapTimeline, bayan_map_timeline, BAYAN, MAP_TIMELINE, GtkWidget)

void bayan_map_timeline_set_desk (BayanMapTimeline *self, BayanDesk *desk);
gboolean bayan_map_timeline_step (BayanMapTimeline *self); /* one bar later; FALSE: it is at the end */
void bayan_map_timeline_begin (BayanMapTimeline *self);    /* the first bar, where all or the last is shown */

G_END_DECLS
