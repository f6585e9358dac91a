/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a recognition holds besides its spans: values, entities, provenance; and what no text may do to it. */
#include <string.h>

#include "bayan-blocks.h"
#include "bayan-recogniser.h"

static BayanRecogniser *recogniser;

static BayanRecognition *
recognise_on (const char *text, BayanDate date)
{
  g_autoptr (BayanStatement) statement = bayan_statement_new ();

  statement->text = g_strdup (text);
  statement->text_length_bytes = strlen (text);
  statement->date = date;
  return bayan_recogniser_recognise (recogniser, statement, NULL);
}

static BayanRecognition *
recognise (const char *text)
{
  return recognise_on (text, (BayanDate) { 0 });
}

/* The mention of @type whose text is @surface. */
static const BayanMention *
find (const BayanRecognition *recognition, const char *text, BayanMentionType type, const char *surface)
{
  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (recognition->mentions, i);
      guint32 length = bayan_clean_span_length_bytes (mention->span);

      if (mention->type == type && length == strlen (surface)
          && memcmp (text + mention->span.start.byte, surface, length) == 0)
        return mention;
    }

  return NULL;
}

static const BayanEntity *
entity_of (const BayanRecognition *recognition, const BayanMention *mention)
{
  for (guint i = 0; mention != NULL && i < recognition->entities->len; i++)
    {
      const BayanEntity *entity = g_ptr_array_index (recognition->entities, i);

      if (strcmp (entity->key, mention->entity_key) == 0)
        return entity;
    }

  return NULL;
}

