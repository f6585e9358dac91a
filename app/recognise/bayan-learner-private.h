/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The learner as those see it who recognise. Private to this room. */
#pragma once

#include "bayan-learner.h"
#include "bayan-memory.h"
#include "bayan-tagger.h"

G_BEGIN_DECLS

/* What is borrowed is good until bayan_learner_end(), and nobody can teach until then: be short. */
typedef struct {
  const BayanMemory *memory;
  const BayanTagger *tagger; /* nullable: nothing is learned from decisions */
} BayanLearned;

gboolean bayan_learner_begin (BayanLearner *self, BayanLearned *learned) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a lesson, which there may be before the first one. */
gboolean bayan_learner_begin_making (BayanLearner *self, BayanLearned *learned) G_GNUC_WARN_UNUSED_RESULT;
void bayan_learner_end (BayanLearner *self);

G_END_DECLS
