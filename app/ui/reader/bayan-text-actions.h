/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to the text of a statement and to what it says of itself, as actions of the reader pane. */
#pragma once

#include "bayan-reader-pane.h"

G_BEGIN_DECLS

void bayan_text_actions_install (GtkWidgetClass *klass);
void bayan_text_actions_add_keys (BayanReaderPane *pane, GtkWidget *source_view);
void bayan_text_actions_connect_copy (BayanReaderPane *pane, GtkWidget *view);
gboolean bayan_text_actions_leave_out (BayanReaderPane *pane);

G_END_DECLS
