/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-absence-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-explanation.h"
#include "bayan-language.h"
#include "bayan-type-style.h"

/* What the guards of the tables say, by the names that bayan-homographs.c gives them. */
static const struct {
  const char *guard, *words;
} GUARDS[] = {
  { "mark", N_ ("a vowel mark in it belongs to another name") },
  { "quoted", N_ ("it is also a word, and is a name only in quotation marks or where a newspaper or channel "
                  "is announced") },
  { "group", N_ ("it names an armed group only behind a word for such a group") },
  { "host", N_ ("it is also a common adjective, and a nationality only behind a noun of a state") },
  { "row", N_ ("it means several things, and the words around it do not speak for this one") },
  { "common-word",
    N_ ("it is also a common word or a person’s name, and a place only where one is announced") },
  { "inside-word", N_ ("it is only a part of another word here") },
  { "other-phrase", N_ ("its words belong to different things here") },
  { "river", N_ ("the river of that name is meant") },
  { "adjective", N_ ("it stands as an adjective here: the people, not the state") },
  { "no-adjective", N_ ("it does not stand as an adjective here: the state, not the people") },
  { "organisation", N_ ("the organisation of that name is meant") },
  { "other-place", N_ ("another place of that name fits better") },
};

static const char *
get_guard (const char *rule)
{
  const char *slash = rule != NULL ? strchr (rule, '/') : NULL;

  for (guint i = 0; slash != NULL && i < G_N_ELEMENTS (GUARDS); i++)
    if (strcmp (GUARDS[i].guard, slash + 1) == 0)
      return _ (GUARDS[i].words);
  return _ ("what stands around it speaks against it");
}

static const char *
get_type (BayanMentionType type)
{
  return type < BAYAN_MENTION_N_TYPES ? bayan_type_style_get_name (type) : _ ("a name");
}

/* @text: (nullable) */
static char *
isolate (const char *text)
{
  return bayan_language_isolate (text != NULL ? text : "");
}

static char *
say_suggested (const BayanAbsence *absence)
{
  g_autoptr (BayanMention) mention = bayan_mention_new (bayan_clean_span (0, 1), absence->type,
                                                        absence->layer, absence->rule);
  g_autofree char *why = NULL;

  bayan_mention_set_text (&mention->evidence, absence->evidence);
  why = bayan_explanation_of_mention (mention);
  return g_strdup_printf (_ ("It is suggested as “%1$s”. %2$s."), get_type (absence->type), why);
}

static char *
say_rejected (const BayanAbsence *absence)
{
  g_autofree char *before = isolate (absence->evidence);

  if (absence->evidence != NULL && *absence->evidence != '\0')
    return g_strdup_printf (
        _ ("You rejected it as “%1$s” behind the word %2$s (rejected: %3$u, confirmed: %4$u)."),
        get_type (absence->type), before, absence->n_wrong, absence->n_right);
  if (absence->evidence != NULL)
    return g_strdup_printf (_ ("You rejected it as “%1$s” at the beginning of a line (rejected: %2$u, "
                               "confirmed: %3$u)."),
                            get_type (absence->type), absence->n_wrong, absence->n_right);
  return g_strdup_printf (_ ("You rejected it as “%1$s” (rejected: %2$u, confirmed: %3$u)."),
                          get_type (absence->type), absence->n_wrong, absence->n_right);
}

static char *
say_guard (const BayanAbsence *absence)
{
  g_autofree char *row = isolate (absence->evidence);
  const char *guard = get_guard (absence->rule);

  if (absence->evidence == NULL)
    return g_strdup_printf (_ ("The tables know it as “%1$s”, but %2$s."), get_type (absence->type), guard);
  return g_strdup_printf (_ ("The tables know it as “%1$s”, but %2$s (row %3$s)."), get_type (absence->type),
                          guard, row);
}

static char *
say_rule (const BayanAbsence *absence)
{
  g_autofree char *other = isolate (absence->other_words), *rule = isolate (absence->other_rule);

  if (absence->other_words == NULL)
    return g_strdup_printf (_ ("The tables know it as “%s”, but a rule leaves it out here."),
                            get_type (absence->type));
  return g_strdup_printf (_ ("The tables know it as “%1$s”, but the rule %2$s makes %3$s of it."),
                          get_type (absence->type), rule, other);
}

