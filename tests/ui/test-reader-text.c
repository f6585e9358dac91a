/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the reader's buffer, and where: no display needed. */
#include "bayan-control-chips.h"
#include "bayan-reader-marks.h"
#include "bayan-reader-text.h"

#include <string.h>

static BayanStatement *
make_statement (const char *text)
{
  BayanStatement *statement = bayan_statement_new ();

  statement->text = g_strdup (text);
  statement->text_length_bytes = strlen (text);
  return statement;
}

static void
remove_region (BayanStatement *statement, guint32 at, const char *text)
{
  BayanRemovedRegion *region = g_new0 (BayanRemovedRegion, 1);

  region->at.byte = at;
  region->text = g_strdup (text);
  g_ptr_array_add (statement->removed, region);
}

static char *
line_of (const BayanRemovedRegion *region, gpointer data)
{
  return g_strdup_printf ("<%s>", region->text);
}

/* Every character of clean text is found in the buffer, and found back. */
static void
assert_every_character (const BayanStatement *statement, const BayanReaderText *text)
{
  const char *shown = bayan_reader_text_get_string (text);
  int shown_offset = 0;

  for (const char *at = statement->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      BayanCleanPos clean = { (guint32) (at - statement->text) };
      int offset = bayan_reader_text_to_buffer (text, clean);
      g_assert_cmpint (offset, >=, shown_offset);
      shown = g_utf8_offset_to_pointer (shown, offset - shown_offset);
      shown_offset = offset;
      g_assert_cmpuint (g_utf8_get_char (shown), ==, g_utf8_get_char (at));
      g_assert_cmpuint (bayan_reader_text_to_clean (text, offset).byte, ==, clean.byte);
      g_assert_cmpint (bayan_reader_text_find_region (text, offset), ==, -1);
    }
}

static void
test_plain (void)
{
  g_autoptr (BayanStatement) statement = make_statement ("بغداد 🇮🇶\nabc");
  g_autoptr (BayanReaderText) text = bayan_reader_text_new (statement, line_of, NULL);

  g_assert_cmpstr (bayan_reader_text_get_string (text), ==, statement->text);
  assert_every_character (statement, text);
}

/* At the start, in the middle of a paragraph, twice at one place, and at the end. */
static void
test_region_lines (void)
{
  g_autoptr (BayanStatement) statement = make_statement ("واحد\nاثنان ثلاثة\nأربعة");
  g_autoptr (BayanReaderText) text = NULL;
  int start, end;

  remove_region (statement, 0, "A");
  remove_region (statement, (guint32) (strstr (statement->text, "ثلاثة") - statement->text), "B");
  remove_region (statement, (guint32) (strstr (statement->text, "أربعة") - statement->text), "C");
  remove_region (statement, (guint32) statement->text_length_bytes, "D");
  text = bayan_reader_text_new (statement, line_of, NULL);

  g_assert_cmpstr (bayan_reader_text_get_string (text), ==, "<A>\nواحد\nاثنان ثلاثة\n<B>\n<C>\nأربعة\n<D>");
  assert_every_character (statement, text);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (bayan_reader_text_get_region_line (text, i, &start, &end));
      g_assert_cmpint (end - start, ==, 3);
      g_assert_cmpint (bayan_reader_text_find_region (text, start + 1), ==, (int) i);
    }
  g_assert_false (bayan_reader_text_get_region_line (text, 4, &start, &end));
}

/* A span that ends where a region's line stands ends before that line. */
static void
test_end_before_line (void)
{
  g_autoptr (BayanStatement) statement = make_statement ("أب\nجد");
  g_autoptr (BayanReaderText) text = NULL;

  remove_region (statement, 5, "X");
  text = bayan_reader_text_new (statement, line_of, NULL);
  g_assert_cmpint (bayan_reader_text_end_to_buffer (text, (BayanCleanPos) { 5 }), ==, 3);
  g_assert_cmpint (bayan_reader_text_to_buffer (text, (BayanCleanPos) { 5 }), ==, 7);
}

