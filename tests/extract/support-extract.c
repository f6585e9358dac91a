/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support-extract.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define ZIP_MAX_BYTES (8u * 1024 * 1024)

Outcome
outcome_of (BayanExtractReader reader, GBytes *bytes)
{
  Outcome self = { bayan_extract_new () };

  self.good = reader (self.extract, bytes, &self.error);
  g_assert_true (self.good == (self.error == NULL));
  if (self.error != NULL)
    g_assert_true (self.error->domain == BAYAN_EXTRACT_ERROR);
  g_assert_true (g_utf8_validate (self.extract->html->str, (gssize) self.extract->html->len, NULL));
  return self;
}

void
outcome_clear (Outcome *self)
{
  g_clear_pointer (&self->extract, bayan_extract_free);
  g_clear_error (&self->error);
}

/* What is after the head that every extract has. */
const char *
outcome_html (const Outcome *self)
{
  g_assert_no_error (self->error);
  return strchr (self->extract->html->str, '\n') + 1;
}

const char *
outcome_detail (const Outcome *self, BayanDetailField field)
{
  for (guint i = 0; i < self->extract->details->len; i++)
    {
      const BayanDetail *detail = g_ptr_array_index (self->extract->details, i);

      if (detail->field == field)
        return detail->value;
    }
  return NULL;
}

gboolean
outcome_has_doubt (const Outcome *self, BayanDoubtKind kind, const char *subject)
{
  for (guint i = 0; i < self->extract->doubts->len; i++)
    {
      const BayanExtractDoubt *doubt = &g_array_index (self->extract->doubts, BayanExtractDoubt, i);

      if (doubt->kind == kind && (subject == NULL || strcmp (doubt->subject, subject) == 0))
        return TRUE;
    }
  return FALSE;
}

void
assert_refused (BayanExtractReader reader, GBytes *bytes, BayanExtractError code)
{
  g_auto (Outcome) outcome = outcome_of (reader, bytes);

  g_assert_error (outcome.error, BAYAN_EXTRACT_ERROR, (int) code);
}

void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("«%s» is not in:\n%s", part, text);
}

void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("«%s» is in:\n%s", part, text);
}

/* The words of simple HTML with one space between them, without those of headers and footers. */
char *
visible_text (const char *html)
{
  g_autoptr (GRegex) regions = g_regex_new ("<(header|footer)>.*?</\\1>", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *without_regions = g_regex_replace_literal (regions, html, -1, 0, " ", 0, NULL);
  g_autofree char *without_tags = g_regex_replace_literal (tags, without_regions, -1, 0, " ", 0, NULL);
  g_autofree char *text = g_regex_replace_literal (spaces, without_tags, -1, 0, " ", 0, NULL);
  g_autoptr (GString) decoded = g_string_new (text);

  g_string_replace (decoded, "&lt;", "<", 0);
  g_string_replace (decoded, "&gt;", ">", 0);
  g_string_replace (decoded, "&amp;", "&", 0);
  return g_strstrip (g_string_free (g_steal_pointer (&decoded), FALSE));
}

GBytes *
load_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
add_member (struct archive *archive, const char *name, const char *text)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) strlen (text));
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_write_header (archive, entry);
  archive_write_data (archive, text, strlen (text));
  archive_entry_free (entry);
}

/* Names and texts of members by turns, then NULL. */
GBytes *
make_zip (const char *first_name, ...)
{
  struct archive *archive = archive_write_new ();
  guint8 *buffer = g_malloc (ZIP_MAX_BYTES);
  size_t used = 0;
  va_list members;

  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, buffer, ZIP_MAX_BYTES, &used);
  va_start (members, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (members, const char *))
    add_member (archive, name, va_arg (members, const char *));
  va_end (members);
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

/* Cut off after each part of it: an error or a part of the text. */
void
try_truncated (BayanExtractReader reader, GBytes *bytes, guint steps)
{
  gsize length = g_bytes_get_size (bytes);

  for (guint i = 0; i < steps; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length * i / steps);
      g_auto (Outcome) outcome = outcome_of (reader, part);

      g_assert_nonnull (outcome.extract);
    }
}

/* With bytes of it changed by chance, always the same ones. */
void
try_damaged (BayanExtractReader reader, GBytes *bytes, guint times)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gsize length = g_bytes_get_size (bytes);

  for (guint i = 0; i < times; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) damaged = g_bytes_new_take (copy, length);

      for (guint k = 0; k < 20; k++)
        copy[g_rand_int_range (random, 0, (gint32) length)] = (guint8) g_rand_int (random);
      g_auto (Outcome) outcome = outcome_of (reader, damaged);
      g_assert_nonnull (outcome.extract);
    }
}
