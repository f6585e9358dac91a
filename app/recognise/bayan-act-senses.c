/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reporting verb does, by what follows it: the first row of acts.tsv that holds, then the noun of the complement
 * or the words of what is said. */
#include "bayan-act-scan.h"

#include <string.h>

#define COMPLEMENT_WORDS_MAX 40 /* between a verb and its preposition */
#define OBJECT_WORDS_MAX 14
#define CONTENT_WORDS_MAX 32
#define CUE_WORDS_MAX 14
#define MONEY_WORDS_MAX 10

static const struct {
  const char *key;
  guint32 needs;
} prepositions[] = {
  { "على", BAYAN_NEEDS_ALA }, { "عن", BAYAN_NEEDS_AN }, { "الى", BAYAN_NEEDS_ILA },
  { "من", BAYAN_NEEDS_MIN },  { "في", BAYAN_NEEDS_FI }, { "مع", BAYAN_NEEDS_MAA },
};

/* The preposition at word @index, a word of its own or a ب or ل, and the noun that it governs; 0 if there is none. */
guint32
bayan_act_get_preposition (const BayanActScan *self, guint index, guint *noun)
{
  const char *key = bayan_act_scan_get_key (self, index);
  const BayanActMention *mention = bayan_act_scan_get_mention (self, index);
  guint64 whole = bayan_act_scan_get_whole (self, index);

  for (guint i = 0; (whole & BAYAN_AW (PREPOSITION)) != 0 && i < G_N_ELEMENTS (prepositions); i++)
    if (strcmp (key, prepositions[i].key) == 0)
      {
        *noun = index + 1;
        return prepositions[i].needs;
      }
  *noun = index + 1;
  if (bayan_key_is (key, "ب"))
    return BAYAN_NEEDS_BI;
  if (bayan_key_is (key, "ل"))
    return BAYAN_NEEDS_LI;
  *noun = index;
  if (!bayan_act_scan_has_flag (self, index, BAYAN_WORD_ARABIC) || strlen (key) < 3 * BAYAN_LETTER_BYTES)
    return 0;
  if (mention != NULL && mention->mention->span.start.byte == self->words->words[index].span.start.byte
      && !bayan_key_begins (key, "لل"))
    return 0;
  if ((whole
       & ~(BAYAN_AW (BY) | BAYAN_AW (LED) | BAYAN_AW (JOINING) | BAYAN_AW (MEMBER) | BAYAN_AW (INVITED)))
          != 0
      || (self->tokens[index].mention >= 0 && mention == NULL))
    return 0;
  if (bayan_key_begins (key, "ب"))
    return BAYAN_NEEDS_BI;
  return bayan_key_begins (key, "ل") ? BAYAN_NEEDS_LI : 0;
}

/* في الختام, في ختام الجلسة, في بيان صحفي: where it is said; @at where it is nothing of that */
static guint
skip_setting (const BayanActScan *self, guint at, guint end)
{
  static const char *const with_noun[] = { "ختام", "مستهل", "نهاية", "بداية", "اعقاب", "اطار", "سياق", NULL };
  static const char *const papers[] = { "بيان", "تصريح", "تصريحات", "كلمة", "مؤتمر", NULL };
  const char *key = bayan_act_scan_get_key (self, at);

  if (bayan_key_is (key, "الختام"))
    return at + 1;
  if (bayan_key_is_among (key, with_noun) && at + 2 < end)
    return at + 2;
  if (!bayan_key_is_among (key, papers))
    return at;
  for (at++; at < end; at++)
    {
      key = bayan_act_scan_get_key (self, at);
      if (self->tokens[at].mention >= 0
          || !(bayan_key_begins (key, "صح") || bayan_key_begins (key, "مشترك")
               || bayan_key_begins (key, "رسمي") || bayan_key_begins (key, "متلفز")))
        break;
    }
  return at;
}

