/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "bayan-import-pace.h"
#include "bayan-import-pipe.h"
#include "bayan-import-writer.h"
#include "bayan-trouble.h"

#define ROME "بيان روما\n\nاجتمع الوزراء في روما لبحث الوضع في العراق وسوريا، وشكروا العراق.\n"
#define RABAT "بيان الرباط\n\nأكد الوزراء دعم العراق ودول الساحل، وأشاد الوزير العراقي بالتحالف.\n"

/* More than are at the library at once. */
#define MANY (5 * BAYAN_IMPORT_WRITER_MAX_PARCELS)

static void
put_many (Fixture *fixture, const char *folder, guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%04u.txt", folder, i);
      g_autofree char *text = g_strdup_printf (
          "بيان رقم %u\n\nاجتمع الوزراء لبحث الوضع في العراق وسوريا، وعددهم %u.\n", i, i + 1);
      g_free (fixture_put (fixture, name, text));
    }
}

static BayanImportNote *
get_note (BayanImportJob *job, guint position)
{
  g_autoptr (BayanImportNote) note = g_list_model_get_item (bayan_import_job_get_notes (job), position);

  g_assert_nonnull (note);
  return note; /* the job has it */
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "rome.txt", "rabat.md", NULL };
  g_autoptr (BayanImportJob) job = NULL;

  g_free (fixture_put (fixture, "rome.txt", ROME));
  g_free (fixture_put (fixture, "rabat.md", RABAT));
  job = fixture_import (fixture, names);
  g_assert_cmpuint (bayan_import_job_get_n_added (job), ==, 2);
  g_assert_cmpuint (bayan_import_job_get_n_done (job), ==, 2);
  g_assert_cmpuint (bayan_import_job_get_n_total (job), ==, 2);
  g_assert_cmpfloat (bayan_import_job_get_fraction (job), ==, 1);
  g_assert_cmpstr (bayan_import_note_get_name (get_note (job, 0)), ==, "rome.txt");
  g_assert_cmpstr (bayan_import_note_get_name (get_note (job, 1)), ==, "rabat.md");
  g_assert_cmpint (bayan_import_note_get_result (get_note (job, 1)), ==, BAYAN_IMPORT_ADDED);
  g_assert_true (bayan_desk_get_job (fixture->desk) == job);
  g_assert_null (bayan_import_job_get_error (job));
  fixture_check (fixture);
}

