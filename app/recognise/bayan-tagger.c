/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-tagger.h"

#include <string.h>

/* What the tag of the other layers weighs. A lesson gives each of some ten features one for its tag and one against another:
 * what looks like one lesson in half of them is not enough, what looks like several is. Chosen so that, in the simulation
 * of tests/bench/bench-learning.c, what the tagger adds to the memory is never worse than the memory alone. */
#define FOUND_WEIGHT 48
/* By so much the right path has to be better than any other before a lesson is learned. */
#define MARGIN 24
/* What was rejected is not to come again. What was right comes again by the memory, the tagger learns it slowly. */
#define PASSES_RIGHT 1
#define PASSES_WRONG 4
#define NEVER (-1000000)
/* Of what a longer path would name nothing is believed. */
#define PROPOSED_WORDS_MAX 12
#define SHOWN_FEATURES 3

/* Steps are four bytes each: row (little endian), tag, how much. The first four say how they are to be read: those of
 * a program whose features are others teach nothing. */
#define STEPS_VERSION 1
#define STEP_BYTES 4

struct _BayanTagger {
  gint32 (*weights)[BAYAN_TAGS]; /* by row */
  guint32 *uses;                 /* by row: steps that stand */
  guint64 used[BAYAN_FEATURE_ROWS
               / 64]; /* a bit for each row: whether there are any. Most features were never learned, and all
                                          * of this stays in the cache */
  guint64 n_steps;
};

/* One run while it is tagged. */
typedef struct {
  guint32 first, n;
  BayanTagFeature features[BAYAN_RUN_WORDS_MAX][BAYAN_FEATURES_MAX];
  guint8 n_features[BAYAN_RUN_WORDS_MAX];
  gint32 scores[BAYAN_RUN_WORDS_MAX][BAYAN_TAGS];
} Run;

BayanTagger *
bayan_tagger_new (void)
{
  BayanTagger *self = g_new0 (BayanTagger, 1);

  self->weights = g_malloc0_n (BAYAN_FEATURE_ROWS, sizeof *self->weights);
  self->uses = g_new0 (guint32, BAYAN_FEATURE_ROWS);
  return self;
}

void
bayan_tagger_free (BayanTagger *self)
{
  g_free (self->weights);
  g_free (self->uses);
  g_free (self);
}

static inline gboolean
is_used (const BayanTagger *self, guint16 row)
{
  return (self->used[row / 64] >> row % 64 & 1) != 0;
}

static void
set_used (BayanTagger *self, guint16 row)
{
  const guint64 bit = G_GUINT64_CONSTANT (1) << row % 64;

  if (self->uses[row] != 0)
    self->used[row / 64] |= bit;
  else
    self->used[row / 64] &= ~bit;
}

static void
sum_steps (BayanTagger *self, GBytes *steps, int sign)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (steps, &size);

  if (size < STEP_BYTES || data[0] != STEPS_VERSION)
    return;
  for (gsize at = STEP_BYTES; at + STEP_BYTES <= size; at += STEP_BYTES)
    {
      guint row = data[at] | (guint) data[at + 1] << 8;

      if (data[at + 2] >= BAYAN_TAGS)
        continue;
      self->weights[row][data[at + 2]] += sign * (gint8) data[at + 3];
      self->uses[row] += (guint32) sign;
      set_used (self, (guint16) row);
      self->n_steps += (guint64) (gint64) sign;
    }
}

void
bayan_tagger_learn (BayanTagger *self, GBytes *steps)
{
  sum_steps (self, steps, 1);
}

/* @steps: learned before */
void
bayan_tagger_forget (BayanTagger *self, GBytes *steps)
{
  sum_steps (self, steps, -1);
}

static void
fill_features (Run *run, const BayanTagBase *base, guint32 last)
{
  run->n = last - run->first;
  for (guint32 i = 0; i < run->n; i++)
    run->n_features[i] = (guint8) bayan_tag_features_of (base, run->first, last, run->first + i,
                                                         run->features[i]);
}

