/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One act in the list of the history: what, when, where. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"
#include "bayan-history-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_HISTORY_ROW (bayan_history_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanHistoryRow, bayan_history_row, BAYAN, HISTORY_ROW, GtkBox)

GtkWidget *bayan_history_row_new (void);
void bayan_history_row_show (BayanHistoryRow *self, BayanDesk *desk, BayanHistoryItem *item);

G_END_DECLS
