/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-schema.h"

#include "bayan-library-file.h"
#include "bayan-library.h"
#include "bayan-tokenizer.h"

/* MIGRATIONS[n] brings a library from version n to n + 1. What has been released is never edited: it is the
 * definition of the files that people have. Each version has a file under tests/data/.
 *
 * - Types, states, layers, rules and kinds are rows of `word`: a file says itself what its numbers mean.
 * - `statement` is what the list shows, small enough to be read whole at every start; the text is in `body`,
 * the bytes of the source in `raw`.
 * - `mention_by_statement` holds all that counting needs, in the order in which the counts are kept.
 * - Identities that the journal mentions (statement, mention, import) are never given out twice:
 * AUTOINCREMENT.
 * - `search` has no text of its own, see bayan-search-table.h. There are no triggers: the schema of a file
 * that came from elsewhere is not trusted, and SQLite lets such a trigger use no virtual table. */
static const char *const MIGRATIONS[] = {
  "CREATE TABLE property (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;"
  "CREATE TABLE source (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, uri TEXT,"
  "  charset TEXT NOT NULL, format INTEGER NOT NULL) STRICT;"
  "CREATE TABLE raw (id INTEGER PRIMARY KEY REFERENCES source (id), bytes BLOB NOT NULL) STRICT;"
  "CREATE TABLE import (id INTEGER PRIMARY KEY AUTOINCREMENT, started_at INTEGER NOT NULL,"
  "  n_statements INTEGER NOT NULL DEFAULT 0, hidden INTEGER NOT NULL DEFAULT 0) STRICT;"
  "CREATE TABLE statement (id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL UNIQUE REFERENCES "
  "source (id),"
  "  import INTEGER NOT NULL REFERENCES import (id), imported_at INTEGER NOT NULL, title TEXT NOT NULL,"
  "  title_start INTEGER NOT NULL, title_end INTEGER NOT NULL, date TEXT, date_start INTEGER NOT NULL,"
  "  date_end INTEGER NOT NULL, hijri TEXT, hijri_start INTEGER NOT NULL, hijri_end INTEGER NOT NULL,"
  "  language TEXT NOT NULL) STRICT;"
  "CREATE INDEX statement_by_import ON statement (import);"
  "CREATE TABLE body (id INTEGER PRIMARY KEY REFERENCES statement (id), text TEXT NOT NULL, map BLOB NOT "
  "NULL,"
  "  hash INTEGER NOT NULL) STRICT;"
  "CREATE TABLE removed_region (id INTEGER PRIMARY KEY, statement INTEGER NOT NULL REFERENCES statement (id),"
  "  ordinal INTEGER NOT NULL, raw_start INTEGER NOT NULL, raw_end INTEGER NOT NULL, at INTEGER NOT NULL,"
  "  text TEXT NOT NULL, kind INTEGER NOT NULL, rule INTEGER NOT NULL, restored INTEGER NOT NULL,"
  "  UNIQUE (statement, ordinal)) STRICT;"
  "CREATE TABLE entity (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, type INTEGER NOT NULL, name_ar "
  "TEXT,"
  "  name_en TEXT, iso3 TEXT, latitude REAL, longitude REAL) STRICT;"
  "CREATE TABLE mention (id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  statement INTEGER NOT NULL REFERENCES statement (id), start INTEGER NOT NULL, end INTEGER NOT NULL,"
  "  type INTEGER NOT NULL, status INTEGER NOT NULL, layer INTEGER NOT NULL, rule INTEGER NOT NULL,"
  "  entity INTEGER REFERENCES entity (id), evidence TEXT, value TEXT) STRICT;"
  "CREATE INDEX mention_by_statement ON mention (statement, entity, type, status);"
  "CREATE TABLE journal (id INTEGER PRIMARY KEY AUTOINCREMENT, act TEXT NOT NULL, subject TEXT NOT NULL,"
  "  done_at INTEGER NOT NULL, import INTEGER REFERENCES import (id), changeset BLOB,"
  "  undone INTEGER NOT NULL DEFAULT 0, CHECK ((import IS NULL) <> (changeset IS NULL))) STRICT;"
  "CREATE INDEX journal_by_undone ON journal (undone);"
  "CREATE TABLE state (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE VIEW searchable AS SELECT statement.id AS id, title, text FROM statement JOIN body USING (id);"
  "CREATE VIRTUAL TABLE search USING fts5 (title, text, content = 'searchable', content_rowid = 'id',"
  "  tokenize = 'bayan');"
  "INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);"
  "INSERT INTO property VALUES ('tokenizer', '');",
};

