/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisations that a state has: ministries, governments and forces, embassies and missions. */
#include <string.h>

#include "bayan-bodies.h"

#define PLACES (BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC))
#define NAMES (PLACES | BAYAN_TYPE (ORG))

static const char *const residing[] = { "سفارة",  "السفارة", "قنصلية",   "القنصلية",
                                        "البعثة", "بعثة",    "الممثلية", NULL };
static const char *const forces[] = { "قوات", "القوات", NULL };
static const char *const security[] = { "الامن", "الشرطة", "حرس",     "الحدود",  "الاحتلال",
                                        "الجيش", "مكافحة", "البحرية", "الدفاع",  "الجو",
                                        "الجوي", "البر",   "الملكي",  "الملكية", NULL };
/* An armed service of a kingdom is named by that alone: سلاح الجو الملكي, البحرية الملكية. */
static const char *const royal[] = { "الملكي", "الملكية", NULL };
static const char *const short_ministries[] = { "الخارجية", "الداخلية",  "والخارجية", "والداخلية", "للخارجية",
                                                "للداخلية", "بالخارجية", "الدفاع",    "الخزانة",   NULL };
static const char *const spoken_of[] = { "بيان",  "باسم",  "لسان", "عن",   "في",    "من",
                                         "مع",    "الى",   "قبل",  "حسب",  "بيان",  "عبر",
                                         "اعلام", "مصادر", "اما",  "واما", "بينما", NULL };

static const char *const federal[] = { "الاتحادية", "الفيدرالية", "الفدرالية", NULL };

void
bayan_rules_add_body_beginnings (BayanKeySet *keys)
{
  bayan_key_set_add (keys, short_ministries, BAYAN_BEGINS_BODY);
}

/* وزارة الخارجية الإيطالية, وزارة خارجية فرنسا */
static void
match_ministry (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (MINISTRY));
  guint32 at, end;

  if (reading == NULL)
    return;
  at = bayan_phrase_portfolio (scan, token + 1);
  if (at == token + 1)
    return;

  /* وزارة الصحة الاتحادية */
  if (bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, federal))
    at++;
  end = bayan_phrase_nationality (scan, at);
  if (end == at && !bayan_scan_is_definite (scan, at - 1))
    end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), 0);
  bayan_body_add (scan, token, end, reading, "organisation/ministry", 0);
}

/* أعلنت الخارجية (الروسية): the ministry by its portfolio alone, where no noun before it makes it an
 * adjective. */
static void
match_short_ministry (BayanScan *scan, guint32 token)
{
  guint32 end;
  const BayanReading *reading;
  gboolean introduced;

  if (!bayan_scan_key_in (scan, token, short_ministries))
    return;
  introduced = token == 0
               || bayan_scan_reading (scan, token - 1, BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER)) != NULL
               || bayan_scan_key_in (scan, token - 1, spoken_of)
               || (scan->tokens[token].flags & BAYAN_WORD_NEWLINE_BEFORE) != 0
               || (scan->tokens[token - 1].flags & BAYAN_WORD_PUNCTUATION) != 0;
  /* نائبة وزير الخارجية الأمريكية: what a minister is of */
  if (!introduced || (token > 0 && bayan_scan_reading (scan, token - 1, BAYAN_CLASS (MINISTER)) != NULL))
    return;
  end = bayan_phrase_nationality (scan, token + 1);
  if (end == token + 1
      && (bayan_scan_key_is (scan, token, "الدفاع") || token == 0
          || bayan_scan_reading (scan, token - 1, BAYAN_CLASS (SPEAKER)) == NULL))
    return;

  reading = bayan_scan_reading (scan, token, BAYAN_CLASS (STATE_BODY));
  bayan_body_add (scan, token, end, reading, "organisation/short-ministry", 0);
}

/* الحكومة (الانتقالية)? السورية, قوات الأمن العراقية */
static guint32
nationality_within (const BayanScan *scan, guint32 token, guint max_between)
{
  guint32 at = token;

  for (guint i = 0; i <= max_between; i++)
    {
      guint32 end = bayan_phrase_nationality (scan, at);

      /* الجيش العربي السوري */
      if (end > at)
        return bayan_phrase_nationality (scan, end);
      if (!bayan_scan_is_definite (scan, at) || !bayan_phrase_is_noun (scan, at)
          || !(bayan_scan_is (scan, at, BAYAN_CLASS (BODY_ADJ)) || bayan_scan_key_in (scan, at, security)))
        return token;
      at++;
    }

  return token;
}

