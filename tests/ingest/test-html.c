/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages: what is text, what is not, and where each letter stood. */
#include <string.h>

#include "support-ingest.h"

#define TITLE "وزراء خارجية دول الجوار يبحثون أمن الحدود"
#define LEAD                                                                                                                                                                           \
  "اجتمع وزراء خارجية دول الجوار في نواكشوط وبحثوا أمن الحدود المشتركة وسبل التعاون في مكافحة تهريب " \
  "السلاح، واتفقوا "                                                                                                                                                     \
  "على تبادل المعلومات بين الأجهزة المختصة."
#define SECOND                                                                                                                                                                            \
  "وأكد المجتمعون في ختام أعمالهم التزام بلدانهم بدعم جهود الاستقرار في المنطقة، وأشادوا بالدور الذي " \
  "تقوم به الدولة "                                                                                                                                                           \
  "المضيفة في تقريب وجهات النظر."

static void
test_paragraphs (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<!DOCTYPE html>\n<html><body>\n<h1>" TITLE "</h1>\n<p>أكد <b>الوزراء</b>\n  أن&nbsp;الحوار "
      "&quot;مستمر&quot; &#1608;&#x646;افع.</p><p>سطر<br>سطر<ul><li>بند</li><li>بند آخر</ul>"
      "<table><tr><td>دولة<td>وفد</tr><tr><td>قطر</td><td>3</td></tr></table></body></html>\n");

  g_assert_cmpint (statement->format, ==, BAYAN_FORMAT_HTML);
  g_assert_cmpstr (statement->title, ==, TITLE);
  g_assert_cmpstr (
      statement->text, ==,
      TITLE
      "\n\nأكد الوزراء أن\xC2\xA0الحوار \"مستمر\" ونافع.\n\nسطر\nسطر\n\nبند\nبند آخر\n\nدولة\tوفد\nقطر\t3");
}

/* Each word of the clean text is found at its place in the raw bytes. */
static void
test_offsets (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html><p>أكد <b>الوزراء</b> أن &laquo;الحوار&raquo; مستمر.</p><!-- p --><p>ثانيا</p></html>");
  static const char *const WORDS[] = { "أكد", "الوزراء", "الحوار", "مستمر", "ثانيا" };
  const char *raw = g_bytes_get_data (statement->raw, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      guint32 start = (guint32) (strstr (statement->text, WORDS[i]) - statement->text);
      BayanRawSpan span = bayan_offset_map_to_raw (
          statement->map, bayan_clean_span (start, start + (guint32) strlen (WORDS[i])));
      g_autofree char *found = g_strndup (raw + span.start.byte, span.end.byte - span.start.byte);

      g_assert_cmpstr (found, ==, WORDS[i]);
    }
}

static void
test_furniture (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html lang=ar><head><meta property=\"og:title\" content=\"" TITLE "\"><title>" TITLE
      " - أخبار الساحل</title><style>p { color: red }</style><script>var a = '<p>نص</p>';</script></head>"
      "<body><header><div class=logo>أخبار الساحل</div><nav><a href=/>الرئيسية</a> <a "
      "href=/s>سياسة</a></nav></header>"
      "<main><article><header><h1>" TITLE "</h1><time>28 يونيو 2021</time></header><p>" LEAD
      "</p><aside>نشرتنا البريدية</aside><div class=\"related-posts\"><a href=/1>قمة دول "
      "الساحل</a></div><p>" SECOND "</p><p hidden>نص مخفي</p><button>إرسال</button></article></main>"
      "<footer>جميع الحقوق محفوظة</footer></body></html>");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n28 يونيو 2021\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpstr (statement->title, ==, TITLE);
  g_assert_cmpint (statement->date.year, ==, 2021);
  g_assert_true (is_removed (statement, "الرئيسية سياسة"));
  g_assert_true (is_removed (statement, "نشرتنا البريدية"));
  g_assert_true (is_removed (statement, "قمة دول الساحل"));
  g_assert_true (is_removed (statement, "نص مخفي"));
  g_assert_true (is_removed (statement, "جميع الحقوق محفوظة"));
  g_assert_false (is_removed (statement, "color"));
  g_assert_false (is_removed (statement, "var a"));
}