/* Byte for byte the same: known, whether it came before or in the same batch. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "a.txt", "b.txt", "c.txt", NULL };
  g_autoptr (BayanImportJob) job = NULL, again = NULL;

  g_free (fixture_put (fixture, "a.txt", ROME));
  g_free (fixture_put (fixture, "b.txt", RABAT));
  g_free (fixture_put (fixture, "c.txt", ROME));
  job = fixture_import (fixture, names);
  g_assert_cmpuint (bayan_import_job_get_n_added (job), ==, 2);
  g_assert_cmpuint (bayan_import_job_get_n_known (job), ==, 1);
  g_assert_cmpint (bayan_import_note_get_result (get_note (job, 2)), ==, BAYAN_IMPORT_KNOWN);
  g_assert_cmpint (bayan_import_note_get_statement (get_note (job, 2)), ==,
                   bayan_import_note_get_statement (get_note (job, 0)));
  again = fixture_import (fixture, names);
  g_assert_cmpuint (bayan_import_job_get_n_known (again), ==, 3);
  g_assert_cmpuint (fixture->statements->len, ==, 2);
  fixture_check (fixture);
}

/* One undo takes back all that an import brought, however many batches it took. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "many", NULL };
  g_autoptr (BayanImportJob) job = NULL;
  const char *subject;

  put_many (fixture, "many", 230);
  g_free (fixture_put (fixture, "many/notes.ann", "T1\tGPE 0 1\tا\n"));
  job = fixture_import (fixture, names);
  g_assert_cmpuint (bayan_import_job_get_n_added (job), ==, 230);
  g_assert_cmpuint (bayan_import_job_get_n_total (job), ==, 230);
  g_assert_cmpuint (fixture->statements->len, ==, 230);
  for (guint i = 0; i < 230; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%04u.txt", i);
      g_assert_cmpstr (bayan_import_note_get_name (get_note (job, i)), ==, expected);
    }
  fixture_check (fixture);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "import");
  g_assert_cmpstr (subject, ==, "230");
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  g_assert_false (bayan_desk_get_can_undo (fixture->desk));
  fixture_check (fixture);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  const char *names[] = {
    "empty.txt", "blank.txt", "binary.txt", "nowhere.txt", "pictures", "good.txt", NULL
  };
  const BayanTrouble expected[] = { BAYAN_TROUBLE_EMPTY, BAYAN_TROUBLE_BLANK, BAYAN_TROUBLE_BINARY,
                                    BAYAN_TROUBLE_NOT_FOUND, BAYAN_TROUBLE_NO_STATEMENTS };
  static const char BINARY[] = "\1\2\3\0\0\5\6\7\0\0\0\1\2\3\0\0\0\x10\x11\0\0\0\0\1";
  g_autofree char *binary = g_build_filename (fixture->folder, "binary.txt", NULL);
  g_autoptr (BayanImportJob) job = NULL;

  g_free (fixture_put (fixture, "empty.txt", ""));
  g_free (fixture_put (fixture, "blank.txt", "  \n\n \n"));
  g_free (fixture_put (fixture, "pictures/a.png", "x"));
  g_free (fixture_put (fixture, "good.txt", ROME));
  g_assert_true (g_file_set_contents (binary, BINARY, sizeof BINARY, NULL));
  job = fixture_import (fixture, names);
  g_assert_cmpuint (bayan_import_job_get_n_refused (job), ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (bayan_import_job_get_n_added (job), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      BayanImportNote *note = get_note (job, i);
      g_assert_cmpstr (bayan_import_note_get_name (note), ==, names[i]);
      g_assert_cmpint (bayan_import_note_get_result (note), ==, BAYAN_IMPORT_REFUSED);
      g_assert_cmpint (bayan_import_note_get_statement (note), ==, 0);
      g_assert_cmpint (bayan_trouble_of (bayan_import_note_get_error (note)), ==, expected[i]);
    }
  g_assert_null (bayan_import_job_get_error (job));
  fixture_check (fixture);
}

static void
test_no_permission (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "secret.txt", NULL };
  g_autofree char *path = fixture_put (fixture, "secret.txt", ROME);
  g_autoptr (BayanImportJob) job = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  g_chmod (path, 0);
  job = fixture_import (fixture, names);
  g_assert_cmpuint (bayan_import_job_get_n_refused (job), ==, 1);
  g_assert_cmpint (bayan_trouble_of (bayan_import_note_get_error (get_note (job, 0))), ==,
                   BAYAN_TROUBLE_PERMISSION);
}

/* Nothing but refusals makes no act that could be undone. */
static void
test_nothing_imported (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "empty.txt", NULL }, *none[] = { NULL };
  g_autoptr (BayanImportJob) job = NULL, nothing = NULL;

  g_free (fixture_put (fixture, "empty.txt", ""));
  job = fixture_import (fixture, names);
  g_assert_cmpuint (bayan_import_job_get_n_refused (job), ==, 1);
  g_assert_false (bayan_desk_get_can_undo (fixture->desk));
  nothing = fixture_import (fixture, none);
  g_assert_cmpuint (bayan_import_job_get_n_total (nothing), ==, 0);
}

static void
start_many (Fixture *fixture, guint n_files, BayanImportJob **job)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = g_build_filename (fixture->folder, "many", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  put_many (fixture, "many", n_files);
  g_list_store_append (files, file);
  *job = bayan_desk_import_files (fixture->desk, G_LIST_MODEL (files));
}

