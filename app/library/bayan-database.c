/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-database.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "bayan-library.h"
#include "bayan-page-sums.h"

struct _BayanDatabase {
  sqlite3 *handle;
  char *path;
  GHashTable *queries; /* SQL, by address → sqlite3_stmt, each prepared once */
  GError *read_only;   /* nullable: why it is */
};

/* Another program may be on its way out: wait for it that long before saying that the library is in use. */
#define BUSY_TIMEOUT_MS 1500

/* What holds from the first statement on. An exclusive lock for as long as the library is open is how a
 * second program is kept out; it also spares the shared-memory file. The schema of a library that a colleague
 * sent is not trusted. */
static const char *const SETTINGS = "PRAGMA locking_mode = EXCLUSIVE;"
                                    "PRAGMA foreign_keys = ON;"
                                    "PRAGMA synchronous = FULL;"
                                    "PRAGMA trusted_schema = OFF;"
                                    "PRAGMA secure_delete = OFF;"
                                    "PRAGMA cache_size = -16384;"
                                    "PRAGMA journal_size_limit = 33554432;"
                                    "PRAGMA wal_autocheckpoint = 4000;"
                                    "PRAGMA temp_store = MEMORY;"
                                    "PRAGMA cell_size_check = ON;";

static gboolean
is_out_of_space (int system_error)
{
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

/* SQLite knows ENOSPC by itself. A quota and a limit of the file's size are an error of writing to it, and
 * where that happens in a COMMIT it does not keep the system's reason: then errno still has it. */
static gboolean
is_failed_write_for_space (sqlite3 *handle, int last_errno)
{
  int reason = sqlite3_system_errno (handle);

  return sqlite3_extended_errcode (handle) == SQLITE_IOERR_WRITE
         && is_out_of_space (reason != 0 ? reason : last_errno);
}

static BayanLibraryError
code_of (sqlite3 *handle, int last_errno)
{
  switch (sqlite3_errcode (handle))
    {
    case SQLITE_FULL:
      return BAYAN_LIBRARY_ERROR_FULL;
    case SQLITE_IOERR:
      return is_failed_write_for_space (handle, last_errno) ? BAYAN_LIBRARY_ERROR_FULL
                                                            : BAYAN_LIBRARY_ERROR_FAILED;
    case SQLITE_NOTADB:
      return BAYAN_LIBRARY_ERROR_NOT_LIBRARY;
    case SQLITE_CORRUPT:
      return BAYAN_LIBRARY_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return BAYAN_LIBRARY_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return BAYAN_LIBRARY_ERROR_READ_ONLY;
    default:
      return BAYAN_LIBRARY_ERROR_FAILED;
    }
}

/**
 * bayan_database_set_error:
 *
 * Sets @error to what SQLite last said no to, in SQLite's words.
 */
void
bayan_database_set_error (BayanDatabase *self, GError **error)
{
  int last_errno = errno;

  g_set_error_literal (error, BAYAN_LIBRARY_ERROR, (int) code_of (self->handle, last_errno),
                       sqlite3_errmsg (self->handle));
}

static void
finalize_query (gpointer query)
{
  sqlite3_finalize (query);
}

/* Nobody asks how much memory SQLite has in use, and counting it takes a lock for every piece. Has an effect only
 * where nothing has used SQLite yet. */
static gpointer
configure_once (gpointer data)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

static BayanDatabase *
open_with_flags (const char *path, const char *name, int flags, GError **error)
{
  static GOnce configured = G_ONCE_INIT;
  g_autoptr (BayanDatabase) self = g_new0 (BayanDatabase, 1);

  g_once (&configured, configure_once, NULL);
  self->path = g_strdup (path);
  self->queries = g_hash_table_new_full (NULL, NULL, NULL, finalize_query);
  if (sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                       bayan_page_sums_get_system ())
      != SQLITE_OK)
    {
      bayan_database_set_error (self, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 0);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return bayan_database_exec (self, SETTINGS, error) ? g_steal_pointer (&self) : NULL;
}

/* Pages of a file that is still empty will have sums. */
static gboolean
reserve_sums (BayanDatabase *self, GError **error)
{
  if (bayan_page_sums_reserve (self->handle))
    return TRUE;
  bayan_database_set_error (self, error);
  return FALSE;
}

/* The first look into the file: takes the lock, brings back what a crash left in the write-ahead log. A
 * library in which nothing can be written says so here, not at the first edit. */
static gboolean
try_connection (BayanDatabase *self, gboolean writable, GError **error)
{
  return bayan_database_exec (self, "SELECT count(*) FROM sqlite_schema", error)
         && (!writable || bayan_database_exec (self, "BEGIN IMMEDIATE; ROLLBACK", error));
}

static BayanDatabase *
open_immutable (const char *path, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);
  g_autoptr (BayanDatabase) self = open_with_flags (path, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);

  return self != NULL && try_connection (self, FALSE, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * bayan_database_has_log:
 *
 * Returns: TRUE if beside the file lies a write-ahead log with something in it: it was not closed the last
 * time
 */
gboolean
bayan_database_has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf buffer;

  return g_stat (log, &buffer) == 0 && buffer.st_size > 0;
}

/* The log lies beside the file: both the file and its folder must allow it. */
static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

static BayanDatabase *
open_for_reading (const char *path, const GError *reason, GError **error)
{
  g_autoptr (BayanDatabase) self = NULL;

  /* Without write access the log cannot be played back, and the file alone may be older than what was shown as
   * done. */
  if (bayan_database_has_log (path))
    {
      g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_READ_ONLY,
                   "“%s-wal” holds changes that cannot be brought in without write access", path);
      return NULL;
    }
  self = open_immutable (path, error);
  if (self != NULL)
    self->read_only = g_error_new_literal (BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_READ_ONLY,
                                           reason->message);
  return g_steal_pointer (&self);
}