static void
test_values (void)
{
  static const struct {
    const char *text, *surface;
    BayanMentionType type;
    const char *value;
  } cases[] = {
    { "في 15 كانون الأول/ديسمبر 2015 اجتمعوا", "15 كانون الأول/ديسمبر 2015", BAYAN_MENTION_DATE,
      "2015-12-15" },
    { "في ديسمبر/كانون الأول 2016 اجتمعوا", "ديسمبر/كانون الأول 2016", BAYAN_MENTION_DATE, "2016-12" },
    { "يوم 3 جانفي 2024 في تونس", "3 جانفي 2024", BAYAN_MENTION_DATE, "2024-01-03" },
    { "يوم 12 غشت 2023 بالرباط", "12 غشت 2023", BAYAN_MENTION_DATE, "2023-08-12" },
    { "يوم 5 أوت 2022 بالجزائر", "5 أوت 2022", BAYAN_MENTION_DATE, "2022-08-05" },
    { "يوم 9 شتنبر 2021 بفاس", "9 شتنبر 2021", BAYAN_MENTION_DATE, "2021-09-09" },
    { "صدر في ٢٠١٤/٩/١٠ بيان", "٢٠١٤/٩/١٠", BAYAN_MENTION_DATE, "2014-09-10" },
    { "صدر في 10-9-2014 بيان", "10-9-2014", BAYAN_MENTION_DATE, "2014-09-10" },
    { "صدر في ۱۰/۰۹/۲۰۱۴ بيان", "۱۰/۰۹/۲۰۱۴", BAYAN_MENTION_DATE, "2014-09-10" },
    { "في 27-28 أيار/مايو اجتمعوا", "27-28 أيار/مايو", BAYAN_MENTION_DATE, "XXXX-05-27/XXXX-05-28" },
    { "الخميس 14 رجب 1446 هـ الموافق 14 يناير 2025م", "الخميس 14 رجب 1446 هـ الموافق 14 يناير 2025م",
      BAYAN_MENTION_DATE, "2025-01-14" },
    { "الرياض 18 ذو القعدة 1442 هـ", "18 ذو القعدة 1442 هـ", BAYAN_MENTION_DATE, "2021-06-28" },
    { "عقد في 12-13 رمضان 1445 هـ بجدة", "12-13 رمضان 1445 هـ", BAYAN_MENTION_DATE, "2024-03-22/2024-03-23" },
    { "بين عامي 2014 و2017 نزحوا", "عامي 2014 و2017", BAYAN_MENTION_DATE, "2014/2017" },
    { "They met on 17-18 January 2024 in Paris", "17-18 January 2024", BAYAN_MENTION_DATE,
      "2024-01-17/2024-01-18" },
    { "منذ عام 2014 والحرب مستمرة", "عام 2014", BAYAN_MENTION_DATE, "2014" },
    { "قدمت 436 مليون دولار لسوريا", "436 مليون دولار", BAYAN_MENTION_MONEY, "436000000 USD" },
    { "قدمت مليوني يورو لليبيا", "مليوني يورو", BAYAN_MENTION_MONEY, "2000000 EUR" },
    { "بلغت مليار ونصف المليار دولار", "مليار ونصف المليار دولار", BAYAN_MENTION_MONEY, "1500000000 USD" },
    { "بلغت 2٫5 مليار ريال سعودي", "2٫5 مليار ريال سعودي", BAYAN_MENTION_MONEY, "2500000000 SAR" },
    { "بلغت 4 ملايين دينار كويتي", "4 ملايين دينار كويتي", BAYAN_MENTION_MONEY, "4000000 KWD" },
    { "بلغت 10 ملايين ريال فقط", "10 ملايين ريال", BAYAN_MENTION_MONEY, "10000000" },
    { "تلقت 10 ملايين ريال من السعودية.", "10 ملايين ريال", BAYAN_MENTION_MONEY, "10000000" },
    { "قدمت السعودية 10 ملايين ريال فقط.", "10 ملايين ريال", BAYAN_MENTION_MONEY, "10000000 SAR" },
    { "اتفقت قطر والسعودية على 10 ملايين ريال.", "10 ملايين ريال", BAYAN_MENTION_MONEY, "10000000" },
    { "خصصت 3 ملايين جنيه إسترليني لليبيا", "3 ملايين جنيه إسترليني", BAYAN_MENTION_MONEY, "3000000 GBP" },
    { "بلغت 7 ليرات سورية", "7 ليرات سورية", BAYAN_MENTION_MONEY, "7 SYP" },
    { "خصصت 500 مليون دينار عراقي", "500 مليون دينار عراقي", BAYAN_MENTION_MONEY, "500000000 IQD" },
    { "It gave $1.5 million to them", "$1.5 million", BAYAN_MENTION_MONEY, "1500000 USD" },
    { "It gave 60 million Omani rials to them", "60 million Omani rials", BAYAN_MENTION_MONEY,
      "60000000 OMR" },
    { "under Security Council resolution 2254 they met", "Security Council resolution 2254",
      BAYAN_MENTION_LAW, "S/RES/2254(2015)" },
    { "وفقا للقرارين 242 و338 الصادرين", "للقرارين 242 و338", BAYAN_MENTION_LAW,
      "S/RES/242(1967) S/RES/338(1973)" },
    { "عاد 29 ألفا و358 نازحا", "29 ألفا و358", BAYAN_MENTION_CARDINAL, "29358" },
    { "زادت بنسبة 35% هذا", "35%", BAYAN_MENTION_PERCENT, "35 %" },
    { "وفقا لقرار مجلس الأمن رقم 2254", "قرار مجلس الأمن رقم 2254", BAYAN_MENTION_LAW, "S/RES/2254(2015)" },
    { "وفقا لقرار مجلس الأمن الدولي 2170 (2014)", "قرار مجلس الأمن الدولي 2170 (2014)", BAYAN_MENTION_LAW,
      "S/RES/2170(2014)" },
    { "والقرارات 2170 (2014) و2178 (2014) و٢١٩٩ (٢٠١٥)", "القرارات 2170 (2014) و2178 (2014) و٢١٩٩ (٢٠١٥)",
      BAYAN_MENTION_LAW, "S/RES/2170(2014) S/RES/2178(2014) S/RES/2199(2015)" },
    { "الساعة 10:30 صباحا", "الساعة 10:30 صباحا", BAYAN_MENTION_TIME, "10:30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BayanRecognition) recognition = recognise (cases[i].text);
      const BayanMention *mention = find (recognition, cases[i].text, cases[i].type, cases[i].surface);

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (mention);
      g_assert_cmpstr (mention->value, ==, cases[i].value);
    }
}

static void
test_dates_count_from_the_statement (void)
{
  static const struct {
    const char *text, *surface, *value;
  } cases[] = {
    { "اجتمعوا اليوم في روما", "اليوم", "2016-02-02" },
    { "اجتمعوا أمس في روما", "أمس", "2016-02-01" },
    { "بدأ العام الماضي", "العام الماضي", "2015" },
    { "يبدأ العام المقبل", "العام المقبل", "2017" },
    { "بدأ الشهر الماضي", "الشهر الماضي", "2016-01" },
    { "بدأ الشهر الجاري", "الشهر الجاري", "2016-02" },
    { "قال أمس الأول إن", "أمس الأول", "2016-01-31" },
    { "اجتمعوا الاثنين في روما", "الاثنين", "2016-02-01" },
    { "اجتمعوا الثلاثاء في روما", "الثلاثاء", "2016-02-02" },
    { "اجتمعوا الثلاثاء الماضي في روما", "الثلاثاء الماضي", "2016-01-26" },
    { "يجتمعون الجمعة المقبلة في روما", "الجمعة المقبلة", "2016-02-05" },
    { "تحررت قبل 64 يوما من ذلك", "قبل 64 يوما", "2015-11-30" },
    { "تحررت قبل عامين من ذلك", "قبل عامين", "2014" },
    { "تحررت قبل ثلاثة أشهر من ذلك", "قبل ثلاثة أشهر", "2015-11" },
    { "اجتمعوا في يونيو الماضي بروما", "يونيو الماضي", "2015-06" },
    { "اجتمعوا في حزيران/يونيو المقبل بروما", "حزيران/يونيو المقبل", "2016-06" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BayanRecognition) recognition = recognise_on (cases[i].text, (BayanDate) { 2016, 2, 2 });
      const BayanMention *mention = find (recognition, cases[i].text, BAYAN_MENTION_DATE, cases[i].surface);

      g_assert_nonnull (mention);
      g_assert_cmpstr (mention->value, ==, cases[i].value);
    }
}

static void
test_resolution_and_year_disagree (void)
{
  const char *text = "نص القرار 2254 (2014) على ذلك";
  g_autoptr (BayanRecognition) recognition = recognise (text);
  const BayanMention *mention = find (recognition, text, BAYAN_MENTION_LAW, "القرار 2254 (2014)");

  g_assert_nonnull (mention);
  g_assert_cmpstr (mention->evidence, ==, "year and number disagree");
}

static void
test_entities (void)
{
  static const struct {
    const char *text, *surface;
    BayanMentionType type;
    const char *key, *name_en, *iso3;
  } cases[] = {
    { "في العراق", "العراق", BAYAN_MENTION_GPE, "iso:IRQ", "Iraq", "IRQ" },
    { "وللولايات المتحدة", "للولايات المتحدة", BAYAN_MENTION_GPE, "iso:USA", "United States", "USA" },
    { "الشعب الليبي", "الليبي", BAYAN_MENTION_NORP, "nisba:LBY", "Libyan", "LBY" },
    { "تنظيم الدولة الإسلامية في العراق والشام هنا", "تنظيم الدولة الإسلامية في العراق والشام",
      BAYAN_MENTION_ORG, "org:daesh", "Daesh", NULL },
    { "ضد داعش هنا", "داعش", BAYAN_MENTION_ORG, "org:daesh", "Daesh", NULL },
    { "عمان – استقبل الوزير وفدا.", "عمان", BAYAN_MENTION_GPE, "place:250441", "Amman", "JOR" },
    { "زار الملك الأردن.\nثم عاد إلى عمان مساء.", "عمان", BAYAN_MENTION_GPE, "place:250441", "Amman", "JOR" },
    { "شارك الأردن والإمارات وعمان والكويت.", "عمان", BAYAN_MENTION_GPE, "iso:OMN", "Oman", "OMN" },
    { "ورحبوا ببيان عمان الصادر في مايو.", "عمان", BAYAN_MENTION_GPE, "place:250441", "Amman", "JOR" },
    { "زار وزير خارجية عمان الأردن.", "عمان", BAYAN_MENTION_GPE, "iso:OMN", "Oman", "OMN" },
    { "في عمّان", "عمّان", BAYAN_MENTION_GPE, "place:250441", "Amman", "JOR" },
    { "في عُمان", "عُمان", BAYAN_MENTION_GPE, "iso:OMN", "Oman", "OMN" },
    { "شمال شرق سوريا", "شمال شرق سوريا", BAYAN_MENTION_LOC, "region:ne-syria", "North-East Syria", NULL },
    { "مدينة الموصل", "الموصل", BAYAN_MENTION_GPE, "place:99072", "Mosul", "IRQ" },
    { "التحالف الدولي لهزيمة داعش", "التحالف الدولي لهزيمة داعش", BAYAN_MENTION_ORG, "org:coalition", NULL,
      NULL },
    { "التحالف الدولي لهزيمة “داعش”", "التحالف الدولي لهزيمة “داعش”", BAYAN_MENTION_ORG, "org:coalition",
      NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BayanRecognition) recognition = recognise (cases[i].text);
      const BayanMention *mention = find (recognition, cases[i].text, cases[i].type, cases[i].surface);
      const BayanEntity *entity = entity_of (recognition, mention);

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (entity);
      g_assert_cmpstr (entity->key, ==, cases[i].key);
      if (cases[i].name_en != NULL)
        g_assert_cmpstr (entity->name_en, ==, cases[i].name_en);
      if (cases[i].iso3 != NULL)
        g_assert_cmpstr (entity->iso3, ==, cases[i].iso3);
      g_assert_nonnull (entity->name_ar);
    }
}

static void
test_office_gets_its_country (void)
{
  const char *text = "قال وزير الخارجية الأردني أيمن الصفدي";
  g_autoptr (BayanRecognition) recognition = recognise (text);
  const BayanMention *office = find (recognition, text, BAYAN_MENTION_OCC, "وزير الخارجية الأردني");

  g_assert_nonnull (office);
  g_assert_cmpstr (entity_of (recognition, office)->iso3, ==, "JOR");
}

static void
test_every_mention_says_why (void)
{
  const char *text = "قال وزير الخارجية الإيطالي أنطونيو تاجاني في روما يوم 28 يونيو 2021 إن حكومة العراق "
                     "قدمت 5 ملايين دولار "
                     "في الاجتماع الوزاري للتحالف الدولي وفقا للقرار 2254.";
  g_autoptr (BayanRecognition) recognition = recognise (text);

  g_assert_cmpuint (recognition->mentions->len, >, 10);
  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (recognition->mentions, i);

      g_assert_nonnull (mention->rule);
      g_assert_nonnull (strchr (mention->rule, '/'));
      g_assert_nonnull (entity_of (recognition, mention));
      g_assert_cmpint (mention->status, ==, BAYAN_STATUS_SUGGESTED);
      g_assert_true (mention->layer == BAYAN_LAYER_GAZETTEER || mention->layer == BAYAN_LAYER_RULE);
      if (i > 0)
        g_assert_cmpint (bayan_mention_compare (g_ptr_array_index (recognition->mentions, i - 1), mention),
                         <=, 0);
    }
}

