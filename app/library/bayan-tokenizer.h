/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a word is to the search: an FTS5 tokenizer called "bayan".
 *
 * Each word of a text is a token in its SEARCH key (bayan-fold.h): without vowel marks and controls, with one
 * form of each letter. Where particles or ال are written on a word, the word without them is a second token
 * in the same place, in documents and in queries alike, so that each form finds all the others. While a word
 * is still being typed only what is typed so far is looked for. Offsets are bytes of the text as it stands.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The tokens of one text, found before its turn in the index came. */
typedef struct
{
  guint8 *data; /* nullable: there are none beforehand. For each token a number of two bytes, twice its length plus
                   one where it stands in the place of the one before, then its bytes */
  gsize length_bytes;
} BayanTokens;

/* Texts that are about to be indexed, with their tokens. Borrowed; whoever offers them takes them back. */
typedef struct
{
  const char *texts[2];
  gsize lengths_bytes[2];
  const BayanTokens *tokens[2]; /* nullable */
} BayanTokenOffer;

typedef struct _BayanWords BayanWords; /* see bayan-words.h */

void bayan_tokens_find (BayanTokens *self, const char *text, gsize length_bytes);
void bayan_tokens_find_in_words (BayanTokens *self, const BayanWords *words);
void bayan_tokens_clear (BayanTokens *self);

gboolean bayan_tokenizer_register (sqlite3 *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanTokenOffer *bayan_tokenizer_get_offer (sqlite3 *database);
const char *bayan_tokenizer_get_version (void);

char *bayan_tokenizer_find_last (const char *text, guint32 *start);

G_END_DECLS
