/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables `detail` and `doubt`. What the columns of `statement` say of title, dates and language is no row of
 * its own: a row is there where there is more to say. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_detail_table_insert (BayanStore *store, gint64 id, const BayanStatement *statement,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_detail_table_replace (BayanStore *store, gint64 id, const BayanStatement *statement,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_detail_table_delete_all (BayanStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_detail_table_load (BayanStore *store, gint64 id, BayanStatement *statement, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

gboolean bayan_doubt_table_insert (BayanStore *store, gint64 id, const GPtrArray *doubts, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_doubt_table_replace (BayanStore *store, gint64 id, const GPtrArray *doubts, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_doubt_table_load (BayanStore *store, gint64 id, BayanStatement *statement, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
