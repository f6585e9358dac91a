/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a source is, by what is in it and never by its name. The one place that knows. Private to the room. */
#pragma once

#include "bayan-ingest.h"
#include "bayan-kind.h"

G_BEGIN_DECLS

gboolean bayan_format_refuse_unread (GBytes *raw, BayanKind *kind, GError **error);
gboolean bayan_format_refuse_foreign (const guint8 *raw, gsize size, GError **error);
gboolean bayan_format_refuse_binary (const guint8 *raw, gsize size, GError **error);
BayanFormat bayan_format_of_text (const char *text, gsize length);

G_END_DECLS
