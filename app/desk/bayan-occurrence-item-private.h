/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the desk does with such places. */
#pragma once

#include "bayan-library.h"
#include "bayan-occurrence-item.h"

G_BEGIN_DECLS

/* For the kinds that are made of it: once, when they are made */
void bayan_occurrence_item_set_place (BayanOccurrenceItem *self, BayanStatementItem *statement,
                                      BayanOccurrence *occurrence);
const BayanOccurrence *bayan_occurrence_item_get_occurrence (BayanOccurrenceItem *self);

/* @items: of BayanOccurrenceItem */
GPtrArray *bayan_occurrence_items_get_chosen (GListModel *items);
void bayan_occurrence_items_choose_all (GListModel *items, gboolean chosen);

G_END_DECLS
