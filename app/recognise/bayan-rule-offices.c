/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offices: a head (minister, president, envoy) with its complement and nationality. An office that has
 * neither is kept as BARE: it stands where a person's name takes it up. */
#include <string.h>

#include "bayan-person-names.h"
#include "bayan-rules.h"

#define PLACES (BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC))
#define NAMES (PLACES | BAYAN_TYPE (ORG))
#define HEADS BAYAN_OFFICE_HEADS

static const char *const ranks[] = { "اول",   "ركن",    "الركن", "طيار",  "حقوقي",   "كولونيل", "البحري",
                                     "الجوي", "الطيار", "بحري",  "مهندس", "المهندس", "جنرال",   NULL };
/* These are of a state, never for a matter. */
static const char *const sovereigns[] = { "الرئيس", "للرئيس", "الملك",  "للملك",
                                          "الامير", "الوزير", "البابا", NULL };
/* What stands between the head and its complement: أمين عام, أمين سر, ولي عهد, رئيس وزراء. */
static const char *const second_heads[] = { "وفد",  "عام",   "خاص",   "عهد",   "سر",   "وزراء",
                                            "خاصة", "خاصا",  "سامي",  "ساميا", "عامة", "عاما",
                                            "دائم", "دائما", "دائمة", "شخصيا", NULL };
/* What somebody is director or head of, before its name: مدير إدارة شؤون المشرق */
static const char *const divisions[] = { "قضايا", "شؤون", "ملف", "برامج", NULL };
/* An indefinite head that says what somebody becomes: رئيسا للمفوضية */
static const char *const predicates[] = { "رئيسا", "رئيسة", "مديرا",  "مديرة", "قائدا",
                                          "مفوضا", "مفوضة", "محافظا", NULL };
static const char *const at_affairs[] = { "بالاعمال", "باعمال", "باعمالها", "باعماله", NULL };
static const char *const at_whose_affairs[] = { "باعمالها", "باعماله", NULL };
static const char *const former[] = { "السابق", "السابقة", "الاسبق", "الاسبقة", NULL };
/* No office by themselves, whatever follows: only somebody's who is named */
static const char *const reporters[] = { "مراسل", "مراسلة", NULL };
static const char *const placed[] = { "الى", "لدى", NULL };
static const char *const residents[] = { "سفير",   "السفير",   "مبعوث", "المبعوث", "ممثل",   "الممثل",
                                         "منسق",   "المنسق",   "سفيرة", "السفيرة", "ممثلة",  "الممثلة",
                                         "مبعوثة", "المبعوثة", "مندوب", "المندوب", "مندوبة", "المندوبة",
                                         "منسقة",  "المنسقة",  "منسق",  "المنسق",  "سفيرها", "مبعوثها",
                                         "المقيم", "بالاعمال", "سفيرا", "مبعوثا",  "ممثلا",  "مندوبا",
                                         "منسقا",  "المراقب",  "مراقب", NULL };
static const char *const concerned[] = { "المعني", "المعنية", "المكلف", "المكلفة", NULL };
static const char *const international[] = { "الدولي", "الاممي", "الدولية", "الاممية", NULL };
static const char *const states[] = { "دول", "بلدان", "الدول", NULL };
/* Of the state that was named before: رئيس حكومتها, a complement that only a name behind it makes whole */
static const char *const pronominal[] = { "حكومتها",  "حكومته", "حكومتهم", "وزرائها", "وزرائه",
                                          "برلمانها", "دولتها", "اركانها", "اركانه",  NULL };
static const char *const own_complement[] = { "الوزراء",  "الحكومة",  "الجمهورية", "الدولة",
                                              "البرلمان", "الاركان",  "العهد",     "الشعب",
                                              "الكنيست",  "الكونغرس", "الديوان",   NULL };

typedef struct {
  BayanScan *scan;
  guint32 head;      /* the token of the head noun: of the last one, behind deputies */
  gboolean complete; /* has a country, an institution or another complement that makes it definite */
  gboolean plural;
  gboolean sender; /* whose envoy stands before it: the place belongs to the envoy */
  guint depth;
  guint32 asked; /* 1 + the head whose answer is_resident() keeps in @resident, 0 = none */
  gboolean resident;
} Office;

/* Somebody sent to a place or a body: the place belongs to the office. Asked for every complement. */
static gboolean
is_resident (Office *office)
{
  const BayanReading *head;

  if (office->asked == office->head + 1)
    return office->resident;
  head = bayan_scan_reading (office->scan, office->head, BAYAN_CLASS (OFFICE));
  office->asked = office->head + 1;
  office->resident = head != NULL && (head->proclitics & BAYAN_PROCLITIC_LAM) == 0
                     && bayan_key_is_among (bayan_scan_stem (office->scan, office->head, head), residents);

  return office->resident;
}

/* A name of a person follows: one known, or two unknown words. */
static gboolean
name_follows (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  while (
      bayan_scan_goes_on (scan, at) && bayan_scan_is (scan, at, BAYAN_CLASS (HONORIFIC) | BAYAN_CLASS (TITLE))
      && !bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN)) && !bayan_key_begins (scan->tokens[at].key, "نظير"))
    at++;
  if (!bayan_scan_goes_on (scan, at) || bayan_scan_is (scan, at, BAYAN_CLASS (VERB) | BAYAN_CLASS (STOP)))
    return FALSE;

  if (bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN)))
    return TRUE;
  /* موقع الحادث: nouns in construct */
  return bayan_person_parse_name (scan, at) >= at + 2
         && (!bayan_scan_is_definite (scan, at + 1) || bayan_scan_key_is (scan, at + 1, "الله")
             || bayan_scan_key_is (scan, at + 1, "الدين") || bayan_key_ends (scan->tokens[at + 1].key, "ي"));
}

