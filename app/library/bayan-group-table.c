/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-group-table.h"

#include "bayan-group-set.h"
#include "bayan-statement-table.h"
#include "bayan-word-table.h"

static const char *const KIND_NAMES[] = { "duplicate", "same-event" };
static const char *const STATE_NAMES[] = { "proposed", "confirmed", "split" };

static gint64
word_of_kind (BayanStore *store, BayanGroupKind kind, GError **error)
{
  return bayan_word_table_intern (store->words, KIND_NAMES[kind], error);
}

static gboolean
read_name (BayanStore *store, sqlite3_stmt *query, int column, const char *const *names, guint n_names,
           guint *index)
{
  const char *name = bayan_word_table_get (store->words, sqlite3_column_int64 (query, column));

  for (*index = 0; *index < n_names; (*index)++)
    if (g_strcmp0 (name, names[*index]) == 0)
      return TRUE;
  return FALSE;
}

/* Columns: group, kind, state, statement, and what it extends. A kind or state of a newer Bayan is left alone. */
static void
read_member (BayanStore *store, sqlite3_stmt *query, GPtrArray *groups, GHashTable *extensions)
{
  gint64 id = sqlite3_column_int64 (query, 0), statement = sqlite3_column_int64 (query, 3);
  BayanStatementGroup *last = groups->len > 0 ? g_ptr_array_index (groups, groups->len - 1) : NULL;
  guint kind, state;

  if (!read_name (store, query, 1, KIND_NAMES, G_N_ELEMENTS (KIND_NAMES), &kind)
      || !read_name (store, query, 2, STATE_NAMES, G_N_ELEMENTS (STATE_NAMES), &state))
    return;
  if (last == NULL || last->id != id)
    {
      last = bayan_statement_group_new ((BayanGroupKind) kind, (BayanGroupState) state);
      last->id = id;
      g_ptr_array_add (groups, last);
      if (sqlite3_column_type (query, 4) != SQLITE_NULL)
        {
          gint64 extends = sqlite3_column_int64 (query, 4);
          g_hash_table_insert (extensions, g_memdup2 (&extends, sizeof extends), last);
        }
    }
  g_array_append_val (last->statements, statement);
}

static GPtrArray *
load_groups (BayanStore *store, const char *sql, GHashTable *extensions, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);
  gint64 proposed = bayan_word_table_find (store->words, STATE_NAMES[BAYAN_GROUP_PROPOSED]);
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);
  BayanStep step = BAYAN_STEP_ERROR;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, proposed);
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    read_member (store, query, groups, extensions);
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&groups) : NULL;
}

static GPtrArray *
load_decided (BayanStore *store, GError **error)
{
  return load_groups (store,
                      "SELECT decided_group.id, kind, state, statement, NULL FROM decided_group"
                      " JOIN decided_member ON decided_group = decided_group.id"
                      " JOIN statement ON statement.id = statement JOIN import ON import.id = import"
                      " WHERE NOT hidden AND ?1 IS NOT NULL ORDER BY decided_group.id, statement",
                      NULL, error);
}

static GPtrArray *
load_proposed (BayanStore *store, GHashTable *extensions, GError **error)
{
  return load_groups (
      store,
      "SELECT proposed_group, proposed_group.kind, ?1, statement, extends FROM proposed_member"
      " JOIN proposed_group ON proposed_group.id = proposed_group"
      " JOIN statement ON statement.id = statement JOIN import ON import.id = import"
      " WHERE NOT hidden ORDER BY proposed_group, statement",
      extensions, error);
}

static GPtrArray *
load (BayanStore *store, GError **error)
{
  g_autoptr (GHashTable) extensions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) decided = load_decided (store, error);
  g_autoptr (GPtrArray) proposed = decided != NULL ? load_proposed (store, extensions, error) : NULL;

  return proposed != NULL ? bayan_group_set_merge (decided, proposed, extensions) : NULL;
}

/**
 * bayan_group_table_remember:
 *
 * To be called before anything that may change groups: fills BayanStore.groups where it is empty.
 */
gboolean
bayan_group_table_remember (BayanStore *store, GError **error)
{
  if (store->groups == NULL)
    store->groups = load (store, error);
  return store->groups != NULL;
}

/**
 * bayan_group_table_follow:
 * @change: where is added how the groups differ from what was remembered
 */
