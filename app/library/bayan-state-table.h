/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `state`: where the analyst was. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_state_table_set (BayanStore *store, const char *key, const char *value, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GHashTable *bayan_state_table_load (BayanStore *store, GError **error);

G_END_DECLS
