/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Furniture goes, text stays: blocks written for the test, of both kinds. */
#include <string.h>

#include "support-ingest.h"

#define TITLE "وزراء خارجية دول الجوار يبحثون أمن الحدود في نواكشوط"
#define LEAD                                                                                                                                                                           \
  "اجتمع وزراء خارجية دول الجوار في نواكشوط وبحثوا أمن الحدود المشتركة وسبل التعاون في مكافحة تهريب " \
  "السلاح، واتفقوا "                                                                                                                                                     \
  "على تبادل المعلومات بين الأجهزة المختصة."
#define SECOND                                                                                                                                                                            \
  "وأكد المجتمعون في ختام أعمالهم التزام بلدانهم بدعم جهود الاستقرار في المنطقة، وأشادوا بالدور الذي " \
  "تقوم به الدولة "                                                                                                                                                           \
  "المضيفة في تقريب وجهات النظر."

typedef struct {
  const char *block;
  const char *kind; /* NULL: it stays */
} Block;

static const Block BLOCKS[] = {
  /* Advertising */
  { "[ad_1]", "ad-marker" },
  { "[ad_2]", "ad-marker" },
  { "[ads]", "ad-marker" },
  { "[إعلان]", "ad-marker" },
  { "إعلان", "ad-marker" },
  { "- إعلان -", "ad-marker" },
  { "مساحة إعلانية", "ad-marker" },
  { "ADVERTISEMENT", "ad-marker" },
  { "Publicité", "ad-marker" },
  { "إعلان الرياض وثيقة اعتمدها القادة في ختام القمة", NULL },
  { "إعلان مبادئ بشأن حرية الملاحة", NULL },
  { "[أداء القسم]", NULL },
  { "[إعلانهم]", NULL },
  { "[1]", NULL },
  { "[advisory opinion]", NULL },
  { "جارٍ تحميل الإعلان… لا يوجد إعلان متاح", "ad-marker" },
  { "تخطي الإعلان بعد 5 ثوان", "ad-marker" },
  { "الإعلان", NULL },
  { "الإعلان التالي", NULL },
  /* Players */
  { "استمع إلى هذه المقالة (6 دقائق)", "page-furniture" },
  { "السرعة 1.5x", "page-furniture" },
  { "▶ استماع للتقرير إيقاف مؤقت 0:00 / 3:15", "page-furniture" },
  { "استمع إلى شرح من الوزير عن المشروع", NULL },
  { "السرعة", NULL },
  { "14:22", NULL },
  /* Channels, translations, printing */
  { "تابعوا قناة الساحل على تلغرام", "page-furniture" },
  { "للاشتراك في قناتنا على الواتساب", "page-furniture" },
  { "تابع الوزير مع نظرائه ملف قناة السويس", NULL },
  { "انضم إلى الوفد عبر تويتر عدد من الصحفيين", NULL },
  { "عرض الترجمة", "page-furniture" },
  { "صفحة 2 من 3", "page-furniture" },
  { "Page 1 of 2", "page-furniture" },
  { "صفحة 2 من التقرير", NULL },
  { "طبعت هذه الصفحة من موقع صحيفة الساحل يوم 3/4/2019", "page-furniture" },
  { "رابط المقال: https://www.sahel.example/1", "source-link" },
  { "رابط البث لوسائل الإعلام: https://www.sahel.example/1", NULL },
  /* Sources */
  { "Source link", "source-link" },
  { "المصدر", "source-link" },
  { "رابط المصدر", "source-link" },
  { "المصدر: وكالة الأنباء الموريتانية", NULL },
  { "وقال المصدر إن الاجتماع سيعقد مرة كل عام", NULL },
  /* Cookies */
  { "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك. قبول", "cookie-banner" },
  { "نستخدم الكوكيز لنقدم لك أفضل تجربة. باستمرارك في التصفح فإنك توافق على ذلك.", "cookie-banner" },
  { "This website uses cookies to improve your experience. Accept Read More", "cookie-banner" },
  { "We use cookies. By continuing to browse you agree to our privacy policy.", "cookie-banner" },
  { "Ce site utilise des cookies pour améliorer votre expérience. Accepter", "cookie-banner" },
  { "وناقش الوزراء مشروع قانون ينظم ملفات تعريف الارتباط وحماية البيانات في مواقع الحكومات.", NULL },
  { "The ministers welcomed the European rules on cookies and on the transfer of personal data.", NULL },
  /* Related articles */
  { "اقرأ أيضا: قمة دول الساحل تبدأ أعمالها غدا", "related-article" },
  { "إقرأ أيضاً قمة دول الساحل تبدأ أعمالها غدا", "related-article" },
  { "شاهد أيضًا : الوزير يستقبل سفراء الدول المشاركة", "related-article" },
  { "مواضيع ذات صِلة : اجتماع سابق في نيامي", "related-article" },
  { "أخبار ذات صلة | اجتماع سابق في نيامي", "related-article" },
  { "مقالات ذات صلة", "related-heading" },
  { "Related articles: Ministers meet in Niamey", "related-article" },
  { "Lire aussi : Les ministres à Niamey", "related-article" },
  { "شاهد أيضا أعضاء الوفد معرضا للصور أقيم في مقر الوزارة.", NULL },
  { "مواضيع ذات صلة بالأمن الغذائي نوقشت في الجلسة الثانية", NULL },
  { "للمزيد من التعاون بين البلدين وقع الوزيران مذكرة تفاهم", NULL },
  /* Buttons and counters */
  { "زر الذهاب إلى الأعلى", "back-to-top" },
  { "العودة إلى الأعلى", "back-to-top" },
  { "Back to top", "back-to-top" },
  { "شاركها", "page-furniture" },
  { "شارك هذا الخبر على فيسبوك تويتر واتساب", "page-furniture" },
  { "فيسبوكتويترلينكدإن", "page-furniture" },
  { "Share Facebook Twitter WhatsApp", "page-furniture" },
  { "قراءة المزيد", "page-furniture" },
  { "الوسوم: موريتانيا، الحدود، الأمن", "page-furniture" },
  { "#موريتانيا #أمن_الحدود", "page-furniture" },
  { "جميع الحقوق محفوظة لوكالة أخبار الساحل 2021", "page-furniture" },
  { "© 2021 Sahel News", "page-furniture" },
  { "تابعونا على تلغرام", "page-furniture" },
  { "اترك تعليقا", "page-furniture" },
  { "وقت القراءة: 3 دقائق", "page-furniture" },
  { "متوفر بـ English Français", "page-furniture" },
  { "العربية", NULL },
  { "https://whatsapp.com/channel/0029", "page-furniture" },
  { "https://www.sahel.example/1", NULL },
  { "تابعوا آخر أخبار الساحل عبر Google News", "page-furniture" },
  { "تابع الوزير آخر المستجدات مع نظيره عبر واتساب", NULL },
  { "For information media. Not an official record.", "page-furniture" },
  { "الزيارات: 1874", "page-furniture" },
  { "نسخة للطباعة أرسل إلى صديق عدد الزيارات: 2291", "page-furniture" },
  { "قراءة في دقيقتين", "page-furniture" },
  { "👍 12", "page-furniture" },
  { "مدة الفيديو 02:41", "page-furniture" },
  { "Partager la page Partager sur Facebook Partager sur X", "page-furniture" },
  { "تم نسخ الرابط إلى الحافظة", "page-furniture" },
  { "قراءة في التقرير", NULL },
  { "الزيارات الرسمية 2021", NULL },
  { "12", NULL },
  { "شارك العراق وسوريا في الاجتماع بصفة مراقب", NULL },
  { "وشارك في الاجتماع ممثلون عن فيسبوك وتويتر لبحث خطاب الكراهية", NULL },
  { "وجدد البيان التأكيد على أن جميع الحقوق محفوظة للشعب الفلسطيني وفق قرارات الشرعية الدولية.", NULL },
  { "إلى الأعلى ارتفعت وتيرة التعاون بين البلدين", NULL },
  { "المشاركون في الاجتماع", NULL },
  { "1 - وديعة في المصرف المركزي.", NULL },
  { "نواكشوط - وكالات", NULL },
};

