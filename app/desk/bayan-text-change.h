/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the mentions of a statement when its clean text becomes another one of the same source. */
#pragma once

#include "bayan-ingest.h"
#include "bayan-recognition.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

gboolean bayan_text_change_move_span (const BayanStatement *before, const BayanStatement *after, BayanCleanSpan span,
                                      BayanCleanSpan *moved);
GPtrArray *bayan_text_change_move_mentions (const BayanStatement *before, const BayanStatement *after, GPtrArray *mentions);
GPtrArray *bayan_text_change_edit_mentions (const BayanTextEdit *edit, GPtrArray *mentions);
void bayan_text_change_add_suggestions (const BayanStatement *after, BayanRawSpan region,
                                        const BayanRecognition *recognition, GPtrArray *mentions);
void bayan_text_change_add_new_suggestions (const BayanStatement *before, const BayanStatement *after,
                                            const BayanRecognition *recognition, GPtrArray *mentions);

G_END_DECLS
