/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an Arabic word looks, as far as its key alone tells: what rules ask of the same words again and again. Private to this
 * room. */
#pragma once

#include "bayan-lexicon.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_SHAPE_ARTICLE = 1 << 0,       /* begins with ال, and has at least two letters more */
  BAYAN_SHAPE_PRONOUN = 1 << 1,       /* a common word with a pronoun behind it: عزمه, تقديره, بلادهم */
  BAYAN_SHAPE_ARABIC_LETTER = 1 << 2, /* has a letter that no other language is written with */
  BAYAN_SHAPE_ARABIC_ENDING = 1 << 3, /* ends as Arabic nouns, adjectives and adverbs do */
} BayanWordShapes;

guint8 bayan_word_shapes_get (const BayanLexicon *lexicon, const char *key, gsize length_bytes);

G_END_DECLS
