/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-list.h"

#include "fixture.h"

#define TUNIS                                                                                                                                                                               \
  "بيان تونس\n\n"                                                                                                                                                                   \
  "استضافت تونس اجتماعا للمانحين. وأعرب الوزير الفرنسي عن قلقه من الوضع في السودان، وقال: \"إن الحوار هو " \
  "الطريق "                                                                                                                                                                           \
  "الوحيد إلى السلام\".\n\n"                                                                                                                                                 \
  "وشكر الوزراء تونس. وتعهدت اليابان بتقديم أكثر من 12 مليون دولار للعراق.\n"
#define QUIET "قائمة\n\nلا شيء هنا.\n"

static BayanActList *
list_acts (Fixture *fixture)
{
  BayanActList *list = bayan_act_list_new (fixture->desk);

  g_assert_true (bayan_act_list_get_loading (list));
  wait_until (!bayan_act_list_get_loading (list));
  return list;
}

static guint
count (BayanActList *list)
{
  return g_list_model_get_n_items (bayan_act_list_get_items (list));
}

/* The first of its kind with these words; the test fails where there is none. */
static const BayanActFacts *
find (BayanActList *list, BayanActItemKind kind, const char *words)
{
  for (guint i = 0; i < count (list); i++)
    {
      g_autoptr (BayanActItem) item = g_list_model_get_item (bayan_act_list_get_items (list), i);
      const BayanActFacts *facts = bayan_act_item_get_facts (item);

      if (facts->kind == kind && g_str_equal (facts->words, words))
        return facts;
    }
  g_test_message ("no %s", words);
  g_assert_not_reached ();
}

static void
check_places (Fixture *fixture, BayanActList *list)
{
  guint n_first = 0;

  for (guint i = 0; i < count (list); i++)
    {
      g_autoptr (BayanActItem) item = g_list_model_get_item (bayan_act_list_get_items (list), i);
      const BayanActFacts *facts = bayan_act_item_get_facts (item);
      g_autofree char *words = bayan_desk_dup_words (fixture->desk, facts->place);

      g_assert_cmpstr (words, ==, facts->words);
      n_first += facts->is_first;
    }
  g_assert_cmpuint (n_first, ==, 3);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanActList) list = NULL;
  const BayanActFacts *facts;

  fixture_read (fixture, fixture_import_text (fixture, TUNIS));
  list = list_acts (fixture);
  check_places (fixture, list);
  facts = find (list, BAYAN_ACT_ITEM_ACT, "أعرب");
  g_assert_cmpint (facts->act_class, ==, BAYAN_ACT_CONCERN);
  g_assert_cmpint (facts->source, ==, BAYAN_ACTOR_NAMED);
  g_assert_cmpstr (facts->actors[0], ==, "الوزير الفرنسي");
  g_assert_cmpstr (facts->about, ==, "قلقه من الوضع في السودان");
  g_assert_cmpstr (facts->before, ==, "و");
  facts = find (list, BAYAN_ACT_ITEM_ACT, "قال");
  g_assert_cmpstr (facts->quotation, ==, "إن الحوار هو الطريق الوحيد إلى السلام");
  g_assert_cmpint (facts->source, ==, BAYAN_ACTOR_INHERITED);
  g_assert_true (g_str_has_prefix (facts->before, "…"));
  facts = find (list, BAYAN_ACT_ITEM_PLEDGE, "تعهدت");
  g_assert_cmpstr (facts->amount, ==, "أكثر من 12 مليون دولار");
  g_assert_cmpstr (facts->value, ==, "12000000 USD");
  g_assert_cmpstr (facts->before, ==, "و"); /* of its sentence, not of the line */
  g_assert_cmpstr (facts->actors[0], ==, "اليابان");
  facts = find (list, BAYAN_ACT_ITEM_PART, "تونس");
  g_assert_cmpint (facts->role, ==, BAYAN_ROLE_HOST);
  g_assert_cmpstr (facts->actors[0], ==, "تونس");
}

/* Another statement, and none. */
static void
test_other_statement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanActList) list = NULL;
  gint64 tunis = fixture_import_text (fixture, TUNIS), quiet = fixture_import_text (fixture, QUIET);

  fixture_read (fixture, quiet);
  list = list_acts (fixture);
  g_assert_cmpuint (count (list), ==, 0);
  fixture_read (fixture, tunis);
  g_assert_true (bayan_act_list_get_loading (list));
  wait_until (!bayan_act_list_get_loading (list));
  g_assert_cmpuint (count (list), >, 0);
  /* An answer that comes too late is not shown. */
  fixture_read (fixture, quiet);
  g_assert_cmpuint (count (list), ==, 0);
  bayan_desk_select_statement (fixture->desk, 0);
  g_assert_false (bayan_act_list_get_loading (list));
  for (guint i = 0; i < 20; i++, g_usleep (5000))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count (list), ==, 0);
}

