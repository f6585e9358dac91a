/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

#include <string.h>
#include <time.h>

#include "bayan-recogniser-private.h"

double
simulation_f1 (SimulationScore score)
{
  return score.n_found + score.n_gold > 0 ? 2.0 * score.n_right / (score.n_found + score.n_gold) : 1;
}

static gboolean
is_hidden (const char *words, gsize length_bytes, BayanMentionType type, gpointer data)
{
  return type <= BAYAN_MENTION_FAC
         && (GPOINTER_TO_INT (data) == SIMULATION_NAUGHT || bayan_word_hash (words, length_bytes) % 2 == 0);
}

void
simulation_set_view (BayanRecogniser *recogniser, SimulationView view)
{
  bayan_recogniser_set_blind (recogniser, view != SIMULATION_ALL ? is_hidden : NULL, GINT_TO_POINTER (view));
}

/* Returns: (transfer container): the suggestions that count */
static GPtrArray *
see (const GoldText *text, const BayanRecognition *recognition)
{
  GPtrArray *seen = g_ptr_array_new ();

  for (guint i = 0; i < recognition->mentions->len; i++)
    if (!gold_is_boilerplate (text, recognition->mentions->pdata[i]))
      g_ptr_array_add (seen, recognition->mentions->pdata[i]);
  return seen;
}

static BayanMention *
find (const GPtrArray *mentions, const BayanMention *like)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      BayanMention *mention = mentions->pdata[i];

      if (mention->type == like->type && bayan_clean_span_equal (mention->span, like->span))
        return mention;
    }
  return NULL;
}

static gboolean
is_in (const BayanMention *mention, guint32 start, guint32 end)
{
  return mention->span.start.byte >= start && mention->span.start.byte < end;
}

static gint64
thread_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* @mention: of @known, as decided */
static void
teach (BayanRecogniser *recogniser, const GoldText *text, const GPtrArray *known, const BayanMention *mention,
       gint64 number, GArray *update_us)
{
  gint64 start_us = thread_us ();
  g_autoptr (BayanEntity) entity = NULL;
  g_autoptr (BayanLesson) lesson = NULL;
  gint64 took_us;

  if (mention->entity_key != NULL)
    entity = bayan_entity_new (mention->entity_key, mention->type);
  lesson = bayan_recogniser_make_lesson (recogniser, text->statement->text,
                                         text->statement->text_length_bytes, known, mention, entity);
  if (lesson == NULL)
    return;
  bayan_learner_set_lesson (bayan_recogniser_get_learner (recogniser), number, mention->type, lesson);
  took_us = thread_us () - start_us;
  if (update_us != NULL)
    g_array_append_val (update_us, took_us);
}

/* What the analyst does in [@start, @end). @known: what stands in the text; labels are added to it */
static void
decide (BayanRecogniser *recogniser, const GoldText *text, GPtrArray *known, guint32 start, guint32 end,
        gint64 *next_mention, GArray *update_us)
{
  guint n_known = known->len;

  for (guint i = 0; i < n_known; i++)
    {
      BayanMention *mention = known->pdata[i];

      if (!is_in (mention, start, end))
        continue;
      mention->status = find (text->gold, mention) != NULL ? BAYAN_STATUS_CONFIRMED : BAYAN_STATUS_REJECTED;
      teach (recogniser, text, known, mention, (*next_mention)++, update_us);
    }
  for (guint i = 0; i < text->gold->len; i++)
    {
      BayanMention *gold = text->gold->pdata[i];

      if (!is_in (gold, start, end) || find (known, gold) != NULL)
        continue;
      gold->status = BAYAN_STATUS_CONFIRMED;
      teach (recogniser, text, known, gold, (*next_mention)++, update_us);
    }
}

/* Reads @text line by line: suggestions for a line are scored before it is decided on. Returns: how many lines were
 * decided */
guint
simulation_read (BayanRecogniser *recogniser, const GoldText *text, gboolean learns, gint64 *next_mention,
                 SimulationScore *score, GArray *update_us)
{
  const char *all = text->statement->text;
  guint n_lines = 0;

  for (const char *line = all, *end; *line != '\0'; line = *end != '\0' ? end + 1 : end)
    {
      g_autoptr (BayanRecognition) recognition = NULL;
      g_autoptr (GPtrArray) known = NULL;
      guint32 first = (guint32) (line - all), last;

      end = strchrnul (line, '\n');
      last = (guint32) (end - all);
      if (last - first < 3)
        continue;
      recognition = bayan_recogniser_recognise (recogniser, text->statement, NULL);
      known = see (text, recognition);
      for (guint i = 0; i < known->len; i++)
        if (is_in (known->pdata[i], first, last))
          {
            score->n_found++;
            score->n_right += find (text->gold, known->pdata[i]) != NULL;
          }
      for (guint i = 0; i < text->gold->len; i++)
        score->n_gold += is_in (text->gold->pdata[i], first, last);
      n_lines++;
      if (learns)
        decide (recogniser, text, known, first, last, next_mention, update_us);
    }
  return n_lines;
}
