/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a decision of the analyst into a lesson. Private to this room. */
#pragma once

#include "bayan-lesson.h"
#include "bayan-scan.h"

G_BEGIN_DECLS

/* A line of a statement, or what of it lies around a decision, to learn from. */
typedef struct {
  guint32 start, end; /* bytes of the text */
} BayanWindow;

BayanWindow bayan_lesson_maker_find_window (const char *text, gsize length_bytes, BayanCleanSpan span);
gboolean bayan_lesson_maker_find_tokens (const BayanScan *scan, guint32 start, guint32 end, guint32 *first, guint32 *last);

G_END_DECLS
