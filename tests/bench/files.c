/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"

#include <string.h>

#include "vocabulary.h"

#define SEED 20211128
/* About 5 KB */
#define N_SENTENCES 16
/* The samples have a thousand words; ten thousand statements have a hundred times as many. */
#define N_WORDS 100000
#define REPLACED 0.3

static void
add_sentences (GPtrArray *sentences, const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || !g_utf8_validate (text, -1, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], ". ", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        if (g_utf8_strlen (parts[j], -1) > 40)
          g_ptr_array_add (sentences, g_strdup (parts[j]));
    }
}

static GPtrArray *
read_samples (const char *folder)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    add_sentences (sentences, names->pdata[i]);
  if (sentences->len < 20)
    g_error ("no samples in %s", folder);
  return sentences;
}

/* Some of its words are others each time. */
static void
append_sentence (GString *text, const char *sentence, Vocabulary *vocabulary, GRand *rand)
{
  g_auto (GStrv) words = g_strsplit (sentence, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            g_rand_double (rand) < REPLACED ? vocabulary_draw (vocabulary, rand) : words[i]);
}

static void
write_statement (GPtrArray *sentences, Vocabulary *vocabulary, GRand *rand, const char *folder, guint number)
{
  g_autofree char *name = g_strdup_printf ("%06u.txt", number);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "بيان رقم %u\n%d يونيو %d\n\n", number, g_rand_int_range (rand, 1, 29),
                          g_rand_int_range (rand, 2014, 2026));
  for (int i = 0; i < N_SENTENCES; i++)
    {
      append_sentence (text, sentences->pdata[g_rand_int_range (rand, 0, (int) sentences->len)], vocabulary,
                       rand);
      g_string_append (text, i % 3 == 2 ? ".\n" : ". ");
    }
  if (!g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_error ("cannot write %s", path);
}

/**
 * files_make:
 * @samples: the folder with the texts that sentences are taken from; beside it is the gazetteer
 * @folder: one that is there
 * @first: number of the first file
 */
void
files_make (const char *samples, const char *folder, guint first, guint n_files)
{
  g_autofree char *gazetteer = g_build_filename (samples, "..", "gazetteer", NULL);
  g_autoptr (GPtrArray) sentences = read_samples (samples);
  g_autoptr (Vocabulary) vocabulary = vocabulary_new (gazetteer, N_WORDS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + first);

  for (guint i = first; i < first + n_files; i++)
    write_statement (sentences, vocabulary, rand, folder, i);
}
