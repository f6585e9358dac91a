/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite connection: statements prepared once, three-valued steps, errors as GErrors. Used by one thread.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _BayanDatabase BayanDatabase;

typedef enum
{
  BAYAN_STEP_ERROR,
  BAYAN_STEP_ROW,
  BAYAN_STEP_DONE,
} BayanStep;

BayanDatabase *bayan_database_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanDatabase *bayan_database_open_for_reading (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanDatabase *bayan_database_create (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_database_copy (BayanDatabase *self, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_database_check_pages (BayanDatabase *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_database_has_log (const char *path);
void bayan_database_close (BayanDatabase *self);

sqlite3 *bayan_database_get_handle (BayanDatabase *self);
const char *bayan_database_get_path (BayanDatabase *self);
const GError *bayan_database_get_read_only (BayanDatabase *self);
void bayan_database_set_read_only (BayanDatabase *self, GError *reason);
void bayan_database_set_error (BayanDatabase *self, GError **error);

gboolean bayan_database_exec (BayanDatabase *self, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
sqlite3_stmt *
bayan_database_prepare (BayanDatabase *self, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanStep
bayan_database_step (BayanDatabase *self, sqlite3_stmt *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
bayan_database_run (BayanDatabase *self, sqlite3_stmt *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanStep bayan_database_find (BayanDatabase *self, const char *sql, gint64 number, sqlite3_stmt **query,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_database_run_with (BayanDatabase *self, const char *sql, gint64 number, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_database_read_int (BayanDatabase *self, const char *sql, gint64 *value, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

gboolean bayan_database_begin (BayanDatabase *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_database_commit (BayanDatabase *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_database_rollback (BayanDatabase *self);

/* Binding and reading; the memory handed in stays the caller's until the query has run. */
void bayan_query_bind_text (sqlite3_stmt *query, int parameter, const char *text);
void bayan_query_bind_bytes (sqlite3_stmt *query, int parameter, GBytes *bytes);
const char *bayan_query_get_text (sqlite3_stmt *query, int column);
char *bayan_query_dup_text (sqlite3_stmt *query, int column);
GBytes *bayan_query_dup_bytes (sqlite3_stmt *query, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanDatabase, bayan_database_close)

G_END_DECLS
