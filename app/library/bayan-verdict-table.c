/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-verdict-table.h"

#include "bayan-word-table.h"

#define SELECT "SELECT kind, start, end, status FROM act_verdict WHERE statement = ?1"

static gboolean
set (BayanStore *store, gint64 statement, gint64 kind, const BayanActVerdict *verdict, GError **error)
{
  gint64 status = bayan_word_table_of_status (store->words, verdict->status, error);
  sqlite3_stmt *query =
      status != 0 ? bayan_database_prepare (
          store->database,
          "INSERT INTO act_verdict (statement, kind, start, end, status) VALUES (?1, ?2, ?3, ?4, ?5)"
          " ON CONFLICT (statement, kind, start) DO UPDATE SET end = ?4, status = ?5",
          error)
                  : NULL;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  sqlite3_bind_int64 (query, 2, kind);
  sqlite3_bind_int64 (query, 3, verdict->place.start.byte);
  sqlite3_bind_int64 (query, 4, verdict->place.end.byte);
  sqlite3_bind_int64 (query, 5, status);
  return bayan_database_run (store->database, query, error);
}

static gboolean
clear (BayanStore *store, gint64 statement, gint64 kind, const BayanActVerdict *verdict, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "DELETE FROM act_verdict WHERE statement = ?1 AND kind = ?2 AND start = ?3", error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  sqlite3_bind_int64 (query, 2, kind);
  sqlite3_bind_int64 (query, 3, verdict->place.start.byte);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_verdict_table_set:
 * @verdict: takes the place of the one of the same thing; a suggested one of nothing
 */
gboolean
bayan_verdict_table_set (BayanStore *store, gint64 statement, const BayanActVerdict *verdict, GError **error)
{
  gint64 kind = bayan_word_table_intern (store->words, verdict->kind, error);

  if (kind == 0)
    return FALSE;
  return verdict->status == BAYAN_STATUS_SUGGESTED ? clear (store, statement, kind, verdict, error)
                                                   : set (store, statement, kind, verdict, error);
}

/* FALSE for one of a kind or status that this program does not know. */
static gboolean
read_verdict (BayanStore *store, sqlite3_stmt *query, BayanActVerdict *verdict)
{
  const char *kind = bayan_word_table_get (store->words, sqlite3_column_int64 (query, 0));
  BayanMentionStatus status;

  if (kind == NULL
      || !bayan_word_table_as_status (store->words, sqlite3_column_int64 (query, 3), &status, NULL))
    return FALSE;
  *verdict = bayan_act_verdict (
      kind,
      bayan_raw_span ((guint32) sqlite3_column_int64 (query, 1), (guint32) sqlite3_column_int64 (query, 2)),
      status);
  return TRUE;
}

/**
 * bayan_verdict_table_load:
 *
 * Returns: (transfer full) (element-type BayanActVerdict) (nullable): those of @statement; NULL on error
 */
GArray *
bayan_verdict_table_load (BayanStore *store, gint64 statement, GError **error)
{
  g_autoptr (GArray) verdicts = g_array_new (FALSE, FALSE, sizeof (BayanActVerdict));
  sqlite3_stmt *query = bayan_database_prepare (store->database, SELECT, error);
  BayanStep step = BAYAN_STEP_ERROR;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, statement);
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanActVerdict verdict;

      if (read_verdict (store, query, &verdict))
        g_array_append_val (verdicts, verdict);
    }
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&verdicts) : NULL;
}

/* Those of a statement that goes for good. */
gboolean
bayan_verdict_table_delete_all (BayanStore *store, gint64 statement, GError **error)
{
  return bayan_database_run_with (store->database, "DELETE FROM act_verdict WHERE statement = ?", statement,
                                  error);
}

/* Says in @change what is said now of the @kind (its word) that stands at the raw byte @start. */
gboolean
bayan_verdict_table_read (BayanStore *store, gint64 statement, gint64 kind, gint64 start,
                          BayanLibraryChange *change, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, SELECT " AND kind = ?2 AND start = ?3",
                                                error);
  const char *name = bayan_word_table_get (store->words, kind);
  BayanPlacedVerdict told = { statement, { NULL, bayan_raw_span ((guint32) start, (guint32) start), 0 } };
  gboolean is_known = TRUE;
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  sqlite3_bind_int64 (query, 2, kind);
  sqlite3_bind_int64 (query, 3, start);
  step = bayan_database_step (store->database, query, error);
  if (step == BAYAN_STEP_ERROR)
    return FALSE;
  if (step == BAYAN_STEP_ROW)
    {
      is_known = read_verdict (store, query, &told.verdict);
      sqlite3_reset (query);
    }
  else if (name != NULL)
    told.verdict = bayan_act_verdict (name, told.verdict.place, BAYAN_STATUS_SUGGESTED);
  if (is_known && name != NULL)
    g_array_append_val (change->verdicts_changed, told);
  return TRUE;
}
