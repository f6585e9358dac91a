/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weekdays, deictic dates (اليوم, العام الماضي, قبل 3 أيام), parts of the day and clock times; and all dates
 * into candidates with their values. */
#include <string.h>

#include "bayan-date-parts.h"
#include "bayan-relative-date.h"

/* Words that widen a date */
#define PERIODS (BAYAN_CLASS (PERIOD) | BAYAN_CLASS (SEASON))

typedef struct {
  BayanScan *scan;
  BayanDate today; /* the statement's; parts may be unknown */
} Finder;

static const char *const not_deictic[] = { "العالمي", "الدولي", "الوطني", "الاول", "الثاني", "الثالث",
                                           "التالي",  "الذي",   "نفسه",   "ذاته",  "السابق", "المفتوح",
                                           "الموعود", "الواحد", "الاخير", NULL };
static const char *const spans[] = { "العام",   "الشهر",  "الاسبوع", "السنة",    "القرن",  "العقد",
                                     "الصيف",   "الخريف", "الربيع",  "الشتاء",   "للعام",  "للشهر",
                                     "للاسبوع", "والعام", "والشهر",  "والاسبوع", "بالعام", NULL };
static const char *const decades[] = { "عشرينيات",   "ثلاثينيات",  "اربعينيات",   "خمسينيات",    "ستينيات",
                                       "سبعينيات",   "ثمانينيات",  "تسعينيات",    "عشرينات",     "ثلاثينات",
                                       "اربعينات",   "خمسينات",    "ستينات",      "سبعينات",     "ثمانينات",
                                       "تسعينات",    "العشرينيات", "الثلاثينيات", "الاربعينيات", "الخمسينيات",
                                       "الستينيات",  "السبعينيات", "الثمانينيات", "التسعينيات",  "العشرينات",
                                       "الثلاثينات", "الاربعينات", "الخمسينات",   "الستينات",    "السبعينات",
                                       "الثمانينات", "التسعينات",  NULL };
static const char *const these[] = { "هذا", "هذه", NULL };
static const char *const present[] = { "العام", "الشهر", "الاسبوع", "السنة", "المساء", "الصباح", NULL };
static const char *const evening_marks[] = { "صباحا", "مساء", "ظهرا", "فجرا", "ليلا", "عصرا",
                                             "PM",    "AM",   "pm",   "am",   NULL };
static const char *const not_weekday[] = { "صلاة", "خطبة", "مسجد", "سوق", "جماعة", NULL };

static char *
date_value (BayanDate date)
{
  return bayan_date_is_set (date) ? bayan_date_to_iso (date) : NULL;
}

static const char *
keep (Finder *self, const char *string)
{
  return string != NULL ? g_string_chunk_insert (self->scan->strings, string) : NULL;
}

static void
add_date (Finder *self, guint32 first, guint32 last, guint prefix_chars, const char *rule, const char *value)
{
  BayanReading start = self->scan->tokens[first].readings[0];
  BayanCandidate *candidate;

  start.start = bayan_words_get_position_in (self->scan->words, first, prefix_chars).byte;
  candidate = bayan_scan_add (self->scan, BAYAN_MENTION_DATE, first, last, &start, rule);
  candidate->value = keep (self, value);
}

/* أول أمس, أول من أمس: the day before yesterday. Returns the token behind, or @token. */
static guint32
skip_before_yesterday (const BayanScan *scan, guint32 token)
{
  guint32 at = token + 1;

  if (!bayan_scan_key_is (scan, token, "اول") && !bayan_scan_key_is (scan, token, "واول"))
    return token;
  if (bayan_scan_key_is (scan, at, "من") && bayan_scan_goes_on (scan, at))
    at++;

  return bayan_scan_key_is (scan, at, "امس") && bayan_scan_goes_on (scan, at) ? at + 1 : token;
}

