/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-furniture-words.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-key.h"

#define MAX_BYTES 200

/* A weak word does not make a line on its own: "العراق" may be a dateline, "أخبار العراق" is a section. */
typedef struct {
  gboolean strong;
  const char *word;
} Entry;

static const Entry SECTIONS[] = {
  { TRUE, "أخبار" },
  { TRUE, "الأخبار" },
  { TRUE, "سلايد" },
  { TRUE, "سلايدر" },
  { TRUE, "السلايدر" },
  { TRUE, "الرئيسية" },
  { TRUE, "سياسة" },
  { TRUE, "السياسة" },
  { TRUE, "اقتصاد" },
  { TRUE, "الاقتصاد" },
  { TRUE, "رياضة" },
  { TRUE, "منوعات" },
  { TRUE, "محليات" },
  { TRUE, "المحليات" },
  { TRUE, "عربي ودولي" },
  { TRUE, "عربيات ودوليات" },
  { TRUE, "شؤون عربية" },
  { TRUE, "شؤون دولية" },
  { TRUE, "غير مصنف" },
  { TRUE, "تصنيفات" },
  { TRUE, "مقالات" },
  { TRUE, "تقارير" },
  { TRUE, "مختارات" },
  { TRUE, "أهم الأخبار" },
  { TRUE, "آخر الأخبار" },
  { TRUE, "أخبار مميزة" },
  { TRUE, "مباشر" },
  { TRUE, "بث مباشر" },
  { TRUE, "تغطية مباشرة" },
  { TRUE, "Live" },
  { TRUE, "Live updates" },
  { TRUE, "En direct" },
  { TRUE, "News" },
  { TRUE, "Featured" },
  { TRUE, "Slider" },
  { TRUE, "Politics" },
  { TRUE, "Uncategorized" },
  { TRUE, "Top stories" },
  { TRUE, "Headlines" },
  { TRUE, "Actualités" },
  { TRUE, "Politique" },
  { TRUE, "À la une" },
  { FALSE, "رئيسي" },
  { FALSE, "رئيسية" },
  { FALSE, "العالم" },
  { FALSE, "عالمية" },
  { FALSE, "العالمية" },
  { FALSE, "دولية" },
  { FALSE, "الدولية" },
  { FALSE, "دولي" },
  { FALSE, "عربية" },
  { FALSE, "العربية" },
  { FALSE, "عربي" },
  { FALSE, "محلية" },
  { FALSE, "المحلية" },
  { FALSE, "سياسية" },
  { FALSE, "السياسية" },
  { FALSE, "اقتصادية" },
  { FALSE, "مهمة" },
  { FALSE, "عاجلة" },
  { FALSE, "الوطن" },
  { FALSE, "وطنية" },
  { FALSE, "الوطنية" },
  { FALSE, "الشرق الأوسط" },
  { FALSE, "أفريقيا" },
  { FALSE, "إفريقيا" },
  { FALSE, "آسيا" },
  { FALSE, "أوروبا" },
  { FALSE, "الخليج" },
  { FALSE, "الدول العربية" },
  { FALSE, "الوطن العربي" },
  { FALSE, "العراق" },
  { FALSE, "سوريا" },
  { FALSE, "لبنان" },
  { FALSE, "الأردن" },
  { FALSE, "فلسطين" },
  { FALSE, "مصر" },
  { FALSE, "ليبيا" },
  { FALSE, "تونس" },
  { FALSE, "الجزائر" },
  { FALSE, "المغرب" },
  { FALSE, "موريتانيا" },
  { FALSE, "السودان" },
  { FALSE, "السعودية" },
  { FALSE, "الإمارات" },
  { FALSE, "الكويت" },
  { FALSE, "قطر" },
  { FALSE, "البحرين" },
  { FALSE, "عمان" },
  { FALSE, "اليمن" },
  { FALSE, "و" },
  { FALSE, "World" },
  { FALSE, "Middle East" },
  { FALSE, "Africa" },
  { FALSE, "Europe" },
  { FALSE, "Asia" },
  { FALSE, "International" },
  { FALSE, "Home" },
  { FALSE, "Monde" },
  { FALSE, "Accueil" },
};

