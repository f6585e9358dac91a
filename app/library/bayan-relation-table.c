/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-relation-table.h"

#include <string.h>

#include "bayan-mention-table.h"
#include "bayan-statement-table.h"
#include "bayan-word-table.h"

/* The statement of a mention stands first in the key: what is asked of one is asked of few rows. */
#define OF_SAME "statement = (SELECT statement FROM mention WHERE id = ?1)"

/* Before the kind of a relation that is rejected: a program that does not know of such sees no relation. */
#define REJECTED "not_"

/* The word for it, 0 on error */
static gint64
intern_kind (BayanStore *store, const BayanRelation *relation, GError **error)
{
  g_autofree char *word = g_strconcat (relation->is_rejected ? REJECTED : "",
                                       bayan_relation_kind_to_string (relation->kind), NULL);

  return bayan_word_table_intern (store->words, word, error);
}

/* Returns: FALSE for a kind that this program does not know */
static gboolean
read_kind (BayanStore *store, gint64 kind, BayanRelation *relation)
{
  const char *word = bayan_word_table_get (store->words, kind);

  relation->is_rejected = word != NULL && g_str_has_prefix (word, REJECTED);
  return bayan_relation_kind_from_string (relation->is_rejected ? word + strlen (REJECTED) : word,
                                          &relation->kind);
}

/* Parameters 1 to 4. @query: (nullable) */
static gboolean
run (BayanStore *store, sqlite3_stmt *query, gint64 one, gint64 two, gint64 three, gint64 four,
     GError **error)
{
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, one);
  sqlite3_bind_int64 (query, 2, two);
  sqlite3_bind_int64 (query, 3, three);
  sqlite3_bind_int64 (query, 4, four);
  return bayan_database_run (store->database, query, error);
}

/* @statement: (out): of both mentions, which is to be seen */
static gboolean
find_statement (BayanStore *store, const BayanRelation *relation, gint64 *statement, GError **error)
{
  BayanPlacedMention *source = bayan_mention_table_read (store, relation->source, error);
  BayanPlacedMention *target = source != NULL ? bayan_mention_table_read (store, relation->target, error)
                                              : NULL;
  gboolean fits = target != NULL && source->statement == target->statement
                  && relation->source != relation->target;

  if (target != NULL && !fits)
    g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND,
                         "no two mentions of a statement");
  *statement = fits ? source->statement : 0;
  g_clear_pointer (&source, bayan_placed_mention_free);
  g_clear_pointer (&target, bayan_placed_mention_free);
  return fits;
}

/* @sql: what is done with it: parameters are the statement, the source, the target and the kind */
static gboolean
change (BayanStore *store, const BayanRelation *relation, const char *sql, GError **error)
{
  gint64 kind = intern_kind (store, relation, error);
  gint64 statement;

  return kind != 0 && find_statement (store, relation, &statement, error)
         && run (store, bayan_database_prepare (store->database, sql, error), statement, relation->source,
                 relation->target, kind, error);
}

/**
 * bayan_relation_table_add:
 *
 * Between two mentions of a statement that is not hidden; where it is there already nothing happens.
 */
gboolean
bayan_relation_table_add (BayanStore *store, const BayanRelation *relation, GError **error)
{
  return change (store, relation,
                 "INSERT INTO relation (statement, source, target, kind) VALUES (?1, ?2, ?3, ?4)"
                 " ON CONFLICT DO NOTHING",
                 error);
}

gboolean
bayan_relation_table_remove (BayanStore *store, const BayanRelation *relation, GError **error)
{
  return change (store, relation,
                 "DELETE FROM relation WHERE statement = ?1 AND source = ?2 AND target = ?3 AND kind = ?4",
                 error);
}

/**
 * bayan_relation_table_hand_over:
 * @to: another mention of the same statement; 0 for the newest one of all
 *
 * What @from is to others, @to is from now on, unless it would be that to itself.
 */
