/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `entity_pair`: of which two entities the analyst says that they are one, or that they are not. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_pair_table_merge (BayanStore *store, const char *into, const char *from, GError **error);
gboolean bayan_pair_table_part (BayanStore *store, const char *one, const char *other, GError **error);
gboolean bayan_pair_table_load (BayanStore *store, GArray *pairs, GError **error);
gboolean bayan_pair_table_read (BayanStore *store, guint32 one, guint32 other, BayanLibraryChange *change, GError **error);

G_END_DECLS
