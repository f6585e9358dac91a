/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings, conferences and attacks that a country, an organisation or a naming adjective makes particular
 * ones. */
#include <string.h>

#include "bayan-date-parts.h"
#include "bayan-rules.h"

#define PLACES (BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC))

static const char *const conferences[] = { "مؤتمر", "منتدى", "قمة", "ملتقى", "حوار", "مهرجان", NULL };
/* Talks and rounds are named by a place, not by whose they are. */
static const char *const of_bodies[] = { "اجتماع", "مؤتمر", "قمة", "جلسة", "دورة", "منتدى", "قمتي", NULL };
static const char *const conferring[] = { "المؤتمر", "المنتدى", "الملتقى", "لمؤتمر",
                                          "لمنتدى",  "للمؤتمر", "للمنتدى", NULL };
static const char *const roles[] = { "المدراء", "المديرين",  "كبار",      "وزراء", "رؤساء", "قادة",
                                     "للمدراء", "للمديرين",  "لوزراء",    "لكبار", "لقادة", "لرؤساء",
                                     "سفراء",   "للمبعوثين", "المبعوثين", NULL };
static const char *const of_high_rank[] = { "مسؤولي", "مسؤولو", "ممثلي", "مديري", "قادة", "خبراء", NULL };
/* What a forum is by its name: منتدى بليد الاستراتيجي */
static const char *const of_forums[] = { "الاستراتيجي", "الاستراتيجية", "الدبلوماسي", "العالمي",
                                         "العالمية",    "الوزاري",      "الاستثماري", "السنوي",
                                         "المالي",      "الاعلامي",     NULL };
static const char *const levels[] = { "مستوى", "رفيع", NULL };

static void
add_event (BayanScan *scan, guint32 first, guint32 last, const BayanReading *reading, const char *rule)
{
  const char *evidence = bayan_scan_text (scan, first, first + 1);
  BayanCandidate *event = bayan_scan_add (scan, BAYAN_MENTION_EVENT, first,
                                          bayan_scan_close_quotes (scan, first, last), reading, rule);

  event->evidence = evidence;
}

/* (ل)المدراء السياسيين للتحالف, (ل)وزراء خارجية دول الجوار: whose meeting it is. */
static guint32
parse_participants (const BayanScan *scan, guint32 token)
{
  guint32 at = token, end;
  const BayanCandidate *office;

  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_key_in (scan, at, roles))
    return token;
  office = bayan_scan_longest (scan, at, BAYAN_TYPE (OCC), BAYAN_ANY_PROCLITICS);
  if (office != NULL)
    return office->last;

  /* للمبعوثين الخاصين إلى أفغانستان */
  if (bayan_scan_word_ends (&scan->tokens[at], "لمبعوثين"))
    {
      at += 1 + bayan_scan_key_is (scan, at + 1, "الخاصين");
      end = bayan_scan_key_is (scan, at, "الى") ? bayan_phrase_name (scan, at + 1, PLACES, 0) : token;

      return end > at + 1 ? end : token;
    }
  /* كبار مسؤولي الدفاع */
  at = bayan_phrase_definites (
      scan,
      bayan_scan_key_in (scan, at + 1, of_high_rank) && bayan_scan_goes_on (scan, at + 1) ? at + 2 : at + 1,
      2);
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_LAM);
  if (end == at && bayan_scan_key_is (scan, at, "في"))
    end = MAX (bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), 0), at);

  return end > at + 1 || (end > at && !bayan_scan_key_is (scan, at, "في")) ? end : token;
}

/* لدول جوار ليبيا, لدول الساحل */
static guint32
parse_states (const BayanScan *scan, guint32 token)
{
  guint32 at = token + 1, end;

  if (!bayan_scan_goes_on (scan, token) || !bayan_scan_key_is (scan, token, "لدول"))
    return token;
  if (bayan_scan_key_is (scan, at, "جوار") || bayan_scan_key_is (scan, at, "الجوار"))
    at++;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC) | BAYAN_TYPE (ORG), 0);

  return end > at ? end : token;
}

