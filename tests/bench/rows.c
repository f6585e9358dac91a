/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows.h"

#include <sqlite3.h>

#include "bayan-library.h"
#include "bayan-tokenizer.h"

/* Which rows belong to a statement. The sources have the numbers of the statements here: each has one. */
static const struct {
  const char *table, *key;
} TABLES[] = {
  { "source", "id" },        { "raw", "id" },          { "extract", "id" },
  { "statement", "id" },     { "body", "id" },         { "removed_region", "statement" },
  { "detail", "statement" }, { "doubt", "statement" }, { "mention", "statement" },
  { "sketch", "id" },
};
#define N_TABLES G_N_ELEMENTS (TABLES)
#define SEARCH N_TABLES
#define COLUMNS_MAX 20

typedef struct {
  guint table; /* SEARCH for a row of the index */
  int n_values;
  sqlite3_value *values[COLUMNS_MAX];
  gboolean begins; /* a statement */
} Row;

struct _Rows {
  sqlite3 *from, *to;
  sqlite3_stmt *selects[N_TABLES + 1], *inserts[N_TABLES + 1];
  GArray *rows; /* of Row */
};

static void
check (sqlite3 *database, int result)
{
  if (result != SQLITE_OK && result != SQLITE_ROW && result != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (database));
}

static void
execute (sqlite3 *database, const char *sql)
{
  check (database, sqlite3_exec (database, sql, NULL, NULL, NULL));
}

static sqlite3 *
open_database (const char *path)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  check (NULL, sqlite3_open (path, &database));
  if (!bayan_tokenizer_register (database, &error))
    g_error ("%s", error->message);
  execute (database,
           "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF;"
           "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000");
  return database;
}

static void
row_clear (gpointer data)
{
  Row *row = data;

  for (int i = 0; i < row->n_values; i++)
    sqlite3_value_free (row->values[i]);
}

static sqlite3_stmt *
prepare (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *query;

  check (database, sqlite3_prepare_v2 (database, sql, -1, &query, NULL));
  return query;
}

static sqlite3_stmt *
prepare_insert (sqlite3 *database, const char *table, int n_columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s VALUES (", table);
  for (int i = 0; i < n_columns; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  return prepare (database, sql->str);
}

/* What statements refer to is there beforehand. */
static void
copy_dictionaries (Rows *self, const char *from)
{
  static const char *const NAMES[] = { "word", "entity", "site", "import" };
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS model", from);

  execute (self->to, attach);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *copy = g_strdup_printf ("INSERT INTO main.%s SELECT * FROM model.%s", NAMES[i],
                                               NAMES[i]);
      execute (self->to, copy);
    }
  execute (self->to, "DETACH model");
}

static void
prepare_all (Rows *self)
{
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE %s = ?", TABLES[i].table,
                                              TABLES[i].key);

      self->selects[i] = prepare (self->from, sql);
      self->inserts[i] = prepare_insert (self->to, TABLES[i].table, sqlite3_column_count (self->selects[i]));
    }
  self->selects[SEARCH] = prepare (self->from, "SELECT id, title, text FROM searchable WHERE id = ?");
  self->inserts[SEARCH] = prepare (self->to, "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)");
}

/**
 * rows_new:
 * @from: a library that nobody has open
 * @to: where one is made
 */
Rows *
rows_new (const char *from, const char *to)
{
  Rows *self = g_new0 (Rows, 1);
  g_autoptr (GError) error = NULL;
  BayanLibrary *library = bayan_library_open (to, &error);

  if (library == NULL)
    g_error ("%s", error->message);
  bayan_library_close (library);
  g_object_unref (library);
  self->to = open_database (to);
  copy_dictionaries (self, from);
  self->from = open_database (from);
  prepare_all (self);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

void
rows_free (Rows *self)
{
  for (guint i = 0; i <= SEARCH; i++)
    {
      sqlite3_finalize (self->selects[i]);
      sqlite3_finalize (self->inserts[i]);
    }
  sqlite3_close (self->from);
  sqlite3_close (self->to);
  g_array_unref (self->rows);
  g_free (self);
}

static void
load_rows (Rows *self, guint table, gint64 statement)
{
  sqlite3_stmt *query = self->selects[table];

  sqlite3_bind_int64 (query, 1, statement);
  while (sqlite3_step (query) == SQLITE_ROW)
    {
      Row row = { table, sqlite3_column_count (query) };

      row.begins = table == 0;
      for (int i = 0; i < row.n_values; i++)
        row.values[i] = sqlite3_value_dup (sqlite3_column_value (query, i));
      g_array_append_val (self->rows, row);
    }
  sqlite3_reset (query);
}

/**
 * rows_load:
 *
 * Takes the rows of the statements @first to @last into memory.
 *
 * Returns: how many
 */
guint
rows_load (Rows *self, gint64 first, gint64 last)
{
  g_array_set_size (self->rows, 0);
  for (gint64 statement = first; statement <= last; statement++)
    for (guint table = 0; table <= SEARCH; table++)
      load_rows (self, table, statement);
  return self->rows->len;
}

static void
insert_row (Rows *self, const Row *row)
{
  sqlite3_stmt *query = self->inserts[row->table];

  for (int i = 0; i < row->n_values; i++)
    sqlite3_bind_value (query, i + 1, row->values[i]);
  check (self->to, sqlite3_step (query));
  sqlite3_reset (query);
}

/**
 * rows_insert:
 * @batch: statements in a transaction
 *
 * Writes what was loaded.
 *
 * Returns: the seconds that took
 */
double
rows_insert (Rows *self, guint batch)
{
  gint64 start = g_get_monotonic_time ();
  guint n_statements = 0;

  execute (self->to, "BEGIN IMMEDIATE");
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->begins && n_statements++ % batch == 0 && n_statements > 1)
        execute (self->to, "COMMIT; BEGIN IMMEDIATE");
      insert_row (self, row);
    }
  execute (self->to, "COMMIT");
  return (double) (g_get_monotonic_time () - start) / 1e6;
}
