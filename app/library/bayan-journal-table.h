/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables `journal` and `import`: what was done, in order, and how to take it back. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;         /* 0 for none */
  gint64 import_id;  /* 0 for an edit */
  GBytes *changeset; /* nullable: what the edit did */
} BayanJournalEntry;

void bayan_journal_entry_clear (BayanJournalEntry *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BayanJournalEntry, bayan_journal_entry_clear)

gboolean bayan_journal_table_forget_undone (BayanStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_journal_table_add_edit (BayanStore *store,
                                       const char *act,
                                       const char *subject,
                                       GBytes *changeset,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_journal_table_add_import (BayanStore *store,
                                         gint64 import_id,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_journal_table_find (BayanStore *store,
                                   gboolean undone,
                                   BayanJournalEntry *entry,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_journal_table_set_undone (BayanStore *store, gint64 id, gboolean undone, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_journal_table_set_changeset (BayanStore *store,
                                            gint64 id,
                                            GBytes *changeset,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_journal_table_read_labels (BayanStore *store,
                                          BayanActLabel **undo,
                                          BayanActLabel **redo,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  BAYAN_IMPORT_STATE_NONE, /* no such import, or one that can never come back */
  BAYAN_IMPORT_STATE_OPEN,
  BAYAN_IMPORT_STATE_UNDONE,
} BayanImportState;

gint64 bayan_import_table_insert (BayanStore *store, GError **error);
gboolean bayan_import_table_get_state (BayanStore *store, gint64 id, BayanImportState *state, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_import_table_add_statements (BayanStore *store, gint64 id, guint n_statements, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_import_table_set_hidden (BayanStore *store, gint64 id, gboolean hidden, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_import_table_find_abandoned (BayanStore *store,
                                            GArray *statements,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