static void
check_block (const Block *block, const char *page)
{
  g_autoptr (BayanStatement) statement = ingest_text (page);
  const BayanRemovedRegion *region = find_region (statement, block->block);

  g_test_message ("%s", block->block);
  g_assert_cmpstr (statement->title, ==, TITLE);
  g_assert_nonnull (strstr (statement->text, LEAD));
  g_assert_nonnull (strstr (statement->text, SECOND));
  if (block->kind == NULL)
    {
      g_assert_nonnull (strstr (statement->text, block->block));
      g_assert_cmpuint (statement->removed->len, ==, 0);
      return;
    }
  g_assert_nonnull (region);
  g_assert_cmpstr (region->kind, ==, block->kind);
  g_assert_cmpstr (region->text, ==, block->block);
  g_assert_cmpuint (statement->removed->len, ==, 1);
  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
}

static void
test_blocks_inside (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (BLOCKS); i++)
    {
      g_autofree char *page = g_strdup_printf ("%s\n\n%s\n\n%s\n\n%s\n", TITLE, LEAD, BLOCKS[i].block,
                                               SECOND);
      check_block (&BLOCKS[i], page);
    }
}

static void
test_blocks_at_end (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (BLOCKS); i++)
    {
      g_autofree char *page = g_strdup_printf ("%s\r\n\r\n%s\r\n\r\n%s\r\n\r\n\r\n%s", TITLE, LEAD, SECOND,
                                               BLOCKS[i].block);
      check_block (&BLOCKS[i], page);
    }
}