/* The same, without those of which nothing was learned. Returns: FALSE if none is left */
static gboolean
fill_used_features (const BayanTagger *self, Run *run, const BayanTagBase *base, guint32 last)
{
  gboolean any = FALSE;

  fill_features (run, base, last);
  for (guint32 i = 0; i < run->n; i++)
    {
      BayanTagFeature *features = run->features[i];
      guint n_used = 0;

      for (guint f = 0; f < run->n_features[i]; f++)
        if (is_used (self, features[f].row))
          {
            /* fill_scores() reads it soon. */
            __builtin_prefetch (self->weights[features[f].row]);
            __builtin_prefetch (self->weights[features[f].row] + BAYAN_TAGS - 1);
            features[n_used++] = features[f];
          }
      run->n_features[i] = (guint8) n_used;
      any |= n_used > 0;
    }
  return any;
}

static void
fill_scores (const BayanTagger *self, Run *run, const BayanTagBase *base)
{
  memset (run->scores, 0, run->n * sizeof run->scores[0]);
  for (guint32 i = 0; i < run->n; i++)
    {
      gint32 *scores = run->scores[i];

      scores[base->tags[run->first + i]] += FOUND_WEIGHT;
      for (guint f = 0; f < run->n_features[i]; f++)
        {
          const gint32 *weights = self->weights[run->features[i][f].row];

          for (guint t = 0; t < BAYAN_TAGS; t++)
            scores[t] += weights[t];
        }
    }
}

static guint8
best_of (const gint32 *scores)
{
  guint8 best = 0;

  for (guint8 t = 1; t < BAYAN_TAGS; t++)
    if (scores[t] > scores[best])
      best = t;
  return best;
}

/* What may stand inside stands only behind its own kind; all else behind anything, so behind the best. */
static guint8
choose_before (const gint32 *scores, guint8 best, guint8 tag)
{
  guint8 begin = (guint8) (tag - 1);

  if (tag == BAYAN_TAG_OUTSIDE || BAYAN_TAG_IS_BEGIN (tag))
    return best;
  return scores[begin] >= scores[tag] ? begin : tag;
}

/* The best path; of two as good that with the smaller tags. @against: (nullable): a path that has to be better than all
 * others by MARGIN at each word where @counts says so */
static void
find_path (const Run *run, const guint8 *against, const gboolean *counts, guint8 *path)
{
  gint32 best[BAYAN_RUN_WORDS_MAX][BAYAN_TAGS];
  guint8 from[BAYAN_RUN_WORDS_MAX][BAYAN_TAGS];

  for (guint32 i = 0; i < run->n; i++)
    {
      guint8 best_before = i > 0 ? best_of (best[i - 1]) : 0;

      for (guint8 tag = 0; tag < BAYAN_TAGS; tag++)
        {
          best[i][tag] = run->scores[i][tag]
                         + (against != NULL && counts[i] && against[i] != tag ? MARGIN : 0);
          if (i > 0)
            {
              from[i][tag] = choose_before (best[i - 1], best_before, tag);
              best[i][tag] += best[i - 1][from[i][tag]];
            }
          else if (tag != BAYAN_TAG_OUTSIDE && !BAYAN_TAG_IS_BEGIN (tag))
            best[i][tag] = NEVER;
        }
    }
  path[run->n - 1] = best_of (best[run->n - 1]);
  for (guint32 i = run->n - 1; i > 0; i--)
    path[i - 1] = from[i][path[i]];
}

/* TRUE if no word wants another tag than the other layers gave it: then theirs is the best path, as in most runs. */
static gboolean
is_content (const Run *run, const guint8 *tags)
{
  for (guint32 i = 0; i < run->n; i++)
    {
      const gint32 *scores = run->scores[i], own = scores[tags[i]];
      guint n_as_good = 0;

      for (guint t = 0; t < BAYAN_TAGS; t++)
        n_as_good += scores[t] >= own;
      if (n_as_good > 1)
        return FALSE;
    }
  return TRUE;
}

