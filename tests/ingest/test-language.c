/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seven languages told apart by a sentence each, and pages in two of them. */
#include "support-ingest.h"

static const char *const ARABIC[] = {
  "أكد وزراء الخارجية في ختام اجتماعهم التزامهم بدعم الحل السياسي في المنطقة.",
  "بحث الرئيس مع ضيفه سبل تعزيز العلاقات الثنائية بين البلدين الشقيقين اليوم.",
  "دعت الأمم المتحدة جميع الأطراف إلى ضبط النفس ووقف إطلاق النار فورا.",
  "وصل وفد من الخبراء إلى العاصمة صباح أمس لتقييم الأضرار التي خلفتها السيول.",
  "رحبت الجامعة العربية بالبيان الصادر عن القمة وأشادت بجهود الوساطة المبذولة.",
  "استقبل سفير المملكة المتحدة ممثلي المنظمات الإنسانية العاملة في مخيمات النازحين.",
  "وقعت الحكومتان مذكرة تفاهم تتعلق بنقل المحتجزين وإعادة تأهيلهم ودمجهم.",
  "قال المتحدث باسم الوزارة إن المحادثات ستستأنف خلال الأسبوع المقبل في جنيف.",
  "عقدت اللجنة المشتركة دورتها الثالثة برئاسة وزيري المالية في كلا البلدين.",
  "شددت المجموعة على أهمية محاسبة المسؤولين عن الهجمات التي استهدفت المدنيين.",
  "اعتمد مجلس الأمن القرار بإجماع أعضائه وطلب إلى الأمين العام تقديم تقرير.",
  "أعلن البنك المركزي عن تقديم منحة لإعادة إعمار المدارس في القرى المحررة.",
};
static const char *const PERSIAN[] = {
  "وزیر امور خارجه در نشست خبری خود گفت که گفتگوها درباره این پرونده ادامه دارد.",
  "رئیس جمهور با همتای عراقی خود درباره گسترش روابط دو کشور گفت و گو کرد.",
  "نمایندگان دو کشور برای بررسی راه‌های همکاری‌های اقتصادی در تهران دیدار "
  "کردند.",
  "سخنگوی وزارت امور خارجه این اقدام را محکوم کرد و خواستار توقف آن شد.",
  "این بیانیه از سوی دبیرخانه سازمان همکاری اسلامی در جده منتشر شده است.",
  "به گزارش خبرگزاری رسمی، سفیر ایران در بغداد با نخست وزیر عراق دیدار کرد.",
  "کشورهای منطقه باید برای مقابله با تروریسم با یکدیگر همکاری نزدیک داشته باشند.",
  "در پایان این نشست که دو روز به طول انجامید بیانیه مشترکی صادر شد.",
  "او افزود که ایران از هر تلاشی برای برقراری صلح در یمن حمایت "
  "می‌کند.",
  "مقام‌های دو کشور بر اهمیت امنیت مرزها و مبارزه با قاچاق تاکید "
  "کردند.",
  "هیات ایرانی فردا برای شرکت در این اجلاس به مسکو خواهد رفت.",
  "وی تصریح کرد که تحریم‌ها باید به طور کامل و یکجا برداشته "
  "شود.",
};
static const char *const SORANI[] = {
  "وەزیری دەرەوە ڕایگەیاند کە گفتوگۆکان لەگەڵ وڵاتانی دراوسێ بەردەوامن.",
  "سەرۆکی هەرێمی کوردستان پێشوازی لە شاندێکی باڵای نەتەوە یەکگرتووەکان کرد.",
  "لە کۆبوونەوەکەدا جەخت لەسەر پێویستی پاراستنی ئاسایشی سنوورەکان کرایەوە.",
  "حکومەتی هەرێم ئامادەیی خۆی بۆ هاوکاریکردنی ئاوارەکان دەربڕی.",
  "هەردوو لا ڕێککەوتن لەسەر ئەوەی کە دانوستانەکان هەفتەی داهاتوو دەست پێ بکەنەوە.",
  "ئەو پەیامە لە لایەن نووسینگەی ڕاگەیاندنی وەزارەتەوە بڵاوکرایەوە.",
  "هێزەکانی پێشمەرگە لە شەڕی دژی تیرۆر ڕۆڵێکی گەورەیان هەبوو.",
  "کۆنسوڵی گشتی لە هەولێر سەردانی کەمپی ئاوارەکانی کرد.",
  "پەرلەمان لە دانیشتنی ئەمڕۆیدا یاسایەکی نوێی پەسەند کرد.",
  "بەرپرسانی هاوپەیمانی نێودەوڵەتی لەگەڵ وەزیری بەرگری کۆبوونەوە.",
  "ڕێکخراوەکان داوایان کرد یارمەتی زیاتر بۆ خەڵکی ناوچەکە بنێردرێت.",
  "ئەم بڕیارە دوای گفتوگۆیەکی درێژ لە نێوان لایەنەکان درا.",
};
static const char *const ENGLISH[] = {
  "The ministers agreed to meet again in the spring of the next year.",
  "Members of the Coalition reaffirmed their shared determination to defeat the group.",
  "She said that the government will continue its support for displaced families.",
  "Representatives from thirty countries gathered in Rome to discuss the way forward.",
  "The Secretary-General welcomed the agreement and urged all parties to implement it.",
  "In a joint statement, both sides condemned the attack on the embassy.",
  "Talks between the two delegations ended without an agreement on the main issues.",
  "The Council has adopted a resolution that extends the mandate of the mission.",
  "Humanitarian agencies warned that funding for the camps is running out.",
  "His Excellency thanked the host country for its hospitality and its leadership.",
  "Officials are expected to sign the memorandum at the end of the visit.",
  "We remain committed to the unity and the territorial integrity of Iraq.",
};
static const char *const FRENCH[] = {
  "Les ministres se sont réunis dans la capitale pour parler de la paix.",
  "Le porte-parole du ministère a condamné cette attaque contre les civils.",
  "Le président a reçu une délégation de parlementaires venus de plusieurs pays.",
  "La France appelle toutes les parties à la retenue et au dialogue.",
  "Dans un communiqué conjoint, les deux pays ont salué les progrès accomplis.",
  "Les participants ont souligné le rôle des organisations régionales dans ce processus.",
  "Une réunion de suivi se tiendra à Nouakchott avant la fin du mois.",
  "Il a rappelé que la sécurité des frontières demeure une priorité commune.",
  "Le Conseil de sécurité a prorogé le mandat de la mission au Mali.",
  "Cette aide est destinée aux familles qui ont fui les combats.",
  "L’ambassadeur a remis ses lettres de créance au chef de l’État.",
  "Nous réaffirmons notre soutien au gouvernement et au peuple libyens.",
};
static const char *const TURKISH[] = {
  "Komşu ülkelerin dışişleri bakanları başkentte bir araya geldi ve karar aldı.",
  "Cumhurbaşkanı, Irak Başbakanı ile bölgesel gelişmeleri görüştü ve açıklama yaptı.",
  "Dışişleri Bakanlığı saldırıyı kınadı ve yaralılara acil şifalar diledi.",
  "Taraflar terörle mücadele konusunda iş birliğini sürdürme kararı aldı.",
  "Bakan, sınır güvenliği için yeni önlemlerin alınacağını söyledi.",
  "Toplantı sonunda yayımlanan ortak bildiride ateşkes çağrısı yapıldı.",
  "Türkiye, Suriye'nin toprak bütünlüğüne olan desteğini bir kez daha vurguladı.",
  "Heyet, yarın Ankara'da üst düzey görüşmeler gerçekleştirecek.",
  "Birleşmiş Milletler yetkilileri yardımların artırılması gerektiğini belirtti.",
  "İki ülke arasında ticaret hacminin artırılması hedefleniyor.",
  "Büyükelçi, mülteci kampını ziyaret ederek incelemelerde bulundu.",
  "Konferansa otuz ülkeden temsilci katıldı ve sonuç bildirgesi kabul edildi.",
};
static const char *const KURMANJI[] = {
  "Wezîrê derve yê Iraqê li Bexdayê bi balyozê Amerîkayê re civiya.",
  "Serokê Herêma Kurdistanê pêşwazî li şandeke Neteweyên Yekbûyî kir.",
  "Hêzên Sûriyeya Demokratîk daxuyaniyek li ser êrîşê belav kirin.",
  "Di civînê de rewşa penaberan û ewlehiya sînoran hat gotûbêjkirin.",
  "Herdu aliyan li ser berdewamkirina danûstandinan li hev kirin.",
  "Koalîsyona Navdewletî ragihand ku şer li dijî DAIŞê berdewam dike.",
  "Me biryar da ku em ê alîkariya malbatên koçber bikin.",
  "Berpirsan got ku av û elektrîk ji bo gundan hatiye vegerandin.",
  "Konferans bi beşdariya sih welatan li bajarê Romayê hat lidarxistin.",
  "Wezaretê di daxuyaniyekê de êrîşa li ser kampê şermezar kir.",
  "Ew dê sibê ji bo hevdîtinan biçe paytexta Fransayê.",
  "Nûner ji her aliyî ve hatin û li ser aştiyê axivîn.",
};

