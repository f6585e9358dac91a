/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who acts: noun phrases that are somebody, and where a verb has its subject (shared/arabic.md §5.2). */
#include "bayan-act-scan.h"

#include <string.h>

#define SUBJECT_WORDS_MAX 24 /* between a verb and its subject */
#define PHRASE_WORDS_MAX 30

#define HEADS                                                                                                \
  (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR) | BAYAN_AW (BODY_M) | BAYAN_AW (BODY_F) | BAYAN_AW (SPEAKER))
#define PARTICLES                                                                                            \
  (BAYAN_AW (THAT) | BAYAN_AW (RELATIVE) | BAYAN_AW (SUBORDINATE) | BAYAN_AW (NEGATION) | BAYAN_AW (OPENER)  \
   | BAYAN_AW (PREPOSITION) | BAYAN_AW (ADVERB))

static gboolean
begins_in (const char *key, const char *letters)
{
  return strncmp (key, letters, strlen (letters)) == 0;
}

static gboolean
is_definite (const char *key)
{
  return begins_in (key, "ال") || begins_in (key, "لل");
}

/* The classes of word @index as a head: behind its و if it is @joined. */
static guint64
get_head (const BayanActScan *self, guint index, gboolean joined)
{
  const BayanActToken *token = &self->tokens[index];
  const BayanActWord *word = joined ? token->rest : token->word;

  return word != NULL ? word->classes : 0;
}

static gboolean
is_comma (const BayanActScan *self, guint index)
{
  return bayan_act_scan_is (self, index, "،") || bayan_act_scan_is (self, index, ",");
}

static const BayanActMention *
get_mention_of (const BayanActScan *self, guint index, guint32 types)
{
  const BayanActMention *mention = bayan_act_scan_get_mention (self, index);

  return mention != NULL && (1u << mention->mention->type & types) != 0 ? mention : NULL;
}

#define TYPE(name) (1u << BAYAN_MENTION_##name)

