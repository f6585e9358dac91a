/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-schema.h"

#include <glib/gstdio.h>

#include "bayan-library-backup.h"
#include "bayan-library-file.h"
#include "bayan-library.h"
#include "bayan-search-table.h"
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
 * that came from elsewhere is not trusted, and SQLite lets such a trigger use no virtual table.
 * - Version 2: `extract` is the text that was read out of a source that is no text. `detail` holds what the
 * columns of `statement` do not say already. `site_line` counts pages by import: those of a hidden one do not
 * count. What the analyst chooses or decides has tables of its own, in which nobody else writes: so undo always
 * finds it as it was left.
 * - Version 3: `lesson` is what decisions teach the recogniser. A mention that goes leaves its lessons: they were
 * decisions.
 * - Version 4: a statement may be in several proposals of a kind: all but one of them are split.
 * - Version 5: `own_name` is the analyst's own list of names.
 * - Version 6: `act_verdict` is what the analyst says of what a statement does; start and end are raw bytes.
 * - Version 7: `entity_pair` is what the analyst says of two entities: `target` is the one that both are, NULL that they
 * are two.
 * - Version 8: `own_label` is the code book: a mention with a label has the type OWN and the entity label:ID. A note
 * outlives what it is about. `stage` and `statement_tag` hold what was said of a statement: nothing, of a new one.
 * - Version 9: `relation` is what one mention of a statement is to another one.
 * - Version 10: `own_entity` is what the analyst says of an entity: NULL where it is as it was found. `own_variant` holds the
 * words, folded, that name another entity where the key says `entity`.
 * - Version 11: `more` are the other parts of a mention that stands in several, as brat writes them: "120 135;160 170". */
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

  "CREATE TABLE site (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;"
  "ALTER TABLE statement ADD COLUMN site INTEGER REFERENCES site (id);"
  "ALTER TABLE statement ADD COLUMN outlet TEXT;"
  "ALTER TABLE statement ADD COLUMN issuer TEXT;"
  "ALTER TABLE statement ADD COLUMN doubtful INTEGER;" /* 1 or NULL: a session sees no default in old rows */
  "CREATE TABLE extract (id INTEGER PRIMARY KEY REFERENCES source (id), bytes BLOB NOT NULL,"
  "  hash INTEGER NOT NULL) STRICT;"
  /* The same with AUTOINCREMENT and one column more: the analyst adds regions now, and undo takes them away. */
  "CREATE TABLE region (id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  statement INTEGER NOT NULL REFERENCES statement (id),"
  "  ordinal INTEGER NOT NULL, raw_start INTEGER NOT NULL, raw_end INTEGER NOT NULL, at INTEGER NOT NULL,"
  "  text TEXT NOT NULL, kind INTEGER NOT NULL, rule INTEGER NOT NULL, restored INTEGER NOT NULL,"
  "  instead TEXT, UNIQUE (statement, ordinal)) STRICT;"
  "INSERT INTO region SELECT *, NULL FROM removed_region;"
  "DROP TABLE removed_region;"
  "ALTER TABLE region RENAME TO removed_region;"
  "CREATE TABLE detail (statement INTEGER NOT NULL REFERENCES statement (id), field INTEGER NOT NULL,"
  "  value TEXT NOT NULL, origin INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, words TEXT,"
  "  PRIMARY KEY (statement, field)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE doubt (statement INTEGER NOT NULL REFERENCES statement (id), ordinal INTEGER NOT NULL,"
  "  kind INTEGER NOT NULL, subject TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
  "  PRIMARY KEY (statement, ordinal)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE sketch (id INTEGER PRIMARY KEY REFERENCES statement (id), bytes BLOB NOT NULL) STRICT;"
  "CREATE TABLE site_line (import INTEGER NOT NULL REFERENCES import (id),"
  "  site INTEGER NOT NULL REFERENCES site (id), line INTEGER NOT NULL, n_pages INTEGER NOT NULL,"
  "  PRIMARY KEY (import, site, line)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE site_choice (site INTEGER NOT NULL REFERENCES site (id), line INTEGER NOT NULL,"
  "  choice INTEGER NOT NULL, PRIMARY KEY (site, line)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE proposed_group (id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL,"
  "  extends INTEGER) STRICT;"
  "CREATE TABLE proposed_member (statement INTEGER NOT NULL REFERENCES statement (id), kind INTEGER NOT NULL,"
  "  proposed_group INTEGER NOT NULL REFERENCES proposed_group (id), PRIMARY KEY (statement, kind))"
  "  STRICT, WITHOUT ROWID;"
  "CREATE INDEX proposed_member_by_group ON proposed_member (proposed_group);"
  "CREATE TABLE decided_group (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, state INTEGER NOT NULL) STRICT;"
  "CREATE TABLE decided_member (decided_group INTEGER NOT NULL REFERENCES decided_group (id),"
  "  statement INTEGER NOT NULL REFERENCES statement (id), PRIMARY KEY (decided_group, statement))"
  "  STRICT, WITHOUT ROWID;"
  "CREATE INDEX decided_member_by_statement ON decided_member (statement);",

  "CREATE TABLE lesson (mention INTEGER NOT NULL, type INTEGER NOT NULL, is_right INTEGER NOT NULL,"
  "  surface TEXT NOT NULL, context TEXT NOT NULL, entity INTEGER REFERENCES entity (id), steps BLOB,"
  "  PRIMARY KEY (mention, type)) STRICT, WITHOUT ROWID;",

  /* The same with a longer key */
  "CREATE TABLE member (statement INTEGER NOT NULL REFERENCES statement (id), kind INTEGER NOT NULL,"
  "  proposed_group INTEGER NOT NULL REFERENCES proposed_group (id), PRIMARY KEY (statement, kind, "
  "proposed_group))"
  "  STRICT, WITHOUT ROWID;"
  "INSERT INTO member SELECT * FROM proposed_member;"
  "DROP TABLE proposed_member;"
  "ALTER TABLE member RENAME TO proposed_member;"
  "CREATE INDEX proposed_member_by_group ON proposed_member (proposed_group);",

  "CREATE TABLE own_name (id INTEGER PRIMARY KEY AUTOINCREMENT, type INTEGER NOT NULL, name TEXT NOT NULL,"
  "  spellings TEXT NOT NULL, iso3 TEXT, key TEXT, origin INTEGER NOT NULL, source TEXT NOT NULL) STRICT;",

  "CREATE TABLE act_verdict (statement INTEGER NOT NULL REFERENCES statement (id), kind INTEGER NOT NULL,"
  "  start INTEGER NOT NULL, end INTEGER NOT NULL, status INTEGER NOT NULL,"
  "  PRIMARY KEY (statement, kind, start)) STRICT, WITHOUT ROWID;",

  "CREATE TABLE entity_pair (one INTEGER NOT NULL REFERENCES entity (id),"
  "  other INTEGER NOT NULL REFERENCES entity (id), target INTEGER,"
  "  PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID;",

  "CREATE TABLE own_label (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,"
  "  label_group TEXT NOT NULL, description TEXT NOT NULL, colour INTEGER NOT NULL, key TEXT NOT NULL,"
  "  position INTEGER NOT NULL) STRICT;"
  "CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, about INTEGER NOT NULL, target INTEGER NOT NULL,"
  "  statement INTEGER NOT NULL, words TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL,"
  "  at INTEGER NOT NULL) STRICT;"
  "CREATE TABLE stage (statement INTEGER PRIMARY KEY REFERENCES statement (id), stage INTEGER NOT NULL,"
  "  who TEXT NOT NULL, at INTEGER NOT NULL) STRICT;"
  "CREATE TABLE statement_tag (statement INTEGER NOT NULL REFERENCES statement (id), tag TEXT NOT NULL,"
  "  PRIMARY KEY (statement, tag)) STRICT, WITHOUT ROWID;",

  "CREATE TABLE relation (statement INTEGER NOT NULL REFERENCES statement (id), source INTEGER NOT NULL,"
  "  target INTEGER NOT NULL, kind INTEGER NOT NULL, PRIMARY KEY (statement, source, target, kind))"
  "  STRICT, WITHOUT ROWID;",

  "CREATE TABLE own_entity (id INTEGER PRIMARY KEY REFERENCES entity (id), type INTEGER, name_ar TEXT,"
  "  name_en TEXT, description TEXT NOT NULL, iso TEXT NOT NULL, m49 TEXT NOT NULL,"
  "  wikidata TEXT NOT NULL, area TEXT NOT NULL, latitude REAL, longitude REAL) STRICT;"
  "CREATE TABLE own_variant (entity INTEGER NOT NULL REFERENCES entity (id), words TEXT NOT NULL,"
  "  target INTEGER NOT NULL REFERENCES entity (id), PRIMARY KEY (entity, words)) STRICT, WITHOUT ROWID;",

  "ALTER TABLE mention ADD COLUMN more TEXT;",
};

