/* SPDX-License-Identifier: GPL-3.0-or-later */
/* كأس العالم 2030, مؤتمر ميونيخ للأمن 2025: the year that says which one of them an event is. It belongs to the name, and is a
 * date in it. */
#include <string.h>

#include "bayan-date-parts.h"
#include "bayan-rules.h"

/* 2025, where it counts nothing: 2025 شخصا is a number. */
static gboolean
is_year (const BayanScan *scan, guint32 token)
{
  const BayanToken *next = &scan->tokens[token + 1];

  if (token >= scan->n_tokens || strlen (scan->tokens[token].key) != 4
      || bayan_date_number (scan, token, 1900, 2070) == 0)
    return FALSE;
  if (!bayan_scan_goes_on (scan, token + 1) || (next->flags & BAYAN_WORD_ARABIC) == 0)
    return token + 1 >= scan->n_tokens || strchr ("%/-:", next->key[0]) == NULL || next->key[0] == '\0';

  return bayan_scan_is (scan, token + 1, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER))
         || bayan_scan_is_definite (scan, token + 1) || bayan_key_begins (next->key, "و");
}

static void
add_year (BayanScan *scan, guint32 token)
{
  if (bayan_scan_longest (scan, token, BAYAN_TYPE (DATE), 0) == NULL)
    bayan_scan_add (scan, BAYAN_MENTION_DATE, token, token + 1, NULL, "date/year")->value =
        scan->tokens[token].key;
}

/* «الموج الأحمر 7»: the number of an exercise, within its quotation marks */
static gboolean
is_quoted_number (const BayanScan *scan, const BayanCandidate *event)
{
  guint32 at = event->last;

  return event->first > 0 && at + 1 < scan->n_tokens && bayan_scan_goes_on (scan, at + 1)
         && (scan->tokens[event->first - 1].flags & BAYAN_WORD_QUOTE) != 0
         && (scan->tokens[at].flags & BAYAN_WORD_NUMBER) != 0 && bayan_date_number (scan, at, 1900, 2070) == 0
         && (scan->tokens[at + 1].flags & BAYAN_WORD_QUOTE) != 0;
}

/* Over the whole text, when all events are there */
void
bayan_rules_date_events (BayanScan *scan)
{
  guint n = scan->n_candidates;

  for (guint c = 0; c < n; c++)
    {
      BayanCandidate event, *dated;
      BayanReading reading;

      if (scan->candidates[c].type != BAYAN_MENTION_EVENT
          || (scan->candidates[c].flags & BAYAN_CANDIDATE_DROPPED) != 0)
        continue;
      event = scan->candidates[c];
      reading = (BayanReading) { .start = event.start, .proclitics = event.proclitics };
      if (is_quoted_number (scan, &event))
        {
          dated = bayan_scan_add (scan, BAYAN_MENTION_EVENT, event.first, event.last + 1, &reading,
                                  event.rule);
          dated->entry = event.entry;
          dated->key = event.key;
          continue;
        }
      if (event.last > event.first + 1 && is_year (scan, event.last - 1))
        add_year (scan, event.last - 1);
      if (event.last >= scan->n_tokens || !bayan_scan_goes_on (scan, event.last)
          || !is_year (scan, event.last))
        continue;
      dated = bayan_scan_add (scan, BAYAN_MENTION_EVENT, event.first, event.last + 1, &reading, event.rule);
      dated->entry = event.entry;
      dated->node = event.node;
      dated->key = event.key;
      dated->evidence = event.evidence;
      add_year (scan, event.last);
    }
}
