/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-act-item.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

GPtrArray *bayan_act_item_list (const BayanStatement *statement, const BayanActs *acts);

G_END_DECLS
