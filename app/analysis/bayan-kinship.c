/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-kinship.h"

#include <string.h>

#include "bayan-sketch-day.h"
#include "bayan-sketch-things.h"

/* What both have, and what each has, by weight. */
typedef struct {
  double both, a, b;
  guint n_both, n_a, n_b;
} Shares;

static void
add_share (Shares *shares, double weight, gboolean in_a, gboolean in_b)
{
  shares->a += in_a ? weight : 0;
  shares->b += in_b ? weight : 0;
  shares->both += in_a && in_b ? weight : 0;
  shares->n_a += in_a;
  shares->n_b += in_b;
  shares->n_both += in_a && in_b;
}

/* Of each text the shingles below the smaller bound: there both sketches have all. */
static Shares
share_shingles (const BayanSketch *a, const BayanSketch *b, const BayanRarity *rarity)
{
  guint32 bound = MIN (a->bound, b->bound);
  Shares shares = { 0 };
  guint i = 0, j = 0;

  for (;;)
    {
      guint32 x = i < a->n_shingles && a->shingles[i] < bound ? a->shingles[i] : G_MAXUINT32;
      guint32 y = j < b->n_shingles && b->shingles[j] < bound ? b->shingles[j] : G_MAXUINT32;
      guint32 hash = MIN (x, y);

      if (hash == G_MAXUINT32)
        return shares;
      add_share (&shares, bayan_rarity_weigh (rarity, hash), x == hash, y == hash);
      i += x == hash;
      j += y == hash;
    }
}

/* What both name: all of it, what is seldom the same by chance, and the places where the texts begin. */
typedef struct {
  Shares all, telling, places;
} ThingShares;

static gboolean
is_telling (const BayanSketchThing *thing)
{
  return bayan_sketch_weigh_type (thing->type) >= 1.5;
}

static gboolean
is_leading_place (const BayanSketchThing *thing)
{
  return thing->lead && (thing->type == BAYAN_MENTION_GPE || thing->type == BAYAN_MENTION_NORP);
}

static ThingShares
share_things (const BayanSketch *a, const BayanSketch *b, const BayanRarity *rarity)
{
  ThingShares shares = { 0 };
  guint i = 0, j = 0;

  while (i < a->n_things || j < b->n_things)
    {
      const BayanSketchThing *x = i < a->n_things ? &a->things[i] : NULL;
      const BayanSketchThing *y = j < b->n_things ? &b->things[j] : NULL;
      const BayanSketchThing *thing = y == NULL || (x != NULL && x->hash <= y->hash) ? x : y;
      gboolean in_a = x != NULL && x->hash == thing->hash, in_b = y != NULL && y->hash == thing->hash;
      const BayanSketchThing *other = in_a && in_b ? y : thing;
      double weight = bayan_sketch_weigh_type (thing->type) * bayan_rarity_weigh (rarity, thing->hash);

      add_share (&shares.all, weight, in_a, in_b);
      if (is_telling (thing) || is_telling (other))
        add_share (&shares.telling, weight, in_a, in_b);
      if (is_leading_place (thing) || is_leading_place (other))
        add_share (&shares.places, weight, in_a, in_b);
      i += in_a;
      j += in_b;
    }
  return shares;
}

static double
part (double of, double whole)
{
  return whole > 0 ? of / whole : 0;
}

/* The days on which what a statement tells may have been: when it was published, and the first that it names. */
static guint
collect_days (const BayanSketch *sketch, guint16 days[3])
{
  guint n = 0;

  if (sketch->published != 0)
    days[n++] = sketch->published;
  for (guint i = 0; i < sketch->n_days && i < 2; i++)
    days[n++] = sketch->days[i];
  return n;
}

static guint
find_distance (const BayanSketch *a, const BayanSketch *b)
{
  guint16 days_a[3], days_b[3];
  guint n_a = collect_days (a, days_a), n_b = collect_days (b, days_b);
  guint least = BAYAN_SKETCH_DAY_UNKNOWN_DISTANCE;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      least = MIN (least, bayan_sketch_day_get_distance (days_a[i], days_b[j]));
  return least;
}

/* Days so far apart, and it is another meeting; so near, and it may be the same. A wire copies a text a day later. */
#define FAR_DAYS 6
#define NEAR_DAYS 3

static gboolean
is_far (const BayanKinshipSigns *signs)
{
  return signs->n_days != BAYAN_SKETCH_DAY_UNKNOWN_DISTANCE && signs->n_days > FAR_DAYS;
}

