/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as its worker thread sees it: the connection and what is kept in memory beside it. All calls
 * wait; each that changes something is one transaction and, where @change is given, says what it changed. */
#pragma once

#include "bayan-change.h"
#include "bayan-database.h"
#include "bayan-library.h"
#include "bayan-tokenizer.h"

G_BEGIN_DECLS

typedef struct _BayanWordTable BayanWordTable;
typedef struct _BayanEntityTable BayanEntityTable;
typedef struct _BayanSearch BayanSearch;

typedef struct
{
  BayanDatabase *database;
  BayanWordTable *words;
  BayanEntityTable *entities;
  BayanSearch *search;
  BayanTokenOffer *offer; /* not owned */
  GPtrArray *groups; /* nullable: of BayanStatementGroup, by id: what was last reported */
  int n_changes_merged; /* rows changed through the connection when the index had nothing left to merge */
} BayanStore;

BayanStore *bayan_store_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_store_close (BayanStore *self);

gboolean bayan_store_begin (BayanStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_store_commit (BayanStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_store_rollback (BayanStore *self);

BayanLibraryIndex *bayan_store_load_outline (BayanStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanLibraryIndex *bayan_store_load_index (BayanStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanOpenStatement *
bayan_store_load_statement (BayanStore *self, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 bayan_store_begin_import (BayanStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_store_import (BayanStore *self,
                            gint64 import_id,
                            GPtrArray *items,
                            BayanLibraryChange *change,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_store_propose_groups (BayanStore *self,
                                     const GPtrArray *groups,
                                     BayanLibraryChange *change,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_store_set_detail (BayanStore *self,
                                 gint64 statement,
                                 const BayanDetail *detail,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_store_clear_detail (BayanStore *self,
                                   gint64 statement,
                                   BayanDetailField field,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_store_apply (BayanStore *self,
                            const BayanEdit *edit,
                            BayanLibraryChange *change,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_store_extend (BayanStore *self,
                             const BayanEdit *edit,
                             BayanLibraryChange *change,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
bayan_store_undo (BayanStore *self, BayanLibraryChange *change, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
bayan_store_redo (BayanStore *self, BayanLibraryChange *change, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_store_check (BayanStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_store_tidy (BayanStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_store_merge_index (BayanStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanStore, bayan_store_close)

G_END_DECLS
