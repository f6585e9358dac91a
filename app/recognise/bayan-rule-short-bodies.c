/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a text comes back to a body that it has named in full: المجلس الأعلى للدولة … المجلس الأعلى. The noun alone (المجلس) is
 * not enough; with its adjective it is the name. */
#include <string.h>

#include "bayan-rules.h"

#define FULL_NAMES_MAX 64
#define LETTER 2

typedef struct {
  const char *noun;      /* without proclitics and article */
  const char *adjective; /* MATCH key */
  guint32 behind;        /* the token behind the full name */
  gint32 candidate;
} FullName;

/* The key of @token without proclitics and article; NULL for a word that has no article. */
static const char *
get_noun (const BayanScan *scan, guint32 token)
{
  const char *key = scan->tokens[token].key;

  if (bayan_key_begins (key, "و"))
    key += LETTER;
  if (bayan_key_begins (key, "بال") || bayan_key_begins (key, "كال"))
    key += LETTER;
  if (!bayan_key_begins (key, "ال") && !bayan_key_begins (key, "لل"))
    return NULL;

  return key + 2 * LETTER;
}

static gboolean
has_adjective (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  return bayan_scan_goes_on (scan, token) && bayan_key_begins (word->key, "ال")
         && (bayan_scan_is (scan, token, BAYAN_CLASS (BODY_ADJ)) || bayan_scan_word_ends (word, "ي")
             || bayan_scan_word_ends (word, "ية") || bayan_scan_word_ends (word, "العليا")
             || bayan_scan_word_ends (word, "الاعلى"));
}

static guint
collect (const BayanScan *scan, FullName *names)
{
  guint n = 0;

  for (guint c = 0; c < scan->n_candidates && n < FULL_NAMES_MAX; c++)
    {
      const BayanCandidate *body = bayan_scan_get (scan, (gint32) c);

      if (body->type != BAYAN_MENTION_ORG || body->last < body->first + 3
          || (body->flags & BAYAN_CANDIDATE_DROPPED) != 0 || get_noun (scan, body->first) == NULL
          || !has_adjective (scan, body->first + 1))
        continue;
      names[n++] = (FullName) { get_noun (scan, body->first), scan->tokens[body->first + 1].key, body->last,
                                (gint32) c };
    }

  return n;
}

/* Bodies by their noun and adjective, behind where they are named in full */
void
bayan_rules_find_short_bodies (BayanScan *scan)
{
  FullName names[FULL_NAMES_MAX];
  guint n = collect (scan, names);
  guint32 start = scan->n_tokens;

  for (guint k = 0; k < n; k++)
    start = MIN (start, names[k].behind);
  for (guint32 i = start; i + 1 < scan->n_tokens; i++)
    {
      const BayanReading *reading = bayan_scan_reading (scan, i,
                                                        BAYAN_CLASS (BODY) | BAYAN_CLASS (STATE_BODY));
      const char *noun = reading != NULL && has_adjective (scan, i + 1) ? get_noun (scan, i) : NULL;

      if (noun == NULL || bayan_scan_longest (scan, i, BAYAN_TYPE (ORG), BAYAN_ANY_PROCLITICS) != NULL)
        continue;
      for (guint k = 0; k < n; k++)
        if (names[k].behind <= i && bayan_key_is (names[k].noun, noun)
            && bayan_scan_key_is (scan, i + 1, names[k].adjective))
          {
            const char *evidence = bayan_scan_text (scan, bayan_scan_get (scan, names[k].candidate)->first,
                                                    names[k].behind);
            BayanCandidate *body = bayan_scan_add (scan, BAYAN_MENTION_ORG, i, i + 2, reading,
                                                   "organisation/named-before");

            body->evidence = evidence;
            body->key = bayan_scan_get (scan, names[k].candidate)->key;
            break;
          }
    }
}
