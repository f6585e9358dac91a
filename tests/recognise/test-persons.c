/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons and offices: who held which office when, which words name an office, whether two spellings are one person, and
 * whether the tables can be believed. */
#include <locale.h>
#include <string.h>

#include "bayan-gazetteer.h"
#include "bayan-person-likeness.h"
#include "bayan-persons.h"
#include "bayan-recogniser.h"

static BayanRecogniser *recogniser;

static const BayanOfficeBook *
book (void)
{
  return bayan_recogniser_get_office_book (recogniser);
}

/* Offices and days */

static const struct {
  const char *words, *date;
  const char *holder; /* NULL: nobody can be named */
} HOLDERS[] = {
  { "وزير الخارجية الأميركي", "2023-06-01", "blinken" },
  { "وزير الخارجية الأمريكي", "2019-02-06", "pompeo" },
  { "وزير خارجية الولايات المتحدة", "2015-06-02", "kerry" },
  { "وزير خارجية الولايات المتحدة الأمريكية", "2025-03", "rubio" },
  { "وزير الخارجية الأميركي", "2018-03-20", NULL }, /* a month in which it changed hands */
  { "وزير الخارجية الأميركي", "2017", NULL },       /* a year of three */
  { "وزير الخارجية الأميركي", "2022", "blinken" },
  { "وزير الخارجية الأميركي", "", NULL },
  { "وزير الخارجية الأميركي", "1950-01-01", NULL },
  { "الرئيس الأميركي", "2021-01-20", NULL }, /* the very day */
  { "الرئيس الأميركي", "2021-01-19", "trump" },
  { "للرئيس الأميركي", "2021-01-21", "biden" },
  { "رئيس الولايات المتحدة", "2016-05", "obama" },
  { "الأمين العام للأمم المتحدة", "2015-11-30", "ban" },
  { "للأمين العام للأمم المتحدة", "2020", "guterres" },
  { "الأمين العام لجامعة الدول العربية", "2014-09-07", "nabil-elaraby" },
  { "أمين عام جامعة الدول العربية", "2018-04-15", "aboul-gheit" },
  { "الأمين العام لمجلس التعاون لدول الخليج العربية", "2022-12-09", "nayef-al-hajraf" },
  { "الأمين العام لحلف شمال الأطلسي", "2023-07-11", "stoltenberg" },
  { "أمين عام حلف الناتو", "2025-02-01", "mark-rutte" },
  { "رئيس مفوضية الاتحاد الأفريقي", "2019-02-10", "moussa-faki" },
  { "الممثل الأعلى للسياسة الخارجية والأمنية", "2022-03-01", "borrell" },
  { "الممثلة العليا للاتحاد الأوروبي للشؤون الخارجية والسياسة الأمنية", "2016-06-28", "mogherini" },
  { "رئيسة المفوضية الأوروبية", "2024-03-17", "ursula-von-der-leyen" },
  { "رئيس المجلس الأوروبي", "2023-03-23", "charles-michel" },
  { "المبعوث الأممي إلى سوريا", "2013-10-01", "lakhdar-brahimi" },
  { "المبعوث الأممي الخاص إلى سوريا", "2021-03-15", "pedersen" },
  { "مبعوث الأمم المتحدة الخاص إلى اليمن", "2019-01-10", "griffiths" },
  { "المبعوث الخاص للأمين العام للأمم المتحدة إلى ليبيا", "2023-02-27", "abdoulaye-bathily" },
  { "الممثلة الخاصة للأمين العام للأمم المتحدة في العراق", "2022-05-17", "jeanine-hennis-plasschaert" },
  { "رئيسة بعثة يونامي", "2023-10-04", "jeanine-hennis-plasschaert" },
  { "المبعوث الشخصي للأمين العام للأمم المتحدة إلى الصحراء الغربية", "2023-09-04", "de-mistura" },
  { "المبعوث الأميركي الخاص إلى اليمن", "2022-04-02", "tim-lenderking" },
  { "المبعوث الرئاسي الأميركي الخاص لدى التحالف الدولي", "2017-07-09", "mcgurk" },
  { "وزير الخارجية السعودي", "2018-06-01", "adel-al-jubeir" },
  { "وزير خارجية المملكة العربية السعودية", "2023-03-10", "faisal-bin-farhan" },
  { "ولي العهد السعودي", "2016-04-25", "mohammed-bin-nayef" },
  { "خادم الحرمين الشريفين", "2012-01-01", "abdullah-bin-abdulaziz" },
  { "العاهل الأردني", "2014-09-05", "abdullah-ii" },
  { "أمير دولة قطر", "2013-07-01", "tamim-bin-hamad" },
  { "سلطان عمان", "2020-01-12", "haitham-bin-tariq" },
  { "رئيس الوزراء العراقي", "2014-10-01", "abadi" },
  { "رئيس مجلس الوزراء العراقي", "2023-07-01", "sudani" },
  { "رئيس وزراء العراق", "2014-09-08", NULL },
  { "رئيس إقليم كردستان العراق", "2015-01-01", "masoud-barzani" },
  { "رئيس حكومة إقليم كردستان", "2021-01-01", "masrour-barzani" },
  { "وزير الخارجية والمغتربين اللبناني", "2022-08-01", "abdullah-bou-habib" },
  { "وزير الخارجية والهجرة وشؤون المصريين بالخارج المصري", "2025-01-05", "badr-abdelatty" },
  { "المستشارة الألمانية", "2019-05-01", "merkel" },
  { "رئيس مجلس القيادة الرئاسي اليمني", "2023-04-07", "rashad-al-alimi" },
  { "رئيس المجلس الرئاسي الليبي", "2022-03-01", "mohamed-al-menfi" },
  { "الرئيس السوري", "2012-02-04", "assad" },
  { "الرئيس السوري", "2024-12-20", NULL }, /* nobody is known */
  { "الرئيس السوري", "2025-05-14", "sharaa" },
  { "المفوض السامي للأمم المتحدة لشؤون اللاجئين", "2016-03-04", "filippo-grandi" },
  { "المفوض العام للأونروا", "2024-01-28", "philippe-lazzarini" },
};

