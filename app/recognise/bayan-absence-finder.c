/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-absence-finder.h"

#include "bayan-arbiter.h"
#include "bayan-rules.h"

/* More reasons than one can use */
#define REASONS_MAX 6

/* The scan goes the way of bayan_recogniser_recognise(), and at each stage it is kept who was dropped there. */
typedef struct {
  const BayanAbsenceQuestion *question;
  BayanScan *scan;
  BayanMentionType type; /* BAYAN_MENTION_N_TYPES: any */
  guint32 first, last;   /* the words that are asked about */
  GByteArray *stages;    /* by candidate: of Stage */
  GByteArray *guards;    /* by candidate of the lexicon: of BayanGuard */
  GPtrArray *chosen;     /* of BayanCandidate */
  GPtrArray *reasons;    /* of BayanAbsence */
} Finding;

typedef enum {
  STAGE_NONE, /* not dropped */
  STAGE_GUARDS,
  STAGE_RULES,
  STAGE_MEMORY,
  STAGE_TAGGER,
} Stage;

/* Notes that whoever is dropped by now, and was not before, was so at @stage. */
static void
note_stage (Finding *self, Stage stage)
{
  guint n = self->stages->len;

  g_byte_array_set_size (self->stages, self->scan->n_candidates);
  for (guint c = n; c < self->scan->n_candidates; c++)
    self->stages->data[c] = STAGE_NONE;
  for (guint c = 0; c < self->scan->n_candidates; c++)
    if (self->stages->data[c] == STAGE_NONE
        && (self->scan->candidates[c].flags & BAYAN_CANDIDATE_DROPPED) != 0)
      self->stages->data[c] = (guint8) stage;
    else if ((self->scan->candidates[c].flags & BAYAN_CANDIDATE_DROPPED) == 0)
      self->stages->data[c] = STAGE_NONE; /* the memory may lift a guard */
}

static void
run_layers (Finding *self)
{
  BayanScan *scan = self->scan;
  BayanLearned learned;
  gboolean any = bayan_learner_begin (self->question->learner, &learned);

  bayan_scan_match_lexicon (scan);
  g_byte_array_set_size (self->guards, scan->n_candidates);
  bayan_homographs_resolve_telling (self->question->homographs, scan, self->guards->data);
  note_stage (self, STAGE_GUARDS);
  if (any)
    bayan_memory_find (learned.memory, scan);
  bayan_rules_run (scan, self->question->date);
  note_stage (self, STAGE_RULES);
  if (any)
    bayan_memory_judge (learned.memory, scan);
  note_stage (self, STAGE_MEMORY);
  self->chosen = bayan_arbiter_choose (scan);
  if (any && learned.tagger != NULL && bayan_tagger_propose (learned.tagger, scan, self->chosen))
    {
      note_stage (self, STAGE_TAGGER);
      g_ptr_array_unref (self->chosen);
      self->chosen = bayan_arbiter_choose (scan);
    }
  if (any)
    bayan_learner_end (self->question->learner);
}

/* Telling */

static BayanLayer
layer_of (const BayanCandidate *candidate)
{
  if ((candidate->flags & BAYAN_CANDIDATE_REMEMBERED) != 0)
    return BAYAN_LAYER_MEMORY;
  if ((candidate->flags & BAYAN_CANDIDATE_LEARNED) != 0)
    return BAYAN_LAYER_TAGGER;
  return candidate->entry != 0 ? BAYAN_LAYER_GAZETTEER : BAYAN_LAYER_RULE;
}

static const char *
evidence_of (const BayanScan *scan, const BayanCandidate *candidate)
{
  if (candidate->evidence != NULL || candidate->entry == 0)
    return candidate->evidence;
  return bayan_lexicon_get_key (scan->lexicon, candidate->entry);
}

static BayanAbsence *
tell (Finding *self, BayanAbsenceReason reason, BayanMentionType type, BayanLayer layer, const char *rule,
      const char *evidence)
{
  BayanAbsence *absence = bayan_absence_new (reason, type, layer, rule, evidence);

  g_ptr_array_add (self->reasons, absence);
  return absence;
}

static BayanAbsence *
tell_of (Finding *self, BayanAbsenceReason reason, const BayanCandidate *candidate)
{
  return tell (self, reason, candidate->type, layer_of (candidate), candidate->rule,
               evidence_of (self->scan, candidate));
}

