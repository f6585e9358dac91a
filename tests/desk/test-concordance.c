/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-concordance.h"

#include <string.h>

#include "fixture.h"

#define ROME                                                                                                 \
  "بيان روما\n\nروما، 28 يونيو 2021\n\nبحث الوزراء خطة النسر الجديدة، وشكروا العراق على خطة النسر.\n"
#define RABAT                                                                                                \
  "بيان الرباط\n\nالرباط، 11 مايو 2022\n\nأكد الوزراء دعمهم وخطة النسر، وهزيمة التنظيم في العراق.\n"

static BayanConcordance *
look_for (Fixture *fixture, const char *query)
{
  BayanConcordance *concordance = bayan_concordance_new (fixture->desk);

  bayan_concordance_set_query (concordance, query);
  wait_until (!bayan_concordance_get_loading (concordance));
  return concordance;
}

static BayanConcordanceItem *
get_line (BayanConcordance *concordance, guint position)
{
  g_autoptr (BayanConcordanceItem) item = g_list_model_get_item (bayan_concordance_get_lines (concordance),
                                                                 position);

  g_assert_nonnull (item);
  return item; /* the list has it */
}

static guint
count_lines (BayanConcordance *concordance)
{
  return g_list_model_get_n_items (bayan_concordance_get_lines (concordance));
}

static void
read_two (Fixture *fixture)
{
  bayan_desk_set_learning (fixture->desk, FALSE);
  fixture_import_text (fixture, ROME);
  fixture_import_text (fixture, RABAT);
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanConcordance) concordance = NULL;

  read_two (fixture);
  concordance = look_for (fixture, "\"خطة النسر\"");
  g_assert_cmpuint (count_lines (concordance), ==, 3);
  g_assert_cmpuint (bayan_concordance_count_statements (concordance), ==, 2);
  g_assert_false (bayan_concordance_get_is_cut (concordance));
  g_assert_cmpstr (bayan_occurrence_item_get_words (BAYAN_OCCURRENCE_ITEM (get_line (concordance, 0))), ==,
                   "خطة النسر");
  g_assert_true (g_str_has_suffix (
      bayan_occurrence_item_get_before (BAYAN_OCCURRENCE_ITEM (get_line (concordance, 0))), "دعمهم و"));
  bayan_concordance_set_query (concordance, "لاشيءكهذا");
  wait_until (!bayan_concordance_get_loading (concordance));
  g_assert_cmpuint (count_lines (concordance), ==, 0);
  g_assert_false (bayan_concordance_get_failed (concordance));
}

/* The first lines are there before the others are looked for, and stay what they are when those come. */
static void
test_first_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanConcordance) concordance = bayan_concordance_new (fixture->desk);
  g_autoptr (GString) text = g_string_new ("بيان الرباط\n\n");
  BayanConcordanceItem *third;

  for (guint i = 0; i < 130; i++)
    g_string_append_printf (text, "أكد الوزراء خطة النسر رقم %u.\n", i);
  bayan_desk_set_learning (fixture->desk, FALSE);
  fixture_import_text (fixture, text->str);
  fixture_import_text (fixture, ROME);
  bayan_concordance_set_query (concordance, "\"خطة النسر\"");
  wait_until (count_lines (concordance) > 0);
  g_assert_true (bayan_concordance_get_loading (concordance));
  g_assert_cmpuint (count_lines (concordance), ==, 100);
  g_assert_true (bayan_concordance_get_is_cut (concordance));
  third = get_line (concordance, 3);
  bayan_occurrence_item_set_chosen (BAYAN_OCCURRENCE_ITEM (third), TRUE);

  wait_until (!bayan_concordance_get_loading (concordance));
  g_assert_cmpuint (count_lines (concordance), ==, 132);
  g_assert_false (bayan_concordance_get_is_cut (concordance));
  g_assert_true (get_line (concordance, 3) == third);
  g_assert_cmpuint (bayan_concordance_get_n_chosen (concordance), ==, 1);
  g_assert_cmpuint (bayan_concordance_count_statements (concordance), ==, 2);
}

