/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of pages: those of copies, and files that have none. */
#include <string.h>

#include "bayan-database.h"
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/page-sums/copy", Fixture, NULL, fixture_set_up, test_copy, fixture_tear_down);
  g_test_add ("/page-sums/without", Fixture, NULL, fixture_set_up, test_without_sums, fixture_tear_down);
  return g_test_run ();
}