/* Learning */

/* What lies partly in [first, last) goes as a whole. */
static void
clear_path (guint8 *path, guint32 n, guint32 first, guint32 last)
{
  while (first > 0 && path[first] != BAYAN_TAG_OUTSIDE && !BAYAN_TAG_IS_BEGIN (path[first]))
    first--;
  while (last < n && path[last] != BAYAN_TAG_OUTSIDE && !BAYAN_TAG_IS_BEGIN (path[last]))
    last++;
  memset (path + first, BAYAN_TAG_OUTSIDE, last - first);
}

static gboolean
holds_exactly (const guint8 *path, guint32 n, guint32 first, guint32 last, BayanMentionType type)
{
  if (path[first] != BAYAN_TAG_BEGIN (type) || (last < n && path[last] == BAYAN_TAG_INSIDE (type)))
    return FALSE;
  for (guint32 i = first + 1; i < last; i++)
    if (path[i] != BAYAN_TAG_INSIDE (type))
      return FALSE;
  return TRUE;
}

/* [first, last) lies in something longer: what nests is not tagged. */
static gboolean
is_nested (const guint8 *path, guint32 n, guint32 first, guint32 last)
{
  gboolean goes_on_before = path[first] != BAYAN_TAG_OUTSIDE && !BAYAN_TAG_IS_BEGIN (path[first]);
  gboolean goes_on_behind = last < n && path[last] != BAYAN_TAG_OUTSIDE && !BAYAN_TAG_IS_BEGIN (path[last]);

  if (!goes_on_before && !goes_on_behind)
    return FALSE;
  for (guint32 i = first + 1; i < last; i++)
    if (path[i] == BAYAN_TAG_OUTSIDE || BAYAN_TAG_IS_BEGIN (path[i]))
      return FALSE;
  return path[first] != BAYAN_TAG_OUTSIDE;
}

/* Returns: FALSE if the decision says nothing of a path */
static gboolean
demand (const BayanTagDecision *decision, const Run *run, guint8 *path)
{
  guint32 first = decision->first - run->first, last = decision->last - run->first;

  if (decision->type >= BAYAN_TAG_TYPES || decision->first < run->first || last > run->n)
    return FALSE;
  if (!decision->is_right)
    {
      if (!holds_exactly (path, run->n, first, last, decision->type))
        return FALSE;
      clear_path (path, run->n, first, last);
      return TRUE;
    }
  if (is_nested (path, run->n, first, last))
    return FALSE;
  clear_path (path, run->n, first, last);
  for (guint32 i = first; i < last; i++)
    path[i] = i == first ? BAYAN_TAG_BEGIN (decision->type) : BAYAN_TAG_INSIDE (decision->type);
  return TRUE;
}

static void
add_step (GByteArray *steps, guint16 row, guint8 tag, int by)
{
  guint8 step[STEP_BYTES] = { row & 0xff, (guint8) (row >> 8), tag, (guint8) (gint8) by };

  g_byte_array_append (steps, step, sizeof step);
}

/* The scores of the run as they are after the step, too. */
static void
step (Run *run, GByteArray *steps, guint16 row, guint8 tag, int by)
{
  add_step (steps, row, tag, by);
  for (guint32 i = 0; i < run->n; i++)
    for (guint f = 0; f < run->n_features[i]; f++)
      if (run->features[i][f].row == row)
        run->scores[i][tag] += by;
}

static void
step_word (Run *run, GByteArray *steps, guint32 i, const guint8 *right, const guint8 *wrong)
{
  if (right[i] != wrong[i])
    for (guint f = 0; f < run->n_features[i]; f++)
      {
        step (run, steps, run->features[i][f].row, right[i], 1);
        step (run, steps, run->features[i][f].row, wrong[i], -1);
      }
}

static void
set_counts (const Run *run, const BayanTagDecision *decision, gboolean *counts)
{
  for (guint32 i = 0; i < run->n; i++)
    counts[i] = run->first + i >= decision->first && run->first + i < decision->last;
}

