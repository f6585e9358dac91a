/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-calendar.h"

#define G BAYAN_CALENDAR_GREGORIAN
#define H BAYAN_CALENDAR_HIJRI

static void
test_months (void)
{
  static const struct {
    const char *text;
    BayanCalendar calendar;
    guint month, n_words, prefix_chars;
    gboolean needs_number;
  } CASES[] = {
    { "يناير", G, 1, 1, 0, FALSE },
    { "كانون الثاني", G, 1, 2, 0, FALSE },
    { "كانون الأول", G, 12, 2, 0, FALSE },
    { "تشرين الاول", G, 10, 2, 0, FALSE },
    { "جانفي", G, 1, 1, 0, FALSE },
    { "غشت", G, 8, 1, 0, FALSE },
    { "أوت", G, 8, 1, 0, FALSE },
    { "شتنبر", G, 9, 1, 0, FALSE },
    { "يوليوز", G, 7, 1, 0, FALSE },
    { "دجنبر", G, 12, 1, 0, FALSE },
    { "جويليه", G, 7, 1, 0, FALSE },
    { "إبريل", G, 4, 1, 0, FALSE },
    { "ابريل", G, 4, 1, 0, FALSE },
    { "آب", G, 8, 1, 0, TRUE },
    { "مارس", G, 3, 1, 0, TRUE },
    { "ماي", G, 5, 1, 0, TRUE },
    { "ويوليو", G, 7, 1, 1, FALSE },
    { "لديسمبر", G, 12, 1, 1, FALSE },
    { "وكانون الثاني", G, 1, 2, 1, FALSE },
    { "ك2", G, 1, 2, 0, TRUE },
    { "محرم", H, 1, 1, 0, TRUE },
    { "صفر", H, 2, 1, 0, TRUE },
    { "ربيع الآخر", H, 4, 2, 0, FALSE },
    { "جمادى الأولى", H, 5, 2, 0, FALSE },
    { "جمادي الاخره", H, 6, 2, 0, FALSE },
    { "رجب", H, 7, 1, 0, TRUE },
    { "رجب الفرد", H, 7, 2, 0, FALSE },
    { "ذي القعدة", H, 11, 2, 0, FALSE },
    { "ذي القعده", H, 11, 2, 0, FALSE },
    { "ذو الحِجَّة", H, 12, 2, 0, FALSE },
    { "ذو\u00A0الحجة", H, 12, 2, 0, FALSE },
    { "ﻳﻨﺎﻳﺮ", G, 1, 1, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (BayanWords) words = bayan_words_new (CASES[i].text, -1);
      BayanMonthName name;

      g_assert_true (bayan_calendar_may_begin (words, 0));
      g_assert_true (bayan_calendar_match_month (words, 0, &name));
      g_assert_cmpint (name.calendar, ==, CASES[i].calendar);
      g_assert_cmpuint (name.month, ==, CASES[i].month);
      g_assert_cmpuint (name.n_words, ==, CASES[i].n_words);
      g_assert_cmpuint (name.prefix_chars, ==, CASES[i].prefix_chars);
      g_assert_cmpint (name.needs_number, ==, CASES[i].needs_number);
      g_assert_false (name.libyan);
    }
}

/* Each calendar month has a name in each naming, and every name of the table is one that the matcher finds.
 * */
static void
test_namings (void)
{
  static const char *const NAMINGS[][12] = {
    { "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
      "ديسمبر" },
    { "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
      "تشرين الثاني", "كانون الأول" },
    { "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر",
      "ديسمبر" },
    { "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر",
      "دجنبر" },
    { "يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر",
      "دجمبر" },
    { "أي النار", "النوار", "الربيع", "الطير", "الماء", "الصيف", "ناصر", "هانيبال", "الفاتح", "التمور",
      "الحرث", "الكانون" },
    { "محرم", "صفر", "ربيع الأول", "ربيع الثاني", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان",
      "شوال", "ذو القعدة", "ذو الحجة" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (NAMINGS); i++)
    for (guint month = 0; month < 12; month++)
      {
        g_autoptr (BayanWords) words = bayan_words_new (NAMINGS[i][month], -1);
        BayanMonthName name;

        g_assert_true (bayan_calendar_may_begin (words, 0));
        g_assert_true (bayan_calendar_match_month (words, 0, &name));
        g_assert_cmpuint (name.month, ==, month + 1);
        g_assert_cmpuint (name.n_words, ==, words->n_words);
        g_assert_cmpint (name.libyan, ==, i == 5);
      }
}

static void
test_no_month (void)
{
  static const char *const WORDS[] = { "وزير", "كانون", "ربيع",          "الاجتماع",
                                       "2014", "،",     "تشرين الصناعة", "Mai" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      g_autoptr (BayanWords) words = bayan_words_new (WORDS[i], -1);
      BayanMonthName name;

      g_assert_false (bayan_calendar_match_month (words, 0, &name));
      /* As far as the first word tells */
      g_assert_cmpint (bayan_calendar_may_begin (words, 0), ==,
                       g_str_has_prefix (WORDS[i], "كانون") || g_str_has_prefix (WORDS[i], "ربيع")
                           || g_str_has_prefix (WORDS[i], "تشرين"));
    }
}

static void
test_weekdays (void)
{
  static const char *const DAYS[] = { "الاثنين", "الثلاثاء", "الأربعاء", "الخميس",
                                      "الجمعة",  "السبت",    "الأحد",    "الإثنين" };

  for (guint i = 0; i < G_N_ELEMENTS (DAYS); i++)
    {
      g_autofree char *with_wa = g_strconcat ("و", DAYS[i], NULL);
      g_autoptr (BayanWords) words = bayan_words_new (with_wa, -1);
      guint n_words, prefix_chars;

      g_assert_true (bayan_calendar_may_begin (words, 0));
      g_assert_cmpuint (bayan_calendar_match_weekday (words, 0, &n_words, &prefix_chars), ==, i % 7 + 1);
      g_assert_cmpuint (n_words, ==, 1);
      g_assert_cmpuint (prefix_chars, ==, 1);
    }
}

static void
assert_date (BayanDate date, const char *iso)
{
  g_autofree char *string = bayan_date_to_iso (date);

  g_assert_cmpstr (string, ==, iso);
}

static void
test_hijri (void)
{
  static const struct {
    BayanDate hijri;
    const char *gregorian;
  } CASES[] = {
    { { 1446, 9, 1 }, "2025-03-01" }, { { 1446, 7, 14 }, "2025-01-14" }, { { 1447, 1, 1 }, "2025-06-26" },
    { { 1445, 1, 1 }, "2023-07-19" }, { { 1444, 9, 1 }, "2023-03-23" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      BayanDate gregorian = bayan_calendar_to_gregorian (CASES[i].hijri);

      assert_date (gregorian, CASES[i].gregorian);
      g_assert_cmpint (bayan_date_compare (bayan_calendar_to_hijri (gregorian), CASES[i].hijri), ==, 0);
    }
  /* Arithmetic, outside the tables: 1 Muharram of the year 1 is 16 July 622 Julian, 19 July Gregorian. */
  assert_date (bayan_calendar_to_gregorian ((BayanDate) { 1, 1, 1 }), "0622-07-19");
}

/* Day after day, both calendars go on by one, and the way back is the way there. */
static void
test_round_trip (void)
{
  BayanDate first = { 1850, 1, 1 };
  GDate day;

  g_date_set_dmy (&day, 1, 1, 1850);
  for (guint i = 0; i < 3000; i++, g_date_add_days (&day, 41))
    {
      BayanDate gregorian = { (gint16) g_date_get_year (&day), (gint8) g_date_get_month (&day),
                              (gint8) g_date_get_day (&day) };
      BayanDate hijri = bayan_calendar_to_hijri (gregorian);

      g_assert_true (bayan_calendar_is_valid (BAYAN_CALENDAR_HIJRI, hijri));
      g_assert_true (bayan_date_is_complete (hijri));
      g_assert_cmpint (bayan_date_compare (bayan_calendar_to_gregorian (hijri), gregorian), ==, 0);
      g_assert_cmpint (bayan_calendar_get_days_between (first, gregorian), ==, (int) i * 41);
    }
}

static void
test_weekday_of_date (void)
{
  g_assert_cmpuint (bayan_calendar_get_weekday ((BayanDate) { 2025, 1, 14 }), ==, 2);
  g_assert_cmpuint (bayan_calendar_get_weekday ((BayanDate) { 2021, 6, 28 }), ==, 1);
  g_assert_cmpuint (bayan_calendar_get_weekday ((BayanDate) { 2014, 9, 0 }), ==, 0);
  g_assert_cmpuint (bayan_calendar_get_weekday ((BayanDate) { 2023, 2, 29 }), ==, 0);
}

static void
test_validity (void)
{
  static const struct {
    BayanCalendar calendar;
    BayanDate date;
    gboolean valid;
  } CASES[] = {
    { G, { 2024, 2, 29 }, TRUE },  { G, { 2023, 2, 29 }, FALSE }, { G, { 0, 2, 29 }, TRUE },
    { G, { 2014, 13, 1 }, FALSE }, { G, { 2014, 9, 0 }, TRUE },   { G, { 0, 4, 31 }, FALSE },
    { H, { 1446, 9, 30 }, TRUE },  { H, { 1446, 9, 31 }, FALSE }, { H, { 1446, 13, 1 }, FALSE },
    { G, { 2014, -1, 1 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpint (bayan_calendar_is_valid (CASES[i].calendar, CASES[i].date), ==, CASES[i].valid);
  g_assert_false (bayan_date_is_set (bayan_calendar_to_gregorian ((BayanDate) { 1446, 9, 0 })));
  g_assert_false (bayan_date_is_set (bayan_calendar_to_hijri ((BayanDate) { 500, 1, 1 })));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arabic/calendar/months", test_months);
  g_test_add_func ("/arabic/calendar/namings", test_namings);
  g_test_add_func ("/arabic/calendar/no-month", test_no_month);
  g_test_add_func ("/arabic/calendar/weekdays", test_weekdays);
  g_test_add_func ("/arabic/calendar/hijri", test_hijri);
  g_test_add_func ("/arabic/calendar/round-trip", test_round_trip);
  g_test_add_func ("/arabic/calendar/weekday-of-date", test_weekday_of_date);
  g_test_add_func ("/arabic/calendar/validity", test_validity);
  return g_test_run ();
}
