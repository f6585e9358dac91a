/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All acts of the analyst, newest first: undone back to one of them and done again, and where each was done. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_HISTORY_WINDOW (bayan_history_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanHistoryWindow, bayan_history_window, BAYAN, HISTORY_WINDOW, AdwWindow)

GtkWidget *bayan_history_window_new (GtkWindow *parent, BayanDesk *desk);

G_END_DECLS
