/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work.h"

#include <stdlib.h>
#include <time.h>

#include "bayan-lexicon-builder.h"
#include "names.h"

double
work_processor_s (void)
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

double
work_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

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
match_text (Work *work, const BayanStatement *statement)
{
  g_autoptr (BayanWords) words = bayan_words_new (statement->text, (gssize) statement->text_length_bytes);
  g_autoptr (BayanScan) scan = bayan_scan_new (work->lexicon, work->types, words);

  bayan_scan_match_lexicon (scan);
  work->n_found += scan->n_candidates;
}

static void
recognise_text (Work *work, const BayanStatement *statement)
{
  g_autoptr (BayanRecognition) recognition = bayan_recogniser_recognise (work->recogniser, statement, NULL);

  work->n_found += recognition->mentions->len;
}

void
work_match_texts (Work *work)
{
  for (guint i = 0; i < work->statements->len; i++)
    match_text (work, g_ptr_array_index (work->statements, i));
}

void
work_recognise_texts (Work *work)
{
  for (guint i = 0; i < work->statements->len; i++)
    recognise_text (work, g_ptr_array_index (work->statements, i));
}

/* And what they do, say and pledge. */
static void
read_text (Work *work, const BayanStatement *statement)
{
  g_autoptr (BayanWords) words = bayan_words_new (statement->text, (gssize) statement->text_length_bytes);
  g_autoptr (BayanRecognition) recognition =
      bayan_recogniser_recognise_words (work->recogniser, statement, words, NULL);
  g_autoptr (BayanActs) acts = bayan_act_finder_find (work->finder, words, recognition, NULL);

  work->n_found += acts->acts->len;
}

void
work_read_texts (Work *work)
{
  for (guint i = 0; i < work->statements->len; i++)
    read_text (work, g_ptr_array_index (work->statements, i));
}

/* Returns: seconds of the processor */
double
work_measure (Job job, Work *work)
{
  double start_s = work_processor_s ();

  work->n_found = 0;
  job (work);
  return work_processor_s () - start_s;
}

void
work_look_for (Work *work, GPtrArray *names, guint n)
{
  g_clear_pointer (&work->types, bayan_word_types_free);
  g_clear_pointer (&work->lexicon, bayan_lexicon_free);
  work->lexicon = make_lexicon (names, n);
  work->types = bayan_word_types_new (work->lexicon);
}

/* Measured is what reading it costs, and not what it costs to have it. */
static void
add_statement (Work *work, const GString *text)
{
  BayanStatement *statement = bayan_statement_new ();

  statement->text = g_strndup (text->str, text->len);
  statement->text_length_bytes = text->len;
  g_ptr_array_add (work->statements, statement);
  work->n_bytes += text->len;
}

void
work_prepare (Work *work, const char *root, GPtrArray **names, guint n_names, gsize n_bytes)
{
  g_autofree char *gazetteer = g_build_filename (root, "data", "gazetteer", NULL);
  g_autofree char *samples = g_build_filename (root, "data", "samples", NULL);
  g_autofree char *held_out = g_build_filename (root, "tests", "recognise", "data", "held-out", NULL);
  g_autofree char *blind = g_build_filename (root, "tests", "recognise", "data", "blind", NULL);
  const char *folders[] = { samples, held_out, blind, NULL };
  g_autoptr (GError) error = NULL;

  *names = names_make (gazetteer, WORK_N_NAMES_MANY);
  /* Of those that are always looked for, so that more names are not more hits. */
  work->texts = names_make_texts (folders, *names, WORK_N_NAMES_FEW, n_bytes);
  work->statements = g_ptr_array_new ();
  for (guint i = 0; i < work->texts->len; i++)
    add_statement (work, g_ptr_array_index (work->texts, i));
  work_look_for (work, *names, n_names);
  work->recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
  work->finder = bayan_act_finder_new (&error);
  g_assert_no_error (error);
}
