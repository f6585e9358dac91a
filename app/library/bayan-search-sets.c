/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A query becomes one question to the index for all that the index can say, and sets for the rest: each only of what is
 * left of the one before it. */
#include "bayan-search-private.h"
#include "bayan-tokenizer.h"

#include <string.h>

/* With these begins every third word of a text. Who has typed no more has not begun with the word yet. SEARCH keys. */
static const char *const PARTICLES[] = {
  "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وبال", "وكال", "فبال", NULL,
};

static gboolean
is_word_to_come (const char *token)
{
  return g_utf8_strlen (token, -1) < 2 || g_strv_contains (PARTICLES, token);
}

/* Between quotation marks nothing means anything to FTS5, and no mark is left in a text of a query. */
static void
add_phrase (GString *expression, const char *phrase, gboolean is_open)
{
  guint32 last = 0;
  g_autofree char *token = bayan_tokenizer_find_last (phrase, &last);
  g_autofree char *before = NULL;

  if (token == NULL)
    return;
  if (!is_open)
    g_string_append_printf (expression, "\"%s\"", phrase);
  else if (!is_word_to_come (token))
    g_string_append_printf (expression, "(\"%s\" OR \"%s\" *)", phrase, phrase);
  else
    {
      before = g_strndup (phrase, last);
      add_phrase (expression, before, FALSE);
    }
}

/**
 * bayan_search_add_words:
 * @words: WORDS, EXACT or TITLE
 *
 * Adds nothing where there is no word to look for yet.
 */
void
bayan_search_add_words (GString *expression, const BayanQueryNode *words)
{
  gsize before = expression->len;

  if (words->kind == BAYAN_QUERY_TITLE)
    g_string_append (expression, "title : ");
  add_phrase (expression, words->text, words->is_open);
  if (words->kind == BAYAN_QUERY_TITLE && expression->len == before + strlen ("title : "))
    g_string_truncate (expression, before);
}

/* Whether the index can say all of it. */
static gboolean
is_indexed (const BayanQueryNode *node)
{
  if (node->kind == BAYAN_QUERY_WORDS || node->kind == BAYAN_QUERY_TITLE)
    return TRUE;
  if (node->kind != BAYAN_QUERY_AND && node->kind != BAYAN_QUERY_OR)
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    if (!is_indexed (node->children->pdata[i]))
      return FALSE;
  return TRUE;
}

static void add_expression (GString *expression, const BayanQueryNode *node);

/* Those of @children that the index can say. */
static void
add_all (GString *expression, const GPtrArray *children, const char *operator)
{
  gsize start = expression->len;

  for (guint i = 0; i < children->len; i++)
    {
      gsize before = expression->len;

      if (!is_indexed (children->pdata[i]))
        continue;
      if (before > start)
        g_string_append (expression, operator);
      gsize behind = expression->len;
      add_expression (expression, children->pdata[i]);
      if (expression->len == behind)
        g_string_truncate (expression, before);
    }
}

static void
add_expression (GString *expression, const BayanQueryNode *node)
{
  gsize start = expression->len;

  if (node->children == NULL)
    {
      bayan_search_add_words (expression, node);
      return;
    }
  g_string_append_c (expression, '(');
  add_all (expression, node->children, node->kind == BAYAN_QUERY_AND ? " AND " : " OR ");
  if (expression->len == start + 1)
    g_string_truncate (expression, start);
  else
    g_string_append_c (expression, ')');
}

/* What is left out of what is asked for, as far as the index can say it. */
static void
add_left_out (GString *expression, const GPtrArray *children)
{
  for (guint i = 0; i < children->len; i++)
    {
      const BayanQueryNode *child = children->pdata[i];
      g_autoptr (GString) left_out = g_string_new (NULL);

      if (child->kind != BAYAN_QUERY_NOT || !is_indexed (child->children->pdata[0]))
        continue;
      add_expression (left_out, child->children->pdata[0]);
      if (left_out->len == 0)
        continue;
      g_string_prepend_c (expression, '(');
      g_string_append_printf (expression, ") NOT %s", left_out->str);
    }
}

static gboolean
is_left_out_by_index (const BayanQueryNode *node, const GString *expression)
{
  return expression->len > 0 && node->kind == BAYAN_QUERY_NOT && is_indexed (node->children->pdata[0]);
}

/* Sets. Whoever has one of all statements has NULL. */

static guint8 *
dup_set (BayanSearch *self, const guint8 *set)
{
  guint8 *copy = g_malloc (self->order->len + 1);

  if (set != NULL)
    memcpy (copy, set, self->order->len);
  else
    memset (copy, TRUE, self->order->len);
  copy[self->order->len] = 0;
  return copy;
}

static void
keep (BayanSearch *self, guint8 *set, const guint8 *other)
{
  for (guint i = 0; i < self->order->len; i++)
    set[i] &= other[i];
}

