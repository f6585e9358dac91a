/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which suggestions were right: told from the journal, whatever happened to them later. */
#include "fixture.h"

#define TEXT "أعلن العراق ذلك"

/* A statement with one suggestion, a GPE. Returns: the suggestion */
static gint64
suggest (Fixture *fixture, gint64 *statement)
{
  static guint serial;
  g_autofree char *name = g_strdup_printf ("%u.txt", ++serial);
  g_autofree char *text = g_strdup_printf (TEXT " %u", serial);
  gint64 id = import_one (fixture->library, name, text, "العراق", "iso:IRQ");
  g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, id);

  if (statement != NULL)
    *statement = id;
  return ((const BayanMention *) open->mentions->pdata[0])->id;
}

static void
decide (Fixture *fixture, gint64 mention, BayanMentionStatus status)
{
  BayanEdit *edit = bayan_edit_new (status == BAYAN_STATUS_CONFIRMED ? "confirm" : "reject", "العراق");

  bayan_edit_set_status (edit, mention, status);
  apply_edit (fixture->library, edit);
}

static void
change_type (Fixture *fixture, gint64 mention)
{
  BayanEdit *edit = bayan_edit_new ("change-type", "العراق");
  g_autoptr (BayanEntity) entity = make_entity ("norp:iraq", BAYAN_MENTION_NORP, "العراق", NULL);

  bayan_edit_set_type (edit, mention, BAYAN_MENTION_NORP, entity);
  bayan_edit_set_status (edit, mention, BAYAN_STATUS_CONFIRMED);
  apply_edit (fixture->library, edit);
}

/* @story: a letter for each decision, oldest first: r for a GPE that is one, w for one that is not, ? for another type */
static void
assert_story (Fixture *fixture, const char *story)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) decisions = bayan_library_load_decisions (fixture->library, &error);
  g_autoptr (GString) told = g_string_new (NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_no_error (error);
  for (guint i = 0; i < decisions->len; i++)
    {
      const BayanDecision *decision = &g_array_index (decisions, BayanDecision, i);

      g_assert_cmpint (decision->done_at, >, now - 600);
      g_assert_cmpint (decision->done_at, <=, now);
      g_string_append_c (told, decision->type != BAYAN_MENTION_GPE ? '?' : decision->is_right ? 'r' : 'w');
    }
  g_assert_cmpstr (told->str, ==, story);
}

static void
test_right_and_wrong (Fixture *fixture, gconstpointer data)
{
  gint64 first = suggest (fixture, NULL), second = suggest (fixture, NULL), third = suggest (fixture, NULL);

  assert_story (fixture, "");
  decide (fixture, first, BAYAN_STATUS_CONFIRMED);
  decide (fixture, second, BAYAN_STATUS_REJECTED);
  decide (fixture, third, BAYAN_STATUS_CONFIRMED);
  assert_story (fixture, "rwr");
  travel (fixture->library, TRUE);
  assert_story (fixture, "rw");
  travel (fixture->library, FALSE);
  assert_story (fixture, "rwr");
  fixture_close (fixture);
  fixture_open (fixture);
  assert_story (fixture, "rwr");
}

/* The last word counts, in the place of the first. */
static void
test_second_thoughts (Fixture *fixture, gconstpointer data)
{
  gint64 first = suggest (fixture, NULL), second = suggest (fixture, NULL);

  decide (fixture, first, BAYAN_STATUS_CONFIRMED);
  decide (fixture, second, BAYAN_STATUS_CONFIRMED);
  decide (fixture, first, BAYAN_STATUS_REJECTED);
  assert_story (fixture, "wr");
  change_type (fixture, second);
  assert_story (fixture, "ww");
  travel (fixture->library, TRUE);
  assert_story (fixture, "wr");
}

/* A suggestion of the wrong type was wrong, though its words are a thing now. */
static void
test_another_type (Fixture *fixture, gconstpointer data)
{
  change_type (fixture, suggest (fixture, NULL));
  assert_story (fixture, "w");
}

/* What he labelled himself nobody suggested. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  gint64 statement, mention = suggest (fixture, &statement);
  g_autoptr (BayanMention) label = make_mention (TEXT, "أعلن", BAYAN_MENTION_ORG, NULL);
  BayanEdit *edit = bayan_edit_new ("label", "أعلن");

  label->status = BAYAN_STATUS_CONFIRMED;
  bayan_edit_add_mention (edit, statement, label, NULL);
  apply_edit (fixture->library, edit);
  assert_story (fixture, "");
  decide (fixture, mention, BAYAN_STATUS_CONFIRMED);
  assert_story (fixture, "r");
}

/* A mention that went with its words was decided on all the same; a suggestion that went was not. */
static void
test_mentions_that_went (Fixture *fixture, gconstpointer data)
{
  gint64 statements[3], mentions[3];

  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    mentions[i] = suggest (fixture, &statements[i]);
  decide (fixture, mentions[0], BAYAN_STATUS_CONFIRMED);
  decide (fixture, mentions[1], BAYAN_STATUS_REJECTED);
  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    {
      g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, statements[i]);
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      BayanEdit *edit = bayan_edit_new ("clean-again", "");

      bayan_edit_set_text (edit, statements[i], open->statement, none, NULL);
      apply_edit (fixture->library, edit);
    }
  assert_story (fixture, "rw");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/decisions/right-and-wrong", test_right_and_wrong);
  ADD ("/decisions/second-thoughts", test_second_thoughts);
  ADD ("/decisions/another-type", test_another_type);
  ADD ("/decisions/labels", test_labels);
  ADD ("/decisions/mentions-that-went", test_mentions_that_went);

  return g_test_run ();
}
