/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal is walked from its newest act back: so a mention that was changed again later, or that is no more, is known
 * as it was when it was decided on. */
#include "bayan-decision-history.h"

#include "bayan-decision.h"
#include "bayan-library.h"
#include "bayan-mention-table.h"
#include "bayan-word-table.h"

/* A mention, seen from the act at which the walk has arrived. */
typedef struct {
  BayanMentionType type; /* what it is after that act */
  BayanMentionType last_type;
  BayanMentionStatus last_status; /* what has become of it in the end */
} Fate;

typedef struct {
  BayanStore *store;
  GHashTable *fates; /* gint64 → Fate, NULL for a mention that nothing is known of */
  GArray *decisions; /* of BayanDecision, newest first */
} History;

/* The number in @column before the change; 0 where that column is not in it. */
static gint64
read_old (sqlite3_changeset_iter *row, int column)
{
  sqlite3_value *value = NULL;

  return sqlite3changeset_old (row, column, &value) == SQLITE_OK && value != NULL
             ? sqlite3_value_int64 (value)
             : 0;
}

/* @fate: (nullable) (transfer full) */
static Fate *
keep_fate (History *self, gint64 mention, Fate *fate)
{
  g_hash_table_replace (self->fates, g_memdup2 (&mention, sizeof mention), fate);
  return fate;
}

/* Returns: (transfer full) (nullable): NULL where the words are those of a newer program */
static Fate *
make_fate (History *self, gint64 type, gint64 status)
{
  Fate fate;

  if (!bayan_word_table_as_type (self->store->words, type, &fate.type, NULL)
      || !bayan_word_table_as_status (self->store->words, status, &fate.last_status, NULL))
    return NULL;
  fate.last_type = fate.type;
  return g_memdup2 (&fate, sizeof fate);
}

/* @fate: (out) (nullable): what has become of @mention; NULL where that is not known */
static gboolean
find_fate (History *self, gint64 mention, Fate **fate, GError **error)
{
  sqlite3_stmt *query;
  BayanStep step;

  if (g_hash_table_lookup_extended (self->fates, &mention, NULL, (gpointer *) fate))
    return TRUE;
  query = bayan_database_prepare (self->store->database, "SELECT type, status FROM mention WHERE id = ?",
                                  error);
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, mention);
  step = bayan_database_step (self->store->database, query, error);
  *fate = keep_fate (self, mention,
                     step == BAYAN_STEP_ROW
                         ? make_fate (self, sqlite3_column_int64 (query, 0), sqlite3_column_int64 (query, 1))
                         : NULL);
  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  return step != BAYAN_STEP_ERROR;
}

static gboolean
read_update (History *self, sqlite3_changeset_iter *row, gint64 done_at, GError **error)
{
  gint64 type = read_old (row, BAYAN_MENTION_COLUMN_TYPE),
         status = read_old (row, BAYAN_MENTION_COLUMN_STATUS);
  BayanMentionStatus before;
  BayanDecision decision = { done_at, 0, FALSE };
  Fate *fate;

  if (type == 0 && status == 0)
    return TRUE;
  if (!find_fate (self, read_old (row, BAYAN_MENTION_COLUMN_ID), &fate, error))
    return FALSE;
  if (fate == NULL || (type != 0 && !bayan_word_table_as_type (self->store->words, type, &fate->type, NULL))
      || status == 0 || !bayan_word_table_as_status (self->store->words, status, &before, NULL)
      || before != BAYAN_STATUS_SUGGESTED)
    return TRUE;
  decision.type = fate->type;
  decision.is_right = fate->last_status == BAYAN_STATUS_CONFIRMED && fate->last_type == fate->type;
  g_array_append_val (self->decisions, decision);
  return TRUE;
}

static gboolean
read_row (History *self, sqlite3_changeset_iter *row, gint64 done_at, GError **error)
{
  const char *table;
  int n_columns, operation, indirect;

  sqlite3changeset_op (row, &table, &n_columns, &operation, &indirect);
  if (!g_str_equal (table, "mention") || operation == SQLITE_INSERT)
    return TRUE;
  if (operation == SQLITE_UPDATE)
    return read_update (self, row, done_at, error);
  keep_fate (self, read_old (row, BAYAN_MENTION_COLUMN_ID),
             make_fate (self, read_old (row, BAYAN_MENTION_COLUMN_TYPE),
                        read_old (row, BAYAN_MENTION_COLUMN_STATUS)));
  return TRUE;
}

static gboolean
read_changeset (History *self, const void *data, int size, gint64 done_at, GError **error)
{
  sqlite3_changeset_iter *row = NULL;
  int result = sqlite3changeset_start (&row, size, (void *) data);
  gboolean readable = TRUE;

  if (result == SQLITE_OK)
    {
      while (readable && sqlite3changeset_next (row) == SQLITE_ROW)
        readable = read_row (self, row, done_at, error);
      result = sqlite3changeset_finalize (row);
    }
  if (readable && result != SQLITE_OK)
    g_set_error_literal (error, BAYAN_LIBRARY_ERROR,
                         result == SQLITE_CORRUPT ? BAYAN_LIBRARY_ERROR_DAMAGED : BAYAN_LIBRARY_ERROR_FAILED,
                         sqlite3_errstr (result));
  return readable && result == SQLITE_OK;
}

static gboolean
read_journal (History *self, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self->store->database,
                                                "SELECT done_at, changeset FROM journal"
                                                " WHERE undone = 0 AND changeset NOT NULL ORDER BY id DESC",
                                                error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL
         && (step = bayan_database_step (self->store->database, query, error)) == BAYAN_STEP_ROW)
    if (!read_changeset (self, sqlite3_column_blob (query, 1), sqlite3_column_bytes (query, 1),
                         sqlite3_column_int64 (query, 0), error))
      {
        sqlite3_reset (query);
        return FALSE;
      }
  return step == BAYAN_STEP_DONE;
}

static void
reverse (GArray *decisions)
{
  for (guint i = 0, j = decisions->len; i + 1 < j; i++)
    {
      BayanDecision first = g_array_index (decisions, BayanDecision, i);

      j--;
      g_array_index (decisions, BayanDecision, i) = g_array_index (decisions, BayanDecision, j);
      g_array_index (decisions, BayanDecision, j) = first;
    }
}

/**
 * bayan_decision_history_load:
 *
 * The suggestions that were decided on by acts that stand. One that was decided on otherwise later counts once, where it
 * was decided on first, and as what it is now. What the analyst labelled himself was no suggestion.
 *
 * Returns: (transfer full) (nullable) (element-type BayanDecision): oldest first
 */
GArray *
bayan_decision_history_load (BayanStore *store, GError **error)
{
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (BayanDecision));
  g_autoptr (GHashTable) fates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  History history = { store, fates, decisions };

  if (!read_journal (&history, error))
    return NULL;
  reverse (decisions);
  return g_steal_pointer (&decisions);
}