static void
test_holders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (HOLDERS); i++)
    {
      g_autofree char *wanted = HOLDERS[i].holder != NULL ? g_strconcat ("pers:", HOLDERS[i].holder, NULL)
                                                          : NULL;
      BayanTenure tenure = { { NULL, NULL }, NULL, { 0, 0, 0 }, { 0, 0, 0 }, FALSE };
      BayanOffice office;

      g_test_message ("%s, %s", HOLDERS[i].words, HOLDERS[i].date);
      g_assert_true (bayan_office_book_read (book (), HOLDERS[i].words, -1, &office));
      if (bayan_office_book_find_holder (book (), office, bayan_date_from_iso (HOLDERS[i].date), &tenure)
          != 1)
        tenure.person = NULL;
      g_assert_cmpstr (tenure.person, ==, wanted);
    }
}

/* Nothing is said of these. */
static const char *const UNREAD[] = {
  "وزير الخارجية",
  "الرئيس",
  "رئيس الوزراء",
  "نائب وزير الخارجية الروسي",
  "مساعد وزير الخارجية الأميركي",
  "رئيس وزراء إقليم كردستان العراق",
  "وزير الخارجية المصري السابق",
  "رئيس الوفد العراقي",
  "رئيس لجنة الأمن العراقية",
  "المتحدث باسم وزارة الخارجية الأميركية",
  "السفير الأميركي في بغداد",
  "المبعوث الأميركي",
  "المبعوث الأممي",
  "المبعوث الروسي إلى سوريا",
  "رئيس الحزب الديمقراطي",
  "رئيس البعثة الفرنسية",
  "وزير الخارجية الأميركي ونظيره المصري",
  "الأمين العام",
  "أمير الجماعة",
  "",
};

static void
test_unread (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (UNREAD); i++)
    {
      BayanOffice office;

      g_test_message ("%s", UNREAD[i]);
      g_assert_false (bayan_office_book_read (book (), UNREAD[i], -1, &office));
    }
}