/* والمنطقة, ودول الجوار: what is joined to the place that a conference is about */
static guint32
parse_joined_place (const BayanScan *scan, guint32 token)
{
  static const char *const lands[] = { "ودول", "وبلدان", NULL };
  static const char *const around[] = { "الجوار", "المنطقة", "المحيطة", NULL };
  guint32 end;

  if (!bayan_scan_goes_on (scan, token))
    return token;
  if (bayan_scan_key_is (scan, token, "والمنطقة"))
    return token + 1;
  if (bayan_scan_key_in (scan, token, lands) && bayan_scan_goes_on (scan, token + 1)
      && bayan_scan_key_in (scan, token + 1, around))
    return token + 2;
  end = bayan_phrase_name (scan, token, PLACES, BAYAN_PROCLITIC_WA);

  return end > token && (end >= scan->n_tokens || (scan->tokens[end].flags & BAYAN_WORD_QUOTE) != 0) ? end
                                                                                                     : token;
}

/* حول منطقة البحيرات, المعني بسوريا, من أجل السودان ودول الجوار: what a conference is about, where a place says it. */
static guint32
parse_subject (const BayanScan *scan, guint32 token)
{
  static const char *const about[] = { "حول", "بشان", NULL };
  static const char *const concerned[] = { "المعني", "الخاص", NULL };
  static const char *const states_of[] = {
    "منطقة", "مستقبل", "امن", "دعم", "دول", "استقرار", "مساعدة", NULL
  };
  guint32 at = token + 1, open, end;

  if (!bayan_scan_goes_on (scan, token) || !bayan_scan_goes_on (scan, at))
    return token;
  if (bayan_scan_key_in (scan, token, concerned))
    {
      end = bayan_phrase_name (scan, at, PLACES, BAYAN_PROCLITIC_BA);
      /* المعني بمنطقة البحيرات الكبرى */
      if (end == at && bayan_scan_key_is (scan, at, "بمنطقة") && bayan_scan_goes_on (scan, at + 1))
        end = bayan_phrase_name (scan, ++at, PLACES, 0);
      return end > at ? end : token;
    }
  if (bayan_scan_key_is (scan, token, "من") && bayan_scan_key_is (scan, at, "اجل"))
    at++;
  else if (!bayan_scan_key_in (scan, token, about))
    return token;
  open = bayan_scan_goes_on (scan, at) ? bayan_scan_skip_quote (scan, at) : at;
  at = open;
  for (guint i = 0; i < 2 && bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, states_of); i++)
    at++;
  end = bayan_phrase_name (scan, at, PLACES, 0);

  return end > at ? bayan_scan_close_quotes (scan, token, parse_joined_place (scan, end)) : token;
}

/* الحوار الوطني اليمني: the one dialogue that was a conference; of another country it is a process. */
static gboolean
is_national_dialogue (const BayanScan *scan, guint32 token, guint32 adjective)
{
  const BayanCandidate *people = bayan_scan_longest (scan, adjective, BAYAN_TYPE (NORP), 0);

  return bayan_key_ends (scan->tokens[token].key, "الحوار") && people != NULL
         && g_strcmp0 (people->key, "nisba:YEM") == 0;
}

static const char *const for_groups[] = { "لمجموعة", "لمنظمة", "لحركة", "لتحالف", "لتجمع", "لرابطة", NULL };

/* الـ55: how many there were before, between a meeting and whose it is */
static guint32
skip_number (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  if (bayan_scan_goes_on (scan, at) && bayan_scan_key_is (scan, at, "ال"))
    at++;
  if (!bayan_scan_goes_on (scan, at + 1) || (scan->tokens[at].flags & BAYAN_WORD_NUMBER) == 0)
    return token;

  return at + 1;
}

