/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a verb has its subject, and the subjects of verbs before it (shared/arabic.md §5.2). */
#include "bayan-act-phrase.h"

#define SUBJECT_WORDS_MAX 24 /* between a verb and its subject */

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
    return bayan_key_is_among (key, masculine_states) ? BAYAN_AGREES_MASCULINE : BAYAN_AGREES_FEMININE;
  if (phrase->kind == BAYAN_PHRASE_NAME && (noun & BAYAN_AW (SPEAKER)) == 0)
    return 0;
  if ((bayan_key_ends (key, "ة") && (noun & BAYAN_AW (PEOPLE)) == 0)
      || (bayan_key_ends (key, "ات") && (noun & BAYAN_AW (PEOPLE)) != 0) || bayan_key_is (key, "الدول")
      || bayan_key_is (key, "دول"))
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

  if ((noun & (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR))) != 0 && bayan_key_ends (key, "ين"))
    return FALSE;
  return gender == 0 || (verb_agreement & other) == 0 || (verb_agreement & gender) != 0;
}

/* Behind the noun phrase that a preposition at @at governs. */
static guint
skip_governed (const BayanActScan *self, guint at, guint end)
{
  static const char *const classifiers[] = { "العاصمة", "عاصمة", "مدينة", "محافظة", "ولاية", "بلدة",
                                             "اقليم",   "منطقة", "قصر",   "مقر",    NULL };
  const BayanActMention *mention = bayan_act_scan_get_mention (self, at);
  BayanActPhrase met;
  guint noun;
  gboolean indefinite, classifies = bayan_key_is_among (bayan_act_scan_get_key (self, at), classifiers);

  if (mention != NULL)
    return bayan_act_parse_phrase (self, at, end, FALSE, &met) ? met.end : mention->end;
  indefinite = !bayan_act_is_definite (bayan_act_scan_get_key (self, at));
  if ((bayan_act_scan_get_noun (self, at) & BAYAN_AW (GATHERING)) != 0
      && (bayan_key_ends (bayan_act_scan_get_key (self, at), "ه")
          || bayan_key_ends (bayan_act_scan_get_key (self, at), "ها"))
      && bayan_act_parse_phrase (self, at + 1, end, FALSE, &met))
    return met.end;                         /* لقائه الرئيس */
  if (bayan_act_scan_is (self, at, "جديد")) /* من جديد: once more */
    return at + 1;
  for (at++; at < end; at++)
    {
      const char *key = bayan_act_scan_get_key (self, at);

      mention = bayan_act_scan_get_mention (self, at);
      if (bayan_act_get_preposition (self, at, &noun) != 0)
        break;
      if (mention != NULL && mention->mention->type == BAYAN_MENTION_NORP)
        continue;
      if (mention != NULL && classifies && bayan_act_scan_skip_joint (self, at) == 0)
        return mention->end;
      if (!bayan_act_scan_has_flag (self, at, BAYAN_WORD_ARABIC) || mention != NULL
          || (bayan_act_scan_get_classes (self, at) & (BAYAN_ACT_PARTICLES | BAYAN_ACT_HEADS)) != 0)
        break;
      if (!(bayan_key_ends (key, "ي") || bayan_key_ends (key, "ية") || bayan_key_ends (key, "ة")
            || (bayan_key_ends (key, "ى") && bayan_act_is_definite (key)) || indefinite))
        break;
      indefinite = indefinite && !bayan_act_is_definite (key);
    }
  return at;
}

/* وأضاف، عقب لقائه الرئيس، أن …: between the commas there is no subject */
static gboolean
goes_on_with_that (const BayanActScan *self, guint at, guint end)
{
  while (at + 1 < end && !bayan_act_scan_is_comma (self, at))
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

  if (bayan_act_scan_is_comma (self, at) && goes_on_with_that (self, at + 1, limit))
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
      if (mention != NULL
          && (1u << mention->mention->type & (BAYAN_ACT_TYPE (DATE) | BAYAN_ACT_TYPE (TIME))) != 0)
        at = mention->end;
      else if ((whole & BAYAN_AW (ADVERB)) != 0 || bayan_act_scan_is_comma (self, at))
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

gboolean
bayan_act_agrees (const BayanActPhrase *subject, guint agreement)
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
    if (bayan_act_agrees (&self->subjects[i], agreement))
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
