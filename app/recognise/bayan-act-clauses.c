/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the clause of a verb ends: at a further verb of its rank, at a participle, at words that begin another clause. */
#include "bayan-act-scan.h"

#define CLAUSE_WORDS_MAX 250

static const BayanVerbForm *
get_form (const BayanActScan *self, const BayanActWord *word)
{
  return word != NULL ? bayan_act_lexicon_get_form (self->lexicon, word->form) : NULL;
}

/* TRUE if a verb of the tables, no noun, stands joined at @index: what was said before ends. */
static gboolean
goes_on_here (const BayanActScan *self, guint index)
{
  const BayanActToken *token = &self->tokens[index];
  const BayanVerbForm *form = get_form (self, token->rest);

  if (form == NULL || token->mention >= 0 || (token->word != NULL && token->word->form != 0))
    return FALSE;
  return form->tense != BAYAN_TENSE_NOUN && (!form->plain || (form->senses->flags & BAYAN_VERB_NOUN) == 0);
}

/* مكتفية بالقول, آملين في: a participle that no table knows */
static gboolean
is_participle (const BayanActScan *self, guint index)
{
  const char *key = bayan_act_scan_get_key (self, index);
  guint noun;

  if (self->tokens[index].mention >= 0 || self->tokens[index].word != NULL || !bayan_key_begins (key, "م")
      || strlen (key) < 4 * BAYAN_LETTER_BYTES)
    return FALSE;
  if (bayan_key_ends (key, "ا"))
    return TRUE;
  return (bayan_key_ends (key, "ة") || bayan_key_ends (key, "ين"))
         && bayan_act_get_preposition (self, index + 1, &noun) != 0;
}

/* ولم, ولن, ولا before a verb */
static gboolean
denies (const BayanActScan *self, guint index)
{
  const char *key = bayan_act_scan_get_key (self, index);

  return bayan_key_is (key, "ولم") || bayan_key_is (key, "ولن")
         || (bayan_key_is (key, "ولا") && get_form (self, self->tokens[index + 1].word) != NULL);
}

/* TRUE if behind the comma before word @index another clause begins. @said: this one is behind أن, and may have its verb
 * behind a comma: أنه، تلبية لطلب إيطاليا، سيتم … */
static gboolean
begins_clause (const BayanActScan *self, guint index, guint end, gboolean said)
{
  static const char *const openers[] = { "كما",  "فيما",     "بينما", "حيث",  "مما",  "وذلك",
                                         "وفقا", "بحسب",     "حسبما", "وحيث", "علما", "ولذلك",
                                         "لذلك", "وبالتالي", "لذا",   "وهو",  "وهي",  NULL };
  const BayanActToken *token = &self->tokens[index];
  const BayanVerbForm *form = get_form (self, token->word), *joined = get_form (self, token->rest);
  const char *key = bayan_act_scan_get_key (self, index);

  if (bayan_act_count_adversative (self, index) > 0
      || (bayan_key_is_among (key, openers) && !bayan_act_scan_is (self, index + 1, "يتعلق")
          && !bayan_act_scan_is (self, index + 1, "يخص"))
      || denies (self, index) || (bayan_key_is (key, "على") && bayan_act_scan_is (self, index + 1, "ان")))
    return TRUE;
  if (token->mention >= 0)
    return FALSE;
  if (form != NULL && form->tense != BAYAN_TENSE_NOUN
      && (form->tense == BAYAN_TENSE_PARTICIPLE
          || (!said
              && (!form->plain || (form->senses->flags & BAYAN_VERB_NOUN) == 0
                  || bayan_act_scan_has_flag (self, index, BAYAN_WORD_HAS_SHADDA)))))
    return TRUE;
  if (joined != NULL && form == NULL && joined->tense != BAYAN_TENSE_NOUN
      && ((joined->agreement & BAYAN_AGREES_PLURAL) != 0
          || bayan_act_may_follow (self, joined, index + 1, end)))
    return TRUE;
  return (bayan_key_begins (key, "و") && bayan_key_ends (key, "وا") && strlen (key) > 5 * BAYAN_LETTER_BYTES)
         || is_participle (self, index);
}

/* ولم, بينما, في حين: begins a clause also without a comma before it */
static gboolean
contrasts (const BayanActScan *self, guint index)
{
  guint64 classes = bayan_act_scan_get_classes (self, index);

  if ((classes & (BAYAN_AW (NEGATION) | BAYAN_AW (OPENER) | BAYAN_AW (PREPOSITION))) == 0)
    return FALSE;
  return bayan_act_scan_is (self, index, "ولم") || bayan_act_scan_is (self, index, "بينما")
         || (bayan_act_scan_is (self, index, "في") && bayan_act_scan_is (self, index + 1, "حين"));
}

/* Where the words end that may belong to a verb whose complement begins at @at. */
guint
bayan_act_end_of_clause (const BayanActScan *self, guint at, guint end)
{
  gboolean said = FALSE;

  end = MIN (end, at + CLAUSE_WORDS_MAX);
  for (guint i = at; i < end; i++)
    {
      const BayanActToken *token = &self->tokens[i];

      if (bayan_act_scan_is_punctuation (self, i))
        {
          if (bayan_act_scan_is (self, i, "؛")
              || (i > at && i + 1 < end && bayan_act_scan_is_comma (self, i)
                  && begins_clause (self, i + 1, end, said)))
            return i;
          continue;
        }
      if (token->word == NULL && token->rest == NULL)
        continue;
      if (goes_on_here (self, i) || (i > at && contrasts (self, i)))
        return i;
      said = said || (bayan_act_scan_get_whole (self, i) & BAYAN_AW (THAT)) != 0;
    }
  return end;
}
