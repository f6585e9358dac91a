/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words looked for in the statement that is open: the pane's side of the find bar. */
#pragma once

#include "bayan-reader-pane.h"

G_BEGIN_DECLS

void bayan_reader_find_install (GtkWidgetClass *klass);
void bayan_reader_find_connect (BayanReaderPane *pane);
void bayan_reader_find_renew (BayanReaderPane *pane);

G_END_DECLS
