/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that shows its top goes on showing it when lines come in above. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bayan_list_top_keep (GtkListView *list);

G_END_DECLS
