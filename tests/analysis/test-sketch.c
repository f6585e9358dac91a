/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sketch keeps, that it is small and cheap, and that nothing read from a library can break it. */
#include <string.h>

#include "bayan-ingest.h"
#include "bayan-sketch-day.h"
#include "bayan-word-hashes.h"

#include "doubles-set.h"

static BayanRecogniser *recogniser;

static BayanSketch *
sketch_bytes (GBytes *raw)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanStatement) statement = bayan_ingest_bytes (raw, "test", NULL, NULL, &error);
  g_autoptr (BayanRecognition) recognition = NULL;

  g_assert_no_error (error);
  recognition = bayan_recogniser_recognise (recogniser, statement, NULL);
  return bayan_sketch_new (statement, recognition);
}

static BayanSketch *
sketch (const char *text)
{
  g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));

  return sketch_bytes (raw);
}

#define STATEMENT                                                                                                                                                                     \
  "بيان مشترك\n\nالرياض، 8 يونيو 2023\n\nأكد الوزراء، في اجتماعهم بالرياض، أن إعادة إعمار العراق أولوية، " \
  "وتعهدوا "                                                                                                                                                                   \
  "بتقديم 30 مليار دولار. وشكروا المملكة على الضيافة.\n"
#define RESPELT                                                                                                                                                                                \
  "بيان مشترك\n\nالرياض، ٨ يونيو ٢٠٢٣\n\nاكّد الوزراء، في اجتماعهم بالرياض، ان اعـادة اعمار العراق اولوية، " \
  "وتعهدوا "                                                                                                                                                                            \
  "بتقديم ٣٠ مليار دولار. وشكروا المملكة على الضيافة.\n"

/* The same words in another spelling or another character set are the same text. */
static void
test_same_text (void)
{
  g_autoptr (BayanSketch) plain = sketch (STATEMENT), respelt = sketch (RESPELT), other = NULL;
  gsize size;
  char *windows = g_convert (STATEMENT, -1, "WINDOWS-1256", "UTF-8", NULL, &size, NULL);
  g_autoptr (GBytes) raw = g_bytes_new_take (windows, size);
  g_autoptr (BayanSketch) recoded = sketch_bytes (raw);

  g_assert_cmphex (plain->text_hash, ==, respelt->text_hash);
  g_assert_cmphex (plain->text_hash, ==, recoded->text_hash);
  g_assert_cmpuint (plain->n_words, ==, recoded->n_words);
  other = sketch (STATEMENT "وانتهى.\n");
  g_assert_cmphex (plain->text_hash, !=, other->text_hash);
}

static void
test_days (void)
{
  guint16 day = bayan_sketch_day_new ((BayanDate) { 2023, 6, 8 }),
          next = bayan_sketch_day_new ((BayanDate) { 2023, 7, 1 });
  guint16 undated = bayan_sketch_day_new ((BayanDate) { 0, 12, 31 }),
          new_year = bayan_sketch_day_new ((BayanDate) { 2024, 1, 1 });
  g_autoptr (BayanSketch) made = sketch (STATEMENT);

  g_assert_cmpuint (bayan_sketch_day_get_distance (day, next), ==, 23);
  g_assert_cmpuint (bayan_sketch_day_get_distance (next, day), ==, 23);
  g_assert_cmpuint (bayan_sketch_day_get_distance (undated, new_year), <=, 3);
  g_assert_cmpuint (bayan_sketch_day_get_distance (day, 0), ==, BAYAN_SKETCH_DAY_UNKNOWN_DISTANCE);
  g_assert_cmpuint (bayan_sketch_day_new ((BayanDate) { 2023, 6, 0 }), ==, 0);
  g_assert_cmpuint (bayan_sketch_day_get_number (bayan_sketch_day_new ((BayanDate) { 2023, 2, 31 })), ==, 0);
  g_assert_cmpuint (made->published, ==, day);
}

static void
assert_same (const BayanSketch *a, const BayanSketch *b)
{
  g_autoptr (GBytes) x = bayan_sketch_to_bytes (a), y = bayan_sketch_to_bytes (b);

  g_assert_true (g_bytes_equal (x, y));
}

/* There and back; and whatever else a library may hold is refused. */
static void
test_bytes (void)
{
  g_autoptr (BayanSketch) made = sketch (STATEMENT);
  g_autoptr (GBytes) bytes = bayan_sketch_to_bytes (made);
  g_autoptr (BayanSketch) read = bayan_sketch_new_from_bytes (bytes);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  assert_same (made, read);
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_assert_null (bayan_sketch_new_from_bytes (cut));
    }
  for (gsize i = 0; i < size * 8; i++)
    {
      g_autofree guint8 *damaged = g_memdup2 (data, size);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (BayanSketch) maybe = NULL;

      damaged[i / 8] ^= (guint8) (1 << i % 8);
      flipped = g_bytes_new (damaged, size);
      maybe = bayan_sketch_new_from_bytes (flipped);
    }
}

