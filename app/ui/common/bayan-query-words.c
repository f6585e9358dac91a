/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-query-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"

/**
 * bayan_query_words:
 * @typed: what @problem is of
 *
 * Returns: (transfer full) (nullable): a sentence or two; NULL where there is nothing to say
 */
char *
bayan_query_words (const BayanQueryProblem *problem, const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *place = problem->trouble != BAYAN_QUERY_FINE && problem->end <= strlen (valid)
                               ? g_strndup (valid + problem->start, problem->end - problem->start)
                               : g_strdup ("");
  g_autofree char *words = bayan_language_isolate (place);

  switch (problem->trouble)
    {
    case BAYAN_QUERY_UNKNOWN_FIELD:
      return g_strdup_printf (
          _ ("The search has no field “%s”. To look for such words put them between quotation marks."),
          words);
    case BAYAN_QUERY_NO_VALUE:
      return g_strdup_printf (
          _ ("What is looked for stands directly behind “%s”, without a space. To look for the word "
             "itself put it between quotation marks."),
          words);
    case BAYAN_QUERY_UNKNOWN_TYPE:
      return g_strdup_printf (
          _ ("“%s” is no type of mention. There are country, place, organisation, person, office, "
             "event, law, date, money and others."),
          words);
    case BAYAN_QUERY_UNKNOWN_COUNTRY:
      return g_strdup_printf (_ ("No country is called “%s”."), words);
    case BAYAN_QUERY_UNKNOWN_ACT:
      return g_strdup_printf (
          _ ("“%s” is nothing that statements do. They welcome, condemn, pledge, support, stress, "
             "urge, agree and others."),
          words);
    case BAYAN_QUERY_NO_DATE:
      return g_strdup_printf (
          _ ("“%s” is no date. Dates are written like 2024, 2024-05, 2023..2025 or >2024-01."), words);
    case BAYAN_QUERY_NO_OPERAND:
      return g_strdup_printf (_ ("Something is missing beside “%s”."), words);
    case BAYAN_QUERY_STRAY_BRACKET:
      return g_strdup (_ ("A bracket is closed that was not opened."));
    case BAYAN_QUERY_TOO_DEEP:
      return g_strdup (_ ("There are too many brackets in brackets."));
    case BAYAN_QUERY_FINE:
    default:
      return NULL;
    }
}