static void
set_other (Finding *self, BayanAbsence *absence, const BayanCandidate *other)
{
  absence->other_type = other->type;
  absence->other_span = bayan_clean_span (self->question->at + other->start, self->question->at + other->end);
  absence->other_words = g_strndup (self->scan->text + other->start, other->end - other->start);
  absence->other_layer = layer_of (other);
  absence->other_rule = g_strdup (other->rule);
}

static gboolean
is_chosen (Finding *self, const BayanCandidate *candidate)
{
  return g_ptr_array_find (self->chosen, candidate, NULL);
}

/* What the analyst said of the words as a @type. Returns: FALSE if that is nothing against it */
static gboolean
tell_rejected (Finding *self, BayanMentionType type, guint32 start)
{
  g_autofree char *surface = bayan_memory_fold_surface (self->scan, self->first, self->last, start);
  const char *context = bayan_memory_get_context (self->scan, self->first);
  BayanMemoryCounts all, here;
  BayanAbsence *absence;
  BayanLearned learned;
  BayanVerdict verdict;

  if (!bayan_learner_begin (self->question->learner, &learned))
    return FALSE;
  verdict = bayan_memory_ask (learned.memory, surface, type, context);
  all = bayan_memory_count (learned.memory, surface, type);
  here = bayan_memory_count_here (learned.memory, surface, type, context);
  bayan_learner_end (self->question->learner);
  if (all.n_wrong == 0 || verdict == BAYAN_VERDICT_YES)
    return FALSE;
  absence = tell (self, BAYAN_ABSENCE_REJECTED, type, BAYAN_LAYER_MEMORY, "memory",
                  here.n_wrong > 0 && here.n_wrong == all.n_wrong ? context : NULL);
  absence->n_right = all.n_right;
  absence->n_wrong = all.n_wrong;
  return TRUE;
}

/* The arbiter had to choose. */
static void
tell_rival (Finding *self, const BayanCandidate *candidate)
{
  const BayanCandidate *rival = bayan_arbiter_find_rival (self->scan, self->chosen, candidate);
  gboolean is_inside;
  BayanAbsence *absence;

  if (rival == NULL)
    return;
  is_inside = rival->first <= candidate->first && candidate->last <= rival->last
              && rival->last - rival->first > candidate->last - candidate->first;
  absence = tell_of (self, is_inside ? BAYAN_ABSENCE_INSIDE : BAYAN_ABSENCE_OUTRANKED, candidate);
  set_other (self, absence, rival);
}

static void
tell_guard (Finding *self, const BayanCandidate *candidate, guint number)
{
  BayanGuard guard = number < self->guards->len ? (BayanGuard) self->guards->data[number] : BAYAN_GUARD_NONE;
  g_autofree char *row = bayan_homographs_describe (self->question->homographs, candidate, guard);
  g_autofree char *rule = g_strconcat ("homographs/", bayan_guard_to_string (guard), NULL);

  tell (self, BAYAN_ABSENCE_GUARD, candidate->type, BAYAN_LAYER_GAZETTEER, rule,
        row != NULL ? row : evidence_of (self->scan, candidate));
}

static void
tell_candidate (Finding *self, const BayanCandidate *candidate, guint number)
{
  BayanAbsence *absence;

  if (is_chosen (self, candidate))
    {
      tell_of (self, BAYAN_ABSENCE_SUGGESTED, candidate);
      return;
    }
  switch ((Stage) self->stages->data[number])
    {
    case STAGE_GUARDS:
      tell_guard (self, candidate, number);
      break;
    case STAGE_RULES:
      absence = tell_of (self, BAYAN_ABSENCE_RULE, candidate);
      if (bayan_arbiter_find_rival (self->scan, self->chosen, candidate) != NULL)
        set_other (self, absence, bayan_arbiter_find_rival (self->scan, self->chosen, candidate));
      break;
    case STAGE_MEMORY:
      /* One that gave way to what others found too has nothing to say. */
      if ((candidate->flags & BAYAN_CANDIDATE_REMEMBERED) == 0)
        tell_rejected (self, candidate->type, candidate->start);
      break;
    case STAGE_TAGGER:
      tell_of (self, BAYAN_ABSENCE_OVERRULED, candidate);
      break;
    case STAGE_NONE:
    default:
      if ((candidate->flags & BAYAN_CANDIDATE_BARE) != 0)
        tell_of (self, BAYAN_ABSENCE_BARE, candidate);
      else
        tell_rival (self, candidate);
    }
}

