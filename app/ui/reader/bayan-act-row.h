/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the list of what a statement does. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-act-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ACT_ROW (bayan_act_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanActRow, bayan_act_row, BAYAN, ACT_ROW, GtkBox)

GtkWidget *bayan_act_row_new (void);
void bayan_act_row_set_item (BayanActRow *self, BayanActItem *item);

G_END_DECLS