/* تحفظت عليه, أعرضت عنه: the preposition that a word with a pronoun is; 0 for another word */
static guint32
get_pronoun_preposition (const BayanActScan *self, guint index)
{
  static const struct {
    const char *word;
    guint32 needs;
  } words[] = {
    { "عليه", BAYAN_NEEDS_ALA },  { "عليها", BAYAN_NEEDS_ALA }, { "عنه", BAYAN_NEEDS_AN },
    { "عنها", BAYAN_NEEDS_AN },   { "به", BAYAN_NEEDS_BI },     { "بها", BAYAN_NEEDS_BI },
    { "منه", BAYAN_NEEDS_MIN },   { "منها", BAYAN_NEEDS_MIN },  { "اليه", BAYAN_NEEDS_ILA },
    { "اليها", BAYAN_NEEDS_ILA },
  };
  const char *key = bayan_act_scan_get_key (self, index);

  if ((bayan_act_scan_get_whole (self, index) & BAYAN_AW (ADVERB)) == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (key, words[i].word) == 0)
      return words[i].needs;
  return 0;
}

/* Behind adverbs, dates, and words like deep and sincere. */
guint
bayan_act_skip_to_noun (const BayanActScan *self, guint at, guint end, gboolean also_intensifiers)
{
  while (at < end)
    {
      const BayanActMention *mention = bayan_act_scan_get_mention (self, at);
      guint64 whole = bayan_act_scan_get_whole (self, at);

      if (mention != NULL
          && (mention->mention->type == BAYAN_MENTION_DATE || mention->mention->type == BAYAN_MENTION_TIME))
        at = mention->end;
      else if ((whole & BAYAN_AW (ADVERB)) != 0
               || (also_intensifiers && (whole & BAYAN_AW (INTENSIFIER)) != 0)
               || bayan_act_scan_has_flag (self, at, BAYAN_WORD_QUOTE))
        at++;
      else if (bayan_act_scan_is (self, at, "من") && bayan_act_scan_is (self, at + 1, "جديد"))
        at += 2;
      else if (bayan_act_scan_is (self, at, "في") && skip_setting (self, at + 1, end) > at + 1)
        at = skip_setting (self, at + 1, end);
      else
        break;
    }
  return at;
}

/* TRUE if an object may begin at word @at: no preposition, no particle. */
gboolean
bayan_act_is_object (const BayanActScan *self, guint at, guint end)
{
  guint noun;

  return at < end && bayan_act_scan_has_flag (self, at, BAYAN_WORD_ARABIC | BAYAN_WORD_NUMBER)
         && bayan_act_get_preposition (self, at, &noun) == 0
         && (bayan_act_scan_get_whole (self, at)
             & (BAYAN_AW (THAT) | BAYAN_AW (RELATIVE) | BAYAN_AW (PREPOSITION) | BAYAN_AW (OPENER)
                | BAYAN_AW (SUBORDINATE)))
                == 0;
}

static gboolean
fits (const BayanActScan *self, const BayanVerbSense *sense, guint noun)
{
  const BayanActMention *mention = bayan_act_scan_get_mention (self, noun);

  if (sense->objects == 0 && sense->words == NULL)
    return TRUE;
  if ((sense->flags & BAYAN_VERB_MONEY) != 0 && mention != NULL
      && mention->mention->type == BAYAN_MENTION_MONEY)
    return TRUE;
  return (bayan_act_scan_get_noun (self, noun) & sense->objects) != 0
         || (sense->words != NULL && bayan_act_scan_has_word (self, noun, sense->words));
}

/* The object of a row with nouns: not always the first word behind the verb, but none behind a preposition. */
static guint
find_object (const BayanActScan *self, const BayanVerbSense *sense, guint at, guint end)
{
  guint limit = MIN (end, at + OBJECT_WORDS_MAX), noun;

  for (guint i = at; i < limit; i++)
    {
      guint64 whole = bayan_act_scan_get_whole (self, i);
      guint64 before = i > at ? bayan_act_scan_get_whole (self, i - 1) : 0;

      if ((whole & (BAYAN_AW (THAT) | BAYAN_AW (RELATIVE) | BAYAN_AW (SUBORDINATE))) != 0)
        return BAYAN_NO_WORD;
      if ((before & BAYAN_AW (PREPOSITION)) == 0 && bayan_act_get_preposition (self, i, &noun) == 0
          && fits (self, sense, i))
        return i;
    }
  return BAYAN_NO_WORD;
}

