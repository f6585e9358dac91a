/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-search-table.h"

#include <string.h>

static gboolean
run_with_id (BayanStore *store, const char *sql, gint64 id, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  return bayan_database_run (store->database, query, error);
}

static void
offer (BayanStore *store, const BayanStatement *statement, const BayanPrepared *prepared)
{
  const char *title = statement->title != NULL ? statement->title : "";

  *store->offer = (BayanTokenOffer) {
    { title, statement->text },
    { strlen (title), statement->text_length_bytes },
    { &prepared->title, &prepared->text },
  };
}

/**
 * bayan_search_table_add:
 * @statement: what `searchable` says of @id by now
 *
 * The same as bayan_search_table_insert() for a statement that is at hand. An INSERT … SELECT runs in a
 * savepoint, and at the end of a savepoint FTS5 writes down all it has gathered: for an import that would be
 * a third of the time.
 */
gboolean
bayan_search_table_add (BayanStore *store, gint64 id, const BayanStatement *statement,
                        const BayanPrepared *prepared, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", error);
  gboolean added;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  bayan_query_bind_text (query, 2, statement->title != NULL ? statement->title : "");
  sqlite3_bind_text64 (query, 3, statement->text, statement->text_length_bytes, SQLITE_STATIC, SQLITE_UTF8);
  offer (store, statement, prepared);
  added = bayan_database_run (store->database, query, error);
  memset (store->offer, 0, sizeof *store->offer);
  return added;
}

gboolean
bayan_search_table_insert (BayanStore *store, gint64 statement, GError **error)
{
  return run_with_id (
      store, "INSERT INTO search (rowid, title, text) SELECT id, title, text FROM searchable WHERE id = ?",
      statement, error);
}

gboolean
bayan_search_table_delete (BayanStore *store, gint64 statement, GError **error)
{
  return run_with_id (store,
                      "INSERT INTO search (search, rowid, title, text) SELECT 'delete', id, title, text FROM "
                      "searchable WHERE id = ?",
                      statement, error);
}
