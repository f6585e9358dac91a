/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-lesson-maker.h"

#include "bayan-memory.h"

/* So much of a line is read before and behind a decision: what it costs does not grow with the text. */
#define WINDOW_BYTES 2048

static gboolean
continues_letter (char byte)
{
  return ((guint8) byte & 0xc0) == 0x80;
}

/* Returns: the line around @span, or what of it lies near */
BayanWindow
bayan_lesson_maker_find_window (const char *text, gsize length_bytes, BayanCleanSpan span)
{
  guint32 start = span.start.byte, end = span.end.byte;

  while (start > 0 && text[start - 1] != '\n'
         && (span.start.byte - start < WINDOW_BYTES || continues_letter (text[start])))
    start--;
  while (end < length_bytes && text[end] != '\n'
         && (end - span.end.byte < WINDOW_BYTES || continues_letter (text[end])))
    end++;
  return (BayanWindow) { start, end };
}

/* The tokens that @span touches. Returns: FALSE if there is none, or if it is not all in the window */
static gboolean
find_tokens (const BayanScan *scan, BayanWindow window, BayanCleanSpan span, guint32 *first, guint32 *last)
{
  guint32 low = 0, high = scan->n_tokens;

  if (span.start.byte < window.start || span.end.byte > window.end)
    return FALSE;
  while (low < high)
    {
      guint32 middle = (low + high) / 2;

      if (scan->tokens[middle].end <= span.start.byte - window.start)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  while (low < scan->n_tokens && scan->tokens[low].start < span.end.byte - window.start)
    low++;
  *last = low;
  return *first < *last;
}

BayanLesson *
bayan_lesson_maker_make (const BayanScan *scan, BayanWindow window, const BayanMention *decision,
                         const BayanEntity *entity)
{
  gboolean is_right = decision->status != BAYAN_STATUS_REJECTED;
  g_autofree char *surface = NULL;
  guint32 first, last;
  BayanLesson *lesson;

  if (!find_tokens (scan, window, decision->span, &first, &last))
    return NULL;
  surface = bayan_memory_fold_surface (scan, first, last, decision->span.start.byte - window.start);
  lesson = bayan_lesson_new (decision->type, is_right, surface, bayan_memory_get_context (scan, first));
  lesson->mention = decision->id;
  lesson->entity = is_right && entity != NULL ? bayan_entity_copy (entity) : NULL;
  return lesson;
}

static gboolean
is_of_other_layers (const BayanMention *mention)
{
  return mention->layer != BAYAN_LAYER_TAGGER && mention->layer != BAYAN_LAYER_ANALYST;
}

static int
compare_longest_first (gconstpointer a, gconstpointer b)
{
  const BayanMention *first = *(BayanMention *const *) a, *second = *(BayanMention *const *) b;
  guint32 length_a = bayan_clean_span_length_bytes (first->span);
  guint32 length_b = bayan_clean_span_length_bytes (second->span);

  return length_a != length_b ? (length_a > length_b ? -1 : 1) : bayan_mention_compare (first, second);
}

/* What the other layers found in the window, outermost first, and in @decisions what was decided there before */
static void
take_mentions (const BayanScan *scan, BayanWindow window, const GPtrArray *mentions,
               const BayanMention *decision, BayanTagBase *base, GArray *decisions)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < mentions->len; i++)
    {
      BayanMention *mention = mentions->pdata[i];

      if (mention->span.start.byte >= window.end)
        break;
      if (mention->span.start.byte >= window.start)
        g_ptr_array_add (sorted, mention);
    }
  g_ptr_array_sort (sorted, compare_longest_first);
  for (guint i = 0; i < sorted->len; i++)
    {
      const BayanMention *mention = sorted->pdata[i];
      BayanTagDecision decided = { .type = mention->type,
                                   .is_right = mention->status == BAYAN_STATUS_CONFIRMED };

      if (!find_tokens (scan, window, mention->span, &decided.first, &decided.last))
        continue;
      if (is_of_other_layers (mention))
        bayan_tag_base_add (base, decided.first, decided.last, mention->type, mention->rule);
      if (mention->status != BAYAN_STATUS_SUGGESTED
          && !(mention->type == decision->type && bayan_clean_span_equal (mention->span, decision->span)))
        g_array_append_val (decisions, decided);
    }
}

GBytes *
bayan_lesson_maker_make_steps (const BayanTagger *tagger, const BayanScan *scan, BayanWindow window,
                               const GPtrArray *mentions, const BayanMention *decision)
{
  g_autoptr (BayanTagBase) base = bayan_tag_base_new (scan);
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (BayanTagDecision));
  BayanTagDecision newest = { .type = decision->type, .is_right = decision->status != BAYAN_STATUS_REJECTED };

  if (!find_tokens (scan, window, decision->span, &newest.first, &newest.last))
    return NULL;
  take_mentions (scan, window, mentions, decision, base, decisions);
  g_array_append_val (decisions, newest);
  return bayan_tagger_make_steps (tagger, scan, base, (const BayanTagDecision *) (gpointer) decisions->data,
                                  decisions->len);
}
