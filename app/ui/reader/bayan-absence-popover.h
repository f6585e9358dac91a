/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why nothing, or nothing of a type, is suggested for some words, and what to do about it: label them, or put them on the list
 * of names. Its buttons activate actions of the reader and the window. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ABSENCE_POPOVER (bayan_absence_popover_get_type ())
G_DECLARE_FINAL_TYPE (BayanAbsencePopover, bayan_absence_popover, BAYAN, ABSENCE_POPOVER, GtkPopover)

BayanAbsencePopover *bayan_absence_popover_new (void);
void bayan_absence_popover_ask (BayanAbsencePopover *self, BayanDesk *desk, BayanCleanSpan span);

G_END_DECLS
