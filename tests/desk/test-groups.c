/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doubles are proposed after an import, and what the analyst says of them is kept. */
#include "fixture.h"

#define TITLE "البيان الختامي لاجتماع مجموعة الدعم في أوسلو"
#define DATE "\n\nأوسلو، 14 مايو 2024\n\n"
#define OPENING                                                                                                                                                                                    \
  "عقد وزراء خارجية مجموعة الدعم اجتماعهم السنوي اليوم في العاصمة النرويجية أوسلو برئاسة مشتركة من الأردن " \
  "والنرويج. "
#define MIDDLE                                                                                                                                                                            \
  "وجدد الوزراء عزمهم على حرمان التنظيمات الإرهابية من مصادر التمويل، وأثنوا على تعاون البنك المركزي " \
  "العراقي مع نظرائه. "
#define PLEDGE                                                                                               \
  "وأعلنت ألمانيا تقديم 35 مليون يورو لدعم أجهزة الرقابة المالية، وتعهدت اليابان بمبلغ 20 مليون دولار. "
#define CLOSING "وقرر الوزراء أن يجتمعوا مجددا في الرباط، وأعربوا عن تقديرهم للنرويج على حسن الضيافة.\n"

#define FIRST TITLE DATE OPENING MIDDLE PLEDGE CLOSING
#define COPY                                                                                                 \
  "مجموعة الدعم تجتمع في أوسلو\n\nأوسلو، 15 مايو 2024\n\n" OPENING PLEDGE MIDDLE CLOSING                     \
  "وقال دبلوماسي حضر الاجتماع إن النقاش حول كلفة المراقبة استمر حتى ساعة متأخرة من الليل.\n"
#define THIRD "خبر\n\nأوسلو، 16 مايو 2024\n\n" MIDDLE OPENING CLOSING PLEDGE
#define OTHER                                                                                                                                                                   \
  "الكويت تدين التفجير في مقديشو\n\nالكويت، 3 يناير 2022\n\nأعربت وزارة الخارجية عن إدانة دولة الكويت " \
  "الشديدة للتفجير "                                                                                                                                              \
  "الإرهابي الذي وقع قرب وزارة التعليم في العاصمة الصومالية، معربة عن خالص تعازيها لأسر الضحايا.\n"

static guint n_changed;

static void
groups_changed_cb (BayanDesk *desk, gpointer data)
{
  n_changed++;
}

static guint
count (Fixture *fixture, BayanGroupState state)
{
  g_autoptr (GPtrArray) groups = bayan_desk_get_groups (fixture->desk, state);

  return groups->len;
}

static const BayanStatementGroup *
get_only (Fixture *fixture, BayanGroupState state)
{
  g_autoptr (GPtrArray) groups = bayan_desk_get_groups (fixture->desk, state);

  g_assert_cmpuint (groups->len, ==, 1);
  return groups->pdata[0];
}

static void
import (Fixture *fixture, gboolean with_third)
{
  const char *names[] = { "first.txt", "copy.txt", "other.txt", with_third ? "third.txt" : NULL, NULL };

  g_signal_connect (fixture->desk, "groups-changed", G_CALLBACK (groups_changed_cb), NULL);
  n_changed = 0;
  g_free (fixture_put (fixture, "first.txt", FIRST));
  g_free (fixture_put (fixture, "copy.txt", COPY));
  g_free (fixture_put (fixture, "other.txt", OTHER));
  g_free (fixture_put (fixture, "third.txt", THIRD));
  g_object_unref (fixture_import (fixture, names));
  wait_until (count (fixture, BAYAN_GROUP_PROPOSED) > 0);
  g_assert_cmpuint (n_changed, ==, 1);
}

static gint64
get_member (Fixture *fixture, const BayanStatementGroup *group, guint i)
{
  g_autoptr (GArray) statements = bayan_desk_order_group (fixture->desk, group);

  return g_array_index (statements, gint64, i);
}

/* A group is proposed, found by its members, and confirmed; undo and a new start know of it. */
static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  const BayanStatementGroup *group;
  const char *subject;
  gint64 first;

  import (fixture, FALSE);
  group = get_only (fixture, BAYAN_GROUP_PROPOSED);
  g_assert_cmpint (group->kind, ==, BAYAN_GROUP_DUPLICATE);
  g_assert_cmpuint (group->statements->len, ==, 2);
  first = get_member (fixture, group, 0);
  g_assert_cmpstr (bayan_statement_item_get_source_name (bayan_desk_find_statement (fixture->desk, first)),
                   ==, "first.txt");
  g_assert_true (bayan_desk_find_group (fixture->desk, first, BAYAN_GROUP_DUPLICATE) == group);
  g_assert_null (bayan_desk_find_group (fixture->desk, first, BAYAN_GROUP_SAME_EVENT));
  bayan_desk_confirm_group (fixture->desk, group->id);
  wait_until (count (fixture, BAYAN_GROUP_CONFIRMED) == 1);
  g_assert_cmpuint (count (fixture, BAYAN_GROUP_PROPOSED), ==, 0);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "confirm-group");
  g_assert_cmpstr (subject, ==, TITLE);
  bayan_desk_undo (fixture->desk);
  wait_until (count (fixture, BAYAN_GROUP_PROPOSED) == 1);
  bayan_desk_redo (fixture->desk);
  wait_until (count (fixture, BAYAN_GROUP_CONFIRMED) == 1);
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk));
  g_assert_cmpuint (count (fixture, BAYAN_GROUP_CONFIRMED), ==, 1);
  g_assert_nonnull (bayan_desk_find_group (fixture->desk, first, BAYAN_GROUP_DUPLICATE));
}

