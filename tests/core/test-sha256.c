/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-sha256.h"

/* Libraries are full of sums that GLib made. */
static void
test_same_as_glib (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint length = 0; length < 300; length++)
    {
      g_autofree guint8 *data = g_malloc (length + 1);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *ours = NULL, *theirs = NULL;

      for (guint i = 0; i < length; i++)
        data[i] = (guint8) g_rand_int_range (rand, 0, 256);
      bytes = g_bytes_new (data, length);
      ours = bayan_sha256_of_bytes (bytes);
      theirs = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_assert_cmpstr (ours, ==, theirs);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sha256/same-as-glib", test_same_as_glib);
  return g_test_run ();
}
