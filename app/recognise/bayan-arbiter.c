/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-arbiter.h"

#include <string.h>

typedef struct {
  guint64 order;
  const BayanCandidate *candidate;
} Ranked;

/* Accepted candidates by the tokens that they cover, of those that lie over one another: linked lists in one array. */
typedef struct {
  const BayanCandidate *candidate;
  gint32 next;
} Cover;

typedef struct {
  Cover *covers;
  guint n_covers, capacity;
  gint32 *heads; /* for each token that one of them covers its last cover, -1 = none */
} Covered;

#define COVERS_MIN 256

/* A branch of a group is no complement: داعش – ولاية خراسان is one name. */
#define ARMED_GROUPS "gazetteer/groups.tsv"

#define NESTING_TYPES                                                                                        \
  ((1u << BAYAN_MENTION_OCC) | (1u << BAYAN_MENTION_ORG) | (1u << BAYAN_MENTION_EVENT)                       \
   | (1u << BAYAN_MENTION_LAW) | (1u << BAYAN_MENTION_FAC))

static guint
count_words (const BayanScan *scan, const BayanCandidate *candidate)
{
  guint n = 0;

  for (guint32 i = candidate->first; i < candidate->last; i++)
    n += (scan->tokens[i].flags & BAYAN_WORD_PUNCTUATION) == 0;

  return n;
}

/* TRUE if a known word begins before @start. */
static gboolean
cuts_word (const BayanToken *token, guint32 start)
{
  for (guint r = 0; r < token->n_readings; r++)
    if (token->readings[r].word != 0 && token->readings[r].start < start)
      return TRUE;

  return FALSE;
}

/* Of two as long the analyst's comes first; what was learned from him gives way to all that is known. */
#define AGREED_RANK 50
#define LEARNED_RANK (-5000)

/* Longer wins; of two as long, values before names, and what tables know before what rules guess. */
static int
rank (const BayanScan *scan, const BayanCandidate *candidate)
{
  static const int by_type[BAYAN_MENTION_N_TYPES] = {
    [BAYAN_MENTION_GPE] = 30,      [BAYAN_MENTION_LOC] = 26,      [BAYAN_MENTION_NORP] = 24,
    [BAYAN_MENTION_ORG] = 32,      [BAYAN_MENTION_PERS] = 28,     [BAYAN_MENTION_OCC] = 34,
    [BAYAN_MENTION_EVENT] = 36,    [BAYAN_MENTION_FAC] = 33,      [BAYAN_MENTION_LAW] = 38,
    [BAYAN_MENTION_DATE] = 40,     [BAYAN_MENTION_TIME] = 41,     [BAYAN_MENTION_MONEY] = 42,
    [BAYAN_MENTION_CARDINAL] = 10, [BAYAN_MENTION_QUANTITY] = 12, [BAYAN_MENTION_PERCENT] = 43,
  };
  int priority = (int) count_words (scan, candidate) * 100 + by_type[candidate->type];

  if (candidate->entry != 0)
    priority += 8;
  /* كردفان is no ك with another place behind it. */
  if (candidate->type == BAYAN_MENTION_GPE && cuts_word (&scan->tokens[candidate->first], candidate->start))
    priority -= 10;
  if ((candidate->flags & BAYAN_CANDIDATE_WEAK) != 0)
    priority -= 10000;
  if ((candidate->flags & (BAYAN_CANDIDATE_REMEMBERED | BAYAN_CANDIDATE_AGREED)) != 0)
    priority += AGREED_RANK;
  if ((candidate->flags & BAYAN_CANDIDATE_LEARNED) != 0)
    priority += LEARNED_RANK;

  return priority;
}

/* What is higher comes first; of two as high what begins earlier. */
static guint64
order_of (const BayanScan *scan, const BayanCandidate *candidate)
{
  return (guint64) ((gint64) G_MAXINT32 - rank (scan, candidate)) << 32 | candidate->start;
}

static gboolean
is_country_adjective (const BayanScan *scan, const BayanCandidate *candidate)
{
  return candidate->entry != 0
         && (bayan_lexicon_get_entry (scan->lexicon, candidate->entry)->flags & BAYAN_ENTRY_COUNTRY_ADJ) != 0;
}

