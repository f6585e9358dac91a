/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-line-search.h"

#include <string.h>

#include "bayan-entity-table.h"
#include "bayan-mention-table.h"
#include "bayan-occurrence.h"
#include "bayan-search-private.h"
#include "bayan-wanted.h"

/* What is shown of a query: its words, or where it has none what is marked as its fields say. What it leaves out is
 * nowhere. */
typedef struct {
  GPtrArray *words;                  /* of BayanWanted */
  GPtrArray *titles;                 /* of BayanWanted: in the title alone */
  GArray *types;                     /* of guint */
  GHashTable *keys;                  /* of entities */
  const BayanMentionsWanted *wanted; /* nullable: these mentions, each by itself, and nothing else */
} Targets;

static void
targets_init (Targets *self)
{
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_wanted_free);
  self->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_wanted_free);
  self->types = g_array_new (FALSE, FALSE, sizeof (guint));
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
targets_clear (Targets *self)
{
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->types);
  g_hash_table_unref (self->keys);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Targets, targets_clear)

static void
add_words (GPtrArray *list, const BayanQueryNode *node)
{
  BayanWanted *wanted = bayan_wanted_new (node);

  if (wanted != NULL)
    g_ptr_array_add (list, wanted);
}

static gboolean
add_entities (Targets *self, BayanStore *store, const BayanQueryNode *node, GError **error)
{
  g_autoptr (GHashTable) numbers = bayan_search_find_entities (store->search, node, error);
  GHashTableIter iter;
  gpointer number;

  if (numbers == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    {
      const char *key = bayan_entity_table_get_key (store->entities, GPOINTER_TO_UINT (number));

      if (key != NULL)
        g_hash_table_add (self->keys, g_strdup (key));
    }
  return TRUE;
}

static gboolean
add_node (Targets *self, BayanStore *store, const BayanQueryNode *node, GError **error)
{
  switch (node->kind)
    {
    case BAYAN_QUERY_AND:
    case BAYAN_QUERY_OR:
      for (guint i = 0; i < node->children->len; i++)
        if (!add_node (self, store, node->children->pdata[i], error))
          return FALSE;
      return TRUE;
    case BAYAN_QUERY_WORDS:
    case BAYAN_QUERY_EXACT:
      add_words (self->words, node);
      return TRUE;
    case BAYAN_QUERY_TITLE:
      add_words (self->titles, node);
      return TRUE;
    case BAYAN_QUERY_TYPE:
      g_array_append_val (self->types, node->number);
      return TRUE;
    case BAYAN_QUERY_ENTITY:
    case BAYAN_QUERY_COUNTRY:
      return add_entities (self, store, node, error);
    case BAYAN_QUERY_NOT:
    case BAYAN_QUERY_DATE:
    case BAYAN_QUERY_SOURCE:
    case BAYAN_QUERY_ACT:
    default:
      return TRUE;
    }
}

/* One statement */

typedef struct {
  BayanStore *store;
  const Targets *targets;
  guint n_max;
  GPtrArray *found; /* of BayanOccurrence */
} Search;

static void
find_words (const Targets *self, const BayanTokenText *text, BayanCleanSpan title, GArray *spans)
{
  guint n;

  for (guint i = 0; i < self->titles->len; i++)
    bayan_wanted_find (self->titles->pdata[i], text, spans);
  n = spans->len;
  for (guint i = n; i > 0; i--)
    if (!bayan_clean_span_contains (title, g_array_index (spans, BayanCleanSpan, i - 1)))
      g_array_remove_index (spans, i - 1);
  for (guint i = 0; i < self->words->len; i++)
    bayan_wanted_find (self->words->pdata[i], text, spans);
}

static gboolean
is_target (const Targets *self, const BayanMention *mention)
{
  if (self->wanted != NULL)
    return bayan_mentions_wanted_has (self->wanted, mention);
  if (mention->status == BAYAN_STATUS_REJECTED)
    return FALSE;
  for (guint i = 0; i < self->types->len; i++)
    if (g_array_index (self->types, guint, i) == mention->type)
      return TRUE;
  return mention->entity_key != NULL && g_hash_table_contains (self->keys, mention->entity_key);
}

static void
find_mentions (const Targets *self, GPtrArray *mentions, GArray *spans)
{
  for (guint i = 0; i < mentions->len; i++)
    if (is_target (self, mentions->pdata[i]))
      g_array_append_val (spans, ((BayanMention *) mentions->pdata[i])->span);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const BayanCleanSpan *first = a, *second = b;

  if (first->start.byte != second->start.byte)
    return first->start.byte < second->start.byte ? -1 : 1;
  return (first->end.byte > second->end.byte) - (first->end.byte < second->end.byte);
}

static void
add_lines (Search *self, gint64 statement, const BayanTokenText *tokens, const char *text, GArray *spans,
           GPtrArray *mentions)
{
  const BayanCleanSpan *last = NULL;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len && self->found->len < self->n_max; i++)
    {
      const BayanCleanSpan *span = &g_array_index (spans, BayanCleanSpan, i);
      BayanOccurrence *occurrence;

      if (self->targets->wanted == NULL && last != NULL && bayan_clean_span_equal (*last, *span))
        continue;
      last = span;
      occurrence = bayan_occurrence_new (statement, text, strlen (text), *span, mentions);
      occurrence->previous = bayan_token_text_dup_previous (tokens, span->start);
      occurrence->next = bayan_token_text_dup_next (tokens, span->end);
      g_ptr_array_add (self->found, occurrence);
    }
}