static void
check_all (const char *const *sentences, guint n_sentences, const char *language)
{
  g_assert_cmpuint (n_sentences, >=, 12);
  for (guint i = 0; i < n_sentences; i++)
    {
      g_autoptr (BayanStatement) statement = ingest_text (sentences[i]);

      if (g_strcmp0 (statement->language, language) != 0)
        g_error ("%s, not %s: %s", statement->language, language, sentences[i]);
    }
}

static void
test_sentences (void)
{
  check_all (ARABIC, G_N_ELEMENTS (ARABIC), "ar");
  check_all (PERSIAN, G_N_ELEMENTS (PERSIAN), "fa");
  check_all (SORANI, G_N_ELEMENTS (SORANI), "ckb");
  check_all (ENGLISH, G_N_ELEMENTS (ENGLISH), "en");
  check_all (FRENCH, G_N_ELEMENTS (FRENCH), "fr");
  check_all (TURKISH, G_N_ELEMENTS (TURKISH), "tr");
  check_all (KURMANJI, G_N_ELEMENTS (KURMANJI), "ku");
}

static char *
join (const char *const *first, guint n_first, const char *const *second, guint n_second)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_first; i++)
    g_string_append_printf (text, "%s\n", first[i]);
  for (guint i = 0; i < n_second; i++)
    g_string_append_printf (text, "%s\n", second[i]);
  return g_string_free (text, FALSE);
}

