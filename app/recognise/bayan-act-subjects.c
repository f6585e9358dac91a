/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a verb is, by the ordered list of shared/arabic.md §5.2. */
#include "bayan-act-reader.h"

/* What even a verb that needs nothing governs. */
#define GOVERNED (BAYAN_NEEDS_ALA | BAYAN_NEEDS_AN | BAYAN_NEEDS_ILA | BAYAN_NEEDS_BI)

/* The person before a relative pronoun. */
static gboolean
find_antecedent (const BayanActReader *self, guint relative, BayanActPhrase *phrase)
{
  const BayanActScan *scan = self->scan;
  guint before = relative;
  const BayanActMention *mention;

  while (before > self->first && bayan_act_scan_is_comma (scan, before - 1))
    before--;
  if (before == self->first || scan->tokens[before - 1].mention < 0)
    return FALSE;
  mention = &scan->mentions[scan->tokens[before - 1].mention];
  if (mention->mention->type != BAYAN_MENTION_PERS && mention->mention->type != BAYAN_MENTION_OCC)
    return FALSE;
  return bayan_act_parse_phrase (scan, mention->first, before,
                                 bayan_act_scan_skip_joint (scan, mention->first) > 0, phrase);
}

/* وكلف الأمين العام ب: the only person behind such a joined verb is who is asked, unless it is who spoke before. */
static gboolean
is_asked (const BayanActReader *self, const BayanActVerb *verb, const BayanActPhrase *phrase)
{
  static const char *const always_asked[] = { "المجتمع", "الدول",   "دول",      "الاطراف",
                                              "اطراف",   "البلدان", "المانحون", NULL };
  const BayanActScan *scan = self->scan;
  guint noun;
  const BayanActPhrase *known = self->has_last ? &self->last : bayan_act_recall (scan, verb->form->agreement);
  const BayanVerbSense *sense = verb->form->senses;
  gboolean addressed = FALSE;

  for (guint i = phrase->first;
       sense->act_class == BAYAN_ACT_URGE && i < MIN (phrase->end, phrase->first + 2); i++)
    addressed = addressed || bayan_key_is_among (bayan_act_scan_get_key (scan, i), always_asked);

  if ((sense->flags & BAYAN_VERB_ADDRESSEE) == 0 && !addressed)
    return FALSE;
  if (!verb->joined || known == NULL || !bayan_act_agrees (known, verb->form->agreement)
      || phrase->first != verb->at + 1)
    return FALSE;
  return bayan_act_get_preposition (scan, phrase->end, &noun) != 0
         || (bayan_act_scan_get_noun (scan, phrase->end) & BAYAN_AW (BLAME)) != 0;
}

/* The subject of a verb behind it. A plural or first person has it in itself. */
static gboolean
find_named (const BayanActReader *self, const BayanActVerb *verb, BayanActPhrase *phrase)
{
  const BayanVerbSense *sense = verb->form->senses;
  gboolean object_first = sense->act_class == BAYAN_ACT_CHAIR || sense->act_class == BAYAN_ACT_CONVENE;

  if ((verb->form->agreement & (BAYAN_AGREES_PLURAL | BAYAN_AGREES_SPEAKER)) != 0)
    return FALSE;
  if ((sense->flags & BAYAN_VERB_PART) != 0)
    return bayan_act_find_subject (self->scan, verb->at + 1, self->end, 0, 0, TRUE, phrase);
  if (!bayan_act_find_subject (self->scan, verb->at + 1, self->end, verb->form->agreement,
                               bayan_act_get_needs (sense) | GOVERNED,
                               object_first && (sense->flags & BAYAN_VERB_SILENT) == 0, phrase))
    return FALSE;
  return !is_asked (self, verb, phrase);
}

/* نقل المكتب عن الوزير قوله, جاء في بيان صادر عن الوزارة: who really says it */
static gboolean
find_source (const BayanActReader *self, const BayanActVerb *verb, BayanActPhrase *phrase)
{
  const BayanActScan *scan = self->scan;
  gboolean paper = (verb->form->senses->flags & BAYAN_VERB_SOURCE) != 0;
  guint limit = MIN (self->end, verb->at + 14);

  for (guint i = verb->at + 1; i < limit && (bayan_act_scan_get_whole (scan, i) & BAYAN_AW (THAT)) == 0; i++)
    if (bayan_act_scan_is (scan, i, "عن") && bayan_act_parse_phrase (scan, i + 1, limit, FALSE, phrase))
      return TRUE;
  if (!paper || !bayan_act_scan_is (scan, verb->at + 1, "في"))
    return FALSE;
  if (bayan_act_parse_phrase (scan, verb->at + 3, limit, FALSE, phrase))
    return TRUE;
  return bayan_act_parse_phrase (scan, verb->at + 2, limit, FALSE, phrase);
}

