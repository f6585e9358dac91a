/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the entity sidebar, or of the map's ranking. */
#pragma once

#include <glib-object.h>

#include "bayan-entity.h"
#include "bayan-own-entity.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITY_ITEM (bayan_entity_item_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntityItem, bayan_entity_item, BAYAN, ENTITY_ITEM, GObject)

const BayanEntity *bayan_entity_item_get_entity (BayanEntityItem *self);
const BayanOwnEntity *bayan_entity_item_get_own (BayanEntityItem *self); /* what the analyst says of it; nullable */
const char *bayan_entity_item_get_key (BayanEntityItem *self);
gboolean bayan_entity_item_get_colour (BayanEntityItem *self, guint32 *colour); /* 0xRRGGBB; FALSE where it is its type's */
BayanMentionType bayan_entity_item_get_mention_type (BayanEntityItem *self); /* of its mentions */
guint bayan_entity_item_get_count (BayanEntityItem *self);        /* property "count": mentions in scope, not rejected */
guint bayan_entity_item_get_n_confirmed (BayanEntityItem *self);  /* property "n-confirmed" */

G_END_DECLS
