/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is and is not the article of a page, by how the page is built and not by what its parts are called. */
#include <string.h>

#include "support-ingest.h"

#define TITLE "وزراء خارجية دول الجوار يبحثون أمن الحدود"
#define KICKER "على هامش القمة"
#define DATE "28 يونيو 2021"
#define LEAD                                                                                                                                                                                         \
  "اجتمع وزراء خارجية دول الجوار في نواكشوط وبحثوا أمن الحدود المشتركة وسبل التعاون في مكافحة تهريب السلاح،" \
  " واتفقوا على تبادل المعلومات بين الأجهزة المختصة في كل منها قبل نهاية العام."
#define SECOND                                                                                                                                                                                     \
  "وأكد المجتمعون في ختام أعمالهم التزام بلدانهم بدعم جهود الاستقرار في المنطقة، وأشادوا بالدور الذي تقوم " \
  "به"                                                                                                                                                                                           \
  " الدولة المضيفة في تقريب وجهات النظر بين أطرافها."
#define THIRD                                                                                                                                                                                         \
  "وقرر الوزراء عقد اجتماعهم المقبل في العاصمة السنغالية داكار مطلع العام، بحضور ممثلين عن الاتحاد الإفريقي" \
  " والمنظمات الإقليمية المعنية بأمن الحدود والهجرة."
#define OTHER                                                                                                                                                                                     \
  "بدأت بلديات المدن الساحلية أعمال تنظيف المجاري وتدعيم الجسور استعدادا لموسم الأمطار الذي يتوقع أن يكون" \
  " غزيرا هذا العام بحسب مراكز الأرصاد الجوية في المنطقة وخبرائها."
#define MENU "<div><a href=1>الأولى</a><a href=2>ملفات</a><a href=3>حوارات</a><a href=4>نوافذ</a></div>"
#define TEXT "<div class=x><p>" LEAD "</p><p>" SECOND "</p><p>" THIRD "</p></div>"
#define CLEAN LEAD "\n\n" SECOND "\n\n" THIRD

static BayanStatement *
read_body (const char *body)
{
  g_autofree char *page = g_strdup_printf (
      "<html dir=rtl><head><title>" TITLE " - الساحل</title></head><body>%s</body></html>", body);

  return ingest_text (page);
}

static void
assert_text (const char *body, const char *expected)
{
  g_autoptr (BayanStatement) statement = read_body (body);

  g_assert_cmpstr (statement->text, ==, expected);
}

/* A date may stand above the element that has the title and the text. */
static void
test_date_above (void)
{
  assert_text (MENU "<div><h2><span>" DATE "</span></h2><div><h3>" TITLE "</h3>" TEXT "</div></div>",
               DATE "\n\n" TITLE "\n\n" CLEAN);
}

/* Nor is it lost in a list of links, or as one of them. */
static void
test_date_among_links (void)
{
  assert_text ("<div><h1>" TITLE "</h1><ul><li>" DATE "</li><li><a href=c>بيانات وتصريحات المكتب</a></li><li>"
               "<a href=r>للمناقشة والرد هنا</a></li></ul>" TEXT "</div>",
               TITLE "\n\n" DATE "\n\n" CLEAN);
  assert_text ("<div><h1>" TITLE "</h1><div class=m><a href=d>" DATE "</a></div>" TEXT "</div>",
               TITLE "\n\n" DATE "\n\n" CLEAN);
}

#define CARD(number, lead)                                                                                   \
  "<div class=\"it n" number "\"><h4><a href=" number ">مدن الساحل تستعد للموسم " number                     \
  "</a></h4><div>" lead "</div><div>3 مارس 2021</div></div>"

/* Teasers with leads as long as paragraphs, under no heading that is known. */
static void
test_cards (void)
{
  g_autoptr (BayanStatement) statement = read_body (
      MENU "<div><h1>" TITLE "</h1>" TEXT "<div class=y><h3>نوافذ</h3>" CARD ("1", OTHER) CARD ("2", OTHER)
          CARD ("3", OTHER) "</div></div>");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" CLEAN);
  g_assert_true (is_removed (statement, "بحسب مراكز الأرصاد"));
}