static gboolean
search_text (Search *self, gint64 statement, const char *text, BayanCleanSpan title, GError **error)
{
  g_autoptr (BayanTokenText) tokens = bayan_token_text_new (text, strlen (text));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
  gboolean has_words = self->targets->words->len + self->targets->titles->len > 0;
  g_autoptr (GPtrArray) mentions = NULL;

  if (has_words)
    find_words (self->targets, tokens, title, spans);
  if (has_words && spans->len == 0)
    return TRUE;
  mentions = bayan_mention_table_load (self->store, statement, error);
  if (mentions == NULL)
    return FALSE;
  if (!has_words)
    find_mentions (self->targets, mentions, spans);
  add_lines (self, statement, tokens, text, spans, mentions);
  return TRUE;
}

static gboolean
search_statement (Search *self, gint64 statement, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      self->store->database,
      "SELECT text, title_start, title_end FROM body JOIN statement USING (id) WHERE id = ?", error);
  g_autofree char *text = NULL;
  BayanCleanSpan title = { { 0 }, { 0 } };
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  step = bayan_database_step (self->store->database, query, error);
  if (step == BAYAN_STEP_ROW)
    {
      text = bayan_query_dup_text (query, 0);
      title = bayan_clean_span ((guint32) sqlite3_column_int64 (query, 1),
                                (guint32) sqlite3_column_int64 (query, 2));
      sqlite3_reset (query);
    }
  return step != BAYAN_STEP_ERROR
         && (text == NULL || !g_utf8_validate (text, -1, NULL)
             || search_text (self, statement, text, title, error));
}

/**
 * bayan_line_search_run:
 * @typed: a query as it was typed
 * @n_max: at most so many
 * @cancellable: (nullable): looked at before each statement
 *
 * Returns: (transfer full) (nullable) (element-type BayanOccurrence): by statement, newest first, then in the order of
 *   the text; none where bayan_search_get_left() says that it has to be asked again; BAYAN_LIBRARY_ERROR_QUERY, G_IO_ERROR_CANCELLED
 */
GPtrArray *
bayan_line_search_run (BayanStore *store, const char *typed, guint n_max, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_occurrence_unref);
  g_autoptr (BayanQueryNode) query = NULL;
  g_autoptr (GArray) statements = NULL;
  g_auto (Targets) targets = { NULL };
  Search search = { store, &targets, n_max, found };

  targets_init (&targets);
  if (!bayan_search_parse (typed, &query, error))
    return NULL;
  if (query == NULL)
    return g_steal_pointer (&found);
  statements = bayan_search_run_query (store->search, query, TRUE, error);
  if (statements == NULL || !add_node (&targets, store, query, error))
    return NULL;
  if (bayan_search_get_left (store->search) > 0)
    return g_steal_pointer (&found);
  for (guint i = 0; i < statements->len && found->len < n_max; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !search_statement (&search, g_array_index (statements, gint64, i), error))
      return NULL;
  return g_steal_pointer (&found);
}

/**
 * bayan_line_search_run_mentions:
 * @n_max: at most so many
 * @cancellable: (nullable): looked at before each statement
 *
 * Returns: (transfer full) (nullable) (element-type BayanOccurrence): by statement, as @wanted has them, then in the order
 *   of the text; G_IO_ERROR_CANCELLED
 */
GPtrArray *
bayan_line_search_run_mentions (BayanStore *store, const BayanMentionsWanted *wanted, guint n_max,
                                GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_occurrence_unref);
  guint n_statements = bayan_mentions_wanted_get_n_statements (wanted);
  g_auto (Targets) targets = { NULL };
  Search search = { store, &targets, n_max, found };

  targets_init (&targets);
  targets.wanted = wanted;
  for (guint i = 0; i < n_statements && found->len < n_max; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !search_statement (&search, bayan_mentions_wanted_get_statement (wanted, i), error))
      return NULL;
  return g_steal_pointer (&found);
}
