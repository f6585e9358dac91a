/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noun phrases that are somebody who acts: names, offices with their holders, states, bodies, and those joined to them. */
#include "bayan-act-phrase.h"

#define PHRASE_WORDS_MAX 30

/* The classes of word @index as a head: behind its و if it is @joined. */
guint64
bayan_act_get_head (const BayanActScan *self, guint index, gboolean joined)
{
  const BayanActToken *token = &self->tokens[index];
  const BayanActWord *word = joined ? token->rest : token->word;

  return word != NULL ? word->classes : 0;
}

void
bayan_act_add_actor (const BayanActScan *self, BayanActPhrase *phrase, BayanCleanSpan span,
                     const BayanActMention *mention, const char *iso3)
{
  BayanActActor *actor;

  if (phrase->n_actors == BAYAN_ACTORS_MAX)
    return;
  actor = &phrase->actors[phrase->n_actors++];
  *actor = (BayanActActor) { span, NULL, iso3 };
  if (mention == NULL || mention->mention->status == BAYAN_STATUS_REJECTED)
    return;
  actor->key = mention->mention->entity_key;
  if (actor->iso3 == NULL && mention->mention->type == BAYAN_MENTION_PERS)
    actor->iso3 = g_hash_table_lookup (self->countries,
                                       GUINT_TO_POINTER (self->words->words[mention->end - 1].hash));
  if (actor->iso3 == NULL)
    actor->iso3 = bayan_act_scan_get_country (self, mention);
}

/* TRUE of an office of a body, which speaks for no state. */
static gboolean
is_of_body (const BayanActScan *self, const BayanActMention *office)
{
  for (guint i = office->nested; i < office->end_nested; i++)
    if (((const BayanMention *) self->recognition->mentions->pdata[i])->type == BAYAN_MENTION_ORG)
      return TRUE;
  return FALSE;
}

void
bayan_act_take_person (const BayanActScan *self, BayanActPhrase *phrase, const BayanActMention *person,
                       const char *iso3)
{
  const BayanActMention *before = person->first > 0 && self->tokens[person->first - 1].mention >= 0
                                      ? &self->mentions[self->tokens[person->first - 1].mention]
                                      : NULL;

  bayan_act_add_actor (self, phrase, person->mention->span, person, iso3);
  if (iso3 == NULL && before != NULL && before->mention->type == BAYAN_MENTION_OCC
      && is_of_body (self, before))
    phrase->actors[phrase->n_actors - 1].iso3 = NULL;
  phrase->kind = BAYAN_PHRASE_NAME;
  phrase->end = person->end;
  if (iso3 != NULL)
    g_hash_table_insert (self->countries, GUINT_TO_POINTER (self->words->words[person->end - 1].hash),
                         (gpointer) iso3);
}

/* Between an office and its holder: honorifics, a second office, a comma or mark before the name. Returns the person, or
 * NULL; moves @at behind all offices. */
const BayanActMention *
bayan_act_find_holder (const BayanActScan *self, guint *at, guint end, const char **iso3)
{
  for (guint i = *at, n = 0; i < end && n < 8; n++)
    {
      const BayanActMention *mention =
          bayan_act_scan_get_mention_of (self, i, BAYAN_ACT_TYPE (PERS) | BAYAN_ACT_TYPE (OCC));
      gboolean joined = bayan_act_scan_skip_joint (self, i) > 0;

      if (mention != NULL && joined)
        return NULL;
      if (mention != NULL && mention->mention->type == BAYAN_MENTION_PERS)
        return mention;
      if (mention != NULL)
        {
          if (*iso3 == NULL)
            *iso3 = bayan_act_scan_get_country (self, mention);
          i = *at = mention->end;
        }
      else if ((bayan_act_scan_get_whole (self, i) & BAYAN_AW (HONORIFIC)) != 0)
        i++;
      else if ((bayan_act_scan_is_comma (self, i) || bayan_act_scan_has_flag (self, i, BAYAN_WORD_QUOTE))
               && ((bayan_act_scan_get_mention_of (self, i + 1, BAYAN_ACT_TYPE (PERS)) != NULL
                    && bayan_act_scan_skip_joint (self, i + 1) == 0)
                   || ((bayan_act_scan_get_whole (self, i + 1) & BAYAN_AW (HONORIFIC)) != 0
                       && bayan_act_scan_get_mention_of (self, i + 2, BAYAN_ACT_TYPE (PERS)) != NULL)))
        i++;
      else
        return NULL;
    }
  return NULL;
}