/* A page builder's boxes around everything, and a form around the page: text is not lost. */
static void
test_text_in_odd_boxes (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html><body class=\"menu-open\"><form><div id=sidebar-layout><h1>" TITLE "</h1><p>" LEAD
      "</p><p>" SECOND "</p></div></form></body></html>");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpuint (statement->removed->len, ==, 0);
}

/* Classes that only say how a box looks; and a paragraph in a box with an unlucky name. */
static void
test_classes (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html><body><h1>" TITLE "</h1><div class=\"overflow-hidden\"><p>" LEAD
      "</p></div><div class=\"social-policy\"><p>" SECOND
      "</p></div><span class=\"sr-only\">للمكفوفين</span><div class=\"share-bar\">انشر</div></body></html>");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
  g_assert_true (is_removed (statement, "للمكفوفين"));
  g_assert_true (is_removed (statement, "انشر"));
}

/* The page marks the paragraphs as its text and leaves the headline, a date and a byline around them. */
static void
test_headline_beside_content (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html><head><title>" TITLE " - الوزارة</title></head><body><ul class=menu><li><a href=/>الرئيسية</a>"
      "<li><a href=/s>سياسة</a><li><a href=/m>الوزارة</a></ul><div>بيان صحفي</div><h2>" TITLE
      "</h2><div class=date>28 يونيو 2021</div><div itemprop=articleBody><p>" LEAD "</p><p>" SECOND
      "</p></div><figure><img src=1.jpg><figcaption>صورة جماعية للوزراء</figcaption></figure>"
      "<div class=field-credit>كتب سالم الحديدي</div><ul><li><a href=/1>قمة دول الساحل تبدأ "
      "غدا</a></ul></body>");

  g_assert_cmpstr (statement->text, ==, "بيان صحفي\n\n" TITLE "\n\n28 يونيو 2021\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpstr (statement->title, ==, TITLE);
}

/* A caption and a byline in the main part, below the element with the paragraphs. */
static void
test_foot (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html><body><main><h1>" TITLE "</h1><div><p>" LEAD "</p><p>" SECOND
      "</p></div><figure><img src=1.jpg><figcaption>صورة جماعية للوزراء</figcaption></figure>"
      "<div class=field-credit>كتب سالم الحديدي</div><ul><li><a href=/1>قمة دول الساحل تبدأ "
      "غدا</a></ul></main>"
      "</body></html>");

  g_assert_cmpstr (statement->text, ==,
                   TITLE "\n\n" LEAD "\n\n" SECOND "\n\nصورة جماعية للوزراء\n\nكتب سالم الحديدي");
}

/* A list with its heading and the line that signs it, each in a box beside that of the paragraphs; but no list of
 * what the page offers. */
static void
test_list_below (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html><body><div><h1>" TITLE "</h1><div><p>" LEAD "<p>" SECOND "</div><div>نقاط الاتفاق</div>"
      "<div><ol><li>فتح معبر ثالث<li>تبادل المعلومات يوميا</ol></div><div>والله ولي التوفيق</div>"
      "<ul><li>تواصلوا معنا على press@example.org<li>تابعونا على فيسبوك</ul></div></body></html>");

  g_assert_cmpstr (statement->text, ==,
                   TITLE "\n\n" LEAD "\n\n" SECOND
                         "\n\nنقاط الاتفاق\n\nفتح معبر ثالث\nتبادل المعلومات يوميا\n\nوالله ولي التوفيق");
}

/* The caption of a picture in a box that is also given to what other sites show; and a date before a counter. */
static void
test_embedded_picture (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html><body><h1>" TITLE "</h1><div><span>27/6/2021</span> <span>4,318 مشاهدة</span></div>"
      "<div class=embed><img src=1.jpg><div>صورة جماعية للوزراء</div></div><p>" LEAD
      "</p><div class=embed><blockquote>تغريدة الوزير <a href=/t>27 يونيو</a></blockquote></div><p>" SECOND
      "</p></body></html>");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n27/6/2021\nصورة جماعية للوزراء\n\n" LEAD "\n\n" SECOND);
}

static void
test_declared (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html><head><meta property=\"article:published_time\" content=\"2021-06-28T19:23:00+03:00\">"
      "<meta property='og:title' content='الوزراء &amp; السفراء'></head><body><p>" LEAD "</p></body></html>");
  g_autofree char *date = bayan_date_to_iso (statement->date);

  g_assert_cmpstr (date, ==, "2021-06-28");
  g_assert_cmpuint (bayan_clean_span_length_bytes (statement->date_span), ==, 0);
  g_assert_cmpstr (statement->title, ==, "الوزراء & السفراء");
  g_assert_cmpuint (bayan_clean_span_length_bytes (statement->title_span), ==, 0);
}

