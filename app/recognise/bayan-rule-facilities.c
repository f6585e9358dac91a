/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Airports, palaces, hospitals, bridges and the like: a noun for what stands there, with a place, a person, a day or
 * a word that no table knows behind it. */
#include <string.h>

#include "bayan-person-names.h"
#include "bayan-rules.h"

typedef enum {
  NAMED = 1 << 0, /* by any word that no table knows, or by one with the article that is no common word */
  HOUSE =
      1 << 1, /* by a common word with the article as well: فندق الحياة, قصر الضيافة; not مستشفى المدينة */
  GOVERNED =
      1
      << 2, /* without the article only behind a preposition: في سجن بدوش; سجن ناشط is what is done to him */
  SQUARE = 1 << 3, /* by what squares are called after: ساحة التحرير; not ساحة المعركة */
  HARBOUR = 1 << 4,   /* not ميناء الحاويات */
  QUALIFIED = 1 << 5, /* with an adjective of facilities only: قاعدة X الجوية */
  PAIR = 1 << 6,      /* between two places: معبر البوكمال-القائم */
  FOREIGN = 1 << 7,   /* several foreign words: فندق والدورف أستوريا */
  OWNED = 1 << 8,  /* an adjective of its country belongs to it: مستشفى الصداقة التركي */
  OF_DAY = 1 << 9, /* by a day: ملعب 5 جويلية */
  AIRPORT = 1 << 10,
} Traits;

static const struct {
  const char *word;
  guint traits;
} heads[] = {
  { "مطار", NAMED | AIRPORT },
  { "قصر", NAMED | HOUSE },
  { "مستشفى", NAMED | HOUSE | OWNED | OF_DAY },
  { "مسجد", NAMED },
  { "جامع", NAMED },
  { "كنيسة", NAMED | FOREIGN },
  { "كاتدرائية", NAMED | FOREIGN },
  { "كنيس", NAMED },
  { "معبد", NAMED },
  { "سجن", NAMED | GOVERNED },
  { "معتقل", NAMED | GOVERNED },
  { "معبر", NAMED | PAIR },
  { "منفذ", NAMED | PAIR },
  { "جسر", NAMED | PAIR | OF_DAY },
  { "نفق", NAMED | PAIR },
  { "فندق", NAMED | HOUSE | FOREIGN },
  { "منتجع", NAMED | FOREIGN },
  { "حقل", NAMED },
  { "مصفاة", NAMED },
  { "مفاعل", NAMED },
  { "سد", NAMED },
  { "بوابة", NAMED },
  { "ساحة", NAMED | SQUARE | OF_DAY },
  { "ميدان", NAMED | SQUARE | OF_DAY },
  { "دوار", NAMED | SQUARE },
  { "شارع", NAMED | SQUARE | OF_DAY },
  { "ميناء", NAMED | HARBOUR },
  { "مرفا", NAMED | HARBOUR },
  { "ملعب", NAMED | OF_DAY },
  { "استاد", NAMED | OF_DAY },
  { "ثكنة", NAMED | OF_DAY },
  { "ضريح", NAMED },
  { "مرقد", NAMED },
  { "برج", NAMED },
  { "قاعدة", QUALIFIED | OF_DAY },
  { "مجمع", QUALIFIED },
};

static const char *const adjectives[] = {
  "الدولي",      "الدولية",  "الجوية",     "الجوي",      "العسكرية", "العسكري",  "البحرية", "المدني",
  "الكبير",      "الجامعي",  "العام",      "الرئاسي",    "الملكي",   "الحدودي",  "الطبي",   "النفطي",
  "الغازي",      "البري",    "الحكومي",    "الاقليمي",   "التعليمي", "الوطني",   "المركزي", "الاهلي",
  "الكهرومائية", "الحرارية", "الكهربائية", "النووية",    "النووي",   "الذرية",   "البحري",  "التجاري",
  "التخصصي",     "الميداني", "الاولمبي",   "الكهرومائي", "الرياضي",  "الرياضية", "الصناعي", "المركزية",
  "الاطلسي",     "المتوسطي", "القديم",     "الجديد",     NULL
};
/* What squares, streets and bridges of many towns are called after, though each is a common word. */
static const char *const squares[] = {
  "التحرير",  "الاستقلال", "الحرية", "الثورة",  "الجمهورية", "العروبة",  "الوحدة",  "الكرامة",
  "السبعين",  "التغيير",   "النصر",  "الشهداء", "السلام",    "الامم",    "الفردوس", "الساعة",
  "العلم",    "الامويين",  "النهضة", "الطيران", "العباسيين", "الميدان",  "المجد",   "التضامن",
  "الاعتصام", "اللؤلؤة",   "المطار", "الخلود",  "العدالة",   "البرلمان", NULL
};
/* What is made, filled or opened, not what stands there: ساحة المعركة, سد الفجوة, قصر النظر */
static const char *const no_names[] = { "المعركة", "القتال", "المواجهة", "الصراع",  "السياسة", "العمل",
                                        "النفط",   "الغاز",  "الحدود",   "المعارك", "التعليم", "الفجوة",
                                        "الثغرات", "الطريق", "النقص",    "الفراغ",  "الثغرة",  "العجز",
                                        "النظر",   "المدة",  "الوقت",    "الالغام", NULL };
