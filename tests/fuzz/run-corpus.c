/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In place of libFuzzer's own main(): each file below the folders given is one test. */
#include <gio/gio.h>

#include "fuzz.h"

static void
run_file (gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &contents, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
}

static void
add_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test_name = g_strconcat ("/corpus/", name, NULL);
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_test_add_data_func_full (test_name, path, run_file, g_free);
      else
        g_free (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    add_folder (argv[i]);
  return g_test_run ();
}
