/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-furniture-words.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-furniture-lexica.h"
#include "bayan-key.h"

#define MAX_BYTES 200

/* Writes the letters of @words without the spaces to @glued, which has room for as many. Returns how many bytes. */
static gsize
glue (const char *words, char *glued)
{
  gsize length = 0;

  for (; *words != '\0'; words++)
    if (*words != ' ')
      glued[length++] = *words;
  glued[length] = '\0';
  return length;
}

/* An entry as it is compared. */
typedef struct {
  char *letters;
  gsize length;
  guint16 next; /* of those that begin alike: one more than its index; 0 if there is none */
} Key;

typedef struct {
  Key *keys;
  guint16 first[BAYAN_KEY_INITIALS]; /* as Key's next */
} Lexicon;

static void
make_lexicon (Lexicon *self, const BayanFurnitureEntry *entries, guint n_entries)
{
  self->keys = g_new0 (Key, n_entries);
  for (guint i = 0; i < n_entries; i++)
    {
      Key *key = &self->keys[i];
      guint16 *first;

      key->letters = bayan_fold (entries[i].word, -1, BAYAN_FOLD_SEARCH);
      key->length = glue (key->letters, key->letters);
      first = &self->first[bayan_key_initial (key->letters)];
      key->next = *first;
      *first = (guint16) (i + 1);
    }
}

/* All of them, made once. */
static const Lexicon *
get_lexica (void)
{
  static Lexicon lexica[BAYAN_FURNITURE_N];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < BAYAN_FURNITURE_N; i++)
        make_lexicon (&lexica[i], BAYAN_FURNITURE_LEXICA[i].entries, BAYAN_FURNITURE_LEXICA[i].n_entries);
      g_once_init_leave (&made, 1);
    }
  return lexica;
}

/* Whether @words are made of entries of @lexicon; @is_strong says whether a strong one is among them. */
static gboolean
are_made (BayanFurnitureWords lexicon, const char *words, gboolean *is_strong)
{
  /* For each position: whether entries lead to it, and whether a strong one was among them */
  guint8 reached[MAX_BYTES + 1] = { TRUE }, strong[MAX_BYTES + 1] = { FALSE };
  const Lexicon *self = &get_lexica ()[lexicon];
  char glued[MAX_BYTES + 1];
  gsize length = strnlen (words, MAX_BYTES + 1);

  if (length == 0 || length > MAX_BYTES)
    return FALSE;
  length = glue (words, glued);
  for (gsize at = 0; at < length; at++)
    for (guint i = reached[at] ? self->first[bayan_key_initial (glued + at)] : 0; i > 0;
         i = self->keys[i - 1].next)
      {
        const Key *key = &self->keys[i - 1];

        if (key->length > length - at || memcmp (glued + at, key->letters, key->length) != 0)
          continue;
        reached[at + key->length] = TRUE;
        strong[at + key->length] |= (guint8) (strong[at]
                                              || BAYAN_FURNITURE_LEXICA[lexicon].entries[i - 1].strong);
      }
  *is_strong = strong[length];
  return reached[length];
}

/**
 * bayan_furniture_words_fill:
 * @words: the words of a line in the search key
 *
 * Returns: whether @words is made of entries of @lexicon and nothing else, be they strong or not
 */
gboolean
bayan_furniture_words_fill (BayanFurnitureWords lexicon, const char *words)
{
  gboolean is_strong;

  return are_made (lexicon, words, &is_strong);
}

/**
 * bayan_furniture_words_make:
 * @words: the words of a line in the search key
 *
 * Spaces count for nothing, because scraping glues such words together ("العالمسلايد").
 *
 * Returns: whether @words is made of entries of @lexicon and nothing else, at least one of them a strong one
 */
gboolean
bayan_furniture_words_make (BayanFurnitureWords lexicon, const char *words)
{
  gboolean is_strong;

  return are_made (lexicon, words, &is_strong) && is_strong;
}

/**
 * bayan_furniture_words_make_counted:
 * @words: the words of a line in the search key
 *
 * Returns: as bayan_furniture_words_make(), of @words without the digits in them
 */
gboolean
bayan_furniture_words_make_counted (BayanFurnitureWords lexicon, const char *words)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at))
      g_string_append_c (letters, *at);
  return bayan_furniture_words_make (lexicon, g_strstrip (letters->str));
}
