/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entity selected in the sidebar: its names, a walk through its mentions, and a filter of the statements
 * by it. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITY_CARD (bayan_entity_card_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntityCard, bayan_entity_card, BAYAN, ENTITY_CARD, AdwBin)

void bayan_entity_card_set_desk (BayanEntityCard *self, BayanDesk *desk);
void bayan_entity_card_set_entity (BayanEntityCard *self, const char *entity_key);
const char *bayan_entity_card_get_entity (BayanEntityCard *self);
void bayan_entity_card_refresh (BayanEntityCard *self);
gboolean bayan_entity_card_step (BayanEntityCard *self, int by);

G_END_DECLS
