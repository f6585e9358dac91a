/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-header-table.h"

#include "bayan-mention-table.h"
#include "bayan-standing-table.h"

#define COLUMNS                                                                                              \
  "SELECT statement.id, title, name, language, date, hijri, imported_at, import, outlet, issuer,"            \
  " doubtful FROM statement"                                                                                 \
  " JOIN source ON source.id = source JOIN import ON import.id = import "

static BayanHeader *
read_header (sqlite3_stmt *query)
{
  BayanHeader *header = g_new0 (BayanHeader, 1);

  header->id = sqlite3_column_int64 (query, 0);
  header->title = g_strdup (bayan_query_get_text (query, 1));
  header->source_name = g_strdup (bayan_query_get_text (query, 2));
  header->language = g_strdup (bayan_query_get_text (query, 3));
  header->date = bayan_date_from_iso ((const char *) sqlite3_column_text (query, 4));
  header->hijri = bayan_date_from_iso ((const char *) sqlite3_column_text (query, 5));
  header->imported_at = sqlite3_column_int64 (query, 6);
  header->import_id = sqlite3_column_int64 (query, 7);
  header->outlet = bayan_query_dup_text (query, 8);
  header->issuer = bayan_query_dup_text (query, 9);
  header->doubtful = sqlite3_column_int (query, 10) != 0;
  return header;
}

static char *
dup_value (const BayanStatement *statement, BayanDetailField field)
{
  const BayanDetail *detail = bayan_statement_find_detail (statement, field);

  return detail != NULL ? g_strdup (detail->value) : NULL;
}

/* What has a label of the code book was never suggested: there is nothing to decide. */
static void
count (BayanHeader *header, const BayanTally *tally)
{
  if (tally->type == BAYAN_MENTION_OWN)
    return;
  header->n_suggested += tally->status == BAYAN_STATUS_SUGGESTED;
  header->n_confirmed += tally->status == BAYAN_STATUS_CONFIRMED;
  header->n_rejected += tally->status == BAYAN_STATUS_REJECTED;
}

/**
 * bayan_header_table_make:
 *
 * Returns: (transfer full): the header of a statement that has just been stored; nothing is counted yet
 */
BayanHeader *
bayan_header_table_make (gint64 id, gint64 import_id, gint64 imported_at, const BayanStatement *statement)
{
  BayanHeader *header = g_new0 (BayanHeader, 1);

  header->id = id;
  header->title = g_strdup (statement->title != NULL ? statement->title : "");
  header->source_name = g_strdup (statement->name != NULL ? statement->name : "");
  header->language = g_strdup (statement->language != NULL ? statement->language : "");
  header->date = statement->date;
  header->hijri = statement->hijri;
  header->imported_at = imported_at;
  header->import_id = import_id;
  header->outlet = dup_value (statement, BAYAN_DETAIL_OUTLET);
  header->issuer = dup_value (statement, BAYAN_DETAIL_ISSUER);
  header->doubtful = bayan_statement_is_doubtful (statement);
  return header;
}

/**
 * bayan_header_table_read:
 *
 * Returns: (transfer full) (nullable): the header with its mentions counted
 */
BayanHeader *
bayan_header_table_read (BayanStore *store, gint64 statement, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, COLUMNS "WHERE statement.id = ?", error);
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (BayanTally));
  BayanHeader *header;

  if (query == NULL || !bayan_mention_table_tally_statement (store, statement, tallies, error))
    return NULL;
  sqlite3_bind_int64 (query, 1, statement);
  switch (bayan_database_step (store->database, query, error))
    {
    case BAYAN_STEP_ROW:
      break;
    case BAYAN_STEP_DONE:
      g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND,
                   "no statement %" G_GINT64_FORMAT, statement);
      return NULL;
    default:
      return NULL;
    }
  header = read_header (query);
  sqlite3_reset (query);
  for (guint i = 0; i < tallies->len; i++)
    count (header, &g_array_index (tallies, BayanTally, i));
  if (bayan_standing_table_read (store, header, error))
    return header;
  bayan_header_free (header);
  return NULL;
}

/**
 * bayan_header_table_load:
 * @import_id: those of this import, hidden or not; 0 for all that are not hidden
 *
 * Returns: (transfer full) (nullable) (element-type BayanHeader): newest import first; nothing is counted yet
 */
GPtrArray *
bayan_header_table_load (BayanStore *store, gint64 import_id, GError **error)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_header_free);
  sqlite3_stmt *query;
  BayanStep step;

  query = import_id != 0
              ? bayan_database_prepare (store->database,
                                        COLUMNS "WHERE import = ? ORDER BY statement.id DESC", error)
              : bayan_database_prepare (store->database,
                                        COLUMNS "WHERE NOT hidden ORDER BY statement.id DESC", error);
  if (query == NULL)
    return NULL;
  if (import_id != 0)
    sqlite3_bind_int64 (query, 1, import_id);
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    g_ptr_array_add (headers, read_header (query));
  return step == BAYAN_STEP_DONE && bayan_standing_table_load (store, headers, error) ? g_steal_pointer (&headers)
                                                                                      : NULL;
}

/**
 * bayan_header_table_count:
 * @headers: (element-type BayanHeader): newest first, as loaded
 * @tallies: (element-type BayanTally): by statement, oldest first; those of statements without a header are
 * taken out
 *
 * Counts the mentions into the headers.
 *
 * Returns: TRUE if all tallies had a header
 */
gboolean
bayan_header_table_count (GPtrArray *headers, GArray *tallies)
{
  guint at = headers->len, n_kept = 0, n_all = tallies->len;

  for (guint i = 0; i < n_all; i++)
    {
      BayanTally tally = g_array_index (tallies, BayanTally, i);

      while (at > 0 && ((BayanHeader *) g_ptr_array_index (headers, at - 1))->id < tally.statement)
        at--;
      if (at == 0 || ((BayanHeader *) g_ptr_array_index (headers, at - 1))->id != tally.statement)
        continue;
      count (g_ptr_array_index (headers, at - 1), &tally);
      g_array_index (tallies, BayanTally, n_kept++) = tally;
    }
  g_array_set_size (tallies, n_kept);
  return n_kept == n_all;
}
