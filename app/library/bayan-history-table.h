/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal as people read it: what was done, and where. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

GPtrArray *bayan_history_table_load (BayanStore *store, guint n_max, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanActPlace *bayan_history_table_find_place (BayanStore *store, gint64 act, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
