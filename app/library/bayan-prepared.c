/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-prepared.h"

#include <string.h>

#include "bayan-blocks.h"
#include "bayan-content-sum.h"

/* The tokens of a text take twice its room, its words three times. A long one is cut into words when it is indexed. */
#define TOKENS_MAX_BYTES BAYAN_BLOCK_BYTES

static gint64
sum_of (GBytes *bytes)
{
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    return 0;
  data = g_bytes_get_data (bytes, &size);
  return bayan_content_sum (data, size);
}

/**
 * bayan_prepared_new:
 * @words: (nullable): of the text of @statement
 *
 * In any thread.
 *
 * Returns: (transfer full)
 */
BayanPrepared *
bayan_prepared_new (const BayanStatement *statement, const BayanWords *words)
{
  BayanPrepared *self = g_new0 (BayanPrepared, 1);

  if (statement->title != NULL)
    bayan_tokens_find (&self->title, statement->title, strlen (statement->title));
  if (statement->text_length_bytes <= TOKENS_MAX_BYTES && words != NULL)
    bayan_tokens_find_in_words (&self->text, words);
  else if (statement->text_length_bytes <= TOKENS_MAX_BYTES)
    bayan_tokens_find (&self->text, statement->text, statement->text_length_bytes);
  self->map = bayan_offset_map_to_bytes (statement->map);
  self->text_sum = bayan_content_sum (statement->text, statement->text_length_bytes);
  self->extract_sum = sum_of (statement->extract);
  return self;
}

void
bayan_prepared_free (BayanPrepared *self)
{
  bayan_tokens_clear (&self->title);
  bayan_tokens_clear (&self->text);
  g_bytes_unref (self->map);
  g_free (self);
}
