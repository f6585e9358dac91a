/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-name-table.h"

#include "bayan-word-table.h"

/* Between the other spellings of a name: none of them has it in it. */
#define SEPARATOR "\n"

#define SELECT "SELECT id, type, name, spellings, iso3, key, origin, source FROM own_name"

/* @text: nullable */
static void
bind_text (sqlite3_stmt *query, int place, const char *text)
{
  if (text != NULL)
    bayan_query_bind_text (query, place, text);
  else
    sqlite3_bind_null (query, place);
}

static gboolean
bind (BayanStore *store, sqlite3_stmt *query, const BayanOwnName *name, const char *spellings, GError **error)
{
  gint64 type = bayan_word_table_of_type (store->words, name->type, error);
  gint64 origin = bayan_word_table_intern (store->words, bayan_name_origin_to_string (name->origin), error);

  if (type == 0 || origin == 0)
    return FALSE;
  if (name->id != 0)
    sqlite3_bind_int64 (query, 1, name->id);
  else
    sqlite3_bind_null (query, 1);
  sqlite3_bind_int64 (query, 2, type);
  bayan_query_bind_text (query, 3, name->name);
  bayan_query_bind_text (query, 4, spellings);
  bind_text (query, 5, name->iso3);
  bind_text (query, 6, name->key);
  sqlite3_bind_int64 (query, 7, origin);
  bayan_query_bind_text (query, 8, name->source);
  return TRUE;
}

/**
 * bayan_name_table_set:
 * @name: takes the place of the one of its id; one whose id is 0 is new
 */
gboolean
bayan_name_table_set (BayanStore *store, const BayanOwnName *name, GError **error)
{
  g_autofree char *spellings = g_strjoinv (SEPARATOR, name->spellings);
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "INSERT INTO own_name (id, type, name, spellings, iso3, key, origin, source)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
      " ON CONFLICT (id) DO UPDATE SET type = ?2, name = ?3, spellings = ?4, iso3 = ?5,"
      "  key = ?6, origin = ?7, source = ?8",
      error);

  return query != NULL && bind (store, query, name, spellings, error)
         && bayan_database_run (store->database, query, error);
}

gboolean
bayan_name_table_remove (BayanStore *store, gint64 id, GError **error)
{
  return bayan_database_run_with (store->database, "DELETE FROM own_name WHERE id = ?", id, error);
}

/* Returns: (nullable): NULL for one of a type that this program does not know */
static BayanOwnName *
read_name (BayanStore *store, sqlite3_stmt *query)
{
  BayanMentionType type;
  BayanOwnName *name;

  if (!bayan_word_table_as_type (store->words, sqlite3_column_int64 (query, 1), &type, NULL))
    return NULL;
  name = bayan_own_name_new (type, bayan_query_get_text (query, 2));
  name->id = sqlite3_column_int64 (query, 0);
  g_strfreev (name->spellings);
  name->spellings = g_strsplit (bayan_query_get_text (query, 3), SEPARATOR, -1);
  name->iso3 = g_strdup ((const char *) sqlite3_column_text (query, 4));
  name->key = g_strdup ((const char *) sqlite3_column_text (query, 5));
  if (!bayan_name_origin_from_string (bayan_word_table_get (store->words, sqlite3_column_int64 (query, 6)),
                                      &name->origin))
    name->origin = BAYAN_NAME_ORIGIN_HAND;
  g_free (name->source);
  name->source = g_strdup (bayan_query_get_text (query, 7));
  return name;
}

/* Adds the whole list to @names, in the order in which it was made. */
gboolean
bayan_name_table_load (BayanStore *store, GPtrArray *names, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, SELECT " ORDER BY id", error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanOwnName *name = read_name (store, query);

      if (name != NULL)
        g_ptr_array_add (names, name);
    }
  return step == BAYAN_STEP_DONE;
}

/* Says in @change what the list has under @id now. */
gboolean
bayan_name_table_read (BayanStore *store, gint64 id, BayanLibraryChange *change, GError **error)
{
  sqlite3_stmt *query;
  BayanStep step = bayan_database_find (store->database, SELECT " WHERE id = ?", id, &query, error);
  BayanNameChange *told;

  if (step == BAYAN_STEP_ERROR)
    return FALSE;
  told = g_new0 (BayanNameChange, 1);
  told->id = id;
  told->name = step == BAYAN_STEP_ROW ? read_name (store, query) : NULL;
  g_ptr_array_add (change->names_changed, told);
  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  return TRUE;
}
