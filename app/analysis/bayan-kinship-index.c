/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-kinship-index.h"

#include <string.h>

#include "bayan-kinship-posts.h"

#define NO_ROW G_MAXUINT32
#define MAX_WALK 256    /* so many of the newest under one post: what has more says little */
#define MAX_VISITS 4096 /* so many under all posts, the rarest first */
#define MAX_COMPARED 48 /* so many of those that share most posts are compared */
#define MAX_CANDIDATES 4096
#define LEAST_BITS 12
#define MOST_BITS 22

/* One statement. Its place in the array of slots is its number. */
typedef struct {
  gint64 statement;
  GBytes *sketch; /* NULL where it was removed */
} Slot;

struct _BayanKinshipIndex {
  GPtrArray *slots;    /* of Slot */
  GHashTable *by_id;   /* &slot->statement → number + 1 */
  guint n_posted;      /* so many slots the tables below know: all, or they are made anew */
  BayanRarity *rarity; /* what is frequent in them; NULL before */
  guint n_bits;
  guint32 *starts; /* by the end of a post's hash, and one more: where its slots begin in @posted */
  guint32 *posted; /* numbers of slots, those under one post side by side, the newest first */
  float *shared;   /* by slot, while candidates are collected: the weight of the posts they share; else 0 */
};

/* A slot that shares posts with the one asked for. */
typedef struct {
  guint32 number;
  float weight;
} Candidate;

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  g_clear_pointer (&slot->sketch, g_bytes_unref);
  g_free (slot);
}

BayanKinshipIndex *
bayan_kinship_index_new (void)
{
  BayanKinshipIndex *self = g_new0 (BayanKinshipIndex, 1);

  self->slots = g_ptr_array_new_with_free_func (slot_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

void
bayan_kinship_index_free (BayanKinshipIndex *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->slots);
  g_clear_pointer (&self->rarity, bayan_rarity_free);
  g_free (self->starts);
  g_free (self->posted);
  g_free (self->shared);
  g_free (self);
}

static BayanSketch *
open_slot (const BayanKinshipIndex *self, guint number)
{
  const Slot *slot = self->slots->pdata[number];

  return slot->sketch != NULL ? bayan_sketch_new_from_bytes (slot->sketch) : NULL;
}

static gboolean
find_slot (const BayanKinshipIndex *self, gint64 statement, guint *number)
{
  *number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &statement)) - 1;
  return *number != G_MAXUINT;
}

/**
 * bayan_kinship_index_add:
 * @sketch: what bayan_sketch_to_bytes() made
 *
 * Returns: FALSE where @sketch is none that can be read, or @statement is there already
 */
gboolean
bayan_kinship_index_add (BayanKinshipIndex *self, gint64 statement, GBytes *sketch)
{
  g_autoptr (BayanSketch) readable = bayan_sketch_new_from_bytes (sketch);
  Slot *slot;

  if (readable == NULL || bayan_kinship_index_contains (self, statement))
    return FALSE;
  slot = g_new0 (Slot, 1);
  slot->statement = statement;
  slot->sketch = g_bytes_ref (sketch);
  g_ptr_array_add (self->slots, slot);
  g_hash_table_insert (self->by_id, &slot->statement, GUINT_TO_POINTER (self->slots->len));
  return TRUE;
}

static void
count (BayanRarity *rarity, const BayanSketch *sketch, int difference)
{
  bayan_rarity_count_statement (rarity, difference);
  for (guint i = 0; i < sketch->n_shingles; i++)
    bayan_rarity_count (rarity, sketch->shingles[i], difference);
  for (guint i = 0; i < sketch->n_things; i++)
    bayan_rarity_count (rarity, sketch->things[i].hash, difference);
}

void
bayan_kinship_index_remove (BayanKinshipIndex *self, gint64 statement)
{
  g_autoptr (BayanSketch) sketch = NULL;
  guint number;

  if (!find_slot (self, statement, &number))
    return;
  sketch = open_slot (self, number);
  if (number < self->n_posted)
    count (self->rarity, sketch, -1);
  g_hash_table_remove (self->by_id, &statement);
  g_clear_pointer (&((Slot *) self->slots->pdata[number])->sketch, g_bytes_unref);
}

gboolean
bayan_kinship_index_contains (const BayanKinshipIndex *self, gint64 statement)
{
  return g_hash_table_contains (self->by_id, &statement);
}

