/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in one line of text, and whether the line says anything else. Private to the room.
 *
 * This reads the dates by which a document says when it was issued: complete, in either calendar. What dates
 * mean in running text is for the room that recognises.
 */
#pragma once

#include "bayan-calendar.h"

G_BEGIN_DECLS

#define BAYAN_DATE_LINE_MAX_DATES 4

typedef struct {
  BayanCalendar calendar;
  BayanDate date;
  guint32 start, end;        /* bytes of the line */
  guint weekday;             /* the day of the week that stands before it, 1 (Monday) to 7; 0 if none */
  guint32 weekday_start;     /* where that begins, in bytes of the line */
  guint words_before;        /* words of the line before it that are no part of a date */
  gboolean separator_behind; /* a dash, colon or the like comes soon, as behind a dateline */
} BayanDateInLine;

typedef struct {
  guint n_dates;
  BayanDateInLine dates[BAYAN_DATE_LINE_MAX_DATES];
  guint n_times;
  guint n_others; /* words that belong to no date or time, and do not announce one */
} BayanDateLine;

void bayan_date_line_read (BayanDateLine *self, const char *text, gsize length);

G_END_DECLS