/* الجولة الثالثة من (الحوار): the round of a dialogue, by its number; @token where there is none. */
static guint32
parse_round_before (const BayanScan *scan, guint32 token)
{
  static const char *const rounds[] = { "الجولة", "الدورة", "النسخة", NULL };

  for (guint back = 3; back <= 4 && back <= token; back++)
    {
      BayanNumber number;

      if (bayan_scan_key_is (scan, token - 1, "من") && bayan_scan_key_in (scan, token - back, rounds)
          && bayan_scan_parse_ordinal (scan, token - back + 1, &number) && number.n_words == back - 2)
        return token - back;
    }

  return token;
}

/* الستين, السبعون: an ordinal of tens alone */
static gboolean
is_tens (const BayanScan *scan, guint32 token)
{
  static const char *const tens[] = { "العشرين",  "العشرون",  "الثلاثين", "الثلاثون", "الاربعين", "الاربعون",
                                      "الخمسين",  "الخمسون",  "الستين",   "الستون",   "السبعين",  "السبعون",
                                      "الثمانين", "الثمانون", "التسعين",  "التسعون",  NULL };

  return bayan_scan_goes_on (scan, token) && bayan_scan_key_in (scan, token, tens);
}

/* بعد المائة, behind an ordinal */
static guint32
skip_hundred (const BayanScan *scan, guint32 token)
{
  static const char *const hundred[] = { "المئة", "المائة", NULL };

  return bayan_scan_goes_on (scan, token + 1) && bayan_scan_key_is (scan, token, "بعد")
                 && bayan_scan_key_in (scan, token + 1, hundred)
             ? token + 2
             : token;
}

/* والثلاثين, والستين بعد المئة, بعد المئة: the rest of an ordinal */
static guint32
skip_tens (const BayanScan *scan, guint32 token)
{
  if (!bayan_scan_goes_on (scan, token))
    return token;
  if (bayan_key_begins (scan->tokens[token].key, "وال")
      && (bayan_key_ends (scan->tokens[token].key, "ين") || bayan_key_ends (scan->tokens[token].key, "ون")))
    return skip_hundred (scan, token + 1);

  return skip_hundred (scan, token);
}

/* (162): the number of a session in brackets */
static guint32
skip_bracketed_number (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token + 2) && bayan_scan_key_is (scan, token, "(")
                 && (scan->tokens[token + 1].flags & BAYAN_WORD_NUMBER) != 0
                 && bayan_scan_key_is (scan, token + 2, ")")
             ? token + 3
             : token;
}

/* الحوار الاستراتيجي الأمريكي العراقي, الحوار الاستراتيجي بين قطر وأمريكا, مع مصر: a dialogue of two states by name */
static void
match_dialogue (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  static const char *const kinds[] = { "الاستراتيجي", "السياسي", "الامني", "الاقتصادي", NULL };
  guint32 at = token + 1, end;

  if (!bayan_scan_word_ends (&scan->tokens[token], "الحوار") || !bayan_scan_goes_on (scan, at)
      || !bayan_scan_key_in (scan, at, kinds))
    return;
  end = ++at;
  while (bayan_phrase_nationality (scan, end) > end)
    {
      end = bayan_phrase_nationality (scan, end);
      if (bayan_scan_goes_on (scan, end) && (scan->tokens[end].flags & BAYAN_WORD_DASH) != 0
          && bayan_phrase_nationality (scan, end + 1) > end + 1)
        end++;
    }
  if (end == at && bayan_scan_key_is (scan, at, "بين"))
    {
      guint32 one = bayan_phrase_name (scan, at + 1, BAYAN_TYPE (GPE), 0);
      guint32 two = bayan_phrase_name (scan, one, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_WA);

      end = one > at + 1 && two > one ? two : at;
    }
  else if (end == at && bayan_scan_key_is (scan, at, "مع")
           && bayan_phrase_name (scan, at + 1, BAYAN_TYPE (GPE), 0) > at + 1)
    end = bayan_phrase_name (scan, at + 1, BAYAN_TYPE (GPE), 0);
  if (end > at)
    add_event (scan, parse_round_before (scan, token), end,
               token == parse_round_before (scan, token) ? reading : NULL, "event/dialogue");
}

