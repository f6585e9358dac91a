/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much bytes look like text if read with a single-byte table. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Arabic prose reaches about 0.9 with the right table and below 0.3 with a wrong one; noise stays below 0.2.
 */
#define BAYAN_CHARSET_SCORE_ENOUGH 0.5

double bayan_charset_score_arabic (const gunichar *table, const guint8 *raw, gsize size);
gboolean bayan_charset_is_defined (const gunichar *table, const guint8 *raw, gsize size);
gboolean bayan_charset_is_turkish (const guint8 *raw, gsize size);
gboolean bayan_charset_looks_latin (const gunichar *table, const guint8 *raw, gsize size);

G_END_DECLS