static void
test_names_of_offices (void)
{
  static const char *const KINDS[] = { "fm", "un-envoy", "us-envoy", "coalition-envoy", "al-sg" };
  const char *name_ar, *name_en;

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    g_assert_true (bayan_office_book_name (book (), KINDS[i], &name_ar, &name_en) && *name_ar != '\0'
                   && *name_en != '\0');
  g_assert_false (bayan_office_book_name (book (), "gardener", &name_ar, &name_en));
  g_assert_cmpstr (bayan_office_book_get_entity (book (), "org:un")->name_en, ==, "United Nations");
  g_assert_null (bayan_office_book_get_entity (book (), "org:nobody"));
}

static void
test_tenures_of_a_person (void)
{
  BayanDate none = { 0, 0, 0 };
  g_autoptr (GArray) all = bayan_office_book_list_tenures (book (), "pers:aboul-gheit", none);
  g_autoptr (GArray) then = bayan_office_book_list_tenures (book (), "pers:aboul-gheit",
                                                            bayan_date_from_iso ("2017-03-29"));
  g_autoptr (GArray) stranger = bayan_office_book_list_tenures (book (), "pers:nobody", none);
  const BayanTenure *tenure = &g_array_index (then, BayanTenure, 0);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (then->len, ==, 1);
  g_assert_cmpuint (stranger->len, ==, 0);
  g_assert_cmpstr (tenure->office.kind, ==, "al-sg");
  g_assert_cmpstr (tenure->office.of, ==, "org:arab-league");
  g_assert_cmpint (tenure->from.year, ==, 2016);
  g_assert_true (tenure->is_open);
}

/* Spellings */

static const struct {
  const char *one, *other;
  BayanPersonLikeness likeness;
} LIKE[] = {
  { "أنتوني بلينكن", "أنتوني بلنكن", BAYAN_PERSONS_MAYBE_SAME },
  { "بلينكن", "بلنكن", BAYAN_PERSONS_MAYBE_SAME },
  { "بريت ماكغورك", "بريت ماكغيرك", BAYAN_PERSONS_MAYBE_SAME },
  { "بريت مكغورك", "بريت ماكجورك", BAYAN_PERSONS_MAYBE_SAME },
  { "مصطفى الكاظمي", "مصطفي الكاظمى", BAYAN_PERSONS_SAME },
  { "أسامة حمزة", "اسامه حمزه", BAYAN_PERSONS_SAME },
  { "عبد الله حمدوك", "عبدالله حمدوك", BAYAN_PERSONS_SAME },
  { "أبو محمد الجولاني", "ابومحمد الجولاني", BAYAN_PERSONS_SAME },
  { "السيد فؤاد حسين", "فؤاد حسين", BAYAN_PERSONS_SAME },
  { "جلال طالباني", "جلال الطالباني", BAYAN_PERSONS_MAYBE_SAME },
  { "محمد السوداني", "محمد شياع السوداني", BAYAN_PERSONS_MAYBE_SAME },
  { "محمد بن سلمان", "محمد بن سلمان بن عبد العزيز", BAYAN_PERSONS_MAYBE_SAME },
  { "غروندبرغ", "هانس غروندبرغ", BAYAN_PERSONS_MAYBE_SAME },
  { "الصفدي", "أيمن الصفدي", BAYAN_PERSONS_MAYBE_SAME },
  /* fathers, sons, brothers, namesakes */
  { "بشار الأسد", "حافظ الأسد", BAYAN_PERSONS_DIFFERENT },
  { "سعد الحريري", "رفيق الحريري", BAYAN_PERSONS_DIFFERENT },
  { "مسعود بارزاني", "مسرور بارزاني", BAYAN_PERSONS_DIFFERENT },
  { "سلمان بن عبد العزيز", "محمد بن سلمان بن عبد العزيز", BAYAN_PERSONS_DIFFERENT },
  { "محمد بن سلمان", "محمد بن زايد", BAYAN_PERSONS_DIFFERENT },
  { "محمد بن سلمان", "خالد بن سلمان", BAYAN_PERSONS_DIFFERENT },
  { "حسن كريم", "حسين كريم", BAYAN_PERSONS_DIFFERENT },
  { "سالم المسلط", "سليم المسلط", BAYAN_PERSONS_DIFFERENT },
  { "ميشال عون", "جوزيف عون", BAYAN_PERSONS_DIFFERENT },
  { "محمد", "محمد الحلبوسي", BAYAN_PERSONS_DIFFERENT },
  { "محمد علي", "محمد علي الحكيم", BAYAN_PERSONS_MAYBE_SAME },
  { "جون كيري", "جون بولتون", BAYAN_PERSONS_DIFFERENT },
  { "", "جون كيري", BAYAN_PERSONS_DIFFERENT },
};

