/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all acts: it follows them, knows where each was done, and leads back to each and forth again. */
#include "bayan-history-list.h"
#include "fixture.h"

#define TEXT "بيان بغداد\n\nزار وزير الخارجية العراقي عمان، ثم بيروت، ثم دمشق.\n"

static BayanHistoryItem *
item_at (BayanHistoryList *list, guint position)
{
  g_autoptr (BayanHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (item);
  return item; /* the list holds it */
}

static void
confirm (Fixture *fixture, const char *words)
{
  const BayanMention *mention = fixture_find (fixture, words, BAYAN_MENTION_GPE);

  g_assert_nonnull (mention);
  bayan_desk_confirm (fixture->desk, mention->id);
  fixture_act (fixture);
}

static guint
count_confirmed (Fixture *fixture)
{
  GPtrArray *mentions = bayan_reading_get_mentions (bayan_desk_get_reading (fixture->desk));
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++)
    n += ((const BayanMention *) mentions->pdata[i])->status == BAYAN_STATUS_CONFIRMED;
  return n;
}

/* Newest first, the one that stands last marked, and where it was done. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  gint64 statement = fixture_import_text (fixture, TEXT);
  g_autoptr (BayanHistoryList) list = bayan_history_list_new (fixture->desk);
  const char *subject = NULL;
  gint64 mention;

  fixture_read (fixture, statement);
  mention = fixture_find (fixture, "عمان", BAYAN_MENTION_GPE)->id;
  confirm (fixture, "عمان");
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 3);
  g_assert_cmpstr (bayan_history_item_get_act (item_at (list, 0), &subject), ==, "confirm");
  g_assert_cmpstr (subject, ==, "عمان");
  g_assert_true (bayan_history_item_get_is_last (item_at (list, 0)));
  g_assert_cmpint (bayan_history_item_get_done_at (item_at (list, 0)), >, 0);
  g_assert_cmpstr (bayan_history_item_get_act (item_at (list, 1), &subject), ==, "import");
  g_assert_cmpint (bayan_history_item_get_id (item_at (list, 2)), ==, 0);
  g_assert_null (bayan_history_item_get_act (item_at (list, 2), NULL));

  g_assert_cmpint (bayan_history_item_get_statement (item_at (list, 0)), ==, 0);
  bayan_history_list_ask_place (list, item_at (list, 0));
  bayan_history_list_ask_place (list, item_at (list, 1));
  wait_until (bayan_history_item_get_statement (item_at (list, 1)) != 0);
  g_assert_cmpint (bayan_history_item_get_statement (item_at (list, 0)), ==, statement);
  g_assert_cmpint (bayan_history_item_get_mention (item_at (list, 0)), ==, mention);
  g_assert_cmpint (bayan_history_item_get_statement (item_at (list, 1)), ==, statement);
  g_assert_cmpint (bayan_history_item_get_mention (item_at (list, 1)), ==, 0);
}

static void
travel (Fixture *fixture, gint64 act)
{
  bayan_desk_travel_to (fixture->desk, act);
  wait_until (!bayan_desk_get_travels (fixture->desk));
  fixture_check (fixture);
}

/* Back to an act, before the first, and forth to the end. */
static void
test_travel (Fixture *fixture, gconstpointer data)
{
  gint64 statement = fixture_import_text (fixture, TEXT), acts[4];
  g_autoptr (BayanHistoryList) list = bayan_history_list_new (fixture->desk);

  fixture_read (fixture, statement);
  confirm (fixture, "عمان");
  confirm (fixture, "بيروت");
  confirm (fixture, "دمشق");
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 5);
  for (guint i = 0; i < 4; i++)
    acts[i] = bayan_history_item_get_id (item_at (list, 3 - i));

  travel (fixture, acts[1]);
  g_assert_cmpuint (count_confirmed (fixture), ==, 1);
  wait_until (bayan_history_item_get_is_last (item_at (list, 2)));
  g_assert_true (bayan_history_item_get_undone (item_at (list, 1)));
  g_assert_false (bayan_history_item_get_undone (item_at (list, 2)));

  travel (fixture, 0);
  g_assert_cmpuint (g_list_model_get_n_items (bayan_desk_get_statements (fixture->desk)), ==, 0);
  g_assert_false (bayan_desk_get_can_undo (fixture->desk));
  wait_until (bayan_history_item_get_is_last (item_at (list, 4)));

  travel (fixture, acts[3]);
  fixture_read (fixture, statement);
  g_assert_cmpuint (count_confirmed (fixture), ==, 3);
  g_assert_false (bayan_desk_get_can_redo (fixture->desk));
}

/* It survives closing: what was undone can be redone the next day. */
static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  gint64 statement = fixture_import_text (fixture, TEXT);
  g_autoptr (BayanHistoryList) list = NULL;

  fixture_read (fixture, statement);
  confirm (fixture, "عمان");
  confirm (fixture, "بيروت");
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  fixture_reopen (fixture);
  list = bayan_history_list_new (fixture->desk);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 4);
  g_assert_true (bayan_history_item_get_undone (item_at (list, 0)));
  g_assert_true (bayan_history_item_get_is_last (item_at (list, 1)));
  travel (fixture, bayan_history_item_get_id (item_at (list, 0)));
  fixture_read (fixture, statement);
  g_assert_cmpuint (count_confirmed (fixture), ==, 2);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/history/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("travel", test_travel);
  ADD ("reopen", test_reopen);
  return g_test_run ();
}
