/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mention-table.h"

#include <stdio.h>
#include <string.h>

#include "bayan-entity-table.h"
#include "bayan-relation-table.h"
#include "bayan-statement-table.h"
#include "bayan-variant-table.h"
#include "bayan-word-table.h"

/* NULL where all of it stands in one place */
static char *
write_more (const BayanMention *mention)
{
  GString *more;

  if (mention->more == NULL)
    return NULL;
  more = g_string_new (NULL);
  for (guint i = 1; i < bayan_mention_get_n_parts (mention); i++)
    {
      BayanCleanSpan part = bayan_mention_get_part (mention, i);

      g_string_append_printf (more, "%s%u %u", i > 1 ? ";" : "", part.start.byte, part.end.byte);
    }
  return g_string_free (more, FALSE);
}

/* What is no part behind the ones before is passed over. @more: (nullable) */
static void
read_more (BayanMention *mention, const char *more)
{
  g_autoptr (GArray) parts = NULL;
  BayanCleanSpan last = mention->span;

  if (more == NULL)
    return;
  parts = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
  g_array_append_val (parts, last);
  for (const char *at = more; at != NULL; at = strchr (at, ';'))
    {
      BayanCleanSpan part = { { 0 }, { 0 } };

      at += *at == ';';
      if (sscanf (at, "%" G_GUINT32_FORMAT " %" G_GUINT32_FORMAT, &part.start.byte, &part.end.byte) != 2
          || part.start.byte <= last.end.byte || part.end.byte <= part.start.byte)
        continue;
      g_array_append_val (parts, part);
      last = part;
    }
  bayan_mention_set_parts (mention, (const BayanCleanSpan *) parts->data, parts->len);
}

static gboolean
bind_mention (BayanStore *store, sqlite3_stmt *query, const BayanMention *mention, guint32 entity,
              GError **error)
{
  gint64 type = bayan_word_table_of_type (store->words, mention->type, error);
  gint64 status = type != 0 ? bayan_word_table_of_status (store->words, mention->status, error) : 0;
  gint64 layer = status != 0 ? bayan_word_table_intern_name (store->words,
                                                             bayan_layer_to_string (mention->layer), error)
                             : 0;
  gint64 rule = layer != 0 ? bayan_word_table_intern (store->words, mention->rule, error) : 0;

  if (rule == 0)
    return FALSE;
  sqlite3_bind_int64 (query, 2, mention->span.start.byte);
  sqlite3_bind_int64 (query, 3, mention->span.end.byte);
  sqlite3_bind_int64 (query, 4, type);
  sqlite3_bind_int64 (query, 5, status);
  sqlite3_bind_int64 (query, 6, layer);
  sqlite3_bind_int64 (query, 7, rule);
  if (entity != 0)
    sqlite3_bind_int64 (query, 8, entity);
  bayan_query_bind_text (query, 9, mention->evidence);
  bayan_query_bind_text (query, 10, mention->value);
  if (mention->more != NULL)
    sqlite3_bind_text (query, 11, write_more (mention), -1, g_free);
  return TRUE;
}

/**
 * bayan_mention_table_update:
 * @mention: all that it is now; its id says which
 */
gboolean
bayan_mention_table_update (BayanStore *store, const BayanMention *mention, guint32 entity, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database,
                                                "UPDATE mention SET start = ?2, end = ?3, type = ?4, status "
                                                "= ?5, layer = ?6, rule = ?7, entity = ?8, evidence = ?9,"
                                                " value = ?10, more = ?11 WHERE id = ?1",
                                                error);

  if (query == NULL || !bind_mention (store, query, mention, entity, error))
    return FALSE;
  sqlite3_bind_int64 (query, 1, mention->id);
  return bayan_database_run (store->database, query, error);
}

/* With what it is to others. */
gboolean
bayan_mention_table_delete (BayanStore *store, gint64 id, GError **error)
{
  return bayan_relation_table_delete_of (store, id, error)
         && bayan_database_run_with (store->database, "DELETE FROM mention WHERE id = ?", id, error);
}

gboolean
bayan_mention_table_delete_all (BayanStore *store, gint64 statement, GError **error)
{
  return bayan_database_run_with (store->database, "DELETE FROM mention WHERE statement = ?", statement,
                                  error);
}