/* الجو الملكي, الملكية: the token behind, or @token. */
static guint32
royal_service (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  while (bayan_scan_goes_on (scan, at) && at < token + 2 && bayan_scan_key_in (scan, at, security))
    if (bayan_scan_key_in (scan, at++, royal))
      return at;

  return token;
}

/* قوات البيشمركة: an armed group is a force by itself. */
static gboolean
announces_group (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *group = bayan_scan_longest (scan, token + 1, BAYAN_TYPE (ORG), 0);

  return group != NULL && strcmp (group->rule, "gazetteer/groups.tsv") == 0
         && bayan_key_ends (scan->tokens[token].key, "قوات");
}

/* بيان رئاسة الجمهورية, أعلنت رئاسة الوزراء: the body; in كلف برئاسة الحكومة it is what somebody does. */
static gboolean
is_presidency (const BayanScan *scan, guint32 token)
{
  static const char *const of[] = { "الجمهورية", "الوزراء", "الحكومة", NULL };
  static const char *const seats[] = { "بيان", "مقر",   "بمقر", "ديوان", "باسم", "موقع", "اعلام",
                                       "مصدر", "مصادر", "قصر",  "مكتب",  "عن",   NULL };

  return bayan_scan_key_is (scan, token, "رئاسة") && bayan_scan_key_in (scan, token + 1, of)
         && (token == 0 || bayan_scan_reading (scan, token - 1, BAYAN_CLASS (SPEAKER)) != NULL
             || bayan_scan_key_in (scan, token - 1, seats) || !bayan_scan_goes_on (scan, token));
}

static gboolean
begins_state (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *name = bayan_scan_goes_on (scan, token)
                                   ? bayan_scan_longest (scan, token, BAYAN_TYPE (GPE), 0)
                                   : NULL;

  return name != NULL && name->entry != 0
         && (bayan_lexicon_get_entry (scan->lexicon, name->entry)->flags & BAYAN_ENTRY_STATE) != 0;
}

/* استقلال كاشين, تحرير أزواد: for what an army of rebels fights. Returns the token behind, or the one behind the head. */
static guint32
parse_cause (const BayanScan *scan, guint32 token, const BayanReading *reading)
{
  static const char *const causes[] = { "استقلال", "تحرير", "انقاذ", "مقاومة", NULL };
  guint32 at = token + 1, end;

  if (!bayan_scan_goes_on (scan, at + 1) || !bayan_scan_key_in (scan, at, causes)
      || strcmp (bayan_scan_stem (scan, token, reading), "جيش") != 0)
    return at;
  end = bayan_phrase_name (scan, at + 1, PLACES, 0);

  return end > at + 1 ? end : at;
}

/* رئاسة مجلس الأمن: who leads it now, of a body; مجلس إدارة البنك: the board, of which the bank alone is a body */
static gboolean
is_leading (const BayanScan *scan, guint32 token, const BayanReading *reading)
{
  const char *stem = bayan_scan_stem (scan, token, reading);

  if (bayan_key_is (stem, "ادارة"))
    return token > 0 && bayan_scan_word_ends (&scan->tokens[token - 1], "مجلس");

  return bayan_key_is (stem, "رئاسة") && bayan_phrase_name (scan, token + 1, BAYAN_TYPE (ORG), 0) > token + 1
         && !bayan_scan_key_is (scan, token + 1, "اركان") && !bayan_scan_key_is (scan, token + 1, "الاركان")
         && !is_presidency (scan, token);
}

/* (قوات) حفظ السلام التابعة للأمم المتحدة: whose peacekeepers they are. Returns the token behind, or @token. */
static guint32
parse_peacekeepers (const BayanScan *scan, guint32 token)
{
  guint32 at = token + 2, end;

  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_key_is (scan, token, "حفظ")
      || !bayan_scan_key_is (scan, token + 1, "السلام") || !bayan_scan_key_is (scan, at, "التابعة"))
    return token;
  end = bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_LAM);

  return end > at + 1 ? end : token;
}