/* (اليوم)? الخميس (الماضي)? ،? 14 رجب … */
static guint32
match_weekday (Finder *self, guint32 token)
{
  const BayanScan *scan = self->scan;
  guint n_words, prefix = 0, prefix_first = 0, weekday;
  guint32 at = token, end;
  BayanDirection direction = BAYAN_DIRECTION_NONE;
  BayanDateParts parts = { 0 };
  gboolean bracket = FALSE;
  g_autofree char *value = NULL;

  if (bayan_scan_key_is (scan, at, "اليوم") || bayan_scan_key_is (scan, at, "امس")
      || bayan_scan_key_is (scan, at, "غدا") || bayan_scan_key_is (scan, at, "غد"))
    {
      at++;
      /* أمس الأول السبت */
      if (bayan_scan_key_is (scan, token, "امس") && bayan_scan_goes_on (scan, at)
          && bayan_scan_key_is (scan, at, "الاول"))
        at++;
    }
  else
    at = skip_before_yesterday (scan, at);
  /* اليوم (الاثنين) */
  bracket = at > token && bayan_scan_key_is (scan, at, "(") && bayan_scan_key_is (scan, at + 2, ")")
            && bayan_scan_goes_on (scan, at + 1);
  if (bracket)
    at++;
  if (at >= scan->n_tokens || (at > token && !bayan_scan_goes_on (scan, at)))
    return token;
  weekday = bayan_scan_match_weekday (scan, at, &n_words, &prefix);
  if (weekday == 0 || (at > token && prefix > 0))
    return token;
  if (!bayan_key_begins (scan->tokens[at].key + 2 * prefix, "ال")
      && !bayan_key_begins (scan->tokens[at].key, "لل"))
    return token;
  if (token > 0 && bayan_scan_key_in (scan, token - 1, not_weekday))
    return token;

  prefix_first = at == token ? prefix : 0;
  at += n_words + (bracket ? 1 : 0);
  /* ليل الأحد الاثنين: the night between them */
  if (at == token + 1 && token > 0 && bayan_scan_goes_on (scan, at)
      && bayan_scan_is (scan, token - 1, BAYAN_CLASS (DAYPART))
      && bayan_scan_match_weekday (scan, at, &n_words, &prefix) != 0 && prefix == 0)
    at += n_words;
  if (bayan_scan_goes_on (scan, at) && bayan_scan_is (scan, at, BAYAN_CLASS (RELATIVE)))
    direction = bayan_relative_direction (scan->tokens[at++].key);
  end = at;
  if (bayan_scan_goes_on (scan, end) && strchr ("،,(", scan->tokens[end].key[0]) != NULL
      && scan->tokens[end].key[0] != '\0')
    end++;
  if (bayan_scan_key_is (scan, end, "الموافق") || bayan_scan_key_is (scan, end, "المصادف"))
    {
      end++;
      if (bayan_scan_goes_on (scan, end) && bayan_scan_key_is (scan, end, "ل"))
        end++;
    }
  if (bayan_scan_goes_on (scan, end) && (scan->tokens[end].flags & BAYAN_WORD_NUMBER) != 0)
    {
      guint32 behind = bayan_date_parse_absolute (scan, end, &parts);

      if (behind > end && parts.date.month != 0)
        at = behind;
    }
  value = parts.date.month != 0 ? bayan_date_parts_to_value (&parts)
                                : date_value (bayan_relative_weekday (self->today, weekday, direction));
  add_date (self, token, at, prefix_first, "date/weekday", value);
  return at;
}

static const char *const deictic[] = { "اليوم", "واليوم", "امس", "وامس", "بالامس", "غدا", "البارحة", NULL };
/* of each of them */
static const struct {
  int days;
  guint prefix;
} deictic_days[] = { { 0, 0 }, { 0, 1 }, { -1, 0 }, { -1, 1 }, { -1, 1 }, { 1, 0 }, { -1, 0 } };

/* صباح الغد, يوم غد: tomorrow as a noun */
static gboolean
is_tomorrow (const BayanScan *scan, guint32 token)
{
  return token > 0 && (bayan_scan_key_is (scan, token, "الغد") || bayan_scan_key_is (scan, token, "غد"))
         && (bayan_scan_key_is (scan, token - 1, "يوم")
             || bayan_scan_reading (scan, token - 1, BAYAN_CLASS (DAYPART)) != NULL);
}

