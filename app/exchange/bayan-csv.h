/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that a spreadsheet opens (RFC 4180), with no cell that it calculates with (bayan-csv-guard.h). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BAYAN_CSV_LINE_END "\r\n"

GString *bayan_csv_new (const char *const *headings, guint n_headings, char separator);
void bayan_csv_add_row (GString *text, const char *const *cells, guint n_cells, char separator);
void bayan_csv_add_cell (GString *text, const char *cell, char separator);

G_END_DECLS
