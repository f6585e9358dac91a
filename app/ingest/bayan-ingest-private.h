/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the room. */
#pragma once

#include "bayan-ingest.h"

G_BEGIN_DECLS

BayanStatement *bayan_ingest_read (const BayanSource *source, GBytes *raw, BayanSiteMemory *sites, gboolean learn,
                                   GCancellable *cancellable, GError **error);

G_END_DECLS
