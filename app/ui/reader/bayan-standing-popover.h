/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the work on the statement is, and its tags: to be seen and to be changed. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_STANDING_POPOVER (bayan_standing_popover_get_type ())
G_DECLARE_FINAL_TYPE (BayanStandingPopover, bayan_standing_popover, BAYAN, STANDING_POPOVER, GtkPopover)

void bayan_standing_popover_show (BayanStandingPopover *self, BayanDesk *desk, BayanStatementItem *item);

G_END_DECLS
