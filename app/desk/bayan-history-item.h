/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One act of the history. Immutable but for its place, which is looked up when somebody asks for it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_HISTORY_ITEM (bayan_history_item_get_type ())
G_DECLARE_FINAL_TYPE (BayanHistoryItem, bayan_history_item, BAYAN, HISTORY_ITEM, GObject)

gint64 bayan_history_item_get_id (BayanHistoryItem *self); /* 0: before the first act */
const char *bayan_history_item_get_act (BayanHistoryItem *self, const char **subject); /* see bayan_desk_get_undo_act() */
gint64 bayan_history_item_get_done_at (BayanHistoryItem *self); /* seconds since 1970 */
gboolean bayan_history_item_get_undone (BayanHistoryItem *self);
gboolean bayan_history_item_get_is_last (BayanHistoryItem *self); /* the newest that stands */
gint64 bayan_history_item_get_statement (BayanHistoryItem *self); /* property "statement"; 0 where there is none, or none yet */
gint64 bayan_history_item_get_mention (BayanHistoryItem *self);   /* in it; 0 for none */

G_END_DECLS
