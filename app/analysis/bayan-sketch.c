/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-sketch.h"

#include <string.h>

#include "bayan-sketch-day.h"
#include "bayan-sketch-things.h"
#include "bayan-word-hashes.h"

#define SHINGLE_MASK ((1u << BAYAN_SKETCH_SHINGLE_BITS) - 1)
#define HEAD_BYTES 26
#define SHINGLE_BYTES 3
#define THING_BYTES 4
#define DAY_BYTES 2
#define LEAD_BIT 0x80

/* Into its place among the smallest, which stay in order, if it is one and not there yet. */
static void
keep_if_small (BayanSketch *self, guint32 hash)
{
  guint low = 0, high = self->n_shingles;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (self->shingles[middle] < hash)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->n_shingles && self->shingles[low] == hash)
    return;
  if (self->n_shingles < BAYAN_SKETCH_MAX_SHINGLES)
    self->n_shingles++;
  else
    self->bound = self->shingles[self->n_shingles - 1];
  memmove (&self->shingles[low + 1], &self->shingles[low], (self->n_shingles - 1 - low) * sizeof (guint32));
  self->shingles[low] = hash;
}

/* Hashes of two neighbouring words of one sentence, words left out that are in every text. */
static void
take_shingles (BayanSketch *self, const GArray *words)
{
  guint32 before = 0;

  self->bound = SHINGLE_MASK + 1;
  for (guint i = 0; i < words->len; i++)
    {
      const BayanWordHash *word = &g_array_index (words, BayanWordHash, i);
      guint32 hash;

      if ((word->flags & BAYAN_WORD_HASH_AFTER_END) != 0)
        before = 0;
      if ((word->flags & BAYAN_WORD_HASH_COMMON) != 0)
        continue;
      hash = bayan_word_hashes_mix (before * 31 + word->hash) & SHINGLE_MASK;
      if (before != 0 && hash < self->bound)
        {
          if (self->n_shingles == BAYAN_SKETCH_MAX_SHINGLES && hash > self->shingles[self->n_shingles - 1])
            self->bound = hash;
          else
            keep_if_small (self, hash);
        }
      before = word->hash;
    }
}

static void
take_text_hash (BayanSketch *self, const GArray *words)
{
  guint64 hash = 14695981039346656037u;

  for (guint i = 0; i < words->len; i++)
    hash = (hash ^ g_array_index (words, BayanWordHash, i).hash) * 1099511628211u;
  self->text_hash = hash;
  self->n_words = words->len;
}

/**
 * bayan_sketch_new:
 * @recognition: of @statement
 *
 * Returns: (transfer full): what is kept of both
 */
BayanSketch *
bayan_sketch_new (const BayanStatement *statement, const BayanRecognition *recognition)
{
  BayanSketch *self = g_new0 (BayanSketch, 1);
  g_autoptr (GArray) words = bayan_word_hashes_new (statement->text, statement->text_length_bytes);

  take_text_hash (self, words);
  take_shingles (self, words);
  if (statement->language != NULL && statement->language[0] != '\0')
    memcpy (self->language, statement->language, 2);
  self->published = bayan_sketch_day_new (statement->date);
  bayan_sketch_take_things (self, recognition);
  bayan_sketch_take_days (self, recognition);
  bayan_sketch_take_acts (self, words);
  return self;
}

void
bayan_sketch_free (BayanSketch *self)
{
  g_free (self);
}

static void
put (guint8 **at, guint64 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    *(*at)++ = (guint8) (number >> 8 * i);
}

static guint64
get (const guint8 **at, guint n_bytes)
{
  guint64 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint64) * (*at)++ << 8 * i;
  return number;
}

/**
 * bayan_sketch_to_bytes:
 *
 * Returns: (transfer full): what bayan_sketch_new_from_bytes() reads
 */
