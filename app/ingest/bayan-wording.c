/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-wording.h"

#include <string.h>

#include "bayan-key.h"

#define OPENS_MAX_WORDS 25
#define HEADED_MAX_WORDS 40

#define LINE(kind, rule, wording)                                                                            \
  {                                                                                                          \
    BAYAN_WORDING_LINE, kind, "clean/" rule, wording                                                         \
  }
#define HEADED(kind, rule, wording)                                                                          \
  {                                                                                                          \
    BAYAN_WORDING_HEADED, kind, "clean/" rule, wording                                                       \
  }
#define OPENS(kind, rule, wording)                                                                           \
  {                                                                                                          \
    BAYAN_WORDING_OPENS, kind, "clean/" rule, wording                                                        \
  }
#define AD(wording) LINE ("ad-marker", "ad-marker", wording)
#define SOURCE(wording) LINE ("source-link", "source-link", wording)
#define RELATED(wording) HEADED ("related-article", "related-article", wording)
#define RELATED_OPENS(wording) OPENS ("related-article", "related-article", wording)
#define TOP(wording) LINE ("back-to-top", "back-to-top", wording)
#define MORE(wording) LINE ("page-furniture", "read-more", wording)
#define TAGS(wording) HEADED ("page-furniture", "tags", wording)
#define FOLLOW(wording) OPENS ("page-furniture", "follow-us", wording)
#define COMMENTS(wording) LINE ("page-furniture", "comments", wording)
#define COMMENT_OPENS(wording) OPENS ("page-furniture", "comments", wording)
#define COUNTER(wording) HEADED ("page-furniture", "counter", wording)

/* Collected from what news sites and the themes behind them (WordPress, Drupal, Blogger) print around an
 * article. */
