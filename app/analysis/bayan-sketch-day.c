/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-sketch-day.h"

#include <stdlib.h>

#define FIRST_YEAR 1950
#define N_YEARS 127
#define DAYS_OF_YEAR 365

/**
 * bayan_sketch_day_new:
 *
 * Returns: @date in sixteen bits; 0 where its day or month is unknown
 */
guint16
bayan_sketch_day_new (BayanDate date)
{
  guint year = date.year > FIRST_YEAR && date.year <= FIRST_YEAR + N_YEARS ? (guint) (date.year - FIRST_YEAR)
                                                                           : 0;

  if (date.month < 1 || date.day < 1)
    return 0;
  return (guint16) (year << 9 | (guint) date.month << 5 | (guint) date.day);
}

/**
 * bayan_sketch_day_get_number:
 * @day: one with a year
 *
 * Returns: days since some day; 0 where @day has no year, or its month no such day. In the years there can be every
 * fourth one is a leap year.
 */
guint
bayan_sketch_day_get_number (guint16 day)
{
  static const guint16 BEFORE[16] = { 0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };
  guint year = FIRST_YEAR + (day >> 9), month = day >> 5 & 15, of_month = day & 31, leap = year % 4 == 0;

  if (year == FIRST_YEAR || month > 12
      || of_month + BEFORE[month] > BEFORE[month + 1] + (month == 2 ? leap : 0u))
    return 0;
  return year * DAYS_OF_YEAR + (year - 1) / 4 + BEFORE[month] + (month > 2 ? leap : 0) + of_month;
}

/* Both in one year that is not known: the end of December is next to January. */
static guint
distance_in_year (guint16 a, guint16 b)
{
  int days_a = (a >> 5 & 15) * 61 / 2 + (a & 31), days_b = (b >> 5 & 15) * 61 / 2 + (b & 31);
  guint distance = (guint) abs (days_a - days_b);

  return MIN (distance, DAYS_OF_YEAR - MIN (distance, DAYS_OF_YEAR));
}

/**
 * bayan_sketch_day_get_distance:
 *
 * Returns: how many days lie between the two; as if they were of one year where the year of one is unknown;
 * BAYAN_SKETCH_DAY_UNKNOWN_DISTANCE where one is 0
 */
guint
bayan_sketch_day_get_distance (guint16 a, guint16 b)
{
  guint number_a = bayan_sketch_day_get_number (a), number_b = bayan_sketch_day_get_number (b);

  if (a == 0 || b == 0)
    return BAYAN_SKETCH_DAY_UNKNOWN_DISTANCE;
  if (number_a != 0 && number_b != 0)
    return number_a > number_b ? number_a - number_b : number_b - number_a;
  return distance_in_year (a, b);
}
