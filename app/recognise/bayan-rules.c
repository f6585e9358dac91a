/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-rules.h"

#include <string.h>

/* They announce a name, whatever it is: منصة فيسبوك, قناة رووداو. */
static const char *const announcing[] = { "منصة", "قناة", "صحيفة", "جريدة", "مجلة", NULL };
/* They do where the name stands by itself as well: وكالة رويترز, إقليم دارفور; not وكالة الأنباء القطرية. */
static const char *const classifying[] = { "اقليم",  "منطقة", "وكالة", "حركة", "ميليشيا",
                                           "مليشيا", "دول",   "بلدان", NULL };
/* They are a part of many a full name: قوات الدعم السريع, but قوات البيشمركة. */
static const char *const naming[] = { "شبكة", "كتلة",  "قوات", "لواء",   "شركة",
                                      "بعثة", "تطبيق", "قوة",  "مجموعة", NULL };

/* TRUE if what is left of @candidate without its first word is a name of the tables too, @same: of the same
 * entity. */
static gboolean
stands_alone (const BayanScan *scan, const BayanCandidate *candidate, gboolean same)
{
  guint32 at = bayan_scan_skip_quote (scan, candidate->first + 1);
  guint32 last = at > candidate->first + 1 ? candidate->last - 1 : candidate->last;

  for (gint32 c = scan->first[at]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      const BayanCandidate *name = bayan_scan_get (scan, c);

      if (name->entry != 0 && name->type == candidate->type && name->last == last
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

  if (bayan_key_is_among (stem, announcing))
    return TRUE;
  /* وكالة المخابرات المركزية is the whole name. */
  if (bayan_key_is_among (stem, classifying))
    return stands_alone (scan, candidate, FALSE)
           && !bayan_scan_is (scan, candidate->first + 1, BAYAN_CLASS (STATE_BODY));

  /* مجموعة فاغنر; not مجموعة البنك الدولي */
  if (bayan_key_is (stem, "مجموعة"))
    return strcmp (entry->table, "gazetteer/groups.tsv") == 0 && stands_alone (scan, candidate, TRUE);

  return bayan_key_is_among (stem, naming) && entry->entity->name_ar != NULL
         && !bayan_key_begins (entry->entity->name_ar, stem) && stands_alone (scan, candidate, TRUE);
}

/* A noun that merely announces a name stays outside it, also where the tables know the two together. */
static void
leave_announcers_out (BayanScan *scan)
{
  for (guint c = 0; c < scan->n_candidates; c++)
    {
      const BayanCandidate *candidate = bayan_scan_get (scan, (gint32) c);
      BayanCandidate whole, *name;

      if ((candidate->type != BAYAN_MENTION_ORG && candidate->type != BAYAN_MENTION_LOC)
          || candidate->entry == 0 || candidate->last < candidate->first + 2
          || (candidate->flags & BAYAN_CANDIDATE_DROPPED) != 0)
        continue;
      whole = *candidate;
      if (!is_announced (scan, &whole)
          || (bayan_scan_skip_quote (scan, whole.first + 1) > whole.first + 1
              && !stands_alone (scan, &whole, FALSE)))
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

/* شرق بوركينا فاسو: a province that is called like a part of its state is the part, wherever it stands. */
static gboolean
is_part_of_state (const BayanScan *scan, const BayanCandidate *province)
{
  for (guint32 at = province->first + 1; at < province->last && at < province->first + 3; at++)
    {
      const BayanCandidate *state = bayan_scan_longest (scan, at, BAYAN_TYPE (GPE), 0);

      if (state != NULL && state->last == province->last && state->entry != 0
          && (bayan_lexicon_get_flags (scan->lexicon, state->entry) & BAYAN_ENTRY_STATE) != 0)
        return TRUE;
    }

  return FALSE;
}

/* (فلادو) is no Ado behind ف and ل, (كردفان) no Radfan behind ك: a town of a few letters whose proclitics may as well be letters
 * of an unknown word */
static void
drop_unlikely_towns (BayanScan *scan)
{
  const guint8 rare = BAYAN_PROCLITIC_FA | BAYAN_PROCLITIC_KAF;

  for (guint c = 0; c < scan->n_candidates; c++)
    {
      BayanCandidate *town = bayan_scan_get (scan, (gint32) c);
      const BayanToken *word = &scan->tokens[town->first];
      const BayanLexiconEntry *entry;
      gsize letters;

      if (town->type == BAYAN_MENTION_GPE && town->entry != 0 && town->last > town->first + 1
          && bayan_scan_reading (scan, town->first, BAYAN_CLASS (COMPASS)) != NULL
          && (bayan_lexicon_get_flags (scan->lexicon, town->entry) & BAYAN_ENTRY_STATE) == 0
          && is_part_of_state (scan, town))
        town->flags |= BAYAN_CANDIDATE_DROPPED;
      if (town->type != BAYAN_MENTION_GPE || town->entry == 0 || town->last != town->first + 1
          || (town->proclitics & BAYAN_PREPOSITIONS) == 0 || bayan_scan_is_definite (scan, town->first))
        continue;
      entry = bayan_lexicon_get_entry (scan->lexicon, town->entry);
      letters = (town->end - town->start) / 2;
      if ((entry->flags & BAYAN_ENTRY_STATE) != 0)
        continue;
      if (((town->proclitics & rare) != 0 && letters < 5)
          || (word->start + 2 < town->start && letters < 4 && bayan_key_begins (word->key, "ف"))
          || (letters < 5 && (entry->flags & BAYAN_ENTRY_MINOR) != 0))
        town->flags |= BAYAN_CANDIDATE_DROPPED;
    }
}

/* The rules that look at one token, in the order of BayanBeginning, and the classes of words that they begin with;
 * other words are in their files. */
static const struct {
  guint64 classes;
  void (*match) (BayanScan *, guint32);
} token_rules[] = {
  { BAYAN_CLASS (COMPASS) | BAYAN_CLASS (CIVIC), bayan_rules_match_place },
  { BAYAN_CLASS (GROUP), bayan_rules_match_quoted_name },
  { BAYAN_CLASS (COALITION), bayan_rules_match_coalition },
  { BAYAN_CLASS (MINISTRY) | BAYAN_CLASS (STATE_BODY) | BAYAN_CLASS (MISSION) | BAYAN_CLASS (BODY),
    bayan_rules_match_body },
  { 0, bayan_rules_match_medium },
  { BAYAN_CLASS (CIVIC), bayan_rules_match_branch },
  { BAYAN_CLASS (WORKING), bayan_rules_match_working_group },
  { BAYAN_OFFICE_HEADS, bayan_rules_match_office },
  { BAYAN_CLASS (RESOLUTION) | BAYAN_CLASS (INSTRUMENT), bayan_rules_match_law },
  { BAYAN_CLASS (FACILITY), bayan_rules_match_facility },
  { BAYAN_CLASS (GATHERING) | BAYAN_CLASS (ATTACK), bayan_rules_match_event },
};
#define TOKEN_RULES ((1u << G_N_ELEMENTS (token_rules)) - 1)
/* These go on with names that the tables know. */
#define EXTENDING_RULES (BAYAN_BEGINS_BODY | BAYAN_BEGINS_OFFICE)

/* At most و and a preposition come off before a word that begins something. */
#define PROCLITICS_MAX 2
#define LETTER_BYTES 2

static gboolean
is_proclitic (const char *letter)
{
  static const char *const proclitics[] = { "و", "ف", "ب", "ل", "ك" };

  for (guint i = 0; i < G_N_ELEMENTS (proclitics); i++)
    if (memcmp (letter, proclitics[i], LETTER_BYTES) == 0)
      return TRUE;

  return FALSE;
}

static const BayanKeySet *
get_beginning_keys (void)
{
  static BayanKeySet keys;
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      bayan_rules_add_place_beginnings (&keys);
      bayan_rules_add_body_beginnings (&keys);
      bayan_rules_add_group_beginnings (&keys);
      bayan_rules_add_date_beginnings (&keys);
      bayan_rules_add_event_beginnings (&keys);
      bayan_rules_add_person_beginnings (&keys);
      bayan_rules_add_english_beginnings (&keys);
      g_once_init_leave (&filled, 1);
    }
  return &keys;
}

/* What may begin at word @index, whose readings are in @classes: BayanBeginning. A rule that finds its beginning here
 * looks more closely. */
guint32
bayan_rules_get_beginnings (const BayanWords *words, guint index, guint64 classes)
{
  const BayanKeySet *keys = get_beginning_keys ();
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);
  guint max = (word->flags & BAYAN_WORD_ARABIC) != 0 ? PROCLITICS_MAX * LETTER_BYTES : 0;
  guint32 begins = 0;

  for (guint skip = 0; skip <= max && skip < word->key_length; skip += LETTER_BYTES)
    {
      begins |= bayan_key_set_get (keys, key + skip, word->key_length - skip);
      if (!is_proclitic (key + skip))
        break;
    }
  for (guint r = 0; r < G_N_ELEMENTS (token_rules); r++)
    if ((classes & token_rules[r].classes) != 0)
      begins |= 1u << r;
  if ((word->flags & BAYAN_WORD_NUMBER) != 0)
    begins |= BAYAN_BEGINS_DATE | BAYAN_BEGINS_NUMBER;
  if (bayan_calendar_may_begin (words, index) || bayan_numbers_may_begin_ordinal (words, index))
    begins |= BAYAN_BEGINS_DATE;
  if (bayan_numbers_may_begin (words, index))
    begins |= BAYAN_BEGINS_NUMBER;
  if ((word->flags & BAYAN_WORD_LATIN) != 0 && bayan_rules_is_english_resolution (key))
    begins |= BAYAN_BEGINS_ENGLISH;

  return begins;
}

/* Which rules go on with a name of the tables that begins at @token */
static guint32
get_extending_rules (const BayanScan *scan, guint32 token)
{
  guint32 begins = 0;

  for (gint32 c = scan->first[token]; c >= 0; c = scan->candidates[c].next)
    {
      const BayanCandidate *name = &scan->candidates[c];

      if (name->type == BAYAN_MENTION_ORG)
        begins |= BAYAN_BEGINS_BODY;
      else if (name->type == BAYAN_MENTION_OCC && (name->flags & BAYAN_CANDIDATE_HEAD) != 0)
        begins |= BAYAN_BEGINS_OFFICE;
    }

  return begins;
}

static void
match_tokens (BayanScan *scan)
{
  for (guint32 i = scan->n_tokens; i-- > 0;)
    {
      guint32 begins = scan->tokens[i].begins & TOKEN_RULES;

      /* Where another rule looks first, it may find a name to go on with. */
      if (scan->first[i] >= 0)
        begins |= begins != 0 ? EXTENDING_RULES : get_extending_rules (scan, i);
      for (; begins != 0; begins &= begins - 1)
        token_rules[__builtin_ctz (begins)].match (scan, i);
    }
}

/* Runs every rule in the order in which they need one another. */
void
bayan_rules_run (BayanScan *scan, BayanDate statement_date)
{
  leave_announcers_out (scan);
  drop_unlikely_towns (scan);
  bayan_rules_read_accusatives (scan);
  bayan_rules_find_dates (scan, statement_date);
  bayan_rules_find_numbers (scan);
  match_tokens (scan);
  bayan_rules_find_abbreviations (scan);
  bayan_rules_find_short_bodies (scan);
  bayan_rules_date_events (scan);
  bayan_rules_find_english (scan);
  bayan_rules_find_persons (scan);
}
