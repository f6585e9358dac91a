/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-source-table.h"

#include "bayan-content-sum.h"
#include "bayan-sha256.h"
#include "bayan-word-table.h"

static gboolean
insert_raw (BayanStore *store, gint64 source, GBytes *raw, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, "INSERT INTO raw (id, bytes) VALUES (?, ?)",
                                                error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, source);
  bayan_query_bind_bytes (query, 2, raw);
  return bayan_database_run (store->database, query, error);
}

static gboolean
insert_extract (BayanStore *store, gint64 source, GBytes *extract, gint64 sum, GError **error)
{
  sqlite3_stmt *query;

  if (extract == NULL)
    return TRUE;
  query = bayan_database_prepare (store->database, "INSERT INTO extract (id, bytes, hash) VALUES (?, ?, ?)",
                                  error);
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, source);
  bayan_query_bind_bytes (query, 2, extract);
  sqlite3_bind_int64 (query, 3, sum);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_source_table_insert:
 *
 * Returns: the number of the new source, or 0 on error
 */
gint64
bayan_source_table_insert (BayanStore *store, const BayanStatement *statement, const BayanPrepared *prepared,
                           GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "INSERT INTO source (sha256, name, uri, charset, format) VALUES (?, ?, ?, ?, ?)",
      error);
  gint64 format = bayan_word_table_intern_name (store->words, bayan_format_to_string (statement->format),
                                                error);
  gint64 source;

  if (query == NULL || format == 0)
    return 0;
  bayan_query_bind_text (query, 1, statement->sha256);
  bayan_query_bind_text (query, 2, statement->name != NULL ? statement->name : "");
  bayan_query_bind_text (query, 3, statement->uri);
  bayan_query_bind_text (query, 4, statement->charset);
  sqlite3_bind_int64 (query, 5, format);
  if (!bayan_database_run (store->database, query, error))
    return 0;
  source = sqlite3_last_insert_rowid (bayan_database_get_handle (store->database));
  return insert_raw (store, source, statement->raw, error)
                 && insert_extract (store, source, statement->extract, prepared->extract_sum, error)
             ? source
             : 0;
}

/**
 * bayan_source_table_set_charset:
 *
 * The bytes of the statement's source are read otherwise now.
 */
gboolean
bayan_source_table_set_charset (BayanStore *store, gint64 id, const char *charset, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "UPDATE source SET charset = ?2 WHERE id = (SELECT source FROM statement WHERE statement.id = ?1)",
      error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  bayan_query_bind_text (query, 2, charset);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_source_table_delete:
 *
 * Takes a source out for good; its statement must be gone.
 */
gboolean
bayan_source_table_delete (BayanStore *store, gint64 source, GError **error)
{
  static const char *const STEPS[] = {
    "DELETE FROM extract WHERE id = ?",
    "DELETE FROM raw WHERE id = ?",
    "DELETE FROM source WHERE id = ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (!bayan_database_run_with (store->database, STEPS[i], source, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_source (BayanStore *store, sqlite3_stmt *query, gint64 id, BayanStatement *statement, GError **error)
{
  g_autofree char *sha256 = NULL;

  statement->sha256 = g_strdup (bayan_query_get_text (query, 0));
  statement->name = g_strdup (bayan_query_get_text (query, 1));
  statement->uri = bayan_query_dup_text (query, 2);
  statement->charset = g_strdup (bayan_query_get_text (query, 3));
  statement->raw = bayan_query_dup_bytes (query, 5);
  sha256 = bayan_sha256_of_bytes (statement->raw);
  return (bayan_format_from_string (bayan_word_table_get (store->words, sqlite3_column_int64 (query, 4)),
                                    &statement->format)
          && g_strcmp0 (sha256, statement->sha256) == 0)
         || bayan_content_set_damaged (error, id, "source");
}

static gboolean
read_extract (sqlite3_stmt *query, gint64 id, BayanStatement *statement, GError **error)
{
  gconstpointer data;
  gsize size;

  if (sqlite3_column_type (query, 6) == SQLITE_NULL)
    return TRUE;
  statement->extract = bayan_query_dup_bytes (query, 6);
  data = g_bytes_get_data (statement->extract, &size);
  return bayan_content_sum (data, size) == sqlite3_column_int64 (query, 7)
         || bayan_content_set_damaged (error, id, "extract");
}

/**
 * bayan_source_table_load:
 * @id: whose source it is, for the message
 * @statement: what to fill
 */
gboolean
bayan_source_table_load (BayanStore *store, gint64 source, gint64 id, BayanStatement *statement,
                         GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "SELECT sha256, name, uri, charset, format, raw.bytes, extract.bytes, hash FROM source"
      " JOIN raw ON raw.id = source.id LEFT JOIN extract ON extract.id = source.id WHERE source.id = ?",
      error);
  BayanStep step;
  gboolean whole;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, source);
  step = bayan_database_step (store->database, query, error);
  if (step == BAYAN_STEP_DONE)
    return bayan_content_set_damaged (error, id, "source");
  if (step == BAYAN_STEP_ERROR)
    return FALSE;
  whole = read_source (store, query, id, statement, error) && read_extract (query, id, statement, error);
  sqlite3_reset (query);
  return whole;
}
