/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the statement list is filtered by: one button for each condition that is set; pressing it takes it
 * away. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_FILTER_CHIPS (bayan_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (BayanFilterChips, bayan_filter_chips, BAYAN, FILTER_CHIPS, GtkBox)

void bayan_filter_chips_set_desk (BayanFilterChips *self, BayanDesk *desk);

G_END_DECLS
