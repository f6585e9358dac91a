/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-detail-words.h"

#include "bayan-config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-language.h"

static const struct {
  const char *name, *hint;
} FIELDS[BAYAN_DETAIL_N_FIELDS] = {
  [BAYAN_DETAIL_TITLE] = { N_ ("Title"), N_ ("The heading of the statement") },
  [BAYAN_DETAIL_SUBTITLE] = { N_ ("Subtitle"), N_ ("What stands under the heading, or above it") },
  [BAYAN_DETAIL_DATELINE] = { N_ ("Dateline"), N_ ("Place, date and agency at the start of the text") },
  [BAYAN_DETAIL_DATE] = { N_ ("Date of publication"),
                          N_ ("When the statement was issued, in either calendar") },
  [BAYAN_DETAIL_HIJRI] = { N_ ("Hijri date"), N_ ("The day of publication in the Hijri calendar") },
  [BAYAN_DETAIL_EVENT_DATE] = { N_ ("Date of the event"),
                                N_ ("When the meeting or the visit took place that it tells of") },
  [BAYAN_DETAIL_ISSUER] = { N_ ("Issuer"), N_ ("Whose statement it is: a ministry, a coalition") },
  [BAYAN_DETAIL_OUTLET] = { N_ ("Outlet"), N_ ("Who carried it: a site, a news agency") },
  [BAYAN_DETAIL_AUTHOR] = { N_ ("Author"), N_ ("Who signed it") },
  [BAYAN_DETAIL_ADDRESS] = { N_ ("Address"), N_ ("Where it was published") },
  [BAYAN_DETAIL_LANGUAGE] = { N_ ("Language"), N_ ("What it is written in") },
};

/* The six that ingest tells apart, and those that a diplomat's desk gets besides. */
static const char *const LANGUAGES[] = { "ar", "en", "fr", "ckb", "ku", "fa", "tr",
                                         "de", "es", "it", "ru",  "zh", NULL };
static const char *const LANGUAGE_NAMES[] = {
  N_ ("Arabic"),  N_ ("English"), N_ ("French"),  N_ ("Central Kurdish"), N_ ("Kurdish"), N_ ("Persian"),
  N_ ("Turkish"), N_ ("German"),  N_ ("Spanish"), N_ ("Italian"),         N_ ("Russian"), N_ ("Chinese"),
};

const char *
bayan_detail_words_get_name (BayanDetailField field)
{
  return _ (FIELDS[field].name);
}

/**
 * bayan_detail_words_get_hint:
 *
 * Returns: (transfer none): what belongs into @field
 */
const char *
bayan_detail_words_get_hint (BayanDetailField field)
{
  return _ (FIELDS[field].hint);
}

/**
 * bayan_detail_words_get_language:
 *
 * Returns: (transfer none): the name of the language @code; @code itself where it has none here
 */
const char *
bayan_detail_words_get_language (const char *code)
{
  for (guint i = 0; LANGUAGES[i] != NULL; i++)
    if (strcmp (LANGUAGES[i], code) == 0)
      return _ (LANGUAGE_NAMES[i]);
  return code;
}

/**
 * bayan_detail_words_list_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): codes of the languages that have a name
 */
const char *const *
bayan_detail_words_list_languages (void)
{
  return LANGUAGES;
}

static char *
say_range (const char *value)
{
  g_auto (GStrv) days = g_strsplit (value, "/", 2);
  g_autofree char *from = bayan_date_words_gregorian (bayan_date_from_iso (days[0]));
  g_autofree char *to = days[1] != NULL ? bayan_date_words_gregorian (bayan_date_from_iso (days[1])) : NULL;

  /* Translators: the first and the last day of an event */
  return to != NULL ? g_strdup_printf (C_ ("date", "%1$s – %2$s"), from, to) : g_steal_pointer (&from);
}

/**
 * bayan_detail_words_get_value:
 * @value: as a BayanDetail has it
 *
 * Returns: (transfer full): @value for people: a date in words, the name of a language
 */
char *
bayan_detail_words_get_value (BayanDetailField field, const char *value)
{
  switch (field)
    {
    case BAYAN_DETAIL_DATE:
      return bayan_date_words_gregorian (bayan_date_from_iso (value));
    case BAYAN_DETAIL_HIJRI:
      return bayan_date_words_hijri (bayan_date_from_iso (value));
    case BAYAN_DETAIL_EVENT_DATE:
      return say_range (value);
    case BAYAN_DETAIL_LANGUAGE:
      return g_strdup (bayan_detail_words_get_language (value));
    default:
      return g_strdup (value);
    }
}

/**
 * bayan_detail_words_get_origin:
 *
 * Returns: (transfer full): where @detail came from, with the words where they are not the value itself
 */
char *
bayan_detail_words_get_origin (const BayanDetail *detail)
{
  g_autofree char *words = NULL;
  const char *origin;

  switch (detail->origin)
    {
    case BAYAN_ORIGIN_TEXT:
      origin = _ ("in the text");
      break;
    case BAYAN_ORIGIN_DECLARED:
      origin = _ ("declared beside the text");
      break;
    case BAYAN_ORIGIN_DERIVED:
      origin = _ ("worked out");
      break;
    case BAYAN_ORIGIN_ANALYST:
      return g_strdup (_ ("by you"));
    default:
      g_return_val_if_reached (NULL);
    }
  if (detail->words == NULL || strcmp (detail->words, detail->value) == 0)
    return g_strdup (origin);
  words = bayan_language_isolate (detail->words);
  /* Translators: where a detail was found, and the words it was read from */
  return g_strdup_printf (_ ("%1$s: “%2$s”"), origin, words);
}