static void
test_long_paragraph (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (BayanStatement) statement = NULL;
  g_autoptr (BayanReaderText) text = NULL;

  for (int i = 0; i < 9000; i++)
    g_string_append (long_text, i < 4500 ? "كلمة " : "متصلة");
  statement = make_statement (long_text->str);
  text = bayan_reader_text_new (statement, line_of, NULL);
  for (const char *at = bayan_reader_text_get_string (text), *next; at != NULL && *at != '\0'; at = next)
    {
      next = strchr (at, '\n');
      g_assert_cmpuint (next != NULL ? (gsize) (next - at) : strlen (at), <=,
                        BAYAN_READER_PARAGRAPH_BYTES + 1);
      next = next != NULL ? next + 1 : NULL;
    }
  assert_every_character (statement, text);
}

static void
add_mention (GPtrArray *mentions, gint64 id, guint32 start, guint32 end, BayanMentionStatus status)
{
  BayanMention *mention = bayan_mention_new (bayan_clean_span (start, end), BAYAN_MENTION_GPE,
                                             BAYAN_LAYER_RULE, "x");

  mention->id = id;
  mention->status = status;
  g_ptr_array_add (mentions, mention);
}

static void
assert_level (const BayanReaderMarks *marks, gint64 id, guint level)
{
  const BayanReaderMark *mark = bayan_reader_marks_find (marks, id);

  g_assert_nonnull (mark);
  g_assert_cmpuint (mark->level, ==, level);
}

static void
test_levels (void)
{
  g_autoptr (BayanStatement) statement = make_statement ("0123456789012345678901234567890");
  g_autoptr (BayanReaderText) text = bayan_reader_text_new (statement, line_of, NULL);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  g_autoptr (BayanReaderMarks) marks = NULL;

  add_mention (mentions, 1, 0, 10, BAYAN_STATUS_SUGGESTED);
  add_mention (mentions, 2, 2, 8, BAYAN_STATUS_SUGGESTED);
  add_mention (mentions, 3, 4, 6, BAYAN_STATUS_CONFIRMED);
  add_mention (mentions, 4, 20, 26, BAYAN_STATUS_SUGGESTED);
  add_mention (mentions, 5, 24, 30, BAYAN_STATUS_SUGGESTED);
  add_mention (mentions, 6, 12, 14, BAYAN_STATUS_REJECTED);
  marks = bayan_reader_marks_new (mentions, text);

  assert_level (marks, 1, 2);
  assert_level (marks, 2, 1);
  assert_level (marks, 3, 0);
  assert_level (marks, 5, 0);
  assert_level (marks, 4, 1);
  g_assert_null (bayan_reader_marks_find (marks, 6));
  g_assert_cmpuint (bayan_reader_marks_first (marks, 9), ==, 0);
  g_assert_cmpuint (bayan_reader_marks_first (marks, 10), ==, 3);
}

/* What an act changed has a mark of its own; the others keep what they were dressed with, and all stand where they would
 * had they been made anew. */
static void
test_renewal (void)
{
  g_autoptr (BayanStatement) statement = make_statement ("0123456789012345678901234567890");
  g_autoptr (BayanReaderText) text = bayan_reader_text_new (statement, line_of, NULL);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  g_autoptr (BayanReaderMarks) before = NULL, marks = NULL, anew = NULL;

  add_mention (mentions, 1, 0, 10, BAYAN_STATUS_SUGGESTED);
  add_mention (mentions, 2, 2, 8, BAYAN_STATUS_SUGGESTED);
  add_mention (mentions, 3, 12, 16, BAYAN_STATUS_SUGGESTED);
  add_mention (mentions, 4, 20, 26, BAYAN_STATUS_REJECTED);
  add_mention (mentions, 5, 28, 30, BAYAN_STATUS_SUGGESTED);
  before = bayan_reader_marks_new (mentions, text);
  for (guint i = 0; i < before->marks->len; i++)
    g_array_index (before->marks, BayanReaderMark, i).is_dressed = TRUE;

  g_ptr_array_add (others, bayan_mention_share (mentions->pdata[0]));
  add_mention (others, 6, 4, 6, BAYAN_STATUS_CONFIRMED);
  add_mention (others, 3, 12, 16, BAYAN_STATUS_CONFIRMED);
  add_mention (others, 4, 20, 26, BAYAN_STATUS_CONFIRMED);
  g_ptr_array_add (others, bayan_mention_share (mentions->pdata[4]));
  marks = bayan_reader_marks_renew (before, others, text);
  anew = bayan_reader_marks_new (others, text);

  g_assert_cmpuint (marks->marks->len, ==, 5);
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const BayanReaderMark *mark = &g_array_index (marks->marks, BayanReaderMark, i);
      const BayanReaderMark *same = &g_array_index (anew->marks, BayanReaderMark, i);

      g_assert_cmpint (mark->is_dressed, ==, mark->id == 1 || mark->id == 5);
      g_assert_cmpint (mark->id, ==, same->id);
      g_assert_cmpint (mark->start, ==, same->start);
      g_assert_cmpint (mark->end, ==, same->end);
      g_assert_cmpint (mark->status, ==, same->status);
      g_assert_cmpuint (mark->level, ==, same->level);
    }
}

