/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in the texts what a query looks for stands. Private to this room. */
#pragma once

#include "bayan-query.h"
#include "bayan-store.h"

G_BEGIN_DECLS

GPtrArray *bayan_line_search_run (BayanStore *store, const char *typed, guint n_max, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_line_search_run_mentions (BayanStore *store, const BayanMentionsWanted *wanted, guint n_max,
                                           GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
