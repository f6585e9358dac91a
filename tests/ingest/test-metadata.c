/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles, dates and languages, in the forms that statements have them. */
#include <string.h>

#include "support-ingest.h"

#define BODY                                                                                                                                                                           \
  "اجتمع وزراء خارجية دول الجوار في نواكشوط وبحثوا أمن الحدود المشتركة وسبل التعاون في مكافحة تهريب " \
  "السلاح، واتفقوا "                                                                                                                                                     \
  "على تبادل المعلومات بين الأجهزة المختصة قبل نهاية العام 2030، وعلى لقاء آخر في 3 مايو 2031."
#define TITLE "دول الجوار تتفق على تنسيق أمن الحدود"

static void
test_titles (void)
{
  static const struct {
    const char *head, *title;
  } CASES[] = {
    { TITLE "\n\n", TITLE },
    { TITLE ".\n\n", TITLE "." },
    { "28 يونيو 2021\n07:23 PM\n" TITLE "\n", TITLE },
    { "نواكشوط، 28 يونيو 2021\n" TITLE "\n", TITLE },
    { "في ختام اجتماع نواكشوط\n" TITLE "\n", TITLE },
    { "وزير الخارجية:\n" TITLE "\n", TITLE },
    { "بيان صحفي\n\n" TITLE "\n\n", TITLE },
    { TITLE "\nالوزراء يلتقون مرة أخرى في الربيع\n", TITLE },
    { "بيان ختامي\n\n", "بيان ختامي" },
    { "في ضرورة تنسيق أمن الحدود\n\n", "في ضرورة تنسيق أمن الحدود" },
    { "كتب: أحمد ولد محمد\n" TITLE "\n", TITLE },
    { "https://example.org/a/b\n" TITLE "\n", TITLE },
    { "FOR IMMEDIATE RELEASE\nJune 28, 2021\nMinisters of the Neighbouring States Meet in Nouakchott\n",
      "Ministers of the Neighbouring States Meet in Nouakchott" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *text = g_strconcat (CASES[i].head, BODY, NULL);
      g_autoptr (BayanStatement) statement = ingest_text (text);

      g_test_message ("%s", CASES[i].head);
      g_assert_cmpstr (statement->title, ==, CASES[i].title);
      g_assert_true (g_str_has_prefix (statement->text + statement->title_span.start.byte, CASES[i].title));
      g_assert_cmpuint (bayan_clean_span_length_bytes (statement->title_span), ==, strlen (CASES[i].title));
    }
}

/* What cleaning leaves out of a title is not in its words either. */
static void
test_title_with_marker (void)
{
  g_autoptr (BayanStatement) statement = ingest_text ("دول الجوار تتفق [ad_1] على تنسيق أمن الحدود\n\n" BODY);

  g_assert_cmpstr (statement->title, ==, TITLE);
  g_assert_true (g_str_has_prefix (statement->text + statement->title_span.start.byte, TITLE "\n"));
}

static void
test_no_title (void)
{
  g_autoptr (BayanStatement) long_one = ingest_text (BODY "\n" BODY);
  g_autoptr (BayanStatement) only_date = ingest_text ("28 يونيو 2021\n");
  g_autoptr (BayanStatement) dated = ingest_text ("28 يونيو 2021\n\n" BODY);
  g_autoptr (BayanStatement) short_one = ingest_text (
      "أكد الوزراء دعمهم. وأشادوا بما تحقق في الأشهر الماضية من تقدم في سبيل المصالحة بين جميع "
      "الأطراف في البلاد وخارجها.");

  g_autoptr (BayanStatement) only_a_mark = ingest_text ("!");

  g_assert_cmpstr (only_a_mark->title, ==, "!");
  g_assert_cmpuint (bayan_clean_span_length_bytes (long_one->title_span), ==, 0);
  g_assert_true (g_str_has_suffix (long_one->title, "…"));
  g_assert_cmpint (g_utf8_strlen (long_one->title, -1), <=, 121);
  g_assert_true (g_str_has_prefix (dated->title, "اجتمع وزراء"));
  g_assert_cmpstr (only_date->title, ==, "28 يونيو 2021");
  g_assert_cmpstr (short_one->title, ==, "أكد الوزراء دعمهم");
}

static char *
iso_or_null (BayanDate date)
{
  return bayan_date_is_set (date) ? bayan_date_to_iso (date) : NULL;
}

static void
test_dates (void)
{
  static const struct {
    const char *head, *date, *hijri;
  } CASES[] = {
    { "28 يونيو 2021\n" TITLE "\n", "2021-06-28", NULL },
    { TITLE "\n28/06/2021\n", "2021-06-28", NULL },
    { TITLE "\n٢٠١٤/٩/١٠\n", "2014-09-10", NULL },
    { TITLE "\n2021-06-28\n", "2021-06-28", NULL },
    { TITLE "\n28.6.2021\n", "2021-06-28", NULL },
    { TITLE "\nالخميس 26 آب/أغسطس 2021\n", "2021-08-26", NULL },
    { TITLE "\nالخميس، 26 أوت 2021\n", "2021-08-26", NULL },
    { TITLE "\nالرباط في 11 ماي 2022\n", "2022-05-11", NULL },
    { TITLE "\n3 غشت 2020\n", "2020-08-03", NULL },
    { TITLE "\nنشر بتاريخ 5 كانون الثاني 2020 الساعة 10:15\n", "2020-01-05", NULL },
    { TITLE "\n28 يونيو 2021 – 18 ذو القعدة 1442\n", "2021-06-28", "1442-11-18" },
    { TITLE "\nالاثنين 18 ذو القعدة 1442 هـ الموافق 28 يونيو 2021 م\n", "2021-06-28", "1442-11-18" },
    { TITLE "\n1 رمضان 1446هـ\n", "2025-03-01", "1446-09-01" },
    { TITLE "\n1446/09/01\n", "2025-03-01", "1446-09-01" },
    { TITLE "\nنواكشوط، 28 يونيو 2021 (وكالات) - ", "2021-06-28", NULL },
    { "Statement of the ministers\nJune 28, 2021\n", "2021-06-28", NULL },
    { "Statement of the ministers\nRome, 28 June 2021\n", "2021-06-28", NULL },
    { "Déclaration des ministres\nRome, le 28 juin 2021\n", "2021-06-28", NULL },
    { TITLE "\nالثامن والعشرين من حزيران عام ألفين وواحد وعشرين\n", "2021-06-28", NULL },
    { TITLE "\nالاثنين الأول من أيلول سنة 2014\n", "2014-09-01", NULL },
    { TITLE "\nفي الخامس عشر من كانون الأول/ديسمبر 2015\n", "2015-12-15", NULL },
    { TITLE "\n15 كانون الأول/ديسمبر 2015\n", "2015-12-15", NULL },
    { TITLE "\n15 ديسمبر/كانون الأول 2015\n", "2015-12-15", NULL },
    { TITLE "\n3 جانفي 2024\n", "2024-01-03", NULL },
    { TITLE "\n12 غشت 2023\n", "2023-08-12", NULL },
    { TITLE "\n5 أوت 2022\n", "2022-08-05", NULL },
    { TITLE "\n9 شتنبر 2021\n", "2021-09-09", NULL },
    { TITLE "\n٢٠١٤/٩/١٠\n", "2014-09-10", NULL },
    { TITLE "\n10-9-2014\n", "2014-09-10", NULL },
    { TITLE "\n۱۰/۰۹/۲۰۱۴\n", "2014-09-10", NULL },
    { TITLE "\nالخميس 14 رجب 1446 هـ الموافق 14 يناير 2025م\n", "2025-01-14", "1446-07-14" },
    { TITLE "\nالحادي والثلاثين من ديسمبر عام ألفين وأربعة عشر\n", "2014-12-31", NULL },
    { TITLE "\nLundi 28 juin 2021\n", "2021-06-28", NULL },
    { TITLE "\nاليوم الاثنين\n", NULL, NULL },
    { TITLE "\n32 يونيو 2021\n", NULL, NULL },
    { TITLE "\n28 يونيو\n", NULL, NULL },
    { TITLE "\n28.6.20215\n", NULL, NULL },
    { TITLE "\n10.9.2014.3\n", NULL, NULL },
    { TITLE "\n\n", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *text = g_strconcat (CASES[i].head, BODY, NULL);
      g_autoptr (BayanStatement) statement = ingest_text (text);
      g_autofree char *date = iso_or_null (statement->date), *hijri = iso_or_null (statement->hijri);

      g_test_message ("%s", CASES[i].head);
      g_assert_cmpstr (date, ==, CASES[i].date);
      g_assert_cmpstr (hijri, ==, CASES[i].hijri);
      g_assert_cmpint (bayan_clean_span_length_bytes (statement->date_span) > 0, ==, date != NULL);
    }
}

static void
test_date_at_foot (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (TITLE "\n\n" BODY "\n\nحرر بنواكشوط، في 11 ماي 2022\n");
  g_autofree char *date = bayan_date_to_iso (statement->date);

  g_assert_cmpstr (date, ==, "2022-05-11");
  g_assert_true (g_str_has_prefix (statement->text + statement->date_span.start.byte, "11 ماي 2022"));
}

static void
test_languages (void)
{
  static const struct {
    const char *text, *language;
  } CASES[] = {
    { BODY, "ar" },
    { "وزارت امور خارجه گفت که گفتگوها درباره پرونده چند کشور همچنان ادامه دارد و "
      "پیشرفت‌هایی "
      "به "
      "دست "
      "آمده است.",
      "fa" },
    { "وەزیری دەرەوە ڕایگەیاند کە گفتوگۆکان لەگەڵ وڵاتانی دراوسێ بەردەوامن.", "ckb" },
    { "The ministers of the neighbouring states met in the capital and agreed to work for peace.", "en" },
    { "Les ministres des pays voisins se sont réunis dans la capitale pour parler de la paix et du "
      "développement.",
      "fr" },
    { "Komşu ülkelerin dışişleri bakanları başkentte bir araya geldi ve barış için çalışmaya karar "
      "verdi.",
      "tr" },
    { "2021", "ar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (BayanStatement) statement = ingest_text (CASES[i].text);

      g_assert_cmpstr (statement->language, ==, CASES[i].language);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/metadata/titles", test_titles);
  g_test_add_func ("/ingest/metadata/title-with-marker", test_title_with_marker);
  g_test_add_func ("/ingest/metadata/no-title", test_no_title);
  g_test_add_func ("/ingest/metadata/dates", test_dates);
  g_test_add_func ("/ingest/metadata/date-at-foot", test_date_at_foot);
  g_test_add_func ("/ingest/metadata/languages", test_languages);
  return g_test_run ();
}