static void
test_section_labels (void)
{
  static const char *const LABELS[] = {
    "أخبار العالم",
    "اخبار العالمسلايد رئيسي",
    "الرئيسية > أخبار > العالم",
    "أخبار عربية ودولية",
    "سياسة",
    "Uncategorized",
    "الأخبار",
    "World News",
    "التصنيف: نشاطات الوزير",
    "عام / مجلس التعاون",
  };
  static const char *const TEXT[] = { "نواكشوط", "عقب اجتماع استمر يومين", "بيان صحفي", "العراق", "عمان" };

  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++)
    {
      g_autofree char *page = g_strdup_printf ("%s\n\n%s\n\n%s", LABELS[i], TITLE, LEAD);
      g_autoptr (BayanStatement) statement = ingest_text (page);

      g_test_message ("%s", LABELS[i]);
      g_assert_cmpstr (statement->title, ==, TITLE);
      g_assert_cmpuint (statement->removed->len, ==, 1);
      g_assert_cmpstr (find_region (statement, LABELS[i])->kind, ==, "category-label");
    }
  for (guint i = 0; i < G_N_ELEMENTS (TEXT); i++)
    {
      g_autofree char *page = g_strdup_printf ("%s\n%s\n%s", TEXT[i], TITLE, LEAD);
      g_autoptr (BayanStatement) statement = ingest_text (page);

      g_test_message ("%s", TEXT[i]);
      g_assert_cmpstr (statement->title, ==, TITLE);
      g_assert_cmpuint (statement->removed->len, ==, 0);
    }
}

