/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-precision.h"

static gboolean
counts (const BayanDecision *decision, BayanMentionType type)
{
  return type == BAYAN_MENTION_N_TYPES || decision->type == type;
}

static void
add (BayanPrecisionBlock *block, const BayanDecision *decision)
{
  if (block->n_decided == 0)
    block->from = decision->done_at;
  block->until = decision->done_at;
  block->n_decided++;
  block->n_right += decision->is_right;
}

/**
 * bayan_precision_sum:
 * @decisions: (element-type BayanDecision): oldest first
 * @type: of which suggestions; BAYAN_MENTION_N_TYPES for all
 *
 * Returns: all of them as one block
 */
BayanPrecisionBlock
bayan_precision_sum (const GArray *decisions, BayanMentionType type)
{
  BayanPrecisionBlock sum = { .first = 1 };

  for (guint i = 0; i < decisions->len; i++)
    if (counts (&g_array_index (decisions, BayanDecision, i), type))
      add (&sum, &g_array_index (decisions, BayanDecision, i));
  return sum;
}

/* However many there are, their blocks are to be seen at one glance. */
static guint
choose_size (guint n_decided)
{
  guint size = BAYAN_PRECISION_BLOCK;

  while ((n_decided + size - 1) / size > BAYAN_PRECISION_BLOCKS_MAX)
    size *= 2;
  return size;
}

/**
 * bayan_precision_make_blocks:
 * @decisions: (element-type BayanDecision): oldest first
 * @type: of which suggestions; BAYAN_MENTION_N_TYPES for all
 *
 * Returns: (transfer full) (element-type BayanPrecisionBlock): oldest first
 */
GArray *
bayan_precision_make_blocks (const GArray *decisions, BayanMentionType type)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (BayanPrecisionBlock));
  guint size = choose_size (bayan_precision_sum (decisions, type).n_decided), n = 0;

  for (guint i = 0; i < decisions->len; i++)
    {
      const BayanDecision *decision = &g_array_index (decisions, BayanDecision, i);

      if (!counts (decision, type))
        continue;
      if (n++ % size == 0)
        {
          BayanPrecisionBlock block = { .first = n };

          g_array_append_val (blocks, block);
        }
      add (&g_array_index (blocks, BayanPrecisionBlock, blocks->len - 1), decision);
    }
  return blocks;
}