guint
bayan_act_get_number (guint64 head)
{
  return (head & (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR))) != 0 ? BAYAN_AGREES_PLURAL : 0;
}

static gboolean
take_office (const BayanActScan *self, BayanActPhrase *phrase, const BayanActMention *office, guint end)
{
  const char *iso3 = bayan_act_scan_get_country (self, office);
  guint behind = office->end;
  const BayanActMention *person = bayan_act_find_holder (self, &behind, end, &iso3);
  guint64 head = bayan_act_scan_get_noun (self, office->first);

  phrase->kind = BAYAN_PHRASE_NAME;
  if (person != NULL)
    {
      bayan_act_take_person (self, phrase, person, iso3);
      return TRUE;
    }
  phrase->end = office->end;
  phrase->agreement |= bayan_act_get_number (head);
  if ((head & BAYAN_AW (PEOPLE)) == 0)
    {
      bayan_act_add_actor (self, phrase, office->mention->span, office, iso3);
      return TRUE;
    }
  phrase->kind = BAYAN_PHRASE_PEOPLE;
  while (phrase->end < end && bayan_act_scan_get_mention_of (self, phrase->end, BAYAN_ACT_TYPE (GPE)) != NULL
         && bayan_act_scan_skip_joint (self, phrase->end) > 0)
    phrase->end = bayan_act_scan_get_mention (self, phrase->end)->end;
  bayan_act_add_actor (self, phrase, bayan_act_scan_get_span (self, office->first, phrase->end), office,
                       NULL);
  phrase->actors[phrase->n_actors - 1].iso3 = NULL;
  return TRUE;
}

/* The nationality behind نظيره, for the person behind it. */
static gboolean
take_counterpart (const BayanActScan *self, BayanActPhrase *phrase, guint at, guint end)
{
  const BayanActMention *nationality = bayan_act_scan_get_mention_of (self, at, BAYAN_ACT_TYPE (NORP));
  const char *iso3 = nationality != NULL ? bayan_act_scan_get_country (self, nationality) : NULL;
  guint behind = nationality != NULL ? nationality->end : at;
  const BayanActMention *person = bayan_act_find_holder (self, &behind, end, &iso3);

  if (person != NULL)
    bayan_act_take_person (self, phrase, person, iso3);
  return person != NULL;
}

static gboolean take_last_name (const BayanActScan *self, BayanActPhrase *phrase, guint at);

/* الحوثيون, الأكراد: a people that acts */
static gboolean
take_people (const BayanActScan *self, BayanActPhrase *phrase, const BayanActMention *people)
{
  const char *key = bayan_act_scan_get_key (self, people->first);

  if (strstr (key, "ال") == NULL || bayan_key_ends (key, "ي") || bayan_key_ends (key, "ة")
      || bayan_key_ends (key, "ين"))
    return FALSE;
  phrase->kind = BAYAN_PHRASE_PEOPLE;
  phrase->agreement = BAYAN_AGREES_PLURAL;
  phrase->end = people->end;
  bayan_act_add_actor (self, phrase, people->mention->span, people, NULL);
  return TRUE;
}