static void
filtered_cb (BayanDesk *desk, GArray *left)
{
  guint n_left = bayan_desk_get_search_left (desk);

  g_array_append_val (left, n_left);
}

/* What statements do is found bit by bit: meanwhile the desk says how many are left. */
static void
test_search_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  gulong handler;

  for (guint i = 0; i < 110; i++)
    {
      g_autofree char *text = g_strdup_printf ("بيان الرباط\n\nأكد الوزراء خطة النسر رقم %u.\n", i);

      fixture_import_text (fixture, text);
    }
  handler = g_signal_connect (fixture->desk, "filter-changed", G_CALLBACK (filtered_cb), left);
  bayan_desk_set_search (fixture->desk, "act:STRESS ");
  wait_until (left->len > 0 && g_array_index (left, guint, left->len - 1) == 0);
  g_signal_handler_disconnect (fixture->desk, handler);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_cmpuint (g_array_index (left, guint, 0), ==, 10);
}

/* The last one counts, however many were asked. */
static void
test_superseded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanConcordance) concordance = NULL;

  read_two (fixture);
  concordance = bayan_concordance_new (fixture->desk);
  for (guint i = 0; i < 20; i++)
    bayan_concordance_set_query (concordance, i % 2 == 0 ? "الوزراء" : "التنظيم");
  wait_until (!bayan_concordance_get_loading (concordance));
  g_assert_cmpuint (count_lines (concordance), ==, 1);
  g_assert_null (fixture->failed);
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanConcordance) concordance = NULL;

  read_two (fixture);
  concordance = look_for (fixture, "tpye:MONEY");
  g_assert_cmpint (bayan_concordance_get_problem (concordance).trouble, ==, BAYAN_QUERY_UNKNOWN_FIELD);
  g_assert_cmpuint (count_lines (concordance), ==, 0);
  g_assert_null (fixture->failed);
}

static void
assert_order (BayanConcordance *concordance, BayanLinesOrder order, guint first, guint second)
{
  BayanConcordanceItem *a = get_line (concordance, first), *b = get_line (concordance, second);

  g_assert_cmpint (bayan_concordance_item_compare (a, b, order), <, 0);
  g_assert_cmpint (bayan_concordance_item_compare (b, a, order), >, 0);
  g_assert_cmpint (bayan_concordance_item_compare (a, a, order), ==, 0);
}

/* Found: 0 "دعمهم و… وهزيمة" (Rabat, newer), 1 "الوزراء … الجديدة", 2 "على …" at the end of a line (Rome). */
static void
test_orders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanConcordance) concordance = NULL;

  read_two (fixture);
  concordance = look_for (fixture, "\"خطة النسر\"");
  assert_order (concordance, BAYAN_LINES_NEWEST, 0, 1);
  assert_order (concordance, BAYAN_LINES_NEWEST, 1, 2);
  assert_order (concordance, BAYAN_LINES_OLDEST, 1, 0);
  assert_order (concordance, BAYAN_LINES_OLDEST, 1, 2);
  assert_order (concordance, BAYAN_LINES_PREVIOUS, 0, 2); /* دعمهم، علي، وزراء */
  assert_order (concordance, BAYAN_LINES_PREVIOUS, 2, 1);
  assert_order (concordance, BAYAN_LINES_NEXT, 1, 0); /* جديده، هزيمه، nothing */
  assert_order (concordance, BAYAN_LINES_NEXT, 0, 2);
  assert_order (concordance, BAYAN_LINES_TITLE, 0, 1);
}

