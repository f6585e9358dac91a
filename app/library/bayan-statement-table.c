/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-table.h"

#include <string.h>

#include "bayan-removed-region-table.h"
#include "bayan-search-table.h"
#include "bayan-word-table.h"

/* FNV-1a, 64 bits (Fowler, Noll & Vo): each step can be undone, so that no single changed byte goes
 * unnoticed. */
static gint64
hash_of (const char *data, gsize length_bytes)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length_bytes; i++)
    hash = (hash ^ (guint8) data[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return (gint64) hash;
}

static gboolean
set_damaged (GError **error, gint64 id, const char *what)
{
  g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
               "statement %" G_GINT64_FORMAT ": the %s is not what was written", id, what);
  return FALSE;
}

static gboolean
set_not_found (GError **error, gint64 id)
{
  g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND, "no statement %" G_GINT64_FORMAT,
               id);
  return FALSE;
}

/* One row, by one number. @query is NULL on error. */
static BayanStep
step_with_id (BayanStore *store, sqlite3_stmt *query, gint64 id, GError **error)
{
  if (query == NULL)
    return BAYAN_STEP_ERROR;
  sqlite3_bind_int64 (query, 1, id);
  return bayan_database_step (store->database, query, error);
}

/**
 * bayan_statement_table_find:
 * @sha256: of the raw bytes, hexadecimal
 * @found: (out): the statement of that source, if there is one
 */
gboolean
bayan_statement_table_find (BayanStore *store, const char *sha256, BayanFoundStatement *found, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database,
                                                "SELECT statement.id, hidden FROM source"
                                                " JOIN statement ON statement.source = source.id"
                                                " JOIN import ON import.id = import WHERE sha256 = ?",
                                                error);
  BayanStep step;

  found->id = 0;
  if (query == NULL)
    return FALSE;
  bayan_query_bind_text (query, 1, sha256);
  step = bayan_database_step (store->database, query, error);
  if (step == BAYAN_STEP_ROW)
    {
      found->id = sqlite3_column_int64 (query, 0);
      found->hidden = sqlite3_column_int (query, 1) != 0;
      sqlite3_reset (query);
    }
  return step != BAYAN_STEP_ERROR;
}

static gint64
last_id (BayanStore *store)
{
  return sqlite3_last_insert_rowid (bayan_database_get_handle (store->database));
}

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

static gint64
insert_source (BayanStore *store, const BayanStatement *statement, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "INSERT INTO source (sha256, name, uri, charset, format) VALUES (?, ?, ?, ?, ?)",
      error);
  gint64 format = bayan_word_table_intern (store->words, bayan_format_to_string (statement->format), error);
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
  source = last_id (store);
  return insert_raw (store, source, statement->raw, error) ? source : 0;
}

static void
bind_span (sqlite3_stmt *query, int parameter, BayanCleanSpan span)
{
  sqlite3_bind_int64 (query, parameter, span.start.byte);
  sqlite3_bind_int64 (query, parameter + 1, span.end.byte);
}

static void
bind_date (sqlite3_stmt *query, int parameter, BayanDate date, BayanCleanSpan span)
{
  if (bayan_date_is_set (date))
    sqlite3_bind_text (query, parameter, bayan_date_to_iso (date), -1, g_free);
  bind_span (query, parameter + 1, span);
}

/* Parameters 1 to 10: what the text says of itself. */
static void
bind_header (sqlite3_stmt *query, const BayanStatement *statement)
{
  bayan_query_bind_text (query, 1, statement->title != NULL ? statement->title : "");
  bind_span (query, 2, statement->title_span);
  bind_date (query, 4, statement->date, statement->date_span);
  bind_date (query, 7, statement->hijri, statement->hijri_span);
  bayan_query_bind_text (query, 10, statement->language != NULL ? statement->language : "");
}

/* Parameters 1 to 4 */
static gboolean
write_body (BayanStore *store, const char *sql, gint64 id, const BayanStatement *statement, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);
  g_autoptr (GBytes) map = bayan_offset_map_to_bytes (statement->map);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  sqlite3_bind_text64 (query, 2, statement->text, statement->text_length_bytes, SQLITE_STATIC, SQLITE_UTF8);
  bayan_query_bind_bytes (query, 3, map);
  sqlite3_bind_int64 (query, 4, hash_of (statement->text, statement->text_length_bytes));
  return bayan_database_run (store->database, query, error);
}

