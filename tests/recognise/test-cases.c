/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences written for the project with the mentions they should give: cases/FAMILY.txt, one sentence a
 * line, mentions in brackets with their type: [GPE العراق]. The brackets come off, the sentence is
 * recognised, and what was found is written the same way. */
#include <locale.h>
#include <string.h>

#include "bayan-config.h"
#include "bayan-recogniser.h"

static BayanRecogniser *recogniser;

/* "[GPE " at @text: the bytes of the mark, 0 where there is none. */
static gsize
mark_length (const char *text)
{
  gsize n = 1;

  if (*text != '[')
    return 0;
  while (g_ascii_isupper (text[n]))
    n++;
  return n > 2 && text[n] == ' ' ? n + 1 : 0;
}

static char *
strip_marks (const char *line)
{
  GString *plain = g_string_new (NULL);

  while (*line != '\0')
    if (mark_length (line) > 0)
      line += mark_length (line);
    else if (*line == ']')
      line++;
    else
      g_string_append_c (plain, *line++);

  return g_string_free (plain, FALSE);
}

static char *
write_marks (const char *plain, const BayanRecognition *recognition)
{
  GString *marked = g_string_new (NULL);

  for (guint32 at = 0; at <= strlen (plain); at++)
    {
      for (guint i = 0; i < recognition->mentions->len; i++)
        if (((BayanMention *) g_ptr_array_index (recognition->mentions, i))->span.end.byte == at)
          g_string_append_c (marked, ']');
      for (guint i = 0; i < recognition->mentions->len; i++)
        {
          const BayanMention *mention = g_ptr_array_index (recognition->mentions, i);

          if (mention->span.start.byte == at)
            g_string_append_printf (marked, "[%s ", bayan_mention_type_to_string (mention->type));
        }
      if (plain[at] != '\0')
        g_string_append_c (marked, plain[at]);
    }

  return g_string_free (marked, FALSE);
}

static void
test_family (gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("%s/tests/recognise/cases/%s.txt", BAYAN_SOURCE_ROOT,
                                           (const char *) data);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *plain = strip_marks (lines[i]), *marked = NULL;
      g_autoptr (BayanStatement) statement = bayan_statement_new ();
      g_autoptr (BayanRecognition) recognition = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      statement->text = g_strdup (plain);
      statement->text_length_bytes = strlen (plain);
      recognition = bayan_recogniser_recognise (recogniser, statement, NULL);
      marked = write_marks (plain, recognition);
      if (strcmp (marked, lines[i]) != 0)
        {
          g_test_message ("%s.txt:%u: found %s, expected %s", (const char *) data, i + 1, marked, lines[i]);
          g_test_fail ();
        }
      n++;
    }

  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  static const char *const families[] = { "dates",         "english", "events",  "homographs",
                                          "knowledge",     "laws",    "numbers", "offices",
                                          "organisations", "persons", "places",  "statements" };
  g_autoptr (GError) error = NULL;
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autofree char *name = g_strconcat ("/recogniser/cases/", families[i], NULL);

      g_test_add_data_func (name, families[i], test_family);
    }
  result = g_test_run ();
  bayan_recogniser_unref (recogniser);
  return result;
}