static guint32 parse_office (Office *office, guint32 token, guint64 classes);

/* An office-holder as complement (the envoy of the President): it nests. */
static guint32
parse_holder (Office *office, guint32 token)
{
  BayanScan *scan = office->scan;
  guint32 end = 0;

  for (gint32 c = bayan_scan_goes_on (scan, token) ? scan->first[token] : -1; c >= 0;
       c = bayan_scan_get (scan, c)->next)
    {
      BayanCandidate *inner = bayan_scan_get (scan, c);

      if (inner->type != BAYAN_MENTION_OCC || (inner->proclitics & BAYAN_PROCLITIC_WA) != 0
          || (inner->proclitics & BAYAN_PROCLITIC_BA) != 0 || inner->last <= end
          || inner->last - inner->first > BAYAN_CANDIDATE_TOKENS_MAX)
        continue;
      end = inner->last;
      inner->flags |= BAYAN_CANDIDATE_INNER;
      /* للأمين العام needs no country beside the envoy that is his. */
      if (is_resident (office) && inner->last > inner->first + 1)
        inner->flags &= ~(guint) BAYAN_CANDIDATE_BARE;
      if ((inner->flags & BAYAN_CANDIDATE_BARE) == 0)
        office->complete = TRUE;
    }

  return end > token ? end : token;
}

/* Nationalities and adjectives of an office, in any order. */
static guint32
parse_adjectives (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  guint32 at = token, end;

  for (;;)
    {
      /* العقيد تركي المالكي: a given name */
      end = bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN)) ? at : bayan_phrase_nationality (scan, at);
      if (end > at)
        office->complete = TRUE;
      else if (bayan_scan_goes_on (scan, at) && bayan_scan_is (scan, at, BAYAN_CLASS (OFFICE_ADJ))
               && !(bayan_scan_key_in (scan, at, concerned) && bayan_scan_goes_on (scan, at + 1)
                    && bayan_key_begins (scan->tokens[at + 1].key, "ب")))
        {
          if (bayan_scan_key_in (scan, at, international))
            office->complete = TRUE;
          end = at + 1;
        }
      else
        return at;
      at = end;
    }
}

/* لوسط أفريقيا ومنطقة البحيرات الكبرى: an envoy's region may have a second one joined to it. */
static guint32
parse_second_region (const BayanScan *scan, guint32 token, guint32 end)
{
  const BayanCandidate *region = bayan_scan_longest (scan, token, PLACES, BAYAN_PROCLITIC_LAM);
  guint32 second = end;

  if (region == NULL || region->last != end || !bayan_scan_goes_on (scan, end))
    return end;
  /* لمالي والساحل */
  if (region->type == BAYAN_MENTION_GPE)
    {
      second = bayan_phrase_name (scan, end, PLACES, BAYAN_PROCLITIC_WA);
      return second > end && name_follows (scan, second) ? second : end;
    }
  if (bayan_scan_key_is (scan, end, "ومنطقة"))
    second = MAX (bayan_phrase_name (scan, end + 1, BAYAN_TYPE (LOC), 0), end + 1);

  return second > end + 1 ? second : bayan_phrase_name (scan, end, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_WA);
}

/* للتحالف, للرئيس: whose the office is. A country only of somebody who has none yet. */
static guint32
parse_owner (Office *office, guint32 token)
{
  BayanScan *scan = office->scan;
  guint types = office->sender || (office->complete && !is_resident (office)) ? BAYAN_TYPE (ORG) : NAMES;
  guint32 end = bayan_phrase_name (scan, token, types, BAYAN_PROCLITIC_LAM);

  /* المدير الإقليمي لمنظمة الصحة لشرق المتوسط, before its holder's name */
  if (end == token && office->complete)
    {
      end = bayan_phrase_name (scan, token, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_LAM);
      end = end > token && name_follows (scan, end) ? end : token;
    }
  if (end > token && is_resident (office))
    end = parse_second_region (scan, token, end);
  if (end == token && bayan_scan_reading_with (scan, token, HEADS, BAYAN_PROCLITIC_LAM) != NULL)
    end = parse_holder (office, token);
  office->complete |= end > token;

  return end;
}

/* لدى الأمم المتحدة, إلى سوريا, في أمريكا: where somebody is sent. */
static guint32
parse_seat (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  gboolean sent = bayan_scan_key_in (scan, token, placed);
  guint32 end;

  if (is_resident (office) && office->complete)
    {
      end = bayan_phrase_name (scan, token, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_BA);
      if (end > token && bayan_scan_is (scan, end, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN)))
        return end;
    }
  if (!sent && !bayan_scan_key_is (scan, token, "في"))
    return token;
  /* كاتب الدولة لدى وزير الداخلية */
  if (sent && bayan_scan_key_is (scan, token, "لدى") && token > office->head + 1
      && bayan_scan_goes_on (scan, token + 1) && bayan_scan_reading_with (scan, token + 1, HEADS, 0) != NULL
      && office->depth < 4)
    {
      office->depth++;
      end = parse_office (office, token + 1, bayan_scan_reading_with (scan, token + 1, HEADS, 0)->classes);
      office->complete |= end > token + 2;
      return end > token + 2 ? end : token;
    }
  /* رئيسة وفد الاتحاد الأوروبي إلى تونس */
  if (!is_resident (office) && !bayan_scan_key_is (scan, token - 1, "المقيم")
      && !(sent && bayan_scan_key_is (scan, office->head + 1, "وفد")))
    return token;
  end = bayan_phrase_name (scan, token + 1, NAMES, 0);
  /* إلى الشرق الأوسط وأفريقيا, before its holder's name */
  if (end > token + 1 && sent && bayan_phrase_name (scan, end, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_WA) > end
      && name_follows (scan, bayan_phrase_name (scan, end, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_WA)))
    end = bayan_phrase_name (scan, end, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_WA);
  /* إلى منطقة الساحل */
  if (end == token + 1 && sent && bayan_scan_is (scan, token + 1, BAYAN_CLASS (CIVIC))
      && bayan_phrase_name (scan, token + 2, PLACES, 0) > token + 2)
    end = bayan_phrase_name (scan, token + 2, PLACES, 0);
  if (end > token + 1)
    {
      /* منسق الشؤون الإنسانية في ليبيا */
      office->complete |= sent || token > office->head + 1;
      return end;
    }
  end = office->complete && sent ? bayan_phrase_definites (scan, token + 1, 2) : token;

  return end > token + 1 ? end : token;
}