/* للشراكة الاستراتيجية بين مجلس التعاون والولايات المتحدة: for what a meeting is, and between whom */
static guint32
parse_sides (const BayanScan *scan, guint32 token)
{
  const guint names = PLACES | BAYAN_TYPE (ORG);
  guint32 at = bayan_phrase_purpose (scan, token), one, two;

  if (at == token || !bayan_scan_goes_on (scan, at) || !bayan_scan_key_is (scan, at, "بين"))
    return token;
  one = bayan_phrase_name (scan, at + 1, names, 0);
  two = one > at + 1 ? bayan_phrase_name (scan, one, names, BAYAN_PROCLITIC_WA) : one;

  return two > one ? two : token;
}

/* One of the adjectives from @token to @end says that two hold the meeting. */
static gboolean
is_joint (const BayanScan *scan, guint32 token, guint32 end)
{
  static const char *const joint[] = { "المشتركة", "المشترك", NULL };

  for (guint32 at = token + 1; at < end; at++)
    if (bayan_scan_key_in (scan, at, joint))
      return TRUE;

  return FALSE;
}

/* الاجتماع الوزاري للتحالف, القمة العربية الإسلامية, القمة الرباعية */
static void
match_definite (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  guint32 at = token + 1, end, bracketed;
  gboolean named = FALSE, plain_adjectives = FALSE;
  gboolean summit = bayan_key_ends (scan->tokens[token].key, "قمة");

  for (;; at = end)
    {
      end = bayan_phrase_nationality (scan, at);
      if (end > at)
        named |= summit || is_national_dialogue (scan, token, at);
      else if (bayan_scan_goes_on (scan, at) && bayan_key_ends (scan->tokens[token].key, "الحوار")
               && (bayan_scan_key_is (scan, at, "الوطني") || bayan_scan_key_is (scan, at, "الشامل")))
        end = at + 1;
      else if (bayan_scan_goes_on (scan, at) && bayan_scan_is (scan, at, BAYAN_CLASS (NAMING_ADJ)))
        {
          named = TRUE;
          end = at + 1;
        }
      else if (bayan_scan_goes_on (scan, at)
               && (bayan_scan_is (scan, at, BAYAN_CLASS (GATHERING_ADJ)) || is_tens (scan, at)))
        {
          plain_adjectives = TRUE;
          end = at + 1;
          /* الثالثة عشرة */
          if (bayan_scan_goes_on (scan, end)
              && (bayan_scan_key_is (scan, end, "عشرة") || bayan_scan_key_is (scan, end, "عشر")))
            end++;
          end = skip_tens (scan, end);
        }
      /* غير العادية, المقبل: only before whose it is */
      else if (bayan_scan_goes_on (scan, at) && at > token + 1 && bayan_scan_key_is (scan, at, "غير")
               && bayan_scan_is (scan, at + 1, BAYAN_CLASS (GATHERING_ADJ)))
        end = at + 2;
      else if (bayan_scan_is (scan, at, BAYAN_CLASS (RELATIVE)) && plain_adjectives
               && bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_LAM) > at + 1)
        end = at + 1;
      else if (bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_DASH) != 0 && named
               && bayan_phrase_nationality (scan, at + 1) > at + 1)
        end = bayan_phrase_nationality (scan, at + 1);
      else
        break;
    }

  /* الجلسة 9832 لمجلس الأمن */
  if (at == token + 1 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_NUMBER) != 0
      && bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_LAM) > at + 1)
    plain_adjectives = TRUE;
  at = skip_number (scan, at);
  bracketed = bayan_scan_word_ends (&scan->tokens[token], "الدورة") ? skip_bracketed_number (scan, at) : at;
  named |= bracketed > at;
  at = bracketed;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG) | BAYAN_TYPE (GPE), BAYAN_PROCLITIC_LAM);
  /* الدورة الثالثة عشرة للقمة الإسلامية */
  if (end == at && plain_adjectives && bayan_scan_word_ends (&scan->tokens[token], "الدورة"))
    end = bayan_phrase_name (scan, at, BAYAN_TYPE (EVENT), BAYAN_PROCLITIC_LAM);
  /* لمجلس التعاون ودول آسيا الوسطى: who meets whom */
  if (end > at && summit && bayan_scan_goes_on (scan, end)
      && (bayan_scan_key_is (scan, end, "ودول") || bayan_scan_key_is (scan, end, "وبلدان"))
      && bayan_phrase_name (scan, end + 1, PLACES | BAYAN_TYPE (ORG), 0) > end + 1)
    end = bayan_phrase_name (scan, end + 1, PLACES | BAYAN_TYPE (ORG), 0);
  /* القمة المشتركة لجماعة شرق أفريقيا والجماعة الإنمائية */
  else if (end > at && is_joint (scan, token, at) && bayan_scan_goes_on (scan, end))
    end = bayan_phrase_name (scan, end, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_WA);
  /* الدورة العادية 164 */
  if (end == at && plain_adjectives && at > token + 1 && bayan_scan_goes_on (scan, at)
      && bayan_scan_word_ends (&scan->tokens[token], "الدورة")
      && (scan->tokens[at].flags & BAYAN_WORD_NUMBER) != 0
      && (!bayan_scan_goes_on (scan, at + 1) || (scan->tokens[at + 1].flags & BAYAN_WORD_PUNCTUATION) != 0))
    end = at + 1;
  /* لمجموعة أوبك */
  if (end == at && bayan_scan_goes_on (scan, at + 1) && bayan_scan_key_in (scan, at, for_groups)
      && bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), 0) > at + 1)
    end = bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), 0);
  if (end == at)
    end = parse_states (scan, at);
  if (end == at)
    end = parse_participants (scan, at);
  if (end == at && plain_adjectives
      && bayan_key_is_among (bayan_scan_stem (scan, token, reading), conferring))
    {
      end = parse_subject (scan, at);
      end = end > at ? end : bayan_phrase_purpose (scan, at);
    }
  if (end == at && plain_adjectives)
    end = parse_sides (scan, at);
  /* الاجتماع الدولي الـ21 حول سوريا */
  if (end == at && plain_adjectives && at > token + 2
      && bayan_scan_word_ends (&scan->tokens[token], "الاجتماع"))
    end = parse_subject (scan, at);
  if (end > at && (plain_adjectives || named))
    add_event (scan, token, end, reading, "event/meeting-of");
  else if (named)
    add_event (scan, token, at, reading, "event/named-by-adjective");
}

