/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules: each looks at a scan and adds candidates to it. Which of them stand is the arbiter's decision.
 *
 * Rules that look at one token look to its right only, and are called from the last token to the first, so
 * that what a name may hold (a country, an organisation) is there when its head is reached. Private to this
 * room. */
#pragma once

#include "bayan-date.h"
#include "bayan-key-set.h"
#include "bayan-scan.h"

G_BEGIN_DECLS

/* What may begin at a word, as far as the word itself tells: most words begin nothing, and no rule looks at them.
 * The names stand in the order in which their rules look at a token. */
typedef enum {
  BAYAN_BEGINS_PLACE = 1 << 0,
  BAYAN_BEGINS_QUOTED_NAME = 1 << 1,
  BAYAN_BEGINS_COALITION = 1 << 2,
  BAYAN_BEGINS_BODY = 1 << 3,
  BAYAN_BEGINS_MEDIUM = 1 << 4,
  BAYAN_BEGINS_BRANCH = 1 << 5,
  BAYAN_BEGINS_WORKING_GROUP = 1 << 6,
  BAYAN_BEGINS_OFFICE = 1 << 7,
  BAYAN_BEGINS_LAW = 1 << 8,
  BAYAN_BEGINS_FACILITY = 1 << 9,
  BAYAN_BEGINS_EVENT = 1 << 10,
  BAYAN_BEGINS_DATE = 1 << 11,
  BAYAN_BEGINS_NUMBER = 1 << 12,
  BAYAN_BEGINS_PERSON = 1 << 13,  /* is what announces one */
  BAYAN_BEGINS_ENGLISH = 1 << 14, /* is one of the words that the English rules know */
  BAYAN_BEGINS_PHRASE = 1 << 15,  /* of the lexicon: set by the types of words */
} BayanBeginning;

/* Words that an office begins with */
#define BAYAN_OFFICE_HEADS                                                                                   \
  (BAYAN_CLASS (MINISTER) | BAYAN_CLASS (MINISTERS) | BAYAN_CLASS (OFFICE) | BAYAN_CLASS (OFFICES)           \
   | BAYAN_CLASS (DEPUTY) | BAYAN_CLASS (TITLE))

guint32 bayan_rules_get_beginnings (const BayanWords *words, guint index, guint64 classes);

/* Words that begin something, beside those of a class */
void bayan_rules_add_place_beginnings (BayanKeySet *keys);
void bayan_rules_add_body_beginnings (BayanKeySet *keys);
void bayan_rules_add_group_beginnings (BayanKeySet *keys);
void bayan_rules_add_date_beginnings (BayanKeySet *keys);
void bayan_rules_add_event_beginnings (BayanKeySet *keys);
void bayan_rules_add_person_beginnings (BayanKeySet *keys);
void bayan_rules_add_english_beginnings (BayanKeySet *keys);
gboolean bayan_rules_is_english_resolution (const char *key);

/* Adjectives that look like states: over the whole text */
void bayan_rules_read_accusatives (BayanScan *scan);

/* English: over the whole text */
void bayan_rules_find_english (BayanScan *scan);

/* Values: over the whole text */
void bayan_rules_find_dates (BayanScan *scan, BayanDate statement_date);
void bayan_rules_find_numbers (BayanScan *scan);

/* Names: at one token */
void bayan_rules_match_place (BayanScan *scan, guint32 token);
void bayan_rules_match_body (BayanScan *scan, guint32 token);
void bayan_rules_match_coalition (BayanScan *scan, guint32 token);
void bayan_rules_match_medium (BayanScan *scan, guint32 token);
void bayan_rules_match_branch (BayanScan *scan, guint32 token);
void bayan_rules_match_working_group (BayanScan *scan, guint32 token);
void bayan_rules_find_abbreviations (BayanScan *scan);
void bayan_rules_find_short_bodies (BayanScan *scan);
void bayan_rules_match_quoted_name (BayanScan *scan, guint32 token);
void bayan_rules_match_office (BayanScan *scan, guint32 token);
void bayan_rules_match_event (BayanScan *scan, guint32 token);
void bayan_rules_date_events (BayanScan *scan);
void bayan_rules_match_law (BayanScan *scan, guint32 token);
void bayan_rules_match_facility (BayanScan *scan, guint32 token);

/* Persons: over the whole text, when all others are there */
void bayan_rules_find_persons (BayanScan *scan);

/* Parts of names that several rules share. Each returns the token behind what it took, or @token where there
 * is none. */
guint32 bayan_phrase_portfolio (const BayanScan *scan, guint32 token);
guint32 bayan_phrase_joined (const BayanScan *scan, guint32 token);
guint32 bayan_phrase_nationality (const BayanScan *scan, guint32 token);
guint32 bayan_phrase_definites (const BayanScan *scan, guint32 token, guint max);
guint32 bayan_phrase_purpose (const BayanScan *scan, guint32 token);
guint32 bayan_phrase_about (const BayanScan *scan, guint32 token);
guint32 bayan_phrase_village (const BayanScan *scan, guint32 token);
guint32 bayan_phrase_name (const BayanScan *scan, guint32 token, guint type_mask, guint8 proclitics);
gboolean bayan_phrase_agrees (const BayanScan *scan, guint32 token);
gboolean bayan_phrase_is_noun (const BayanScan *scan, guint32 token);
gboolean bayan_phrase_is_adjective (const BayanScan *scan, guint32 token);

/* Scans one text: the candidates of all layers, before arbitration. */
void bayan_rules_run (BayanScan *scan, BayanDate statement_date);

G_END_DECLS
