/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans by words: what a hand meant, a mention that grows and shrinks, words looked for in the text. */
#include "fixture.h"

#define TEXT                                                                                                                                                                                   \
  "بيان\n\nرحب الوزير بالأردن وفرنسا والعراق، ثم زار بغداد للتحالف الدولي.\nوَالْعِرَاق بلد، وإن العِراقَ " \
  "بلدٌ.\n"

static BayanCleanSpan
span_of (Fixture *fixture, const char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  const char *found = strstr (statement->text, words);

  g_assert_nonnull (found);
  return bayan_clean_span ((guint32) (found - statement->text),
                           (guint32) (found - statement->text + strlen (words)));
}

static void
assert_words (Fixture *fixture, BayanCleanSpan span, const char *words)
{
  g_autofree char *there = bayan_desk_dup_words (fixture->desk, span);

  g_assert_cmpstr (there, ==, words);
}

static void
read_text (Fixture *fixture)
{
  fixture_read (fixture, fixture_import_text (fixture, TEXT));
}

static void
test_word_at (Fixture *fixture, gconstpointer data)
{
  static const char *const WORDS[][2] = {
    { "والعراق", "العراق" }, { "بالأردن", "الأردن" },  { "وفرنسا", "فرنسا" },   { "بغداد", "بغداد" },
    { "الوزير", "الوزير" },  { "للتحالف", "للتحالف" }, { "وَالْعِرَاق", "الْعِرَاق" }, { "وإن", "وإن" },
  };

  read_text (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      BayanCleanSpan span = span_of (fixture, WORDS[i][0]);
      BayanWordSpan word;

      for (guint32 at = span.start.byte; at <= span.end.byte; at += 2)
        {
          g_assert_true (bayan_desk_find_word (fixture->desk, (BayanCleanPos) { at }, &word));
          assert_words (fixture, word.whole, WORDS[i][0]);
          assert_words (fixture, word.bare, WORDS[i][1]);
        }
    }
}

static void
assert_snaps (Fixture *fixture, const char *drawn, const char *meant)
{
  BayanCleanSpan span = span_of (fixture, drawn);

  bayan_desk_snap_to_words (fixture->desk, &span);
  assert_words (fixture, span, meant);
}

static void
test_snap (Fixture *fixture, gconstpointer data)
{
  read_text (fixture);
  assert_snaps (fixture, "لعرا", "العراق");
  assert_snaps (fixture, "والعر", "العراق");
  assert_snaps (fixture, "والعراق", "العراق");
  assert_snaps (fixture, "دن وفرن", "الأردن وفرنسا");
  assert_snaps (fixture, "والعراق، ثم", "والعراق، ثم"); /* a passage */
  assert_snaps (fixture, " وفرنسا ", " وفرنسا ");
  assert_snaps (fixture, "غداد لل", "بغداد للتحالف");
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  BayanCleanSpan span;

  read_text (fixture);
  span = span_of (fixture, "العراق");
  g_assert_true (bayan_desk_step_span (fixture->desk, BAYAN_EDGE_START, TRUE, &span));
  assert_words (fixture, span, "والعراق");
  g_assert_true (bayan_desk_step_span (fixture->desk, BAYAN_EDGE_START, TRUE, &span));
  assert_words (fixture, span, "فرنسا والعراق");
  g_assert_true (bayan_desk_step_span (fixture->desk, BAYAN_EDGE_START, FALSE, &span));
  g_assert_true (bayan_desk_step_span (fixture->desk, BAYAN_EDGE_START, FALSE, &span));
  assert_words (fixture, span, "العراق");
  g_assert_false (bayan_desk_step_span (fixture->desk, BAYAN_EDGE_START, FALSE, &span));
  g_assert_true (
      bayan_desk_step_span (fixture->desk, BAYAN_EDGE_END, TRUE, &span)); /* no stop at the comma */
  assert_words (fixture, span, "العراق، ثم");
  g_assert_true (bayan_desk_step_span (fixture->desk, BAYAN_EDGE_END, FALSE, &span));
  assert_words (fixture, span, "العراق");

  span = span_of (fixture, "الدولي");
  g_assert_false (bayan_desk_step_span (fixture->desk, BAYAN_EDGE_END, TRUE, &span)); /* the paragraph ends */
  assert_words (fixture, span, "الدولي");
}