static void
add_actor (const BayanActScan *self, BayanActPhrase *phrase, BayanCleanSpan span,
           const BayanActMention *mention, const char *iso3)
{
  BayanActActor *actor;

  if (phrase->n_actors == BAYAN_ACTORS_MAX)
    return;
  actor = &phrase->actors[phrase->n_actors++];
  *actor = (BayanActActor) { span, NULL, iso3 };
  if (mention == NULL)
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

static void
take_person (const BayanActScan *self, BayanActPhrase *phrase, const BayanActMention *person,
             const char *iso3)
{
  const BayanActMention *before = person->first > 0 && self->tokens[person->first - 1].mention >= 0
                                      ? &self->mentions[self->tokens[person->first - 1].mention]
                                      : NULL;

  add_actor (self, phrase, person->mention->span, person, iso3);
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
static const BayanActMention *
find_holder (const BayanActScan *self, guint *at, guint end, const char **iso3)
{
  for (guint i = *at, n = 0; i < end && n < 8; n++)
    {
      const BayanActMention *mention = get_mention_of (self, i, TYPE (PERS) | TYPE (OCC));
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
      else if ((is_comma (self, i) || bayan_act_scan_has_flag (self, i, BAYAN_WORD_QUOTE))
               && ((get_mention_of (self, i + 1, TYPE (PERS)) != NULL
                    && bayan_act_scan_skip_joint (self, i + 1) == 0)
                   || ((bayan_act_scan_get_whole (self, i + 1) & BAYAN_AW (HONORIFIC)) != 0
                       && get_mention_of (self, i + 2, TYPE (PERS)) != NULL)))
        i++;
      else
        return NULL;
    }
  return NULL;
}

static guint
get_number (guint64 head)
{
  return (head & (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR))) != 0 ? BAYAN_AGREES_PLURAL : 0;
}

static gboolean
take_office (const BayanActScan *self, BayanActPhrase *phrase, const BayanActMention *office, guint end)
{
  const char *iso3 = bayan_act_scan_get_country (self, office);
  guint behind = office->end;
  const BayanActMention *person = find_holder (self, &behind, end, &iso3);
  guint64 head = bayan_act_scan_get_noun (self, office->first);

  phrase->kind = BAYAN_PHRASE_NAME;
  if (person != NULL)
    {
      take_person (self, phrase, person, iso3);
      return TRUE;
    }
  phrase->end = office->end;
  phrase->agreement |= get_number (head);
  if ((head & BAYAN_AW (PEOPLE)) == 0)
    {
      add_actor (self, phrase, office->mention->span, office, iso3);
      return TRUE;
    }
  phrase->kind = BAYAN_PHRASE_PEOPLE;
  while (phrase->end < end && get_mention_of (self, phrase->end, TYPE (GPE)) != NULL
         && bayan_act_scan_skip_joint (self, phrase->end) > 0)
    phrase->end = bayan_act_scan_get_mention (self, phrase->end)->end;
  add_actor (self, phrase, bayan_act_scan_get_span (self, office->first, phrase->end), office, NULL);
  phrase->actors[phrase->n_actors - 1].iso3 = NULL;
  return TRUE;
}

/* The nationality behind نظيره, for the person behind it. */
static gboolean
take_counterpart (const BayanActScan *self, BayanActPhrase *phrase, guint at, guint end)
{
  const BayanActMention *nationality = get_mention_of (self, at, TYPE (NORP));
  const char *iso3 = nationality != NULL ? bayan_act_scan_get_country (self, nationality) : NULL;
  guint behind = nationality != NULL ? nationality->end : at;
  const BayanActMention *person = find_holder (self, &behind, end, &iso3);

  if (person != NULL)
    take_person (self, phrase, person, iso3);
  return person != NULL;
}

/* The words behind a definite head that describe it; a definite object does not agree with it. */
static gboolean
describes (const BayanActScan *self, guint64 head, guint index)
{
  static const char *const masculine[] = { "العام",   "الخاص",  "الاعلى", "الاول",  "المشترك", "الدائم",
                                           "المذكور", "الموسع", "المصغر", "الكبير", "الموحد",  NULL };
  static const char *const feminine[] = { "المصغرة", "العليا",   "المشتركة", "الدائمة", "العامة",  "الخاصة",
                                          "المتحدة", "المشاركة", "المانحة",  "الاعضاء", "المعنية", "الشقيقة",
                                          "الصديقة", "الموسعة",  "المضيفة",  "الضامنة", "الموقعة", NULL };
  const char *key = bayan_act_scan_get_key (self, index);

  if (!begins_in (key, "ال") || bayan_act_scan_get_mention (self, index) != NULL)
    return FALSE;
  if ((head & (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR))) != 0)
    return g_str_has_suffix (key, "ون") || g_str_has_suffix (key, "ين") || g_str_has_suffix (key, "ان")
           || g_strv_contains (feminine, key);
  if ((head & BAYAN_AW (BODY_F)) != 0)
    return g_str_has_suffix (key, "ية") || g_strv_contains (feminine, key);
  return g_str_has_suffix (key, "ي") || g_strv_contains (masculine, key) || g_strv_contains (feminine, key);
}

/* Adjectives behind a head, and what takes part in what: الدول المشاركة في الاجتماع. */
static guint
skip_adjectives (const BayanActScan *self, guint64 head, guint at, guint end, const char **iso3)
{
  for (guint n = 0; at < end && n < 4; n++)
    {
      const BayanActMention *people = get_mention_of (self, at, TYPE (NORP));

      if (people != NULL && begins_in (bayan_act_scan_get_key (self, at), "ال"))
        {
          *iso3 = bayan_act_scan_get_country (self, people);
          at = people->end;
        }
      else if (describes (self, head, at))
        at++;
      else
        break;
    }
  return at;
}

/* في التحالف, من المجموعة المصغرة: where the heads come from, an organisation */
static guint
skip_origin (const BayanActScan *self, guint at, guint end)
{
  const BayanActMention *body;
  gboolean takes_part = at > 0 && begins_in (bayan_act_scan_get_key (self, at - 1), "المشارك");

  if (at + 1 >= end || !(bayan_act_scan_is (self, at, "من") || bayan_act_scan_is (self, at, "في")))
    return at;
  body = get_mention_of (self, at + 1, takes_part ? TYPE (ORG) | TYPE (EVENT) : TYPE (ORG));
  if (body != NULL)
    return body->end;
  return takes_part && begins_in (bayan_act_scan_get_key (self, at + 1), "ال") ? at + 2 : at;
}

