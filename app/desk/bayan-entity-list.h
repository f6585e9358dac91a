/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities in the order of the sidebar as a list model of BayanEntityItem. An item stays the same object as long as
 * the library is open, so that a row that is on screen only repaints its number; a few items that changed are moved
 * one by one, many with a single splice. */
#pragma once

#include <gio/gio.h>

#include "bayan-entity-item-private.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITY_LIST (bayan_entity_list_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntityList, bayan_entity_list, BAYAN, ENTITY_LIST, GObject)

typedef struct {
  BayanEntityItem *item;
  BayanCount count;          /* as it is from now on; without mentions the item leaves the list */
  const BayanEntity *entity; /* nullable: other names that it has from now on */
} BayanEntityUpdate;

BayanEntityList *bayan_entity_list_new (void);
void bayan_entity_list_update (BayanEntityList *self, const BayanEntityUpdate *updates, guint n_updates);
void bayan_entity_list_clear (BayanEntityList *self);

G_END_DECLS