/* A page that declares nothing but blanks declares nothing, and what shows nothing is a blank. */
static void
test_declared_blank (void)
{
  g_autoptr (BayanStatement) title = ingest_text ("<html><head><title> \n </title></head><body><p>" LEAD
                                                  "</p></body></html>");
  g_autoptr (BayanStatement) property = ingest_text (
      "<html><head><title>" TITLE "</title><meta property='og:title' content='&#32; '></head><body><p>" LEAD
      "</p></body></html>");
  g_autoptr (BayanStatement) control =
      ingest_text ("<html><head><title>أمن&#7;الحدود&#13;</title></head><body><p>" LEAD "</p></body></html>");

  g_assert_true (g_str_has_prefix (title->title, "اجتمع وزراء"));
  g_assert_cmpstr (control->title, ==, "أمن الحدود");
  g_assert_cmpstr (property->title, ==, TITLE);
}

/* Nor does a date that nobody can read stand before one that can. */
static void
test_declared_dates (void)
{
  g_autoptr (BayanStatement) second = ingest_text (
      "<html><head><meta name=date content='Mon, 28 Jun 2021'><meta property=article:published_time "
      "content=2021-06-28><meta name=pubdate content=2020-01-01></head><body><p>" LEAD "</p></body></html>");
  g_autoptr (BayanStatement) never = ingest_text (
      "<html><head><meta name=date content=2021-02-31></head><body><p>" LEAD "</p></body></html>");
  g_autofree char *date = bayan_date_to_iso (second->date);

  g_assert_cmpstr (date, ==, "2021-06-28");
  g_assert_false (bayan_date_is_set (never->date));
}

static void
test_declared_charset (void)
{
  g_autofree char *page = g_strdup_printf ("<html><head><meta http-equiv=Content-Type content=\"text/html; "
                                           "charset=%s\"></head><body><h1>%s</h1><p>%s</p></body></html>",
                                           "iso-8859-6", TITLE, LEAD);
  gsize size;
  g_autofree char *encoded = g_convert (page, -1, "WINDOWS-1256", "UTF-8", NULL, &size, NULL);
  g_autoptr (BayanStatement) statement = ingest_data (encoded, size);

  /* The page says one thing and is another: the letters decide. */
  g_assert_cmpstr (statement->charset, ==, "windows-1256");
  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD);
}

static void
test_plain_text (void)
{
  static const char *const TEXTS[] = {
    "قال الوزير إن 3 < 5 وإن 7 > 2 في كل حال.",
    "<الوزير> يصل غدا",
    "رسالة من <ahmad@example.org> إلى الوزير",
    "السطر الأول <br> السطر الثاني",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr (BayanStatement) statement = ingest_text (TEXTS[i]);

      g_assert_cmpint (statement->format, ==, BAYAN_FORMAT_TEXT);
      g_assert_cmpstr (statement->text, ==, TEXTS[i]);
    }
}

/* A heading that is never closed has the whole text in it; that is no title. */
static void
test_unclosed_heading (void)
{
  g_autoptr (BayanStatement) statement = ingest_text ("<html><body><h1>" TITLE "<p>" LEAD "</p><p>" SECOND
                                                      "</p></body></html>");

  g_assert_cmpstr (statement->title, ==, TITLE);
  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
}

static void
test_malformed (void)
{
  static const char *const PAGES[] = {
    "<html><p>نص<script>alert(1)",
    "<html><p>نص<!-- unclosed",
    "<html><p>نص<a href=\"unclosed>",
    "<html><p>نص</",
    "<html><p>نص<",
    "<html><p>نص&",
    "<html><p>نص&#",
    "<html><p>نص&#x;&#0;&#99999999999;&unknown;",
    "<html><p>نص<p =\"\"",
    "<html></b></p></div><p>نص",
    "<html><p>نص<style></style",
    "<html><p>نص<![CDATA[x",
    "<html><title>x<p>نص</title><p>نص",
    "<html><p class>نص<p class=>",
    "<html><td>نص<h1>",
    "<html><svg/><p>نص</html></html>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      g_autoptr (BayanStatement) statement = ingest_text (PAGES[i]);

      g_assert_true (g_str_has_prefix (statement->text, "نص"));
    }
}

