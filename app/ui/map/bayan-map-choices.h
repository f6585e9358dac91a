/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map counts: the level of its areas, and the measure with the ways in which they may be named. The library
 * remembers it. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_MAP_CHOICES (bayan_map_choices_get_type ())
G_DECLARE_FINAL_TYPE (BayanMapChoices, bayan_map_choices, BAYAN, MAP_CHOICES, GtkWidget)

void bayan_map_choices_set_desk (BayanMapChoices *self, BayanDesk *desk);

G_END_DECLS
