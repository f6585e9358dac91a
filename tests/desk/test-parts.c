/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mention in several parts, in the statement that is open: more words belong to it, or fewer; the text changes; and what is
 * decided of it is of no other place. */
#include "fixture.h"

#include "bayan-same-list.h"

#define TEXT "بيان\n\nالتقى وزيرا طيران النيجر أمس وبوركينا نظيرهما، ثم عاد وزيرا طيران النيجر.\n"
#define FIRST "وزيرا طيران النيجر"
#define SECOND "وبوركينا"
#define BOTH FIRST " … " SECOND

static BayanReading *
get_reading (Fixture *fixture)
{
  return bayan_desk_get_reading (fixture->desk);
}

static BayanCleanSpan
span_of (Fixture *fixture, const char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (get_reading (fixture));
  const char *found = strstr (statement->text, words);

  g_assert_nonnull (found);
  return bayan_clean_span ((guint32) (found - statement->text),
                           (guint32) (found - statement->text + strlen (words)));
}

static const BayanMention *
find (Fixture *fixture, const char *words)
{
  GPtrArray *mentions = bayan_reading_get_mentions (get_reading (fixture));

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      g_autofree char *there = bayan_reading_dup_words (get_reading (fixture), mention);

      if (mention->type == BAYAN_MENTION_OCC && mention->status != BAYAN_STATUS_REJECTED
          && g_str_equal (there, words))
        return mention;
    }
  return NULL;
}

/* Returns: the mention, of one part */
static gint64
read_text (Fixture *fixture)
{
  fixture_read (fixture, fixture_import_text (fixture, TEXT));
  bayan_desk_label (fixture->desk, span_of (fixture, FIRST), BAYAN_MENTION_OCC);
  fixture_act (fixture);
  g_assert_nonnull (find (fixture, FIRST));
  return find (fixture, FIRST)->id;
}

static gint64
read_both (Fixture *fixture)
{
  gint64 id = read_text (fixture);

  g_assert_true (bayan_desk_add_part (fixture->desk, id, span_of (fixture, SECOND)));
  fixture_act (fixture);
  return id;
}

static void
undo (Fixture *fixture)
{
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
}

static void
test_add_and_take (Fixture *fixture, gconstpointer data)
{
  gint64 id = read_both (fixture);
  g_autoptr (GPtrArray) at = NULL;
  const char *subject;

  g_assert_nonnull (find (fixture, BOTH));
  g_assert_cmpint (find (fixture, BOTH)->id, ==, id);
  g_assert_cmpstr (find (fixture, BOTH)->entity_key, !=, NULL);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "add-part");
  g_assert_cmpstr (subject, ==, BOTH);
  at = bayan_reading_get_mentions_at (get_reading (fixture), span_of (fixture, SECOND).start);
  g_assert_true (g_ptr_array_find (at, find (fixture, BOTH), NULL));
  g_assert_false (bayan_desk_add_part (fixture->desk, id, span_of (fixture, SECOND)));
  fixture_check (fixture);

  g_assert_false (bayan_desk_take_part (fixture->desk, id, span_of (fixture, "نظيرهما")));
  g_assert_true (bayan_desk_take_part (fixture->desk, id, span_of (fixture, FIRST)));
  fixture_act (fixture);
  g_assert_cmpint (find (fixture, SECOND)->id, ==, id);
  g_assert_false (
      bayan_desk_take_part (fixture->desk, id, span_of (fixture, SECOND))); /* nothing would be left */
  undo (fixture);
  undo (fixture);
  g_assert_cmpint (find (fixture, FIRST)->id, ==, id);
  fixture_check (fixture);
}

/* An end moved by a word, and another type: all parts stay with it. Two are not joined. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  gint64 id = read_both (fixture);

  g_assert_true (bayan_desk_set_span (fixture->desk, id, span_of (fixture, FIRST " أمس")));
  fixture_act (fixture);
  g_assert_cmpint (find (fixture, FIRST " أمس … " SECOND)->id, ==, id);
  undo (fixture);
  bayan_desk_change_type (fixture->desk, id, BAYAN_MENTION_PERS);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_mention_get_n_parts (bayan_reading_find_mention (get_reading (fixture), id)), ==,
                    2);
  undo (fixture);
  bayan_desk_label (fixture->desk, span_of (fixture, "نظيرهما"), BAYAN_MENTION_PERS);
  fixture_act (fixture);
  g_assert_false (
      bayan_desk_join (fixture->desk, id, fixture_find (fixture, "نظيرهما", BAYAN_MENTION_PERS)->id));
}

/* What is decided of it is no matter of the same words elsewhere. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  gint64 id = read_text (fixture);
  g_autoptr (BayanSameList) list = bayan_same_list_new (fixture->desk, id);

  g_assert_nonnull (list);
  wait_until (!bayan_same_list_get_loading (list));
  g_assert_true (bayan_desk_add_part (fixture->desk, id, span_of (fixture, SECOND)));
  fixture_act (fixture);
  g_assert_null (bayan_same_list_new (fixture->desk, id));
}

static void
edit (Fixture *fixture, const char *words, const char *instead)
{
  BayanReading *before = get_reading (fixture);

  g_assert_true (bayan_desk_edit_text (fixture->desk, span_of (fixture, words), instead));
  wait_until (get_reading (fixture) != before);
}

/* Each part follows its words; one that is touched, or gone, asks for another look. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  gint64 id = read_both (fixture);
  BayanReading *before;

  edit (fixture, "التقى", "استقبل");
  g_assert_cmpint (find (fixture, BOTH)->id, ==, id);
  g_assert_cmpint (find (fixture, BOTH)->status, ==, BAYAN_STATUS_CONFIRMED);
  edit (fixture, SECOND, "وبركينا");
  g_assert_cmpint (find (fixture, FIRST " … وبركينا")->id, ==, id);
  g_assert_cmpint (find (fixture, FIRST " … وبركينا")->status, ==, BAYAN_STATUS_SUGGESTED);
  g_assert_cmpstr (find (fixture, FIRST " … وبركينا")->evidence, ==, BAYAN_EVIDENCE_EDITED);
  before = get_reading (fixture);
  bayan_desk_leave_out (fixture->desk, span_of (fixture, FIRST));
  wait_until (get_reading (fixture) != before);
  g_assert_cmpint (find (fixture, "وبركينا")->id, ==, id);
  before = get_reading (fixture);
  bayan_desk_undo (fixture->desk);
  wait_until (get_reading (fixture) != before);
  g_assert_nonnull (find (fixture, FIRST " … وبركينا"));
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/desk/parts/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add-and-take", test_add_and_take);
  ADD ("changed", test_changed);
  ADD ("same", test_same);
  ADD ("text", test_text);
  return g_test_run ();
}
