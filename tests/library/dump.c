/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dump.h"

#include <sqlite3.h>

#include "fixture.h"

#define SEEN " IN (SELECT statement.id FROM main.statement JOIN import ON import.id = import WHERE NOT hidden)"
#define SEEN_SOURCE " IN (SELECT source FROM main.statement JOIN import ON import.id = import WHERE NOT hidden)"

static const struct {
  const char *table;
  const char *condition;
} SEEN_TABLES[] = {
  { "statement", "id" SEEN },
  { "source", "id" SEEN_SOURCE },
  { "raw", "id" SEEN_SOURCE },
  { "extract", "id" SEEN_SOURCE },
  { "body", "id" SEEN },
  { "removed_region", "statement" SEEN },
  { "mention", "statement" SEEN },
  { "detail", "statement" SEEN },
  { "doubt", "statement" SEEN },
  { "sketch", "id" SEEN },
  { "site_line", "import IN (SELECT id FROM import WHERE NOT hidden)" },
  { "site_choice", "TRUE" },
  { "decided_group", "TRUE" },
  { "decided_member", "TRUE" },
  { "lesson", "TRUE" },
  { "own_name", "TRUE" },
  { "act_verdict", "TRUE" },
  { "entity_pair", "TRUE" },
  { "relation", "statement" SEEN },
  { "own_label", "TRUE" },
  { "note", "TRUE" },
  { "stage", "statement" SEEN },
  { "statement_tag", "statement" SEEN },
  { "own_entity", "TRUE" },
  { "own_variant", "TRUE" },
};

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return database;
}

static sqlite3_stmt *
prepare (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *query;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &query, NULL), ==, SQLITE_OK);
  return query;
}

/* Each row as SQL would write it, so that no two rows read alike. */
static void
dump_table (sqlite3 *database, const char *table, const char *condition, GString *dump)
{
  g_autofree char *columns_sql = g_strdup_printf (
      "SELECT group_concat ('quote (\"' || name || '\")', ' || '','' || ') FROM pragma_table_info ('%s')", table);
  sqlite3_stmt *columns = prepare (database, columns_sql);
  g_autofree char *sql = NULL;
  sqlite3_stmt *rows;

  g_assert_cmpint (sqlite3_step (columns), ==, SQLITE_ROW);
  sql = g_strdup_printf ("SELECT %s AS row FROM main.\"%s\" WHERE %s ORDER BY 1", sqlite3_column_text (columns, 0), table,
                         condition);
  sqlite3_finalize (columns);
  rows = prepare (database, sql);
  while (sqlite3_step (rows) == SQLITE_ROW)
    g_string_append_printf (dump, "%s %s\n", table, sqlite3_column_text (rows, 0));
  g_assert_cmpint (sqlite3_finalize (rows), ==, SQLITE_OK);
}

char *
dump_all (const char *path)
{
  sqlite3 *database = open_database (path);
  sqlite3_stmt *tables = prepare (database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
                                            " ORDER BY name");
  GString *dump = g_string_new (NULL);

  while (sqlite3_step (tables) == SQLITE_ROW)
    dump_table (database, (const char *) sqlite3_column_text (tables, 0), "TRUE", dump);
  sqlite3_finalize (tables);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  return g_string_free (dump, FALSE);
}

char *
dump_seen (const char *path)
{
  sqlite3 *database = open_database (path);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (SEEN_TABLES); i++)
    dump_table (database, SEEN_TABLES[i].table, SEEN_TABLES[i].condition, dump);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  return g_string_free (dump, FALSE);
}

GArray *
dump_acts (const char *path)
{
  sqlite3 *database = open_database (path);
  sqlite3_stmt *query = prepare (database, "SELECT id FROM journal WHERE undone = 0 ORDER BY id");
  GArray *acts = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sqlite3_step (query) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);

      g_array_append_val (acts, id);
    }
  sqlite3_finalize (query);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  return acts;
}

char *
dump_act (const char *path, gint64 act)
{
  g_autofree char *condition = g_strdup_printf ("id = %" G_GINT64_FORMAT, act);
  sqlite3 *database = open_database (path);
  GString *dump = g_string_new (NULL);

  dump_table (database, "journal", condition, dump);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  return g_string_free (dump, FALSE);
}

static void
add_tally (GString *all, const BayanTally *tally)
{
  g_string_append_printf (all, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u %u\n", tally->statement,
                          tally->mention, tally->entity, tally->type, tally->status);
}

