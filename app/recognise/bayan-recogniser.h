/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggests what a statement names. A recogniser is immutable once made, but for what it learns from the analyst; any
 * number of threads may use one at once. */
#pragma once

#include <gio/gio.h>

#include "bayan-absence.h"
#include "bayan-learner.h"
#include "bayan-lesson.h"
#include "bayan-office-book.h"
#include "bayan-own-name.h"
#include "bayan-recognition.h"
#include "bayan-statement.h"
#include "bayan-words.h"

G_BEGIN_DECLS

typedef struct _BayanRecogniser BayanRecogniser;

BayanRecogniser *bayan_recogniser_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanRecogniser *bayan_recogniser_new_from_file (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const GError *bayan_recogniser_get_damage (const BayanRecogniser *self);
BayanRecogniser *bayan_recogniser_ref (BayanRecogniser *self);
void bayan_recogniser_unref (BayanRecogniser *self);

BayanRecognition *bayan_recogniser_recognise (BayanRecogniser *self,
                                              const BayanStatement *statement,
                                              GCancellable *cancellable);
BayanRecognition *bayan_recogniser_recognise_words (BayanRecogniser *self,
                                                    const BayanStatement *statement,
                                                    const BayanWords *words,
                                                    GCancellable *cancellable);
BayanEntity *bayan_recogniser_link (BayanRecogniser *self, const char *surface, BayanMentionType type);

const BayanOfficeBook *bayan_recogniser_get_office_book (const BayanRecogniser *self);
const BayanLexicon *bayan_recogniser_get_lexicon (const BayanRecogniser *self);
GPtrArray *bayan_recogniser_explain_absence (BayanRecogniser *self,
                                             const BayanStatement *statement,
                                             BayanCleanSpan span,
                                             BayanMentionType type);

BayanLearner *bayan_recogniser_get_learner (BayanRecogniser *self);
BayanLesson *bayan_recogniser_make_lesson (BayanRecogniser *self,
                                           const char *text,
                                           gsize length_bytes,
                                           const GPtrArray *mentions,
                                           const BayanMention *decision,
                                           const BayanEntity *entity);

GPtrArray *bayan_recogniser_make_name_lessons (BayanRecogniser *self, const BayanOwnName *name);
void bayan_recogniser_teach_all (BayanRecogniser *self, const GPtrArray *lessons, const GPtrArray *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanRecogniser, bayan_recogniser_unref)

G_END_DECLS