static guint
count_iraq (BayanDesk *desk)
{
  return bayan_entity_item_get_count (bayan_desk_find_entity (desk, "iso:IRQ"));
}

static void
finished_cb (BayanImportJob *job, Fixture *fixture)
{
  g_assert_cmpuint (count_iraq (fixture->desk), ==, MANY);
}

/* Statements come in many parts; what is counted of them follows some times a second, and the last of it before the
 * import says that it is done. None of it changes what matches. */
static void
test_counts_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanImportJob) job = NULL;
  gint64 start_us = g_get_monotonic_time ();
  guint n_updated = fixture->n_updated, n_filter_changed = fixture->n_filter_changed;
  double seconds;

  start_many (fixture, MANY, &job);
  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), fixture);
  wait_until (!bayan_import_job_get_running (job));
  seconds = (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC;
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, MANY);
  g_assert_cmpuint (fixture->n_filter_changed, ==, n_filter_changed);
  g_assert_cmpfloat (fixture->n_updated - n_updated, <=, 10 * seconds + 4);
  fixture_check (fixture);
}

/* What is typed while an import runs is answered in its turn, and what comes after that is found, too. */
static void
test_search_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanImportJob) job = NULL;
  guint n_filter_changed, n_added;

  start_many (fixture, MANY, &job);
  bayan_desk_set_search (fixture->desk, "العراق");
  wait_until (bayan_import_job_get_n_added (job) > 0);
  n_filter_changed = fixture->n_filter_changed;
  n_added = bayan_import_job_get_n_added (job);
  bayan_desk_set_search (fixture->desk, "سوريا");
  wait_until (fixture->n_filter_changed > n_filter_changed);
  g_assert_true (bayan_import_job_get_running (job));
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), >=, n_added);
  wait_until (!bayan_import_job_get_running (job));
  wait_until (bayan_desk_get_n_matching (fixture->desk) == MANY);
  fixture_check (fixture);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanImportJob) job = NULL;
  guint n_added;

  start_many (fixture, MANY, &job);
  wait_until (bayan_import_job_get_n_added (job) > 0);
  bayan_import_job_cancel (job);
  wait_until (!bayan_import_job_get_running (job));
  n_added = bayan_import_job_get_n_added (job);
  g_assert_true (bayan_import_job_get_cancelled (job));
  g_assert_cmpuint (n_added, <, MANY);
  g_assert_cmpfloat (bayan_import_job_get_fraction (job), <, 1);
  /* What was committed stays, and it is what was said. */
  g_assert_cmpuint (fixture->statements->len, ==, n_added);
  g_assert_cmpuint (g_list_model_get_n_items (bayan_import_job_get_notes (job)), ==, n_added);
  fixture_check (fixture);
  fixture_reopen (fixture);
  g_assert_cmpuint (fixture->statements->len, ==, n_added);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (fixture->statements->len, ==, 0);
}

static void
test_cancel_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanImportJob) job = NULL;

  start_many (fixture, 20, &job);
  bayan_import_job_cancel (job);
  wait_until (!bayan_import_job_get_running (job));
  bayan_import_job_cancel (job);
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  fixture_import_text (fixture, ROME); /* and the next one is not in its way */
  fixture_check (fixture);
}

static void
test_closing_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanImportJob) job = NULL;
  guint n_added;

  start_many (fixture, MANY, &job);
  wait_until (bayan_import_job_get_n_added (job) > 0);
  n_added = bayan_import_job_get_n_added (job);
  fixture_reopen (fixture);
  g_assert_false (bayan_import_job_get_running (job));
  g_assert_cmpuint (fixture->statements->len, >=, n_added);
  g_assert_cmpuint (fixture->statements->len, <, MANY);
  fixture_check (fixture);
}

typedef struct {
  double last;
  guint n_told;
} Progress;

