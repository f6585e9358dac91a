/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar dates: 28 يونيو 2021, 27-28 أيار/مايو, الخميس 14 رجب 1446 هـ الموافق 14 يناير 2025م, عام 2014,
 * 10/9/2014. */
#include "bayan-date-parts.h"

#include <string.h>

static const char *const year_words[] = { "عام",  "العام",  "للعام",  "سنة",    "السنة",  "للسنة", "لعام",
                                          "لسنة", "بعام",   "وعام",   "بسنة",   "والعام", "كعام",  "ولعام",
                                          "وسنة", "بالعام", "بالسنة", "كالعام", "وبعام",  "وبسنة", NULL };
static const char *const two_years[] = { "عامي",    "سنتي",   "العامين", "لعامي",   "بعامي",
                                         "للعامين", "اعوام",  "الاعوام", "للاعوام", "لاعوام",
                                         "وعامي",   "ولعامي", NULL };
static const char *const year_prepositions[] = { "موازنة", "ميزانية", "بموازنة", "في",     "منذ",   "حتى",
                                                 "بحلول",  "بين",     "قبل",     "بعد",    "ومنذ",  "وفي",
                                                 "خلال",   "نهاية",   "بداية",   "مطلع",   "أواخر", "اواخر",
                                                 "منتصف",  "أوائل",   "اوائل",   "بنهاية", "ربيع",  "صيف",
                                                 "خريف",   "شتاء",    "الى",     "من",     NULL };
/* Nouns that a year alone may say which one of them it is */
static const char *const year_nouns[] = { "رؤية",     "اجندة",  "خطة",   "استراتيجية", "اهداف",  "موسم",
                                          "انتخابات", "دستور",  "حدود",  "حرب",        "ثورة",   "احداث",
                                          "ازمة",     "غزو",    "نكسة",  "انتفاضة",    "عدوان",  "خطوط",
                                          "مونديال",  "كاس",    "نسخة",  "دورة",       "قمة",    "رؤيتها",
                                          "هجمات",    "انقلاب", "زلزال", "تقرير",      "موازنة", "ميزانية",
                                          "لموسم",    NULL };
static const char *const year_kinds[] = { "المالية", "المالي", "الدراسي", "الدراسية", NULL };
static const char *const corresponding[] = { "الموافق", "والموافق", "المصادف", "الموافقة", NULL };
static const char *const gregorian_marks[] = { "م", "ميلادي", "ميلادية", "ميلاديا", NULL };
static const char *const hijri_marks[] = { "ه", "هجري", "هجرية", "هجريا", NULL };
static const char *const month_nouns[] = { "شهر", "لشهر", "بشهر", "وشهر", NULL };
static const char *const this_year[] = { "العام", "السنة", NULL };
static const char *const range_words[] = { "الى", "حتى", NULL };

/* Words that an absolute date may begin with, beside numbers, ordinals and the names of months. */
void
bayan_date_add_beginnings (BayanKeySet *keys)
{
  bayan_key_set_add (keys, year_words, BAYAN_BEGINS_DATE);
  bayan_key_set_add (keys, two_years, BAYAN_BEGINS_DATE);
  bayan_key_set_add (keys, month_nouns, BAYAN_BEGINS_DATE);
}

/* A number of at most four digits between two bounds; 0 where there is none. Asked of very many words, so it
 * makes no errors that nobody reads. */
guint
bayan_date_number (const BayanScan *scan, guint32 token, guint least, guint most)
{
  const BayanToken *at = &scan->tokens[token];
  guint value = 0, n_digits = 0;

  if (token >= scan->n_tokens || (at->flags & BAYAN_WORD_NUMBER) == 0)
    return 0;
  for (; n_digits < 5 && g_ascii_isdigit (at->key[n_digits]); n_digits++)
    value = 10 * value + (guint) (at->key[n_digits] - '0');
  if (n_digits > 4 || at->key[n_digits] != '\0' || value < least || value > most)
    return 0;

  return value;
}

/* A day of the month in digits or as an ordinal; takes the من behind an ordinal. */
static guint32
parse_day (const BayanScan *scan, guint32 token, guint8 *day)
{
  BayanNumber number;
  guint value = bayan_date_number (scan, token, 1, 31);

  if (value > 0)
    {
      *day = (guint8) value;
      return token + 1;
    }
  if (!bayan_scan_parse_ordinal (scan, token, &number) || number.mantissa > 31
      || !bayan_scan_key_is (scan, token + number.n_words, "من"))
    return token;

  *day = (guint8) number.mantissa;
  return token + number.n_words + 1;
}

