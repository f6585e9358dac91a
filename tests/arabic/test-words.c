/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-words.h"

#include <string.h>

#include "bayan-fold.h"

#include "random-text.h"

/* The keys of @text with | where words touch and a space where they do not. */
static char *
cut (const char *text)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->n_words; i++)
    {
      if (i > 0)
        g_string_append_c (joined, bayan_words_touches_previous (words, i) ? '|' : ' ');
      g_string_append (joined, bayan_words_get_key (words, i));
      g_assert_cmpuint (words->words[i].key_length, ==, strlen (bayan_words_get_key (words, i)));
    }
  return g_string_free (joined, FALSE);
}

static void
test_cut (void)
{
  static const struct {
    const char *text, *words;
  } CASES[] = {
    { "التَّحَالُفُ الـدّولي", "التحالف الدولي" },
    { "ﺍﻟﺘﺤﺎﻟﻒ ﺍﻟﺪﻭﻟﻲ", "التحالف الدولي" },
    { "الت\u200Fحالف", "التحالف" },
    { "علی خامنه\u200Cای", "علي خامنهاي" },
    { "لـ\"داعش\" بـمراكش لـ داعش", "ل|\"|داعش|\" بمراكش ل داعش" },
    { "بداية 2014وكذا من42", "بداية 2014|وكذا من|42" },
    { "COVID-19 كوفيدCOVID", "COVID|-|19 كوفيد|COVID" },
    { "١٬٢٣٤٫٥ و10,000 و2.5", "1,234.5 و|10,000 و|2.5" },
    { "في 5. ثم 10.9.2014", "في 5|. ثم 10.9.2014" },
    { "10-9-2014 10/9", "10|-|9|-|2014 10|/|9" },
    { "#تنظيم_داعش", "#|تنظيم داعش" },
    { "«التحالف»، (روما)؟", "«|التحالف|»|، (|روما|)|؟" },
    { "وانتهى... ثم…", "وانتهى|... ثم|…" },
    { "http://example.org/a?b=1. ثم", "http://example.org/a?b=1|. ثم" },
    { "(www.example.org) press@example.org،", "(|www.example.org|) press@example.org|،" },
    { "Da'esh l’Iraq 'x'", "Da'esh l’Iraq '|x|'" },
    { "كلمة ــ كلمة", "كلمة ـ كلمة" },
    { "مسو\u0654ول ا\u0653سيا هيى\u0654ة", "مسؤول اسيا هيئة" },
    { "2014م 1446هـ 50%", "2014|م 1446|ه 50|%" },
    { "", "" },
    { " \n\t\u200F", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *words = cut (CASES[i].text);
      g_assert_cmpstr (words, ==, CASES[i].words);
    }
}

/* Words of plain letters are read by a loop of their own; a control in each of them sends the same words through the one for
 * any word. */
static void
test_plain_as_any (void)
{
  static const char *const SEPARATORS[] = { " ",  " ", " ",  "\n", "  ", ".",  "، ",
                                            " (", "_", "ـ ", "5",  "a",  "\"", " é" };
  static const char *const LETTERS[] = { "ا", "أ", "ل", "ى", "ة", "و", "ی", "ک", "ء" };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) plain = g_string_new (NULL), other = g_string_new (NULL);
      g_autoptr (BayanWords) words = NULL, same = NULL;

      for (int w = g_rand_int_range (random, 1, 30); w > 0; w--)
        {
          for (int l = 0, n = g_rand_int_range (random, 1, round % 50 == 0 ? 600 : 9); l < n; l++)
            {
              const char *letter = LETTERS[g_rand_int_range (random, 0, G_N_ELEMENTS (LETTERS))];

              g_string_append (plain, letter);
              g_string_append_printf (other, "%s%s", letter, l == 0 ? "\u200F" : "");
            }
          if (w > 1)
            {
              const char *separator = SEPARATORS[g_rand_int_range (random, 0, G_N_ELEMENTS (SEPARATORS))];

              g_string_append (plain, separator);
              g_string_append (other, separator);
            }
        }
      words = bayan_words_new (plain->str, (gssize) plain->len);
      same = bayan_words_new (other->str, (gssize) other->len);
      g_assert_cmpuint (words->n_words, ==, same->n_words);
      for (guint i = 0; i < words->n_words; i++)
        {
          const BayanWord *word = &words->words[i];

          g_assert_cmpstr (bayan_words_get_key (words, i), ==, bayan_words_get_key (same, i));
          g_assert_cmpuint (word->flags, ==, same->words[i].flags);
          g_assert_cmpuint (word->hash, ==, same->words[i].hash);
          g_assert_cmpuint (word->hash, ==,
                            bayan_word_hash (bayan_words_get_key (words, i), word->key_length));
          if ((word->flags & (BAYAN_WORD_ARABIC | BAYAN_WORD_HAS_TATWEEL)) == BAYAN_WORD_ARABIC)
            g_assert_cmpuint (word->span.end.byte - word->span.start.byte, ==, word->key_length);
        }
    }
}