/* A letter before a name is no part of who it is. */
static void
test_joined_names_are_the_same_person (void)
{
  static const char *const texts[] = { "حضر الوزير وفؤاد يونس.", "سلم لفؤاد يونس.", "قتل وأبي علي التونسي.",
                                       "حضر أبي علي التونسي." };
  static const char *const keys[] = { "pers:فؤاد يونس", "pers:فؤاد يونس", "pers:ابي علي التونسي",
                                      "pers:ابي علي التونسي" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BayanRecognition) recognition = recognise (texts[i]);
      const BayanMention *person = g_ptr_array_index (recognition->mentions, recognition->mentions->len - 1);

      g_assert_cmpint (person->type, ==, BAYAN_MENTION_PERS);
      g_assert_cmpstr (person->entity_key, ==, keys[i]);
    }
}

static void
test_family_name_comes_back (void)
{
  const char *text = "تاجاني يزور بغداد\n\nقال وزير الخارجية الإيطالي أنطونيو تاجاني ذلك. وأضاف تاجاني أن "
                     "زيارة لتاجاني مقررة.";
  g_autoptr (BayanRecognition) recognition = recognise (text);
  guint n = 0;

  for (guint i = 0; i < recognition->mentions->len; i++)
    n += ((BayanMention *) g_ptr_array_index (recognition->mentions, i))->type == BAYAN_MENTION_PERS;
  g_assert_cmpuint (n, ==, 4);
}

