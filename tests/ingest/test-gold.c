/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real statements against what people said of them: boilerplate, titles and dates. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "bayan-code-points.h"
#include "support-ingest.h"

typedef struct {
  char *path;
  BayanStatement *statement;
  JsonObject *gold;
  JsonParser *parser;
} Case;

static void
case_free (Case *self)
{
  g_free (self->path);
  bayan_statement_unref (self->statement);
  g_object_unref (self->parser);
  g_free (self);
}

static Case *
case_new (const char *gold_path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_strndup (gold_path, strlen (gold_path) - strlen (".gold.json"));
  Case *self = g_new0 (Case, 1);
  g_autoptr (GFile) file = NULL;

  self->path = g_strconcat (base, ".txt", NULL);
  file = g_file_new_for_path (self->path);
  self->statement = bayan_ingest_file (file, NULL, &error);
  g_assert_no_error (error);
  assert_consistent (self->statement);
  self->parser = json_parser_new ();
  json_parser_load_from_file (self->parser, gold_path, &error);
  g_assert_no_error (error);
  self->gold = json_node_get_object (json_parser_get_root (self->parser));
  return self;
}

static void
for_each_case (void (*check) (Case *self))
{
  static const char *const SETS[] = { "seeds", "wires" };
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (SETS); i++)
    {
      g_autofree char *folder = shared_path ("statements", SETS[i], NULL);
      g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".gold.json"))
          {
            g_autofree char *path = g_build_filename (folder, name, NULL);
            Case *self = case_new (path);

            g_test_message ("%s", name);
            check (self);
            case_free (self);
            count++;
          }
      if (folder == NULL)
        return;
    }
  g_assert_cmpuint (count, >, 0);
}

/* The source without the ranges that people called boilerplate. */
static char *
source_without_boilerplate (Case *self)
{
  gsize size, at = 0;
  const char *raw = g_bytes_get_data (self->statement->raw, &size);
  g_autoptr (BayanCodePoints) points = bayan_code_points_new (raw, size);
  JsonArray *ranges = json_object_get_array_member (self->gold, "boilerplate");
  GString *kept = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (ranges); i++)
    {
      JsonObject *range = json_array_get_object_element (ranges, i);
      gsize start = bayan_code_points_to_byte (points, (guint32) json_object_get_int_member (range, "start"));

      g_string_append_len (kept, raw + at, (gssize) (start - at));
      at = bayan_code_points_to_byte (points, (guint32) json_object_get_int_member (range, "end"));
    }
  g_string_append_len (kept, raw + at, (gssize) (size - at));
  return g_string_free (kept, FALSE);
}

static void
check_boilerplate (Case *self)
{
  g_autofree char *kept = source_without_boilerplate (self);
  g_autofree char *composed = g_utf8_normalize (kept, -1, G_NORMALIZE_NFC);
  g_autofree char *wanted = without_space (composed), *got = without_space (self->statement->text);

  g_assert_cmpstr (got, ==, wanted);
}

static void
test_boilerplate (void)
{
  for_each_case (check_boilerplate);
}

static void
check_title (Case *self)
{
  const BayanStatement *statement = self->statement;
  g_autofree char *composed = NULL;

  if (json_object_get_null_member (self->gold, "title"))
    {
      g_assert_cmpuint (bayan_clean_span_length_bytes (statement->title_span), ==, 0);
      g_assert_cmpuint (strlen (statement->title), >, 0);
      return;
    }
  composed = g_utf8_normalize (
      json_object_get_string_member (json_object_get_object_member (self->gold, "title"), "text"), -1,
      G_NORMALIZE_NFC);
  g_assert_cmpstr (statement->title, ==, composed);
  g_assert_true (g_str_has_prefix (statement->text + statement->title_span.start.byte, composed));
}

static void
test_titles (void)
{
  for_each_case (check_title);
}

static void
check_date (Case *self)
{
  g_autofree char *iso = bayan_date_to_iso (self->statement->date);
  g_autofree char *hijri = bayan_date_to_iso (self->statement->hijri);
  JsonObject *date;

  if (json_object_get_null_member (self->gold, "document_date"))
    {
      g_assert_false (bayan_date_is_set (self->statement->date));
      return;
    }
  date = json_object_get_object_member (self->gold, "document_date");
  g_assert_cmpstr (iso, ==, json_object_get_string_member (date, "iso"));
  if (json_object_has_member (date, "also"))
    g_assert_cmpstr (hijri, ==,
                     json_object_get_string_member (json_object_get_object_member (date, "also"), "hijri"));
  g_assert_true (g_str_has_prefix (self->statement->text + self->statement->date_span.start.byte,
                                   json_object_get_string_member (date, "text")));
}

static void
test_dates (void)
{
  for_each_case (check_date);
}

static void
check_language (Case *self)
{
  g_assert_cmpstr (self->statement->language, ==, "ar");
  g_assert_cmpstr (self->statement->charset, ==, "UTF-8");
}

static void
test_languages (void)
{
  for_each_case (check_language);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/gold/boilerplate", test_boilerplate);
  g_test_add_func ("/ingest/gold/titles", test_titles);
  g_test_add_func ("/ingest/gold/dates", test_dates);
  g_test_add_func ("/ingest/gold/languages", test_languages);
  return g_test_run ();
}
