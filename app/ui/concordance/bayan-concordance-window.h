/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concordance: all places of what is looked for below one another, with what stands beside it. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_CONCORDANCE_WINDOW (bayan_concordance_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanConcordanceWindow, bayan_concordance_window, BAYAN, CONCORDANCE_WINDOW, AdwWindow)

GtkWidget *bayan_concordance_window_new (GtkWindow *parent, BayanDesk *desk);
/* Lists the mentions that count for an area of the map, which is called @name. */
void bayan_concordance_window_show_area (BayanConcordanceWindow *self, const char *area_key, const char *name);
void bayan_concordance_window_look_for (BayanConcordanceWindow *self, const char *query);

G_END_DECLS
