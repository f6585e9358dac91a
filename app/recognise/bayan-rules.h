/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules: each looks at a scan and adds candidates to it. Which of them stand is the arbiter's decision.
 *
 * Rules that look at one token look to its right only, and are called from the last token to the first, so
 * that what a name may hold (a country, an organisation) is there when its head is reached. Private to this
 * room. */
#pragma once

#include "bayan-date.h"
#include "bayan-scan.h"

G_BEGIN_DECLS

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
void bayan_rules_match_quoted_name (BayanScan *scan, guint32 token);
void bayan_rules_match_office (BayanScan *scan, guint32 token);
void bayan_rules_match_event (BayanScan *scan, guint32 token);
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
guint32 bayan_phrase_name (const BayanScan *scan, guint32 token, guint type_mask, guint8 proclitics);
gboolean bayan_phrase_agrees (const BayanScan *scan, guint32 token);
gboolean bayan_phrase_is_noun (const BayanScan *scan, guint32 token);

/* Scans one text: the candidates of all layers, before arbitration. */
void bayan_rules_run (BayanScan *scan, BayanDate statement_date);

G_END_DECLS
