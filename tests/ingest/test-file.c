/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: what is read, what is refused without being opened. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support-ingest.h"

#define TEXT "بيان مشترك\n\nأكد الوزراء التزامهم.\n"

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bayan-ingest-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_no_errno (chmod (fixture->folder, 0755));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GFile *
file_named (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
assert_file_refused (GFile *file, BayanIngestError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bayan_ingest_file (file, NULL, &error));
  g_assert_error (error, BAYAN_INGEST_ERROR, (int) code);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_named (fixture, "بيان.txt");
  g_autoptr (BayanStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TEXT, -1);

  g_file_set_contents (g_file_peek_path (file), TEXT, -1, &error);
  g_assert_no_error (error);
  statement = bayan_ingest_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (statement->name, ==, "بيان.txt");
  g_assert_true (g_str_has_prefix (statement->uri, "file:///"));
  g_assert_cmpstr (statement->sha256, ==, sum);
  g_assert_cmpstr (statement->title, ==, "بيان مشترك");
  assert_consistent (statement);
}

/* A name that is not UTF-8 is shown as well as it can be. */
static void
test_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_named (fixture, "\xC8\xED\xC7\xE4\n.txt");
  g_autoptr (BayanStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), TEXT, -1, NULL);
  statement = bayan_ingest_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (statement->name, -1, NULL));
  g_assert_cmpuint (strlen (statement->name), >, 4);
  g_assert_null (strchr (statement->name, '\n'));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) missing = file_named (fixture, "missing.txt");
  g_autoptr (GFile) empty = file_named (fixture, "empty.txt");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) pipe = file_named (fixture, "pipe");
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) loop = file_named (fixture, "loop");

  g_file_set_contents (g_file_peek_path (empty), "", 0, NULL);
  g_assert_no_errno (mkfifo (g_file_peek_path (pipe), 0600));
  g_assert_no_errno (symlink ("loop", g_file_peek_path (loop)));
  assert_file_refused (missing, BAYAN_INGEST_ERROR_NOT_FOUND);
  assert_file_refused (empty, BAYAN_INGEST_ERROR_EMPTY);
  assert_file_refused (folder, BAYAN_INGEST_ERROR_DIRECTORY);
  assert_file_refused (pipe, BAYAN_INGEST_ERROR_NOT_REGULAR);
  assert_file_refused (device, BAYAN_INGEST_ERROR_NOT_REGULAR);
  assert_file_refused (loop, BAYAN_INGEST_ERROR_NOT_FOUND);
}

/* Ten gigabytes, on a disk that has no room for them: refused by its size, at once. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_named (fixture, "large.txt");
  int descriptor = open (g_file_peek_path (file), O_CREAT | O_WRONLY, 0600);
  gint64 before = g_get_monotonic_time ();

  g_assert_cmpint (descriptor, >=, 0);
  g_assert_no_errno (ftruncate (descriptor, (off_t) 10 * 1024 * 1024 * 1024));
  g_assert_no_errno (close (descriptor));
  assert_file_refused (file, BAYAN_INGEST_ERROR_TOO_LARGE);
  g_assert_cmpint (g_get_monotonic_time () - before, <, G_USEC_PER_SEC);
}

/* Root may read everything, so root does this as somebody else. */
static void
test_permission (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_named (fixture, "closed.txt");
  gboolean root = geteuid () == 0;

  g_file_set_contents (g_file_peek_path (file), TEXT, -1, NULL);
  g_assert_no_errno (chmod (g_file_peek_path (file), 0000));
  if (root)
    g_assert_no_errno (seteuid (65534));
  assert_file_refused (file, BAYAN_INGEST_ERROR_PERMISSION);
  if (root)
    g_assert_no_errno (seteuid (0));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_named (fixture, "text.txt");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), TEXT, -1, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (bayan_ingest_file (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ingest/file/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/ingest/file/name", Fixture, NULL, set_up, test_name, tear_down);
  g_test_add ("/ingest/file/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/ingest/file/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  g_test_add ("/ingest/file/permission", Fixture, NULL, set_up, test_permission, tear_down);
  g_test_add ("/ingest/file/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
