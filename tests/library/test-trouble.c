/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The n-th call to the file system fails, for every n until nothing fails any more: a write, a sync, an
 * opening. What was answered with success is there, what was answered with an error is not; then the same is
 * tried again, and works. */
#include <string.h>

#include "fixture.h"
#include "older.h"
#include "passing-files.h"

static int n_calls; /* since the scenario began */
static int fail_at; /* 0 for never */
static int fail_with;

static int
fails (void)
{
  n_calls++;
  return fail_at != 0 && n_calls == fail_at;
}

/* Half of it is written: what a full disk does. */
static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
  if (!fails ())
    return bayan_passing_file_methods.xWrite (file, data, size, at);
  bayan_passing_file_methods.xWrite (file, data, size / 2, at);
  return fail_with;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fails () ? SQLITE_IOERR_TRUNCATE : bayan_passing_file_methods.xTruncate (file, size);
}

/* Nobody pulls the plug here: a sync that succeeds need not take its time. */
static int
file_sync (sqlite3_file *file, int flags)
{
  return fails () ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
opening (PassingFile *file, int flags)
{
  return fails () ? SQLITE_CANTOPEN : SQLITE_OK;
}

static void
install_system (void)
{
  static sqlite3_io_methods taken;

  taken = bayan_passing_file_methods;
  taken.xWrite = file_write;
  taken.xTruncate = file_truncate;
  taken.xSync = file_sync;
  passing_files_install ("trouble", &taken, opening);
}

/* The scenario */

typedef enum {
  NOTHING,
  IMPORTED,
  LABELLED,
  UNLABELLED,
} Progress;

static gboolean
try_import (BayanLibrary *library, GError **error)
{
  gint64 import_id = bayan_library_begin_import (library, error);
  GPtrArray *items;
  g_autoptr (GArray) outcomes = NULL;

  if (import_id < 0)
    return FALSE;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("بيان %u\nأعلن العراق عقد اجتماع في بغداد.", i);
      g_ptr_array_add (items, make_item ("a.txt", text, "العراق", "iso:IRQ"));
    }
  outcomes = bayan_library_import (library, import_id, items, error);
  return outcomes != NULL;
}

static gboolean
try_label (BayanLibrary *library, GError **error)
{
  static const char *const TEXT = "بيان 0\nأعلن العراق عقد اجتماع في بغداد.";
  g_autoptr (BayanMention) mention = make_mention (TEXT, "بغداد", BAYAN_MENTION_GPE, "place:baghdad");
  BayanEdit *edit = bayan_edit_new ("label", "بغداد");
  g_autoptr (GArray) first = search (library, "بيان 0 ");

  g_assert_cmpuint (first->len, ==, 1);
  bayan_edit_add_mention (edit, g_array_index (first, gint64, 0), mention, NULL);
  return bayan_library_apply (library, edit, error);
}

static void
assert_progress (BayanLibrary *library, Progress progress)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);
  guint n_statements = progress == NOTHING ? 0 : 3;

  g_assert_cmpuint (index->headers->len, ==, n_statements);
  g_assert_cmpuint (index->tallies->len, ==, n_statements + (progress == LABELLED));
  assert_found (library, "العراق ", n_statements);
}

/* Goes on from @progress until something fails. */
static Progress
go_on (BayanLibrary *library, Progress progress, GError **error)
{
  if (progress == NOTHING && try_import (library, error))
    progress = IMPORTED;
  if (progress == IMPORTED && *error == NULL && try_label (library, error))
    progress = LABELLED;
  if (progress == LABELLED && *error == NULL && bayan_library_undo (library, error))
    progress = UNLABELLED;
  return progress;
}

static void
assert_whole (BayanLibrary *library)
{
  g_autoptr (GError) error = NULL;
  gboolean is_whole = bayan_library_check (library, &error);

  g_assert_no_error (error);
  g_assert_true (is_whole);
}

