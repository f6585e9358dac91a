/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the date rules share: absolute dates, and how they stand in a text. Private to this
 * room. */
#pragma once

#include <stdio.h>

#include "bayan-calendar.h"
#include "bayan-numbers.h"
#include "bayan-rules.h"

G_BEGIN_DECLS

typedef struct
{
  BayanCalendar calendar;
  BayanDate date;       /* in @calendar */
  guint8 second_day;    /* the end of a range within the month, 0 = none */
  gint16 second_year;   /* the end of a range of years, 0 = none */
  guint prefix_chars;   /* proclitics of the first word */
  gboolean corresponds; /* given in both calendars */
  const char *rule;
} BayanDateParts;

void bayan_date_add_beginnings (BayanKeySet *keys);
guint bayan_date_number (const BayanScan *scan, guint32 token, guint least, guint most);
gboolean bayan_date_year_stands (const BayanScan *scan, guint32 token);
guint32 bayan_date_parse_month (const BayanScan *scan, guint32 token, BayanMonthName *month, gboolean *sure);
guint32 bayan_date_parse_absolute (const BayanScan *scan, guint32 token, BayanDateParts *parts);
char *bayan_date_parts_to_value (const BayanDateParts *parts);

G_END_DECLS
