/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people write them, in the language of the interface. */
#pragma once

#include "bayan-date.h"

G_BEGIN_DECLS

void bayan_date_words_set_hijri_shown (gboolean shown);

char *bayan_date_words_gregorian (BayanDate date);
char *bayan_date_words_day_of (GDateTime *time);
char *bayan_date_words_hijri (BayanDate date);
char *bayan_date_words_both (BayanDate gregorian, BayanDate hijri);

G_END_DECLS
