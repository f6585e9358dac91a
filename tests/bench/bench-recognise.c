/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What recognising costs, as ratios taken in one run: the words of a text with their proclitics, looked for among 30,000
 * names, to `LC_ALL=C grep -F -o -f` with the same names over the same text; the whole recogniser to that grep, with acts and
 * without; 50,000 names to 5,000; two threads to one; what the compiled knowledge takes to load, and how much memory.
 *
 * Times are the processor's, for which it does not matter what else runs; two threads are also timed by the clock. */
#include <glib/gstdio.h>
#include <locale.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "bayan-knowledge.h"
#include "work.h"

#define N_PAIRS 7
#define TEXT_BYTES (8 << 20)

/* grep */

static double
children_s (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
write_files (const char *folder, const Work *work, GPtrArray *names)
{
  g_autofree char *text_path = g_build_filename (folder, "text", NULL);
  g_autofree char *names_path = g_build_filename (folder, "names", NULL);
  g_autoptr (GString) all = g_string_new (NULL), list = g_string_new (NULL);

  for (guint i = 0; i < work->texts->len; i++)
    {
      const GString *text = g_ptr_array_index (work->texts, i);

      g_string_append_len (all, text->str, (gssize) text->len);
    }
  for (guint i = 0; i < WORK_N_NAMES; i++)
    g_string_append_printf (list, "%s\n", (char *) g_ptr_array_index (names, i));
  if (!g_file_set_contents (text_path, all->str, (gssize) all->len, NULL)
      || !g_file_set_contents (names_path, list->str, (gssize) list->len, NULL))
    g_error ("cannot write to %s", folder);
}

/* Returns: seconds of the processor. Its output goes through a pipe: into /dev/null grep stops at the first hit. */
static double
run_grep (const char *folder, guint *n_found)
{
  g_autofree char *command = g_strdup_printf ("LC_ALL=C grep -F -o -f '%s/names' '%s/text' | wc -l", folder,
                                              folder);
  const char *arguments[] = { "/bin/sh", "-c", command, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  double start_s = children_s ();

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL,
                     &error))
    g_error ("%s", error->message);
  *n_found = (guint) g_ascii_strtoull (output, NULL, 10);
  return children_s () - start_s;
}

/* What is timed against grep. */
static const struct {
  const char *name;
  Job job;
  const char *finds, *goal;
} jobs[] = {
  { "folding, proclitics and names", work_match_texts, "names", "fail < 7, goal 10" },
  { "the whole recogniser", work_read_texts, "acts", "fail < 1" },
  { "the same without acts", work_recognise_texts, "mentions", "fail < 1" },
};

static void
compare_with_grep (Work *work, const char *folder)
{
  double ratios[G_N_ELEMENTS (jobs)][N_PAIRS], grep_s = 0;
  guint n_by_grep = 0;

  for (guint i = 0; i < N_PAIRS; i++)
    {
      grep_s = run_grep (folder, &n_by_grep);
      for (guint j = 0; j < G_N_ELEMENTS (jobs); j++)
        ratios[j][i] = grep_s / work_measure (jobs[j].job, work);
    }
  g_print ("%.1f MB, %d names: grep %.1f MB/s (%u hits)\n", (double) work->n_bytes / 1e6, WORK_N_NAMES,
           (double) work->n_bytes / grep_s / 1e6, n_by_grep);
  for (guint j = 0; j < G_N_ELEMENTS (jobs); j++)
    {
      work_measure (jobs[j].job, work); /* to know what it finds */
      g_print ("%s, speed / grep: %.2f (%s; %u %s)\n", jobs[j].name, work_median (ratios[j], N_PAIRS),
               jobs[j].goal, work->n_found, jobs[j].finds);
    }
}

static void
compare_numbers_of_names (Work *work, GPtrArray *names)
{
  double ratios[N_PAIRS];
  Work few = *work, many = *work;

  few.lexicon = many.lexicon = NULL;
  few.types = many.types = NULL;
  work_look_for (&few, names, WORK_N_NAMES_FEW);
  work_look_for (&many, names, WORK_N_NAMES_MANY);
  for (guint i = 0; i < N_PAIRS; i++)
    {
      double few_s = work_measure (work_match_texts, &few);

      ratios[i] = work_measure (work_match_texts, &many) / few_s;
    }
  g_print ("%d names, time / %d names: %.2f (fail > 1.6, goal 1.25; %u and %u hits)\n", WORK_N_NAMES_MANY,
           WORK_N_NAMES_FEW, work_median (ratios, N_PAIRS), many.n_found, few.n_found);
  bayan_word_types_free (few.types);
  bayan_word_types_free (many.types);
  bayan_lexicon_free (few.lexicon);
  bayan_lexicon_free (many.lexicon);
}

