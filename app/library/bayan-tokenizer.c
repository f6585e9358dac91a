/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-tokenizer.h"

#include <string.h>

#include "bayan-clitics.h"
#include "bayan-fold.h"
#include "bayan-library.h"
#include "bayan-tokenizer-version.h"
#include "bayan-words.h"

/* Statements use the same few thousand words again and again. */
#define CACHE_SIZE 4096
#define CACHED_BYTES 62

/* What becomes of one word. */
typedef struct {
  guint8 key_length, token_length, stem_length; /* bytes; key_length 0: an empty slot */
  char key[CACHED_BYTES];
  char token[CACHED_BYTES];
  char stem[BAYAN_STEM_BYTES];
} CachedWord;

struct Fts5Tokenizer {
  CachedWord *cache; /* of CACHE_SIZE, by the hash of the key */
};

const char *
bayan_tokenizer_get_version (void)
{
  return BAYAN_TOKENIZER_VERSION;
}

/* A word of which the SEARCH key is empty is no token. */
static void
fill (CachedWord *word, const char *key, gsize key_length)
{
  g_autofree char *token = bayan_fold (key, (gssize) key_length, BAYAN_FOLD_SEARCH);
  gsize token_length = strlen (token);

  word->key_length = 0;
  if (key_length > CACHED_BYTES || token_length > CACHED_BYTES)
    return;
  memcpy (word->key, key, key_length);
  memcpy (word->token, token, token_length);
  word->key_length = (guint8) key_length;
  word->token_length = (guint8) token_length;
  word->stem_length = (guint8) bayan_search_stem (key, key_length, word->stem);
  if (word->stem_length == word->token_length && memcmp (word->stem, word->token, token_length) == 0)
    word->stem_length = 0;
}

static const CachedWord *
look_up (CachedWord *cache, const char *key, gsize key_length, guint32 hash)
{
  CachedWord *word = &cache[hash % CACHE_SIZE];

  if (word->key_length != key_length || memcmp (word->key, key, key_length) != 0)
    fill (word, key, key_length);
  return word;
}

/* Too long for the cache: such a word carries no particle. */
static gboolean
pass_long_word (const char *key, gsize key_length, BayanCleanSpan span, BayanTokenFunc func, gpointer data)
{
  g_autofree char *token = bayan_fold (key, (gssize) key_length, BAYAN_FOLD_SEARCH);
  gsize length = strlen (token);

  return length == 0 || func (token, length, span.start.byte, span.end.byte, FALSE, data);
}

static gboolean
pass_word (CachedWord *cache, const BayanWords *words, guint index, gboolean with_stems, BayanTokenFunc func, gpointer data)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);
  guint32 start = word->span.start.byte, end = word->span.end.byte;
  const CachedWord *cached;

  if ((word->flags & BAYAN_WORD_PUNCTUATION) != 0 || word->key_length == 0)
    return TRUE;
  if (word->key_length > CACHED_BYTES)
    return pass_long_word (key, word->key_length, word->span, func, data);
  cached = look_up (cache, key, word->key_length, word->hash);
  if (cached->key_length == 0)
    return pass_long_word (key, word->key_length, word->span, func, data);
  if (cached->token_length == 0)
    return TRUE;
  return func (cached->token, cached->token_length, start, end, FALSE, data)
         && (!with_stems || cached->stem_length == 0
             || func (cached->stem, cached->stem_length, start, end, TRUE, data));
}

static gboolean
tokenize (CachedWord *cache, const char *text, gsize length_bytes, gboolean with_stems, BayanTokenFunc func, gpointer data)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, (gssize) length_bytes);

  for (guint i = 0; i < words->n_words; i++)
    if (!pass_word (cache, words, i, with_stems, func, data))
      return FALSE;
  return TRUE;
}

/**
 * bayan_tokenizer_tokenize:
 * @text: UTF-8
 * @with_stems: whether a word without its particles is a second token
 * @func: called for each token in the order of the text; offsets are bytes of @text
 *
 * The tokenizer by itself, for who builds a query.
 *
 * Returns: FALSE if @func stopped it
 */
gboolean
bayan_tokenizer_tokenize (const char *text, gsize length_bytes, gboolean with_stems, BayanTokenFunc func, gpointer data)
{
  g_autofree CachedWord *cache = g_new0 (CachedWord, CACHE_SIZE);

  return tokenize (cache, text, length_bytes, with_stems, func, data);
}

static int
create_cb (void *context, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  *tokenizer = g_new0 (Fts5Tokenizer, 1);
  (*tokenizer)->cache = g_new0 (CachedWord, CACHE_SIZE);
  return SQLITE_OK;
}

static void
delete_cb (Fts5Tokenizer *self)
{
  g_free (self->cache);
  g_free (self);
}

typedef struct {
  int (*pass) (void *context, int flags, const char *token, int length, int start, int end);
  void *context;
  int result;
} Receiver;

static gboolean
receive_token (const char *token, gsize length_bytes, guint32 start, guint32 end, gboolean colocated, gpointer data)
{
  Receiver *receiver = data;

  receiver->result = receiver->pass (receiver->context, colocated ? FTS5_TOKEN_COLOCATED : 0, token, (int) length_bytes,
                                     (int) start, (int) end);
  return receiver->result == SQLITE_OK;
}

static int
tokenize_cb (Fts5Tokenizer *self, void *context, int flags, const char *text, int length,
             int (*pass) (void *, int, const char *, int, int, int))
{
  Receiver receiver = { pass, context, SQLITE_OK };

  if (text != NULL && length > 0)
    tokenize (self->cache, text, (gsize) length, (flags & FTS5_TOKENIZE_PREFIX) == 0, receive_token, &receiver);
  return receiver.result;
}

/* How FTS5 hands out its functions: https://www.sqlite.org/fts5.html §7 */
static fts5_api *
find_fts5 (sqlite3 *database)
{
  sqlite3_stmt *query = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (database, "SELECT fts5 (?1)", -1, &query, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer (query, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (query);
  sqlite3_finalize (query);
  return api;
}

/**
 * bayan_tokenizer_register:
 *
 * Makes the tokenizer "bayan" known to @database.
 */
gboolean
bayan_tokenizer_register (sqlite3 *database, GError **error)
{
  fts5_tokenizer functions = { create_cb, delete_cb, tokenize_cb };
  fts5_api *api = find_fts5 (database);

  if (api != NULL && api->iVersion >= 2
      && api->xCreateTokenizer (api, "bayan", NULL, &functions, NULL) == SQLITE_OK)
    return TRUE;
  g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FAILED, "this SQLite has no FTS5");
  return FALSE;
}
