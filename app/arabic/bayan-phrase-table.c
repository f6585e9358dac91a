/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-phrase-table.h"

#include <string.h>

#define LETTER_BYTES 2
#define WORD_BYTES_MAX 32

/* @out has room for WORD_BYTES_MAX. Returns FALSE if @key is longer than any word of a table. */
static gboolean
equate_ends (const char *key, gsize length_bytes, char *out)
{
  char *last = out + length_bytes - LETTER_BYTES;

  if (length_bytes == 0 || length_bytes > WORD_BYTES_MAX)
    return FALSE;
  memcpy (out, key, length_bytes);
  if (length_bytes <= LETTER_BYTES)
    return TRUE;
  if (memcmp (last, "ة", LETTER_BYTES) == 0)
    memcpy (last, "ه", LETTER_BYTES);
  else if (memcmp (last, "ى", LETTER_BYTES) == 0)
    memcpy (last, "ي", LETTER_BYTES);
  return TRUE;
}

static gboolean
slot_of (const char *key, gsize length_bytes, guint *slot)
{
  char word[WORD_BYTES_MAX];

  if (!equate_ends (key, length_bytes, word))
    return FALSE;
  *slot = bayan_word_hash (word, length_bytes) % BAYAN_PHRASE_SLOTS;
  return TRUE;
}

static gboolean
is_same_word (const char *a, gsize a_bytes, const char *b, gsize b_bytes)
{
  char a_word[WORD_BYTES_MAX], b_word[WORD_BYTES_MAX];

  return a_bytes == b_bytes && equate_ends (a, a_bytes, a_word) && equate_ends (b, b_bytes, b_word)
         && memcmp (a_word, b_word, a_bytes) == 0;
}

/* Letters U+0600–U+067F have one each; others share theirs. */
static inline guint
letter_bits (const char *key)
{
  return ((guchar) key[0] & 1u) << 6 | ((guchar) key[1] & 0x3Fu);
}

/* The same of the second letter of a word, with one number for letters that are the same at its end. */
static inline guint
second_letter_bits (const char *key, gsize length_bytes)
{
  guint bits = length_bytes >= 2 * LETTER_BYTES ? letter_bits (key + LETTER_BYTES) : 0;

  if (bits == (0x629 & 0x7F))
    return 0x647 & 0x7F;
  return bits == (0x649 & 0x7F) ? 0x64A & 0x7F : bits;
}

static inline gboolean
may_begin (const BayanPhraseTable *self, const char *key, gsize length_bytes)
{
  guint second = second_letter_bits (key, length_bytes);

  return (self->begins[letter_bits (key)][second / 8] & 1u << second % 8) != 0;
}

static void
insert (BayanPhraseTable *self, guint index)
{
  const char *phrase = self->phrases[index].phrase;
  gsize first_bytes = strcspn (phrase, " ");
  guint slot, second = second_letter_bits (phrase, first_bytes);
  guint16 *link;

  if (!slot_of (phrase, first_bytes, &slot))
    return;
  self->begins[letter_bits (phrase)][second / 8] |= (guint8) (1u << second % 8);
  link = &self->first[slot];
  while (*link != 0 && strlen (self->phrases[*link - 1].phrase) > strlen (phrase))
    link = &self->next[*link - 1];
  self->next[index] = *link;
  *link = (guint16) (index + 1);
}

/**
 * bayan_phrase_table_fill:
 * @self: static storage, zero before the first call
 * @phrases: static; at most BAYAN_PHRASES_MAX
 *
 * Fills the table once, whichever thread comes first.
 */
void
bayan_phrase_table_fill (BayanPhraseTable *self, const BayanPhrase *phrases, guint n_phrases)
{
  if (!g_once_init_enter (&self->filled))
    return;
  self->phrases = phrases;
  for (guint i = 0; i < n_phrases && i < BAYAN_PHRASES_MAX; i++)
    insert (self, i);
  g_once_init_leave (&self->filled, 1);
}

/* How many words of the text the phrase takes from word @index on, or 0. */
static guint
match_phrase (const char *phrase, const BayanWords *words, guint index, guint skip_bytes)
{
  for (guint at = index; at < words->n_words; at++)
    {
      const BayanWord *word = &words->words[at];
      gsize part = strcspn (phrase, " ");
      guint skip = at == index ? skip_bytes : 0;

      if ((at > index && (word->flags & BAYAN_WORD_PARAGRAPH_BEFORE) != 0)
          || !is_same_word (bayan_words_get_key (words, at) + skip, word->key_length - skip, phrase, part))
        return 0;
      if (phrase[part] == '\0')
        return at - index + 1;
      phrase += part + 1;
    }
  return 0;
}

/**
 * bayan_phrase_table_match:
 * @index: a word
 * @skip_bytes: bytes of its key to leave out: its proclitics
 * @value: (out): the value of the longest phrase that begins there
 *
 * Returns: how many words it takes; 0 if there is none
 */
guint
bayan_phrase_table_match (const BayanPhraseTable *self, const BayanWords *words, guint index,
                          guint skip_bytes, guint32 *value)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index) + skip_bytes;
  guint slot;

  if (skip_bytes >= word->key_length || !may_begin (self, key, word->key_length - skip_bytes)
      || !slot_of (key, word->key_length - skip_bytes, &slot))
    return 0;
  for (guint i = self->first[slot]; i != 0; i = self->next[i - 1])
    {
      guint n = match_phrase (self->phrases[i - 1].phrase, words, index, skip_bytes);
      if (n > 0)
        {
          *value = self->phrases[i - 1].value;
          return n;
        }
    }
  return 0;
}
