/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "older.h"

#include <sqlite3.h>

#include "bayan-tokenizer.h"

/**
 * older_copy:
 *
 * Puts the library of @version to @path.
 */
void
older_copy (guint version, const char *path)
{
  g_autofree char *name = g_strdup_printf ("library-v%u.bayan", version);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "..", "data", name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (from, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static sqlite3 *
open_database (const char *path, int flags)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, flags, NULL), ==, SQLITE_OK);
  g_assert_true (bayan_tokenizer_register (database, &error));
  return database;
}

/**
 * older_read_version:
 * @path: a file that nobody has open
 *
 * Returns: the version of the library, after what is still in its log; -1 if it is none
 */
int
older_read_version (const char *path)
{
  sqlite3 *database = open_database (path, SQLITE_OPEN_READWRITE);
  sqlite3_stmt *query = NULL;
  int version = -1;

  if (sqlite3_prepare_v2 (database, "PRAGMA user_version", -1, &query, NULL) == SQLITE_OK
      && sqlite3_step (query) == SQLITE_ROW)
    version = sqlite3_column_int (query, 0);
  sqlite3_finalize (query);
  sqlite3_close (database);
  return version;
}

static void
sha256 (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, sqlite3_value_blob (values[0]),
                                           (gsize) sqlite3_value_bytes (values[0]));

  sqlite3_result_text (context, sum, -1, g_free);
}

/**
 * older_multiply:
 * @path: a library of version 1
 *
 * Makes a large library of a small one: each time with twice as many statements, and all that belongs to them.
 *
 * Returns: how many there are then
 */
guint
older_multiply (const char *path, guint n_doublings)
{
  static const char *const DOUBLE =
      "CREATE TEMP TABLE n AS SELECT max (id) AS n FROM statement;"
      "CREATE TEMP TABLE copy AS SELECT id + n AS id, CAST (bytes || ' ' || n AS BLOB) AS bytes FROM raw, n;"
      "INSERT INTO source SELECT copy.id, sha256 (copy.bytes), name, uri, charset, format FROM copy, n"
      "  JOIN source ON source.id = copy.id - n;"
      "INSERT INTO raw SELECT id, bytes FROM copy;"
      "INSERT INTO statement SELECT id + n, source + n, import, imported_at, title, title_start, title_end, "
      "date,"
      "  date_start, date_end, hijri, hijri_start, hijri_end, language FROM statement, n;"
      "INSERT INTO body SELECT id + n, text, map, hash FROM body, n;"
      "INSERT INTO removed_region (statement, ordinal, raw_start, raw_end, at, text, kind, rule, restored)"
      "  SELECT statement + n, ordinal, raw_start, raw_end, at, text, kind, rule, restored"
      "  FROM removed_region, n;"
      "DROP TABLE n; DROP TABLE copy;";
  sqlite3 *database = open_database (path, SQLITE_OPEN_READWRITE);
  guint n_statements = 2;

  sqlite3_create_function (database, "sha256", 1, SQLITE_UTF8, NULL, sha256, NULL, NULL);
  for (guint i = 0; i < n_doublings; i++, n_statements *= 2)
    g_assert_cmpint (sqlite3_exec (database, DOUBLE, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (database, "INSERT INTO search (search) VALUES ('rebuild')", NULL, NULL, NULL), ==,
      SQLITE_OK);
  sqlite3_close (database);
  return n_statements;
}
