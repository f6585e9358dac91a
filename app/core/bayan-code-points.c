/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-code-points.h"

typedef struct {
  guint32 code_points;
  guint32 utf16;
} Checkpoint;

struct _BayanCodePoints {
  const char *text; /* borrowed: the index lives no longer than its text */
  gsize length_bytes;
  guint32 n_code_points;
  GArray *checkpoints; /* of Checkpoint, what lies before byte i * STRIDE */
};

static inline gboolean
is_lead (char c)
{
  return (c & 0xC0) != 0x80;
}

/* A lead byte of 0xF0 and above needs two UTF-16 units. */
static inline void
count_byte (Checkpoint *at, char c)
{
  if (!is_lead (c))
    return;
  at->code_points++;
  at->utf16 += (guchar) c >= 0xF0 ? 2 : 1;
}

/**
 * bayan_code_points_new:
 * @utf8: valid UTF-8; borrowed, must outlive the index
 * @length_bytes: its length
 *
 * Returns: (transfer full): an index over @utf8
 */
BayanCodePoints *
bayan_code_points_new (const char *utf8, gsize length_bytes)
{
  BayanCodePoints *self = g_new0 (BayanCodePoints, 1);
  Checkpoint at = { 0, 0 };

  self->text = utf8;
  self->length_bytes = length_bytes;
  self->checkpoints = g_array_sized_new (FALSE, FALSE, sizeof (Checkpoint),
                                         length_bytes / BAYAN_CODE_POINTS_STRIDE + 1);
  for (gsize i = 0; i < length_bytes; i++)
    {
      if (i % BAYAN_CODE_POINTS_STRIDE == 0)
        g_array_append_val (self->checkpoints, at);
      count_byte (&at, utf8[i]);
    }
  if (self->checkpoints->len == 0)
    g_array_append_val (self->checkpoints, at);
  self->n_code_points = at.code_points;
  return self;
}

void
bayan_code_points_free (BayanCodePoints *self)
{
  g_array_unref (self->checkpoints);
  g_free (self);
}

static Checkpoint
count_until (const BayanCodePoints *self, guint32 byte)
{
  gsize end = MIN (byte, self->length_bytes);
  gsize block = MIN (end / BAYAN_CODE_POINTS_STRIDE, self->checkpoints->len - 1);
  Checkpoint at = g_array_index (self->checkpoints, Checkpoint, block);

  for (gsize i = block * BAYAN_CODE_POINTS_STRIDE; i < end; i++)
    count_byte (&at, self->text[i]);
  return at;
}

/**
 * bayan_code_points_from_byte:
 * @byte: a byte offset on a character boundary; clamped to the text
 *
 * Returns: how many code points lie before @byte
 */
guint32
bayan_code_points_from_byte (const BayanCodePoints *self, guint32 byte)
{
  return count_until (self, byte).code_points;
}

/**
 * bayan_code_points_utf16_from_byte:
 * @byte: a byte offset on a character boundary; clamped to the text
 *
 * Returns: how many UTF-16 units lie before @byte
 */
guint32
bayan_code_points_utf16_from_byte (const BayanCodePoints *self, guint32 byte)
{
  return count_until (self, byte).utf16;
}

/**
 * bayan_code_points_to_byte:
 * @code_point: a code point offset; clamped to the text
 *
 * Returns: the byte at which that code point begins
 */
guint32
bayan_code_points_to_byte (const BayanCodePoints *self, guint32 code_point)
{
  guint low = 0, high = self->checkpoints->len;
  guint32 count;
  gsize i;

  if (code_point >= self->n_code_points)
    return self->length_bytes;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->checkpoints, Checkpoint, middle).code_points <= code_point)
        low = middle;
      else
        high = middle;
    }
  count = g_array_index (self->checkpoints, Checkpoint, low).code_points;
  for (i = (gsize) low * BAYAN_CODE_POINTS_STRIDE; i < self->length_bytes; i++)
    if (is_lead (self->text[i]) && count++ == code_point)
      break;
  return i;
}

/**
 * bayan_code_points_get_length:
 *
 * Returns: how many code points the text has
 */
guint32
bayan_code_points_get_length (const BayanCodePoints *self)
{
  return self->n_code_points;
}
