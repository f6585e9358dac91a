/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind the head of an office and makes it whole: adjectives, whose it is, for what and where. */
#include "bayan-office-finder.h"
#include "bayan-person-names.h"

/* These are of a state, never for a matter. */
static const char *const sovereigns[] = { "الرئيس", "للرئيس", "الملك",  "للملك",
                                          "الامير", "الوزير", "البابا", NULL };
/* An indefinite head that says what somebody becomes: رئيسا للمفوضية */
static const char *const predicates[] = { "رئيسا", "رئيسة", "مديرا",  "مديرة", "قائدا",
                                          "مفوضا", "مفوضة", "محافظا", NULL };
static const char *const former[] = { "السابق", "السابقة", "الاسبق", "الاسبقة", NULL };
static const char *const placed[] = { "الى", "لدى", NULL };
static const char *const residents[] = {
  "سفير",  "السفير",  "مبعوث",  "المبعوث",  "ممثل",    "الممثل",   "منسق",   "المنسق",   "سفيرة",  "السفيرة",
  "ممثلة", "الممثلة", "مبعوثة", "المبعوثة", "مندوب",   "المندوب",  "مندوبة", "المندوبة", "منسقة",  "المنسقة",
  "منسق",  "المنسق",  "سفيرها", "مبعوثها",  "المقيم",  "بالاعمال", "سفيرا",  "مبعوثا",   "ممثلا",  "مندوبا",
  "منسقا", "المراقب", "مراقب",  "سفراء",    "السفراء", "مبعوثو",   "مبعوثي", "مندوبو",   "مندوبي", NULL
};
static const char *const concerned[] = { "المعني", "المعنية", "المكلف", "المكلفة", NULL };
static const char *const international[] = { "الدولي", "الاممي", "الدولية", "الاممية", NULL };

gboolean
bayan_office_finder_is_sovereign (const BayanScan *scan, guint32 token)
{
  return bayan_scan_key_in (scan, token, sovereigns);
}

/* Somebody sent to a place or a body: the place belongs to the office. Asked for every complement. */
gboolean
bayan_office_finder_is_resident (Office *office)
{
  const BayanReading *head;

  if (office->asked == office->head + 1)
    return office->resident;
  head = bayan_scan_reading (office->scan, office->head, BAYAN_CLASS (OFFICE) | BAYAN_CLASS (OFFICES));
  office->asked = office->head + 1;
  office->resident = head != NULL && (head->proclitics & BAYAN_PROCLITIC_LAM) == 0
                     && bayan_key_is_among (bayan_scan_stem (office->scan, office->head, head), residents);

  return office->resident;
}

/* A name of a person follows: one known, or two unknown words. */
gboolean
bayan_office_finder_name_follows (const BayanScan *scan, guint32 token)
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

/* An office-holder as complement (the envoy of the President): it nests. */
guint32
bayan_office_finder_parse_holder (Office *office, guint32 token)
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
      if (bayan_office_finder_is_resident (office) && inner->last > inner->first + 1)
        inner->flags &= ~(guint) BAYAN_CANDIDATE_BARE;
      if ((inner->flags & BAYAN_CANDIDATE_BARE) == 0)
        office->complete = TRUE;
    }

  return end > token ? end : token;
}

/* دعا الرئيس الكازاخي الأوروبيين: a people is no adjective of one person. */
static gboolean
is_of_many (const Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;

  return !office->plural && bayan_scan_goes_on (scan, token)
         && (bayan_scan_word_ends (&scan->tokens[token], "يين")
             || bayan_scan_word_ends (&scan->tokens[token], "يون"));
}

