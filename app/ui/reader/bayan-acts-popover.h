/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the statement does: who says, pledges and takes part in what; from each line a way to its place in the text. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ACTS_POPOVER (bayan_acts_popover_get_type ())
G_DECLARE_FINAL_TYPE (BayanActsPopover, bayan_acts_popover, BAYAN, ACTS_POPOVER, GtkPopover)

void bayan_acts_popover_show (BayanActsPopover *self, BayanDesk *desk); /* the desk's reading */
void bayan_acts_popover_prepare (BayanActsPopover *self);               /* before it pops up */

G_END_DECLS