/* SHADOWS[n] lets a library of version n be read, where nothing may be written into it, as if it had version
 * n + 1: tables and views that lie in front of its own, in memory. */
static const char *const SHADOWS[] = {
  NULL,

  "CREATE TEMP VIEW statement AS SELECT *, NULL AS site, NULL AS outlet, NULL AS issuer, NULL AS doubtful"
  "  FROM main.statement;"
  "CREATE TEMP VIEW removed_region AS SELECT *, NULL AS instead FROM main.removed_region;"
  "CREATE TEMP TABLE site (id INTEGER PRIMARY KEY, name TEXT);"
  "CREATE TEMP TABLE extract (id INTEGER PRIMARY KEY, bytes BLOB, hash INTEGER);"
  "CREATE TEMP TABLE detail (statement, field, value, origin, start, end, words);"
  "CREATE TEMP TABLE doubt (statement, ordinal, kind, subject, start, end);"
  "CREATE TEMP TABLE sketch (id INTEGER PRIMARY KEY, bytes BLOB);"
  "CREATE TEMP TABLE site_line (import, site, line, n_pages);"
  "CREATE TEMP TABLE site_choice (site, line, choice);"
  "CREATE TEMP TABLE proposed_group (id INTEGER PRIMARY KEY, kind, extends);"
  "CREATE TEMP TABLE proposed_member (statement, kind, proposed_group);"
  "CREATE TEMP TABLE decided_group (id INTEGER PRIMARY KEY, kind, state);"
  "CREATE TEMP TABLE decided_member (decided_group, statement);",

  "CREATE TEMP TABLE lesson (mention, type, is_right, surface, context, entity, steps);",

  "", /* as far as it is read it is the same */

  "CREATE TEMP TABLE own_name (id INTEGER PRIMARY KEY, type, name, spellings, iso3, key, origin, source);",

  "CREATE TEMP TABLE act_verdict (statement, kind, start, end, status);",

  "CREATE TEMP TABLE entity_pair (one, other, target);",

  "CREATE TEMP TABLE own_label (id INTEGER PRIMARY KEY, name, label_group, description, colour, key,"
  "  position);"
  "CREATE TEMP TABLE note (id INTEGER PRIMARY KEY, about, target, statement, words, text, who, at);"
  "CREATE TEMP TABLE stage (statement INTEGER PRIMARY KEY, stage, who, at);"
  "CREATE TEMP TABLE statement_tag (statement, tag);",

  "CREATE TEMP TABLE relation (statement, source, target, kind);",

  "CREATE TEMP TABLE own_entity (id INTEGER PRIMARY KEY, type, name_ar, name_en, description, iso, m49,"
  "  wikidata, area, latitude, longitude);"
  "CREATE TEMP TABLE own_variant (entity, words, target);",

  "CREATE TEMP VIEW mention AS SELECT *, NULL AS more FROM main.mention;",
};
G_STATIC_ASSERT (G_N_ELEMENTS (SHADOWS) == G_N_ELEMENTS (MIGRATIONS));

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

