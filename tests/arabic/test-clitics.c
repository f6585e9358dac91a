/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-clitics.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-words.h"
#include "random-text.h"

static guint
split (const char *word, BayanCliticSplit *splits)
{
  g_autofree char *key = bayan_fold (word, -1, BAYAN_FOLD_MATCH);

  return bayan_clitics_split (key, strlen (key), splits);
}

static const BayanCliticSplit *
find (const BayanCliticSplit *splits, guint n_splits, const char *stem)
{
  for (guint i = 0; i < n_splits; i++)
    if (strcmp (splits[i].stem, stem) == 0)
      return &splits[i];
  return NULL;
}

/* Each of these readings is among those that the grammar allows, and says where its span begins. */
static void
test_readings (void)
{
  enum {
    WA = BAYAN_PROCLITIC_WA,
    BA = BAYAN_PROCLITIC_BA,
    LAM = BAYAN_PROCLITIC_LAM,
    KAF = BAYAN_PROCLITIC_KAF
  };
  static const struct {
    const char *word, *stem;
    guint8 proclitics, prefix_chars, span_chars;
    gboolean article;
  } CASES[] = {
    { "للبنان", "لبنان", LAM, 1, 1, FALSE },
    { "للبنان", "البنان", LAM, 1, 0, TRUE },
    { "للعراق", "العراق", LAM, 1, 0, TRUE },
    { "للولايات", "الولايات", LAM, 1, 0, TRUE },
    { "للجنة", "اللجنة", LAM, 1, 0, TRUE },
    { "وللتحالف", "التحالف", WA | LAM, 2, 1, TRUE },
    { "وببغداد", "بغداد", WA | BA, 2, 2, FALSE },
    { "وبالموصل", "الموصل", WA | BA, 2, 2, TRUE },
    { "ولبنان", "لبنان", WA, 1, 1, FALSE },
    { "كالقاعدة", "القاعدة", KAF, 1, 1, TRUE },
    { "بـمراكش", "مراكش", BA, 1, 1, FALSE },
    { "فالمغرب", "المغرب", BAYAN_PROCLITIC_FA, 1, 1, TRUE },
    { "وسيناقش", "يناقش", WA | BAYAN_PROCLITIC_SA, 2, 2, FALSE },
    { "أولم", "لم", BAYAN_PROCLITIC_HAMZA | WA, 2, 2, FALSE },
    { "العراق", "العراق", 0, 0, 0, TRUE },
    { "ألمانيا", "المانيا", 0, 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      BayanCliticSplit splits[BAYAN_CLITICS_MAX];
      const BayanCliticSplit *found = find (splits, split (CASES[i].word, splits), CASES[i].stem);

      g_assert_nonnull (found);
      g_assert_cmphex (found->proclitics, ==, CASES[i].proclitics);
      g_assert_cmpuint (found->prefix_chars, ==, CASES[i].prefix_chars);
      g_assert_cmpuint (found->span_chars, ==, CASES[i].span_chars);
      g_assert_cmpint (found->article, ==, CASES[i].article);
      g_assert_cmpuint (found->stem_length, ==, strlen (CASES[i].stem));
    }
}

static void
test_nothing_stripped (void)
{
  static const char *const WORDS[] = {
    "وزير",  "وزارة", "ولاية",  "وكالة", "وثيقة",  "وفد",   "وحدة",  "وطني",  "واشنطن",
    "وهران", "فرنسا", "فلسطين", "فيينا", "بغداد",  "بيروت", "باريس", "برلين", "لندن",
    "ليبيا", "لبنان", "كندا",   "كوريا", "كييف",   "كابول", "كركوك", "فيصل",  "فؤاد",
    "بشار",  "بشير",  "كامل",   "كمال",  "لافروف", "ولد",   "سفير",  "سياسة", "وزراء",
  };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      BayanCliticSplit splits[BAYAN_CLITICS_MAX];

      g_assert_cmpuint (split (WORDS[i], splits), ==, 1);
      g_assert_cmpuint (splits[0].prefix_chars, ==, 0);
      g_assert_false (splits[0].article);
    }
}