/* Threads */

typedef struct {
  Work work;
  double processor_s;
} Half;

static gpointer
recognise_half (gpointer data)
{
  Half *half = data;

  half->processor_s = work_measure (work_recognise_texts, &half->work);
  return NULL;
}

static double
clock_s (void)
{
  return (double) g_get_monotonic_time () / 1e6;
}

/* What two threads do against one that does all of it: by the clock, which needs two idle processors, and by what the
 * slower of them has used of its own. */
static void
compare_threads (const Work *work)
{
  double by_clock[N_PAIRS], by_processor[N_PAIRS];

  for (guint i = 0; i < N_PAIRS; i++)
    {
      Half whole = { *work, 0 }, halves[2] = { { *work, 0 }, { *work, 0 } };
      GThread *threads[2];
      double start_s = clock_s (), one_s;

      recognise_half (&whole);
      one_s = clock_s () - start_s;
      for (guint h = 0; h < 2; h++)
        {
          halves[h].work.statements = g_ptr_array_new ();
          for (guint t = h; t < work->statements->len; t += 2)
            g_ptr_array_add (halves[h].work.statements, g_ptr_array_index (work->statements, t));
        }
      start_s = clock_s ();
      for (guint h = 0; h < 2; h++)
        threads[h] = g_thread_new ("half", recognise_half, &halves[h]);
      for (guint h = 0; h < 2; h++)
        g_thread_join (threads[h]);
      by_clock[i] = one_s / (clock_s () - start_s);
      by_processor[i] = whole.processor_s / MAX (halves[0].processor_s, halves[1].processor_s);
      for (guint h = 0; h < 2; h++)
        g_ptr_array_unref (halves[h].work.statements);
    }
  g_print (
      "two threads, speed / one: %.2f by the processor's time, %.2f by the clock (fail < 1.7, goal 1.9)\n",
      work_median (by_processor, N_PAIRS), work_median (by_clock, N_PAIRS));
}

/* Loading */

static void
measure_loading (void)
{
  double knowledge_ms[N_PAIRS], recogniser_ms[N_PAIRS], tables_ms[N_PAIRS];
  g_autofree char *path = bayan_knowledge_find ();
  gsize in_use = 0;
  GStatBuf file;

  if (g_stat (path, &file) != 0)
    g_error ("%s is not there", path);
  for (guint i = 0; i < N_PAIRS; i++)
    {
      g_autoptr (GError) error = NULL;
      gsize before = mallinfo2 ().uordblks;
      double start_s = work_processor_s ();
      g_autoptr (BayanLexicon) lexicon = bayan_knowledge_load (path, &error);
      g_autoptr (BayanRecogniser) recogniser = NULL, by_tables = NULL;

      g_assert_no_error (error);
      knowledge_ms[i] = 1e3 * (work_processor_s () - start_s);
      in_use = mallinfo2 ().uordblks - before;
      start_s = work_processor_s ();
      recogniser = bayan_recogniser_new (&error);
      recogniser_ms[i] = 1e3 * (work_processor_s () - start_s);
      start_s = work_processor_s ();
      by_tables = bayan_recogniser_new_from_file ("", &error);
      tables_ms[i] = 1e3 * (work_processor_s () - start_s);
    }
  g_print ("compiled knowledge: loaded in %.2f ms (fail > 5), a recogniser in %.2f ms, from the tables in "
           "%.1f ms\n",
           work_median (knowledge_ms, N_PAIRS), work_median (recogniser_ms, N_PAIRS),
           work_median (tables_ms, N_PAIRS));
  g_print ("memory: %.2f MB mapped, shared by all processes, and %.0f KB of each process\n",
           (double) file.st_size / 1e6, (double) in_use / 1024);
}

static void
run_all (const char *root)
{
  g_autofree char *folder = g_dir_make_tmp ("bayan-bench-XXXXXX", NULL);
  g_autofree char *sweep = g_strdup_printf ("rm -rf '%s'", folder);
  GPtrArray *names;
  Work work = { 0 };

  measure_loading ();
  work_prepare (&work, root, &names, WORK_N_NAMES, TEXT_BYTES);
  write_files (folder, &work, names);
  compare_with_grep (&work, folder);
  compare_numbers_of_names (&work, names);
  compare_threads (&work);
  if (system (sweep) != 0)
    g_printerr ("%s is left behind\n", folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 2)
    g_error ("usage: %s SOURCE_ROOT", argv[0]);
  run_all (argv[1]);
  return EXIT_SUCCESS;
}
