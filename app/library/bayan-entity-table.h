/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `entity`: what mentions name, with names and place. A dictionary: it grows, undo takes nothing
 * out of it. Keys and numbers are in memory while a library is open, and what the analyst says: which entities he calls the
 * same as another (whoever asks for one of those by key gets the other), and what else he says of each. */
#pragma once

#include "bayan-database.h"
#include "bayan-entity.h"
#include "bayan-library.h"
#include "bayan-store.h"

G_BEGIN_DECLS

BayanEntityTable *bayan_entity_table_new (BayanDatabase *database, BayanWordTable *words);
void bayan_entity_table_free (BayanEntityTable *self);
gboolean bayan_entity_table_load (BayanEntityTable *self,
                                  GPtrArray *entities,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

guint32 bayan_entity_table_intern (BayanEntityTable *self,
                                   const BayanEntity *entity,
                                   BayanLibraryChange *change,
                                   GError **error);
gboolean bayan_entity_table_rename (BayanEntityTable *self,
                                    const BayanEntity *entity,
                                    BayanLibraryChange *change,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_entity_table_tell (BayanEntityTable *self, guint32 number, BayanLibraryChange *change, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
guint32 bayan_entity_table_find (BayanEntityTable *self, const char *key);
guint32 bayan_entity_table_follow (BayanEntityTable *self, guint32 number);
void bayan_entity_table_set_target (BayanEntityTable *self, guint32 number, guint32 target);
const BayanOwnEntity *bayan_entity_table_get_own (BayanEntityTable *self, guint32 number);
void bayan_entity_table_set_own (BayanEntityTable *self, guint32 number, const BayanOwnEntity *own);
BayanMentionType bayan_entity_table_get_type_of (BayanEntityTable *self, guint32 number);
BayanMentionType
bayan_entity_table_map_type (BayanEntityTable *self, const char *key, BayanMentionType type, guint32 number);
void bayan_entity_table_forget_variants (BayanEntityTable *self);
void bayan_entity_table_set_variant (BayanEntityTable *self, guint32 number, const char *words, guint32 target);
gboolean bayan_entity_table_asks_words (BayanEntityTable *self, const char *key);
guint32 bayan_entity_table_find_variant (BayanEntityTable *self, const char *key, const char *words);
void bayan_entity_table_part (BayanEntityTable *self, guint32 one, guint32 other);
void bayan_entity_table_read_names (sqlite3_stmt *query, int column, BayanEntity *entity);
const char *bayan_entity_table_get_key (BayanEntityTable *self, gint64 number);

G_END_DECLS