/* No text at all, one word, no letters, very long words, very many. */
static void
test_odd_texts (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *one_word = g_strnfill (100000, 'b');
  const char *texts[] = {
    "كلمة", "…!؟", one_word, "\xd9\x80\xd9\x80 \xd9\x8f", "😀 😀", "中文 中文 中文", NULL
  };

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (many, "%s%x%s ", i % 2 ? "كلمة" : "و", i * 7919, i % 20 ? "" : ".");
  for (guint i = 0; texts[i] != NULL; i++)
    {
      BayanStatement *statement = bayan_statement_new ();
      g_autoptr (BayanRecognition) recognition = bayan_recognition_new ();
      g_autoptr (BayanSketch) made = NULL;

      statement->text = g_strdup (texts[i]);
      statement->text_length_bytes = strlen (texts[i]);
      made = bayan_sketch_new (statement, recognition);
      bayan_statement_unref (statement);
    }
  {
    g_autoptr (BayanSketch) made = sketch (many->str);
    g_autoptr (GBytes) bytes = bayan_sketch_to_bytes (made);
    g_assert_cmpuint (made->n_shingles, ==, BAYAN_SKETCH_MAX_SHINGLES);
    g_assert_cmpuint (g_bytes_get_size (bytes), <=, 400);
  }
}

static void
test_word_hashes (void)
{
  static const char *const SAME[][2] = {
    { "إعمار", "اعمار" },     { "والعراق", "العراق" },      { "بالرياض", "الرياض" },
    { "للتحالف", "التحالف" }, { "مُشترَك", "مشترك" },         { "مؤتمـــر", "مؤتمر" },
    { "٢٠٢٣", "2023" },       { "Ministers", "MINISTERS" }, { "هيئة", "هيئه" },
  };
  g_autoptr (GArray) words = bayan_word_hashes_new ("في بغداد. قال", strlen ("في بغداد. قال"));

  for (guint i = 0; i < G_N_ELEMENTS (SAME); i++)
    g_assert_cmphex (bayan_word_hashes_get_one (SAME[i][0]), ==, bayan_word_hashes_get_one (SAME[i][1]));
  g_assert_cmphex (bayan_word_hashes_get_one ("العراق"), !=, bayan_word_hashes_get_one ("العراء"));
  g_assert_cmphex (bayan_word_hashes_get_one ("خبر"), !=, bayan_word_hashes_get_one ("بر"));
  g_assert_cmpuint (bayan_word_hashes_get_one ("…"), ==, 0);
  g_assert_cmpuint (words->len, ==, 3);
  g_assert_cmpuint (g_array_index (words, BayanWordHash, 0).flags, ==,
                    BAYAN_WORD_HASH_AFTER_END | BAYAN_WORD_HASH_COMMON);
  g_assert_cmpuint (g_array_index (words, BayanWordHash, 1).flags, ==, 0);
  g_assert_cmpuint (g_array_index (words, BayanWordHash, 2).flags, ==, BAYAN_WORD_HASH_AFTER_END);
}

/* What it costs beside reading and recognising: a figure to look at, no gate on a busy machine. */
static void
test_cost (void)
{
  g_autoptr (GPtrArray) set = doubles_set_new ("held", recogniser);
  gint64 start = g_get_monotonic_time (), recognised, end;

  for (guint i = 0; i < set->len; i++)
    {
      const DoublesText *text = set->pdata[i];
      g_autoptr (GBytes) raw = g_bytes_new_static (text->text, strlen (text->text));
      g_autoptr (BayanStatement) statement = bayan_ingest_bytes (raw, "test", NULL, NULL, NULL);
      g_autoptr (BayanRecognition) recognition = bayan_recogniser_recognise (recogniser, statement, NULL);
    }
  recognised = g_get_monotonic_time ();
  for (guint i = 0; i < set->len; i++)
    {
      const DoublesText *text = set->pdata[i];
      g_autoptr (BayanSketch) made = bayan_sketch_new (text->statement, text->recognition);
      g_autoptr (GBytes) bytes = bayan_sketch_to_bytes (made);
    }
  end = g_get_monotonic_time ();
  g_test_message ("%u statements: read and recognised in %.1f us each, sketched in %.1f us each: %.1f %%",
                  set->len, (double) (recognised - start) / set->len, (double) (end - recognised) / set->len,
                  100.0 * (double) (end - recognised) / (double) (recognised - start));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/analysis/sketch/word-hashes", test_word_hashes);
  g_test_add_func ("/analysis/sketch/same-text", test_same_text);
  g_test_add_func ("/analysis/sketch/days", test_days);
  g_test_add_func ("/analysis/sketch/bytes", test_bytes);
  g_test_add_func ("/analysis/sketch/odd-texts", test_odd_texts);
  g_test_add_func ("/analysis/sketch/cost", test_cost);
  return g_test_run ();
}
