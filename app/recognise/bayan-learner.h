/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a recogniser has learned from the analyst: the sum of the lessons that stand, no more. So a lesson that is taken
 * away leaves nothing behind, in whatever order lessons come and go. Beside the lessons of decisions there are those of the
 * analyst's list of names, which count also where nothing is to be learned from decisions. Any thread: whoever
 * teaches waits until those that recognise have asked it what they want to know of one statement. */
#pragma once

#include "bayan-lesson.h"

G_BEGIN_DECLS

typedef struct _BayanLearner BayanLearner;

BayanLearner *bayan_learner_new (void);
void bayan_learner_free (BayanLearner *self);

void bayan_learner_set_lesson (BayanLearner *self, gint64 mention, BayanMentionType type, const BayanLesson *lesson);
void bayan_learner_set_name (BayanLearner *self, gint64 id, const GPtrArray *lessons);
guint bayan_learner_get_n_names (BayanLearner *self);
void bayan_learner_clear (BayanLearner *self);
void bayan_learner_set_enabled (BayanLearner *self, gboolean enabled);
gboolean bayan_learner_get_enabled (BayanLearner *self);
guint bayan_learner_get_n_lessons (BayanLearner *self);
GPtrArray *bayan_learner_dup_surfaces (BayanLearner *self);
GPtrArray *bayan_learner_dup_lessons (BayanLearner *self);
void bayan_learner_count (BayanLearner *self, const char *surface, BayanMentionType type, guint *n_right, guint *n_wrong);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanLearner, bayan_learner_free)

G_END_DECLS