static guint32
find_row (const BayanKinshipIndex *self, guint32 hash)
{
  return hash & ((1u << self->n_bits) - 1);
}

/* Under which rows each slot stands. Returns: BAYAN_KINSHIP_MAX_POSTS a slot, NO_ROW where it has fewer */
static guint32 *
find_rows (const BayanKinshipIndex *self)
{
  guint32 *rows = g_new (guint32, (gsize) self->slots->len * BAYAN_KINSHIP_MAX_POSTS);

  for (guint i = 0; i < self->slots->len; i++)
    {
      g_autoptr (BayanSketch) sketch = open_slot (self, i);
      BayanKinshipPost posts[BAYAN_KINSHIP_MAX_POSTS];
      guint n = sketch != NULL ? bayan_kinship_posts_make (sketch, self->rarity, posts) : 0;

      for (guint p = 0; p < BAYAN_KINSHIP_MAX_POSTS; p++)
        rows[(gsize) i * BAYAN_KINSHIP_MAX_POSTS + p] = p < n ? find_row (self, posts[p].hash) : NO_ROW;
    }
  return rows;
}

/* Each row gets its room by how many stand in it; filled from its end, the last slot comes to stand first. */
static void
fill_rows (BayanKinshipIndex *self)
{
  gsize n_rows = (gsize) 1 << self->n_bits, n_nodes = (gsize) self->slots->len * BAYAN_KINSHIP_MAX_POSTS;
  g_autofree guint32 *rows = find_rows (self);

  g_free (self->starts);
  g_free (self->posted);
  self->starts = g_new0 (guint32, n_rows + 1);
  self->posted = g_new (guint32, n_nodes);
  for (gsize i = 0; i < n_nodes; i++)
    if (rows[i] != NO_ROW)
      self->starts[rows[i]]++;
  for (gsize row = 1; row <= n_rows; row++)
    self->starts[row] += self->starts[row - 1];
  for (gsize i = 0; i < n_nodes; i++)
    if (rows[i] != NO_ROW)
      self->posted[--self->starts[rows[i]]] = (guint32) (i / BAYAN_KINSHIP_MAX_POSTS);
}

/* Posts all, if any was added. All of it is counted first: only then is it known what is rare. */
static void
post_all (BayanKinshipIndex *self)
{
  if (self->n_posted == self->slots->len)
    return;
  self->n_posted = self->slots->len;
  self->n_bits = CLAMP (g_bit_storage ((gsize) self->n_posted * BAYAN_KINSHIP_MAX_POSTS), LEAST_BITS,
                        MOST_BITS);
  g_clear_pointer (&self->rarity, bayan_rarity_free);
  self->rarity = bayan_rarity_new (self->n_bits);
  for (guint i = 0; i < self->n_posted; i++)
    {
      g_autoptr (BayanSketch) sketch = open_slot (self, i);
      if (sketch != NULL)
        count (self->rarity, sketch, 1);
    }
  fill_rows (self);
  g_free (self->shared);
  self->shared = g_new0 (float, self->n_posted);
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  double x = ((const BayanKinshipPost *) a)->weight, y = ((const BayanKinshipPost *) b)->weight;

  return (x < y) - (x > y);
}

/* Those under one post. Returns how many there are. */
static guint
walk (BayanKinshipIndex *self, const BayanKinshipPost *question, GArray *candidates)
{
  guint32 row = find_row (self, question->hash);
  guint n = MIN (self->starts[row + 1] - self->starts[row], MAX_WALK);
  const guint32 *numbers = self->posted + self->starts[row];

  for (guint i = 0; i < n; i++)
    {
      Candidate candidate = { numbers[i], 0 };

      if (self->shared[candidate.number] == 0)
        {
          if (candidates->len == MAX_CANDIDATES)
            continue;
          g_array_append_val (candidates, candidate);
        }
      self->shared[candidate.number] += (float) question->weight;
    }
  return n;
}

/* Into its place among the heaviest, if it is one. */
static void
keep_if_heavy (GArray *heaviest, Candidate candidate)
{
  Candidate *all = (Candidate *) (gpointer) heaviest->data;
  guint at = heaviest->len;

  if (at < MAX_COMPARED)
    {
      g_array_set_size (heaviest, at + 1);
      all = (Candidate *) (gpointer) heaviest->data;
    }
  else if (all[--at].weight >= candidate.weight)
    return;
  for (; at > 0 && all[at - 1].weight < candidate.weight; at--)
    all[at] = all[at - 1];
  all[at] = candidate;
}

