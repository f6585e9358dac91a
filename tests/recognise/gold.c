/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gold.h"

#include <string.h>

#include "bayan-code-points.h"
#include "bayan-config.h"

static void
gold_text_free (gpointer data)
{
  GoldText *self = data;

  g_free (self->name);
  g_free (self->json_path);
  bayan_statement_unref (self->statement);
  g_ptr_array_unref (self->gold);
  g_array_unref (self->boilerplate);
  g_free (self);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return bayan_mention_compare (*(BayanMention *const *) a, *(BayanMention *const *) b);
}

/* "T1\tGPE 69 74\t…" */
static void
read_line (GoldText *self, const BayanCodePoints *points, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 3), words = NULL;
  BayanMentionType type;

  if (*line != 'T' || g_strv_length (fields) < 2)
    return;
  words = g_strsplit (fields[1], " ", 3);
  if (g_strv_length (words) < 3 || !bayan_mention_type_from_string (words[0], &type))
    return;
  g_ptr_array_add (
      self->gold,
      bayan_mention_new (
          bayan_clean_span (
              bayan_code_points_to_byte (points, (guint32) g_ascii_strtoull (words[1], NULL, 10)),
              bayan_code_points_to_byte (points, (guint32) g_ascii_strtoull (words[2], NULL, 10))),
          type, BAYAN_LAYER_ANALYST, "gold"));
}

/* Of all that gold.json says only the ranges: "boilerplate": [{"start": 0, "end": 12}, …] */
static void
read_boilerplate (GoldText *self, const BayanCodePoints *points, const char *json)
{
  g_autoptr (GRegex) regex = g_regex_new ("\"start\": *(\\d+),\\s*\"end\": *(\\d+)", 0, 0, NULL);
  const char *start = strstr (json, "\"boilerplate\""), *end = start != NULL ? strchr (start, ']') : NULL;
  g_autofree char *list = end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup ("");
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, list, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *from = g_match_info_fetch (match, 1), *to = g_match_info_fetch (match, 2);
      BayanCleanSpan span =
          bayan_clean_span (bayan_code_points_to_byte (points, (guint32) g_ascii_strtoull (from, NULL, 10)),
                            bayan_code_points_to_byte (points, (guint32) g_ascii_strtoull (to, NULL, 10)));

      g_array_append_val (self->boilerplate, span);
    }
}

gboolean
gold_is_boilerplate (const GoldText *self, const BayanMention *mention)
{
  for (guint i = 0; i < self->boilerplate->len; i++)
    {
      BayanCleanSpan span = g_array_index (self->boilerplate, BayanCleanSpan, i);

      if (mention->span.start.byte < span.end.byte && span.start.byte < mention->span.end.byte)
        return TRUE;
    }
  return FALSE;
}

static void
load (GPtrArray *texts, const char *folder, const char *gold_folder, const char *name)
{
  g_autofree char *text_name = g_strconcat (name, ".txt", NULL),
                  *gold_name = g_strconcat (name, ".ann", NULL);
  g_autofree char *path = g_build_filename (folder, text_name, NULL);
  g_autofree char *gold_path = g_build_filename (gold_folder, gold_name, NULL);
  g_autofree char *json_name = g_strconcat (name, ".gold.json", NULL);
  g_autofree char *json_path = g_build_filename (gold_folder, json_name, NULL);
  g_autofree char *text = NULL, *gold = NULL, *json = NULL;
  gsize length_bytes;
  g_autoptr (BayanCodePoints) points = NULL;
  g_auto (GStrv) lines = NULL;
  GoldText *self;

  if (!g_file_get_contents (path, &text, &length_bytes, NULL)
      || !g_utf8_validate (text, (gssize) length_bytes, NULL)
      || !g_file_get_contents (gold_path, &gold, NULL, NULL))
    return;
  self = g_new0 (GoldText, 1);
  self->name = g_strdup (name);
  self->statement = bayan_statement_new ();
  self->statement->text = g_steal_pointer (&text);
  self->statement->text_length_bytes = length_bytes;
  self->gold = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  points = bayan_code_points_new (self->statement->text, length_bytes);
  lines = g_strsplit (gold, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (self, points, lines[i]);
  g_ptr_array_sort (self->gold, compare);
  self->boilerplate = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
  if (g_file_get_contents (json_path, &json, NULL, NULL))
    {
      read_boilerplate (self, points, json);
      self->json_path = g_steal_pointer (&json_path);
    }
  g_ptr_array_add (texts, self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Adds those of @folder that have their gold in @gold_folder. */
GPtrArray *
gold_load_folder (const char *folder, const char *gold_folder, GPtrArray *texts)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".txt")));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    load (texts, folder, gold_folder, names->pdata[i]);
  return texts;
}

/* An empty list of them, for gold_load_folder(). */
GPtrArray *
gold_new_texts (void)
{
  return g_ptr_array_new_with_free_func (gold_text_free);
}

GPtrArray *
gold_load (gboolean with_shared)
{
  static const char *const SETS[] = { "seeds", "wires" };
  const char *shared = g_getenv ("BAYAN_SHARED");
  g_autofree char *beside = g_build_filename (BAYAN_SOURCE_ROOT, "..", "shared", NULL);
  GPtrArray *texts = gold_new_texts ();

  gold_load_folder (BAYAN_SOURCE_ROOT "/data/samples", BAYAN_SOURCE_ROOT "/data/samples/gold", texts);
  for (guint i = 0; with_shared && i < G_N_ELEMENTS (SETS); i++)
    {
      g_autofree char *folder = g_build_filename (shared != NULL ? shared : beside, "statements", SETS[i],
                                                  NULL);

      gold_load_folder (folder, folder, texts);
    }
  return texts;
}

/* Everything that a suggestion says, a line each. */
char *
gold_write (const BayanStatement *statement, const GPtrArray *mentions)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];

      g_string_append_printf (
          out, "%u %u %s %s %s [%s] %s %s %.*s\n", mention->span.start.byte, mention->span.end.byte,
          bayan_mention_type_to_string (mention->type), bayan_layer_to_string (mention->layer), mention->rule,
          mention->evidence != NULL ? mention->evidence : "-", mention->entity_key,
          mention->value != NULL ? mention->value : "-", (int) bayan_clean_span_length_bytes (mention->span),
          statement->text + mention->span.start.byte);
    }
  return g_string_free (out, FALSE);
}
