/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date as an analyst types it: in digits or with the name of the month, in Arabic or English, of either calendar. */
#pragma once

#include "bayan-date.h"

G_BEGIN_DECLS

gboolean bayan_date_input_read (const char *text, BayanDate *gregorian, BayanDate *hijri);
char *bayan_date_input_read_event (const char *text);

G_END_DECLS