/* A date begins here: صوفيا العام الماضي is no general meeting of Sofia. */
static gboolean
begins_date (const BayanScan *scan, guint32 token)
{
  return bayan_scan_longest (scan, token, BAYAN_TYPE (DATE), 0) != NULL;
}

/* – الساحل: the other side of a forum, behind a dash */
static guint32
parse_other_side (const BayanScan *scan, guint32 token)
{
  guint32 end;

  if (!bayan_scan_goes_on (scan, token + 1) || (scan->tokens[token].flags & BAYAN_WORD_DASH) == 0)
    return token;
  end = bayan_phrase_name (scan, token + 1, PLACES, 0);

  return end > token + 1 ? end : token;
}

/* 2026: which year's conference it is, behind its subject */
static guint32
parse_year (BayanScan *scan, guint32 token)
{
  const char *key = token < scan->n_tokens ? scan->tokens[token].key : "";

  if (!bayan_scan_goes_on (scan, token) || (scan->tokens[token].flags & BAYAN_WORD_NUMBER) == 0
      || strlen (key) != 4 || bayan_date_number (scan, token, 1990, 2060) == 0)
    return token;
  bayan_scan_add (scan, BAYAN_MENTION_DATE, token, token + 1, NULL, "date/year")->value = key;

  return token + 1;
}