/* بوزارة, بالوزارة */
static gboolean
is_ministry_behind (const BayanScan *scan, guint32 token)
{
  return bayan_scan_reading_with (scan, token, BAYAN_CLASS (MINISTRY), BAYAN_PROCLITIC_BA) != NULL;
}

/* في الاتحاد الأفريقي: of what the office is a part, where nothing else says it or a name follows. */
static guint32
parse_house (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  gboolean leader = bayan_key_ends (scan->tokens[office->head].key, "القيادي");
  guint32 at = token + 1, end = bayan_phrase_name (scan, token, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_BA);

  /* مركز البحوث الأمنية في سكوبيه, لحقوق الإنسان في الشرق الأوسط: where the house stands, before its holder's name */
  if (bayan_scan_key_is (scan, token, "في") && token > office->head + 1)
    {
      guint32 place = bayan_phrase_name (scan, at, PLACES, 0);

      if (place > at && bayan_person_opens_name (scan, place))
        {
          office->complete = TRUE;
          return place;
        }
    }
  /* وزير الدولة بوزارة الخارجية: of a ministry nobody is told where he is */
  if (end > token && is_ministry_behind (scan, token))
    {
      office->complete = TRUE;
      return end;
    }
  /* وزير الداخلية بحكومة الوحدة, before its holder's name */
  if (end > token && (!office->complete || name_follows (scan, end)))
    {
      office->complete |= leader || token > office->head + 1;
      return office->complete ? end : token;
    }
  if (!bayan_scan_key_is (scan, token, "في") || (token <= office->head + 1 && !leader))
    return token;
  /* القيادي في حركة النهضة */
  if (bayan_scan_is (scan, at, BAYAN_CLASS (GROUP))
      && bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), 0) > at + 1)
    at++;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), 0);
  if (end == at && bayan_scan_is (scan, token - 1, BAYAN_CLASS (PORTFOLIO)))
    end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), 0);
  if (end == at
      || (office->complete && !bayan_scan_is (scan, end, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN))))
    return token;
  office->complete = TRUE;

  return end;
}

static const char *const in_their_name[] = { "باسمه", "باسمها", "باسمهم", NULL };

/* باسم الخارجية, باسم حركة طالبان */
static guint32
parse_voice (Office *office, guint32 token)
{
  BayanScan *scan = office->scan;
  guint32 at = token + 1, end;

  /* الناطق باسمها */
  if (bayan_scan_key_in (scan, token, in_their_name))
    return at;
  if (!bayan_scan_key_is (scan, token, "باسم"))
    return token;
  if (bayan_scan_is (scan, at, BAYAN_CLASS (GROUP))
      && bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), 0) > at + 1)
    at++;
  end = bayan_phrase_name (scan, at, NAMES, 0);
  if (end == at)
    end = parse_holder (office, at);
  /* باسم شرطة الولاية */
  if (end == at
      && bayan_scan_reading_with (scan, at, BAYAN_CLASS (STATE_BODY) | BAYAN_CLASS (BODY), 0) != NULL
      && !bayan_scan_is_definite (scan, at) && bayan_phrase_definites (scan, at + 1, 2) > at + 1)
    end = bayan_phrase_definites (scan, at + 1, 2);
  if (end == at)
    end = bayan_phrase_definites (scan, at, 1);
  office->complete |= end > at;

  return end > at ? end : token;
}

/* المشرف العام على المركز */
static guint32
parse_supervised (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  guint32 at = token + 1, end;

  if (!bayan_scan_key_is (scan, token, "على") || !bayan_scan_goes_on (scan, at)
      || !bayan_key_ends (scan->tokens[office->head].key, "مشرف"))
    return token;
  end = bayan_phrase_name (scan, at, NAMES, 0);
  end = end > at ? end : bayan_phrase_definites (scan, at, 2);
  office->complete |= end > at;

  return end > at ? end : token;
}

