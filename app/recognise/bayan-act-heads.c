/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases with a common noun as their head that act: the members, ministers of …, 83 states. */
#include "bayan-act-phrase.h"

/* الدول, السلطات: plurals that adjectives in ية describe; of people they do not. */
static gboolean
is_feminine_plural (const BayanActScan *self, guint index)
{
  const char *key = bayan_act_scan_get_key (self, index);

  return bayan_key_ends (key, "دول") || bayan_key_ends (key, "ات") || bayan_key_ends (key, "ية")
         || bayan_key_ends (key, "بلدان") || bayan_key_ends (key, "مصادر");
}

/* The words behind a definite head that describe it; a definite object does not agree with it. */
static gboolean
describes (const BayanActScan *self, guint64 head, guint index)
{
  static const char *const numbers[] = { "الثلاث",  "الاربع",  "الخمس",   "الست",   "السبع",
                                         "الثماني", "الثلاثة", "الاربعة", "الخمسة", NULL };
  static const char *const masculine[] = { "العام",   "الخاص",  "الاعلى", "الاول",  "المشترك", "الدائم",
                                           "المذكور", "الموسع", "المصغر", "الكبير", "الموحد",  NULL };
  static const char *const feminine[] = { "المصغرة", "العليا",   "المشتركة", "الدائمة", "العامة",  "الخاصة",
                                          "المتحدة", "المشاركة", "المانحة",  "الاعضاء", "المعنية", "الشقيقة",
                                          "الصديقة", "الموسعة",  "المضيفة",  "الضامنة", "الموقعة", NULL };
  const char *key = bayan_act_scan_get_key (self, index);

  if (!bayan_key_begins (key, "ال") || bayan_act_scan_get_mention (self, index) != NULL
      || (bayan_act_scan_get_whole (self, index) & BAYAN_ACT_PARTICLES) != 0)
    return FALSE;
  if (bayan_key_is_among (key, numbers))
    return TRUE;
  if ((head & (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR))) != 0)
    return bayan_key_ends (key, "ون") || bayan_key_ends (key, "ين") || bayan_key_ends (key, "ان")
           || (bayan_key_ends (key, "ية") && is_feminine_plural (self, index - 1))
           || bayan_key_is_among (key, feminine);
  if ((head & BAYAN_AW (BODY_F)) != 0)
    return bayan_key_ends (key, "ية") || bayan_key_is_among (key, feminine);
  return bayan_key_ends (key, "ي") || bayan_key_is_among (key, masculine)
         || bayan_key_is_among (key, feminine);
}