/* Parts of a text may have links as headings; more text below shows that they are parts of it. */
static void
test_linked_parts (void)
{
  g_autoptr (BayanStatement) statement = read_body (
      "<div><h1>" TITLE "</h1><div class=x><p>" LEAD "</p>" CARD ("1", SECOND)
          CARD ("2", OTHER) "<p>" THIRD "</p><p>" SECOND "</p></div></div>");

  g_assert_nonnull (strstr (statement->text, OTHER));
  g_assert_nonnull (strstr (statement->text, THIRD));
}

/* The title of the article is a link on many sites; one more teaser with it does not make it one. */
static void
test_linked_title (void)
{
  g_autoptr (BayanStatement) statement = read_body ("<div><div class=it><h2><a href=0>" TITLE
                                                    "</a></h2><div>" LEAD "</div><div>" SECOND
                                                    "</div></div>" CARD ("1", OTHER) "</div>");

  g_assert_nonnull (strstr (statement->text, LEAD));
  g_assert_nonnull (strstr (statement->text, SECOND));
}

/* What a site says above its menu, and below teasers in other elements than those of the text. */
static void
test_strangers (void)
{
  assert_text (
      "<div class=b><p>" OTHER "</p></div>" MENU "<div><h1>" TITLE "</h1>" TEXT
      "</div><div class=r><a href=7>طقس حار نسبيا على معظم المناطق</a></div><div class=r><a href=8>خبراء "
      "يحذرون من نقص الأسمدة</a></div><div class=a><b>محرر</b><p>" OTHER "</p></div>",
      TITLE "\n\n" CLEAN);
}

/* Buttons do not end a text, and what stands between its title and them belongs to it. */
static void
test_text_around_buttons (void)
{
  static const char *const BUTTONS =
      "<div class=s><a href=1>فيسبوك</a><a href=2>تويتر</a><a href=3>واتساب</a></div>";
  g_autofree char *page = g_strdup_printf (MENU "<h1>" TITLE "</h1><div class=i><p>" OTHER "</p></div>%s" TEXT
                                                "%s<div class=n><p>" LEAD "</p></div>",
                                           BUTTONS, BUTTONS);

  assert_text (page, TITLE "\n\n" OTHER "\n\n" CLEAN "\n\n" LEAD);
}

/* A text that teasers interrupt goes on in elements of the same kind. */
static void
test_text_around_teasers (void)
{
  assert_text ("<h1>" TITLE "</h1>" TEXT
               "<div class=r><a href=7>طقس حار نسبيا على معظم المناطق</a></div><div "
               "class=r><a href=8>خبراء يحذرون من نقص الأسمدة</a></div><div class=x><p>" OTHER "</p><p>" LEAD
               "</p></div>",
               TITLE "\n\n" CLEAN "\n\n" OTHER "\n\n" LEAD);
}

/* A few links may stand between the date and the title, or between that and the caption of the picture above it. */
static void
test_head_above (void)
{
  assert_text (MENU "<div><div>" DATE
                    "</div><div><a href=e>English</a> <a href=f>Français</a></div><h1>" TITLE "</h1>" TEXT
                    "</div>",
               DATE "\n\n" TITLE "\n\n" CLEAN);
  assert_text (MENU "<div><figure><img src=1><figcaption>الوزراء في قصر "
                    "المؤتمرات</figcaption></figure></div><div><h1>" TITLE "</h1>" TEXT "</div>",
               "الوزراء في قصر المؤتمرات\n\n" TITLE "\n\n" CLEAN);
}

/* The name of the writer is often a link; the name of a site is often with its address. */
static void
test_names (void)
{
  assert_text (MENU "<h1>" TITLE "</h1><div><a href=/author/1>هالة المنصور</a></div>" TEXT,
               TITLE "\n\nهالة المنصور\n\n" CLEAN);
  assert_text ("<p>صوت الساحل - www.sahel.example</p><h1>" TITLE "</h1>" TEXT, TITLE "\n\n" CLEAN);
}

