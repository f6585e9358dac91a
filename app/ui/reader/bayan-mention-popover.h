/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mention is, why it was suggested, and what can be done with it. Its buttons activate the reader's actions
 * ("reader.confirm" and so on), which act on the current mention. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MENTION_POPOVER (bayan_mention_popover_get_type ())
G_DECLARE_FINAL_TYPE (BayanMentionPopover, bayan_mention_popover, BAYAN, MENTION_POPOVER, GtkPopover)

/* Signal "chosen" (gint64 mention): of several mentions at one place another one is to be the current one. */
BayanMentionPopover *bayan_mention_popover_new (void);
void bayan_mention_popover_show_mention (BayanMentionPopover *self, BayanDesk *desk, const BayanMention *mention);
gboolean bayan_mention_popover_decide (BayanMentionPopover *self, BayanMentionStatus status);
void bayan_mention_popover_focus_decision (BayanMentionPopover *self);
void bayan_mention_popover_set_stack (BayanMentionPopover *self, BayanDesk *desk, GPtrArray *mentions);

G_END_DECLS
