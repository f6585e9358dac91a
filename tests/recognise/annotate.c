/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognises stored texts as they are, without cleaning, and writes brat files: annotate TEXT… OUT-DIRECTORY.
 * For measuring the recogniser by itself against gold whose offsets count in the stored text. */
#include <stdio.h>
#include <string.h>

#include "bayan-code-points.h"
#include "bayan-recogniser.h"

static void
annotate (BayanRecogniser *recogniser, const char *path, const char *out_directory)
{
  g_autofree char *text = NULL;
  gsize length_bytes;
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  g_autoptr (BayanRecognition) recognition = NULL;
  g_autoptr (BayanCodePoints) points = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *base = g_path_get_basename (path), *name = NULL, *out_path = NULL;

  if (!g_file_get_contents (path, &text, &length_bytes, NULL))
    return;

  statement->text = g_strdup (text);
  statement->text_length_bytes = length_bytes;
  recognition = bayan_recogniser_recognise (recogniser, statement, NULL);
  points = bayan_code_points_new (text, length_bytes);
  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (recognition->mentions, i);
      guint32 start = mention->span.start.byte, end = mention->span.end.byte;

      g_string_append_printf (
          out, "T%u\t%s %u %u\t%.*s\t#%s\n", i + 1, bayan_mention_type_to_string (mention->type),
          bayan_code_points_from_byte (points, start), bayan_code_points_from_byte (points, end),
          (int) (end - start), text + start, mention->rule);
    }

  name = g_strndup (base, strlen (base) - strlen (".txt"));
  out_path = g_strconcat (out_directory, "/", name, ".ann", NULL);
  g_file_set_contents (out_path, out->str, (gssize) out->len, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (BayanRecogniser) recogniser = bayan_recogniser_new (&error);

  if (recogniser == NULL || argc < 3)
    {
      g_printerr ("annotate TEXT… OUT-DIRECTORY%s%s\n", error != NULL ? ": " : "",
                  error != NULL ? error->message : "");
      return 1;
    }
  g_printerr ("tables read in %.1f ms\n", (double) (g_get_monotonic_time () - start) / 1000);
  for (int i = 1; i < argc - 1; i++)
    annotate (recogniser, argv[i], argv[argc - 1]);

  return 0;
}
