/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-query.h"

#include <string.h>

#include "bayan-query-values.h"

/* Brackets in brackets; FTS5 has a limit of its own. */
#define DEPTH_MAX 32

static const struct {
  const char *name;
  BayanQueryKind kind;
} FIELDS[] = {
  { "exact", BAYAN_QUERY_EXACT },   { "حرفي", BAYAN_QUERY_EXACT },  { "title", BAYAN_QUERY_TITLE },
  { "عنوان", BAYAN_QUERY_TITLE },   { "type", BAYAN_QUERY_TYPE },   { "نوع", BAYAN_QUERY_TYPE },
  { "entity", BAYAN_QUERY_ENTITY }, { "كيان", BAYAN_QUERY_ENTITY }, { "country", BAYAN_QUERY_COUNTRY },
  { "دولة", BAYAN_QUERY_COUNTRY },  { "date", BAYAN_QUERY_DATE },   { "تاريخ", BAYAN_QUERY_DATE },
  { "source", BAYAN_QUERY_SOURCE }, { "مصدر", BAYAN_QUERY_SOURCE }, { "act", BAYAN_QUERY_ACT },
  { "فعل", BAYAN_QUERY_ACT },
};

void
bayan_query_node_free (BayanQueryNode *self)
{
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

static BayanQueryNode *
new_parent (BayanQueryKind kind)
{
  BayanQueryNode *node = g_new0 (BayanQueryNode, 1);

  node->kind = kind;
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_query_node_free);
  return node;
}

/* Adds @child where it says anything. A parent of one child is that child. */
static void
add_child (BayanQueryNode **parent, BayanQueryKind kind, BayanQueryNode *child)
{
  BayanQueryNode *first = *parent;

  if (child == NULL)
    return;
  if (first == NULL)
    *parent = child;
  else if (first->kind == kind)
    g_ptr_array_add (first->children, child);
  else
    {
      *parent = new_parent (kind);
      g_ptr_array_add ((*parent)->children, first);
      g_ptr_array_add ((*parent)->children, child);
    }
}

/* Signs */

typedef enum {
  TOKEN_END,
  TOKEN_LEAF,
  TOKEN_AND,
  TOKEN_OR,
  TOKEN_NOT,
  TOKEN_OPEN,
  TOKEN_CLOSE,
} TokenKind;

typedef struct {
  const char *typed, *at; /* where the token begins */
  TokenKind kind;
  const char *end; /* of it */
  guint depth, n_leaves;
  BayanQueryProblem *problem;
} Parser;

static gboolean
is_quote (gunichar character)
{
  return character == '"' || character == 0x00AB || character == 0x00BB || character == 0x201C
         || character == 0x201D || character == 0x201E;
}

static gboolean
ends_word (const char *at)
{
  return *at == '\0' || *at == '(' || *at == ')' || *at == '|' || g_unichar_isspace (g_utf8_get_char (at))
         || is_quote (g_utf8_get_char (at));
}

static const char *
find_word_end (const char *at)
{
  while (!ends_word (at))
    at = g_utf8_next_char (at);
  return at;
}