static void
fraction_cb (BayanImportJob *job, GParamSpec *pspec, Progress *progress)
{
  double fraction = bayan_import_job_get_fraction (job);

  g_assert_cmpfloat (fraction, >=, progress->last);
  progress->last = fraction;
  progress->n_told++;
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanImportJob) job = NULL;
  Progress progress = { 0, 0 };
  gint64 began = g_get_monotonic_time ();

  start_many (fixture, 300, &job);
  g_signal_connect (job, "notify::fraction", G_CALLBACK (fraction_cb), &progress);
  wait_until (!bayan_import_job_get_running (job));
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.n_told, <=, (guint) ((g_get_monotonic_time () - began) / 100000) + 2);
}

/* A second import waits for the first, and both are whole. */
static void
test_queue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanImportJob) first = NULL, second = NULL, third = NULL;

  start_many (fixture, 300, &first);
  second = bayan_desk_import_text (fixture->desk, ROME);
  third = bayan_desk_import_text (fixture->desk, RABAT);
  g_assert_true (bayan_desk_get_job (fixture->desk) == first);
  bayan_import_job_cancel (third);
  g_assert_false (bayan_import_job_get_running (third));
  g_assert_true (bayan_import_job_get_running (second));
  wait_until (!bayan_import_job_get_running (second));
  g_assert_false (bayan_import_job_get_running (first));
  g_assert_true (bayan_desk_get_job (fixture->desk) == second);
  g_assert_cmpuint (fixture->statements->len, ==, 301);
  fixture_check (fixture);
}

/* Files given on the command line come before the library is open. */
static void
test_while_opening (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.bayan", NULL);
  g_autoptr (BayanImportJob) job = NULL;

  bayan_desk_open (fixture->desk, other);
  job = bayan_desk_import_text (fixture->desk, ROME);
  g_assert_true (bayan_import_job_get_running (job));
  wait_until (!bayan_import_job_get_running (job));
  g_assert_cmpuint (bayan_import_job_get_n_added (job), ==, 1);
  g_assert_cmpuint (fixture->statements->len, ==, 1);
}

/* The disk takes no more in the middle: what was committed stays and is shown, the job says why it stopped,
 * and when there is room again it goes on. */
static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanImportJob) job = NULL;
  struct rlimit before, limit;
  guint n_added;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  limit = before;
  limit.rlim_cur = 768 * 1024;
  put_many (fixture, "many", 600);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  start_many (fixture, 0, &job);
  wait_until (!bayan_import_job_get_running (job));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  n_added = bayan_import_job_get_n_added (job);
  g_assert_nonnull (bayan_import_job_get_error (job));
  g_assert_cmpint (bayan_trouble_of (bayan_import_job_get_error (job)), ==, BAYAN_TROUBLE_DISK_FULL);
  g_assert_nonnull (fixture->failed);
  g_assert_cmpuint (n_added, <, 600);
  g_assert_cmpuint (fixture->statements->len, ==, n_added);
  fixture_check (fixture);
  fixture_import_text (fixture, ROME);
  fixture_check (fixture);
}

static void
never_cb (gpointer data)
{
  g_assert_not_reached ();
}

static void
nothing_cb (gpointer data)
{
}

static BayanImportPipe *
start_pipe (Fixture *fixture, BayanRecogniserMaker *maker, BayanImportPipeArrived arrived)
{
  g_autoptr (GPtrArray) requests =
      g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_request_unref);
  g_autoptr (BayanSiteMemory) sites = bayan_site_memory_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "many", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_ptr_array_add (requests, bayan_import_request_new (folder, NULL));
  return bayan_import_pipe_new (requests, maker, sites, arrived, NULL);
}

/* As the desk does when it closes: a thread that still reads the tables must not outlive the program. */
static void
end_maker (BayanRecogniserMaker *maker)
{
  bayan_recogniser_maker_wait (maker);
  bayan_recogniser_maker_unref (maker);
}

