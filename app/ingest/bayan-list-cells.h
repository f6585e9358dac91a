/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading the analyst's lists shares: see bayan-name-reading.h and bayan-label-reading.h. Private to the room. */
#pragma once

#include "bayan-table-private.h"

G_BEGIN_DECLS

/* What a column of a list may be called, in lower case, and which one it is then. */
typedef struct {
  const char *name;
  int column;
} BayanListHeading;

void bayan_list_find_columns (const GPtrArray *names, const BayanListHeading *headings, guint n_headings, int *places,
                              guint n_columns);
char bayan_list_find_separator (const char *text, gsize size);
char *bayan_list_dup_cell (const BayanCsv *csv, const BayanCsvCell *cell);

G_END_DECLS
