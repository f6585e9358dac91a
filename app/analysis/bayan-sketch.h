/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement in at most 400 bytes, for finding others that tell the same without reading them again.
 *
 * Of the text it keeps the smallest hashes of its shingles (two neighbouring words that are not in every text): of two
 * texts they are the same sample, so that what they share can be estimated, for a whole text and for an excerpt. Of what
 * was recognised it keeps the things named, by their keys, which are the same in every language where a table knows the
 * thing; and the days, the kind of act, and when it was published.
 */
#pragma once

#include "bayan-library.h"

G_BEGIN_DECLS

#define BAYAN_SKETCH_VERSION 1
#define BAYAN_SKETCH_MAX_SHINGLES 84
#define BAYAN_SKETCH_MAX_THINGS 28
#define BAYAN_SKETCH_MAX_DAYS 4
#define BAYAN_SKETCH_SHINGLE_BITS 24

/* A thing that is named: 24 bits of the hash of its key. */
typedef struct {
  guint32 hash;
  guint8 type;   /* BayanMentionType */
  gboolean lead; /* it is named where the statement begins */
} BayanSketchThing;

typedef struct {
  guint64 text_hash;  /* of all words: the same text gives the same */
  guint32 n_words;
  guint32 bound;      /* the shingles kept are all there are below it */
  guint16 published;  /* a day, see bayan-sketch-day.h; 0 for unknown */
  guint16 acts;       /* bits: what kind of act the beginning tells of */
  char language[2];
  guint8 n_shingles, n_things, n_days;
  guint32 shingles[BAYAN_SKETCH_MAX_SHINGLES]; /* ascending, each once */
  BayanSketchThing things[BAYAN_SKETCH_MAX_THINGS]; /* by hash, each once */
  guint16 days[BAYAN_SKETCH_MAX_DAYS]; /* those that the text names first, in its order */
} BayanSketch;

BayanSketch *bayan_sketch_new (const BayanStatement *statement, const BayanRecognition *recognition);
BayanSketch *bayan_sketch_new_from_bytes (GBytes *bytes);
GBytes *bayan_sketch_to_bytes (const BayanSketch *self);
void bayan_sketch_add_to_item (BayanImportItem *item);
void bayan_sketch_free (BayanSketch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanSketch, bayan_sketch_free)

G_END_DECLS