/* With the sections, what else is in the menu of a page. */
static const Entry MENUS[] = {
  { TRUE, "القائمة" }, { TRUE, "بحث" },          { TRUE, "بحث عن" },       { TRUE, "ابحث" },
  { TRUE, "فيديو" },   { TRUE, "صور" },          { TRUE, "رأي" },          { TRUE, "آراء" },
  { TRUE, "ثقافة" },   { TRUE, "ثقافة وفنون" },  { TRUE, "فنون" },         { TRUE, "تكنولوجيا" },
  { TRUE, "علوم" },    { TRUE, "صحة" },          { TRUE, "مجتمع" },        { TRUE, "حوادث" },
  { TRUE, "برامج" },   { TRUE, "البث المباشر" }, { TRUE, "تسجيل الدخول" }, { TRUE, "Menu" },
  { TRUE, "Search" },  { TRUE, "Business" },     { TRUE, "Opinion" },      { TRUE, "Sports" },
  { TRUE, "Sport" },   { TRUE, "Culture" },      { TRUE, "Video" },        { TRUE, "Log in" },
  { TRUE, "Sign in" }, { TRUE, "Subscribe" },    { TRUE, "Économie" },     { TRUE, "Culture" },
  { TRUE, "Société" }, { TRUE, "Sports" },       { TRUE, "Se connecter" }, { TRUE, "S'abonner" },
};

static const Entry SHARING[] = {
  { TRUE, "شارك" },
  { TRUE, "شاركها" },
  { TRUE, "شاركه" },
  { TRUE, "مشاركة" },
  { FALSE, "المشاركة" },
  { TRUE, "مشاركة عبر البريد" },
  { TRUE, "مشاركة المقال" },
  { TRUE, "مشاركة الخبر" },
  { TRUE, "فيسبوك" },
  { TRUE, "الفيسبوك" },
  { TRUE, "فيس بوك" },
  { TRUE, "تويتر" },
  { TRUE, "إكس" },
  { TRUE, "واتساب" },
  { TRUE, "واتس آب" },
  { TRUE, "تيلقرام" },
  { TRUE, "تلغرام" },
  { TRUE, "تليغرام" },
  { TRUE, "تيليغرام" },
  { TRUE, "تيليجرام" },
  { TRUE, "تلجرام" },
  { TRUE, "لينكدإن" },
  { TRUE, "لينكد إن" },
  { TRUE, "بينتيريست" },
  { TRUE, "ماسنجر" },
  { TRUE, "فايبر" },
  { TRUE, "طباعة" },
  { TRUE, "نسخ الرابط" },
  { TRUE, "انسخ الرابط" },
  { TRUE, "تم نسخ الرابط" },
  { TRUE, "تابع" },
  { TRUE, "متابعة" },
  { TRUE, "Follow" },
  { TRUE, "نسخ" },
  { TRUE, "حفظ" },
  { TRUE, "استمع" },
  { TRUE, "استماع" },
  { TRUE, "استمع إلى المقال" },
  { TRUE, "تغريد" },
  { TRUE, "غرّد" },
  { TRUE, "انشر" },
  { TRUE, "انقر" },
  { TRUE, "اضغط" },
  { TRUE, "للمشاركة" },
  { TRUE, "لنسخ الرابط" },
  { TRUE, "تكبير" },
  { TRUE, "تصغير" },
  { TRUE, "حجم" },
  { FALSE, "الخط" },
  { FALSE, "فتح في نافذة جديدة" },
  { FALSE, "إلى" },
  { FALSE, "أرسل" },
  { FALSE, "إرسال" },
  { FALSE, "لصديق" },
  { FALSE, "إلى صديق" },
  { TRUE, "نسخة للطباعة" },
  { TRUE, "للطباعة" },
  { TRUE, "Listen" },
  { TRUE, "Save" },
  { TRUE, "Click to share" },
  { FALSE, "Opens in new window" },
  { TRUE, "Bookmark" },
  { TRUE, "Écouter" },
  { TRUE, "Enregistrer" },
  { TRUE, "Copier le lien" },
  { TRUE, "غرد" },
  { TRUE, "Share" },
  { TRUE, "Tweet" },
  { TRUE, "Facebook" },
  { TRUE, "Twitter" },
  { TRUE, "WhatsApp" },
  { TRUE, "Telegram" },
  { TRUE, "LinkedIn" },
  { TRUE, "Pinterest" },
  { TRUE, "Reddit" },
  { TRUE, "Messenger" },
  { TRUE, "Print" },
  { TRUE, "Copy link" },
  { TRUE, "Partager" },
  { TRUE, "Imprimer" },
  { FALSE, "على" },
  { FALSE, "عبر" },
  { FALSE, "هذا" },
  { FALSE, "هذه" },
  { FALSE, "المقال" },
  { FALSE, "المقالة" },
  { FALSE, "الخبر" },
  { FALSE, "الموضوع" },
  { FALSE, "الصفحة" },
  { FALSE, "بريد" },
  { FALSE, "البريد" },
  { FALSE, "إلكتروني" },
  { FALSE, "الإلكتروني" },
  { FALSE, "مع" },
  { FALSE, "أصدقائك" },
  { FALSE, "الرابط" },
  { FALSE, "X" },
  { FALSE, "on" },
  { FALSE, "via" },
  { FALSE, "this" },
  { FALSE, "article" },
  { FALSE, "post" },
  { FALSE, "story" },
  { FALSE, "Email" },
  { FALSE, "by" },
  { FALSE, "link" },
  { FALSE, "sur" },
  { FALSE, "par" },
};