static const BayanWording WORDINGS[] = {
  AD ("إعلان"),
  AD ("إعلانات"),
  AD ("الإعلانات"),
  AD ("إعلان ممول"),
  AD ("إعلان مدفوع"),
  AD ("مساحة إعلانية"),
  AD ("محتوى إعلاني"),
  AD ("محتوى ممول"),
  AD ("محتوى برعاية"),
  AD ("المقال يستمر بعد الإعلان"),
  AD ("يستمر المقال بعد الإعلان"),
  AD ("يستمر المحتوى بعد الإعلان"),
  AD ("تابع القراءة بعد الإعلان"),
  AD ("إعلان - استمر في القراءة"),
  AD ("إعلانات مبوبة"),
  AD ("Article continues after advertisement"),
  AD ("La suite après la publicité"),
  AD ("Advertisement"),
  AD ("Advertisements"),
  AD ("Advertising"),
  AD ("Ad"),
  AD ("Ads"),
  AD ("Sponsored"),
  AD ("Sponsored content"),
  AD ("Promoted content"),
  AD ("Advertisement continue reading below"),
  AD ("Story continues below advertisement"),
  AD ("Publicité"),
  AD ("Contenu sponsorisé"),

  SOURCE ("Source link"),
  SOURCE ("Source"),
  SOURCE ("Link to source"),
  SOURCE ("Original source"),
  SOURCE ("المصدر"),
  SOURCE ("رابط المصدر"),
  SOURCE ("رابط الخبر"),
  SOURCE ("رابط الخبر الأصلي"),
  SOURCE ("المصدر من هنا"),
  SOURCE ("اضغط هنا لقراءة الخبر من مصدره"),
  SOURCE ("لقراءة الخبر من المصدر"),
  SOURCE ("مصدر الخبر"),
  SOURCE ("الرابط الأصلي"),
  SOURCE ("Lien source"),
  SOURCE ("Lire l'article original"),

  /* Before the headings over teasers: alone on a line these are buttons. */
  MORE ("قراءة المزيد"),
  MORE ("اقرأ المزيد"),
  MORE ("إقرأ المزيد"),
  MORE ("Read more"),
  MORE ("المزيد"),
  MORE ("عرض المزيد"),
  MORE ("أكمل القراءة"),
  MORE ("اقرأ أكثر"),
  MORE ("تحميل المزيد"),
  MORE ("تابع القراءة"),
  MORE ("Continue reading"),
  MORE ("Show more"),
  MORE ("Load more"),
  MORE ("Lire la suite"),
  MORE ("En savoir plus"),
  MORE ("عرض أقل"),
  MORE ("عرض الترجمة"),
  MORE ("عرض الأصل"),
  MORE ("See more"),
  MORE ("See less"),
  MORE ("Show less"),
  MORE ("See translation"),
  MORE ("Voir plus"),
  MORE ("Voir la traduction"),
  MORE ("إغلاق"),
  MORE ("Skip to content"),
  MORE ("Skip to main content"),
  MORE ("تخطي إلى المحتوى"),
  MORE ("التجاوز إلى المحتوى"),
  MORE ("انتقل إلى المحتوى"),

  RELATED ("مواضيع ذات صلة"),
  RELATED ("موضوعات ذات صلة"),
  RELATED ("مقالات ذات صلة"),
  RELATED ("أخبار ذات صلة"),
  RELATED ("الأخبار ذات الصلة"),
  RELATED ("المقالات ذات الصلة"),
  RELATED ("المواضيع ذات الصلة"),
  RELATED ("روابط ذات صلة"),
  RELATED ("ذات صلة"),
  RELATED ("موضوع ذو صلة"),
  RELATED ("مقال ذو صلة"),
  RELATED ("خبر ذو صلة"),
  RELATED ("مواضيع متعلقة"),
  RELATED ("مواضيع مرتبطة"),
  RELATED ("أخبار متعلقة"),
  RELATED ("أخبار مرتبطة"),
  RELATED ("مقالات مشابهة"),
  RELATED ("مواضيع مشابهة"),
  RELATED ("مقالات مرتبطة"),
  RELATED ("أخبار مشابهة"),
  RELATED ("المزيد حول"),
  RELATED ("اقرأ التالي"),
  RELATED ("المقال التالي"),
  RELATED ("المقال السابق"),
  RELATED ("الخبر التالي"),
  RELATED ("الخبر السابق"),
  RELATED ("اخترنا لك"),
  RELATED ("اخترنا لكم"),
  RELATED ("الأكثر قراءة"),
  RELATED ("الأكثر مشاهدة"),
  RELATED ("الأكثر تداولا"),
  RELATED ("آخر الأخبار"),
  RELATED ("أحدث الأخبار"),
  RELATED ("المزيد من الأخبار"),
  RELATED ("للمزيد"),
  RELATED ("قد يهمك"),
  RELATED ("Related"),
  RELATED ("Related articles"),
  RELATED ("Related posts"),
  RELATED ("Related stories"),
  RELATED ("Related topics"),
  RELATED ("Related news"),
  RELATED ("Related content"),
  RELATED ("Related links"),
  RELATED ("More stories"),
  RELATED ("Most read"),
  RELATED ("Most popular"),
  RELATED ("Recommended for you"),
  RELATED ("Read more"),
  RELATED ("Read next"),
  RELATED ("Up next"),
  RELATED ("Next article"),
  RELATED ("Previous article"),
  RELATED ("See also"),
  RELATED ("Read also"),
  RELATED ("Also read"),
  RELATED ("Latest news"),
  RELATED ("Articles similaires"),
  RELATED ("Articles liés"),
  RELATED ("Sur le même sujet"),
  RELATED ("Lire aussi"),
  RELATED ("À lire aussi"),
  RELATED ("Voir aussi"),
  RELATED ("Les plus lus"),
  RELATED_OPENS ("اقرأ أيضا"),
  RELATED_OPENS ("إقرأ أيضا"),
  RELATED_OPENS ("إقرأ كذلك"),
  RELATED_OPENS ("اقرأ كذلك"),
  RELATED_OPENS ("اقرأوا أيضا"),
  RELATED_OPENS ("شاهد أيضا"),
  RELATED_OPENS ("شاهدوا أيضا"),
  RELATED_OPENS ("طالع أيضا"),
  RELATED_OPENS ("انظر أيضا"),
  RELATED_OPENS ("تابع أيضا"),
  RELATED_OPENS ("اقرأ المزيد"),
  RELATED_OPENS ("إقرأ المزيد"),
  RELATED_OPENS ("اقرأ عن"),
  RELATED_OPENS ("قد يهمك أيضا"),
  RELATED_OPENS ("ربما يهمك"),
  RELATED_OPENS ("قد يعجبك"),
  RELATED_OPENS ("قد تهمك"),
  RELATED_OPENS ("You may also like"),
  RELATED_OPENS ("You might also like"),

  TOP ("زر الذهاب إلى الأعلى"),
  TOP ("الذهاب إلى الأعلى"),
  TOP ("الذهاب للأعلى"),
  TOP ("العودة إلى الأعلى"),
  TOP ("العودة للأعلى"),
  TOP ("إلى الأعلى"),
  TOP ("أعلى الصفحة"),
  TOP ("العودة إلى أعلى الصفحة"),
  TOP ("الانتقال إلى الأعلى"),
  TOP ("Back to top"),
  TOP ("Back to top button"),
  TOP ("Go to top"),
  TOP ("Scroll to top"),
  TOP ("Return to top"),
  TOP ("Top of page"),
  TOP ("Retour en haut"),
  TOP ("Haut de page"),

  TAGS ("الوسوم"),
  TAGS ("وسوم"),
  TAGS ("الكلمات المفتاحية"),
  TAGS ("كلمات مفتاحية"),
  TAGS ("الكلمات الدلالية"),
  TAGS ("كلمات دلالية"),
  TAGS ("الكلمات الدالة"),
  TAGS ("العلامات"),
  TAGS ("هاشتاغ"),
  TAGS ("Tags"),
  TAGS ("Tagged"),
  TAGS ("Keywords"),
  TAGS ("Filed under"),
  TAGS ("Mots-clés"),
  TAGS ("Étiquettes"),

  FOLLOW ("تابعونا على"),
  FOLLOW ("تابعنا على"),
  FOLLOW ("تابعوا صفحتنا"),
  FOLLOW ("تابعوا قناتنا"),
  FOLLOW ("اشترك في نشرتنا"),
  FOLLOW ("اشترك في النشرة"),
  FOLLOW ("اشترك بالنشرة"),
  FOLLOW ("اشتركوا في قناتنا"),
  FOLLOW ("اشترك في قناتنا"),
  FOLLOW ("انضم إلى قناتنا"),
  FOLLOW ("انضموا إلى قناتنا"),
  FOLLOW ("حمل تطبيق"),
  FOLLOW ("حملوا تطبيق"),
  FOLLOW ("لمتابعة آخر الأخبار"),
  FOLLOW ("النشرة البريدية"),
  FOLLOW ("Follow us on"),
  FOLLOW ("Subscribe to our"),
  FOLLOW ("Sign up for our newsletter"),
  FOLLOW ("Join our channel"),
  FOLLOW ("Download our app"),
  FOLLOW ("Abonnez-vous à notre"),
  FOLLOW ("Suivez-nous sur"),

  COMMENTS ("التعليقات"),
  COMMENTS ("اترك تعليقا"),
  COMMENTS ("أضف تعليقا"),
  COMMENTS ("اكتب تعليقا"),
  COMMENTS ("لا توجد تعليقات"),
  COMMENTS ("لا يوجد تعليقات"),
  COMMENTS ("إلغاء الرد"),
  COMMENTS ("تعليقات الزوار"),
  COMMENT_OPENS ("لن يتم نشر عنوان بريدك الإلكتروني"),
  COMMENT_OPENS ("احفظ اسمي"),
  COMMENT_OPENS ("الحقول الإلزامية"),
  COMMENT_OPENS ("Your email address will not be published"),
  COMMENT_OPENS ("Save my name"),
  COMMENT_OPENS ("Required fields are marked"),
  COMMENT_OPENS ("Votre adresse e-mail ne sera pas publiée"),
  COMMENT_OPENS ("كن أول من يعلق"),
  COMMENT_OPENS ("كن أول المعلقين"),
  COMMENT_OPENS ("Be the first to comment"),
  COMMENTS ("اترك تعليقا إلغاء الرد"),
  COMMENTS ("Leave a comment"),
  COMMENTS ("Leave a reply"),
  COMMENTS ("No comments"),
  COMMENTS ("Comments are closed"),
  COMMENTS ("Laisser un commentaire"),

  COUNTER ("عدد المشاهدات"),
  COUNTER ("المشاهدات"),
  COUNTER ("مشاهدات"),
  COUNTER ("عدد القراءات"),
  COUNTER ("وقت القراءة"),
  COUNTER ("مدة القراءة"),
  COUNTER ("زمن القراءة"),
  COUNTER ("حجم الخط"),
  COUNTER ("أقل من دقيقة"),
  COUNTER ("دقيقة واحدة"),
  COUNTER ("Reading time"),
  COUNTER ("Views"),
  COUNTER ("Temps de lecture"),

  OPENS ("page-furniture", "print-note", "طبعت هذه الصفحة"),
  OPENS ("page-furniture", "print-note", "تمت طباعة هذه الصفحة"),
  OPENS ("page-furniture", "print-note", "This page was printed"),
  OPENS ("page-furniture", "print-note", "Printed from"),
  OPENS ("page-furniture", "print-note", "Page imprimée"),

  LINE ("page-furniture", "disclaimer", "For information media. Not an official record"),
  LINE ("page-furniture", "end-mark", "انتهای پیام"),

  OPENS ("page-furniture", "copyright", "جميع الحقوق محفوظة"),
  OPENS ("page-furniture", "copyright", "كل الحقوق محفوظة"),
  OPENS ("page-furniture", "copyright", "حقوق النشر"),
  OPENS ("page-furniture", "copyright", "حقوق النسخ محفوظة"),
  OPENS ("page-furniture", "copyright", "حقوق الطبع"),
  OPENS ("page-furniture", "copyright", "Copyright"),
  OPENS ("page-furniture", "copyright", "All rights reserved"),
  OPENS ("page-furniture", "copyright", "Tous droits réservés"),
};

