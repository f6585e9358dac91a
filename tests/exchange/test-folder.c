/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-folder.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct {
  GFile *root;
  GString *found;  /* names below the root, one a line */
  GString *failed; /* names and error codes */
  guint stop_after;
  GCancellable *cancelled_at_first; /* nullable */
} Walked;

static gboolean
found_cb (GFile *file, goffset size_bytes, gpointer data)
{
  Walked *self = data;
  g_autofree char *name = g_file_get_relative_path (self->root, file);

  g_string_append_printf (self->found, "%s\n", name != NULL ? name : ".");
  if (self->cancelled_at_first != NULL)
    g_cancellable_cancel (self->cancelled_at_first);
  return self->stop_after == 0 || --self->stop_after > 0;
}

static void
failed_cb (GFile *file, const GError *error, gpointer data)
{
  Walked *self = data;

  g_string_append_printf (self->failed, "%s %d\n", g_quark_to_string (error->domain), error->code);
}

static void
set_up (Walked *self)
{
  g_autofree char *path = g_dir_make_tmp ("bayan-folder-XXXXXX", NULL);

  self->root = g_file_new_for_path (path);
  self->found = g_string_new (NULL);
  self->failed = g_string_new (NULL);
  self->stop_after = 0;
  self->cancelled_at_first = NULL;
}

static void
put (Walked *self, const char *name)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (self->root), name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
}

static void
remove_tree (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  if (dir != NULL)
    g_dir_close (dir);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Walked *self)
{
  remove_tree (g_file_peek_path (self->root));
  g_object_unref (self->root);
  g_string_free (self->found, TRUE);
  g_string_free (self->failed, TRUE);
}

static void
test_folders (void)
{
  Walked walked;

  set_up (&walked);
  put (&walked, "b.TXT");
  put (&walked, "a.html");
  put (&walked, "a.ann");
  put (&walked, "picture.png");
  put (&walked, ".hidden.txt");
  put (&walked, "c/deeper/d.htm");
  bayan_folder_walk (walked.root, NULL, found_cb, failed_cb, &walked);
  g_assert_cmpstr (walked.found->str, ==, "a.html\nb.TXT\nc/deeper/d.htm\n");
  g_assert_cmpstr (walked.failed->str, ==, "");
  tear_down (&walked);
}

/* A file that is named is read, whatever it is called. */
static void
test_named_file (void)
{
  Walked walked;
  g_autoptr (GFile) file = NULL;

  set_up (&walked);
  put (&walked, "statement.md");
  file = g_file_get_child (walked.root, "statement.md");
  bayan_folder_walk (file, NULL, found_cb, failed_cb, &walked);
  g_assert_cmpstr (walked.found->str, ==, "statement.md\n");
  tear_down (&walked);
}

static void
test_nothing_in_it (void)
{
  Walked walked;

  set_up (&walked);
  put (&walked, "pictures/a.png");
  bayan_folder_walk (walked.root, NULL, found_cb, failed_cb, &walked);
  g_assert_cmpstr (walked.found->str, ==, "");
  g_assert_cmpstr (walked.failed->str, ==, "bayan-folder-error-quark 0\n");
  tear_down (&walked);
}

static void
test_not_there (void)
{
  Walked walked;
  g_autoptr (GFile) file = NULL;

  set_up (&walked);
  file = g_file_get_child (walked.root, "nowhere.txt");
  bayan_folder_walk (file, NULL, found_cb, failed_cb, &walked);
  g_assert_cmpstr (walked.found->str, ==, "");
  g_assert_cmpstr (walked.failed->str, ==, "g-io-error-quark 1\n");
  tear_down (&walked);
}

/* A link to the folder above would go round for ever. */
static void
test_link_upwards (void)
{
  Walked walked;

  set_up (&walked);
  put (&walked, "a.txt");
  g_autofree char *link = g_build_filename (g_file_peek_path (walked.root), "up", NULL);
  g_assert_cmpint (symlink ("..", link), ==, 0);
  bayan_folder_walk (walked.root, NULL, found_cb, failed_cb, &walked);
  g_assert_cmpstr (walked.found->str, ==, "a.txt\n");
  tear_down (&walked);
}

static void
test_stopping (void)
{
  Walked walked;

  set_up (&walked);
  put (&walked, "a.txt");
  put (&walked, "b/c.txt");
  put (&walked, "d.txt");
  walked.stop_after = 2;
  bayan_folder_walk (walked.root, NULL, found_cb, failed_cb, &walked);
  g_assert_cmpstr (walked.found->str, ==, "a.txt\nb/c.txt\n");
  tear_down (&walked);
}

static void
test_cancelled (void)
{
  Walked walked;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  set_up (&walked);
  put (&walked, "a.txt");
  g_cancellable_cancel (cancellable);
  bayan_folder_walk (walked.root, cancellable, found_cb, failed_cb, &walked);
  g_assert_cmpstr (walked.found->str, ==, "");
  g_assert_cmpstr (walked.failed->str, ==, "");
  tear_down (&walked);
}

/* The analyst cancels while the files of one folder are being read. */
static void
test_cancelled_inside (void)
{
  Walked walked;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  set_up (&walked);
  put (&walked, "a.txt");
  put (&walked, "b.txt");
  walked.cancelled_at_first = cancellable;
  bayan_folder_walk (walked.root, cancellable, found_cb, failed_cb, &walked);
  g_assert_cmpstr (walked.found->str, ==, "a.txt\n");
  g_assert_cmpstr (walked.failed->str, ==, "");
  tear_down (&walked);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folder/folders", test_folders);
  g_test_add_func ("/folder/named-file", test_named_file);
  g_test_add_func ("/folder/nothing-in-it", test_nothing_in_it);
  g_test_add_func ("/folder/not-there", test_not_there);
  g_test_add_func ("/folder/link-upwards", test_link_upwards);
  g_test_add_func ("/folder/stopping", test_stopping);
  g_test_add_func ("/folder/cancelled", test_cancelled);
  g_test_add_func ("/folder/cancelled-inside", test_cancelled_inside);
  return g_test_run ();
}
