/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a text with some of its words in the middle, wherever they stand in it: below one another such lines show
 * what stands on either side of the same words. The whole line is shaped as one, so that no letter changes where the
 * words begin. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_CONTEXT_LINE (bayan_context_line_get_type ())
G_DECLARE_FINAL_TYPE (BayanContextLine, bayan_context_line, BAYAN, CONTEXT_LINE, GtkWidget)

GtkWidget *bayan_context_line_new (void);
void bayan_context_line_set_text (BayanContextLine *self, const char *before, const char *words, const char *after);

G_END_DECLS
