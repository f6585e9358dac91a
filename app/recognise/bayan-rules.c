/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-rules.h"

/* They announce a name, whatever it is: منصة فيسبوك, قناة رووداو. */
static const char *const announcing[] = { "منصة", "قناة", "صحيفة", "جريدة", "مجلة", NULL };
/* They do where the name stands by itself as well: وكالة رويترز, إقليم دارفور; not وكالة الأنباء القطرية. */
static const char *const classifying[] = {
  "اقليم", "وكالة", "حركة", "ميليشيا", "مليشيا", "دول", "بلدان", NULL
};
/* They are a part of many a full name: قوات الدعم السريع, but قوات البيشمركة. */
static const char *const naming[] = { "قوات", "لواء", NULL };

/* TRUE if what is left of @candidate without its first word is a name of the tables too, @same: of the same
 * entity. */
static gboolean
stands_alone (const BayanScan *scan, const BayanCandidate *candidate, gboolean same)
{
  for (gint32 c = scan->first[candidate->first + 1]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      const BayanCandidate *name = bayan_scan_get (scan, c);

      if (name->entry != 0 && name->type == candidate->type && name->end == candidate->end
          && (!same || name->entry == candidate->entry) && name->proclitics == 0
          && (name->flags & BAYAN_CANDIDATE_DROPPED) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_announced (const BayanScan *scan, const BayanCandidate *candidate)
{
  const BayanLexiconEntry *entry = bayan_lexicon_get_entry (scan->lexicon, candidate->entry);
  BayanReading reading = { .start = candidate->start, .proclitics = candidate->proclitics };
  const char *stem = bayan_scan_stem (scan, candidate->first, &reading);

  if (bayan_scan_is_key_among (stem, announcing))
    return TRUE;
  if (bayan_scan_is_key_among (stem, classifying))
    return stands_alone (scan, candidate, FALSE);

  return bayan_scan_is_key_among (stem, naming) && entry->entity->name_ar != NULL
         && !g_str_has_prefix (entry->entity->name_ar, stem) && stands_alone (scan, candidate, TRUE);
}

/* A noun that merely announces a name stays outside it, also where the tables know the two together. */
static void
leave_announcers_out (BayanScan *scan)
{
  for (guint c = 0; c < scan->candidates->len; c++)
    {
      BayanCandidate whole = *bayan_scan_get (scan, (gint32) c);
      BayanCandidate *name;

      if ((whole.type != BAYAN_MENTION_ORG && whole.type != BAYAN_MENTION_LOC) || whole.entry == 0
          || whole.last < whole.first + 2 || (whole.flags & BAYAN_CANDIDATE_DROPPED) != 0
          || bayan_scan_skip_quote (scan, whole.first + 1) > whole.first + 1 || !is_announced (scan, &whole))
        continue;
      bayan_scan_get (scan, (gint32) c)->flags |= BAYAN_CANDIDATE_DROPPED;
      if (stands_alone (scan, &whole, FALSE))
        continue;
      name = bayan_scan_add (scan, whole.type, whole.first + 1, whole.last, NULL, whole.rule);
      name->entry = whole.entry;
      name->node = whole.node;
      name->key = whole.key;
      name->flags = whole.flags;
    }
}

/* Runs every rule in the order in which they need one another. */
void
bayan_rules_run (BayanScan *scan, BayanDate statement_date)
{
  leave_announcers_out (scan);
  bayan_rules_find_dates (scan, statement_date);
  bayan_rules_find_numbers (scan);

  for (guint32 i = scan->n_tokens; i-- > 0;)
    {
      bayan_rules_match_place (scan, i);
      bayan_rules_match_quoted_name (scan, i);
      bayan_rules_match_coalition (scan, i);
      bayan_rules_match_body (scan, i);
      bayan_rules_match_medium (scan, i);
      bayan_rules_match_branch (scan, i);
      bayan_rules_match_working_group (scan, i);
      bayan_rules_match_office (scan, i);
      bayan_rules_match_law (scan, i);
      bayan_rules_match_facility (scan, i);
      bayan_rules_match_event (scan, i);
    }

  bayan_rules_find_abbreviations (scan);
  bayan_rules_find_english (scan);
  bayan_rules_find_persons (scan);
}
