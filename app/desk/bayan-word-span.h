/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans by words: what a hand that pointed at a word meant, and a span that grows or shrinks by a word.
 *
 * A word has two beginnings where particles are written onto it: that of the whole (والعراق) and that of what a mention of
 * it would be (العراق). Spans stay within a paragraph. Signs that end a clause or a sentence are no words.
 */
#pragma once

#include "bayan-statement.h"

G_BEGIN_DECLS

/* A word at a place. */
typedef struct {
  BayanCleanSpan whole; /* with its particles */
  BayanCleanSpan bare;  /* without those before it; the same where there are none */
} BayanWordSpan;

typedef enum {
  BAYAN_EDGE_START,
  BAYAN_EDGE_END,
} BayanSpanEdge;

/* Says whether a word without its particles is one that the tables know; folded, see bayan-fold.h */
typedef gboolean (*BayanKnownWord) (const char *stem, gsize length_bytes, gpointer data);

gboolean bayan_word_span_find (const BayanStatement *statement, BayanCleanPos at, BayanKnownWord known, gpointer data,
                               BayanWordSpan *word);
void bayan_word_span_snap (const BayanStatement *statement, BayanKnownWord known, gpointer data, BayanCleanSpan *span);
gboolean bayan_word_span_step (const BayanStatement *statement, BayanSpanEdge edge, gboolean extend,
                               BayanKnownWord known, gpointer data, BayanCleanSpan *span);

G_END_DECLS