/* مؤتمر ميونيخ للأمن, قمة مكة الرباعية, مؤتمر المانحين */
static guint32
parse_suffixes (const BayanScan *scan, guint32 token, gboolean conference)
{
  guint32 at = token, end;

  while (
      bayan_scan_goes_on (scan, at) && !begins_date (scan, at)
      && (bayan_scan_is (scan, at, BAYAN_CLASS (NAMING_ADJ) | BAYAN_CLASS (GATHERING_ADJ))
          || (conference && bayan_scan_is_definite (scan, at) && bayan_scan_key_in (scan, at, of_forums))
          || (at > token && (bayan_scan_key_is (scan, at, "عشر") || bayan_scan_key_is (scan, at, "عشرة")))))
    at = skip_tens (scan, at + 1);
  end = bayan_phrase_purpose (scan, at);
  if (end > at && (conference || bayan_key_begins (scan->tokens[at].key, "لل")))
    {
      at = end;
      if (bayan_scan_reading_with (scan, at, BAYAN_CLASS (COMMON), BAYAN_PROCLITIC_WA) != NULL
          && bayan_key_begins (scan->tokens[at].key, "وال") && bayan_scan_goes_on (scan, at))
        at++;
    }

  /* مؤتمر برلين حول ليبيا: the city is the name, what it is about is part of it in quotation marks only. */
  return conference
                 && !(bayan_scan_key_is (scan, at, "حول") && bayan_scan_goes_on (scan, at + 1)
                      && bayan_scan_skip_quote (scan, at + 1) == at + 1)
             ? parse_subject (scan, at)
             : at;
}

/* دورة مجلس الجامعة الثانية والستين: which one it is, behind the body whose it is */
static guint32
skip_ordinal (const BayanScan *scan, guint32 token)
{
  BayanNumber number;

  if (!bayan_scan_goes_on (scan, token) || !bayan_scan_is_definite (scan, token)
      || !bayan_scan_parse_ordinal (scan, token, &number))
    return token;

  return skip_tens (scan, token + number.n_words);
}

static void
match_construct (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  const char *stem = bayan_scan_stem (scan, token, reading);
  guint32 at = token + 1, end;
  gboolean conference = bayan_key_is_among (stem, conferences);

  /* مفاوضات سد النهضة */
  end = bayan_phrase_name (scan, at, PLACES | (bayan_key_is (stem, "مفاوضات") ? BAYAN_TYPE (FAC) : 0), 0);
  if (end > at)
    {
      if (conference)
        end = parse_other_side (scan, end);
      add_event (scan, token, parse_suffixes (scan, end, conference), reading, "event/place");
      return;
    }
  end = bayan_key_is_among (stem, of_bodies) ? bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), 0) : at;
  if (end > at)
    {
      /* قمة الاتحاد الأوروبي وآسيا الوسطى */
      if (bayan_key_is (stem, "قمة")
          && bayan_phrase_name (scan, end, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_WA) > end)
        end = bayan_phrase_name (scan, end, BAYAN_TYPE (LOC), BAYAN_PROCLITIC_WA);
      end = skip_ordinal (scan, end);
      /* مؤتمر الأمم المتحدة للمياه 2026 */
      if (conference && bayan_phrase_purpose (scan, end) > end)
        end = parse_year (scan, bayan_phrase_purpose (scan, end));
    }
  if (end == at)
    end = parse_participants (scan, at);
  if (end > at)
    {
      add_event (scan, token, end, reading, "event/meeting-of");
      return;
    }

  /* مؤتمر أمن الملاحة في البحر الأحمر, مؤتمر إعمار درنة: what it is about, as its name */
  if (conference && bayan_phrase_is_noun (scan, at) && !bayan_scan_is_definite (scan, at)
      && bayan_scan_is (scan, at, BAYAN_CLASS (COMMON) | BAYAN_CLASS (PORTFOLIO))
      && !bayan_phrase_is_adjective (scan, at) && bayan_scan_word_ends (&scan->tokens[token], "مؤتمر"))
    {
      guint32 what = bayan_phrase_name (scan, at + 1, PLACES, 0), where;

      /* إعادة إعمار سوريا */
      if (what == at + 1 && bayan_scan_key_is (scan, at, "اعادة") && bayan_scan_goes_on (scan, at + 2))
        what = bayan_phrase_name (scan, at + 2, PLACES, 0) > at + 2
                   ? bayan_phrase_name (scan, at + 2, PLACES, 0)
                   : what;

      if (what == at + 1)
        what = bayan_phrase_definites (scan, at + 1, 2);
      where = what > at + 1 && bayan_scan_key_is (scan, what, "في")
                  ? bayan_phrase_name (scan, what + 1, BAYAN_TYPE (LOC), 0)
                  : what;
      if (what > at + 1)
        {
          add_event (scan, token, where > what + 1 ? where : what, reading, "event/conference");
          return;
        }
    }
  end = conference ? bayan_phrase_definites (scan, at, 1) : at;
  if (end > at && !bayan_scan_is (scan, at, BAYAN_CLASS (RELATIVE)))
    {
      at = parse_suffixes (scan, end, conference);
      end = skip_ordinal (scan, bayan_phrase_nationality (scan, at));
      add_event (scan, token, end, reading, "event/conference");
    }
}

