/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entity sidebar at the end of the window: who and what is named, how often, and a walk through the
 * mentions.
 *
 * Actions (group "entities"): scope (s: "statement" or "library"), next-mention, previous-mention, filter,
 * filter-country, person, unselect, menu. It moves the rest of the window by win.show-mention (x),
 * win.show-person (s), win.filter-entity (s) and win.filter-country (s).
 */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITIES_PANE (bayan_entities_pane_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntitiesPane, bayan_entities_pane, BAYAN, ENTITIES_PANE, AdwBin)

void bayan_entities_pane_focus_entry (BayanEntitiesPane *self);

G_END_DECLS
