/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-clitics.h"

#include <string.h>

#define LETTER_BYTES 2
#define STEM_LETTERS_MIN 3

/* The longer ones first: هما before ها. */
static const char *const PRONOUNS[] = { "هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ه", "ي", "ك" };

/* FALSE of most words: they do not end as a pronoun does. */
static gboolean
may_end_in_pronoun (const char *key, gsize length_bytes)
{
  static const char last[][LETTER_BYTES + 1] = { "ا", "م", "ن", "ه", "ي", "ك" };

  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    if (memcmp (key + length_bytes - LETTER_BYTES, last[i], LETTER_BYTES) == 0)
      return TRUE;
  return FALSE;
}

/* How the end of a noun changes before a pronoun, and what it is without one. */
static const struct {
  const char *before_pronoun, *alone;
} ENDINGS[] = {
  { "ت", "ة" },   /* وزارتهم: وزارة */
  { "ا", "ى" },   /* مستواه: مستوى */
  { "ائ", "اء" }, /* رؤسائه: رؤساء */
  { "اؤ", "اء" }, /* رؤساؤه: رؤساء */
  { "و", "ون" },  /* مسؤولوها: مسؤولون */
  { "ي", "ين" },  /* مسؤوليها: مسؤولين */
};

static void
add_suffix (BayanSuffixSplit *splits, guint *n_splits, const char *key, gsize stem_bytes, gsize cut_bytes,
            const char *ending, guint suffix_chars)
{
  BayanSuffixSplit *split = &splits[*n_splits];
  gsize kept = stem_bytes - cut_bytes, ending_length = strlen (ending);

  if (*n_splits == BAYAN_SUFFIXES_MAX || kept + ending_length >= BAYAN_STEM_BYTES)
    return;
  memcpy (split->stem, key, kept);
  memcpy (split->stem + kept, ending, ending_length + 1);
  split->stem_length = (guint8) (kept + ending_length);
  split->suffix_chars = (guint8) suffix_chars;
  (*n_splits)++;
}

static void
add_stems (BayanSuffixSplit *splits, guint *n_splits, const char *key, gsize stem_bytes, guint suffix_chars)
{
  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++)
    {
      gsize n = strlen (ENDINGS[i].before_pronoun);
      if (stem_bytes >= n && memcmp (key + stem_bytes - n, ENDINGS[i].before_pronoun, n) == 0)
        add_suffix (splits, n_splits, key, stem_bytes, n, ENDINGS[i].alone, suffix_chars);
    }
  add_suffix (splits, n_splits, key, stem_bytes, 0, "", suffix_chars);
}

/**
 * bayan_clitics_split_suffix:
 * @key: the MATCH key of a word without its proclitics
 * @splits: (out): what it may be without a pronoun behind it, for a caller who looks each up
 *
 * Returns: how many there are
 */
guint
bayan_clitics_split_suffix (const char *key, gsize length_bytes, BayanSuffixSplit splits[BAYAN_SUFFIXES_MAX])
{
  guint n_splits = 0;

  if (length_bytes < (1 + STEM_LETTERS_MIN) * LETTER_BYTES || !may_end_in_pronoun (key, length_bytes))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (PRONOUNS); i++)
    {
      gsize n = strlen (PRONOUNS[i]);
      if (length_bytes >= n + STEM_LETTERS_MIN * LETTER_BYTES
          && memcmp (key + length_bytes - n, PRONOUNS[i], n) == 0)
        add_stems (splits, &n_splits, key, length_bytes - n, (guint) (n / LETTER_BYTES));
    }
  return n_splits;
}