/* كانون الأول/ديسمبر, يونيو (حزيران), شهر رمضان. @sure is FALSE where the word may mean something else. */
guint32
bayan_date_parse_month (const BayanScan *scan, guint32 token, BayanMonthName *month, gboolean *sure)
{
  guint32 at = token, second;
  BayanMonthName other;

  *sure = FALSE;
  if (bayan_scan_key_in (scan, at, month_nouns))
    {
      *sure = TRUE;
      at++;
    }
  if (!bayan_scan_goes_on (scan, at) && at > token)
    return token;
  if (at >= scan->n_tokens || !bayan_scan_match_month (scan, at, month)
      || (at > token && month->prefix_chars > 0))
    return token;
  at += month->n_words;
  *sure |= !month->needs_number;

  /* مارس آذار, مارس/آذار, مارس (آذار) */
  second = bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_PUNCTUATION) == 0 ? at
                                                                                                   : at + 1;
  if (bayan_scan_goes_on (scan, at) && (second == at || strchr ("/-(", scan->tokens[at].key[0]) != NULL)
      && bayan_scan_goes_on (scan, second) && bayan_scan_match_month (scan, second, &other)
      && other.calendar == month->calendar && other.month == month->month && other.prefix_chars == 0)
    {
      *sure = TRUE;
      second += other.n_words;
      at = scan->tokens[at].key[0] == '(' && bayan_scan_key_is (scan, second, ")") ? second + 1 : second;
    }

  return at;
}

static guint32
skip_era (const BayanScan *scan, guint32 token, BayanCalendar *calendar)
{
  if (!bayan_scan_goes_on (scan, token))
    return token;
  if (bayan_scan_key_in (scan, token, gregorian_marks))
    return token + 1;
  if (!bayan_scan_key_in (scan, token, hijri_marks))
    return token;
  *calendar = BAYAN_CALENDAR_HIJRI;
  return token + 1;
}

/* (من)? (عام|سنة|لعام)? 2021 (م|هـ)? */
static guint32
parse_year (const BayanScan *scan, guint32 token, BayanCalendar *calendar, gint16 *year)
{
  guint32 at = token;
  guint value;

  if (bayan_scan_key_is (scan, at, "،") || bayan_scan_key_is (scan, at, ","))
    at++;
  if (bayan_scan_key_is (scan, at, "من"))
    at++;
  if (bayan_scan_key_in (scan, at, year_words))
    at++;
  if (!bayan_scan_goes_on (scan, at))
    return token;

  value = bayan_date_number (scan, at, 1300, 2199);
  if (value == 0)
    return token;
  *year = (gint16) value;

  return skip_era (scan, at + 1, calendar);
}

static guint32
skip_relative (const BayanScan *scan, guint32 token)
{
  if (bayan_scan_goes_on (scan, token) && bayan_scan_is (scan, token, BAYAN_CLASS (RELATIVE)))
    return token + 1;
  return token;
}

/* The second day of 27-28, 19 و20, 3 إلى 5: the token behind it, or @token. */
static guint32
parse_second_day (const BayanScan *scan, guint32 token, guint8 *day)
{
  guint32 at = token;
  guint value;

  if (!bayan_scan_goes_on (scan, at))
    return token;
  if ((scan->tokens[at].flags & BAYAN_WORD_DASH) != 0 || bayan_scan_key_is (scan, at, "و")
      || bayan_scan_key_in (scan, at, range_words))
    at++;
  else
    return token;

  value = bayan_date_number (scan, at, 1, 31);
  *day = (guint8) value;
  return value > 0 ? at + 1 : token;
}

static gboolean
set_date (BayanDateParts *parts, const BayanMonthName *month)
{
  parts->date.month = (gint8) month->month;
  if (month->calendar == BAYAN_CALENDAR_HIJRI)
    parts->calendar = BAYAN_CALENDAR_HIJRI;

  return bayan_calendar_is_valid (parts->calendar, parts->date);
}