static gboolean
read_enums (BayanStore *store, sqlite3_stmt *query, BayanMention *mention, GError **error)
{
  const char *layer = bayan_word_table_get (store->words,
                                            sqlite3_column_int64 (query, BAYAN_MENTION_COLUMN_LAYER));
  const char *rule = bayan_word_table_get (store->words,
                                           sqlite3_column_int64 (query, BAYAN_MENTION_COLUMN_RULE));
  BayanMentionType type;
  BayanMentionStatus status;
  BayanLayer maker;

  if (!bayan_word_table_as_type (store->words, sqlite3_column_int64 (query, BAYAN_MENTION_COLUMN_TYPE), &type,
                                 error)
      || !bayan_word_table_as_status (store->words, sqlite3_column_int64 (query, BAYAN_MENTION_COLUMN_STATUS),
                                      &status, error))
    return FALSE;
  if (rule == NULL || !bayan_layer_from_string (layer, &maker))
    {
      g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
                           "a mention without provenance");
      return FALSE;
    }
  mention->type = type;
  mention->status = status;
  mention->layer = maker;
  bayan_mention_set_text (&mention->rule, rule);
  return TRUE;
}

static void
set_column_text (char **field, sqlite3_stmt *query, int column)
{
  bayan_mention_set_text (field, (const char *) sqlite3_column_text (query, column));
}

static BayanMention *
read_mention (BayanStore *store, sqlite3_stmt *query, GError **error)
{
  g_autoptr (BayanMention) mention = bayan_mention_new_empty ();

  mention->id = sqlite3_column_int64 (query, BAYAN_MENTION_COLUMN_ID);
  mention->span = bayan_clean_span ((guint32) sqlite3_column_int64 (query, BAYAN_MENTION_COLUMN_START),
                                    (guint32) sqlite3_column_int64 (query, BAYAN_MENTION_COLUMN_END));
  if (!read_enums (store, query, mention, error))
    return NULL;
  bayan_mention_set_text (&mention->entity_key,
                          bayan_entity_table_get_key (
                              store->entities, sqlite3_column_int64 (query, BAYAN_MENTION_COLUMN_ENTITY)));
  set_column_text (&mention->evidence, query, BAYAN_MENTION_COLUMN_ENTITY + 1);
  set_column_text (&mention->value, query, BAYAN_MENTION_COLUMN_ENTITY + 2);
  read_more (mention, (const char *) sqlite3_column_text (query, BAYAN_MENTION_COLUMN_ENTITY + 3));
  return g_steal_pointer (&mention);
}

static gboolean
set_not_found (GError **error)
{
  g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND, "no such mention");
  return FALSE;
}

/**
 * bayan_mention_table_read:
 *
 * Returns: (transfer full) (nullable): a mention of a statement that is not hidden;
 * BAYAN_LIBRARY_ERROR_NOT_FOUND
 */
BayanPlacedMention *
bayan_mention_table_read (BayanStore *store, gint64 id, GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (store->database,
                              "SELECT mention.* FROM mention JOIN statement ON statement.id = statement"
                              " JOIN import ON import.id = import WHERE mention.id = ? AND NOT hidden",
                              error);
  BayanPlacedMention *placed;
  BayanMention *mention;
  BayanStep step;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, id);
  step = bayan_database_step (store->database, query, error);
  if (step == BAYAN_STEP_DONE)
    set_not_found (error);
  if (step != BAYAN_STEP_ROW)
    return NULL;
  mention = read_mention (store, query, error);
  if (mention == NULL)
    {
      sqlite3_reset (query);
      return NULL;
    }
  placed = g_new (BayanPlacedMention, 1);
  placed->statement = sqlite3_column_int64 (query, BAYAN_MENTION_COLUMN_STATEMENT);
  placed->mention = mention;
  sqlite3_reset (query);
  return placed;
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  return bayan_mention_compare (*(const BayanMention *const *) a, *(const BayanMention *const *) b);
}

/**
 * bayan_mention_table_load:
 *
 * Returns: (transfer full) (nullable) (element-type BayanMention): the statement's mentions, sorted
 */
GPtrArray *
bayan_mention_table_load (BayanStore *store, gint64 statement, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, "SELECT * FROM mention WHERE statement = ?",
                                                error);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  BayanStep step;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, statement);
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanMention *mention = read_mention (store, query, error);

      if (mention == NULL)
        {
          sqlite3_reset (query);
          return NULL;
        }
      g_ptr_array_add (mentions, mention);
    }
  if (step == BAYAN_STEP_ERROR)
    return NULL;
  g_ptr_array_sort (mentions, compare_mentions);
  return g_steal_pointer (&mentions);
}

static gboolean
read_tally (BayanStore *store, sqlite3_stmt *query, BayanTally *tally, GError **error)
{
  BayanMentionType type;
  BayanMentionStatus status;

  if (!bayan_word_table_as_type (store->words, sqlite3_column_int64 (query, 3), &type, error)
      || !bayan_word_table_as_status (store->words, sqlite3_column_int64 (query, 4), &status, error))
    return FALSE;
  tally->mention = sqlite3_column_int64 (query, 0);
  tally->statement = sqlite3_column_int64 (query, 1);
  tally->entity = (guint32) sqlite3_column_int64 (query, 2);
  tally->type = (guint8) type;
  tally->status = (guint8) status;
  return TRUE;
}

