/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window over ten thousand statements against the window over none: time until it can be used, frames while the
 * list scrolls and filters, time from a letter typed into the search to the list that answers it, memory.
 *
 * Each start is a process of its own (this program with arguments); pairs are taken in turn, and the median of their
 * ratios counts. The statements are sentences of the samples, drawn anew for each, and go through the real import.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "figures.h"
#include "files.h"
#include "stage.h"

#define N_STATEMENTS 10000
#define N_PAIRS 7
#define N_SCROLL_FRAMES 120
#define SCROLL_STEP_PX 240

/* What a child tells its parent, one line: name and number. */
static void
tell (const char *name, double value)
{
  g_print ("%s %.3f\n", name, value);
}

/* A child: the import */

static void
run_import (const char *library, const char *folder)
{
  g_autoptr (BayanDesk) desk = bayan_desk_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (BayanImportJob) job = NULL;
  gint64 start_us, longest_us = 0, last_us;

  bayan_desk_open (desk, library);
  window_wait_until (bayan_desk_get_state (desk) == BAYAN_DESK_READY);
  g_list_store_append (files, file);
  last_us = start_us = g_get_monotonic_time ();
  job = bayan_desk_import_files (desk, G_LIST_MODEL (files));
  while (bayan_import_job_get_running (job))
    {
      gboolean worked = g_main_context_iteration (NULL, FALSE);
      gint64 now_us = g_get_monotonic_time ();
      if (worked)
        longest_us = MAX (longest_us, now_us - last_us);
      else
        g_usleep (200);
      last_us = g_get_monotonic_time ();
    }
  if (bayan_import_job_get_n_added (job) != N_STATEMENTS)
    g_error ("%u of %d statements imported", bayan_import_job_get_n_added (job), N_STATEMENTS);
  tell ("import-s", (double) (g_get_monotonic_time () - start_us) / 1e6);
  tell ("import-gap-ms", (double) longest_us / 1e3);
  bayan_desk_close (desk);
}

/* A child: the window */

static void
tell_frames (Stage *stage, const char *what)
{
  g_autofree char *p95 = g_strdup_printf ("%s-p95-ms", what);
  g_autofree char *longest = g_strdup_printf ("%s-max-ms", what);

  tell (p95, percentile (stage->frames, 0.95));
  tell (longest, percentile (stage->frames, 1));
  stage_forget_frames (stage);
}

static void
scroll_list (Stage *stage)
{
  GtkWidget *pane = window_fixture_find (stage->window.window, "BayanStatementsPane");
  GtkWidget *list = window_fixture_find (pane, "GtkListView");
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  stage_forget_frames (stage);
  for (int i = 1; i <= N_SCROLL_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, (double) i * SCROLL_STEP_PX);
      stage_wait_painted (stage);
    }
  tell_frames (stage, "scroll");
}

static void
filtered_cb (gboolean *done)
{
  *done = TRUE;
}

/* One letter more in the entry, until the list that answers it is painted. */
static double
type_letter (Stage *stage, GtkEditable *entry, const char *letter)
{
  gboolean done = FALSE;
  gulong handler = g_signal_connect_swapped (stage->window.desk, "filter-changed", G_CALLBACK (filtered_cb),
                                             &done);
  double start = wall_ms ();
  int end = -1;

  gtk_editable_insert_text (entry, letter, (int) (g_utf8_next_char (letter) - letter), &end);
  window_wait_until (done);
  stage_wait_painted (stage);
  g_signal_handler_disconnect (stage->window.desk, handler);
  return wall_ms () - start;
}

static void
search_list (Stage *stage)
{
  static const char *const TYPED[] = { "العراق", "وزراء", "التحالف الدولي", "دولار", "مؤتمر" };
  GtkEditable *entry = GTK_EDITABLE (window_fixture_find (stage->window.window, "GtkSearchEntry"));
  g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (double));

  stage_forget_frames (stage);
  for (guint i = 0; i < G_N_ELEMENTS (TYPED); i++)
    {
      gtk_editable_set_text (entry, "");
      window_fixture_settle (&stage->window);
      for (const char *at = TYPED[i]; *at != '\0'; at = g_utf8_next_char (at))
        {
          double wait = type_letter (stage, entry, at);
          g_array_append_val (waits, wait);
        }
    }
  tell ("search-p95-ms", percentile (waits, 0.95));
  tell ("search-max-ms", percentile (waits, 1));
  tell_frames (stage, "filter");
}

