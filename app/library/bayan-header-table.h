/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the statement list shows, read from `statement`, `source`, `import` and the tallies. */
#pragma once

#include "bayan-library.h"
#include "bayan-store.h"

G_BEGIN_DECLS

BayanHeader *
bayan_header_table_make (gint64 id, gint64 import_id, gint64 imported_at, const BayanStatement *statement);
BayanHeader *bayan_header_table_read (BayanStore *store, gint64 statement, GError **error);
GPtrArray *bayan_header_table_load (BayanStore *store, gint64 import_id, GError **error);
gboolean bayan_header_table_count (GPtrArray *headers, GArray *tallies);

G_END_DECLS