gboolean
bayan_group_table_follow (BayanStore *store, BayanLibraryChange *change, GError **error)
{
  GPtrArray *now = load (store, error);

  if (now == NULL)
    return FALSE;
  bayan_group_set_compare (store->groups, now, change);
  g_ptr_array_unref (store->groups);
  store->groups = now;
  return TRUE;
}

static gboolean
run (BayanStore *store, const char *sql, gint64 first, gint64 second, gint64 third, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);
  gint64 values[] = { first, second, third };

  if (query == NULL)
    return FALSE;
  for (int i = 0; i < sqlite3_bind_parameter_count (query); i++)
    sqlite3_bind_int64 (query, i + 1, values[i]);
  return bayan_database_run (store->database, query, error);
}

/* The number of a new group; nothing is in it yet. */
static gint64
insert_proposed (BayanStore *store, gint64 kind, GError **error)
{
  return run (store, "INSERT INTO proposed_group (kind) VALUES (?)", kind, 0, 0, error)
             ? sqlite3_last_insert_rowid (bayan_database_get_handle (store->database))
             : 0;
}

static gint64
read_number (BayanStore *store, const char *sql, gint64 first, gint64 second, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);
  gint64 number = -1;

  if (query == NULL)
    return -1;
  sqlite3_bind_int64 (query, 1, first);
  sqlite3_bind_int64 (query, 2, second);
  switch (bayan_database_step (store->database, query, error))
    {
    case BAYAN_STEP_ROW:
      number = sqlite3_column_int64 (query, 0);
      sqlite3_reset (query);
      break;
    case BAYAN_STEP_DONE:
      number = 0;
      break;
    default:
      break;
    }
  return number;
}

static gboolean
is_group (BayanStore *store, gint64 id, gint64 kind, GError **error)
{
  gint64 found = read_number (store,
                              "SELECT id FROM proposed_group WHERE id = ?1 AND kind = ?2 UNION ALL"
                              " SELECT id FROM decided_group WHERE id = ?1 AND kind = ?2",
                              id, kind, error);

  if (found == 0)
    g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND, "no group %" G_GINT64_FORMAT, id);
  return found > 0;
}

/* Numbers are never given out twice, so a new decision takes one of a proposal that nobody sees. */
static gint64
number_of (BayanStore *store, const BayanStatementGroup *group, gint64 kind, GError **error)
{
  gint64 id = group->id;

  if (id != 0)
    return is_group (store, id, kind, error) ? id : 0;
  id = insert_proposed (store, kind, error);
  return id != 0 && run (store, "DELETE FROM proposed_group WHERE id = ?", id, 0, 0, error) ? id : 0;
}

static gboolean
leave_others (BayanStore *store, const BayanStatementGroup *group, gint64 id, gint64 kind, GError **error)
{
  gint64 split = bayan_word_table_intern (store->words, STATE_NAMES[BAYAN_GROUP_SPLIT], error);

  if (split == 0)
    return FALSE;
  for (guint i = 0; group->state != BAYAN_GROUP_SPLIT && i < group->statements->len; i++)
    if (!run (store,
              "DELETE FROM decided_member WHERE statement = ?1 AND decided_group IN"
              " (SELECT id FROM decided_group WHERE kind = ?2 AND state <> ?3)",
              g_array_index (group->statements, gint64, i), kind, split, error))
      return FALSE;
  return run (store, "DELETE FROM decided_member WHERE decided_group = ?", id, 0, 0, error);
}

