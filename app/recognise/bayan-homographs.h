/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the lexicon that mean something else as well: which of a scan's candidates their context speaks
 * against. Private to this room. */
#pragma once

#include "bayan-scan.h"

G_BEGIN_DECLS

typedef struct _BayanHomographs BayanHomographs;

BayanHomographs *bayan_homographs_new (const BayanLexicon *lexicon, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_homographs_free (BayanHomographs *self);
void bayan_homographs_resolve (const BayanHomographs *self, BayanScan *scan);

/* What speaks against a name of the tables where it stands */
typedef enum {
  BAYAN_GUARD_NONE,
  BAYAN_GUARD_MARK,        /* a vowel mark says that it is the other */
  BAYAN_GUARD_QUOTED,      /* also a word: only in quotes, or where it is announced */
  BAYAN_GUARD_GROUP,       /* an armed group only behind a noun for such */
  BAYAN_GUARD_HOST,        /* an adjective that is also a common one: only behind a noun of a state's */
  BAYAN_GUARD_ROW,         /* a row of homographs.tsv */
  BAYAN_GUARD_COMMON_WORD, /* a town that is also a word, or a person's name: only where a place is announced */
  BAYAN_GUARD_INSIDE_WORD, /* only a part of a word that means something else */
  BAYAN_GUARD_OTHER_PHRASE, /* the two words belong to different things */
  BAYAN_GUARD_RIVER,       /* the river of that name */
  BAYAN_GUARD_ADJECTIVE,   /* it stands as an adjective: the people, not the state */
  BAYAN_GUARD_NO_ADJECTIVE, /* it does not: the state, not the people */
  BAYAN_GUARD_ORGANISATION, /* the organisation of that name */
  BAYAN_GUARD_OTHER_PLACE, /* another place of that name fits better */
  BAYAN_GUARD_N_GUARDS
} BayanGuard;

const char *bayan_guard_to_string (BayanGuard guard);
/* The same; @guards: of each candidate there is by then, a BayanGuard */
void bayan_homographs_resolve_telling (const BayanHomographs *self, BayanScan *scan, guint8 *guards);
char *bayan_homographs_describe (const BayanHomographs *self, const BayanCandidate *candidate, BayanGuard guard);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanHomographs, bayan_homographs_free)

G_END_DECLS
