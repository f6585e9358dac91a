/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions by compass: شمال شرق سوريا, الشمال السوري. */
#include <string.h>

#include "bayan-rules.h"

static const char *const definite_compass[] = { "الشمال", "الجنوب", "الشرق", "الغرب", NULL };
static const char *const definite_corner[] = { "الشرقي", "الغربي", "الشمالي", "الجنوبي", NULL };

static void
add_region (BayanScan *scan, guint32 first, guint32 last, const BayanReading *reading)
{
  BayanCandidate *region;
  const char *evidence = bayan_scan_text (scan, first, first + 1);

  region = bayan_scan_add (scan, BAYAN_MENTION_LOC, first, last, reading, "place/compass");
  region->evidence = evidence;
}

static gboolean
is_state_or_region (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *name = bayan_scan_longest (scan, token, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0);

  return name != NULL &&
         (name->type == BAYAN_MENTION_LOC ||
          (bayan_lexicon_get_entry (scan->lexicon, name->entry)->flags & BAYAN_ENTRY_STATE) != 0);
}

/* الشمال الشرقي السوري */
static void
match_definite (BayanScan *scan, guint32 token)
{
  guint32 at = token + 1, end;

  if (bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, definite_corner))
    at++;
  end = bayan_phrase_nationality (scan, at);
  if (end > at)
    add_region (scan, token, end, NULL);
}

/* قرية نائية, بلدة مزدهرة: an adjective by its shape. */
static gboolean
is_feminine_adjective (const char *key)
{
  return g_str_has_suffix (key, "ية") || (g_str_has_prefix (key, "م") && g_str_has_suffix (key, "ة"));
}

/* مدينة X, ضاحية X: a word that the tables do not know, behind a noun that announces a place. */
static void
match_announced (BayanScan *scan, guint32 token)
{
  static const char *const nouns[] = { "مدينة", "بلدة",   "قرية",   "ضاحية", "قضاء",
                                       "ناحية", "مديرية", "محافظة", "ولاية", NULL };
  guint32 at = token + 1;
  gboolean announces = bayan_scan_key_in (scan, token, nouns);

  if (!announces && bayan_scan_reading (scan, token, BAYAN_CLASS (CIVIC)) != NULL &&
      strlen (scan->tokens[token].key) > 8)
    announces = g_strv_contains (nouns, scan->tokens[token].key + strlen ("ب"));
  if (!announces || !bayan_scan_goes_on (scan, at) || (scan->tokens[at].flags & BAYAN_WORD_ARABIC) == 0 ||
      scan->tokens[at].readings[0].word != 0 || scan->tokens[at].n_readings > 1 ||
      strlen (scan->tokens[at].key) < 6 || is_feminine_adjective (scan->tokens[at].key))
    return;

  bayan_scan_add (scan, BAYAN_MENTION_GPE, at, at + 1, NULL, "place/announced")->evidence =
      bayan_scan_text (scan, token, at);
}

void
bayan_rules_match_place (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (COMPASS));
  guint32 at = token + 1, end;

  if (bayan_scan_key_in (scan, token, definite_compass))
    match_definite (scan, token);
  match_announced (scan, token);
  /* 30 كيلومترا شرقي تكريت: a bearing, no region */
  if (reading == NULL || (token > 0 && bayan_scan_is (scan, token - 1, BAYAN_CLASS (UNIT))))
    return;

  while (bayan_scan_goes_on (scan, at) && at - token < 3 && bayan_scan_is (scan, at, BAYAN_CLASS (COMPASS)))
    at++;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0);
  /* وسط بغداد: in the middle of a town is no region */
  if (end > at && bayan_scan_key_is (scan, at - 1, "وسط") && !is_state_or_region (scan, at))
    return;
  if (end > at)
    add_region (scan, token, end, reading);
}
