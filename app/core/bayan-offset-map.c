/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-offset-map.h"

#include <string.h>

typedef struct {
  guint32 clean; /* first clean byte */
  guint32 raw;   /* first raw byte */
  guint32 count; /* units */
  guint32 clean_step, raw_step;
} Run;

struct _BayanOffsetMap {
  gatomicrefcount ref_count;
  GArray *runs; /* of Run */
  guint32 clean_length;
};

/* Stored form: this magic, then four LEB128 numbers a run: raw bytes left out before it, clean_step,
 * raw_step, count. */
static const char MAGIC[4] = { 'O', 'M', 'P', '1' };

/**
 * bayan_offset_map_new:
 *
 * Returns: (transfer full): the map of an empty text, for its maker to append to before anyone else sees it
 */
BayanOffsetMap *
bayan_offset_map_new (void)
{
  BayanOffsetMap *self = g_new0 (BayanOffsetMap, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  return self;
}

/**
 * bayan_offset_map_ref:
 *
 * From any thread, as bayan_offset_map_unref().
 *
 * Returns: (transfer full): @self
 */
BayanOffsetMap *
bayan_offset_map_ref (BayanOffsetMap *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_offset_map_unref (BayanOffsetMap *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->runs);
  g_free (self);
}

static inline guint32
run_clean_end (const Run *run)
{
  return run->clean + run->count * run->clean_step;
}

static inline guint32
run_raw_end (const Run *run)
{
  return run->raw + run->count * run->raw_step;
}

/**
 * bayan_offset_map_append:
 * @raw: where in the raw bytes the first unit begins. What lies before the end of the last one belongs to
 *   that
 * @clean_step: clean bytes a unit, at least 1
 * @raw_step: raw bytes a unit; 0 for text that cleaning added
 * @count: units
 *
 * Says where the next @count * @clean_step bytes of clean text came from.
 */
void
bayan_offset_map_append (BayanOffsetMap *self, BayanRawPos raw, guint32 clean_step, guint32 raw_step,
                         guint32 count)
{
  Run run = { self->clean_length, raw.byte, count, clean_step, raw_step };
  Run *last = self->runs->len > 0 ? &g_array_index (self->runs, Run, self->runs->len - 1) : NULL;

  if (count == 0)
    return;
  g_return_if_fail (clean_step > 0);
  if (last != NULL && raw.byte < run_raw_end (last))
    {
      guint32 end = raw.byte + count * raw_step, from = run_raw_end (last);

      run = (Run){ self->clean_length, from, 1, count * clean_step, MAX (end, from) - from };
    }
  self->clean_length += count * clean_step;
  if (last != NULL && last->clean_step == run.clean_step && last->raw_step == run.raw_step
      && run_raw_end (last) == run.raw)
    last->count += run.count;
  else
    g_array_append_val (self->runs, run);
}

/* The run that holds clean byte @byte; @byte < clean_length. */
static guint
find_run (const BayanOffsetMap *self, guint32 byte)
{
  guint low = 0, high = self->runs->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->runs, Run, middle).clean <= byte)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * bayan_offset_map_append_slice:
 * @other: a map over the same raw bytes
 * @span: a part of its clean text
 *
 * Appends what @other knows of @span: how cleaning builds the map of a text that is a selection of another
 * one. A unit that @span begins or ends in is cut: its letters are traced to all of its raw bytes as before.
 */
void
bayan_offset_map_append_slice (BayanOffsetMap *self, const BayanOffsetMap *other, BayanCleanSpan span)
{
  guint32 at = span.start.byte, end = MIN (span.end.byte, other->clean_length);

  for (guint i = at < end ? find_run (other, at) : 0; at < end; i++)
    {
      const Run *run = &g_array_index (other->runs, Run, i);
      guint32 stop = MIN (end, run_clean_end (run));

      while (at < stop)
        {
          guint32 first = (at - run->clean) / run->clean_step;
          guint32 into = (at - run->clean) % run->clean_step;
          guint32 count = into == 0 ? (stop - at) / run->clean_step : 0;
          guint32 step = count > 0 ? run->clean_step : MIN (stop - at, run->clean_step - into);

          bayan_offset_map_append (self, (BayanRawPos) { run->raw + first * run->raw_step }, step,
                                   run->raw_step, MAX (count, 1));
          at += step * MAX (count, 1);
        }
    }
}

/**
 * bayan_offset_map_get_clean_length:
 *
 * Returns: how many bytes of clean text the map covers
 */
guint32
bayan_offset_map_get_clean_length (const BayanOffsetMap *self)
{
  return self->clean_length;
}

static guint32
raw_start_of (const BayanOffsetMap *self, guint32 clean)
{
  const Run *run = &g_array_index (self->runs, Run, find_run (self, clean));

  return run->raw + (clean - run->clean) / run->clean_step * run->raw_step;
}

static guint32
raw_end_of (const BayanOffsetMap *self, guint32 last_clean)
{
  const Run *run = &g_array_index (self->runs, Run, find_run (self, last_clean));

  return run->raw + ((last_clean - run->clean) / run->clean_step + 1) * run->raw_step;
}

