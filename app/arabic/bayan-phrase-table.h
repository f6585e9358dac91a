/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small constant table of phrases, looked up at a word. Private to this room.
 *
 * A phrase is MATCH keys with single spaces between them. ه and ة, ي and ى at the end of a word are the same
 * here: ذي القعده is often meant for ذي القعدة.
 */
#pragma once

#include "bayan-words.h"

#define BAYAN_PHRASE_SLOTS 1024
#define BAYAN_PHRASES_MAX 400

typedef struct {
  const char *phrase;
  guint32 value;
} BayanPhrase;

typedef struct {
  gsize filled;                 /* for g_once_init_enter() */
  const BayanPhrase *phrases;
  guint8 begins[128][16];            /* bits by the first two letters: set if a phrase begins with them */
  guint16 first[BAYAN_PHRASE_SLOTS]; /* by the hash of the first word: 1 + an index, 0 if none */
  guint16 next[BAYAN_PHRASES_MAX];   /* the next one with the same slot, shorter or as long */
} BayanPhraseTable;

/* TRUE if @key begins with @letter, one Arabic letter. Asked of every word of every text. */
static inline gboolean
bayan_key_begins_with (const char *key, const char *letter)
{
  return key[0] == letter[0] && key[1] == letter[1];
}

void bayan_phrase_table_fill (BayanPhraseTable *self, const BayanPhrase *phrases, guint n_phrases);
guint bayan_phrase_table_match (const BayanPhraseTable *self, const BayanWords *words, guint index,
                                guint skip_bytes, guint32 *value);
