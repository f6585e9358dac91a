/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of a row of a list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bayan_row_menu_new (GtkWidget *pane, GMenuModel *menu);
void bayan_row_menu_open (GtkWidget *self, GtkWidget *row);

G_END_DECLS