static gboolean
write_decision (BayanStore *store, const BayanStatementGroup *group, gint64 id, gint64 kind, GError **error)
{
  gint64 state = bayan_word_table_intern (store->words, STATE_NAMES[group->state], error);

  if (state == 0
      || !run (store,
               "INSERT INTO decided_group (id, kind, state) VALUES (?1, ?2, ?3)"
               " ON CONFLICT (id) DO UPDATE SET state = ?3",
               id, kind, state, error))
    return FALSE;
  for (guint i = 0; i < group->statements->len; i++)
    {
      gint64 statement = g_array_index (group->statements, gint64, i);

      if (!bayan_statement_table_is_visible (store, statement, error)
          || !run (store, "REPLACE INTO decided_member (decided_group, statement) VALUES (?1, ?2)", id,
                   statement, 0, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bayan_group_table_decide:
 * @group: the analyst's word; one with an id that is not there is BAYAN_LIBRARY_ERROR_NOT_FOUND
 */
gboolean
bayan_group_table_decide (BayanStore *store, const BayanStatementGroup *group, GError **error)
{
  gint64 kind = word_of_kind (store, group->kind, error);
  gint64 id = kind != 0 ? number_of (store, group, kind, error) : 0;

  return id != 0 && leave_others (store, group, id, kind, error)
         && write_decision (store, group, id, kind, error);
}

/* One that has been decided upon is not touched: what is proposed for it is another group, which says so. */
static gint64
extend (BayanStore *store, gint64 decided, gint64 kind, GError **error)
{
  gint64 id = read_number (store, "SELECT id FROM proposed_group WHERE extends = ?1 AND kind = ?2", decided,
                           kind, error);

  if (id != 0)
    return MAX (id, 0);
  return run (store, "INSERT INTO proposed_group (kind, extends) VALUES (?1, ?2)", kind, decided, 0, error)
             ? sqlite3_last_insert_rowid (bayan_database_get_handle (store->database))
             : 0;
}

/* Returns: the number of the proposal that @id is replaced by, empty now; 0 on error */
static gint64
number_of_proposal (BayanStore *store, gint64 kind, gint64 id, GError **error)
{
  gint64 decided = id == 0 ? 0
                           : read_number (store, "SELECT id FROM decided_group WHERE id = ?1 AND kind = ?2",
                                          id, kind, error);
  gint64 proposed = decided != 0 || id == 0
                        ? 0
                        : read_number (store, "SELECT id FROM proposed_group WHERE id = ?1 AND kind = ?2", id,
                                       kind, error);

  if (decided < 0 || proposed < 0)
    return 0;
  if (decided != 0)
    proposed = extend (store, decided, kind, error);
  else if (proposed == 0)
    proposed = insert_proposed (store, kind, error);
  return proposed != 0
                 && run (store, "DELETE FROM proposed_member WHERE proposed_group = ?", proposed, 0, 0, error)
             ? proposed
             : 0;
}

/* A statement leaves what was proposed for it before; but what the analyst has split stays as it is, for undo to give
 * it back. */
static gboolean
add_proposed (BayanStore *store, gint64 statement, gint64 kind, gint64 id, GError **error)
{
  return run (store,
              "DELETE FROM proposed_member WHERE statement = ?1 AND kind = ?2 AND proposed_group <> ?3"
              " AND proposed_group NOT IN (SELECT decided_group.id FROM decided_group JOIN word ON word.id = "
              "state"
              " WHERE word.text = 'split')",
              statement, kind, id, error)
         && run (store,
                 "REPLACE INTO proposed_member (statement, kind, proposed_group)"
                 " SELECT id, ?2, ?3 FROM statement WHERE id = ?1",
                 statement, kind, id, error);
}

static gboolean
propose (BayanStore *store, const BayanStatementGroup *group, GError **error)
{
  gint64 kind = word_of_kind (store, group->kind, error);
  gint64 id = kind != 0 ? number_of_proposal (store, kind, group->id, error) : 0;

  if (id == 0)
    return FALSE;
  for (guint i = 0; i < group->statements->len; i++)
    if (!add_proposed (store, g_array_index (group->statements, gint64, i), kind, id, error))
      return FALSE;
  return TRUE;
}

/* What the others have left of a proposal may be too little. */
static gboolean
drop_remains (BayanStore *store, GError **error)
{
  return bayan_database_exec (
      store->database,
      "DELETE FROM proposed_member WHERE proposed_group IN (SELECT proposed_group FROM"
      " proposed_member GROUP BY proposed_group HAVING count (*) < 2);"
      "DELETE FROM proposed_group WHERE NOT EXISTS"
      " (SELECT 1 FROM proposed_member WHERE proposed_group = proposed_group.id)",
      error);
}

/**
 * bayan_group_table_propose:
 * @groups: (element-type BayanStatementGroup): statements that are gone meanwhile are left out
 */
gboolean
bayan_group_table_propose (BayanStore *store, const GPtrArray *groups, GError **error)
{
  if (bayan_word_table_intern (store->words, STATE_NAMES[BAYAN_GROUP_PROPOSED], error) == 0)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    if (!propose (store, g_ptr_array_index (groups, i), error))
      return FALSE;
  return drop_remains (store, error);
}
