/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a spreadsheet would calculate with: a cell that begins with one of = + - @ (also full-width), a tab or a line end,
 * behind spaces or marks that are not seen. Such a cell is written with an apostrophe before it, and read without it:
 * one that begins with apostrophes itself gets one more, so that what is read is what was written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bayan_csv_needs_guard (const char *cell);
gboolean bayan_csv_is_guarded (const char *cell);

G_END_DECLS
