/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what the recogniser takes grows with a text: one text of 1, 3, 10, 30 and 100 MB, of the paragraphs of the samples and of
 * the same with damage of every kind. Fails unless time grows as the text does, and memory no faster.
 *
 * Time is the processor's. Memory is what was in use at most beside the text, of which the result is the most. */
#include <locale.h>
#include <malloc.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "work.h"

/* One more would be the square. Noise makes a few hundredths. */
#define EXPONENT_MAX 1.1
#define SEED 20211128

static const guint sizes_mb[] = { 1, 3, 10, 30, 100 };

typedef struct {
  double s, memory_mb;
} Point;

/* Cuts, doubled bytes, marks, tatweel, controls, lone signs: about one in a hundred bytes. What it leaves is UTF-8. */
static GString *
damage (const GString *text)
{
  static const char *const added[] = { "\u0651", "\u0640\u0640", "\u200f", "\u0654", "(",
                                       "\"",     "\u202b",       "\n",     "7" };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GString) broken = g_string_sized_new (text->len + text->len / 20);

  for (gsize at = 0; at < text->len;)
    {
      gsize n = MIN ((gsize) g_rand_int_range (random, 1, 200), text->len - at);

      g_string_append_len (broken, text->str + at, (gssize) n);
      at += n;
      if (g_rand_boolean (random))
        at += (gsize) g_rand_int_range (random, 1, 4);
      else
        g_string_append (broken, added[g_rand_int_range (random, 0, G_N_ELEMENTS (added))]);
    }
  return g_string_new (g_utf8_make_valid (broken->str, (gssize) broken->len));
}

/* @n_bytes of @work's texts in one, again and again */
static GString *
join (const Work *work, gsize n_bytes)
{
  GString *all = g_string_sized_new (n_bytes + 65536);

  for (guint i = 0; all->len < n_bytes; i = (i + 1) % work->texts->len)
    {
      const GString *text = g_ptr_array_index (work->texts, i);

      g_string_append_len (all, text->str, (gssize) text->len);
    }
  return all;
}

static double
in_use_mb (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / 1e6;
}

/* @text: taken */
static Point
measure_text (const Work *work, GString *text, guint *n_mentions)
{
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  g_autoptr (BayanRecognition) recognition = NULL;
  double before_mb, start_s;
  Point point;

  statement->text_length_bytes = text->len;
  statement->text = g_string_free (text, FALSE);
  before_mb = in_use_mb ();
  start_s = work_processor_s ();
  recognition = bayan_recogniser_recognise (work->recogniser, statement, NULL);
  point.s = work_processor_s () - start_s;
  point.memory_mb = in_use_mb () - before_mb;
  *n_mentions = recognition->mentions->len;
  return point;
}

/* Returns: FALSE if anything grows faster than the text */
static gboolean
measure_growth (const Work *work, const char *name, gboolean broken)
{
  const guint last = G_N_ELEMENTS (sizes_mb) - 1;
  Point points[G_N_ELEMENTS (sizes_mb)];
  double steps, time, memory;

  g_print ("%s\n%8s %9s %8s %8s %12s\n", name, "MB", "mentions", "s", "MB/s", "memory, MB");
  for (guint i = 0; i <= last; i++)
    {
      GString *text = join (work, (gsize) sizes_mb[i] * 1000 * 1000);
      guint n_mentions;

      if (broken)
        {
          GString *damaged = damage (text);

          g_string_free (text, TRUE);
          text = damaged;
        }
      points[i] = measure_text (work, text, &n_mentions);
      g_print ("%8u %9u %8.2f %8.2f %12.1f\n", sizes_mb[i], n_mentions, points[i].s,
               (double) sizes_mb[i] / points[i].s, points[i].memory_mb);
    }
  steps = log ((double) sizes_mb[last] / sizes_mb[0]);
  time = log (points[last].s / points[0].s) / steps;
  memory = log (points[last].memory_mb / points[0].memory_mb) / steps;
  g_print ("grows with the size to the power of %.3f in time and %.3f in memory (fail > %.1f)\n", time,
           memory, EXPONENT_MAX);
  return time <= EXPONENT_MAX && memory <= EXPONENT_MAX;
}

int
main (int argc, char **argv)
{
  Work work = { 0 };
  GPtrArray *names;
  gboolean good;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 2)
    g_error ("usage: %s SOURCE_ROOT", argv[0]);
  work_prepare (&work, argv[1], &names, WORK_N_NAMES_FEW, 4 << 20);
  work_recognise_texts (&work); /* the tables are read */
  good = measure_growth (&work, "realistic text", FALSE);
  good &= measure_growth (&work, "broken text", TRUE);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
