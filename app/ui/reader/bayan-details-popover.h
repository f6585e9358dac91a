/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a statement says of itself, to be read and changed field by field. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_DETAILS_POPOVER (bayan_details_popover_get_type ())
G_DECLARE_FINAL_TYPE (BayanDetailsPopover, bayan_details_popover, BAYAN, DETAILS_POPOVER, GtkPopover)

void bayan_details_popover_show (BayanDetailsPopover *self, BayanDesk *desk); /* the desk's reading */
void bayan_details_popover_prepare (BayanDetailsPopover *self); /* before it pops up */

G_END_DECLS
