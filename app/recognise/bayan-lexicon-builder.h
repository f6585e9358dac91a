/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a lexicon of words with their classes and phrases that name something. Private to this room.
 *
 * The program is built with a lexicon of its tables (see bayan-knowledge.h). What is known only while it runs, such as
 * names of the analyst's own, is to become a small lexicon of its own by the same way and be asked beside that one: none
 * is ever changed. */
#pragma once

#include "bayan-lexicon.h"

G_BEGIN_DECLS

typedef struct _BayanLexiconBuilder BayanLexiconBuilder;

BayanLexiconBuilder *bayan_lexicon_builder_new (void);
void bayan_lexicon_builder_free (BayanLexiconBuilder *self);
guint32 bayan_lexicon_builder_add_entry (BayanLexiconBuilder *self,
                                         BayanEntity *entity,
                                         const char *table,
                                         guint flags);
void bayan_lexicon_builder_add_phrase (BayanLexiconBuilder *self, const char *phrase, guint32 entry);
void bayan_lexicon_builder_add_class (BayanLexiconBuilder *self, const char *word, BayanLexClass word_class);
gboolean bayan_lexicon_builder_has_phrase (const BayanLexiconBuilder *self,
                                           const char *phrase,
                                           BayanMentionType type);
void bayan_lexicon_builder_add_post (BayanLexiconBuilder *self,
                                     const char *words,
                                     const char *office,
                                     const char *const names[2],
                                     const char *of_key);
gboolean bayan_lexicon_builder_add_holder (BayanLexiconBuilder *self,
                                           const char *person_key,
                                           const char *office,
                                           const char *of_key,
                                           const guint32 dates[2],
                                           gboolean is_open);
void bayan_lexicon_builder_add_spelling (BayanLexiconBuilder *self, const char *name, guint32 entry);
GBytes *bayan_lexicon_builder_compile (const BayanLexiconBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanLexiconBuilder, bayan_lexicon_builder_free)

G_END_DECLS
