/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `removed_region`: what cleaning left out, in the order of the raw bytes. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_removed_region_table_insert (BayanStore *store,
                                            gint64 statement,
                                            const GPtrArray *regions,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_removed_region_table_replace (BayanStore *store,
                                             gint64 statement,
                                             const GPtrArray *regions,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_removed_region_table_load (BayanStore *store,
                                          gint64 statement,
                                          GPtrArray *regions,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
