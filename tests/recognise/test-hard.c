/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hard cases that this room has to get right, and as many again: cases/hard.txt, which says how they are written.
 * Those without a word for acts ask nothing of them. */
#include <locale.h>
#include <string.h>

#include "bayan-act-finder.h"
#include "bayan-config.h"
#include "bayan-recogniser.h"

static BayanRecogniser *recogniser;
static BayanActFinder *finder;

/* A text, and what was found in it. */
typedef struct {
  BayanStatement *statement;
  BayanRecognition *recognition;
  BayanActs *acts;
} Reading;

static Reading
read_text (const char *text, const char *date)
{
  Reading self = { .statement = bayan_statement_new () };
  g_autoptr (BayanWords) words = bayan_words_new (text, -1);

  self.statement->text = g_strdup (text);
  self.statement->text_length_bytes = strlen (text);
  if (date != NULL)
    self.statement->date = bayan_date_from_iso (date);
  self.recognition = bayan_recogniser_recognise_words (recogniser, self.statement, words, NULL);
  self.acts = bayan_act_finder_find (finder, words, self.recognition, NULL);
  return self;
}

static void
reading_clear (Reading *self)
{
  bayan_acts_free (self->acts);
  bayan_recognition_free (self->recognition);
  bayan_statement_unref (self->statement);
}

static char *
span_text (const Reading *self, BayanCleanSpan span)
{
  return g_strndup (self->statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
}

static gboolean
holds_mention (const Reading *self, const char *type, const char *surface, const char *meaning)
{
  for (guint i = 0; i < self->recognition->mentions->len; i++)
    {
      const BayanMention *mention = self->recognition->mentions->pdata[i];
      g_autofree char *text = span_text (self, mention->span);

      if (strcmp (bayan_mention_type_to_string (mention->type), type) == 0 && strcmp (text, surface) == 0)
        return *meaning == '\0' || g_strcmp0 (mention->entity_key, meaning) == 0
               || g_strcmp0 (mention->value, meaning) == 0 || g_strcmp0 (mention->evidence, meaning) == 0;
    }
  return FALSE;
}

static gboolean
holds_type (const Reading *self, const char *type)
{
  for (guint i = 0; i < self->recognition->mentions->len; i++)
    {
      const BayanMention *mention = self->recognition->mentions->pdata[i];

      if (strcmp (bayan_mention_type_to_string (mention->type), type) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds_act (const Reading *self, const char *verb, const char *act_class, const char *actors)
{
  for (guint i = 0; i < self->acts->acts->len; i++)
    {
      const BayanAct *act = self->acts->acts->pdata[i];
      g_autofree char *found = span_text (self, act->verb);
      g_autoptr (GString) who = g_string_new (NULL);

      for (guint a = 0; a < act->actors->len; a++)
        {
          g_autofree char *actor = span_text (self, ((const BayanActor *) act->actors->pdata[a])->span);

          g_string_append_printf (who, "%s%s", who->len > 0 ? "؛ " : "", actor);
        }
      if (act->negated)
        g_string_prepend (who, "not ");
      if (strcmp (found, verb) == 0 && strcmp (bayan_act_class_to_string (act->act_class), act_class) == 0
          && strcmp (who->str, actors) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds_quotation (const Reading *self, const char *words)
{
  for (guint i = 0; i < self->acts->acts->len; i++)
    {
      g_autofree char *found = span_text (self, ((const BayanAct *) self->acts->acts->pdata[i])->quotation);

      if (strcmp (found, words) == 0)
        return TRUE;
    }
  return FALSE;
}

/* One line of what is expected; @f: its fields, "" where it has fewer than four. */
static gboolean
holds (const Reading *self, char **f)
{
  if (strcmp (f[0], "no") == 0)
    return strcmp (f[1], "ACT") == 0 ? self->acts->acts->len == 0 : !holds_type (self, f[1]);
  if (strcmp (f[0], "act") == 0)
    return holds_act (self, f[1], f[2], f[3]);
  if (strcmp (f[0], "acts") == 0)
    return self->acts->acts->len == (guint) atoi (f[1]);
  if (strcmp (f[0], "quotation") == 0)
    return holds_quotation (self, f[1]);
  return holds_mention (self, f[0], f[1], f[2]);
}

static void
complain (const Reading *self, guint line, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < self->recognition->mentions->len; i++)
    {
      const BayanMention *mention = self->recognition->mentions->pdata[i];
      g_autofree char *text = span_text (self, mention->span);

      g_string_append_printf (found, "\n%s | %s | %s | %s | %s", bayan_mention_type_to_string (mention->type),
                              text, mention->entity_key, mention->value != NULL ? mention->value : "",
                              mention->evidence != NULL ? mention->evidence : "");
    }
  for (guint i = 0; i < self->acts->acts->len; i++)
    {
      const BayanAct *act = self->acts->acts->pdata[i];
      g_autofree char *verb = span_text (self, act->verb);

      g_string_append_printf (found, "\nact | %s | %s", verb, bayan_act_class_to_string (act->act_class));
    }
  g_test_message ("hard.txt:%u: %s\nexpected %s, found%s", line, self->statement->text, expected, found->str);
  g_test_fail ();
}

static void
expect (const Reading *self, guint number, const char *line)
{
  char *f[5] = { (char *) "", (char *) "", (char *) "", (char *) "", NULL };
  g_auto (GStrv) fields = g_strsplit (line + strlen ("= "), "|", 4);

  for (guint i = 0; fields[i] != NULL; i++)
    f[i] = g_strstrip (fields[i]);
  if (!holds (self, f))
    complain (self, number, line);
}

static void
test_cases (void)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  const char *date = NULL;
  guint n = 0;

  g_file_get_contents (BAYAN_SOURCE_ROOT "/tests/recognise/cases/hard.txt", &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      Reading reading;

      if (g_str_has_prefix (lines[i], "# ") && g_ascii_isdigit (lines[i][2]))
        n++;
      if (g_str_has_prefix (lines[i], "date "))
        date = lines[i] + strlen ("date ");
      if (*lines[i] == '\0' || *lines[i] == '#' || g_str_has_prefix (lines[i], "= ")
          || g_str_has_prefix (lines[i], "date "))
        continue;
      text = g_strcompress (lines[i]);
      reading = read_text (text, date);
      for (guint k = i + 1; lines[k] != NULL && g_str_has_prefix (lines[k], "= "); k++)
        expect (&reading, k + 1, lines[k]);
      reading_clear (&reading);
      date = NULL;
    }
  g_assert_cmpuint (n, >=, 60);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
  finder = bayan_act_finder_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/recogniser/hard-cases", test_cases);
  result = g_test_run ();
  bayan_act_finder_free (finder);
  bayan_recogniser_unref (recogniser);
  return result;
}
