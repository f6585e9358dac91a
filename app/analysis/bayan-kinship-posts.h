/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under which hashes a sketch is posted in an index, and under which to look for its kin. Private to this room. */
#pragma once

#include "bayan-rarity.h"
#include "bayan-sketch.h"

G_BEGIN_DECLS

#define BAYAN_KINSHIP_MAX_POSTS 28
#define BAYAN_KINSHIP_MAX_QUESTIONS (BAYAN_SKETCH_MAX_SHINGLES + 12 * BAYAN_SKETCH_MAX_THINGS)

typedef struct {
  guint32 hash;
  double weight; /* how much it says that both are under it */
} BayanKinshipPost;

guint bayan_kinship_posts_make (const BayanSketch *sketch, const BayanRarity *rarity,
                                BayanKinshipPost posts[BAYAN_KINSHIP_MAX_POSTS]);
guint bayan_kinship_posts_ask (const BayanSketch *sketch, const BayanRarity *rarity,
                               BayanKinshipPost questions[BAYAN_KINSHIP_MAX_QUESTIONS]);

G_END_DECLS
