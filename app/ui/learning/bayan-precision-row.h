/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of the suggestions of one type were right, and in it the same over time, a bar for each block of decisions. */
#pragma once

#include <adwaita.h>

#include "bayan-precision.h"

G_BEGIN_DECLS

GtkWidget *bayan_precision_row_new (const GArray *decisions, BayanMentionType type);

G_END_DECLS