/* المعني بسوريا, المكلف بالشؤون السياسية */
static guint32
parse_charge (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  guint32 at = token + 1, end;

  if (!bayan_scan_key_in (scan, token, concerned) || !bayan_scan_goes_on (scan, at)
      || !bayan_key_begins (scan->tokens[at].key, "ب"))
    return token;
  end = bayan_phrase_name (scan, at, NAMES, BAYAN_PROCLITIC_BA);
  if (end > at)
    {
      office->complete = TRUE;
      return end;
    }
  end = at + 1;
  /* بحالة حقوق الإنسان في الأراضي الفلسطينية, بحرية التعبير */
  while (end < at + 3 && bayan_scan_goes_on (scan, end) && bayan_phrase_is_noun (scan, end)
         && !bayan_scan_is_definite (scan, end) && bayan_phrase_name (scan, end, NAMES, 0) == end
         && bayan_scan_is (scan, end, BAYAN_CLASS (COMMON) | BAYAN_CLASS (FIGHT)))
    end++;
  if (bayan_phrase_name (scan, end, NAMES, 0) > end)
    end = bayan_phrase_name (scan, end, NAMES, 0);
  else if (bayan_phrase_definites (scan, end, 2) > end)
    end = bayan_phrase_definites (scan, end, 2);
  else if (!bayan_key_begins (scan->tokens[at].key, "بال"))
    return token;
  if (bayan_scan_goes_on (scan, end) && bayan_scan_key_is (scan, end, "في")
      && bayan_phrase_name (scan, end + 1, PLACES, 0) > end + 1)
    end = bayan_phrase_name (scan, end + 1, PLACES, 0);
  office->complete = TRUE;

  return end;
}

/* One matter joined by و: والاستخبارات المالية, وحقوق الإنسان, وأوراسيا. */
static guint32
parse_joined_matter (const BayanScan *scan, guint32 token)
{
  guint32 end;

  if (!bayan_scan_goes_on (scan, token) || !bayan_key_begins (scan->tokens[token].key, "و"))
    return token;
  if (bayan_key_begins (scan->tokens[token].key, "وال"))
    return bayan_phrase_definites (scan, token + 1, 2);
  end = bayan_phrase_name (scan, token, PLACES, BAYAN_PROCLITIC_WA);
  if (end > token)
    return end;
  if (bayan_scan_reading_with (scan, token, BAYAN_CLASS (COMMON), BAYAN_PROCLITIC_WA) == NULL)
    return token;
  end = bayan_phrase_definites (scan, token + 1, 2);

  return end > token + 1 ? end : token;
}

/* والاستخبارات المالية, والديمقراطية وحقوق الإنسان: more matters that no table knows belong to the office if its
 * holder's name follows. */
static guint32
parse_second_matter (const BayanScan *scan, guint32 token)
{
  guint32 end = token;

  for (guint i = 0; i < 3 && (i == 0 || !name_follows (scan, end)); i++)
    end = parse_joined_matter (scan, end);
  if (end == token)
    return token;

  return name_follows (scan, end) || bayan_phrase_name (scan, end, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_BA) > end
             ? end
             : token;
}

/* لشؤون الشرق الأوسط, لمكافحة الإرهاب, للسياسة الخارجية والأمنية: for what the office is. */
static guint32
parse_matter (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  guint32 end = bayan_scan_key_in (scan, office->head, sovereigns) ? token
                                                                   : bayan_phrase_purpose (scan, token);

  if (end == token)
    return token;
  office->complete = TRUE;

  return parse_second_matter (scan, bayan_phrase_joined (scan, end));
}

/* رئيس للجمهورية, هدف رئيسي لتنظيم: an indefinite head with ل is none that anybody holds, but for envoys. */
static gboolean
is_still_open (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  const BayanReading *head = bayan_scan_reading (scan, office->head, HEADS);
  const BayanToken *word = &scan->tokens[office->head];

  if (token != office->head + 1 || is_resident (office) || head == NULL
      || bayan_scan_reading_is_definite (scan, office->head, head) || bayan_scan_key_is (scan, token, "باسم")
      || bayan_scan_word_ends (word, "نائبه") || bayan_scan_word_ends (word, "نائبها"))
    return FALSE;

  return !bayan_key_is_among (bayan_scan_stem (scan, office->head, head), predicates)
         || bayan_phrase_name (scan, token,
                               bayan_scan_word_ends (word, "محافظا") ? BAYAN_TYPE (GPE) : BAYAN_TYPE (ORG),
                               BAYAN_PROCLITIC_LAM)
                == token;
}

static gboolean
names_state (const BayanScan *scan, guint32 token, guint8 proclitics)
{
  const BayanCandidate *name = bayan_scan_longest (scan, token, BAYAN_TYPE (GPE), proclitics);

  return name != NULL
         && (bayan_lexicon_get_entry (scan->lexicon, name->entry)->flags & BAYAN_ENTRY_STATE) != 0;
}

/* بدولة قطر, في جمهورية العراق, في شرق أفريقيا: the state or region of an office that does not say it, before
 * its holder's name. Without a name only an official one: else it is where something happens. */
static guint32
parse_country (Office *office, guint32 token)
{
  static const char *const official[] = { "جمهورية", "الجمهورية", "دولة", "مملكة", "المملكة", "سلطنة", NULL };
  static const char *const to_state[] = { "لجمهورية", "للجمهورية", "لدولة", "لمملكة", "لسلطنة", NULL };
  const BayanScan *scan = office->scan;
  guint32 end;

  if (office->sender || token <= office->head + 1)
    return token;
  end = names_state (scan, token, BAYAN_PROCLITIC_BA)
            ? bayan_phrase_name (scan, token, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_BA)
            : token;
  if (end > token && (name_follows (scan, end) || (office->complete && end > token + 1)))
    return end;
  /* ، وزير الشؤون الخارجية لجمهورية سلوفاكيا، */
  if (office->complete && bayan_scan_key_in (scan, token, to_state)
      && names_state (scan, token, BAYAN_PROCLITIC_LAM))
    {
      end = bayan_phrase_name (scan, token, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_LAM);
      return bayan_person_opens_name (scan, end) || !bayan_scan_goes_on (scan, end)
                     || (scan->tokens[end].flags & BAYAN_WORD_PUNCTUATION) != 0
                 ? end
                 : token;
    }
  if (!bayan_scan_key_is (scan, token, "في"))
    return token;
  end = bayan_phrase_name (scan, token + 1, PLACES, 0);
  /* ، وزير الخارجية في دولة قطر، */
  if (end > token + 1 && office->complete && bayan_scan_key_in (scan, token + 1, official)
      && (!bayan_scan_goes_on (scan, end) || (scan->tokens[end].flags & BAYAN_WORD_PUNCTUATION) != 0))
    return end;

  return end > token + 1 && name_follows (scan, end) ? end : token;
}

