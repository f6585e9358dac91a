/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pair-table.h"

#include "bayan-entity-table.h"
#include "bayan-mention-table.h"

static gboolean
find_both (BayanStore *store, const char *one, const char *other, guint32 numbers[2], GError **error)
{
  numbers[0] = bayan_entity_table_find (store->entities, one);
  numbers[1] = bayan_entity_table_find (store->entities, other);
  if (numbers[0] != 0 && numbers[1] != 0)
    return TRUE;
  g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND, "no such entity");
  return FALSE;
}

/* @target: which of the two both are; 0 for neither */
static gboolean
decide (BayanStore *store, const guint32 numbers[2], guint32 target, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "REPLACE INTO entity_pair (one, other, target) VALUES (min (?1, ?2), max (?1, ?2), nullif (?3, 0))",
      error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, numbers[0]);
  sqlite3_bind_int64 (query, 2, numbers[1]);
  sqlite3_bind_int64 (query, 3, target);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_pair_table_merge:
 *
 * From now on the entity with the key @from is that with the key @into: its mentions are, and whatever comes with its key.
 */
gboolean
bayan_pair_table_merge (BayanStore *store, const char *into, const char *from, GError **error)
{
  guint32 numbers[2];

  if (!find_both (store, into, from, numbers, error))
    return FALSE;
  if (numbers[0] == numbers[1])
    return TRUE;
  if (!decide (store, numbers, numbers[0], error)
      || !bayan_mention_table_move (store, numbers[1], numbers[0],
                                    bayan_entity_table_get_type_of (store->entities, numbers[1]),
                                    bayan_entity_table_get_type_of (store->entities, numbers[0]), error))
    return FALSE;
  bayan_entity_table_set_target (store->entities, numbers[1], numbers[0]);
  return TRUE;
}

/* They are not the same: nothing but that is kept. */
gboolean
bayan_pair_table_part (BayanStore *store, const char *one, const char *other, GError **error)
{
  guint32 numbers[2];

  return find_both (store, one, other, numbers, error)
         && (numbers[0] == numbers[1] || decide (store, numbers, 0, error));
}

static void
read_pair (sqlite3_stmt *query, BayanEntityPair *pair)
{
  pair->one = (guint32) sqlite3_column_int64 (query, 0);
  pair->other = (guint32) sqlite3_column_int64 (query, 1);
  pair->target = (guint32) sqlite3_column_int64 (query, 2);
  pair->state = pair->target != 0 ? BAYAN_PAIR_SAME : BAYAN_PAIR_DIFFERENT;
}

/* @pairs: (element-type BayanEntityPair): where to add all of them */
gboolean
bayan_pair_table_load (BayanStore *store, GArray *pairs, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "SELECT one, other, ifnull (target, 0) FROM entity_pair", error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanEntityPair pair;

      read_pair (query, &pair);
      g_array_append_val (pairs, pair);
    }
  return step == BAYAN_STEP_DONE;
}

/* The one of the two that was the other is itself again, or is the other. */
static void
follow (BayanStore *store, const BayanEntityPair *pair)
{
  guint32 from = pair->target == pair->one ? pair->other : pair->one;

  if (pair->target != 0)
    bayan_entity_table_set_target (store->entities, from, pair->target);
  else
    bayan_entity_table_part (store->entities, pair->one, pair->other);
}

/* Says in @change what is decided of two entities now, and does as it says from now on. */
gboolean
bayan_pair_table_read (BayanStore *store, guint32 one, guint32 other, BayanLibraryChange *change,
                       GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "SELECT one, other, ifnull (target, 0) FROM entity_pair WHERE one = ? AND other = ?",
      error);
  BayanEntityPair pair = { one, other, 0, BAYAN_PAIR_UNDECIDED };
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, one);
  sqlite3_bind_int64 (query, 2, other);
  step = bayan_database_step (store->database, query, error);
  if (step == BAYAN_STEP_ROW)
    {
      read_pair (query, &pair);
      sqlite3_reset (query);
    }
  follow (store, &pair);
  g_array_append_val (change->pairs_changed, pair);
  return step != BAYAN_STEP_ERROR;
}