/* Set apart, a sentence of the text is furniture; one that is nowhere else is not. */
static void
test_pull_quotes (void)
{
  static const char *const QUOTE = "وقال الوزير: «لن يكون الحوار يوما سببا للخلاف بين شعوبنا».";
  g_autofree char *page =
      g_strdup_printf ("<h1>" TITLE "</h1><div class=x><p>" LEAD "</p><div class=q><p>%s</p></div><p>" SECOND
                       "</p><p>%s</p><div class=q><p>«لا أمن بلا تنمية في منطقتنا كلها»</p>"
                       "</div><p>" THIRD "</p></div>",
                       QUOTE, QUOTE);
  g_autofree char *expected = g_strdup_printf (
      TITLE "\n\n" LEAD "\n\n" SECOND "\n\n%s\n\n«لا أمن بلا تنمية في منطقتنا كلها»\n\n" THIRD, QUOTE);

  assert_text (page, expected);
}

/* Headlines of others below the text, in the same element as its paragraphs. */
static void
test_headlines_below (void)
{
  assert_text ("<h1>" TITLE "</h1><div class=x><p>" LEAD "</p><p>" SECOND "</p><p>" THIRD
               "</p><p>هالة المنصور</p>"
               "<p><b>وفي هذا الباب</b></p><p>• <a href=1>رئيس الجامعة يفتتح معرض الكتاب</a></p><p>• <a "
               "href=2>مصرع ثلاثة "
               "في حادث سير</a></p></div>",
               TITLE "\n\n" CLEAN "\n\nهالة المنصور");
}

/* What is on one line with the date, or above it, or behind a caption. */
static void
test_beside_date (void)
{
  assert_text ("<h1>" TITLE "</h1><div><span>" DATE
               "</span> <span>(منذ 3 سنوات)</span> <span>1,244 قراءة</span></div>" TEXT,
               TITLE "\n\n" DATE "\n\n" CLEAN);
  assert_text ("<h1>" TITLE "</h1><div>" DATE "<span>قراءة في دقيقتين</span></div>" TEXT,
               TITLE "\n\n" DATE "\n\n" CLEAN);
  assert_text ("<h1>" TITLE "</h1><div>" DATE " <span>آخر تحديث قبل 3 ساعات</span></div>" TEXT,
               TITLE "\n\n" DATE "\n\n" CLEAN);
  assert_text ("<div>" DATE " <span>أخبار الوزارة</span></div><h1>" TITLE "</h1>" TEXT,
               DATE "\n\n" TITLE "\n\n" CLEAN);
  /* The buttons are out already. */
  assert_text ("<h1>" TITLE "</h1><div>" DATE
               " <span>استمع للخبر</span> <button>أ+</button><button>أ-</button></div>" TEXT,
               TITLE "\n\n" DATE "\n\n" CLEAN);
  assert_text ("<h1>" TITLE "</h1><div>" DATE " نواكشوط</div>" TEXT, TITLE "\n\n" DATE " نواكشوط\n\n" CLEAN);
  assert_text ("<h1>" TITLE "</h1><div>التاريخ:</div><div>" DATE "</div><div>آخر تحديث: 10:44</div>" TEXT,
               TITLE "\n\n" DATE "\n\n" CLEAN);
  assert_text (
      "<h1>" TITLE
      "</h1><figure><figcaption>الوزراء في القصر <span>© 2021 رويترز</span></figcaption></figure>" TEXT,
      TITLE "\n\nالوزراء في القصر\n\n" CLEAN);
}

/* The name of a section in what is called one; a country alone may be a kicker. */
static void
test_section_label (void)
{
  assert_text (MENU "<div><span class=\"badge red\">الشرق الأوسط</span><h1>" TITLE "</h1>" TEXT "</div>",
               TITLE "\n\n" CLEAN);
  assert_text (MENU "<div><div class=sec>دولي</div><div>" DATE "</div><h1>" TITLE "</h1>" TEXT "</div>",
               DATE "\n\n" TITLE "\n\n" CLEAN);
  assert_text (MENU "<div><span class=badge>" KICKER "</span><h1>" TITLE "</h1>" TEXT "</div>",
               KICKER "\n\n" TITLE "\n\n" CLEAN);
  assert_text (MENU "<div><div class=kicker>العراق</div><h1>" TITLE "</h1>" TEXT "</div>",
               "العراق\n\n" TITLE "\n\n" CLEAN);
}