static void
test_towns_of_one_name_follow_the_country (void)
{
  static const struct {
    const char *text, *iso3;
  } cases[] = {
    { "اشتباكات في طرابلس بين ميليشيات ليبية، وحكومة ليبيا تندد", "LBY" },
    { "مظاهرات في طرابلس شمال لبنان والحكومة اللبنانية تندد", "LBN" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BayanRecognition) recognition = recognise (cases[i].text);
      const BayanMention *mention = find (recognition, cases[i].text, BAYAN_MENTION_GPE, "طرابلس");

      g_assert_nonnull (mention);
      g_assert_cmpstr (entity_of (recognition, mention)->iso3, ==, cases[i].iso3);
    }
}

static void
test_link (void)
{
  g_autoptr (BayanEntity) iraq = bayan_recogniser_link (recogniser, "العِرَاق", BAYAN_MENTION_GPE);
  g_autoptr (BayanEntity) nato = bayan_recogniser_link (recogniser, "NATO", BAYAN_MENTION_ORG);

  g_assert_nonnull (iraq);
  g_assert_cmpstr (iraq->key, ==, "iso:IRQ");
  g_assert_nonnull (nato);
  g_assert_cmpstr (nato->key, ==, "org:nato");
  g_assert_null (bayan_recogniser_link (recogniser, "العراق", BAYAN_MENTION_PERS));
  g_assert_null (bayan_recogniser_link (recogniser, "", BAYAN_MENTION_GPE));
  g_assert_null (bayan_recogniser_link (recogniser, "كلمات لا يعرفها أحد", BAYAN_MENTION_ORG));
}

