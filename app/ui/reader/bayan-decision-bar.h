/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be decided at the caret, with the key of each: one press or one click a decision. Says also how many suggestions
 * are left. What cannot be done now cannot be pressed: its action is disabled. Can be hidden.
 *
 * Signals
 *   hidden ()   the analyst does not want to see it
 */
#pragma once

#include <adwaita.h>

#include "bayan-mention.h"
#include "bayan-reader-keys.h"

G_BEGIN_DECLS

/* What there is to decide on. */
typedef struct {
  const BayanMention *current; /* the mention that keys act on; nullable */
  gboolean selecting;          /* words are selected */
  gboolean writable;           /* something can be decided at all */
  guint n_left;                /* suggestions of the statement that are not decided */
} BayanDecisions;

#define BAYAN_TYPE_DECISION_BAR (bayan_decision_bar_get_type ())
G_DECLARE_FINAL_TYPE (BayanDecisionBar, bayan_decision_bar, BAYAN, DECISION_BAR, AdwBin)

void bayan_decision_bar_set_keys (BayanDecisionBar *self, BayanReaderKeys *keys);
void bayan_decision_bar_show (BayanDecisionBar *self, const BayanDecisions *decisions);

G_END_DECLS