/* Of exactly these words; proclitics before them may belong to them or not. */
static gboolean
is_of_words (Finding *self, const BayanCandidate *candidate)
{
  return candidate->first == self->first && candidate->last == self->last;
}

static gboolean
is_told (Finding *self, const BayanCandidate *candidate)
{
  for (guint i = 0; i < self->reasons->len; i++)
    {
      const BayanAbsence *absence = self->reasons->pdata[i];

      if (absence->type == candidate->type && absence->reason != BAYAN_ABSENCE_OTHER_TYPE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_asked (Finding *self, BayanMentionType type)
{
  return self->type == BAYAN_MENTION_N_TYPES || self->type == type;
}

/* Those that were found on these words, first what stands. */
static void
tell_candidates (Finding *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint c = 0; c < self->scan->n_candidates && self->reasons->len < REASONS_MAX; c++)
      {
        const BayanCandidate *candidate = &self->scan->candidates[c];

        if (is_of_words (self, candidate) && is_asked (self, candidate->type)
            && (pass == 0) == is_chosen (self, candidate) && !is_told (self, candidate))
          tell_candidate (self, candidate, c);
      }
}

/* They are known, as something else than was asked for. */
static void
tell_other_types (Finding *self)
{
  for (guint c = 0; c < self->scan->n_candidates && self->reasons->len < REASONS_MAX; c++)
    {
      const BayanCandidate *candidate = &self->scan->candidates[c];
      BayanAbsence *absence;

      if (!is_of_words (self, candidate) || is_asked (self, candidate->type)
          || (candidate->flags & (BAYAN_CANDIDATE_DROPPED | BAYAN_CANDIDATE_BARE)) != 0)
        continue;
      absence = tell (self, BAYAN_ABSENCE_OTHER_TYPE, self->type, layer_of (candidate), candidate->rule,
                      evidence_of (self->scan, candidate));
      set_other (self, absence, candidate);
      return;
    }
}

/* What is suggested over them, or over some of them. */
static void
tell_overlapping (Finding *self)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const BayanCandidate *other = self->chosen->pdata[i];
      gboolean is_inside = other->first <= self->first && self->last <= other->last;
      BayanAbsence *absence;

      if (other->last <= self->first || self->last <= other->first || is_of_words (self, other))
        continue;
      absence = tell (self, is_inside ? BAYAN_ABSENCE_INSIDE : BAYAN_ABSENCE_OUTRANKED, self->type,
                      layer_of (other), other->rule, evidence_of (self->scan, other));
      set_other (self, absence, other);
      return;
    }
}

/* What decisions say of them where no layer finds them */
static void
tell_decisions (Finding *self)
{
  guint32 start = self->scan->tokens[self->first].start;
  g_autofree char *surface = bayan_memory_fold_surface (self->scan, self->first, self->last, start);

  for (guint type = 0; type < BAYAN_MENTION_N_SUGGESTED && self->reasons->len < REASONS_MAX; type++)
    {
      guint n_right, n_wrong;
      BayanAbsence *absence;

      if (!is_asked (self, (BayanMentionType) type))
        continue;
      if (tell_rejected (self, (BayanMentionType) type, start))
        continue;
      bayan_learner_count (self->question->learner, surface, (BayanMentionType) type, &n_right, &n_wrong);
      if (n_right <= n_wrong || bayan_learner_get_enabled (self->question->learner))
        continue;
      absence = tell (self, BAYAN_ABSENCE_UNLEARNED, (BayanMentionType) type, BAYAN_LAYER_MEMORY, "memory",
                      NULL);
      absence->n_right = n_right;
      absence->n_wrong = n_wrong;
    }
}

static void
tell_tagger (Finding *self)
{
  BayanTagWeight weight;
  BayanAbsence *absence;
  BayanLearned learned;
  gboolean any;

  if (!bayan_learner_begin (self->question->learner, &learned))
    return;
  any = learned.tagger != NULL
        && bayan_tagger_weigh (learned.tagger, self->scan, self->chosen, self->first, self->last, self->type,
                               &weight);
  bayan_learner_end (self->question->learner);
  if (!any)
    return;
  absence = tell (self, BAYAN_ABSENCE_UNLIKELY, weight.type, BAYAN_LAYER_TAGGER, "tagger", weight.evidence);
  absence->score = weight.score;
  absence->threshold = weight.threshold;
  g_free (weight.evidence);
}

