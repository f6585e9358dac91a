/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-word-shapes.h"

#include "bayan-clitics.h"
#include "bayan-keys.h"
#include "bayan-person-names.h"

#define LETTER_BYTES 2

static gboolean
has_article (const char *key, gsize length_bytes)
{
  return length_bytes >= 4 * LETTER_BYTES && bayan_key_begins (key, "ال");
}

static gboolean
has_pronoun (const BayanLexicon *lexicon, const char *key, gsize length_bytes)
{
  BayanSuffixSplit splits[BAYAN_SUFFIXES_MAX];
  guint n;

  if (bayan_key_begins (key, "و") && length_bytes > 4 * LETTER_BYTES)
    {
      key += LETTER_BYTES;
      length_bytes -= LETTER_BYTES;
    }
  n = bayan_clitics_split_suffix (key, length_bytes, splits);
  for (guint i = 0; i < n; i++)
    if ((splits[i].suffix_chars > 1 || !bayan_key_ends (key, "ي"))
        && (bayan_lexicon_get_classes (
                lexicon, bayan_lexicon_find_word (lexicon, splits[i].stem, splits[i].stem_length))
            & NO_NAME)
               != 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_arabic_letter (const char *key, gsize length_bytes)
{
  static const char *const letters[] = { "ع", "ح", "ض", "ظ", "ذ", "ص", "ء", "ئ", "ؤ", "ى" };

  for (gsize at = 0; at + LETTER_BYTES <= length_bytes; at += LETTER_BYTES)
    for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
      if (memcmp (key + at, letters[i], LETTER_BYTES) == 0)
        return TRUE;

  return FALSE;
}

/* ـة, ـات, ـين, ـية, ـيا of many letters */
static gboolean
has_arabic_ending (const char *key, gsize length_bytes)
{
  static const char *const endings[] = { "ة", "ات", "ته", "تها", "تهم", "هما", "ائه", "يين", "يون" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (bayan_key_ends (key, endings[i]))
      return TRUE;

  return length_bytes >= 6 * LETTER_BYTES && bayan_key_ends (key, "ين");
}

/* @key: of an Arabic word, NUL terminated. Returns: BayanWordShapes */
guint8
bayan_word_shapes_get (const BayanLexicon *lexicon, const char *key, gsize length_bytes)
{
  guint8 shapes = 0;

  if (has_article (key, length_bytes))
    shapes |= BAYAN_SHAPE_ARTICLE;
  if (has_pronoun (lexicon, key, length_bytes))
    shapes |= BAYAN_SHAPE_PRONOUN;
  if (has_arabic_letter (key, length_bytes))
    shapes |= BAYAN_SHAPE_ARABIC_LETTER;
  if (has_arabic_ending (key, length_bytes))
    shapes |= BAYAN_SHAPE_ARABIC_ENDING;

  return shapes;
}