int
bayan_schema_get_newest_version (void)
{
  return G_N_ELEMENTS (MIGRATIONS);
}

static gboolean
set_version (BayanDatabase *database, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d", version,
                                          BAYAN_APPLICATION_ID);

  return bayan_database_exec (database, sql, error);
}

/* All steps in one transaction: a crash leaves the old version, whole. */
static gboolean
upgrade (BayanDatabase *database, int version, GError **error)
{
  gboolean done = bayan_database_begin (database, error);

  for (; done && version < bayan_schema_get_newest_version (); version++)
    done = bayan_database_exec (database, MIGRATIONS[version], error);
  if (done && set_version (database, version, error))
    return bayan_database_commit (database, error);
  bayan_database_rollback (database);
  return FALSE;
}

static gboolean
remember_tokenizer (BayanDatabase *database, const char *version, GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (database, "UPDATE property SET value = ? WHERE name = 'tokenizer'", error);

  if (query == NULL)
    return FALSE;
  bayan_query_bind_text (query, 1, version);
  return bayan_database_run (database, query, error);
}

static gboolean
is_index_of_tokenizer (BayanDatabase *database, const char *version, gboolean *is_index, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (database,
                                                "SELECT value FROM property WHERE name = 'tokenizer'", error);
  BayanStep step = query != NULL ? bayan_database_step (database, query, error) : BAYAN_STEP_ERROR;

  *is_index = step == BAYAN_STEP_ROW
              && g_strcmp0 ((const char *) sqlite3_column_text (query, 0), version) == 0;
  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  return step != BAYAN_STEP_ERROR;
}

/* Deleting from an index cuts the text into words again: with another tokenizer than the one that wrote it,
 * it would leave words behind. So a new tokenizer means a new index. */
static gboolean
renew_index (BayanDatabase *database, GError **error)
{
  const char *version = bayan_tokenizer_get_version ();
  gboolean is_index;

  if (!is_index_of_tokenizer (database, version, &is_index, error))
    return FALSE;
  if (is_index)
    return TRUE;
  if (!bayan_database_begin (database, error))
    return FALSE;
  if (bayan_database_exec (database, "INSERT INTO search (search) VALUES ('rebuild')", error)
      && remember_tokenizer (database, version, error))
    return bayan_database_commit (database, error);
  bayan_database_rollback (database);
  return FALSE;
}

static gboolean
open_newer (BayanDatabase *database, gint64 version, GError **error)
{
  bayan_database_set_read_only (database, g_error_new (BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NEWER,
                                                       "the library has version %" G_GINT64_FORMAT
                                                       ", this program knows up to %d",
                                                       version, bayan_schema_get_newest_version ()));
  return bayan_database_exec (database, "PRAGMA query_only = ON", error);
}

/**
 * bayan_schema_migrate:
 *
 * Brings the library to the newest version; makes the tables where there are none. A library of a newer Bayan
 * becomes read-only. One that cannot be written stays as it is, and has to be of the newest version.
 */
gboolean
bayan_schema_migrate (BayanDatabase *database, GError **error)
{
  gint64 version = 0;

  if (!bayan_tokenizer_register (bayan_database_get_handle (database), error)
      || !bayan_database_read_int (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > bayan_schema_get_newest_version ())
    return open_newer (database, version, error);
  if (version < 0)
    {
      g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
                           "the library has no version");
      return FALSE;
    }
  if (version < bayan_schema_get_newest_version () && !upgrade (database, (int) version, error))
    return FALSE;
  return bayan_database_get_read_only (database) != NULL || renew_index (database, error);
}