/* Nationalities and adjectives of an office, in any order. */
guint32
bayan_office_finder_parse_adjectives (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  guint32 at = token, end;

  for (;;)
    {
      /* العقيد تركي المالكي: a given name */
      end = bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN)) || is_of_many (office, at)
                ? at
                : bayan_phrase_nationality (scan, at);
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
      return second > end && bayan_office_finder_name_follows (scan, second) ? second : end;
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
  guint types = office->sender || (office->complete && !bayan_office_finder_is_resident (office))
                    ? BAYAN_TYPE (ORG)
                    : NAMES;
  guint32 end = bayan_phrase_name (scan, token, types, BAYAN_PROCLITIC_LAM);

  /* المدير الإقليمي لمنظمة الصحة لشرق المتوسط, before its holder's name */
  if (end == token && office->complete)
    {
      end = bayan_phrase_name (scan, token, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_LAM);
      end = end > token && bayan_office_finder_name_follows (scan, end) ? end : token;
    }
  if (end > token && bayan_office_finder_is_resident (office))
    end = parse_second_region (scan, token, end);
  if (end == token && bayan_scan_reading_with (scan, token, HEADS, BAYAN_PROCLITIC_LAM) != NULL)
    end = bayan_office_finder_parse_holder (office, token);
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

  if (bayan_office_finder_is_resident (office) && office->complete)
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
      end = bayan_office_finder_parse (office, token + 1,
                                       bayan_scan_reading_with (scan, token + 1, HEADS, 0)->classes);
      office->complete |= end > token + 2;
      return end > token + 2 ? end : token;
    }
  /* رئيسة وفد الاتحاد الأوروبي إلى تونس */
  if (!bayan_office_finder_is_resident (office) && !bayan_scan_key_is (scan, token - 1, "المقيم")
      && !(sent && bayan_scan_key_is (scan, office->head + 1, "وفد")))
    return token;
  end = bayan_phrase_name (scan, token + 1, NAMES, 0);
  /* إلى الشرق الأوسط وأفريقيا, before its holder's name */
  if (end > token + 1 && sent && bayan_phrase_name (scan, end, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_WA) > end
      && bayan_office_finder_name_follows (
          scan, bayan_phrase_name (scan, end, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_WA)))
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
  if (bayan_scan_key_is (scan, token, "في") && token > office->head + 1 && !office->sender)
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
  if (end > token && (!office->complete || bayan_office_finder_name_follows (scan, end)))
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
    end = bayan_office_finder_parse_holder (office, at);
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
guint32
bayan_office_finder_parse_charge (Office *office, guint32 token)
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
guint32
bayan_office_finder_parse_second_matter (const BayanScan *scan, guint32 token)
{
  guint32 end = token;

  for (guint i = 0; i < 3 && (i == 0 || !bayan_office_finder_name_follows (scan, end)); i++)
    end = parse_joined_matter (scan, end);
  if (end == token)
    return token;

  return bayan_office_finder_name_follows (scan, end)
                 || bayan_phrase_name (scan, end, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_BA) > end
             ? end
             : token;
}

/* لشؤون الشرق الأوسط, لمكافحة الإرهاب, للسياسة الخارجية والأمنية: for what the office is. */
static guint32
parse_matter (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  guint32 end = bayan_office_finder_is_sovereign (scan, office->head) ? token
                                                                      : bayan_phrase_purpose (scan, token);

  if (end == token)
    return token;
  office->complete = TRUE;

  return bayan_office_finder_parse_second_matter (scan, bayan_phrase_joined (scan, end));
}

/* رئيس للجمهورية, هدف رئيسي لتنظيم: an indefinite head with ل is none that anybody holds, but for envoys. */
static gboolean
is_still_open (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  const BayanReading *head = bayan_scan_reading (scan, office->head, HEADS);
  const BayanToken *word = &scan->tokens[office->head];

  if (token != office->head + 1 || bayan_office_finder_is_resident (office) || head == NULL
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
  if (end > token && (bayan_office_finder_name_follows (scan, end) || (office->complete && end > token + 1)))
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

  return end > token + 1 && bayan_office_finder_name_follows (scan, end) ? end : token;
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
  guint32 (*const parsers[]) (Office *, guint32) = {
    parse_owner,  parse_seat,    parse_house,      parse_voice, bayan_office_finder_parse_charge,
    parse_matter, parse_country, parse_supervised, parse_bench
  };
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

guint32
bayan_office_finder_parse_tails (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  guint32 at = parse_list (office, token);

  /* لدى لبنان is all that may stand behind a list. */
  if (at > token)
    return bayan_scan_key_is (scan, at, "لدى") ? parse_tail (office, at) : at;

  for (guint i = 0; i < 4; i++)
    {
      guint32 end = parse_tail (office, bayan_office_finder_parse_adjectives (office, at));

      if (end == at)
        break;
      at = end;
    }
  /* المبعوث الرئاسي (السابق إلى التحالف): where somebody was sent */
  if (!office->complete && at > office->head + 1 && bayan_scan_goes_on (scan, at + 1)
      && bayan_scan_key_in (scan, at, former) && bayan_scan_key_in (scan, at + 1, placed)
      && bayan_office_finder_is_resident (office))
    office->complete = bayan_phrase_name (scan, at + 2, NAMES, 0) > at + 2;

  return at;
}
