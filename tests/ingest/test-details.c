/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a statement says of itself, each with the words it came from. */
#include <string.h>

#include "support-ingest.h"

#define TITLE "دول الجوار تتفق على تنسيق أمن الحدود"
#define BODY                                                                                                                                                                                         \
  "وبحث المجتمعون أمن الحدود المشتركة وسبل التعاون في مكافحة تهريب السلاح، واتفقوا على تبادل المعلومات بين " \
  "الأجهزة المختصة، وعلى لقاء آخر في 3 مايو 2031 يحضره ممثلون عن المنظمات الإقليمية."

static const char *
value_of (const BayanStatement *statement, BayanDetailField field)
{
  const BayanDetail *detail = bayan_statement_find_detail (statement, field);

  return detail != NULL ? detail->value : NULL;
}

/* Details of the text stand where they say. */
static void
check_spans (const BayanStatement *statement)
{
  for (guint i = 0; i < statement->details->len; i++)
    {
      const BayanDetail *detail = statement->details->pdata[i];
      guint32 length = bayan_clean_span_length_bytes (detail->span);

      g_assert_cmpuint (detail->span.end.byte, <=, statement->text_length_bytes);
      if (length > 0)
        {
          g_autofree char *words = g_strndup (statement->text + detail->span.start.byte, length);

          g_assert_cmpstr (words, ==, detail->words);
          g_assert_true (g_utf8_validate (words, -1, NULL));
        }
    }
}

typedef struct {
  const char *text, *value, *words;
} Case;

static void
check_cases (const Case *cases, guint n_cases, BayanDetailField field)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (BayanStatement) statement = ingest_text (cases[i].text);
      const BayanDetail *detail = bayan_statement_find_detail (statement, field);
      const char *wanted = cases[i].words != NULL ? cases[i].words : cases[i].value;

      check_spans (statement);
      if (g_strcmp0 (detail != NULL ? detail->value : NULL, cases[i].value) != 0)
        g_error ("%s, not %s: %s", detail != NULL ? detail->value : "nothing", cases[i].value, cases[i].text);
      if (detail != NULL)
        g_assert_cmpstr (detail->words, ==, wanted);
    }
}

static void
test_titles (void)
{
  static const Case TITLES[] = {
    { TITLE "\n\n" BODY, TITLE, NULL },
    { "دول الجوار تتفق على\nتنسيق أمن الحدود المشتركة\n\n" BODY,
      "دول الجوار تتفق على تنسيق أمن الحدود المشتركة", "دول الجوار تتفق على\nتنسيق أمن الحدود المشتركة" },
    { "وزراء الخارجية والدفاع والداخلية،\nورؤساء الأجهزة الأمنية يجتمعون في نواكشوط\n\n" BODY,
      "وزراء الخارجية والدفاع والداخلية، ورؤساء الأجهزة الأمنية يجتمعون في نواكشوط",
      "وزراء الخارجية والدفاع والداخلية،\nورؤساء الأجهزة الأمنية يجتمعون في نواكشوط" },
    { "في ختام اجتماع نواكشوط\n" TITLE "\n\n" BODY, TITLE, NULL },
    { TITLE "\nاتفاق على لقاء آخر في الربيع المقبل\n\n" BODY, TITLE, NULL },
  };
  static const Case SUBTITLES[] = {
    { TITLE "\nاتفاق على لقاء آخر في الربيع المقبل\n\n" BODY, "اتفاق على لقاء آخر في الربيع المقبل", NULL },
    { TITLE "\nبمشاركة ثلاثين دولة ومنظمة إقليمية\n28 يونيو 2021\n" BODY,
      "بمشاركة ثلاثين دولة ومنظمة إقليمية", NULL },
    { TITLE "\n28 يونيو 2021\n" BODY, NULL, NULL },
    { TITLE "\nجدة (وكالة الضفاف) - 20 نوفمبر 2024\n" BODY, NULL, NULL },
    { "في ختام اجتماع نواكشوط\n" TITLE "\n\n" BODY, NULL, NULL },
    { TITLE "\n\n" BODY, NULL, NULL },
  };

  check_cases (TITLES, G_N_ELEMENTS (TITLES), BAYAN_DETAIL_TITLE);
  check_cases (SUBTITLES, G_N_ELEMENTS (SUBTITLES), BAYAN_DETAIL_SUBTITLE);
}

