/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One verb of a sentence: whether it is an act, whose, and what else it tells. */
#include "bayan-act-reader.h"

#define BY_NOUN_WORDS_MAX 8

static void
set_subject (BayanActReader *self, const BayanActVerb *verb, const BayanActSubject *subject)
{
  self->last = subject->phrase;
  self->last.agreement |= verb->form->agreement & (BAYAN_AGREES_MASCULINE | BAYAN_AGREES_FEMININE);
  self->has_last = TRUE;
  if (subject->source == BAYAN_ACTOR_NAMED)
    bayan_act_remember (self->scan, &subject->phrase, verb->form->agreement);
}

/* تم الاتفاق على: the class of the noun, and nobody who does it */
static gboolean
take_by_noun (BayanActReader *self, const BayanActVerb *verb)
{
  const BayanActScan *scan = self->scan;
  guint limit = MIN (self->end, verb->at + BY_NOUN_WORDS_MAX);

  if (verb->place == BAYAN_PLACE_RELATIVE || verb->place == BAYAN_PLACE_INSIDE
      || verb->place == BAYAN_PLACE_BLOCKED)
    return FALSE;
  for (guint i = verb->at + 1; i < limit; i++)
    {
      const BayanActToken *token = &scan->tokens[i];
      BayanActDecision decision;

      if (token->word == NULL || token->word->form == 0 || token->mention >= 0
          || (bayan_act_scan_get_whole (scan, i - 1) & BAYAN_AW (PREPOSITION)) != 0)
        continue;
      for (const BayanVerbForm *form = bayan_act_lexicon_get_form (scan->lexicon, token->word->form);
           form != NULL; form = bayan_act_lexicon_get_form (scan->lexicon, form->next))
        if (form->tense == BAYAN_TENSE_NOUN && (form->senses->flags & BAYAN_VERB_SILENT) == 0
            && bayan_act_decide (scan, form, i, i + 1, self->end, &decision)
            && decision.act_class != BAYAN_ACT_PLEDGE)
          {
            decision.complement = i;
            bayan_act_make (self, verb, &decision, "act/by-noun");
            self->region = BAYAN_REGION_MAIN;
            return TRUE;
          }
    }
  return FALSE;
}

/* A verb that is no act has a subject for those that are joined to it. */
void
bayan_act_take_mute (BayanActReader *self, const BayanActPhrase *who, guint tense, guint agreement)
{
  self->last = *who;
  self->last.agreement |= agreement & (BAYAN_AGREES_MASCULINE | BAYAN_AGREES_FEMININE);
  self->has_last = self->has_main = TRUE;
  self->main_tense = tense;
  bayan_act_remember (self->scan, who, agreement);
}

/* …، كما قال الوزير: what is said stands before it */
static gboolean
stands_behind (const BayanActVerb *verb, const BayanActSubject *subject, BayanActDecision *decision)
{
  const BayanVerbSense *sense = verb->form->senses;

  *decision = (BayanActDecision) { sense, sense->act_class, BAYAN_NO_WORD, subject->after, subject->after,
                                   -1,    BAYAN_NO_WORD,    FALSE };
  return (sense->needs & BAYAN_NEEDS_QUOTE) != 0 && (sense->flags & BAYAN_VERB_CONTENT) != 0
         && (sense->flags & BAYAN_VERB_NOUN) == 0 && subject->source == BAYAN_ACTOR_NAMED
         && (verb->place == BAYAN_PLACE_COMMA || verb->place == BAYAN_PLACE_OPENED);
}

/* نقل المكتب عن الوزير قوله إن …: what it is about is what was said */
static void
find_relayed (const BayanActReader *self, const BayanActSubject *subject, BayanActDecision *decision)
{
  for (guint i = subject->phrase.end; i + 1 < decision->end; i++)
    if ((bayan_act_scan_get_whole (self->scan, i) & BAYAN_AW (THAT)) != 0)
      {
        decision->content = i + 1;
        return;
      }
}