/* النائب عن كتلة الوفاء: whose seat it is */
static guint32
parse_bench (Office *office, guint32 token)
{
  static const char *const deputies[] = { "النائب", "النائبة", "والنائب", "والنائبة", NULL };
  const BayanScan *scan = office->scan;
  guint32 end;

  if (!bayan_scan_key_is (scan, token, "عن") || token != office->head + 1
      || !bayan_scan_key_in (scan, office->head, deputies))
    return token;
  end = bayan_phrase_name (scan, token + 1, BAYAN_TYPE (ORG), 0);
  office->complete |= end > token + 1;

  return end > token + 1 ? end : token;
}

/* One complement behind an office, of whatever kind. */
static guint32
parse_tail (Office *office, guint32 token)
{
  guint32 (*const parsers[]) (Office *, guint32) = { parse_owner,   parse_seat,       parse_house,
                                                     parse_voice,   parse_charge,     parse_matter,
                                                     parse_country, parse_supervised, parse_bench };
  guint32 end = token;

  if (!bayan_scan_goes_on (office->scan, token) || is_still_open (office, token))
    return token;
  /* القائد السابق للقيادة المركزية */
  if (bayan_scan_key_in (office->scan, token, former) && bayan_scan_goes_on (office->scan, token + 1))
    {
      end = parse_owner (office, token + 1);
      return end > token + 1 ? end : token;
    }
  for (guint i = 0; i < G_N_ELEMENTS (parsers) && end == token; i++)
    end = parsers[i](office, token);

  return end;
}

/* A place's name ends at @last. */
static gboolean
ends_place (const BayanScan *scan, guint32 last)
{
  for (guint32 at = last; at + 4 > last && at > 0; at--)
    {
      const BayanCandidate *place = bayan_scan_longest (scan, at, BAYAN_TYPE (GPE), 0);

      if (place != NULL && place->last == last + 1)
        return TRUE;
    }

  return FALSE;
}

/* ليبيا وتونس ومصر: the states of several ministers or envoys are one list. */
static guint32
parse_list (const Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  guint32 at = token, end;

  if (!office->plural || !ends_place (scan, token - 1))
    return token;
  while (bayan_scan_goes_on (scan, at)
         && (end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_WA)) > at)
    at = end;

  return at;
}

static guint32
parse_tails (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  guint32 at = parse_list (office, token);

  /* لدى لبنان is all that may stand behind a list. */
  if (at > token)
    return bayan_scan_key_is (scan, at, "لدى") ? parse_tail (office, at) : at;

  for (guint i = 0; i < 4; i++)
    {
      guint32 end = parse_tail (office, parse_adjectives (office, at));

      if (end == at)
        break;
      at = end;
    }
  /* المبعوث الرئاسي (السابق إلى التحالف): where somebody was sent */
  if (!office->complete && at > office->head + 1 && bayan_scan_goes_on (scan, at + 1)
      && bayan_scan_key_in (scan, at, former) && bayan_scan_key_in (scan, at + 1, placed)
      && is_resident (office))
    office->complete = bayan_phrase_name (scan, at + 2, NAMES, 0) > at + 2;

  return at;
}

static gboolean
is_town (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *name = bayan_scan_longest (scan, token, BAYAN_TYPE (GPE), 0);

  return name != NULL && name->entry != 0
         && (bayan_lexicon_get_entry (scan->lexicon, name->entry)->flags & BAYAN_ENTRY_STATE) == 0;
}

/* وزير الخارجية والتعاون المغربي, وزراء خارجية التحالف الدولي, وزير الدولة للشؤون الخارجية */
static guint32
parse_minister (Office *office, guint32 token)
{
  BayanScan *scan = office->scan;
  guint32 at = bayan_phrase_portfolio (scan, token), end;

  /* وزير أوروبا والشؤون الخارجية: a region first */
  if (at == token && bayan_scan_goes_on (scan, at))
    {
      end = bayan_phrase_name (scan, at, BAYAN_TYPE (LOC), 0);
      at = end > at && bayan_phrase_joined (scan, end) > end ? bayan_phrase_joined (scan, end) : at;
    }
  /* لشؤون السكان is a matter of the office like any other. */
  if (bayan_scan_reading_with (scan, at, BAYAN_CLASS (PORTFOLIO), BAYAN_PROCLITIC_LAM) != NULL
      && bayan_scan_goes_on (scan, at)
      && !(at > token && bayan_scan_key_is (scan, at, "لشؤون")
           && bayan_phrase_portfolio (scan, at + 1) == at + 1))
    at = MAX (bayan_phrase_portfolio (scan, at + 1), at + 1);
  /* وزراء مجلس التعاون, وزير ديوان الرئاسة */
  if (at == token)
    {
      end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), 0);
      office->complete |= end > at;
      at = end;
    }
  /* وزير الشأن الثقافي الرواندي جيمس X: a portfolio that no table knows, before its holder's name */
  if (at == token && !office->plural && !bayan_scan_is_definite (scan, office->head))
    {
      end = bayan_phrase_definites (scan, token, 3);
      at = end > token && name_follows (scan, end) ? end : token;
    }
  if (at == token)
    return parse_adjectives (office, at);

  if (!office->plural)
    office->complete = TRUE;
  end = parse_adjectives (office, at);
  if (end == at)
    {
      guint32 name = bayan_scan_key_in (scan, at, states) ? at + 1 : at;

      end = bayan_phrase_name (scan, name, NAMES, 0);
      /* وزير الخارجية بول كاغامي: a portfolio with the article has no town behind it */
      if (end == name + 1 && name == at && bayan_scan_is_definite (scan, at - 1) && is_town (scan, at)
          && bayan_person_is_open_word (scan, at + 1))
        return at;
      /* الوزير لشؤون أوروبا وأوراسيا */
      if (end > name && bayan_scan_key_is (scan, name - 1, "لشؤون"))
        end = parse_second_matter (scan, end);
      if (end > name)
        office->complete = TRUE;
      else if (name > at && bayan_phrase_nationality (scan, name) > name
               && bayan_scan_is_definite (scan, name))
        end = bayan_phrase_nationality (scan, name);
      else
        end = at;
    }

  return end;
}

