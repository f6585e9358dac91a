/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day in sixteen bits: seven of the year (0 for unknown, else since 1950), four of the month, five of the day. */
#pragma once

#include "bayan-date.h"

G_BEGIN_DECLS

#define BAYAN_SKETCH_DAY_UNKNOWN_DISTANCE G_MAXUINT

guint16 bayan_sketch_day_new (BayanDate date);
guint bayan_sketch_day_get_distance (guint16 a, guint16 b);
guint bayan_sketch_day_get_number (guint16 day);

G_END_DECLS