/* An act that failed in the last sync may be there after all once the file is opened anew; nothing else may.
 */
static Progress
find_progress (BayanLibrary *library, Progress at_least)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);

  if (index->headers->len == 0)
    return NOTHING;
  if (index->tallies->len == 4)
    return LABELLED;
  return at_least >= LABELLED ? UNLABELLED : IMPORTED;
}

/* Returns: whether the n-th call was ever made */
static gboolean
run_scenario (Fixture *fixture, int n)
{
  g_autoptr (GError) error = NULL;
  Progress progress = NOTHING, found;

  n_calls = 0;
  fail_at = n;
  fixture->library = bayan_library_open (fixture->path, &error);
  if (fixture->library != NULL)
    {
      progress = go_on (fixture->library, NOTHING, &error);
      if (error != NULL)
        assert_progress (fixture->library, progress);
    }
  g_assert_true (error == NULL || error->domain == BAYAN_LIBRARY_ERROR);
  fixture_close (fixture);
  fail_at = 0;
  fixture_open (fixture);
  assert_whole (fixture->library);
  found = find_progress (fixture->library, progress);
  g_assert_cmpint (found, >=, progress);
  g_assert_cmpint (found, <=, progress + 1);
  g_clear_error (&error);
  g_assert_cmpint (go_on (fixture->library, found, &error), ==, UNLABELLED);
  g_assert_no_error (error);
  assert_progress (fixture->library, UNLABELLED);
  assert_whole (fixture->library);
  return n_calls >= n;
}

static void
test_every_call (Fixture *fixture, gconstpointer data)
{
  gboolean reached = TRUE;
  int n = 0;

  fail_with = GPOINTER_TO_INT (data);
  while (reached)
    {
      fixture_close (fixture);
      fixture_remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
      reached = run_scenario (fixture, ++n);
    }
  g_test_message ("%d calls", n);
  g_assert_cmpint (n, >, 50);
}

/* Bringing an older library up to date: it opens or it does not, it can be changed or it cannot; what it holds is
 * there, and with no trouble any more it is brought up to date. Returns: whether the n-th call was ever made */
static gboolean
run_migration (Fixture *fixture, int n)
{
  g_autoptr (GError) error = NULL;

  older_copy (1, fixture->path);
  n_calls = 0;
  fail_at = n;
  fixture->library = bayan_library_open (fixture->path, &error);
  g_assert_true (error == NULL || error->domain == BAYAN_LIBRARY_ERROR);
  if (fixture->library != NULL)
    assert_found (fixture->library, "للعراق ", 2);
  fixture_close (fixture);
  fail_at = 0;
  fixture_open (fixture);
  g_assert_null (bayan_library_get_read_only (fixture->library));
  assert_found (fixture->library, "للعراق ", 2);
  assert_whole (fixture->library);
  return n_calls >= n;
}

static void
test_migration (Fixture *fixture, gconstpointer data)
{
  gboolean reached = TRUE;
  int n = 0;

  fail_with = GPOINTER_TO_INT (data);
  while (reached)
    {
      fixture_close (fixture);
      fixture_remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
      reached = run_migration (fixture, ++n);
    }
  g_test_message ("%d calls", n);
  g_assert_cmpint (n, >, 50);
}

#define ADD(name, data)                                                                                      \
  g_test_add ("/trouble/" name, Fixture, GINT_TO_POINTER (data), fixture_set_up, test_every_call,            \
              fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  install_system ();
  ADD ("input-output-error", SQLITE_IOERR_WRITE);
  ADD ("disk-full", SQLITE_FULL);
  g_test_add ("/trouble/migration", Fixture, GINT_TO_POINTER (SQLITE_IOERR_WRITE), fixture_set_up,
              test_migration, fixture_tear_down);
  g_test_add ("/trouble/migration-disk-full", Fixture, GINT_TO_POINTER (SQLITE_FULL), fixture_set_up,
              test_migration, fixture_tear_down);
  return g_test_run ();
}