/* اليوم, أمس (الأول), أول أمس, غدا */
static guint32
match_deictic (Finder *self, guint32 token)
{
  const BayanScan *scan = self->scan;
  BayanNumber number;
  guint32 behind = skip_before_yesterday (scan, token);

  if (behind > token || is_tomorrow (scan, token))
    {
      gboolean tomorrow = behind == token;
      g_autofree char *day = date_value (bayan_relative_day (self->today, tomorrow ? 1 : -2));

      behind = tomorrow ? token + 1 : behind;
      add_date (self, token, behind, tomorrow ? 0 : bayan_key_begins (scan->tokens[token].key, "و"),
                "date/deictic", day);
      return behind;
    }
  /* بعد غد: the day after tomorrow */
  if (token > 0 && bayan_scan_key_is (scan, token, "غد") && bayan_scan_key_is (scan, token - 1, "بعد"))
    {
      g_autofree char *day = date_value (bayan_relative_day (self->today, 2));

      add_date (self, token - 1, token + 1, 0, "date/deictic", day);
      return token + 1;
    }
  /* 3200 عربة في اليوم: each day */
  if (token > 0 && bayan_scan_key_is (scan, token, "اليوم") && bayan_scan_key_is (scan, token - 1, "في"))
    return token;

  for (guint i = 0; deictic[i] != NULL; i++)
    {
      guint32 end = token + 1;
      int days = deictic_days[i].days;
      g_autofree char *value = NULL;

      if (!bayan_scan_key_is (scan, token, deictic[i]))
        continue;
      if (days == -1 && bayan_scan_key_is (scan, end, "الاول"))
        {
          days = -2;
          end++;
        }
      else if (days == 0 && bayan_scan_goes_on (scan, end)
               && (bayan_scan_key_in (scan, end, not_deictic)
                   || bayan_scan_parse_ordinal (scan, end, &number)))
        return token;
      value = date_value (bayan_relative_day (self->today, days));
      add_date (self, token, end, deictic_days[i].prefix, "date/deictic", value);
      return end;
    }

  return token;
}

/* What العام الماضي, الشهر المقبل and the like come to; nothing for a week, which has no value of its own. */
static char *
relative_span (const Finder *self, const char *noun, const char *adjective)
{
  const BayanDirection direction = bayan_relative_direction (adjective);
  const gint by = direction == BAYAN_DIRECTION_PAST ? -1 : direction == BAYAN_DIRECTION_NEXT ? 1 : 0;

  if (strstr (noun, "عام") != NULL || strstr (noun, "سنة") != NULL)
    return date_value (bayan_relative_year (self->today, by));
  if (strstr (noun, "شهر") != NULL)
    return date_value (bayan_relative_month (self->today, by));

  return NULL;
}

/* السادس والعشرين من (الشهر الجاري): the day before a month that is not named */
static guint32
skip_day_of (const BayanScan *scan, guint32 token)
{
  BayanNumber number;
  guint32 at = token;

  if (bayan_date_number (scan, at, 1, 31) > 0)
    at++;
  else if (bayan_scan_parse_ordinal (scan, at, &number))
    at += number.n_words;
  else
    return token;

  return bayan_scan_key_is (scan, at, "من") && bayan_scan_key_is (scan, at + 1, "الشهر") ? at + 1 : token;
}

/* تسعينيات القرن الماضي, السبعينات */
static guint32
match_decade (Finder *self, guint32 token)
{
  static const char *const centuries[] = { "الماضي", "العشرين", "الحالي", "المنصرم", "التاسع", NULL };
  const BayanScan *scan = self->scan;
  guint32 end = token + 1;
  const gboolean joined = bayan_key_begins (scan->tokens[token].key, "و");
  const char *key = scan->tokens[token].key + (joined ? strlen ("و") : 0);

  if (!bayan_key_is_among (key, decades))
    return token;
  if (bayan_scan_goes_on (scan, end + 1) && bayan_scan_key_is (scan, end, "القرن")
      && bayan_scan_key_in (scan, end + 1, centuries))
    end += 2 + bayan_scan_key_is (scan, end + 2, "عشر");
  else if (!bayan_key_begins (key, "ال"))
    return token;
  add_date (self, token, end, joined, "date/decade", NULL);

  return end;
}