/* Whose text it is, with or without teasers between. */
static void
test_writer (void)
{
  assert_text ("<h1>" TITLE "</h1><div class=author>هالة المنصور</div>" TEXT
               "<div class=\"the-author\"><p>" OTHER "</p></div>",
               TITLE "\n\nهالة المنصور\n\n" CLEAN);
}

/* Elements side by side without a space: the name and the date are two things. In a sentence they are part of it. */
static void
test_head_in_a_row (void)
{
  assert_text ("<h1>" TITLE "</h1><div><span class=byline>هالة المنصور</span><time>" DATE
               " م</time><span>3 دقائق قراءة</span></div>" TEXT,
               TITLE "\n\nهالة المنصور " DATE " م\n\n" CLEAN);
  assert_text ("<h1>" TITLE "</h1><div>بـ<span class=date>" DATE "</span></div>" TEXT,
               TITLE "\n\nبـ" DATE "\n\n" CLEAN);
}

/* What is under "Advertisement" goes with it, but no text. */
static void
test_advertisement (void)
{
  assert_text ("<h1>" TITLE "</h1><div class=x><p>" LEAD
               "</p><div><div>إعلان</div><div>اكتشف عروض الصيف</div><div>احجز"
               "</div></div><p>" SECOND "</p><div><div>إعلان</div><p>" THIRD "</p></div></div>",
               TITLE "\n\n" CLEAN);
}

/* A figure in what is called a counter; in Drupal "views" is any list, and elsewhere a figure may be text. */
static void
test_counter (void)
{
  assert_text ("<h1>" TITLE "</h1><div>" DATE "</div><div class=\"post-views\">1,043</div>" TEXT,
               TITLE "\n\n" DATE "\n\n" CLEAN);
  assert_text ("<h1>" TITLE "</h1><div>" DATE "</div><div class=\"views-field\">1043</div>" TEXT,
               TITLE "\n\n" DATE "\n1043\n\n" CLEAN);
}

/* What a machine made of the text, and what the site asks for. */
static void
test_around_text (void)
{
  assert_text ("<h1>" TITLE
               "</h1><div class=b><div class=s>ملخص مولد بالذكاء الاصطناعي وقد يحتوي على أخطاء</div>"
               "<div>Listen to this article<i>1x</i>This audio is auto-generated.</div></div>" TEXT,
               TITLE "\n\n" CLEAN);
  assert_text ("<h1>" TITLE "</h1><div class=x><p>" LEAD "</p><div class=c><h4>هل تهمك القضية؟</h4>"
               "<p>وقعوا العريضة مع آلاف غيركم</p><a href=1>أوقع</a></div><p>" SECOND "</p><p>" THIRD
               "</p></div>",
               TITLE "\n\n" CLEAN);
}

/* A page laid out with a table: a short text in a cell of its own below the title, and more in the others. */
static void
test_cells (void)
{
  assert_text ("<table><tr><td>" OTHER "<br>" OTHER "</td></tr><tr><td>" MENU
               "</td><td><table><tr><td><b>" TITLE "</b></td></tr><tr><td>" DATE "<br><br>" LEAD
               "<br><br>" SECOND "</td></tr></table></td></tr>"
               "<tr><td>روابط ذات صلة<br><a href=1>طقس حار نسبيا على معظم المناطق</a></td></tr><tr><td>" OTHER
               "</td></tr></table>",
               TITLE "\n" DATE "\n\n" LEAD "\n\n" SECOND);
}

/* A kicker, a date and a time are three lines above the title. */
static void
test_kicker_and_time (void)
{
  assert_text (MENU "<div><ul><li>" KICKER "</li><li>" DATE "</li><li>18:40</li></ul><h1>" TITLE "</h1>" TEXT
                    "</div>",
               KICKER "\n" DATE "\n18:40\n\n" TITLE "\n\n" CLEAN);
}