static const char *const numerals[] = { "الاول", "الثاني", "الثالث", NULL };
static const char *const saints[] = {
  "مار", "القديس", "القديسة", "سانت", "السيدة", "العذراء", "النبي", NULL
};
static const char *const inside[] = { "في",  "من",   "داخل", "خارج",  "الى", "قرب",
                                      "على", "محيط", "عن",   "نزلاء", NULL };

/* آدم عدي الدولي: whatever stands between an airport and the adjective of airports is its name. */
static guint32
parse_airport (const BayanScan *scan, guint32 token)
{
  static const char *const kinds[] = { "الدولي", "المدني", "العسكري", NULL };

  for (guint32 at = token; at < token + 4 && bayan_phrase_is_noun (scan, at); at++)
    if (bayan_scan_key_in (scan, at, kinds))
      return at > token ? at : token;

  return token;
}

/* A word of a foreign name that no table knows */
static gboolean
is_foreign_word (const BayanScan *scan, guint32 token)
{
  return bayan_phrase_is_noun (scan, token)
         && (scan->tokens[token].readings[0].word == 0
             || bayan_scan_is (scan, token, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN)))
         && scan->tokens[token].n_readings == 1 && !bayan_scan_is_definite (scan, token)
         && scan->tokens[token].key_length >= 6;
}

/* محمد السادس, الملك المؤسس, الإمام الحسين, ابن رشد, مار إلياس: somebody whom it is called after. Returns the token behind,
 * or @token. */
static guint32
parse_namesake (const BayanScan *scan, guint32 token)
{
  const guint64 ranks = BAYAN_CLASS (TITLE) | BAYAN_CLASS (HONORIFIC);
  guint32 at = token, end;

  if (!bayan_scan_goes_on (scan, at))
    return token;
  if (bayan_scan_key_in (scan, at, saints))
    {
      if (!bayan_phrase_is_noun (scan, at + 1))
        return token;
      return bayan_person_is_name_word (scan, at + 2) && bayan_scan_goes_on (scan, at + 2) ? at + 3 : at + 2;
    }
  if (bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (GLUE)))
    return MAX (bayan_person_parse_name (scan, at), at);
  if (bayan_scan_is (scan, at, ranks) && bayan_scan_is_definite (scan, at))
    {
      end = bayan_scan_goes_on (scan, at + 1) ? bayan_person_parse_name (scan, at + 1) : at + 1;
      /* الملك المؤسس */
      return end > at + 1                                                                   ? end
             : bayan_scan_is_definite (scan, at + 1) && bayan_phrase_is_noun (scan, at + 1) ? at + 2
                                                                                            : token;
    }
  /* مولود معمري: two words, of which one is known as a name */
  end = bayan_person_parse_name (scan, at);

  return end == at + 2 && (bayan_person_is_name_word (scan, at) || bayan_person_is_name_word (scan, at + 1))
             ? end
             : token;
}

/* المستشفى السعودي, المستشفى المعمداني: a hospital by its adjective; not المستشفى الميداني, but المستشفى الجامعي الحبيب
 * بورقيبة */
static void
match_hospital (BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token + 1];
  BayanReading reading = scan->tokens[token].readings[0];
  guint32 namesake = bayan_scan_goes_on (scan, token + 2) ? parse_namesake (scan, token + 2) : token + 2;

  if (bayan_scan_key_is (scan, token, "بالمستشفى") || bayan_scan_key_is (scan, token, "والمستشفى"))
    reading.start = bayan_words_get_position_in (scan->words, token, 1).byte;
  if (namesake > token + 2 && bayan_scan_key_in (scan, token + 1, adjectives))
    {
      bayan_scan_add (scan, BAYAN_MENTION_FAC, token, namesake, &reading, "facility/hospital");
      return;
    }
  if (!bayan_scan_goes_on (scan, token + 1) || !bayan_scan_is_definite (scan, token + 1)
      || !bayan_scan_word_ends (word, "ي") || bayan_scan_key_in (scan, token + 1, adjectives)
      || (word->readings[0].classes
          & (BAYAN_CLASS (COMMON) | BAYAN_CLASS (BODY_ADJ) | BAYAN_CLASS (OFFICE_ADJ)))
             != 0)
    return;
  bayan_scan_add (scan, BAYAN_MENTION_FAC, token, token + 2, &reading, "facility/hospital");
}