/* No two mentions may cross; one inside another must be smaller; all lie in the text. */
static void
assert_laminar (const BayanRecognition *recognition, gsize length)
{
  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *a = g_ptr_array_index (recognition->mentions, i);

      g_assert_cmpuint (a->span.start.byte, <, a->span.end.byte);
      g_assert_cmpuint (a->span.end.byte, <=, length);
      for (guint j = i + 1; j < recognition->mentions->len && j < i + 50; j++)
        {
          const BayanMention *b = g_ptr_array_index (recognition->mentions, j);

          if (bayan_clean_span_overlaps (a->span, b->span))
            g_assert_true (bayan_clean_span_contains (a->span, b->span));
        }
    }
}

static void
test_random_words_never_cross (void)
{
  static const char *const words[] = {
    "وزير",    "الخارجية", "الأمريكي", "مجلس",  "الأمن",   "رقم",     "2254",   "للتحالف", "الدولي",
    "لهزيمة",  "\"",       "داعش",     "(",     ")",       "في",      "شمال",   "شرق",     "سوريا",
    "و",       "اجتماع",   "روما",     "لـ",    "محمد",    "بن",      "سلمان",  "الملك",   "15",
    "يونيو",   "/",        "حزيران",   "2021",  "مليون",   "دولار",   "قال",    "،",       ".",
    "\n",      "عام",      "نائب",     "رئيس",  "الوزراء", "العراقي", "قوات",   "مجموعة",  "العمل",
    "المعنية", "بمكافحة",  "تمويل",    "القمة", "العربية", "اتفاق",   "الرياض", "عبد",     "الله",
    "-",       "د",        "Minister", "of",    "Oman",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (BayanRecognition) recognition = NULL;

      g_string_truncate (text, 0);
      for (guint i = 0; i < 60; i++)
        g_string_append_printf (text, "%s%s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                                g_test_rand_int_range (0, 8) > 0 ? " " : "");
      recognition = recognise (text->str);
      assert_laminar (recognition, text->len);
    }
}

static void
test_odd_texts (void)
{
  static const char *const texts[] = { "",
                                       " ",
                                       "\n\n",
                                       "ل",
                                       "لـ",
                                       "\"",
                                       "و",
                                       "للل",
                                       "2",
                                       "2021",
                                       "/",
                                       "()",
                                       "\"\"",
                                       "من",
                                       "قرار",
                                       "وزير",
                                       "عبد",
                                       "ابو",
                                       "الساعة",
                                       "الساعة 10:",
                                       "10/",
                                       "10/9/",
                                       "قبل",
                                       "$",
                                       "د.",
                                       "😀",
                                       "ﷲ",
                                       "only Latin here",
                                       "علی خامنه‌ای",
                                       "#داعش" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BayanRecognition) recognition = recognise (texts[i]);

      assert_laminar (recognition, strlen (texts[i]));
    }
}