/**
 * bayan_tagger_make_steps:
 * @decisions: of one run; what is new comes last, before it what was decided earlier
 *
 * Returns: (transfer full) (nullable): what there is to learn; NULL for nothing
 */
GBytes *
bayan_tagger_make_steps (const BayanTagger *self, const BayanScan *scan, const BayanTagBase *base,
                         const BayanTagDecision *decisions, guint n_decisions)
{
  static const guint8 head[STEP_BYTES] = { STEPS_VERSION };
  const BayanTagDecision *newest = &decisions[n_decisions - 1];
  g_autofree Run *run = g_new (Run, 1);
  g_autoptr (GByteArray) steps = g_byte_array_new ();
  guint8 right[BAYAN_RUN_WORDS_MAX], path[BAYAN_RUN_WORDS_MAX];
  gboolean counts[BAYAN_RUN_WORDS_MAX];
  guint32 last = 0;

  do
    {
      run->first = last;
      last = bayan_tag_find_run_end (scan, run->first);
    }
  while (last <= newest->first);
  fill_features (run, base, last);
  fill_scores (self, run, base);
  find_path (run, NULL, NULL, right);
  for (guint i = 0; i + 1 < n_decisions; i++)
    demand (&decisions[i], run, right);
  if (!demand (newest, run, right))
    return NULL;
  set_counts (run, newest, counts);
  g_byte_array_append (steps, head, sizeof head);
  for (guint pass = 0; pass < (newest->is_right ? PASSES_RIGHT : PASSES_WRONG); pass++)
    {
      find_path (run, right, counts, path);
      if (memcmp (path, right, run->n) == 0)
        break;
      for (guint32 i = 0; i < run->n; i++)
        step_word (run, steps, i, right, path);
    }
  if (steps->len == sizeof head)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&steps));
}

/* Proposing */

typedef struct {
  guint32 first, last;
  BayanMentionType type;
  char *evidence;
} Proposal;

typedef struct {
  char *what;
  int weight;
} Reason;

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  return ((const Reason *) b)->weight - ((const Reason *) a)->weight;
}

static void
clear_reason (gpointer data)
{
  g_free (((Reason *) data)->what);
}

/* What two features say of the same words is one reason. */
static void
add_reason (GArray *reasons, char *what, int weight)
{
  for (guint i = 0; i < reasons->len; i++)
    if (strcmp (g_array_index (reasons, Reason, i).what, what) == 0)
      {
        g_array_index (reasons, Reason, i).weight += weight;
        g_free (what);
        return;
      }
  g_array_append_vals (reasons, &(Reason) { what, weight }, 1);
}

/* "word before وزير +12, ending وف +6": what speaks most for the tags of the span, more than for none */
static char *
explain (const BayanTagger *self, const BayanScan *scan, const Run *run, const Proposal *proposal,
         const guint8 *path)
{
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (Reason));
  GString *text = g_string_new (NULL);

  g_array_set_clear_func (reasons, clear_reason);
  for (guint32 i = proposal->first - run->first; i < proposal->last - run->first; i++)
    for (guint f = 0; f < run->n_features[i]; f++)
      {
        const gint32 *weights = self->weights[run->features[i][f].row];
        int weight = weights[path[i]] - weights[BAYAN_TAG_OUTSIDE];

        if (weight > 0)
          add_reason (reasons,
                      bayan_tag_feature_describe (scan, run->first + i, run->features[i][f].template),
                      weight);
      }
  g_array_sort (reasons, compare_reasons);
  for (guint i = 0; i < MIN (reasons->len, SHOWN_FEATURES); i++)
    g_string_append_printf (text, "%s%s +%d", i > 0 ? ", " : "", g_array_index (reasons, Reason, i).what,
                            g_array_index (reasons, Reason, i).weight);
  return g_string_free (text, FALSE);
}

static gboolean
is_name_sign (const BayanToken *token)
{
  return (token->flags & BAYAN_WORD_PUNCTUATION) == 0;
}

