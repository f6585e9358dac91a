/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst decides is learned: what is imported after it follows him, until he takes it back. */
#include "bayan-precision.h"
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

/* More of them than are on their way at once: each follows, by one act, and undo takes all back. */
static void
test_many_statements_follow (Fixture *fixture, gconstpointer data)
{
  gint64 statements[40];
  guint before[G_N_ELEMENTS (statements)];

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *text = g_strdup_printf (LATER, 100 + i);

      statements[i] = fixture_import_text (fixture, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    before[i] = count_suggested (fixture, statements[i]);
  label (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    wait_until (count_suggested (fixture, statements[i]) == before[i] + 1);
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    g_assert_cmpuint (count_suggested (fixture, statements[i]), ==, before[i]);
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

/* Two statements with a word that is learned from the first; the second, where it is suggested then, is open. */
static gint64
learn_elsewhere (Fixture *fixture, guint *n_before)
{
  gint64 other = fixture_import_text (fixture, "بيان آخر\n\nوصل زربطان أمس، وقال زربطان ذلك.\n");

  *n_before = count_suggested (fixture, other);
  label (fixture);
  wait_until (count_suggested (fixture, other) == *n_before + 2);
  return other;
}

/* What was learned is suggested no longer, where the analyst looks and elsewhere, and is suggested again. */
static void
test_switching_suggests_again (Fixture *fixture, gconstpointer data)
{
  guint before, n_open;
  gint64 open, other = learn_elsewhere (fixture, &before);

  open = fixture_import_text (fixture, "بيان ثالث\n\nزار زربطان البلاد.\n");
  fixture_read (fixture, open);
  g_assert_nonnull (fixture_find (fixture, "زربطان", BAYAN_MENTION_ORG));
  n_open = count_suggested (fixture, open);
  bayan_desk_set_learning (fixture->desk, FALSE);
  wait_until (count_suggested (fixture, open) == n_open - 1 && count_suggested (fixture, other) == before);
  g_assert_null (fixture_find (fixture, "زربطان", BAYAN_MENTION_ORG));
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "suggest-again");
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (count_suggested (fixture, open), ==, n_open);
  g_assert_cmpuint (count_suggested (fixture, other), ==, before + 2);
  bayan_desk_redo (fixture->desk);
  fixture_act (fixture);
  bayan_desk_set_learning (fixture->desk, TRUE);
  wait_until (count_suggested (fixture, open) == n_open && count_suggested (fixture, other) == before + 2);
  fixture_check (fixture);
}

/* The open statement has nothing of it: then what follows elsewhere is the act. */
static void
test_switching_beside_another_statement (Fixture *fixture, gconstpointer data)
{
  guint before;
  gint64 other = learn_elsewhere (fixture, &before);

  fixture_read (fixture, fixture_import_text (fixture, "بيان ثالث\n\nلا شيء هنا.\n"));
  bayan_desk_set_learning (fixture->desk, FALSE);
  wait_until (count_suggested (fixture, other) == before);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "suggest-again");
  fixture_check (fixture);
}

/* Undo takes back both: that it was forgotten, and what followed. */
static void
test_forgetting_suggests_again (Fixture *fixture, gconstpointer data)
{
  guint before;
  gint64 other = learn_elsewhere (fixture, &before);

  fixture_read (fixture, other);
  bayan_desk_forget_lessons (fixture->desk);
  wait_until (count_suggested (fixture, other) == before);
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 0);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "forget-lessons");
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 1);
  g_assert_cmpuint (count_suggested (fixture, other), ==, before + 2);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer decisions)
{
  *(GArray **) decisions = bayan_desk_load_decisions_finish (result, NULL);
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) decisions = NULL;
  BayanPrecisionBlock sum;

  fixture_read (fixture, fixture_import_text (fixture, "بيان\n\nزار وفد من العراق الأردن اليوم.\n"));
  bayan_desk_confirm (fixture->desk, fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id);
  fixture_act (fixture);
  bayan_desk_reject (fixture->desk, fixture_find (fixture, "الأردن", BAYAN_MENTION_GPE)->id);
  fixture_act (fixture);
  bayan_desk_load_decisions_async (fixture->desk, NULL, loaded_cb, &decisions);
  wait_until (decisions != NULL);
  sum = bayan_precision_sum (decisions, BAYAN_MENTION_GPE);
  g_assert_cmpuint (sum.n_decided, ==, 2);
  g_assert_cmpuint (sum.n_right, ==, 1);
  g_assert_cmpuint (bayan_precision_sum (decisions, BAYAN_MENTION_ORG).n_decided, ==, 0);
}

/* Every third one is wrong, every other one is a place. */
static GArray *
make_decisions (guint n)
{
  GArray *decisions = g_array_new (FALSE, FALSE, sizeof (BayanDecision));

  for (guint i = 0; i < n; i++)
    {
      BayanDecision decision = { 1000 + i, i % 2 == 0 ? BAYAN_MENTION_GPE : BAYAN_MENTION_PERS, i % 3 != 0 };

      g_array_append_val (decisions, decision);
    }
  return decisions;
}

static void
assert_block (GArray *blocks, guint n, guint first, guint n_decided, guint n_right, gint64 from, gint64 until)
{
  const BayanPrecisionBlock *block = &g_array_index (blocks, BayanPrecisionBlock, n);

  g_assert_cmpuint (n, <, blocks->len);
  g_assert_cmpuint (block->first, ==, first);
  g_assert_cmpuint (block->n_decided, ==, n_decided);
  g_assert_cmpuint (block->n_right, ==, n_right);
  g_assert_cmpint (block->from, ==, from);
  g_assert_cmpint (block->until, ==, until);
}

static void
test_blocks (void)
{
  g_autoptr (GArray) few = make_decisions (120), many = make_decisions (1001), none = make_decisions (0);
  g_autoptr (GArray) blocks = bayan_precision_make_blocks (few, BAYAN_MENTION_N_TYPES);
  g_autoptr (GArray) places = bayan_precision_make_blocks (few, BAYAN_MENTION_GPE);
  g_autoptr (GArray) large = bayan_precision_make_blocks (many, BAYAN_MENTION_N_TYPES);
  g_autoptr (GArray) empty = bayan_precision_make_blocks (none, BAYAN_MENTION_N_TYPES);

  g_assert_cmpuint (blocks->len, ==, 3);
  assert_block (blocks, 0, 1, 50, 33, 1000, 1049);
  assert_block (blocks, 1, 51, 50, 33, 1050, 1099);
  assert_block (blocks, 2, 101, 20, 14, 1100, 1119);
  g_assert_cmpuint (places->len, ==, 2);
  assert_block (places, 0, 1, 50, 33, 1000, 1098);
  assert_block (places, 1, 51, 10, 7, 1100, 1118);
  g_assert_cmpuint (large->len, ==, 11);
  assert_block (large, 10, 1001, 1, 1, 2000, 2000);
  g_assert_cmpuint (empty->len, ==, 0);
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
  ADD ("/learning/many-statements-follow", test_many_statements_follow);
  ADD ("/learning/rejected-suggestions-go", test_rejected_suggestions_go);
  ADD ("/learning/switching-suggests-again", test_switching_suggests_again);
  ADD ("/learning/switching-beside-another-statement", test_switching_beside_another_statement);
  ADD ("/learning/forgetting-suggests-again", test_forgetting_suggests_again);
  ADD ("/learning/decisions", test_decisions);
  g_test_add_func ("/learning/blocks", test_blocks);

  return g_test_run ();
}