/* The complement of a head without article: أعضاء التحالف, وزراء خارجية مصر والأردن. Returns @at if there is none. */
static guint
skip_complement (const BayanActScan *self, guint64 head, guint at, guint end, const char **iso3)
{
  const guint32 names = TYPE (ORG) | TYPE (GPE) | TYPE (LOC) | TYPE (EVENT) | TYPE (OCC) | TYPE (NORP);

  for (guint i = at, n = 0; i < end && n < 4; n++, i++)
    {
      const BayanActMention *mention = get_mention_of (self, i, names);

      if (mention != NULL && bayan_act_scan_skip_joint (self, i) == 0)
        {
          *iso3 = bayan_act_scan_get_country (self, mention);
          i = mention->end;
          while ((head & BAYAN_AW (PEOPLE)) != 0 && mention->mention->type == BAYAN_MENTION_GPE && i < end
                 && get_mention_of (self, i, TYPE (GPE)) != NULL && bayan_act_scan_skip_joint (self, i) > 0)
            {
              *iso3 = NULL;
              i = bayan_act_scan_get_mention (self, i)->end;
            }
          return i;
        }
      if (!bayan_act_scan_has_flag (self, i, BAYAN_WORD_ARABIC)
          || bayan_act_scan_get_mention (self, i) != NULL
          || (bayan_act_scan_get_whole (self, i) & PARTICLES) != 0
          || g_str_has_suffix (bayan_act_scan_get_key (self, i), "ه"))
        return at;
      if (is_definite (bayan_act_scan_get_key (self, i)))
        return skip_adjectives (self, head, i + 1, end, iso3);
    }
  return at;
}

/* ممثلون دبلوماسيون كبار من …, مصادر أمنية: adjectives without article */
static guint
skip_indefinite (const BayanActScan *self, guint64 head, guint head_at, guint end)
{
  guint at = head_at + 1;
  const char *key = bayan_act_scan_get_key (self, head_at);

  for (guint n = 0; at < end && n < 3; n++, at++)
    {
      const char *next = bayan_act_scan_get_key (self, at);

      if (!bayan_act_scan_has_flag (self, at, BAYAN_WORD_ARABIC) || self->tokens[at].mention >= 0
          || (bayan_act_scan_get_classes (self, at) & PARTICLES) != 0 || begins_in (next, "ال")
          || !(g_str_has_suffix (next, "ون") || g_str_has_suffix (next, "ين") || g_str_has_suffix (next, "ية")
               || g_str_has_suffix (next, "ي") || g_str_has_suffix (next, "ة")
               || g_str_has_suffix (next, "ول") || g_str_has_suffix (next, "بار")
               || g_str_has_suffix (next, "ع")))
        break;
    }
  if (at == head_at + 1 && !g_str_has_suffix (key, "ون") && (head & BAYAN_AW (PEOPLE)) == 0)
    return 0;
  if (at + 1 < end && (bayan_act_scan_is (self, at, "من") || bayan_act_scan_is (self, at, "عن"))
      && get_mention_of (self, at + 1, TYPE (ORG) | TYPE (GPE)) != NULL)
    return bayan_act_scan_get_mention (self, at + 1)->end;
  return at;
}

/* الناطق الرسمي باسم الوزارة: for whom a speaker speaks */
static guint
skip_in_the_name (const BayanActScan *self, guint at, guint end)
{
  const BayanActMention *body;

  if (at + 1 >= end || !(bayan_act_scan_is (self, at, "باسم") || bayan_act_scan_is (self, at, "بلسان")))
    return at;
  body = bayan_act_scan_get_mention (self, at + 1);
  return body != NULL ? body->end : at + 2;
}

