/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are no library, not a whole one, or not to be written; disks that are full. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bayan-page-sums.h"
#include "fixture.h"

#define NOBODY 65534

static void
assert_refused (const char *path, BayanLibraryError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bayan_library_open (path, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
write_file (const char *path, const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                    bayan_page_sums_get_system ()),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* Some statements, closed. */
static void
fill (Fixture *fixture)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *text = g_strdup_printf ("بيان %u\nأعلن العراق عقد اجتماع في بغداد، وشكر المشاركين.",
                                               i);
      import_one (fixture->library, "a.txt", text, "العراق", "iso:IRQ");
    }
  fixture_close (fixture);
}

/* What is not ours is refused, and left byte for byte as it was. */
static void
test_not_a_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  write_file (path, "", 0);
  assert_refused (path, BAYAN_LIBRARY_ERROR_DAMAGED);
  write_file (path, "hello", 5);
  assert_refused (path, BAYAN_LIBRARY_ERROR_NOT_LIBRARY);
  write_file (path, "SQLite format 3", 16);
  assert_refused (path, BAYAN_LIBRARY_ERROR_DAMAGED);
  g_unlink (path);
  execute (path, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  before = read_file (path);
  assert_refused (path, BAYAN_LIBRARY_ERROR_NOT_LIBRARY);
  after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  g_unlink (path);
  g_mkdir (path, 0700);
  assert_refused (path, BAYAN_LIBRARY_ERROR_NOT_LIBRARY);
  g_rmdir (path);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "missing", NULL);
  g_autofree char *path = g_build_filename (folder, "test.bayan", NULL);

  assert_refused (path, BAYAN_LIBRARY_ERROR_FAILED);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* Cut anywhere: said at once, and nothing is made of it. */
static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  fill (fixture);
  whole = read_file (fixture->path);
  size = g_bytes_get_size (whole);
  for (guint i = 0; i < 60; i++)
    {
      gsize length = i < 20   ? (gsize) g_test_rand_int_range (20, 4096)
                     : i < 40 ? (gsize) g_test_rand_int_range (1, (int) (size / 4096)) * 4096
                              : (gsize) g_test_rand_int_range (4096, (int) size);
      g_autoptr (GBytes) after = NULL;

      write_file (fixture->path, g_bytes_get_data (whole, NULL), length);
      assert_refused (fixture->path, BAYAN_LIBRARY_ERROR_DAMAGED);
      after = read_file (fixture->path);
      g_assert_cmpuint (g_bytes_get_size (after), ==, length);
    }
}

/* A page that is not what SQLite left there: an error somewhere, never a crash, never other words than were
 * written. */
static void
test_overwritten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  fill (fixture);
  whole = read_file (fixture->path);
  size = g_bytes_get_size (whole);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      gsize page = (gsize) g_test_rand_int_range (1, (int) (size / 4096));
      g_autoptr (GError) error = NULL;
      g_autoptr (BayanLibrary) library = NULL;

      for (guint j = 0; j < 4096; j++)
        copy[page * 4096 + j] = (guint8) g_test_rand_int ();
      write_file (fixture->path, copy, size);
      library = bayan_library_open (fixture->path, &error);
      if (library != NULL && bayan_library_check (library, &error))
        g_test_message ("page %" G_GSIZE_FORMAT " was not in use", page);
      else
        g_assert_nonnull (error);
    }
}

/* Other words than were written, behind our back: SQLite's own check sees nothing wrong. */
static void
test_other_words (Fixture *fixture, gconstpointer data)
{
  static const char *const CHANGES[] = {
    "UPDATE body SET text = replace (text, 'بغداد', 'بعداد') WHERE id = 3",
    "UPDATE raw SET bytes = zeroblob (length (bytes)) WHERE id = 5",
    "UPDATE body SET map = zeroblob (length (map)) WHERE id = 7",
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (CHANGES); i++)
    {
      gint64 id = 3 + 2 * i;
      g_autoptr (GError) error = NULL;

      execute (fixture->path, CHANGES[i]);
      fixture_open (fixture);
      bayan_open_statement_free (load_statement (fixture->library, id + 1));
      g_assert_null (bayan_library_load_statement (fixture->library, id, &error));
      g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_false (bayan_library_check (fixture->library, &error));
      g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED);
      fixture_close (fixture);
    }
}

