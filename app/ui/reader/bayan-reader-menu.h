/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with selected words besides labelling them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *bayan_reader_menu_new (void);
GMenuModel *bayan_reader_menu_new_flat (void);

G_END_DECLS
