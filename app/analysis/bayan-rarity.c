/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-rarity.h"

#include <math.h>

#include "bayan-word-hashes.h"

/* In so many statements more we imagine to have looked: the first ten do not teach what is frequent. */
#define PRIOR_STATEMENTS 50
#define LEAST_WEIGHT 0.05

#define N_LOGARITHMS 4096

struct _BayanRarity {
  guint n_statements;
  double log_all;
  float *logarithms; /* of small counts: they are asked for all the time */
  guint32 mask;
  guint16 *cells;
};

/**
 * bayan_rarity_new:
 * @n_cells_bits: so many bits has the number of cells; an eighth of the hashes to be counted is enough
 */
BayanRarity *
bayan_rarity_new (guint n_cells_bits)
{
  BayanRarity *self = g_new0 (BayanRarity, 1);

  self->mask = (1u << n_cells_bits) - 1;
  self->cells = g_new0 (guint16, (gsize) self->mask + 1);
  self->log_all = log (PRIOR_STATEMENTS);
  self->logarithms = g_new0 (float, N_LOGARITHMS);
  for (guint i = 1; i < N_LOGARITHMS; i++)
    self->logarithms[i] = logf ((float) i);
  return self;
}

void
bayan_rarity_free (BayanRarity *self)
{
  g_free (self->logarithms);
  g_free (self->cells);
  g_free (self);
}

static guint16 *
find_cell (const BayanRarity *self, guint32 hash)
{
  return &self->cells[bayan_word_hashes_mix (hash) & self->mask];
}

/* @difference: 1 where a statement comes, -1 where it goes; so for bayan_rarity_count() and each of its hashes. */
void
bayan_rarity_count_statement (BayanRarity *self, int difference)
{
  self->n_statements += (guint) difference;
  self->log_all = log (self->n_statements + PRIOR_STATEMENTS);
}

void
bayan_rarity_count (BayanRarity *self, guint32 hash, int difference)
{
  guint16 *cell = find_cell (self, hash);

  if (*cell != G_MAXUINT16) /* full: it stays */
    *cell = (guint16) MAX (*cell + difference, 0);
}

guint
bayan_rarity_get_count (const BayanRarity *self, guint32 hash)
{
  return *find_cell (self, hash);
}

/**
 * bayan_rarity_weigh:
 *
 * Returns: from 1, it is nowhere else, down to nearly 0, it is everywhere
 */
double
bayan_rarity_weigh (const BayanRarity *self, guint32 hash)
{
  guint count = bayan_rarity_get_count (self, hash);
  double logarithm = count < N_LOGARITHMS ? self->logarithms[count] : log (count);

  return MAX (1 - logarithm / self->log_all, LEAST_WEIGHT);
}