static void
test_likeness (void)
{
  const BayanLexicon *lexicon = bayan_recogniser_get_lexicon (recogniser);

  for (guint i = 0; i < G_N_ELEMENTS (LIKE); i++)
    {
      g_autoptr (BayanPersonForm) one = bayan_person_form_new (lexicon, LIKE[i].one, -1);
      g_autoptr (BayanPersonForm) other = bayan_person_form_new (lexicon, LIKE[i].other, -1);

      g_test_message ("%s, %s", LIKE[i].one, LIKE[i].other);
      g_assert_cmpint (bayan_person_form_compare (one, other), ==, LIKE[i].likeness);
      g_assert_cmpint (bayan_person_form_compare (other, one), ==, LIKE[i].likeness);
    }
}

static const struct {
  const char *name, *key;
} KNOWN[] = {
  { "أنتوني بلنكن", "blinken" },
  { "بريت ماكغيرك", "mcgurk" },
  { "مصطفي الكاظمي", "kadhimi" },
  { "هاكان فيضان", NULL }, /* ض is no letter of his name */
  { "برهم صالح", "barham-salih" },
  { "سيرغيه لافروف", "lavrov" },
  { "حسن روحانى", "rouhani" },
  { "حسين روحاني", NULL },
  { "رياض سلامه", "riad-salameh" },
  { "غسان سلامه", "salame" },
  { "بلنكن", NULL },
  { "حافظ الأسد", NULL },
};

static void
test_known_by_spelling (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (KNOWN); i++)
    {
      g_autoptr (BayanEntity) person = bayan_office_book_find_person (book (), KNOWN[i].name, -1);
      g_autofree char *wanted = KNOWN[i].key != NULL ? g_strconcat ("pers:", KNOWN[i].key, NULL) : NULL;

      g_test_message ("%s", KNOWN[i].name);
      g_assert_cmpstr (person != NULL ? person->key : NULL, ==, wanted);
    }
}

/* In a text */

typedef struct {
  BayanStatement *statement;
  BayanRecognition *recognition;
} Read;

static Read
read_text (const char *text)
{
  Read read = { bayan_statement_new (), NULL };

  g_free (read.statement->text);
  read.statement->text = g_strdup (text);
  read.statement->text_length_bytes = strlen (text);
  read.recognition = bayan_recogniser_recognise (recogniser, read.statement, NULL);
  return read;
}

static void
read_clear (Read *read)
{
  bayan_statement_unref (read->statement);
  bayan_recognition_free (read->recognition);
}

/* The office that the text gives whom it names first. */
static char *
find_office (const char *text)
{
  Read read = read_text (text);
  const GPtrArray *mentions = read.recognition->mentions;
  const BayanMention *office = NULL;
  char *words = NULL;

  for (guint i = 0; i < mentions->len && words == NULL; i++)
    if (((const BayanMention *) mentions->pdata[i])->type == BAYAN_MENTION_PERS)
      {
        office = bayan_persons_find_office (text, strlen (text), mentions, mentions->pdata[i]);
        words = office != NULL
                    ? g_strndup (text + office->span.start.byte, bayan_clean_span_length_bytes (office->span))
                    : g_strdup ("");
      }
  read_clear (&read);
  return words;
}

