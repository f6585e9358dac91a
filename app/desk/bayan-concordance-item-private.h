/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-concordance-item.h"
#include "bayan-occurrence-item-private.h"

G_BEGIN_DECLS

BayanConcordanceItem *bayan_concordance_item_new (BayanStatementItem *statement, BayanOccurrence *occurrence, guint number);

G_END_DECLS
