/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clean text as the hashes of its words, for comparing texts: one quick pass that makes the same of words that only
 * differ in spelling (hamza, vowel marks, tatweel, digits of another script, و and ال before a word). Hashes are kept in
 * libraries: what changes them needs a new BAYAN_SKETCH_VERSION. */
#pragma once

#include "bayan-position.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_WORD_HASH_COMMON = 1 << 0,    /* في, التي, the: in every text */
  BAYAN_WORD_HASH_NUMBER = 1 << 1,    /* digits only */
  BAYAN_WORD_HASH_AFTER_END = 1 << 2, /* a sentence or a line ended before it */
} BayanWordHashFlags;

typedef struct {
  guint32 hash;
  BayanCleanSpan span;
  guint flags; /* BayanWordHashFlags */
} BayanWordHash;

GArray *bayan_word_hashes_new (const char *text, gsize length_bytes);
guint32 bayan_word_hashes_get_one (const char *word);
guint32 bayan_word_hashes_mix (guint32 hash);

G_END_DECLS
