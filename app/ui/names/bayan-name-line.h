/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a list of names: the colour of its type, the name, its other spellings, and below it what else is said. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-own-name.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_NAME_LINE (bayan_name_line_get_type ())
G_DECLARE_FINAL_TYPE (BayanNameLine, bayan_name_line, BAYAN, NAME_LINE, GtkBox)

GtkWidget *bayan_name_line_new (void);
void bayan_name_line_show (BayanNameLine *self, const BayanOwnName *name, const char *below);
void bayan_name_line_show_problem (BayanNameLine *self, const char *words, const char *problem);
void bayan_name_line_add_button (BayanNameLine *self, GtkWidget *button);

G_END_DECLS