/* The words of a wording in the search key. */
typedef struct {
  char *words;
  gsize length;
  guint16 next; /* of those that begin alike: one more than its index; 0 if there is none */
} Key;

static struct {
  Key keys[G_N_ELEMENTS (WORDINGS)];
  guint16 first[BAYAN_KEY_INITIALS]; /* as Key's next */
} table;

static void
fill_table (void)
{
  for (guint i = G_N_ELEMENTS (WORDINGS); i > 0; i--)
    {
      Key *key = &table.keys[i - 1];
      guint16 *first;

      key->words = bayan_line_dup_words (WORDINGS[i - 1].wording, -1);
      key->length = strlen (key->words);
      first = &table.first[bayan_key_initial (key->words)];
      key->next = *first;
      *first = (guint16) i;
    }
}

/* Those of all WORDINGS, made once. */
static const Key *
wording_keys (void)
{
  static gsize made;

  if (g_once_init_enter (&made))
    {
      fill_table ();
      g_once_init_leave (&made, 1);
    }
  return table.keys;
}

/* Where @folded goes on behind its first words, which are those of @key; @key is a prefix of its words. */
static const char *
skip_words (const char *folded, const char *key)
{
  gsize letters = strlen (key);
  const char *at = folded;

  for (const char *space = key; (space = strchr (space, ' ')) != NULL; space++)
    letters--;
  while (letters > 0 && *at != '\0')
    {
      const char *next = g_utf8_next_char (at);

      if (g_unichar_isalnum (g_utf8_get_char (at)))
        letters -= MIN (letters, (gsize) (next - at));
      at = next;
    }
  return at;
}