/* Time grows with the length of the page, whatever is nested or unclosed. */
static void
test_deep (void)
{
  static const char *const TAGS[] = {
    "<div>",       "<b>",  "<p>", "<nav>", "</p>",    "<!--",      "<a href=\"",
    "<li hidden>", "<h1>", "&",   "<",     "<i></b>", "<article>", "<td>",
  };

  for (guint t = 0; t < G_N_ELEMENTS (TAGS); t++)
    {
      GString *page = g_string_new ("<html><p>نص</p>");
      g_autofree char *owned = NULL;
      gint64 before = g_get_monotonic_time ();

      for (guint i = 0; i < 300000; i++)
        g_string_append (page, TAGS[t]);
      owned = g_string_free (page, FALSE);
      g_autoptr (BayanStatement) statement = ingest_text (owned);

      g_assert_true (g_str_has_prefix (statement->text, "نص"));
      g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_USEC_PER_SEC);
    }
}

static void
test_no_words (void)
{
  assert_refused ("<html><body><img src=a.png></body></html>", 41, BAYAN_INGEST_ERROR_BLANK);
}

static BayanStatement *
read_extract (const char *html, BayanFormat format)
{
  g_autoptr (BayanSource) source = bayan_source_new ("letter", NULL);
  g_autoptr (GError) error = NULL;
  BayanStatement *statement;

  source->raw = g_bytes_new_static ("raw", 3);
  source->extract = g_bytes_new (html, strlen (html));
  source->format = format;
  statement = bayan_ingest_source (source, NULL, NULL, &error);
  g_assert_no_error (error);
  return statement;
}

/* Of a document the edges of its pages are left out, and nothing that only a page of the web would have. */
static void
test_edges_of_pages (void)
{
  static const char HTML[] = "<!DOCTYPE html><meta charset=utf-8><header><p>وزارة الخارجية</p></header>"
                             "<p>مكتب الوزير</p><h1>" TITLE "</h1><p>" LEAD "</p><p>" SECOND "</p>"
                             "<p>نواكشوط</p><footer><p>صفحة 1</p></footer>";
  g_autoptr (BayanStatement) statement = read_extract (HTML, BAYAN_FORMAT_DOCX);
  g_autofree gboolean *restored = g_new0 (gboolean, 2);
  g_autoptr (BayanStatement) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (statement->text, ==, "مكتب الوزير\n\n" TITLE "\n\n" LEAD "\n\n" SECOND "\n\nنواكشوط");
  g_assert_cmpuint (statement->removed->len, ==, 2);
  g_assert_cmpstr (find_region (statement, "وزارة")->kind, ==, "page-header");
  g_assert_cmpstr (find_region (statement, "صفحة")->kind, ==, "page-footer");
  restored[1] = TRUE;
  again = bayan_ingest_restore (statement, restored, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (again->text, "نواكشوط\n\nصفحة 1"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/html/paragraphs", test_paragraphs);
  g_test_add_func ("/ingest/html/offsets", test_offsets);
  g_test_add_func ("/ingest/html/furniture", test_furniture);
  g_test_add_func ("/ingest/html/text-in-odd-boxes", test_text_in_odd_boxes);
  g_test_add_func ("/ingest/html/classes", test_classes);
  g_test_add_func ("/ingest/html/headline-beside-content", test_headline_beside_content);
  g_test_add_func ("/ingest/html/foot", test_foot);
  g_test_add_func ("/ingest/html/list-below", test_list_below);
  g_test_add_func ("/ingest/html/embedded-picture", test_embedded_picture);
  g_test_add_func ("/ingest/html/declared", test_declared);
  g_test_add_func ("/ingest/html/declared-blank", test_declared_blank);
  g_test_add_func ("/ingest/html/declared-dates", test_declared_dates);
  g_test_add_func ("/ingest/html/declared-charset", test_declared_charset);
  g_test_add_func ("/ingest/html/plain-text", test_plain_text);
  g_test_add_func ("/ingest/html/unclosed-heading", test_unclosed_heading);
  g_test_add_func ("/ingest/html/malformed", test_malformed);
  g_test_add_func ("/ingest/html/deep", test_deep);
  g_test_add_func ("/ingest/html/no-words", test_no_words);
  g_test_add_func ("/ingest/html/edges-of-pages", test_edges_of_pages);
  return g_test_run ();
}
