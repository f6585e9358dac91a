/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the range of dates that the statement list shows: by two entries, or by a year. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_DATE_RANGE_POPOVER (bayan_date_range_popover_get_type ())
G_DECLARE_FINAL_TYPE (BayanDateRangePopover, bayan_date_range_popover, BAYAN, DATE_RANGE_POPOVER, GtkPopover)

void bayan_date_range_popover_set_desk (BayanDateRangePopover *self, BayanDesk *desk);

G_END_DECLS
