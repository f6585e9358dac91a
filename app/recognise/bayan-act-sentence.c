/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one sentence from its beginning to its end: which of its verbs are acts, and whose. A verb is an act where it is
 * of the first rank: at the beginning, joined to such a one, behind its subject, or a participle that goes on. What
 * stands in a clause that is said (أن …) or in a relative clause is none, unless a person is what it is about. */
#include "bayan-act-scan.h"

#include <string.h>

#define OPENING_WORDS_MAX 30 /* before the first verb */
#define BY_NOUN_WORDS_MAX 8
#define HEADLINE_WORDS_MAX 8
#define DATELINE_WORDS_MAX 14
#define TITLE_WORDS_MAX 6

/* What even a verb that needs nothing governs. */
#define GOVERNED (BAYAN_NEEDS_ALA | BAYAN_NEEDS_AN | BAYAN_NEEDS_ILA | BAYAN_NEEDS_BI)
/* What persons do by saying something: also in a relative clause that is about them. */
#define SAID                                                                                                 \
  (1u << BAYAN_ACT_STATE | 1u << BAYAN_ACT_STRESS | 1u << BAYAN_ACT_COMMIT | 1u << BAYAN_ACT_PLEDGE          \
   | 1u << BAYAN_ACT_WELCOME | 1u << BAYAN_ACT_PRAISE | 1u << BAYAN_ACT_ACKNOWLEDGE                          \
   | 1u << BAYAN_ACT_CONCERN | 1u << BAYAN_ACT_CONDEMN | 1u << BAYAN_ACT_URGE)

typedef enum {
  PLACE_START,
  PLACE_OPENED, /* behind كما, حيث, فيما … */
  PLACE_COMMA,
  PLACE_JOINED, /* has a و or ف */
  PLACE_RELATIVE,
  PLACE_INSIDE,
  PLACE_BLOCKED,
} Place;

/* What the words read last belong to. */
typedef enum {
  REGION_MAIN,
  REGION_CONTENT,
  REGION_RELATIVE,
} Region;

typedef struct {
  BayanActScan *scan;
  BayanCleanSpan piece; /* the sentence, or the item of a list */
  guint first, end;
  Region region;
  gboolean has_main;
  guint main_tense;
  BayanActPhrase topic; /* the phrase that the sentence begins with */
  gboolean has_topic;
  gboolean introduced; /* by إن: whose all the items of a list are */
  gboolean answers;    /* أما فلان فقال: the ف of the verb joins it to nothing */
  gboolean item;       /* of a list */
  BayanActPhrase last; /* the subject of the last verb */
  gboolean has_last;
} Reader;

/* A verb and how it stands. */
typedef struct {
  const BayanVerbForm *form;
  guint at;
  guint group; /* the first word of the verb with its negation and particles */
  gboolean joined;
  gboolean negated;
  Place place;
} Verb;

static gboolean
is_comma (const BayanActScan *scan, guint index)
{
  return bayan_act_scan_is (scan, index, "،") || bayan_act_scan_is (scan, index, ",");
}

static gboolean
is_punctuation (const BayanActScan *scan, guint index)
{
  return bayan_act_scan_has_flag (scan, index, BAYAN_WORD_PUNCTUATION);
}

/* قد, سوف: belong to the verb, and say nothing of its rank */
static gboolean
is_auxiliary (const BayanActScan *scan, guint index)
{
  const char *key = bayan_act_scan_get_key (scan, index) + bayan_act_scan_skip_joint (scan, index);

  return strcmp (key, "قد") == 0 || strcmp (key, "سوف") == 0 || strcmp (key, "لقد") == 0
         || strcmp (key, "فقد") == 0;
}

/* إننا نؤكد, فإننا نؤكد */
static gboolean
is_behind_we (const BayanActScan *scan, const Verb *verb)
{
  const char *key = bayan_act_scan_get_key (scan, verb->group - 1);

  return (verb->form->agreement & BAYAN_AGREES_SPEAKER) != 0
         && (strcmp (key, "اننا") == 0 || strcmp (key, "فاننا") == 0 || strcmp (key, "واننا") == 0);
}