/* Below the text, or behind the caption of a picture, or above the title. */
static void
test_in_their_places (void)
{
  g_autoptr (BayanStatement) below =
      ingest_text (TITLE "\n\n" LEAD "\n\n" SECOND "\n\nإنّ الآراء الواردة لا تعبّر بالضرورة عن رأي الموقع.");
  g_autoptr (BayanStatement) form = ingest_text (
      TITLE "\n\n" LEAD "\n\n" SECOND "\n\nاشترك في نشرتنا البريدية\nالبريد الإلكتروني\nاشتراك\n");
  g_autoptr (BayanStatement) caption = ingest_text (TITLE "\n\nوفود في القاعة (غيتي)\n\n" LEAD "\n\n" SECOND);
  g_autoptr (BayanStatement) issue = ingest_text (TITLE "\n\nالعدد 214\n\n" LEAD "\n\n" SECOND);

  g_assert_cmpstr (below->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpstr (find_region (below, "إنّ الآراء")->rule, ==, "clean/disclaimer");
  g_assert_cmpstr (form->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpstr (caption->text, ==, TITLE "\n\nوفود في القاعة\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpstr (find_region (caption, "غيتي")->rule, ==, "clean/picture-credit");
  g_assert_cmpstr (issue->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
}

/* The same words are headings of the text once it has begun. */
static void
test_section_headings (void)
{
  static const char *const TEXT = TITLE "\n\nالسياسة\n\n" LEAD "\n\nالمشاركة\n\n" SECOND
                                        "\n\nالاقتصاد\n\n" LEAD;
  g_autoptr (BayanStatement) statement = ingest_text (TEXT);

  g_assert_cmpstr (statement->text, ==, TEXT);
}

static void
test_repeated_title (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (TITLE "\n\n" LEAD "\n\n" TITLE "\n" TITLE "\n\n" SECOND
                                                            "\n");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpuint (statement->removed->len, ==, 1);
  g_assert_cmpstr (find_region (statement, TITLE)->kind, ==, "repeated-title");
  g_assert_cmpstr (find_region (statement, TITLE)->text, ==, TITLE "\n" TITLE);
}

static void
test_teasers_below_heading (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      TITLE "\n\n" LEAD
            "\n\nمقالات ذات صلة\nقمة دول الساحل تبدأ أعمالها\nوصول الوفود إلى العاصمة نيامي\n\n" SECOND "\n");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpuint (statement->removed->len, ==, 2);
  g_assert_cmpstr (find_region (statement, "قمة دول")->kind, ==, "related-article");
}

/* What follows a heading without teasers may be a heading in the text. */
static void
test_heading_without_teasers (void)
{
  static const char *const SUBHEAD = "مخرجات اجتماع نواكشوط";
  g_autofree char *page = g_strdup_printf ("%s\n\n%s\n\nمقالات ذات صلة\n\n%s\n\n%s", TITLE, LEAD, SUBHEAD,
                                           SECOND);
  g_autoptr (BayanStatement) statement = ingest_text (page);

  g_assert_nonnull (strstr (statement->text, SUBHEAD));
  g_assert_cmpuint (statement->removed->len, ==, 1);
}

static void
test_notice_glued_to_paragraph (void)
{
  static const char *const NOTICE = "يستخدم موقعنا ملفات تعريف الارتباط لتحسين تجربتك. قبول";
  g_autofree char *page = g_strdup_printf ("%s\n\n%s %s\n", TITLE, LEAD, NOTICE);
  g_autoptr (BayanStatement) statement = ingest_text (page);

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD);
  g_assert_cmpstr (find_region (statement, NOTICE)->text, ==, NOTICE);
}

static void
test_buttons_below_notice (void)
{
  g_autoptr (BayanStatement) statement =
      ingest_text (TITLE "\n\n" LEAD "\n\nنستخدم ملفات تعريف الارتباط لتحسين تجربتك.\nأوافق\nقراءة المزيد\n");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD);
  g_assert_cmpuint (statement->removed->len, ==, 1);
}

static void
test_marker_inside_line (void)
{
  g_autoptr (BayanStatement) statement = ingest_text ("[ad_1] " TITLE "\n\n" LEAD " [ad_2] " SECOND);

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD " " SECOND);
  g_assert_cmpstr (statement->title, ==, TITLE);
  g_assert_cmpuint (statement->removed->len, ==, 2);
}

/* Nothing but furniture is what the analyst wanted, then. */
static void
test_nothing_else (void)
{
  g_autoptr (BayanStatement) statement = ingest_text ("Source link\n[ad_1]\n");

  g_assert_cmpstr (statement->text, ==, "Source link\n[ad_1]");
  g_assert_cmpuint (statement->removed->len, ==, 0);
}

static void
test_white_space (void)
{
  g_autoptr (BayanStatement) statement =
      ingest_text ("\n\n  " TITLE "  \n \n\t\n\nالبيان  الختامي:\tأولا،\n   - بند\n\n\n" LEAD "\n\n");

  g_assert_cmpstr (statement->text, ==, "  " TITLE "  \n\nالبيان  الختامي:\tأولا،\n   - بند\n\n" LEAD);
}

/* The foot of a page: headings, teasers and buttons with empty lines between them. */
static void
test_foot (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      TITLE "\n\n" LEAD "\n\n" SECOND "\n\nمقالات ذات صلة\n\nقمة دول الساحل تبدأ أعمالها\n\n"
            "وصول الوفود إلى العاصمة نيامي\n\nكلمات دلالية\nموريتانيا\nأمن الحدود\n\nاترك "
            "تعليقا\n\nزر الذهاب إلى الأعلى\n");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
}