/* What most of a page is written in, whichever comes first. */
static void
test_mixed (void)
{
  const struct {
    const char *const *first;
    guint n_first;
    const char *const *second;
    guint n_second;
    const char *language;
  } CASES[] = {
    { ENGLISH, 3, ARABIC, 12, "ar" }, { ARABIC, 3, ENGLISH, 12, "en" }, { PERSIAN, 12, ENGLISH, 4, "fa" },
    { FRENCH, 4, ARABIC, 12, "ar" },  { ARABIC, 4, FRENCH, 12, "fr" },  { SORANI, 12, KURMANJI, 4, "ckb" },
    { ARABIC, 3, PERSIAN, 12, "fa" }, { TURKISH, 12, ARABIC, 4, "tr" }, { KURMANJI, 12, SORANI, 4, "ku" },
    { ENGLISH, 3, FRENCH, 12, "fr" }, { FRENCH, 3, ENGLISH, 12, "en" }, { ARABIC, 2, SORANI, 12, "ckb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *text = join (CASES[i].first, CASES[i].n_first, CASES[i].second, CASES[i].n_second);
      g_autoptr (BayanStatement) statement = ingest_text (text);

      g_test_message ("%u", i);
      g_assert_cmpstr (statement->language, ==, CASES[i].language);
    }
}

/* Arabic as it is typed where the keyboard is another one, and texts that quote other languages. */
static void
test_odd (void)
{
  static const struct {
    const char *text, *language;
  } CASES[] = {
    { "أکد وزیر الخارجیة فی ختام الاجتماع التزام بلاده بدعم الحل السیاسی.", "ar" },
    { "بيان وزارة الخارجية حول الأحداث في گرميان وچمچمال", "ar" },
    { "وزير خارجه ايران در ديدار با همتاي عراقي خود گفت كه گفتگوها ادامه دارد.", "fa" },
    { "2021", "ar" },
    { "UNHCR 2021", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (BayanStatement) statement = ingest_text (CASES[i].text);

      g_test_message ("%s", CASES[i].text);
      g_assert_cmpstr (statement->language, ==, CASES[i].language);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/language/sentences", test_sentences);
  g_test_add_func ("/ingest/language/mixed", test_mixed);
  g_test_add_func ("/ingest/language/odd", test_odd);
  return g_test_run ();
}
