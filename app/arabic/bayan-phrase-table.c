/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-phrase-table.h"

#include <string.h>

#define LETTER_BYTES BAYAN_PHRASE_LETTER_BYTES
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

static void
insert (BayanPhraseTable *self, guint index)
{
  const char *phrase = self->phrases[index].phrase;
  gsize first_bytes = strcspn (phrase, " ");
  guint slot, second = bayan_phrase_second_bits (phrase, first_bytes);
  guint16 *link;

  if (!slot_of (phrase, first_bytes, &slot))
    return;
  self->begins[bayan_phrase_letter_bits (phrase)][second / 8] |= (guint8) (1u << second % 8);
  link = &self->first[slot];
  while (*link != 0 && strlen (self->phrases[*link - 1].phrase) > strlen (phrase))
    link = &self->next[*link - 1];
  self->next[index] = *link;
  *link = (guint16) (index + 1);
}

/* See bayan_phrase_table_fill(), whose slow half this is. */
void
bayan_phrase_table_fill_once (BayanPhraseTable *self, const BayanPhrase *phrases, guint n_phrases)
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
 * bayan_phrase_table_begins_with:
 * @key: the MATCH key of a word, without its proclitics
 *
 * Returns: TRUE if it is the first word of a phrase
 */
gboolean
bayan_phrase_table_begins_with (const BayanPhraseTable *self, const char *key, gsize length_bytes)
{
  guint slot;

  if (length_bytes == 0 || !bayan_phrase_table_may_begin (self, key, length_bytes)
      || !slot_of (key, length_bytes, &slot))
    return FALSE;
  for (guint i = self->first[slot]; i != 0; i = self->next[i - 1])
    {
      const char *phrase = self->phrases[i - 1].phrase;

      if (is_same_word (key, length_bytes, phrase, strcspn (phrase, " ")))
        return TRUE;
    }
  return FALSE;
}

/* See bayan_phrase_table_match(), whose slow half this is. */
guint
bayan_phrase_table_find (const BayanPhraseTable *self, const BayanWords *words, guint index, guint skip_bytes,
                         guint32 *value)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index) + skip_bytes;
  guint slot;

  if (!slot_of (key, word->key_length - skip_bytes, &slot))
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