/* A phrase whose head is a common noun. */
static gboolean
take_head (const BayanActScan *self, BayanActPhrase *phrase, guint at, guint end, gboolean joined)
{
  guint64 head = get_head (self, at, joined) & HEADS;
  const char *key = bayan_act_scan_get_key (self, at) + (joined ? BAYAN_LETTER_BYTES : 0);
  const char *iso3 = NULL;
  const BayanActMention *person;
  guint behind;

  if (head == 0)
    return FALSE;
  if (is_definite (key))
    behind = skip_adjectives (self, head, at + 1, end, &iso3);
  else
    {
      behind = skip_complement (self, head, at + 1, end, &iso3);
      if (behind == at + 1)
        behind = skip_indefinite (self, head, at, end);
      if (behind == 0)
        return FALSE;
    }
  if ((head & BAYAN_AW (PEOPLE)) != 0)
    behind = skip_origin (self, behind, end);
  if ((head & BAYAN_AW (SPEAKER)) != 0)
    behind = skip_in_the_name (self, behind, end);
  phrase->end = behind;
  phrase->agreement = get_number (head);
  phrase->gathering = (bayan_act_scan_get_noun (self, at) & BAYAN_AW (GATHERING)) != 0;
  phrase->kind = (head & BAYAN_AW (PEOPLE)) != 0                         ? BAYAN_PHRASE_PEOPLE
                 : (head & (BAYAN_AW (BODY_M) | BAYAN_AW (BODY_F))) != 0 ? BAYAN_PHRASE_BODY
                                                                         : BAYAN_PHRASE_NAME;
  person = (head & (BAYAN_AW (SPEAKER) | BAYAN_AW (PAIR))) != 0 ? find_holder (self, &behind, end, &iso3)
                                                                : NULL;
  if (person != NULL)
    take_person (self, phrase, person, iso3);
  else
    add_actor (self, phrase, bayan_act_scan_get_span (self, at, phrase->end), NULL,
               (head & (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR))) != 0 ? NULL : iso3);
  return TRUE;
}

/* 83 دولة غربية وعربية */
static gboolean
take_count (const BayanActScan *self, BayanActPhrase *phrase, guint at, guint end)
{
  const BayanActMention *number = get_mention_of (self, at, TYPE (CARDINAL));
  guint behind = number != NULL ? number->end : at + 1;

  if (number == NULL && !bayan_act_scan_has_flag (self, at, BAYAN_WORD_NUMBER))
    return FALSE;
  if (behind >= end || (bayan_act_scan_get_noun (self, behind) & BAYAN_AW (MEMBERSHIP)) == 0)
    return FALSE;
  phrase->count = (guint) g_ascii_strtoull (number != NULL && number->mention->value != NULL
                                                ? number->mention->value
                                                : bayan_act_scan_get_key (self, at),
                                            NULL, 10);
  for (behind++; behind < end && self->tokens[behind].mention < 0
                 && bayan_act_scan_has_flag (self, behind, BAYAN_WORD_ARABIC)
                 && (bayan_act_scan_get_classes (self, behind) & PARTICLES) == 0
                 && self->tokens[behind].word == NULL
                 && g_str_has_suffix (bayan_act_scan_get_key (self, behind), "ة");)
    behind++;
  phrase->end = behind;
  phrase->kind = BAYAN_PHRASE_PEOPLE;
  phrase->agreement = BAYAN_AGREES_PLURAL;
  add_actor (self, phrase, bayan_act_scan_get_span (self, at, behind), NULL, NULL);
  return TRUE;
}

/* الحوثيون, الأكراد: a people that acts */
static gboolean
take_people (const BayanActScan *self, BayanActPhrase *phrase, const BayanActMention *people)
{
  const char *key = bayan_act_scan_get_key (self, people->first);

  if (strstr (key, "ال") == NULL || g_str_has_suffix (key, "ي") || g_str_has_suffix (key, "ة")
      || g_str_has_suffix (key, "ين"))
    return FALSE;
  phrase->kind = BAYAN_PHRASE_PEOPLE;
  phrase->agreement = BAYAN_AGREES_PLURAL;
  phrase->end = people->end;
  add_actor (self, phrase, people->mention->span, people, NULL);
  return TRUE;
}

