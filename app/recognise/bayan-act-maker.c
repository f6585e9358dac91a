/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes an act of a verb and what was found about it, and the parts in meetings that its verb gives. */
#include "bayan-act-reader.h"

#define OPENING_WORDS_MAX 30 /* before the first verb */

static guint
trim_end (const BayanActScan *scan, guint first, guint end)
{
  while (end > first + 1 && bayan_act_scan_is_punctuation (scan, end - 1)
         && !bayan_act_scan_has_flag (scan, end - 1, BAYAN_WORD_CLOSE))
    end--;
  return end;
}

/* What is quoted between two words: at least four words in marks, or all behind a colon. */
static BayanCleanSpan
find_quotation (const BayanActScan *scan, guint at, guint end)
{
  for (guint i = at; i < end; i++)
    {
      guint partner = scan->partners[i];

      if (bayan_act_scan_has_flag (scan, i, BAYAN_WORD_QUOTE) && partner > i + 4)
        return bayan_act_scan_get_span (scan, i + 1, partner);
      if (bayan_act_scan_is (scan, i, ":") && i + 2 < end)
        {
          if (bayan_act_scan_has_flag (scan, i + 1, BAYAN_WORD_QUOTE) && scan->partners[i + 1] > i + 2)
            return bayan_act_scan_get_span (scan, i + 2, scan->partners[i + 1]);
          return bayan_act_scan_get_span (scan, i + 1, trim_end (scan, i + 1, end));
        }
    }
  return bayan_clean_span (0, 0);
}

static gboolean
is_place (const BayanMention *mention)
{
  return (mention->type == BAYAN_MENTION_GPE || mention->type == BAYAN_MENTION_LOC)
         && mention->status != BAYAN_STATUS_REJECTED;
}

/* The first place between two words, also one inside a name. */
static const char *
find_region (const BayanActScan *scan, guint at, guint end)
{
  for (guint i = at; i < end; i++)
    {
      const BayanActMention *mention = bayan_act_scan_get_mention (scan, i);

      if (mention == NULL)
        continue;
      if (is_place (mention->mention))
        return mention->mention->entity_key;
      for (guint n = mention->nested; n < mention->end_nested; n++)
        if (is_place (scan->recognition->mentions->pdata[n]))
          return ((const BayanMention *) scan->recognition->mentions->pdata[n])->entity_key;
    }
  return NULL;
}

static void
fill_content (const BayanActScan *scan, const BayanActDecision *decision, BayanAct *act)
{
  guint at = decision->content, end = decision->end;

  if (decision->complement != BAYAN_NO_WORD)
    act->complement = bayan_act_get_target (scan, decision, decision->complement, decision->complement + 1);
  if (decision->quote != BAYAN_NO_WORD)
    act->quotation = bayan_act_scan_get_span (scan, decision->quote + 1, scan->partners[decision->quote]);
  end = trim_end (scan, at, end);
  if (at >= end || (at + 1 == end && bayan_act_scan_is_punctuation (scan, at)))
    return;
  act->target = bayan_act_get_target (scan, decision, at, end);
  act->quotation = find_quotation (scan, at > 0 ? at - 1 : at, end);
  act->region_key = g_strdup (find_region (scan, at, end));
}

BayanCleanSpan
bayan_act_get_verb_span (const BayanActScan *scan, const BayanActVerb *verb)
{
  guint first = (verb->form->senses->flags & BAYAN_VERB_STILL) != 0 && verb->negated ? verb->group : verb->at;
  BayanCleanSpan span = bayan_act_scan_get_span (scan, first, verb->at + 1);

  /* ورد is also one word: the verb says which it is here */
  if (first == verb->at && verb->joined && verb->group == verb->at)
    span.start = bayan_words_get_position_in (scan->words, verb->at, 1);
  return span;
}

BayanAct *
bayan_act_make (const BayanActReader *self, const BayanActVerb *verb, const BayanActDecision *decision,
                const char *rule)
{
  const BayanActScan *scan = self->scan;
  const char *noun = decision->complement != BAYAN_NO_WORD
                         ? bayan_act_scan_get_key (scan, decision->complement)
                         : "";
  BayanAct *act = bayan_act_new (bayan_act_get_verb_span (scan, verb), decision->act_class, rule, NULL);

  act->evidence = g_strconcat ("acts.tsv: ", decision->sense->lemma, *noun != '\0' ? " + " : "", noun, NULL);
  act->sentence = self->piece;
  act->negated = verb->negated && (verb->form->senses->flags & BAYAN_VERB_STILL) == 0;
  fill_content (scan, decision, act);
  g_ptr_array_add (scan->acts->acts, act);
  return act;
}

