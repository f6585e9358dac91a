/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a word processor's file says of itself beside its text. Private to the room. */
#pragma once

#include "bayan-extract.h"

G_BEGIN_DECLS

void bayan_properties_read (GBytes *bytes, BayanExtract *extract);
void bayan_properties_add_date (BayanExtract *extract, const char *words);

G_END_DECLS
