/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements without end: sentences made of a vocabulary whose words are as unevenly frequent as real ones.
 * The same number gives the same statement, on every machine. */
#pragma once

#include "bayan-library.h"

G_BEGIN_DECLS

typedef struct _Corpus Corpus;

Corpus *corpus_new (guint n_words, guint text_bytes, guint n_mentions);
void corpus_free (Corpus *self);
BayanImportItem *corpus_make_item (Corpus *self, guint number);
const char *corpus_get_word (Corpus *self, guint rank);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Corpus, corpus_free)

G_END_DECLS
