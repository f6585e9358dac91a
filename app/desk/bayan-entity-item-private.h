/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-entity-item.h"
#include "bayan-tallies.h"

G_BEGIN_DECLS

BayanEntityItem *bayan_entity_item_new (const BayanEntity *entity, guint32 number);
void bayan_entity_item_set_entity (BayanEntityItem *self, const BayanEntity *entity);
void bayan_entity_item_set_own (BayanEntityItem *self, const BayanOwnEntity *own);
void bayan_entity_item_set_colour (BayanEntityItem *self, guint32 colour);
void bayan_entity_item_set_count (BayanEntityItem *self, BayanCount count);
/* In the library; 0 for a line of the map's ranking. */
guint32 bayan_entity_item_get_number (BayanEntityItem *self);
int bayan_entity_item_compare (BayanEntityItem *a, BayanEntityItem *b);

G_END_DECLS
