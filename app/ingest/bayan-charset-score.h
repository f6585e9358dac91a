/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much bytes look like text if read with a single-byte table. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Arabic prose reaches 1 to 2 bits a letter with the right table and stays far below 0 with a wrong one. */
#define BAYAN_CHARSET_SCORE_ENOUGH 0.2

/* A word's edge, and the letters U+0621–063A and U+0641–064A. */
#define BAYAN_ARABIC_CLASSES 37

int bayan_arabic_bigram (guint before, guint letter);

double bayan_charset_score_arabic (const gunichar *table, const guint8 *raw, gsize size);
gboolean bayan_charset_is_defined (const gunichar *table, const guint8 *raw, gsize size);
gboolean bayan_charset_is_turkish (const guint8 *raw, gsize size);
gboolean bayan_charset_looks_latin (const gunichar *table, const guint8 *raw, gsize size);

G_END_DECLS