/* The phrase at the beginning is the subject of a verb right behind it, or, not @beside, further on. */
static gboolean
is_topic_of (const BayanActReader *self, const BayanActVerb *verb, gboolean beside)
{
  guint noun;

  if (!self->has_topic || self->has_main || self->topic.end > verb->group)
    return FALSE;
  if (beside)
    return self->topic.end == verb->group && (!verb->joined || self->answers)
           && (verb->form->agreement & BAYAN_AGREES_SPEAKER) == 0;
  return !verb->joined
         && (verb->place == BAYAN_PLACE_COMMA || (self->introduced && verb->place == BAYAN_PLACE_OPENED)
             || (verb->place == BAYAN_PLACE_INSIDE && self->region == BAYAN_REGION_MAIN
                 && (bayan_act_get_preposition (self->scan, self->topic.end, &noun) != 0
                     || (bayan_act_scan_get_whole (self->scan, self->topic.end) & BAYAN_AW (PREPOSITION))
                            != 0)))
         && bayan_act_agrees (&self->topic, verb->form->agreement);
}

/* التقى الوزير نظيره، وبحثا …; تلقى الرئيس اتصالا من …، بحثا خلاله …: a dual behind one who acts is of him and of the only
 * other one who is named since. */
static gboolean
find_two (const BayanActReader *self, const BayanActVerb *verb, BayanActPhrase *two)
{
  const BayanActScan *scan = self->scan;
  const char *key = bayan_act_scan_get_key (scan, verb->at);
  BayanActPhrase other;
  guint n_found = 0;

  if ((verb->form->agreement & BAYAN_AGREES_PLURAL) == 0 || !bayan_key_ends (key, "ا")
      || bayan_key_ends (key, "وا") || !self->has_last || self->last.n_actors != 1
      || (self->last.agreement & BAYAN_AGREES_PLURAL) != 0
      || (self->last.kind != BAYAN_PHRASE_NAME && self->last.kind != BAYAN_PHRASE_PLACE))
    return FALSE;
  *two = self->last;
  for (guint i = MAX (self->last.end, self->first); i < verb->group; i++)
    if ((bayan_act_scan_get_mention (scan, i) != NULL
         || (bayan_act_scan_get_whole (scan, i) & BAYAN_AW (HONORIFIC)) != 0)
        && bayan_act_parse_phrase (scan, i, verb->group, FALSE, &other) && other.kind == two->kind
        && other.n_actors == 1)
      {
        n_found++;
        two->actors[1] = other.actors[0];
        i = other.end - 1;
      }
  two->n_actors = 2;
  two->agreement |= BAYAN_AGREES_PLURAL;
  return n_found == 1;
}

static gboolean
inherit (const BayanActReader *self, const BayanActVerb *verb, BayanActSubject *subject)
{
  const BayanActPhrase *known = bayan_act_recall (self->scan, verb->form->agreement);
  gboolean speaker = (verb->form->agreement & BAYAN_AGREES_SPEAKER) != 0;

  if (find_two (self, verb, &subject->phrase))
    {
      subject->source = BAYAN_ACTOR_INHERITED;
      subject->rule = "act/two-actors";
      subject->after = verb->at + 1;
      return TRUE;
    }
  /* In one sentence a subject goes on, or is named anew. */
  if (self->has_last && self->has_main && !speaker)
    known = bayan_act_agrees (&self->last, verb->form->agreement) ? &self->last : NULL;
  if (known == NULL)
    return FALSE;
  subject->phrase = *known;
  subject->source = speaker ? BAYAN_ACTOR_SPEAKER : BAYAN_ACTOR_INHERITED;
  subject->rule = speaker ? "act/first-person" : "act/joined-verb";
  subject->after = verb->at + 1;
  return TRUE;
}

