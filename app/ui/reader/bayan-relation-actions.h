/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations between mentions. One is made in two steps: from the current mention (reader.relate) to another one, which the
 * keys for the next and the previous one go to, or a click; then a digit, or a click, says what the one is to the other.
 * Escape leaves. Those that there are, are changed by what the popover of a mention offers. */
#pragma once

#include "bayan-reader-pane.h"

G_BEGIN_DECLS

void bayan_relation_actions_install (GtkWidgetClass *klass);
gboolean bayan_relation_actions_are_relating (BayanReaderPane *pane);
gboolean bayan_relation_actions_fit (BayanReaderPane *pane, gint64 mention);
gboolean bayan_relation_actions_press (BayanReaderPane *pane, guint keyval, GdkModifierType state);
void bayan_relation_actions_update (BayanReaderPane *pane);
void bayan_relation_actions_stop (BayanReaderPane *pane);

G_END_DECLS