/* The meeting that is chaired or hosted: FALSE of a delegation or a picture. */
static gboolean
is_of_meeting (const BayanActReader *self, const BayanActVerb *verb)
{
  const BayanActScan *scan = self->scan;
  guint limit = MIN (self->end, verb->at + OPENING_WORDS_MAX);

  if (verb->form->has_object)
    return TRUE;
  for (guint i = verb->at + 1; i < limit; i++)
    {
      const BayanActMention *mention = bayan_act_scan_get_mention (scan, i);
      guint64 noun = bayan_act_scan_get_noun (scan, i);

      if (mention != NULL && mention->mention->type == BAYAN_MENTION_EVENT)
        return TRUE;
      if ((noun & BAYAN_AW (GATHERING)) != 0
          && (mention == NULL || mention->mention->type != BAYAN_MENTION_ORG))
        return (noun & BAYAN_AW (MEETING)) != 0;
      if (bayan_act_scan_is (scan, i, "وفد"))
        return FALSE;
    }
  return FALSE;
}

/* A host whose country nobody tells is where the meeting is: في واشنطن. */
static void
place_host (const BayanActReader *self, BayanActPhrase *who)
{
  const BayanActScan *scan = self->scan;

  for (guint i = who->end; i + 1 < self->end && who->n_actors == 1 && who->actors[0].iso3 == NULL; i++)
    {
      const BayanActMention *place = bayan_act_scan_is (scan, i, "في")
                                         ? bayan_act_scan_get_mention (scan, i + 1)
                                         : NULL;

      if (place != NULL && place->mention->type == BAYAN_MENTION_GPE)
        who->actors[0].iso3 = bayan_act_scan_get_country (scan, place);
    }
}

void
bayan_act_take_roles (BayanActReader *self, const BayanActVerb *verb, const BayanActPhrase *who)
{
  guint32 flags = verb->form->senses->flags;
  BayanActPhrase host = *who;

  if (verb->negated)
    return;
  if ((flags & BAYAN_VERB_HOST) != 0 && is_of_meeting (self, verb))
    {
      if (host.kind == BAYAN_PHRASE_NAME)
        place_host (self, &host);
      bayan_act_take_role (self->scan, BAYAN_ROLE_HOST, &host, verb->at, "role/host-verb");
    }
  if ((flags & BAYAN_VERB_CHAIR) != 0 && (verb->form->senses->words != NULL || is_of_meeting (self, verb)))
    bayan_act_take_role (self->scan, who->n_actors > 1 ? BAYAN_ROLE_CO_CHAIR : BAYAN_ROLE_CHAIR, who,
                         verb->at, "role/chair-verb");
  if ((flags & BAYAN_VERB_JOIN) != 0 && verb->form->tense == BAYAN_TENSE_PAST)
    bayan_act_take_role (self->scan, BAYAN_ROLE_NEW_MEMBER, who, verb->at, "role/join-verb");
}

/* The amount that is pledged in a clause which is no act of its own: حملة … والتي تعهد فيها ب */
void
bayan_act_take_relative (BayanActReader *self, const BayanActVerb *verb)
{
  const BayanVerbSense *sense = verb->form->senses;
  const BayanActPhrase *who = self->has_last ? &self->last
                                             : bayan_act_recall (self->scan, verb->form->agreement);
  BayanActDecision decision;
  BayanActPhrase host;

  if ((sense->flags & (verb->place == BAYAN_PLACE_BLOCKED ? BAYAN_VERB_MONEY : BAYAN_VERB_PLEDGE)) != 0
      && who != NULL && !verb->negated
      && bayan_act_decide (self->scan, verb->form, verb->at, verb->at + 1, self->end, &decision)
      && (verb->place != BAYAN_PLACE_BLOCKED || decision.money >= 0))
    bayan_act_take_pledges (self->scan, bayan_act_get_verb_span (self->scan, verb), who, &decision,
                            "pledge/relative");
  if ((sense->flags & (BAYAN_VERB_HOST | BAYAN_VERB_CHAIR)) != 0 && verb->form->has_object
      && bayan_act_find_subject (self->scan, verb->at + 1, self->end, 0, 0, FALSE, &host))
    {
      guint before = self->scan->acts->roles->len;
      BayanRole *role;

      bayan_act_take_role (self->scan,
                           (sense->flags & BAYAN_VERB_HOST) != 0 ? BAYAN_ROLE_HOST : BAYAN_ROLE_CHAIR, &host,
                           verb->at, "role/relative");
      for (guint i = before; i < self->scan->acts->roles->len; i++)
        {
          guint meeting = verb->group - 1;

          while (meeting > self->first && verb->group - meeting < 8
                 && (bayan_act_scan_get_noun (self->scan, meeting) & BAYAN_AW (MEETING)) == 0)
            meeting--;
          role = self->scan->acts->roles->pdata[i];
          role->of = bayan_act_scan_get_span (self->scan, meeting, verb->group - 1);
        }
    }
}
