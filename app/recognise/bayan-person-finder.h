/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons while a statement is read: what the files that look for them share. Private to this room. */
#pragma once

#include "bayan-person-names.h"
#include "bayan-rules.h"

G_BEGIN_DECLS

#define BAYAN_FAMILY_HASH_BITS 1024

typedef struct {
  BayanScan *scan;
  GHashTable *families;                       /* MATCH key of a family name → candidate's key; owned by the scan */
  guint64 hashes[BAYAN_FAMILY_HASH_BITS / 64]; /* a bit for the hash of each of them: it is asked of every word */
  GString *key;         /* being made */
  guint32 *marked;      /* words that something may begin with: few of all, which need not be gone through each time */
  guint n_marked;
} Persons;

/* Of a name: each returns the token behind what it took, or @token. */
guint32 bayan_person_finder_skip_honorifics (const BayanScan *scan, guint32 token);
guint32 bayan_person_finder_skip_description (const BayanScan *scan, guint32 first, guint32 token);
guint32 bayan_person_finder_parse_unknown (const BayanScan *scan, guint32 token);
gboolean bayan_person_finder_is_unknown_family (const BayanScan *scan, guint32 token);
gboolean bayan_person_finder_is_nicknamed (const BayanScan *scan, guint32 token);
gboolean bayan_person_finder_ends_before (const BayanScan *scan, guint32 token);

const char *bayan_person_finder_make_key (Persons *self, guint32 first, guint32 last,
                                          const BayanReading *reading);
BayanCandidate *bayan_person_finder_add (Persons *self, guint32 first, guint32 last, const char *rule,
                                         const char *evidence);
void bayan_person_finder_remember_family (Persons *self, const BayanCandidate *person);

/* Over the whole text */
void bayan_person_finder_find_behind_offices (Persons *self);
void bayan_person_finder_find_behind_honorifics (Persons *self);
void bayan_person_finder_find_kunyas (Persons *self);
void bayan_person_finder_find_announced (Persons *self);
void bayan_person_finder_find_before_apposition (Persons *self);
void bayan_person_finder_find_before_offices (Persons *self);
void bayan_person_finder_find_before_predicates (Persons *self);

G_END_DECLS