/* A text may end anywhere: no rule reads behind its last word. (Memory checkers see it if one does.) */
static void
test_every_beginning_of_a_text (void)
{
  static const char *const texts[] = {
    "قال نائب وزير الخارجية الأمريكي جون غ. سميث، والقائم بأعمال السفارة، إن التحالف الدولي لهزيمة \"داعش\" "
    "في شمال شرق سوريا",
    "الخميس 14 رجب 1446 هـ الموافق 14 كانون الثاني/يناير 2025م الساعة 10:30 صباحا، 11 - 12 / 7 / 2021، "
    "10/9/2014 قبل 64 يوما",
    "القرارات 2170 (2014) و2178 (2014) و2199، قرار مجلس الأمن رقم 2254 لعام 2015، اتفاقية منع جريمة الإبادة، "
    "إعلان الرياض",
    "مجموعة العمل المعنية بمكافحة تمويل داعش، فريق عمل للتحالف معني بسفر الإرهابيين، اللجنة الوطنية لمكافحة "
    "الإرهاب (إيغاد)",
    "الاجتماع الوزاري لدول جوار ليبيا، مؤتمر برلين الدولي بشأن ليبيا، القمة العربية - الأمريكية، مطار آدم "
    "عدي الدولي، مدينة الباب",
    "رؤساء دول وحكومات الاتحاد الأفريقي، المبعوث الخاص للأمين العام للأمم المتحدة إلى اليمن هانس غروندبرغ، "
    "عبد الله الثاني بن الحسين",
    "نحو 436 مليون دولار أمريكي و5 آلاف كيلومتر مربع و20 في المئة، (32 عاما)، مليار ونصف المليار، "
    "فيالسعوديةواليمن، لـ \"داعش",
    "The Republic of Iraq, U.S. Secretary of State Antony Blinken, 17-18 January 2024, $5 million, Security "
    "Council resolution 2254 and 2170",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *end = texts[i]; *end != '\0'; end = g_utf8_next_char (end))
      {
        g_autofree char *beginning = g_strndup (texts[i], (gsize) (end - texts[i]));
        g_autoptr (BayanRecognition) recognition = recognise (beginning);

        assert_laminar (recognition, strlen (beginning));
      }
}

/* What rules build upon one another may not make a text slow: each of these has 20,000 words. A rule that
 * looked back or ahead without bound would run into the time limit of the test. */
static void
test_long_runs (void)
{
  static const char *const runs[] = { "وزير ",     "\" ",           "وزير الخارجية والتعاون و",
                                      "نائب ",     "التحالف ضد ",   "الرئيس محمد بن ",
                                      "10 و20 ",   "القرار 2254 و", "اجتماع لجنة مجلس ",
                                      "شمال شرق ", "فيالسعوديةو" };

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (BayanRecognition) recognition = NULL;

      for (guint n = 0; n < 20000; n++)
        g_string_append (text, runs[i]);
      recognition = recognise (text->str);
      for (guint m = 0; m < recognition->mentions->len; m++)
        g_assert_cmpuint (bayan_clean_span_length_bytes (
                              ((BayanMention *) g_ptr_array_index (recognition->mentions, m))->span),
                          <, 4096);
    }
}

/* A text of several blocks: what is found in each sentence is found in all of them, where it stands. */
static void
test_blocks (void)
{
  static const char sentence[] = "دعا وزير الخارجية العراقي في بغداد إلى اجتماع في روما.\n";
  g_autoptr (BayanRecognition) one = recognise (sentence), all = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n = 3 * BAYAN_BLOCK_BYTES / (sizeof sentence - 1);

  for (guint i = 0; i < n; i++)
    g_string_append (text, sentence);
  all = recognise (text->str);
  g_assert_cmpuint (one->mentions->len, >, 3);
  g_assert_cmpuint (all->mentions->len, ==, n * one->mentions->len);
  g_assert_cmpuint (all->entities->len, ==, one->entities->len);
  for (guint i = 0; i < all->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (all->mentions, i);
      const BayanMention *same = g_ptr_array_index (one->mentions, i % one->mentions->len);
      guint32 at = i / one->mentions->len * (sizeof sentence - 1);

      g_assert_cmpuint (mention->span.start.byte, ==, at + same->span.start.byte);
      g_assert_cmpuint (mention->span.end.byte, ==, at + same->span.end.byte);
      g_assert_cmpstr (mention->rule, ==, same->rule);
      g_assert_cmpstr (mention->evidence, ==, same->evidence);
      g_assert_cmpstr (mention->entity_key, ==, same->entity_key);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BayanRecognition) recognition = NULL;

  statement->text = g_strdup ("العراق");
  statement->text_length_bytes = strlen (statement->text);
  g_cancellable_cancel (cancellable);
  recognition = bayan_recogniser_recognise (recogniser, statement, cancellable);
  g_assert_cmpuint (recognition->mentions->len, ==, 0);
}

