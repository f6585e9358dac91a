/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place in the list of the window "Same Everywhere". */
#pragma once

#include <gtk/gtk.h>

#include "bayan-same-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_SAME_ROW (bayan_same_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanSameRow, bayan_same_row, BAYAN, SAME_ROW, GtkBox)

GtkWidget *bayan_same_row_new (void);
void bayan_same_row_set_item (BayanSameRow *self, BayanSameItem *item);
void bayan_same_row_toggle (BayanSameRow *self);

G_END_DECLS