static const Entry CONSENT[] = {
  { TRUE, "قبول" },
  { TRUE, "قبول الكل" },
  { TRUE, "أوافق" },
  { TRUE, "موافق" },
  { TRUE, "أقبل" },
  { TRUE, "رفض" },
  { TRUE, "رفض الكل" },
  { TRUE, "إغلاق" },
  { TRUE, "حسنا" },
  { TRUE, "فهمت" },
  { TRUE, "قراءة المزيد" },
  { TRUE, "اقرأ المزيد" },
  { TRUE, "معرفة المزيد" },
  { TRUE, "اعرف المزيد" },
  { TRUE, "المزيد" },
  { TRUE, "إعدادات ملفات تعريف الارتباط" },
  { TRUE, "الإعدادات" },
  { TRUE, "سياسة الخصوصية" },
  { TRUE, "سياسة ملفات تعريف الارتباط" },
  { TRUE, "تخصيص" },
  { TRUE, "Accept" },
  { TRUE, "Accept all" },
  { TRUE, "I agree" },
  { TRUE, "OK" },
  { TRUE, "Got it" },
  { TRUE, "Reject" },
  { TRUE, "Reject all" },
  { TRUE, "Decline" },
  { TRUE, "Read more" },
  { TRUE, "Learn more" },
  { TRUE, "Settings" },
  { TRUE, "Cookie settings" },
  { TRUE, "Privacy policy" },
  { TRUE, "Close" },
  { TRUE, "Accepter" },
  { TRUE, "Tout accepter" },
  { TRUE, "Refuser" },
  { TRUE, "En savoir plus" },
  { TRUE, "Paramètres" },
  { FALSE, "و" },
};

