/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of an Arabic verb by rule. Weak verbs end in ا, ى or ي; hollow ones have a long vowel before their last
 * letter. Only what statements have: no second person, no imperative. */
#include "bayan-act-lexicon.h"

#include <string.h>

#define LETTER_BYTES 2
#define FORM_BYTES_MAX 128

typedef struct {
  BayanTakeForm take;
  gpointer data;
  char form[FORM_BYTES_MAX];
} Inflection;

static gboolean
ends_in (const char *word, const char *letter)
{
  return g_str_has_suffix (word, letter);
}

/* Gives @before and @stem without its last @cut letters and @ending. */
static void
give (Inflection *self, const char *before, const char *stem, guint cut, const char *ending, BayanTense tense,
      guint agreement)
{
  BayanVerbForm what = { .tense = (guint8) tense, .agreement = (guint8) agreement };
  gsize n_before = strlen (before), n_stem = strlen (stem), n_ending = strlen (ending);
  gsize length;

  n_stem -= MIN (cut * LETTER_BYTES, n_stem);
  length = n_before + n_stem + n_ending;
  if (length >= sizeof self->form)
    return;
  memcpy (self->form, before, n_before);
  memcpy (self->form + n_before, stem, n_stem);
  memcpy (self->form + n_before + n_stem, ending, n_ending + 1);
  what.plain = tense == BAYAN_TENSE_PAST && (*ending == '\0' || strcmp (ending, "ا") == 0);
  what.passive = tense == BAYAN_TENSE_PAST && strcmp (ending, "يت") == 0;
  what.has_object = tense == BAYAN_TENSE_PAST && (ends_in (ending, "ه") || ends_in (ending, "ها"));
  self->take (self->form, length, &what, self->data);
}

/* أشاد, يشير: the vowel goes before an ending that closes the syllable. */
static gboolean
is_hollow (const char *stem)
{
  gsize length = strlen (stem);
  const char *vowel = stem + length - MIN (length, 2 * LETTER_BYTES);

  return length >= 2 * LETTER_BYTES
         && (memcmp (vowel, "ا", LETTER_BYTES) == 0 || memcmp (vowel, "ي", LETTER_BYTES) == 0
             || memcmp (vowel, "و", LETTER_BYTES) == 0);
}

static void
give_without_vowel (Inflection *self, const char *before, const char *stem, const char *ending,
                    BayanTense tense, guint agreement)
{
  gsize length = strlen (stem);
  g_autofree char *closed = g_strdup_printf ("%.*s%s", (int) (length - 2 * LETTER_BYTES), stem,
                                             stem + length - LETTER_BYTES);

  give (self, before, closed, 0, ending, tense, agreement);
}

static void
give_past (Inflection *self, const char *past, gboolean with_objects)
{
  const BayanTense tense = BAYAN_TENSE_PAST;
  gboolean in_y = ends_in (past, "ى"), in_a = ends_in (past, "ا");
  guint cut = in_y || in_a ? 1 : 0;

  give (self, "", past, 0, "", tense, BAYAN_AGREES_MASCULINE);
  give (self, "", past, cut, "ت", tense, BAYAN_AGREES_FEMININE);
  give (self, "", past, cut != 0 || ends_in (past, "ي") ? 1 : 0, "وا", tense, BAYAN_AGREES_PLURAL);
  give (self, "", past, cut, in_y ? "يا" : in_a ? "وا" : "ا", tense, BAYAN_AGREES_PLURAL);
  give (self, "", past, cut, "تا", tense, BAYAN_AGREES_PLURAL | BAYAN_AGREES_FEMININE);
  if (cut != 0)
    give (self, "", past, cut, "يت", tense, BAYAN_AGREES_FEMININE);
  if (cut == 0 && is_hollow (past))
    give_without_vowel (self, "", past, "نا", tense, BAYAN_AGREES_SPEAKER);
  else
    give (self, "", past, cut, in_y ? "ينا" : in_a ? "ونا" : "نا", tense, BAYAN_AGREES_SPEAKER);
  if (!with_objects)
    return;
  give (self, "", past, cut, cut != 0 ? "اه" : "ه", tense, BAYAN_AGREES_MASCULINE);
  give (self, "", past, cut, cut != 0 ? "اها" : "ها", tense, BAYAN_AGREES_MASCULINE);
  give (self, "", past, cut, "ته", tense, BAYAN_AGREES_FEMININE);
  give (self, "", past, cut, "تها", tense, BAYAN_AGREES_FEMININE);
}