/* 28 يونيو 2021, 27-28 أيار/مايو, السادس من آب */
static guint32
parse_day_month (const BayanScan *scan, guint32 token, BayanDateParts *parts)
{
  BayanMonthName month;
  gboolean sure;
  guint8 day = 0;
  guint32 at = parse_day (scan, token, &day), end;

  if (at == token || !bayan_scan_goes_on (scan, at))
    return token;

  parts->date.day = (gint8) day;
  /* 4 و5 و6 مايو: the last of several days */
  for (guint i = 0; i < 3; i++)
    {
      end = parse_second_day (scan, at, &day);
      if (end == at)
        break;
      parts->second_day = day;
      at = end;
    }
  if (bayan_scan_key_is (scan, at, "من"))
    at++;
  if (!bayan_scan_goes_on (scan, at))
    return token;
  end = bayan_date_parse_month (scan, at, &month, &sure);
  if (end == at || month.prefix_chars > 0 || !set_date (parts, &month))
    return token;

  at = parse_year (scan, end, &parts->calendar, &parts->date.year);
  parts->rule = "date/day-month";
  return at > end ? at : skip_relative (scan, end);
}

/* يونيو 2015, حزيران/يونيو الماضي, شهر رمضان */
static guint32
parse_month_year (const BayanScan *scan, guint32 token, BayanDateParts *parts)
{
  BayanMonthName month;
  gboolean sure;
  guint32 end = bayan_date_parse_month (scan, token, &month, &sure), at;

  if (end == token || !set_date (parts, &month))
    return token;

  /* لشهر مارس */
  parts->prefix_chars = bayan_scan_key_in (scan, token, month_nouns)
                                && !bayan_scan_key_is (scan, token, "شهر")
                            ? 1
                            : month.prefix_chars;
  at = parse_year (scan, end, &parts->calendar, &parts->date.year);
  if (at == end)
    at = skip_relative (scan, end);
  /* يناير من العام الماضي */
  if (at == end && bayan_scan_key_is (scan, at, "من") && bayan_scan_key_in (scan, at + 1, this_year)
      && bayan_scan_is (scan, at + 2, BAYAN_CLASS (RELATIVE)) && bayan_scan_goes_on (scan, at + 2))
    at += 3;
  parts->rule = "date/month";
  if (!sure && at == end && month.calendar == BAYAN_CALENDAR_GREGORIAN && token > 0)
    sure = bayan_scan_key_in (scan, token - 1, year_prepositions) && month.prefix_chars == 0;
  return sure || at > end ? at : token;
}

/* 10/9/2014, 2014-09-10, 10.9.2014 (one word). Day first unless the first is a year. */
static gboolean
set_numeric (BayanDateParts *parts, guint a, guint b, guint c)
{
  if (a > 31)
    {
      guint swap = a;

      a = c;
      c = swap;
    }
  if (c < 100)
    c += c < 50 ? 2000 : 1900;
  if (a < 1 || a > 31 || b < 1 || b > 12 || c < 1300 || c > 2199)
    return FALSE;

  parts->date = (BayanDate) { (gint16) c, (gint8) b, (gint8) a };
  if (c < 1600)
    parts->calendar = BAYAN_CALENDAR_HIJRI;
  parts->rule = "date/numeric";
  return bayan_calendar_is_valid (parts->calendar, parts->date);
}

static guint32
parse_numeric (const BayanScan *scan, guint32 token, BayanDateParts *parts)
{
  guint n[3];
  const char *key = scan->tokens[token].key;

  if ((scan->tokens[token].flags & BAYAN_WORD_NUMBER) == 0)
    return token;
  if (strchr (key, '.') != NULL && sscanf (key, "%4u.%2u.%4u", &n[0], &n[1], &n[2]) == 3
      && set_numeric (parts, n[0], n[1], n[2]))
    return skip_era (scan, token + 1, &parts->calendar);
  /* 11 - 12 / 7 / 2021: two days of one month */
  if (token + 6 < scan->n_tokens && (scan->tokens[token + 1].flags & BAYAN_WORD_DASH) != 0
      && bayan_scan_key_is (scan, token + 3, "/") && bayan_scan_key_is (scan, token + 5, "/"))
    {
      guint32 end = parse_numeric (scan, token + 2, parts);

      parts->second_day = (guint8) parts->date.day;
      parts->date.day = (gint8) bayan_date_number (scan, token, 1, 31);
      return end > token + 2 && parts->date.day > 0 ? end : token;
    }
  if (token + 4 >= scan->n_tokens || strchr ("/-", scan->tokens[token + 1].key[0]) == NULL
      || strcmp (scan->tokens[token + 1].key, scan->tokens[token + 3].key) != 0)
    return token;

  for (guint i = 0; i < 3; i++)
    {
      n[i] = bayan_date_number (scan, token + 2 * i, 0, 9999);
      if (i > 0 && scan->tokens[token + 1].key[0] == '-'
          && !bayan_words_touches_previous (scan->words, token + 2 * i))
        return token;
    }

  return set_numeric (parts, n[0], n[1], n[2]) ? skip_era (scan, token + 5, &parts->calendar) : token;
}

