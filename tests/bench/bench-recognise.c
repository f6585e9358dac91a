/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What recognising costs, as ratios taken in one run: the words of a text with their proclitics, looked for among 30,000
 * names, to `LC_ALL=C grep -F -o -f` with the same names over the same text; 50,000 names to 5,000; the whole recogniser to
 * that grep; two threads to one; what the compiled knowledge takes to load, and how much memory. Where valgrind is there
 * also the instructions for each byte, which are the same on every machine at every load.
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
#include "bayan-lexicon-builder.h"
#include "bayan-recogniser.h"
#include "bayan-scan.h"
#include "names.h"

#define N_PAIRS 7
#define N_NAMES 30000
#define N_NAMES_FEW 5000
#define N_NAMES_MANY 50000
#define TEXT_BYTES (8 << 20)
#define COUNTED_TEXT_BYTES (1 << 20)

typedef struct {
  GPtrArray *texts;
  gsize n_bytes;
  BayanLexicon *lexicon; /* what match_texts() looks for */
  BayanWordTypes *types;
  BayanRecogniser *recogniser;
  guint n_found;
} Work;

static double
processor_s (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

/* Looking for names */

static BayanLexicon *
make_lexicon (GPtrArray *names, guint n)
{
  g_autoptr (BayanLexiconBuilder) builder = bayan_lexicon_builder_new ();
  g_autoptr (GBytes) compiled = NULL;
  g_autoptr (GError) error = NULL;
  BayanLexicon *lexicon;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("org:%u", i);
      BayanEntity *entity = bayan_entity_new (key, BAYAN_MENTION_ORG);

      bayan_lexicon_builder_add_phrase (builder, g_ptr_array_index (names, i),
                                        bayan_lexicon_builder_add_entry (builder, entity, "bench", 0));
    }
  compiled = bayan_lexicon_builder_compile (builder);
  lexicon = bayan_lexicon_new (compiled, &error);
  g_assert_no_error (error);
  return lexicon;
}

/* Folding, words, proclitics, and every name that is in the text. */
static void
match_text (Work *work, const GString *text)
{
  g_autoptr (BayanWords) words = bayan_words_new (text->str, (gssize) text->len);
  g_autoptr (BayanScan) scan = bayan_scan_new (work->lexicon, work->types, words);

  bayan_scan_match_lexicon (scan);
  work->n_found += scan->n_candidates;
}

static void
recognise_text (Work *work, const GString *text)
{
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  g_autoptr (BayanRecognition) recognition = NULL;

  statement->text = g_strndup (text->str, text->len);
  statement->text_length_bytes = text->len;
  recognition = bayan_recogniser_recognise (work->recogniser, statement, NULL);
  work->n_found += recognition->mentions->len;
}

static void
match_texts (Work *work)
{
  for (guint i = 0; i < work->texts->len; i++)
    match_text (work, g_ptr_array_index (work->texts, i));
}

static void
recognise_texts (Work *work)
{
  for (guint i = 0; i < work->texts->len; i++)
    recognise_text (work, g_ptr_array_index (work->texts, i));
}

typedef void (*Job) (Work *work);

/* Returns: seconds of the processor */
static double
measure (Job job, Work *work)
{
  double start_s = processor_s ();

  work->n_found = 0;
  job (work);
  return processor_s () - start_s;
}

static void
look_for (Work *work, GPtrArray *names, guint n)
{
  g_clear_pointer (&work->types, bayan_word_types_free);
  g_clear_pointer (&work->lexicon, bayan_lexicon_free);
  work->lexicon = make_lexicon (names, n);
  work->types = bayan_word_types_new (work->lexicon);
}

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
  for (guint i = 0; i < N_NAMES; i++)
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

static void
compare_with_grep (Work *work, const char *folder)
{
  double matching[N_PAIRS], whole[N_PAIRS], grep_s = 0, matching_s = 0, whole_s = 0;
  guint n_by_grep = 0, n_matched = 0, n_recognised = 0;

  for (guint i = 0; i < N_PAIRS; i++)
    {
      grep_s = run_grep (folder, &n_by_grep);
      matching_s = measure (match_texts, work);
      n_matched = work->n_found;
      whole_s = measure (recognise_texts, work);
      n_recognised = work->n_found;
      matching[i] = grep_s / matching_s;
      whole[i] = grep_s / whole_s;
    }
  g_print (
      "%.1f MB: grep %.1f MB/s (%u hits), folding, proclitics and names %.1f MB/s (%u), the whole recogniser "
      "%.1f MB/s (%u mentions)\n",
      (double) work->n_bytes / 1e6, (double) work->n_bytes / grep_s / 1e6, n_by_grep,
      (double) work->n_bytes / matching_s / 1e6, n_matched, (double) work->n_bytes / whole_s / 1e6,
      n_recognised);
  g_print ("%d names, speed / grep: %.1f (fail < 7, goal 10)\n", N_NAMES, median (matching, N_PAIRS));
  g_print ("whole recogniser, speed / grep: %.2f (fail < 1)\n", median (whole, N_PAIRS));
}

