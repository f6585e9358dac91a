/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mentions as a table, one a line. Offsets count code points of the clean text; what stands before and behind says where a
 * mention is even where the text is another one by then. */
#pragma once

#include "bayan-exporter.h"

G_BEGIN_DECLS

gboolean bayan_mentions_csv_write_head (GOutputStream *stream, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_mentions_csv_write (const BayanExportPiece *piece,
                                   const GPtrArray *mentions,
                                   GOutputStream *stream,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
