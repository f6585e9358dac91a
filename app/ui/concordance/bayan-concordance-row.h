/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a concordance: the words in the middle, what stands around them, and whose they are. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-concordance-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_CONCORDANCE_ROW (bayan_concordance_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanConcordanceRow, bayan_concordance_row, BAYAN, CONCORDANCE_ROW, GtkBox)

GtkWidget *bayan_concordance_row_new (void);
void bayan_concordance_row_set_item (BayanConcordanceRow *self, BayanConcordanceItem *item);
void bayan_concordance_row_toggle (BayanConcordanceRow *self);

G_END_DECLS