static void
compare_numbers_of_names (Work *work, GPtrArray *names)
{
  double ratios[N_PAIRS];
  Work few = *work, many = *work;

  few.lexicon = many.lexicon = NULL;
  few.types = many.types = NULL;
  look_for (&few, names, N_NAMES_FEW);
  look_for (&many, names, N_NAMES_MANY);
  for (guint i = 0; i < N_PAIRS; i++)
    {
      double few_s = measure (match_texts, &few);

      ratios[i] = measure (match_texts, &many) / few_s;
    }
  g_print ("%d names, time / %d names: %.2f (fail > 1.6, goal 1.25; %u and %u hits)\n", N_NAMES_MANY,
           N_NAMES_FEW, median (ratios, N_PAIRS), many.n_found, few.n_found);
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

  half->processor_s = measure (recognise_texts, &half->work);
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
          halves[h].work.texts = g_ptr_array_new ();
          for (guint t = h; t < work->texts->len; t += 2)
            g_ptr_array_add (halves[h].work.texts, g_ptr_array_index (work->texts, t));
        }
      start_s = clock_s ();
      for (guint h = 0; h < 2; h++)
        threads[h] = g_thread_new ("half", recognise_half, &halves[h]);
      for (guint h = 0; h < 2; h++)
        g_thread_join (threads[h]);
      by_clock[i] = one_s / (clock_s () - start_s);
      by_processor[i] = whole.processor_s / MAX (halves[0].processor_s, halves[1].processor_s);
      for (guint h = 0; h < 2; h++)
        g_ptr_array_unref (halves[h].work.texts);
    }
  g_print (
      "two threads, speed / one: %.2f by the processor's time, %.2f by the clock (fail < 1.7, goal 1.9)\n",
      median (by_processor, N_PAIRS), median (by_clock, N_PAIRS));
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
      double start_s = processor_s ();
      g_autoptr (BayanLexicon) lexicon = bayan_knowledge_load (path, &error);
      g_autoptr (BayanRecogniser) recogniser = NULL, by_tables = NULL;

      g_assert_no_error (error);
      knowledge_ms[i] = 1e3 * (processor_s () - start_s);
      in_use = mallinfo2 ().uordblks - before;
      start_s = processor_s ();
      recogniser = bayan_recogniser_new (&error);
      recogniser_ms[i] = 1e3 * (processor_s () - start_s);
      start_s = processor_s ();
      by_tables = bayan_recogniser_new_from_file ("", &error);
      tables_ms[i] = 1e3 * (processor_s () - start_s);
    }
  g_print ("compiled knowledge: loaded in %.2f ms (fail > 5), a recogniser in %.2f ms, from the tables in "
           "%.1f ms\n",
           median (knowledge_ms, N_PAIRS), median (recogniser_ms, N_PAIRS), median (tables_ms, N_PAIRS));
  g_print ("memory: %.2f MB mapped, shared by all processes, and %.0f KB of each process\n",
           (double) file.st_size / 1e6, (double) in_use / 1024);
}

/* Instructions */

/* Returns: for each byte, those of one of the two functions above with so many names; 0 without valgrind */
static double
count_instructions (const char *program, const char *root, const char *function, guint n_names)
{
  g_autofree char *valgrind = g_find_program_in_path ("valgrind");
  g_autofree char *number = g_strdup_printf ("%u", n_names);
  const char *arguments[] = { valgrind,
                              "--tool=callgrind",
                              "--callgrind-out-file=/dev/null",
                              "--toggle-collect=measure_counted",
                              program,
                              root,
                              function,
                              number,
                              NULL };
  g_autofree char *output = NULL, *errors = NULL;
  g_autoptr (GError) error = NULL;
  const char *collected;

  if (valgrind == NULL)
    return 0;
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, NULL,
                     &error))
    g_error ("%s", error->message);
  collected = strstr (errors, "Collected : ");
  if (collected == NULL)
    g_error ("valgrind said “%s”", errors);
  return g_ascii_strtod (collected + strlen ("Collected : "), NULL) / g_ascii_strtod (output, NULL);
}

