/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bayan-library.h"
#include "bayan-search-private.h"
#include "bayan-tokenizer.h"

/* Some five milliseconds */
#define FIRST_HITS 16384

BayanSearch *
bayan_search_new (BayanStore *store)
{
  BayanSearch *self = g_new0 (BayanSearch, 1);

  self->store = store;
  self->database = store->database;
  self->acts = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->marks = bayan_search_marks_new ();
  self->ranks = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->exact = bayan_search_exact_new ();
  self->first_hits = FIRST_HITS;
  return self;
}

/**
 * bayan_search_set_first_hits:
 * @n: how many hits of the index the first answer to a query looks at; each further one at twice as many
 */
void
bayan_search_set_first_hits (BayanSearch *self, guint n)
{
  self->first_hits = n;
}

void
bayan_search_free (BayanSearch *self)
{
  bayan_search_forget_order (self);
  bayan_search_set_acts_func (self, NULL, NULL, NULL);
  g_array_unref (self->acts);
  g_array_unref (self->marks);
  g_array_unref (self->ranks);
  g_hash_table_unref (self->exact);
  g_free (self->unknown);
  g_free (self);
}

/**
 * bayan_search_forget_order:
 *
 * To be called after statements came, went or got another date.
 */
void
bayan_search_forget_order (BayanSearch *self)
{
  g_clear_pointer (&self->order, g_array_unref);
  g_array_set_size (self->ranks, 0);
}

/* Newest first */

static int
compare_dated (gconstpointer first, gconstpointer second)
{
  const BayanDated *a = first, *b = second;

  if (a->day != b->day)
    return a->day > b->day ? -1 : 1;
  return a->id > b->id ? -1 : a->id < b->id;
}

static gint32
day_of (const char *iso)
{
  BayanDate date = bayan_date_from_iso (iso);

  return date.year * 10000 + date.month * 100 + date.day;
}

static void
rank (BayanSearch *self)
{
  g_array_sort (self->order, compare_dated);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint id = (guint) g_array_index (self->order, BayanDated, i).id;

      if (self->ranks->len <= id)
        g_array_set_size (self->ranks, id + 1);
      g_array_index (self->ranks, guint32, id) = i + 1;
    }
}

static gboolean
load_order (BayanSearch *self, GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (self->database,
                              "SELECT statement.id, date FROM statement JOIN import ON import.id = import"
                              " WHERE NOT hidden ORDER BY statement.id DESC",
                              error);
  BayanStep step = BAYAN_STEP_ERROR;

  if (self->order != NULL)
    return TRUE;
  self->order = g_array_new (FALSE, FALSE, sizeof (BayanDated));
  while (query != NULL && (step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanDated dated = { sqlite3_column_int64 (query, 0),
                           day_of ((const char *) sqlite3_column_text (query, 1)) };

      if (dated.id > 0 && dated.id < G_MAXINT32 / 64)
        g_array_append_val (self->order, dated);
    }
  if (step == BAYAN_STEP_DONE)
    rank (self);
  else
    bayan_search_forget_order (self);
  return step == BAYAN_STEP_DONE;
}

#define EIGHT sizeof (guint64)

static inline gboolean
are_none (const guint8 *set)
{
  guint64 eight;

  memcpy (&eight, set, EIGHT);
  return eight == 0;
}

/* The ids of those that are in @set, or of all where it is NULL. */
static GArray *
gather (BayanSearch *self, const guint8 *set)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const guint n = self->order->len;

  for (guint i = 0; i < n; i++)
    if (set == NULL || set[i])
      g_array_append_val (ids, g_array_index (self->order, BayanDated, i).id);
    else
      /* Most queries find few of many. */
      while (i + EIGHT < n && are_none (set + i + 1))
        i += EIGHT;
  return ids;
}

/* What was imported before @statement is left for the next time that the query is asked. */
static void
leave_older (BayanSearch *self, gint64 statement)
{
  for (guint i = 0; i < self->order->len; i++)
    if (g_array_index (self->order, BayanDated, i).id < statement)
      bayan_search_leave_out (self, i);
}

/* The latest imports first, @n_max at most: the hits of a usual word in a hundred thousand statements take longer than a
 * keystroke may.
 *
 * Returns: (transfer full) (nullable): the place of each statement that FTS5 finds, marked */