static gint64
insert_header (BayanStore *store, gint64 source, gint64 import_id, gint64 imported_at,
               const BayanStatement *statement, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database,
                                                "INSERT INTO statement (title, title_start, title_end, date, "
                                                "date_start, date_end, hijri, hijri_start, hijri_end,"
                                                " language, source, import, imported_at) VALUES (?1, ?2, ?3, "
                                                "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                                                error);

  if (query == NULL)
    return 0;
  bind_header (query, statement);
  sqlite3_bind_int64 (query, 11, source);
  sqlite3_bind_int64 (query, 12, import_id);
  sqlite3_bind_int64 (query, 13, imported_at);
  return bayan_database_run (store->database, query, error) ? last_id (store) : 0;
}

/**
 * bayan_statement_table_insert:
 * @imported_at: seconds since 1970
 *
 * Adds a statement whose source is not there yet, and makes it findable.
 *
 * Returns: its id, or 0 on error
 */
gint64
bayan_statement_table_insert (BayanStore *store, gint64 import_id, gint64 imported_at,
                              const BayanStatement *statement, GError **error)
{
  gint64 source = insert_source (store, statement, error);
  gint64 id = source != 0 ? insert_header (store, source, import_id, imported_at, statement, error) : 0;

  if (id == 0
      || !write_body (store, "INSERT INTO body (id, text, map, hash) VALUES (?1, ?2, ?3, ?4)", id, statement,
                      error)
      || !bayan_removed_region_table_insert (store, id, statement->removed, error)
      || !bayan_search_table_add (store, id, statement, error))
    return 0;
  return id;
}

/**
 * bayan_statement_table_replace_text:
 * @statement: another reading of the same source
 */
gboolean
bayan_statement_table_replace_text (BayanStore *store, gint64 id, const BayanStatement *statement,
                                    GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (store->database,
                              "UPDATE statement SET title = ?1, title_start = ?2, title_end = ?3, date = ?4, "
                              "date_start = ?5, date_end = ?6,"
                              " hijri = ?7, hijri_start = ?8, hijri_end = ?9, language = ?10 WHERE id = ?11",
                              error);

  if (query == NULL || !bayan_search_table_delete (store, id, error))
    return FALSE;
  bind_header (query, statement);
  sqlite3_bind_int64 (query, 11, id);
  return bayan_database_run (store->database, query, error)
         && write_body (store, "UPDATE body SET text = ?2, map = ?3, hash = ?4 WHERE id = ?1", id, statement,
                        error)
         && bayan_removed_region_table_replace (store, id, statement->removed, error)
         && bayan_search_table_insert (store, id, error);
}

static gint64
source_of (BayanStore *store, gint64 id, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, "SELECT source FROM statement WHERE id = ?",
                                                error);
  gint64 source = 0;
  BayanStep step = step_with_id (store, query, id, error);

  if (step == BAYAN_STEP_DONE)
    set_not_found (error, id);
  if (step != BAYAN_STEP_ROW)
    return 0;
  source = sqlite3_column_int64 (query, 0);
  sqlite3_reset (query);
  return source;
}

/**
 * bayan_statement_table_delete:
 *
 * Takes the statement and its source out for good; its mentions must be gone.
 */