static gboolean
add_statement (GString *all, BayanLibrary *library, gint64 id, GError **error)
{
  g_autoptr (BayanOpenStatement) open = bayan_library_load_statement (library, id, error);
  const BayanStatement *statement = open != NULL ? open->statement : NULL;

  if (statement == NULL)
    return FALSE;
  g_string_append_printf (all, "%s %s %u\n", statement->text, statement->charset, statement->removed->len);
  for (guint i = 0; i < statement->details->len; i++)
    g_string_append_printf (all, "%s\n", ((const BayanDetail *) statement->details->pdata[i])->value);
  for (guint i = 0; i < open->mentions->len; i++)
    {
      const BayanMention *mention = open->mentions->pdata[i];

      for (guint p = 0; p < bayan_mention_get_n_parts (mention); p++)
        g_string_append_printf (all, "%u %u ", bayan_mention_get_part (mention, p).start.byte,
                                bayan_mention_get_part (mention, p).end.byte);
      g_string_append_printf (all, "%s %s\n", mention->entity_key, mention->rule);
    }
  for (guint i = 0; i < open->verdicts->len; i++)
    {
      const BayanActVerdict *verdict = &g_array_index (open->verdicts, BayanActVerdict, i);

      g_string_append_printf (all, "%s %u %u\n", verdict->kind, verdict->place.start.byte, verdict->status);
    }
  for (guint i = 0; i < open->relations->len; i++)
    {
      const BayanRelation *relation = &g_array_index (open->relations, BayanRelation, i);

      g_string_append_printf (all, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u\n", relation->source,
                              relation->target, relation->kind);
    }
  return TRUE;
}

static void
add_own (GString *all, const BayanNumberedEntity *numbered)
{
  const BayanOwnEntity *own = numbered->own;

  if (own != NULL)
    g_string_append_printf (all, "%u %s %d %s %s %s %s %s %s\n", numbered->number, numbered->entity->key, own->type,
                            own->name_ar, own->name_en, own->description, own->iso, own->m49, own->wikidata);
}

/* What the analyst says beside the statements. */
static void
add_words (GString *all, const BayanLibraryIndex *index)
{
  for (guint i = 0; i < index->groups->len; i++)
    {
      const BayanStatementGroup *group = index->groups->pdata[i];

      g_string_append_printf (all, "%" G_GINT64_FORMAT " %u %u\n", group->id, group->state, group->statements->len);
    }
  for (guint i = 0; i < index->names->len; i++)
    g_string_append_printf (all, "%s\n", ((const BayanOwnName *) index->names->pdata[i])->name);
  for (guint i = 0; i < index->lessons->len; i++)
    g_string_append_printf (all, "%s\n", ((const BayanLesson *) index->lessons->pdata[i])->surface);
  for (guint i = 0; i < index->pairs->len; i++)
    {
      const BayanEntityPair *pair = &g_array_index (index->pairs, BayanEntityPair, i);

      g_string_append_printf (all, "%u %u %u\n", pair->one, pair->other, pair->target);
    }
  for (guint i = 0; i < index->labels->len; i++)
    g_string_append_printf (all, "%s\n", ((const BayanOwnLabel *) index->labels->pdata[i])->name);
  for (guint i = 0; i < index->notes->len; i++)
    g_string_append_printf (all, "%s\n", ((const BayanNote *) index->notes->pdata[i])->text);
  for (guint i = 0; i < index->entities->len; i++)
    add_own (all, index->entities->pdata[i]);
}

char *
dump_shown_or_error (BayanLibrary *library, GError **error)
{
  g_autoptr (BayanLibraryIndex) index = bayan_library_load_index (library, error);
  g_autoptr (GString) all = g_string_new (NULL);

  if (index == NULL)
    return NULL;
  for (guint i = 0; i < index->headers->len; i++)
    {
      const BayanHeader *header = g_ptr_array_index (index->headers, i);
      g_string_append_printf (all, "%" G_GINT64_FORMAT " %s %u %u %u\n", header->id, header->title,
                              header->n_suggested, header->n_confirmed, header->n_rejected);
      for (guint t = 0; header->standing != NULL && t < header->standing->tags->len; t++)
        g_string_append_printf (all, "#%s\n", (const char *) header->standing->tags->pdata[t]);
      if (header->standing != NULL)
        g_string_append_printf (all, "%u\n", header->standing->stage);
      if (!add_statement (all, library, header->id, error))
        return NULL;
    }
  for (guint i = 0; i < index->tallies->len; i++)
    add_tally (all, &g_array_index (index->tallies, BayanTally, i));
  add_words (all, index);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA1, all->str, -1);
}

char *
dump_shown (BayanLibrary *library)
{
  g_autoptr (GError) error = NULL;
  char *dump = dump_shown_or_error (library, &error);

  g_assert_no_error (error);
  return dump;
}
