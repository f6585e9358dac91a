/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Character sets by the names that people know. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bayan_charset_words (const char *charset);

G_END_DECLS