static void
test_datelines (void)
{
  static const Case DATELINES[] = {
    { TITLE "\n\nروما، 28 يونيو 2021 (واس) – عقد الوزراء اجتماعهم. " BODY, "روما، 28 يونيو 2021 (واس)",
      NULL },
    { TITLE "\n\nبغداد (رويترز) - قال الوزير إن الاجتماع ناجح. " BODY, "بغداد (رويترز)", NULL },
    { TITLE "\n\nالدوحة في 28 يونيو /قنا/ عقد الوزراء اجتماعهم. " BODY, "الدوحة في 28 يونيو /قنا/", NULL },
    { TITLE "\n\nبيروت - 12 أيار 2020: عقد الوزراء اجتماعهم. " BODY, "بيروت - 12 أيار 2020", NULL },
    { TITLE "\nنواكشوط، 28 يونيو 2021\n\n" BODY, "نواكشوط، 28 يونيو 2021", NULL },
    { "Ministers Meet in Rome\n\nROME, June 28, 2021 (Reuters) - Ministers of the neighbouring states met in "
      "the "
      "capital and agreed to meet again in the spring, said the host.",
      "ROME, June 28, 2021 (Reuters)", NULL },
    { TITLE "\n28 يونيو 2021\n\n" BODY, NULL, NULL },
    { TITLE "\n\nقال الوزير (وهو رئيس الوفد) إن الاجتماع ناجح - كما وصفه - في كل شيء. " BODY, NULL, NULL },
    { TITLE "\n\n" BODY, NULL, NULL },
  };
  static const Case OUTLETS[] = {
    { TITLE "\n\nروما، 28 يونيو 2021 (واس) – عقد الوزراء اجتماعهم. " BODY, "واس", NULL },
    { TITLE "\n\nباريس (أ ف ب) - قال الوزير إن الاجتماع ناجح. " BODY, "أ ف ب", NULL },
    { TITLE "\n\nالدوحة في 28 يونيو /قنا/ عقد الوزراء اجتماعهم. " BODY, "قنا", NULL },
    { TITLE "\nأبوظبي في 28 يونيو 2021 (وام)\n\n" BODY, "وام", NULL },
    { TITLE "\nالرياض 18 ذو القعدة 1442 هـ الموافق 28 يونيو 2021 م واس\n\n" BODY, "واس", NULL },
    { TITLE "\n\nقالت (سانا) إن الاجتماع ناجح. " BODY, NULL, NULL },
  };

  check_cases (DATELINES, G_N_ELEMENTS (DATELINES), BAYAN_DETAIL_DATELINE);
  check_cases (OUTLETS, G_N_ELEMENTS (OUTLETS), BAYAN_DETAIL_OUTLET);
}