static void
test_function_words (void)
{
  static const struct {
    const char *word, *stem;
    guint prefix_chars;
  } CASES[] = {
    { "وقد", "قد", 1 },     { "ولم", "لم", 1 },    { "فإن", "ان", 1 },    { "بما", "بما", 0 },
    { "لهذا", "هذا", 1 },   { "منها", "منها", 0 }, { "عليه", "عليه", 0 }, { "وفي", "في", 1 },
    { "ومنها", "منها", 1 }, { "وبذلك", "ذلك", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *key = bayan_fold (CASES[i].word, -1, BAYAN_FOLD_MATCH);
      BayanCliticSplit splits[BAYAN_CLITICS_MAX];

      g_assert_true (bayan_clitics_is_function_word (key, strlen (key)));
      g_assert_cmpuint (bayan_clitics_split_guarded (key, strlen (key), NULL, NULL, splits), ==, 1);
      g_assert_true (splits[0].function_word);
      g_assert_cmpstr (splits[0].stem, ==, CASES[i].stem);
      g_assert_cmpuint (splits[0].prefix_chars, ==, CASES[i].prefix_chars);
    }
  g_assert_false (bayan_clitics_is_function_word ("وزير", strlen ("وزير")));
  g_assert_false (bayan_clitics_is_function_word ("داعش", strlen ("داعش")));
}

static gboolean
knows (const char *stem, gsize length_bytes, gpointer data)
{
  const char *const *known = data;

  g_assert_cmpuint (strlen (stem), ==, length_bytes);
  return g_strv_contains (known, stem);
}

static void
test_guarded (void)
{
  static const char *const KNOWN[] = { "اعلن", "بانكوك", "انكوك", "سند", "سندس", NULL };
  static const struct {
    const char *word, *best;
    guint n;
  } CASES[] = {
    { "واعلن", "اعلن", 1 },       /* known without its و */
    { "وافرنجي", "وافرنجي", 1 },  /* nothing known: whole */
    { "بانكوك", "بانكوك", 1 },    /* a place: whole only */
    { "والتحالف", "التحالف", 1 }, /* ال decides */
    { "وسند", "سند", 1 },         { "للتحالف", "التحالف", 1 },   { "لمصر", "مصر", 1 },
    { "بكربلاء", "كربلاء", 1 },   { "بريطانيا", "بريطانيا", 1 }, { "الوزير", "الوزير", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *key = bayan_fold (CASES[i].word, -1, BAYAN_FOLD_MATCH);
      BayanCliticSplit splits[BAYAN_CLITICS_MAX];
      guint n = bayan_clitics_split_guarded (key, strlen (key), knows, (gpointer) KNOWN, splits);

      g_assert_cmpuint (n, ==, CASES[i].n);
      g_assert_cmpstr (splits[0].stem, ==, CASES[i].best);
    }
}

/* Two readings that are both words are both kept. */
static void
test_both_alive (void)
{
  static const char *const KNOWN[] = { "بسام", "سام", NULL };
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  const char *key = "بسام";

  g_assert_cmpuint (bayan_clitics_split_guarded (key, strlen (key), knows, (gpointer) KNOWN, splits), ==, 2);
  g_assert_cmpstr (splits[0].stem, ==, "بسام");
  g_assert_cmpstr (splits[1].stem, ==, "سام");
}

static void
test_lone (void)
{
  g_assert_cmphex (bayan_clitics_get_lone_proclitics ("ل", 2), ==, BAYAN_PROCLITIC_LAM);
  g_assert_cmphex (bayan_clitics_get_lone_proclitics ("وب", 4), ==, BAYAN_PROCLITIC_WA | BAYAN_PROCLITIC_BA);
  g_assert_cmphex (bayan_clitics_get_lone_proclitics ("و", 2), ==, BAYAN_PROCLITIC_WA);
  g_assert_cmphex (bayan_clitics_get_lone_proclitics ("لم", 4), ==, 0);
  g_assert_cmphex (bayan_clitics_get_lone_proclitics ("", 0), ==, 0);
}

/* The span of a mention, as GUIDELINES §1 has it. */
static void
test_spans (void)
{
  static const struct {
    const char *text, *stem, *span;
  } CASES[] = {
    { "بـمراكش", "مراكش", "مراكش" },       { "وَالعراقُ", "العراق", "العراقُ" },
    { "للتحالف", "التحالف", "للتحالف" },   { "وللتحالف", "التحالف", "للتحالف" },
    { "لـليبيا", "ليبيا", "ليبيا" },       { "ﻭﺍﻟﻌﺮﺍﻕ", "العراق", "ﺍﻟﻌﺮﺍﻕ" },
    { "كـالقاعدة", "القاعدة", "القاعدة" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (BayanWords) words = bayan_words_new (CASES[i].text, -1);
      BayanCliticSplit splits[BAYAN_CLITICS_MAX];
      guint n = bayan_clitics_split (bayan_words_get_key (words, 0), words->words[0].key_length, splits);
      const BayanCliticSplit *found = find (splits, n, CASES[i].stem);

      g_assert_nonnull (found);
      g_assert_cmpstr (CASES[i].text + bayan_words_get_position_in (words, 0, found->span_chars).byte, ==,
                       CASES[i].span);
    }
}

static void
test_suffixes (void)
{
  static const struct {
    const char *word, *stem;
    guint suffix_chars;
  } CASES[] = {
    { "وزارتهم", "وزارة", 2 },    { "خارجيتها", "خارجية", 2 }, { "رئيسه", "رئيس", 1 },
    { "رؤسائهم", "رؤساء", 2 },    { "رؤساؤه", "رؤساء", 1 },    { "مستواه", "مستوى", 1 },
    { "مسؤوليها", "مسؤولين", 2 }, { "وزيرنا", "وزير", 2 },     { "حكومتهما", "حكومة", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      BayanSuffixSplit splits[BAYAN_SUFFIXES_MAX];
      guint n = bayan_clitics_split_suffix (CASES[i].word, strlen (CASES[i].word), splits);
      gboolean found = FALSE;

      for (guint j = 0; j < n; j++)
        found = found
                || (strcmp (splits[j].stem, CASES[i].stem) == 0
                    && splits[j].suffix_chars == CASES[i].suffix_chars);
      g_assert_true (found);
    }
  {
    BayanSuffixSplit splits[BAYAN_SUFFIXES_MAX];
    g_assert_cmpuint (bayan_clitics_split_suffix ("داعش", strlen ("داعش"), splits), ==, 0);
  }
}

static char *
stem_of (const char *word)
{
  g_autofree char *key = bayan_fold (word, -1, BAYAN_FOLD_MATCH);
  char stem[BAYAN_STEM_BYTES];

  if (bayan_search_stem (key, strlen (key), stem) == 0)
    return bayan_fold (word, -1, BAYAN_FOLD_SEARCH);
  return g_strdup (stem);
}

/* Words that must be found by one another, and the ones that the stemmers everyone uses spoil. */
static void
test_search_stem (void)
{
  static const struct {
    const char *word, *stem;
  } CASES[] = {
    { "وزير", "وزير" },       { "الوزير", "وزير" },      { "ووزير", "وزير" },      { "وزارة", "وزاره" },
    { "ولاية", "ولايه" },     { "بغداد", "بغداد" },      { "ببغداد", "بغداد" },    { "وببغداد", "بغداد" },
    { "بيروت", "بيروت" },     { "لبنان", "لبنان" },      { "للبنان", "لبنان" },    { "فرنسا", "فرنسا" },
    { "ألمانيا", "المانيا" }, { "وألمانيا", "المانيا" }, { "عمان", "عمان" },       { "التحالف", "تحالف" },
    { "والتحالف", "تحالف" },  { "للتحالف", "تحالف" },    { "بالتحالف", "تحالف" },  { "تحالف", "تحالف" },
    { "اللجنة", "لجنه" },     { "للجنة", "لجنه" },       { "وأعلن", "اعلن" },      { "إيران", "ايران" },
    { "الله", "الله" },       { "التزام", "التزام" },    { "الالتزام", "التزام" }, { "وقد", "وقد" },
    { "Rome", "rome" },       { "2014", "2014" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *stem = stem_of (CASES[i].word);
      g_assert_cmpstr (stem, ==, CASES[i].stem);
    }
}

/* Every reading puts the word together again: proclitics and stem, but for what لل took in. */
static void
test_random_words (void)
{
  static const char *const LETTERS[] = { "و", "ف", "ب", "ل", "ك", "س", "ا", "ل", "م", "ة", "ي", "ن" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (68262);

  for (guint round = 0; round < 50000; round++)
    {
      g_autoptr (GString) key = g_string_new (NULL);
      BayanCliticSplit splits[BAYAN_CLITICS_MAX];
      guint n, n_letters = (guint) g_rand_int_range (rand, 1, 40);

      while (n_letters-- > 0)
        g_string_append (key, LETTERS[g_rand_int_range (rand, 0, G_N_ELEMENTS (LETTERS))]);
      n = bayan_clitics_split (key->str, key->len, splits);
      g_assert_cmpuint (n, <=, BAYAN_CLITICS_MAX);
      g_assert_true ((n > 0) == (key->len <= BAYAN_STEM_BYTES - 6));
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (splits[i].span_chars, <=, splits[i].prefix_chars);
          if (!splits[i].rewritten)
            g_assert_cmpstr (splits[i].stem, ==, key->str + 2 * splits[i].prefix_chars);
        }
    }
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 20000; round++)
    {
      gsize length = (gsize) g_rand_int_range (rand, 0, 90);
      g_autofree char *bytes = random_bytes (rand, length, TRUE);
      BayanCliticSplit splits[BAYAN_CLITICS_MAX];
      BayanSuffixSplit suffixes[BAYAN_SUFFIXES_MAX];
      char stem[BAYAN_STEM_BYTES];

      g_assert_cmpuint (bayan_clitics_split_guarded (bytes, length, NULL, NULL, splits), <=,
                        BAYAN_CLITICS_MAX);
      g_assert_cmpuint (bayan_clitics_split_suffix (bytes, length, suffixes), <=, BAYAN_SUFFIXES_MAX);
      g_assert_cmpuint (bayan_search_stem (bytes, length, stem), <, BAYAN_STEM_BYTES);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arabic/clitics/readings", test_readings);
  g_test_add_func ("/arabic/clitics/nothing-stripped", test_nothing_stripped);
  g_test_add_func ("/arabic/clitics/function-words", test_function_words);
  g_test_add_func ("/arabic/clitics/guarded", test_guarded);
  g_test_add_func ("/arabic/clitics/both-alive", test_both_alive);
  g_test_add_func ("/arabic/clitics/lone", test_lone);
  g_test_add_func ("/arabic/clitics/spans", test_spans);
  g_test_add_func ("/arabic/clitics/suffixes", test_suffixes);
  g_test_add_func ("/arabic/clitics/search-stem", test_search_stem);
  g_test_add_func ("/arabic/clitics/random-words", test_random_words);
  g_test_add_func ("/arabic/clitics/random-bytes", test_random_bytes);
  return g_test_run ();
}
