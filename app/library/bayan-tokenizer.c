/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-tokenizer.h"

#include <string.h>

#include "bayan-blocks.h"
#include "bayan-clitics.h"
#include "bayan-fold.h"
#include "bayan-library.h"
#include "bayan-tokenizer-version.h"
#include "bayan-words.h"

/* Statements use the same few thousand words again and again: what becomes of a word is kept in the slot of
 * its hash. Words of more than fifteen letters are rare, and worked out each time. */
#define CACHE_SIZE 16384
#define CACHED_BYTES 30

/* One token of a text; @start and @end are bytes of it. FALSE stops. */
typedef gboolean (*TokenFunc) (const char *token, gsize length_bytes, guint32 start, guint32 end,
                               gboolean colocated, gpointer data);

typedef struct {
  guint8 key_length, token_length,
      stem_length; /* bytes; key_length 0: an empty slot, stem_length 0: no stem */
  char key[CACHED_BYTES];
  char token[CACHED_BYTES];
  char stem[CACHED_BYTES];
} CachedWord;

struct Fts5Tokenizer {
  CachedWord *cache; /* of CACHE_SIZE, by the hash of the key */
  const BayanTokenOffer *offer;
};

const char *
bayan_tokenizer_get_version (void)
{
  return BAYAN_TOKENIZER_VERSION;
}

/* @stem: (out): the word without its particles. Returns its length, 0 if that is the word itself. */
static gsize
find_stem (const char *key, gsize key_length, const char *token, char stem[BAYAN_STEM_BYTES])
{
  gsize length = bayan_search_stem (key, key_length, stem);

  return length == strlen (token) && memcmp (stem, token, length) == 0 ? 0 : length;
}

/* A word of which the SEARCH key is empty is no token. */
static gboolean
pass_token (const char *token, gsize token_length, const char *stem, gsize stem_length, BayanCleanSpan span,
            TokenFunc func, gpointer data)
{
  return token_length == 0
         || (func (token, token_length, span.start.byte, span.end.byte, FALSE, data)
             && (stem_length == 0 || func (stem, stem_length, span.start.byte, span.end.byte, TRUE, data)));
}

static gboolean
fits (gsize length)
{
  return length <= CACHED_BYTES;
}

static void
remember (CachedWord *word, const char *key, gsize key_length, const char *token, const char *stem,
          gsize stem_length)
{
  gsize token_length = strlen (token);

  if (!fits (key_length) || !fits (token_length) || !fits (stem_length))
    return;
  word->key_length = (guint8) key_length;
  word->token_length = (guint8) token_length;
  word->stem_length = (guint8) stem_length;
  memcpy (word->key, key, key_length);
  memcpy (word->token, token, token_length);
  memcpy (word->stem, stem, stem_length);
}

static gboolean
pass_word (CachedWord *cache, const BayanWords *words, guint index, gboolean with_stems, TokenFunc func,
           gpointer data)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);
  CachedWord *cached = &cache[word->hash % CACHE_SIZE];
  g_autofree char *token = NULL;
  char stem[BAYAN_STEM_BYTES];
  gsize stem_length;

  if ((word->flags & BAYAN_WORD_PUNCTUATION) != 0 || word->key_length == 0)
    return TRUE;
  if (cached->key_length == word->key_length && memcmp (cached->key, key, word->key_length) == 0)
    return pass_token (cached->token, cached->token_length, cached->stem,
                       with_stems ? cached->stem_length : 0, word->span, func, data);
  token = bayan_fold (key, word->key_length, BAYAN_FOLD_SEARCH);
  stem_length = find_stem (key, word->key_length, token, stem);
  remember (cached, key, word->key_length, token, stem, stem_length);
  return pass_token (token, strlen (token), stem, with_stems ? stem_length : 0, word->span, func, data);
}

static void
tokenize (CachedWord *cache, const BayanWords *words, gboolean with_stems, TokenFunc func, gpointer data)
{
  for (guint i = 0; i < words->n_words; i++)
    if (!pass_word (cache, words, i, with_stems, func, data))
      return;
}

/**
 * bayan_tokenizer_find_last:
 * @text: UTF-8
 * @start: (out): the byte of @text where its last token begins; untouched where there is none
 *
 * Returns: (transfer full) (nullable): the last token in @text, or NULL if there is none
 */
char *
bayan_tokenizer_find_last (const char *text, guint32 *start)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, -1);

  for (guint i = words->n_words; i > 0; i--)
    {
      const BayanWord *word = &words->words[i - 1];
      g_autofree char *token = bayan_fold (bayan_words_get_key (words, i - 1), -1, BAYAN_FOLD_SEARCH);

      if ((word->flags & BAYAN_WORD_PUNCTUATION) != 0 || *token == '\0')
        continue;
      *start = word->span.start.byte;
      return g_steal_pointer (&token);
    }
  return NULL;
}

typedef struct {
  BayanTokens tokens;
  gsize room;
} Growing;

