/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of a table that a spreadsheet opens (RFC 4180), none of which it calculates with (bayan-csv-guard.h). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void bayan_csv_add_cell (GString *text, const char *cell, char separator);

G_END_DECLS
