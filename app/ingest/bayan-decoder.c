/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-decoder.h"

#include <string.h>

#include "bayan-code-source.h"
#include "bayan-visual-order.h"

#define CANCEL_EVERY 65536u
#define CANCEL_EVERY_RUNS 1024u
#define LINE_POINTS 4096u

/* Whether the two bytes at @at need no more than being copied: the letters and signs of the Arabic block but for
 * the marks, and « and ». */
static inline gboolean
is_plain_letter (const guint8 *at)
{
  switch (at[0])
    {
    case 0xD8:
      return at[1] >= 0x9B ? at[1] <= 0xBF : at[1] == 0x8C;
    case 0xD9:
      return (at[1] >= 0x80 && at[1] <= 0x8A) || (at[1] >= 0xA0 && at[1] <= 0xBF && at[1] != 0xB0);
    case 0xDA:
      return at[1] >= 0x80 && at[1] <= 0xBF;
    case 0xC2:
      return at[1] == 0xAB || at[1] == 0xBB;
    default:
      return FALSE;
    }
}

/* The vowel signs that make nothing new with a letter: U+064B to U+0652. */
static inline gboolean
is_vowel_sign (const guint8 *at)
{
  return at[0] == 0xD9 && at[1] >= 0x8B && at[1] <= 0x92;
}

/* Bytes from @from on that need no more than being copied: ASCII but for control characters, and plain letters
 * with at most one vowel sign each. The last letter is not among them, for a mark may follow it. @letters counts
 * all but ASCII. */
static gsize
plain_length (const guint8 *raw, gsize from, gsize end, gsize *letters)
{
  gsize at = from, last = from, seen = 0, sure = 0;

  while (at < end)
    {
      guint8 byte = raw[at];
      gboolean ascii = (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';

      if (!ascii && (end - at < 2 || !is_plain_letter (raw + at)))
        break;
      last = at;
      sure = seen;
      at += ascii ? 1 : 2;
      seen += !ascii;
      if (end - at >= 2 && is_vowel_sign (raw + at))
        {
          at += 2;
          seen++;
        }
    }
  *letters += sure;
  return last - from;
}

/* Copies what is plain in @source. */
static void
put_plain (BayanMappedText *text, BayanCodeSource *source)
{
  gsize end = MIN (source->size, source->at + CANCEL_EVERY);
  gsize length = text->has_cr ? 0 : plain_length (source->raw, source->at, end, &source->found->good);

  if (length == 0)
    return;
  bayan_mapped_text_put_run (text, (const char *) source->raw + source->at, (guint32) length,
                             (guint32) source->at);
  source->at += length;
}

/* Letters in the shapes that they have within a word, which may be in the wrong order: U+FE80 to U+FEFC. */
static gboolean
may_have_shapes (const BayanCodeSource *source)
{
  const guint8 *at = source->raw, *end = source->raw + source->size;

  if (source->charset->encoding != BAYAN_ENCODING_UTF8 || source->charset->layers > 0)
    return TRUE;
  while ((at = memchr (at, 0xEF, (gsize) (end - at))) != NULL && end - at > 2)
    if (at[1] == 0xBA || at[1] == 0xBB)
      return TRUE;
    else
      at++;
  return FALSE;
}

/* Letters of a line, held back until it is known in which order they are. */
typedef struct {
  BayanMappedPoint points[LINE_POINTS];
  guint n_points;
  gboolean cut; /* it is a part of a longer one */
} Line;

static void
put_line (BayanMappedText *text, Line *line, BayanDecoding *found)
{
  found->reversed += !line->cut && bayan_visual_order_repair (line->points, line->n_points);
  for (guint i = 0; i < line->n_points; i++)
    bayan_mapped_text_put (text, line->points[i].point, line->points[i].raw, line->points[i].raw_length);
  line->n_points = 0;
}

static void
hold_point (BayanMappedText *text, Line *line, const BayanMappedPoint *point, BayanDecoding *found)
{
  gboolean ends = point->point == '\n' || point->point == '\r';

  line->cut |= line->n_points == LINE_POINTS;
  if (ends || line->n_points == LINE_POINTS)
    put_line (text, line, found);
  if (ends)
    {
      line->cut = FALSE;
      bayan_mapped_text_put (text, point->point, point->raw, point->raw_length);
    }
  else
    line->points[line->n_points++] = *point;
}

/**
 * bayan_decoder_decode:
 * @raw: at most BAYAN_INGEST_MAX_BYTES
 * @found: (out): what was found on the way
 *
 * Returns: (transfer full): the text in NFC, LF only, without byte order mark and control characters, with
 * U+FFFD where @raw leaves the character set; or NULL with G_IO_ERROR_CANCELLED
 */
BayanMappedText *
bayan_decoder_decode (const BayanCharset *charset, const guint8 *raw, gsize size, BayanDecoding *found,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (BayanMappedText) text = bayan_mapped_text_new (size);
  g_autofree Line *line = NULL;
  gboolean plain;
  BayanCodeSource source;
  BayanMappedPoint point;
  gboolean more = TRUE;

  *found = (BayanDecoding) { 0 };
  bayan_code_source_init (&source, charset, raw, size, found);
  line = may_have_shapes (&source) ? g_new0 (Line, 1) : NULL;
  plain = line == NULL;
  for (guint count = 0; more; count++)
    {
      if (count % (plain ? CANCEL_EVERY_RUNS : CANCEL_EVERY) == 0
          && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (plain)
        put_plain (text, &source);
      more = bayan_code_source_next (&source, &point);
      if (more && line != NULL)
        hold_point (text, line, &point, found);
      else if (more)
        bayan_mapped_text_put (text, point.point, point.raw, point.raw_length);
    }
  if (line != NULL)
    put_line (text, line, found);
  bayan_mapped_text_flush (text);
  return g_steal_pointer (&text);
}

/**
 * bayan_decoding_is_text:
 * @size: how many bytes were read
 *
 * Returns: whether so little was lost that the rest is worth reading: about two bytes in a hundred
 */
gboolean
bayan_decoding_is_text (const BayanDecoding *self, gsize size)
{
  return self->bad_bytes == 0 || (self->bad_bytes <= 4 + size / 50 && self->bad_bytes * 2 <= self->good);
}
