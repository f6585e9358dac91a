/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "bayan-date-input.h"

#define STATEMENT                                                                                            \
  "بيان مشترك\n\nالرياض، 14 يناير 2025\n\nاجتمع الوزراء في الرياض يوم الاثنين 13 يناير 2025.\n"

static void
test_typed_dates (void)
{
  static const struct {
    const char *text, *gregorian, *hijri;
  } CASES[] = {
    { "2025-01-14", "2025-01-14", "1446-07-14" },
    { "14/1/2025", "2025-01-14", "1446-07-14" },
    { "١٤ يناير ٢٠٢٥", "2025-01-14", "1446-07-14" },
    { "14 كانون الثاني 2025", "2025-01-14", "1446-07-14" },
    { "14 January 2025", "2025-01-14", "1446-07-14" },
    { "January 14, 2025", "2025-01-14", "1446-07-14" },
    { "14 رجب 1446", "2025-01-14", "1446-07-14" },
    { "14 رجب 1446 هـ", "2025-01-14", "1446-07-14" },
    { "14/7/1446", "2025-01-14", "1446-07-14" },
    { "14 Rajab 1446 AH", "2025-01-14", "1446-07-14" },
    { "1 Rabiʻ II 1446", "2024-10-04", "1446-04-01" },
    { "يناير 2025", "2025-01", "" },
    { "2025-01", "2025-01", "" },
    { "رجب 1446", "", "1446-07" },
    { "2025", "2025", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      BayanDate gregorian, hijri;
      g_autofree char *first = NULL, *second = NULL;

      g_test_message ("%s", CASES[i].text);
      g_assert_true (bayan_date_input_read (CASES[i].text, &gregorian, &hijri));
      first = bayan_date_is_set (gregorian) ? bayan_date_to_iso (gregorian) : g_strdup ("");
      second = bayan_date_is_set (hijri) ? bayan_date_to_iso (hijri) : g_strdup ("");
      g_assert_cmpstr (first, ==, CASES[i].gregorian);
      g_assert_cmpstr (second, ==, CASES[i].hijri);
    }
}

static void
test_no_dates (void)
{
  static const char *const CASES[] = {
    "",           "بيان",           "31/2/2025",    "14",         "2025-13-01",
    "1/2/3/2025", "99999999999999", "14 يناير",     "30/13/1446", "14 January 14 2025",
    "32/1/2025",  "12 12",          "2025-01-2025",
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      BayanDate gregorian, hijri;

      g_test_message ("%s", CASES[i]);
      g_assert_false (bayan_date_input_read (CASES[i], &gregorian, &hijri));
    }
}

static void
test_events (void)
{
  g_autofree char *one = bayan_date_input_read_event ("13 يناير 2025");
  g_autofree char *two = bayan_date_input_read_event ("13 يناير 2025 – 14 رجب 1446");
  g_autofree char *words = bayan_date_input_read_event ("2025-01-13 to 2025-01-16");
  g_autofree char *backwards = bayan_date_input_read_event ("2025-01-14 – 2025-01-13");
  g_autofree char *half = bayan_date_input_read_event ("2025-01-14 –");

  g_assert_cmpstr (one, ==, "2025-01-13");
  g_assert_cmpstr (two, ==, "2025-01-13/2025-01-14");
  g_assert_cmpstr (words, ==, "2025-01-13/2025-01-16");
  g_assert_null (backwards);
  g_assert_null (half);
}

static const char *
get_value (Fixture *fixture, BayanDetailField field)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  const BayanDetail *detail = bayan_statement_find_detail (statement, field);

  return detail != NULL ? detail->value : NULL;
}

static void
wait_for_other_reading (Fixture *fixture)
{
  BayanReading *before = bayan_desk_get_reading (fixture->desk);

  wait_until (bayan_desk_get_reading (fixture->desk) != before);
}