static void
look_at_words_and_things (BayanKinshipSigns *signs, const BayanSketch *a, const BayanSketch *b,
                          const BayanRarity *rarity)
{
  Shares shingles = share_shingles (a, b, rarity);
  ThingShares things = share_things (a, b, rarity);

  signs->resemblance = part (shingles.both, shingles.a + shingles.b - shingles.both);
  signs->containment = part (shingles.both, MIN (shingles.a, shingles.b));
  signs->n_sample = MIN (shingles.n_a, shingles.n_b);
  signs->things = part (things.all.both, MIN (things.all.a, things.all.b));
  signs->n_telling = things.telling.n_both;
  if (things.places.n_a > 0 && things.places.n_b > 0)
    signs->places = part (things.places.both, MIN (things.places.a, things.places.b));
}

/**
 * bayan_kinship_look:
 * @rarity: what is frequent where the two are
 *
 * Days that are far apart say enough: then nothing else is looked at but whether it is one text word for word.
 */
BayanKinshipSigns
bayan_kinship_look (const BayanSketch *a, const BayanSketch *b, const BayanRarity *rarity)
{
  BayanKinshipSigns signs = { .places = -1 };

  signs.n_days = find_distance (a, b);
  signs.same_text = a->text_hash == b->text_hash && a->n_words == b->n_words;
  signs.same_language = memcmp (a->language, b->language, sizeof a->language) == 0;
  signs.other_acts = a->acts != 0 && b->acts != 0 && (a->acts & b->acts) == 0;
  if (!is_far (&signs))
    look_at_words_and_things (&signs, a, b, rarity);
  return signs;
}

/* Below, what two texts share they share by chance and by genre. Set on tests/analysis/doubles/tune.txt. */
#define LEAST_RESEMBLANCE 0.10
#define LEAST_CONTAINMENT 0.24
#define LEAST_EXCERPT 0.6 /* contained so much, a short text is an excerpt of a long one */
#define LEAST_SAMPLE 8
#define LEAST_EXCERPT_SAMPLE 12
#define LEAST_PLACES 0.36
#define LEAST_THINGS 0.28
#define LEAST_THINGS_ACROSS 0.16 /* from language to language fewer things have the same key */
#define UNDATED_THINGS 0.6
#define UNDATED_TELLING 2

/* One form filled in twice, for another guest, another attack: the words are the same, what they are about is not. */
static gboolean
is_form (const BayanKinshipSigns *signs, double least_resemblance)
{
  return signs->places >= 0 && signs->places < 0.5 && signs->things < 0.55
         && signs->resemblance >= least_resemblance;
}

static gboolean
is_one_text (const BayanKinshipSigns *signs)
{
  if (!signs->same_language || signs->n_sample < LEAST_SAMPLE || is_far (signs) || is_form (signs, 0))
    return FALSE;
  return (signs->resemblance >= LEAST_RESEMBLANCE && signs->containment >= LEAST_CONTAINMENT)
         || (signs->containment >= LEAST_EXCERPT && signs->n_sample >= LEAST_EXCERPT_SAMPLE);
}

static gboolean
is_one_event (const BayanKinshipSigns *signs)
{
  if (is_far (signs) || is_form (signs, 0.3) || (signs->places >= 0 && signs->places < LEAST_PLACES))
    return FALSE;
  if (signs->n_days == BAYAN_SKETCH_DAY_UNKNOWN_DISTANCE)
    return signs->things >= UNDATED_THINGS && signs->n_telling >= UNDATED_TELLING;
  if (signs->n_days > NEAR_DAYS || (signs->other_acts && signs->things < 0.5))
    return FALSE;
  return signs->things >= (signs->same_language ? LEAST_THINGS : LEAST_THINGS_ACROSS);
}

/**
 * bayan_kinship_judge:
 *
 * Returns: what the signs say. One text is also of one event: the narrower kind is told.
 */
BayanKinship
bayan_kinship_judge (const BayanKinshipSigns *signs)
{
  BayanKinship kinship = { BAYAN_KINSHIP_NONE, 0, is_far (signs) || is_form (signs, 0.3) };

  if (signs->same_text)
    return (BayanKinship) { BAYAN_KINSHIP_DUPLICATE, 1, FALSE };
  if (is_one_text (signs))
    {
      kinship.kind = BAYAN_KINSHIP_DUPLICATE;
      kinship.score = MIN (MAX (signs->resemblance, 0.8 * signs->containment), 0.99);
    }
  else if (is_one_event (signs))
    {
      kinship.kind = BAYAN_KINSHIP_SAME_EVENT;
      kinship.score = MIN (signs->things, 0.99);
    }
  return kinship;
}
