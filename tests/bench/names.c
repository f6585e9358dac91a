/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "names.h"

#include <string.h>

#define SEED 20211128
/* As a statement of some six hundred words. */
#define TEXT_BYTES 6000

static gboolean
is_arabic_name (const char *value)
{
  gsize length_bytes = strlen (value);

  return length_bytes >= 6 && length_bytes < 80 && (guchar) value[0] >= 0xD8 && (guchar) value[0] <= 0xDB
         && strpbrk (value, "{}+") == NULL;
}

static void
add_values (GPtrArray *names, GHashTable *known, const char *table)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) values = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (table, &text, NULL, &error))
    g_error ("%s", error->message);
  values = g_strsplit_set (text, "\t\n|", -1);
  for (guint i = 0; values[i] != NULL; i++)
    if (is_arabic_name (values[i]) && g_hash_table_add (known, g_strdup (values[i])))
      g_ptr_array_add (names, g_strdup (values[i]));
}

/* The same names with what Arabic writes onto them. */
static void
add_inflections (GPtrArray *names, GHashTable *known, guint n_plain)
{
  static const char *const proclitics[] = { "و", "ب", "ل", "ف", "ك", "وب", "ول" };

  for (guint p = 0; p < G_N_ELEMENTS (proclitics); p++)
    for (guint i = 0; i < n_plain; i++)
      {
        char *name = g_strconcat (proclitics[p], g_ptr_array_index (names, i), NULL);

        if (g_hash_table_add (known, g_strdup (name)))
          g_ptr_array_add (names, name);
        else
          g_free (name);
      }
}

/* The values of the tables in the folder @gazetteer that are Arabic names, then their inflections: @n in all, in a random
 * order that is always the same. */
GPtrArray *
names_make (const char *gazetteer, guint n)
{
  static const char *const tables[] = { "countries", "admin1",  "cities",        "places",    "regions",
                                        "nisba",     "peoples", "organisations", "groups",    "offices",
                                        "persons",   "events",  "laws",          "facilities" };
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.tsv", gazetteer, tables[i]);

      add_values (names, known, path);
    }
  add_inflections (names, known, names->len);
  if (names->len < n)
    g_error ("%u names of %u", names->len, n);
  g_ptr_array_set_size (names, (int) n);
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (int) i + 1);
      gpointer name = names->pdata[i];

      names->pdata[i] = names->pdata[other];
      names->pdata[other] = name;
    }
  return names;
}

static void
add_sentences (GPtrArray *sentences, const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || !g_utf8_validate (text, -1, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) > 40)
      g_ptr_array_add (sentences, g_strdup (lines[i]));
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (GPtrArray *sentences, const char *folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    add_sentences (sentences, paths->pdata[i]);
}

/* Texts (GString) of the paragraphs of what is in @folders, in a random order that is always the same, with one of the first
 * @n_names of @names between two of them: else a text would have no more different words than the samples, and few of the names. */
GPtrArray *
names_make_texts (const char *const *folders, GPtrArray *names, guint n_names, gsize total_bytes)
{
  GPtrArray *texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (; *folders != NULL; folders++)
    add_folder (sentences, *folders);
  if (sentences->len < 100)
    g_error ("only %u paragraphs to make a text of", sentences->len);
  for (gsize length_bytes = 0; length_bytes < total_bytes;)
    {
      GString *text = g_string_sized_new (2 * TEXT_BYTES);

      while (text->len < TEXT_BYTES)
        g_string_append_printf (
            text, "%s\n%s. ",
            (char *) g_ptr_array_index (sentences, g_rand_int_range (random, 0, (int) sentences->len)),
            (char *) g_ptr_array_index (names, g_rand_int_range (random, 0, (int) n_names)));
      g_string_append_c (text, '\n');
      length_bytes += text->len;
      g_ptr_array_add (texts, text);
    }
  return texts;
}