static gboolean
take_mention (const BayanActScan *self, BayanActPhrase *phrase, const BayanActMention *mention, guint at,
              guint end)
{
  switch (mention->mention->type)
    {
    case BAYAN_MENTION_PERS:
      take_person (self, phrase, mention, NULL);
      return TRUE;
    case BAYAN_MENTION_OCC:
      return take_office (self, phrase, mention, end);
    case BAYAN_MENTION_GPE:
    case BAYAN_MENTION_ORG:
    case BAYAN_MENTION_EVENT:
      phrase->kind = mention->mention->type == BAYAN_MENTION_GPE ? BAYAN_PHRASE_PLACE : BAYAN_PHRASE_BODY;
      phrase->gathering = mention->mention->type == BAYAN_MENTION_EVENT;
      phrase->end = mention->end;
      add_actor (self, phrase, mention->mention->span, mention, NULL);
      return TRUE;
    case BAYAN_MENTION_NORP:
      return take_people (self, phrase, mention);
    case BAYAN_MENTION_CARDINAL:
      return take_count (self, phrase, at, end);
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
  add_actor (self, phrase, word->span, mention,
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

  if (strcmp (key + (*joined ? BAYAN_LETTER_BYTES : 0), "العاصمة") != 0
      && strcmp (key + (*joined ? BAYAN_LETTER_BYTES : 0), "مدينة") != 0)
    return at;
  if (get_mention_of (self, behind, TYPE (NORP)) != NULL)
    behind = bayan_act_scan_get_mention (self, behind)->end;
  if (behind >= end || get_mention_of (self, behind, TYPE (GPE)) == NULL)
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
  for (guint n = 0; at < end && n < 4 && bayan_act_scan_get_mention (self, at) == NULL
                    && (get_head (self, at, joined) & (BAYAN_AW (HONORIFIC) | BAYAN_AW (QUANTITY))) != 0
                    && (get_head (self, at, joined) & HEADS) == 0;
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
      && (take_count (self, phrase, at, end) || (!joined && take_last_name (self, phrase, at))))
    return TRUE;
  return mention == NULL && self->tokens[at].mention < 0 && take_head (self, phrase, at, end, joined);
}

static gboolean
may_join (BayanActPhraseKind one, BayanActPhraseKind other)
{
  return one == other
         || (one != BAYAN_PHRASE_NAME && other != BAYAN_PHRASE_NAME && one != BAYAN_PHRASE_PEOPLE
             && other != BAYAN_PHRASE_PEOPLE);
}

/* The gender that a verb before @phrase has, where it is known; 0 where it is not. */
static guint
get_gender (const BayanActScan *self, const BayanActPhrase *phrase)
{
  static const char *const masculine_states[] = { "العراق", "الاردن",   "لبنان",   "السودان",
                                                  "المغرب", "اليمن",    "الصومال", "الفاتيكان",
                                                  "جنوب",   "الكرملين", NULL };
  guint skip = bayan_act_scan_skip_joint (self, phrase->first);
  const char *key = bayan_act_scan_get_key (self, phrase->first) + skip;
  guint64 noun = bayan_act_scan_get_noun (self, phrase->first);

  if (phrase->kind == BAYAN_PHRASE_PLACE)
    return g_strv_contains (masculine_states, key) ? BAYAN_AGREES_MASCULINE : BAYAN_AGREES_FEMININE;
  if (phrase->kind == BAYAN_PHRASE_NAME && (noun & BAYAN_AW (SPEAKER)) == 0)
    return 0;
  if ((g_str_has_suffix (key, "ة") && (noun & BAYAN_AW (PEOPLE)) == 0)
      || (g_str_has_suffix (key, "ات") && (noun & BAYAN_AW (PEOPLE)) != 0) || strcmp (key, "الدول") == 0
      || strcmp (key, "دول") == 0)
    return BAYAN_AGREES_FEMININE;
  return (noun & (BAYAN_AW (BODY_M) | BAYAN_AW (SPEAKER))) != 0 ? BAYAN_AGREES_MASCULINE : 0;
}

/* TRUE if @phrase directly behind a verb can be its subject: المانحين is not in the nominative, and gender agrees. */
static gboolean
is_nominative (const BayanActScan *self, const BayanActPhrase *phrase, guint verb_agreement)
{
  const char *key = bayan_act_scan_get_key (self, phrase->first);
  guint64 noun = bayan_act_scan_get_noun (self, phrase->first);
  guint gender = get_gender (self, phrase), other = BAYAN_AGREES_MASCULINE | BAYAN_AGREES_FEMININE;

  if ((noun & (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR))) != 0 && g_str_has_suffix (key, "ين"))
    return FALSE;
  return gender == 0 || (verb_agreement & other) == 0 || (verb_agreement & gender) != 0;
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
  guint at = phrase->end + (is_comma (self, phrase->end) ? 1 : 0);

  if ((bayan_act_scan_get_noun (self, phrase->first) & BAYAN_AW (PAIR)) == 0
      || get_mention_of (self, at, TYPE (OCC) | TYPE (PERS)) == NULL
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
      guint behind = phrase->end + (is_comma (self, phrase->end) ? 1 : 0);

      if (behind >= end)
        break;
      if (parse_joined (self, behind, end, phrase, &next))
        append (phrase, &next);
      else if (behind > phrase->end && phrase->kind == BAYAN_PHRASE_PLACE
               && get_mention_of (self, behind, TYPE (GPE)) != NULL
               && parse_one (self, behind, end, FALSE, &next))
        append (phrase, &next);
      else
        break;
    }
  return TRUE;
}

/* Behind the noun phrase that a preposition at @at governs. */
static guint
skip_governed (const BayanActScan *self, guint at, guint end)
{
  static const char *const classifiers[] = { "العاصمة", "عاصمة", "مدينة", "محافظة", "ولاية", "بلدة",
                                             "اقليم",   "منطقة", "قصر",   "مقر",    NULL };
  const BayanActMention *mention = bayan_act_scan_get_mention (self, at);
  BayanActPhrase met;
  gboolean indefinite, classifies = g_strv_contains (classifiers, bayan_act_scan_get_key (self, at));

  if (mention != NULL)
    return mention->end;
  indefinite = !is_definite (bayan_act_scan_get_key (self, at));
  if ((bayan_act_scan_get_noun (self, at) & BAYAN_AW (GATHERING)) != 0
      && (g_str_has_suffix (bayan_act_scan_get_key (self, at), "ه")
          || g_str_has_suffix (bayan_act_scan_get_key (self, at), "ها"))
      && bayan_act_parse_phrase (self, at + 1, end, FALSE, &met))
    return met.end; /* لقائه الرئيس */
  for (at++; at < end; at++)
    {
      const char *key = bayan_act_scan_get_key (self, at);

      mention = bayan_act_scan_get_mention (self, at);
      if (mention != NULL && mention->mention->type == BAYAN_MENTION_NORP)
        continue;
      if (mention != NULL && classifies && bayan_act_scan_skip_joint (self, at) == 0)
        return mention->end;
      if (!bayan_act_scan_has_flag (self, at, BAYAN_WORD_ARABIC) || mention != NULL
          || (bayan_act_scan_get_classes (self, at) & (PARTICLES | HEADS)) != 0)
        break;
      if (!(g_str_has_suffix (key, "ي") || g_str_has_suffix (key, "ية") || g_str_has_suffix (key, "ة")
            || indefinite))
        break;
      indefinite = indefinite && !is_definite (key);
    }
  return at;
}

/* وأضاف، عقب لقائه الرئيس، أن …: between the commas there is no subject */
static gboolean
goes_on_with_that (const BayanActScan *self, guint at, guint end)
{
  while (at + 1 < end && !is_comma (self, at))
    at++;
  return at + 1 < end && (bayan_act_scan_get_whole (self, at + 1) & BAYAN_AW (THAT)) != 0;
}

/**
 * bayan_act_find_subject:
 * @at: the word behind the verb; @end: of the sentence
 * @agreement: of the verb
 * @needs: what the verb governs: behind it there is no subject any more
 * @object_first: TRUE if the gathering may stand before the subject: افتتح الاجتماع الوزير
 * @phrase: (out): the subject
 *
 * Looks for the subject of a verb behind it, over adverbs, dates and phrases like في بيان صحفي.
 */
gboolean
bayan_act_find_subject (const BayanActScan *self, guint at, guint end, guint agreement, guint32 needs,
                        gboolean object_first, BayanActPhrase *phrase)
{
  guint limit = MIN (end, at + SUBJECT_WORDS_MAX), first = at, noun;

  if (is_comma (self, at) && goes_on_with_that (self, at + 1, limit))
    return FALSE;
  while (at < limit)
    {
      const BayanActMention *mention = bayan_act_scan_get_mention (self, at);
      guint64 whole = bayan_act_scan_get_whole (self, at);
      guint32 preposition;

      if (bayan_act_parse_phrase (self, at, end, FALSE, phrase))
        {
          if (!(object_first && phrase->gathering))
            return at != first || is_nominative (self, phrase, agreement);
          at = phrase->end;
          continue;
        }
      if (mention != NULL && (1u << mention->mention->type & (TYPE (DATE) | TYPE (TIME))) != 0)
        at = mention->end;
      else if ((whole & BAYAN_AW (ADVERB)) != 0 || is_comma (self, at))
        at++;
      else if ((whole & (BAYAN_AW (THAT) | BAYAN_AW (RELATIVE) | BAYAN_AW (SUBORDINATE))) != 0)
        return FALSE;
      else if ((preposition = bayan_act_get_preposition (self, at, &noun)) != 0
               || (whole & BAYAN_AW (PREPOSITION)) != 0)
        {
          if ((preposition & needs) != 0 && !bayan_act_scan_is (self, at + 1, "هامش"))
            return FALSE;
          at = skip_governed (self, preposition != 0 ? noun : at + 1, limit);
        }
      else if (object_first && (bayan_act_scan_get_noun (self, at) & BAYAN_AW (GATHERING)) != 0)
        at = skip_governed (self, at, limit);
      else
        return FALSE;
    }
  return FALSE;
}

/* Makes @phrase the newest subject; @verb_agreement says what gender it has. */
void
bayan_act_remember (BayanActScan *self, const BayanActPhrase *phrase, guint verb_agreement)
{
  memmove (&self->subjects[1], &self->subjects[0], sizeof self->subjects[0] * (BAYAN_SUBJECTS_MAX - 1));
  self->subjects[0] = *phrase;
  self->subjects[0].agreement |= verb_agreement & (BAYAN_AGREES_MASCULINE | BAYAN_AGREES_FEMININE);
  self->n_subjects = MIN (self->n_subjects + 1, BAYAN_SUBJECTS_MAX);
}

static gboolean
agrees (const BayanActPhrase *subject, guint agreement)
{
  gboolean plural = (subject->agreement & BAYAN_AGREES_PLURAL) != 0;

  if ((agreement & BAYAN_AGREES_PLURAL) != 0)
    return plural;
  if ((agreement & BAYAN_AGREES_MASCULINE) != 0)
    return !plural && (subject->agreement & BAYAN_AGREES_FEMININE) == 0;
  if ((agreement & BAYAN_AGREES_FEMININE) != 0)
    return (subject->agreement & BAYAN_AGREES_MASCULINE) == 0
           && (!plural || subject->kind == BAYAN_PHRASE_PEOPLE || subject->kind == BAYAN_PHRASE_PLACE);
  return TRUE;
}

/* Where nobody is said to speak, "we" are the newest who are several, or a body. */
static const BayanActPhrase *
recall_several (const BayanActScan *self)
{
  for (guint i = 0; i < self->n_subjects; i++)
    if (self->subjects[i].kind != BAYAN_PHRASE_NAME)
      return &self->subjects[i];
  return NULL;
}

/* The newest subject that a verb agrees with; NULL if there is none. */
const BayanActPhrase *
bayan_act_recall (const BayanActScan *self, guint agreement)
{
  if ((agreement & BAYAN_AGREES_SPEAKER) != 0)
    return self->speaker.n_actors > 0 ? &self->speaker : recall_several (self);
  for (guint i = 0; i < self->n_subjects; i++)
    if (agrees (&self->subjects[i], agreement))
      return &self->subjects[i];
  return NULL;
}

void
bayan_act_fill_actors (GPtrArray *actors, const BayanActPhrase *phrase)
{
  for (guint i = 0; i < phrase->n_actors; i++)
    g_ptr_array_add (actors,
                     bayan_actor_new (phrase->actors[i].span, phrase->actors[i].key, phrase->actors[i].iso3));
}