static void
test_issuers (void)
{
  static const Case ISSUERS[] = {
    { "بيان صادر عن وزارة الخارجية والمغتربين\n\n" BODY, "وزارة الخارجية والمغتربين", NULL },
    { "بيان صحفي صادر عن الأمانة العامة لجامعة الدول العربية حول الوضع في السودان\n\n" BODY,
      "الأمانة العامة لجامعة الدول العربية", NULL },
    { "البيان الختامي لاجتماع وزراء خارجية دول الجوار في نواكشوط\n\n" BODY, "اجتماع وزراء خارجية دول الجوار",
      NULL },
    { "البيان الختامي للقمة العربية الثلاثين\n\n" BODY, "القمة العربية الثلاثين", "لقمة العربية الثلاثين" },
    { "بيان مجلس الأمن بشأن اليمن\n\n" BODY, "مجلس الأمن", NULL },
    { "جمهورية العراق\nوزارة الخارجية\n\n" TITLE "\n\n" BODY, "وزارة الخارجية", NULL },
    { "وزارة الخارجية تدين الهجوم على السفارة\n\n" BODY, "وزارة الخارجية", NULL },
    { TITLE "\n\nأصدرت وزارة الخارجية الأردنية بيانا أكدت فيه دعمها. " BODY, "وزارة الخارجية الأردنية",
      NULL },
    { TITLE "\n\nأعلنت رئاسة الجمهورية، في بيان لها، دعمها الكامل. " BODY, "رئاسة الجمهورية", NULL },
    { "بيان من سفارة جمهورية مصر العربية في باريس\n\n" BODY, "سفارة جمهورية مصر العربية", NULL },
    { "Statement by the Ministry of Foreign Affairs on the Attack\n\nThe Ministry condemns the attack on the "
      "embassy "
      "and calls on all parties to protect diplomats and civilians everywhere.",
      "Ministry of Foreign Affairs", NULL },
    { "Déclaration du Conseil de sécurité sur le Mali\n\nLe Conseil condamne l’attaque et appelle toutes les "
      "parties à "
      "la retenue et au dialogue dans le respect du droit.",
      "Conseil de sécurité", NULL },
    { "التحالف الدولي لهزيمة «داعش» يؤكد عزمه على مواصلة القتال\n\n" BODY, "التحالف الدولي لهزيمة «داعش»",
      NULL },
    { "قيادة القوات المشتركة تنشر وحداتها على الحدود\n\n" BODY, "قيادة القوات المشتركة", NULL },
    { "وزراء خارجية عرب يبحثون أمن الحدود\n\n" BODY, "وزراء خارجية عرب", NULL },
    { TITLE "\n\n" BODY, NULL, NULL },
    { TITLE "\n\nقال وزير الخارجية إن وزارة الدفاع نشرت قواتها على الحدود. " BODY, NULL, NULL },
  };

  check_cases (ISSUERS, G_N_ELEMENTS (ISSUERS), BAYAN_DETAIL_ISSUER);
}

static void
test_authors_and_addresses (void)
{
  static const Case AUTHORS[] = {
    { "كتب: أحمد ولد محمد\n" TITLE "\n\n" BODY, "أحمد ولد محمد", NULL },
    { TITLE "\nبقلم ليلى الخطيب\n\n" BODY, "ليلى الخطيب", NULL },
    { "Ministers Meet in Rome\nBy John Smith\n\nMinisters of the neighbouring states met in the capital and "
      "agreed to "
      "meet again in the spring, the host said.",
      "John Smith", NULL },
    { TITLE "\n\nكتب الوزير إلى نظيره رسالة. " BODY, NULL, NULL },
  };

  static const Case ADDRESSES[] = {
    { TITLE "\n\n" BODY "\n\nالموقع https://example.org وغيره من المواقع.", NULL, NULL },
    { "https://example.org/a/b\n" TITLE "\n\n" BODY, "https://example.org/a/b", NULL },
  };

  check_cases (AUTHORS, G_N_ELEMENTS (AUTHORS), BAYAN_DETAIL_AUTHOR);
  check_cases (ADDRESSES, G_N_ELEMENTS (ADDRESSES), BAYAN_DETAIL_ADDRESS);
}

/* The link to the source is no text, and still says where it was published. */
static void
test_source_link (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (TITLE "\n\n" BODY
                                                            "\n\nالمصدر: https://www.example.org/news/12");

  g_assert_cmpstr (value_of (statement, BAYAN_DETAIL_ADDRESS), ==, "https://www.example.org/news/12");
  g_assert_cmpstr (value_of (statement, BAYAN_DETAIL_OUTLET), ==, "example.org");
  g_assert_cmpint (bayan_statement_find_detail (statement, BAYAN_DETAIL_OUTLET)->origin, ==,
                   BAYAN_ORIGIN_DERIVED);
}

