/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar date of which parts may be unknown, and the words it came from. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gint16 year;  /* 0 = unknown */
  gint8 month;  /* 1–12, 0 = unknown */
  gint8 day;    /* 1–31, 0 = unknown */
} BayanDate;

static inline gboolean
bayan_date_is_set (BayanDate date)
{
  return date.year != 0 || date.month != 0 || date.day != 0;
}

static inline gboolean
bayan_date_is_complete (BayanDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0;
}

char *bayan_date_to_iso (BayanDate date);
BayanDate bayan_date_from_iso (const char *iso);
int bayan_date_compare (BayanDate a, BayanDate b);

G_END_DECLS
