/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that lost the space between them (فيالسعودية, وزيرالخارجية): cut where every part is a word that the
 * lexicon knows. Private to this room. */
#pragma once

#include "bayan-lexicon.h"
#include "bayan-words.h"

G_BEGIN_DECLS

typedef struct _BayanGluedWords BayanGluedWords;

BayanGluedWords *bayan_glued_words_cut (const BayanLexicon *lexicon, const BayanWords *words);
const BayanWords *bayan_glued_words_get (const BayanGluedWords *self);
void bayan_glued_words_free (BayanGluedWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanGluedWords, bayan_glued_words_free)

G_END_DECLS
