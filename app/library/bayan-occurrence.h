/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a BayanOccurrence. Private to this room. */
#pragma once

#include "bayan-library.h"

G_BEGIN_DECLS

BayanOccurrence *bayan_occurrence_new (gint64 statement, const char *text, gsize text_length_bytes, BayanCleanSpan span,
                                       GPtrArray *mentions);

G_END_DECLS
