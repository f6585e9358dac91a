/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `relation`. Only edits write in it. A row is there as long as both of its mentions are, rejected or not. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_relation_table_add (BayanStore *store, const BayanRelation *relation, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_relation_table_remove (BayanStore *store, const BayanRelation *relation, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_relation_table_hand_over (BayanStore *store, gint64 from, gint64 to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_relation_table_find (BayanStore *store, gint64 mention, gboolean *any, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_relation_table_delete_of (BayanStore *store, gint64 mention, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_relation_table_delete_of_entity (BayanStore *store, guint32 entity, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_relation_table_delete_all (BayanStore *store, gint64 statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_relation_table_load (BayanStore *store, gint64 statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_relation_table_tell (BayanStore *store, gint64 statement, gint64 source, gint64 target, gint64 kind, gboolean stands,
                                BayanLibraryChange *change);

G_END_DECLS
