/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-fold.h"

#include <string.h>

#include "random-text.h"

typedef struct {
  const char *text, *folded;
} Case;

static void
check (const Case *cases, guint n_cases, BayanFoldKey key)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *plain = bayan_fold (cases[i].text, -1, key);
      g_autoptr (BayanFolded) mapped = bayan_fold_with_offsets (cases[i].text, -1, key);

      g_assert_cmpstr (plain, ==, cases[i].folded);
      g_assert_cmpstr (mapped->text, ==, cases[i].folded);
      g_assert_cmpuint (mapped->length_bytes, ==, strlen (cases[i].folded));
    }
}

static void
test_clean (void)
{
  static const Case CASES[] = {
    { "ﺍﻟﺘﺤﺎﻟﻒ ﺍﻟﺪﻭﻟﻲ", "التحالف الدولي" },
    { "الـتـحـالـف", "التحالف" },
    { "التَّحَالُفُ", "التَّحَالُفُ" },
    { "الت\u200Fحالف\uFEFF", "التحالف" },
    { "أ\u00A0ب\u2009ج", "أ ب ج" },
    { "a\r\nb\rc\u2028d", "a\nb\nc\nd" },
    { "ﻻ ﻵ ﷲ ﷺ", "لا لآ الله ﷺ" },
    { "على علي مسؤول وزارة ٢٠١٤", "على علي مسؤول وزارة ٢٠١٤" },
    { "e\u0301", "é" },
    { "a\001b\177c", "abc" },
    { "", "" },
  };

  check (CASES, G_N_ELEMENTS (CASES), BAYAN_FOLD_CLEAN);
}

/* A letter and its hamza or madda in two code points are one, also with a vowel mark between them. */
static void
test_composed (void)
{
  static const Case CLEAN[] = {
    { "ا\u0653سيا", "آسيا" },
    { "ا\u0654حمد", "أحمد" },
    { "ا\u0655لى", "إلى" },
    { "و\u0654", "ؤ" },
    { "ي\u0654", "ئ" },
    { "ى\u0654", "ئ" },
    { "و\u064E\u0654", "ؤ\u064E" },
    { "ب\u0654", "ب\u0654" },
    { "\u0653", "\u0653" },
  };
  static const Case MATCH[] = {
    { "ا\u0653سيا", "اسيا" },       { "مسو\u0654ول", "مسؤول" }, { "هيي\u0654ة", "هيئة" },
    { "شو\u064E\u0654ون", "شؤون" }, { "ب\u0654", "ب" },         { "e\u0301", "é" },
  };

  check (CLEAN, G_N_ELEMENTS (CLEAN), BAYAN_FOLD_CLEAN);
  check (MATCH, G_N_ELEMENTS (MATCH), BAYAN_FOLD_MATCH);
}

static void
test_match (void)
{
  static const Case CASES[] = {
    { "ﺍﻟﺘﺤﺎﻟﻒ", "التحالف" },
    { "الـتـحـالـف", "التحالف" },
    { "التَّحَالُفُ", "التحالف" },
    { "أإآٱ", "اااا" },
    { "علی خامنه\u200Cای", "علي خامنهاي" },
    { "کابل", "كابل" },
    { "على وزارة مسؤول هيئة سماء", "على وزارة مسؤول هيئة سماء" },
    { "٢٠١٤ ۲۰۱۴ ١٬٢٣٤٫٥ ٥٪", "2014 2014 1,234.5 5%" },
    { "؟ ؛ ،", "؟ ؛ ،" },
    { "ڤيينا پوتين گاز", "ڤيينا پوتين گاز" },
    { "Rome", "Rome" },
  };

  check (CASES, G_N_ELEMENTS (CASES), BAYAN_FOLD_MATCH);
}

static void
test_loose (void)
{
  static const Case CASES[] = { { "ڤيينا پوتين گاز چاد", "فيينا بوتين كاز جاد" },
                                { "وزارة على", "وزارة على" } };

  check (CASES, G_N_ELEMENTS (CASES), BAYAN_FOLD_MATCH_LOOSE);
}