/* “قمة الملك حسين”: a conference with its name in quotation marks */
static void
match_quoted (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  guint32 at = token + 1;

  if (token == 0 || (scan->tokens[token - 1].flags & BAYAN_WORD_QUOTE) == 0 || reading->proclitics != 0
      || !bayan_key_is_among (scan->tokens[token].key, conferences) || !bayan_scan_is_definite (scan, at))
    return;
  while (bayan_scan_goes_on (scan, at) && at < token + 8 && (scan->tokens[at].flags & BAYAN_WORD_ARABIC) != 0
         && (scan->tokens[at].flags & BAYAN_WORD_PUNCTUATION) == 0)
    at++;
  if (at > token + 2 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_QUOTE) != 0)
    bayan_scan_add (scan, BAYAN_MENTION_EVENT, token, at, reading, "event/quoted");
}

static const char *const operations[] = { "عملية", "معركة", "حملة", "مناورات", "تمرين", "مناورة", NULL };

void
bayan_rules_add_event_beginnings (BayanKeySet *keys)
{
  bayan_key_set_add (keys, operations, BAYAN_BEGINS_EVENT);
}

/* عملية "درع الفرات", معركة "فك القيد": an operation by its name in quotation marks */
static void
match_operation (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (ATTACK) | BAYAN_CLASS (COMMON));
  guint32 open = token + 1, at;

  if (reading == NULL || !bayan_key_is_among (bayan_scan_stem (scan, token, reading), operations)
      || !bayan_scan_goes_on (scan, open) || (scan->tokens[open].flags & BAYAN_WORD_QUOTE) == 0)
    return;
  for (at = open + 1; at < open + 6 && bayan_scan_goes_on (scan, at); at++)
    if ((scan->tokens[at].flags & BAYAN_WORD_QUOTE) != 0)
      break;
    else if ((scan->tokens[at].flags & (BAYAN_WORD_ARABIC | BAYAN_WORD_NUMBER)) == 0
             || (bayan_scan_is (scan, at, BAYAN_CLASS (STOP))
                 && !bayan_scan_is (scan, at, BAYAN_CLASS (DAYPART))))
      return;
  /* عملية "جراحية" */
  if (at == open + 2 && bayan_phrase_is_adjective (scan, open + 1))
    return;
  if (at > open + 1 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_QUOTE) != 0
      && bayan_scan_longest (scan, open + 1, BAYAN_TYPE (EVENT) | BAYAN_TYPE (ORG), BAYAN_ANY_PROCLITICS)
             == NULL)
    bayan_scan_add (scan, BAYAN_MENTION_EVENT, open + 1, at, NULL, "event/operation");
}

