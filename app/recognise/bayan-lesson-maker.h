/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a decision of the analyst into a lesson. Private to this room. */
#pragma once

#include "bayan-lesson.h"
#include "bayan-scan.h"
#include "bayan-tagger.h"

G_BEGIN_DECLS

/* A line of a statement, or what of it lies around a decision, to learn from. */
typedef struct {
  guint32 start, end; /* bytes of the text */
} BayanWindow;

BayanWindow bayan_lesson_maker_find_window (const char *text, gsize length_bytes, BayanCleanSpan span);
/* @scan: of that window */
BayanLesson *bayan_lesson_maker_make (const BayanScan *scan,
                                      BayanWindow window,
                                      const BayanMention *decision,
                                      const BayanEntity *entity);
GBytes *bayan_lesson_maker_make_steps (const BayanTagger *tagger,
                                       const BayanScan *scan,
                                       BayanWindow window,
                                       const GPtrArray *mentions,
                                       const BayanMention *decision);

G_END_DECLS
