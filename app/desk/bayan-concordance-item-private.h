/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-concordance-item.h"
#include "bayan-library.h"

G_BEGIN_DECLS

BayanConcordanceItem *bayan_concordance_item_new (BayanStatementItem *statement, BayanOccurrence *occurrence, guint number);
const BayanOccurrence *bayan_concordance_item_get_occurrence (BayanConcordanceItem *self);

G_END_DECLS