/* عملية حادين كاي, عملية سيرفال: an operation by foreign words that no table knows */
static void
match_foreign_operation (BayanScan *scan, guint32 token)
{
  static const char *const behind[] = { "في",      "ضد",      "،", ".", "التي", "ضمن",
                                        "لمكافحة", "لملاحقة", "ب", "(", NULL };
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (ATTACK));
  guint32 at = token + 1;

  if (reading == NULL || strcmp (bayan_scan_stem (scan, token, reading), "عملية") != 0)
    return;
  while (at < token + 4 && bayan_scan_goes_on (scan, at))
    {
      const BayanToken *word = &scan->tokens[at];

      if (word->classes != 0 || word->n_readings > 1 || (word->flags & BAYAN_WORD_ARABIC) == 0
          || word->key_length < (at == token + 1 ? 8 : 6) || bayan_scan_is_definite (scan, at)
          || (at == token + 1 && bayan_phrase_is_adjective (scan, at)) || bayan_scan_word_ends (word, "ة")
          || bayan_scan_word_ends (word, "ات") || bayan_scan_word_ends (word, "ه")
          || bayan_scan_word_ends (word, "ها") || bayan_key_begins (word->key, "و")
          || bayan_key_begins (word->key, "ي") || bayan_key_begins (word->key, "ت")
          || bayan_key_begins (word->key, "م") || bayan_key_begins (word->key, "ل")
          || bayan_key_begins (word->key, "ا"))
        break;
      at++;
    }
  if (at > token + 1 && (!bayan_scan_goes_on (scan, at) || bayan_scan_key_in (scan, at, behind))
      && bayan_scan_longest (scan, token + 1, ~0u, 0) == NULL)
    bayan_scan_add (scan, BAYAN_MENTION_EVENT, token + 1, at, NULL, "event/operation");
}

/* هجوم الأحواز, معركة الموصل */
static void
match_attack (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (ATTACK));
  guint32 at = token + 1, end;

  if (reading == NULL || bayan_scan_is_definite (scan, token))
    return;
  if (bayan_scan_goes_on (scan, at)
      && (bayan_scan_key_is (scan, at, "مدينة") || bayan_scan_key_is (scan, at, "مطار")))
    at++;
  end = bayan_scan_word_ends (&scan->tokens[token], "احداث")
            ? at
            : bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), 0);
  /* هجوم السابع من أكتوبر, انقلاب 26 يوليو */
  if (end == at && bayan_scan_goes_on (scan, at)
      && bayan_scan_longest (scan, at, BAYAN_TYPE (DATE), 0) != NULL
      && strcmp (bayan_scan_longest (scan, at, BAYAN_TYPE (DATE), 0)->rule, "date/day-month") == 0)
    end = bayan_scan_longest (scan, at, BAYAN_TYPE (DATE), 0)->last;
  if (end > at)
    add_event (scan, token, end, reading, "event/attack");
}

/* مؤتمر الأطراف الثلاثون: which one it is of those that the tables know */
static void
count_known_event (BayanScan *scan, guint32 token)
{
  const BayanCandidate *known = bayan_scan_longest (scan, token, BAYAN_TYPE (EVENT), BAYAN_ANY_PROCLITICS);
  BayanReading reading;
  guint32 end;

  if (known == NULL || known->entry == 0)
    return;
  end = skip_ordinal (scan, known->last);
  reading = (BayanReading) { .start = known->start, .proclitics = known->proclitics };
  if (end > known->last)
    add_event (scan, token, end, &reading, known->rule);
}

void
bayan_rules_match_event (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (GATHERING));

  match_attack (scan, token);
  match_operation (scan, token);
  match_foreign_operation (scan, token);
  if (reading == NULL || bayan_scan_key_in (scan, token + 1, levels))
    return;
  count_known_event (scan, token);
  match_quoted (scan, token, reading);
  if (bayan_key_begins (bayan_scan_stem (scan, token, reading), "ال")
      || (strstr (scan->tokens[token].key, "لل") != NULL && (reading->proclitics & BAYAN_PROCLITIC_LAM) != 0))
    {
      match_definite (scan, token, reading);
      match_dialogue (scan, token, reading);
    }
  else
    match_construct (scan, token, reading);
}
