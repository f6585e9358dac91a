/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-journal-table.h"

#include "bayan-library.h"

void
bayan_journal_entry_clear (BayanJournalEntry *self)
{
  g_clear_pointer (&self->changeset, g_bytes_unref);
}

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * bayan_journal_table_forget_undone:
 *
 * A new act begins: what was undone before it can never be done again.
 */
gboolean
bayan_journal_table_forget_undone (BayanStore *store, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, "DELETE FROM journal WHERE undone = 1",
                                                error);

  return query != NULL && bayan_database_run (store->database, query, error);
}

/**
 * bayan_journal_table_add_edit:
 * @changeset: of the session that watched the edit
 */
gboolean
bayan_journal_table_add_edit (BayanStore *store, const char *act, const char *subject, GBytes *changeset,
                              GError **error)
{
  sqlite3_stmt *query;

  if (!bayan_journal_table_forget_undone (store, error))
    return FALSE;
  query = bayan_database_prepare (
      store->database, "INSERT INTO journal (act, subject, done_at, changeset) VALUES (?, ?, ?, ?)", error);
  if (query == NULL)
    return FALSE;
  bayan_query_bind_text (query, 1, act);
  bayan_query_bind_text (query, 2, subject);
  sqlite3_bind_int64 (query, 3, now ());
  bayan_query_bind_bytes (query, 4, changeset);
  return bayan_database_run (store->database, query, error);
}

static gboolean
has_entry (BayanStore *store, gint64 import_id, gboolean *has, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database,
                                                "SELECT n_statements > 0 FROM import WHERE id = ?", error);
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, import_id);
  step = bayan_database_step (store->database, query, error);
  *has = step == BAYAN_STEP_ROW && sqlite3_column_int (query, 0) != 0;
  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  return step != BAYAN_STEP_ERROR;
}

/**
 * bayan_journal_table_add_import:
 *
 * Notes an import that is about to bring its first statement; does nothing for later ones.
 */
gboolean
bayan_journal_table_add_import (BayanStore *store, gint64 import_id, GError **error)
{
  sqlite3_stmt *query;
  gboolean has;

  if (!has_entry (store, import_id, &has, error))
    return FALSE;
  if (has)
    return TRUE;
  if (!bayan_journal_table_forget_undone (store, error))
    return FALSE;
  query = bayan_database_prepare (
      store->database, "INSERT INTO journal (act, subject, done_at, import) VALUES ('import', '', ?, ?)",
      error);
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, now ());
  sqlite3_bind_int64 (query, 2, import_id);
  return bayan_database_run (store->database, query, error);
}

/* What undo takes next is the newest act that stands; what redo takes, the oldest that does not. */
static sqlite3_stmt *
prepare_find (BayanStore *store, gboolean undone, GError **error)
{
  return undone ? bayan_database_prepare (
             store->database,
             "SELECT id, import, changeset FROM journal WHERE undone = 1 ORDER BY id LIMIT 1", error)
                : bayan_database_prepare (
                    store->database,
                    "SELECT id, import, changeset FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1",
                    error);
}

/**
 * bayan_journal_table_find:
 * @undone: TRUE for what can be redone, FALSE for what can be undone
 * @entry: (out): the next one; its id is 0 where there is none
 */
gboolean
bayan_journal_table_find (BayanStore *store, gboolean undone, BayanJournalEntry *entry, GError **error)
{
  sqlite3_stmt *query = prepare_find (store, undone, error);
  BayanStep step = query != NULL ? bayan_database_step (store->database, query, error) : BAYAN_STEP_ERROR;

  if (step != BAYAN_STEP_ROW)
    return step == BAYAN_STEP_DONE;
  entry->id = sqlite3_column_int64 (query, 0);
  entry->import_id = sqlite3_column_int64 (query, 1);
  if (sqlite3_column_type (query, 2) != SQLITE_NULL)
    entry->changeset = bayan_query_dup_bytes (query, 2);
  sqlite3_reset (query);
  return TRUE;
}

gboolean
bayan_journal_table_set_undone (BayanStore *store, gint64 id, gboolean undone, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, "UPDATE journal SET undone = ? WHERE id = ?",
                                                error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, undone);
  sqlite3_bind_int64 (query, 2, id);
  return bayan_database_run (store->database, query, error);
}

