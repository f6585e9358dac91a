/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two statements are one text, or tell of one event, as far as their sketches can say.
 *
 * One text: they share most of their rare shingles, or the shorter one is all but contained in the other. Stock phrases
 * of communiqués are in many statements and weigh little; where day, place and people say that it is another meeting,
 * the same phrases do not make it one text. One event: a day in common or near, and people, places, sums and bodies.
 */
#pragma once

#include "bayan-rarity.h"
#include "bayan-sketch.h"
#include "bayan-statement-group.h"

G_BEGIN_DECLS

/* What speaks for and against. */
typedef struct {
  double resemblance; /* 0–1: of the shingles of both the share that is in both, by rarity */
  double containment; /* 0–1: the same, of the text that has fewer */
  guint n_sample;     /* so many shingles of the shorter one that rests on */
  double things;      /* 0–1: of the weight of what is named the share that both name */
  guint n_telling;    /* so many people, sums, events and the like both name */
  guint n_days;       /* between the nearest days of the two; BAYAN_SKETCH_DAY_UNKNOWN_DISTANCE where one has none */
  double places;      /* 0–1: of the places in the beginnings the share that both name; -1 where one names none */
  gboolean same_text, same_language, other_acts;
} BayanKinshipSigns;

typedef enum {
  BAYAN_KINSHIP_NONE,
  BAYAN_KINSHIP_DUPLICATE,
  BAYAN_KINSHIP_SAME_EVENT,
} BayanKinshipKind;

typedef struct {
  BayanKinshipKind kind;
  double score;      /* 0–1; 1 for the same words in the same order */
  gboolean contrary; /* days or places forbid it to be one event */
} BayanKinship;

BayanKinshipSigns bayan_kinship_look (const BayanSketch *a, const BayanSketch *b, const BayanRarity *rarity);
BayanKinship bayan_kinship_judge (const BayanKinshipSigns *signs);

G_END_DECLS
