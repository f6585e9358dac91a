/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching a library: what the analyst types (bayan-query.h) becomes sets of statements, the answer comes newest first.
 */
#pragma once

#include "bayan-query.h"
#include "bayan-store.h"

G_BEGIN_DECLS

BayanSearch *bayan_search_new (BayanStore *store);
void bayan_search_free (BayanSearch *self);
void bayan_search_forget_order (BayanSearch *self);
void bayan_search_follow (BayanSearch *self, const BayanLibraryChange *change);
void bayan_search_set_acts_func (BayanSearch *self, BayanActsFunc func, gpointer data, GDestroyNotify destroy);
guint bayan_search_get_left (BayanSearch *self);
void bayan_search_set_first_hits (BayanSearch *self, guint n);
GArray *bayan_search_run (BayanSearch *self, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_search_run_phrase (BayanSearch *self, const char *words, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_search_parse (const char *typed, BayanQueryNode **query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_search_run_query (BayanSearch *self, const BayanQueryNode *query, gboolean all_hits, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
