/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An end of the selection, or of the current mention, moved by a word; two mentions joined. The ends are those on the
 * screen: a key on the left moves the end on the left, which in Arabic is where the words end. */
#pragma once

#include "bayan-reader-pane.h"

G_BEGIN_DECLS

void bayan_span_actions_install (GtkWidgetClass *klass);
void bayan_span_actions_take_mentions (BayanReaderPane *pane);
void bayan_span_actions_forget (BayanReaderPane *pane);

G_END_DECLS