/* The year at @token, in figures or, where @in_words, in words: ألفين وأربعة عشر. 0 for none. */
static guint
year_at (const BayanScan *scan, guint32 token, guint least, gboolean in_words, guint *n_words)
{
  BayanNumber number;

  *n_words = 1;
  if (token >= scan->n_tokens || !in_words || (scan->tokens[token].flags & BAYAN_WORD_NUMBER) != 0)
    return bayan_date_number (scan, token, least, 2199);
  if (!bayan_scan_parse_number (scan, token, &number) || number.prefix_chars > 0 || number.decimals > 0
      || number.mantissa < least || number.mantissa > 2199)
    return 0;
  *n_words = number.n_words;
  return (guint) number.mantissa;
}

/* The word at @token says that a number behind it is a year, with و before it or without. */
static gboolean
announces_year (const BayanScan *scan, guint32 token)
{
  const char *key = scan->tokens[token].key;

  if (bayan_key_is_among (key, year_prepositions) || bayan_key_is_among (key, year_nouns))
    return TRUE;
  if (!(bayan_key_begins (key, "و") || bayan_key_begins (key, "ل") || bayan_key_begins (key, "ب"))
      || scan->tokens[token].key_length <= 4)
    return FALSE;

  return bayan_key_is_among (key + 2, year_nouns)
         || (bayan_key_begins (key, "و") && bayan_key_is_among (key + 2, year_prepositions));
}

/* عام 2014, عامي 2014 و2015, and behind a preposition the bare year */
static guint32
parse_bare_year (const BayanScan *scan, guint32 token, BayanDateParts *parts)
{
  guint32 at = token;
  gboolean named = bayan_scan_key_in (scan, token, year_words),
           two = bayan_scan_key_in (scan, token, two_years);
  guint value, n_words;

  at += named || two ? 1 : 0;
  /* السنة المالية 2025 */
  if (named && bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, year_kinds))
    at++;
  if (at > token && bayan_scan_key_is (scan, at, "("))
    at++;
  if (at > token && !bayan_scan_goes_on (scan, at))
    return token;
  value = year_at (scan, at, named || two ? 1300 : 1900, named, &n_words);
  if (value == 0)
    return token;

  parts->date.year = (gint16) value;
  if (value < 1600)
    parts->calendar = BAYAN_CALENDAR_HIJRI;
  if ((named || two) && !bayan_key_begins (scan->tokens[token].key, "لل"))
    parts->prefix_chars = bayan_key_begins (scan->tokens[token].key, "ول")
                                  || bayan_key_begins (scan->tokens[token].key, "وب")
                              ? 2
                              : strchr ("\xd9\xd8", scan->tokens[token].key[0]) != NULL
                                    && strstr ("ولبك", (char[]) { scan->tokens[token].key[0],
                                                                  scan->tokens[token].key[1], '\0' })
                                           != NULL;
  parts->rule = "date/year";
  at += n_words;
  at += at > token + 1 && bayan_scan_key_is (scan, at - 2, "(") && bayan_scan_key_is (scan, at, ")") ? 1 : 0;
  if (two && bayan_scan_goes_on (scan, at + 1) && bayan_date_number (scan, at + 1, 1300, 2199) > 0
      && (bayan_scan_key_is (scan, at, "و") || bayan_scan_key_in (scan, at, range_words)
          || (scan->tokens[at].flags & BAYAN_WORD_DASH) != 0 || bayan_scan_key_is (scan, at, "/")))
    {
      parts->second_year = (gint16) bayan_date_number (scan, at + 1, 1300, 2199);
      at += 2;
    }
  if (named || two)
    return skip_era (scan, at, &parts->calendar);

  return bayan_date_year_stands (scan, token) ? skip_era (scan, at, &parts->calendar) : token;
}

/* TRUE if a number that could be a year is one: a preposition of time before it and nothing behind that it
 * counts. */
