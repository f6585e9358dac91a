/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking regions back and leaving them out again. */
#include <string.h>

#include "support-ingest.h"

static const char *const SOURCES[] = {
  "[ad_1]\n28 يونيو 2021 – 18 ذو القعدة 1442\nعقب اجتماع استمر يوما\nوزراء الجوار يبحثون أمن الحدود\n"
  "اجتمع الوزراء في نواكشوط وبحثوا أمن الحدود. [ad_2] وأكدوا التزامهم.\n\n\nشاهد أيضا: قمة الساحل\n\n"
  "واتفقوا على لقاء آخر في الربيع المقبل.\n\nوزراء الجوار يبحثون أمن الحدود\nوزراء الجوار يبحثون أمن "
  "الحدود\n\n"
  "مقالات ذات صلة\n\nزر الذهاب إلى الأعلى\nSource link",
  "أخبار العالمسلايد\r\n\r\nالوزراء يبحثون أمن الحدود المشتركة\r\n\r\nاجتمع الوزراء في العاصمة. يستخدم "
  "موقعنا ملفات "
  "تعريف الارتباط لتحسين تجربتك. قبول\r\nقراءة المزيد\r\n",
  "<html><body><nav><a href=/>الرئيسية</a><ul><li>سياسة<li>رياضة</ul></nav><article><h1>الوزراء يبحثون "
  "أمن الحدود</h1>"
  "<p>اجتمع الوزراء في العاصمة وبحثوا أمن الحدود المشتركة بين بلدانهم وسبل التعاون في ما بينها، واتفقوا "
  "على اللقاء مرة "
  "أخرى في نهاية العام.</p><aside>نشرة <b>بريدية</b></aside><p>اقرأ أيضا: قمة "
  "&laquo;الساحل&raquo;</p><p>وأكدوا التزامهم.</p>"
  "</article><footer>جميع الحقوق محفوظة</footer></body></html>",
};

static BayanStatement *
restore (const BayanStatement *statement, guint mask)
{
  g_autofree gboolean *restored = g_new0 (gboolean, statement->removed->len + 1);
  g_autoptr (GError) error = NULL;
  BayanStatement *made;

  for (guint i = 0; i < statement->removed->len; i++)
    restored[i] = (mask >> i & 1) != 0;
  made = bayan_ingest_restore (statement, restored, &error);
  g_assert_no_error (error);
  assert_consistent (made);
  return made;
}

static void
assert_same (const BayanStatement *a, const BayanStatement *b)
{
  g_autoptr (GBytes) first = bayan_offset_map_to_bytes (a->map);
  g_autoptr (GBytes) second = bayan_offset_map_to_bytes (b->map);

  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_true (bayan_clean_span_equal (a->title_span, b->title_span));
  g_assert_true (bayan_clean_span_equal (a->date_span, b->date_span));
  g_assert_true (bayan_clean_span_equal (a->hijri_span, b->hijri_span));
  g_assert_cmpuint (a->removed->len, ==, b->removed->len);
  for (guint i = 0; i < a->removed->len; i++)
    {
      const BayanRemovedRegion *x = g_ptr_array_index (a->removed, i), *y = g_ptr_array_index (b->removed, i);

      g_assert_cmpuint (x->at.byte, ==, y->at.byte);
      g_assert_cmpuint (x->raw.start.byte, ==, y->raw.start.byte);
      g_assert_cmpuint (x->raw.end.byte, ==, y->raw.end.byte);
      g_assert_cmpstr (x->text, ==, y->text);
      g_assert_cmpstr (x->rule, ==, y->rule);
      g_assert_cmpint (x->restored, ==, y->restored);
    }
}

/* Whatever is taken back: its text stands where the region says, title and date are still found, and leaving
 * all of it out again gives what there was. */
static void
check_mask (const BayanStatement *statement, guint mask)
{
  g_autoptr (BayanStatement) with = restore (statement, mask);
  g_autoptr (BayanStatement) undone = restore (with, 0);
  gsize length = statement->text_length_bytes;

  for (guint i = 0; i < with->removed->len; i++)
    {
      const BayanRemovedRegion *region = g_ptr_array_index (with->removed, i);

      g_assert_cmpint (region->restored, ==, (mask >> i & 1) != 0);
      length += region->restored ? strlen (region->text) : 0;
    }
  g_assert_cmpuint (with->text_length_bytes, >=, length);
  g_assert_true (g_str_has_prefix (with->text + with->title_span.start.byte, statement->title));
  assert_same (undone, statement);
}

static void
test_every_choice (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (SOURCES); s++)
    {
      g_autoptr (BayanStatement) statement = ingest_text (SOURCES[s]);

      g_assert_cmpuint (statement->removed->len, >=, 2);
      for (guint mask = 0; mask < 1u << statement->removed->len; mask++)
        check_mask (statement, mask);
    }
}

