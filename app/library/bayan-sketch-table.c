/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-sketch-table.h"

gboolean
bayan_sketch_table_insert (BayanStore *store, gint64 statement, GBytes *sketch, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database,
                                                "INSERT INTO sketch (id, bytes) VALUES (?, ?)", error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  bayan_query_bind_bytes (query, 2, sketch);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_sketch_table_load:
 * @after: a statement's id, or 0
 *
 * Returns: (transfer full) (nullable) (element-type BayanPlacedSketch): of statements that are not hidden, by id
 */
GPtrArray *
bayan_sketch_table_load (BayanStore *store, gint64 after, guint n_max, GError **error)
{
  g_autoptr (GPtrArray) sketches = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_placed_sketch_free);
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "SELECT sketch.id, bytes FROM sketch CROSS JOIN statement ON statement.id = sketch.id"
      " CROSS JOIN import ON import.id = import WHERE sketch.id > ?1 AND NOT hidden ORDER BY sketch.id LIMIT "
      "?2",
      error);
  BayanStep step;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, after);
  sqlite3_bind_int64 (query, 2, n_max);
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanPlacedSketch *placed = g_new (BayanPlacedSketch, 1);

      placed->statement = sqlite3_column_int64 (query, 0);
      placed->sketch = bayan_query_dup_bytes (query, 1);
      g_ptr_array_add (sketches, placed);
    }
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&sketches) : NULL;
}