static const Entry COUNTERS[] = {
  { TRUE, "دقيقة" },          { TRUE, "دقائق" },
  { TRUE, "دقيقتان" },        { TRUE, "دقيقة واحدة" },
  { TRUE, "أقل من دقيقة" },   { TRUE, "مشاهدة" },
  { TRUE, "مشاهدات" },        { TRUE, "قراءة" },
  { TRUE, "قراءات" },         { TRUE, "تعليق" },
  { TRUE, "تعليقات" },        { TRUE, "زيارة" },
  { TRUE, "إعجاب" },          { TRUE, "مشاركات" },
  { TRUE, "views" },          { TRUE, "view" },
  { TRUE, "comments" },       { TRUE, "comment" },
  { TRUE, "min read" },       { TRUE, "minutes read" },
  { TRUE, "minute read" },    { TRUE, "القراءات" },
  { TRUE, "المشاهدات" },      { TRUE, "الردود" },
  { TRUE, "تمت قراءة" },      { TRUE, "شوهد" },
  { FALSE, "قرئ" },           { FALSE, "هذا" },
  { FALSE, "الخبر" },         { FALSE, "المقال" },
  { FALSE, "الموضوع" },       { FALSE, "عدد" },
  { TRUE, "عدد القراءات" },   { TRUE, "عدد الزيارات" },
  { TRUE, "عدد المشاهدات" },  { FALSE, "مرة" },
  { FALSE, "مرات" },          { TRUE, "منذ" },
  { FALSE, "سنة" },           { FALSE, "سنوات" },
  { FALSE, "شهر" },           { FALSE, "أشهر" },
  { FALSE, "يوم" },           { FALSE, "أيام" },
  { FALSE, "ساعة" },          { FALSE, "ساعات" },
  { FALSE, "للقراءة" },
  { FALSE, "في" },       { FALSE, "times" },
  { TRUE, "viewed" },         { TRUE, "times read" },
  { FALSE, "ago" },           { TRUE, "min" },
  { TRUE, "reads" },          { TRUE, "likes" },
  { TRUE, "shares" },         { TRUE, "vues" },
  { TRUE, "commentaires" },   { TRUE, "commentaire" },
  { TRUE, "min de lecture" }, { TRUE, "minutes de lecture" },
};

static const Entry FOOTERS[] = {
  { TRUE, "من نحن" },
  { TRUE, "اتصل بنا" },
  { TRUE, "تواصل معنا" },
  { TRUE, "سياسة الخصوصية" },
  { TRUE, "الخصوصية" },
  { TRUE, "شروط الاستخدام" },
  { TRUE, "سياسة الاستخدام" },
  { TRUE, "الشروط والأحكام" },
  { TRUE, "خريطة الموقع" },
  { TRUE, "أعلن معنا" },
  { TRUE, "للإعلان معنا" },
  { TRUE, "الإعلانات" },
  { TRUE, "وظائف" },
  { TRUE, "الأسئلة الشائعة" },
  { TRUE, "هيئة التحرير" },
  { TRUE, "النسخة الكاملة" },
  { TRUE, "حول الموقع" },
  { TRUE, "عن الموقع" },
  { TRUE, "إخلاء المسؤولية" },
  { TRUE, "About us" },
  { TRUE, "About" },
  { TRUE, "Contact us" },
  { TRUE, "Contact" },
  { TRUE, "Privacy policy" },
  { TRUE, "Privacy" },
  { TRUE, "Terms of use" },
  { TRUE, "Terms" },
  { TRUE, "Terms and conditions" },
  { TRUE, "Site map" },
  { TRUE, "Sitemap" },
  { TRUE, "Advertise" },
  { TRUE, "Advertise with us" },
  { TRUE, "Careers" },
  { TRUE, "Accessibility" },
  { TRUE, "Disclaimer" },
  { TRUE, "Corrections" },
  { TRUE, "Full site" },
  { TRUE, "Cookie policy" },
  { TRUE, "Mentions légales" },
  { TRUE, "Plan du site" },
  { TRUE, "Nous contacter" },
  { TRUE, "Qui sommes-nous" },
  { TRUE, "Données personnelles" },
  { TRUE, "Accessibilité" },
  { TRUE, "Gestion des cookies" },
  { TRUE, "CGU" },
  { FALSE, "و" },
};

static const Entry FORMS[] = {
  { TRUE, "الاسم" },
  { TRUE, "البريد الإلكتروني" },
  { TRUE, "الموقع الإلكتروني" },
  { TRUE, "الموقع" },
  { TRUE, "التعليق" },
  { TRUE, "تعليق" },
  { TRUE, "إرسال التعليق" },
  { TRUE, "إرسال" },
  { TRUE, "أرسل تعليقك" },
  { TRUE, "أرسل" },
  { TRUE, "اكتب تعليقك" },
  { TRUE, "اكتب تعليقك هنا" },
  { TRUE, "إلغاء الرد" },
  { TRUE, "عنوان التعليق" },
  { TRUE, "Name" },
  { TRUE, "Email" },
  { TRUE, "Website" },
  { TRUE, "Comment" },
  { TRUE, "Post comment" },
  { TRUE, "Submit" },
  { TRUE, "Send" },
  { TRUE, "Cancel reply" },
  { TRUE, "Nom" },
  { TRUE, "E-mail" },
  { TRUE, "Site web" },
  { TRUE, "Commentaire" },
  { TRUE, "Publier" },
  { TRUE, "Envoyer" },
};