static void
assert_cannot_edit (BayanLibrary *library, BayanLibraryError code)
{
  g_autoptr (GError) error = NULL;
  BayanEdit *edit = bayan_edit_new ("confirm", "");

  bayan_edit_set_status (edit, 1, BAYAN_STATUS_CONFIRMED);
  g_assert_false (bayan_library_apply (library, edit, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, (int) code);
  g_clear_error (&error);
  g_assert_cmpint (bayan_library_begin_import (library, &error), ==, -1);
  g_assert_error (error, BAYAN_LIBRARY_ERROR, (int) code);
  g_clear_error (&error);
  g_assert_false (bayan_library_undo (library, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, (int) code);
  bayan_library_set_state (library, "scope", "library");
}

static void
assert_readable (BayanLibrary *library, guint n_statements)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);
  g_autoptr (BayanOpenStatement) open = load_statement (library, 1);

  g_assert_cmpuint (index->headers->len, ==, n_statements);
  g_assert_cmpuint (open->mentions->len, ==, 1);
  assert_found (library, "العراق", n_statements);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  fill (fixture);
  execute (fixture->path, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
  before = read_file (fixture->path);
  fixture_open (fixture);
  g_assert_error (bayan_library_get_read_only (fixture->library), BAYAN_LIBRARY_ERROR,
                  BAYAN_LIBRARY_ERROR_NEWER);
  assert_readable (fixture->library, 30);
  assert_cannot_edit (fixture->library, BAYAN_LIBRARY_ERROR_NEWER);
  fixture_close (fixture);
  after = read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

/* Every version that was released opens, and holds what it held. */
static void
test_version_1 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "library-v1.bayan", NULL);
  g_autoptr (GBytes) bytes = read_file (path);
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  write_file (fixture->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  fixture_open (fixture);
  g_assert_null (bayan_library_get_read_only (fixture->library));
  index = load_index (fixture->library);
  g_assert_cmpuint (index->headers->len, ==, 2);
  g_assert_cmpstr (index->undo->act, ==, "confirm");
  g_assert_cmpuint (((BayanHeader *) g_ptr_array_index (index->headers, 1))->n_confirmed, ==, 1);
  assert_found (fixture->library, "للعراق ", 2);
  assert_found (fixture->library, "مصر ", 1);
  g_assert_true (bayan_library_undo (fixture->library, &error));
  g_assert_true (bayan_library_undo (fixture->library, &error));
  g_assert_true (bayan_library_redo (fixture->library, &error));
  g_assert_no_error (error);
  assert_readable (fixture->library, 2);
  g_assert_true (bayan_library_check (fixture->library, &error));
}

static int
hold_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  BayanLibrary *library = bayan_library_open (path, &error);

  if (library == NULL || write (STDOUT_FILENO, "held\n", 5) != 5)
    return 1;
  while (TRUE)
    pause ();
}

/* A second program is kept out, and let in when the first one is gone, however it went. */
static void
test_in_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) holder = NULL;
  char word[5];

  assert_refused (fixture->path, BAYAN_LIBRARY_ERROR_BUSY);
  assert_found (fixture->library, "العراق", 0);
  fill (fixture);
  holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--hold",
                             fixture->path, NULL);
  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (holder), word, sizeof word, NULL, NULL, &error);
  g_assert_cmpmem (word, sizeof word, "held\n", 5);
  assert_refused (fixture->path, BAYAN_LIBRARY_ERROR_BUSY);
  g_subprocess_send_signal (holder, SIGKILL);
  g_subprocess_wait (holder, NULL, NULL);
  fixture_open (fixture);
  assert_readable (fixture->library, 30);
}

/* The administrator may write everywhere: be somebody else, in a process of its own. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    g_assert_true (setgid (NOBODY) == 0 && setuid (NOBODY) == 0);
}

static void
give_to_nobody (Fixture *fixture, mode_t folder_mode, mode_t file_mode)
{
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
    }
  g_assert_cmpint (g_chmod (fixture->path, (int) file_mode), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, (int) folder_mode), ==, 0);
}

static void
in_process_of_its_own (void)
{
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
assert_opens_read_only (Fixture *fixture)
{
  g_autoptr (GBytes) before = read_file (fixture->path);
  g_autoptr (GBytes) after = NULL;

  fixture_open (fixture);
  g_assert_error (bayan_library_get_read_only (fixture->library), BAYAN_LIBRARY_ERROR,
                  BAYAN_LIBRARY_ERROR_READ_ONLY);
  assert_readable (fixture->library, 30);
  assert_cannot_edit (fixture->library, BAYAN_LIBRARY_ERROR_READ_ONLY);
  fixture_close (fixture);
  after = read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      in_process_of_its_own ();
      return;
    }
  fill (fixture);
  give_to_nobody (fixture, 0555, 0444);
  become_nobody ();
  assert_opens_read_only (fixture);
  g_chmod (fixture->folder, 0755);
  assert_opens_read_only (fixture);
  g_chmod (fixture->folder, 0555);
  g_chmod (fixture->path, 0644);
  assert_opens_read_only (fixture);
  g_chmod (fixture->path, 0000);
  assert_refused (fixture->path, BAYAN_LIBRARY_ERROR_FAILED);
  g_chmod (fixture->folder, 0755);
  g_chmod (fixture->path, 0600);
}

/* Half a library lies in the log. Without the right to write it cannot be brought in: better no answer than
 * an old one. */
static void
test_read_only_after_crash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) crashed_log = NULL;

  if (!g_test_subprocess ())
    {
      in_process_of_its_own ();
      return;
    }
  import_one (fixture->library, "a.txt", "بيان\nأعلن العراق", "العراق", "iso:IRQ");
  file = read_file (fixture->path);
  crashed_log = read_file (log);
  fixture_close (fixture);
  write_file (fixture->path, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  write_file (log, g_bytes_get_data (crashed_log, NULL), g_bytes_get_size (crashed_log));
  g_chmod (log, 0444);
  give_to_nobody (fixture, 0555, 0444);
  become_nobody ();
  assert_refused (fixture->path, BAYAN_LIBRARY_ERROR_READ_ONLY);
  g_chmod (fixture->folder, 0755);
}

