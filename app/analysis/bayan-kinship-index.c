/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-kinship-index.h"

#include <string.h>

#include "bayan-kinship-posts.h"

#define NO_NODE G_MAXUINT32
#define MAX_WALK 256    /* so many of the newest under one post: what has more says little */
#define MAX_VISITS 8192 /* so many under all posts, the rarest first */
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
  BayanRarity *rarity; /* of the slots that are posted; NULL before */
  guint n_posted;
  guint n_bits;
  guint32 *heads; /* by the end of a post's hash: the newest node, or NO_NODE */
  float *shared;  /* by slot, while candidates are collected: the weight of the posts they share; else 0 */
  GArray
      *next; /* of guint32, by node: an older one. A node is the slot's number × BAYAN_KINSHIP_MAX_POSTS plus
                          the post's; the nodes of two posts may stand in one row */
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
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
bayan_kinship_index_free (BayanKinshipIndex *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->slots);
  g_array_unref (self->next);
  g_clear_pointer (&self->rarity, bayan_rarity_free);
  g_free (self->heads);
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

/* Tables for twice as many as there are. What is posted already has to be posted again. */
static void
make_tables (BayanKinshipIndex *self)
{
  gsize n_nodes = (gsize) self->slots->len * BAYAN_KINSHIP_MAX_POSTS;

  self->n_bits = MIN (MAX (g_bit_storage (n_nodes), LEAST_BITS), MOST_BITS);
  g_clear_pointer (&self->rarity, bayan_rarity_free);
  self->rarity = bayan_rarity_new (self->n_bits);
  g_free (self->heads);
  self->heads = g_new (guint32, (gsize) 1 << self->n_bits);
  memset (self->heads, 0xff, sizeof (guint32) << self->n_bits);
  self->n_posted = 0;
}

static guint32 *
find_head (const BayanKinshipIndex *self, guint32 hash)
{
  return &self->heads[hash & ((1u << self->n_bits) - 1)];
}

static void
post (BayanKinshipIndex *self, guint number)
{
  g_autoptr (BayanSketch) sketch = open_slot (self, number);
  BayanKinshipPost posts[BAYAN_KINSHIP_MAX_POSTS];
  guint n = sketch != NULL ? bayan_kinship_posts_make (sketch, self->rarity, posts) : 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 *head = find_head (self, posts[i].hash), node = number * BAYAN_KINSHIP_MAX_POSTS + i;
      g_array_index (self->next, guint32, node) = *head;
      *head = node;
    }
}

/* Posts what was added. All of it is counted first: only then is it known what is rare. */
static void
post_new (BayanKinshipIndex *self)
{
  guint from;

  if (self->n_posted == self->slots->len)
    return;
  if (self->rarity == NULL
      || (self->n_bits < MOST_BITS
          && (gsize) self->slots->len * BAYAN_KINSHIP_MAX_POSTS > (gsize) 2 << self->n_bits))
    make_tables (self);
  from = self->n_posted;
  for (guint i = from; i < self->slots->len; i++)
    {
      g_autoptr (BayanSketch) sketch = open_slot (self, i);
      if (sketch != NULL)
        count (self->rarity, sketch, 1);
    }
  self->n_posted = self->slots->len;
  g_array_set_size (self->next, self->n_posted * BAYAN_KINSHIP_MAX_POSTS);
  g_free (self->shared);
  self->shared = g_new0 (float, self->n_posted);
  for (guint i = from; i < self->n_posted; i++)
    post (self, i);
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  double x = ((const BayanKinshipPost *) a)->weight, y = ((const BayanKinshipPost *) b)->weight;

  return (x < y) - (x > y);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;
  int order = (x->weight < y->weight) - (x->weight > y->weight);

  return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

/* Those under one post. Returns how many there are. */
static guint
walk (BayanKinshipIndex *self, const BayanKinshipPost *question, GArray *candidates)
{
  guint32 node = *find_head (self, question->hash);
  guint i;

  for (i = 0; node != NO_NODE && i < MAX_WALK; i++, node = g_array_index (self->next, guint32, node))
    {
      Candidate candidate = { node / BAYAN_KINSHIP_MAX_POSTS, 0 };

      if (self->shared[candidate.number] == 0)
        {
          if (candidates->len == MAX_CANDIDATES)
            continue;
          g_array_append_val (candidates, candidate);
        }
      self->shared[candidate.number] += (float) question->weight;
    }
  return i;
}

/* The weights go from the table into @candidates, which are cut to the heaviest. The slot itself is none. */
static void
choose_candidates (BayanKinshipIndex *self, guint number, GArray *candidates)
{
  self->shared[number] = 0;
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      candidate->weight = self->shared[candidate->number];
      self->shared[candidate->number] = 0;
    }
  g_array_sort (candidates, compare_candidates);
  g_array_set_size (candidates, MIN (candidates->len, MAX_COMPARED));
}

/* Those that share posts with the slot, most first. */
static GArray *
collect_candidates (BayanKinshipIndex *self, guint number, const BayanSketch *sketch)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  BayanKinshipPost questions[BAYAN_KINSHIP_MAX_QUESTIONS];
  guint n = bayan_kinship_posts_ask (sketch, self->rarity, questions), n_visits = 0;

  qsort (questions, n, sizeof *questions, compare_weights);
  for (guint i = 0; i < n && n_visits < MAX_VISITS; i++)
    n_visits += walk (self, &questions[i], candidates);
  choose_candidates (self, number, candidates);
  return candidates;
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

  post_new (self);
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

      if (other_sketch == NULL || other == number)
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

  post_new (self);
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
  gsize size = self->slots->len * PER_SLOT + self->next->len * sizeof (guint32);

  if (self->heads != NULL)
    size += (sizeof (guint32) + sizeof (guint16)) << self->n_bits;
  for (guint i = 0; i < self->slots->len; i++)
    if (((const Slot *) self->slots->pdata[i])->sketch != NULL)
      size += g_bytes_get_size (((const Slot *) self->slots->pdata[i])->sketch);
  return size;
}