/* (نهاية)? العام الماضي, هذا الأسبوع */
static guint32
match_span (Finder *self, guint32 token)
{
  const BayanScan *scan = self->scan;
  guint32 at = token;
  guint prefix = 0;
  g_autofree char *value = NULL;
  gboolean has_day;

  if (bayan_scan_key_in (scan, token, these) && bayan_scan_goes_on (scan, token + 1)
      && bayan_scan_key_in (scan, token + 1, present))
    {
      value = relative_span (self, scan->tokens[token + 1].key, "");
      add_date (self, token, token + 2, 0, "date/deictic", value);
      return token + 2;
    }
  at = skip_day_of (scan, at);
  has_day = at > token;
  if (!bayan_scan_key_in (scan, at, spans) || !bayan_scan_goes_on (scan, at + 1)
      || !bayan_scan_is (scan, at + 1, BAYAN_CLASS (RELATIVE)))
    return token;

  if (bayan_key_begins (scan->tokens[at].key, "و") || bayan_key_begins (scan->tokens[at].key, "ب"))
    prefix = 1;
  value = has_day ? NULL : relative_span (self, scan->tokens[at].key, scan->tokens[at + 1].key);
  add_date (self, token, at + 2, prefix, "date/relative", value);
  return at + 2;
}

/* What @n of the units at @key come to before the statement's day, as exactly as the unit is. */
static char *
ago_value (const Finder *self, gint64 n, const char *key)
{
  static const char *const days[] = { "يوم", "يوما", "ايام", "يومين", NULL };
  static const char *const months[] = { "شهر", "شهرا", "اشهر", "شهور", "شهرين", NULL };
  static const char *const years[] = {
    "عام", "عاما", "اعوام", "عامين", "سنة", "سنوات", "سنين", "سنتين", NULL
  };

  if (n <= 0 || n > 40000)
    return NULL;
  if (bayan_key_is_among (key, days))
    return date_value (bayan_relative_day (self->today, (gint) -n));
  if (bayan_key_is_among (key, months))
    return date_value (bayan_relative_month (self->today, (gint) -n));
  if (bayan_key_is_among (key, years))
    return date_value (bayan_relative_year (self->today, (gint) -n));

  return NULL;
}

/* قبل 64 يوما, قبل عامين */
static guint32
match_ago (Finder *self, guint32 token)
{
  static const char *const duals[] = {
    "عامين", "شهرين", "اسبوعين", "يومين", "سنتين", "ساعتين", "عقدين", NULL
  };
  const BayanScan *scan = self->scan;
  BayanNumber number;
  guint32 at = token + 1;
  gint64 n = 2;
  g_autofree char *value = NULL;

  guint joined = bayan_scan_key_is (scan, token, "وقبل") ? 1 : 0;

  if ((joined == 0 && !bayan_scan_key_is (scan, token, "قبل")) || !bayan_scan_goes_on (scan, at))
    return token;
  if (bayan_scan_key_is (scan, at, "نحو") || bayan_scan_key_is (scan, at, "حوالي"))
    return token;
  if (!bayan_scan_key_in (scan, at, duals))
    {
      if (!bayan_scan_parse_number (scan, at, &number) || number.prefix_chars != 0
          || !bayan_scan_is (scan, at + number.n_words, BAYAN_CLASS (DURATION)))
        return token;
      n = number.decimals == 0 ? number.mantissa : 0;
      at += number.n_words;
    }

  value = ago_value (self, n, scan->tokens[at].key);
  add_date (self, token, at + 1, joined, "date/ago", value);
  return at + 1;
}