/* مركز جوليوس نيريري للمؤتمرات, مركز الملك حسين بن طلال للمؤتمرات: a hall called after somebody */
static void
match_centre (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  static const char *const halls[] = { "للمؤتمرات", "للمعارض", NULL };

  for (guint32 at = token + 2; at < token + 8 && bayan_scan_goes_on (scan, at); at++)
    if (bayan_scan_key_in (scan, at, halls))
      {
        bayan_scan_add (scan, BAYAN_MENTION_FAC, token, at + 1, reading, "facility/centre");
        return;
      }
    else if (bayan_scan_is (scan, at, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))
             || (scan->tokens[at].flags & BAYAN_WORD_PUNCTUATION) != 0)
      return;
}

/* القاعدة الجوية لبوفاريك, القاعدة البحرية في طرطوس: a base by its service and its town */
static void
match_base (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  guint32 at = token + 2, end;

  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_key_in (scan, token + 1, adjectives))
    return;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_LAM);
  if (end > at)
    bayan_scan_add (scan, BAYAN_MENTION_FAC, token, end, reading, "facility/base");
}

/* الزهيرية, الذئب القطبي: a word with the article, and an adjective of it that no table knows */
static guint32
parse_definite (const BayanScan *scan, guint32 token, guint traits)
{
  const guint64 barred = (traits & HOUSE) != 0 ? BAYAN_CLASS (STOP) | BAYAN_CLASS (CIVIC)
                                               : BAYAN_CLASS (COMMON) | BAYAN_CLASS (STOP);
  guint32 end = token + 1;

  if ((traits & SQUARE) != 0 && bayan_scan_key_in (scan, token, squares) && bayan_scan_goes_on (scan, token))
    return end;
  if (!bayan_scan_is_definite (scan, token) || bayan_scan_is (scan, token, barred))
    return token;
  if ((traits & HARBOUR) != 0
      && (scan->tokens[token].readings[0].word != 0 || bayan_key_ends (scan->tokens[token].key, "ات")))
    return token;
  if (bayan_scan_is_definite (scan, end) && scan->tokens[end].readings[0].classes == 0
      && bayan_phrase_nationality (scan, end) == end && bayan_phrase_is_noun (scan, end)
      && (bayan_scan_word_ends (&scan->tokens[end], "ي") || bayan_scan_word_ends (&scan->tokens[end], "ية")))
    end++;

  return end;
}

/* The head stands where something is, not where something is done: في سجن بدوش, بسجن عوفر, وسجن إيفين */
static gboolean
is_where (const BayanScan *scan, guint32 token, const BayanReading *reading)
{
  return (reading->proclitics & (BAYAN_PROCLITIC_BA | BAYAN_PROCLITIC_WA)) != 0
         || (token > 0 && bayan_scan_key_in (scan, token - 1, inside));
}

/* The name behind a head that any name may follow: @token where there is none. */
static guint32
parse_name (const BayanScan *scan, guint32 head, const BayanReading *reading, guint traits)
{
  guint32 token = head + 1, end;

  /* سجن وادي النطرون */
  end = bayan_phrase_name (scan, token, BAYAN_TYPE (LOC), 0);
  if (end == token)
    end = parse_namesake (scan, token);
  if (end == token)
    end = bayan_phrase_village (scan, token);
  if (end == token)
    end = parse_definite (scan, token, traits);
  if (end > token)
    return end;
  if ((traits & FOREIGN) != 0)
    while (end < token + 3 && is_foreign_word (scan, end)
           && (end == token || !bayan_key_begins (scan->tokens[end].key, "و")))
      end++;
  if (end > token)
    return end;
  if ((traits & HOUSE) != 0 && (traits & OWNED) != 0 && bayan_phrase_is_noun (scan, token)
      && !bayan_scan_is (scan, token, BAYAN_CLASS (COMMON)))
    return token + 1;

  return ((traits & GOVERNED) == 0 || is_where (scan, head, reading)) && bayan_phrase_is_noun (scan, token)
                 && scan->tokens[token].readings[0].word == 0 && !bayan_phrase_is_adjective (scan, token)
                 && scan->tokens[token].key_length >= 8 && !bayan_scan_is_definite (scan, token)
             ? token + 1
             : token;
}