static void
give_present_of (Inflection *self, const char *before, const char *rest, guint singular, guint plural)
{
  const BayanTense tense = BAYAN_TENSE_PRESENT;
  gboolean weak = ends_in (rest, "ي") || ends_in (rest, "ى") || ends_in (rest, "و");

  give (self, before, rest, 0, "", tense, singular);
  if (plural == 0) /* the first person: statements do not say "we did not", and نقل is another verb */
    return;
  if (weak)
    give (self, before, rest, 1, "", tense, singular);
  else if (is_hollow (rest))
    give_without_vowel (self, before, rest, "", tense, singular);
  give (self, before, rest, weak ? 1 : 0, "ون", tense, plural);
  give (self, before, rest, weak ? 1 : 0, "وا", tense, plural);
  give (self, before, rest, ends_in (rest, "ى") ? 1 : 0, ends_in (rest, "ى") ? "يان" : "ان", tense, plural);
}

static void
give_present (Inflection *self, const char *present)
{
  static const struct {
    const char *prefix, *future;
    guint singular, plural;
  } persons[] = {
    { "ي", "سي", BAYAN_AGREES_MASCULINE, BAYAN_AGREES_PLURAL },
    { "ت", "ست", BAYAN_AGREES_FEMININE, BAYAN_AGREES_PLURAL | BAYAN_AGREES_FEMININE },
    { "ن", "سن", BAYAN_AGREES_SPEAKER, 0 },
    { "أ", "سأ", BAYAN_AGREES_SPEAKER, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    {
      give_present_of (self, persons[i].prefix, present + LETTER_BYTES, persons[i].singular,
                       persons[i].plural);
      give_present_of (self, persons[i].future, present + LETTER_BYTES, persons[i].singular,
                       persons[i].plural);
    }
}

/* In the accusative, as it goes on with what was said. */
static void
give_participle (Inflection *self, const char *participle)
{
  const BayanTense tense = BAYAN_TENSE_PARTICIPLE;
  guint cut = ends_in (participle, "ي") ? 1 : 0;

  give (self, "", participle, 0, ends_in (participle, "ا") ? "" : "ا", tense, BAYAN_AGREES_MASCULINE);
  give (self, "", participle, 0, "ة", tense, BAYAN_AGREES_FEMININE);
  give (self, "", participle, cut, "ين", tense, BAYAN_AGREES_PLURAL);
  give (self, "", participle, 0, "ات", tense, BAYAN_AGREES_PLURAL | BAYAN_AGREES_FEMININE);
}

/**
 * bayan_act_inflect:
 * @past: he, in the past; @present: he, in the present: both as people write them, without vowel marks
 * @participle: in the singular, "" for what the rule gives: م and the present without its ي
 * @noun: the verbal noun, "" for none
 * @with_objects: also the past with a pronoun behind it
 *
 * Calls @take with every form; "" for @present gives only the past.
 */
void
bayan_act_inflect (const char *past, const char *present, const char *participle, const char *noun,
                   gboolean with_objects, BayanTakeForm take, gpointer data)
{
  Inflection self = { take, data, "" };
  g_autofree char *regular = *present != '\0' ? g_strconcat ("م", present + LETTER_BYTES, NULL) : NULL;

  give_past (&self, past, with_objects);
  if (*present != '\0')
    give_present (&self, present);
  if (*participle != '\0' || regular != NULL)
    give_participle (&self, *participle != '\0' ? participle : regular);
  if (*noun != '\0')
    {
      give (&self, "", noun, 0, "", BAYAN_TENSE_NOUN, 0);
      give (&self, "ال", noun, 0, "", BAYAN_TENSE_NOUN, 0);
    }
}
