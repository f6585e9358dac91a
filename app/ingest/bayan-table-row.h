/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a table as a source. Private to the room. */
#pragma once

#include "bayan-charset.h"
#include "bayan-table.h"

G_BEGIN_DECLS

/* The rows of one table on their way to somebody. */
typedef struct {
  const char *name, *uri;
  GBytes *raw;
  BayanFormat format;
  const BayanColumnRole *roles;
  guint n_columns;
  GCancellable *cancellable;
  BayanTableRow row;
  BayanTableRowFailed failed;
  gpointer data;
  guint number; /* of the row told last */
} BayanTableWalk;

BayanSource *bayan_table_make_source (const BayanTableWalk *walk, GBytes *raw, const GPtrArray *cells, GError **error);
char *bayan_table_decode_cell (const BayanCharset *charset, const char *bytes);

G_END_DECLS
