/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-repair.h"

#include <string.h>

#define TEXT "\xd8\xa7\xd8\xa8 cd\nef"

static BayanStatement *
make_statement (void)
{
  BayanStatement *statement = bayan_statement_new ();

  statement->text = g_strdup (TEXT);
  statement->text_length_bytes = strlen (TEXT);
  return statement;
}

static void
assert_words (const BayanStatement *statement, const char *instead, guint32 at, const char *expected)
{
  BayanRemovedRegion region = { .text = (char *) "x", .instead = (char *) instead, .at = { at } };
  BayanCleanSpan span = bayan_repair_find_words (statement, &region);
  g_autofree char *words = NULL;

  g_assert_cmpuint (span.end.byte, <=, statement->text_length_bytes);
  words = g_strndup (statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (BayanStatement) statement = make_statement ();

  assert_words (statement, "cd", 5, "cd");
  assert_words (statement, "ef", 8, "ef");
}

static void
test_spaces_at_an_end (void)
{
  g_autoptr (BayanStatement) statement = make_statement ();

  assert_words (statement, "cd  ", 5, "cd");
  assert_words (statement, "ef ", 8, "ef");
  assert_words (statement, " ", 10, "");
  assert_words (statement, "", 3, "");
}

static void
test_taken_back (void)
{
  g_autoptr (BayanStatement) statement = make_statement ();
  BayanRemovedRegion region = {
    .text = (char *) "cd", .instead = (char *) "c", .at = { 5 }, .restored = TRUE
  };

  g_assert_cmpuint (bayan_repair_find_words (statement, &region).end.byte, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repair/words", test_words);
  g_test_add_func ("/repair/spaces-at-an-end", test_spaces_at_an_end);
  g_test_add_func ("/repair/taken-back", test_taken_back);
  return g_test_run ();
}