/* بداية 2014, أواخر العام الماضي, صيف 2015: what the date behind it is widened to. */
static guint32
match_period (Finder *self, guint32 token)
{
  const BayanScan *scan = self->scan;
  const BayanReading *reading = bayan_scan_reading (scan, token, PERIODS);
  /* الربع الأول من عام 2024 */
  static const char *const portions[] = { "الربع", "النصف", "الثلث", "الاسبوع", NULL };
  guint32 at = token + 1, end = 0;
  const char *value = NULL;
  BayanCandidate *inner;

  if (reading == NULL || !bayan_scan_goes_on (scan, at))
    return token;
  if (bayan_key_is_among (bayan_scan_stem (scan, token, reading), portions))
    {
      BayanNumber number;

      number.n_words = 1;
      if ((!bayan_scan_key_is (scan, at, "الاخير") && !bayan_scan_parse_ordinal (scan, at, &number))
          || !bayan_scan_key_is (scan, at + number.n_words, "من"))
        return token;
      at += number.n_words + 1;
    }
  if (bayan_scan_key_is (scan, at, "شهر") && bayan_scan_longest (scan, at, BAYAN_TYPE (DATE), 0) == NULL)
    at++;
  inner = bayan_scan_longest (scan, at, BAYAN_TYPE (DATE), BAYAN_ANY_PROCLITICS);
  /* النصف الأول من شهر آذار: no first of March */
  if (inner == NULL && at > token + 1 && bayan_scan_longest (scan, token + 1, BAYAN_TYPE (DATE), 0) != NULL)
    {
      end = bayan_scan_longest (scan, token + 1, BAYAN_TYPE (DATE), 0)->last;
      bayan_scan_add (self->scan, BAYAN_MENTION_DATE, token, end, reading, "date/period");
      return end;
    }
  if (inner == NULL && bayan_scan_key_in (scan, at, present)
      && (reading->classes & BAYAN_CLASS (PERIOD)) != 0)
    {
      bayan_scan_add (self->scan, BAYAN_MENTION_DATE, token, at + 1, reading, "date/period");
      return at + 1;
    }
  if (inner == NULL || strcmp (inner->rule, "date/weekday") == 0
      || (strcmp (inner->rule, "date/deictic") == 0 && inner->last == inner->first + 1))
    return token;

  end = inner->last;
  value = inner->value;
  inner = bayan_scan_add (self->scan, BAYAN_MENTION_DATE, token, end, reading, "date/period");
  inner->value = value;
  return end;
}

static guint32
match_absolute (Finder *self, guint32 token)
{
  BayanDateParts parts = { 0 };
  guint32 end = bayan_date_parse_absolute (self->scan, token, &parts);
  g_autofree char *value = NULL;

  if (end == token)
    return token;
  /* حزيران الماضي: the year from the statement's. */
  if (parts.calendar == BAYAN_CALENDAR_GREGORIAN && parts.date.year == 0)
    parts.date.year = bayan_relative_named_month (self->today, (guint) parts.date.month,
                                                  bayan_relative_direction (self->scan->tokens[end - 1].key))
                          .year;
  value = bayan_date_parts_to_value (&parts);
  add_date (self, token, end, parts.prefix_chars, parts.rule, value);
  return end;
}

/* الخامسة (مساء): an hour by its ordinal alone, behind what says that something happens then */
static gboolean
is_hour (const BayanScan *scan, guint32 token)
{
  static const char *const at[] = {
    "في", "عند", "حتى", "الى", "منذ", "قبل", "بعد", "تمام", "وحتى", "من", NULL
  };

  return bayan_scan_is_definite (scan, token) && bayan_scan_word_ends (&scan->tokens[token], "ة")
         && ((token > 0 && bayan_scan_key_in (scan, token - 1, at))
             || bayan_scan_key_in (scan, token + 1, evening_marks));
}

/* والنصف, والربع, إلا ربعا, وعشر دقائق */
static guint32
skip_fraction (const BayanScan *scan, guint32 token)
{
  static const char *const fractions[] = { "والنصف", "والربع", "والثلث", NULL };
  static const char *const less[] = { "ربعا", "ربع", "ثلثا", "ثلث", NULL };

  if (!bayan_scan_goes_on (scan, token))
    return token;
  if (bayan_scan_key_in (scan, token, fractions))
    return token + 1;

  return bayan_scan_key_is (scan, token, "الا") && bayan_scan_key_in (scan, token + 1, less) ? token + 2
                                                                                             : token;
}