static void
match_state_body (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (STATE_BODY));
  guint32 at = token + 1, end;

  if (reading == NULL || bayan_scan_key_in (scan, token, short_ministries) || bayan_body_is_led (scan, token)
      || is_leading (scan, token, reading))
    return;

  end = nationality_within (scan, at, 2);
  if (end == at)
    end = parse_cause (scan, token, reading);
  if (end == at)
    end = royal_service (scan, at);
  if (end == at && is_presidency (scan, token))
    end = at + 1;
  if (end == at)
    end = parse_peacekeepers (scan, at);
  if (end == at && !bayan_scan_reading_is_definite (scan, token, reading))
    {
      if (announces_group (scan, token))
        return;
      /* قضاء بنت جبيل: a district */
      if (bayan_scan_word_ends (&scan->tokens[token], "قضاء") && !begins_state (scan, at))
        return;
      /* نزع سلاح حزب الله: its weapons */
      if (!bayan_scan_word_ends (&scan->tokens[token], "سلاح"))
        end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE) | BAYAN_TYPE (ORG), 0);
      if (end == at && bayan_scan_key_is (scan, at, "جمهورية"))
        end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), 0);
    }
  if (end == at)
    return;
  /* الحكومة السورية المؤقتة */
  while (bayan_scan_goes_on (scan, end) && bayan_scan_reading_is_definite (scan, token, reading)
         && bayan_scan_is (scan, end, BAYAN_CLASS (BODY_ADJ))
         && (bayan_scan_key_is (scan, end, "المؤقتة") || bayan_scan_key_is (scan, end, "الانتقالية")
             || bayan_scan_key_is (scan, end, "المسلحة")))
    end++;
  bayan_body_add (scan, token, end, reading,
                  bayan_scan_key_in (scan, token, forces) ? "organisation/forces" : "organisation/state-body",
                  0);
}

/* سفارة كندا (في بيروت), البعثة الأميركية لدى الأمم المتحدة */
static void
match_mission (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (MISSION));
  guint32 at = token + 1, end, host;

  if (reading == NULL)
    return;

  if (bayan_scan_key_is (scan, at, "الدائمة"))
    at++;
  end = bayan_phrase_nationality (scan, at);
  if (end == at && !bayan_scan_reading_is_definite (scan, token, reading))
    end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE) | BAYAN_TYPE (ORG), 0);
  /* المندوبية الدائمة لجمهورية الصومال */
  if (end == at && at > token + 1)
    end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_LAM);
  /* بعثة تقصي الحقائق */
  if (end == at && bayan_scan_key_is (scan, at, "تقصي") && bayan_scan_key_is (scan, at + 1, "الحقائق"))
    end = at + 2;
  if (end == at && at == token + 1)
    return;
  while (bayan_scan_goes_on (scan, end)
         && (bayan_scan_key_is (scan, end, "الدائمة") || bayan_scan_is (scan, end, BAYAN_CLASS (BODY_ADJ))
             || bayan_scan_key_is (scan, end, "المتكاملة"))
         && !bayan_key_begins (scan->tokens[end].key, "التابع"))
    end++;
  end = bayan_phrase_purpose (scan, end);
  /* سفارات فرنسا وألمانيا */
  if (bayan_scan_word_ends (&scan->tokens[token], "سفارات"))
    while (bayan_phrase_name (scan, end, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_WA) > end)
      end = bayan_phrase_name (scan, end, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_WA);
  if (bayan_scan_key_is (scan, end, "لدى")
      || (bayan_scan_key_is (scan, end, "في")
          && bayan_key_is_among (bayan_scan_stem (scan, token, reading), residing)))
    {
      host = bayan_phrase_name (scan, end + 1, NAMES, 0);
      end = host > end + 1 ? host : end;
    }
  bayan_body_add (scan, token, end, reading, "organisation/mission", 0);
}

/* A ministry, a government, an army, an embassy: a body that a state has. */
void
bayan_body_match_of_state (BayanScan *scan, guint32 token)
{
  match_ministry (scan, token);
  match_short_ministry (scan, token);
  match_state_body (scan, token);
  match_mission (scan, token);
}