/* The spans of @path that the other layers do not have */
static void
collect_proposals (const BayanTagger *self, const BayanScan *scan, const BayanTagBase *base, const Run *run,
                   const guint8 *path, GArray *proposals)
{
  for (guint32 i = 0, last; i < run->n; i = MAX (last, i + 1))
    {
      Proposal proposal = { .first = run->first + i };

      last = i + 1;
      if (!BAYAN_TAG_IS_BEGIN (path[i]))
        continue;
      proposal.type = BAYAN_TAG_TYPE (path[i]);
      while (last < run->n && path[last] == BAYAN_TAG_INSIDE (proposal.type))
        last++;
      proposal.last = run->first + last;
      if (holds_exactly (base->tags + run->first, run->n, i, last, proposal.type)
          || last - i > PROPOSED_WORDS_MAX || !is_name_sign (&scan->tokens[proposal.first])
          || !is_name_sign (&scan->tokens[proposal.last - 1]))
        continue;
      proposal.evidence = explain (self, scan, run, &proposal, path);
      g_array_append_val (proposals, proposal);
    }
}

/* A guess of a rule that nobody else supports */
static gboolean
is_guess (const BayanCandidate *candidate)
{
  return candidate->entry == 0 && candidate->type < BAYAN_TAG_TYPES
         && (candidate->flags & (BAYAN_CANDIDATE_REMEMBERED | BAYAN_CANDIDATE_AGREED)) == 0;
}

static gboolean
drop_guesses (BayanScan *scan, const GPtrArray *chosen, const BayanTagBase *base, const Run *run,
              const guint8 *path)
{
  gboolean any = FALSE;

  for (guint i = 0; i < chosen->len; i++)
    {
      BayanCandidate *candidate = chosen->pdata[i];

      if (candidate->first < run->first || candidate->last > run->first + run->n || !is_guess (candidate)
          || !holds_exactly (base->tags + run->first, run->n, candidate->first - run->first,
                             candidate->last - run->first, candidate->type)
          || holds_exactly (path, run->n, candidate->first - run->first, candidate->last - run->first,
                            candidate->type))
        continue;
      candidate->flags |= BAYAN_CANDIDATE_DROPPED;
      any = TRUE;
    }
  return any;
}

/* A word that the lexicon knows only without its proclitics is named without them. */
static const BayanReading *
get_reading (const BayanToken *token)
{
  return token->n_readings > 1 && token->readings[0].word == 0 ? &token->readings[1] : NULL;
}

static void
add_proposals (BayanScan *scan, const GArray *proposals)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const Proposal *proposal = &g_array_index (proposals, Proposal, i);
      BayanReading reading = { 0 };
      const BayanReading *known = get_reading (&scan->tokens[proposal->first]);
      BayanCandidate *candidate;

      if (known != NULL)
        reading = *known;
      candidate = bayan_scan_add (scan, proposal->type, proposal->first, proposal->last,
                                  known != NULL ? &reading : NULL, "tagger");
      candidate->flags |= BAYAN_CANDIDATE_LEARNED;
      candidate->evidence = g_string_chunk_insert (scan->strings, proposal->evidence);
      g_free (proposal->evidence);
    }
}

/**
 * bayan_tagger_propose:
 * @chosen: (element-type BayanCandidate): what the arbiter chose of the other layers; not to be used any more where
 *   the answer is TRUE
 */
