/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-own-entity-table.h"

#include <math.h>

#include "bayan-entity-table.h"
#include "bayan-mention-table.h"
#include "bayan-word-table.h"

#define SELECT                                                                                               \
  "SELECT id, type, name_ar, name_en, description, iso, m49, wikidata, area, latitude, longitude"            \
  " FROM own_entity"

static double
read_degrees (sqlite3_stmt *query, int column)
{
  return sqlite3_column_type (query, column) == SQLITE_NULL ? NAN : sqlite3_column_double (query, column);
}

/* A type that this program does not know is none. */
static BayanOwnEntity *
read_own (BayanWordTable *words, sqlite3_stmt *query)
{
  BayanOwnEntity *own = bayan_own_entity_new ();
  BayanMentionType type;

  if (sqlite3_column_type (query, 1) != SQLITE_NULL
      && bayan_word_table_as_type (words, sqlite3_column_int64 (query, 1), &type, NULL))
    own->type = (int) type;
  own->name_ar = bayan_query_dup_text (query, 2);
  own->name_en = bayan_query_dup_text (query, 3);
  bayan_own_entity_set_text (&own->description, bayan_query_get_text (query, 4));
  bayan_own_entity_set_text (&own->iso, bayan_query_get_text (query, 5));
  bayan_own_entity_set_text (&own->m49, bayan_query_get_text (query, 6));
  bayan_own_entity_set_text (&own->wikidata, bayan_query_get_text (query, 7));
  bayan_own_entity_set_text (&own->area, bayan_query_get_text (query, 8));
  own->latitude = read_degrees (query, 9);
  own->longitude = read_degrees (query, 10);
  return own;
}

/**
 * bayan_own_entity_table_load:
 * @owns: where to put them: number → BayanOwnEntity
 */
gboolean
bayan_own_entity_table_load (BayanDatabase *database, BayanWordTable *words, GHashTable *owns, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (database, SELECT, error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (database, query, error)) == BAYAN_STEP_ROW)
    g_hash_table_replace (owns, GUINT_TO_POINTER ((guint32) sqlite3_column_int64 (query, 0)),
                          read_own (words, query));
  return step == BAYAN_STEP_DONE;
}

static gboolean
write_own (BayanStore *store, guint32 number, const BayanOwnEntity *own, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "REPLACE INTO own_entity (id, type, name_ar, name_en, description, iso, m49, wikidata, area, latitude,"
      "  longitude) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      error);
  gint64 type = own->type >= 0 ? bayan_word_table_of_type (store->words, (BayanMentionType) own->type, error)
                               : 0;

  if (query == NULL || (type == 0 && own->type >= 0))
    return FALSE;
  sqlite3_bind_int64 (query, 1, number);
  if (type != 0)
    sqlite3_bind_int64 (query, 2, type);
  bayan_query_bind_text (query, 3, own->name_ar);
  bayan_query_bind_text (query, 4, own->name_en);
  bayan_query_bind_text (query, 5, own->description);
  bayan_query_bind_text (query, 6, own->iso);
  bayan_query_bind_text (query, 7, own->m49);
  bayan_query_bind_text (query, 8, own->wikidata);
  bayan_query_bind_text (query, 9, own->area);
  /* SQLite stores NaN as NULL. */
  sqlite3_bind_double (query, 10, own->latitude);
  sqlite3_bind_double (query, 11, own->longitude);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_own_entity_table_set:
 * @key: of an entity, or of one that is the same as another: then it is said of that one
 * @own: what is said of it from now on; nothing where it is empty
 */
gboolean
bayan_own_entity_table_set (BayanStore *store, const char *key, const BayanOwnEntity *own, GError **error)
{
  guint32 number = bayan_entity_table_find (store->entities, key);
  gboolean is_empty = bayan_own_entity_is_empty (own);
  BayanMentionType before, now;

  if (number == 0)
    {
      g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND, "no such entity");
      return FALSE;
    }
  before = bayan_entity_table_get_type_of (store->entities, number);
  if (is_empty
          ? !bayan_database_run_with (store->database, "DELETE FROM own_entity WHERE id = ?", number, error)
          : !write_own (store, number, own, error))
    return FALSE;
  bayan_entity_table_set_own (store->entities, number, is_empty ? NULL : own);
  now = bayan_entity_table_get_type_of (store->entities, number);
  return now == before || bayan_mention_table_move (store, number, number, before, now, error);
}

/* Says in @change what the entity is now, and does as it says from now on. */
gboolean
bayan_own_entity_table_read (BayanStore *store, guint32 number, BayanLibraryChange *change, GError **error)
{
  sqlite3_stmt *query;
  BayanStep step = bayan_database_find (store->database, SELECT " WHERE id = ?", number, &query, error);
  g_autoptr (BayanOwnEntity) own = NULL;

  if (step == BAYAN_STEP_ERROR)
    return FALSE;
  if (step == BAYAN_STEP_ROW)
    {
      own = read_own (store->words, query);
      sqlite3_reset (query);
    }
  bayan_entity_table_set_own (store->entities, number, own);
  return bayan_entity_table_tell (store->entities, number, change, error);
}