static gboolean
begins_with_separator (const char *rest)
{
  static const char *const SEPARATORS = ":|–—-»>›←→/…";

  while (*rest != '\0' && g_unichar_isspace (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  return *rest == '\0' || g_utf8_strchr (SEPARATORS, -1, g_utf8_get_char (rest)) != NULL;
}

static gboolean
has_shape (const BayanWording *self, const Key *key, const BayanLineView *line)
{
  gboolean whole = line->words[key->length] == '\0';

  if (!whole && line->words[key->length] != ' ')
    return FALSE;
  switch (self->shape)
    {
    case BAYAN_WORDING_HEADED:
      return whole
             || (line->n_words <= HEADED_MAX_WORDS
                 && begins_with_separator (skip_words (line->folded, key->words)));
    case BAYAN_WORDING_OPENS:
      return whole || (line->n_words <= OPENS_MAX_WORDS && !line->ends_sentence)
             || (line->n_words <= HEADED_MAX_WORDS
                 && begins_with_separator (skip_words (line->folded, key->words)));
    case BAYAN_WORDING_LINE:
    default:
      return whole;
    }
}

/**
 * bayan_wording_find:
 *
 * Returns: (transfer none) (nullable): the row that @line is an instance of
 */
const BayanWording *
bayan_wording_find (const BayanLineView *line)
{
  const Key *keys = wording_keys ();

  for (guint i = table.first[bayan_key_initial (line->words)]; i > 0; i = keys[i - 1].next)
    if (strncmp (keys[i - 1].words, line->words, keys[i - 1].length) == 0
        && has_shape (&WORDINGS[i - 1], &keys[i - 1], line))
      return &WORDINGS[i - 1];
  return NULL;
}

/**
 * bayan_wording_is_alone:
 *
 * Returns: whether @line, an instance of @self, says nothing more: a heading over what follows
 */
gboolean
bayan_wording_is_alone (const BayanWording *self, const BayanLineView *line)
{
  return strcmp (wording_keys ()[self - WORDINGS].words, line->words) == 0;
}
