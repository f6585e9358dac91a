/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in the reader, as actions of the pane, and the keys for it. */
#pragma once

#include "bayan-reader-pane.h"

G_BEGIN_DECLS

void bayan_reader_actions_install (GtkWidgetClass *klass);
guint bayan_reader_actions_get_latin_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
                                          GdkModifierType state);
void bayan_reader_actions_add_keys (BayanReaderPane *pane, GtkWidget *widget);

G_END_DECLS