/* Adds a tally for each row of @query to @tallies. */
static gboolean
read_tallies (BayanStore *store, sqlite3_stmt *query, GArray *tallies, GError **error)
{
  BayanStep step;

  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanTally tally = { 0 };

      if (!read_tally (store, query, &tally, error))
        {
          sqlite3_reset (query);
          return FALSE;
        }
      g_array_append_val (tallies, tally);
    }
  return step == BAYAN_STEP_DONE;
}

/**
 * bayan_mention_table_tally:
 * @tally: (out): how mention @id counts now
 */
gboolean
bayan_mention_table_tally (BayanStore *store, gint64 id, BayanTally *tally, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "SELECT id, statement, entity, type, status FROM mention WHERE id = ?", error);
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (BayanTally));

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  if (!read_tallies (store, query, tallies, error))
    return FALSE;
  if (tallies->len == 0)
    return set_not_found (error);
  *tally = g_array_index (tallies, BayanTally, 0);
  return TRUE;
}

gboolean
bayan_mention_table_tally_statement (BayanStore *store, gint64 statement, GArray *tallies, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "SELECT id, statement, entity, type, status FROM mention WHERE statement = ?", error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  return read_tallies (store, query, tallies, error);
}

/**
 * bayan_mention_table_tally_all:
 * @tallies: (element-type BayanTally): where to add those of every statement, hidden ones too, by statement
 *
 * One pass over one index: that is what the index is for.
 */
gboolean
bayan_mention_table_tally_all (BayanStore *store, GArray *tallies, GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (store->database,
                              "SELECT id, statement, entity, type, status FROM main.mention "
                              "INDEXED BY mention_by_statement ORDER BY statement",
                              error);

  return query != NULL && read_tallies (store, query, tallies, error);
}

/* What some of its words name, where it asks for them. */
static gboolean
find_known (BayanStore *store, gint64 statement, const BayanMention *mention, guint32 *number, GError **error)
{
  g_autofree char *words = NULL;

  *number = bayan_entity_table_find (store->entities, mention->entity_key);
  if (*number == 0 || !bayan_entity_table_asks_words (store->entities, mention->entity_key))
    return TRUE;
  words = bayan_variant_table_read_words (store, statement, mention->span, error);
  if (words == NULL)
    return FALSE;
  *number = bayan_entity_table_find_variant (store->entities, mention->entity_key, words);
  return TRUE;
}

/**
 * bayan_mention_table_find_entity:
 * @statement: whose text is written already
 *
 * The number of the entity that @mention names. A key that came without an entity gets a bare one.
 *
 * Returns: its number; 0 where it names none, and 0 with @error set on error
 */
guint32
bayan_mention_table_find_entity (BayanStore *store, gint64 statement, const BayanMention *mention,
                                 BayanLibraryChange *change, GError **error)
{
  g_autoptr (BayanEntity) bare = NULL;
  guint32 number;

  if (mention->entity_key == NULL || !find_known (store, statement, mention, &number, error))
    return 0;
  if (number != 0)
    return number;
  bare = bayan_entity_new (mention->entity_key, mention->type);
  return bayan_entity_table_intern (store->entities, bare, change, error);
}

/**
 * bayan_mention_table_get_type_of:
 * @mention: a new one
 * @entity: the number of the entity that it names; 0 for none
 *
 * Returns: the type that it has in the library: what the analyst marks is what he says, anything else what he says of all
 *   that names the same
 */
BayanMentionType
bayan_mention_table_get_type_of (BayanStore *store, const BayanMention *mention, guint32 entity)
{
  return mention->layer == BAYAN_LAYER_ANALYST
             ? mention->type
             : bayan_entity_table_map_type (store->entities, mention->entity_key, mention->type, entity);
}

/**
 * bayan_mention_table_move:
 * @into: may be @from
 *
 * The mentions of the entity @from become those of @into, and those that have the type @before get the type @now, but for
 * those that were rejected: they were so as what they are. Mentions of an import that was undone are not seen by anybody:
 * they stay as they are.
 */
gboolean
bayan_mention_table_move (BayanStore *store, guint32 from, guint32 into, BayanMentionType before,
                          BayanMentionType now, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "UPDATE mention SET entity = ?2, type = CASE WHEN type = ?3 AND status <> ?5 THEN ?4 ELSE type END"
      " WHERE entity = ?1 AND statement IN " BAYAN_SEEN_STATEMENTS,
      error);
  gint64 numbers[] = { from, into, bayan_word_table_of_type (store->words, before, error),
                       bayan_word_table_of_type (store->words, now, error),
                       bayan_word_table_of_status (store->words, BAYAN_STATUS_REJECTED, error) };

  if (query == NULL || numbers[2] == 0 || numbers[3] == 0 || numbers[4] == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    sqlite3_bind_int64 (query, (int) i + 1, numbers[i]);
  return bayan_database_run (store->database, query, error);
}
