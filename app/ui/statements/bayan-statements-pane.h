/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of statements at the start of the window: filtered as the desk says, sorted as the analyst
 * likes. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_STATEMENTS_PANE (bayan_statements_pane_get_type ())
G_DECLARE_FINAL_TYPE (BayanStatementsPane, bayan_statements_pane, BAYAN, STATEMENTS_PANE, AdwBin)

GtkWidget *bayan_statements_pane_get_list (BayanStatementsPane *self);
void bayan_statements_pane_show_dates (BayanStatementsPane *self); /* once more, as they are written now */
gboolean bayan_statements_pane_step (BayanStatementsPane *self, int by);

G_END_DECLS
