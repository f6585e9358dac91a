/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of months in every naming of the Arab world, days of the week, and the two calendars. */
#pragma once

#include "bayan-date.h"
#include "bayan-words.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_CALENDAR_GREGORIAN,
  BAYAN_CALENDAR_HIJRI,
} BayanCalendar;

/* A name of a month at a word. */
typedef struct {
  BayanCalendar calendar;
  guint8 month;           /* 1–12 */
  guint8 n_words;         /* how many words it takes */
  guint8 prefix_chars;    /* characters of the first word's key that are proclitics (ويوليو, لديسمبر) */
  gboolean needs_number;  /* also a word or a name of its own (آب, مارس, رجب): a month only beside a day, a
                             year, شهر or another name of the same month */
  gboolean libyan;        /* of the names used in Libya from 1977 to 2011 */
} BayanMonthName;

gboolean bayan_calendar_may_begin (const BayanWords *words, guint index);
gboolean bayan_calendar_match_month (const BayanWords *words, guint index, BayanMonthName *name);
guint bayan_calendar_match_weekday (const BayanWords *words, guint index, guint *n_words,
                                    guint *prefix_chars);

gboolean bayan_calendar_is_valid (BayanCalendar calendar, BayanDate date);
guint bayan_calendar_get_weekday (BayanDate gregorian);
gint bayan_calendar_get_days_between (BayanDate from, BayanDate to);
BayanDate bayan_calendar_to_gregorian (BayanDate hijri);
BayanDate bayan_calendar_to_hijri (BayanDate gregorian);

G_END_DECLS