static void
test_event_dates (void)
{
  static const Case EVENTS[] = {
    { TITLE "\n30 يونيو 2021\n\nعُقد الاجتماع في نواكشوط يوم 28 يونيو 2021 بمشاركة واسعة. " BODY, "2021-06-28",
      "28 يونيو 2021" },
    { TITLE "\n30 يونيو 2021\n\nعقد الوزراء اجتماعهم اليوم في نواكشوط. " BODY, "2021-06-30", "اليوم" },
    { TITLE "\n\nنواكشوط، 30 يونيو 2021 (وام) - عقد الوزراء اجتماعهم أمس في نواكشوط. " BODY, "2021-06-29",
      "أمس" },
    { TITLE "\n30 يونيو 2021\n\nعقد الوزراء اجتماعهم أول أمس في نواكشوط. " BODY, "2021-06-28", "أمس" },
    { TITLE "\n30 يونيو 2021\n\nالتقى الوزراء يوم الاثنين في نواكشوط. " BODY, "2021-06-28", "الاثنين" },
    { TITLE "\n30 يونيو 2021\n\nاختتم الوزراء اجتماعهم أمس الثلاثاء 29 يونيو. " BODY, "2021-06-29",
      "أمس الثلاثاء 29 يونيو" },
    { TITLE "\n2 يناير 2022\n\nاستضافت العاصمة القمة في 30 كانون الأول/ديسمبر بمشاركة واسعة. " BODY,
      "2021-12-30", "30 كانون الأول/ديسمبر" },
    { TITLE "\n30 أيار 2022\n\nاستضافت مدريد الاجتماع يومي 27-28 أيار/مايو. " BODY, "2022-05-27/2022-05-28",
      "27-28 أيار/مايو" },
    { TITLE "\n30 يونيو 2021\n\nعقد المؤتمر يومي 28 و29 يونيو 2021 في روما. " BODY, "2021-06-28/2021-06-29",
      "28 و29 يونيو 2021" },
    { TITLE "\n\nعُقد الاجتماع في نواكشوط يوم 28 يونيو 2021 بمشاركة واسعة. " BODY, "2021-06-28",
      "28 يونيو 2021" },
    { "Ministers Meet in Rome\nJune 30, 2021\n\nMinisters of the neighbouring states met in Rome on 28 June "
      "2021 and "
      "agreed to meet again in the spring, said the host of the talks.",
      "2021-06-28", "28 June 2021" },
    { TITLE "\n\nعقد الوزراء اجتماعهم اليوم في نواكشوط. " BODY, NULL, NULL },
    { TITLE "\n30 يونيو 2021\n\n" BODY, NULL, NULL },
    { TITLE "\n3 أغسطس 2022\n\nرحبت اللجنة بتمديد الهدنة التي بدأت في 2 أبريل 2022. " BODY, NULL, NULL },
    { TITLE "\n30 يونيو 2021\n\nأكد الوزير أن التحالف يعمل منذ 3 مايو 2014 في المنطقة. " BODY, NULL, NULL },
  };
  g_autoptr (BayanStatement) both = ingest_text (EVENTS[0].text);

  check_cases (EVENTS, G_N_ELEMENTS (EVENTS), BAYAN_DETAIL_EVENT_DATE);
  g_assert_cmpstr (value_of (both, BAYAN_DETAIL_DATE), ==, "2021-06-30");
}

