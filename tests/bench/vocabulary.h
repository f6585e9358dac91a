/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many Arabic words, few of them frequent: words of the gazetteer with what is joined to words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _Vocabulary Vocabulary;

Vocabulary *vocabulary_new (const char *gazetteer, guint n_words);
void vocabulary_free (Vocabulary *self);
const char *vocabulary_draw (Vocabulary *self, GRand *rand);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Vocabulary, vocabulary_free)

G_END_DECLS
