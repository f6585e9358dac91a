/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences, and the clauses in them.
 *
 * A sentence ends at . ؟ ! … and at the end of a paragraph, but not behind an abbreviation (د. محمد), not at
 * the number of a list item, and not inside quotation marks or brackets that close again. A communiqué's long
 * chains stay one sentence for showing and are cut into clauses for the rules: at ؛, at list items, and at a
 * comma before a و, ف or a participle that goes on (، مؤكداً).
 */
#pragma once

#include "bayan-words.h"

G_BEGIN_DECLS

typedef struct {
  BayanCleanSpan span;
  guint first_word, end_word;     /* words [first, end) */
  guint first_clause, end_clause; /* clauses [first, end): at least one */
  gboolean begins_paragraph;
} BayanSentence;

typedef struct {
  BayanCleanSpan span;
  guint first_word, end_word;
} BayanClause;

typedef struct {
  BayanSentence *sentences;
  guint n_sentences;
  BayanClause *clauses;
  guint n_clauses;
  guint *partners; /* bayan_words_pair_marks() of the words */
} BayanSentences;

BayanSentences *bayan_sentences_new (const BayanWords *words);
BayanSentences *bayan_sentences_new_with_items (const BayanWords *words);
void bayan_sentences_free (BayanSentences *self);

guint bayan_sentences_find (const BayanSentences *self, guint word);

/* For each word the index of its partner if it is a quotation mark or bracket that has one in its paragraph;
 * its own index otherwise. */
guint *bayan_words_pair_marks (const BayanWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanSentences, bayan_sentences_free)

G_END_DECLS
