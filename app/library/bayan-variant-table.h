/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `own_variant`: words that name another entity than their key says. They are in memory while a library is open,
 * in the table of the entities. Also the words of mentions, of which there is no table. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_variant_table_load (BayanDatabase *database,
                                   BayanEntityTable *entities,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_variant_table_split (BayanStore *store,
                                    const char *from,
                                    const char *const *words,
                                    const BayanEntity *entity,
                                    BayanLibraryChange *change,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *bayan_variant_table_read_words (BayanStore *store, gint64 statement, BayanCleanSpan span, GError **error);
GPtrArray *bayan_variant_table_list (BayanStore *store, const char *key, GError **error);

G_END_DECLS
