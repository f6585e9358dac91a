/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a list for what stands in a statement: names may hold anything, and are no markup. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bayan_plain_row_new (const char *title, const char *subtitle);
char *bayan_plain_row_count (guint n_mentions, guint n_statements);

G_END_DECLS
