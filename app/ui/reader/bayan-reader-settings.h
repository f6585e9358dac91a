/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader as the settings say, and zooming. */
#pragma once

#include "bayan-reader-pane.h"

G_BEGIN_DECLS

void bayan_reader_settings_install (GtkWidgetClass *klass);
void bayan_reader_settings_connect (BayanReaderPane *pane);

G_END_DECLS
