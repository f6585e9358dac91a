/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `own_name`: the analyst's own list. Only edits write in it. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_name_table_set (BayanStore *store, const BayanOwnName *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_name_table_remove (BayanStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_name_table_load (BayanStore *store, GPtrArray *names, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_name_table_read (BayanStore *store, gint64 id, BayanLibraryChange *change, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
