/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one sentence from its beginning to its end: which of its verbs are acts, and whose. A verb is an act where it is
 * of the first rank: at the beginning, joined to such a one, behind its subject, or a participle that goes on. What
 * stands in a clause that is said (أن …) or in a relative clause is none, unless a person is what it is about. */
#include "bayan-act-reader.h"

#define BY_NOUN_WORDS_MAX 8
#define HEADLINE_WORDS_MAX 8

/* TRUE of اطلع where the table means أطلع. */
static gboolean
lacks_hamza (const BayanActScan *scan, const BayanActVerb *verb, guint skip)
{
  BayanCleanPos at = bayan_words_get_position_in (scan->words, verb->at, skip);

  return (verb->form->senses->flags & BAYAN_VERB_HAMZA) != 0
         && g_utf8_get_char (scan->words->text + at.byte) == 0x0627;
}

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
static void
take_mute (BayanActReader *self, const BayanActPhrase *who, guint tense, guint agreement)
{
  self->last = *who;
  self->last.agreement |= agreement & (BAYAN_AGREES_MASCULINE | BAYAN_AGREES_FEMININE);
  self->has_last = self->has_main = TRUE;
  self->main_tense = tense;
  bayan_act_remember (self->scan, who, agreement);
}

/* وصل الوزير إلى … وأكد: the first word of a sentence, if nobody knows it, is a verb where one who acts follows. */
static void
take_unknown_verb (BayanActReader *self)
{
  const BayanActScan *scan = self->scan;
  const BayanActToken *token = &scan->tokens[self->first];
  const char *key = bayan_act_scan_get_key (scan, self->first);
  BayanActPhrase who;

  if (self->has_topic || token->mention >= 0
      || (token->word != NULL && (token->word->classes | token->word->form) != 0) || token->rest != NULL
      || !bayan_act_scan_has_flag (scan, self->first, BAYAN_WORD_ARABIC) || g_str_has_prefix (key, "ال")
      || g_str_has_suffix (key, "ة")
      || !bayan_act_parse_phrase (scan, self->first + 1, self->end, FALSE, &who)
      || who.kind == BAYAN_PHRASE_PLACE)
    return;
  take_mute (self, &who, g_str_has_prefix (key, "ي") ? BAYAN_TENSE_PRESENT : BAYAN_TENSE_PAST, 0);
}

/* …، كما قال الوزير: what is said stands before it */
static gboolean
stands_behind (const BayanActVerb *verb, const BayanActSubject *subject, BayanActDecision *decision)
{
  const BayanVerbSense *sense = verb->form->senses;

  *decision =
      (BayanActDecision) { sense, sense->act_class, BAYAN_NO_WORD, subject->after, subject->after, -1 };
  return (sense->needs & BAYAN_NEEDS_QUOTE) != 0 && (sense->flags & BAYAN_VERB_CONTENT) != 0
         && (sense->flags & BAYAN_VERB_NOUN) == 0 && subject->source == BAYAN_ACTOR_NAMED
         && (verb->place == BAYAN_PLACE_COMMA || verb->place == BAYAN_PLACE_OPENED);
}

