/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Same Everywhere": the places at which the words of a mention stand in all statements, to be looked through and then
 * decided at once. */
#pragma once

#include <adwaita.h>

#include "bayan-same-list.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_SAME_WINDOW (bayan_same_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanSameWindow, bayan_same_window, BAYAN, SAME_WINDOW, AdwWindow)

GtkWidget *bayan_same_window_new (GtkWindow *parent, BayanSameList *list);

G_END_DECLS
