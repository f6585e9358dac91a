/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the desk does with such a place. */
#pragma once

#include "bayan-desk.h"
#include "bayan-occurrence-item-private.h"
#include "bayan-same-item.h"

G_BEGIN_DECLS

/* What was decided, and is offered for other places. */
typedef struct {
  BayanMention *mention; /* where it was decided */
  BayanMentionStatus status; /* CONFIRMED or REJECTED */
} BayanSameDecision;

BayanSameItem *bayan_same_item_new (BayanStatementItem *statement, BayanOccurrence *occurrence,
                                    const BayanSameDecision *decision, const char *other_thing);
gboolean bayan_same_is_place (const BayanOccurrence *one, const BayanOccurrence *other);
gboolean bayan_same_item_is_place (BayanSameItem *self, const BayanOccurrence *occurrence);
const BayanMention *bayan_same_find_mention (const BayanOccurrence *occurrence, const BayanSameDecision *decision);
gboolean bayan_same_is_open (const BayanOccurrence *occurrence, const BayanSameDecision *decision);
void bayan_same_teach (BayanDesk *desk, BayanEdit *edit, const BayanOccurrence *occurrence,
                       const BayanSameDecision *decision, const BayanEntity *entity);
void bayan_same_add_to_edit (BayanEdit *edit, const BayanOccurrence *occurrence, const BayanSameDecision *decision,
                             const BayanEntity *entity);

G_END_DECLS
