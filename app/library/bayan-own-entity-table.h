/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `own_entity`: what the analyst says of entities. All of it is in memory while a library is open, in the table
 * of the entities. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_own_entity_table_load (BayanDatabase *database,
                                      BayanWordTable *words,
                                      GHashTable *owns,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_own_entity_table_set (BayanStore *store,
                                     const char *key,
                                     const BayanOwnEntity *own,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_own_entity_table_read (BayanStore *store,
                                      guint32 number,
                                      BayanLibraryChange *change,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
