/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the list of what a statement does. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-act-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ACT_ROW (bayan_act_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanActRow, bayan_act_row, BAYAN, ACT_ROW, GtkBox)

GtkWidget *bayan_act_row_new (void);
/* Signal "judged" (uint status): see bayan_act_list_judge() */
void bayan_act_row_set_item (BayanActRow *self, BayanActItem *item); /* nullable */
BayanActItem *bayan_act_row_get_item (BayanActRow *self); /* @item: nullable */
BayanActItem *bayan_act_row_get_item (BayanActRow *self);

G_END_DECLS
