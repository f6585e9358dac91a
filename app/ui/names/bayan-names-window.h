/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that this library knows beside the tables: those that the analyst put on his list, and those that his decisions
 * taught. To be looked through, added to, changed, taken from elsewhere and written out. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_NAMES_WINDOW (bayan_names_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanNamesWindow, bayan_names_window, BAYAN, NAMES_WINDOW, AdwWindow)

GtkWidget *bayan_names_window_new (GtkWindow *parent, BayanDesk *desk);

G_END_DECLS