/* بتوقيت غرينتش, بالتوقيت المحلي: whose clock it is */
static guint32
skip_zone (const BayanScan *scan, guint32 token)
{
  if (!bayan_scan_goes_on (scan, token + 1))
    return token;
  if (bayan_scan_key_is (scan, token, "بالتوقيت") && bayan_scan_is_definite (scan, token + 1))
    return token + 2;
  if (!bayan_scan_key_is (scan, token, "بتوقيت"))
    return token;

  return MAX (token + 2, bayan_phrase_name (scan, token + 1, BAYAN_TYPE (GPE), 0));
}

/* 07:23 PM, الساعة العاشرة صباحا */
static guint32
match_clock (Finder *self, guint32 token)
{
  BayanScan *scan = self->scan;
  guint32 at = token, first = token;
  gboolean joined = bayan_scan_key_is (scan, token, "والساعة");
  gboolean named = joined || bayan_scan_key_is (scan, token, "الساعة");
  BayanReading reading = scan->tokens[token].readings[0];
  g_autofree char *value = NULL;
  BayanNumber number;

  at += named ? 1 : 0;
  if (at + 2 < scan->n_tokens && bayan_date_number (scan, at, 0, 23) + 1 > 0
      && bayan_scan_key_is (scan, at + 1, ":")
      && (scan->tokens[at].flags & scan->tokens[at + 2].flags & BAYAN_WORD_NUMBER) != 0
      && bayan_words_touches_previous (scan->words, at + 1)
      && bayan_words_touches_previous (scan->words, at + 2) && strlen (scan->tokens[at].key) <= 2
      && strlen (scan->tokens[at + 2].key) == 2)
    {
      value = g_strdup_printf ("%02u:%s", bayan_date_number (scan, at, 0, 23), scan->tokens[at + 2].key);
      at += 3;
    }
  else if ((named || is_hour (scan, token)) && bayan_scan_key_is (scan, at, "الواحدة"))
    at++;
  else if ((named || is_hour (scan, token)) && bayan_scan_parse_ordinal (scan, at, &number))
    at += number.n_words;
  else if (named && bayan_date_number (scan, at, 1, 24) > 0)
    at++;
  else
    return token;

  at = skip_fraction (scan, at);
  if (!named && value == NULL && !bayan_scan_key_in (scan, at, evening_marks)
      && !((bayan_scan_key_is (scan, at, "بعد") || bayan_scan_key_is (scan, at, "قبل"))
           && bayan_scan_key_is (scan, at + 1, "الظهر"))
      && !(bayan_scan_key_is (scan, at, "من")
           && (bayan_scan_is (scan, at + 1, BAYAN_CLASS (DAYPART))
               || ((bayan_scan_key_is (scan, at + 1, "بعد") || bayan_scan_key_is (scan, at + 1, "قبل"))
                   && bayan_scan_key_is (scan, at + 2, "ظهر")))))
    return token;
  if (bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, evening_marks))
    at++;
  /* الواحدة بعد الظهر */
  else if ((bayan_scan_key_is (scan, at, "بعد") || bayan_scan_key_is (scan, at, "قبل"))
           && bayan_scan_key_is (scan, at + 1, "الظهر") && bayan_scan_goes_on (scan, at + 1))
    at += 2;
  at = skip_zone (scan, at);
  if (joined)
    reading.start = bayan_words_get_position_in (scan->words, token, 1).byte;
  bayan_scan_add (scan, BAYAN_MENTION_TIME, first, at, &reading, "time/clock")->value = keep (self, value);
  return at;
}

