/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence that shows for a while at the foot of a window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *bayan_toast_new (const char *sentence, const char *undo_action);
void bayan_toast_say (GtkWidget *widget, const char *sentence);

G_END_DECLS
