/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `act_verdict`: what the analyst says of what statements do. Only edits write in it. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_verdict_table_set (BayanStore *store, gint64 statement, const BayanActVerdict *verdict, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_verdict_table_load (BayanStore *store, gint64 statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_verdict_table_delete_all (BayanStore *store, gint64 statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_verdict_table_read (BayanStore *store, gint64 statement, gint64 kind, gint64 start, BayanLibraryChange *change,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