static const struct {
  const Entry *entries;
  guint n_entries;
} LEXICA[BAYAN_FURNITURE_N] = {
  [BAYAN_FURNITURE_SECTIONS] = { SECTIONS, G_N_ELEMENTS (SECTIONS) },
  [BAYAN_FURNITURE_MENUS] = { MENUS, G_N_ELEMENTS (MENUS) },
  [BAYAN_FURNITURE_SHARING] = { SHARING, G_N_ELEMENTS (SHARING) },
  [BAYAN_FURNITURE_CONSENT] = { CONSENT, G_N_ELEMENTS (CONSENT) },
  [BAYAN_FURNITURE_COUNTERS] = { COUNTERS, G_N_ELEMENTS (COUNTERS) },
  [BAYAN_FURNITURE_FOOTERS] = { FOOTERS, G_N_ELEMENTS (FOOTERS) },
  [BAYAN_FURNITURE_FORMS] = { FORMS, G_N_ELEMENTS (FORMS) },
};

/* Writes the letters of @words without the spaces to @glued, which has room for as many. Returns how many bytes. */
static gsize
glue (const char *words, char *glued)
{
  gsize length = 0;

  for (; *words != '\0'; words++)
    if (*words != ' ')
      glued[length++] = *words;
  glued[length] = '\0';
  return length;
}

/* An entry as it is compared. */
typedef struct {
  char *letters;
  gsize length;
  guint16 next; /* of those that begin alike: one more than its index; 0 if there is none */
} Key;

typedef struct {
  Key *keys;
  guint16 first[BAYAN_KEY_INITIALS]; /* as Key's next */
} Lexicon;

static void
make_lexicon (Lexicon *self, const Entry *entries, guint n_entries)
{
  self->keys = g_new0 (Key, n_entries);
  for (guint i = 0; i < n_entries; i++)
    {
      Key *key = &self->keys[i];
      guint16 *first;

      key->letters = bayan_fold (entries[i].word, -1, BAYAN_FOLD_SEARCH);
      key->length = glue (key->letters, key->letters);
      first = &self->first[bayan_key_initial (key->letters)];
      key->next = *first;
      *first = (guint16) (i + 1);
    }
}

/* All of them, made once. */
static const Lexicon *
get_lexica (void)
{
  static Lexicon lexica[BAYAN_FURNITURE_N];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < BAYAN_FURNITURE_N; i++)
        make_lexicon (&lexica[i], LEXICA[i].entries, LEXICA[i].n_entries);
      g_once_init_leave (&made, 1);
    }
  return lexica;
}

/**
 * bayan_furniture_words_make:
 * @words: the words of a line in the search key
 *
 * Spaces count for nothing, because scraping glues such words together ("العالمسلايد").
 *
 * Returns: whether @words is made of entries of @lexicon and nothing else, at least one of them a strong one
 */
gboolean
bayan_furniture_words_make (BayanFurnitureWords lexicon, const char *words)
{
  /* For each position: whether entries lead to it, and whether a strong one was among them */
  guint8 reached[MAX_BYTES + 1] = { TRUE }, strong[MAX_BYTES + 1] = { FALSE };
  const Lexicon *self = &get_lexica ()[lexicon];
  char glued[MAX_BYTES + 1];
  gsize length = strnlen (words, MAX_BYTES + 1);

  if (length == 0 || length > MAX_BYTES)
    return FALSE;
  length = glue (words, glued);
  for (gsize at = 0; at < length; at++)
    for (guint i = reached[at] ? self->first[bayan_key_initial (glued + at)] : 0; i > 0;
         i = self->keys[i - 1].next)
      {
        const Key *key = &self->keys[i - 1];

        if (key->length > length - at || memcmp (glued + at, key->letters, key->length) != 0)
          continue;
        reached[at + key->length] = TRUE;
        strong[at + key->length] |= (guint8) (strong[at] || LEXICA[lexicon].entries[i - 1].strong);
      }
  return reached[length] && strong[length];
}
