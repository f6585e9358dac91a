/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mention in several parts. What is selected becomes a part of the current mention (reader.add-part), or where nothing is,
 * the mention is kept until something is: the caret goes on its way meanwhile. reader.take-part takes away the part that is
 * selected, or that the caret is in. Escape leaves. */
#pragma once

#include "bayan-reader-pane.h"

G_BEGIN_DECLS

void bayan_part_actions_install (GtkWidgetClass *klass);
gboolean bayan_part_actions_press (BayanReaderPane *pane, guint keyval);
void bayan_part_actions_update (BayanReaderPane *pane);
void bayan_part_actions_stop (BayanReaderPane *pane);

G_END_DECLS
