/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading the analyst's lists shares: see bayan-name-reading.h and bayan-label-reading.h. Private to the room. */
#pragma once

#include "bayan-table-private.h"

G_BEGIN_DECLS

char bayan_list_find_separator (const char *text, gsize size);
char *bayan_list_dup_cell (const BayanCsv *csv, const BayanCsvCell *cell);

G_END_DECLS