static void
tell_memory (void)
{
  g_autofree char *statm = NULL;
  char *resident;

  if (!g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    return;
  g_ascii_strtoull (statm, &resident, 10);
  tell ("rss-mb", (double) g_ascii_strtoull (resident, NULL, 10) * (double) sysconf (_SC_PAGESIZE) / 1e6);
}

static void
run_window (const char *library, double start_ms, gboolean work)
{
  Stage stage;

  stage_open (&stage, library);
  stage_wait_painted (&stage);
  tell ("usable-ms", wall_ms () - start_ms);
  stage_forget_frames (&stage);
  window_wait_until (bayan_desk_get_counted (stage.window.desk));
  stage_wait_painted (&stage);
  tell_frames (&stage, "counts");
  window_fixture_settle (&stage.window);
  tell_memory ();
  if (work)
    {
      scroll_list (&stage);
      search_list (&stage);
    }
  stage_close (&stage);
}

/* The parent */

static GHashTable *
run_child (const char *program, const char *mode, const char *library, const char *extra)
{
  const char *arguments[] = { program, mode, library, extra, NULL };
  GHashTable *told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                     &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s %s: %s", mode, library, error->message);
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *space = strchr (lines[i], ' ');
      if (space != NULL)
        g_hash_table_insert (told, g_strndup (lines[i], (gsize) (space - lines[i])), g_strdup (space + 1));
    }
  return told;
}

static double
get (GHashTable *told, const char *name)
{
  const char *value = g_hash_table_lookup (told, name);

  if (value == NULL)
    g_error ("the child did not tell %s", name);
  return g_ascii_strtod (value, NULL);
}

static GHashTable *
start_window (const char *program, const char *library, gboolean work)
{
  g_autofree char *now = g_strdup_printf ("%.3f", wall_ms ());

  return run_child (program, work ? "work" : "start", library, now);
}

static void
compare_starts (const char *program, const char *empty, const char *full)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_PAIRS; i++)
    {
      g_autoptr (GHashTable) none = start_window (program, empty, FALSE);
      g_autoptr (GHashTable) many = start_window (program, full, FALSE);
      double time = get (many, "usable-ms"), ratio = time / get (none, "usable-ms");
      g_array_append_val (times, time);
      g_array_append_val (ratios, ratio);
    }
  g_print ("usable with %d statements: %.0f ms, %.2f × with none (goal ≤ 1.5)\n", N_STATEMENTS,
           percentile (times, 0.5), percentile (ratios, 0.5));
}

static void
report_work (const char *program, const char *empty, const char *full)
{
  g_autoptr (GHashTable) none = start_window (program, empty, FALSE);
  g_autoptr (GHashTable) many = start_window (program, full, TRUE);

  g_print ("frame in which the counts arrive: %.1f ms\n", get (many, "counts-max-ms"));
  g_print ("frames while the list scrolls: p95 %.1f ms, longest %.1f ms (goal ≤ 33)\n",
           get (many, "scroll-p95-ms"), get (many, "scroll-max-ms"));
  g_print ("frames while it filters: p95 %.1f ms, longest %.1f ms (goal ≤ 33)\n", get (many, "filter-p95-ms"),
           get (many, "filter-max-ms"));
  g_print ("typed letter to painted list: p95 %.1f ms, longest %.1f ms (goal < 50)\n",
           get (many, "search-p95-ms"), get (many, "search-max-ms"));
  g_print ("resident: %.0f MB, with none %.0f MB\n", get (many, "rss-mb"), get (none, "rss-mb"));
}

static void
run_parent (const char *program, const char *samples)
{
  g_autofree char *folder = g_dir_make_tmp ("bayan-bench-XXXXXX", NULL);
  g_autofree char *statements = g_build_filename (folder, "statements", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty.bayan", NULL);
  g_autofree char *full = g_build_filename (folder, "full.bayan", NULL);
  g_autofree char *sweep = g_strdup_printf ("rm -rf '%s'", folder);
  g_autoptr (GHashTable) import = NULL;

  g_mkdir (statements, 0700);
  files_make (samples, statements, 0, N_STATEMENTS);
  import = run_child (program, "import", full, statements);
  g_print ("import of %d statements: %.1f s, longest gap of the main loop %.1f ms\n", N_STATEMENTS,
           get (import, "import-s"), get (import, "import-gap-ms"));
  g_hash_table_unref (start_window (program, empty, FALSE));
  compare_starts (program, empty, full);
  report_work (program, empty, full);
  if (system (sweep) != 0)
    g_printerr ("%s is left behind\n", folder);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 2)
    run_parent (argv[0], argv[1]);
  else if (argc == 4 && g_str_equal (argv[1], "import"))
    run_import (argv[2], argv[3]);
  else if (argc == 4 && gtk_init_check ())
    {
      adw_init ();
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
      run_window (argv[2], g_ascii_strtod (argv[3], NULL), g_str_equal (argv[1], "work"));
    }
  else
    g_error ("usage: %s SAMPLES", argv[0]);
  return EXIT_SUCCESS;
}