static void
test_set_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;
  BayanStatementItem *item;
  gint64 id = fixture_import_text (fixture, STATEMENT);

  fixture_read (fixture, id);
  item = bayan_desk_find_statement (fixture->desk, id);
  title = g_strdup (bayan_statement_item_get_title (item));
  g_assert_true (bayan_desk_set_detail (fixture->desk, BAYAN_DETAIL_TITLE, "  بيان الرياض\nالمشترك "));
  wait_for_other_reading (fixture);
  g_assert_cmpstr (get_value (fixture, BAYAN_DETAIL_TITLE), ==, "بيان الرياض المشترك");
  g_assert_cmpstr (bayan_statement_item_get_title (item), ==, "بيان الرياض المشترك");
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "set-detail");

  bayan_desk_undo (fixture->desk);
  wait_for_other_reading (fixture);
  g_assert_cmpstr (bayan_statement_item_get_title (item), ==, title);
  fixture_check (fixture);
  g_assert_null (fixture->failed);
}

static void
test_dates_agree (Fixture *fixture, gconstpointer data)
{
  const BayanStatement *statement;
  gint64 id = fixture_import_text (fixture, STATEMENT);

  fixture_read (fixture, id);
  g_assert_true (bayan_desk_set_detail (fixture->desk, BAYAN_DETAIL_DATE, "15 رجب 1446"));
  wait_for_other_reading (fixture);
  statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  g_assert_cmpstr (get_value (fixture, BAYAN_DETAIL_DATE), ==, "2025-01-15");
  g_assert_cmpstr (get_value (fixture, BAYAN_DETAIL_HIJRI), ==, "1446-07-15");
  g_assert_cmpint (statement->date.day, ==, 15);
  g_assert_cmpint (bayan_statement_item_get_date (bayan_desk_find_statement (fixture->desk, id)).day, ==, 15);
  g_assert_false (bayan_desk_set_detail (fixture->desk, BAYAN_DETAIL_DATE, "غدا"));

  bayan_desk_revert_detail (fixture->desk, BAYAN_DETAIL_DATE);
  wait_for_other_reading (fixture);
  g_assert_cmpstr (get_value (fixture, BAYAN_DETAIL_DATE), ==, "2025-01-14");
  bayan_desk_clear_detail (fixture->desk, BAYAN_DETAIL_DATE);
  wait_for_other_reading (fixture);
  g_assert_null (get_value (fixture, BAYAN_DETAIL_DATE));
  g_assert_null (get_value (fixture, BAYAN_DETAIL_HIJRI));
  fixture_check (fixture);
}

static void
test_use_words (Fixture *fixture, gconstpointer data)
{
  const BayanStatement *statement;
  const BayanDetail *detail;
  guint32 start;

  fixture_read (fixture, fixture_import_text (fixture, STATEMENT));
  statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  start = (guint32) (strstr (statement->text, "13 يناير 2025") - statement->text);
  g_assert_true (bayan_desk_use_words (fixture->desk, BAYAN_DETAIL_EVENT_DATE,
                                       bayan_clean_span (start, start + (guint32) strlen ("13 يناير 2025"))));
  wait_for_other_reading (fixture);
  statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  detail = bayan_statement_find_detail (statement, BAYAN_DETAIL_EVENT_DATE);
  g_assert_cmpstr (detail->value, ==, "2025-01-13");
  g_assert_cmpstr (detail->words, ==, "13 يناير 2025");
  g_assert_cmpuint (detail->span.start.byte, ==, start);
  g_assert_false (bayan_desk_use_words (fixture->desk, BAYAN_DETAIL_DATE, bayan_clean_span (0, 8)));
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/details/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/details/typed-dates", test_typed_dates);
  g_test_add_func ("/details/no-dates", test_no_dates);
  g_test_add_func ("/details/events", test_events);
  ADD ("set-and-undo", test_set_and_undo);
  ADD ("dates-agree", test_dates_agree);
  ADD ("use-words", test_use_words);
  return g_test_run ();
}