static void
add (BayanSearch *self, guint8 *set, const guint8 *other)
{
  for (guint i = 0; i < self->order->len; i++)
    set[i] |= other[i];
}

static void
take_away (BayanSearch *self, guint8 *set, const guint8 *other)
{
  for (guint i = 0; i < self->order->len; i++)
    set[i] &= !other[i];
}

/* What the index says of @expression; everything where it asks nothing. */
static guint8 *
match_within (BayanSearch *self, const GString *expression, const guint8 *within, GError **error)
{
  guint8 *set;

  if (expression->len == 0)
    return dup_set (self, within);
  set = bayan_search_match (self, expression->str, self->max_hits, error);
  if (set != NULL && within != NULL)
    keep (self, set, within);
  return set;
}

static guint8 *
find_exact (BayanSearch *self, const BayanQueryNode *node, const guint8 *within, GError **error)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autofree guint8 *set = NULL;

  bayan_search_add_words (expression, node);
  set = match_within (self, expression, within, error);
  if (set == NULL || expression->len == 0)
    return g_steal_pointer (&set);
  return bayan_search_keep_exact (self, node->text, set, error) ? g_steal_pointer (&set) : NULL;
}

/* Dates first, which cost nothing; then fields; last what has to be looked up in the texts. What is left out comes behind
 * what is asked for. */
static guint
cost_of (const BayanQueryNode *node)
{
  switch (node->kind)
    {
    case BAYAN_QUERY_DATE:
      return 0;
    case BAYAN_QUERY_NOT:
      return 3;
    case BAYAN_QUERY_EXACT:
    case BAYAN_QUERY_ACT:
      return 2;
    default:
      return 1;
    }
}

static guint8 *
find_and (BayanSearch *self, const BayanQueryNode *node, const guint8 *within, GError **error)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autofree guint8 *set = NULL;

  add_all (expression, node->children, " AND ");
  if (expression->len > 0)
    add_left_out (expression, node->children);
  set = match_within (self, expression, within, error);
  for (guint cost = 0; cost <= 3; cost++)
    for (guint i = 0; i < node->children->len && set != NULL; i++)
      {
        const BayanQueryNode *child = node->children->pdata[i];
        guint8 *narrowed;

        if (is_indexed (child) || is_left_out_by_index (child, expression) || cost_of (child) != cost)
          continue;
        narrowed = bayan_search_find_set (self, child, set, error);
        g_free (set);
        set = narrowed;
      }
  return g_steal_pointer (&set);
}

static guint8 *
find_or (BayanSearch *self, const BayanQueryNode *node, const guint8 *within, GError **error)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autofree guint8 *set = NULL;

  add_all (expression, node->children, " OR ");
  set = expression->len > 0 ? match_within (self, expression, within, error)
                            : g_new0 (guint8, self->order->len + 1);
  for (guint i = 0; i < node->children->len && set != NULL; i++)
    {
      g_autofree guint8 *other = NULL;

      if (is_indexed (node->children->pdata[i]))
        continue;
      other = bayan_search_find_set (self, node->children->pdata[i], within, error);
      if (other == NULL)
        return NULL;
      add (self, set, other);
    }
  return g_steal_pointer (&set);
}

/* What says nothing leaves nothing out. */
static guint8 *
find_not (BayanSearch *self, const BayanQueryNode *node, const guint8 *within, GError **error)
{
  const BayanQueryNode *child = node->children->pdata[0];
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autofree guint8 *set = dup_set (self, within), *other = NULL;

  if (is_indexed (child))
    add_expression (expression, child);
  if (is_indexed (child) && expression->len == 0)
    return g_steal_pointer (&set);
  other = bayan_search_find_set (self, child, within, error);
  if (other == NULL)
    return NULL;
  take_away (self, set, other);
  if (self->left > 0)
    take_away (self, set, self->unknown);
  return g_steal_pointer (&set);
}

/**
 * bayan_search_find_set:
 * @within: (nullable): others need not be looked at, and are not in the answer
 *
 * The order has to be loaded.
 *
 * Returns: (transfer full) (nullable): a byte for each place in the order
 */
guint8 *
bayan_search_find_set (BayanSearch *self, const BayanQueryNode *node, const guint8 *within, GError **error)
{
  g_autoptr (GString) expression = NULL;

  if (is_indexed (node))
    {
      expression = g_string_new (NULL);
      add_expression (expression, node);
      return match_within (self, expression, within, error);
    }
  switch (node->kind)
    {
    case BAYAN_QUERY_AND:
      return find_and (self, node, within, error);
    case BAYAN_QUERY_OR:
      return find_or (self, node, within, error);
    case BAYAN_QUERY_NOT:
      return find_not (self, node, within, error);
    case BAYAN_QUERY_EXACT:
      return find_exact (self, node, within, error);
    default:
      return bayan_search_filter (self, node, within, error);
    }
}
