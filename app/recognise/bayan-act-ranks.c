/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a verb stands: at the beginning, joined, behind a comma, in a clause that is said. Only verbs of the first rank are
 * acts. */
#include "bayan-act-reader.h"

#define OPENING_WORDS_MAX 30 /* before the first verb */
/* What persons do by saying something: also in a relative clause that is about them. */
#define SAID                                                                                                 \
  (1u << BAYAN_ACT_STATE | 1u << BAYAN_ACT_STRESS | 1u << BAYAN_ACT_COMMIT | 1u << BAYAN_ACT_PLEDGE          \
   | 1u << BAYAN_ACT_WELCOME | 1u << BAYAN_ACT_PRAISE | 1u << BAYAN_ACT_ACKNOWLEDGE                          \
   | 1u << BAYAN_ACT_CONCERN | 1u << BAYAN_ACT_CONDEMN | 1u << BAYAN_ACT_URGE)

/* قد, سوف: belong to the verb, and say nothing of its rank */
static gboolean
is_auxiliary (const BayanActScan *scan, guint index)
{
  const char *key = bayan_act_scan_get_key (scan, index) + bayan_act_scan_skip_joint (scan, index);

  return bayan_key_is (key, "قد") || bayan_key_is (key, "سوف") || bayan_key_is (key, "لقد")
         || bayan_key_is (key, "فقد");
}

/* إننا نؤكد, فإننا نؤكد */
static gboolean
is_behind_we (const BayanActScan *scan, const BayanActVerb *verb)
{
  const char *key = bayan_act_scan_get_key (scan, verb->group - 1);

  return (verb->form->agreement & BAYAN_AGREES_SPEAKER) != 0
         && (bayan_key_is (key, "اننا") || bayan_key_is (key, "فاننا") || bayan_key_is (key, "واننا"));
}

/* لكن, لكنه, غير أن, إلا أنه, فإنه: begins a clause of the first rank in the middle of a sentence. How many words it has
 * that stands at word @at; 0 if none does. */
guint
bayan_act_count_adversative (const BayanActScan *scan, guint at)
{
  guint64 whole = bayan_act_scan_get_whole (scan, at);

  if ((whole & BAYAN_AW (TURN)) != 0)
    return 1;
  return (whole & BAYAN_AW (TURN_WITH_THAT)) != 0
                 && (bayan_act_scan_get_whole (scan, at + 1) & BAYAN_AW (THAT)) != 0
             ? 2
             : 0;
}

/* How many words such a beginning has that ends before word @at. */
static guint
count_adversative_before (const BayanActScan *scan, guint first, guint at)
{
  for (guint n = 1; n <= 2 && first + n <= at; n++)
    if (bayan_act_count_adversative (scan, at - n) == n)
      return n;
  return 0;
}

/* Goes back over لم, قد, كما and the like. */
void
bayan_act_find_place (const BayanActReader *self, BayanActVerb *verb)
{
  const BayanActScan *scan = self->scan;
  gboolean opened = FALSE, turns = FALSE;
  guint64 before;

  verb->group = verb->at;
  while (verb->group > self->first && !verb->joined && !opened)
    {
      guint previous = verb->group - 1;
      guint64 classes = bayan_act_scan_get_classes (scan, previous);
      gboolean negation = (classes & BAYAN_AW (NEGATION)) != 0
                          && ((classes & BAYAN_AW (RELATIVE)) == 0
                              || (verb->form->senses->flags & BAYAN_VERB_STILL) != 0);

      guint adversative = count_adversative_before (scan, self->first, verb->group);

      if (adversative > 0)
        {
          verb->group -= adversative;
          opened = turns = TRUE;
          break;
        }
      if (scan->tokens[previous].mention >= 0 || !(negation || (classes & BAYAN_AW (OPENER)) != 0))
        break;
      verb->negated = verb->negated || negation;
      verb->group = previous;
      verb->joined = bayan_act_scan_skip_joint (scan, previous) > 0
                     || bayan_act_scan_is (scan, previous, "فقد")
                     || bayan_act_scan_is (scan, previous, "لقد");
      opened = !negation && !verb->joined && !is_auxiliary (scan, previous);
    }
  if (turns)
    verb->place = BAYAN_PLACE_OPENED;
  else if (verb->group == self->first)
    verb->place = BAYAN_PLACE_START;
  else if (verb->joined || is_behind_we (scan, verb))
    verb->place = BAYAN_PLACE_JOINED;
  else if (opened)
    verb->place = BAYAN_PLACE_OPENED;
  else
    {
      before = bayan_act_scan_get_classes (scan, verb->group - 1);
      if (bayan_act_scan_is (scan, verb->group - 1, "حين") && verb->group >= 2
          && bayan_act_scan_is (scan, verb->group - 2, "في"))
        {
          verb->place = BAYAN_PLACE_OPENED;
          return;
        }
      if (bayan_act_scan_is (scan, verb->group - 1, "؛"))
        verb->place = BAYAN_PLACE_START;
      else if (self->has_main && scan->partners[verb->group - 1] > verb->group - 1)
        verb->place = BAYAN_PLACE_BLOCKED; /* the first word of what is quoted */
      else if (bayan_act_scan_is_punctuation (scan, verb->group - 1))
        verb->place = BAYAN_PLACE_COMMA;
      else if ((before & BAYAN_AW (RELATIVE)) != 0)
        verb->place = BAYAN_PLACE_RELATIVE;
      else if ((before & (BAYAN_AW (THAT) | BAYAN_AW (SUBORDINATE) | BAYAN_AW (PREPOSITION))) != 0)
        verb->place = BAYAN_PLACE_BLOCKED;
      else
        verb->place = BAYAN_PLACE_INSIDE;
    }
}

