/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-removed-region-table.h"

#include "bayan-word-table.h"

#define INSERT                                                                                               \
  "INSERT INTO removed_region (statement, ordinal, raw_start, raw_end, at, text, kind, rule, restored,"      \
  " instead, id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"

/* @id: 0 for a new one */
static gboolean
write_region (BayanStore *store, gint64 statement, guint ordinal, const BayanRemovedRegion *region, gint64 id,
              GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, INSERT, error);
  gint64 kind = query != NULL ? bayan_word_table_intern (store->words, region->kind, error) : 0;
  gint64 rule = kind != 0 ? bayan_word_table_intern (store->words, region->rule, error) : 0;

  if (rule == 0)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  sqlite3_bind_int64 (query, 2, ordinal);
  sqlite3_bind_int64 (query, 3, region->raw.start.byte);
  sqlite3_bind_int64 (query, 4, region->raw.end.byte);
  sqlite3_bind_int64 (query, 5, region->at.byte);
  bayan_query_bind_text (query, 6, region->text != NULL ? region->text : "");
  sqlite3_bind_int64 (query, 7, kind);
  sqlite3_bind_int64 (query, 8, rule);
  sqlite3_bind_int64 (query, 9, region->restored);
  bayan_query_bind_text (query, 10, region->instead);
  if (id != 0)
    sqlite3_bind_int64 (query, 11, id);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_removed_region_table_insert:
 * @regions: (element-type BayanRemovedRegion): those of a new statement
 */
gboolean
bayan_removed_region_table_insert (BayanStore *store, gint64 statement, const GPtrArray *regions,
                                   GError **error)
{
  for (guint i = 0; i < regions->len; i++)
    if (!write_region (store, statement, i, g_ptr_array_index (regions, i), 0, error))
      return FALSE;
  return TRUE;
}

static gboolean
load_ids (BayanStore *store, gint64 statement, GArray *ids, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "SELECT id FROM removed_region WHERE statement = ? ORDER BY ordinal", error);
  BayanStep step = BAYAN_STEP_ERROR;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);
      g_array_append_val (ids, id);
    }
  return step == BAYAN_STEP_DONE;
}

/* Returns @id if it is one of @ids, which it then is no more: another statement's regions are not ours. */
static gint64
take_id (GArray *ids, gint64 id)
{
  for (guint i = 0; id != 0 && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        g_array_remove_index (ids, i);
        return id;
      }
  return 0;
}

/**
 * bayan_removed_region_table_replace:
 * @regions: (element-type BayanRemovedRegion): all that the statement has now; one that it had before has its id
 */
gboolean
bayan_removed_region_table_replace (BayanStore *store, gint64 statement, const GPtrArray *regions,
                                    GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!load_ids (store, statement, ids, error)
      || !bayan_database_run_with (store->database, "DELETE FROM removed_region WHERE statement = ?",
                                   statement, error))
    return FALSE;
  for (guint i = 0; i < regions->len; i++)
    {
      const BayanRemovedRegion *region = g_ptr_array_index (regions, i);

      if (!write_region (store, statement, i, region, take_id (ids, region->id), error))
        return FALSE;
    }
  return TRUE;
}

static BayanRemovedRegion *
read_region (BayanStore *store, sqlite3_stmt *query)
{
  BayanRemovedRegion *region = g_new0 (BayanRemovedRegion, 1);

  region->id = sqlite3_column_int64 (query, 0);
  region->raw = bayan_raw_span ((guint32) sqlite3_column_int64 (query, 1),
                                (guint32) sqlite3_column_int64 (query, 2));
  region->at.byte = (guint32) sqlite3_column_int64 (query, 3);
  region->text = g_strdup (bayan_query_get_text (query, 4));
  region->kind = g_strdup (bayan_word_table_get (store->words, sqlite3_column_int64 (query, 5)));
  region->rule = g_strdup (bayan_word_table_get (store->words, sqlite3_column_int64 (query, 6)));
  region->restored = sqlite3_column_int (query, 7) != 0;
  region->instead = bayan_query_dup_text (query, 8);
  return region;
}

/**
 * bayan_removed_region_table_load:
 * @regions: (element-type BayanRemovedRegion): where to add them
 */
gboolean
bayan_removed_region_table_load (BayanStore *store, gint64 statement, GPtrArray *regions, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "SELECT id, raw_start, raw_end, at, text, kind, rule, restored, instead FROM removed_region"
      " WHERE statement = ? ORDER BY ordinal",
      error);
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    g_ptr_array_add (regions, read_region (store, query));
  return step == BAYAN_STEP_DONE;
}