static void
test_flags (void)
{
  static const struct {
    const char *text;
    guint32 has, has_not;
  } CASES[] = {
    { "داعش", BAYAN_WORD_ARABIC | BAYAN_WORD_PARAGRAPH_BEFORE,
      BAYAN_WORD_HAS_TATWEEL | BAYAN_WORD_HAS_MARKS },
    { "بيّن", BAYAN_WORD_HAS_MARKS | BAYAN_WORD_HAS_SHADDA, BAYAN_WORD_HAS_TATWEEL },
    { "لـ", BAYAN_WORD_ENDS_IN_TATWEEL | BAYAN_WORD_HAS_TATWEEL, BAYAN_WORD_DASH },
    { "بـمراكش", BAYAN_WORD_HAS_TATWEEL, BAYAN_WORD_ENDS_IN_TATWEEL },
    { "GCTF", BAYAN_WORD_LATIN | BAYAN_WORD_UPPER_ALL | BAYAN_WORD_UPPER_FIRST, BAYAN_WORD_ARABIC },
    { "Rome", BAYAN_WORD_LATIN | BAYAN_WORD_UPPER_FIRST, BAYAN_WORD_UPPER_ALL },
    { "٢٠١٤", BAYAN_WORD_NUMBER, BAYAN_WORD_ARABIC },
    { "«", BAYAN_WORD_PUNCTUATION | BAYAN_WORD_OPEN | BAYAN_WORD_QUOTE, BAYAN_WORD_CLOSE },
    { ")", BAYAN_WORD_PUNCTUATION | BAYAN_WORD_CLOSE, BAYAN_WORD_QUOTE },
    { "\"", BAYAN_WORD_QUOTE, BAYAN_WORD_OPEN | BAYAN_WORD_CLOSE },
    { "؟", BAYAN_WORD_SENTENCE_END, BAYAN_WORD_CLAUSE_END },
    { "؛", BAYAN_WORD_CLAUSE_END, BAYAN_WORD_SENTENCE_END },
    { "–", BAYAN_WORD_DASH, BAYAN_WORD_ARABIC },
    { "a@b.cd", BAYAN_WORD_ADDRESS, BAYAN_WORD_LATIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (BayanWords) words = bayan_words_new (CASES[i].text, -1);
      g_assert_cmpuint (words->n_words, ==, 1);
      g_assert_cmphex (words->words[0].flags & CASES[i].has, ==, CASES[i].has);
      g_assert_cmphex (words->words[0].flags & CASES[i].has_not, ==, 0);
    }
}

static void
test_what_stands_before (void)
{
  g_autoptr (BayanWords) words = bayan_words_new ("أ ب\nج\r\nد\n\nه\r\n\r\nو،ز", -1);
  const guint32 mask = BAYAN_WORD_SPACE_BEFORE | BAYAN_WORD_NEWLINE_BEFORE | BAYAN_WORD_PARAGRAPH_BEFORE;
  const guint32 line = BAYAN_WORD_NEWLINE_BEFORE, paragraph = line | BAYAN_WORD_PARAGRAPH_BEFORE;
  const guint32 expected[] = { paragraph, BAYAN_WORD_SPACE_BEFORE, line, line, paragraph, paragraph, 0, 0 };

  g_assert_cmpuint (words->n_words, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < words->n_words; i++)
    g_assert_cmphex (words->words[i].flags & mask, ==, expected[i]);
}

/* Proclitics are left behind with their vowel marks and the tatweel that draws them long. */
static void
test_position_in (void)
{
  static const struct {
    const char *word;
    guint key_chars;
    const char *rest;
  } CASES[] = {
    { "وبالعراق", 2, "العراق" },
    { "بـمراكش", 1, "مراكش" },
    { "وَبِبَغْدَاد", 2, "بَغْدَاد" },
    { "لـ", 1, "" },
    { "ﻭﺍﻟﻌﺮﺍﻕ", 1, "ﺍﻟﻌﺮﺍﻕ" },
    { "وال\u200Fعراق", 1, "ال\u200Fعراق" },
    { "ﻻجئ", 1, "ﻻجئ" },
    { "العراق", 0, "العراق" },
    { "و", 5, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *text = g_strconcat ("قال ", CASES[i].word, NULL);
      g_autoptr (BayanWords) words = bayan_words_new (text, -1);
      BayanCleanPos at = bayan_words_get_position_in (words, 1, CASES[i].key_chars);

      g_assert_cmpstr (text + at.byte, ==, CASES[i].rest);
    }
}

static void
test_find (void)
{
  g_autoptr (BayanWords) words = bayan_words_new ("أب، جد", -1);

  g_assert_cmpuint (bayan_words_find (words, (BayanCleanPos) { 0 }), ==, 0);
  g_assert_cmpuint (bayan_words_find (words, (BayanCleanPos) { 3 }), ==, 0);
  g_assert_cmpuint (bayan_words_find (words, (BayanCleanPos) { 4 }), ==, 1);
  g_assert_cmpuint (bayan_words_find (words, (BayanCleanPos) { 6 }), ==, 2);
  g_assert_cmpuint (bayan_words_find (words, (BayanCleanPos) { 11 }), ==, 3);
}

static void
check_order (const BayanWords *words, gsize length)
{
  guint32 end = 0;

  for (guint i = 0; i < words->n_words; i++)
    {
      const BayanWord *word = &words->words[i];

      g_assert_cmpuint (word->span.start.byte, >=, end);
      g_assert_cmpuint (word->span.end.byte, >, word->span.start.byte);
      g_assert_cmpuint (word->span.end.byte, <=, length);
      g_assert_cmpuint (word->key_length, <=, BAYAN_WORD_KEY_BYTES_MAX);
      g_assert_cmpuint (word->hash, ==, bayan_word_hash (bayan_words_get_key (words, i), word->key_length));
      g_assert_cmpuint (word->flags & BAYAN_WORD_KINDS, !=, 0);
      end = word->span.end.byte;
    }
}

/* Nothing that is written is lost: what lies between words is space and what folding drops. */
static void
test_random_text (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2199);

  for (guint round = 0; round < 4000; round++)
    {
      g_autofree char *text = random_text (rand, 1 + (guint) g_rand_int_range (rand, 0, 60));
      g_autoptr (BayanWords) words = bayan_words_new (text, -1);
      guint32 at = 0;

      check_order (words, strlen (text));
      for (guint i = 0; i <= words->n_words; i++)
        {
          guint32 next = i < words->n_words ? words->words[i].span.start.byte : (guint32) strlen (text);
          g_autofree char *gap = bayan_fold (text + at, (gssize) (next - at), BAYAN_FOLD_MATCH);
          for (const char *left = gap; *left != '\0'; left = g_utf8_next_char (left))
            g_assert_false (g_unichar_isalnum (g_utf8_get_char (left)));
          at = i < words->n_words ? words->words[i].span.end.byte : next;
        }
    }
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2254);

  for (guint round = 0; round < 4000; round++)
    {
      gsize length = (gsize) g_rand_int_range (rand, 0, 120);
      g_autofree char *bytes = random_bytes (rand, length, TRUE);
      g_autoptr (BayanWords) words = bayan_words_new (bytes, (gssize) length);

      check_order (words, length);
    }
}