/* The walker waits when nothing is taken: memory does not grow with the number of files. */
static void
test_pipe_is_bounded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) parcels = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_parcel_free);
  BayanRecogniserMaker *maker = bayan_recogniser_maker_new ();
  BayanImportPipe *pipe;

  put_many (fixture, "many", BAYAN_IMPORT_PIPE_MAX_PARCELS + 50);
  pipe = start_pipe (fixture, maker, nothing_cb);
  wait_until (bayan_import_pipe_get_n_found (pipe) == BAYAN_IMPORT_PIPE_MAX_PARCELS);
  g_usleep (50000);
  g_assert_cmpuint (bayan_import_pipe_get_n_found (pipe), ==, BAYAN_IMPORT_PIPE_MAX_PARCELS);
  while (!bayan_import_pipe_is_drained (pipe))
    {
      g_autoptr (GPtrArray) taken = g_ptr_array_new ();

      bayan_import_pipe_take (pipe, taken);
      bayan_import_pipe_release (pipe, taken);
      g_ptr_array_extend (parcels, taken, NULL, NULL);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (parcels->len, ==, BAYAN_IMPORT_PIPE_MAX_PARCELS + 50);
  for (guint i = 0; i < parcels->len; i++)
    g_assert_cmpuint (((BayanImportParcel *) parcels->pdata[i])->number, ==, i);
  bayan_import_pipe_stop (pipe);
  end_maker (maker);
}

/* Stopped in the middle: the threads end, nobody is called. */
static void
test_pipe_stops (Fixture *fixture, gconstpointer data)
{
  BayanRecogniserMaker *maker = bayan_recogniser_maker_new ();

  put_many (fixture, "many", 100);
  bayan_import_pipe_stop (start_pipe (fixture, maker, never_cb));
  end_maker (maker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Batches come in lumps; the pace is told when it has settled, and follows a change within seconds. */
static void
test_pace (Fixture *fixture, gconstpointer data)
{
  BayanImportPace pace = { 0 };
  gint64 now = 1;

  bayan_import_pace_note (&pace, now, 0);
  for (guint i = 1; i <= 3; i++)
    bayan_import_pace_note (&pace, now += G_USEC_PER_SEC / 2, 50 * i);
  g_assert_cmpfloat (bayan_import_pace_get_rate (&pace), ==, 0);
  g_assert_cmpint (bayan_import_pace_get_seconds_left (&pace, 100), ==, -1);
  bayan_import_pace_note (&pace, now += G_USEC_PER_SEC / 2, 200);
  bayan_import_pace_note (&pace, now += 1, 200);
  g_assert_cmpfloat_with_epsilon (bayan_import_pace_get_rate (&pace), 100, 0.001);
  g_assert_cmpint (bayan_import_pace_get_seconds_left (&pace, 12000), ==, 120);
  for (guint i = 1; i <= 20; i++)
    bayan_import_pace_note (&pace, now += G_USEC_PER_SEC, 200 + 10 * i);
  g_assert_cmpfloat (bayan_import_pace_get_rate (&pace), <, 11);
  g_assert_cmpfloat (bayan_import_pace_get_rate (&pace), >=, 10);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/import/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("files", test_files);
  ADD ("known", test_known);
  ADD ("folder", test_folder);
  ADD ("refusals", test_refusals);
  ADD ("no-permission", test_no_permission);
  ADD ("nothing-imported", test_nothing_imported);
  ADD ("counts-follow", test_counts_follow);
  ADD ("search-meanwhile", test_search_meanwhile);
  ADD ("cancel", test_cancel);
  ADD ("cancel-at-once", test_cancel_at_once);
  ADD ("closing-meanwhile", test_closing_meanwhile);
  ADD ("progress", test_progress);
  ADD ("pace", test_pace);
  ADD ("queue", test_queue);
  ADD ("while-opening", test_while_opening);
  ADD ("disk-full", test_disk_full);
  ADD ("pipe-is-bounded", test_pipe_is_bounded);
  ADD ("pipe-stops", test_pipe_stops);
  return g_test_run ();
}
