/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-date-input.h"

#include <string.h>

#include "bayan-calendar.h"

#define MOST_NUMBERS 3
#define LONGEST_BYTES 200
/* A year below is of the Hijri calendar: the latter is at 1700 in 2272, the former was there before any statement. */
#define FIRST_GREGORIAN_YEAR 1700
#define LEAST_YEAR 100

/* What can be typed with an English keyboard; Arabic names, in all their kinds, are bayan-calendar.h's. */
static const struct {
  const char *start; /* of the name, in lower case */
  BayanCalendar calendar;
  guint8 month;
} ENGLISH_MONTHS[] = {
  { "jan", BAYAN_CALENDAR_GREGORIAN, 1 },   { "feb", BAYAN_CALENDAR_GREGORIAN, 2 },
  { "mar", BAYAN_CALENDAR_GREGORIAN, 3 },   { "apr", BAYAN_CALENDAR_GREGORIAN, 4 },
  { "may", BAYAN_CALENDAR_GREGORIAN, 5 },   { "jun", BAYAN_CALENDAR_GREGORIAN, 6 },
  { "jul", BAYAN_CALENDAR_GREGORIAN, 7 },   { "aug", BAYAN_CALENDAR_GREGORIAN, 8 },
  { "sep", BAYAN_CALENDAR_GREGORIAN, 9 },   { "oct", BAYAN_CALENDAR_GREGORIAN, 10 },
  { "nov", BAYAN_CALENDAR_GREGORIAN, 11 },  { "dec", BAYAN_CALENDAR_GREGORIAN, 12 },
  { "muh", BAYAN_CALENDAR_HIJRI, 1 },       { "saf", BAYAN_CALENDAR_HIJRI, 2 },
  { "rabiʻ ii", BAYAN_CALENDAR_HIJRI, 4 },  { "rabi ii", BAYAN_CALENDAR_HIJRI, 4 },
  { "rabi", BAYAN_CALENDAR_HIJRI, 3 },      { "jumada ii", BAYAN_CALENDAR_HIJRI, 6 },
  { "jumada", BAYAN_CALENDAR_HIJRI, 5 },    { "raj", BAYAN_CALENDAR_HIJRI, 7 },
  { "sha", BAYAN_CALENDAR_HIJRI, 8 },       { "ram", BAYAN_CALENDAR_HIJRI, 9 },
  { "shaw", BAYAN_CALENDAR_HIJRI, 10 },     { "dhuʻl-q", BAYAN_CALENDAR_HIJRI, 11 },
  { "dhul-q", BAYAN_CALENDAR_HIJRI, 11 },   { "dhu al-q", BAYAN_CALENDAR_HIJRI, 11 },
  { "dhuʻl-h", BAYAN_CALENDAR_HIJRI, 12 },  { "dhul-h", BAYAN_CALENDAR_HIJRI, 12 },
  { "dhu al-h", BAYAN_CALENDAR_HIJRI, 12 },
};

typedef struct {
  guint numbers[MOST_NUMBERS];
  guint n_numbers;
  gboolean has_month, says_hijri;
  BayanCalendar calendar; /* of the month */
  guint8 month;
} Parts;

/* FALSE if there are more numbers, or larger ones, than a date has. */
static gboolean
read_numbers (const char *text, Parts *parts)
{
  gboolean inside = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (at));

      if (digit >= 0 && !inside && parts->n_numbers++ == MOST_NUMBERS)
        return FALSE;
      if (digit >= 0)
        {
          guint *number = &parts->numbers[parts->n_numbers - 1];
          *number = (inside ? *number * 10 : 0) + (guint) digit;
          if (*number > 9999)
            return FALSE;
        }
      inside = digit >= 0;
    }
  return TRUE;
}

/* The longest name that a word of @text begins with. */
static void
read_english_month (const char *text, Parts *parts)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ENGLISH_MONTHS); i++)
    {
      const char *start = ENGLISH_MONTHS[i].start;
      const char *found = strstr (lower, start);

      if (found == NULL || strlen (start) <= longest || (found > lower && g_ascii_isalpha (found[-1])))
        continue;
      longest = strlen (start);
      parts->has_month = TRUE;
      parts->calendar = ENGLISH_MONTHS[i].calendar;
      parts->month = ENGLISH_MONTHS[i].month;
    }
}

