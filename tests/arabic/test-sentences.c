/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-sentences.h"

#include <string.h>

#include "random-text.h"

/* The clauses of @text with | between sentences and / between clauses. */
static char *
cut (const char *text)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, -1);
  g_autoptr (BayanSentences) all = bayan_sentences_new (words);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < all->n_sentences; i++)
    for (guint j = all->sentences[i].first_clause; j < all->sentences[i].end_clause; j++)
      {
        BayanCleanSpan span = all->clauses[j].span;

        if (joined->len > 0)
          g_string_append_c (joined, j == all->sentences[i].first_clause ? '|' : '/');
        g_string_append_len (joined, text + span.start.byte, bayan_clean_span_length_bytes (span));
      }
  return g_string_free (joined, FALSE);
}

typedef struct {
  const char *text, *cut;
} Case;

static void
check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = cut (cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].cut);
    }
}

static void
test_sentences (void)
{
  static const Case CASES[] = {
    { "انتهى اللقاء. ثم غادر؟! نعم", "انتهى اللقاء.|ثم غادر؟!|نعم" },
    { "انتهى اللقاء.ثم غادر", "انتهى اللقاء.|ثم غادر" },
    { "العنوان\nالنص الأول.\n\nالنص الثاني", "العنوان|النص الأول.|النص الثاني" },
    { "بلغت 2.5 في المئة. ثم", "بلغت 2.5 في المئة.|ثم" },
    { "صمت… ثم قال", "صمت…|ثم قال" },
    { "انظر www.example.org. ثم", "انظر www.example.org.|ثم" },
    { "", "" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

static void
test_abbreviations (void)
{
  static const Case CASES[] = {
    { "قال د. محمد كلاما. ثم", "قال د. محمد كلاما.|ثم" },
    { "قال أ.د. سامي", "قال أ.د. سامي" },
    { "قال J. Smith", "قال J. Smith" },
    { "سنة 2025م. وانتهى", "سنة 2025م.|وانتهى" },
    { "سنة 1446هـ. الموافق 2025م", "سنة 1446هـ. الموافق 2025م" },
    { "القرن الرابع ق.م. كان", "القرن الرابع ق.م. كان" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

static void
test_quotations (void)
{
  static const Case CASES[] = {
    { "قال: «سنواصل. ولن نتخلى.» ثم غادر", "قال: «سنواصل. ولن نتخلى.»|ثم غادر" },
    { "قال: »سنواصل. ولن نتخلى.« ثم", "قال: »سنواصل. ولن نتخلى.«|ثم" },
    { "قال \"نعم. لا.\" ثم \"نعم.\" ثم", "قال \"نعم. لا.\"|ثم \"نعم.\"|ثم" },
    { "قال “سنواصل. و\"لن نتخلى. أبدا\" عنهم” اليوم. ثم",
      "قال “سنواصل. و\"لن نتخلى. أبدا\" عنهم” اليوم.|ثم" },
    { "بدأ («القول. ثم انقطع. ثم", "بدأ («القول.|ثم انقطع.|ثم" },
    { "(انتهى. تماما) ثم", "(انتهى. تماما) ثم" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

/* Marks that close only after more than sixty words keep nothing together. */
static void
test_long_quotation (void)
{
  g_autoptr (GString) text = g_string_new ("«");
  g_autoptr (BayanWords) words = NULL;
  g_autoptr (BayanSentences) all = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "كلمة أخرى. ");
  g_string_append (text, "»");
  words = bayan_words_new (text->str, -1);
  all = bayan_sentences_new (words);
  g_assert_cmpuint (all->n_sentences, ==, 40);
}

static void
test_clauses (void)
{
  static const Case CASES[] = {
    { "اجتمع الوزراء، وأكدوا التزامهم، مشددين على الوحدة؛ وانتهى.",
      "اجتمع الوزراء،/وأكدوا التزامهم،/مشددين على الوحدة؛/وانتهى." },
    { "التقى الرئيس، وزير الخارجية", "التقى الرئيس، وزير الخارجية" },
    { "العراق، سوريا، لبنان", "العراق، سوريا، لبنان" },
    { "قرر ما يلي:\n- دعم الاستقرار؛\n- منع التمويل.", "قرر ما يلي:/- دعم الاستقرار؛/- منع التمويل." },
    { "يقرر:\n1. أن يدعو\n2. أن يحث", "يقرر:/1. أن يدعو/2. أن يحث" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

/* Lines of an e-mail are no paragraphs; lines of a web page are. */
static void
test_wrapped (void)
{
  static const char WRAPPED[] = "عقد وزراء خارجية الدول الأعضاء اجتماعهم السنوي في العاصمة الإيطالية\n"
                                "وبحثوا خلاله سبل تعزيز التعاون في مجال مكافحة الإرهاب والتطرف مع\n"
                                "شركائهم في المنطقة كما ناقشوا الأوضاع الإنسانية في المناطق المحررة\n"
                                "وسبل دعم الاستقرار فيها. ثم صدر بيان مشترك عن الاجتماع.\n\n"
                                "وانتهى.";
  g_autoptr (BayanWords) words = bayan_words_new (WRAPPED, -1);
  g_autoptr (BayanSentences) all = bayan_sentences_new (words);
  g_autofree char *lines = cut ("عنوان أول\nعنوان ثان\nعنوان ثالث\nعنوان رابع\nعنوان خامس");

  g_assert_cmpuint (all->n_sentences, ==, 3);
  g_assert_true (all->sentences[0].begins_paragraph);
  g_assert_false (all->sentences[1].begins_paragraph);
  g_assert_true (all->sentences[2].begins_paragraph);
  g_assert_cmpstr (lines, ==, "عنوان أول|عنوان ثان|عنوان ثالث|عنوان رابع|عنوان خامس");
}

static void
test_pairs (void)
{
  static const struct {
    const char *text;
    guint partners[8];
    guint n;
  } CASES[] = {
    { "«ا \"ب\" ج»", { 6, 1, 4, 3, 2, 5, 0 }, 7 },
    { "(ا [ب) ج", { 4, 1, 2, 3, 0, 5 }, 6 },
    { "\"ا\n\nب\"", { 0, 1, 2, 3 }, 4 },
    { "ا’ب ’", { 0, 1, 2, 3 }, 4 },
    { "“ا“ ب", { 0, 1, 2, 3 }, 4 },
    { "“ا\" ب", { 2, 1, 0, 3 }, 4 },
    { "\"ا” ب", { 2, 1, 0, 3 }, 4 },
    { "“ا \"ب\"”", { 5, 1, 4, 3, 2, 0 }, 6 },
    { "„ا“ ب", { 2, 1, 0, 3 }, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (BayanWords) words = bayan_words_new (CASES[i].text, -1);
      g_autofree guint *partners = bayan_words_pair_marks (words);

      g_assert_cmpuint (words->n_words, ==, CASES[i].n);
      for (guint j = 0; j < CASES[i].n; j++)
        g_assert_cmpuint (partners[j], ==, CASES[i].partners[j]);
    }
}

/* Sentences and clauses hold every word once and in order. */
static void
check_tiling (const char *text, gsize length)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, (gssize) length);
  g_autoptr (BayanSentences) all = bayan_sentences_new (words);
  guint word = 0, clause = 0;

  for (guint i = 0; i < all->n_sentences; i++)
    {
      const BayanSentence *sentence = &all->sentences[i];

      g_assert_cmpuint (sentence->first_word, ==, word);
      g_assert_cmpuint (sentence->first_clause, ==, clause);
      g_assert_cmpuint (sentence->end_word, >, sentence->first_word);
      g_assert_cmpuint (bayan_sentences_find (all, sentence->end_word - 1), ==, i);
      for (; clause < sentence->end_clause; clause++)
        {
          g_assert_cmpuint (all->clauses[clause].first_word, ==, word);
          word = all->clauses[clause].end_word;
        }
      g_assert_cmpuint (word, ==, sentence->end_word);
    }
  g_assert_cmpuint (word, ==, words->n_words);
  g_assert_cmpuint (clause, ==, all->n_clauses);
  g_assert_cmpuint (bayan_sentences_find (all, word), ==, all->n_sentences);
}

static void
test_random (void)
{
  static const char *const WORDS[] = { "كلمة ", "وكلمة ", "مؤكدا ", ". ", "، ",   "؛",  "«",  "»",
                                       "\"",    "(",      ")",      "\n", "\n\n", "- ", "1.", "د.",
                                       "؟",     "…",      "2025م.", "هـ", "A.",   "’",  "•" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2178);

  for (guint round = 0; round < 10000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint n = (guint) g_rand_int_range (rand, 0, 40); n > 0; n--)
        g_string_append (text, WORDS[g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS))]);
      check_tiling (text->str, text->len);
    }
}

/* A megabyte of each of what could be looked at again and again. */
static void
test_long_runs (void)
{
  static const char *const UNITS[] = { "كلمة ", ".",  "!",  "!؟",   "«",    "« ", "»",
                                       "( ) ",  "،و", "\n", "- \n", "«.» ", "\" " };

  for (guint i = 0; i < G_N_ELEMENTS (UNITS); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      while (text->len < 1000000)
        g_string_append (text, UNITS[i]);
      check_tiling (text->str, text->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arabic/sentences/sentences", test_sentences);
  g_test_add_func ("/arabic/sentences/abbreviations", test_abbreviations);
  g_test_add_func ("/arabic/sentences/quotations", test_quotations);
  g_test_add_func ("/arabic/sentences/long-quotation", test_long_quotation);
  g_test_add_func ("/arabic/sentences/clauses", test_clauses);
  g_test_add_func ("/arabic/sentences/wrapped", test_wrapped);
  g_test_add_func ("/arabic/sentences/pairs", test_pairs);
  g_test_add_func ("/arabic/sentences/random", test_random);
  g_test_add_func ("/arabic/sentences/long-runs", test_long_runs);
  return g_test_run ();
}