static void
test_search (void)
{
  static const Case CASES[] = {
    { "وزارة", "وزاره" },     { "على علي", "علي علي" },           { "مسؤول هيئة", "مسوول هييه" },
    { "سماء", "سما" },        { "سماء، وسماء 5", "سما، وسما 5" }, { "سماءُ", "سما" },
    { "جزءان ء", "جزءان ء" }, { "Élan VITAL", "elan vital" },     { "أحمد", "احمد" },
  };

  check (CASES, G_N_ELEMENTS (CASES), BAYAN_FOLD_SEARCH);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *match = bayan_fold (CASES[i].text, -1, BAYAN_FOLD_MATCH);
      g_autofree char *twice = bayan_fold (match, -1, BAYAN_FOLD_SEARCH);
      g_assert_cmpstr (twice, ==, CASES[i].folded);
    }
}

/* A key is made without allocating, from a match key, and is the same. */
static void
test_to_search (void)
{
  static const char *const WORDS[] = { "سماء", "وزاره", "علي", "مسوول", "Élan", "ء", "2014", "ﷺ", "" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      char out[64];
      g_autofree char *match = bayan_fold (WORDS[i], -1, BAYAN_FOLD_MATCH);
      g_autofree char *expected = bayan_fold (WORDS[i], -1, BAYAN_FOLD_SEARCH);
      gsize length = bayan_fold_to_search (match, strlen (match), out);

      g_assert_cmpstr (out, ==, expected);
      g_assert_cmpuint (length, ==, strlen (expected));
    }
}

/* Where a part of a folded text came from. */
static void
test_spans (void)
{
  static const struct {
    const char *text, *needle, *original;
  } CASES[] = {
    { "قال التَّحَالُفُ إن", "التحالف", "التَّحَالُفُ" },
    { "في ﺍﻟﺘﺤﺎﻟﻒ ﺍﻟﺪﻭﻟﻲ", "الدولي", "ﺍﻟﺪﻭﻟﻲ" },
    { "الـتـحـالـف.", "تحالف", "تـحـالـف" },
    { "داعش\u200F ثم", "داعش", "داعش" },
    { "سلﻻم", "ا", "ﻻ" },
    { "من ا\u0653سيا", "اسيا", "ا\u0653سيا" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (BayanFolded) folded = bayan_fold_with_offsets (CASES[i].text, -1, BAYAN_FOLD_MATCH);
      const char *found = strstr (folded->text, CASES[i].needle);
      guint32 at, start, end;
      g_autofree char *original = NULL;

      g_assert_nonnull (found);
      at = (guint32) (found - folded->text);
      bayan_folded_to_original (folded, CASES[i].text, at, at + (guint32) strlen (CASES[i].needle), &start,
                                &end);
      original = g_strndup (CASES[i].text + start, end - start);
      g_assert_cmpstr (original, ==, CASES[i].original);
      g_assert_cmpuint (folded->offsets[bayan_folded_from_original (folded, start)], ==, start);
    }
}

static gboolean
is_boundary (const char *text, gsize length, guint32 at)
{
  return at == length || ((guchar) text[at] & 0xC0) != 0x80;
}

/* The map never falls, points at the beginnings of characters, and finds its way back. */
static void
test_map_is_invertible (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20140910);

  for (guint round = 0; round < 4000; round++)
    {
      BayanFoldKey key = (BayanFoldKey) (round % BAYAN_FOLD_N_KEYS);
      g_autofree char *text = random_text (rand, 1 + (guint) g_rand_int_range (rand, 0, 40));
      gsize length = strlen (text);
      g_autoptr (BayanFolded) folded = bayan_fold_with_offsets (text, -1, key);

      g_assert_true (g_utf8_validate (folded->text, (gssize) folded->length_bytes, NULL));
      g_assert_cmpuint (folded->offsets[folded->length_bytes], ==, length);
      for (gsize i = 0; i < folded->length_bytes; i++)
        {
          guint32 offset = folded->offsets[i];

          g_assert_cmpuint (offset, <=, folded->offsets[i + 1]);
          g_assert_true (is_boundary (text, length, offset));
          g_assert_cmpuint (bayan_folded_from_original (folded, offset), <=, i);
          g_assert_cmpuint (folded->offsets[bayan_folded_from_original (folded, offset)], ==, offset);
        }
    }
}

/* Any piece of a folded text is found again in what the piece of the original folds to that it is said to
 * come from. (Not under SEARCH, where what a hamza becomes depends on what follows it.) */