/* Adjectives behind a head, and what takes part in what: الدول المشاركة في الاجتماع. */
static guint
skip_adjectives (const BayanActScan *self, guint64 head, guint at, guint end, const char **iso3)
{
  for (guint n = 0; at < end && n < 4; n++)
    {
      const BayanActMention *people = bayan_act_scan_get_mention_of (self, at, BAYAN_ACT_TYPE (NORP));

      if (people != NULL && bayan_key_begins (bayan_act_scan_get_key (self, at), "ال"))
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
  gboolean takes_part = at > 0 && bayan_key_begins (bayan_act_scan_get_key (self, at - 1), "المشارك");

  if (at + 1 >= end || !(bayan_act_scan_is (self, at, "من") || bayan_act_scan_is (self, at, "في")))
    return at;
  body = bayan_act_scan_get_mention_of (
      self, at + 1, takes_part ? BAYAN_ACT_TYPE (ORG) | BAYAN_ACT_TYPE (EVENT) : BAYAN_ACT_TYPE (ORG));
  if (body != NULL)
    return body->end;
  return takes_part && bayan_key_begins (bayan_act_scan_get_key (self, at + 1), "ال") ? at + 2 : at;
}

/* The complement of a head without article: أعضاء التحالف, وزراء خارجية مصر والأردن. Returns @at if there is none. */
static guint
skip_complement (const BayanActScan *self, guint64 head, guint at, guint end, const char **iso3)
{
  const guint32 names = BAYAN_ACT_TYPE (ORG) | BAYAN_ACT_TYPE (GPE) | BAYAN_ACT_TYPE (LOC)
                        | BAYAN_ACT_TYPE (EVENT) | BAYAN_ACT_TYPE (OCC) | BAYAN_ACT_TYPE (NORP);

  for (guint i = at, n = 0; i < end && n < 4; n++, i++)
    {
      const BayanActMention *mention = bayan_act_scan_get_mention_of (self, i, names);

      if (mention != NULL && bayan_act_scan_skip_joint (self, i) == 0)
        {
          *iso3 = bayan_act_scan_get_country (self, mention);
          i = mention->end;
          while ((head & BAYAN_AW (PEOPLE)) != 0 && mention->mention->type == BAYAN_MENTION_GPE && i < end
                 && bayan_act_scan_get_mention_of (self, i, BAYAN_ACT_TYPE (GPE)) != NULL
                 && bayan_act_scan_skip_joint (self, i) > 0)
            {
              *iso3 = NULL;
              i = bayan_act_scan_get_mention (self, i)->end;
            }
          return i;
        }
      if (!bayan_act_scan_has_flag (self, i, BAYAN_WORD_ARABIC)
          || bayan_act_scan_get_mention (self, i) != NULL
          || (bayan_act_scan_get_whole (self, i) & BAYAN_ACT_PARTICLES) != 0
          || bayan_key_ends (bayan_act_scan_get_key (self, i), "ه"))
        return at;
      if (bayan_act_is_definite (bayan_act_scan_get_key (self, i)))
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
          || (bayan_act_scan_get_classes (self, at) & BAYAN_ACT_PARTICLES) != 0
          || bayan_key_begins (next, "ال")
          || !(bayan_key_ends (next, "ون") || bayan_key_ends (next, "ين") || bayan_key_ends (next, "ية")
               || bayan_key_ends (next, "ي") || bayan_key_ends (next, "ة") || bayan_key_ends (next, "ول")
               || bayan_key_ends (next, "بار") || bayan_key_ends (next, "ع")))
        break;
    }
  if (bayan_key_is (key, "مصدر") && at + 1 < end && bayan_act_scan_is (self, at, "في"))
    return bayan_act_scan_get_mention (self, at + 1) != NULL ? bayan_act_scan_get_mention (self, at + 1)->end
                                                             : at + 2; /* مصدر في الخارجية */
  if (at == head_at + 1 && !bayan_key_ends (key, "ون") && (head & BAYAN_AW (PEOPLE)) == 0)
    return 0;
  if (at + 1 < end && (bayan_act_scan_is (self, at, "من") || bayan_act_scan_is (self, at, "عن"))
      && bayan_act_scan_get_mention_of (self, at + 1, BAYAN_ACT_TYPE (ORG) | BAYAN_ACT_TYPE (GPE)) != NULL)
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
gboolean
bayan_act_take_head (const BayanActScan *self, BayanActPhrase *phrase, guint at, guint end, gboolean joined)
{
  guint64 head = bayan_act_get_head (self, at, joined) & BAYAN_ACT_HEADS;
  const char *key = bayan_act_scan_get_key (self, at) + (joined ? BAYAN_LETTER_BYTES : 0);
  const char *iso3 = NULL;
  const BayanActMention *person;
  guint behind;

  if (head == 0)
    return FALSE;
  if (bayan_act_is_definite (key))
    behind = skip_adjectives (self, head, at + 1, end, &iso3);
  else if (bayan_key_ends (key, "ه") || bayan_key_ends (key, "ها") || bayan_key_ends (key, "هم"))
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
  phrase->agreement = bayan_act_get_number (head);
  phrase->gathering = (bayan_act_scan_get_noun (self, at) & BAYAN_AW (GATHERING)) != 0;
  phrase->kind = (head & BAYAN_AW (PEOPLE)) != 0                         ? BAYAN_PHRASE_PEOPLE
                 : (head & (BAYAN_AW (BODY_M) | BAYAN_AW (BODY_F))) != 0 ? BAYAN_PHRASE_BODY
                                                                         : BAYAN_PHRASE_NAME;
  person = (head & (BAYAN_AW (SPEAKER) | BAYAN_AW (PAIR))) != 0
               ? bayan_act_find_holder (self, &behind, end, &iso3)
               : NULL;
  if (person != NULL)
    bayan_act_take_person (self, phrase, person, iso3);
  else
    bayan_act_add_actor (self, phrase, bayan_act_scan_get_span (self, at, phrase->end), NULL,
                         (head & (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR))) != 0 ? NULL : iso3);
  return TRUE;
}

/* 83 دولة غربية وعربية */
gboolean
bayan_act_take_count (const BayanActScan *self, BayanActPhrase *phrase, guint at, guint end)
{
  const BayanActMention *number = bayan_act_scan_get_mention_of (self, at, BAYAN_ACT_TYPE (CARDINAL));
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
                 && (bayan_act_scan_get_classes (self, behind) & BAYAN_ACT_PARTICLES) == 0
                 && self->tokens[behind].word == NULL
                 && bayan_key_ends (bayan_act_scan_get_key (self, behind), "ة");)
    behind++;
  phrase->end = behind;
  phrase->kind = BAYAN_PHRASE_PEOPLE;
  phrase->agreement = BAYAN_AGREES_PLURAL;
  bayan_act_add_actor (self, phrase, bayan_act_scan_get_span (self, at, behind), NULL, NULL);
  return TRUE;
}