/* Behind the quotation mark at @at: the mark that closes, or the end. */
static const char *
find_quote_end (const char *at)
{
  while (*at != '\0' && !is_quote (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
is_word (const Parser *self, const char *word)
{
  return (gsize) (self->end - self->at) == strlen (word) && strncmp (self->at, word, strlen (word)) == 0;
}

/* - directly before what it leaves out. */
static gboolean
is_minus (const char *at)
{
  return *at == '-' && at[1] != '-'
         && (!ends_word (at + 1) || at[1] == '(' || is_quote (g_utf8_get_char (at + 1)));
}

static void
look (Parser *self)
{
  while (g_unichar_isspace (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
  self->end = self->at + (*self->at != '\0');
  if (*self->at == '\0')
    self->kind = TOKEN_END;
  else if (*self->at == '(')
    self->kind = TOKEN_OPEN;
  else if (*self->at == ')')
    self->kind = TOKEN_CLOSE;
  else if (*self->at == '|')
    self->kind = TOKEN_OR;
  else if (is_minus (self->at))
    self->kind = TOKEN_NOT;
  else
    {
      self->end = find_word_end (self->at);
      self->kind = is_word (self, "AND")   ? TOKEN_AND
                   : is_word (self, "OR")  ? TOKEN_OR
                   : is_word (self, "NOT") ? TOKEN_NOT
                                           : TOKEN_LEAF;
    }
}

static void
pass (Parser *self)
{
  self->at = self->end;
  look (self);
}

static gboolean
fail (Parser *self, BayanQueryTrouble trouble, const char *start, const char *end)
{
  *self->problem = (BayanQueryProblem) { trouble, (gsize) (start - self->typed),
                                         (gsize) (end - self->typed) };
  return FALSE;
}

/* Leaves */

static BayanQueryNode *
new_leaf (Parser *self, BayanQueryKind kind, const char *start, const char *end)
{
  BayanQueryNode *leaf;

  if (self->n_leaves == BAYAN_QUERY_LEAVES_MAX)
    return NULL;
  self->n_leaves++;
  leaf = g_new0 (BayanQueryNode, 1);
  leaf->kind = kind;
  leaf->text = g_strndup (start, (gsize) (end - start));
  /* A mark that closes is not the end of what was typed. */
  leaf->is_open = *end == '\0' && (kind == BAYAN_QUERY_WORDS || kind == BAYAN_QUERY_TITLE);
  return leaf;
}

static BayanQueryValue
read_value (BayanQueryNode *leaf, BayanQueryTrouble *trouble)
{
  const char *iso3 = NULL;
  BayanQueryValue value;

  switch (leaf->kind)
    {
    case BAYAN_QUERY_TYPE:
      *trouble = BAYAN_QUERY_UNKNOWN_TYPE;
      return bayan_query_read_type (leaf->text, &leaf->number);
    case BAYAN_QUERY_ACT:
      *trouble = BAYAN_QUERY_UNKNOWN_ACT;
      return bayan_query_read_act (leaf->text, &leaf->number);
    case BAYAN_QUERY_COUNTRY:
      *trouble = BAYAN_QUERY_UNKNOWN_COUNTRY;
      value = bayan_query_read_country (leaf->text, &iso3);
      if (value == BAYAN_QUERY_VALUE_KNOWN)
        {
          g_free (leaf->text);
          leaf->text = g_strdup (iso3);
        }
      return value;
    case BAYAN_QUERY_DATE:
      *trouble = BAYAN_QUERY_NO_DATE;
      return bayan_query_read_dates (leaf->text, &leaf->from, &leaf->to);
    default:
      return BAYAN_QUERY_VALUE_KNOWN;
    }
}

/* @start, @end: the value. @leaf: (out) (nullable) */
static gboolean
take_value (Parser *self, BayanQueryKind kind, const char *start, const char *end, BayanQueryNode **leaf)
{
  g_autoptr (BayanQueryNode) made = new_leaf (self, kind, start, end);
  BayanQueryTrouble trouble;

  switch (made != NULL ? read_value (made, &trouble) : BAYAN_QUERY_VALUE_BEGINNING)
    {
    case BAYAN_QUERY_VALUE_KNOWN:
      *leaf = g_steal_pointer (&made);
      return TRUE;
    case BAYAN_QUERY_VALUE_BEGINNING:
      if (made == NULL || *end == '\0')
        return TRUE;
      return fail (self, trouble, start, end);
    case BAYAN_QUERY_VALUE_UNKNOWN:
    default:
      return fail (self, trouble, start, end);
    }
}

/* What stands between quotation marks, or up to the next space. The parser stands behind it afterwards. */
static gboolean
take_text (Parser *self, BayanQueryKind kind, const char *at, BayanQueryNode **leaf)
{
  const char *start = is_quote (g_utf8_get_char (at)) ? g_utf8_next_char (at) : at;
  const char *end = start > at ? find_quote_end (start) : find_word_end (start);

  self->end = start > at && *end != '\0' ? g_utf8_next_char (end) : end;
  return take_value (self, kind, start, end, leaf);
}

/* Latin letters and a colon directly before something look like a field; an address does not. */
static gboolean
looks_like_field (const char *start, const char *colon)
{
  for (const char *at = start; at < colon; at++)
    if (!g_ascii_isalpha (*at))
      return FALSE;
  return colon > start && colon[1] != '/'
         && (!ends_word (colon + 1) || is_quote (g_utf8_get_char (colon + 1))) && colon[1] != '\0';
}

static gboolean
take_leaf (Parser *self, BayanQueryNode **leaf)
{
  const char *start = self->at, *colon = memchr (start, ':', (gsize) (self->end - start));

  if (*start == '=' && start[1] != '=' && (!ends_word (start + 1) || is_quote (g_utf8_get_char (start + 1))))
    return take_text (self, BAYAN_QUERY_EXACT, start + 1, leaf);
  if (colon == NULL)
    return take_text (self, BAYAN_QUERY_WORDS, start, leaf);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (strlen (FIELDS[i].name) == (gsize) (colon - start)
        && g_ascii_strncasecmp (start, FIELDS[i].name, (gsize) (colon - start)) == 0)
      {
        if (colon[1] == '\0')
          {
            self->end = colon + 1;
            return TRUE;
          }
        if (ends_word (colon + 1) && !is_quote (g_utf8_get_char (colon + 1)))
          return fail (self, BAYAN_QUERY_NO_VALUE, start, colon + 1);
        return take_text (self, FIELDS[i].kind, colon + 1, leaf);
      }
  if (looks_like_field (start, colon))
    return fail (self, BAYAN_QUERY_UNKNOWN_FIELD, start, colon + 1);
  return take_text (self, BAYAN_QUERY_WORDS, start, leaf);
}

/* Operators. Each leaves in @node what was found, NULL where it says nothing, and the parser before what follows. */

static gboolean take_or (Parser *self, BayanQueryNode **node);

static gboolean
take_brackets (Parser *self, BayanQueryNode **node)
{
  const char *start = self->at;

  if (++self->depth > DEPTH_MAX)
    return fail (self, BAYAN_QUERY_TOO_DEEP, start, self->end);
  pass (self);
  if (self->kind != TOKEN_CLOSE && self->kind != TOKEN_END && !take_or (self, node))
    return FALSE;
  self->depth--;
  if (self->kind == TOKEN_CLOSE)
    pass (self);
  return TRUE;
}

/* An operator at the end waits for what follows. */
static gboolean
has_operand (Parser *self, const char *start, const char *end)
{
  if (self->kind == TOKEN_AND || self->kind == TOKEN_OR || self->kind == TOKEN_CLOSE)
    return fail (self, BAYAN_QUERY_NO_OPERAND, start, end);
  return TRUE;
}

static gboolean
take_one (Parser *self, BayanQueryNode **node)
{
  g_autoptr (BayanQueryNode) child = NULL;
  gboolean is_negated = FALSE;
  BayanQueryNode *negated;

  for (; self->kind == TOKEN_NOT; is_negated = !is_negated)
    {
      const char *start = self->at, *end = self->end;

      pass (self);
      if (!has_operand (self, start, end))
        return FALSE;
    }
  if (self->kind == TOKEN_OPEN)
    {
      if (!take_brackets (self, &child))
        return FALSE;
    }
  else if (self->kind == TOKEN_LEAF)
    {
      if (!take_leaf (self, &child))
        return FALSE;
      pass (self);
    }
  if (child == NULL || !is_negated)
    {
      *node = g_steal_pointer (&child);
      return TRUE;
    }
  /* A word that goes on would leave out more and more while it is typed. */
  child->is_open = FALSE;
  negated = new_parent (BAYAN_QUERY_NOT);
  g_ptr_array_add (negated->children, g_steal_pointer (&child));
  *node = negated;
  return TRUE;
}

static gboolean
take_and (Parser *self, BayanQueryNode **node)
{
  for (;;)
    {
      BayanQueryNode *child = NULL;

      if (!take_one (self, &child))
        return FALSE;
      add_child (node, BAYAN_QUERY_AND, child);
      if (self->kind == TOKEN_AND)
        {
          const char *start = self->at, *end = self->end;

          pass (self);
          if (!has_operand (self, start, end))
            return FALSE;
        }
      if (self->kind == TOKEN_END || self->kind == TOKEN_CLOSE || self->kind == TOKEN_OR)
        return TRUE;
    }
}

static gboolean
take_or (Parser *self, BayanQueryNode **node)
{
  if (self->kind == TOKEN_AND || self->kind == TOKEN_OR)
    return fail (self, BAYAN_QUERY_NO_OPERAND, self->at, self->end);
  for (;;)
    {
      g_autoptr (BayanQueryNode) child = NULL;
      const char *start, *end;

      if (!take_and (self, &child))
        return FALSE;
      add_child (node, BAYAN_QUERY_OR, g_steal_pointer (&child));
      if (self->kind != TOKEN_OR)
        return TRUE;
      start = self->at;
      end = self->end;
      pass (self);
      if (!has_operand (self, start, end))
        return FALSE;
      if (self->kind == TOKEN_END)
        return TRUE;
    }
}

/**
 * bayan_query_parse:
 * @typed: valid UTF-8
 * @root: (out) (transfer full) (nullable): NULL where nothing is looked for yet: everything is found
 * @problem: (out): why it is not understood; FINE else
 *
 * Any thread. Linear time.
 *
 * Returns: FALSE where it cannot be understood
 */
gboolean
bayan_query_parse (const char *typed, BayanQueryNode **root, BayanQueryProblem *problem)
{
  Parser parser = { .typed = typed, .at = typed, .problem = problem };
  g_autoptr (BayanQueryNode) node = NULL;

  *root = NULL;
  *problem = (BayanQueryProblem) { BAYAN_QUERY_FINE, 0, 0 };
  look (&parser);
  if (parser.kind == TOKEN_CLOSE)
    return fail (&parser, BAYAN_QUERY_STRAY_BRACKET, parser.at, parser.end);
  if (parser.kind != TOKEN_END && !take_or (&parser, &node))
    return FALSE;
  if (parser.kind == TOKEN_CLOSE)
    return fail (&parser, BAYAN_QUERY_STRAY_BRACKET, parser.at, parser.end);
  *root = g_steal_pointer (&node);
  return TRUE;
}
