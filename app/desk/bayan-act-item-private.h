/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-act-item.h"
#include "bayan-act-verdict.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

GPtrArray *bayan_act_item_list (const BayanStatement *statement, const BayanActs *acts, const GArray *verdicts);

gboolean bayan_act_item_says_same (BayanActItem *self, BayanActItem *other);
void bayan_act_item_take_status (BayanActItem *self, BayanActItem *other);

G_END_DECLS
