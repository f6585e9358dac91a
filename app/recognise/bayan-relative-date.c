/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-relative-date.h"

#include "bayan-calendar.h"
#include "bayan-keys.h"

/* @key: MATCH key of the adjective behind a date. الجاري and الحالي are no direction. */
BayanDirection
bayan_relative_direction (const char *key)
{
  static const char *const past[] = { "الماض", "المنصرم", "الفائت", "الفارط", "السابق", NULL };
  static const char *const next[] = { "المقبل", "القادم", "التالي", NULL };

  for (guint i = 0; past[i] != NULL; i++)
    if (bayan_key_begins (key, past[i]))
      return BAYAN_DIRECTION_PAST;
  for (guint i = 0; next[i] != NULL; i++)
    if (bayan_key_begins (key, next[i]))
      return BAYAN_DIRECTION_NEXT;

  return BAYAN_DIRECTION_NONE;
}

/* Returns: @days after @today */
BayanDate
bayan_relative_day (BayanDate today, gint days)
{
  GDate date;

  if (!bayan_date_is_complete (today) || ABS (days) > 40000)
    return (BayanDate) { 0 };

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) today.day, (GDateMonth) today.month, (GDateYear) today.year);
  if (days >= 0)
    g_date_add_days (&date, (guint) days);
  else
    g_date_subtract_days (&date, (guint) -days);
  return (BayanDate) { (gint16) g_date_get_year (&date), (gint8) g_date_get_month (&date),
                       (gint8) g_date_get_day (&date) };
}

/* Returns: the month @months after that of @today */
BayanDate
bayan_relative_month (BayanDate today, gint months)
{
  gint at = today.year * 12 + today.month - 1 + months;

  if (today.year == 0 || today.month == 0 || at < 12)
    return (BayanDate) { 0 };

  return (BayanDate) { (gint16) (at / 12), (gint8) (at % 12 + 1), 0 };
}

/* Returns: the year @years after that of @today */
BayanDate
bayan_relative_year (BayanDate today, gint years)
{
  if (today.year == 0 || today.year + years < 1)
    return (BayanDate) { 0 };

  return (BayanDate) { (gint16) (today.year + years), 0, 0 };
}

/* Returns: the @weekday (1 Monday to 7 Sunday) that a report of @today means: the last one, today counted, unless
 *   @direction says that it is to come. الماضي never means today. */
BayanDate
bayan_relative_weekday (BayanDate today, guint weekday, BayanDirection direction)
{
  gint since = ((gint) bayan_calendar_get_weekday (today) - (gint) weekday + 7) % 7;

  if (weekday == 0 || !bayan_date_is_complete (today))
    return (BayanDate) { 0 };
  if (direction == BAYAN_DIRECTION_NEXT)
    return bayan_relative_day (today, 7 - since);

  return bayan_relative_day (today, direction == BAYAN_DIRECTION_PAST && since == 0 ? -7 : -since);
}

/* Returns: the @month (1 to 12) before or after that of @today; nothing without a @direction */
BayanDate
bayan_relative_named_month (BayanDate today, guint month, BayanDirection direction)
{
  gint year = today.year;

  if (today.year == 0 || today.month == 0 || month == 0 || direction == BAYAN_DIRECTION_NONE)
    return (BayanDate) { 0 };
  if (direction == BAYAN_DIRECTION_PAST && (gint) month >= today.month)
    year--;
  if (direction == BAYAN_DIRECTION_NEXT && (gint) month <= today.month)
    year++;

  return (BayanDate) { (gint16) year, (gint8) month, 0 };
}
