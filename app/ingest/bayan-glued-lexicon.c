/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-glued-lexicon.h"

#include <string.h>

#include "bayan-clitics.h"
#include "bayan-glued-table.h"

#define ARTICLE "ال"
#define LETTER 2u /* bytes of an Arabic letter */
#define STEM_MIN_LETTERS 3u

/* Endings that make another form of a word; what is left must be a word, or one with ة. */
static const char *const ENDINGS[] = {
  "ات",  "ان",   "ون",  "ين",   "ية",  "يات", "ها",  "هم",  "هما", "نا", "كم", "ه",
  "ي",   "ا",    "ة",   "تها",  "ته",  "تهم", "يا",  "وا",  "ت",   "تا", "يه", "يها",
  "يهم", "اتها", "اته", "اتهم", "تين", "تان", "يين", "يون", "ك",   "و",  "ن",
};

/* FNV-1a, as the table was made with. */
static guint32
hash (const char *key, gsize length)
{
  guint32 value = 0x811c9dc5u;

  for (gsize i = 0; i < length; i++)
    value = (value ^ (guint8) key[i]) * 0x01000193u;
  return value;
}

/**
 * bayan_glued_lexicon_find:
 * @key: a word in the match key
 *
 * Returns: BayanGluedFlags; 0 if it is not known
 */
guint
bayan_glued_lexicon_find (const char *key, gsize length_bytes)
{
  for (guint32 slot = hash (key, length_bytes) % N_SLOTS; SLOTS[slot] != 0; slot = (slot + 1) % N_SLOTS)
    {
      const char *found = KEYS + (SLOTS[slot] >> 4);

      if (strncmp (found, key, length_bytes) == 0 && found[length_bytes] == '\0')
        return SLOTS[slot] & 0xF;
    }
  return 0;
}

static guint
find_with_article (const char *key, gsize length_bytes)
{
  guint flags = bayan_glued_lexicon_find (key, length_bytes);

  if (length_bytes >= (2 + STEM_MIN_LETTERS) * LETTER && memcmp (key, ARTICLE, strlen (ARTICLE)) == 0)
    flags |= bayan_glued_lexicon_find (key + strlen (ARTICLE), length_bytes - strlen (ARTICLE));
  return flags;
}

/**
 * bayan_glued_lexicon_find_form:
 *
 * Returns: BayanGluedFlags of the word and of what it is without and, by, the and the like
 */
guint
bayan_glued_lexicon_find_form (const char *key, gsize length_bytes)
{
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint flags = find_with_article (key, length_bytes), n;

  if ((flags & BAYAN_GLUED_PART) != 0)
    return flags;
  n = bayan_clitics_split (key, length_bytes, splits);
  for (guint i = 0; i < n; i++)
    if (splits[i].stem_length >= STEM_MIN_LETTERS * LETTER)
      flags |= find_with_article (splits[i].stem, splits[i].stem_length);
    else if (splits[i].function_word)
      flags |= BAYAN_GLUED_KNOWN;
  return flags;
}

/* Whether @stem is a form of a known word: without an ending, perhaps with ة in its place. */
static gboolean
has_known_stem (const char *stem, gsize length)
{
  char last = length > 0 ? stem[length - 1] : '\0';

  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++)
    {
      gsize ending = strlen (ENDINGS[i]);
      char with_ta[BAYAN_STEM_BYTES + LETTER];

      if (ENDINGS[i][ending - 1] != last || length < ending + STEM_MIN_LETTERS * LETTER
          || length > BAYAN_STEM_BYTES || memcmp (stem + length - ending, ENDINGS[i], ending) != 0)
        continue;
      if (find_with_article (stem, length - ending) != 0)
        return TRUE;
      memcpy (with_ta, stem, length - ending);
      memcpy (with_ta + length - ending, "ة", LETTER);
      if (find_with_article (with_ta, length - ending + LETTER) != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * bayan_glued_lexicon_is_whole:
 *
 * Returns: whether the word is known as it stands, in any reading and form
 */
gboolean
bayan_glued_lexicon_is_whole (const char *key, gsize length_bytes)
{
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint n;

  if (find_with_article (key, length_bytes) != 0 || has_known_stem (key, length_bytes))
    return TRUE;
  n = bayan_clitics_split (key, length_bytes, splits);
  for (guint i = 0; i < n; i++)
    if (splits[i].function_word || find_with_article (splits[i].stem, splits[i].stem_length) != 0
        || has_known_stem (splits[i].stem, splits[i].stem_length))
      return TRUE;
  return FALSE;
}

/**
 * bayan_glued_lexicon_foreach:
 *
 * Visits every word there is.
 */
void
bayan_glued_lexicon_foreach (void (*visit) (const char *key, guint flags, gpointer data), gpointer data)
{
  for (guint i = 0; i < N_SLOTS; i++)
    if (SLOTS[i] != 0)
      visit (KEYS + (SLOTS[i] >> 4), SLOTS[i] & 0xF, data);
}