static guint
count_mentions (Fixture *fixture, BayanMentionStatus status)
{
  GPtrArray *mentions = bayan_reading_get_mentions (bayan_desk_get_reading (fixture->desk));
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++)
    n += ((const BayanMention *) mentions->pdata[i])->status == status;
  return n;
}

/* Three words further and one back: one act each, what was suggested is rejected, what lay between leaves no trace. */
static void
test_set_span (Fixture *fixture, gconstpointer data)
{
  const BayanMention *mention;
  const char *subject;
  gint64 suggested;
  guint before;

  read_text (fixture);
  mention = fixture_find (fixture, "بغداد", BAYAN_MENTION_GPE);
  suggested = mention->id;
  before = bayan_reading_get_mentions (bayan_desk_get_reading (fixture->desk))->len;
  g_assert_false (bayan_desk_set_span (fixture->desk, suggested, mention->span));

  g_assert_true (bayan_desk_set_span (fixture->desk, suggested, span_of (fixture, "زار بغداد")));
  fixture_act (fixture);
  mention = fixture_find (fixture, "زار بغداد", BAYAN_MENTION_GPE);
  g_assert_nonnull (mention);
  g_assert_cmpint (mention->status, ==, BAYAN_STATUS_CONFIRMED);
  g_assert_cmpint (mention->layer, ==, BAYAN_LAYER_ANALYST);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), suggested)->status, ==,
                   BAYAN_STATUS_REJECTED);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "change-span");
  g_assert_cmpstr (subject, ==, "زار بغداد");
  fixture_check (fixture);

  g_assert_true (bayan_desk_set_span (fixture->desk, mention->id, span_of (fixture, "ثم زار بغداد")));
  fixture_act (fixture);
  g_assert_null (fixture_find (fixture, "زار بغداد", BAYAN_MENTION_GPE));
  g_assert_cmpuint (bayan_reading_get_mentions (bayan_desk_get_reading (fixture->desk))->len, ==, before + 1);
  fixture_check (fixture);

  /* Back where it began: the suggestion is confirmed, nothing else is left. */
  mention = fixture_find (fixture, "ثم زار بغداد", BAYAN_MENTION_GPE);
  g_assert_true (bayan_desk_set_span (fixture->desk, mention->id, span_of (fixture, "بغداد")));
  fixture_act (fixture);
  g_assert_cmpuint (bayan_reading_get_mentions (bayan_desk_get_reading (fixture->desk))->len, ==, before);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), suggested)->status, ==,
                   BAYAN_STATUS_CONFIRMED);
  g_assert_cmpuint (count_mentions (fixture, BAYAN_STATUS_REJECTED), ==, 0);
  fixture_check (fixture);

  for (guint i = 0; i < 3; i++)
    {
      bayan_desk_undo (fixture->desk);
      fixture_act (fixture);
    }
  g_assert_cmpuint (bayan_reading_get_mentions (bayan_desk_get_reading (fixture->desk))->len, ==, before);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), suggested)->status, ==,
                   BAYAN_STATUS_SUGGESTED);
  fixture_check (fixture);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) found = NULL;

  read_text (fixture);
  found = bayan_desk_find_in_text (fixture->desk, "العراق");
  g_assert_cmpuint (found->len, ==, 3);
  assert_words (fixture, g_array_index (found, BayanCleanSpan, 0), "العراق");
  assert_words (fixture, g_array_index (found, BayanCleanSpan, 1), "الْعِرَاق");
  g_array_unref (found);
  found = bayan_desk_find_in_text (fixture->desk, "الاردن  ");
  g_assert_cmpuint (found->len, ==, 1);
  assert_words (fixture, g_array_index (found, BayanCleanSpan, 0), "الأردن");
  g_array_unref (found);
  found = bayan_desk_find_in_text (fixture->desk, " ً");
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desk/spans/word-at", Fixture, NULL, fixture_set_up, test_word_at, fixture_tear_down);
  g_test_add ("/desk/spans/snap", Fixture, NULL, fixture_set_up, test_snap, fixture_tear_down);
  g_test_add ("/desk/spans/step", Fixture, NULL, fixture_set_up, test_step, fixture_tear_down);
  g_test_add ("/desk/spans/set-span", Fixture, NULL, fixture_set_up, test_set_span, fixture_tear_down);
  g_test_add ("/desk/spans/find", Fixture, NULL, fixture_set_up, test_find, fixture_tear_down);
  return g_test_run ();
}