/* What does not fit together is said. The dates stay. */
static void
test_conflicts (void)
{
  static const struct {
    const char *line, *date;
    gboolean weekday, calendars;
  } CASES[] = {
    { "الاثنين 28 يونيو 2021", "2021-06-28", FALSE, FALSE },
    { "الثلاثاء 28 يونيو 2021", "2021-06-28", TRUE, FALSE },
    { "نواكشوط، الأحد، 28 يونيو 2021", "2021-06-28", TRUE, FALSE },
    { "الاثنين 18 ذو القعدة 1442 هـ الموافق 28 يونيو 2021 م", "2021-06-28", FALSE, FALSE },
    { "17 ذو القعدة 1442 هـ الموافق 28 يونيو 2021 م", "2021-06-28", FALSE, FALSE },
    { "14 ذو القعدة 1442 هـ الموافق 28 يونيو 2021 م", "2021-06-28", FALSE, TRUE },
    { "الخميس 14 رجب 1446 هـ الموافق 14 يناير 2025م", "2025-01-14", TRUE, FALSE },
    { "الجمعة 3 رمضان 1446 هـ الموافق 14 يناير 2025م", "2025-01-14", TRUE, TRUE },
    { "Monday, June 28, 2021", "2021-06-28", FALSE, FALSE },
    { "Sunday, 28 June 2021", "2021-06-28", TRUE, FALSE },
    { "Mardi 28 juin 2021", "2021-06-28", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *text = g_strdup_printf (TITLE "\n%s\n\n" BODY, CASES[i].line);
      g_autoptr (BayanStatement) statement = ingest_text (text);
      gboolean weekday = FALSE, calendars = FALSE;

      for (guint d = 0; d < statement->doubts->len; d++)
        {
          const BayanDoubt *doubt = statement->doubts->pdata[d];

          weekday |= doubt->kind == BAYAN_DOUBT_WEEKDAY;
          calendars |= doubt->kind == BAYAN_DOUBT_CALENDARS;
          g_assert_true (g_str_has_prefix (statement->text + doubt->span.start.byte, doubt->subject));
        }
      g_test_message ("%s", CASES[i].line);
      g_assert_cmpstr (value_of (statement, BAYAN_DETAIL_DATE), ==, CASES[i].date);
      g_assert_cmpint (weekday, ==, CASES[i].weekday);
      g_assert_cmpint (calendars, ==, CASES[i].calendars);
    }
}

#define PAGE(HEAD, ARTICLE) "<html><head>" HEAD "</head><body><article>" ARTICLE "</article></body></html>"
#define PARAGRAPHS "<h1>" TITLE "</h1><p>" BODY "</p><p>" BODY "</p>"

static void
test_pages (void)
{
  g_autoptr (BayanStatement) graph = ingest_text (
      PAGE ("<meta property='og:site_name' content='وكالة الأنباء'><meta name='author' content='ليلى الخطيب'>"
            "<link rel='canonical' href='https://example.org/a'><meta property='og:url' "
            "content='https://example.org/b'>"
            "<meta property='article:author' content='https://example.org/writers/1'>",
            PARAGRAPHS));
  g_autoptr (BayanStatement) schema = ingest_text (PAGE (
      "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","
      "\"datePublished\":\"2021-06-28T19:23:00+03:00\",\"author\":[{\"@type\":\"Person\",\"name\":"
      "\"\\u0644\\u064a\\u0644\\u0649\"}],\"publisher\":{\"@type\":\"Organization\",\"name\":\"Example "
      "\\\"News\\\"\"}}</script>",
      PARAGRAPHS));
  g_autoptr (BayanStatement) one_time =
      ingest_text (PAGE ("", "<h1>" TITLE "</h1><time datetime='2021-06-28T10:00'>قبل ساعتين</time><p>" BODY
                             "</p><p>" BODY "</p>"));
  g_autoptr (BayanStatement) times = ingest_text (
      PAGE ("", PARAGRAPHS "<time datetime='2021-06-28'>x</time><time datetime='2021-07-28'>y</time>"));

  g_assert_cmpstr (value_of (graph, BAYAN_DETAIL_OUTLET), ==, "وكالة الأنباء");
  g_assert_cmpstr (value_of (graph, BAYAN_DETAIL_AUTHOR), ==, "ليلى الخطيب");
  g_assert_cmpstr (value_of (graph, BAYAN_DETAIL_ADDRESS), ==, "https://example.org/a");
  g_assert_cmpint (bayan_statement_find_detail (graph, BAYAN_DETAIL_OUTLET)->origin, ==,
                   BAYAN_ORIGIN_DECLARED);
  g_assert_cmpstr (value_of (schema, BAYAN_DETAIL_DATE), ==, "2021-06-28");
  g_assert_cmpint (bayan_statement_find_detail (schema, BAYAN_DETAIL_DATE)->origin, ==,
                   BAYAN_ORIGIN_DECLARED);
  g_assert_cmpstr (value_of (schema, BAYAN_DETAIL_AUTHOR), ==, "ليلى");
  g_assert_cmpstr (value_of (schema, BAYAN_DETAIL_OUTLET), ==, "Example \"News\"");
  g_assert_cmpstr (value_of (one_time, BAYAN_DETAIL_DATE), ==, "2021-06-28");
  g_assert_null (value_of (times, BAYAN_DETAIL_DATE));
}

/* What a mail or a table says beside the text fills in what the text leaves open. */
static void
test_declared (void)
{
  g_autoptr (BayanSource) source = bayan_source_new ("mail.eml", "https://example.org/inbox/7");
  g_autoptr (BayanStatement) statement = NULL, untitled = NULL;
  g_autoptr (BayanSource) second = bayan_source_new ("mail.eml", NULL);

  source->raw = g_bytes_new_static (TITLE "\n30 يونيو 2021\n\n" BODY,
                                    strlen (TITLE "\n30 يونيو 2021\n\n" BODY));
  second->raw = g_bytes_new_static (BODY "\n" BODY, strlen (BODY "\n" BODY));
  for (guint i = 0; i < 2; i++)
    {
      GPtrArray *details = (i == 0 ? source : second)->details;

      g_ptr_array_add (details, bayan_detail_new (BAYAN_DETAIL_TITLE, "Subject of the mail",
                                                  BAYAN_ORIGIN_DECLARED, bayan_clean_span (0, 0), NULL));
      g_ptr_array_add (details, bayan_detail_new (BAYAN_DETAIL_DATE, "2021-07-01", BAYAN_ORIGIN_DECLARED,
                                                  bayan_clean_span (0, 0), NULL));
      g_ptr_array_add (details, bayan_detail_new (BAYAN_DETAIL_AUTHOR, "Press Office", BAYAN_ORIGIN_DECLARED,
                                                  bayan_clean_span (0, 0), NULL));
    }
  statement = bayan_ingest_source (source, NULL, NULL, NULL);
  untitled = bayan_ingest_source (second, NULL, NULL, NULL);
  g_assert_cmpstr (statement->title, ==, TITLE);
  g_assert_cmpstr (value_of (statement, BAYAN_DETAIL_DATE), ==, "2021-06-30");
  g_assert_cmpstr (value_of (statement, BAYAN_DETAIL_AUTHOR), ==, "Press Office");
  g_assert_cmpstr (value_of (statement, BAYAN_DETAIL_ADDRESS), ==, "https://example.org/inbox/7");
  g_assert_cmpstr (value_of (statement, BAYAN_DETAIL_OUTLET), ==, "example.org");
  g_assert_cmpstr (untitled->title, ==, "Subject of the mail");
  g_assert_cmpint (untitled->date.day, ==, 1);
}

/* Taking back what was left out moves the details along. */
static void
test_restored (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "[ad_1]\nفي ختام اجتماع نواكشوط\n" TITLE
      "\n\nنواكشوط، الثلاثاء 28 يونيو 2021 (وام) - عقد الوزراء اجتماعهم أمس. " BODY);
  gboolean restored[8] = { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE };
  g_autoptr (BayanStatement) whole = NULL;

  g_assert_cmpuint (statement->removed->len, >, 0);
  g_assert_cmpuint (statement->doubts->len, ==, 1);
  whole = bayan_ingest_restore (statement, restored, NULL);
  g_assert_cmpuint (whole->text_length_bytes, >, statement->text_length_bytes);
  g_assert_cmpuint (whole->details->len, ==, statement->details->len);
  check_spans (whole);
  g_assert_cmpuint (whole->doubts->len, ==, 1);
  g_assert_true (g_str_has_prefix (whole->text + ((BayanDoubt *) whole->doubts->pdata[0])->span.start.byte,
                                   "الثلاثاء 28 يونيو"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/details/titles", test_titles);
  g_test_add_func ("/ingest/details/datelines", test_datelines);
  g_test_add_func ("/ingest/details/issuers", test_issuers);
  g_test_add_func ("/ingest/details/authors-and-addresses", test_authors_and_addresses);
  g_test_add_func ("/ingest/details/source-link", test_source_link);
  g_test_add_func ("/ingest/details/event-dates", test_event_dates);
  g_test_add_func ("/ingest/details/conflicts", test_conflicts);
  g_test_add_func ("/ingest/details/pages", test_pages);
  g_test_add_func ("/ingest/details/declared", test_declared);
  g_test_add_func ("/ingest/details/restored", test_restored);
  return g_test_run ();
}