static gpointer
recognise_often (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (BayanRecognition) recognition = recognise (data);

      g_assert_cmpuint (recognition->mentions->len, ==, 4);
    }

  return NULL;
}

static void
test_threads (void)
{
  char text[] = "دعا وزير الخارجية العراقي إلى اجتماع في روما يوم الثلاثاء";
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("recognise", recognise_often, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* Recognises @n words that nobody has written, each of them twice. */
static void
recognise_invented_words (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BayanRecognition) recognition = NULL;

  for (guint i = 0; i < 2 * n; i++)
    {
      for (guint rest = i / 2 + 1; rest > 0; rest /= 20)
        g_string_append_unichar (text, 0x62A + rest % 20);
      g_string_append_c (text, ' ');
    }
  recognition = recognise (text->str);
}

static char *
describe (const char *text)
{
  g_autoptr (BayanRecognition) recognition = recognise (text);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (recognition->mentions, i);

      g_string_append_printf (all, "%u-%u %s %s\n", mention->span.start.byte, mention->span.end.byte,
                              mention->rule, mention->entity_key);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* What is kept of the words seen last changes nothing, however many others came between. */
static void
test_words_are_forgotten (void)
{
  const char *text =
      "وصل وزيرالخارجية العراقي فؤاد حسين إلى لـ “بغداد” وبالرياض في 5 أيار/مايو 2021 ومعه ثلاثة وزراء";
  g_autofree char *before = describe (text), *between = NULL, *behind = NULL;

  recognise_invented_words (1000);
  between = describe (text);
  recognise_invented_words (100000);
  behind = describe (text);
  g_assert_cmpstr (before, !=, "");
  g_assert_cmpstr (between, ==, before);
  g_assert_cmpstr (behind, ==, before);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/recogniser/values", test_values);
  g_test_add_func ("/recogniser/dates-count-from-the-statement", test_dates_count_from_the_statement);
  g_test_add_func ("/recogniser/resolution-and-year-disagree", test_resolution_and_year_disagree);
  g_test_add_func ("/recogniser/entities", test_entities);
  g_test_add_func ("/recogniser/office-gets-its-country", test_office_gets_its_country);
  g_test_add_func ("/recogniser/every-mention-says-why", test_every_mention_says_why);
  g_test_add_func ("/recogniser/joined-names-are-the-same-person", test_joined_names_are_the_same_person);
  g_test_add_func ("/recogniser/family-name-comes-back", test_family_name_comes_back);
  g_test_add_func ("/recogniser/towns-of-one-name-follow-the-country",
                   test_towns_of_one_name_follow_the_country);
  g_test_add_func ("/recogniser/link", test_link);
  g_test_add_func ("/recogniser/random-words-never-cross", test_random_words_never_cross);
  g_test_add_func ("/recogniser/odd-texts", test_odd_texts);
  g_test_add_func ("/recogniser/every-beginning-of-a-text", test_every_beginning_of_a_text);
  g_test_add_func ("/recogniser/long-runs", test_long_runs);
  g_test_add_func ("/recogniser/words-are-forgotten", test_words_are_forgotten);
  g_test_add_func ("/recogniser/blocks", test_blocks);
  g_test_add_func ("/recogniser/cancelled", test_cancelled);
  g_test_add_func ("/recogniser/threads", test_threads);
  result = g_test_run ();
  bayan_recogniser_unref (recogniser);
  return result;
}
