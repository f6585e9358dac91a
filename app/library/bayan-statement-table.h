/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables `statement` and `body`, and through those beside them a statement, whole. */
#pragma once

#include "bayan-library.h"
#include "bayan-prepared.h"
#include "bayan-store.h"

G_BEGIN_DECLS

/* SQL: the numbers of the statements that are to be seen: not those of an import that was undone, which go for good when an
 * act makes that it cannot come back. */
#define BAYAN_SEEN_STATEMENTS "(SELECT statement.id FROM statement JOIN import ON import.id = import WHERE NOT hidden)"

typedef struct
{
  gint64 id; /* 0 for none */
  gboolean hidden;
} BayanFoundStatement;

gboolean bayan_statement_table_find (BayanStore *store,
                                     const char *sha256,
                                     BayanFoundStatement *found,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_statement_table_find_all (BayanStore *store, const GPtrArray *sha256, GError **error);
gint64 bayan_statement_table_insert (BayanStore *store,
                                     gint64 import_id,
                                     gint64 imported_at,
                                     const BayanStatement *statement,
                                     const BayanPrepared *prepared,
                                     GError **error);
gboolean bayan_statement_table_replace_text (BayanStore *store,
                                             gint64 id,
                                             const BayanStatement *statement,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_statement_table_replace_details (BayanStore *store,
                                                gint64 id,
                                                const BayanStatement *statement,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
bayan_statement_table_delete (BayanStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

BayanStatement *bayan_statement_table_load (BayanStore *store, gint64 id, GError **error);
gboolean
bayan_statement_table_is_visible (BayanStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_statement_table_check (BayanStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
