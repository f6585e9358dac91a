/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-glued-words.h"

#include <string.h>

#include "bayan-keys.h"

/* In letters. A shorter word is not looked at; a longer one is no two words that touch. */
#define LETTERS_MIN 6
#define LETTERS_MAX 30
#define LETTER 2 /* bytes of an Arabic letter in UTF-8 */

struct _BayanGluedWords {
  BayanWords words;
  GArray *array; /* of BayanWord */
  GString *keys;
};

static guint64
classes_of (const BayanLexicon *lexicon, guint32 word)
{
  return bayan_lexicon_get_classes (lexicon, word);
}

/* In letters. Short names stand in many a longer word; those of states, provinces and cities are few and known. */
#define NAME_MIN 4
#define PLACE_NAME_MIN 3

/* A name by itself that nobody takes for a common word. */
static gboolean
is_name (const BayanLexicon *lexicon, guint32 word, guint letters)
{
  guint32 node = bayan_lexicon_step (lexicon, BAYAN_LEXICON_ROOT, word);

  for (guint32 match = node != 0 ? bayan_lexicon_first_match (lexicon, node) : 0; match != 0;
       match = bayan_lexicon_next_match (lexicon, match))
    {
      const BayanLexiconEntry *entry = bayan_lexicon_get_entry (lexicon,
                                                                bayan_lexicon_match_entry (lexicon, match));

      if ((entry->flags & (BAYAN_ENTRY_CIVIC | BAYAN_ENTRY_HOST | BAYAN_ENTRY_MINOR | BAYAN_ENTRY_QUOTED))
              == 0
          && letters >= (entry->entity->type == BAYAN_MENTION_GPE ? PLACE_NAME_MIN : NAME_MIN))
        return TRUE;
    }

  return FALSE;
}

/* Whether @letters letters from @key on may be a part; @strong is set for a name or a word with the article.
 */
static gboolean
is_part (const BayanLexicon *lexicon, const char *key, guint letters, gboolean *strong)
{
  const guint64 particle = G_GUINT64_CONSTANT (1) << BAYAN_LEX_STOP;
  const guint64 name_part = G_GUINT64_CONSTANT (1) << BAYAN_LEX_GIVEN
                            | G_GUINT64_CONSTANT (1) << BAYAN_LEX_FAMILY
                            | G_GUINT64_CONSTANT (1) << BAYAN_LEX_FOREIGN
                            | G_GUINT64_CONSTANT (1) << BAYAN_LEX_GLUE;
  guint32 word;

  *strong = FALSE;
  if (letters == 1)
    return memcmp (key, "و", LETTER) == 0;
  word = bayan_lexicon_find_word (lexicon, key, letters * LETTER);
  if (word == 0)
    return FALSE;
  if ((classes_of (lexicon, word) & particle) != 0)
    return TRUE;
  *strong = (letters >= 5 && bayan_key_begins (key, "ال")) || is_name (lexicon, word, letters);

  return *strong || (letters >= 4 && (classes_of (lexicon, word) & ~name_part) != 0);
}

/* هيشيليما: a name between two particles, without an article, is rather no name at all. */
static gboolean
is_framed (const BayanLexicon *lexicon, const char *key, const guint8 *ends, guint n)
{
  const guint64 particle = G_GUINT64_CONSTANT (1) << BAYAN_LEX_STOP;
  guint32 first = bayan_lexicon_find_word (lexicon, key, ends[0] * LETTER);
  guint32 last = bayan_lexicon_find_word (lexicon, key + ends[n - 2] * LETTER,
                                          (ends[n - 1] - ends[n - 2]) * LETTER);

  return first != 0 && last != 0 && (classes_of (lexicon, first) & particle) != 0
         && (classes_of (lexicon, last) & particle) != 0
         && memcmp (key + ends[0] * LETTER, "ال", 2 * LETTER) != 0;
}

/* Finds the fewest parts, one of them strong. Writes where each ends, in letters; returns how many there are.
 */
static guint
find_parts (const BayanLexicon *lexicon, const char *key, guint letters, guint8 ends[BAYAN_GLUED_PARTS_MAX])
{
  guint8 count[LETTERS_MAX + 1][2], from[LETTERS_MAX + 1][2];
  gboolean strong, have_strong = TRUE;
  guint n, at = letters;

  memset (count, 0xff, sizeof count);
  count[0][FALSE] = 0;
  for (guint start = 0; start < letters; start++)
    for (guint end = start + 1;
         end <= letters
         && (count[start][0] < BAYAN_GLUED_PARTS_MAX || count[start][1] < BAYAN_GLUED_PARTS_MAX);
         end++)
      {
        /* ماتشادو: what و stands before is behind it */
        if (!is_part (lexicon, key + start * LETTER, end - start, &strong)
            || (end == letters && end == start + 1))
          continue;
        for (guint s = 0; s < 2; s++)
          if (count[start][s] < BAYAN_GLUED_PARTS_MAX && count[start][s] + 1 < count[end][s || strong])
            {
              count[end][s || strong] = count[start][s] + 1;
              from[end][s || strong] = (guint8) (start << 1 | s);
            }
      }

  n = count[letters][TRUE];
  if (n < 2 || n > BAYAN_GLUED_PARTS_MAX)
    return 0;
  for (guint i = n; i > 0; i--)
    {
      guint8 step = from[at][have_strong];

      ends[i - 1] = (guint8) at;
      at = step >> 1;
      have_strong = step & 1;
    }
  if (n > 2 && is_framed (lexicon, key, ends, n))
    return 0;

  return n;
}

