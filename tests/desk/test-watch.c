/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>

#include "bayan-folder-scan.h"
#include "bayan-seen-sums.h"

#define ROME "بيان روما\n\nاجتمع الوزراء في روما لبحث الوضع في العراق وسوريا، وشكروا العراق.\n"
#define RABAT "بيان الرباط\n\nأكد الوزراء دعم العراق ودول الساحل، وأشاد الوزير العراقي بالتحالف.\n"
#define PARIS "بيان باريس\n\nأكد الوزراء في باريس دعم لبنان وسيادته.\n"

static void
watch (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_mkdir (path, 0700);
  bayan_watch_set_folder (bayan_desk_get_watch (fixture->desk), folder);
}

/* Longer than a file needs to come to rest. */
static void
pass_seconds (double seconds)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  wait_until (g_get_monotonic_time () > end_us);
}

/* What is there, what appears, also in a folder that is new: each once, and in the list. */
static void
test_appears (Fixture *fixture, gconstpointer data)
{
  g_free (fixture_put (fixture, "in/rome.txt", ROME));
  watch (fixture);
  wait_until (fixture->statements->len == 1);
  g_free (fixture_put (fixture, "in/deeper/rabat.txt", RABAT));
  wait_until (fixture->statements->len == 2);
  g_free (fixture_put (fixture, "in/deeper/paris.txt", PARIS));
  wait_until (fixture->statements->len == 3);
  g_assert_cmpint (bayan_import_job_get_cause (bayan_desk_get_job (fixture->desk)), ==, BAYAN_IMPORT_WATCHED);
  fixture_check (fixture);
}

/* A file that still grows, a download, a hidden one and a picture are left alone. */
static void
test_grows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  watch (fixture);
  g_free (fixture_put (fixture, "in/page.html.part", ROME));
  g_free (fixture_put (fixture, "in/.hidden.txt", ROME));
  g_free (fixture_put (fixture, "in/picture.png", "x"));
  path = fixture_put (fixture, "in/rome.txt", "بيان");
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s%u", ROME, i);
      pass_seconds (0.3);
      g_assert_cmpuint (fixture->statements->len, ==, 0);
      g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
  wait_until (fixture->statements->len == 1);
  pass_seconds (1.5);
  g_assert_cmpuint (fixture->statements->len, ==, 1);
}

/* What the library has is passed over without a word, also when it is opened again; so is what was refused once. */
static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  BayanImportJob *job;

  g_free (fixture_put (fixture, "in/rome.txt", ROME));
  g_free (fixture_put (fixture, "in/empty.txt", ""));
  watch (fixture);
  wait_until ((job = bayan_desk_get_job (fixture->desk)) != NULL && !bayan_import_job_get_running (job));
  g_assert_cmpuint (bayan_import_job_get_n_refused (job), ==, 1);
  pass_seconds (0.3); /* until that is remembered */
  fixture_reopen (fixture);
  g_assert_true (bayan_watch_get_enabled (bayan_desk_get_watch (fixture->desk)));
  pass_seconds (1.5);
  g_assert_null (bayan_desk_get_job (fixture->desk));
  g_free (fixture_put (fixture, "in/paris.txt", PARIS));
  wait_until (fixture->statements->len == 2);
  g_assert_cmpuint (bayan_import_job_get_n_refused (bayan_desk_get_job (fixture->desk)), ==, 0);
}

static void
test_off (Fixture *fixture, gconstpointer data)
{
  BayanWatch *ours = bayan_desk_get_watch (fixture->desk);

  watch (fixture);
  bayan_watch_set_enabled (ours, FALSE);
  g_free (fixture_put (fixture, "in/rome.txt", ROME));
  pass_seconds (2);
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  g_assert_nonnull (bayan_watch_get_folder (ours));
  bayan_watch_set_enabled (ours, TRUE);
  wait_until (fixture->statements->len == 1);
}

/* The folder goes, which is said, and comes back, which ends it. */
static void
test_lost (Fixture *fixture, gconstpointer data)
{
  BayanWatch *ours = bayan_desk_get_watch (fixture->desk);
  g_autofree char *path = g_build_filename (fixture->folder, "in", NULL);
  g_autofree char *away = g_build_filename (fixture->folder, "away", NULL);

  watch (fixture);
  g_assert_false (bayan_watch_get_lost (ours));
  pass_seconds (0.5);
  g_assert_cmpint (g_rename (path, away), ==, 0);
  wait_until (bayan_watch_get_lost (ours));
  g_assert_cmpint (g_rename (away, path), ==, 0);
  bayan_watch_set_enabled (ours, FALSE);
  g_assert_false (bayan_watch_get_lost (ours));
  bayan_watch_set_enabled (ours, TRUE);
  g_free (fixture_put (fixture, "in/rome.txt", ROME));
  wait_until (fixture->statements->len == 1);
  g_assert_false (bayan_watch_get_lost (ours));
}

static void
test_partial_names (void)
{
  static const char *const PARTIAL[] = { "a.html.part", "a.pdf.crdownload", "a.TMP",
                                         "a.txt~",      "~$a.docx",         ".~lock.a.odt#" };

  for (guint i = 0; i < G_N_ELEMENTS (PARTIAL); i++)
    g_assert_true (bayan_folder_scan_is_partial_name (PARTIAL[i]));
  g_assert_false (bayan_folder_scan_is_partial_name ("partial.txt"));
  g_assert_false (bayan_folder_scan_is_partial_name ("بيان.txt"));
}

static void
test_seen_sums (void)
{
  g_autofree char *words = NULL;
  BayanSeenSums *sums = bayan_seen_sums_new (NULL), *copy;

  for (guint i = 0; i <= BAYAN_SEEN_SUMS_MAX; i++)
    {
      g_autofree char *first = g_strdup_printf ("%016u%048u", i, 0u);
      bayan_seen_sums_add (sums, first);
      g_assert_true (bayan_seen_sums_has (sums, first));
    }
  words = bayan_seen_sums_to_string (sums);
  copy = bayan_seen_sums_new (words);
  g_assert_false (bayan_seen_sums_has (copy, "0000000000000000"));
  g_assert_true (bayan_seen_sums_has (copy, "0000000000000001"));
  g_assert_true (bayan_seen_sums_has (copy, "0000000000001000"));
  bayan_seen_sums_free (copy);
  bayan_seen_sums_free (sums);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/watch/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("appears", test_appears);
  ADD ("grows", test_grows);
  ADD ("quiet", test_quiet);
  ADD ("off", test_off);
  ADD ("lost", test_lost);
  g_test_add_func ("/watch/partial-names", test_partial_names);
  g_test_add_func ("/watch/seen-sums", test_seen_sums);
  return g_test_run ();
}