/* "…"، أضاف الوزير: the mark that opens what is quoted right before the verb; BAYAN_NO_WORD where nothing is */
static guint
find_quote_before (const BayanActReader *self, const BayanActVerb *verb)
{
  const BayanActScan *scan = self->scan;
  guint at = verb->group;

  while (at > self->first && bayan_act_scan_is_comma (scan, at - 1))
    at--;
  return at > self->first && bayan_act_scan_has_flag (scan, at - 1, BAYAN_WORD_QUOTE)
                 && scan->partners[at - 1] + 4 < at
             ? scan->partners[at - 1]
             : BAYAN_NO_WORD;
}

/* …، على أن تسهم ب: what is agreed on gives an amount, and is no act of its own */
static gboolean
is_condition (const BayanActReader *self, const BayanActVerb *verb)
{
  const BayanActScan *scan = self->scan;

  return verb->group >= self->first + 2 && bayan_act_scan_is (scan, verb->group - 1, "ان")
         && bayan_act_scan_is (scan, verb->group - 2, "على") && self->has_last
         && bayan_act_agrees (&self->last, verb->form->agreement);
}

/* قرار تقدمت به بريطانيا ودعمته فرنسا: joined inside what is said of a thing, with somebody new who does it */
static gboolean
is_said_of_thing (const BayanActReader *self, const BayanActVerb *verb, const BayanActSubject *subject)
{
  return self->scan->tokens[verb->at].has_pronoun && verb->place == BAYAN_PLACE_JOINED
         && subject->source == BAYAN_ACTOR_NAMED
         && !bayan_act_scan_is_punctuation (self->scan, verb->group - 1);
}

/* A verb in a form that has a subject. */
gboolean
bayan_act_take_finite (BayanActReader *self, BayanActVerb *verb)
{
  BayanActSubject subject;
  BayanActDecision decision;
  BayanAct *act;
  guint32 flags = verb->form->senses->flags;

  bayan_act_find_place (self, verb);
  if ((flags & BAYAN_VERB_BY_NOUN) != 0)
    return take_by_noun (self, verb);
  if (verb->place == BAYAN_PLACE_BLOCKED && is_condition (self, verb))
    bayan_act_take_relative (self, verb);
  if (verb->place == BAYAN_PLACE_RELATIVE && self->scan->tokens[verb->at].has_pronoun)
    return FALSE; /* الذي أعلنته الحكومة: about what stands before it */
  if (verb->place == BAYAN_PLACE_RELATIVE && !bayan_act_find_actors (self, verb, &subject))
    {
      bayan_act_take_relative (self, verb);
      return FALSE;
    }
  if (verb->place == BAYAN_PLACE_BLOCKED
      || (self->scan->tokens[verb->at].has_pronoun && verb->place == BAYAN_PLACE_INSIDE)
      || (bayan_act_refers_back (self, verb) && verb->place != BAYAN_PLACE_JOINED)
      || (verb->form->has_object && verb->place != BAYAN_PLACE_START)
      || !bayan_act_find_actors (self, verb, &subject) || !bayan_act_is_main (self, verb, &subject)
      || !bayan_act_is_surely_verb (self, verb, &subject) || is_said_of_thing (self, verb, &subject))
    return FALSE;
  if ((flags & (BAYAN_VERB_PART | BAYAN_VERB_JOIN)) != 0)
    {
      bayan_act_take_roles (self, verb, &subject.phrase);
      if (subject.source == BAYAN_ACTOR_NAMED)
        bayan_act_take_mute (self, &subject.phrase, verb->form->tense, verb->form->agreement);
      return FALSE;
    }
  if ((flags & BAYAN_VERB_SILENT) != 0)
    {
      bayan_act_take_mute (self, &subject.phrase, verb->form->tense, verb->form->agreement);
      return FALSE;
    }
  if (!bayan_act_decide (self->scan, verb->form, verb->at, subject.after, self->end, &decision)
      && !bayan_act_decide (self->scan, verb->form, verb->at, verb->at + 1, self->end, &decision)
      && !stands_behind (verb, &subject, &decision))
    {
      if (verb->place == BAYAN_PLACE_START && subject.source == BAYAN_ACTOR_NAMED)
        bayan_act_take_mute (self, &subject.phrase, verb->form->tense, verb->form->agreement);
      return FALSE;
    }
  if ((decision.sense->flags & BAYAN_VERB_SILENT) != 0)
    return FALSE;
  if ((decision.sense->flags & BAYAN_VERB_RELAYED) != 0)
    find_relayed (self, &subject, &decision);
  if (decision.end <= decision.content && decision.complement == BAYAN_NO_WORD)
    decision.quote = find_quote_before (self, verb);
  if (bayan_act_is_passive (self->scan, verb))
    decision.content = verb->at + 1;
  act = bayan_act_make (self, verb, &decision, subject.rule);
  if (bayan_act_is_passive (self->scan, verb)
      || (bayan_act_refers_back (self, verb) && subject.source == BAYAN_ACTOR_INHERITED
          && subject.phrase.kind == BAYAN_PHRASE_BODY))
    {
      subject.phrase.n_actors = 0;
      act->source = BAYAN_ACTOR_UNKNOWN;
    }
  else
    {
      bayan_act_fill_actors (act->actors, &subject.phrase);
      act->source = subject.source;
      set_subject (self, verb, &subject);
      bayan_act_take_roles (self, verb, &subject.phrase);
    }
  if ((decision.act_class == BAYAN_ACT_PLEDGE || (decision.sense->flags & BAYAN_VERB_PLEDGE) != 0)
      && !act->negated)
    bayan_act_take_pledges (self->scan, act->verb, &subject.phrase, &decision, "pledge/verb");
  self->has_main = TRUE;
  self->main_tense = bayan_act_get_tense (self->scan, verb);
  self->region = BAYAN_REGION_MAIN;
  return TRUE;
}

