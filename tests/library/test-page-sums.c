/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of pages: those of copies, and files that have none. */
#include <string.h>

#include "bayan-database.h"
#include "bayan-library-backup.h"
#include "bayan-library.h"
#include "bayan-page-sums.h"
#include "fixture.h"

/* More than what is kept in memory of a file that is being written */
#define N_LARGE_BYTES (40 * 1024 * 1024)

static BayanDatabase *
create (const char *path)
{
  g_autoptr (GError) error = NULL;
  BayanDatabase *database;

  g_assert_true (g_file_set_contents (path, "", 0, &error));
  database = bayan_database_create (path, &error);
  g_assert_no_error (error);
  g_assert_true (
      bayan_database_exec (database, "CREATE TABLE thing (id INTEGER PRIMARY KEY, value)", &error));
  return database;
}

static void
run (BayanDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bayan_database_exec (database, sql, &error));
  g_assert_no_error (error);
}

/* Whether all of the database can be read and every page is what was written. */
static gboolean
is_whole (BayanDatabase *database)
{
  run (database, "PRAGMA integrity_check");
  return bayan_page_sums_get_damaged (bayan_database_get_handle (database)) == 0;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "origin", NULL);
  g_autofree char *copy_path = g_build_filename (fixture->folder, "copy", NULL);
  g_autoptr (BayanDatabase) database = create (path);
  g_autoptr (BayanDatabase) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strdup_printf ("INSERT INTO thing (value) VALUES (zeroblob (%d))",
                                            N_LARGE_BYTES);

  run (database, "INSERT INTO thing (value) VALUES ('first')");
  run (database, "PRAGMA wal_checkpoint (TRUNCATE)");
  /* What is still in the log has no sum yet, or an older one. */
  run (database, "UPDATE thing SET value = 'second'");
  run (database, large);
  g_assert_true (g_file_set_contents (copy_path, "", 0, &error));
  g_assert_true (bayan_database_copy (database, copy_path, &error));
  g_assert_no_error (error);
  copy = bayan_database_open (copy_path, &error);
  g_assert_no_error (error);
  g_assert_true (is_whole (copy));
  g_assert_true (bayan_page_sums_are_kept (bayan_database_get_handle (copy)));
  run (copy, "UPDATE thing SET value = 'third'");
  run (copy, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_clear_pointer (&copy, bayan_database_close);
  copy = bayan_database_open (copy_path, &error);
  g_assert_no_error (error);
  g_assert_true (is_whole (copy));
}

