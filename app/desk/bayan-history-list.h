/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts of the analyst in the open library, newest first, and behind them what was before the first. It follows the desk
 * for as long as it lives. */
#pragma once

#include "bayan-desk.h"
#include "bayan-history-item.h"

G_BEGIN_DECLS

/* Older ones can still be undone, one by one. */
#define BAYAN_HISTORY_LIST_MAX 20000

#define BAYAN_TYPE_HISTORY_LIST (bayan_history_list_get_type ())
G_DECLARE_FINAL_TYPE (BayanHistoryList, bayan_history_list, BAYAN, HISTORY_LIST, GObject)

BayanHistoryList *bayan_history_list_new (BayanDesk *desk);
void bayan_history_list_ask_place (BayanHistoryList *self, BayanHistoryItem *item);

G_END_DECLS