/* الفرات in شرقي الفرات: the only geography that nests in a region */
static gboolean
is_river (const BayanScan *scan, const BayanCandidate *candidate)
{
  const BayanLexiconEntry *entry = bayan_lexicon_get_entry (scan->lexicon, candidate->entry), *river;
  g_autofree char *name = NULL;

  if (candidate->type != BAYAN_MENTION_LOC || candidate->entry == 0)
    return FALSE;
  if (bayan_scan_key_is (scan, candidate->first, "نهر"))
    return TRUE;
  name = g_strconcat ("نهر ", scan->tokens[candidate->first].key, NULL);
  river = bayan_lexicon_find_phrase (scan->lexicon, name, BAYAN_MENTION_LOC);

  return river != NULL && river->entity == entry->entity;
}

/* نهر دجلة: a river by its name is flat. */
static gboolean
is_flat (const BayanScan *scan, const BayanCandidate *region)
{
  if (region->entry != 0 && bayan_scan_word_ends (&scan->tokens[region->first], "جبل"))
    return TRUE;
  return bayan_scan_word_ends (&scan->tokens[region->first], "نهر");
}

/* بحر الصين الجنوبي */
static gboolean
is_sea (const BayanScan *scan, const BayanCandidate *region)
{
  return bayan_scan_word_ends (&scan->tokens[region->first], "بحر");
}

/* مضيق تايوان: a state nests in a strait or sea, a town does not. */
static gboolean
takes_states_only (const BayanScan *scan, const BayanCandidate *region)
{
  return bayan_scan_word_ends (&scan->tokens[region->first], "مضيق") || is_sea (scan, region);
}

static gboolean
is_state (const BayanScan *scan, const BayanCandidate *place)
{
  return (bayan_lexicon_get_entry (scan->lexicon, place->entry)->flags & BAYAN_ENTRY_STATE) != 0;
}

/* غورما in ليبتاكو غورما: a small town is no part of a region's name. */
static gboolean
is_minor (const BayanScan *scan, const BayanCandidate *place)
{
  return (bayan_lexicon_get_flags (scan->lexicon, place->entry) & BAYAN_ENTRY_MINOR) != 0;
}

/* (ليبتاكو)-غورما: half of a name */
static gboolean
is_second_half (const BayanScan *scan, const BayanCandidate *place)
{
  return place->first > 0 && (scan->tokens[place->first - 1].flags & BAYAN_WORD_DASH) != 0;
}

/* GUIDELINES §3 */
static gboolean
may_nest (const BayanScan *scan, const BayanCandidate *outer, const BayanCandidate *inner)
{
  if ((outer->flags & BAYAN_CANDIDATE_ATOMIC) != 0)
    return FALSE;
  if (outer->type == BAYAN_MENTION_TIME)
    return inner->type == BAYAN_MENTION_DATE;
  if (outer->type == BAYAN_MENTION_LOC)
    return !is_flat (scan, outer) && !(takes_states_only (scan, outer) && !is_state (scan, inner))
           && ((inner->type == BAYAN_MENTION_GPE && (inner->end == outer->end || is_sea (scan, outer))
                && inner->first > outer->first && !(outer->entry != 0 && is_minor (scan, inner))
                && !is_second_half (scan, inner))
               || ((outer->entry == 0
                    || bayan_scan_reading (scan, outer->first, BAYAN_CLASS (COMPASS)) != NULL)
                   && inner->first > outer->first && is_river (scan, inner)));
  if ((NESTING_TYPES & (1u << outer->type)) == 0)
    return FALSE;
  if (inner->type == outer->type && inner->entry != 0 && outer->entry != 0
      && (strcmp (inner->key, outer->key) == 0
          || (strcmp (inner->rule, ARMED_GROUPS) == 0 && strcmp (outer->rule, ARMED_GROUPS) == 0)))
    return FALSE;

  switch (inner->type)
    {
    case BAYAN_MENTION_GPE:
      return outer->entry == 0 || inner->entry == 0
             || (outer->type != BAYAN_MENTION_ORG && outer->type != BAYAN_MENTION_EVENT)
             || (bayan_lexicon_get_entry (scan->lexicon, inner->entry)->flags & BAYAN_ENTRY_MINOR) == 0;
    case BAYAN_MENTION_LOC:
    case BAYAN_MENTION_DATE:
      return TRUE;
    case BAYAN_MENTION_ORG:
      /* وكالة المخابرات المركزية الأميركية: what the tables name as a whole holds no body that a rule makes. */
      if (outer->type == BAYAN_MENTION_ORG && strcmp (inner->rule, "organisation/state-body") == 0
          && inner->end == outer->end && strncmp (outer->rule, "gazetteer/", 10) == 0)
        return FALSE;
      return outer->type != BAYAN_MENTION_ORG || inner->start > outer->start;
    case BAYAN_MENTION_NORP:
      return (outer->flags & BAYAN_CANDIDATE_FIXED) == 0 && is_country_adjective (scan, inner);
    case BAYAN_MENTION_OCC:
      return outer->type == BAYAN_MENTION_OCC && (inner->flags & BAYAN_CANDIDATE_INNER) != 0
             && inner->start > outer->start;
    default:
      return FALSE;
    }
}

