/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support-ingest.h"

#include <string.h>

#include "bayan-config.h"

BayanStatement *
ingest_data (const void *data, gsize size)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  BayanStatement *statement = bayan_ingest_bytes (raw, "test.txt", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (statement);
  assert_consistent (statement);
  return statement;
}

BayanStatement *
ingest_text (const char *text)
{
  return ingest_data (text, strlen (text));
}

void
assert_refused (const void *data, gsize size, BayanIngestError code)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (bayan_ingest_bytes (raw, "test.txt", NULL, NULL, &error));
  g_assert_error (error, BAYAN_INGEST_ERROR, (int) code);
}

/* What holds for every statement, whatever it was made from. */
void
assert_consistent (const BayanStatement *statement)
{
  gsize raw_size = g_bytes_get_size (statement->raw);
  guint32 raw_end = 0;

  g_assert_true (g_utf8_validate (statement->text, (gssize) statement->text_length_bytes, NULL));
  g_assert_cmpuint (strlen (statement->text), ==, statement->text_length_bytes);
  g_assert_null (strchr (statement->text, '\r'));
  g_assert_null (strstr (statement->text, "\n\n\n"));
  g_assert_cmpuint (bayan_offset_map_get_clean_length (statement->map), ==, statement->text_length_bytes);
  g_assert_cmpuint (statement->title_span.end.byte, <=, statement->text_length_bytes);
  g_assert_cmpuint (statement->date_span.end.byte, <=, statement->text_length_bytes);
  g_assert_true (g_utf8_validate (statement->title, -1, NULL));
  g_assert_cmpuint (strlen (statement->title), >, 0);
  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = g_ptr_array_index (statement->removed, i);

      g_assert_cmpuint (region->raw.start.byte, >=, raw_end);
      g_assert_cmpuint (region->raw.start.byte, <, region->raw.end.byte);
      g_assert_cmpuint (region->raw.end.byte, <=, raw_size);
      g_assert_cmpuint (region->at.byte, <=, statement->text_length_bytes);
      if (strcmp (region->kind, "by-hand") != 0)
        g_assert_true (g_str_has_prefix (region->rule, "clean/"));
      g_assert_cmpuint (strlen (region->text), >, 0);
      if (region->restored)
        g_assert_true (g_str_has_prefix (statement->text + region->at.byte, region->text));
      else if (region->instead != NULL && strcmp (region->kind, "by-hand") != 0)
        g_assert_true (g_str_has_prefix (statement->text + region->at.byte, region->instead));
      raw_end = region->raw.end.byte;
    }
}

const BayanRemovedRegion *
find_region (const BayanStatement *statement, const char *text)
{
  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = g_ptr_array_index (statement->removed, i);

      if (strstr (region->text, text) != NULL)
        return region;
    }
  return NULL;
}

gboolean
is_removed (const BayanStatement *statement, const char *text)
{
  return find_region (statement, text) != NULL;
}

char *
without_space (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (out, g_utf8_get_char (text));
  return g_string_free (out, FALSE);
}

/* Returns NULL, and skips the test, where the shared material is not at hand. */
char *
shared_path (const char *first, ...)
{
  const char *shared = g_getenv ("BAYAN_SHARED");
  g_autofree char *root = NULL, *rest = NULL;
  char *path;
  va_list arguments;

  va_start (arguments, first);
  rest = g_build_filename_valist (first, &arguments);
  va_end (arguments);
  root = shared != NULL ? g_strdup (shared) : g_build_filename (BAYAN_SOURCE_ROOT, "..", "shared", NULL);
  path = g_build_filename (root, rest, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_test_skip ("No shared statements here; set BAYAN_SHARED");
  g_free (path);
  return NULL;
}