/**
 * bayan_database_open:
 * @path: an SQLite file that is there
 *
 * Opens for reading and writing; a file or folder that may not be written is opened for reading, see
 * bayan_database_get_read_only().
 *
 * Returns: (transfer full) (nullable): the connection; BAYAN_LIBRARY_ERROR_BUSY where another program has it
 * open
 */
BayanDatabase *
bayan_database_open (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (BayanDatabase) self = open_with_flags (path, path, SQLITE_OPEN_READWRITE, &reason);

  if (self != NULL && try_connection (self, TRUE, &reason))
    return g_steal_pointer (&self);
  g_clear_pointer (&self, bayan_database_close);
  if (!may_write (path))
    return open_for_reading (path, reason, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/**
 * bayan_database_open_for_reading:
 * @path: an SQLite file that is there
 *
 * Nothing is written, neither into the file nor beside it. Where another program has it open, its last changes may not be in
 * the file yet: that is an error.
 *
 * Returns: (transfer full) (nullable): the connection
 */
BayanDatabase *
bayan_database_open_for_reading (const char *path, GError **error)
{
  g_autoptr (GError) reason = g_error_new_literal (BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_READ_ONLY,
                                                   "opened for reading");

  return open_for_reading (path, reason, error);
}

/**
 * bayan_database_create:
 * @path: an empty file of the caller's making
 *
 * Returns: (transfer full) (nullable): a connection to write the schema with
 */
BayanDatabase *
bayan_database_create (const char *path, GError **error)
{
  g_autoptr (BayanDatabase) self = open_with_flags (path, path, SQLITE_OPEN_READWRITE, error);

  return self != NULL && reserve_sums (self, error)
                 && bayan_database_exec (self, "PRAGMA journal_mode = WAL", error)
             ? g_steal_pointer (&self)
             : NULL;
}

/**
 * bayan_database_copy:
 * @path: an empty file of the caller's making
 *
 * Copies the database as it is now, page by page. Through the connection: opening the file a second time and
 * closing it would drop the lock.
 */
gboolean
bayan_database_copy (BayanDatabase *self, const char *path, GError **error)
{
  g_autoptr (BayanDatabase) copy = open_with_flags (path, path, SQLITE_OPEN_READWRITE, error);
  sqlite3_backup *backup;

  if (copy == NULL || (bayan_page_sums_are_kept (self->handle) && !reserve_sums (copy, error))
      || !bayan_database_exec (copy, "PRAGMA journal_mode = OFF", error))
    return FALSE;
  backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      if (sqlite3_backup_finish (backup) == SQLITE_OK)
        return TRUE;
    }
  bayan_database_set_error (copy, error);
  return FALSE;
}

void
bayan_database_close (BayanDatabase *self)
{
  g_hash_table_unref (self->queries);
  sqlite3_close (self->handle);
  g_clear_error (&self->read_only);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
bayan_database_get_handle (BayanDatabase *self)
{
  return self->handle;
}

const char *
bayan_database_get_path (BayanDatabase *self)
{
  return self->path;
}

/**
 * bayan_database_get_read_only:
 *
 * A library of which a page has been read that is not what was written is not written any more: that would give what is wrong
 * a sum that is right.
 *
 * Returns: (nullable): why nothing can be written, or NULL; DAMAGED is also a reason not to trust what was read
 */
const GError *
bayan_database_get_read_only (BayanDatabase *self)
{
  guint32 page = bayan_page_sums_get_damaged (self->handle);

  if (page != 0 && !g_error_matches (self->read_only, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED))
    bayan_database_set_read_only (self, g_error_new (BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
                                                     "page %u of the file is not what was written", page));
  return self->read_only;
}

/* Whether nothing speaks against writing. */
static gboolean
is_writable (BayanDatabase *self, GError **error)
{
  const GError *reason = bayan_database_get_read_only (self);

  if (reason != NULL)
    g_propagate_error (error, g_error_copy (reason));
  return reason == NULL;
}

/**
 * bayan_database_set_read_only:
 * @reason: (transfer full)
 */
void
bayan_database_set_read_only (BayanDatabase *self, GError *reason)
{
  g_clear_error (&self->read_only);
  self->read_only = reason;
}

/**
 * bayan_database_exec:
 * @sql: statements that take no parameters and whose rows nobody needs
 */
gboolean
bayan_database_exec (BayanDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  bayan_database_set_error (self, error);
  return FALSE;
}

/**
 * bayan_database_prepare:
 * @sql: one statement, a string literal: its address is the key under which the query is kept
 *
 * Returns: (transfer none) (nullable): the query, reset and with nothing bound
 */
sqlite3_stmt *
bayan_database_prepare (BayanDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *query = g_hash_table_lookup (self->queries, sql);

  if (query != NULL)
    {
      sqlite3_reset (query);
      sqlite3_clear_bindings (query);
      return query;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &query, NULL) != SQLITE_OK)
    {
      bayan_database_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->queries, (gpointer) sql, query);
  return query;
}

/**
 * bayan_database_step:
 *
 * After BAYAN_STEP_DONE and BAYAN_STEP_ERROR the query is reset, so that it holds no lock and no borrowed
 * memory.
 */
BayanStep
bayan_database_step (BayanDatabase *self, sqlite3_stmt *query, GError **error)
{
  int result = sqlite3_step (query);

  if (result == SQLITE_ROW)
    return BAYAN_STEP_ROW;
  if (result != SQLITE_DONE)
    bayan_database_set_error (self, error);
  sqlite3_reset (query);
  return result == SQLITE_DONE ? BAYAN_STEP_DONE : BAYAN_STEP_ERROR;
}

/**
 * bayan_database_run:
 * @query: one that gives no rows, or whose rows nobody needs
 */
gboolean
bayan_database_run (BayanDatabase *self, sqlite3_stmt *query, GError **error)
{
  BayanStep step;

  while ((step = bayan_database_step (self, query, error)) == BAYAN_STEP_ROW)
    ;
  return step == BAYAN_STEP_DONE;
}

/**
 * bayan_database_find:
 * @sql: with one parameter
 * @query: (out): where there is a row: it is to be read, and then to be reset
 */
BayanStep
bayan_database_find (BayanDatabase *self, const char *sql, gint64 number, sqlite3_stmt **query,
                     GError **error)
{
  *query = bayan_database_prepare (self, sql, error);
  if (*query == NULL)
    return BAYAN_STEP_ERROR;
  sqlite3_bind_int64 (*query, 1, number);
  return bayan_database_step (self, *query, error);
}

/* Runs what has one parameter: rows are deleted by the number of what they belong to. */
gboolean
bayan_database_run_with (BayanDatabase *self, const char *sql, gint64 number, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self, sql, error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, number);
  return bayan_database_run (self, query, error);
}