GBytes *
bayan_sketch_to_bytes (const BayanSketch *self)
{
  guint8 buffer[HEAD_BYTES + SHINGLE_BYTES * BAYAN_SKETCH_MAX_SHINGLES + THING_BYTES * BAYAN_SKETCH_MAX_THINGS
                + DAY_BYTES * BAYAN_SKETCH_MAX_DAYS];
  guint8 *at = buffer;

  put (&at, BAYAN_SKETCH_VERSION, 1);
  put (&at, self->n_shingles, 1);
  put (&at, self->n_things, 1);
  put (&at, self->n_days, 1);
  put (&at, (guint8) self->language[0], 1);
  put (&at, (guint8) self->language[1], 1);
  put (&at, self->published, 2);
  put (&at, self->acts, 2);
  put (&at, self->text_hash, 8);
  put (&at, self->n_words, 4);
  put (&at, self->bound, 4);
  for (guint i = 0; i < self->n_shingles; i++)
    put (&at, self->shingles[i], SHINGLE_BYTES);
  for (guint i = 0; i < self->n_things; i++)
    {
      put (&at, self->things[i].hash, THING_BYTES - 1);
      put (&at, self->things[i].type | (self->things[i].lead ? LEAD_BIT : 0), 1);
    }
  for (guint i = 0; i < self->n_days; i++)
    put (&at, self->days[i], DAY_BYTES);
  return g_bytes_new (buffer, (gsize) (at - buffer));
}

/**
 * bayan_sketch_add_to_item:
 * @item: with its recognition, on its way into a library
 *
 * From then on the statement can be found as a double of others.
 */
void
bayan_sketch_add_to_item (BayanImportItem *item)
{
  g_autoptr (BayanSketch) sketch = bayan_sketch_new (item->statement, item->recognition);

  g_clear_pointer (&item->sketch, g_bytes_unref);
  item->sketch = bayan_sketch_to_bytes (sketch);
}

static void
get_head (BayanSketch *self, const guint8 **at)
{
  self->n_shingles = (guint8) get (at, 1);
  self->n_things = (guint8) get (at, 1);
  self->n_days = (guint8) get (at, 1);
  self->language[0] = (char) get (at, 1);
  self->language[1] = (char) get (at, 1);
  self->published = (guint16) get (at, 2);
  self->acts = (guint16) get (at, 2);
  self->text_hash = get (at, 8);
  self->n_words = (guint32) get (at, 4);
  self->bound = (guint32) get (at, 4);
}

static gboolean
head_fits (const BayanSketch *self, gsize size)
{
  return self->n_shingles <= BAYAN_SKETCH_MAX_SHINGLES && self->n_things <= BAYAN_SKETCH_MAX_THINGS
         && self->n_days <= BAYAN_SKETCH_MAX_DAYS
         && size
                == HEAD_BYTES + (gsize) SHINGLE_BYTES * self->n_shingles
                       + (gsize) THING_BYTES * self->n_things + (gsize) DAY_BYTES * self->n_days;
}

/**
 * bayan_sketch_new_from_bytes:
 *
 * Returns: (transfer full) (nullable): the sketch; NULL where @bytes are none, or one of another version
 */
BayanSketch *
bayan_sketch_new_from_bytes (GBytes *bytes)
{
  g_autoptr (BayanSketch) self = g_new0 (BayanSketch, 1);
  gsize size;
  const guint8 *at = g_bytes_get_data (bytes, &size);

  if (size < HEAD_BYTES || get (&at, 1) != BAYAN_SKETCH_VERSION)
    return NULL;
  get_head (self, &at);
  if (!head_fits (self, size))
    return NULL;
  for (guint i = 0; i < self->n_shingles; i++)
    self->shingles[i] = (guint32) get (&at, SHINGLE_BYTES);
  for (guint i = 0; i < self->n_things; i++)
    {
      guint8 type;
      self->things[i].hash = (guint32) get (&at, THING_BYTES - 1);
      type = (guint8) get (&at, 1);
      self->things[i].lead = (type & LEAD_BIT) != 0;
      self->things[i].type = (guint8) MIN (type & ~LEAD_BIT, BAYAN_MENTION_N_TYPES - 1);
    }
  for (guint i = 0; i < self->n_days; i++)
    self->days[i] = (guint16) get (&at, DAY_BYTES);
  return g_steal_pointer (&self);
}