static gboolean
add_token (const char *token, gsize length_bytes, guint32 start, guint32 end, gboolean colocated,
           gpointer data)
{
  Growing *growing = data;
  BayanTokens *tokens = &growing->tokens;
  guint16 head = (guint16) (length_bytes << 1 | (colocated ? 1 : 0));

  if (growing->room < tokens->length_bytes + sizeof head + length_bytes)
    {
      growing->room = 2 * growing->room + sizeof head + length_bytes;
      tokens->data = g_realloc (tokens->data, growing->room);
    }
  memcpy (tokens->data + tokens->length_bytes, &head, sizeof head);
  memcpy (tokens->data + tokens->length_bytes + sizeof head, token, length_bytes);
  tokens->length_bytes += sizeof head + length_bytes;
  return TRUE;
}

/**
 * bayan_tokens_find_in_words:
 * @self: (out)
 *
 * In any thread.
 */
void
bayan_tokens_find_in_words (BayanTokens *self, const BayanWords *words)
{
  static GPrivate caches = G_PRIVATE_INIT (g_free);
  Growing growing = { .room = 2 * words->text_length_bytes + 1 };

  if (g_private_get (&caches) == NULL)
    g_private_set (&caches, g_new0 (CachedWord, CACHE_SIZE));
  growing.tokens.data = g_malloc (growing.room);
  tokenize (g_private_get (&caches), words, TRUE, add_token, &growing);
  *self = growing.tokens;
}

/**
 * bayan_tokens_find:
 * @self: (out)
 *
 * In any thread.
 */
void
bayan_tokens_find (BayanTokens *self, const char *text, gsize length_bytes)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, (gssize) length_bytes);

  bayan_tokens_find_in_words (self, words);
}

void
bayan_tokens_clear (BayanTokens *self)
{
  g_clear_pointer (&self->data, g_free);
  self->length_bytes = 0;
}

static int
create_cb (void *context, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  *tokenizer = g_new0 (Fts5Tokenizer, 1);
  (*tokenizer)->cache = g_new0 (CachedWord, CACHE_SIZE);
  (*tokenizer)->offer = context;
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
  guint32 at; /* byte of the text where the block begins */
  int result;
} Receiver;

static gboolean
receive_token (const char *token, gsize length_bytes, guint32 start, guint32 end, gboolean colocated,
               gpointer data)
{
  Receiver *receiver = data;

  receiver->result = receiver->pass (receiver->context, colocated ? FTS5_TOKEN_COLOCATED : 0, token,
                                     (int) length_bytes, (int) (receiver->at + start),
                                     (int) (receiver->at + end));
  return receiver->result == SQLITE_OK;
}

/* The index asks for the tokens of a document alone: where they stand in the text is nothing to it. */
static int
pass_offered (const BayanTokens *tokens, Receiver *receiver)
{
  const guint8 *at = tokens->data, *end = tokens->data + tokens->length_bytes;
  gboolean goes_on = TRUE;

  while (goes_on && at < end)
    {
      guint16 head;

      memcpy (&head, at, sizeof head);
      at += sizeof head;
      goes_on = receive_token ((const char *) at, head >> 1, 0, 0, head & 1, receiver);
      at += head >> 1;
    }
  return receiver->result;
}

static const BayanTokens *
find_offered (const BayanTokenOffer *offer, const char *text, gsize length_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (offer->texts); i++)
    if (offer->tokens[i] != NULL && offer->tokens[i]->data != NULL && offer->lengths_bytes[i] == length_bytes
        && memcmp (offer->texts[i], text, length_bytes) == 0)
      return offer->tokens[i];
  return NULL;
}

static int
tokenize_cb (Fts5Tokenizer *self, void *context, int flags, const char *text, int length,
             int (*pass) (void *, int, const char *, int, int, int))
{
  Receiver receiver = { pass, context, 0, SQLITE_OK };
  const BayanTokens *offered = (flags & FTS5_TOKENIZE_DOCUMENT) != 0 && text != NULL
                                   ? find_offered (self->offer, text, (gsize) length)
                                   : NULL;

  if (offered != NULL)
    return pass_offered (offered, &receiver);
  for (gsize left = text != NULL ? (gsize) length : 0, block; left > 0 && receiver.result == SQLITE_OK;
       left -= block)
    {
      g_autoptr (BayanWords) words = NULL;

      receiver.at = (guint32) ((gsize) length - left);
      block = bayan_block_length (text + receiver.at, left);
      words = bayan_words_new (text + receiver.at, (gssize) block);
      tokenize (self->cache, words, (flags & FTS5_TOKENIZE_PREFIX) == 0, receive_token, &receiver);
    }
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
      && api->xCreateTokenizer (api, "bayan", g_new0 (BayanTokenOffer, 1), &functions, g_free) == SQLITE_OK)
    return TRUE;
  g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FAILED, "this SQLite has no FTS5");
  return FALSE;
}

/**
 * bayan_tokenizer_get_offer:
 * @database: one that knows the tokenizer
 *
 * Returns: (transfer none): what may be filled before a statement is indexed, and has to be emptied after it
 */
BayanTokenOffer *
bayan_tokenizer_get_offer (sqlite3 *database)
{
  fts5_api *api = find_fts5 (database);
  fts5_tokenizer functions;
  void *offer = NULL;

  return api != NULL && api->xFindTokenizer (api, "bayan", &offer, &functions) == SQLITE_OK ? offer : NULL;
}