/* A copy first. Where there is no room for both, the library is as it was, and the copy goes. */
static gboolean
upgrade_with_backup (BayanDatabase *database, int version, GError **error)
{
  g_autofree char *backup =
      version > 0 ? bayan_library_backup_make (database, bayan_schema_get_newest_version (), error) : NULL;

  if (version > 0 && backup == NULL)
    return FALSE;
  if (upgrade (database, version, error))
    return TRUE;
  if (backup != NULL)
    g_unlink (backup);
  return FALSE;
}

/* Reads a library of an older version where nothing can be written into it. */
static gboolean
put_shadows (BayanDatabase *database, int version, GError **error)
{
  for (; version < bayan_schema_get_newest_version (); version++)
    if (SHADOWS[version] == NULL)
      {
        g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
                             "the library has no tables");
        return FALSE;
      }
    else if (!bayan_database_exec (database, SHADOWS[version], error))
      return FALSE;
  return bayan_database_exec (database, "PRAGMA query_only = ON", error);
}

/* A disk without room for an upgrade is no reason not to read. */
static gboolean
bring_up (BayanDatabase *database, int version, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (bayan_database_get_read_only (database) != NULL)
    return put_shadows (database, version, error);
  if (upgrade_with_backup (database, version, &reason))
    return TRUE;
  if (version == 0 || !g_error_matches (reason, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FULL))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  bayan_database_set_read_only (database, g_steal_pointer (&reason));
  return put_shadows (database, version, error);
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
 * becomes read-only. One of an older version is copied first; where that is not possible it stays as it is and
 * becomes read-only, too.
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
  if (version < bayan_schema_get_newest_version () && !bring_up (database, (int) version, error))
    return FALSE;
  return bayan_database_get_read_only (database) != NULL
         || (bayan_search_table_tune (database, error) && renew_index (database, error));
}