/* Parts of a text that are not built alike: in one of them a paragraph alone, in another two, buttons below each. */
static void
test_unlike_parts (void)
{
  static const char *const BUTTONS = "<div><a>رابط إلى هذا المنشور</a></div>";
  g_autofree char *page = g_strdup_printf (
      MENU "<h1>" TITLE "</h1><div><div class=e><div class=b><p>" LEAD
           "</p></div>%s</div><div class=e><div class=b><p>" SECOND
           "</p></div>%s</div><div class=e><div class=b><p>" THIRD "</p><p>" OTHER
           "</p></div>%s</div><div class=e><div class=b><p>" LEAD
           "</p></div>%s</div><div class=e><div class=b><p>" OTHER "</p><p>" SECOND "</p></div></div></div>",
      BUTTONS, BUTTONS, BUTTONS, BUTTONS);

  assert_text (page, TITLE "\n\n" CLEAN "\n\n" OTHER "\n\n" LEAD "\n\n" OTHER "\n\n" SECOND);
}

/* Most of the text in one element, a few short sentences in the next; a notice above the menu does not matter. */
static void
test_last_part (void)
{
  static const char *const SHORT = "وقرر المجلس إبقاء هذه المسألة قيد النظر في دوراته.";
  g_autofree char *page = g_strdup_printf ("<p>" OTHER "</p>" MENU "<h1>" TITLE
                                           "</h1><div><div><p align=justify>" LEAD "<br>" SECOND "<br>" THIRD
                                           "</p><p align=justify>%s<br>%s</p></div></div>",
                                           SHORT, SHORT);
  g_autofree char *expected = g_strdup_printf (TITLE "\n\n" LEAD "\n" SECOND "\n" THIRD "\n\n%s\n%s", SHORT,
                                               SHORT);

  assert_text (page, expected);
}

/* In a reader of feeds the page has another title, and that of the article is a link. */
static void
test_title_of_feed (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      "<html><head><title>(14) My feeds</title></head><body>" MENU "<div><div class=h><a href=1>" TITLE
      "</a></div><div class=m><span>from <a>الساحل</a></span> <span>" DATE "</span></div>" TEXT
      "</div></body></html>");

  g_assert_true (g_str_has_prefix (statement->text, TITLE "\n"));
  g_assert_nonnull (strstr (statement->text, DATE));
  g_assert_true (g_str_has_suffix (statement->text, CLEAN));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/furniture/date-above", test_date_above);
  g_test_add_func ("/ingest/furniture/date-among-links", test_date_among_links);
  g_test_add_func ("/ingest/furniture/cards", test_cards);
  g_test_add_func ("/ingest/furniture/linked-parts", test_linked_parts);
  g_test_add_func ("/ingest/furniture/linked-title", test_linked_title);
  g_test_add_func ("/ingest/furniture/strangers", test_strangers);
  g_test_add_func ("/ingest/furniture/text-around-buttons", test_text_around_buttons);
  g_test_add_func ("/ingest/furniture/text-around-teasers", test_text_around_teasers);
  g_test_add_func ("/ingest/furniture/head-above", test_head_above);
  g_test_add_func ("/ingest/furniture/names", test_names);
  g_test_add_func ("/ingest/furniture/pull-quotes", test_pull_quotes);
  g_test_add_func ("/ingest/furniture/headlines-below", test_headlines_below);
  g_test_add_func ("/ingest/furniture/beside-date", test_beside_date);
  g_test_add_func ("/ingest/furniture/writer", test_writer);
  g_test_add_func ("/ingest/furniture/head-in-a-row", test_head_in_a_row);
  g_test_add_func ("/ingest/furniture/section-label", test_section_label);
  g_test_add_func ("/ingest/furniture/advertisement", test_advertisement);
  g_test_add_func ("/ingest/furniture/cells", test_cells);
  g_test_add_func ("/ingest/furniture/counter", test_counter);
  g_test_add_func ("/ingest/furniture/around-text", test_around_text);
  g_test_add_func ("/ingest/furniture/kicker-and-time", test_kicker_and_time);
  g_test_add_func ("/ingest/furniture/unlike-parts", test_unlike_parts);
  g_test_add_func ("/ingest/furniture/last-part", test_last_part);
  g_test_add_func ("/ingest/furniture/title-of-feed", test_title_of_feed);
  return g_test_run ();
}
