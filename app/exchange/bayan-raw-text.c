/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-raw-text.h"

/* Code points are counted up to every so many bytes once, then at most that many bytes a question. A multiple
 * of four, so that no unit of UTF-16 or UTF-32 lies across a checkpoint. */
#define STRIDE 256

typedef enum {
  UNITS_UTF8,
  UNITS_UTF16_LITTLE,
  UNITS_UTF16_BIG,
  UNITS_UTF32,
  UNITS_SINGLE_BYTES,
} Units;

struct _BayanRawText {
  GBytes *raw;
  const guint8 *bytes;
  gsize length_bytes;
  char *charset;
  Units units;
  GArray *checkpoints; /* of guint32: the code points before byte i * STRIDE */
};

/* UTF-16 without a mark is little endian in practice, as Windows writes it. */
static Units
units_of_utf16 (const char *charset, const guint8 *bytes, gsize length_bytes)
{
  if (g_str_has_suffix (charset, "BE"))
    return UNITS_UTF16_BIG;
  if (g_str_has_suffix (charset, "LE"))
    return UNITS_UTF16_LITTLE;
  return length_bytes >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF ? UNITS_UTF16_BIG : UNITS_UTF16_LITTLE;
}

static Units
units_of (const char *charset, const guint8 *bytes, gsize length_bytes)
{
  g_autofree char *upper = g_ascii_strup (charset, -1);

  if (g_str_has_prefix (upper, "UTF-16"))
    return units_of_utf16 (upper, bytes, length_bytes);
  if (g_str_has_prefix (upper, "UTF-32"))
    return UNITS_UTF32;
  if (g_str_has_prefix (upper, "UTF-8") || g_str_equal (upper, "US-ASCII"))
    return UNITS_UTF8;
  return UNITS_SINGLE_BYTES;
}

/* The low half of a surrogate pair was counted with the high one. */
static inline gboolean
is_low_surrogate (guint8 high_byte)
{
  return (high_byte & 0xFC) == 0xDC;
}

static guint32
count_range (const BayanRawText *self, gsize from, gsize until)
{
  const guint8 *bytes = self->bytes;
  guint32 count = 0;

  switch (self->units)
    {
    case UNITS_UTF8:
      for (gsize i = from; i < until; i++)
        count += (bytes[i] & 0xC0) != 0x80;
      return count;
    case UNITS_UTF16_LITTLE:
      for (gsize i = from; i + 1 < until; i += 2)
        count += !is_low_surrogate (bytes[i + 1]);
      return count;
    case UNITS_UTF16_BIG:
      for (gsize i = from; i + 1 < until; i += 2)
        count += !is_low_surrogate (bytes[i]);
      return count;
    case UNITS_UTF32:
      return (guint32) ((until - from) / 4);
    case UNITS_SINGLE_BYTES:
    default:
      return (guint32) (until - from);
    }
}

/**
 * bayan_raw_text_new:
 * @raw: the bytes of a source
 * @charset: what they are written in, as BayanStatement has it
 *
 * Returns: (transfer full): @raw seen as text
 */
BayanRawText *
bayan_raw_text_new (GBytes *raw, const char *charset)
{
  BayanRawText *self = g_new0 (BayanRawText, 1);
  guint32 count = 0;

  self->raw = g_bytes_ref (raw);
  self->bytes = g_bytes_get_data (raw, &self->length_bytes);
  self->charset = g_strdup (charset != NULL ? charset : "UTF-8");
  self->units = units_of (self->charset, self->bytes, self->length_bytes);
  self->checkpoints = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->length_bytes / STRIDE + 1);
  for (gsize at = 0; at <= self->length_bytes; at += STRIDE)
    {
      g_array_append_val (self->checkpoints, count);
      count += count_range (self, at, MIN (at + STRIDE, self->length_bytes));
    }
  return self;
}

/* The text that raw positions are of. An extract is UTF-8, but for a mail that does not say what it is written in. */
BayanRawText *
bayan_raw_text_new_of_statement (const BayanStatement *statement)
{
  GBytes *readable = bayan_statement_get_readable (statement);
  gsize size;
  const char *data = g_bytes_get_data (readable, &size);
  gboolean is_utf8 = statement->extract != NULL && g_utf8_validate_len (data, size, NULL);

  return bayan_raw_text_new (readable, is_utf8 ? "UTF-8" : statement->charset);
}

void
bayan_raw_text_free (BayanRawText *self)
{
  g_bytes_unref (self->raw);
  g_array_unref (self->checkpoints);
  g_free (self->charset);
  g_free (self);
}

/**
 * bayan_raw_text_count_code_points:
 *
 * Returns: the number of code points before @until
 */
guint32
bayan_raw_text_count_code_points (const BayanRawText *self, BayanRawPos until)
{
  gsize end = MIN (until.byte, self->length_bytes);
  gsize block = end / STRIDE;

  return g_array_index (self->checkpoints, guint32, block) + count_range (self, block * STRIDE, end);
}

static const char *
charset_of_slice (const BayanRawText *self)
{
  switch (self->units)
    {
    case UNITS_UTF8:
      return "UTF-8";
    case UNITS_UTF16_LITTLE: /* no mark stands inside a slice, so the order must be in the name */
      return "UTF-16LE";
    case UNITS_UTF16_BIG:
      return "UTF-16BE";
    case UNITS_UTF32:
    case UNITS_SINGLE_BYTES:
    default:
      return self->charset;
    }
}

/**
 * bayan_raw_text_dup_slice:
 * @span: a part of the raw bytes, on character boundaries
 *
 * Returns: (transfer full) (nullable): what stands there, as UTF-8; NULL if those bytes are not text
 */
char *
bayan_raw_text_dup_slice (const BayanRawText *self, BayanRawSpan span)
{
  gsize end = MIN (span.end.byte, self->length_bytes);
  gsize start = MIN (span.start.byte, end);

  return g_convert ((const char *) self->bytes + start, (gssize) (end - start), "UTF-8",
                    charset_of_slice (self), NULL, NULL, NULL);
}