/* Goes back over لم, قد, كما and the like. */
static void
find_place (const Reader *self, Verb *verb)
{
  const BayanActScan *scan = self->scan;
  gboolean opened = FALSE;
  guint64 before;

  verb->group = verb->at;
  while (verb->group > self->first && !verb->joined && !opened)
    {
      guint previous = verb->group - 1;
      guint64 classes = bayan_act_scan_get_classes (scan, previous);
      gboolean negation = (classes & BAYAN_AW (NEGATION)) != 0
                          && ((classes & BAYAN_AW (RELATIVE)) == 0
                              || (verb->form->senses->flags & BAYAN_VERB_STILL) != 0);

      if (scan->tokens[previous].mention >= 0 || !(negation || (classes & BAYAN_AW (OPENER)) != 0))
        break;
      verb->negated = verb->negated || negation;
      verb->group = previous;
      verb->joined = bayan_act_scan_skip_joint (scan, previous) > 0
                     || bayan_act_scan_is (scan, previous, "فقد")
                     || bayan_act_scan_is (scan, previous, "لقد");
      opened = !negation && !verb->joined && !is_auxiliary (scan, previous);
    }
  if (verb->group == self->first)
    verb->place = PLACE_START;
  else if (verb->joined || is_behind_we (scan, verb))
    verb->place = PLACE_JOINED;
  else if (opened)
    verb->place = PLACE_OPENED;
  else
    {
      before = bayan_act_scan_get_classes (scan, verb->group - 1);
      if (bayan_act_scan_is (scan, verb->group - 1, "حين") && verb->group >= 2
          && bayan_act_scan_is (scan, verb->group - 2, "في"))
        {
          verb->place = PLACE_OPENED;
          return;
        }
      if (bayan_act_scan_is (scan, verb->group - 1, "؛"))
        verb->place = PLACE_START;
      else if (is_punctuation (scan, verb->group - 1))
        verb->place = PLACE_COMMA;
      else if ((before & BAYAN_AW (RELATIVE)) != 0)
        verb->place = PLACE_RELATIVE;
      else if ((before & (BAYAN_AW (THAT) | BAYAN_AW (SUBORDINATE) | BAYAN_AW (PREPOSITION))) != 0)
        verb->place = PLACE_BLOCKED;
      else
        verb->place = PLACE_INSIDE;
    }
}

static gboolean
agrees (const BayanActPhrase *subject, guint agreement)
{
  gboolean plural = (subject->agreement & BAYAN_AGREES_PLURAL) != 0;

  if ((agreement & BAYAN_AGREES_SPEAKER) != 0)
    return FALSE;
  if ((agreement & BAYAN_AGREES_PLURAL) != 0)
    return plural;
  if ((agreement & BAYAN_AGREES_FEMININE) != 0)
    return (subject->agreement & BAYAN_AGREES_MASCULINE) == 0 || subject->kind == BAYAN_PHRASE_PEOPLE;
  return !plural && (subject->agreement & BAYAN_AGREES_FEMININE) == 0;
}

/* …، أشار فيها إلى: a clause about what stands before it, without a pronoun to begin it */
static gboolean
refers_back (const Reader *self, const Verb *verb)
{
  return (verb->place == PLACE_COMMA || verb->place == PLACE_INSIDE)
         && (bayan_act_scan_is (self->scan, verb->at + 1, "فيه")
             || bayan_act_scan_is (self->scan, verb->at + 1, "فيها"));
}

/* The person before a relative pronoun. */
static gboolean
find_antecedent (const Reader *self, guint relative, BayanActPhrase *phrase)
{
  const BayanActScan *scan = self->scan;
  guint before = relative;
  const BayanActMention *mention;

  while (before > self->first && is_comma (scan, before - 1))
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
is_asked (const Reader *self, const Verb *verb, const BayanActPhrase *phrase)
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
    addressed = addressed || g_strv_contains (always_asked, bayan_act_scan_get_key (scan, i));

  if ((sense->flags & BAYAN_VERB_ADDRESSEE) == 0 && !addressed)
    return FALSE;
  if (!verb->joined || known == NULL || !agrees (known, verb->form->agreement)
      || phrase->first != verb->at + 1)
    return FALSE;
  return bayan_act_get_preposition (scan, phrase->end, &noun) != 0
         || (bayan_act_scan_get_noun (scan, phrase->end) & BAYAN_AW (BLAME)) != 0;
}

/* The subject of a verb behind it. A plural or first person has it in itself. */
static gboolean
find_named (const Reader *self, const Verb *verb, BayanActPhrase *phrase)
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
find_source (const Reader *self, const Verb *verb, BayanActPhrase *phrase)
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

typedef struct {
  BayanActPhrase phrase;
  BayanActorSource source;
  const char *rule;
  guint after; /* where the complement may begin */
} Subject;

