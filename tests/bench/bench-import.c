/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import costs, from files on the disk to what is committed, as ratios taken in one run: to a loop that does
 * nothing but insert the same rows and the same text for the search, and to recollindex over the same files. With it the
 * longest gap of the main loop meanwhile, and what memory it takes. With BAYAN_BENCH_LARGE=1 also how the time and
 * the memory grow to ten times as many files, which takes minutes. */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "bayan-desk.h"
#include "files.h"
#include "rows.h"

#define N_CHUNKS 7
#define CHUNK_FILES 1000
#define N_FILES 10000
#define GROWTH 10
#define BATCH 250 /* as BAYAN_IMPORT_WRITER_MAX_PARCELS */
#define BEAT_MS 4
#define IDLE_US (5 * G_USEC_PER_SEC)
/* The library waits two seconds before it begins with what can wait. */
#define QUIET_US (3 * G_USEC_PER_SEC)
#define QUIET_SECONDS 0.05

/* One import */

static void
wait_until_idle (gint64 quiet_us)
{
  gint64 since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - since < quiet_us)
    if (g_main_context_iteration (NULL, FALSE))
      since = g_get_monotonic_time ();
    else
      g_usleep (500);
}

static BayanDesk *
open_desk (const char *library)
{
  BayanDesk *desk = bayan_desk_new ();

  bayan_desk_open (desk, library);
  while (bayan_desk_get_state (desk) != BAYAN_DESK_READY || !bayan_desk_get_counted (desk))
    {
      if (bayan_desk_get_state (desk) == BAYAN_DESK_FAILED)
        g_error ("%s: %s", library, bayan_desk_get_failure (desk)->message);
      g_main_context_iteration (NULL, TRUE);
    }
  return desk;
}

/* The longest that the main loop was busy in one go: by the clock, and by what it used of the processor, which is the
 * same where nothing else runs on the machine. */
typedef struct {
  double clock_ms, processor_ms;
} Gap;

static double
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static struct {
  Gap longest;
  gint64 began_us;
  double began_ms;
} busy;

/* How late a timer came at the worst: with what the scheduler gives to others, which is there in an idle loop, too. */
static struct {
  gint64 before_us;
  double latest_ms;
} beat;

static gboolean
beat_cb (gpointer data)
{
  gint64 now_us = g_get_monotonic_time ();

  beat.latest_ms = MAX (beat.latest_ms, (double) (now_us - beat.before_us) / 1e3 - BEAT_MS);
  beat.before_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
start_beat (void)
{
  beat.before_us = g_get_monotonic_time ();
  beat.latest_ms = 0;
}

static double
measure_idle_loop (void)
{
  gint64 end_us = g_get_monotonic_time () + IDLE_US;

  start_beat ();
  while (g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, TRUE);
  return beat.latest_ms;
}

static double
process_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* What is left for when it is quiet: doubles are looked for, the index of the search is merged. */
static double
measure_rest (void)
{
  double began = process_seconds (), before;

  do
    {
      gint64 end_us = g_get_monotonic_time () + QUIET_US;

      before = process_seconds ();
      while (g_get_monotonic_time () < end_us)
        if (!g_main_context_iteration (NULL, FALSE))
          g_usleep (10000);
    }
  while (process_seconds () - before > QUIET_SECONDS);
  return process_seconds () - began;
}

/* The main loop is busy from when it has waited until it waits again. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int n_ready;

  busy.longest.clock_ms = MAX (busy.longest.clock_ms,
                               (double) (g_get_monotonic_time () - busy.began_us) / 1e3);
  busy.longest.processor_ms = MAX (busy.longest.processor_ms, processor_ms () - busy.began_ms);
  n_ready = g_poll (fds, n_fds, timeout);
  busy.began_us = g_get_monotonic_time ();
  busy.began_ms = processor_ms ();
  return n_ready;
}

static void
watch_main_loop (void)
{
  busy.longest = (Gap) { 0, 0 };
  busy.began_us = g_get_monotonic_time ();
  busy.began_ms = processor_ms ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

/* Returns: seconds */
static double
import_folder (BayanDesk *desk, const char *folder, guint n_expected)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (BayanImportJob) job = NULL;
  gint64 start_us = g_get_monotonic_time ();

  g_list_store_append (files, file);
  job = bayan_desk_import_files (desk, G_LIST_MODEL (files));
  while (bayan_import_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);
  if (bayan_import_job_get_n_added (job) != n_expected)
    g_error ("%u of %u statements imported", bayan_import_job_get_n_added (job), n_expected);
  return (double) (g_get_monotonic_time () - start_us) / 1e6;
}

