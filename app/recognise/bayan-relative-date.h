/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What dates come to that are told from the day of the statement: the day before, last June, next year. Everything here is
 * nothing where that day is not known. Private to this room. */
#pragma once

#include "bayan-date.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_DIRECTION_NONE, /* this one, or it is not said */
  BAYAN_DIRECTION_PAST,
  BAYAN_DIRECTION_NEXT,
} BayanDirection;

BayanDirection bayan_relative_direction (const char *key);
BayanDate bayan_relative_day (BayanDate today, gint days);
BayanDate bayan_relative_month (BayanDate today, gint months);
BayanDate bayan_relative_year (BayanDate today, gint years);
BayanDate bayan_relative_weekday (BayanDate today, guint weekday, BayanDirection direction);
BayanDate bayan_relative_named_month (BayanDate today, guint month, BayanDirection direction);

G_END_DECLS
