/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-state-table.h"

/**
 * bayan_state_table_set:
 * @value: (nullable): NULL forgets it
 */
gboolean
bayan_state_table_set (BayanStore *store, const char *key, const char *value, GError **error)
{
  sqlite3_stmt *query;

  if (bayan_database_get_read_only (store->database) != NULL)
    return TRUE;
  query = value != NULL ? bayan_database_prepare (store->database,
                                                  "REPLACE INTO state (key, value) VALUES (?1, ?2)", error)
                        : bayan_database_prepare (store->database, "DELETE FROM state WHERE key = ?1", error);
  if (query == NULL)
    return FALSE;
  bayan_query_bind_text (query, 1, key);
  if (value != NULL)
    bayan_query_bind_text (query, 2, value);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_state_table_load:
 *
 * Returns: (transfer full) (nullable): key → value
 */
GHashTable *
bayan_state_table_load (BayanStore *store, GError **error)
{
  g_autoptr (GHashTable) state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *query = bayan_database_prepare (store->database, "SELECT key, value FROM state", error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    g_hash_table_insert (state, g_strdup (bayan_query_get_text (query, 0)), g_strdup (bayan_query_get_text (query, 1)));
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&state) : NULL;
}
