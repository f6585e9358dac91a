/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-table.h"

#include <string.h>

#include "bayan-content-sum.h"
#include "bayan-detail-table.h"
#include "bayan-removed-region-table.h"
#include "bayan-search-table.h"
#include "bayan-site-table.h"
#include "bayan-source-table.h"

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

static void
bind_value (sqlite3_stmt *query, int parameter, const BayanStatement *statement, BayanDetailField field)
{
  const BayanDetail *detail = bayan_statement_find_detail (statement, field);

  if (detail != NULL)
    bayan_query_bind_text (query, parameter, detail->value);
}

/* Parameters 1 to 13: what the list shows and sorts by. */
static void
bind_header (sqlite3_stmt *query, const BayanStatement *statement)
{
  bayan_query_bind_text (query, 1, statement->title != NULL ? statement->title : "");
  bind_span (query, 2, statement->title_span);
  bind_date (query, 4, statement->date, statement->date_span);
  bind_date (query, 7, statement->hijri, statement->hijri_span);
  bayan_query_bind_text (query, 10, statement->language != NULL ? statement->language : "");
  bind_value (query, 11, statement, BAYAN_DETAIL_OUTLET);
  bind_value (query, 12, statement, BAYAN_DETAIL_ISSUER);
  if (bayan_statement_is_doubtful (statement))
    sqlite3_bind_int (query, 13, 1);
}

/* Parameters 1 to 4 */
static gboolean
write_body (BayanStore *store, const char *sql, gint64 id, const BayanStatement *statement, GBytes *map,
            gint64 sum, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  sqlite3_bind_text64 (query, 2, statement->text, statement->text_length_bytes, SQLITE_STATIC, SQLITE_UTF8);
  bayan_query_bind_bytes (query, 3, map);
  sqlite3_bind_int64 (query, 4, sum);
  return bayan_database_run (store->database, query, error);
}

static gboolean
update_body (BayanStore *store, gint64 id, const BayanStatement *statement, GError **error)
{
  g_autoptr (GBytes) map = bayan_offset_map_to_bytes (statement->map);

  return write_body (store, "UPDATE body SET text = ?2, map = ?3, hash = ?4 WHERE id = ?1", id, statement,
                     map, bayan_content_sum (statement->text, statement->text_length_bytes), error);
}

/* Parameter 14 */
static gboolean
bind_site (BayanStore *store, sqlite3_stmt *query, const BayanStatement *statement, GError **error)
{
  gint64 site;

  if (statement->site == NULL)
    return TRUE;
  site = bayan_site_table_intern (store, statement->site, error);
  sqlite3_bind_int64 (query, 14, site);
  return site != 0;
}

static gint64
insert_header (BayanStore *store, gint64 source, gint64 import_id, gint64 imported_at,
               const BayanStatement *statement, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "INSERT INTO statement (title, title_start, title_end, date, date_start, date_end, hijri, hijri_start,"
      " hijri_end, language, outlet, issuer, doubtful, site, source, import, imported_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
      error);

  if (query == NULL || !bind_site (store, query, statement, error))
    return 0;
  bind_header (query, statement);
  sqlite3_bind_int64 (query, 15, source);
  sqlite3_bind_int64 (query, 16, import_id);
  sqlite3_bind_int64 (query, 17, imported_at);
  return bayan_database_run (store->database, query, error) ? last_id (store) : 0;
}

static gboolean
insert_parts (BayanStore *store, gint64 id, const BayanStatement *statement, const BayanPrepared *prepared,
              GError **error)
{
  return write_body (store, "INSERT INTO body (id, text, map, hash) VALUES (?1, ?2, ?3, ?4)", id, statement,
                     prepared->map, prepared->text_sum, error)
         && bayan_removed_region_table_insert (store, id, statement->removed, error)
         && bayan_detail_table_insert (store, id, statement, error)
         && bayan_doubt_table_insert (store, id, statement->doubts, error);
}

/**
 * bayan_statement_table_insert:
 * @imported_at: seconds since 1970
 * @prepared: what was worked out of @statement
 *
 * Adds a statement whose source is not there yet; bayan_search_table_add() makes it findable.
 *
 * Returns: its id, or 0 on error
 */
gint64
bayan_statement_table_insert (BayanStore *store, gint64 import_id, gint64 imported_at,
                              const BayanStatement *statement, const BayanPrepared *prepared, GError **error)
{
  gint64 source = bayan_source_table_insert (store, statement, prepared, error);
  gint64 id = source != 0 ? insert_header (store, source, import_id, imported_at, statement, error) : 0;

  return id != 0 && insert_parts (store, id, statement, prepared, error) ? id : 0;
}

static gboolean
update_header (BayanStore *store, gint64 id, const BayanStatement *statement, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "UPDATE statement SET title = ?1, title_start = ?2, title_end = ?3, date = ?4, date_start = ?5,"
      " date_end = ?6, hijri = ?7, hijri_start = ?8, hijri_end = ?9, language = ?10, outlet = ?11,"
      " issuer = ?12, doubtful = ?13 WHERE id = ?14",
      error);

  if (query == NULL)
    return FALSE;
  bind_header (query, statement);
  sqlite3_bind_int64 (query, 14, id);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_statement_table_replace_text:
 * @statement: another reading of the same source
 */