static gboolean
may_stand_with (const BayanScan *scan, const BayanCandidate *candidate, const BayanCandidate *accepted)
{
  if (candidate->start == accepted->start && candidate->end == accepted->end)
    return FALSE;
  if (accepted->start <= candidate->start && candidate->end <= accepted->end)
    return may_nest (scan, accepted, candidate);
  if (candidate->start <= accepted->start && accepted->end <= candidate->end)
    return may_nest (scan, candidate, accepted);

  return candidate->end <= accepted->start || accepted->end <= candidate->start;
}

/* Of two that share several tokens it is asked at the first of these only. */
static gboolean
fits (const BayanScan *scan, const BayanCandidate *candidate, const Covered *covered)
{
  for (guint32 i = candidate->first; i < candidate->last; i++)
    for (gint32 c = covered->heads[i]; c >= 0; c = covered->covers[c].next)
      {
        const BayanCandidate *accepted = covered->covers[c].candidate;

        if (i == MAX (candidate->first, accepted->first) && !may_stand_with (scan, candidate, accepted))
          return FALSE;
      }

  return TRUE;
}

static void
accept (const BayanCandidate *candidate, Covered *covered)
{
  guint n = candidate->last - candidate->first;

  if (covered->n_covers + n > covered->capacity)
    {
      covered->capacity = 2 * covered->capacity + n + COVERS_MIN;
      covered->covers = g_renew (Cover, covered->covers, covered->capacity);
    }
  for (guint32 i = candidate->first; i < candidate->last; i++)
    {
      covered->covers[covered->n_covers] = (Cover) { candidate, covered->heads[i] };
      covered->heads[i] = (gint32) covered->n_covers++;
    }
}

/* Merges two sorted halves of @from, which end at @middle and @n, into @to. Of two of one order the first stays so. */
static void
merge (const Ranked *from, guint middle, guint n, Ranked *to)
{
  const Ranked *one = from, *one_end = from + middle, *other = one_end, *other_end = from + n;

  while (one < one_end && other < other_end)
    *to++ = other->order < one->order ? *other++ : *one++;
  while (one < one_end)
    *to++ = *one++;
  while (other < other_end)
    *to++ = *other++;
}

/* As many are sorted faster by moving each to its place. */
#define FEW 8

static void
sort_few (Ranked *ranked, guint n)
{
  for (guint i = 1; i < n; i++)
    {
      Ranked moved = ranked[i];
      guint at = i;

      for (; at > 0 && ranked[at - 1].order > moved.order; at--)
        ranked[at] = ranked[at - 1];
      ranked[at] = moved;
    }
}

/* Sorts by order; a comparison is nothing but that of two numbers. @spare has room for @n. */
static void
sort_ranked (Ranked *ranked, guint n, Ranked *spare)
{
  guint middle = n / 2;

  if (n <= FEW)
    {
      sort_few (ranked, n);
      return;
    }
  sort_ranked (ranked, middle, spare);
  sort_ranked (ranked + middle, n - middle, spare);
  if (ranked[middle - 1].order <= ranked[middle].order)
    return;
  merge (ranked, middle, n, spare);
  memcpy (ranked, spare, n * sizeof *ranked);
}