/**
 * bayan_database_read_int:
 * @value: (out): the first column of the first row; left alone where there is no row
 */
gboolean
bayan_database_read_int (BayanDatabase *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self, sql, error);
  BayanStep step = query != NULL ? bayan_database_step (self, query, error) : BAYAN_STEP_ERROR;

  if (step == BAYAN_STEP_ROW)
    *value = sqlite3_column_int64 (query, 0);
  if (query != NULL)
    sqlite3_reset (query);
  return step != BAYAN_STEP_ERROR;
}

/**
 * bayan_database_begin:
 *
 * Begins a transaction that writes; fails with the reason where the library is read-only.
 */
gboolean
bayan_database_begin (BayanDatabase *self, GError **error)
{
  return is_writable (self, error) && bayan_database_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
bayan_database_commit (BayanDatabase *self, GError **error)
{
  if (is_writable (self, error) && bayan_database_exec (self, "COMMIT", error))
    return TRUE;
  bayan_database_rollback (self);
  return FALSE;
}

/* A full disk may have rolled back already: then there is nothing to do. */
void
bayan_database_rollback (BayanDatabase *self)
{
  if (sqlite3_get_autocommit (self->handle) == 0)
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

void
bayan_query_bind_text (sqlite3_stmt *query, int parameter, const char *text)
{
  sqlite3_bind_text (query, parameter, text, -1, SQLITE_STATIC);
}

void
bayan_query_bind_bytes (sqlite3_stmt *query, int parameter, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  /* No data is an empty blob, not NULL. */
  sqlite3_bind_blob64 (query, parameter, size > 0 ? data : "", size, SQLITE_STATIC);
}

char *
bayan_query_dup_text (sqlite3_stmt *query, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (query, column));
}

/* What stands in a column that is never NULL; "" in one of a damaged library that is. */
const char *
bayan_query_get_text (sqlite3_stmt *query, int column)
{
  const char *text = (const char *) sqlite3_column_text (query, column);

  return text != NULL ? text : "";
}

GBytes *
bayan_query_dup_bytes (sqlite3_stmt *query, int column)
{
  const void *data = sqlite3_column_blob (query, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (query, column));
}

/* Of the pages that have been read. */
static gboolean
check_sums (BayanDatabase *self, GError **error)
{
  const GError *reason = bayan_database_get_read_only (self);

  if (!g_error_matches (reason, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED))
    return TRUE;
  g_propagate_error (error, g_error_copy (reason));
  return FALSE;
}

/**
 * bayan_database_check_pages:
 *
 * Reads every page. PRAGMA integrity_check answers "ok" or the first things that are wrong.
 *
 * Returns: FALSE with BAYAN_LIBRARY_ERROR_DAMAGED
 */
gboolean
bayan_database_check_pages (BayanDatabase *self, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self, "PRAGMA integrity_check (1)", error);
  BayanStep step = query != NULL ? bayan_database_step (self, query, error) : BAYAN_STEP_ERROR;
  g_autofree char *answer = step == BAYAN_STEP_ROW ? bayan_query_dup_text (query, 0) : NULL;

  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  if (g_strcmp0 (answer, "ok") == 0)
    return check_sums (self, error);
  if (step != BAYAN_STEP_ERROR)
    g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
                         answer != NULL ? answer : "no answer");
  return FALSE;
}
