/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From raw bytes to text: the character set, and what was damaged. Private to the room. */
#pragma once

#include "bayan-decoder.h"

G_BEGIN_DECLS

BayanMappedText *bayan_source_reading_read (GBytes *raw, const char *wanted, const char **charset,
                                            GPtrArray *doubts, GCancellable *cancellable, GError **error);

const char *bayan_source_reading_get_wanted (const char *charset, GBytes *extract);

G_END_DECLS