/* What the act did is more now. */
gboolean
bayan_journal_table_set_changeset (BayanStore *store, gint64 id, GBytes *changeset, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database,
                                                "UPDATE journal SET changeset = ? WHERE id = ?", error);

  if (query == NULL)
    return FALSE;
  bayan_query_bind_bytes (query, 1, changeset);
  sqlite3_bind_int64 (query, 2, id);
  return bayan_database_run (store->database, query, error);
}

static gboolean
read_label (BayanStore *store, sqlite3_stmt *query, BayanActLabel **label, GError **error)
{
  BayanStep step = query != NULL ? bayan_database_step (store->database, query, error) : BAYAN_STEP_ERROR;

  if (step != BAYAN_STEP_ROW)
    return step == BAYAN_STEP_DONE;
  *label = g_new (BayanActLabel, 1);
  (*label)->id = sqlite3_column_int64 (query, 0);
  (*label)->act = g_strdup (bayan_query_get_text (query, 1));
  (*label)->subject = g_strdup (bayan_query_get_text (query, 2));
  sqlite3_reset (query);
  return TRUE;
}

/**
 * bayan_journal_table_read_labels:
 * @undo: (out) (nullable): what undo would take back now
 * @redo: (out) (nullable): what redo would do again now
 */
gboolean
bayan_journal_table_read_labels (BayanStore *store, BayanActLabel **undo, BayanActLabel **redo,
                                 GError **error)
{
  static const char *const UNDO =
      "SELECT journal.id, act, coalesce (n_statements, subject) FROM journal"
      " LEFT JOIN import ON import.id = import WHERE undone = 0 ORDER BY journal.id DESC LIMIT 1";
  static const char *const REDO =
      "SELECT journal.id, act, coalesce (n_statements, subject) FROM journal"
      " LEFT JOIN import ON import.id = import WHERE undone = 1 ORDER BY journal.id LIMIT 1";

  return read_label (store, bayan_database_prepare (store->database, UNDO, error), undo, error)
         && read_label (store, bayan_database_prepare (store->database, REDO, error), redo, error);
}

/**
 * bayan_import_table_insert:
 *
 * Returns: the number of a new import, or 0 on error
 */
gint64
bayan_import_table_insert (BayanStore *store, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, "INSERT INTO import (started_at) VALUES (?)",
                                                error);

  if (query == NULL)
    return 0;
  sqlite3_bind_int64 (query, 1, now ());
  return bayan_database_run (store->database, query, error)
             ? sqlite3_last_insert_rowid (bayan_database_get_handle (store->database))
             : 0;
}

gboolean
bayan_import_table_get_state (BayanStore *store, gint64 id, BayanImportState *state, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, "SELECT hidden FROM import WHERE id = ?",
                                                error);
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  step = bayan_database_step (store->database, query, error);
  *state = BAYAN_IMPORT_STATE_NONE;
  if (step == BAYAN_STEP_ROW)
    {
      *state = sqlite3_column_int (query, 0) != 0 ? BAYAN_IMPORT_STATE_UNDONE : BAYAN_IMPORT_STATE_OPEN;
      sqlite3_reset (query);
    }
  return step != BAYAN_STEP_ERROR;
}

gboolean
bayan_import_table_add_statements (BayanStore *store, gint64 id, guint n_statements, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "UPDATE import SET n_statements = n_statements + ? WHERE id = ?", error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, n_statements);
  sqlite3_bind_int64 (query, 2, id);
  return bayan_database_run (store->database, query, error);
}

gboolean
bayan_import_table_set_hidden (BayanStore *store, gint64 id, gboolean hidden, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, "UPDATE import SET hidden = ? WHERE id = ?",
                                                error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, hidden);
  sqlite3_bind_int64 (query, 2, id);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_import_table_find_abandoned:
 * @statements: (element-type gint64): where to add some statements of imports that were undone and that no
 * redo can bring back; none when there are no more
 */
gboolean
bayan_import_table_find_abandoned (BayanStore *store, GArray *statements, GError **error)
{
  /* CROSS: from the imports, of which there are few, to their statements and not the other way. */
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "SELECT statement.id FROM import CROSS JOIN statement ON import = import.id"
      " WHERE hidden AND import.id NOT IN"
      " (SELECT import FROM journal WHERE undone = 1 AND import IS NOT NULL) LIMIT 20",
      error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);
      g_array_append_val (statements, id);
    }
  return step == BAYAN_STEP_DONE;
}