/* أكد أبناء القرية: a verb that begins anew before a noun which nobody knows has that as its subject. */
static gboolean
has_stranger (const BayanActReader *self, const BayanActVerb *verb)
{
  const BayanActScan *scan = self->scan;
  const BayanVerbSense *sense = verb->form->senses;
  const guint64 particles = BAYAN_AW (PEOPLE) - 1;
  guint next = verb->at + 1, noun;

  if ((verb->joined || verb->place == BAYAN_PLACE_OPENED)
      && (sense->needs == 0 || (sense->needs & BAYAN_NEEDS_OBJECT) != 0 || sense->act_class == BAYAN_ACT_URGE
          || sense->act_class == BAYAN_ACT_BRIEF || !sense->last))
    return FALSE;
  if ((self->item && verb->place == BAYAN_PLACE_START) || (self->introduced && self->has_last)
      || (verb->form->agreement & (BAYAN_AGREES_PLURAL | BAYAN_AGREES_SPEAKER)) != 0)
    return FALSE;
  return next < self->end && bayan_act_scan_has_flag (scan, next, BAYAN_WORD_ARABIC)
         && (bayan_act_scan_get_whole (scan, next) & particles) == 0
         && bayan_act_get_preposition (scan, next, &noun) == 0;
}

/* رحب وأشاد الأمين العام ب: two verbs before one subject */
static gboolean
find_behind_next (const BayanActReader *self, const BayanActVerb *verb, BayanActPhrase *phrase)
{
  const BayanActScan *scan = self->scan;
  guint next = verb->at + 1;
  const BayanActToken *token = next < self->end ? &scan->tokens[next] : NULL;
  const BayanVerbForm *form;

  if (token == NULL || token->rest == NULL || token->mention >= 0)
    return FALSE;
  form = bayan_act_lexicon_get_form (scan->lexicon, token->rest->form);
  return form != NULL && form->tense == verb->form->tense && form->agreement == verb->form->agreement
         && (form->agreement & (BAYAN_AGREES_PLURAL | BAYAN_AGREES_SPEAKER)) == 0
         && bayan_act_find_subject (scan, next + 1, self->end, form->agreement,
                                    bayan_act_get_needs (form->senses) | GOVERNED, FALSE, phrase);
}

/* Behind على لسان وزيرها: who speaks for it; @at where nobody does */
static guint
skip_tongue (const BayanActReader *self, guint at)
{
  const BayanActScan *scan = self->scan;
  guint on = at + (bayan_act_scan_is_comma (scan, at) ? 1 : 0);
  BayanActPhrase speaker;

  if (!bayan_act_scan_is (scan, on, "على") || !bayan_act_scan_is (scan, on + 1, "لسان")
      || !bayan_act_parse_phrase (scan, on + 2, self->end, FALSE, &speaker))
    return at;
  return speaker.end + (bayan_act_scan_is_comma (scan, speaker.end) ? 1 : 0);
}

/* Whose the verb is, by the ordered list of shared/arabic.md §5.2. */
gboolean
bayan_act_find_actors (const BayanActReader *self, const BayanActVerb *verb, BayanActSubject *subject)
{
  guint32 flags = verb->form->senses->flags;

  subject->source = BAYAN_ACTOR_NAMED;
  subject->after = verb->at + 1;
  if ((flags & (BAYAN_VERB_RELAYED | BAYAN_VERB_SOURCE)) != 0)
    {
      subject->rule = "act/relayed";
      return find_source (self, verb, &subject->phrase);
    }
  if (verb->place == BAYAN_PLACE_RELATIVE)
    {
      subject->rule = "act/relative";
      return find_antecedent (self, verb->group - 1, &subject->phrase);
    }
  if (!is_topic_of (self, verb, TRUE) && find_named (self, verb, &subject->phrase))
    {
      subject->rule = "act/verb-actor";
      subject->after = skip_tongue (self, subject->phrase.end);
      return TRUE;
    }
  if (find_behind_next (self, verb, &subject->phrase))
    {
      subject->rule = "act/two-verbs";
      subject->after = subject->phrase.end;
      return TRUE;
    }
  if (is_topic_of (self, verb, TRUE) || is_topic_of (self, verb, FALSE))
    {
      subject->phrase = self->topic;
      subject->rule = "act/actor-verb";
      return TRUE;
    }
  if (has_stranger (self, verb))
    return FALSE;
  return inherit (self, verb, subject);
}
