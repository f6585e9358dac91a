/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums that are written with what they are of, so that a changed bit is noticed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 bayan_content_sum (gconstpointer data, gsize length_bytes);
gboolean bayan_content_set_damaged (GError **error, gint64 statement, const char *what);

G_END_DECLS
