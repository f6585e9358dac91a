/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `mention`. */
#pragma once

#include "bayan-library.h"
#include "bayan-store.h"

G_BEGIN_DECLS

/* Columns of the table by their place in it, as a changeset counts them. */
enum
{
  BAYAN_MENTION_COLUMN_ID,
  BAYAN_MENTION_COLUMN_STATEMENT,
  BAYAN_MENTION_COLUMN_START,
  BAYAN_MENTION_COLUMN_END,
  BAYAN_MENTION_COLUMN_TYPE,
  BAYAN_MENTION_COLUMN_STATUS,
  BAYAN_MENTION_COLUMN_LAYER,
  BAYAN_MENTION_COLUMN_RULE,
  BAYAN_MENTION_COLUMN_ENTITY,
};

gboolean bayan_mention_table_update (BayanStore *store,
                                     const BayanMention *mention,
                                     guint32 entity,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_mention_table_delete (BayanStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_mention_table_delete_all (BayanStore *store,
                                         gint64 statement,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

BayanPlacedMention *bayan_mention_table_read (BayanStore *store, gint64 id, GError **error);
GPtrArray *bayan_mention_table_load (BayanStore *store, gint64 statement, GError **error);
gboolean bayan_mention_table_tally (BayanStore *store, gint64 id, BayanTally *tally, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_mention_table_tally_statement (BayanStore *store,
                                              gint64 statement,
                                              GArray *tallies,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
bayan_mention_table_tally_all (BayanStore *store, GArray *tallies, GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint32 bayan_mention_table_find_entity (BayanStore *store,
                                         gint64 statement,
                                         const BayanMention *mention,
                                         BayanLibraryChange *change,
                                         GError **error);
BayanMentionType bayan_mention_table_get_type_of (BayanStore *store, const BayanMention *mention, guint32 entity);
gboolean bayan_mention_table_move (BayanStore *store,
                                   guint32 from,
                                   guint32 into,
                                   BayanMentionType before,
                                   BayanMentionType now,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