/* What mail puts around a statement. What was forwarded is the statement. */
static void
test_forwarded (void)
{
  g_autoptr (BayanStatement) statement = ingest_text ("---------- Forwarded message ---------\nFrom: Press "
                                                      "office <press@example.org>\nDate: Mon, 28 Jun 2021\n"
                                                      "Subject: بيان\nTo: <desk@example.org>\n\n" TITLE
                                                      "\n\n" LEAD "\n\n" SECOND
                                                      "\n\n-- \nأحمد السالم\nمكتب الإعلام\nهاتف: 45251234\n");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpstr (find_region (statement, "Forwarded")->rule, ==, "clean/mail-forwarded");
  g_assert_cmpstr (find_region (statement, "السالم")->rule, ==, "clean/mail-signature");
}

static void
test_answered (void)
{
  g_autoptr (BayanStatement) statement = ingest_text (
      TITLE
      "\n\n" LEAD "\n\n" SECOND "\n\nSent from my iPhone\n\nفي 28 يونيو 2021 كتب أحمد السالم:\n"
      "> هل وصلكم البيان؟\n> نرجو إرساله اليوم.\n\n"
      "هذه الرسالة سرية وموجهة إلى المرسل إليه وحده. إذا لم تكن الشخص المقصود فيرجى حذفها وإبلاغ المرسل.\n");

  g_assert_cmpstr (statement->text, ==, TITLE "\n\n" LEAD "\n\n" SECOND);
  g_assert_cmpstr (find_region (statement, "هل وصلكم")->rule, ==, "clean/mail-quote");
  g_assert_cmpstr (find_region (statement, "iPhone")->rule, ==, "clean/mail-signature");
  g_assert_cmpstr (find_region (statement, "هذه الرسالة")->rule, ==, "clean/mail-disclaimer");
}

/* Nothing but what is quoted is what the mail was sent for; and words of mails are words of statements, too. */
static void
test_no_mail (void)
{
  static const char *const TEXTS[] = {
    "للاطلاع\n\n> " LEAD "\n> " SECOND,
    TITLE "\n\n" LEAD "\n\nوأكد الوزير أن هذه الرسالة سرية وأن المحادثات ستستمر.\n\n" SECOND,
    TITLE "\n\n" LEAD "\n\nمن: قصر المؤتمرات\nإلى: المطار\n\n" SECOND,
    TITLE "\n\n" LEAD "\n\nكتب الأمين العام في رسالته:\n\n" SECOND,
  };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr (BayanStatement) statement = ingest_text (TEXTS[i]);

      g_assert_cmpstr (statement->text, ==, TEXTS[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/cleaning/blocks-inside", test_blocks_inside);
  g_test_add_func ("/ingest/cleaning/blocks-at-end", test_blocks_at_end);
  g_test_add_func ("/ingest/cleaning/section-labels", test_section_labels);
  g_test_add_func ("/ingest/cleaning/section-headings", test_section_headings);
  g_test_add_func ("/ingest/cleaning/in-their-places", test_in_their_places);
  g_test_add_func ("/ingest/cleaning/repeated-title", test_repeated_title);
  g_test_add_func ("/ingest/cleaning/teasers-below-heading", test_teasers_below_heading);
  g_test_add_func ("/ingest/cleaning/heading-without-teasers", test_heading_without_teasers);
  g_test_add_func ("/ingest/cleaning/notice-glued-to-paragraph", test_notice_glued_to_paragraph);
  g_test_add_func ("/ingest/cleaning/buttons-below-notice", test_buttons_below_notice);
  g_test_add_func ("/ingest/cleaning/marker-inside-line", test_marker_inside_line);
  g_test_add_func ("/ingest/cleaning/nothing-else", test_nothing_else);
  g_test_add_func ("/ingest/cleaning/foot", test_foot);
  g_test_add_func ("/ingest/cleaning/white-space", test_white_space);
  g_test_add_func ("/ingest/cleaning/forwarded", test_forwarded);
  g_test_add_func ("/ingest/cleaning/answered", test_answered);
  g_test_add_func ("/ingest/cleaning/no-mail", test_no_mail);
  return g_test_run ();
}