/* A verb in a form that has a subject. */
static gboolean
take_finite (BayanActReader *self, BayanActVerb *verb)
{
  BayanActSubject subject;
  BayanActDecision decision;
  BayanAct *act;
  guint32 flags = verb->form->senses->flags;

  bayan_act_find_place (self, verb);
  if ((flags & BAYAN_VERB_BY_NOUN) != 0)
    return take_by_noun (self, verb);
  if (verb->place == BAYAN_PLACE_RELATIVE && !bayan_act_find_actors (self, verb, &subject))
    {
      bayan_act_take_relative (self, verb);
      return FALSE;
    }
  if (verb->place == BAYAN_PLACE_BLOCKED
      || (bayan_act_refers_back (self, verb) && verb->place != BAYAN_PLACE_JOINED)
      || (verb->form->has_object && verb->place != BAYAN_PLACE_START)
      || !bayan_act_find_actors (self, verb, &subject) || !bayan_act_is_main (self, verb, &subject)
      || !bayan_act_is_surely_verb (self, verb, &subject))
    return FALSE;
  if ((flags & (BAYAN_VERB_PART | BAYAN_VERB_JOIN)) != 0)
    {
      bayan_act_take_roles (self, verb, &subject.phrase);
      if (subject.source == BAYAN_ACTOR_NAMED)
        take_mute (self, &subject.phrase, verb->form->tense, verb->form->agreement);
      return FALSE;
    }
  if ((flags & BAYAN_VERB_SILENT) != 0)
    {
      take_mute (self, &subject.phrase, verb->form->tense, verb->form->agreement);
      return FALSE;
    }
  if (!bayan_act_decide (self->scan, verb->form, verb->at, subject.after, self->end, &decision)
      && !bayan_act_decide (self->scan, verb->form, verb->at, verb->at + 1, self->end, &decision)
      && !stands_behind (verb, &subject, &decision))
    {
      if (verb->place == BAYAN_PLACE_START && subject.source == BAYAN_ACTOR_NAMED)
        take_mute (self, &subject.phrase, verb->form->tense, verb->form->agreement);
      return FALSE;
    }
  if ((decision.sense->flags & BAYAN_VERB_SILENT) != 0)
    return FALSE;
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
  self->main_tense = verb->form->tense;
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
static gboolean
take_participle (BayanActReader *self, BayanActVerb *verb)
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

/* التحالف ملتزم ب, الأعضاء عازمون على: resolve without a verb */
static void
take_resolve (BayanActReader *self)
{
  const BayanActScan *scan = self->scan;
  guint at = self->topic.end, noun;
  BayanVerbForm form = { 0 };
  BayanVerbSense sense = { .lemma = bayan_act_scan_get_key (scan, at), .last = TRUE };
  BayanActVerb verb = { &form, at, at, FALSE, FALSE, BAYAN_PLACE_INSIDE };
  BayanActDecision decision = { &sense, BAYAN_ACT_COMMIT, BAYAN_NO_WORD, at + 1, 0, -1 };
  BayanAct *act;

  if (at + 1 >= self->end || scan->tokens[at].mention >= 0 || bayan_act_scan_skip_joint (scan, at) > 0
      || (bayan_act_scan_get_noun (scan, at) & BAYAN_AW (RESOLVE)) == 0
      || strncmp (bayan_act_scan_get_key (scan, at), "ال", 4) == 0
      || bayan_act_get_preposition (scan, at + 1, &noun) == 0)
    return;
  form.senses = &sense;
  decision.end = bayan_act_end_of_clause (scan, at + 1, self->end);
  act = bayan_act_make (self, &verb, &decision, "act/resolve");
  bayan_act_fill_actors (act->actors, &self->topic);
  act->source = BAYAN_ACTOR_NAMED;
  self->last = self->topic;
  self->has_last = self->has_main = TRUE;
  self->main_tense = BAYAN_TENSE_PRESENT;
  bayan_act_remember (self->scan, &self->topic, 0);
}

/* Forms of a word as it stands, then behind its و or ف. */
static gboolean
take_word (BayanActReader *self, guint at)
{
  const BayanActScan *scan = self->scan;
  const BayanActToken *token = &scan->tokens[at];

  if (token->mention >= 0)
    return FALSE;
  for (guint joined = 0; joined < 2; joined++)
    {
      const BayanActWord *word = joined ? token->rest : token->word;

      for (const BayanVerbForm *form = word != NULL ? bayan_act_lexicon_get_form (scan->lexicon, word->form)
                                                    : NULL;
           form != NULL; form = bayan_act_lexicon_get_form (scan->lexicon, form->next))
        {
          BayanActVerb verb = { form, at, at, joined != 0, FALSE, BAYAN_PLACE_INSIDE };

          if (lacks_hamza (scan, &verb, joined))
            continue;
          if (form->tense == BAYAN_TENSE_PARTICIPLE ? take_participle (self, &verb)
              : form->tense != BAYAN_TENSE_NOUN     ? take_finite (self, &verb)
                                                    : FALSE)
            return TRUE;
        }
    }
  return FALSE;
}

static void
follow_region (BayanActReader *self, guint at)
{
  guint64 whole = bayan_act_scan_get_classes (self->scan, at);

  if (self->scan->tokens[at].mention >= 0)
    return;
  if ((whole & BAYAN_AW (THAT)) != 0)
    self->region = BAYAN_REGION_CONTENT;
  else if ((whole & BAYAN_AW (RELATIVE)) != 0)
    self->region = BAYAN_REGION_RELATIVE;
  else if ((whole & BAYAN_AW (SUBORDINATE)) != 0)
    self->region = BAYAN_REGION_CONTENT;
}

/* A promise of those who speak, at word @at. */
static void
take_promise (BayanActReader *self, guint at, const BayanActPhrase *who, const char *rule)
{
  BayanVerbForm form = { .tense = BAYAN_TENSE_PRESENT, .agreement = BAYAN_AGREES_SPEAKER };
  BayanVerbSense sense = { .lemma = "سن", .last = TRUE };
  BayanActVerb verb = { &form, at, at, FALSE, FALSE, BAYAN_PLACE_START };
  BayanActDecision decision = { &sense, BAYAN_ACT_COMMIT, BAYAN_NO_WORD, at + 1, self->end, -1 };
  BayanAct *act;

  form.senses = &sense;
  decision.end = bayan_act_end_of_clause (self->scan, at + 1, self->end);
  act = bayan_act_make (self, &verb, &decision, rule);
  if (act->verb.start.byte == self->scan->words->words[at].span.start.byte
      && strncmp (bayan_act_scan_get_key (self->scan, at), "و", 2) == 0)
    act->verb.start = bayan_words_get_position_in (self->scan->words, at, 1);
  bayan_act_fill_actors (act->actors, who);
  act->source = BAYAN_ACTOR_SPEAKER;
}

/* فلان: سنواصل …: what a headline quotes is one act. TRUE if the sentence is one. */
static gboolean
take_headline (BayanActReader *self)
{
  BayanActScan *scan = self->scan;
  guint colon = self->topic.end;
  guint limit = MIN (self->end, self->topic.end + HEADLINE_WORDS_MAX);
  BayanActPhrase speaker = scan->speaker;

  if (!self->has_topic)
    return FALSE;
  while (colon < limit && !bayan_act_scan_is (scan, colon, ":"))
    {
      const BayanActToken *token = &scan->tokens[colon];

      if (token->mention < 0 && token->word != NULL && token->word->form != 0)
        return FALSE;
      colon++;
    }
  if (colon >= limit || colon + 2 >= self->end)
    return FALSE;
  self->first = colon + 1;
  while (self->first + 1 < self->end && bayan_act_scan_is_punctuation (scan, self->first))
    self->first++;
  if (bayan_act_is_our_future (scan, self->first))
    take_promise (self, self->first, &self->topic, "act/headline");
  else
    {
      scan->speaker = self->topic;
      self->has_last = TRUE;
      self->last = self->topic;
      take_word (self, self->first);
      scan->speaker = speaker;
    }
  return TRUE;
}

/* Reads one word, or all that is quoted there; moves @at to the last word that was read. */
static void
read_word (BayanActReader *self, guint *at)
{
  BayanActScan *scan = self->scan;
  const BayanActToken *token = &scan->tokens[*at];
  guint partner = scan->partners[*at];

  if (bayan_act_scan_has_flag (scan, *at, BAYAN_WORD_QUOTE) && partner > *at + 4
      && partner<self->end && * at> self->first)
    {
      *at = partner;
      self->region = BAYAN_REGION_CONTENT;
      return;
    }
  if ((token->word != NULL || token->rest != NULL) && take_word (self, *at))
    return;
  if (scan->speaker.n_actors > 0 && self->region == BAYAN_REGION_MAIN && bayan_act_is_our_future (scan, *at))
    {
      take_promise (self, *at, &scan->speaker, "act/first-person");
      self->has_main = TRUE;
      self->main_tense = BAYAN_TENSE_PRESENT;
    }
  if (*at > self->first && (token->word != NULL || token->rest != NULL))
    follow_region (self, *at);
}

/* A sentence, or one item of a list in it. */
static void
read_piece (BayanActScan *scan, guint first, guint end)
{
  BayanActReader self = { .scan = scan, .end = end };

  self.piece = (BayanCleanSpan) { scan->words->words[first].span.start,
                                  scan->words->words[end - 1].span.end };
  self.first = bayan_act_skip_opening (scan, first, end);
  if (self.first >= self.end)
    return;
  bayan_act_read_topic (&self);
  bayan_act_read_issuer (&self);
  if (take_headline (&self))
    return;
  self.item = self.first > first && bayan_act_scan_has_flag (scan, first, BAYAN_WORD_NEWLINE_BEFORE)
              && bayan_act_scan_has_flag (scan, first, BAYAN_WORD_PUNCTUATION | BAYAN_WORD_NUMBER);
  if (self.has_topic)
    take_resolve (&self);
  take_unknown_verb (&self);
  for (guint at = self.first; at < self.end; at++)
    read_word (&self, &at);
  if (self.introduced && self.has_topic && !self.has_main)
    bayan_act_remember (scan, &self.topic, 0);
}

/**
 * bayan_act_read_sentence:
 *
 * Adds the acts of a sentence, with the pledges and parts that its verbs give. Sentences are read in the order of the
 * text: a verb without subject takes that of one before.
 */
void
bayan_act_read_sentence (BayanActScan *scan, const BayanSentence *sentence)
{
  guint first = sentence->first_word;

  for (guint c = sentence->first_clause + 1; c < sentence->end_clause; c++)
    {
      guint next = scan->sentences->clauses[c].first_word;

      if (!bayan_act_scan_has_flag (scan, next, BAYAN_WORD_NEWLINE_BEFORE))
        continue;
      read_piece (scan, first, next);
      first = next;
    }
  read_piece (scan, first, sentence->end_word);
}