/* The weights go out of the table. Returns: the heaviest of @candidates, the slot itself not among them */
static GArray *
choose_candidates (BayanKinshipIndex *self, guint number, const GArray *candidates)
{
  GArray *heaviest = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), MAX_COMPARED);

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate candidate = g_array_index (candidates, Candidate, i);

      candidate.weight = self->shared[candidate.number];
      self->shared[candidate.number] = 0;
      if (candidate.number != number)
        keep_if_heavy (heaviest, candidate);
    }
  return heaviest;
}

/* Those that share posts with the slot, most first. */
static GArray *
collect_candidates (BayanKinshipIndex *self, guint number, const BayanSketch *sketch)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  BayanKinshipPost questions[BAYAN_KINSHIP_MAX_QUESTIONS];
  guint n = bayan_kinship_posts_ask (sketch, self->rarity, questions), n_visits = 0;

  qsort (questions, n, sizeof *questions, compare_weights);
  for (guint i = 0; i < n && n_visits < MAX_VISITS; i++)
    n_visits += walk (self, &questions[i], candidates);
  return choose_candidates (self, number, candidates);
}

/**
 * bayan_kinship_index_find:
 * @statement: one of the index
 *
 * Returns: (element-type BayanKinshipFind) (transfer full): its kin among the others
 */
GArray *
bayan_kinship_index_find (BayanKinshipIndex *self, gint64 statement)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BayanKinshipFind));
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (BayanSketch) sketch = NULL;
  guint number;

  post_all (self);
  if (!find_slot (self, statement, &number))
    return found;
  sketch = open_slot (self, number);
  candidates = collect_candidates (self, number, sketch);
  for (guint i = 0; i < candidates->len; i++)
    {
      guint other = g_array_index (candidates, Candidate, i).number;
      g_autoptr (BayanSketch) other_sketch = open_slot (self, other);
      BayanKinshipSigns signs;
      BayanKinshipFind find = { ((const Slot *) self->slots->pdata[other])->statement, { 0 } };

      if (other_sketch == NULL)
        continue;
      signs = bayan_kinship_look (sketch, other_sketch, self->rarity);
      find.kinship = bayan_kinship_judge (&signs);
      if (find.kinship.kind != BAYAN_KINSHIP_NONE)
        g_array_append_val (found, find);
    }
  return found;
}

/**
 * bayan_kinship_index_compare:
 *
 * Returns: what the two are to each other; nothing where one is not in the index
 */
BayanKinship
bayan_kinship_index_compare (BayanKinshipIndex *self, gint64 a, gint64 b)
{
  g_autoptr (BayanSketch) sketch_a = NULL;
  g_autoptr (BayanSketch) sketch_b = NULL;
  BayanKinshipSigns signs;
  guint number_a, number_b;

  post_all (self);
  if (!find_slot (self, a, &number_a) || !find_slot (self, b, &number_b))
    return (BayanKinship) { BAYAN_KINSHIP_NONE, 0, FALSE };
  sketch_a = open_slot (self, number_a);
  sketch_b = open_slot (self, number_b);
  signs = bayan_kinship_look (sketch_a, sketch_b, self->rarity);
  return bayan_kinship_judge (&signs);
}

/**
 * bayan_kinship_index_get_size_bytes:
 *
 * Returns: about how much memory it takes
 */
gsize
bayan_kinship_index_get_size_bytes (const BayanKinshipIndex *self)
{
  const gsize PER_SLOT = sizeof (Slot) + 16 + 2 * sizeof (gpointer) + sizeof (gpointer) + 56;
  gsize size = self->slots->len * PER_SLOT;

  if (self->starts != NULL)
    size += ((sizeof (guint32) + sizeof (guint16)) << self->n_bits)
            + (gsize) self->n_posted * (BAYAN_KINSHIP_MAX_POSTS * sizeof (guint32) + sizeof (float));
  for (guint i = 0; i < self->slots->len; i++)
    if (((const Slot *) self->slots->pdata[i])->sketch != NULL)
      size += g_bytes_get_size (((const Slot *) self->slots->pdata[i])->sketch);
  return size;
}
