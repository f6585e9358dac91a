/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All notes, to be found again. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_NOTES_WINDOW (bayan_notes_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanNotesWindow, bayan_notes_window, BAYAN, NOTES_WINDOW, AdwWindow)

GtkWidget *bayan_notes_window_new (GtkWindow *parent, BayanDesk *desk);

G_END_DECLS
