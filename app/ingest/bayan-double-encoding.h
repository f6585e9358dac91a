/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 that was taken for another set and encoded again: "Ø¨ÙŠØ§Ù†" for "بيان". Private to the room. */
#pragma once

#include "bayan-decoder.h"

G_BEGIN_DECLS

gboolean bayan_double_encoding_find (BayanCharset *charset, const guint8 *raw, gsize size,
                                     GCancellable *cancellable);
void bayan_double_encoding_find_parts (const char *text, gsize length, GPtrArray *doubts);

G_END_DECLS
