/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manual, in the language of the interface. Not modal: it is read while one works. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_HELP_WINDOW (bayan_help_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanHelpWindow, bayan_help_window, BAYAN, HELP_WINDOW, AdwWindow)

GtkWidget *bayan_help_window_new (GtkWindow *parent, const char *folder);

G_END_DECLS
