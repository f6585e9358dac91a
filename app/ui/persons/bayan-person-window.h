/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a person: names, offices, statements, and who may be the same. It stands beside the window, whose reader shows
 * what is opened from it. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_PERSON_WINDOW (bayan_person_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanPersonWindow, bayan_person_window, BAYAN, PERSON_WINDOW, AdwWindow)

GtkWidget *bayan_person_window_new (GtkWindow *parent, BayanDesk *desk);
void bayan_person_window_show_person (BayanPersonWindow *self, const char *person_key);

G_END_DECLS
