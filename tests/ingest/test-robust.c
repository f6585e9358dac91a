/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the bytes are: a statement that holds together, or a refusal. BAYAN_FUZZ_ROUNDS sets how many are
 * tried. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support-ingest.h"

#define ROUNDS 3000

static const char *const SEEDS[] = {
  "<html><title>الوزراء يبحثون أمن الحدود</title><body><div class=menu><a href=/>الرئيسية</a></div><div><div "
  "class=date>28 يونيو 2021</div><h2>الوزراء يبحثون أمن الحدود</h2><div><p>اجتمع وزيرالخارجية في بغداد وبحث "
  "أمن "
  "الحدود المشتركة بين البلدين.وأضاف أن العراقوسوريا اتفقا على اللقاء في عام 2014وكذلك من42 "
  "بعده.</p><table><tr><td><a>اشترك "
  "الآن</a><td>نص</table><p>وأكد الوزراء في ختام اجتماعهم أنهم سيواصلون العمل "
  "معا.</p></div></div></body></html>",
  "-----Original Message-----\nFrom: a\nTo: b\nSubject: c\n\nبيان مشترك للوزراء\n\nأكد الوزراء فيالعراق "
  "التزامهم "
  "بأمن الحدود المشتركة.\n\nOn Monday a wrote:\n> نعم\n> لا\n\n--\nأحمد\n",
  "[ad_1]\n28 يونيو 2021 – 18 ذو القعدة 1442\n07:23 PM\nوزراء الجوار يبحثون أمن الحدود\nاجتمع الوزراء "
  "في نواكشوط. [ad_2]\n"
  "شاهد أيضا: قمة الساحل\n\nيستخدم موقعنا ملفات تعريف الارتباط. قبول\nمقالات ذات صلة\nSource link\n",
  "أخبار العالمسلايد\r\n\r\nبَيَانٌ مُشْتَرَكٌ\r\n\xEF\xBB\xBF\r\nنصّ ﻻ يقرأ 🇮🇶 ٢٠١٤/٩/١٠ "
  "(10.9.2014)\r\n#وسم #آخر\r\n",
  "<!DOCTYPE html><html><head><meta charset=windows-1256><title>t &amp; u</title><meta "
  "property='og:title' content=\"x\"></head>"
  "<body><nav><a href='/'>الرئيسية</a></nav><main><h1>عنوان</h1><p hidden>م<p>نص &#1608; "
  "&laquo;x&raquo;<br><table><tr><td>1<td>2"
  "</table><pre> a\n b</pre><!-- c --><script>var "
  "a='<p>';</script><style>p{}</style></main><footer>©</footer></body></html>",
  /* UTF-16, its line end U+2028: with one of U+000A the seed would end at its NUL. */
  "\xFF\xFE\x28\x06\x4A\x06\x27\x06\x46\x06\x28\x20\x45\x06\x34\x06\x2A\x06\x31\x06\x43\x06",
  "\xC8\xED\xC7\xE4 "
  "\xE3\xD4\xCA\xD1\xDF\r\n\xC7\xE1\xE6\xD2\xD1\xC7\xC1",
};

static const char *const TOKENS[] = { "<",
                                      ">",
                                      "</",
                                      "<p>",
                                      "</p>",
                                      "<nav>",
                                      "<script>",
                                      "<!--",
                                      "-->",
                                      "&",
                                      "&#",
                                      "&lt;",
                                      "\"",
                                      "'",
                                      "=",
                                      "\n",
                                      "\r",
                                      "\r\n",
                                      "\0",
                                      "[ad_1]",
                                      "َّ",
                                      "أ",
                                      "ا\xD9\x94",
                                      "\xFF",
                                      "\xC3",
                                      "\xED\xA0\x80",
                                      "ملفات تعريف الارتباط",
                                      "مقالات ذات صلة\n",
                                      "Source link",
                                      "1442",
                                      "يونيو",
                                      "<h1>",
                                      "<article>" };

static void
mutate (GByteArray *bytes)
{
  guint at = bytes->len > 0 ? (guint) g_test_rand_int_range (0, (gint32) bytes->len) : 0;
  const char *token = TOKENS[g_test_rand_int_range (0, G_N_ELEMENTS (TOKENS))];
  guint8 tail[512];
  guint some = (guint) g_test_rand_int_range (1, 40);
  guint tail_length = MIN (bytes->len - at, sizeof tail);

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      if (bytes->len > 0)
        bytes->data[at] = (guint8) g_test_rand_int ();
      break;
    case 1:
      if (bytes->len > 0)
        g_byte_array_remove_range (bytes, at, MIN (bytes->len - at, some));
      break;
    case 2:
      g_byte_array_set_size (bytes, at);
      break;
    case 3:
      memcpy (tail, bytes->data + at, tail_length);
      g_byte_array_append (bytes, tail, tail_length);
      break;
    default:
      memcpy (tail, bytes->data + at, tail_length);
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, (const guint8 *) token, (guint) MAX (strlen (token), 1));
      g_byte_array_append (bytes, tail, tail_length);
    }
}

static void
check_restored (const BayanStatement *statement)
{
  g_autofree gboolean *all = g_new0 (gboolean, statement->removed->len + 1);
  g_autofree gboolean *none = g_new0 (gboolean, statement->removed->len + 1);
  g_autoptr (BayanStatement) with = NULL;
  g_autoptr (BayanStatement) without = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < statement->removed->len; i++)
    all[i] = TRUE;
  with = bayan_ingest_restore (statement, all, &error);
  g_assert_no_error (error);
  assert_consistent (with);
  without = bayan_ingest_restore (with, none, &error);
  g_assert_no_error (error);
  assert_consistent (without);
  g_assert_cmpstr (without->text, ==, statement->text);
}

