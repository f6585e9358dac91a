/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-label-table.h"

#include "bayan-entity-table.h"
#include "bayan-relation-table.h"
#include "bayan-statement-table.h"

#define SELECT "SELECT id, name, label_group, description, colour, key, position FROM own_label"

/* @key: of the label; needed until the query has run */
static void
bind (sqlite3_stmt *query, const BayanOwnLabel *label, const char *key)
{
  if (label->id != 0)
    sqlite3_bind_int64 (query, 1, label->id);
  bayan_query_bind_text (query, 2, label->name);
  bayan_query_bind_text (query, 3, label->group);
  bayan_query_bind_text (query, 4, label->description);
  sqlite3_bind_int64 (query, 5, label->colour);
  bayan_query_bind_text (query, 6, key);
  sqlite3_bind_int64 (query, 7, label->position);
}

/**
 * bayan_label_table_set:
 * @label: takes the place of the one of its id; one whose id is 0 is new
 */
gboolean
bayan_label_table_set (BayanStore *store, const BayanOwnLabel *label, GError **error)
{
  const char key[2] = { label->key, '\0' };
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "INSERT INTO own_label (id, name, label_group, description, colour, key, position)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
      " ON CONFLICT (id) DO UPDATE SET name = ?2, label_group = ?3, description = ?4, colour = ?5,"
      "  key = ?6, position = ?7",
      error);

  if (query == NULL)
    return FALSE;
  bind (query, label, key);
  return bayan_database_run (store->database, query, error);
}

/* The label goes, and with it the mentions that are marked so and what those are to others. Those of an import that was undone
 * stay: they go with it for good, and could not come back with the label then. */
gboolean
bayan_label_table_remove (BayanStore *store, gint64 id, GError **error)
{
  g_autofree char *key = bayan_own_label_make_key (id);
  guint32 entity = bayan_entity_table_find (store->entities, key);

  return (entity == 0
          || (bayan_relation_table_delete_of_entity (store, entity, error)
              && bayan_database_run_with (
                  store->database,
                  "DELETE FROM mention WHERE entity = ? AND statement IN " BAYAN_SEEN_STATEMENTS, entity,
                  error)))
         && bayan_database_run_with (store->database, "DELETE FROM own_label WHERE id = ?", id, error);
}

static BayanOwnLabel *
read_label (sqlite3_stmt *query)
{
  BayanOwnLabel *label = bayan_own_label_new (bayan_query_get_text (query, 1));

  label->id = sqlite3_column_int64 (query, 0);
  bayan_own_label_set_text (&label->group, bayan_query_get_text (query, 2));
  bayan_own_label_set_text (&label->description, bayan_query_get_text (query, 3));
  label->colour = (guint32) sqlite3_column_int64 (query, 4) & 0xffffff;
  label->key = *bayan_query_get_text (query, 5);
  label->position = sqlite3_column_int (query, 6);
  return label;
}

/* Adds the whole code book to @labels, in its order. */
gboolean
bayan_label_table_load (BayanStore *store, GPtrArray *labels, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, SELECT " ORDER BY position, id", error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    g_ptr_array_add (labels, read_label (query));
  return step == BAYAN_STEP_DONE;
}

/* The entity of a label is called as the label is: whatever lists, counts and exports entities needs no code book. */
static gboolean
name_entity (BayanStore *store, const BayanOwnLabel *label, BayanLibraryChange *change, GError **error)
{
  g_autofree char *key = bayan_own_label_make_key (label->id);
  g_autoptr (BayanEntity) entity = bayan_entity_new (key, BAYAN_MENTION_OWN);

  entity->name_ar = g_strdup (label->name);
  return bayan_entity_table_rename (store->entities, entity, change, error);
}

/**
 * bayan_label_table_read:
 *
 * Says in @change what the code book has under @id now.
 */
gboolean
bayan_label_table_read (BayanStore *store, gint64 id, BayanLibraryChange *change, GError **error)
{
  sqlite3_stmt *query;
  BayanStep step = bayan_database_find (store->database, SELECT " WHERE id = ?", id, &query, error);
  BayanLabelChange *told;

  if (step == BAYAN_STEP_ERROR)
    return FALSE;
  told = g_new0 (BayanLabelChange, 1);
  told->id = id;
  told->label = step == BAYAN_STEP_ROW ? read_label (query) : NULL;
  g_ptr_array_add (change->labels_changed, told);
  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  return told->label == NULL || name_entity (store, told->label, change, error);
}