static gboolean
take_mention (const BayanActScan *self, BayanActPhrase *phrase, const BayanActMention *mention, guint at,
              guint end)
{
  switch (mention->mention->type)
    {
    case BAYAN_MENTION_PERS:
      bayan_act_take_person (self, phrase, mention, NULL);
      return TRUE;
    case BAYAN_MENTION_OCC:
      return take_office (self, phrase, mention, end);
    case BAYAN_MENTION_GPE:
    case BAYAN_MENTION_ORG:
    case BAYAN_MENTION_EVENT:
      phrase->kind = mention->mention->type == BAYAN_MENTION_GPE ? BAYAN_PHRASE_PLACE : BAYAN_PHRASE_BODY;
      phrase->gathering = mention->mention->type == BAYAN_MENTION_EVENT;
      phrase->end = mention->end;
      bayan_act_add_actor (self, phrase, mention->mention->span, mention, NULL);
      return TRUE;
    case BAYAN_MENTION_NORP: /* السوداني is also the name of somebody */
      return take_people (self, phrase, mention)
             || (mention->end == at + 1 && bayan_act_scan_skip_joint (self, at) == 0
                 && take_last_name (self, phrase, at));
    case BAYAN_MENTION_CARDINAL:
      return bayan_act_take_count (self, phrase, at, end);
    default:
      return FALSE;
    }
}

/* The last name of a person who is named in full elsewhere. */
static gboolean
take_last_name (const BayanActScan *self, BayanActPhrase *phrase, guint at)
{
  const BayanWord *word = &self->words->words[at];
  guint named = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, GUINT_TO_POINTER (word->hash)));
  const BayanActMention *mention;

  if (named == 0 || self->tokens[at].word != NULL || word->key_length < 4 * BAYAN_LETTER_BYTES)
    return FALSE;
  mention = &self->mentions[named - 1];
  bayan_act_add_actor (self, phrase, word->span, mention,
                       g_hash_table_lookup (self->countries, GUINT_TO_POINTER (word->hash)));
  phrase->kind = BAYAN_PHRASE_NAME;
  phrase->end = at + 1;
  return TRUE;
}

/* العاصمة العراقية بغداد: the place itself */
static guint
skip_capital (const BayanActScan *self, guint at, guint end, gboolean *joined)
{
  const char *key = bayan_act_scan_get_key (self, at);
  guint behind = at + 1;

  if (*joined && *key != '\0')
    key += BAYAN_LETTER_BYTES;
  if (!bayan_key_is (key, "العاصمة") && !bayan_key_is (key, "مدينة"))
    return at;
  if (bayan_act_scan_get_mention_of (self, behind, BAYAN_ACT_TYPE (NORP)) != NULL)
    behind = bayan_act_scan_get_mention (self, behind)->end;
  if (behind >= end || bayan_act_scan_get_mention_of (self, behind, BAYAN_ACT_TYPE (GPE)) == NULL)
    return at;
  *joined = FALSE;
  return behind;
}

/* One of those that act. @joined: its و or ف is no part of it. */
static gboolean
parse_one (const BayanActScan *self, guint at, guint end, gboolean joined, BayanActPhrase *phrase)
{
  gboolean counterpart = FALSE;
  const BayanActMention *mention;

  memset (phrase, 0, G_STRUCT_OFFSET (BayanActPhrase, actors));
  phrase->first = at;
  if (joined && bayan_act_scan_is (self, at, "و"))
    {
      joined = FALSE;
      at++;
    }
  for (guint n = 0;
       at < end && n < 4 && bayan_act_scan_get_mention (self, at) == NULL
       && (bayan_act_get_head (self, at, joined) & (BAYAN_AW (HONORIFIC) | BAYAN_AW (QUANTITY))) != 0
       && (bayan_act_get_head (self, at, joined) & BAYAN_ACT_HEADS) == 0;
       n++)
    {
      counterpart = counterpart || strstr (bayan_act_scan_get_key (self, at), "نظير") != NULL;
      joined = FALSE;
      at++;
      if (bayan_act_scan_is (self, at, "من"))
        at++;
    }
  if (at >= end)
    return FALSE;
  at = skip_capital (self, at, end, &joined);
  if (counterpart)
    return take_counterpart (self, phrase, at, end);
  mention = bayan_act_scan_get_mention (self, at);
  if (mention != NULL && (bayan_act_scan_skip_joint (self, at) > 0) == joined
      && take_mention (self, phrase, mention, at, end))
    return TRUE;
  if (mention == NULL
      && (bayan_act_take_count (self, phrase, at, end) || (!joined && take_last_name (self, phrase, at))))
    return TRUE;
  return mention == NULL && self->tokens[at].mention < 0
         && bayan_act_take_head (self, phrase, at, end, joined);
}