static gboolean
has_actor (BayanActList *list, const char *words)
{
  for (guint i = 0; i < count (list); i++)
    {
      g_autoptr (BayanActItem) item = g_list_model_get_item (bayan_act_list_get_items (list), i);

      if (g_strv_contains ((const char *const *) bayan_act_item_get_facts (item)->actors, words))
        return TRUE;
    }
  return FALSE;
}

/* Who is rejected as a name still acts, by the plain words: the pledge does not vanish. */
static void
test_decision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanActList) list = NULL;

  fixture_read (fixture, fixture_import_text (fixture, TUNIS));
  list = list_acts (fixture);
  g_assert_true (has_actor (list, "اليابان"));
  bayan_desk_reject (fixture->desk, fixture_find (fixture, "اليابان", BAYAN_MENTION_GPE)->id);
  wait_until (bayan_act_list_get_loading (list));
  g_assert_cmpuint (count (list), >, 0);
  wait_until (!bayan_act_list_get_loading (list));
  g_assert_true (has_actor (list, "اليابان"));
  g_assert_true (has_actor (list, "الوزير الفرنسي"));
  g_assert_cmpstr (find (list, BAYAN_ACT_ITEM_PLEDGE, "تعهدت")->actors[0], ==, "اليابان");
}

static void
judge (BayanActList *list, BayanActItemKind kind, const char *words, BayanMentionStatus status)
{
  for (guint i = 0; i < count (list); i++)
    {
      g_autoptr (BayanActItem) item = g_list_model_get_item (bayan_act_list_get_items (list), i);
      const BayanActFacts *facts = bayan_act_item_get_facts (item);

      if (facts->kind != kind || !g_str_equal (facts->words, words))
        continue;
      bayan_act_list_judge (list, item, status);
      wait_until (bayan_act_list_get_loading (list));
      wait_until (!bayan_act_list_get_loading (list));
      return;
    }
  g_assert_not_reached ();
}

/* What is said of an act is one act of the analyst, and stands whenever the acts are found anew. */
static void
test_judge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanActList) list = NULL;
  gint64 tunis = fixture_import_text (fixture, TUNIS), quiet = fixture_import_text (fixture, QUIET);
  const char *subject;

  fixture_read (fixture, tunis);
  list = list_acts (fixture);
  g_assert_cmpint (find (list, BAYAN_ACT_ITEM_ACT, "أعرب")->status, ==, BAYAN_STATUS_SUGGESTED);
  judge (list, BAYAN_ACT_ITEM_ACT, "أعرب", BAYAN_STATUS_REJECTED);
  g_assert_cmpint (find (list, BAYAN_ACT_ITEM_ACT, "أعرب")->status, ==, BAYAN_STATUS_REJECTED);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "reject-act");
  g_assert_cmpstr (subject, ==, "أعرب");
  judge (list, BAYAN_ACT_ITEM_PLEDGE, "تعهدت", BAYAN_STATUS_CONFIRMED);
  g_assert_cmpint (find (list, BAYAN_ACT_ITEM_ACT, "تعهدت")->status, ==, BAYAN_STATUS_SUGGESTED);
  g_assert_cmpint (find (list, BAYAN_ACT_ITEM_PLEDGE, "تعهدت")->status, ==, BAYAN_STATUS_CONFIRMED);
  fixture_read (fixture, quiet);
  fixture_read (fixture, tunis);
  wait_until (!bayan_act_list_get_loading (list));
  g_assert_cmpint (find (list, BAYAN_ACT_ITEM_ACT, "أعرب")->status, ==, BAYAN_STATUS_REJECTED);
  g_assert_cmpint (find (list, BAYAN_ACT_ITEM_PLEDGE, "تعهدت")->status, ==, BAYAN_STATUS_CONFIRMED);
  bayan_desk_undo (fixture->desk);
  wait_until (bayan_act_list_get_loading (list));
  wait_until (!bayan_act_list_get_loading (list));
  g_assert_cmpint (find (list, BAYAN_ACT_ITEM_PLEDGE, "تعهدت")->status, ==, BAYAN_STATUS_SUGGESTED);
  /* Said once more, it is taken back. */
  judge (list, BAYAN_ACT_ITEM_ACT, "أعرب", BAYAN_STATUS_REJECTED);
  g_assert_cmpint (find (list, BAYAN_ACT_ITEM_ACT, "أعرب")->status, ==, BAYAN_STATUS_SUGGESTED);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "leave-act-open");
}

/* The list may be gone, and the library closed, before the answer comes. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  BayanActList *list;

  fixture_read (fixture, fixture_import_text (fixture, TUNIS));
  list = bayan_act_list_new (fixture->desk);
  g_object_unref (list);
  fixture_reopen (fixture);
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/act-list/facts", test_facts);
  add_test ("/act-list/other-statement", test_other_statement);
  add_test ("/act-list/decision", test_decision);
  add_test ("/act-list/judge", test_judge);
  add_test ("/act-list/gone", test_gone);
  return g_test_run ();
}
