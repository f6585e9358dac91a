/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How right suggestions were, over time: decisions in their order, a block of as many each. */
#pragma once

#include "bayan-decision.h"

G_BEGIN_DECLS

#define BAYAN_PRECISION_BLOCK 50  /* decisions, or twice as many, or four times, … */
#define BAYAN_PRECISION_BLOCKS_MAX 20

typedef struct {
  guint first;        /* the number of its first decision, from 1 */
  guint n_decided;    /* the last block may have less than the others */
  guint n_right;
  gint64 from, until; /* seconds since 1970: the first and the last of them */
} BayanPrecisionBlock;

BayanPrecisionBlock bayan_precision_sum (const GArray *decisions, BayanMentionType type);
GArray *bayan_precision_make_blocks (const GArray *decisions, BayanMentionType type);

G_END_DECLS