static void
tell_part (Finding *self)
{
  g_autofree char *surface = bayan_memory_fold_surface (self->scan, self->first, self->last,
                                                        self->scan->tokens[self->first].start);
  guint32 number = bayan_lexicon_find_longer (self->scan->lexicon, surface);
  const BayanLexiconEntry *entry = bayan_lexicon_get_entry (self->scan->lexicon, number);
  BayanAbsence *absence;

  if (number == 0)
    return;
  absence = tell (self, BAYAN_ABSENCE_PART, self->type, BAYAN_LAYER_GAZETTEER, entry->table, entry->entity->key);
  absence->other_type = entry->type;
  absence->other_words = g_strdup (entry->entity->name_ar != NULL ? entry->entity->name_ar
                                                                  : entry->entity->name_en);
}

/* The words that @span touches. Returns: FALSE if there are none */
static gboolean
find_words (Finding *self, BayanCleanSpan span)
{
  const BayanScan *scan = self->scan;
  guint32 start = span.start.byte - self->question->at, end = span.end.byte - self->question->at;

  for (self->first = 0; self->first < scan->n_tokens && scan->tokens[self->first].end <= start;)
    self->first++;
  for (self->last = self->first; self->last < scan->n_tokens && scan->tokens[self->last].start < end;)
    self->last++;
  while (self->first < self->last && (scan->tokens[self->first].flags & BAYAN_WORD_PUNCTUATION) != 0)
    self->first++;
  while (self->first < self->last && (scan->tokens[self->last - 1].flags & BAYAN_WORD_PUNCTUATION) != 0)
    self->last--;
  return self->first < self->last;
}

/* A reason that says more than that nothing is known */
static gboolean
is_explained (Finding *self)
{
  return self->reasons->len > 0;
}

/* It is told already that the words are suggested, or what is suggested over them. */
static gboolean
is_placed (Finding *self)
{
  for (guint i = 0; i < self->reasons->len; i++)
    {
      const BayanAbsence *absence = self->reasons->pdata[i];

      if (absence->reason == BAYAN_ABSENCE_SUGGESTED
          || bayan_clean_span_length_bytes (absence->other_span) > 0)
        return TRUE;
    }
  return FALSE;
}

static void
find (Finding *self)
{
  run_layers (self);
  tell_candidates (self);
  if (self->type != BAYAN_MENTION_N_TYPES)
    tell_other_types (self);
  if (!is_explained (self))
    tell_decisions (self);
  if (!is_placed (self))
    tell_overlapping (self);
  tell_tagger (self);
  if (!is_explained (self))
    tell_part (self);
  if (!is_explained (self))
    tell (self, BAYAN_ABSENCE_UNKNOWN, self->type, BAYAN_LAYER_GAZETTEER, NULL, NULL);
}

/**
 * bayan_absence_finder_find:
 * @span: of the text; all of it in the block
 * @type: what is asked for; BAYAN_MENTION_N_TYPES for whatever there may be
 *
 * Returns: (transfer full) (element-type BayanAbsence): what speaks against it, the weightiest first; never empty
 */
GPtrArray *
bayan_absence_finder_find (const BayanAbsenceQuestion *question, BayanCleanSpan span, BayanMentionType type)
{
  Finding finding = { question,
                      question->scan,
                      type,
                      0,
                      0,
                      g_byte_array_new (),
                      g_byte_array_new (),
                      NULL,
                      g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_absence_free) };

  if (!find_words (&finding, span))
    tell (&finding, BAYAN_ABSENCE_NO_WORD, type, BAYAN_LAYER_RULE, NULL, NULL);
  else if (finding.last - finding.first > BAYAN_CANDIDATE_TOKENS_MAX)
    tell (&finding, BAYAN_ABSENCE_TOO_LONG, type, BAYAN_LAYER_RULE, NULL, NULL);
  else
    find (&finding);
  g_byte_array_unref (finding.stages);
  g_byte_array_unref (finding.guards);
  g_clear_pointer (&finding.chosen, g_ptr_array_unref);
  return finding.reasons;
}
