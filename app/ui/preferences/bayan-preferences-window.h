/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst may have otherwise: language, style, how texts look, what stands around them, and the keys. All of it is
 * kept in the settings and holds at once. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_PREFERENCES_WINDOW (bayan_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanPreferencesWindow, bayan_preferences_window, BAYAN, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWidget *bayan_preferences_window_new (GtkWindow *parent, GSettings *settings, BayanDesk *desk);

G_END_DECLS
