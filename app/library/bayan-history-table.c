/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-history-table.h"

#include "bayan-changeset.h"
#include "bayan-mention-table.h"
#include "bayan-statement-table.h"

static BayanHistoryEntry *
read_entry (sqlite3_stmt *query)
{
  BayanHistoryEntry *entry = g_new (BayanHistoryEntry, 1);

  entry->id = sqlite3_column_int64 (query, 0);
  entry->act = g_strdup (bayan_query_get_text (query, 1));
  entry->subject = g_strdup (bayan_query_get_text (query, 2));
  entry->done_at = sqlite3_column_int64 (query, 3);
  entry->undone = sqlite3_column_int (query, 4) != 0;
  return entry;
}

/**
 * bayan_history_table_load:
 *
 * Returns: (transfer full) (nullable) (element-type BayanHistoryEntry): the newest acts, at most @n_max, newest first
 */
GPtrArray *
bayan_history_table_load (BayanStore *store, guint n_max, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_history_entry_free);
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "SELECT journal.id, act, coalesce (n_statements, subject), done_at, undone FROM journal"
      " LEFT JOIN import ON import.id = import ORDER BY journal.id DESC LIMIT ?",
      error);
  BayanStep step;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, n_max);
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    g_ptr_array_add (entries, read_entry (query));
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/* Places: what can be seen now. A mention or a statement that is not there, or not to be seen, is none. */

static gboolean
try_statement (BayanStore *store, gint64 statement, BayanActPlace *place)
{
  if (place->statement != 0 || statement == 0 || !bayan_statement_table_is_visible (store, statement, NULL))
    return place->statement != 0;
  place->statement = statement;
  return TRUE;
}

static gboolean
try_mention (BayanStore *store, gint64 mention, BayanActPlace *place)
{
  BayanPlacedMention *placed = bayan_mention_table_read (store, mention, NULL);

  if (placed == NULL)
    return FALSE;
  place->statement = placed->statement;
  place->mention = mention;
  bayan_placed_mention_free (placed);
  return TRUE;
}

/* The column that says which statement a row of @table is about; -1 where none does */
static int
statement_column (const char *table)
{
  static const struct {
    const char *table;
    int column;
  } COLUMNS[] = {
    { "statement", 0 }, { "body", 0 },        { "detail", 0 },
    { "doubt", 0 },     { "act_verdict", 0 }, { "decided_member", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    if (g_str_equal (COLUMNS[i].table, table))
      return COLUMNS[i].column;
  return -1;
}

static gint64
read_number (sqlite3_changeset_iter *row, int operation, int column)
{
  sqlite3_value *value = NULL;
  int result = operation == SQLITE_INSERT ? sqlite3changeset_new (row, column, &value)
                                          : sqlite3changeset_old (row, column, &value);

  return result == SQLITE_OK && value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* Returns: whether the best place there can be has been found */
static gboolean
read_row (BayanStore *store, sqlite3_changeset_iter *row, BayanActPlace *place)
{
  const char *table;
  int n_columns, operation, indirect, column;

  sqlite3changeset_op (row, &table, &n_columns, &operation, &indirect);
  if (g_str_equal (table, "mention"))
    return try_mention (store, read_number (row, operation, BAYAN_MENTION_COLUMN_ID), place);
  if (g_str_equal (table, "relation"))
    return try_mention (store, read_number (row, operation, 1), place);
  column = statement_column (table);
  if (column >= 0)
    try_statement (store, read_number (row, operation, column), place);
  return FALSE;
}

static void
read_changeset (BayanStore *store, const void *data, int size, BayanActPlace *place)
{
  sqlite3_changeset_iter *row = NULL;
  gboolean found = FALSE;

  if (sqlite3changeset_start (&row, size, (void *) data) != SQLITE_OK)
    return;
  while (!found && sqlite3changeset_next (row) == SQLITE_ROW)
    found = read_row (store, row, place);
  sqlite3changeset_finalize (row);
}

static gint64
first_of_import (BayanStore *store, gint64 import_id)
{
  sqlite3_stmt *query;
  gint64 statement = 0;

  if (bayan_database_find (store->database, "SELECT max (id) FROM statement WHERE import = ?", import_id,
                           &query, NULL)
      == BAYAN_STEP_ROW)
    {
      statement = sqlite3_column_int64 (query, 0);
      sqlite3_reset (query);
    }
  return statement;
}

/**
 * bayan_history_table_find_place:
 * @act: its number in the journal
 *
 * Returns: (transfer full) (nullable): where it was done, as far as that can be seen now: the first mention that it touched,
 * or else a statement; NULL on error
 */
BayanActPlace *
bayan_history_table_find_place (BayanStore *store, gint64 act, GError **error)
{
  sqlite3_stmt *query;
  BayanStep step = bayan_database_find (store->database, "SELECT import, changeset FROM journal WHERE id = ?",
                                        act, &query, error);
  BayanActPlace place = { 0, 0 };
  g_autoptr (GBytes) changeset = NULL;
  gint64 import_id = 0;

  if (step == BAYAN_STEP_ERROR)
    return NULL;
  if (step == BAYAN_STEP_ROW)
    {
      import_id = sqlite3_column_int64 (query, 0);
      changeset = bayan_query_dup_bytes (query, 1);
      sqlite3_reset (query);
    }
  if (import_id != 0)
    try_statement (store, first_of_import (store, import_id), &place);
  else if (changeset != NULL)
    read_changeset (store, g_bytes_get_data (changeset, NULL), (int) g_bytes_get_size (changeset), &place);
  return g_memdup2 (&place, sizeof place);
}