gboolean
bayan_statement_table_replace_text (BayanStore *store, gint64 id, const BayanStatement *statement,
                                    GError **error)
{
  return bayan_search_table_delete (store, id, error) && update_header (store, id, statement, error)
         && bayan_source_table_set_charset (store, id, statement->charset, error)
         && update_body (store, id, statement, error)
         && bayan_removed_region_table_replace (store, id, statement->removed, error)
         && bayan_detail_table_replace (store, id, statement, error)
         && bayan_doubt_table_replace (store, id, statement->doubts, error)
         && bayan_search_table_insert (store, id, error);
}

/**
 * bayan_statement_table_replace_details:
 * @statement: as it was loaded, with other details
 */
gboolean
bayan_statement_table_replace_details (BayanStore *store, gint64 id, const BayanStatement *statement,
                                       GError **error)
{
  return bayan_search_table_delete (store, id, error) && update_header (store, id, statement, error)
         && bayan_detail_table_replace (store, id, statement, error)
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
  static const char *const STEPS[] = {
    "DELETE FROM removed_region WHERE statement = ?",
    "DELETE FROM sketch WHERE id = ?",
    "DELETE FROM proposed_member WHERE statement = ?",
    "DELETE FROM body WHERE id = ?",
    "DELETE FROM statement WHERE id = ?",
  };
  gint64 source = source_of (store, id, error);

  if (source == 0 || !bayan_search_table_delete (store, id, error)
      || !bayan_detail_table_delete_all (store, id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (!bayan_database_run_with (store->database, STEPS[i], id, error))
      return FALSE;
  return bayan_source_table_delete (store, source, error);
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
  statement->title = g_strdup (bayan_query_get_text (query, 0));
  statement->title_span = read_span (query, 1);
  statement->date = read_date (query, 3);
  statement->date_span = read_span (query, 4);
  statement->hijri = read_date (query, 6);
  statement->hijri_span = read_span (query, 7);
  statement->language = g_strdup (bayan_query_get_text (query, 9));
}

static gboolean
read_body (sqlite3_stmt *query, gint64 id, BayanStatement *statement, GError **error)
{
  g_autoptr (GBytes) map = bayan_query_dup_bytes (query, 11);

  statement->text = g_strdup (bayan_query_get_text (query, 10));
  statement->text_length_bytes = (gsize) sqlite3_column_bytes (query, 10);
  statement->map = bayan_offset_map_new_from_bytes (map);
  if (bayan_content_sum (statement->text, statement->text_length_bytes) != sqlite3_column_int64 (query, 12)
      || strlen (statement->text) != statement->text_length_bytes)
    return bayan_content_set_damaged (error, id, "text");
  return (statement->map != NULL
          && bayan_offset_map_get_clean_length (statement->map) == statement->text_length_bytes)
         || bayan_content_set_damaged (error, id, "offset map");
}

/* The statement without what has tables of its own. @source: (out) */
static gboolean
load_header (BayanStore *store, gint64 id, BayanStatement *statement, gint64 *source, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "SELECT title, title_start, title_end, date, date_start, date_end, hijri, hijri_start, hijri_end,"
      " language, text, map, hash, source, site.name FROM statement JOIN body ON body.id = statement.id"
      " LEFT JOIN site ON site.id = site WHERE statement.id = ?",
      error);
  BayanStep step = step_with_id (store, query, id, error);
  gboolean whole;

  if (step == BAYAN_STEP_DONE)
    set_not_found (error, id);
  if (step != BAYAN_STEP_ROW)
    return FALSE;
  read_header (query, statement);
  *source = sqlite3_column_int64 (query, 13);
  statement->site = bayan_query_dup_text (query, 14);
  whole = read_body (query, id, statement, error);
  sqlite3_reset (query);
  return whole;
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
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  gint64 source;

  if (!load_header (store, id, statement, &source, error)
      || !bayan_source_table_load (store, source, id, statement, error)
      || !bayan_removed_region_table_load (store, id, statement->removed, error)
      || !bayan_detail_table_load (store, id, statement, error)
      || !bayan_doubt_table_load (store, id, statement, error))
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
 * bayan_statement_table_find_all:
 * @sha256: (element-type utf8)
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the statement of each that is not hidden, or 0
 */
GArray *
bayan_statement_table_find_all (BayanStore *store, const GPtrArray *sha256, GError **error)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), sha256->len);

  for (guint i = 0; i < sha256->len; i++)
    {
      BayanFoundStatement found;
      gint64 id;

      if (!bayan_statement_table_find (store, g_ptr_array_index (sha256, i), &found, error))
        return NULL;
      id = found.id != 0 && !found.hidden ? found.id : 0;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
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