static void
measure_instructions (const char *program, const char *root)
{
  double matching = count_instructions (program, root, "match_texts", N_NAMES);
  double whole = count_instructions (program, root, "recognise_texts", N_NAMES);
  double few = count_instructions (program, root, "match_texts", N_NAMES_FEW);
  double many = count_instructions (program, root, "match_texts", N_NAMES_MANY);

  if (matching > 0)
    g_print (
        "instructions a byte: folding, proclitics and names %.1f (fail > 20, goal 15), the whole recogniser "
        "%.1f; %d names / %d names %.2f\n",
        matching, whole, N_NAMES_MANY, N_NAMES_FEW, many / few);
  else
    g_print ("valgrind is not installed: instructions are not counted\n");
}

static void
prepare (Work *work, const char *root, GPtrArray **names, guint n_names, gsize n_bytes)
{
  g_autofree char *gazetteer = g_build_filename (root, "data", "gazetteer", NULL);
  g_autofree char *samples = g_build_filename (root, "data", "samples", NULL);
  g_autofree char *held_out = g_build_filename (root, "tests", "recognise", "data", "held-out", NULL);
  g_autofree char *blind = g_build_filename (root, "tests", "recognise", "data", "blind", NULL);
  const char *folders[] = { samples, held_out, blind, NULL };
  g_autoptr (GError) error = NULL;

  *names = names_make (gazetteer, N_NAMES_MANY);
  /* Of those that are always looked for, so that more names are not more hits. */
  work->texts = names_make_texts (folders, *names, N_NAMES_FEW, n_bytes);
  for (guint i = 0; i < work->texts->len; i++)
    work->n_bytes += ((GString *) g_ptr_array_index (work->texts, i))->len;
  look_for (work, *names, n_names);
  work->recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
}

static void
run_all (const char *program, const char *root)
{
  g_autofree char *folder = g_dir_make_tmp ("bayan-bench-XXXXXX", NULL);
  g_autofree char *sweep = g_strdup_printf ("rm -rf '%s'", folder);
  GPtrArray *names;
  Work work = { 0 };

  measure_loading ();
  prepare (&work, root, &names, N_NAMES, TEXT_BYTES);
  write_files (folder, &work, names);
  compare_with_grep (&work, folder);
  compare_numbers_of_names (&work, names);
  compare_threads (&work);
  measure_instructions (program, root);
  if (system (sweep) != 0)
    g_printerr ("%s is left behind\n", folder);
}

/* Valgrind counts inside this one. */
static __attribute__ ((noinline, noclone)) double
measure_counted (Job job, Work *work)
{
  return measure (job, work);
}

/* A child of valgrind's, which goes through texts with @function; says how many bytes it has gone through. Most words of a
 * collection have been met before, so the texts are gone through once before it counts. For a profiler: with @n_times above
 * one it goes through more text so often, and says how fast it was at best. */
static void
run_once (const char *root, const char *function, guint n_names, guint n_times)
{
  Job job = g_str_equal (function, "match_texts") ? match_texts : recognise_texts;
  GPtrArray *names;
  Work work = { 0 };
  double least_s = G_MAXDOUBLE;

  prepare (&work, root, &names, n_names, n_times > 1 ? TEXT_BYTES : COUNTED_TEXT_BYTES);
  job (&work);
  for (guint i = 0; i < n_times; i++)
    {
      double this_s = measure_counted (job, &work);

      least_s = MIN (least_s, this_s);
    }
  if (n_times > 1)
    g_print ("%.1f MB/s\n", (double) work.n_bytes / least_s / 1e6);
  else
    g_print ("%" G_GSIZE_FORMAT "\n", work.n_bytes);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 4 || argc == 5)
    run_once (argv[1], argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10),
              argc == 5 ? (guint) g_ascii_strtoull (argv[4], NULL, 10) : 1);
  else if (argc == 2)
    run_all (argv[0], argv[1]);
  else
    g_error ("usage: %s SOURCE_ROOT", argv[0]);
  return EXIT_SUCCESS;
}
