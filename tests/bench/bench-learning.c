/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What learning is worth and what it costs: the F1 of what is suggested before each line is decided on, against the number
 * of lines decided, with and without learning, in several orders of the texts; what an update takes; and what it takes to
 * suggest anew for 10,000 statements after one decision, on two threads.
 *
 * For a profiler, PROGRAM N_STATEMENTS does only the last, for so many. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gold.h"
#include "simulation.h"

#define N_ORDERS 4u
#define N_STATEMENTS 10000
#define COLUMN_LINES 40
#define N_COLUMNS 8

static const char *const VIEWS[] = { "all that is known", "every second name hidden", "all names hidden" };

static BayanRecogniser *recogniser;
static guint n_statements = N_STATEMENTS;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(GoldText *const *) a)->name, (*(GoldText *const *) b)->name);
}

/* The same order for the same @seed, whatever it was before */
static void
shuffle (GPtrArray *texts, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_ptr_array_sort (texts, compare_names);
  for (guint i = texts->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      gpointer other = texts->pdata[j];

      texts->pdata[j] = texts->pdata[i - 1];
      texts->pdata[i - 1] = other;
    }
}

/* F1 by column of lines, and of all */
static void
run (GPtrArray *texts, gboolean learns, SimulationScore columns[N_COLUMNS + 1], GArray *update_us)
{
  gint64 next_mention = 1;
  guint n_lines = 0;

  bayan_learner_clear (bayan_recogniser_get_learner (recogniser));
  for (guint i = 0; i < texts->len; i++)
    {
      SimulationScore score = { 0 };
      guint column = MIN (n_lines / COLUMN_LINES, N_COLUMNS - 1);
      SimulationScore *sums[] = { &columns[column], &columns[N_COLUMNS] };

      n_lines += simulation_read (recogniser, texts->pdata[i], learns, &next_mention, &score, update_us);
      for (guint s = 0; s < G_N_ELEMENTS (sums); s++)
        {
          sums[s]->n_right += score.n_right;
          sums[s]->n_found += score.n_found;
          sums[s]->n_gold += score.n_gold;
        }
    }
}

static void
print_row (const char *name, const SimulationScore columns[N_COLUMNS + 1])
{
  g_print ("%-34s", name);
  for (guint c = 0; c <= N_COLUMNS; c++)
    if (columns[c].n_gold > 0)
      g_print (" %6.3f", simulation_f1 (columns[c]));
    else
      g_print ("      -");
  g_print ("\n");
}

static void
print_table (GPtrArray *texts, GArray *update_us)
{
  g_print ("strict F1 of what is suggested before a line is decided on, by lines decided (sums of %u "
           "orders)\n%-34s",
           N_ORDERS, "");
  for (guint c = 0; c < N_COLUMNS; c++)
    g_print ("  %4u%s", c * COLUMN_LINES, c + 1 < N_COLUMNS ? " " : "+");
  g_print ("    all\n");
  for (guint view = 0; view < G_N_ELEMENTS (VIEWS); view++)
    for (int learns = 0; learns < 2; learns++)
      {
        SimulationScore columns[N_COLUMNS + 1] = { { 0 } };
        g_autofree char *name = g_strdup_printf ("%s, %s", VIEWS[view], learns ? "learning" : "not");

        simulation_set_view (recogniser, (SimulationView) view);
        for (guint32 order = 0; order < N_ORDERS; order++)
          {
            shuffle (texts, order + 1);
            run (texts, learns, columns, learns ? update_us : NULL);
          }
        print_row (name, columns);
      }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
print_updates (GArray *update_us)
{
  g_array_sort (update_us, compare_numbers);
  g_print ("update: %u, median %" G_GINT64_FORMAT " us, p99 %" G_GINT64_FORMAT
           " us, longest %" G_GINT64_FORMAT " us (goal: p99 below 2000)\n",
           update_us->len, g_array_index (update_us, gint64, update_us->len / 2),
           g_array_index (update_us, gint64, update_us->len * 99 / 100),
           g_array_index (update_us, gint64, update_us->len - 1));
}

/* Suggesting anew */

typedef struct {
  GPtrArray *texts;
  gint next;
  gint64 n_mentions, cpu_us;
  GMutex lock;
} Work;

static gint64
thread_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static __attribute__ ((noinline, noclone)) gpointer
suggest (gpointer data)
{
  Work *work = data;
  gint64 n_mentions = 0;

  for (;;)
    {
      gint at = g_atomic_int_add (&work->next, 1);
      const GoldText *text;
      g_autoptr (BayanRecognition) recognition = NULL;

      if ((guint) at >= n_statements)
        break;
      text = work->texts->pdata[(guint) at % work->texts->len];
      recognition = bayan_recogniser_recognise (recogniser, text->statement, NULL);
      n_mentions += recognition->mentions->len;
    }
  g_mutex_lock (&work->lock);
  work->n_mentions += n_mentions;
  work->cpu_us += thread_us ();
  g_mutex_unlock (&work->lock);
  return NULL;
}

static void
print_suggesting (GPtrArray *texts, const char *name)
{
  Work work = { .texts = texts };
  GThread *threads[2];
  gint64 start_us = g_get_monotonic_time ();
  gsize size = 0;
  double seconds;

  g_mutex_init (&work.lock);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("suggest", suggest, &work);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_mutex_clear (&work.lock);
  seconds = (double) (g_get_monotonic_time () - start_us) / 1e6;
  for (guint i = 0; i < n_statements; i++)
    size += ((GoldText *) texts->pdata[i % texts->len])->statement->text_length_bytes;
  g_print ("%u statements (%.1f MB) suggested anew on two threads, %s: %.2f s by the clock, %.2f s of "
           "each processor (goal: below 2 s)\n",
           n_statements, (double) size / 1e6, name, seconds, (double) work.cpu_us / 2e6);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = gold_load (TRUE);
  g_autoptr (GArray) update_us = g_array_new (FALSE, FALSE, sizeof (gint64));

  setlocale (LC_ALL, "C.UTF-8");
  recogniser = bayan_recogniser_new (&error);
  if (recogniser == NULL)
    g_error ("%s", error->message);
  if (argc > 1)
    n_statements = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  print_suggesting (texts, "nothing learned");
  if (argc == 1)
    {
      print_table (texts, update_us);
      print_updates (update_us);
    }
  for (guint view = SIMULATION_ALL; view <= SIMULATION_NAUGHT; view++)
    {
      SimulationScore columns[N_COLUMNS + 1] = { { 0 } };
      g_autofree char *name = NULL;

      simulation_set_view (recogniser, view);
      run (texts, TRUE, columns, NULL);
      simulation_set_view (recogniser, SIMULATION_ALL);
      name = g_strdup_printf ("%u lessons learned with %s",
                              bayan_learner_get_n_lessons (bayan_recogniser_get_learner (recogniser)),
                              VIEWS[view]);
      print_suggesting (texts, name);
    }
  bayan_recogniser_unref (recogniser);
  return EXIT_SUCCESS;
}