/* قاعدة كيوان: a name, as no table knows the word; not قاعدة بيانات, قاعدة صلبة */
static gboolean
is_base_name (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  return !bayan_scan_is_definite (scan, token) && bayan_phrase_is_noun (scan, token)
         && word->readings[0].word == 0 && word->n_readings == 1 && word->key_length >= 8
         && !bayan_scan_word_ends (word, "ة") && !bayan_scan_word_ends (word, "ات")
         && !bayan_key_begins (word->key, "ل") && !bayan_key_begins (word->key, "م")
         && !bayan_key_begins (word->key, "ت");
}

/* 5 جويلية, 14 تموز: a day by its number and month */
static guint32
parse_day (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *day = bayan_scan_goes_on (scan, token)
                                      && (scan->tokens[token].flags & BAYAN_WORD_NUMBER) != 0
                                  ? bayan_scan_longest (scan, token, BAYAN_TYPE (DATE), 0)
                                  : NULL;

  return day != NULL && day->last == token + 2 ? day->last : token;
}

/* البوكمال-القائم: a second place, behind a dash */
static guint32
parse_second_place (const BayanScan *scan, guint32 token)
{
  guint32 end;

  if (!bayan_scan_goes_on (scan, token + 1) || (scan->tokens[token].flags & BAYAN_WORD_DASH) == 0)
    return token;
  end = bayan_phrase_name (scan, token + 1, BAYAN_TYPE (GPE), 0);

  return end > token + 1 ? end : token;
}

static guint
get_traits (const char *stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (bayan_key_is (stem, heads[i].word))
      return heads[i].traits;

  return 0;
}

/* مطار بغداد الدولي, قصر المؤتمرات, قاعدة X الجوية */
void
bayan_rules_match_facility (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (FACILITY));
  guint32 at = token + 1, end;
  const char *key, *evidence;
  BayanCandidate *facility;
  gboolean adjective = FALSE;
  guint traits;

  if (reading == NULL || bayan_scan_key_in (scan, at, no_names))
    return;
  key = bayan_scan_stem (scan, token, reading);
  /* سجن الرئيس السابق: the verb */
  if (bayan_key_is (key, "سجن") && bayan_scan_goes_on (scan, at)
      && bayan_scan_is (scan, at, BAYAN_CLASS (TITLE)))
    return;
  if (bayan_key_is (key, "المستشفى") || bayan_key_is (key, "لمستشفى"))
    {
      match_hospital (scan, token);
      return;
    }
  if (bayan_key_is (key, "القاعدة"))
    {
      match_base (scan, token, reading);
      return;
    }

  /* مقر الأمم المتحدة */
  if (bayan_key_is (key, "مقر"))
    {
      end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), 0);
      if (end > at)
        bayan_scan_add (scan, BAYAN_MENTION_FAC, token, end, reading, "facility/seat");
      return;
    }
  if (bayan_key_is (key, "مركز"))
    {
      match_centre (scan, token, reading);
      return;
    }

  traits = get_traits (key);
  end = (traits & AIRPORT) != 0 ? parse_airport (scan, at) : at;
  if (end == at)
    end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), 0);
  if (end > at && (traits & PAIR) != 0)
    end = parse_second_place (scan, end);
  if (end == at && (traits & OF_DAY) != 0)
    end = parse_day (scan, at);
  if (end == at && (traits & NAMED) != 0)
    end = parse_name (scan, token, reading, traits);
  else if (end == at && (traits & QUALIFIED) != 0)
    {
      end = parse_namesake (scan, at);
      if (end == at && bayan_key_is (key, "مجمع") && bayan_scan_is_definite (scan, at))
        end = at + 1;
      if (end == at && bayan_key_is (key, "قاعدة") && is_base_name (scan, at))
        {
          adjective = TRUE;
          end = at + 1;
        }
      if (end == at && bayan_phrase_is_noun (scan, at) && !bayan_scan_is (scan, at, BAYAN_CLASS (COMMON)))
        end = at + 1;
    }
  while (bayan_scan_goes_on (scan, end) && end > at
         && (bayan_scan_key_in (scan, end, adjectives)
             || ((traits & NAMED) != 0 && bayan_scan_key_in (scan, end, numerals))))
    {
      adjective = TRUE;
      end++;
    }
  if (end == at || (!adjective && (traits & QUALIFIED) != 0))
    return;
  if ((traits & OWNED) != 0 && bayan_scan_is_definite (scan, end - 1))
    end = bayan_phrase_nationality (scan, end);

  evidence = bayan_scan_text (scan, token, token + 1);
  facility = bayan_scan_add (scan, BAYAN_MENTION_FAC, token, end, reading, "facility/head");
  facility->evidence = evidence;
}
