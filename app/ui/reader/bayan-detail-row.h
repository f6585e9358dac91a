/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One detail of a statement, to be read and changed: its value, and where that came from.
 *
 * Signals
 *   value-set (string)   the analyst wrote another value; "" to have none
 */
#pragma once

#include <adwaita.h>

#include "bayan-statement.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_DETAIL_ROW (bayan_detail_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanDetailRow, bayan_detail_row, BAYAN, DETAIL_ROW, AdwBin)

BayanDetailRow *bayan_detail_row_new (BayanDetailField field);
void bayan_detail_row_show (BayanDetailRow *self, const BayanStatement *statement, gboolean writable);
void bayan_detail_row_focus (BayanDetailRow *self);

G_END_DECLS
