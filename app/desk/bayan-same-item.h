/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place at which a decision could be made as it was made at another one. */
#pragma once

#include "bayan-mention.h"
#include "bayan-occurrence-item.h"

G_BEGIN_DECLS

/* What is there now. */
typedef enum {
  BAYAN_SAME_SUGGESTED,   /* the same, as a suggestion */
  BAYAN_SAME_OTHER_THING, /* suggested as the same type, but it names something else */
  BAYAN_SAME_OTHER_TYPE,  /* suggested as another type */
  BAYAN_SAME_UNMARKED,    /* nothing */
  BAYAN_SAME_WITHIN,      /* nothing but a longer name around it */
  BAYAN_SAME_DECIDED,     /* the analyst decided otherwise there */
} BayanSameState;

#define BAYAN_TYPE_SAME_ITEM (bayan_same_item_get_type ())
G_DECLARE_FINAL_TYPE (BayanSameItem, bayan_same_item, BAYAN, SAME_ITEM, BayanOccurrenceItem)

BayanSameState bayan_same_item_get_state (BayanSameItem *self);
BayanMentionType bayan_same_item_get_mention_type (BayanSameItem *self); /* OTHER_TYPE, DECIDED: what it is there */
BayanMentionStatus bayan_same_item_get_status (BayanSameItem *self);     /* DECIDED: how */
const char *bayan_same_item_get_other (BayanSameItem *self); /* nullable; WITHIN: the longer name; OTHER_THING: the other
                                                                thing's name */

G_END_DECLS
