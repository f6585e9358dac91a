/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last of the layers: a sequence tagger that learns from each decision what to correct in what the others found.
 * Private to this room.
 *
 * Each word of a run gets the tag of the best path (Viterbi) through what its features weigh; the tag that the other
 * layers gave it has a weight to begin with, so that the tagger that has learned nothing changes nothing, and one that
 * has learned little abstains. It learns as a structured perceptron with a margin (Collins 2002): the features of the path
 * that the analyst's decision demands weigh one more, those of the path that it would have taken one less. These steps
 * are whole numbers, are kept with the lesson, and are taken off again with it.
 *
 * What it finds gives way to all that is known; and it takes away what a rule guessed, never what stands in a table or
 * what the analyst said. */
#pragma once

#include "bayan-lesson.h"
#include "bayan-scan.h"
#include "bayan-tag-features.h"

G_BEGIN_DECLS

typedef struct _BayanTagger BayanTagger;

BayanTagger *bayan_tagger_new (void);
void bayan_tagger_free (BayanTagger *self);

void bayan_tagger_learn (BayanTagger *self, GBytes *steps);
void bayan_tagger_forget (BayanTagger *self, GBytes *steps);

/* What the analyst says of one run: tokens [first, last) are a @type, or not. */
typedef struct {
  guint32 first, last;
  BayanMentionType type;
  gboolean is_right;
} BayanTagDecision;

GBytes *bayan_tagger_make_steps (const BayanTagger *self,
                                 const BayanScan *scan,
                                 const BayanTagBase *base,
                                 const BayanTagDecision *decisions,
                                 guint n_decisions);

/* TRUE if candidates were added or dropped: the arbiter has to choose again. */
gboolean bayan_tagger_propose (const BayanTagger *self, BayanScan *scan, const GPtrArray *chosen);

/* What speaks for words to be something, in the same numbers in which it decides */
typedef struct {
  BayanMentionType type;
  int score, threshold; /* it is proposed where the score is greater */
  char *evidence;       /* as that of a proposal */
} BayanTagWeight;

gboolean bayan_tagger_weigh (const BayanTagger *self,
                             const BayanScan *scan,
                             const GPtrArray *chosen,
                             guint32 first,
                             guint32 last,
                             BayanMentionType type,
                             BayanTagWeight *weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanTagger, bayan_tagger_free)

G_END_DECLS