gboolean
bayan_relation_table_hand_over (BayanStore *store, gint64 from, gint64 to, GError **error)
{
  static const char *const STEPS[] = {
    "UPDATE OR IGNORE relation SET source = ?2 WHERE " OF_SAME " AND source = ?1 AND target <> ?2",
    "UPDATE OR IGNORE relation SET target = ?2 WHERE " OF_SAME " AND target = ?1 AND source <> ?2",
  };

  if (to == 0 && !bayan_database_read_int (store->database, "SELECT max (id) FROM mention", &to, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (!run (store, bayan_database_prepare (store->database, STEPS[i], error), from, to, 0, 0, error))
      return FALSE;
  return bayan_relation_table_delete_of (store, from, error);
}

/* @any: (out): whether @mention is anything to others */
gboolean
bayan_relation_table_find (BayanStore *store, gint64 mention, gboolean *any, GError **error)
{
  sqlite3_stmt *query;
  BayanStep step = bayan_database_find (
      store->database, "SELECT 1 FROM relation WHERE " OF_SAME " AND (source = ?1 OR target = ?1)", mention,
      &query, error);

  *any = step == BAYAN_STEP_ROW;
  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  return step != BAYAN_STEP_ERROR;
}

/* Those of a mention that is about to go. */
gboolean
bayan_relation_table_delete_of (BayanStore *store, gint64 mention, GError **error)
{
  return bayan_database_run_with (store->database,
                                  "DELETE FROM relation WHERE " OF_SAME " AND (source = ?1 OR target = ?1)",
                                  mention, error);
}

/* Those of all mentions of an entity that are about to go, where a statement is to be seen. */
gboolean
bayan_relation_table_delete_of_entity (BayanStore *store, guint32 entity, GError **error)
{
  return bayan_database_run_with (
      store->database,
      "DELETE FROM relation WHERE (source IN (SELECT id FROM mention WHERE entity = ?1)"
      " OR target IN (SELECT id FROM mention WHERE entity = ?1)) AND statement IN " BAYAN_SEEN_STATEMENTS,
      entity, error);
}

/* Those of a statement that goes for good. */
gboolean
bayan_relation_table_delete_all (BayanStore *store, gint64 statement, GError **error)
{
  return bayan_database_run_with (store->database, "DELETE FROM relation WHERE statement = ?", statement,
                                  error);
}

/**
 * bayan_relation_table_load:
 *
 * Returns: (transfer full) (element-type BayanRelation) (nullable): those of @statement of kinds that this program knows, also
 * of rejected mentions, and those that are rejected; NULL on error
 */
GArray *
bayan_relation_table_load (BayanStore *store, gint64 statement, GError **error)
{
  g_autoptr (GArray) relations = g_array_new (FALSE, FALSE, sizeof (BayanRelation));
  sqlite3_stmt *query;
  BayanStep step = bayan_database_find (store->database,
                                        "SELECT source, target, kind FROM relation WHERE statement = ?"
                                        " ORDER BY source, target, kind",
                                        statement, &query, error);

  for (; step == BAYAN_STEP_ROW; step = bayan_database_step (store->database, query, error))
    {
      BayanRelation relation = { sqlite3_column_int64 (query, 0), sqlite3_column_int64 (query, 1), 0, FALSE };

      if (read_kind (store, sqlite3_column_int64 (query, 2), &relation))
        g_array_append_val (relations, relation);
    }
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&relations) : NULL;
}

/* Says in @change that a row has come or gone. @kind: its word */
void
bayan_relation_table_tell (BayanStore *store, gint64 statement, gint64 source, gint64 target, gint64 kind,
                           gboolean stands, BayanLibraryChange *change)
{
  BayanRelationChange told = { statement, { source, target, 0, FALSE }, stands };

  if (read_kind (store, kind, &told.relation))
    g_array_append_val (change->relations_changed, told);
}
