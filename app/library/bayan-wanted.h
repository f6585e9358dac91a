/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a query, to be found in texts where the index says that they are: the same tokens, with the same stems beside
 * them (bayan-tokenizer.h). Private to this room. */
#pragma once

#include "bayan-query.h"
#include "bayan-words.h"

G_BEGIN_DECLS

/* A text as the index sees it. */
typedef struct _BayanTokenText BayanTokenText;

BayanTokenText *bayan_token_text_new (const char *text, gsize length_bytes);
void bayan_token_text_free (BayanTokenText *self);
char *bayan_token_text_dup_previous (const BayanTokenText *self, BayanCleanPos at);
char *bayan_token_text_dup_next (const BayanTokenText *self, BayanCleanPos at);

typedef struct _BayanWanted BayanWanted;

BayanWanted *bayan_wanted_new (const BayanQueryNode *words);
void bayan_wanted_free (BayanWanted *self);
void bayan_wanted_find (const BayanWanted *self, const BayanTokenText *text, GArray *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanTokenText, bayan_token_text_free)

G_END_DECLS