static void
test_steps (void)
{
  const BayanCleanSpan parts[] = { bayan_clean_span (0, 2), bayan_clean_span (5, 6) };
  g_autoptr (BayanStatement) statement = make_statement ("0123456789");
  g_autoptr (BayanReaderText) text = bayan_reader_text_new (statement, line_of, NULL);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  g_autoptr (BayanReaderMarks) marks = NULL;

  add_mention (mentions, 1, 0, 4, BAYAN_STATUS_SUGGESTED);
  add_mention (mentions, 2, 0, 2, BAYAN_STATUS_CONFIRMED);
  add_mention (mentions, 3, 6, 8, BAYAN_STATUS_SUGGESTED);
  bayan_mention_set_parts (mentions->pdata[1], parts, G_N_ELEMENTS (parts));
  marks = bayan_reader_marks_new (mentions, text);

  /* Each part has a mark; a mention is come to once. */
  g_assert_cmpuint (marks->marks->len, ==, 4);
  g_assert_cmpint (bayan_reader_marks_find (marks, 2)->start, ==, 0);
  g_assert_cmpint (bayan_reader_marks_step (marks, 0, 0, TRUE, FALSE)->id, ==, 1);
  g_assert_cmpint (bayan_reader_marks_step (marks, 2, 0, TRUE, FALSE)->id, ==, 3);
  g_assert_cmpint (bayan_reader_marks_step (marks, 1, 0, TRUE, FALSE)->id, ==, 2);
  g_assert_cmpint (bayan_reader_marks_step (marks, 1, 0, TRUE, TRUE)->id, ==, 3);
  g_assert_null (bayan_reader_marks_step (marks, 3, 6, TRUE, FALSE));
  g_assert_cmpint (bayan_reader_marks_step (marks, 3, 6, FALSE, TRUE)->id, ==, 1);
  g_assert_cmpint (bayan_reader_marks_step (marks, 99, 5, TRUE, TRUE)->id, ==, 3);
  g_assert_cmpint (bayan_reader_marks_step (marks, 99, 5, FALSE, FALSE)->id, ==, 2);
}

/* An override in the text does not turn the line round in the buffer; every place stays where it was. */
static void
test_overrides (void)
{
  g_autoptr (BayanStatement) statement = make_statement ("abc\u202Etxt.exe\u202C\u2067x\u2069 بيان\u200F.");
  g_autoptr (BayanReaderText) text = bayan_reader_text_new (statement, line_of, NULL);
  g_autoptr (BayanReaderText) doubted = NULL;

  g_assert_cmpstr (bayan_reader_text_get_string (text), ==,
                   "abc\u2060txt.exe\u2060\u2067x\u2069 بيان\u200F.");
  g_assert_cmpint (bayan_reader_text_to_buffer (text, (BayanCleanPos) { 6 }), ==, 4);
  g_assert_cmpuint (bayan_reader_text_to_clean (text, 4).byte, ==, 6);

  g_ptr_array_add (statement->doubts,
                   bayan_doubt_new (BAYAN_DOUBT_SPOOFING, "U+202E", bayan_clean_span (3, 16)));
  doubted = bayan_reader_text_new (statement, line_of, NULL);
  g_assert_cmpstr (bayan_reader_text_get_string (doubted), ==,
                   "abc\u2060txt.exe\u2060\u2060x\u2060 بيان\u200F.");
}

