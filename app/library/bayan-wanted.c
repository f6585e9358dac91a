/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-wanted.h"

#include "bayan-clitics.h"
#include "bayan-fold.h"
#include "bayan-search-private.h"
#include "bayan-tokenizer.h"

typedef struct {
  guint word; /* index in the words */
  const char *token, *stem;
  guint16 token_length, stem_length; /* bytes; stem_length 0: there is none */
} Token;

struct _BayanTokenText {
  BayanWords *words;
  BayanTokens packed;
  GArray *tokens; /* of Token */
};

/* A word of which the SEARCH key is empty is no token: ء alone. */
static gboolean
is_token (const BayanWords *words, guint index)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);
  g_autofree char *folded = NULL;

  if ((word->flags & BAYAN_WORD_PUNCTUATION) != 0 || word->key_length == 0)
    return FALSE;
  if (!g_str_has_prefix (key, "ء"))
    return TRUE;
  folded = bayan_fold (key, word->key_length, BAYAN_FOLD_SEARCH);
  return *folded != '\0';
}

static const guint8 *
take_packed (const guint8 *at, const char **start, guint16 *length, gboolean *is_stem)
{
  guint16 head;

  memcpy (&head, at, sizeof head);
  *start = (const char *) at + sizeof head;
  *length = head >> 1;
  *is_stem = head & 1;
  return at + sizeof head + *length;
}

static GArray *
list_tokens (const BayanWords *words, const BayanTokens *packed)
{
  GArray *tokens = g_array_sized_new (FALSE, FALSE, sizeof (Token), words->n_words);
  const guint8 *at = packed->data, *end = packed->data + packed->length_bytes;
  guint word = 0;

  while (at < end)
    {
      Token token = { 0 };
      const char *stem;
      guint16 stem_length;
      gboolean is_stem;

      at = take_packed (at, &token.token, &token.token_length, &is_stem);
      if (at < end)
        {
          const guint8 *behind = take_packed (at, &stem, &stem_length, &is_stem);

          if (is_stem)
            {
              token.stem = stem;
              token.stem_length = stem_length;
              at = behind;
            }
        }
      while (word < words->n_words && !is_token (words, word))
        word++;
      if (word == words->n_words)
        break;
      token.word = word++;
      g_array_append_val (tokens, token);
    }
  return tokens;
}

/* @text: valid UTF-8; not copied */
BayanTokenText *
bayan_token_text_new (const char *text, gsize length_bytes)
{
  BayanTokenText *self = g_new0 (BayanTokenText, 1);

  self->words = bayan_words_new (text, (gssize) length_bytes);
  bayan_tokens_find_in_words (&self->packed, self->words);
  self->tokens = list_tokens (self->words, &self->packed);
  return self;
}

void
bayan_token_text_free (BayanTokenText *self)
{
  bayan_words_free (self->words);
  bayan_tokens_clear (&self->packed);
  g_array_unref (self->tokens);
  g_free (self);
}

static const Token *
get_token (const BayanTokenText *self, guint index)
{
  return &g_array_index (self->tokens, Token, index);
}

static BayanCleanSpan
get_span (const BayanTokenText *self, guint index)
{
  return self->words->words[get_token (self, index)->word].span;
}

/* How many tokens end at or before @at. */
static guint
count_before (const BayanTokenText *self, BayanCleanPos at)
{
  guint low = 0, high = self->tokens->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_span (self, middle).end.byte <= at.byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What a word is called for who sorts by it: without particles. "" where a line ends between @from and @to. */
static char *
dup_neighbour (const BayanTokenText *self, guint index, guint32 from, guint32 to)
{
  const Token *token = get_token (self, index);

  if (from < to && memchr (self->words->text + from, '\n', to - from) != NULL)
    return g_strdup ("");
  return token->stem_length > 0 ? g_strndup (token->stem, token->stem_length)
                                : g_strndup (token->token, token->token_length);
}

/**
 * bayan_token_text_dup_previous:
 *
 * Returns: (transfer full): the SEARCH key without particles of the word that stands before @at in the same line, or ""
 */
char *
bayan_token_text_dup_previous (const BayanTokenText *self, BayanCleanPos at)
{
  guint n = count_before (self, at);

  return n > 0 ? dup_neighbour (self, n - 1, get_span (self, n - 1).end.byte, at.byte) : g_strdup ("");
}

/* The same of the word behind @at. */
char *
bayan_token_text_dup_next (const BayanTokenText *self, BayanCleanPos at)
{
  guint n = count_before (self, at);

  return n < self->tokens->len ? dup_neighbour (self, n, at.byte, get_span (self, n).start.byte)
                               : g_strdup ("");
}

/* What is wanted */

struct _BayanWanted {
  char *typed; /* the tokens lie in it */
  BayanTokenText *text;
  gboolean is_open;
  gboolean is_exact;
};

/**
 * bayan_wanted_new:
 * @words: WORDS, EXACT or TITLE
 *
 * Returns: (transfer full) (nullable): NULL where there is no word yet
 */
BayanWanted *
bayan_wanted_new (const BayanQueryNode *words)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  BayanWanted *self;

  bayan_search_add_words (expression, words);
  if (expression->len == 0)
    return NULL;
  self = g_new0 (BayanWanted, 1);
  self->typed = g_strdup (words->text);
  self->text = bayan_token_text_new (self->typed, strlen (self->typed));
  /* The word that was only begun is not asked for. */
  self->is_open = words->is_open && expression->str[expression->len - 1] == ')';
  if (words->is_open && !self->is_open)
    g_array_set_size (self->text->tokens, self->text->tokens->len - 1);
  self->is_exact = words->kind == BAYAN_QUERY_EXACT;
  return self;
}

