/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-calendar.h"

#include <string.h>
#include <unicode/ucal.h>

/* Chronological Julian day of 31 December of the year 0, GDate's day 0. */
#define JULIAN_DAY_OF_GDATE_0 1721425
/* The years that Umm al-Qura's tables cover in ICU; outside them the months are arithmetic. */
#define UMM_AL_QURA_FIRST 1300
#define UMM_AL_QURA_LAST 1600
#define HIJRI_YEAR_MAX 9000

static gboolean
set_g_date (GDate *g_date, BayanDate date)
{
  g_date_clear (g_date, 1);
  if (!bayan_date_is_complete (date) || date.year < 1
      || !g_date_valid_dmy ((GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year))
    return FALSE;
  g_date_set_dmy (g_date, (GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year);
  return TRUE;
}

static BayanDate
from_julian_day (int julian_day)
{
  GDate g_date;

  if (julian_day <= JULIAN_DAY_OF_GDATE_0)
    return (BayanDate) { 0 };
  g_date_clear (&g_date, 1);
  g_date_set_julian (&g_date, (guint32) (julian_day - JULIAN_DAY_OF_GDATE_0));
  if (g_date_get_year (&g_date) > G_MAXINT16)
    return (BayanDate) { 0 };
  return (BayanDate) { (gint16) g_date_get_year (&g_date), (gint8) g_date_get_month (&g_date),
                       (gint8) g_date_get_day (&g_date) };
}

/* The arithmetic (tabular, civil) calendar: Reingold & Dershowitz, "Calendrical Calculations". */
static int
tabular_julian_day (BayanDate hijri)
{
  return hijri.day + (59 * (hijri.month - 1) + 1) / 2 + 354 * (hijri.year - 1) + (3 + 11 * hijri.year) / 30
         + 1948439;
}

static BayanDate
tabular_from_julian_day (int julian_day)
{
  BayanDate hijri = { 0, 1, 1 };
  int year = (30 * (julian_day - 1948440) + 10646) / 10631;

  if (year < 1 || year > HIJRI_YEAR_MAX)
    return (BayanDate) { 0 };
  hijri.year = (gint16) year;
  while (hijri.month < 12)
    {
      BayanDate next = { hijri.year, (gint8) (hijri.month + 1), 1 };
      if (tabular_julian_day (next) > julian_day)
        break;
      hijri = next;
    }
  hijri.day = (gint8) (julian_day - tabular_julian_day (hijri) + 1);
  return hijri;
}

/* NULL where ICU was built without its calendars. */
static UCalendar *
open_umm_al_qura (void)
{
  static const UChar UTC[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (UTC, 3, "ar@calendar=islamic-umalqura", UCAL_TRADITIONAL, &status);

  if (U_SUCCESS (status))
    return calendar;
  ucal_close (calendar);
  return NULL;
}

static gboolean
is_in_umm_al_qura (BayanDate hijri)
{
  return hijri.year >= UMM_AL_QURA_FIRST && hijri.year <= UMM_AL_QURA_LAST;
}

/* The Julian day of the first of a Hijri month by ICU; 0 if ICU cannot tell. */
static int
ask_month_start (BayanDate hijri)
{
  UCalendar *calendar = open_umm_al_qura ();
  UErrorCode status = U_ZERO_ERROR;
  int julian_day;

  if (calendar == NULL)
    return 0;
  ucal_clear (calendar);
  ucal_set (calendar, UCAL_EXTENDED_YEAR, hijri.year);
  ucal_set (calendar, UCAL_MONTH, hijri.month - 1);
  ucal_set (calendar, UCAL_DATE, 1);
  julian_day = ucal_get (calendar, UCAL_JULIAN_DAY, &status);
  ucal_close (calendar);
  return U_SUCCESS (status) ? julian_day : 0;
}

/* The Julian day of a Hijri date by ICU; 0 if ICU cannot tell. A calendar of ICU costs as much as half a page of
 * the recogniser, so each month is asked for once. */
static int
umm_al_qura_julian_day (BayanDate hijri)
{
  static int starts[UMM_AL_QURA_LAST - UMM_AL_QURA_FIRST + 1][12];
  int *start = &starts[hijri.year - UMM_AL_QURA_FIRST][hijri.month - 1];
  int first_day = g_atomic_int_get (start);

  if (first_day == 0)
    {
      first_day = ask_month_start (hijri);
      g_atomic_int_set (start, first_day);
    }
  return first_day != 0 ? first_day + hijri.day - 1 : 0;
}

static BayanDate
umm_al_qura_from_julian_day (int julian_day)
{
  UCalendar *calendar = open_umm_al_qura ();
  UErrorCode status = U_ZERO_ERROR;
  BayanDate hijri = { 0 };

  if (calendar == NULL)
    return hijri;
  ucal_clear (calendar);
  ucal_set (calendar, UCAL_JULIAN_DAY, julian_day);
  hijri.year = (gint16) ucal_get (calendar, UCAL_EXTENDED_YEAR, &status);
  hijri.month = (gint8) (ucal_get (calendar, UCAL_MONTH, &status) + 1);
  hijri.day = (gint8) ucal_get (calendar, UCAL_DATE, &status);
  ucal_close (calendar);
  return U_SUCCESS (status) ? hijri : (BayanDate) { 0 };
}

/**
 * bayan_calendar_is_valid:
 * @date: a date; what is unknown of it is not looked at
 *
 * Returns: TRUE if such a day exists in @calendar. Every Hijri month may have 30 days: which one does depends
 *   on who saw the moon.
 */
gboolean
bayan_calendar_is_valid (BayanCalendar calendar, BayanDate date)
{
  GDateYear leap_year = 2000;

  if (date.year < 0 || date.month < 0 || date.month > 12 || date.day < 0 || date.day > 31)
    return FALSE;
  if (calendar == BAYAN_CALENDAR_HIJRI)
    return date.day <= 30 && date.year <= HIJRI_YEAR_MAX;
  if (date.day == 0 || date.month == 0)
    return TRUE;
  return g_date_valid_dmy ((GDateDay) date.day, (GDateMonth) date.month,
                           date.year > 0 ? (GDateYear) date.year : leap_year);
}

/**
 * bayan_calendar_get_weekday:
 *
 * Returns: 1 (Monday) to 7 (Sunday); 0 if @gregorian is no complete date
 */
guint
bayan_calendar_get_weekday (BayanDate gregorian)
{
  GDate g_date;

  return set_g_date (&g_date, gregorian) ? (guint) g_date_get_weekday (&g_date) : 0;
}

/**
 * bayan_calendar_get_days_between:
 *
 * Returns: the days from @from to @to, both Gregorian; G_MAXINT if one is no complete date
 */
gint
bayan_calendar_get_days_between (BayanDate from, BayanDate to)
{
  GDate first, second;

  if (!set_g_date (&first, from) || !set_g_date (&second, to))
    return G_MAXINT;
  return g_date_days_between (&first, &second);
}

/**
 * bayan_calendar_to_gregorian:
 * @hijri: a complete Hijri date
 *
 * By Umm al-Qura's tables as ICU has them (1300–1600), by arithmetic outside them. What a text calls this day
 * may be one day off, for months begin when the moon is seen.
 *
 * Returns: the Gregorian date; one with nothing set if @hijri is no complete date
 */
BayanDate
bayan_calendar_to_gregorian (BayanDate hijri)
{
  int julian_day = 0;

  if (!bayan_date_is_complete (hijri) || !bayan_calendar_is_valid (BAYAN_CALENDAR_HIJRI, hijri))
    return (BayanDate) { 0 };
  if (is_in_umm_al_qura (hijri))
    julian_day = umm_al_qura_julian_day (hijri);
  return from_julian_day (julian_day != 0 ? julian_day : tabular_julian_day (hijri));
}

/**
 * bayan_calendar_to_hijri:
 * @gregorian: a complete Gregorian date
 *
 * Returns: the Hijri date, as bayan_calendar_to_gregorian() counts; one with nothing set if @gregorian is no
 *   complete date or lies before the Hijra
 */
BayanDate
bayan_calendar_to_hijri (BayanDate gregorian)
{
  GDate g_date;
  BayanDate tabular, hijri = { 0 };
  int julian_day;

  if (!set_g_date (&g_date, gregorian))
    return hijri;
  julian_day = (int) g_date_get_julian (&g_date) + JULIAN_DAY_OF_GDATE_0;
  tabular = tabular_from_julian_day (julian_day);
  if (is_in_umm_al_qura (tabular))
    hijri = umm_al_qura_from_julian_day (julian_day);
  return bayan_date_is_complete (hijri) ? hijri : tabular;
}