/* مجلس الشورى, القيادة العامة: an institution that no table names, behind the head of an office. */
static guint32
parse_institution (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  static const char *const houses[] = { "شركة", "مؤسسة", "قناة", "وكالة", "صحيفة", "مجموعة", "بنك", NULL };
  const guint64 bodies = BAYAN_CLASS (BODY) | BAYAN_CLASS (STATE_BODY) | BAYAN_CLASS (MINISTRY);
  guint32 end;

  if (bayan_scan_key_in (scan, token, own_complement))
    end = token + 1;
  else if (bayan_scan_reading_with (scan, token, bodies, 0) != NULL && !bayan_scan_is_definite (scan, token))
    {
      guint32 at = token + 1;

      /* جهاز مكافحة الشغب */
      if (bayan_scan_is (scan, at, BAYAN_CLASS (COMMON) | BAYAN_CLASS (FIGHT))
          && !bayan_scan_is_definite (scan, at) && bayan_phrase_is_noun (scan, at))
        at++;
      if (bayan_scan_key_in (scan, at, divisions))
        at++;
      /* مكتب جلالة الملك */
      while (bayan_scan_goes_on (scan, at) && at < token + 4
             && bayan_scan_is (scan, at, BAYAN_CLASS (HONORIFIC)))
        at++;
      if ((at > token + 1 || bayan_scan_key_is (scan, token, "مكتب")) && bayan_scan_goes_on (scan, at)
          && bayan_scan_key_in (scan, at, sovereigns))
        {
          office->complete = TRUE;
          return at + 1;
        }
      /* رئيس مجلس إدارة شركة أرامكو */
      if (bayan_scan_key_in (scan, at, houses) && bayan_phrase_name (scan, at, NAMES, 0) == at
          && bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), 0) > at + 1)
        at++;
      end = bayan_phrase_name (scan, at, NAMES, 0);
      if (end == at)
        {
          end = bayan_phrase_definites (scan, at, 2);
          /* مركز البحوث الأمنية: what somebody is director of is a body, whatever its name */
          if (end > at && bayan_scan_reading_with (scan, token, BAYAN_CLASS (BODY), 0) != NULL
              && bayan_phrase_name (scan, token, BAYAN_TYPE (ORG), 0) == token)
            bayan_scan_add (office->scan, BAYAN_MENTION_ORG, token, end, NULL, "organisation/of-office");
        }
      end = end > at ? end : token;
    }
  else
    return token;
  office->complete |= end > token;

  return end;
}