/**
 * bayan_offset_map_to_raw:
 * @span: a part of the clean text
 *
 * Returns: the raw bytes it came from, from the first byte of its first unit to the last byte of its last
 *   one. What cleaning left out inside the span lies in between; what it left out before and behind does not.
 */
BayanRawSpan
bayan_offset_map_to_raw (const BayanOffsetMap *self, BayanCleanSpan span)
{
  guint32 start, end;

  if (self->clean_length == 0)
    return bayan_raw_span (0, 0);
  start = MIN (span.start.byte, self->clean_length - 1);
  if (span.start.byte >= self->clean_length)
    {
      guint32 raw = raw_end_of (self, self->clean_length - 1);
      return bayan_raw_span (raw, raw);
    }
  end = MIN (span.end.byte, self->clean_length);
  if (end <= start)
    {
      guint32 raw = raw_start_of (self, start);
      return bayan_raw_span (raw, raw);
    }
  return bayan_raw_span (raw_start_of (self, start), raw_end_of (self, end - 1));
}

/**
 * bayan_offset_map_to_clean:
 * @raw: a position in the raw bytes
 * @clean: (out): where the unit that holds it begins in clean text; where that byte was left out, where the
 *   first unit behind it begins
 *
 * Returns: FALSE if the byte at @raw was left out
 */
gboolean
bayan_offset_map_to_clean (const BayanOffsetMap *self, BayanRawPos raw, BayanCleanPos *clean)
{
  guint low = 0, high = self->runs->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (run_raw_end (&g_array_index (self->runs, Run, middle)) <= raw.byte)
        low = middle + 1;
      else
        high = middle;
    }
  clean->byte = self->clean_length;
  if (low == self->runs->len)
    return FALSE;

  const Run *run = &g_array_index (self->runs, Run, low);
  clean->byte = run->clean;
  if (raw.byte < run->raw || run->raw_step == 0)
    return FALSE;
  clean->byte += (raw.byte - run->raw) / run->raw_step * run->clean_step;
  return TRUE;
}

static void
put_number (GByteArray *out, guint32 value)
{
  do
    {
      guint8 byte = (value & 0x7F) | (value > 0x7F ? 0x80 : 0);
      g_byte_array_append (out, &byte, 1);
      value >>= 7;
    }
  while (value > 0);
}

static gboolean
take_number (const guint8 **at, const guint8 *end, guint32 *value)
{
  guint64 sum = 0;

  for (guint shift = 0; *at < end && shift < 35; shift += 7)
    {
      guint8 byte = *(*at)++;
      sum |= (guint64) (byte & 0x7F) << shift;
      if (byte < 0x80)
        {
          *value = (guint32) sum;
          return sum <= G_MAXUINT32;
        }
    }
  return FALSE;
}

/**
 * bayan_offset_map_to_bytes:
 *
 * Returns: (transfer full): the form in which a library keeps the map
 */
GBytes *
bayan_offset_map_to_bytes (const BayanOffsetMap *self)
{
  GByteArray *out = g_byte_array_new ();
  guint32 raw_end = 0;

  g_byte_array_append (out, (const guint8 *) MAGIC, sizeof MAGIC);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);
      put_number (out, run->raw - raw_end);
      put_number (out, run->clean_step);
      put_number (out, run->raw_step);
      put_number (out, run->count);
      raw_end = run_raw_end (run);
    }
  return g_byte_array_free_to_bytes (out);
}

/**
 * bayan_offset_map_new_from_bytes:
 * @bytes: what bayan_offset_map_to_bytes() gave
 *
 * Returns: (transfer full) (nullable): the map, or NULL if @bytes are none
 */
BayanOffsetMap *
bayan_offset_map_new_from_bytes (GBytes *bytes)
{
  g_autoptr (BayanOffsetMap) self = bayan_offset_map_new ();
  gsize size;
  const guint8 *at = g_bytes_get_data (bytes, &size);
  const guint8 *end;
  guint64 raw = 0, clean = 0;

  if (size < sizeof MAGIC || memcmp (at, MAGIC, sizeof MAGIC) != 0)
    return NULL;
  end = at + size;
  at += sizeof MAGIC;
  while (at < end)
    {
      guint32 gap, clean_step, raw_step, count;

      if (!take_number (&at, end, &gap) || !take_number (&at, end, &clean_step)
          || !take_number (&at, end, &raw_step) || !take_number (&at, end, &count))
        return NULL;
      raw += gap;
      clean += (guint64) clean_step * count;
      if (clean_step == 0 || count == 0 || clean > G_MAXUINT32
          || raw + (guint64) raw_step * count > G_MAXUINT32)
        return NULL;
      bayan_offset_map_append (self, (BayanRawPos) { (guint32) raw }, clean_step, raw_step, count);
      raw += (guint64) raw_step * count;
    }
  return g_steal_pointer (&self);
}