void
bayan_wanted_free (BayanWanted *self)
{
  bayan_token_text_free (self->text);
  g_free (self->typed);
  g_free (self);
}

static gboolean
is_same (const char *a, guint16 a_length, const char *b, guint16 b_length)
{
  return a_length == b_length && a_length > 0 && memcmp (a, b, a_length) == 0;
}

static gboolean
begins (const char *word, guint16 length, const char *with, guint16 with_length)
{
  return length >= with_length && memcmp (word, with, with_length) == 0;
}

static gboolean
matches (const Token *token, const Token *wanted, gboolean is_open)
{
  if (is_same (token->token, token->token_length, wanted->token, wanted->token_length)
      || is_same (token->stem, token->stem_length, wanted->token, wanted->token_length)
      || is_same (token->token, token->token_length, wanted->stem, wanted->stem_length)
      || is_same (token->stem, token->stem_length, wanted->stem, wanted->stem_length))
    return TRUE;
  return is_open
         && (begins (token->token, token->token_length, wanted->token, wanted->token_length)
             || begins (token->stem, token->stem_length, wanted->token, wanted->token_length));
}

static gboolean
stands_at (const BayanWanted *self, const BayanTokenText *text, guint index)
{
  guint n = self->text->tokens->len;

  if (index + n > text->tokens->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!matches (get_token (text, index + i), get_token (self->text, i), self->is_open && i + 1 == n))
      return FALSE;
  return TRUE;
}

/* Whether a reading of a word, without its particles, is what is wanted. */
static gboolean
is_reading (const BayanCliticSplit *split, const Token *wanted, gboolean is_open)
{
  char folded[BAYAN_STEM_BYTES];
  guint16 length = (guint16) bayan_fold_to_search (split->stem, split->stem_length, folded);
  guint16 article = split->article ? (guint16) strlen ("ال") : 0;
  Token reading = { 0, folded, folded + article, length, article < length ? length - article : 0 };

  return split->proclitics != 0 && matches (&reading, wanted, is_open);
}

/* Where the first word begins without the particles before it, as a mention would. */
static BayanCleanPos
find_start (const BayanWanted *self, const BayanTokenText *text, guint index)
{
  const Token *token = get_token (text, index), *wanted = get_token (self->text, 0);
  const BayanWord *word = &text->words->words[token->word];
  gboolean is_open = self->is_open && self->text->tokens->len == 1;
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint n_splits;

  if (is_same (token->token, token->token_length, wanted->token, wanted->token_length)
      || (is_open && begins (token->token, token->token_length, wanted->token, wanted->token_length)))
    return word->span.start;
  n_splits = bayan_clitics_split (bayan_words_get_key (text->words, token->word), word->key_length, splits);
  for (guint i = 1; i < n_splits; i++)
    if (splits[i].span_chars > 0 && is_reading (&splits[i], wanted, is_open))
      return bayan_words_get_position_in (text->words, token->word, splits[i].span_chars);
  return word->span.start;
}

static void
find_exact (const BayanWanted *self, const BayanTokenText *text, GArray *spans)
{
  gsize start, end = 0;

  while (bayan_search_find_exact (text->words->text, self->typed, end, &start, &end))
    {
      BayanCleanSpan span = bayan_clean_span ((guint32) start, (guint32) end);

      g_array_append_val (spans, span);
    }
}

/**
 * bayan_wanted_find:
 * @spans: (element-type BayanCleanSpan): where to add the places of @text, in its order
 */
void
bayan_wanted_find (const BayanWanted *self, const BayanTokenText *text, GArray *spans)
{
  guint n = self->text->tokens->len;

  if (self->is_exact)
    {
      find_exact (self, text, spans);
      return;
    }
  for (guint i = 0; i + n <= text->tokens->len && n > 0; i++)
    if (stands_at (self, text, i))
      {
        BayanCleanSpan span = { find_start (self, text, i), get_span (text, i + n - 1).end };

        g_array_append_val (spans, span);
      }
}