/* The complement in the genitive: رئيس الوزراء, أمير قطر, قائد القيادة المركزية, أمين عام الأمم المتحدة */
static guint32
parse_genitive (Office *office, guint32 token)
{
  BayanScan *scan = office->scan;
  guint32 at = token, end;

  /* رؤساء دول وحكومات إيغاد */
  while (office->plural && (bayan_scan_key_in (scan, at, states) || bayan_scan_key_is (scan, at, "وحكومات")))
    at++;
  if (!bayan_scan_is_definite (scan, at) && bayan_scan_reading_with (scan, at, BAYAN_CLASS (CIVIC), 0) != NULL
      && bayan_phrase_name (scan, at, NAMES | BAYAN_TYPE (FAC), 0) == at
      && bayan_phrase_name (scan, at + 1, PLACES, 0) > at + 1)
    at++;
  /* رئيس جمهورية أرض الصومال */
  else if (bayan_scan_key_is (scan, at, "جمهورية") && bayan_phrase_name (scan, at, PLACES, 0) == at
           && bayan_phrase_name (scan, at + 1, PLACES, 0) > at + 1)
    at++;
  else if (bayan_scan_key_in (scan, at, second_heads)
           || (bayan_scan_reading_with (scan, at, BAYAN_CLASS (GROUP), 0) != NULL
               && bayan_phrase_name (scan, at, NAMES, 0) == at))
    at++;
  /* رئيس وزراء إقليم كردستان */
  if (at > token && bayan_scan_key_is (scan, at - 1, "وزراء") && bayan_scan_goes_on (scan, at)
      && bayan_scan_reading_with (scan, at, BAYAN_CLASS (CIVIC), 0) != NULL
      && bayan_phrase_name (scan, at, NAMES, 0) == at && bayan_phrase_name (scan, at + 1, PLACES, 0) > at + 1)
    at++;
  while (bayan_scan_goes_on (scan, at) && at < token + 2 && bayan_scan_key_in (scan, at, divisions))
    at++;
  if (!bayan_scan_goes_on (scan, at))
    return token;
  end = bayan_phrase_name (scan, at, NAMES, 0);
  if (end > at)
    {
      office->complete = TRUE;
      return at > token ? parse_second_matter (scan, end) : end;
    }
  /* شؤون مكافحة الإرهاب */
  if (at > token && bayan_scan_key_in (scan, at - 1, divisions)
      && bayan_scan_is (scan, at, BAYAN_CLASS (COMMON) | BAYAN_CLASS (FIGHT))
      && !bayan_scan_is_definite (scan, at) && bayan_phrase_definites (scan, at + 1, 2) > at + 1)
    return parse_second_matter (scan, bayan_phrase_definites (scan, at + 1, 2));
  if (at > token && bayan_scan_key_in (scan, at - 1, divisions))
    return parse_second_matter (scan, bayan_phrase_definites (scan, at, 2));
  if (at > token)
    return at;
  /* منسق مكافحة الإرهاب */
  if (bayan_scan_is (scan, at, BAYAN_CLASS (FIGHT)) && bayan_phrase_definites (scan, at + 1, 2) > at + 1)
    return bayan_phrase_definites (scan, at + 1, 2);
  if (bayan_scan_key_in (scan, at, pronominal))
    return at + 1;
  /* مفوضة شؤون المتوسط */
  if (bayan_scan_key_is (scan, at, "شؤون") && bayan_phrase_name (scan, at + 1, NAMES, 0) > at + 1)
    {
      office->complete = TRUE;
      return bayan_phrase_name (scan, at + 1, NAMES, 0);
    }

  if (bayan_scan_reading_with (scan, at, BAYAN_CLASS (TITLE), 0) != NULL
      || bayan_scan_longest (scan, at, BAYAN_TYPE (OCC), 0) != NULL)
    end = parse_holder (office, at);
  if (end == at)
    end = parse_institution (office, at);
  if (end > at)
    return end;

  end = bayan_phrase_definites (scan, at, 2);
  if (end == at)
    return end;
  at = end;
  end = bayan_phrase_joined (scan, at);
  /* مديرة العمليات والمناصرة في أوتشا: what no table knows, before the house */
  if (end == at && bayan_scan_goes_on (scan, at + 1) && bayan_key_begins (scan->tokens[at].key, "وال")
      && bayan_scan_key_is (scan, at + 1, "في")
      && bayan_phrase_name (scan, at + 2, BAYAN_TYPE (ORG), 0) > at + 2)
    end++;

  return end;
}

/* A deputy is one span with the office he is deputy of. */
static guint32
parse_deputy (Office *office, guint32 token)
{
  BayanScan *scan = office->scan;
  guint32 at = parse_adjectives (office, token);
  /* النائب العام: whatever has no ل behind it is no complement. */
  gboolean definite = bayan_scan_is_definite (scan, office->head)
                      && bayan_scan_is (scan, office->head, BAYAN_CLASS (DEPUTY));

  if (bayan_scan_goes_on (scan, at) && office->depth < 4 && !definite
      && bayan_scan_reading_with (scan, at, HEADS, 0) != NULL)
    {
      office->depth++;
      return parse_office (office, at, bayan_scan_reading_with (scan, at, HEADS, 0)->classes);
    }
  if (bayan_scan_goes_on (scan, at) && office->depth < 4
      && bayan_scan_reading_with (scan, at, HEADS, BAYAN_PROCLITIC_LAM) != NULL)
    {
      office->depth++;
      return parse_office (office, at,
                           bayan_scan_reading_with (scan, at, HEADS, BAYAN_PROCLITIC_LAM)->classes);
    }

  return parse_tails (office, definite ? at : parse_genitive (office, at));
}

/* القائمة is a list where no affairs follow, القائم what stands, مساعدة help where no office does, ممثلا what somebody does where it is not
 * said how. */
static gboolean
is_rarely_office (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  if (bayan_scan_word_ends (word, "القائمة") || bayan_scan_word_ends (word, "القائم"))
    return !bayan_scan_key_in (scan, token + 1, at_affairs);
  if (bayan_scan_word_ends (word, "مساعدة"))
    return bayan_scan_reading_with (scan, token + 1, HEADS, 0) == NULL;

  return bayan_scan_word_ends (word, "ممثلا") && !bayan_scan_key_in (scan, token + 1, second_heads);
}

/* رئيسها, قائدهم: whose it is stands in the word. */
static gboolean
has_owner (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  return bayan_scan_word_ends (word, "ها") || bayan_scan_word_ends (word, "هم")
         || bayan_scan_word_ends (word, "ه");
}

/* Returns the token behind the office whose head is @token. */
static guint32
parse_office (Office *office, guint32 token, guint64 classes)
{
  BayanScan *scan = office->scan;
  const BayanReading *reading = bayan_scan_reading (scan, token, HEADS);
  guint32 at = token + 1;

  office->head = token;
  while (bayan_scan_goes_on (scan, at) && (classes & BAYAN_CLASS (TITLE)) != 0
         && bayan_scan_key_in (scan, at, ranks))
    at++;
  if (at > token + 1)
    return bayan_phrase_nationality (scan, at);
  if (bayan_scan_word_ends (&scan->tokens[token], "مساعدة")
      && bayan_scan_reading_with (scan, at, HEADS, 0) == NULL)
    return at;
  if (is_rarely_office (scan, token))
    return at;
  if (bayan_scan_key_is (scan, at, "بالاعمال") && bayan_scan_goes_on (scan, at))
    return parse_tails (office, at + 1);
  /* قائما بأعمالها */
  if (bayan_scan_key_in (scan, at, at_whose_affairs) && bayan_scan_goes_on (scan, at))
    {
      office->complete = TRUE;
      return at + 1;
    }
  if (bayan_scan_key_is (scan, at, "باعمال") && bayan_scan_goes_on (scan, at))
    return parse_deputy (office, at + 1);
  if ((classes & BAYAN_CLASS (DEPUTY)) != 0)
    return parse_deputy (office, at);
  if ((classes & (BAYAN_CLASS (MINISTER) | BAYAN_CLASS (MINISTERS))) != 0)
    at = parse_minister (office, at);
  else if ((reading == NULL || !bayan_scan_reading_is_definite (scan, token, reading))
           && !(has_owner (scan, token) && bayan_scan_is (scan, at, BAYAN_CLASS (TITLE))))
    at = parse_genitive (office, at);

  return parse_tails (office, at);
}