static gboolean
may_join (BayanActPhraseKind one, BayanActPhraseKind other)
{
  return one == other
         || (one != BAYAN_PHRASE_NAME && other != BAYAN_PHRASE_NAME && one != BAYAN_PHRASE_PEOPLE
             && other != BAYAN_PHRASE_PEOPLE);
}

static void
append (BayanActPhrase *phrase, const BayanActPhrase *other)
{
  for (guint i = 0; i < other->n_actors && phrase->n_actors < BAYAN_ACTORS_MAX; i++)
    phrase->actors[phrase->n_actors++] = other->actors[i];
  phrase->end = other->end;
  phrase->agreement |= BAYAN_AGREES_PLURAL;
}

/* رئيسا الاجتماع فلان وفلان: those who follow are the two */
static void
take_apposition (const BayanActScan *self, guint end, BayanActPhrase *phrase)
{
  BayanActPhrase named;
  guint at = phrase->end + (bayan_act_scan_is_comma (self, phrase->end) ? 1 : 0);

  if ((bayan_act_scan_get_noun (self, phrase->first) & BAYAN_AW (PAIR)) == 0
      || bayan_act_scan_get_mention_of (self, at, BAYAN_ACT_TYPE (OCC) | BAYAN_ACT_TYPE (PERS)) == NULL
      || !parse_one (self, at, end, FALSE, &named))
    return;
  phrase->n_actors = 0;
  append (phrase, &named);
}

/* Bodies that are gatherings are not joined to actors, nor are verbs. */
static gboolean
parse_joined (const BayanActScan *self, guint at, guint end, const BayanActPhrase *before,
              BayanActPhrase *next)
{
  const BayanActToken *token = &self->tokens[at];

  if (bayan_act_scan_skip_joint (self, at) == 0 && token->rest == NULL)
    return FALSE;
  if (token->mention < 0 && token->word != NULL && token->word->form != 0)
    return FALSE;
  if (token->mention < 0 && token->rest != NULL && token->rest->form != 0)
    return FALSE;
  return parse_one (self, at, end, TRUE, next) && may_join (before->kind, next->kind) && !next->gathering;
}

/**
 * bayan_act_parse_phrase:
 * @at: the word where it begins; @end: where it ends at the latest
 * @joined: TRUE if the و of the first word is no part of it
 *
 * One who acts, or several that are joined: persons by their names, else by their offices; states and bodies; the
 * people of an institution; a number of states.
 *
 * Returns: FALSE if no such phrase begins there
 */
gboolean
bayan_act_parse_phrase (const BayanActScan *self, guint at, guint end, gboolean joined,
                        BayanActPhrase *phrase)
{
  BayanActPhrase next;

  end = MIN (end, at + PHRASE_WORDS_MAX);
  if (at >= end || !parse_one (self, at, end, joined, phrase))
    return FALSE;
  take_apposition (self, end, phrase);
  while (phrase->end < end)
    {
      guint behind = phrase->end + (bayan_act_scan_is_comma (self, phrase->end) ? 1 : 0);

      if (behind >= end)
        break;
      if (parse_joined (self, behind, end, phrase, &next))
        append (phrase, &next);
      else if (behind > phrase->end && phrase->kind == BAYAN_PHRASE_PLACE
               && bayan_act_scan_get_mention_of (self, behind, BAYAN_ACT_TYPE (GPE)) != NULL
               && parse_one (self, behind, end, FALSE, &next))
        append (phrase, &next);
      else
        break;
    }
  return TRUE;
}
