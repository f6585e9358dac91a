/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raw bytes in a known character set → text with a map back to them. Private to the room. */
#pragma once

#include "bayan-charset.h"
#include "bayan-mapped-text.h"

G_BEGIN_DECLS

BayanMappedText *bayan_decoder_decode (const BayanCharset *charset, const guint8 *raw, gsize size,
                                       GCancellable *cancellable, GError **error);

G_END_DECLS