/* What an earlier Bayan wrote: the last bytes of its pages are its own. */
static void
test_without_sums (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "earlier", NULL);
  g_autofree char *copy_path = g_build_filename (fixture->folder, "copy", NULL);
  g_autoptr (BayanDatabase) database = NULL;
  g_autoptr (BayanDatabase) copy = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *earlier;

  g_assert_cmpint (sqlite3_open (path, &earlier), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (earlier,
                                 "CREATE TABLE thing (id INTEGER PRIMARY KEY, value);"
                                 "INSERT INTO thing (value) VALUES (randomblob (100000))",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (earlier);
  database = bayan_database_open (path, &error);
  g_assert_no_error (error);
  run (database, "INSERT INTO thing (value) VALUES (randomblob (100000))");
  run (database, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_false (bayan_page_sums_are_kept (bayan_database_get_handle (database)));
  g_assert_true (g_file_set_contents (copy_path, "", 0, &error));
  g_assert_true (bayan_database_copy (database, copy_path, &error));
  copy = bayan_database_open (copy_path, &error);
  g_assert_no_error (error);
  g_assert_true (is_whole (database));
  g_assert_true (is_whole (copy));
  g_assert_false (bayan_page_sums_are_kept (bayan_database_get_handle (copy)));
}

static char *
read_text (BayanDatabase *database)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *query = bayan_database_prepare (database, "SELECT group_concat (id || value, '|') FROM thing",
                                                &error);
  char *text;

  g_assert_no_error (error);
  g_assert_cmpint (bayan_database_step (database, query, &error), ==, BAYAN_STEP_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (query, 0));
  sqlite3_reset (query);
  return text;
}

/* A copy that is asked for has sums, whether the library has or not, and every row; it takes the place of an older one. */
static void
test_written_copy (Fixture *fixture, gconstpointer has_sums)
{
  g_autofree char *path = g_build_filename (fixture->folder, "origin", NULL);
  g_autofree char *copy_path = g_build_filename (fixture->folder, "copy", NULL);
  g_autofree char *draft = g_strconcat (copy_path, ".part", NULL), *origin_rows = NULL, *copy_rows = NULL;
  g_autoptr (BayanDatabase) database = NULL, copy = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *earlier;

  if (has_sums != NULL)
    database = create (path);
  else
    {
      g_assert_cmpint (sqlite3_open (path, &earlier), ==, SQLITE_OK);
      g_assert_cmpint (
          sqlite3_exec (earlier, "CREATE TABLE thing (id INTEGER PRIMARY KEY, value)", NULL, NULL, NULL), ==,
          SQLITE_OK);
      sqlite3_close (earlier);
      database = bayan_database_open (path, &error);
    }
  /* More than SQLite keeps in memory, so that pages are written before the first one is. */
  run (database, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                 " INSERT INTO thing SELECT i * 3, hex (randomblob (700)) FROM n");
  run (database, "DELETE FROM thing WHERE id % 4 = 0");
  g_assert_true (g_file_set_contents (copy_path, "an older copy", -1, &error));
  g_assert_true (bayan_library_backup_write (database, copy_path, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
  copy = bayan_database_open (copy_path, &error);
  g_assert_no_error (error);
  g_assert_true (is_whole (copy));
  g_assert_true (bayan_page_sums_are_kept (bayan_database_get_handle (copy)));
  origin_rows = read_text (database);
  copy_rows = read_text (copy);
  g_assert_cmpstr (origin_rows, ==, copy_rows);
  g_assert_true (is_whole (database));
  g_assert_cmpint (bayan_page_sums_are_kept (bayan_database_get_handle (database)), ==, has_sums != NULL);
}

/* The library itself is never replaced, and a copy that nobody wants any more leaves what was there. */
static void
test_refused_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "origin", NULL);
  g_autofree char *around = g_build_filename (fixture->folder, "..", NULL), *again = NULL;
  g_autofree char *copy_path = g_build_filename (fixture->folder, "copy", NULL), *kept = NULL;
  g_autofree char *name = g_path_get_basename (fixture->folder);
  g_autoptr (BayanDatabase) database = create (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  again = g_build_filename (around, name, "origin", NULL);
  g_assert_false (bayan_library_backup_write (database, again, NULL, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_BUSY);
  g_clear_error (&error);
  run (database, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                 " INSERT INTO thing SELECT i, hex (randomblob (700)) FROM n");
  g_assert_true (g_file_set_contents (copy_path, "an older copy", -1, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (bayan_library_backup_write (database, copy_path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (copy_path, &kept, NULL, &error));
  g_assert_cmpstr (kept, ==, "an older copy");
  run (database, "INSERT INTO thing VALUES (100000, 'still written')");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/page-sums/copy", Fixture, NULL, fixture_set_up, test_copy, fixture_tear_down);
  g_test_add ("/page-sums/written-copy", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up, test_written_copy,
              fixture_tear_down);
  g_test_add ("/page-sums/written-copy-of-a-file-without", Fixture, NULL, fixture_set_up, test_written_copy,
              fixture_tear_down);
  g_test_add ("/page-sums/refused-copy", Fixture, NULL, fixture_set_up, test_refused_copy, fixture_tear_down);
  g_test_add ("/page-sums/without", Fixture, NULL, fixture_set_up, test_without_sums, fixture_tear_down);
  return g_test_run ();
}