/* All taken back: everything that is to be read in the source is in the text. */
static void
test_all (void)
{
  for (guint s = 0; s < 2; s++)
    {
      g_autoptr (BayanStatement) statement = ingest_text (SOURCES[s]);
      g_autoptr (BayanStatement) all = restore (statement, G_MAXUINT);
      g_autofree char *wanted = without_space (SOURCES[s]), *got = without_space (all->text);

      g_assert_cmpstr (got, ==, wanted);
    }
}

/* The regions are those of the statement, also if the rules would make others now. */
static void
test_without_rules (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (SOURCES[0]);
  g_autoptr (BayanStatement) again = NULL;

  g_ptr_array_set_size (statement->removed, 1);
  again = restore (statement, 0);
  g_assert_cmpuint (again->removed->len, ==, 1);
  g_assert_nonnull (strstr (again->text, "Source link"));
  g_assert_null (strstr (again->text, "[ad_1]"));
}

static void
test_dates_move (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (SOURCES[0]);
  g_autoptr (BayanStatement) with = restore (statement, 1);

  g_assert_cmpuint (with->date_span.start.byte, ==, statement->date_span.start.byte + strlen ("[ad_1]\n"));
  g_assert_true (g_str_has_prefix (with->text + with->date_span.start.byte, "28 يونيو 2021"));
  g_assert_true (g_str_has_prefix (with->text + with->hijri_span.start.byte, "18 ذو القعدة 1442"));
}

static BayanStatement *
leave_out (const BayanStatement *statement, guint mask, const char *from, const char *to)
{
  g_autofree gboolean *restored = g_new0 (gboolean, statement->removed->len + 1);
  g_autoptr (GError) error = NULL;
  const char *start = strstr (statement->text, from), *end = strstr (statement->text, to) + strlen (to);
  BayanRawSpan raw = bayan_offset_map_to_raw (
      statement->map,
      bayan_clean_span ((guint32) (start - statement->text), (guint32) (end - statement->text)));
  BayanStatement *made;

  for (guint i = 0; i < statement->removed->len; i++)
    restored[i] = (mask >> i & 1) != 0;
  made = bayan_ingest_reshape (statement, restored, &raw, &error);
  g_assert_no_error (error);
  assert_consistent (made);
  return made;
}

/* What is left out by hand can be taken back like anything else. */
static void
test_by_hand (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (SOURCES[0]);
  g_autoptr (BayanStatement) without = leave_out (statement, 0, "واتفقوا", "المقبل.");
  const BayanRemovedRegion *region = find_region (without, "واتفقوا على لقاء");
  g_autoptr (BayanStatement) with = NULL;
  guint index;

  g_assert_cmpstr (region->kind, ==, "by-hand");
  g_assert_cmpstr (region->rule, ==, "analyst");
  g_assert_cmpint (region->id, ==, 0);
  g_assert_null (strstr (without->text, "واتفقوا"));
  g_assert_cmpuint (without->removed->len, ==, statement->removed->len + 1);
  g_assert_true (g_ptr_array_find (without->removed, region, &index));
  with = restore (without, 1u << index);
  g_assert_cmpstr (with->text, ==, statement->text);
}

/* Between regions that are there already: a span from the first letter to the last takes what they leave. */
static void
test_by_hand_around_regions (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (SOURCES[0]);
  g_autoptr (BayanStatement) without = leave_out (statement, 2, "اجتمع الوزراء", "واتفقوا");

  g_assert_cmpuint (without->removed->len, ==, statement->removed->len + 3);
  g_assert_null (strstr (without->text, "[ad_2]"));
  g_assert_null (strstr (without->text, "وأكدوا"));
  g_assert_nonnull (strstr (without->text, "على لقاء آخر"));
  g_assert_false (find_region (without, "[ad_2]")->restored);
  g_assert_true (g_str_has_prefix (without->text + without->title_span.start.byte, statement->title));
}

/* A region of which a part is left out once it was taken back is that part from then on. */
static void
test_by_hand_in_region (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (SOURCES[0]);
  g_autoptr (BayanStatement) all = restore (statement, G_MAXUINT);
  g_autoptr (BayanStatement) without = leave_out (all, G_MAXUINT, "شاهد أيضا", "شاهد أيضا");

  g_assert_cmpuint (without->removed->len, ==, statement->removed->len);
  g_assert_nonnull (strstr (without->text, ": قمة الساحل"));
  g_assert_cmpstr (find_region (without, "شاهد")->kind, ==, "by-hand");
  g_assert_cmpstr (find_region (without, "شاهد")->text, ==, "شاهد أيضا");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/restore/every-choice", test_every_choice);
  g_test_add_func ("/ingest/restore/all", test_all);
  g_test_add_func ("/ingest/restore/without-rules", test_without_rules);
  g_test_add_func ("/ingest/restore/dates-move", test_dates_move);
  g_test_add_func ("/ingest/restore/by-hand", test_by_hand);
  g_test_add_func ("/ingest/restore/by-hand-around-regions", test_by_hand_around_regions);
  g_test_add_func ("/ingest/restore/by-hand-in-region", test_by_hand_in_region);
  return g_test_run ();
}