static gboolean
may_stand (const BayanCandidate *candidate)
{
  return (candidate->flags & (BAYAN_CANDIDATE_BARE | BAYAN_CANDIDATE_DROPPED)) == 0
         && candidate->last - candidate->first <= BAYAN_CANDIDATE_TOKENS_MAX;
}

/* Puts the candidates that may stand in the order of their first tokens; of one token they stay as they were made. Returns: how
 * many there are */
static guint
order_by_token (const BayanScan *scan, Ranked *ranked)
{
  guint n = 0;

  for (guint32 i = 0; i < scan->n_tokens; i++)
    {
      guint first = n;

      for (gint32 c = scan->first[i]; c >= 0; c = scan->candidates[c].next)
        if (may_stand (&scan->candidates[c]))
          ranked[n++].candidate = &scan->candidates[c];
      /* The last one comes first in the list. */
      for (guint last = n; first + 1 < last; first++)
        {
          const BayanCandidate *later = ranked[--last].candidate;

          ranked[last].candidate = ranked[first].candidate;
          ranked[first].candidate = later;
        }
    }

  return n;
}

/* Where those end that lie over one another, of which @from is the first: none behind them shares a token with one of them. */
static guint
find_end_of_heap (const Ranked *ranked, guint n, guint from)
{
  guint32 last = ranked[from].candidate->last;
  guint to;

  for (to = from + 1; to < n && ranked[to].candidate->first < last; to++)
    last = MAX (last, ranked[to].candidate->last);
  return to;
}

/* Takes of the @n that lie over one another the best, then the next best that it leaves room for, and so on. */
static void
clear_heap (const BayanScan *scan, Ranked *ranked, guint n, Ranked *spare, Covered *covered,
            GPtrArray *chosen)
{
  guint32 first = ranked[0].candidate->first, last = first;

  for (guint i = 0; i < n; i++)
    {
      ranked[i].order = order_of (scan, ranked[i].candidate);
      last = MAX (last, ranked[i].candidate->last);
    }
  memset (covered->heads + first, 0xff, sizeof (gint32) * (last - first)); /* -1 */
  covered->n_covers = 0;
  sort_ranked (ranked, n, spare);
  for (guint i = 0; i < n; i++)
    {
      const BayanCandidate *candidate = ranked[i].candidate;

      if (!fits (scan, candidate, covered))
        continue;
      accept (candidate, covered);
      g_ptr_array_add (chosen, (gpointer) candidate);
    }
}

/* Returns the candidates that stand, nearly in the order of the text; they belong to @scan. Most of them stand alone, or with
 * few others, so nothing is compared but these. */
GPtrArray *
bayan_arbiter_choose (const BayanScan *scan)
{
  GPtrArray *chosen = g_ptr_array_sized_new (scan->n_candidates);
  g_autofree Ranked *ranked = g_new (Ranked, 2 * scan->n_candidates);
  guint n = order_by_token (scan, ranked), to;
  Covered covered = { .heads = g_new (gint32, scan->n_tokens + 1) };

  for (guint from = 0; from < n; from = to)
    {
      to = find_end_of_heap (ranked, n, from);
      if (to - from == 1)
        g_ptr_array_add (chosen, (gpointer) ranked[from].candidate);
      else
        clear_heap (scan, ranked + from, to - from, ranked + scan->n_candidates, &covered, chosen);
    }
  g_free (covered.covers);
  g_free (covered.heads);

  return chosen;
}

/* Returns: (nullable): the highest of those @chosen that @candidate may not stand with */
const BayanCandidate *
bayan_arbiter_find_rival (const BayanScan *scan, const GPtrArray *chosen, const BayanCandidate *candidate)
{
  const BayanCandidate *rival = NULL;

  for (guint i = 0; i < chosen->len; i++)
    {
      const BayanCandidate *other = chosen->pdata[i];

      if (other != candidate && other->first < candidate->last && candidate->first < other->last
          && !may_stand_with (scan, candidate, other)
          && (rival == NULL || order_of (scan, other) < order_of (scan, rival)))
        rival = other;
    }
  return rival;
}
