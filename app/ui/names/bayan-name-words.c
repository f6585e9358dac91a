/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-name-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-countries.h"
#include "bayan-language.h"
#include "bayan-type-style.h"

/**
 * bayan_name_words_describe_country:
 * @iso3: (nullable)
 *
 * Returns: (transfer full) (nullable): its name in the language of the interface
 */
char *
bayan_name_words_describe_country (const char *iso3)
{
  const BayanCountry *country = iso3 != NULL ? bayan_country_find (iso3) : NULL;

  if (country == NULL)
    return g_strdup (iso3);
  return g_strdup (bayan_language_is_arabic () ? country->label_ar : country->name_en);
}

static char *
describe_source (const BayanOwnName *name)
{
  g_autofree char *source = bayan_language_isolate (name->source);

  switch (name->origin)
    {
    case BAYAN_NAME_ORIGIN_FILE:
      return g_strdup_printf (_ ("from %s"), source);
    case BAYAN_NAME_ORIGIN_MERGE:
      return g_strdup (_ ("from a merge of entities"));
    case BAYAN_NAME_ORIGIN_HAND:
    default:
      return g_strdup (_ ("added by you"));
    }
}

/**
 * bayan_name_words_describe_origin:
 *
 * Returns: (transfer full): "added by you · confirmed: 3, rejected: 1"
 */
char *
bayan_name_words_describe_origin (BayanNameItem *item)
{
  guint n_right = bayan_name_item_get_n_right (item), n_wrong = bayan_name_item_get_n_wrong (item);
  g_autofree char *decisions = NULL, *source = NULL;

  if (!bayan_name_item_get_is_listed (item))
    return g_strdup_printf (_ ("from your decisions (confirmed: %1$u, rejected: %2$u)"), n_right, n_wrong);
  source = describe_source (bayan_name_item_get_name (item));
  if (n_right + n_wrong == 0)
    return g_steal_pointer (&source);
  decisions = g_strdup_printf (_ ("confirmed: %1$u, rejected: %2$u"), n_right, n_wrong);
  return g_strdup_printf ("%s · %s", source, decisions);
}

/**
 * bayan_name_words_describe:
 *
 * Returns: (transfer full): "Organisation · Iraq · added by you": what stands below a name
 */
char *
bayan_name_words_describe (BayanNameItem *item)
{
  const BayanOwnName *name = bayan_name_item_get_name (item);
  g_autofree char *country = bayan_name_words_describe_country (name->iso3);
  g_autofree char *origin = bayan_name_words_describe_origin (item);

  if (country == NULL)
    return g_strdup_printf ("%s · %s", bayan_type_style_get_name (name->type), origin);
  return g_strdup_printf ("%s · %s · %s", bayan_type_style_get_name (name->type), country, origin);
}

const char *
bayan_name_words_get_problem (BayanNameProblem problem)
{
  switch (problem)
    {
    case BAYAN_NAME_PROBLEM_NO_NAME:
      return _ ("There is no name");
    case BAYAN_NAME_PROBLEM_NO_TYPE:
      return _ ("There is no type");
    case BAYAN_NAME_PROBLEM_TYPE:
      return _ ("There is no such type");
    case BAYAN_NAME_PROBLEM_COUNTRY:
      return _ ("There is no such country");
    case BAYAN_NAME_PROBLEM_TOO_LONG:
      return _ ("It is too long for a name");
    case BAYAN_NAME_PROBLEM_SPELLINGS:
      return _ ("There are too many other spellings");
    case BAYAN_NAME_PROBLEM_LETTERS:
      return _ ("Some letters cannot be read in the encoding of the file");
    case BAYAN_NAME_PROBLEM_TWICE:
      return _ ("It is in the list above already");
    case BAYAN_NAME_PROBLEM_JSON:
      return _ ("This is no JSON object");
    case BAYAN_NAME_PROBLEM_QUOTE:
      return _ ("A quotation mark is never closed");
    case BAYAN_NAME_PROBLEM_TOO_MANY:
      return _ ("There are more names than are read, from here on");
    case BAYAN_NAME_PROBLEM_NONE:
    default:
      return NULL;
    }
}