static void
read_month (const char *text, Parts *parts)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, -1);
  BayanMonthName name;

  for (guint i = 0; i < words->n_words && !parts->has_month; i++)
    if (bayan_calendar_match_month (words, i, &name))
      {
        parts->has_month = TRUE;
        parts->calendar = name.calendar;
        parts->month = name.month;
      }
  if (!parts->has_month)
    read_english_month (text, parts);
  parts->says_hijri = strstr (text, "هـ") != NULL || strstr (text, "AH") != NULL;
}

/* The order of the parts: year first or last, by which of the two can be no day. */
static BayanDate
arrange (const Parts *parts)
{
  BayanDate date = { 0, 0, 0 };
  guint n = parts->n_numbers, first = parts->numbers[0], last = parts->numbers[n - 1];
  gboolean year_first = first >= LEAST_YEAR;
  guint day = 0, month = parts->month;

  if (n + (parts->has_month ? 1 : 0) > 3 || (!year_first && last < LEAST_YEAR)
      || (year_first && n > 1 && last >= LEAST_YEAR))
    return date;
  if (!parts->has_month && n > 1)
    month = n == 3 ? parts->numbers[1] : year_first ? last : first;
  if (n == 3 || (parts->has_month && n == 2))
    day = year_first ? last : first;
  if (month > 12 || day > 31)
    return date;
  return (BayanDate) { (gint16) (year_first ? first : last), (gint8) month, (gint8) day };
}

/**
 * bayan_date_input_read:
 * @text: what was typed: "2025-01-14", "14/1/2025", "14 رجب 1446", "January 2025"
 * @gregorian: (out): the date
 * @hijri: (out): the same in the other calendar; unset where the day is not known, or only known in one
 *
 * Returns: FALSE if @text is no date
 */
gboolean
bayan_date_input_read (const char *text, BayanDate *gregorian, BayanDate *hijri)
{
  Parts parts = { { 0 } };
  BayanCalendar calendar;
  BayanDate date;

  *gregorian = *hijri = (BayanDate) { 0, 0, 0 };
  if (strlen (text) > LONGEST_BYTES || !read_numbers (text, &parts) || parts.n_numbers == 0)
    return FALSE;
  read_month (text, &parts);
  date = arrange (&parts);
  calendar = parts.has_month                                        ? parts.calendar
             : parts.says_hijri || date.year < FIRST_GREGORIAN_YEAR ? BAYAN_CALENDAR_HIJRI
                                                                    : BAYAN_CALENDAR_GREGORIAN;
  if (date.year == 0 || (bayan_date_is_complete (date) && !bayan_calendar_is_valid (calendar, date)))
    return FALSE;
  *(calendar == BAYAN_CALENDAR_HIJRI ? hijri : gregorian) = date;
  if (bayan_date_is_complete (date) && calendar == BAYAN_CALENDAR_HIJRI)
    *gregorian = bayan_calendar_to_gregorian (date);
  else if (bayan_date_is_complete (date))
    *hijri = bayan_calendar_to_hijri (date);
  return TRUE;
}

/* Where the second of two dates begins; NULL if there is one alone. */
static const char *
find_second (const char *text, gsize *first_bytes)
{
  static const char *const BETWEEN[] = { "–", "—", " - ", " to ", " إلى " };

  for (guint i = 0; i < G_N_ELEMENTS (BETWEEN); i++)
    {
      const char *found = strstr (text, BETWEEN[i]);
      if (found != NULL)
        {
          *first_bytes = (gsize) (found - text);
          return found + strlen (BETWEEN[i]);
        }
    }
  return NULL;
}

static char *
read_iso (const char *text, BayanDate *date)
{
  BayanDate hijri;

  return bayan_date_input_read (text, date, &hijri) && bayan_date_is_set (*date) ? bayan_date_to_iso (*date)
                                                                                 : NULL;
}

/**
 * bayan_date_input_read_event:
 * @text: one date, or two with a dash, "to" or "إلى" between
 *
 * Returns: (transfer full) (nullable): ISO 8601 in the Gregorian calendar, two days with "/" between; NULL if @text is
 *   no date, or ends before it begins
 */
char *
bayan_date_input_read_event (const char *text)
{
  gsize first_bytes = 0;
  const char *second = find_second (text, &first_bytes);
  g_autofree char *first = second != NULL ? g_strndup (text, first_bytes) : g_strdup (text);
  BayanDate from, to;
  g_autofree char *start = read_iso (first, &from);
  g_autofree char *end = second != NULL ? read_iso (second, &to) : NULL;

  if (start == NULL || (second != NULL && (end == NULL || bayan_date_compare (from, to) > 0)))
    return NULL;
  return end != NULL ? g_strconcat (start, "/", end, NULL) : g_steal_pointer (&start);
}