/* TRUE if all of @key is Arabic letters. */
static gboolean
is_arabic (const char *key, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i += LETTER)
    if (((guchar) key[i] & 0xfc) != 0xd8)
      return FALSE;

  return TRUE;
}

/* Where the parts end, in letters, of a word that is not in the lexicon, nor what is left of it without
 * proclitics. Returns how many there are; 0 if it is not glued. */
guint
bayan_glued_words_find_parts (const BayanLexicon *lexicon, const BayanWords *words, guint index,
                              guint8 ends[BAYAN_GLUED_PARTS_MAX])
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);

  if ((word->flags & BAYAN_WORD_ARABIC) == 0 || word->key_length < LETTERS_MIN * LETTER
      || word->key_length > LETTERS_MAX * LETTER || !is_arabic (key, word->key_length))
    return 0;

  return find_parts (lexicon, key, word->key_length / LETTER, ends);
}

static void
append_part (BayanGluedWords *self, const BayanWords *words, guint index, guint from, guint to)
{
  const BayanWord *whole = &words->words[index];
  const char *key = words->keys + whole->key_at;
  BayanWord part = *whole;

  part.key_at = (guint32) self->keys->len;
  part.key_length = (guint16) ((to - from) * LETTER);
  part.hash = bayan_word_hash (key + from * LETTER, part.key_length);
  part.span.start = bayan_words_get_position_in (words, index, from);
  if (to * LETTER < whole->key_length)
    part.span.end = bayan_words_get_position_in (words, index, to);
  if (from > 0)
    part.flags &= ~(guint32) (BAYAN_WORD_SPACE_BEFORE | BAYAN_WORD_NEWLINE_BEFORE
                              | BAYAN_WORD_PARAGRAPH_BEFORE);
  g_string_append_len (self->keys, key + from * LETTER, part.key_length);
  /* المصرى is no two words but one that wants its dots. */
  if (part.key_length == whole->key_length && bayan_key_ends (self->keys->str + part.key_at, "ى"))
    {
      memcpy (self->keys->str + self->keys->len - LETTER, "ي", LETTER);
      part.hash = bayan_word_hash (self->keys->str + part.key_at, part.key_length);
    }
  g_string_append_c (self->keys, '\0');
  g_array_append_val (self->array, part);
}

/* For a copy of @words with the glued ones cut, of which none is among the @n_first ones. @words must outlive the
 * result. */
BayanGluedWords *
bayan_glued_words_new (const BayanWords *words, guint n_first)
{
  BayanGluedWords *self = g_new0 (BayanGluedWords, 1);

  self->words = *words;
  self->array = g_array_sized_new (FALSE, FALSE, sizeof (BayanWord), words->n_words + 16);
  self->keys = g_string_new (NULL);
  if (words->n_words > 0)
    {
      const BayanWord *last = &words->words[words->n_words - 1];

      g_string_append_len (self->keys, words->keys, (gssize) last->key_at + last->key_length + 1);
    }
  g_array_append_vals (self->array, words->words, n_first);

  return self;
}

static void
publish (BayanGluedWords *self)
{
  self->words.words = (const BayanWord *) self->array->data;
  self->words.n_words = self->array->len;
  self->words.keys = self->keys->str;
}

/* Takes the next words of @words, from @first to the one before @end, as they are. */
void
bayan_glued_words_take_whole (BayanGluedWords *self, const BayanWords *words, guint first, guint end)
{
  g_array_append_vals (self->array, words->words + first, end - first);
  publish (self);
}

/* Takes the next word of @words, cut into the parts that end at @ends. A single part is the whole word, with the dots of its
 * last ي. */
void
bayan_glued_words_take (BayanGluedWords *self, const BayanWords *words, guint index, const guint8 *ends,
                        guint n_ends)
{
  for (guint p = 0; p < n_ends; p++)
    append_part (self, words, index, p > 0 ? ends[p - 1] : 0, ends[p]);
  publish (self);
}

const BayanWords *
bayan_glued_words_get (const BayanGluedWords *self)
{
  return &self->words;
}

void
bayan_glued_words_free (BayanGluedWords *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->array);
  g_string_free (self->keys, TRUE);
  g_free (self);
}
