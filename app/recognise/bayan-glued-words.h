/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that lost the space between them (فيالسعودية, وزيرالخارجية): cut where every part is a word that the
 * lexicon knows; and words that lost the dots of their last letter (المصرى). Private to this room. */
#pragma once

#include "bayan-lexicon.h"
#include "bayan-words.h"

G_BEGIN_DECLS

/* Of how many parts one may be */
#define BAYAN_GLUED_PARTS_MAX 4

guint bayan_glued_words_find_parts (const BayanLexicon *lexicon, const BayanWords *words, guint index,
                                    guint8 ends[BAYAN_GLUED_PARTS_MAX]);

typedef struct _BayanGluedWords BayanGluedWords;

BayanGluedWords *bayan_glued_words_new (const BayanWords *words, guint n_first);
void bayan_glued_words_take_whole (BayanGluedWords *self, const BayanWords *words, guint first, guint end);
void
bayan_glued_words_take (BayanGluedWords *self, const BayanWords *words, guint index, const guint8 *ends, guint n_ends);
const BayanWords *bayan_glued_words_get (const BayanGluedWords *self);
void bayan_glued_words_free (BayanGluedWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanGluedWords, bayan_glued_words_free)

G_END_DECLS
