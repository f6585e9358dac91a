/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run of words as the tagger sees it: what the layers before it found there, and for each word the numbers of its
 * features. Private to this room.
 *
 * Tags are begin, inside and outside (BIO) of the types that are names; values are the rules' alone. Only what lies
 * outermost is tagged. A run is a line, or what of it there is up to the end of a sentence. */
#pragma once

#include "bayan-scan.h"

G_BEGIN_DECLS

#define BAYAN_TAG_TYPES (BAYAN_MENTION_FAC + 1)
#define BAYAN_TAG_OUTSIDE 0
#define BAYAN_TAG_BEGIN(type) ((guint8) (1 + 2 * (type)))
#define BAYAN_TAG_INSIDE(type) ((guint8) (2 + 2 * (type)))
#define BAYAN_TAG_TYPE(tag) ((BayanMentionType) (((tag) -1) / 2))
#define BAYAN_TAG_IS_BEGIN(tag) ((tag) % 2 == 1)
#define BAYAN_TAGS (1 + 2 * BAYAN_TAG_TYPES)

#define BAYAN_RUN_WORDS_MAX 96
#define BAYAN_FEATURE_ROWS 65536
#define BAYAN_FEATURES_MAX 16

/* What features look at of a word: it is one of the features of four more. Numbers are hashes. */
typedef struct {
  guint32 word, stem, beginning, ending, classes, shape;
  guint8 has_beginning, has_ending; /* the stem has more than these letters, so has the word */
  guint8 says_much;                 /* where it stands before or behind another one */
} BayanTagWord;

/* What the layers before the tagger found, for each token, and the words themselves */
typedef struct {
  guint8 *tags;
  guint32 *makers; /* a number of the rule or table; 0 where nothing was found */
  BayanTagWord *words;
} BayanTagBase;

BayanTagBase *bayan_tag_base_new (const BayanScan *scan);
void bayan_tag_base_free (BayanTagBase *self);
gboolean bayan_tag_base_add (BayanTagBase *self, guint32 first, guint32 last, BayanMentionType type, const char *rule);
void bayan_tag_base_add_candidates (BayanTagBase *self, const GPtrArray *chosen);

guint32 bayan_tag_find_run_end (const BayanScan *scan, guint32 first);

/* One feature of a word. Several features may have one row. */
typedef struct {
  guint16 row;
  guint8 template; /* see bayan_tag_feature_describe() */
} BayanTagFeature;

guint bayan_tag_features_of (const BayanTagBase *base,
                             guint32 run_first,
                             guint32 run_last,
                             guint32 token,
                             BayanTagFeature features[BAYAN_FEATURES_MAX]);
char *bayan_tag_feature_describe (const BayanScan *scan, guint32 token, guint template);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanTagBase, bayan_tag_base_free)

G_END_DECLS
