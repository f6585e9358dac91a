/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-same-list.h"
#include <string.h>

#include "fixture.h"

#define ROME "بيان روما\n\nاجتمع الوزراء لبحث الوضع في العراق وسوريا، وشكروا العراق على جهود فرقة النسر.\n"
#define RABAT "بيان الرباط\n\nأكد الوزراء دعمهم للعراق، وهزيمة تنظيم الدولة الإسلامية في العراق وسوريا.\n"
#define AMMAN "بيان عمان\n\nزارت فرقة النسر مدينة عمان والعراق.\n"

static BayanSameList *
list_same (Fixture *fixture, gint64 mention)
{
  BayanSameList *list = bayan_same_list_new (fixture->desk, mention);

  g_assert_nonnull (list);
  g_assert_true (bayan_same_list_get_loading (list));
  wait_until (!bayan_same_list_get_loading (list));
  return list;
}

static guint
count (BayanSameList *list, BayanSameState state)
{
  GListModel *places = bayan_same_list_get_places (list);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (BayanSameItem) item = g_list_model_get_item (places, i);
      n += bayan_same_item_get_state (item) == state;
    }
  return n;
}

static guint
count_places (BayanSameList *list)
{
  return g_list_model_get_n_items (bayan_same_list_get_places (list));
}

static guint
count_confirmed (Fixture *fixture, const char *key)
{
  return bayan_entity_item_get_n_confirmed (bayan_desk_find_entity (fixture->desk, key));
}

static void
apply (Fixture *fixture, BayanSameList *list)
{
  g_assert_true (bayan_same_list_apply (list));
  fixture_act (fixture);
}

static gint64
read_three (Fixture *fixture)
{
  gint64 rome;

  /* What follows from a decision by itself would be marked already. */
  bayan_desk_set_learning (fixture->desk, FALSE);
  fixture_import_text (fixture, AMMAN);
  fixture_import_text (fixture, RABAT);
  rome = fixture_import_text (fixture, ROME);
  fixture_read (fixture, rome);
  return rome;
}

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanSameList) list = NULL;
  const char *subject;

  read_three (fixture);
  list = list_same (fixture, fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id);
  g_assert_cmpstr (bayan_same_list_get_words (list), ==, "العراق");
  g_assert_cmpint (bayan_same_list_get_decision (list), ==, BAYAN_STATUS_CONFIRMED);
  g_assert_cmpuint (count (list, BAYAN_SAME_SUGGESTED), ==, 5);
  g_assert_cmpuint (bayan_same_list_get_n_chosen (list), ==, 5);
  g_assert_cmpuint (bayan_same_list_count_statements (list), ==, 3);
  apply (fixture, list);
  g_assert_cmpuint (count_confirmed (fixture, "iso:IRQ"), ==, 5);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "confirm-everywhere");
  g_assert_cmpstr (subject, ==, "العراق");
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (count_confirmed (fixture, "iso:IRQ"), ==, 0);
  fixture_check (fixture);
}

/* What the analyst decided otherwise is shown and left alone; what is decided so already is not there. */
static void
test_decided (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanSameList) list = NULL;
  gint64 id;

  read_three (fixture);
  id = fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id;
  bayan_desk_reject (fixture->desk, id);
  fixture_act (fixture);
  list = list_same (fixture, id);
  g_assert_cmpint (bayan_same_list_get_decision (list), ==, BAYAN_STATUS_REJECTED);
  g_assert_cmpuint (count_places (list), ==, 4);
  g_assert_cmpuint (bayan_same_list_get_n_chosen (list), ==, 4);
  bayan_same_list_set_decision (list, BAYAN_STATUS_CONFIRMED);
  g_assert_cmpuint (count (list, BAYAN_SAME_DECIDED), ==, 1);
  g_assert_cmpuint (bayan_same_list_get_n_chosen (list), ==, 4);
  apply (fixture, list);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), id)->status, ==,
                   BAYAN_STATUS_REJECTED);
  g_assert_cmpuint (count_confirmed (fixture, "iso:IRQ"), ==, 4);
  fixture_check (fixture);
}

static void
test_reject (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanSameList) list = NULL;

  read_three (fixture);
  list = list_same (fixture, fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id);
  bayan_same_list_set_decision (list, BAYAN_STATUS_REJECTED);
  g_assert_cmpuint (count_places (list), ==, 5);
  bayan_same_list_choose_all (list, FALSE);
  g_assert_cmpuint (bayan_same_list_get_n_chosen (list), ==, 0);
  g_assert_false (bayan_same_list_apply (list));
  bayan_same_list_choose_all (list, TRUE);
  apply (fixture, list);
  g_assert_cmpuint (bayan_entity_item_get_count (bayan_desk_find_entity (fixture->desk, "iso:IRQ")), ==, 0);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "reject-everywhere");
  fixture_check (fixture);
}

static const BayanMention *
label (Fixture *fixture, const char *words, BayanMentionType type)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  guint32 start = (guint32) (strstr (statement->text, words) - statement->text);

  bayan_desk_label (fixture->desk, bayan_clean_span (start, start + (guint32) strlen (words)), type);
  fixture_act (fixture);
  return fixture_find (fixture, words, type);
}

/* What the analyst labels is labelled elsewhere too, as the same thing. */
static void
test_label (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanSameList) list = NULL;
  const BayanMention *mention;

  read_three (fixture);
  mention = label (fixture, "فرقة النسر", BAYAN_MENTION_EVENT);
  list = list_same (fixture, mention->id);
  g_assert_cmpuint (count_places (list), ==, 1);
  g_assert_cmpuint (bayan_same_list_get_n_chosen (list), ==, 1);
  apply (fixture, list);
  g_assert_cmpuint (count_confirmed (fixture, mention->entity_key), ==, 2);
  fixture_check (fixture);
}

/* Inside a longer name the words are no mention of their own unless the analyst says so. */
static void
test_within (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanSameList) list = NULL;

  read_three (fixture);
  label (fixture, "فرقة النسر", BAYAN_MENTION_EVENT);
  fixture_read (fixture, fixture_import_text (fixture, "بيان آخر\n\nجاء النسر أمس.\n"));
  list = list_same (fixture, label (fixture, "النسر", BAYAN_MENTION_EVENT)->id);
  g_assert_cmpuint (count (list, BAYAN_SAME_WITHIN), ==, 1);
  g_assert_cmpuint (count (list, BAYAN_SAME_UNMARKED), ==, 1);
  g_assert_cmpuint (bayan_same_list_get_n_chosen (list), ==, 1);
}

/* Where the places are gone by then, nothing is written. */
static void
test_undone_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanSameList) list = NULL;
  guint before;

  read_three (fixture);
  list = list_same (fixture, fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id);
  for (guint i = 0; i < 3; i++)
    {
      bayan_desk_undo (fixture->desk);
      fixture_act (fixture);
    }
  before = fixture->n_updated;
  g_assert_true (bayan_same_list_apply (list));
  for (guint i = 0; i < 100; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (fixture->n_updated, ==, before);
  g_assert_null (fixture->failed);
}

static void
test_no_mention (Fixture *fixture, gconstpointer data)
{
  g_assert_null (bayan_same_list_new (fixture->desk, 1));
  read_three (fixture);
  g_assert_null (bayan_same_list_new (fixture->desk, 987654));
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/same/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("confirm", test_confirm);
  ADD ("decided", test_decided);
  ADD ("reject", test_reject);
  ADD ("label", test_label);
  ADD ("within", test_within);
  ADD ("undone-meanwhile", test_undone_meanwhile);
  ADD ("no-mention", test_no_mention);
  return g_test_run ();
}