gboolean
bayan_statement_table_delete (BayanStore *store, gint64 id, GError **error)
{
  static const struct {
    const char *sql;
    gboolean by_source;
  } STEPS[] = {
    { "DELETE FROM removed_region WHERE statement = ?", FALSE },
    { "DELETE FROM body WHERE id = ?", FALSE },
    { "DELETE FROM statement WHERE id = ?", FALSE },
    { "DELETE FROM raw WHERE id = ?", TRUE },
    { "DELETE FROM source WHERE id = ?", TRUE },
  };
  gint64 source = source_of (store, id, error);

  if (source == 0 || !bayan_search_table_delete (store, id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    {
      sqlite3_stmt *query = bayan_database_prepare (store->database, STEPS[i].sql, error);

      if (step_with_id (store, query, STEPS[i].by_source ? source : id, error) != BAYAN_STEP_DONE)
        return FALSE;
    }
  return TRUE;
}

static BayanCleanSpan
read_span (sqlite3_stmt *query, int column)
{
  return bayan_clean_span ((guint32) sqlite3_column_int64 (query, column),
                           (guint32) sqlite3_column_int64 (query, column + 1));
}

static BayanDate
read_date (sqlite3_stmt *query, int column)
{
  return bayan_date_from_iso ((const char *) sqlite3_column_text (query, column));
}

static void
read_header (sqlite3_stmt *query, BayanStatement *statement)
{
  statement->title = bayan_query_dup_text (query, 0);
  statement->title_span = read_span (query, 1);
  statement->date = read_date (query, 3);
  statement->date_span = read_span (query, 4);
  statement->hijri = read_date (query, 6);
  statement->hijri_span = read_span (query, 7);
  statement->language = bayan_query_dup_text (query, 9);
}

static gboolean
read_source (BayanStore *store, sqlite3_stmt *query, gint64 id, BayanStatement *statement, GError **error)
{
  g_autofree char *sha256 = NULL;

  statement->sha256 = bayan_query_dup_text (query, 10);
  statement->name = bayan_query_dup_text (query, 11);
  statement->uri = bayan_query_dup_text (query, 12);
  statement->charset = bayan_query_dup_text (query, 13);
  statement->raw = bayan_query_dup_bytes (query, 15);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, statement->raw);
  return (bayan_format_from_string (bayan_word_table_get (store->words, sqlite3_column_int64 (query, 14)),
                                    &statement->format)
          && g_str_equal (sha256, statement->sha256))
         || set_damaged (error, id, "source");
}

static gboolean
read_body (sqlite3_stmt *query, gint64 id, BayanStatement *statement, GError **error)
{
  g_autoptr (GBytes) map = bayan_query_dup_bytes (query, 17);

  statement->text = bayan_query_dup_text (query, 16);
  statement->text_length_bytes = (gsize) sqlite3_column_bytes (query, 16);
  statement->map = bayan_offset_map_new_from_bytes (map);
  if (hash_of (statement->text, statement->text_length_bytes) != sqlite3_column_int64 (query, 18)
      || strlen (statement->text) != statement->text_length_bytes)
    return set_damaged (error, id, "text");
  return (statement->map != NULL
          && bayan_offset_map_get_clean_length (statement->map) == statement->text_length_bytes)
         || set_damaged (error, id, "offset map");
}

/**
 * bayan_statement_table_load:
 *
 * Returns: (transfer full) (nullable): the statement, hidden or not, compared with the sums that were written
 * with it
 */
BayanStatement *
bayan_statement_table_load (BayanStore *store, gint64 id, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "SELECT title, title_start, title_end, date, date_start, date_end, hijri, hijri_start, hijri_end, "
      "language,"
      " source.sha256, name, uri, charset, format, bytes, text, map, hash FROM statement"
      " JOIN body ON body.id = statement.id JOIN source ON source.id = source JOIN raw ON raw.id = source"
      " WHERE statement.id = ?",
      error);
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  BayanStep step = step_with_id (store, query, id, error);
  gboolean whole;

  if (step == BAYAN_STEP_DONE)
    set_not_found (error, id);
  if (step != BAYAN_STEP_ROW)
    return NULL;
  read_header (query, statement);
  whole = read_source (store, query, id, statement, error) && read_body (query, id, statement, error);
  sqlite3_reset (query);
  if (!whole || !bayan_removed_region_table_load (store, id, statement->removed, error))
    return NULL;
  return g_steal_pointer (&statement);
}

/**
 * bayan_statement_table_is_visible:
 *
 * Returns: FALSE with BAYAN_LIBRARY_ERROR_NOT_FOUND if there is no such statement or its import was undone
 */
gboolean
bayan_statement_table_is_visible (BayanStore *store, gint64 id, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "SELECT 1 FROM statement JOIN import ON import.id = import WHERE statement.id = ? AND NOT hidden",
      error);
  BayanStep step = step_with_id (store, query, id, error);

  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  return step == BAYAN_STEP_ROW || (step == BAYAN_STEP_DONE && set_not_found (error, id));
}

/**
 * bayan_statement_table_check:
 *
 * Reads every statement and compares it with its sums.
 */
gboolean
bayan_statement_table_check (BayanStore *store, GError **error)
{
  gint64 id = 0;

  while (TRUE)
    {
      sqlite3_stmt *query = bayan_database_prepare (
          store->database, "SELECT id FROM statement WHERE id > ? ORDER BY id LIMIT 1", error);
      BayanStep step = step_with_id (store, query, id, error);
      g_autoptr (BayanStatement) statement = NULL;

      if (step != BAYAN_STEP_ROW)
        return step == BAYAN_STEP_DONE;
      id = sqlite3_column_int64 (query, 0);
      sqlite3_reset (query);
      statement = bayan_statement_table_load (store, id, error);
      if (statement == NULL)
        return FALSE;
    }
}
