/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what is exported, in which format and where to, and shows how far it is.
 *
 * Signal: exported (GFile *) – what is there now; the window closes then. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_EXPORT_WINDOW (bayan_export_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanExportWindow, bayan_export_window, BAYAN, EXPORT_WINDOW, AdwWindow)

GtkWidget *bayan_export_window_new (GtkWindow *parent, BayanDesk *desk);

G_END_DECLS
