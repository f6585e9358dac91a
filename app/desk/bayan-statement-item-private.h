/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-library.h"
#include "bayan-statement-item.h"

G_BEGIN_DECLS

BayanStatementItem *bayan_statement_item_new (const BayanHeader *header, guint slot);
void bayan_statement_item_update (BayanStatementItem *self, const BayanHeader *header);
void bayan_statement_item_set_mark (BayanStatementItem *self, BayanGroupKind kind, BayanGroupMark mark);
guint bayan_statement_item_get_slot (BayanStatementItem *self); /* in the desk's tallies */

G_END_DECLS
