/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-standing-table.h"

#include <string.h>

#include "bayan-word-table.h"

#define SELECT_STAGES "SELECT statement, stage, who, at FROM stage"
#define SELECT_TAGS "SELECT statement, tag FROM statement_tag"

/**
 * bayan_standing_table_set_stage:
 * @at: seconds since 1970
 *
 * A new statement is one of which nothing was said; who says so takes back what was said.
 */
gboolean
bayan_standing_table_set_stage (BayanStore *store, gint64 statement, BayanStage stage, const char *who,
                                gint64 at, GError **error)
{
  sqlite3_stmt *query;
  gint64 word;

  if (stage == BAYAN_STAGE_NEW)
    return bayan_database_run_with (store->database, "DELETE FROM stage WHERE statement = ?", statement,
                                    error);
  word = bayan_word_table_intern (store->words, bayan_stage_to_string (stage), error);
  query = word != 0 ? bayan_database_prepare (
              store->database,
              "INSERT INTO stage (statement, stage, who, at) VALUES (?1, ?2, ?3, ?4)"
              " ON CONFLICT (statement) DO UPDATE SET stage = ?2, who = ?3, at = ?4",
              error)
                    : NULL;
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  sqlite3_bind_int64 (query, 2, word);
  bayan_query_bind_text (query, 3, who);
  sqlite3_bind_int64 (query, 4, at);
  return bayan_database_run (store->database, query, error);
}

/* Nothing happens where it has the tag already, or has not. */
gboolean
bayan_standing_table_set_tag (BayanStore *store, gint64 statement, const char *tag, gboolean on,
                              GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      on ? "INSERT INTO statement_tag (statement, tag) VALUES (?, ?) ON CONFLICT DO NOTHING"
         : "DELETE FROM statement_tag WHERE statement = ? AND tag = ?",
      error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  bayan_query_bind_text (query, 2, tag);
  return bayan_database_run (store->database, query, error);
}

static BayanStanding *
ensure (BayanHeader *header)
{
  if (header->standing == NULL)
    header->standing = bayan_standing_new ();
  return header->standing;
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  const char *one = *(const char *const *) a, *other = *(const char *const *) b;
  int order = g_utf8_collate (one, other);

  return order != 0 ? order : strcmp (one, other);
}

static void
take_stage (BayanStore *store, sqlite3_stmt *query, BayanHeader *header)
{
  BayanStage stage;

  if (!bayan_stage_from_string (bayan_word_table_get (store->words, sqlite3_column_int64 (query, 1)), &stage))
    return;
  ensure (header)->stage = stage;
  header->standing->who = g_strdup (bayan_query_get_text (query, 2));
  header->standing->at = sqlite3_column_int64 (query, 3);
}

static void
take_tag (BayanStore *store, sqlite3_stmt *query, BayanHeader *header)
{
  g_ptr_array_add (ensure (header)->tags, g_strdup (bayan_query_get_text (query, 1)));
  g_ptr_array_sort (header->standing->tags, compare_tags);
}

typedef void (*TakeFunc) (BayanStore *store, sqlite3_stmt *query, BayanHeader *header);

static gboolean
read_one (BayanStore *store, const char *sql, TakeFunc take, BayanHeader *header, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);
  BayanStep step = BAYAN_STEP_ERROR;

  if (query != NULL)
    sqlite3_bind_int64 (query, 1, header->id);
  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    take (store, query, header);
  return step == BAYAN_STEP_DONE;
}

/* Says in @header what was said of its statement. */
gboolean
bayan_standing_table_read (BayanStore *store, BayanHeader *header, GError **error)
{
  return read_one (store, SELECT_STAGES " WHERE statement = ?", take_stage, header, error)
         && read_one (store, SELECT_TAGS " WHERE statement = ?", take_tag, header, error);
}

/* Both come newest statement first. */
static gboolean
read_all (BayanStore *store, const char *sql, TakeFunc take, GPtrArray *headers, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);
  BayanStep step = BAYAN_STEP_ERROR;
  guint at = 0;

  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      gint64 statement = sqlite3_column_int64 (query, 0);

      while (at < headers->len && ((const BayanHeader *) headers->pdata[at])->id > statement)
        at++;
      if (at < headers->len && ((const BayanHeader *) headers->pdata[at])->id == statement)
        take (store, query, headers->pdata[at]);
    }
  return step == BAYAN_STEP_DONE;
}

/**
 * bayan_standing_table_load:
 * @headers: (element-type BayanHeader): newest first, as loaded
 *
 * Says in each what was said of its statement.
 */
gboolean
bayan_standing_table_load (BayanStore *store, GPtrArray *headers, GError **error)
{
  return read_all (store, SELECT_STAGES " ORDER BY statement DESC", take_stage, headers, error)
         && read_all (store, SELECT_TAGS " ORDER BY statement DESC", take_tag, headers, error);
}

/* Those of a statement that goes for good. */
gboolean
bayan_standing_table_delete_all (BayanStore *store, gint64 statement, GError **error)
{
  return bayan_database_run_with (store->database, "DELETE FROM stage WHERE statement = ?", statement, error)
         && bayan_database_run_with (store->database, "DELETE FROM statement_tag WHERE statement = ?",
                                     statement, error);
}