guint8 *
bayan_search_match (BayanSearch *self, const char *expression, gsize n_max, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      self->database, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC", error);
  g_autofree guint8 *set = g_new0 (guint8, self->order->len + 1);
  gint64 statement = 0;
  gsize n = 0;
  BayanStep step;

  if (query == NULL)
    return NULL;
  bayan_query_bind_text (query, 1, expression);
  while ((step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW && n++ < n_max)
    {
      statement = sqlite3_column_int64 (query, 0);
      bayan_search_mark (self, set, statement);
    }
  if (step == BAYAN_STEP_ROW)
    {
      sqlite3_reset (query);
      leave_older (self, statement);
    }
  return step != BAYAN_STEP_ERROR ? g_steal_pointer (&set) : NULL;
}

static guint
hash_query (const BayanQueryNode *node)
{
  guint hash = (guint) node->kind + node->number * 31 + (guint) node->from * 37 + (guint) node->to * 41;

  if (node->text != NULL)
    hash = hash * 33 + g_str_hash (node->text);
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    hash = hash * 33 + hash_query (node->children->pdata[i]);
  return hash;
}

static void
begin_query (BayanSearch *self, const BayanQueryNode *query)
{
  guint hash = query != NULL ? hash_query (query) : 0;

  self->n_rounds = self->left > 0 && self->last_query == hash ? self->n_rounds + 1 : 0;
  self->last_query = hash;
  self->left = 0;
  g_clear_pointer (&self->unknown, g_free);
}

/**
 * bayan_search_get_left:
 *
 * Returns: how many statements the last query left out because it does not know yet whether it finds them
 */
guint
bayan_search_get_left (BayanSearch *self)
{
  return self->left;
}

/**
 * bayan_search_run_query:
 * @query: (nullable): NULL finds all
 * @all_hits: of the index; or a part of them at first, as bayan_search_set_first_hits() says
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the statements, newest first; not all of them where
 *   bayan_search_get_left() is not 0 then
 */
GArray *
bayan_search_run_query (BayanSearch *self, const BayanQueryNode *query, gboolean all_hits, GError **error)
{
  g_autofree guint8 *set = NULL;

  if (!load_order (self, error))
    return NULL;
  begin_query (self, query);
  self->max_hits = all_hits ? G_MAXSIZE : bayan_search_get_share (self, self->first_hits);
  if (query == NULL)
    return gather (self, NULL);
  set = bayan_search_find_set (self, query, NULL, error);
  return set != NULL ? gather (self, set) : NULL;
}

/**
 * bayan_search_parse:
 * @typed: any bytes
 * @query: (out) (transfer full) (nullable)
 *
 * Returns: FALSE with BAYAN_LIBRARY_ERROR_QUERY where it cannot be understood
 */
gboolean
bayan_search_parse (const char *typed, BayanQueryNode **query, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  BayanQueryProblem problem;

  if (bayan_query_parse (valid, query, &problem))
    return TRUE;
  g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_QUERY,
               "trouble %d with the query at bytes %" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT,
               (int) problem.trouble, problem.start, problem.end);
  return FALSE;
}

/**
 * bayan_search_run:
 * @typed: what the analyst typed; any bytes
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the statements, newest first; all of them if @typed has no
 *   word to look for yet; BAYAN_LIBRARY_ERROR_QUERY
 */
GArray *
bayan_search_run (BayanSearch *self, const char *typed, GError **error)
{
  g_autoptr (BayanQueryNode) query = NULL;

  return bayan_search_parse (typed, &query, error) ? bayan_search_run_query (self, query, FALSE, error)
                                                   : NULL;
}

/**
 * bayan_search_run_phrase:
 * @words: what stands in a text, marks and all
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the statements in which these words stand together in any of
 *   their forms, newest first; none if there is no word in @words
 */
GArray *
bayan_search_run_phrase (BayanSearch *self, const char *words, GError **error)
{
  g_autofree char *phrase = g_utf8_make_valid (words, -1);
  g_autofree char *expression = NULL;
  g_autofree guint8 *set = NULL;
  guint32 last;
  g_autofree char *token = bayan_tokenizer_find_last (phrase, &last);

  if (!load_order (self, error))
    return NULL;
  if (token == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  g_strdelimit (phrase, "\"", ' ');
  expression = g_strdup_printf ("\"%s\"", phrase);
  set = bayan_search_match (self, expression, G_MAXSIZE, error);
  return set != NULL ? gather (self, set) : NULL;
}