/* An office of the tables with its nationality and whose it is: رئيس أركان الجيش الجزائري, ولي العهد السعودي.
 */
static void
extend_known_offices (BayanScan *scan, guint32 token)
{
  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      const BayanCandidate *candidate = bayan_scan_get (scan, c);
      Office office;
      BayanCandidate known;
      BayanReading reading;
      guint32 end;

      if (candidate->type != BAYAN_MENTION_OCC || (candidate->flags & BAYAN_CANDIDATE_HEAD) == 0)
        continue;
      office = (Office) { .scan = scan, .head = token, .complete = TRUE };
      known = *candidate;
      reading = (BayanReading) { .start = known.start, .proclitics = known.proclitics };
      /* رئيس أركان الجيش الوطني الشعبي: the last word begins a body of its own. */
      end = known.last > token + 1 ? bayan_phrase_name (scan, known.last - 1, BAYAN_TYPE (ORG), 0)
                                   : known.last;
      end = parse_adjectives (&office, MAX (end, known.last));
      end = parse_charge (&office, end);
      if (end > known.last)
        bayan_scan_add (scan, BAYAN_MENTION_OCC, token, end, &reading, known.rule)->evidence = known.evidence;
    }
}

/* رئيس عربي, وزراء خارجية أفارقة: somebody of a people, not the office of a state. */
static gboolean
is_somebody (const BayanScan *scan, guint32 first, guint32 last)
{
  const BayanReading *reading = bayan_scan_reading (scan, first, HEADS);

  if (last < first + 2 || (reading != NULL && bayan_scan_reading_is_definite (scan, first, reading)))
    return FALSE;
  for (guint32 i = first + 1; i < last; i++)
    if (bayan_scan_is_definite (scan, i) || bayan_scan_longest (scan, i, NAMES, BAYAN_ANY_PROCLITICS) != NULL)
      return FALSE;

  return bayan_phrase_nationality (scan, last - 1) == last;
}

/* مبعوث الأمين العام: the head at @token is whom an envoy is of. */
static gboolean
is_sender (const BayanScan *scan, guint32 token, const BayanReading *reading)
{
  Office envoy = { .scan = (BayanScan *) scan, .head = token };

  if (token == 0 || !bayan_scan_goes_on (scan, token) || (reading->proclitics & BAYAN_PROCLITIC_LAM) == 0)
    return FALSE;
  envoy.head--;
  while (envoy.head > 0
         && (bayan_scan_is (scan, envoy.head, BAYAN_CLASS (OFFICE_ADJ))
             || bayan_scan_key_in (scan, envoy.head, second_heads)))
    envoy.head--;

  return is_resident (&envoy);
}

/* أمر الرئيس: the verb, not آمر; المجلس العسكري الحاكم, القرار القاضي بتمديد: an adjective of the noun before. */
static gboolean
is_no_head (const BayanScan *scan, guint32 token)
{
  if (bayan_scan_key_is (scan, token, "امر"))
    return !bayan_key_begins (scan->text + scan->tokens[token].start, "آ");
  if (bayan_scan_key_is (scan, token, "القاضي"))
    return bayan_scan_goes_on (scan, token + 1) && bayan_key_begins (scan->tokens[token + 1].key, "ب")
           && !bayan_person_is_name_word (scan, token + 1);

  return token > 0 && bayan_scan_key_is (scan, token, "الحاكم") && bayan_scan_goes_on (scan, token)
         && bayan_scan_is_definite (scan, token - 1);
}

void
bayan_rules_match_office (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, HEADS);
  Office office;
  guint32 end;
  BayanCandidate *candidate;
  const char *evidence;

  extend_known_offices (scan, token);
  if (reading == NULL || is_no_head (scan, token))
    return;
  office = (Office) { .scan = scan, .head = token };
  office.sender = is_sender (scan, token, reading);
  office.plural = (reading->classes & (BAYAN_CLASS (MINISTERS) | BAYAN_CLASS (OFFICES))) != 0;
  end = parse_office (&office, token, reading->classes);
  office.complete = office.complete && !is_somebody (scan, token, end);
  if (office.plural && !office.complete)
    return;
  if (end == token + 1 && (reading->classes & (BAYAN_CLASS (TITLE) | BAYAN_CLASS (OFFICE))) == 0)
    return;

  evidence = bayan_scan_text (scan, token, token + 1);
  candidate = bayan_scan_add (scan, BAYAN_MENTION_OCC, token, bayan_scan_close_quotes (scan, token, end),
                              reading, "office/head-and-complement");
  candidate->evidence = evidence;
  if (!office.complete || bayan_key_is_among (bayan_scan_stem (scan, token, reading), reporters))
    candidate->flags |= BAYAN_CANDIDATE_BARE;
}
