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
#define BAYAN_PHRASE_LETTER_BYTES 2

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

gboolean bayan_phrase_table_begins_with (const BayanPhraseTable *self, const char *key, gsize length_bytes);
void bayan_phrase_table_fill_once (BayanPhraseTable *self, const BayanPhrase *phrases, guint n_phrases);
guint bayan_phrase_table_find (const BayanPhraseTable *self, const BayanWords *words, guint index,
                               guint skip_bytes, guint32 *value);

/**
 * bayan_phrase_table_fill:
 * @self: static storage, zero before the first call
 * @phrases: static; at most BAYAN_PHRASES_MAX
 *
 * Fills the table once, whichever thread comes first.
 */
static inline void
bayan_phrase_table_fill (BayanPhraseTable *self, const BayanPhrase *phrases, guint n_phrases)
{
  if (G_UNLIKELY (__atomic_load_n (&self->filled, __ATOMIC_ACQUIRE) == 0))
    bayan_phrase_table_fill_once (self, phrases, n_phrases);
}

/* Letters U+0600–U+067F have one each; others share theirs. */
static inline guint
bayan_phrase_letter_bits (const char *key)
{
  return ((guchar) key[0] & 1u) << 6 | ((guchar) key[1] & 0x3Fu);
}

/* The same for the second letter of a word, with one number for letters that are the same at its end. */
static inline guint
bayan_phrase_second_bits (const char *key, gsize length_bytes)
{
  guint bits = 0;

  if (length_bytes >= 2 * BAYAN_PHRASE_LETTER_BYTES)
    bits = bayan_phrase_letter_bits (key + BAYAN_PHRASE_LETTER_BYTES);
  if (bits == (0x629 & 0x7F))
    return 0x647 & 0x7F;
  return bits == (0x649 & 0x7F) ? 0x64A & 0x7F : bits;
}

/* FALSE of nearly every word that begins no phrase. */
static inline gboolean
bayan_phrase_table_may_begin (const BayanPhraseTable *self, const char *key, gsize length_bytes)
{
  guint second = bayan_phrase_second_bits (key, length_bytes);

  return (self->begins[bayan_phrase_letter_bits (key)][second / 8] & 1u << second % 8) != 0;
}

/**
 * bayan_phrase_table_match:
 * @index: a word
 * @skip_bytes: bytes of its key to leave out: its proclitics
 * @value: (out): the value of the longest phrase that begins there
 *
 * Returns: how many words it takes; 0 if there is none
 */
static inline guint
bayan_phrase_table_match (const BayanPhraseTable *self, const BayanWords *words, guint index,
                          guint skip_bytes, guint32 *value)
{
  const BayanWord *word = &words->words[index];

  if (skip_bytes >= word->key_length
      || !bayan_phrase_table_may_begin (self, bayan_words_get_key (words, index) + skip_bytes,
                                        word->key_length - skip_bytes))
    return 0;

  return bayan_phrase_table_find (self, words, index, skip_bytes, value);
}