/* The phrase at the beginning is the subject of a verb right behind it, or, not @beside, further on. */
static gboolean
is_topic_of (const Reader *self, const Verb *verb, gboolean beside)
{
  if (!self->has_topic || self->has_main || self->topic.end > verb->group)
    return FALSE;
  if (beside)
    return self->topic.end == verb->group && (!verb->joined || self->answers)
           && (verb->form->agreement & BAYAN_AGREES_SPEAKER) == 0;
  return !verb->joined
         && (verb->place == PLACE_COMMA || (verb->place == PLACE_INSIDE && self->region == REGION_MAIN))
         && agrees (&self->topic, verb->form->agreement);
}

static gboolean
inherit (const Reader *self, const Verb *verb, Subject *subject)
{
  const BayanActPhrase *known = bayan_act_recall (self->scan, verb->form->agreement);
  gboolean speaker = (verb->form->agreement & BAYAN_AGREES_SPEAKER) != 0;

  /* In one sentence a subject goes on, or is named anew. */
  if (self->has_last && self->has_main && !speaker)
    known = agrees (&self->last, verb->form->agreement) ? &self->last : NULL;
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
has_stranger (const Reader *self, const Verb *verb)
{
  const BayanActScan *scan = self->scan;
  const BayanVerbSense *sense = verb->form->senses;
  const guint64 particles = BAYAN_AW (PEOPLE) - 1;
  guint next = verb->at + 1, noun;

  if ((verb->joined || verb->place == PLACE_OPENED)
      && (sense->needs == 0 || (sense->needs & BAYAN_NEEDS_OBJECT) != 0 || sense->act_class == BAYAN_ACT_URGE
          || sense->act_class == BAYAN_ACT_BRIEF || !sense->last))
    return FALSE;
  if ((self->item && verb->place == PLACE_START)
      || (verb->form->agreement & (BAYAN_AGREES_PLURAL | BAYAN_AGREES_SPEAKER)) != 0)
    return FALSE;
  return next < self->end && bayan_act_scan_has_flag (scan, next, BAYAN_WORD_ARABIC)
         && (bayan_act_scan_get_whole (scan, next) & particles) == 0
         && bayan_act_get_preposition (scan, next, &noun) == 0;
}

/* Whose the verb is, by the ordered list of shared/arabic.md §5.2. */
static gboolean
find_subject (const Reader *self, const Verb *verb, Subject *subject)
{
  guint32 flags = verb->form->senses->flags;

  subject->source = BAYAN_ACTOR_NAMED;
  subject->after = verb->at + 1;
  if ((flags & (BAYAN_VERB_RELAYED | BAYAN_VERB_SOURCE)) != 0)
    {
      subject->rule = "act/relayed";
      return find_source (self, verb, &subject->phrase);
    }
  if (verb->place == PLACE_RELATIVE)
    {
      subject->rule = "act/relative";
      return find_antecedent (self, verb->group - 1, &subject->phrase);
    }
  if (!is_topic_of (self, verb, TRUE) && find_named (self, verb, &subject->phrase))
    {
      subject->rule = "act/verb-actor";
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

/* A plain form that is also another word has to show that it is a verb. */
static gboolean
is_surely_verb (const Reader *self, const Verb *verb, const Subject *subject)
{
  const BayanVerbForm *form = verb->form;
  const BayanActScan *scan = self->scan;

  if (!form->plain || (form->senses->flags & BAYAN_VERB_NOUN) == 0)
    return TRUE;
  if (self->item && verb->place == PLACE_START)
    return FALSE;
  if (bayan_act_scan_has_flag (scan, verb->at, BAYAN_WORD_HAS_SHADDA))
    return TRUE;
  if (subject->source == BAYAN_ACTOR_NAMED && g_str_equal (subject->rule, "act/verb-actor"))
    {
      /* طلب الوزير at the beginning is a verb; وطلب الوزير in the middle may be one thing of two. */
      guint between = subject->phrase.first - verb->at - 1;

      if (verb->place == PLACE_START || bayan_act_may_follow (scan, form, subject->after, self->end))
        return TRUE;
      return between <= 2 && (form->senses->needs == 0 || verb->place == PLACE_OPENED);
    }
  if (bayan_act_may_follow (scan, form, verb->at + 1, self->end))
    return TRUE;
  /* …، ورفض أي تدخل: goes on with the same subject */
  return form->senses->needs == 0 && verb->joined && self->region == REGION_MAIN && self->has_main
         && self->main_tense == BAYAN_TENSE_PAST && is_comma (scan, verb->group - 1)
         && bayan_act_scan_has_flag (scan, verb->at + 1, BAYAN_WORD_ARABIC)
         && (bayan_act_scan_get_whole (scan, verb->at + 1) & BAYAN_AW (PREPOSITION)) == 0;
}

/* TRUE of اطلع where the table means أطلع. */
static gboolean
lacks_hamza (const BayanActScan *scan, const Verb *verb, guint skip)
{
  BayanCleanPos at = bayan_words_get_position_in (scan->words, verb->at, skip);

  return (verb->form->senses->flags & BAYAN_VERB_HAMZA) != 0
         && g_utf8_get_char (scan->words->text + at.byte) == 0x0627;
}

/* Whether a verb at such a place is of the first rank. */
static gboolean
is_main (const Reader *self, const Verb *verb, const Subject *subject)
{
  gboolean named = subject->source == BAYAN_ACTOR_NAMED;
  gboolean past = verb->form->tense == BAYAN_TENSE_PAST;
  gboolean same = verb->form->tense == self->main_tense;

  switch (verb->place)
    {
    case PLACE_START:
    case PLACE_OPENED:
      return TRUE;
    case PLACE_COMMA:
      return named || (verb->form->agreement & BAYAN_AGREES_SPEAKER) != 0
             || (!self->has_main && self->region == REGION_MAIN);
    case PLACE_JOINED:
      if ((verb->form->agreement & BAYAN_AGREES_SPEAKER) != 0)
        return TRUE;
      if (self->region == REGION_MAIN)
        return named || (self->has_main && same);
      return self->has_main && same && (past || named || is_comma (self->scan, verb->group - 1))
             && (named || agrees (&self->last, verb->form->agreement));
    case PLACE_RELATIVE:
      return (SAID & 1u << verb->form->senses->act_class) != 0;
    case PLACE_INSIDE:
      if (g_str_equal (subject->rule, "act/actor-verb"))
        return TRUE;
      return named && !self->has_main && self->region == REGION_MAIN
             && verb->at < self->first + OPENING_WORDS_MAX;
    case PLACE_BLOCKED:
    default:
      return FALSE;
    }
}

/* اُعلن: with the vowel of the passive behind its first letter */
static gboolean
is_passive (const BayanActScan *scan, const Verb *verb)
{
  const BayanWord *word = &scan->words->words[verb->at];
  const char *text = scan->words->text + word->span.start.byte;
  guint skip = verb->joined && verb->group == verb->at ? 1 : 0;

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

static guint
trim_end (const BayanActScan *scan, guint first, guint end)
{
  while (end > first + 1 && is_punctuation (scan, end - 1)
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

/* The first place between two words, also one inside a name. */
static const char *
find_region (const BayanActScan *scan, guint at, guint end)
{
  for (guint i = at; i < end; i++)
    {
      const BayanActMention *mention = bayan_act_scan_get_mention (scan, i);

      if (mention != NULL
          && (mention->mention->type == BAYAN_MENTION_GPE || mention->mention->type == BAYAN_MENTION_LOC))
        return mention->mention->entity_key;
    }
  return NULL;
}

static void
fill_content (const BayanActScan *scan, const BayanActDecision *decision, BayanAct *act)
{
  guint at = decision->content, end = decision->end;

  if (decision->complement != BAYAN_NO_WORD)
    act->complement = bayan_act_scan_get_span (scan, decision->complement, decision->complement + 1);
  if (at >= end)
    return;
  act->target = bayan_act_scan_get_span (scan, at, trim_end (scan, at, end));
  act->quotation = find_quotation (scan, at > 0 ? at - 1 : at, end);
  act->region_key = g_strdup (find_region (scan, at, end));
}

static BayanCleanSpan
get_verb_span (const BayanActScan *scan, const Verb *verb)
{
  guint first = (verb->form->senses->flags & BAYAN_VERB_STILL) != 0 && verb->negated ? verb->group : verb->at;

  return bayan_act_scan_get_span (scan, first, verb->at + 1);
}

static BayanAct *
make_act (const Reader *self, const Verb *verb, const BayanActDecision *decision, const char *rule)
{
  const BayanActScan *scan = self->scan;
  const char *noun = decision->complement != BAYAN_NO_WORD
                         ? bayan_act_scan_get_key (scan, decision->complement)
                         : "";
  g_autofree char *evidence = g_strconcat ("acts.tsv: ", decision->sense->lemma, *noun != '\0' ? " + " : "",
                                           noun, NULL);
  BayanAct *act = bayan_act_new (get_verb_span (scan, verb), decision->act_class, rule, evidence);

  act->sentence = self->piece;
  act->negated = verb->negated && (verb->form->senses->flags & BAYAN_VERB_STILL) == 0;
  fill_content (scan, decision, act);
  g_ptr_array_add (scan->acts->acts, act);
  return act;
}

/* The meeting that is chaired or hosted: FALSE of a delegation or a picture. */
static gboolean
is_of_meeting (const Reader *self, const Verb *verb)
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
place_host (const Reader *self, BayanActPhrase *who)
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

static void
take_roles (Reader *self, const Verb *verb, const BayanActPhrase *who)
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

static void
set_subject (Reader *self, const Verb *verb, const Subject *subject)
{
  self->last = subject->phrase;
  self->last.agreement |= verb->form->agreement & (BAYAN_AGREES_MASCULINE | BAYAN_AGREES_FEMININE);
  self->has_last = TRUE;
  if (subject->source == BAYAN_ACTOR_NAMED)
    bayan_act_remember (self->scan, &subject->phrase, verb->form->agreement);
}

/* The amount that is pledged in a clause which is no act of its own: حملة … والتي تعهد فيها ب */
static void
take_relative (Reader *self, const Verb *verb)
{
  const BayanVerbSense *sense = verb->form->senses;
  const BayanActPhrase *who = self->has_last ? &self->last
                                             : bayan_act_recall (self->scan, verb->form->agreement);
  BayanActDecision decision;
  BayanActPhrase host;

  if ((sense->flags & BAYAN_VERB_PLEDGE) != 0 && who != NULL && !verb->negated
      && bayan_act_decide (self->scan, verb->form, verb->at, verb->at + 1, self->end, &decision))
    bayan_act_take_pledges (self->scan, get_verb_span (self->scan, verb), who, &decision, "pledge/relative");
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

/* تم الاتفاق على: the class of the noun, and nobody who does it */
static gboolean
take_by_noun (Reader *self, const Verb *verb)
{
  const BayanActScan *scan = self->scan;
  guint limit = MIN (self->end, verb->at + BY_NOUN_WORDS_MAX);

  if (verb->place == PLACE_RELATIVE || verb->place == PLACE_INSIDE || verb->place == PLACE_BLOCKED)
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
            make_act (self, verb, &decision, "act/by-noun");
            self->region = REGION_MAIN;
            return TRUE;
          }
    }
  return FALSE;
}

/* A verb that is no act has a subject for those that are joined to it. */
static void
take_mute (Reader *self, const BayanActPhrase *who, guint tense, guint agreement)
{
  self->last = *who;
  self->last.agreement |= agreement & (BAYAN_AGREES_MASCULINE | BAYAN_AGREES_FEMININE);
  self->has_last = self->has_main = TRUE;
  self->main_tense = tense;
  bayan_act_remember (self->scan, who, agreement);
}

/* وصل الوزير إلى … وأكد: the first word of a sentence, if nobody knows it, is a verb where one who acts follows. */
static void
take_unknown_verb (Reader *self)
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
stands_behind (const Verb *verb, const Subject *subject, BayanActDecision *decision)
{
  const BayanVerbSense *sense = verb->form->senses;

  *decision =
      (BayanActDecision) { sense, sense->act_class, BAYAN_NO_WORD, subject->after, subject->after, -1 };
  return (sense->needs & BAYAN_NEEDS_QUOTE) != 0 && (sense->flags & BAYAN_VERB_CONTENT) != 0
         && (sense->flags & BAYAN_VERB_NOUN) == 0 && subject->source == BAYAN_ACTOR_NAMED
         && (verb->place == PLACE_COMMA || verb->place == PLACE_OPENED);
}

/* A verb in a form that has a subject. */
static gboolean
take_finite (Reader *self, Verb *verb)
{
  Subject subject;
  BayanActDecision decision;
  BayanAct *act;
  guint32 flags = verb->form->senses->flags;

  find_place (self, verb);
  if ((flags & BAYAN_VERB_BY_NOUN) != 0)
    return take_by_noun (self, verb);
  if (verb->place == PLACE_RELATIVE && !find_subject (self, verb, &subject))
    {
      take_relative (self, verb);
      return FALSE;
    }
  if (verb->place == PLACE_BLOCKED || refers_back (self, verb)
      || (verb->form->has_object && verb->place != PLACE_START) || !find_subject (self, verb, &subject)
      || !is_main (self, verb, &subject) || !is_surely_verb (self, verb, &subject))
    return FALSE;
  if ((flags & (BAYAN_VERB_PART | BAYAN_VERB_JOIN)) != 0)
    {
      take_roles (self, verb, &subject.phrase);
      if (subject.source == BAYAN_ACTOR_NAMED)
        set_subject (self, verb, &subject);
      return FALSE;
    }
  if ((flags & BAYAN_VERB_SILENT) != 0)
    {
      set_subject (self, verb, &subject);
      return FALSE;
    }
  if (!bayan_act_decide (self->scan, verb->form, verb->at, subject.after, self->end, &decision)
      && !bayan_act_decide (self->scan, verb->form, verb->at, verb->at + 1, self->end, &decision)
      && !stands_behind (verb, &subject, &decision))
    {
      if (verb->place == PLACE_START && subject.source == BAYAN_ACTOR_NAMED)
        take_mute (self, &subject.phrase, verb->form->tense, verb->form->agreement);
      return FALSE;
    }
  if ((decision.sense->flags & BAYAN_VERB_SILENT) != 0)
    return FALSE;
  act = make_act (self, verb, &decision, subject.rule);
  if (is_passive (self->scan, verb))
    act->source = BAYAN_ACTOR_UNKNOWN;
  else
    {
      bayan_act_fill_actors (act->actors, &subject.phrase);
      act->source = subject.source;
      set_subject (self, verb, &subject);
      take_roles (self, verb, &subject.phrase);
      if (decision.act_class == BAYAN_ACT_PLEDGE || (decision.sense->flags & BAYAN_VERB_PLEDGE) != 0)
        if (!act->negated)
          bayan_act_take_pledges (self->scan, act->verb, &subject.phrase, &decision, "pledge/verb");
    }
  self->has_main = TRUE;
  self->main_tense = verb->form->tense;
  self->region = REGION_MAIN;
  return TRUE;
}

/* يظل عازما: what decided the act before is no act of its own */
static gboolean
is_complement (const Reader *self, guint at)
{
  GPtrArray *acts = self->scan->acts->acts;
  const BayanAct *last = acts->len > 0 ? acts->pdata[acts->len - 1] : NULL;

  return last != NULL
         && bayan_clean_span_contains (last->complement, bayan_act_scan_get_span (self->scan, at, at + 1));
}

/* مؤكدا, مشيرين إلى: whose the verb before is */
static gboolean
take_participle (Reader *self, Verb *verb)
{
  const BayanActScan *scan = self->scan;
  const BayanVerbSense *sense = verb->form->senses;
  gboolean comma = is_comma (scan, verb->at - 1);
  guint64 before = bayan_act_scan_get_classes (scan, verb->at - 1);
  BayanActDecision decision;
  Subject subject;
  BayanAct *act;

  if (verb->at == self->first || (sense->flags & (BAYAN_VERB_SILENT | BAYAN_VERB_STILL)) != 0
      || !self->has_last)
    return FALSE;
  if (!comma && !verb->joined
      && ((before & (BAYAN_AW (PREPOSITION) | BAYAN_AW (RELATIVE) | BAYAN_AW (THAT))) != 0
          || (sense->flags & BAYAN_VERB_ADVERB) != 0
          || !bayan_act_may_follow (scan, verb->form, verb->at + 1, self->end)))
    return FALSE;
  if (!agrees (&self->last, verb->form->agreement))
    return FALSE;
  if (!bayan_act_decide (scan, verb->form, verb->at, verb->at + 1, self->end, &decision))
    return FALSE;
  if (is_complement (self, verb->at))
    return FALSE;
  verb->group = verb->at;
  act = make_act (self, verb, &decision, "act/participle");
  bayan_act_fill_actors (act->actors, &self->last);
  act->source = BAYAN_ACTOR_INHERITED;
  subject.phrase = self->last;
  if (decision.act_class == BAYAN_ACT_PLEDGE)
    bayan_act_take_pledges (self->scan, act->verb, &subject.phrase, &decision, "pledge/participle");
  self->region = REGION_MAIN;
  return TRUE;
}

/* التحالف ملتزم ب, الأعضاء عازمون على: resolve without a verb */
static void
take_resolve (Reader *self)
{
  const BayanActScan *scan = self->scan;
  guint at = self->topic.end, noun;
  BayanVerbForm form = { 0 };
  BayanVerbSense sense = { .lemma = bayan_act_scan_get_key (scan, at), .last = TRUE };
  Verb verb = { &form, at, at, FALSE, FALSE, PLACE_INSIDE };
  BayanActDecision decision = { &sense, BAYAN_ACT_COMMIT, BAYAN_NO_WORD, at + 1, 0, -1 };
  BayanAct *act;

  if (at + 1 >= self->end || scan->tokens[at].mention >= 0 || bayan_act_scan_skip_joint (scan, at) > 0
      || (bayan_act_scan_get_noun (scan, at) & BAYAN_AW (RESOLVE)) == 0
      || strncmp (bayan_act_scan_get_key (scan, at), "ال", 4) == 0
      || bayan_act_get_preposition (scan, at + 1, &noun) == 0)
    return;
  form.senses = &sense;
  decision.end = bayan_act_end_of_clause (scan, at + 1, self->end);
  act = make_act (self, &verb, &decision, "act/resolve");
  bayan_act_fill_actors (act->actors, &self->topic);
  act->source = BAYAN_ACTOR_NAMED;
  self->last = self->topic;
  self->has_last = self->has_main = TRUE;
  self->main_tense = BAYAN_TENSE_PRESENT;
  bayan_act_remember (self->scan, &self->topic, 0);
}

/* Forms of a word as it stands, then behind its و or ف. */
static gboolean
take_word (Reader *self, guint at)
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
          Verb verb = { form, at, at, joined != 0, FALSE, PLACE_INSIDE };

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
follow_region (Reader *self, guint at)
{
  guint64 whole = bayan_act_scan_get_classes (self->scan, at);

  if (self->scan->tokens[at].mention >= 0)
    return;
  if ((whole & BAYAN_AW (THAT)) != 0)
    self->region = REGION_CONTENT;
  else if ((whole & BAYAN_AW (RELATIVE)) != 0)
    self->region = REGION_RELATIVE;
  else if ((whole & BAYAN_AW (SUBORDINATE)) != 0)
    self->region = REGION_CONTENT;
}

/* Where the dateline ends that a sentence begins with, a place: عمّان –, الدوحة في 15 يناير /قنا/; @first if there is none. */
static guint
skip_dateline (const BayanActScan *scan, guint first, guint end)
{
  const BayanActMention *place = bayan_act_scan_get_mention (scan, first);
  guint at = first, n_slashes = 0;

  if (place == NULL || place->mention->type != BAYAN_MENTION_GPE)
    return first;
  for (guint i = first; i < end && i < first + DATELINE_WORDS_MAX; i++)
    {
      n_slashes += bayan_act_scan_is (scan, i, "/");
      if (bayan_act_scan_has_flag (scan, i, BAYAN_WORD_DASH) || bayan_act_scan_is (scan, i, ")")
          || (n_slashes == 2 && bayan_act_scan_is (scan, i, "/")))
        at = i + 1;
    }
  return at;
}

/* Behind bullets, list numbers, opening marks, and the dateline. */
static guint
skip_opening (const BayanActScan *scan, guint first, guint end)
{
  guint at = skip_dateline (scan, first, end);

  if (at == first && bayan_act_scan_has_flag (scan, at, BAYAN_WORD_NUMBER) && at + 1 < end
      && is_punctuation (scan, at + 1))
    at += 2;
  while (at < end && is_punctuation (scan, at))
    at++;
  if (at + 1 < end && bayan_act_scan_has_flag (scan, at, BAYAN_WORD_NUMBER) && is_punctuation (scan, at + 1))
    at += 2;
  while (at < end && is_punctuation (scan, at))
    at++;
  return at;
}

/* The phrase that the sentence begins with; behind إن, كما أن, نحن. */
static void
read_topic (Reader *self)
{
  BayanActScan *scan = self->scan;
  guint at = self->first;
  gboolean speaker = FALSE, joined;

  for (guint n = 0; at < self->end && n < 4; n++)
    {
      guint64 classes = bayan_act_scan_get_classes (scan, at);
      const char *key = bayan_act_scan_get_key (scan, at) + bayan_act_scan_skip_joint (scan, at);

      if (strcmp (key, "نحن") == 0 || strcmp (key, "اننا") == 0)
        {
          speaker = TRUE;
          at += is_comma (scan, at + 1) ? 2 : 1;
        }
      else if ((classes & (BAYAN_AW (THAT) | BAYAN_AW (OPENER))) != 0 && scan->tokens[at].mention < 0)
        {
          self->introduced = self->introduced || (classes & BAYAN_AW (THAT)) != 0;
          self->answers = self->answers || strcmp (key, "اما") == 0;
          at++;
        }
      else
        break;
    }
  if (at >= self->end)
    return;
  joined = bayan_act_scan_skip_joint (scan, at) > 0;
  if (scan->tokens[at].mention < 0
      && ((scan->tokens[at].word != NULL && scan->tokens[at].word->form != 0)
          || (joined && scan->tokens[at].rest != NULL && scan->tokens[at].rest->form != 0)))
    return;
  self->has_topic = bayan_act_parse_phrase (scan, at, self->end, joined, &self->topic);
  if (speaker && self->has_topic)
    scan->speaker = self->topic;
  if (speaker)
    self->has_topic = FALSE;
}

/* بيان صادر عن الوزارة, تصريح المتحدث …, بيان مشترك لدولة قطر و…: who speaks, if nobody says we. TRUE if the sentence
 * says it. */
static gboolean
read_issuer (Reader *self)
{
  BayanActScan *scan = self->scan;
  guint limit = MIN (self->end, self->first + TITLE_WORDS_MAX);
  BayanActPhrase issuer;

  if (scan->speaker.n_actors > 0
      || ((bayan_act_scan_get_classes (scan, self->first) & BAYAN_AW (PAPER)) == 0
          && !bayan_act_scan_is (scan, self->first, "صدر"))
      || bayan_act_scan_get_mention (scan, self->first) != NULL)
    return FALSE;
  for (guint i = self->first + 1; i < limit; i++)
    {
      if (bayan_act_parse_phrase (scan, i, self->end, FALSE, &issuer) && !issuer.gathering)
        {
          scan->speaker = issuer;
          return TRUE;
        }
      if (bayan_act_scan_has_flag (scan, i, BAYAN_WORD_PUNCTUATION) || bayan_act_scan_is (scan, i, "بشان")
          || bayan_act_scan_is (scan, i, "حول"))
        break;
    }
  return FALSE;
}

/* سنواصل, سنعمل: the first person of the future of any verb */
static gboolean
is_our_future (const BayanActScan *scan, guint at)
{
  static const char *const others[] = { "سنة",  "سنوا", "سنوي", "سندا", "سنغا",
                                        "سنجا", "سنار", "سند",  "سنن",  "سني" };
  const char *key = bayan_act_scan_get_key (scan, at);

  if (strncmp (key, "و", BAYAN_LETTER_BYTES) == 0)
    key += BAYAN_LETTER_BYTES;
  if (strncmp (key, "سن", 4) != 0 || strlen (key) < 5 * BAYAN_LETTER_BYTES || scan->tokens[at].mention >= 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strncmp (key, others[i], strlen (others[i])) == 0 && !g_str_has_prefix (key, "سنواصل"))
      return FALSE;
  return TRUE;
}

/* A promise of those who speak, at word @at. */
static void
take_promise (Reader *self, guint at, const BayanActPhrase *who, const char *rule)
{
  BayanVerbForm form = { .tense = BAYAN_TENSE_PRESENT, .agreement = BAYAN_AGREES_SPEAKER };
  BayanVerbSense sense = { .lemma = "سن", .last = TRUE };
  Verb verb = { &form, at, at, FALSE, FALSE, PLACE_START };
  BayanActDecision decision = { &sense, BAYAN_ACT_COMMIT, BAYAN_NO_WORD, at + 1, self->end, -1 };
  BayanAct *act;

  form.senses = &sense;
  decision.end = bayan_act_end_of_clause (self->scan, at + 1, self->end);
  act = make_act (self, &verb, &decision, rule);
  if (act->verb.start.byte == self->scan->words->words[at].span.start.byte
      && strncmp (bayan_act_scan_get_key (self->scan, at), "و", 2) == 0)
    act->verb.start = bayan_words_get_position_in (self->scan->words, at, 1);
  bayan_act_fill_actors (act->actors, who);
  act->source = BAYAN_ACTOR_SPEAKER;
}

/* فلان: سنواصل …: what a headline quotes is one act. TRUE if the sentence is one. */
static gboolean
take_headline (Reader *self)
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
  while (self->first + 1 < self->end && is_punctuation (scan, self->first))
    self->first++;
  if (is_our_future (scan, self->first))
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
read_word (Reader *self, guint *at)
{
  BayanActScan *scan = self->scan;
  const BayanActToken *token = &scan->tokens[*at];
  guint partner = scan->partners[*at];

  if (bayan_act_scan_has_flag (scan, *at, BAYAN_WORD_QUOTE) && partner > *at + 4
      && partner<self->end && * at> self->first)
    {
      *at = partner;
      self->region = REGION_CONTENT;
      return;
    }
  if ((token->word != NULL || token->rest != NULL) && take_word (self, *at))
    return;
  if (scan->speaker.n_actors > 0 && self->region == REGION_MAIN && is_our_future (scan, *at))
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
  Reader self = { .scan = scan, .end = end };

  self.piece = (BayanCleanSpan) { scan->words->words[first].span.start,
                                  scan->words->words[end - 1].span.end };
  self.first = skip_opening (scan, first, end);
  if (self.first >= self.end)
    return;
  read_topic (&self);
  read_issuer (&self);
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
