/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The orders that the statement list can have. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkSorter *bayan_statement_sorter_new (const char *order);

G_END_DECLS