/* …، أشار فيها إلى, وأعلن فيه عن: about what stands before it, and nobody is named */
gboolean
bayan_act_refers_back (const BayanActReader *self, const BayanActVerb *verb)
{
  return (verb->place == BAYAN_PLACE_COMMA || verb->place == BAYAN_PLACE_INSIDE
          || verb->place == BAYAN_PLACE_JOINED)
         && (bayan_act_scan_is (self->scan, verb->at + 1, "فيه")
             || bayan_act_scan_is (self->scan, verb->at + 1, "فيها"));
}

/* A plain form that is also another word has to show that it is a verb. */
gboolean
bayan_act_is_surely_verb (const BayanActReader *self, const BayanActVerb *verb,
                          const BayanActSubject *subject)
{
  const BayanVerbForm *form = verb->form;
  const BayanActScan *scan = self->scan;

  if (!form->plain || (form->senses->flags & BAYAN_VERB_NOUN) == 0)
    return TRUE;
  if (self->item && verb->place == BAYAN_PLACE_START)
    return FALSE;
  if (bayan_act_scan_has_flag (scan, verb->at, BAYAN_WORD_HAS_SHADDA)
      || (verb->group < verb->at && is_auxiliary (scan, verb->at - 1)))
    return TRUE;
  if (subject->source == BAYAN_ACTOR_NAMED && g_str_equal (subject->rule, "act/verb-actor"))
    {
      /* طلب الوزير at the beginning is a verb; وطلب الوزير in the middle may be one thing of two. */
      guint between = subject->phrase.first - verb->at - 1;

      if (verb->place == BAYAN_PLACE_START || bayan_act_may_follow (scan, form, subject->after, self->end))
        return TRUE;
      return between <= 2 && (form->senses->needs == 0 || verb->place == BAYAN_PLACE_OPENED);
    }
  if (g_str_equal (subject->rule, "act/two-actors")
      || bayan_act_may_follow (scan, form, verb->at + 1, self->end))
    return TRUE;
  /* …، ورفض أي تدخل: goes on with the same subject */
  return form->senses->needs == 0 && verb->joined && self->region == BAYAN_REGION_MAIN && self->has_main
         && self->main_tense == BAYAN_TENSE_PAST && bayan_act_scan_is_comma (scan, verb->group - 1)
         && bayan_act_scan_has_flag (scan, verb->at + 1, BAYAN_WORD_ARABIC)
         && (bayan_act_scan_get_whole (scan, verb->at + 1) & BAYAN_AW (PREPOSITION)) == 0;
}

/* لم يستبعد: what did not happen is past. */
guint
bayan_act_get_tense (const BayanActScan *scan, const BayanActVerb *verb)
{
  const char *key = verb->negated && verb->at > 0 ? bayan_act_scan_get_key (scan, verb->at - 1) : "";

  return bayan_key_ends (key, "لم") ? BAYAN_TENSE_PAST : verb->form->tense;
}

/* Whether a verb at such a place is of the first rank. */
gboolean
bayan_act_is_main (const BayanActReader *self, const BayanActVerb *verb, const BayanActSubject *subject)
{
  gboolean named = subject->source == BAYAN_ACTOR_NAMED;
  guint tense = bayan_act_get_tense (self->scan, verb);
  gboolean past = tense == BAYAN_TENSE_PAST;
  gboolean same = tense == self->main_tense;

  switch (verb->place)
    {
    case BAYAN_PLACE_START:
    case BAYAN_PLACE_OPENED:
      return TRUE;
    case BAYAN_PLACE_COMMA:
      return named || g_str_equal (subject->rule, "act/two-actors") || (self->introduced && same)
             || (verb->form->agreement & BAYAN_AGREES_SPEAKER) != 0
             || (!self->has_main && self->region == BAYAN_REGION_MAIN);
    case BAYAN_PLACE_JOINED:
      if ((verb->form->agreement & BAYAN_AGREES_SPEAKER) != 0)
        return TRUE;
      if (self->region == BAYAN_REGION_MAIN)
        return named || (self->has_main && same);
      return self->has_main && same
             && (past || named || bayan_act_scan_is_comma (self->scan, verb->group - 1))
             && (named || bayan_act_agrees (&self->last, verb->form->agreement));
    case BAYAN_PLACE_RELATIVE:
      return (SAID & 1u << verb->form->senses->act_class) != 0;
    case BAYAN_PLACE_INSIDE:
      if (g_str_equal (subject->rule, "act/actor-verb"))
        return TRUE;
      return named && !self->has_main && self->region == BAYAN_REGION_MAIN
             && verb->at < self->first + OPENING_WORDS_MAX;
    case BAYAN_PLACE_BLOCKED:
    default:
      return FALSE;
    }
}

/* اُعلن: with the vowel of the passive behind its first letter; دعيت also without */
gboolean
bayan_act_is_passive (const BayanActScan *scan, const BayanActVerb *verb)
{
  const BayanWord *word = &scan->words->words[verb->at];
  const char *text = scan->words->text + word->span.start.byte;
  guint skip = verb->joined && verb->group == verb->at ? 1 : 0;

  if (verb->form->passive)
    return TRUE;
  if ((word->flags & BAYAN_WORD_HAS_MARKS) == 0)
    return FALSE;
  for (guint i = 0; i < skip + 1; i++)
    {
      text = g_utf8_next_char (text);
      while (i < skip && g_unichar_ismark (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
    }
  return g_utf8_get_char (text) == 0x064F;
}