static void
check_bytes (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanStatement) statement = bayan_ingest_bytes (raw, "fuzz", NULL, NULL, &error);

  g_assert_true ((statement == NULL) == (error != NULL));
  if (statement == NULL)
    {
      g_assert_cmpuint (error->domain, ==, BAYAN_INGEST_ERROR);
      return;
    }
  assert_consistent (statement);
  check_restored (statement);
}

static void
test_mutated (void)
{
  const char *wanted = g_getenv ("BAYAN_FUZZ_ROUNDS");
  guint rounds = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : ROUNDS;

  for (guint i = 0; i < rounds; i++)
    {
      const char *seed = SEEDS[g_test_rand_int_range (0, G_N_ELEMENTS (SEEDS))];
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      guint times = (guint) g_test_rand_int_range (1, 8);

      g_byte_array_append (bytes, (const guint8 *) seed, (guint) strlen (seed));
      for (guint m = 0; m < times; m++)
        mutate (bytes);
      check_bytes (bytes->data, bytes->len);
    }
}

static void
test_noise (void)
{
  for (guint i = 0; i < 500; i++)
    {
      guint8 noise[300];
      gsize size = (gsize) g_test_rand_int_range (0, sizeof noise);
      guint8 low = (guint8) g_test_rand_int_range (0, 200);

      for (gsize b = 0; b < size; b++)
        noise[b] = (guint8) g_test_rand_int_range (low, 256);
      check_bytes (noise, size);
    }
}

/* Seconds of processor time to ingest @unit over and over, up to @size bytes. */
static double
time_of (const char *head, const char *unit, gsize size)
{
  GString *text = g_string_new (head);
  g_autoptr (GBytes) raw = NULL;
  g_autoptr (BayanStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  clock_t before;

  while (text->len < size)
    g_string_append (text, unit);
  raw = g_string_free_to_bytes (text);
  before = clock ();
  statement = bayan_ingest_bytes (raw, "", NULL, NULL, &error);
  g_assert_no_error (error);
  return (double) (clock () - before) / CLOCKS_PER_SEC;
}

/* Eight times the text takes about eight times as long, and sixty-four times where something is quadratic: twenty-four at
 * the most. What the caches lose to another program counts as processor time too, so a machine may be asked again. */
static gboolean
is_linear (const char *head, const char *unit)
{
  const gsize small = 96 * 1024;

  for (guint attempt = 0; attempt < 4; attempt++)
    {
      double once = time_of (head, unit, small), eight = time_of (head, unit, 8 * small);

      g_test_message ("%s: %.1f ms, %.1f ms", unit, once * 1000, eight * 1000);
      if (eight < 24 * MAX (once, 0.005))
        return TRUE;
    }
  return FALSE;
}

static void
test_linear (void)
{
  static const struct {
    const char *head, *unit;
  } SHAPES[] = {
    { "", "وأكد الوزراء في ختام اجتماعهم التزامهم بدعم الاستقرار. " },
    { "", "وأكد الوزراء في ختام اجتماعهم.\n" },
    { "", "ا\n" },
    { "", "x" },
    { "ن", "\n\n \n" },
    { "ب", "َ" },
    { "", "\xE2\x80\xAE\xE2\x80\x8F"
          "ن" },
    { "", "[ad_1] ن [" },
    { "", "مقالات ذات صلة\nعنوان قصير هنا\n" },
    { "", "يستخدم موقعنا ملفات تعريف الارتباط. قبول " },
    { "", "يستخدم موقعنا ملفات تعريف الارتباط. قبول\n" },
    { "عنوان البيان المشترك\n\n", "عنوان البيان المشترك\n" },
    { "", "شاركفيسبوك\n" },
    { "<html><p>", "نص <b>" },
    { "<html><p>نص", "<div class='nav'>ن</div>" },
    { "<html><p>نص", "<!-- " },
    { "<html><p>نص", "<a href=\"x" },
    { "<html><p>نص", "&#x627;&amp" },
    { "<html><p>نص", "<script></script " },
    { "<html><p>نص", "<h1>ن" },
    { "هل وصلكم البيان؟\n", "> نعم\n" },
    { "", "كتب:\n> نعم\n\n" },
    { "", "هذه الرسالة سرية\n" },
    { "", "forwarded message\nfrom: x\n" },
    { "<html><p>نص", "<div>" },
    { "<html><p>نص", "<div>ن" },
    { "<html><p>نص", "<div class=date>ن" },
    { "<html><table>", "<td><a href=x>ن" },
    { "<html><title>ن</title>", "<div><div><div>اشترك الآن في نشرتنا</div></div> ن</div>" },
    { "<html><title>ن</title>", "<p>أكد الوزراء في ختام اجتماعهم أنهم اتفقوا على لقاء آخر.<p><a>شاهد</a>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (SHAPES); i++)
    if (!is_linear (SHAPES[i].head, SHAPES[i].unit))
      g_error ("%s takes more than its share", SHAPES[i].unit);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/robust/mutated", test_mutated);
  g_test_add_func ("/ingest/robust/noise", test_noise);
  g_test_add_func ("/ingest/robust/linear", test_linear);
  return g_test_run ();
}
