/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The faces that come with Bayan, for this program alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void bayan_fonts_add (void);
char **bayan_fonts_list_arabic (void);

G_END_DECLS
