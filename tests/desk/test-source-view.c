/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-ingest.h"
#include "bayan-source-view.h"

#define WIRE                                                                                                 \
  "بيان روما\n\nاجتمع الوزراء في روما لبحث الوضع في العراق.\n\n"  \
  "اقرأ أيضا: وزير الخارجية يبحث مع نظيره دعم العراق\n\n"            \
  "وشكر الوزراء العراق على استضافة الاجتماع.\n"
#define TEASER "اقرأ أيضا"

#define PAGE                                                                                                                                                       \
  "<html><head><title>بيان</title></head><body><nav><a href='/'>الرئيسية</a> <a href='/n'>الأخبار</a></nav>"                                    \
  "<article><h1>بيان روما</h1><p>اجتمع الوزراء &amp; المبعوثون في روما لبحث الوضع في العراق وسوريا.</p>" \
  "<p>وشكر الوزراء العراق على استضافة الاجتماع.</p></article><footer>حقوق النشر "                                      \
  "محفوظة</footer></body></html>"

static BayanStatement *
ingest (const char *text)
{
  g_autoptr (GBytes) raw = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BayanStatement *statement = bayan_ingest_bytes (raw, "x", NULL, NULL, &error);

  g_assert_no_error (error);
  return statement;
}

static BayanSourceView *
view_source (const char *text)
{
  g_autoptr (BayanStatement) statement = ingest (text);
  g_autoptr (GError) error = NULL;
  BayanSourceView *view = bayan_source_view_new (statement, &error);

  g_assert_no_error (error);
  return view;
}

/* The segments make up the text; those that stand are the clean text, white space at the seams apart. */
static void
check_segments (const BayanSourceView *view)
{
  gsize length;
  const char *text = bayan_source_view_get_text (view, &length);
  const BayanStatement *statement = bayan_source_view_get_statement (view);
  guint32 at = 0;

  for (guint i = 0; i < bayan_source_view_get_n_segments (view); i++)
    {
      const BayanSourceSegment *segment = bayan_source_view_get_segment (view, i);
      g_autofree char *words = g_strndup (text + segment->start.byte,
                                          segment->end.byte - segment->start.byte);

      g_assert_cmpuint (segment->start.byte, ==, at);
      g_assert_true (g_utf8_validate (words, -1, NULL));
      g_assert_cmpint (segment->state == BAYAN_SOURCE_KEPT, ==, segment->region < 0);
      g_strstrip (words);
      g_assert_cmpint (strstr (statement->text, words) != NULL, ==,
                       segment->state == BAYAN_SOURCE_KEPT || segment->state == BAYAN_SOURCE_RESTORED);
      at = segment->end.byte;
    }
  g_assert_cmpuint (at, ==, length);
}

/* Every letter of the clean text is found in the source, and back. */
static void
check_positions (const BayanSourceView *view)
{
  const BayanStatement *statement = bayan_source_view_get_statement (view);
  const char *text = bayan_source_view_get_text (view, NULL);

  for (const char *at = statement->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      BayanCleanPos clean = { (guint32) (at - statement->text) }, back;
      BayanSourcePos there;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        continue; /* a seam may be the work of cleaning */
      there = bayan_source_view_from_clean (view, clean);
      g_assert_cmpuint (g_utf8_get_char (text + there.byte), ==, g_utf8_get_char (at));
      g_assert_true (bayan_source_view_to_clean (view, there, &back));
      g_assert_cmpuint (back.byte, ==, clean.byte);
    }
}

static void
test_left_out (void)
{
  g_autoptr (BayanSourceView) view = view_source (WIRE);
  const char *text = bayan_source_view_get_text (view, NULL);
  const BayanSourceSegment *segment;
  BayanSourcePos teaser;
  BayanCleanPos clean;

  g_assert_nonnull (strstr (text, TEASER));
  teaser.byte = (guint32) (strstr (text, TEASER) - text);
  segment = bayan_source_view_find_segment (view, teaser);
  g_assert_cmpint (segment->state, ==, BAYAN_SOURCE_LEFT_OUT);
  g_assert_cmpuint (segment->start.byte, ==, teaser.byte);
  g_assert_false (bayan_source_view_to_clean (view, teaser, &clean));
  check_segments (view);
  check_positions (view);
}

static void
test_page (void)
{
  g_autoptr (BayanSourceView) view = view_source (PAGE);

  g_assert_nonnull (strstr (bayan_source_view_get_text (view, NULL), "الرئيسية"));
  g_assert_null (strstr (bayan_source_view_get_statement (view)->text, "الرئيسية"));
  check_segments (view);
  check_positions (view);
}

static void
test_restored (void)
{
  g_autoptr (BayanStatement) statement = ingest (WIRE);
  g_autofree gboolean *restored = g_new0 (gboolean, statement->removed->len);
  g_autoptr (BayanStatement) whole = NULL;
  g_autoptr (BayanSourceView) view = NULL;
  guint n_restored = 0;

  for (guint i = 0; i < statement->removed->len; i++)
    restored[i] = TRUE;
  whole = bayan_ingest_restore (statement, restored, NULL);
  view = bayan_source_view_new (whole, NULL);
  for (guint i = 0; i < bayan_source_view_get_n_segments (view); i++)
    n_restored += bayan_source_view_get_segment (view, i)->state == BAYAN_SOURCE_RESTORED;
  g_assert_cmpuint (n_restored, ==, statement->removed->len);
  check_segments (view);
  check_positions (view);
}

static void
test_nothing_left_out (void)
{
  g_autoptr (BayanSourceView) view = view_source ("اجتمع الوزراء في روما.");

  g_assert_cmpuint (bayan_source_view_get_n_segments (view), ==, 1);
  g_assert_null (bayan_source_view_find_segment (view, (BayanSourcePos) { 100000 }));
  check_segments (view);
  check_positions (view);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(BayanSourceView **) data = bayan_source_view_new_finish (result, NULL);
}

static void
test_in_a_thread (void)
{
  g_autoptr (BayanStatement) statement = ingest (WIRE);
  g_autoptr (BayanSourceView) view = NULL;

  bayan_source_view_new_async (statement, NULL, made_cb, &view);
  while (view == NULL)
    g_main_context_iteration (NULL, TRUE);
  check_segments (view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-view/left-out", test_left_out);
  g_test_add_func ("/source-view/page", test_page);
  g_test_add_func ("/source-view/restored", test_restored);
  g_test_add_func ("/source-view/nothing-left-out", test_nothing_left_out);
  g_test_add_func ("/source-view/in-a-thread", test_in_a_thread);
  return g_test_run ();
}