/* الخامسة مساء (غد السبت): the day of an hour belongs to it. */
static guint32
find_hour_before (const BayanScan *scan, guint32 token)
{
  gboolean after = token > 1 && bayan_scan_key_is (scan, token, "ظهر")
                   && (bayan_scan_key_is (scan, token - 1, "بعد")
                       || bayan_scan_key_is (scan, token - 1, "قبل"));
  guint32 first = after ? token - 1 : token;

  for (guint back = 1; back <= 7 && back <= token; back++)
    {
      const BayanCandidate *hour = bayan_scan_longest (scan, token - back, BAYAN_TYPE (TIME),
                                                       BAYAN_ANY_PROCLITICS);

      if (hour != NULL && hour->first < token
          && (hour->last == token + 1 || (after && hour->last == first)
              || (hour->last + 1 == first && bayan_scan_key_is (scan, first - 1, "من")
                  && (after || bayan_scan_key_is (scan, hour->first, "الساعة") == FALSE))))
        return hour->first;
    }

  return token;
}

/* مساء (يوم)? السبت, بعد ظهر السبت: the part of the day holds the date. */
static void
match_day_part (Finder *self, guint32 token)
{
  BayanScan *scan = self->scan;
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (DAYPART));
  guint32 at = token + 1;
  const BayanCandidate *date;

  if (reading == NULL || !bayan_scan_goes_on (scan, at))
    return;
  /* منتصف ليل الأحد */
  if (bayan_scan_key_is (scan, token, "منتصف")
      && (bayan_scan_key_is (scan, at, "ليل") || bayan_scan_key_is (scan, at, "ليلة")))
    at++;
  else if (bayan_scan_key_is (scan, token, "منتصف"))
    return;
  if (bayan_scan_key_is (scan, at, "يوم") || bayan_scan_key_is (scan, at, "امس"))
    at += bayan_scan_key_is (scan, at, "يوم") ? 1 : 0;
  date = bayan_scan_longest (scan, at, BAYAN_TYPE (DATE), 0);
  if (date == NULL)
    return;
  bayan_scan_add (scan, BAYAN_MENTION_TIME, token, date->last, reading, "time/part-of-day");
  if (find_hour_before (scan, token) < token)
    bayan_scan_add (scan, BAYAN_MENTION_TIME, find_hour_before (scan, token), skip_zone (scan, date->last),
                    NULL, "time/clock");
  else if (bayan_scan_key_is (scan, token, "ظهر") && token > 0 && bayan_scan_key_is (scan, token - 1, "بعد"))
    bayan_scan_add (scan, BAYAN_MENTION_TIME, token - 1, date->last, NULL, "time/part-of-day");
}

/* Words that a date may begin with, beside numbers, ordinals and the names of months and days of the week. */
void
bayan_rules_add_date_beginnings (BayanKeySet *keys)
{
  static const char *const others[] = { "قبل", "الساعة", "الواحدة", "اول", "غد", "الغد", NULL };

  bayan_key_set_add (keys, deictic, BAYAN_BEGINS_DATE);
  bayan_key_set_add (keys, these, BAYAN_BEGINS_DATE);
  bayan_key_set_add (keys, spans, BAYAN_BEGINS_DATE);
  bayan_key_set_add (keys, decades, BAYAN_BEGINS_DATE);
  bayan_key_set_add (keys, others, BAYAN_BEGINS_DATE);
  bayan_date_add_beginnings (keys);
}

void
bayan_rules_find_dates (BayanScan *scan, BayanDate statement_date)
{
  Finder self = { scan, statement_date };
  guint32 (*const matchers[]) (Finder *, guint32) = { match_weekday, match_deictic, match_span,
                                                      match_decade,  match_ago,     match_clock,
                                                      match_absolute };

  for (guint32 i = 0; i < scan->n_tokens;)
    {
      guint32 end = i;
      guint n_matchers = (scan->tokens[i].begins & BAYAN_BEGINS_DATE) != 0 ? G_N_ELEMENTS (matchers) : 0;

      for (guint m = 0; m < n_matchers && end == i; m++)
        end = matchers[m](&self, i);
      i = MAX (end, i + 1);
    }

  for (guint32 i = 0; i + 1 < scan->n_tokens; i++)
    if ((scan->tokens[i].classes & (PERIODS | BAYAN_CLASS (DAYPART))) != 0)
      {
        match_period (&self, i);
        match_day_part (&self, i);
      }
}