static void
test_offices_in_text (void)
{
  static const char *const CASES[][2] = {
    { "استقبل وزير الخارجية العراقي فؤاد حسين وفدا من الأمم المتحدة.", "وزير الخارجية العراقي" },
    { "استقبل وزير الخارجية العراقي السيد فؤاد حسين وفدا من الأمم المتحدة.", "وزير الخارجية العراقي" },
    { "بعث خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز برقية تهنئة.", "خادم الحرمين الشريفين" },
    { "وقال فؤاد حسين، وزير الخارجية العراقي، إن بلاده ترحب بالقرار.", "وزير الخارجية العراقي" },
    { "وقال فؤاد حسين إن وزير الخارجية المصري سيزور بغداد.", "" },
    { "التقى وزير الخارجية المصري أمس فؤاد حسين.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *office = find_office (CASES[i][0]);

      g_test_message ("%s", CASES[i][0]);
      g_assert_cmpstr (office, ==, CASES[i][1]);
    }
}

/* Different spellings in one text are mentions of one person. */
static void
test_one_entity (void)
{
  Read read = read_text ("اجتمع بريت ماكغورك بالوفد. وأكد المبعوث الأميركي بريت ماكغيرك دعم بلاده.");
  guint n = 0;

  for (guint i = 0; i < read.recognition->mentions->len; i++)
    {
      const BayanMention *mention = read.recognition->mentions->pdata[i];

      if (mention->type != BAYAN_MENTION_PERS)
        continue;
      g_assert_cmpstr (mention->entity_key, ==, "pers:mcgurk");
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
  read_clear (&read);
}

static void
test_former_holder (void)
{
  static const char *const TEXT = "حضر اللقاء وزير الخارجية المصري السابق سامح شكري.";
  Read read = read_text (TEXT);
  BayanOffice office;

  for (guint i = 0; i < read.recognition->mentions->len; i++)
    {
      const BayanMention *mention = read.recognition->mentions->pdata[i];

      if (mention->type == BAYAN_MENTION_OCC)
        g_assert_false (bayan_office_book_read_mention (book (), TEXT, strlen (TEXT), mention, &office));
    }
  read_clear (&read);
}

static void
test_day_that_counts (void)
{
  BayanStatement *statement = bayan_statement_new ();
  BayanCleanSpan nowhere = bayan_clean_span (0, 0);

  g_assert_false (bayan_date_is_set (bayan_persons_get_date (statement)));
  g_ptr_array_add (statement->details, bayan_detail_new (BAYAN_DETAIL_EVENT_DATE, "2016-07-20/2016-07-21",
                                                         BAYAN_ORIGIN_TEXT, nowhere, NULL));
  g_assert_cmpint (bayan_persons_get_date (statement).day, ==, 20);
  statement->date = bayan_date_from_iso ("2016-07-22");
  g_assert_cmpint (bayan_persons_get_date (statement).day, ==, 22);
  bayan_statement_unref (statement);
}

/* The tables */

typedef struct {
  char *seat; /* office and whose */
  char *person;
  guint32 from[2], to[2]; /* the first and the last day that the date may be */
} Row;

static void
row_clear (Row *row)
{
  g_free (row->seat);
  g_free (row->person);
}

static void
read_days (const char *iso, guint32 days[2])
{
  BayanDate date = bayan_date_from_iso (iso);
  guint32 year = (guint32) date.year * 10000;

  g_assert_cmpint (date.year, !=, 0);
  days[0] = year + (date.month != 0 ? (guint32) date.month * 100 : 100)
            + (date.day != 0 ? (guint32) date.day : 1);
  days[1] = year + (date.month != 0 ? (guint32) date.month * 100 : 1200)
            + (date.day != 0 ? (guint32) date.day : 31);
}

static void
take_row (char **f, gpointer data)
{
  Row row = { g_strdup_printf ("%s of %s", f[1], f[2]), g_strdup (f[0]), { 0, 0 }, { 0, 0 } };
  gboolean is_open = g_str_has_suffix (f[4], "+");
  g_autofree char *to = g_strndup (f[4], strlen (f[4]) - (is_open ? 1 : 0));
  const char *name_ar, *name_en;

  g_test_message ("%s, %s", row.seat, row.person);
  g_assert_true (bayan_office_book_name (book (), f[1], &name_ar, &name_en));
  read_days (f[3], row.from);
  read_days (to, row.to);
  if (is_open)
    row.to[0] = row.to[1] = 99991231;
  g_assert_cmpuint (row.from[0], <=, row.to[1]);
  g_array_append_val ((GArray *) data, row);
}

/* Whoever comes later must not surely come before the other surely left; a day on which one follows the other is no overlap. */
static gboolean
overlap (const Row *a, const Row *b)
{
  return a->from[1] < b->to[0] && b->from[1] < a->to[0];
}

static void
test_table_of_holders (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GBytes) bytes = bayan_gazetteer_get_table ("office-holders.tsv", NULL);
  g_autoptr (GHashTable) persons = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_compiled = 0;
  GHashTableIter iter;
  gpointer person;
  gsize length_bytes;
  const char *text = g_bytes_get_data (bytes, &length_bytes);

  g_array_set_clear_func (rows, (GDestroyNotify) row_clear);
  bayan_table_foreach (text, length_bytes, 5, take_row, rows);
  g_assert_cmpuint (rows->len, >=, 500);
  for (guint i = 0; i < rows->len; i++)
    for (guint j = i + 1; j < rows->len; j++)
      {
        const Row *a = &g_array_index (rows, Row, i), *b = &g_array_index (rows, Row, j);

        if (strcmp (a->seat, b->seat) == 0 && overlap (a, b))
          g_error ("two at once, %s: %s and %s", a->seat, a->person, b->person);
      }

  /* A row with an unknown key is not compiled. */
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (persons, g_array_index (rows, Row, i).person);
  g_hash_table_iter_init (&iter, persons);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    {
      g_autofree char *key = g_strconcat ("pers:", person, NULL);
      BayanDate none = { 0, 0, 0 };
      g_autoptr (GArray) tenures = bayan_office_book_list_tenures (book (), key, none);
      const BayanEntity *entity = bayan_office_book_get_entity (book (), key);

      g_test_message ("%s", key);
      g_assert_nonnull (entity);
      g_assert_nonnull (entity->name_ar);
      g_assert_nonnull (entity->name_en);
      n_compiled += tenures->len;
    }
  g_assert_cmpuint (n_compiled, ==, rows->len);
}

static void
take_key (char **f, gpointer data)
{
  g_test_message ("%s", f[0]);
  g_assert_true (g_hash_table_add (data, g_strdup (f[0])));
}

static void
test_persons_have_keys_of_their_own (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) bytes = bayan_gazetteer_get_table ("persons.tsv", NULL);
  gsize length_bytes;
  const char *text = g_bytes_get_data (bytes, &length_bytes);

  bayan_table_foreach (text, length_bytes, 5, take_key, keys);
  g_assert_cmpuint (g_hash_table_size (keys), >, 900);
}

int
main (int argc, char **argv)
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (NULL);
  g_assert_nonnull (recogniser);
  g_test_add_func ("/persons/holders", test_holders);
  g_test_add_func ("/persons/unread", test_unread);
  g_test_add_func ("/persons/names-of-offices", test_names_of_offices);
  g_test_add_func ("/persons/tenures-of-a-person", test_tenures_of_a_person);
  g_test_add_func ("/persons/likeness", test_likeness);
  g_test_add_func ("/persons/known-by-spelling", test_known_by_spelling);
  g_test_add_func ("/persons/offices-in-text", test_offices_in_text);
  g_test_add_func ("/persons/one-entity", test_one_entity);
  g_test_add_func ("/persons/former-holder", test_former_holder);
  g_test_add_func ("/persons/day-that-counts", test_day_that_counts);
  g_test_add_func ("/persons/table-of-holders", test_table_of_holders);
  g_test_add_func ("/persons/persons-have-keys-of-their-own", test_persons_have_keys_of_their_own);
  result = g_test_run ();
  bayan_recogniser_unref (recogniser);
  return result;
}