/* A child: a whole import, told in numbers. */
static void
run_import (const char *library, const char *folder, guint n_files)
{
  BayanDesk *desk = open_desk (library);
  guint timer = g_timeout_add_full (G_PRIORITY_HIGH, BEAT_MS, beat_cb, NULL, NULL);
  double idle_late_ms = measure_idle_loop (), seconds, cpu_seconds;
  struct rusage usage;

  watch_main_loop ();
  start_beat ();
  seconds = import_folder (desk, folder, n_files);
  cpu_seconds = process_seconds ();
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.3f %.3f %.1f %.1f %.1f %.1f %.1f", seconds, cpu_seconds, (double) usage.ru_maxrss / 1024,
           busy.longest.clock_ms, busy.longest.processor_ms, beat.latest_ms, idle_late_ms);
  g_source_remove (timer);
  g_print (" %.3f\n", measure_rest ());
  bayan_desk_close (desk);
  g_object_unref (desk);
}

typedef struct {
  double seconds, cpu_seconds, peak_mb;
  Gap gap;
  double late_ms, idle_late_ms;
  double rest_cpu_seconds; /* afterwards, when it is quiet */
} Told;

static Told
import_in_child (const char *program, const char *library, const char *folder, guint n_files)
{
  g_autofree char *number = g_strdup_printf ("%u", n_files);
  const char *arguments[] = { program, "import", library, folder, number, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  Told told;
  g_auto (GStrv) words = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                     &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
  words = g_strsplit (g_strstrip (output), " ", -1);
  if (g_strv_length (words) != 8)
    g_error ("the child said “%s”", output);
  told = (Told) {
    g_ascii_strtod (words[0], NULL), g_ascii_strtod (words[1], NULL),
    g_ascii_strtod (words[2], NULL), { g_ascii_strtod (words[3], NULL), g_ascii_strtod (words[4], NULL) },
    g_ascii_strtod (words[5], NULL), g_ascii_strtod (words[6], NULL),
    g_ascii_strtod (words[7], NULL)
  };
  return told;
}

/* Against the bare loop */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static char *
chunk_folder (const char *folder, guint chunk)
{
  g_autofree char *name = g_strdup_printf ("chunk-%u", chunk);

  return g_build_filename (folder, name, NULL);
}

/* The bare loop needs the rows beforehand: from a library that has imported the same files in the same order. */
static void
make_model (const char *folder, const char *model, const char *samples)
{
  BayanDesk *desk = open_desk (model);

  for (guint i = 0; i < N_CHUNKS; i++)
    {
      g_autofree char *chunk = chunk_folder (folder, i);

      g_mkdir (chunk, 0700);
      files_make (samples, chunk, i * CHUNK_FILES, CHUNK_FILES);
      import_folder (desk, chunk, CHUNK_FILES);
    }
  bayan_desk_close (desk);
  g_object_unref (desk);
}

static void
compare_with_bare (const char *folder, const char *samples)
{
  g_autofree char *model = g_build_filename (folder, "model.bayan", NULL);
  g_autofree char *bare = g_build_filename (folder, "bare.bayan", NULL);
  g_autofree char *ours = g_build_filename (folder, "ours.bayan", NULL);
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  BayanDesk *desk;
  Rows *rows;

  make_model (folder, model, samples);
  rows = rows_new (model, bare);
  desk = open_desk (ours);
  for (guint i = 0; i < N_CHUNKS; i++)
    {
      g_autofree char *chunk = chunk_folder (folder, i);
      double bare_s, ours_s, ratio;

      rows_load (rows, i * CHUNK_FILES + 1, (i + 1) * CHUNK_FILES);
      wait_until_idle (300000);
      bare_s = rows_insert (rows, BATCH);
      ours_s = import_folder (desk, chunk, CHUNK_FILES);
      ratio = bare_s / ours_s;
      g_array_append_val (ratios, ratio);
      g_print ("  %d files: %.2f s, the same rows bare %.2f s\n", CHUNK_FILES, ours_s, bare_s);
    }
  bayan_desk_close (desk);
  g_object_unref (desk);
  rows_free (rows);
  g_print ("import, speed / bare loop: %.2f (fail < 0.85, goal 0.95)\n", median (ratios));
}

/* Against recollindex */

/* Returns: seconds; 0 if it is not installed */
static double
run_recoll (const char *folder, const char *statements)
{
  g_autofree char *config = g_build_filename (folder, "recoll", NULL);
  g_autofree char *file = g_build_filename (config, "recoll.conf", NULL);
  g_autofree char *text = g_strdup_printf ("topdirs = %s\nloglevel = 1\n", statements);
  g_autofree char *recollindex = g_find_program_in_path ("recollindex");
  const char *arguments[] = { recollindex, "-c", config, "-z", NULL };
  g_autoptr (GError) error = NULL;
  gint64 start_us;
  int status;

  if (recollindex == NULL)
    return 0;
  g_mkdir (config, 0700);
  g_file_set_contents (file, text, -1, NULL);
  start_us = g_get_monotonic_time ();
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("recollindex: %s", error->message);
  return (double) (g_get_monotonic_time () - start_us) / 1e6;
}

static void
compare_with_recoll (const char *folder, const char *statements, const Told *ours)
{
  double seconds = run_recoll (folder, statements);

  if (seconds > 0)
    g_print ("recollindex: %.1f s, %.1f × our time (fail < 12, goal 20)\n", seconds, seconds / ours->seconds);
  else
    g_print ("recollindex is not installed: nothing to compare with\n");
}

static Told
measure (const char *program, const char *samples, const char *folder, guint n_files)
{
  g_autofree char *name = g_strdup_printf ("%u", n_files);
  g_autofree char *statements = g_build_filename (folder, name, NULL);
  g_autofree char *library = g_strconcat (statements, ".bayan", NULL);
  Told told;

  g_mkdir (statements, 0700);
  files_make (samples, statements, 0, n_files);
  told = import_in_child (program, library, statements, n_files);
  g_print ("%u files: %.1f s (%.0f files/s), processor %.1f s and %.1f s when it is quiet, peak %.0f MB\n",
           n_files, told.seconds, n_files / told.seconds, told.cpu_seconds, told.rest_cpu_seconds,
           told.peak_mb);
  g_print (
      "  longest gap of the main loop: %.1f ms, of which on the processor %.1f ms (goal <= 16); a timer came "
      "%.1f ms late, in an idle loop %.1f ms\n",
      told.gap.clock_ms, told.gap.processor_ms, told.late_ms, told.idle_late_ms);
  return told;
}

static void
measure_growth (const char *program, const char *samples, const char *folder, const Told *small)
{
  Told large = measure (program, samples, folder, GROWTH * N_FILES);

  g_print ("%d times the files: %.1f × the time, %.1f × the processor's (fail > 14, goal 11.5), %.1f × with "
           "what is done when it is quiet; peak + %.0f bytes a file\n",
           GROWTH, large.seconds / small->seconds, large.cpu_seconds / small->cpu_seconds,
           (large.cpu_seconds + large.rest_cpu_seconds) / (small->cpu_seconds + small->rest_cpu_seconds),
           (large.peak_mb - small->peak_mb) * 1024 * 1024 / ((GROWTH - 1) * N_FILES));
}

static void
run_all (const char *program, const char *samples)
{
  g_autofree char *folder = g_dir_make_tmp ("bayan-bench-XXXXXX", NULL);
  g_autofree char *statements = g_strdup_printf ("%s/%u", folder, (guint) N_FILES);
  g_autofree char *sweep = g_strdup_printf ("rm -rf '%s'", folder);
  Told some, many;

  some = measure (program, samples, folder, N_FILES / 4);
  many = measure (program, samples, folder, N_FILES);
  g_print ("peak + %.0f bytes a file\n",
           (many.peak_mb - some.peak_mb) * 1024 * 1024 / (N_FILES - N_FILES / 4));
  compare_with_recoll (folder, statements, &many);
  compare_with_bare (folder, samples);
  if (g_strcmp0 (g_getenv ("BAYAN_BENCH_LARGE"), "1") == 0)
    measure_growth (program, samples, folder, &many);
  if (system (sweep) != 0)
    g_printerr ("%s is left behind\n", folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 5 && g_str_equal (argv[1], "import"))
    run_import (argv[2], argv[3], (guint) g_ascii_strtoull (argv[4], NULL, 10));
  else if (argc == 2)
    run_all (argv[0], argv[1]);
  else
    g_error ("usage: %s SAMPLES", argv[0]);
  return EXIT_SUCCESS;
}