gboolean
bayan_tagger_propose (const BayanTagger *self, BayanScan *scan, const GPtrArray *chosen)
{
  g_autoptr (BayanTagBase) base = NULL;
  g_autoptr (GArray) proposals = NULL;
  g_autofree Run *run = NULL;
  guint8 path[BAYAN_RUN_WORDS_MAX];
  gboolean any_dropped = FALSE;

  if (self->n_steps == 0)
    return FALSE;
  base = bayan_tag_base_new (scan);
  proposals = g_array_new (FALSE, FALSE, sizeof (Proposal));
  run = g_new (Run, 1);
  bayan_tag_base_add_candidates (base, chosen);
  for (guint32 last = 0; last < scan->n_tokens;)
    {
      run->first = last;
      last = bayan_tag_find_run_end (scan, run->first);
      if (!fill_used_features (self, run, base, last))
        continue;
      fill_scores (self, run, base);
      if (is_content (run, base->tags + run->first))
        continue;
      find_path (run, NULL, NULL, path);
      if (memcmp (path, base->tags + run->first, run->n) == 0)
        continue;
      any_dropped |= drop_guesses (scan, chosen, base, run, path);
      collect_proposals (self, scan, base, run, path, proposals);
    }
  add_proposals (scan, proposals);
  return any_dropped || proposals->len > 0;
}

/* Weighing, for who asks why nothing is proposed */

/* What the words [first, last) of the run weigh as a @type, more than as what the other layers gave them; of that the weight
 * which goes with being found is the threshold. */
static void
weigh (const Run *run, const BayanTagBase *base, guint32 first, guint32 last, BayanTagWeight *weight)
{
  weight->score = weight->threshold = 0;
  for (guint32 i = first - run->first; i < last - run->first; i++)
    {
      guint8 tag = i == first - run->first ? BAYAN_TAG_BEGIN (weight->type) : BAYAN_TAG_INSIDE (weight->type);
      guint8 found = base->tags[run->first + i];

      if (tag == found)
        continue;
      weight->score += run->scores[i][tag] - (run->scores[i][found] - FOUND_WEIGHT);
      weight->threshold += FOUND_WEIGHT;
    }
}

static char *
explain_weight (const BayanTagger *self, const BayanScan *scan, const Run *run, guint32 first, guint32 last,
                BayanMentionType type)
{
  Proposal proposal = { .first = first, .last = last, .type = type };
  guint8 path[BAYAN_RUN_WORDS_MAX] = { 0 };

  for (guint32 i = first; i < last; i++)
    path[i - run->first] = i == first ? BAYAN_TAG_BEGIN (type) : BAYAN_TAG_INSIDE (type);
  return explain (self, scan, run, &proposal, path);
}

/**
 * bayan_tagger_weigh:
 * @type: BAYAN_MENTION_N_TYPES for that which most speaks for
 * @weight: (out): its evidence is the caller's
 *
 * Returns: FALSE if nothing was learned that speaks for it
 */
gboolean
bayan_tagger_weigh (const BayanTagger *self, const BayanScan *scan, const GPtrArray *chosen, guint32 first,
                    guint32 last, BayanMentionType type, BayanTagWeight *weight)
{
  g_autoptr (BayanTagBase) base = bayan_tag_base_new (scan);
  g_autofree Run *run = g_new0 (Run, 1);
  guint32 run_last = 0;

  *weight = (BayanTagWeight) { .type = BAYAN_MENTION_N_TYPES };
  if (self->n_steps == 0 || (type != BAYAN_MENTION_N_TYPES && type >= BAYAN_TAG_TYPES))
    return FALSE;
  bayan_tag_base_add_candidates (base, chosen);
  do
    {
      run->first = run_last;
      run_last = bayan_tag_find_run_end (scan, run->first);
    }
  while (run_last <= first);
  if (last > run_last || !fill_used_features (self, run, base, run_last))
    return FALSE;
  fill_scores (self, run, base);
  for (guint t = 0; t < BAYAN_TAG_TYPES; t++)
    {
      BayanTagWeight of_type = { .type = (BayanMentionType) t };

      if (type != BAYAN_MENTION_N_TYPES && type != t)
        continue;
      weigh (run, base, first, last, &of_type);
      if (of_type.score > 0 && of_type.score <= of_type.threshold && of_type.score > weight->score)
        *weight = of_type;
    }
  if (weight->type == BAYAN_MENTION_N_TYPES)
    return FALSE;
  weight->evidence = explain_weight (self, scan, run, first, last, weight->type);
  return TRUE;
}