static void
test_chips (void)
{
  g_autoptr (BayanStatement) statement =
      make_statement ("abc\u202Etxt\u202C\u200F \u200Bx 👩\u200D🌾 \u2067y\u2069");
  g_autoptr (BayanReaderText) text = bayan_reader_text_new (statement, line_of, NULL);
  g_autoptr (BayanControlChips) chips = NULL;
  int offset;

  /* The isolate is in doubt, the zero-width space is not. */
  g_ptr_array_add (
      statement->doubts,
      bayan_doubt_new (BAYAN_DOUBT_SPOOFING, "U+2067",
                       bayan_clean_span ((guint32) (strstr (statement->text, "\u2067") - statement->text),
                                         (guint32) statement->text_length_bytes)));
  chips = bayan_control_chips_new (statement, text);
  g_assert_cmpuint (bayan_control_chips_count (chips, TRUE), ==, 5);
  g_assert_cmpuint (bayan_control_chips_count (chips, FALSE), ==, 3);
  g_assert_cmpstr (bayan_control_chips_get_label (chips, 0, &offset), ==, "RLO");
  g_assert_cmpint (offset, ==, 3);
  g_assert_cmpstr (bayan_control_chips_get_label (chips, 1, &offset), ==, "PDF RLM");
  g_assert_cmpstr (bayan_control_chips_get_label (chips, 2, &offset), ==, "ZWSP");
  g_assert_cmpstr (bayan_control_chips_get_label (chips, 3, &offset), ==, "RLI");
}

/* As many as a malformed file may hold: one label, and no more time than they are long. */
static void
test_many_controls (void)
{
  g_autoptr (GString) controls = g_string_new ("x");
  g_autoptr (BayanStatement) statement = NULL;
  g_autoptr (BayanReaderText) text = NULL;
  g_autoptr (BayanControlChips) chips = NULL;
  int offset;

  for (int i = 0; i < 100000; i++)
    g_string_append (controls, i % 2 == 0 ? "\u200F" : "\u202E");
  statement = make_statement (controls->str);
  text = bayan_reader_text_new (statement, line_of, NULL);
  chips = bayan_control_chips_new (statement, text);
  g_assert_cmpuint (bayan_control_chips_count (chips, TRUE), <, 100);
  g_assert_cmpstr (bayan_control_chips_get_label (chips, 0, &offset), ==, "RLM RLO RLM RLO …");
}

static void
test_repairs (void)
{
  g_autoptr (BayanStatement) statement = make_statement ("شكر العراق وسوريا على");
  BayanRemovedRegion *region = g_new0 (BayanRemovedRegion, 1);
  g_autoptr (BayanReaderText) text = NULL;
  int start, end;

  region->at.byte = (guint32) strlen ("شكر ");
  region->text = g_strdup ("العراقوسوريا");
  region->instead = g_strdup ("العراق وسوريا");
  g_ptr_array_add (statement->removed, region);
  text = bayan_reader_text_new (statement, line_of, NULL);
  g_assert_cmpstr (bayan_reader_text_get_string (text), ==, statement->text); /* no line of its own */
  g_assert_cmpuint (bayan_reader_text_get_n_repairs (text), ==, 1);
  bayan_reader_text_get_repair (text, 0, &start, &end);
  g_assert_cmpint (start, ==, 4);
  g_assert_cmpint (end, ==, 17);
  g_assert_cmpint (bayan_reader_text_find_repair (text, 3), ==, -1);
  g_assert_cmpint (bayan_reader_text_find_repair (text, 4), ==, 0);
  g_assert_cmpint (bayan_reader_text_find_repair (text, 16), ==, 0);
  g_assert_cmpint (bayan_reader_text_find_repair (text, 17), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/reader-text/plain", test_plain);
  g_test_add_func ("/ui/reader-text/region-lines", test_region_lines);
  g_test_add_func ("/ui/reader-text/end-before-line", test_end_before_line);
  g_test_add_func ("/ui/reader-text/long-paragraph", test_long_paragraph);
  g_test_add_func ("/ui/reader-marks/levels", test_levels);
  g_test_add_func ("/ui/reader-marks/renewal", test_renewal);
  g_test_add_func ("/ui/reader-marks/steps", test_steps);
  g_test_add_func ("/ui/reader-text/overrides", test_overrides);
  g_test_add_func ("/ui/reader-text/chips", test_chips);
  g_test_add_func ("/ui/reader-text/many-controls", test_many_controls);
  g_test_add_func ("/ui/reader-text/repairs", test_repairs);
  return g_test_run ();
}
