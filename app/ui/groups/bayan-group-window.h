/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of statements that tell the same, one after the other: which came first, what each adds, and whether they are
 * the same. Beside the main window, where a statement of the group can be read meanwhile. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_GROUP_WINDOW (bayan_group_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanGroupWindow, bayan_group_window, BAYAN, GROUP_WINDOW, AdwWindow)

GtkWidget *bayan_group_window_new (GtkWindow *parent, BayanDesk *desk, gint64 group);

G_END_DECLS