/* Waits until the last import was looked through. */
static void
wait_for_search (Fixture *fixture)
{
  wait_until (fixture->desk->to_group->len == 0 && fixture->desk->group_search == NULL);
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* What was split is not proposed again, also not with what comes later. */
static void
test_split (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "third.txt", NULL };
  const BayanStatementGroup *group;

  import (fixture, FALSE);
  group = get_only (fixture, BAYAN_GROUP_PROPOSED);
  bayan_desk_split_group (fixture->desk, group->id);
  wait_until (count (fixture, BAYAN_GROUP_SPLIT) == 1);
  g_assert_cmpuint (count (fixture, BAYAN_GROUP_PROPOSED), ==, 0);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "split-group");
  bayan_desk_undo (fixture->desk);
  wait_until (count (fixture, BAYAN_GROUP_PROPOSED) == 1);
  g_assert_cmpuint (count (fixture, BAYAN_GROUP_SPLIT), ==, 0);
  bayan_desk_redo (fixture->desk);
  wait_until (count (fixture, BAYAN_GROUP_SPLIT) == 1);
  g_object_unref (fixture_import (fixture, names));
  wait_until (count (fixture, BAYAN_GROUP_PROPOSED) == 1);
  wait_for_search (fixture);
  g_assert_cmpuint (get_only (fixture, BAYAN_GROUP_PROPOSED)->statements->len, ==, 2);
}

static void
test_take_out (Fixture *fixture, gconstpointer data)
{
  const BayanStatementGroup *group;
  gint64 id, last;

  import (fixture, TRUE);
  group = get_only (fixture, BAYAN_GROUP_PROPOSED);
  id = group->id;
  g_assert_cmpuint (group->statements->len, ==, 3);
  last = get_member (fixture, group, 2);
  bayan_desk_take_out_of_group (fixture->desk, id, last);
  wait_until (get_only (fixture, BAYAN_GROUP_PROPOSED)->statements->len == 2);
  g_assert_null (bayan_desk_find_group (fixture->desk, last, BAYAN_GROUP_DUPLICATE));
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "take-out-of-group");
  bayan_desk_undo (fixture->desk);
  wait_until (get_only (fixture, BAYAN_GROUP_PROPOSED)->statements->len == 3);
  bayan_desk_redo (fixture->desk);
  wait_until (get_only (fixture, BAYAN_GROUP_PROPOSED)->statements->len == 2);
  bayan_desk_take_out_of_group (fixture->desk, id,
                                get_member (fixture, get_only (fixture, BAYAN_GROUP_PROPOSED), 0));
  wait_until (count (fixture, BAYAN_GROUP_PROPOSED) == 0);
}

static void
viewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(BayanGroupView **) data = bayan_desk_view_group_finish (BAYAN_DESK (source), result, NULL);
}

/* Which came first, and what the other one adds. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  BayanGroupView *view = NULL;
  const BayanGroupMember *first, *copy;

  import (fixture, FALSE);
  bayan_desk_view_group_async (fixture->desk, get_only (fixture, BAYAN_GROUP_PROPOSED)->id, NULL, viewed_cb,
                               &view);
  wait_until (view != NULL);
  g_assert_true (view->first_known);
  g_assert_cmpuint (view->members->len, ==, 2);
  first = view->members->pdata[0];
  copy = view->members->pdata[1];
  g_assert_cmpuint (first->sentences->len, ==, 0);
  g_assert_cmpuint (copy->sentences->len, ==, 1);
  g_assert_nonnull (strstr (copy->sentences->pdata[0], "ساعة متأخرة"));
  g_assert_cmpuint (copy->n_left_out, ==, 0);
  g_assert_cmpuint (copy->numbers->len, ==, 0); /* 15 May is a date */
  bayan_group_view_free (view);
}

/* The library closes while doubles are looked for: they are found when it is opened again. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "first.txt", "copy.txt", NULL };

  g_free (fixture_put (fixture, "first.txt", FIRST));
  g_free (fixture_put (fixture, "copy.txt", COPY));
  g_object_unref (fixture_import (fixture, names));
  fixture_reopen (fixture);
  wait_until (count (fixture, BAYAN_GROUP_PROPOSED) == 1);
  /* What was looked through is not again. */
  wait_for_search (fixture);
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk));
  g_assert_cmpuint (fixture->desk->to_group->len, ==, 0);
  g_assert_null (fixture->desk->group_search);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/desk/groups/confirm", test_confirm },   { "/desk/groups/split", test_split },
    { "/desk/groups/take-out", test_take_out }, { "/desk/groups/view", test_view },
    { "/desk/groups/close", test_close },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