static char *
say_other (const BayanAbsence *absence)
{
  g_autofree char *other = isolate (absence->other_words), *rule = isolate (absence->other_rule);

  if (absence->reason == BAYAN_ABSENCE_INSIDE)
    return g_strdup_printf (_ ("It is a part of %1$s, which is suggested as “%2$s” (%3$s)."), other,
                            get_type (absence->other_type), rule);
  return g_strdup_printf (_ ("%1$s is suggested as “%2$s” here (%3$s), and the two cannot stand together."),
                          other, get_type (absence->other_type), rule);
}

static char *
say_other_type (const BayanAbsence *absence)
{
  g_autofree char *rule = isolate (absence->rule), *row = isolate (absence->evidence);

  if (absence->evidence == NULL)
    return g_strdup_printf (_ ("It is known as “%1$s”, not as “%2$s” (%3$s)."),
                            get_type (absence->other_type), get_type (absence->type), rule);
  return g_strdup_printf (_ ("It is known as “%1$s”, not as “%2$s” (%3$s, %4$s)."),
                          get_type (absence->other_type), get_type (absence->type), rule, row);
}

static char *
say_unlikely (const BayanAbsence *absence)
{
  g_autofree char *features = isolate (absence->evidence);

  return g_strdup_printf (_ ("Your decisions speak for “%1$s”, but not enough: a weight of %2$d, and more "
                             "than %3$d is needed (%4$s)."),
                          get_type (absence->type), absence->score, absence->threshold, features);
}

static char *
say_with_rule (const char *format, const BayanAbsence *absence)
{
  g_autofree char *rule = isolate (absence->rule);
  g_autoptr (GString) words = g_string_new (format);

  g_string_replace (words, "%1$s", get_type (absence->type), 0);
  g_string_replace (words, "%2$s", rule, 0);
  return g_strdup (words->str);
}

static char *
say_part (const BayanAbsence *absence)
{
  g_autofree char *other = isolate (absence->other_words), *table = isolate (absence->rule);

  return g_strdup_printf (_ ("The tables know it only as a part of a longer name: %1$s (%2$s)."), other,
                          table);
}

/**
 * bayan_absence_words:
 *
 * Returns: (transfer full): a sentence in the language of the interface
 */
char *
bayan_absence_words (const BayanAbsence *absence)
{
  switch (absence->reason)
    {
    case BAYAN_ABSENCE_SUGGESTED:
      return say_suggested (absence);
    case BAYAN_ABSENCE_NO_WORD:
      return g_strdup (_ ("There is no word here."));
    case BAYAN_ABSENCE_TOO_LONG:
      return g_strdup (_ ("This is longer than names are."));
    case BAYAN_ABSENCE_REJECTED:
      return say_rejected (absence);
    case BAYAN_ABSENCE_UNLEARNED:
      return g_strdup_printf (
          _ ("You confirmed it as “%1$s” (confirmed: %2$u, rejected: %3$u), but learning is "
             "switched off."),
          get_type (absence->type), absence->n_right, absence->n_wrong);
    case BAYAN_ABSENCE_GUARD:
      return say_guard (absence);
    case BAYAN_ABSENCE_RULE:
      return say_rule (absence);
    case BAYAN_ABSENCE_BARE:
      /* Translators: a type such as “Office”, and the name of a rule */
      return say_with_rule (
          _ ("As “%1$s” it stands only with something else, as an office with who holds it (%2$s)."),
          absence);
    case BAYAN_ABSENCE_OUTRANKED:
    case BAYAN_ABSENCE_INSIDE:
      return say_other (absence);
    case BAYAN_ABSENCE_OVERRULED:
      /* Translators: a type, and the name of a rule */
      return say_with_rule (
          _ ("The rule %2$s takes it for “%1$s”, but what was learned from your decisions speaks "
             "against it."),
          absence);
    case BAYAN_ABSENCE_OTHER_TYPE:
      return say_other_type (absence);
    case BAYAN_ABSENCE_UNLIKELY:
      return say_unlikely (absence);
    case BAYAN_ABSENCE_PART:
      return say_part (absence);
    case BAYAN_ABSENCE_UNKNOWN:
      return g_strdup (_ ("It is in no table and on no list, and no rule builds on it."));
    case BAYAN_ABSENCE_N_REASONS:
    default:
      g_return_val_if_reached (NULL);
    }
}