/* Imports until the disk is full. Returns how many statements were said to be in. */
static guint
import_until_full (BayanLibrary *library, guint serial)
{
  guint n_acknowledged = 0;

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      gint64 import_id = bayan_library_begin_import (library, &error);
      GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
      g_autoptr (GArray) outcomes = NULL;

      for (guint i = 0; i < 5; i++)
        {
          g_autofree char *filler = g_strnfill (2000, 'x');
          g_autofree char *text = g_strdup_printf ("بيان %u\nأعلن العراق %s", serial++, filler);
          g_ptr_array_add (items, make_item ("a.txt", text, "العراق", "iso:IRQ"));
        }
      if (error == NULL)
        outcomes = bayan_library_import (library, import_id, g_steal_pointer (&items), &error);
      if (error != NULL)
        {
          g_clear_pointer (&items, g_ptr_array_unref);
          g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FULL);
          return n_acknowledged;
        }
      n_acknowledged += outcomes->len;
      g_assert_cmpuint (n_acknowledged, <, 100000);
    }
}

static void
assert_holds (Fixture *fixture, guint n_statements)
{
  g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);
  g_autoptr (GError) error = NULL;
  gboolean is_whole;

  g_assert_cmpuint (index->headers->len, ==, n_statements);
  g_assert_cmpuint (index->tallies->len, ==, n_statements);
  assert_found (fixture->library, "العراق", n_statements);
  is_whole = bayan_library_check (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_true (is_whole);
}

static void
set_file_size_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* No file may grow beyond a limit: what was acknowledged is there, what was not is not, and with room again
 * it goes on. */
static void
test_file_limit (Fixture *fixture, gconstpointer data)
{
  guint n_statements = 0;

  if (!g_test_subprocess ())
    {
      in_process_of_its_own ();
      return;
    }
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < 12; i++)
    {
      set_file_size_limit (400000 + i * 70001);
      n_statements += import_until_full (fixture->library, 1000000 * i);
      assert_holds (fixture, n_statements);
      if (i % 3 == 2)
        {
          fixture_close (fixture);
          set_file_size_limit (RLIM_INFINITY);
          fixture_open (fixture);
          assert_holds (fixture, n_statements);
        }
    }
  g_assert_cmpuint (n_statements, >, 0);
}

/* A disk of our own, in a name space of our own that goes away with the process. */
static gboolean
mount_small_disk (const char *folder, const char *size)
{
  g_autofree char *options = g_strconcat ("size=", size, NULL);
  g_autofree char *user_map = g_strdup_printf ("0 %u 1", (guint) geteuid ());

  if (unshare (CLONE_NEWNS) != 0)
    {
      if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0
          || !g_file_set_contents_full ("/proc/self/uid_map", user_map, -1, G_FILE_SET_CONTENTS_NONE, 0,
                                        NULL))
        return FALSE;
    }
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("tmpfs", folder, "tmpfs", 0, options) == 0;
}

/* Tried in a child: the right may be missing, and in a chroot "/" is no mount point that could be made private. */
static gboolean
can_mount_small_disk (const char *folder)
{
  int status = 1;
  pid_t child = fork ();

  if (child == 0)
    _exit (mount_small_disk (folder, "1m") ? 0 : 1);
  return child > 0 && waitpid (child, &status, 0) == child && status == 0;
}

static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  static const char *const SIZES[] = { "1m", "2m", "3m", "5m" };

  if (!g_test_subprocess () && !can_mount_small_disk (fixture->folder))
    {
      g_test_skip ("no right to mount a disk");
      return;
    }
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  fixture_close (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      guint n_statements;

      g_assert_true (mount_small_disk (fixture->folder, SIZES[i]));
      fixture_open (fixture);
      n_statements = import_until_full (fixture->library, 0);
      assert_holds (fixture, n_statements);
      fixture_close (fixture);
      fixture_open (fixture);
      assert_holds (fixture, n_statements);
      fixture_close (fixture);
      umount2 (fixture->folder, MNT_DETACH);
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/file/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    return hold_library (argv[2]);
  g_test_init (&argc, &argv, NULL);
  ADD ("not-a-library", test_not_a_library);
  ADD ("no-folder", test_no_folder);
  ADD ("truncated", test_truncated);
  ADD ("overwritten", test_overwritten);
  ADD ("other-words", test_other_words);
  ADD ("newer", test_newer);
  ADD ("version-1", test_version_1);
  ADD ("in-use", test_in_use);
  ADD ("read-only", test_read_only);
  ADD ("read-only-after-crash", test_read_only_after_crash);
  ADD ("file-limit", test_file_limit);
  ADD ("disk-full", test_disk_full);
  return g_test_run ();
}
