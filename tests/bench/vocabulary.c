/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocabulary.h"

#include <string.h>

#define SEED 1916
#define STEM_MIN_CHARS 3
/* The thirty most frequent words of a language stand in the sentences already. */
#define FIRST_RANK 30

/* As often as one of them stands here; most words have none. */
static const char *const BEFORE[] = { "",   "",    "",    "",   "",    "",  "و", "ال", "ال",
                                      "ال", "وال", "بال", "لل", "كال", "ب", "ل", "ف" };
static const char *const AFTER[] = { "",  "",  "",   "",   "",   "",   "",   "",   "",
                                     "ة", "ي", "ية", "ات", "ين", "ون", "ها", "هم", "ه" };

struct _Vocabulary {
  GPtrArray *words;  /* by rank, the most frequent first */
  double *cumulated; /* of their probabilities, by Zipf's law */
};

static gboolean
is_letter (gunichar character)
{
  return character >= 0x621 && character <= 0x64a && character != 0x640;
}

/* The words of Arabic letters in @text that are not in @known yet. */
static void
add_stems (GPtrArray *stems, GHashTable *known, const char *text)
{
  while (*text != '\0')
    {
      const char *start = text;
      glong n_chars = 0;

      for (; is_letter (g_utf8_get_char (text)); text = g_utf8_next_char (text))
        n_chars++;
      if (n_chars >= STEM_MIN_CHARS)
        {
          g_autofree char *stem = g_strndup (start, (gsize) (text - start));

          if (!g_hash_table_contains (known, stem))
            {
              g_ptr_array_add (stems, stem);
              g_hash_table_add (known, g_steal_pointer (&stem));
            }
        }
      if (text == start)
        text = g_utf8_next_char (text);
    }
}

/* Returns: (transfer container): words of @known, which owns them, always in the same order */
static GPtrArray *
read_stems (const char *gazetteer, GHashTable *known)
{
  static const char *const FILES[] = { "words.tsv",  "cities.tsv", "persons.tsv", "organisations.tsv",
                                       "admin1.tsv", "nisba.tsv",  "offices.tsv" };
  GPtrArray *stems = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_autofree char *path = g_build_filename (gazetteer, FILES[i], NULL);
      g_autofree char *text = NULL;

      if (!g_file_get_contents (path, &text, NULL, NULL) || !g_utf8_validate (text, -1, NULL))
        g_error ("cannot read %s", path);
      add_stems (stems, known, text);
    }
  return stems;
}

/**
 * vocabulary_new:
 * @gazetteer: the folder with the tables that words are taken from
 *
 * Returns: (transfer full): the same words for the same tables
 */
Vocabulary *
vocabulary_new (const char *gazetteer, guint n_words)
{
  Vocabulary *self = g_new0 (Vocabulary, 1);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) stems = read_stems (gazetteer, known);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  double sum = 0;

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->cumulated = g_new (double, n_words);
  for (guint i = 0; i < n_words; i++)
    {
      const char *before = BEFORE[g_rand_int_range (rand, 0, G_N_ELEMENTS (BEFORE))];
      const char *stem = stems->pdata[g_rand_int_range (rand, 0, (int) stems->len)];

      g_ptr_array_add (
          self->words,
          g_strconcat (before, stem, AFTER[g_rand_int_range (rand, 0, G_N_ELEMENTS (AFTER))], NULL));
      sum += 1.0 / (FIRST_RANK + i);
      self->cumulated[i] = sum;
    }
  return self;
}

void
vocabulary_free (Vocabulary *self)
{
  g_ptr_array_unref (self->words);
  g_free (self->cumulated);
  g_free (self);
}

const char *
vocabulary_draw (Vocabulary *self, GRand *rand)
{
  guint low = 0, high = self->words->len - 1;
  double at = g_rand_double (rand) * self->cumulated[high];

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (self->cumulated[middle] < at)
        low = middle + 1;
      else
        high = middle;
    }
  return self->words->pdata[low];
}
