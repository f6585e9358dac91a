/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of statements: CSV and its kin, a file of JSON lines, a JSON array of objects. What its columns are, to be
 * shown and changed, and its rows as sources.
 *
 * Built by one thread and used by one at a time; roles are set before the rows are read.
 */
#pragma once

#include <gio/gio.h>

#include "bayan-source.h"

G_BEGIN_DECLS

/* What a column says of the statement in its row. */
typedef enum {
  BAYAN_COLUMN_NONE,
  BAYAN_COLUMN_TEXT, /* the statement itself; several columns follow each other as paragraphs */
  BAYAN_COLUMN_TITLE,
  BAYAN_COLUMN_SUBTITLE,
  BAYAN_COLUMN_DATE,
  BAYAN_COLUMN_OUTLET,
  BAYAN_COLUMN_ISSUER,
  BAYAN_COLUMN_AUTHOR,
  BAYAN_COLUMN_ADDRESS,
  BAYAN_COLUMN_LANGUAGE,
  BAYAN_COLUMN_N_ROLES
} BayanColumnRole;

/* As many rows as are shown while the columns are chosen. */
#define BAYAN_TABLE_MAX_SAMPLES 8
#define BAYAN_TABLE_MAX_COLUMNS 256

typedef struct _BayanTable BayanTable;

gboolean bayan_table_is_likely (const guint8 *head, gsize size, gboolean is_whole);
BayanTable *bayan_table_new (GBytes *raw, const char *charset) G_GNUC_WARN_UNUSED_RESULT;
BayanTable *bayan_table_ref (BayanTable *self);
void bayan_table_unref (BayanTable *self);

BayanFormat bayan_table_get_format (const BayanTable *self);
guint bayan_table_get_n_columns (const BayanTable *self);
const char *bayan_table_get_column_name (const BayanTable *self, guint column);
guint bayan_table_get_n_samples (const BayanTable *self);
const char *bayan_table_get_sample (const BayanTable *self, guint row, guint column);

BayanColumnRole bayan_table_get_role (const BayanTable *self, guint column);
void bayan_table_set_role (BayanTable *self, guint column, BayanColumnRole role);
gboolean bayan_table_can_read (const BayanTable *self);
void bayan_table_refuse (const BayanTable *self, GError **error);
gboolean bayan_table_get_has_header (const BayanTable *self);
guint bayan_table_count_rows (const BayanTable *self);

const char *bayan_column_role_to_string (BayanColumnRole role);
gboolean bayan_column_role_from_string (const char *string, BayanColumnRole *role);

/* @source: one row; take a reference to keep it. Return FALSE to stop. */
typedef gboolean (*BayanTableRow) (BayanSource *source, gpointer data);
/* A row that cannot be read: @number counts from 1, without the header. */
typedef void (*BayanTableRowFailed) (guint number, const GError *error, gpointer data);

gboolean bayan_table_for_each_row (BayanTable *self, const char *name, const char *uri, GCancellable *cancellable,
                                   BayanTableRow row, BayanTableRowFailed failed, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanTable, bayan_table_unref)

G_END_DECLS
