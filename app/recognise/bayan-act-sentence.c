/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one sentence from its beginning to its end: which of its verbs are acts, and whose. A verb is an act where it is
 * of the first rank: at the beginning, joined to such a one, behind its subject, or a participle that goes on. What
 * stands in a clause that is said (أن …) or in a relative clause is none, unless a person is what it is about. */
#include "bayan-act-reader.h"

#define HEADLINE_WORDS_MAX 8

/* TRUE of اطلع where the table means أطلع. */
static gboolean
lacks_hamza (const BayanActScan *scan, const BayanActVerb *verb, guint skip)
{
  BayanCleanPos at = bayan_words_get_position_in (scan->words, verb->at, skip);

  return (verb->form->senses->flags & BAYAN_VERB_HAMZA) != 0
         && g_utf8_get_char (scan->words->text + at.byte) == 0x0627;
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
      || !bayan_act_scan_has_flag (scan, self->first, BAYAN_WORD_ARABIC) || bayan_key_begins (key, "ال")
      || bayan_key_ends (key, "ة") || !bayan_act_parse_phrase (scan, self->first + 1, self->end, FALSE, &who)
      || who.kind == BAYAN_PHRASE_PLACE)
    return;
  bayan_act_take_mute (self, &who, bayan_key_begins (key, "ي") ? BAYAN_TENSE_PRESENT : BAYAN_TENSE_PAST, 0);
}

/* التحالف ملتزم ب, الأعضاء عازمون على, نحن ملتزمون ب: resolve without a verb, at word @at */
static void
take_resolve (BayanActReader *self, guint at, const BayanActPhrase *who, BayanActorSource source)
{
  const BayanActScan *scan = self->scan;
  guint noun;
  BayanVerbForm form = { 0 };
  BayanVerbSense sense = { .lemma = bayan_act_scan_get_key (scan, at), .last = TRUE };
  BayanActVerb verb = { &form, at, at, FALSE, FALSE, BAYAN_PLACE_INSIDE };
  BayanActDecision decision = {
    &sense, BAYAN_ACT_COMMIT, BAYAN_NO_WORD, at + 1, 0, -1, BAYAN_NO_WORD, FALSE
  };
  BayanAct *act;

  if (at + 1 >= self->end || scan->tokens[at].mention >= 0 || bayan_act_scan_skip_joint (scan, at) > 0
      || (bayan_act_scan_get_noun (scan, at) & BAYAN_AW (RESOLVE)) == 0
      || bayan_key_begins (bayan_act_scan_get_key (scan, at), "ال")
      || bayan_act_get_preposition (scan, at + 1, &noun) == 0)
    return;
  form.senses = &sense;
  decision.end = bayan_act_end_of_clause (scan, at + 1, self->end);
  decision.content = noun;
  decision.has_letter = noun == at + 1;
  act = bayan_act_make (self, &verb, &decision, "act/resolve");
  bayan_act_fill_actors (act->actors, who);
  act->source = source;
  self->last = *who;
  self->has_last = self->has_main = TRUE;
  self->main_tense = BAYAN_TENSE_PRESENT;
  if (source == BAYAN_ACTOR_NAMED)
    bayan_act_remember (self->scan, who, 0);
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
      const BayanVerbSense *past = NULL;

      for (const BayanVerbForm *form = word != NULL ? bayan_act_lexicon_get_form (scan->lexicon, word->form)
                                                    : NULL;
           form != NULL; form = bayan_act_lexicon_get_form (scan->lexicon, form->next))
        {
          BayanActVerb verb = { form, at, at, joined != 0, FALSE, BAYAN_PLACE_INSIDE };

          /* أعلن is what he did, not what I do. */
          if (lacks_hamza (scan, &verb, joined)
              || (form->senses == past && form->agreement == BAYAN_AGREES_SPEAKER))
            continue;
          if (form->tense == BAYAN_TENSE_PAST)
            past = form->senses;
          if (form->tense == BAYAN_TENSE_PARTICIPLE ? bayan_act_take_participle (self, &verb)
              : form->tense != BAYAN_TENSE_NOUN     ? bayan_act_take_finite (self, &verb)
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
  BayanActDecision decision = { &sense, BAYAN_ACT_COMMIT, BAYAN_NO_WORD, at + 1, self->end,
                                -1,     BAYAN_NO_WORD,    FALSE };
  BayanAct *act;

  form.senses = &sense;
  decision.end = bayan_act_end_of_clause (self->scan, at + 1, self->end);
  act = bayan_act_make (self, &verb, &decision, rule);
  if (act->verb.start.byte == self->scan->words->words[at].span.start.byte
      && bayan_key_begins (bayan_act_scan_get_key (self->scan, at), "و"))
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

/* …، لكن الأمين العام حذر: a clause of the first rank begins with who acts in it. */
static void
turn (BayanActReader *self, guint at)
{
  const BayanActScan *scan = self->scan;
  BayanActPhrase topic;
  const BayanActWord *word;
  const BayanVerbForm *form;

  if (at >= self->end || !bayan_act_parse_phrase (scan, at, self->end, FALSE, &topic)
      || topic.end >= self->end || scan->tokens[topic.end].mention >= 0)
    return;
  word = scan->tokens[topic.end].word;
  form = word != NULL ? bayan_act_lexicon_get_form (scan->lexicon, word->form) : NULL;
  if (form == NULL || (form->tense != BAYAN_TENSE_PAST && form->tense != BAYAN_TENSE_PRESENT))
    return;
  self->topic = topic;
  self->has_topic = TRUE;
  self->has_main = FALSE;
  self->region = BAYAN_REGION_MAIN;
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
  if (*at > self->first)
    {
      guint turning = bayan_act_count_adversative (scan, *at);

      if (token->word != NULL || token->rest != NULL)
        follow_region (self, *at);
      if (turning > 0)
        {
          turn (self, *at + turning);
          *at += turning - 1;
        }
    }
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
    take_resolve (&self, self.topic.end, &self.topic, BAYAN_ACTOR_NAMED);
  else if (self.we > 0 && scan->speaker.n_actors > 0)
    take_resolve (&self, self.we, &scan->speaker, BAYAN_ACTOR_SPEAKER);
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
