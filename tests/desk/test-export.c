/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements written for other programs while the analyst goes on. */
#include <glib/gstdio.h>
#include <string.h>

#include "bayan-export-job.h"
#include "fixture.h"

#define ONE "بيان أول\n\nزار الوزير بغداد.\n"
#define TWO "بيان ثان\n\nاجتمع الوفد في البصرة.\n"

static BayanExportJob *
start (Fixture *fixture, BayanExportFormat format, BayanExportChoice choice, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);

  return bayan_desk_export (fixture->desk, format, choice, FALSE, target);
}

static char *
read_all (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  gint64 first = fixture_import_text (fixture, ONE);
  g_autoptr (BayanExportJob) job = NULL, other = NULL;
  g_autofree char *csv = NULL, *some = NULL;

  fixture_import_text (fixture, TWO);
  fixture_read (fixture, first);
  g_assert_cmpuint (bayan_desk_count_export (fixture->desk, BAYAN_EXPORT_LIBRARY), ==, 2);
  g_assert_cmpuint (bayan_desk_count_export (fixture->desk, BAYAN_EXPORT_READING), ==, 1);
  job = start (fixture, BAYAN_EXPORT_MENTIONS, BAYAN_EXPORT_LIBRARY, "all.csv");
  wait_until (!bayan_export_job_get_running (job));
  g_assert_no_error (bayan_export_job_get_error (job));
  g_assert_nonnull (bayan_export_job_get_written (job));
  csv = read_all (fixture, "all.csv");
  g_assert_nonnull (strstr (csv, "بغداد"));
  g_assert_nonnull (strstr (csv, "البصرة"));
  bayan_desk_set_search (fixture->desk, "الوفد");
  wait_until (bayan_desk_get_n_matching (fixture->desk) == 1);
  other = start (fixture, BAYAN_EXPORT_MENTIONS, BAYAN_EXPORT_MATCHING, "some.csv");
  wait_until (!bayan_export_job_get_running (other));
  some = read_all (fixture, "some.csv");
  g_assert_null (strstr (some, "بغداد"));
  g_assert_nonnull (strstr (some, "البصرة"));
}

/* Relations and notes go into the folder with them. */
static void
test_brat (Fixture *fixture, gconstpointer data)
{
  gint64 first = fixture_import_text (fixture, "بيان\n\nزار العراق، وهو عضو في الأمم المتحدة.\n");
  g_autoptr (BayanExportJob) job = NULL;
  g_autofree char *ann = NULL, *path = NULL;
  BayanRelation relation = { 0, 0, BAYAN_RELATION_MEMBER_OF };

  fixture_read (fixture, first);
  relation.source = fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id;
  relation.target = fixture_find (fixture, "الأمم المتحدة", BAYAN_MENTION_ORG)->id;
  g_assert_true (bayan_desk_relate (fixture->desk, &relation));
  fixture_act (fixture);
  bayan_desk_set_note (fixture->desk, BAYAN_NOTE_OF_MENTION, relation.source, "يراجع");
  fixture_act (fixture);
  job = start (fixture, BAYAN_EXPORT_BRAT, BAYAN_EXPORT_READING, ".");
  wait_until (!bayan_export_job_get_running (job));
  g_assert_no_error (bayan_export_job_get_error (job));
  path = g_strdup_printf ("%s/بيان.ann", g_file_peek_path (bayan_export_job_get_written (job)));
  g_assert_true (g_file_get_contents (path, &ann, NULL, NULL));
  g_assert_nonnull (strstr (ann, "R1\tmember_of Arg1:T"));
  g_assert_nonnull (strstr (ann, "\tيراجع\n"));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanExportJob) job = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);

  fixture_import_text (fixture, ONE);
  job = start (fixture, BAYAN_EXPORT_MENTIONS, BAYAN_EXPORT_LIBRARY, "out.csv");
  bayan_export_job_cancel (job);
  wait_until (!bayan_export_job_get_running (job));
  g_assert_true (bayan_export_job_get_cancelled (job));
  g_assert_null (bayan_export_job_get_error (job));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanExportJob) job = NULL;

  fixture_import_text (fixture, ONE);
  job = start (fixture, BAYAN_EXPORT_MENTIONS, BAYAN_EXPORT_LIBRARY, "no/such/out.csv");
  wait_until (!bayan_export_job_get_running (job));
  g_assert_error (bayan_export_job_get_error (job), G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Another library: what was begun is over, and leaves nothing. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanExportJob) job = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("بيان %u\n\nزار الوزير بغداد.\n", i);

      fixture_import_text (fixture, text);
    }
  job = start (fixture, BAYAN_EXPORT_BRAT, BAYAN_EXPORT_LIBRARY, ".");
  fixture_close (fixture);
  wait_until (!bayan_export_job_get_running (job));
  g_assert_null (bayan_export_job_get_written (job));
  fixture_reopen (fixture);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/export/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("choice", test_choice);
  ADD ("brat", test_brat);
  ADD ("cancelled", test_cancelled);
  ADD ("failed", test_failed);
  ADD ("closed", test_closed);
  return g_test_run ();
}
