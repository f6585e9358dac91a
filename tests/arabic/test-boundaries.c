/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Do words and proclitics give every boundary that annotators drew? On real statements, where they are to be
 * had. */
#include <stdio.h>
#include <string.h>

#include "bayan-clitics.h"
#include "bayan-code-points.h"
#include "bayan-config.h"
#include "bayan-words.h"

typedef struct {
  guint spans, starts, ends;
} Found;

static gboolean
begins_at (const BayanWords *words, guint32 byte)
{
  guint index = bayan_words_find (words, (BayanCleanPos) { byte });
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint n;

  if (index == words->n_words)
    return FALSE;
  if (words->words[index].span.start.byte == byte)
    return TRUE;
  n = bayan_clitics_split (bayan_words_get_key (words, index), words->words[index].key_length, splits);
  for (guint i = 0; i < n; i++)
    if (bayan_words_get_position_in (words, index, splits[i].span_chars).byte == byte)
      return TRUE;
  return FALSE;
}

static gboolean
ends_at (const BayanWords *words, guint32 byte)
{
  guint index = bayan_words_find (words, (BayanCleanPos) { byte - 1 });

  return index < words->n_words && words->words[index].span.end.byte == byte;
}

static void
check_spans (const char *text, const char *annotations, Found *found)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, -1);
  g_autoptr (BayanCodePoints) points = bayan_code_points_new (text, strlen (text));
  g_auto (GStrv) lines = g_strsplit (annotations, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint start, end;

      if (sscanf (lines[i], "T%*u\t%*s %u %u", &start, &end) != 2)
        continue;
      found->spans++;
      found->starts += begins_at (words, bayan_code_points_to_byte (points, start));
      found->ends += ends_at (words, bayan_code_points_to_byte (points, end));
    }
}

static void
check_folder (const char *folder, Found *found)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL, *annotations = NULL;
      g_autoptr (GString) text_path = g_string_new (path);

      if (!g_str_has_suffix (path, ".ann"))
        continue;
      g_string_truncate (text_path, text_path->len - strlen (".ann"));
      g_string_append (text_path, ".txt");
      if (g_file_get_contents (path, &annotations, NULL, NULL)
          && g_file_get_contents (text_path->str, &text, NULL, NULL))
        check_spans (text, annotations, found);
    }
}

static void
test_annotated_spans (void)
{
  const char *shared = g_getenv ("BAYAN_SHARED");
  g_autofree char *seeds = g_build_filename (shared != NULL ? shared : BAYAN_SOURCE_ROOT "/../shared",
                                             "statements", "seeds", NULL);
  g_autofree char *wires = g_build_filename (shared != NULL ? shared : BAYAN_SOURCE_ROOT "/../shared",
                                             "statements", "wires", NULL);
  Found found = { 0 };

  check_folder (seeds, &found);
  check_folder (wires, &found);
  if (found.spans == 0)
    {
      g_test_skip ("no annotated statements: set BAYAN_SHARED");
      return;
    }
  g_test_message ("%u spans: %u begin and %u end where words do", found.spans, found.starts, found.ends);
  g_assert_cmpuint (100 * found.starts, >=, 99 * found.spans);
  g_assert_cmpuint (100 * found.ends, >=, 99 * found.spans);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arabic/boundaries/annotated-spans", test_annotated_spans);
  return g_test_run ();
}
