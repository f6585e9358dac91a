/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an act is about: where it begins behind its verb. It has no preposition, and whom one asks or thanks belongs to it. */
#include "bayan-act-phrase.h"

#define ASIDE_WORDS_MAX 12 /* ، وفقا للبيان، */

/* Behind an aside between two commas; @at where there is none. */
static guint
skip_aside (const BayanActScan *self, guint at, guint end)
{
  guint noun;

  if (bayan_act_get_preposition (self, at + 1, &noun) == 0
      && (bayan_act_scan_get_classes (self, at + 1) & (BAYAN_AW (PREPOSITION) | BAYAN_AW (ADVERB))) == 0
      && !bayan_act_scan_is (self, at + 1, "وفقا") && !bayan_act_scan_is (self, at + 1, "بحسب"))
    return at;
  for (guint i = at + 2; i + 1 < MIN (end, at + ASIDE_WORDS_MAX); i++)
    if (bayan_act_scan_is_comma (self, i))
      return i + 1;
  return at;
}

/* مع المبعوث: with whom one speaks */
static guint
skip_partner (const BayanActScan *self, guint at, guint end)
{
  BayanActPhrase partner;

  if (!bayan_act_scan_is (self, at, "مع") || !bayan_act_parse_phrase (self, at + 1, end, FALSE, &partner)
      || partner.end + 1 >= end)
    return at;
  return partner.end;
}

static guint
skip_opening (const BayanActScan *self, BayanActClass act_class, guint at, guint end)
{
  for (guint n = 0; n < 6 && at + 1 < end; n++)
    {
      guint from = at;

      at = bayan_act_skip_to_noun (self, at, end, FALSE);
      if (bayan_act_scan_is_comma (self, at))
        {
          guint behind = skip_aside (self, at, end);

          at = behind > at ? behind : at + 1;
        }
      else if (bayan_act_scan_is (self, at, "في")
               && bayan_act_scan_get_mention_of (self, at + 1, BAYAN_ACT_TYPE (GPE)) != NULL
               && bayan_act_scan_get_mention (self, at + 1)->end + 1 < end)
        at = bayan_act_scan_get_mention (self, at + 1)->end; /* استقبل في عمان الرئيس */
      else if (act_class == BAYAN_ACT_DISCUSS || act_class == BAYAN_ACT_AGREE)
        at = skip_partner (self, at, end);
      if (at == from)
        break;
    }
  return MIN (at, end - 1);
}

/* دعا الأطراف إلى, حمّل الحكومة المسؤولية: whom; BAYAN_NO_WORD where nobody is named. An adjective that is left of a subject
 * is no such object. */
static guint
find_addressee (const BayanActScan *self, const BayanActDecision *decision, guint after)
{
  const BayanVerbSense *sense = decision->sense;
  guint at = bayan_act_skip_to_noun (self, after, decision->content, FALSE);
  const char *key = bayan_act_scan_get_key (self, at);

  if ((sense->act_class != BAYAN_ACT_URGE && sense->act_class != BAYAN_ACT_BRIEF
       && (sense->flags & BAYAN_VERB_ADDRESSEE) == 0)
      || at >= decision->content || !bayan_act_is_object (self, at, decision->content))
    return BAYAN_NO_WORD;
  if (self->tokens[at].mention >= 0 || !bayan_act_is_definite (key)
      || (bayan_act_scan_get_classes (self, at) & BAYAN_ACT_HEADS) != 0)
    return at;
  return at == after && self->tokens[at - 1].word != NULL && self->tokens[at - 1].word->form != 0
             ? at
             : BAYAN_NO_WORD;
}

/**
 * bayan_act_aim:
 * @after: the word behind the verb, or behind its subject
 * @kind: of BayanNeeds, what the verb governs; 0: nothing
 * @decision: (inout): where what it is about begins
 */
void
bayan_act_aim (const BayanActScan *self, guint after, guint32 kind, BayanActDecision *decision)
{
  guint addressee;

  if (decision->content >= decision->end)
    return;
  if (decision->content == after && !decision->has_letter)
    decision->content = skip_opening (self, decision->act_class, after, decision->end);
  if (kind == 0 || (kind & (BAYAN_NEEDS_THAT | BAYAN_NEEDS_QUOTE)) != 0)
    return;
  addressee = find_addressee (self, decision, after);
  if (addressee == BAYAN_NO_WORD)
    return;
  decision->content = addressee;
  decision->has_letter = FALSE;
}

/* The words [first, end) without the preposition of the first one, and without marks that only open. */
BayanCleanSpan
bayan_act_get_target (const BayanActScan *self, const BayanActDecision *decision, guint first, guint end)
{
  BayanCleanSpan span;

  while (
      first + 1 < end && bayan_act_scan_is_punctuation (self, first)
      && (self->partners[first] >= end || self->partners[first] <= first || self->partners[first] + 1 == end))
    first++;
  while (end > first + 1 && bayan_act_scan_has_flag (self, end - 1, BAYAN_WORD_QUOTE)
         && self->partners[end - 1] < first)
    end--;
  span = bayan_act_scan_get_span (self, first, end);
  if (decision->has_letter && first == decision->content
      && span.start.byte == self->words->words[first].span.start.byte)
    span.start = bayan_words_get_position_in (self->words, first, 1);
  return span;
}
