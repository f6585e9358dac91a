/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-search-table.h"

static gboolean
run_with_id (BayanStore *store, const char *sql, gint64 id, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  return bayan_database_run (store->database, query, error);
}

gboolean
bayan_search_table_insert (BayanStore *store, gint64 statement, GError **error)
{
  return run_with_id (store, "INSERT INTO search (rowid, title, text) SELECT id, title, text FROM searchable WHERE id = ?",
                      statement, error);
}

gboolean
bayan_search_table_delete (BayanStore *store, gint64 statement, GError **error)
{
  return run_with_id (
      store, "INSERT INTO search (search, rowid, title, text) SELECT 'delete', id, title, text FROM searchable WHERE id = ?",
      statement, error);
}
