/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: statements, reader over map, entities, and what is around them.
 *
 * Its actions (group "win") are made in bayan-window-actions.c. Other parts of the window use show-mention
 * (x: a mention's id), show-place (xx: a statement's and a mention's id), show-person (s: a key), filter-entity (s: a key, "" for none) and filter-country (s: ISO 3166-1 alpha-3, ""
 * for none). The action "status" holds what was last said to the analyst, for tests.
 */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_WINDOW (bayan_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanWindow, bayan_window, BAYAN, WINDOW, AdwApplicationWindow)

GtkWidget *
bayan_window_new (AdwApplication *application, BayanDesk *desk, GSettings *settings, const char *samples);
void bayan_window_say (BayanWindow *self, const char *sentence);

G_END_DECLS
