/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder that the library watches: which one, and whether it does. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_WATCH_WINDOW (bayan_watch_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanWatchWindow, bayan_watch_window, BAYAN, WATCH_WINDOW, AdwWindow)

GtkWidget *bayan_watch_window_new (GtkWindow *parent, BayanWatch *watch);

G_END_DECLS
