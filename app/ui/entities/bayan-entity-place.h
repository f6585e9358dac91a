/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an entity's page that says where on the map it lies.
 *
 * Signals
 *   acted ()        the analyst says something of it: the desk is asked next
 *   asks-for-map () the place is to be shown by a click on the map */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITY_PLACE (bayan_entity_place_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntityPlace, bayan_entity_place, BAYAN, ENTITY_PLACE, AdwBin)

void bayan_entity_place_show (BayanEntityPlace *self, BayanDesk *desk, const char *entity_key, gboolean anyhow);

G_END_DECLS
