/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index `search`. It holds no text of its own: an entry is made from what `searchable` says now
 * and has to be taken out before that changes. */
#pragma once

#include "bayan-prepared.h"
#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_search_table_tune (BayanDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_search_table_merge (BayanStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_search_table_add (BayanStore *store,
                                 gint64 id,
                                 const BayanStatement *statement,
                                 const BayanPrepared *prepared,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
bayan_search_table_insert (BayanStore *store, gint64 statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
bayan_search_table_delete (BayanStore *store, gint64 statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_search_table_load_lengths (BayanStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
