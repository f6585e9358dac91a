/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables `source`, `raw` and `extract`: what a statement was made from. */
#pragma once

#include "bayan-prepared.h"
#include "bayan-store.h"

G_BEGIN_DECLS

gint64 bayan_source_table_insert (BayanStore *store,
                                  const BayanStatement *statement,
                                  const BayanPrepared *prepared,
                                  GError **error);
gboolean bayan_source_table_set_charset (BayanStore *store, gint64 id, const char *charset, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_source_table_delete (BayanStore *store, gint64 source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_source_table_load (BayanStore *store, gint64 source, gint64 id, BayanStatement *statement,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
