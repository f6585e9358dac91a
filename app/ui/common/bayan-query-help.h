/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be typed into a search, and what was typed into it before: to be chosen from beside the entry. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_QUERY_HELP (bayan_query_help_get_type ())
G_DECLARE_FINAL_TYPE (BayanQueryHelp, bayan_query_help, BAYAN, QUERY_HELP, GtkPopover)

void bayan_query_help_attach (BayanQueryHelp *self, GtkEditable *entry, BayanDesk *desk);
void bayan_query_help_remember (BayanQueryHelp *self, const char *query);

G_END_DECLS
