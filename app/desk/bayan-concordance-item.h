/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a concordance: a place at which what was looked for stands. */
#pragma once

#include "bayan-occurrence-item.h"
#include "bayan-position.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_CONCORDANCE_ITEM (bayan_concordance_item_get_type ())
G_DECLARE_FINAL_TYPE (BayanConcordanceItem, bayan_concordance_item, BAYAN, CONCORDANCE_ITEM, BayanOccurrenceItem)

BayanCleanSpan bayan_concordance_item_get_span (BayanConcordanceItem *self);

/* How lines are sorted */
typedef enum {
  BAYAN_LINES_NEWEST,   /* statements by date, newest first, and in the order of the text */
  BAYAN_LINES_OLDEST,   /* those without a date last */
  BAYAN_LINES_PREVIOUS, /* by the word before, without particles, then by the word behind */
  BAYAN_LINES_NEXT,     /* by the word behind, then by the word before */
  BAYAN_LINES_TITLE,    /* by the statement's title */
  BAYAN_LINES_N_ORDERS
} BayanLinesOrder;

int bayan_concordance_item_compare (BayanConcordanceItem *a, BayanConcordanceItem *b, BayanLinesOrder order);

G_END_DECLS
