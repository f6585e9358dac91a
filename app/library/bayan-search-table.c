/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-search-table.h"

#include <string.h>

/* FTS5 keeps what each transaction brings as a segment, and merges segments of one size when there are so many of
 * them. Its own four cost an import of ten thousand files as much as all other writing; what more segments cost a
 * search is put right when there is nothing else to do. */
#define SEGMENTS "8"
/* Pages that are merged in one go: so long a call may have to wait. */
#define MERGE_PAGES "200"
/* Fewer rows than these have changed where there was nothing to merge: https://www.sqlite.org/fts5.html §6.8 */
#define CHANGES_OF_MERGE 2

/**
 * bayan_search_table_tune:
 *
 * Settings of the index that lie in the file.
 */
gboolean
bayan_search_table_tune (BayanDatabase *database, GError **error)
{
  gint64 tuned = 0;

  if (!bayan_database_read_int (database,
                                "SELECT count(*) FROM search_config WHERE k = 'automerge' AND v = " SEGMENTS,
                                &tuned, error))
    return FALSE;
  return tuned != 0
         || bayan_database_exec (
             database, "INSERT INTO search (search, rank) VALUES ('automerge', " SEGMENTS ")", error);
}

/**
 * bayan_search_table_merge:
 *
 * Merges a part of the segments.
 *
 * Returns: TRUE if there may be more to do
 */
gboolean
bayan_search_table_merge (BayanStore *store, GError **error)
{
  sqlite3 *handle = bayan_database_get_handle (store->database);
  int before = sqlite3_total_changes (handle);

  if (before == store->n_changes_merged)
    return FALSE;
  if (!bayan_database_exec (store->database,
                            "INSERT INTO search (search, rank) VALUES ('merge', " MERGE_PAGES ")", error))
    return FALSE;
  if (sqlite3_total_changes (handle) - before >= CHANGES_OF_MERGE)
    return TRUE;
  store->n_changes_merged = sqlite3_total_changes (handle);
  return FALSE;
}

/* A text that says that it ends with NUL is not copied. */
static void
bind_text (sqlite3_stmt *query, int parameter, const BayanStatement *statement)
{
  gboolean is_terminated = strlen (statement->text) == statement->text_length_bytes;

  sqlite3_bind_text (query, parameter, statement->text,
                     is_terminated ? -1 : (int) statement->text_length_bytes, SQLITE_STATIC);
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
  bind_text (query, 3, statement);
  offer (store, statement, prepared);
  added = bayan_database_run (store->database, query, error);
  memset (store->offer, 0, sizeof *store->offer);
  return added;
}

gboolean
bayan_search_table_insert (BayanStore *store, gint64 statement, GError **error)
{
  return bayan_database_run_with (
      store->database,
      "INSERT INTO search (rowid, title, text) SELECT id, title, text FROM searchable WHERE id = ?",
      statement, error);
}

gboolean
bayan_search_table_delete (BayanStore *store, gint64 statement, GError **error)
{
  return bayan_database_run_with (
      store->database,
      "INSERT INTO search (search, rowid, title, text) SELECT 'delete', id, title, text FROM "
      "searchable WHERE id = ?",
      statement, error);
}

/* FTS5 writes down how many words each column has: numbers of seven bits a byte, the last one without the high bit. */
static guint
read_length (const guint8 *bytes, guint n_bytes)
{
  guint column = 0, number = 0;

  for (guint i = 0; i < n_bytes; i++)
    {
      number = number << 7 | (bytes[i] & 0x7f);
      if ((bytes[i] & 0x80) != 0)
        continue;
      if (column++ == 1) /* the text, behind the title */
        return number;
      number = 0;
    }
  return 0;
}

/**
 * bayan_search_table_load_lengths:
 *
 * Returns: (transfer full) (nullable) (element-type BayanStatementLength): of all statements
 */
GArray *
bayan_search_table_load_lengths (BayanStore *store, GError **error)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (BayanStatementLength));
  sqlite3_stmt *query = bayan_database_prepare (store->database, "SELECT id, sz FROM search_docsize", error);
  BayanStep step;

  if (query == NULL)
    return NULL;
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanStatementLength length = { sqlite3_column_int64 (query, 0), 0 };

      length.n_words = read_length (sqlite3_column_blob (query, 1), (guint) sqlite3_column_bytes (query, 1));
      g_array_append_val (lengths, length);
    }
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&lengths) : NULL;
}
