/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In place of libFuzzer's own main(): runs each file below the folders given; a folder is one test. */
#include <gio/gio.h>

#include "fuzz.h"

static void
run_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_test_message ("%s", path);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
}

static void
run_folder (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (data, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (data, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        run_file (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *base_name = g_path_get_basename (argv[i]);
      g_autofree char *test_name = g_strconcat ("/corpus/", base_name, NULL);

      g_test_add_data_func (test_name, argv[i], run_folder);
    }
  return g_test_run ();
}
