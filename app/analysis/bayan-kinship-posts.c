/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-kinship-posts.h"

#include "bayan-sketch-day.h"
#include "bayan-sketch-things.h"
#include "bayan-word-hashes.h"

#define SHINGLE_POSTS 16
#define DATED_POSTS 8   /* things, each with the days around */
#define THING_POSTS 4   /* things alone */
#define DAYS_TOGETHER 4 /* so many days are one span of days */
#define MAX_SPANS 18
#define ASKED_THINGS 16

G_STATIC_ASSERT (BAYAN_SKETCH_MAX_SHINGLES + ASKED_THINGS * (MAX_SPANS + 1) <= BAYAN_KINSHIP_MAX_QUESTIONS);
G_STATIC_ASSERT (SHINGLE_POSTS + DATED_POSTS + THING_POSTS == BAYAN_KINSHIP_MAX_POSTS);

enum {
  SHINGLE,
  THING,
  DATED_THING, /* and more: plus the number of the span of days */
};

static guint32
mix (guint32 hash, guint kind)
{
  return bayan_word_hashes_mix (hash ^ (kind * 0x9e3779b9u));
}

/* Which span of days of its year @day lies in, as far as it is known without the year. */
static guint
find_span_of_year (guint16 day)
{
  return ((guint) (day >> 5 & 15) * 31 + (day & 31)) / DAYS_TOGETHER;
}

/* Which span of days it lies in: a number that no span of a year has. */
static guint
find_span (guint16 day)
{
  guint number = bayan_sketch_day_get_number (day);

  return number != 0 ? number / DAYS_TOGETHER : find_span_of_year (day);
}

static guint
add_shingles (const BayanSketch *sketch, const BayanRarity *rarity, guint most, BayanKinshipPost *posts)
{
  guint n = MIN (most, sketch->n_shingles);

  for (guint i = 0; i < n; i++)
    posts[i] = (BayanKinshipPost) { mix (sketch->shingles[i], SHINGLE),
                                    bayan_rarity_weigh (rarity, sketch->shingles[i]) };
  return n;
}

static double
weigh (const BayanSketchThing *thing, const BayanRarity *rarity)
{
  return bayan_sketch_weigh_type (thing->type) * bayan_rarity_weigh (rarity, thing->hash)
         * (thing->lead ? 2 : 1);
}

/* The @most things that say most. */
static guint
choose_things (const BayanSketch *sketch, const BayanRarity *rarity, guint most, BayanKinshipPost *things)
{
  guint n = 0;

  for (guint i = 0; i < sketch->n_things; i++)
    {
      BayanKinshipPost thing = { sketch->things[i].hash, weigh (&sketch->things[i], rarity) };
      guint at = n < most ? n++ : most;

      for (; at > 0 && things[at - 1].weight < thing.weight; at--)
        if (at < most)
          things[at] = things[at - 1];
      if (at < most)
        things[at] = thing;
    }
  return n;
}

/**
 * bayan_kinship_posts_make:
 * @posts: (out caller-allocates): under what @sketch is to be found
 *
 * Returns: how many they are
 */
guint
bayan_kinship_posts_make (const BayanSketch *sketch, const BayanRarity *rarity,
                          BayanKinshipPost posts[BAYAN_KINSHIP_MAX_POSTS])
{
  BayanKinshipPost things[DATED_POSTS];
  guint n = add_shingles (sketch, rarity, SHINGLE_POSTS, posts);
  guint n_things = choose_things (sketch, rarity, DATED_POSTS, things);
  guint16 day = sketch->published != 0 ? sketch->published : sketch->n_days > 0 ? sketch->days[0] : 0;

  for (guint i = 0; i < n_things && day != 0; i++)
    posts[n++] = (BayanKinshipPost) { mix (things[i].hash, DATED_THING + find_span (day)), things[i].weight };
  for (guint i = 0; i < MIN (n_things, THING_POSTS); i++)
    posts[n++] = (BayanKinshipPost) { mix (things[i].hash, THING), things[i].weight / 2 };
  return n;
}

/* The spans of each of the days that may be meant, and those beside them; with the year, and as another text would have
 * them that does not tell it. */
static guint
collect_spans (const BayanSketch *sketch, guint spans[MAX_SPANS])
{
  guint16 days[] = { sketch->published, sketch->n_days > 0 ? sketch->days[0] : 0,
                     sketch->n_days > 1 ? sketch->days[1] : 0 };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint beside = 0; days[i] != 0 && beside < 6; beside++)
      {
        guint span = (beside < 3 ? find_span (days[i]) : find_span_of_year (days[i])) + beside % 3 - 1,
              at = 0;

        while (at < n && spans[at] != span)
          at++;
        if (at == n)
          spans[n++] = span;
      }
  return n;
}

/**
 * bayan_kinship_posts_ask:
 * @questions: (out caller-allocates): under what the kin of @sketch may be
 *
 * Returns: how many they are: more than posts, since the other one may be posted under anything that both have
 */
guint
bayan_kinship_posts_ask (const BayanSketch *sketch, const BayanRarity *rarity,
                         BayanKinshipPost questions[BAYAN_KINSHIP_MAX_QUESTIONS])
{
  BayanKinshipPost things[ASKED_THINGS];
  guint spans[MAX_SPANS];
  guint n = add_shingles (sketch, rarity, BAYAN_SKETCH_MAX_SHINGLES, questions);
  guint n_things = choose_things (sketch, rarity, ASKED_THINGS, things),
        n_spans = collect_spans (sketch, spans);

  for (guint i = 0; i < n_things; i++)
    {
      for (guint s = 0; s < n_spans; s++)
        questions[n++] = (BayanKinshipPost) { mix (things[i].hash, DATED_THING + spans[s]),
                                              things[i].weight };
      questions[n++] = (BayanKinshipPost) { mix (things[i].hash, THING), things[i].weight / 2 };
    }
  return n;
}