static void
test_pieces_come_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2015);

  for (guint round = 0; round < 6000; round++)
    {
      BayanFoldKey key = (BayanFoldKey) (round % BAYAN_FOLD_SEARCH);
      g_autofree char *text = random_text (rand, 30);
      g_autoptr (BayanFolded) folded = bayan_fold_with_offsets (text, -1, key);
      glong n_chars = g_utf8_strlen (folded->text, -1);
      glong first = g_rand_int_range (rand, 0, (gint32) n_chars + 1);
      glong last = g_rand_int_range (rand, (gint32) first, (gint32) n_chars + 1);
      const char *from = g_utf8_offset_to_pointer (folded->text, first);
      const char *to = g_utf8_offset_to_pointer (folded->text, last);
      g_autofree char *piece = g_strndup (from, (gsize) (to - from));
      g_autofree char *again = NULL;
      guint32 start, end;

      bayan_folded_to_original (folded, text, (guint32) (from - folded->text), (guint32) (to - folded->text),
                                &start, &end);
      again = bayan_fold (text + start, (gssize) (end - start), key);
      g_assert_nonnull (strstr (again, piece));
    }
}

/* What is folded stays as it is. */
static void
test_idempotent (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1446);

  for (guint round = 0; round < 2000; round++)
    {
      BayanFoldKey key = (BayanFoldKey) (round % BAYAN_FOLD_N_KEYS);
      g_autofree char *text = random_text (rand, 12);
      g_autofree char *once = bayan_fold (text, -1, key);
      g_autofree char *twice = bayan_fold (once, -1, key);
      g_autofree char *thrice = bayan_fold (twice, -1, key);

      g_assert_cmpstr (twice, ==, thrice);
    }
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2178);

  for (guint round = 0; round < 4000; round++)
    {
      gsize length = (gsize) g_rand_int_range (rand, 0, 80);
      g_autofree char *bytes = random_bytes (rand, length, TRUE);
      g_autoptr (BayanFolded) folded = bayan_fold_with_offsets (bytes, (gssize) length,
                                                                (BayanFoldKey) (round % BAYAN_FOLD_N_KEYS));
      guint32 start, end;

      g_assert_true (g_utf8_validate (folded->text, (gssize) folded->length_bytes, NULL));
      bayan_folded_to_original (folded, bytes, 0, (guint32) folded->length_bytes, &start, &end);
      g_assert_cmpuint (end, <=, length);
    }
}

static void
test_truncated (void)
{
  const char *text = "داعش";

  for (gsize length = 0; length <= strlen (text); length++)
    {
      g_autofree char *folded = bayan_fold (text, (gssize) length, BAYAN_FOLD_MATCH);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
    }
}

/* What is quadratic elsewhere: marks without end on one letter, and letters that each compose. Four megabytes
 * of either would not be done in a lifetime of this test if a mark looked back over all the others. */
static void
test_long_runs (void)
{
  static const char *const UNITS[] = { "\u064E", "\u0654", "\u064E\u0653", "ا\u0654", "e\u0301\u0302",
                                       "\u0640", "ﻻ" };

  for (guint i = 0; i < G_N_ELEMENTS (UNITS); i++)
    {
      GString *text = g_string_new ("ا");
      while (text->len < 4000000)
        g_string_append (text, UNITS[i]);
      for (guint key = 0; key < BAYAN_FOLD_N_KEYS; key++)
        {
          g_autoptr (BayanFolded) folded = bayan_fold_with_offsets (text->str, (gssize) text->len,
                                                                    (BayanFoldKey) key);
          g_assert_cmpuint (folded->offsets[folded->length_bytes], ==, text->len);
        }
      g_string_free (text, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arabic/fold/clean", test_clean);
  g_test_add_func ("/arabic/fold/composed", test_composed);
  g_test_add_func ("/arabic/fold/match", test_match);
  g_test_add_func ("/arabic/fold/loose", test_loose);
  g_test_add_func ("/arabic/fold/search", test_search);
  g_test_add_func ("/arabic/fold/to-search", test_to_search);
  g_test_add_func ("/arabic/fold/spans", test_spans);
  g_test_add_func ("/arabic/fold/map-is-invertible", test_map_is_invertible);
  g_test_add_func ("/arabic/fold/pieces-come-back", test_pieces_come_back);
  g_test_add_func ("/arabic/fold/idempotent", test_idempotent);
  g_test_add_func ("/arabic/fold/random-bytes", test_random_bytes);
  g_test_add_func ("/arabic/fold/truncated", test_truncated);
  g_test_add_func ("/arabic/fold/long-runs", test_long_runs);
  return g_test_run ();
}