/* Four megabytes without a space, in every way that a lookahead could read again and again. */
static void
test_long_runs (void)
{
  static const char *const UNITS[] = { "ا", "ـ",  "ـَ", "\u064E", "a.", "1,", "a'",
                                       "@", "a@", ".", "\u200F", "ﻻ",  "(",  "«" };

  for (guint i = 0; i < G_N_ELEMENTS (UNITS); i++)
    {
      GString *text = g_string_new (NULL);
      while (text->len < 4000000)
        g_string_append (text, UNITS[i]);
      {
        g_autoptr (BayanWords) words = bayan_words_new (text->str, (gssize) text->len);
        check_order (words, text->len);
      }
      g_string_free (text, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arabic/words/cut", test_cut);
  g_test_add_func ("/arabic/words/plain-as-any", test_plain_as_any);
  g_test_add_func ("/arabic/words/flags", test_flags);
  g_test_add_func ("/arabic/words/what-stands-before", test_what_stands_before);
  g_test_add_func ("/arabic/words/position-in", test_position_in);
  g_test_add_func ("/arabic/words/find", test_find);
  g_test_add_func ("/arabic/words/random-text", test_random_text);
  g_test_add_func ("/arabic/words/random-bytes", test_random_bytes);
  g_test_add_func ("/arabic/words/long-runs", test_long_runs);
  return g_test_run ();
}
