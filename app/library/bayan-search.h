/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching a library: what the analyst types becomes a query of quoted words, the answer comes newest first.
 */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

BayanSearch *bayan_search_new (BayanDatabase *database);
void bayan_search_free (BayanSearch *self);
void bayan_search_forget_order (BayanSearch *self);
GArray *bayan_search_run (BayanSearch *self, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GArray *bayan_search_run_phrase (BayanSearch *self, const char *words, GError **error) G_GNUC_WARN_UNUSED_RESULT;

char *bayan_search_build_query (const char *typed);

G_END_DECLS