/* One act, whatever each line is of. */
static void
test_label (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanConcordance) concordance = NULL;
  const char *subject;

  read_two (fixture);
  concordance = look_for (fixture, "\"خطة النسر\"");
  g_assert_false (bayan_concordance_label (concordance, BAYAN_MENTION_EVENT));
  bayan_concordance_choose_all (concordance, TRUE);
  g_assert_cmpuint (bayan_concordance_get_n_chosen (concordance), ==, 3);
  bayan_occurrence_item_set_chosen (BAYAN_OCCURRENCE_ITEM (get_line (concordance, 1)), FALSE);
  g_assert_cmpuint (bayan_concordance_get_n_chosen (concordance), ==, 2);
  g_assert_true (bayan_concordance_label (concordance, BAYAN_MENTION_EVENT));
  fixture_act (fixture);
  g_assert_cmpuint (
      bayan_entity_item_get_n_confirmed (bayan_desk_find_entity (fixture->desk, "event:خطة النسر")), ==, 2);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "label-places");
  g_assert_cmpstr (subject, ==, "2");
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_entity_item_get_count (bayan_desk_find_entity (fixture->desk, "event:خطة النسر")),
                    ==, 0);
  fixture_check (fixture);
}

/* What is suggested there already is confirmed, or becomes the type that was chosen. */
static void
test_label_marked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanConcordance) concordance = NULL;

  read_two (fixture);
  concordance = look_for (fixture, "country:IRQ");
  g_assert_cmpuint (count_lines (concordance), ==, 2);
  bayan_concordance_choose_all (concordance, TRUE);
  g_assert_true (bayan_concordance_label (concordance, BAYAN_MENTION_GPE));
  fixture_act (fixture);
  g_assert_cmpuint (bayan_entity_item_get_n_confirmed (bayan_desk_find_entity (fixture->desk, "iso:IRQ")), ==,
                    2);
  fixture_check (fixture);
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanConcordance) concordance = NULL;
  g_autofree char *text = NULL, *csv = NULL;

  bayan_desk_set_learning (fixture->desk, FALSE);
  fixture_import_text (fixture, "عنوان\n\n=HYPERLINK دعم \"الخطة\" أمس\n");
  concordance = look_for (fixture, "الخطة");
  text = bayan_concordance_write (bayan_concordance_get_lines (concordance), FALSE);
  g_assert_nonnull (strstr (text, "=HYPERLINK دعم \"[الخطة]\" أمس\t"));
  csv = bayan_concordance_write (bayan_concordance_get_lines (concordance), TRUE);
  g_assert_nonnull (strstr (csv, "\r\n\"'=HYPERLINK دعم \"\"\",الخطة,\"\"\" أمس\","));
}

/* What cannot be understood leaves the list as it is. */
static void
test_search_problem (Fixture *fixture, gconstpointer data)
{
  read_two (fixture);
  bayan_desk_set_search (fixture->desk, "country:IRQ التنظيم ");
  wait_until (bayan_desk_get_n_matching (fixture->desk) == 1);
  bayan_desk_set_search (fixture->desk, "country:Atlantis ");
  g_assert_cmpint (bayan_desk_get_search_problem (fixture->desk).trouble, ==, BAYAN_QUERY_UNKNOWN_COUNTRY);
  g_assert_cmpstr (bayan_desk_get_search (fixture->desk), ==, "country:IRQ التنظيم ");
  bayan_desk_set_search (fixture->desk, "act:STRESS ");
  g_assert_cmpint (bayan_desk_get_search_problem (fixture->desk).trouble, ==, BAYAN_QUERY_FINE);
  wait_until (bayan_desk_get_n_matching (fixture->desk) == 1);
  bayan_desk_set_search (fixture->desk, "");
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 2);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/concordance/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lines", test_lines);
  ADD ("first-lines", test_first_lines);
  ADD ("search-left", test_search_left);
  ADD ("superseded", test_superseded);
  ADD ("problem", test_problem);
  ADD ("orders", test_orders);
  ADD ("label", test_label);
  ADD ("label-marked", test_label_marked);
  ADD ("write", test_write);
  ADD ("search-problem", test_search_problem);
  return g_test_run ();
}
