/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-numbers.h"

#include <string.h>

#include "random-text.h"

/* The numbers of @text as "value:words", those with proclitics with a + before them, ordinals with a #. */
static char *
read_numbers (const char *text)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, -1);
  g_autoptr (GString) all = g_string_new (NULL);
  BayanNumber number;

  for (guint i = 0; i < words->n_words; i++)
    {
      g_autofree char *value = NULL;
      gboolean ordinal = bayan_numbers_parse_ordinal (words, i, &number);

      if (!ordinal && !bayan_numbers_parse (words, i, &number))
        continue;
      g_assert_true (ordinal ? bayan_numbers_may_begin_ordinal (words, i) : bayan_numbers_may_begin (words, i));
      value = bayan_number_to_string (&number);
      g_string_append_printf (all, "%s%s%s%s:%u", all->len > 0 ? " " : "", number.prefix_chars > 0 ? "+" : "",
                              ordinal ? "#" : "", value, number.n_words);
      i += number.n_words - 1;
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

typedef struct {
  const char *text, *numbers;
} Case;

static void
check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *numbers = read_numbers (cases[i].text);
      g_assert_cmpstr (numbers, ==, cases[i].numbers);
    }
}

static void
test_digits (void)
{
  static const Case CASES[] = {
    { "٢٠١٤ ۱۰ 42", "2014:1 10:1 42:1" },
    { "١٬٢٣٤٫٥", "1234.5:1" },
    { "1,234,567 و1.234.567", "1234567:1 1234567:1" },
    { "1,500 1.500 ١٫٥٠٠", "1500:1 1500:1 1.5:1" },
    { "1,5 0.125 0.50", "1.5:1 0.125:1 0.5:1" },
    { "1,234.5 1.234,5", "1234.5:1 1234.5:1" },
    { "10.9.2014 1,23,4", "" },
    { "123456789012345678 1234567890123456789", "123456789012345678:1" },
    { "من42 شخصا", "42:1" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

static void
test_digits_and_words (void)
{
  static const Case CASES[] = {
    { "500 مليون دولار", "500000000:2" },   { "2٫5 مليار ريال", "2500000000:2" },
    { "1.250 مليار", "1250000000:2" },      { "10 آلاف مقاتل", "10000:2" },
    { "29 ألفا و358 شخصا", "29358:4" },     { "29 ألفا و 358", "29358:4" },
    { "مليون و600 ألف نازح", "1600000:4" }, { "500مليون", "500000000:2" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

static void
test_words (void)
{
  static const Case CASES[] = {
    { "أربعة وفود", "4:1" },
    { "خمس عشرة دولة وخمسة عشر وزيرا", "15:2 +15:2" },
    { "أحد عشر إحدى عشرة اثنا عشر اثنتي عشرة", "11:2 11:2 12:2 12:2" },
    { "خمسة وعشرون", "25:2" },
    { "إحدى وعشرين", "21:2" },
    { "مئة ومائة", "100:1 +100:1" },
    { "مئتان ومائتي جندي", "200:1 +200:1" },
    { "ثلاث مئة وخمس سنوات", "305:3" },
    { "ثلاثمائة وخمسة وستون يوما", "365:3" },
    { "ألف وخمسمئة", "1500:2" },
    { "ألفين وأربعة عشر", "2014:3" },
    { "ألفان وواحد وعشرون", "2021:3" },
    { "خمسة وعشرون ألفا وثلاثمئة واثنان وأربعون", "25342:6" },
    { "مليار ومليون وألف ومئة وواحد", "1001001101:5" },
    { "ألف مليار", "1000000000000:2" },
    { "ثمانيه وثلاثين الف", "38000:3" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

static void
test_duals_and_fractions (void)
{
  static const Case CASES[] = {
    { "مليوني يورو", "2000000:1" },
    { "مليونا دولار", "2000000:1" },
    { "مليوناً", "1000000:1" },
    { "ألفا جندي", "2000:1" },
    { "ألفاً وخمسمئة", "1500:2" },
    { "مليارين وثلاثة ملايين", "2003000000:3" },
    { "مليار ونصف المليار دولار", "1500000000:3" },
    { "مليار ونصف", "1500000000:2" },
    { "سبعة ملايين ونصف المليون", "7500000:4" },
    { "ثلاثة ونصف مليون", "3500000:3" },
    { "مليار ونصف مليون", "1000500000:3" },
    { "نصف مليون وربع المليار", "500000:2 +250000000:2" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

/* A و that does not join two parts of one number is left alone. */
static void
test_not_joined (void)
{
  static const Case CASES[] = {
    { "19 و20 فيفري", "19:1 20:1" },
    { "10 آلاف مقاتل و5 دول", "10000:2 5:1" },
    { "ثلاثة وأربعة", "3:1 +4:1" },
    { "مئة وألف", "100:1 +1000:1" },
    { "عشرة آلاف وعشرة آلاف", "10000:2 +10000:2" },
    { "خمسة وفود", "5:1" },
    { "مليون ووزير", "1000000:1" },
    { "نصف العراق", "" },
    { "ألف\n\nوخمسمئة", "1000:1 +500:1" },
    { "9223372 تريليون و40 مليارا", "9223372000000000000:2 40000000000:2" }, /* their sum is beyond 64 bits */
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

static void
test_no_number (void)
{
  static const Case CASES[] = {
    { "آلاف المقاتلين وعشرات الدول ومليارات الدولارات", "" },
    { "لست متأكدا", "" },
    { "أحد الوزراء", "" },
    { "الدول الأربع", "" },
    { "واشنطن وبغداد", "" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

static void
test_proclitics (void)
{
  static const Case CASES[] = {
    { "وخمسمائة مليون", "+500000000:2" },
    { "بمئتي ألف", "+200000:2" },
    { "لثلاثة أيام", "+3:1" },
    { "وبمليوني يورو", "+2000000:1" },
    { "واحد", "1:1" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

static void
test_ordinals (void)
{
  static const Case CASES[] = {
    { "الخامس عشر من آب", "#15:2" }, { "الحادي والثلاثين", "#31:2" },   { "العشرون", "#20:1" },
    { "الأول من أيار", "#1:1" },     { "في السابع والعشرين", "#27:2" }, { "وبالثالثة عشرة", "+#13:2" },
    { "الثاني عشر", "#12:2" },
  };

  check (CASES, G_N_ELEMENTS (CASES));
}

static void
test_double (void)
{
  BayanNumber number = { .mantissa = 12345, .decimals = 2 };
  g_autofree char *string = bayan_number_to_string (&number);

  g_assert_cmpfloat_with_epsilon (bayan_number_to_double (&number), 123.45, 1e-9);
  g_assert_cmpstr (string, ==, "123.45");
}

/* Whatever words stand together, a number takes at least one of them and no more than there are. */
static void
test_random_words (void)
{
  static const char *const WORDS[] = {
    "ألف",      "ألفين", "ألفا", "آلاف",  "مليون", "مليارات", "مئة",
    "وثلاثمئة", "ونصف",  "نصف",  "و",     "ثلاثة", "وعشرون",  "عشر",
    "أحد",      "5",     "2.5",  "0",     "و7",    "تريليون", "999999999999999999",
    "المليار",  "،",     "\n\n", "الخامس"
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (358);

  for (guint round = 0; round < 30000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (BayanWords) words = NULL;
      BayanNumber number;

      for (guint n = (guint) g_rand_int_range (rand, 1, 12); n > 0; n--)
        g_string_append_printf (text, "%s ", WORDS[g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS))]);
      words = bayan_words_new (text->str, -1);
      for (guint i = 0; i < words->n_words; i++)
        if (bayan_numbers_parse (words, i, &number))
          {
            g_assert_cmpuint (number.n_words, >, 0);
            g_assert_cmpuint (i + number.n_words, <=, words->n_words);
            g_assert_cmpint (number.mantissa, >=, 0);
            g_assert_true (bayan_numbers_may_begin (words, i));
          }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arabic/numbers/digits", test_digits);
  g_test_add_func ("/arabic/numbers/digits-and-words", test_digits_and_words);
  g_test_add_func ("/arabic/numbers/words", test_words);
  g_test_add_func ("/arabic/numbers/duals-and-fractions", test_duals_and_fractions);
  g_test_add_func ("/arabic/numbers/not-joined", test_not_joined);
  g_test_add_func ("/arabic/numbers/no-number", test_no_number);
  g_test_add_func ("/arabic/numbers/proclitics", test_proclitics);
  g_test_add_func ("/arabic/numbers/ordinals", test_ordinals);
  g_test_add_func ("/arabic/numbers/double", test_double);
  g_test_add_func ("/arabic/numbers/random-words", test_random_words);
  return g_test_run ();
}
