/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `sketch`: what is compared to find statements that tell the same. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_sketch_table_insert (BayanStore *store, gint64 statement, GBytes *sketch, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_sketch_table_load (BayanStore *store, gint64 after, guint n_max, GError **error);

G_END_DECLS
