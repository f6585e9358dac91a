/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a BayanHistoryItem. Private to the desk. */
#pragma once

#include "bayan-history-item.h"
#include "bayan-library.h"

G_BEGIN_DECLS

BayanHistoryItem *bayan_history_item_new (const BayanHistoryEntry *entry, gboolean is_last);
gboolean bayan_history_item_says_same (BayanHistoryItem *self, BayanHistoryItem *other);
gboolean bayan_history_item_begin_asking (BayanHistoryItem *self);
void bayan_history_item_set_place (BayanHistoryItem *self, const BayanActPlace *place);

G_END_DECLS