static gboolean
is_quote (const BayanActScan *self, guint index)
{
  if (!bayan_act_scan_has_flag (self, index, BAYAN_WORD_PUNCTUATION))
    return FALSE;
  return bayan_act_scan_is (self, index, ":")
         || (bayan_act_scan_has_flag (self, index, BAYAN_WORD_QUOTE) && self->partners[index] > index + 2);
}

/* What a verb governs between @at and @end, the first of it: the word and which of BayanNeeds it is. */
typedef struct {
  guint32 kind;
  guint noun;          /* behind a preposition; of a clause its first word */
  gboolean has_letter; /* the preposition is its first letter */
} Complement;

/* للتعليم: ل and the article are one */
static gboolean
is_lil (const BayanActScan *self, guint index)
{
  return bayan_key_begins (bayan_act_scan_get_key (self, index), "لل");
}

static gboolean
find_governed (const BayanActScan *self, const BayanVerbSense *sense, guint at, guint end, Complement *found)
{
  guint limit = MIN (end, at + COMPLEMENT_WORDS_MAX), noun;

  for (guint i = at; i < limit; i++)
    {
      guint64 whole = bayan_act_scan_get_whole (self, i);
      guint32 kind;

      if ((whole & BAYAN_AW (THAT)) != 0)
        kind = BAYAN_NEEDS_THAT, noun = i + 1;
      else if (is_quote (self, i))
        kind = BAYAN_NEEDS_QUOTE, noun = i + 1;
      else if ((whole & BAYAN_AW (RELATIVE)) != 0 && i == at)
        return FALSE;
      else
        kind = bayan_act_get_preposition (self, i, &noun);
      if ((kind & sense->needs) == 0 || noun >= end)
        continue;
      if ((kind & (BAYAN_NEEDS_THAT | BAYAN_NEEDS_QUOTE)) == 0)
        {
          guint governed = noun;

          noun = bayan_act_skip_to_noun (self, noun, end, sense->objects != 0);
          if ((bayan_act_scan_get_whole (self, noun) & BAYAN_AW (THAT)) != 0)
            *found = (Complement) { BAYAN_NEEDS_THAT, noun + 1, FALSE };
          else if (fits (self, sense, noun))
            *found = (Complement) { kind, noun, noun == i && governed == i && !is_lil (self, i) };
          else
            continue;
          return TRUE;
        }
      *found = (Complement) { kind, noun, FALSE };
      return TRUE;
    }
  return FALSE;
}

/* Whether the row holds, and with what. */
static gboolean
holds (const BayanActScan *self, const BayanVerbSense *sense, guint after, guint end, Complement *found)
{
  const guint direct = after + (bayan_act_scan_is_comma (self, after) ? 1 : 0);
  const gboolean what = bayan_act_scan_is (self, direct, "ما"); /* نفى ما تداولته الصحف */
  static const BayanVerbSense any = { .needs = BAYAN_NEEDS_THAT | BAYAN_NEEDS_QUOTE | BAYAN_NEEDS_ALA
                                               | BAYAN_NEEDS_AN | BAYAN_NEEDS_ILA | BAYAN_NEEDS_BI };
  guint object = bayan_act_skip_to_noun (self, after, end, FALSE);

  if ((sense->needs & BAYAN_NEEDS_OBJECT) != 0)
    {
      guint noun = sense->objects != 0 || sense->words != NULL ? find_object (self, sense, after, end)
                   : bayan_act_is_object (self, object, end)   ? object
                                                               : BAYAN_NO_WORD;

      if (noun != BAYAN_NO_WORD)
        {
          *found = (Complement) { BAYAN_NEEDS_OBJECT, noun, FALSE };
          return TRUE;
        }
    }
  if (sense->needs != 0 && sense->objects == 0 && sense->words == NULL
      && (get_pronoun_preposition (self, after) & sense->needs) != 0)
    {
      *found = (Complement) { 0, BAYAN_NO_WORD, FALSE };
      return TRUE;
    }
  if (sense->needs != 0)
    return find_governed (self, sense, after, end, found);
  if (bayan_act_is_object (self, object, end) || (what && direct < end))
    *found = (Complement) { BAYAN_NEEDS_OBJECT, what ? direct : object, FALSE };
  else if (!find_governed (self, &any, after, end, found))
    *found = (Complement) { 0, BAYAN_NO_WORD, FALSE };
  return TRUE;
}

