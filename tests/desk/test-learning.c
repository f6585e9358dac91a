/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst decides is learned: what is imported after it follows him, until he takes it back. */
#include "fixture.h"

#define FIRST "بيان أول\n\nأكد الوزراء أن زربطان شريك مهم.\n"
#define LATER "بيان لاحق\n\nوقال الوزراء إن زربطان شريك قديم، ورحبوا به %u.\n"

static BayanCleanSpan
span_of (Fixture *fixture, const char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  const char *found = strstr (statement->text, words);

  g_assert_nonnull (found);
  return bayan_clean_span ((guint32) (found - statement->text),
                           (guint32) (found - statement->text + strlen (words)));
}

/* What the word is suggested to be in a statement that is imported now; NULL for nothing */
static const BayanMention *
import_later (Fixture *fixture)
{
  static guint serial;
  g_autofree char *text = g_strdup_printf (LATER, ++serial);

  fixture_read (fixture, fixture_import_text (fixture, text));
  return fixture_find (fixture, "زربطان", BAYAN_MENTION_ORG);
}

static void
label (Fixture *fixture)
{
  fixture_read (fixture, fixture_import_text (fixture, FIRST));
  bayan_desk_label (fixture->desk, span_of (fixture, "زربطان"), BAYAN_MENTION_ORG);
  fixture_act (fixture);
}

static void
test_a_label_teaches (Fixture *fixture, gconstpointer data)
{
  const BayanMention *mention;

  g_assert_null (import_later (fixture));
  label (fixture);
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 1);
  mention = import_later (fixture);
  g_assert_nonnull (mention);
  g_assert_cmpint (mention->layer, ==, BAYAN_LAYER_MEMORY);
  g_assert_cmpint (mention->status, ==, BAYAN_STATUS_SUGGESTED);
  g_assert_cmpstr (mention->entity_key, ==, "org:زربطان");
  fixture_check (fixture);

  /* The library remembers. */
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk));
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 1);
  g_assert_nonnull (import_later (fixture));
}

static void
test_undo_unteaches (Fixture *fixture, gconstpointer data)
{
  label (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 0);
  bayan_desk_redo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 1);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_null (import_later (fixture));
}

static void
test_another_type_is_two_lessons (Fixture *fixture, gconstpointer data)
{
  label (fixture);
  bayan_desk_change_type (fixture->desk, fixture_find (fixture, "زربطان", BAYAN_MENTION_ORG)->id,
                          BAYAN_MENTION_PERS);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 2);
  g_assert_null (import_later (fixture));
  g_assert_nonnull (fixture_find (fixture, "زربطان", BAYAN_MENTION_PERS));
}

static void
test_switched_off_and_forgotten (Fixture *fixture, gconstpointer data)
{
  label (fixture);
  bayan_desk_set_learning (fixture->desk, FALSE);
  g_assert_false (bayan_desk_get_learning (fixture->desk));
  g_assert_null (import_later (fixture));
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk));
  g_assert_false (bayan_desk_get_learning (fixture->desk));
  bayan_desk_set_learning (fixture->desk, TRUE);
  g_assert_nonnull (import_later (fixture));

  bayan_desk_forget_lessons (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 0);
  g_assert_null (import_later (fixture));
  bayan_desk_undo (fixture->desk); /* the import */
  fixture_act (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 1);
}

static guint
count_suggested (Fixture *fixture, gint64 statement)
{
  return bayan_statement_item_get_n_suggested (bayan_desk_find_statement (fixture->desk, statement));
}

/* What stands in other statements follows in the background, as a part of the act; undo takes both back. */
static void
test_other_statements_follow (Fixture *fixture, gconstpointer data)
{
  gint64 other = fixture_import_text (fixture, "بيان آخر\n\nوصل زربطان أمس، وقال زربطان ذلك.\n");
  gint64 decided = fixture_import_text (fixture, "بيان ثالث\n\nوصل زربطان أمس أيضا.\n");
  guint before = count_suggested (fixture, other), before_decided;

  /* He decided otherwise here: that stays. */
  fixture_read (fixture, decided);
  bayan_desk_label (fixture->desk, span_of (fixture, "زربطان"), BAYAN_MENTION_PERS);
  fixture_act (fixture);
  wait_until (count_suggested (fixture, other) == before + 2);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (count_suggested (fixture, other), ==, before);
  bayan_desk_redo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (count_suggested (fixture, other), ==, before + 2);
  fixture_check (fixture);
  before_decided = count_suggested (fixture, decided);

  fixture_read (fixture, other);
  g_assert_nonnull (fixture_find (fixture, "زربطان", BAYAN_MENTION_PERS));
  bayan_desk_reject (fixture->desk, fixture_find (fixture, "زربطان", BAYAN_MENTION_PERS)->id);
  fixture_act (fixture);
  fixture_check (fixture);
  fixture_read (fixture, decided);
  g_assert_cmpint (fixture_find (fixture, "زربطان", BAYAN_MENTION_PERS)->status, ==, BAYAN_STATUS_CONFIRMED);
  g_assert_cmpuint (count_suggested (fixture, decided), ==, before_decided);
  while (bayan_desk_get_can_undo (fixture->desk))
    {
      bayan_desk_undo (fixture->desk);
      fixture_act (fixture);
      fixture_check (fixture);
    }
  while (bayan_desk_get_can_redo (fixture->desk))
    {
      bayan_desk_redo (fixture->desk);
      fixture_act (fixture);
      fixture_check (fixture);
    }
}

/* What was rejected twice behind a word goes from where it stands behind it. */
static void
test_rejected_suggestions_go (Fixture *fixture, gconstpointer data)
{
  gint64 other = fixture_import_text (fixture, "بيان آخر\n\nزار الوفد العراق أمس.\n");
  guint before = count_suggested (fixture, other);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = g_strdup_printf ("بيان %u\n\nثم زار الوفد العراق اليوم.\n", i + 1);

      fixture_read (fixture, fixture_import_text (fixture, text));
      bayan_desk_reject (fixture->desk, fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id);
      fixture_act (fixture);
    }
  wait_until (count_suggested (fixture, other) == before - 1);
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (count_suggested (fixture, other), ==, before);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/learning/a-label-teaches", test_a_label_teaches);
  ADD ("/learning/undo-unteaches", test_undo_unteaches);
  ADD ("/learning/another-type-is-two-lessons", test_another_type_is_two_lessons);
  ADD ("/learning/switched-off-and-forgotten", test_switched_off_and_forgotten);
  ADD ("/learning/other-statements-follow", test_other_statements_follow);
  ADD ("/learning/rejected-suggestions-go", test_rejected_suggestions_go);

  return g_test_run ();
}
