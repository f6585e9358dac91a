/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the modules of this room refuse a source. Private to the room. */
#pragma once

#include "bayan-ingest.h"

G_BEGIN_DECLS

gboolean bayan_ingest_refuse (GError **error, BayanIngestError code, guint64 byte, const char *found,
                              const char *format, ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