/* يظل عازما: what decided the act before is no act of its own */
static gboolean
is_complement (const BayanActReader *self, guint at)
{
  GPtrArray *acts = self->scan->acts->acts;
  const BayanAct *last = acts->len > 0 ? acts->pdata[acts->len - 1] : NULL;

  return last != NULL
         && bayan_clean_span_contains (last->complement, bayan_act_scan_get_span (self->scan, at, at + 1));
}

/* مؤكدا, مشيرين إلى: whose the verb before is */
gboolean
bayan_act_take_participle (BayanActReader *self, BayanActVerb *verb)
{
  const BayanActScan *scan = self->scan;
  const BayanVerbSense *sense = verb->form->senses;
  gboolean comma = bayan_act_scan_is_comma (scan, verb->at - 1);
  guint64 before = bayan_act_scan_get_classes (scan, verb->at - 1);
  BayanActDecision decision;
  BayanActSubject subject;
  BayanAct *act;

  if (verb->at == self->first || (sense->flags & (BAYAN_VERB_SILENT | BAYAN_VERB_STILL)) != 0
      || !self->has_last)
    return FALSE;
  if (!comma && !verb->joined
      && ((before & (BAYAN_AW (PREPOSITION) | BAYAN_AW (RELATIVE) | BAYAN_AW (THAT))) != 0
          || (sense->flags & BAYAN_VERB_ADVERB) != 0
          || !bayan_act_may_follow (scan, verb->form, verb->at + 1, self->end)))
    return FALSE;
  if (!bayan_act_agrees (&self->last, verb->form->agreement))
    return FALSE;
  if (!bayan_act_decide (scan, verb->form, verb->at, verb->at + 1, self->end, &decision))
    return FALSE;
  if (is_complement (self, verb->at))
    return FALSE;
  verb->group = verb->at;
  act = bayan_act_make (self, verb, &decision, "act/participle");
  bayan_act_fill_actors (act->actors, &self->last);
  act->source = BAYAN_ACTOR_INHERITED;
  subject.phrase = self->last;
  if (decision.act_class == BAYAN_ACT_PLEDGE)
    bayan_act_take_pledges (self->scan, act->verb, &subject.phrase, &decision, "pledge/participle");
  self->region = BAYAN_REGION_MAIN;
  return TRUE;
}