gboolean
bayan_date_year_stands (const BayanScan *scan, guint32 token)
{
  const BayanToken *next = &scan->tokens[token + 1];
  gboolean second = token > 1 && bayan_scan_key_is (scan, token - 1, "و")
                    && bayan_date_number (scan, token - 2, 1900, 2199) > 0
                    && bayan_date_year_stands (scan, token - 2);

  /* رؤية السعودية 2030: a state may stand between */
  if (token == 0
      || !(second || announces_year (scan, token - 1)
           || (token > 1 && bayan_scan_word_ends (&scan->tokens[token - 2], "رؤية")
               && bayan_scan_longest (scan, token - 1, BAYAN_TYPE (GPE), 0) != NULL)))
    return FALSE;
  if (!bayan_scan_goes_on (scan, token + 1) || (next->flags & BAYAN_WORD_ARABIC) == 0)
    return token + 1 >= scan->n_tokens || strchr ("%/-:", next->key[0]) == NULL || next->key[0] == '\0';
  if (bayan_scan_is (scan, token + 1, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER)))
    return TRUE;

  return !bayan_scan_is (scan, token + 1,
                         BAYAN_CLASS (COMMON) | BAYAN_CLASS (CURRENCY) | BAYAN_CLASS (UNIT)
                             | BAYAN_CLASS (DURATION))
         || bayan_scan_is_definite (scan, token + 1);
}

/* One absolute date without its weekday. */
static guint32
parse_absolute (const BayanScan *scan, guint32 token, BayanDateParts *parts)
{
  guint32 (*const parsers[]) (const BayanScan *, guint32,
                              BayanDateParts *) = { parse_numeric, parse_day_month, parse_month_year,
                                                    parse_bare_year };

  for (guint i = 0; i < G_N_ELEMENTS (parsers); i++)
    {
      BayanDateParts fresh = { 0 };
      guint32 end = parsers[i](scan, token, &fresh);

      if (end > token)
        {
          *parts = fresh;
          return end;
        }
    }

  return token;
}

/* A date, and the same day in the other calendar behind الموافق or in brackets: the Gregorian one is the
 * value. */
guint32
bayan_date_parse_absolute (const BayanScan *scan, guint32 token, BayanDateParts *parts)
{
  guint32 end = parse_absolute (scan, token, parts), at = end, second;
  BayanDateParts other = { 0 };
  guint n_words, prefix;

  gboolean bracket;

  if (end == token || !bayan_scan_goes_on (scan, end))
    return end;
  bracket = bayan_scan_key_is (scan, at, "(");
  if (bracket)
    at++;
  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_key_in (scan, at, corresponding))
    return end;

  at++;
  /* الموافق لـ 20 حزيران */
  if (bayan_scan_goes_on (scan, at) && bayan_scan_key_is (scan, at, "ل"))
    at++;
  if (at < scan->n_tokens && bayan_scan_match_weekday (scan, at, &n_words, &prefix) > 0)
    at += n_words;
  second = bayan_scan_goes_on (scan, at) ? parse_absolute (scan, at, &other) : at;
  if (second == at || other.calendar == parts->calendar
      || (bracket && !bayan_scan_key_is (scan, second, ")")))
    return end;

  parts->corresponds = TRUE;
  if (other.calendar == BAYAN_CALENDAR_GREGORIAN)
    {
      parts->calendar = other.calendar;
      parts->date = other.date;
      parts->second_day = other.second_day;
      parts->second_year = other.second_year;
    }
  return bracket ? second + 1 : second;
}

static char *
gregorian_value (BayanDate date, BayanCalendar calendar)
{
  if (calendar == BAYAN_CALENDAR_HIJRI)
    return bayan_date_is_complete (date) ? bayan_date_to_iso (bayan_calendar_to_gregorian (date)) : NULL;

  return bayan_date_is_set (date) ? bayan_date_to_iso (date) : NULL;
}

/* The value of a date: its Gregorian day as ISO 8601 writes it, "X" for what is not said, both ends of a range with a
 * slash between them (transfer full); NULL where no Gregorian day follows, as from a month of the Islamic calendar. */
char *
bayan_date_parts_to_value (const BayanDateParts *parts)
{
  BayanDate end = parts->date;
  g_autofree char *first = gregorian_value (parts->date, parts->calendar), *second = NULL;

  if (first == NULL || (parts->second_day == 0 && parts->second_year == 0))
    return g_steal_pointer (&first);
  if (parts->second_day > 0)
    end.day = (gint8) parts->second_day;
  if (parts->second_year > 0)
    end.year = parts->second_year;
  second = gregorian_value (end, parts->calendar);
  return g_strconcat (first, "/", second, NULL);
}
