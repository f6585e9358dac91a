/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clean text as words: where each is, what it looks like, and its MATCH key (see bayan-fold.h).
 *
 * A word is a run of Arabic letters, a run of other letters, a number, or one sign of punctuation. Vowel
 * marks, tatweel and controls inside a word do not cut it and are not in its key. Letters and digits that
 * touch are two words (2014وكذا), a number keeps the separators between its digits (1٬234٫5, 10.9.2014), "_"
 * is a space, a web or mail address is one word. Two words touch where the second has neither SPACE_BEFORE
 * nor NEWLINE_BEFORE.
 *
 * All keys lie in one block of memory; a word costs no allocation of its own.
 */
#pragma once

#include <string.h>

#include "bayan-position.h"

G_BEGIN_DECLS

typedef enum {
  /* What it is: exactly one of these, */
  BAYAN_WORD_ARABIC = 1 << 0,
  BAYAN_WORD_LATIN = 1 << 1,       /* letters of any other script */
  BAYAN_WORD_NUMBER = 1 << 2,
  BAYAN_WORD_PUNCTUATION = 1 << 3,
  BAYAN_WORD_ADDRESS = 1 << 4,     /* https://…, www.…, name@host */
  /* with PUNCTUATION what kind, if one of these, */
  BAYAN_WORD_SENTENCE_END = 1 << 5, /* . ؟ ? ! … */
  BAYAN_WORD_CLAUSE_END = 1 << 6,   /* ، , ؛ ; : */
  BAYAN_WORD_OPEN = 1 << 7,         /* ( [ { « “ ‘ „ ‹ */
  BAYAN_WORD_CLOSE = 1 << 8,        /* ) ] } » ” ’ › */
  BAYAN_WORD_QUOTE = 1 << 9,        /* any quotation mark; " and ' are neither OPEN nor CLOSE */
  BAYAN_WORD_DASH = 1 << 10,        /* - – — ـ alone */
  /* how it is written, */
  BAYAN_WORD_HAS_TATWEEL = 1 << 11,
  BAYAN_WORD_ENDS_IN_TATWEEL = 1 << 12, /* لـ before a quote or a space */
  BAYAN_WORD_HAS_MARKS = 1 << 13,
  BAYAN_WORD_HAS_SHADDA = 1 << 14,
  BAYAN_WORD_UPPER_FIRST = 1 << 15, /* LATIN: begins with a capital */
  BAYAN_WORD_UPPER_ALL = 1 << 16,   /* LATIN: nothing but capitals */
  /* and what stands before it. */
  BAYAN_WORD_SPACE_BEFORE = 1 << 17,
  BAYAN_WORD_NEWLINE_BEFORE = 1 << 18,   /* also the first word */
  BAYAN_WORD_PARAGRAPH_BEFORE = 1 << 19, /* an empty line; also the first word */
} BayanWordFlags;

#define BAYAN_WORD_KINDS \
  (BAYAN_WORD_ARABIC | BAYAN_WORD_LATIN | BAYAN_WORD_NUMBER | BAYAN_WORD_PUNCTUATION | BAYAN_WORD_ADDRESS)

/* A longer run is cut into several words, so that nothing that looks at one word can be slow. */
#define BAYAN_WORD_KEY_BYTES_MAX 1024

typedef struct {
  BayanCleanSpan span;
  guint32 key_at;     /* where in the keys; see bayan_words_get_key() */
  guint16 key_length; /* bytes */
  guint32 flags;      /* BayanWordFlags */
  guint32 hash;       /* bayan_word_hash() of the key */
} BayanWord;

typedef struct _BayanWords {
  const BayanWord *words; /* in the order of the text */
  guint n_words;
  const char *keys;       /* NUL after each */
  const char *text;       /* the text itself; not owned */
  gsize text_length_bytes;
} BayanWords;

BayanWords *bayan_words_new (const char *utf8, gssize length_bytes);
void bayan_words_free (BayanWords *self);

guint bayan_words_find (const BayanWords *self, BayanCleanPos position);
BayanCleanPos bayan_words_get_position_in (const BayanWords *self, guint index, guint key_chars);

static inline guint64
bayan_word_hash_add (guint64 hash, guint64 part)
{
  hash = (hash ^ part) * 0xD6E8FEB86659FD93u;
  return hash ^ hash >> 32;
}

/**
 * bayan_word_hash:
 *
 * Returns: a hash of @key, the same in every run of the program and on every machine of its byte order
 */
static inline guint32
bayan_word_hash (const char *key, gsize length_bytes)
{
  guint64 hash = 0x9E3779B97F4A7C15u ^ length_bytes, part = 0;

  /* The last eight bytes once more rather than what is left one by one: so all keys of eight to sixteen bytes, which most
   * are, go the same way */
  if (length_bytes >= 8)
    {
      gsize at = 0;

      do
        {
          memcpy (&part, key + at, 8);
          hash = bayan_word_hash_add (hash, part);
          at += 8;
        }
      while (at + 8 < length_bytes);
      memcpy (&part, key + length_bytes - 8, 8);
    }
  else if (length_bytes >= 4)
    {
      guint32 first, last;

      memcpy (&first, key, 4);
      memcpy (&last, key + length_bytes - 4, 4);
      part = (guint64) first << 32 | last;
    }
  else if (length_bytes > 0)
    {
      part = (guint64) (guchar) key[0] << 16 | (guint64) (guchar) key[length_bytes / 2] << 8
             | (guchar) key[length_bytes - 1];
    }

  return (guint32) (bayan_word_hash_add (hash, part) * 0xD6E8FEB86659FD93u >> 32);
}

/* The MATCH key of a word, NUL terminated. */
static inline const char *
bayan_words_get_key (const BayanWords *self, guint index)
{
  return self->keys + self->words[index].key_at;
}

/* TRUE if nothing stands between word @index and the one before it. */
static inline gboolean
bayan_words_touches_previous (const BayanWords *self, guint index)
{
  return (self->words[index].flags & (BAYAN_WORD_SPACE_BEFORE | BAYAN_WORD_NEWLINE_BEFORE)) == 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanWords, bayan_words_free)

G_END_DECLS
