/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One label in the window of the code book. */
#pragma once

#include <adwaita.h>

#include "bayan-own-label.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_CODE_BOOK_ROW (bayan_code_book_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanCodeBookRow, bayan_code_book_row, BAYAN, CODE_BOOK_ROW, AdwActionRow)

GtkWidget *bayan_code_book_row_new (const BayanOwnLabel *label, const char *taken_by, gboolean can_change);
gint64 bayan_code_book_row_get_label (BayanCodeBookRow *self);

G_END_DECLS
