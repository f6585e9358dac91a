/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes become a statement that holds together, or are refused: character sets, HTML, cleaning, title, dates.
 * What was left out and taken back is text again. */
#include "bayan-ingest.h"
#include "fuzz.h"

static void
check_span (const BayanStatement *statement, BayanCleanSpan span)
{
  g_assert_cmpuint (span.start.byte, <=, span.end.byte);
  g_assert_cmpuint (span.end.byte, <=, statement->text_length_bytes);
}

static void
check (const BayanStatement *statement)
{
  gsize readable = g_bytes_get_size (bayan_statement_get_readable (statement));
  BayanRawSpan all;

  g_assert_true (g_utf8_validate (statement->text, (gssize) statement->text_length_bytes, NULL));
  g_assert_cmpuint (bayan_offset_map_get_clean_length (statement->map), ==, statement->text_length_bytes);
  all = bayan_offset_map_to_raw (statement->map, bayan_clean_span (0, (guint32) statement->text_length_bytes));
  g_assert_cmpuint (all.end.byte, <=, readable);
  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = statement->removed->pdata[i];

      g_assert_cmpuint (region->raw.start.byte, <=, region->raw.end.byte);
      g_assert_cmpuint (region->raw.end.byte, <=, readable);
      g_assert_cmpuint (region->at.byte, <=, statement->text_length_bytes);
    }
  for (guint i = 0; i < statement->details->len; i++)
    check_span (statement, ((const BayanDetail *) statement->details->pdata[i])->span);
  for (guint i = 0; i < statement->doubts->len; i++)
    check_span (statement, ((const BayanDoubt *) statement->doubts->pdata[i])->span);
  check_span (statement, statement->title_span);
  check_span (statement, statement->date_span);
  check_span (statement, statement->hijri_span);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (BayanStatement) statement = bayan_ingest_bytes (raw, "input", NULL, NULL, NULL);
  g_autoptr (BayanStatement) whole = NULL, again = NULL;
  g_autofree gboolean *restored = NULL;

  if (statement == NULL)
    return 0;
  check (statement);
  restored = g_new0 (gboolean, statement->removed->len + 1);
  for (guint i = 0; i < statement->removed->len; i++)
    restored[i] = TRUE;
  whole = bayan_ingest_restore (statement, restored, NULL);
  g_assert_nonnull (whole);
  check (whole);
  for (guint i = 0; i < statement->removed->len; i++)
    restored[i] = FALSE;
  again = bayan_ingest_restore (whole, restored, NULL);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->text, ==, statement->text);
  return 0;
}