/* The class that a noun gives its verb. */
static gboolean
class_of_noun (guint64 noun, BayanActClass *act_class)
{
  static const struct {
    guint64 noun;
    BayanActClass act_class;
  } classes[] = {
    { BAYAN_AW (COMMIT), BAYAN_ACT_COMMIT },   { BAYAN_AW (SUPPORT), BAYAN_ACT_SUPPORT },
    { BAYAN_AW (CONCERN), BAYAN_ACT_CONCERN }, { BAYAN_AW (CONDEMN), BAYAN_ACT_CONDEMN },
    { BAYAN_AW (PRAISE), BAYAN_ACT_PRAISE },   { BAYAN_AW (WELCOME), BAYAN_ACT_WELCOME },
    { BAYAN_AW (URGE), BAYAN_ACT_URGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if ((noun & classes[i].noun) != 0)
      {
        *act_class = classes[i].act_class;
        return TRUE;
      }
  return FALSE;
}

/* أعرب عن [قلقه], أكد [التزام] …, جدد التأكيد على [دعمه] */
static void
let_noun_decide (const BayanActScan *self, const Complement *complement, guint end,
                 BayanActDecision *decision)
{
  guint noun = bayan_act_skip_to_noun (self, complement->noun, end, TRUE);

  for (guint n = 0; n < 3 && noun < end; n++)
    {
      guint64 classes = bayan_act_scan_get_noun (self, noun);
      guint governed;

      if (class_of_noun (classes, &decision->act_class))
        {
          decision->complement = noun;
          return;
        }
      /* Of what one expresses the first noun may only say how much: عن أعمق التعازي */
      if ((classes & BAYAN_AW (SHIFT)) == 0
          && !(complement->kind == BAYAN_NEEDS_AN && n == 0 && classes == 0))
        return;
      noun = bayan_act_skip_to_noun (self, noun + 1, end, TRUE);
      if (noun < end && bayan_act_get_preposition (self, noun, &governed) != 0)
        noun = bayan_act_skip_to_noun (self, governed, end, TRUE);
    }
}

/* What is said gives thanks, welcomes, demands, or points to a danger. */
static void
let_content_decide (const BayanActScan *self, guint at, guint end, BayanActDecision *decision)
{
  static const struct {
    guint64 cue;
    BayanActClass act_class;
  } cues[] = {
    { BAYAN_AW (CUE_URGE), BAYAN_ACT_URGE },
    { BAYAN_AW (CUE_PRAISE), BAYAN_ACT_PRAISE },
    { BAYAN_AW (CUE_WELCOME), BAYAN_ACT_WELCOME },
    { BAYAN_AW (CUE_CONDEMN), BAYAN_ACT_CONDEMN },
  };
  guint limit = MIN (end, at + CONTENT_WORDS_MAX);

  for (guint i = at; i < limit; i++)
    {
      guint64 classes = bayan_act_scan_get_classes (self, i);

      for (guint c = 0; i < at + CUE_WORDS_MAX && c < G_N_ELEMENTS (cues); c++)
        if ((classes & cues[c].cue) != 0)
          {
            decision->act_class = cues[c].act_class;
            decision->complement = i;
            return;
          }
      if (decision->act_class == BAYAN_ACT_STRESS && i < at + CUE_WORDS_MAX
          && (classes & BAYAN_AW (CUE_FUTURE)) != 0)
        {
          decision->act_class = BAYAN_ACT_STATE;
          return;
        }
      for (guint k = 1;
           decision->act_class == BAYAN_ACT_STATE && (classes & BAYAN_AW (CUE_POSE)) != 0 && k <= 3; k++)
        if ((bayan_act_scan_get_classes (self, i + k) & BAYAN_AW (CUE_GRAVE)) != 0)
          {
            decision->act_class = BAYAN_ACT_CONCERN;
            decision->complement = i + k;
            return;
          }
    }
}

/* يلاحظ بقلق تزايد …, يلاحظ بارتياح …: how one notes it says what noting it does */
static void
take_manner (const BayanActScan *self, Complement *complement, guint end, BayanActDecision *decision)
{
  guint at = bayan_act_skip_to_noun (self, complement->noun + 1, end, TRUE);

  if (!class_of_noun (bayan_act_scan_get_noun (self, complement->noun)
                          & (BAYAN_AW (CONCERN) | BAYAN_AW (PRAISE) | BAYAN_AW (WELCOME)),
                      &decision->act_class))
    return;
  if (bayan_act_is_object (self, at, end))
    decision->content = at;
}

/* The first amount between @at and @end. */
static gint32
find_money (const BayanActScan *self, guint at, guint end)
{
  for (guint i = at; i < end; i++)
    {
      const BayanActMention *mention = bayan_act_scan_get_mention (self, i);

      if (mention != NULL && mention->mention->type == BAYAN_MENTION_MONEY)
        return self->tokens[i].mention;
    }
  return -1;
}

/* سيقدم, سوف يقدم */
static gboolean
is_future (const BayanActScan *self, guint verb)
{
  const char *key = bayan_act_scan_get_key (self, verb) + bayan_act_scan_skip_joint (self, verb);

  return bayan_key_begins (key, "س") || (verb > 0 && bayan_act_scan_is (self, verb - 1, "سوف"));
}

/* ستسهم, سيقدم: in the future somebody gives */
static gboolean
is_giving (const BayanActScan *self, guint index)
{
  const BayanActWord *word = index < self->n_tokens ? self->tokens[index].word : NULL;
  const BayanVerbForm *form = word != NULL ? bayan_act_lexicon_get_form (self->lexicon, word->form) : NULL;
  const BayanVerbSense *sense = form != NULL ? form->senses : NULL;

  if ((bayan_act_scan_get_classes (self, index) & BAYAN_AW (CUE_GIVE)) != 0)
    return TRUE;
  if (form == NULL || form->tense != BAYAN_TENSE_PRESENT || !is_future (self, index))
    return FALSE;
  while (sense->act_class != BAYAN_ACT_PLEDGE && !sense->last)
    sense++;
  return sense->act_class == BAYAN_ACT_PLEDGE;
}

/* An amount makes a pledge of what is announced only where giving is announced. */
static gboolean
gives (const BayanActScan *self, const BayanVerbSense *sense, const Complement *complement, guint end)
{
  guint limit = MIN (end, complement->noun + 6);

  if (sense->act_class == BAYAN_ACT_PLEDGE || sense->act_class == BAYAN_ACT_COMMIT)
    return TRUE;
  if (complement->kind != BAYAN_NEEDS_THAT && complement->kind != BAYAN_NEEDS_QUOTE)
    return (bayan_act_scan_get_noun (self, complement->noun) & (BAYAN_AW (AID) | BAYAN_AW (COMMIT))) != 0
           || find_money (self, complement->noun, complement->noun + 2) >= 0;
  for (guint i = complement->noun; i < limit; i++)
    if (is_giving (self, i))
      return TRUE;
  return FALSE;
}

static gboolean
take_money (const BayanActScan *self, const Complement *complement, guint after, BayanActDecision *decision)
{
  const BayanVerbSense *sense = decision->sense;
  guint from = complement->noun != BAYAN_NO_WORD ? complement->noun : after;

  decision->money = find_money (self, after, MIN (decision->end, from + MONEY_WORDS_MAX));
  if (decision->money >= 0 && complement->noun != BAYAN_NO_WORD
      && !gives (self, sense, complement, decision->end))
    decision->money = -1;
  if (decision->money >= 0)
    decision->act_class = BAYAN_ACT_PLEDGE;
  return decision->money >= 0 || sense->act_class != BAYAN_ACT_PLEDGE
         || (sense->flags & BAYAN_VERB_PLEDGE) != 0;
}

/**
 * bayan_act_decide:
 * @form: a form of a verb at word @verb
 * @after: the word behind it, or behind its subject; @end: of the sentence
 * @decision: (out): the row and the class
 *
 * Returns: FALSE if no row of the verb holds
 */
gboolean
bayan_act_decide (const BayanActScan *self, const BayanVerbForm *form, guint verb, guint after, guint end,
                  BayanActDecision *decision)
{
  guint clause = bayan_act_end_of_clause (self, after, end);

  for (const BayanVerbSense *sense = form->senses;; sense++)
    {
      Complement complement = { 0, BAYAN_NO_WORD, FALSE };

      if ((sense->flags & BAYAN_VERB_FUTURE) != 0 && !is_future (self, verb))
        {
          if (sense->last)
            return FALSE;
          continue;
        }
      *decision = (BayanActDecision) { sense, sense->act_class, BAYAN_NO_WORD, after, clause,
                                       -1,    BAYAN_NO_WORD,    FALSE };
      if ((holds (self, sense, after, clause, &complement)
           || (self->tokens[verb].has_pronoun && sense->needs == BAYAN_NEEDS_OBJECT && sense->objects == 0
               && sense->words == NULL))
          && ((sense->flags & BAYAN_VERB_MONEY) == 0 || take_money (self, &complement, after, decision)))
        {
          if (complement.noun != BAYAN_NO_WORD)
            decision->complement = decision->content = complement.noun;
          if (decision->act_class == sense->act_class && complement.noun != BAYAN_NO_WORD)
            {
              gboolean says = (complement.kind & (BAYAN_NEEDS_THAT | BAYAN_NEEDS_QUOTE)) != 0;

              if ((sense->flags & BAYAN_VERB_NOUNS) != 0 && !says)
                let_noun_decide (self, &complement, clause, decision);
              else if ((sense->flags & BAYAN_VERB_THREAT) != 0 && !says
                       && (bayan_act_scan_get_noun (self, complement.noun) & BAYAN_AW (THREAT)) != 0)
                decision->act_class = BAYAN_ACT_CONCERN;
              else if ((sense->flags & BAYAN_VERB_CONTENT) != 0 && says)
                let_content_decide (self, complement.noun, clause, decision);
              else if (sense->act_class == BAYAN_ACT_STATE && sense->needs == 0
                       && complement.kind == BAYAN_NEEDS_BI)
                take_manner (self, &complement, clause, decision);
            }
          if (decision->act_class == BAYAN_ACT_STATE && form->tense == BAYAN_TENSE_PRESENT
              && (form->agreement & BAYAN_AGREES_SPEAKER) != 0 && is_future (self, verb))
            decision->act_class = BAYAN_ACT_COMMIT;
          decision->has_letter = complement.has_letter && decision->content == complement.noun;
          bayan_act_aim (self, after, complement.kind, decision);
          return TRUE;
        }
      if (sense->last)
        return FALSE;
    }
}

/* TRUE if what a row of the verb needs follows nearby: enough to tell the verb from another word of its spelling. */
gboolean
bayan_act_may_follow (const BayanActScan *self, const BayanVerbForm *form, guint after, guint end)
{
  for (const BayanVerbSense *sense = form->senses;; sense++)
    {
      Complement complement;

      if (sense->needs != 0 && holds (self, sense, after, MIN (end, after + 6), &complement))
        return TRUE;
      if (sense->last)
        return FALSE;
    }
}

/* All that the rows of a verb need. */
guint32
bayan_act_get_needs (const BayanVerbSense *senses)
{
  guint32 needs = senses->needs;

  while (!senses->last)
    needs |= (++senses)->needs;
  return needs;
}
