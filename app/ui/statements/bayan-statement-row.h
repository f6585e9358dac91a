/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the statement list: title, dates, source, and how much of it is decided. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-statement-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_STATEMENT_ROW (bayan_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanStatementRow, bayan_statement_row, BAYAN, STATEMENT_ROW, GtkWidget)

GtkWidget *bayan_statement_row_new (void);
void bayan_statement_row_set_item (BayanStatementRow *self, BayanStatementItem *item);

G_END_DECLS
