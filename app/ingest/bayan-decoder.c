/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-decoder.h"

#include <string.h>

#include "bayan-code-source.h"
#include "bayan-visual-order.h"

#define CANCEL_EVERY 65536u
#define CANCEL_EVERY_RUNS 1024u
#define LINE_POINTS 4096u

typedef enum {
  OTHER,
  PLAIN,      /* needs no more than being copied */
  VOWEL_SIGN, /* makes nothing new with a letter */
} Sort;

static const guint8 ASCII[0x80] = { ['\t'] = PLAIN, ['\n'] = PLAIN, [0x20 ... 0x7E] = PLAIN };

/* The letters and signs from U+0600 to U+06FF, but for the marks: by the last two bits of their first byte, and the
 * second. */
static const guint8 ARABIC[0x400] = {
  [0x08C] = PLAIN,           [0x09B ... 0x0BF] = PLAIN,
  [0x180 ... 0x18A] = PLAIN, [0x18B ... 0x192] = VOWEL_SIGN,
  [0x1A0 ... 0x1AF] = PLAIN, [0x1B1 ... 0x1BF] = PLAIN,
  [0x280 ... 0x2BF] = PLAIN,
};

/* What the letter of two bytes at @at is. */
static inline Sort
sort_of (const guint8 *at)
{
  guint bytes = (guint) at[0] << 8 | at[1];

  if ((bytes & 0xFC00) == 0xD800)
    return (Sort) ARABIC[bytes & 0x3FF];
  return bytes == 0xC2AB || bytes == 0xC2BB ? PLAIN : OTHER; /* « and » */
}

/* Bytes from @from on that need no more than being copied: plain ASCII, and plain letters with at most one vowel sign
 * each. The last letter is not among them, for a mark may follow it. @letters counts all but ASCII. */
static gsize
plain_length (const guint8 *raw, gsize from, gsize end, gsize *letters)
{
  gsize at = from, last = from, ascii = 0;

  while (at < end)
    {
      Sort sort;

      if (raw[at] < 0x80)
        {
          if (ASCII[raw[at]] != PLAIN)
            break;
          last = at++;
          ascii++;
          continue;
        }
      sort = end - at >= 2 ? sort_of (raw + at) : OTHER;
      if (sort == PLAIN)
        last = at;
      else if (sort != VOWEL_SIGN || at == from || at - last > 2)
        break;
      at += 2;
    }
  ascii -= at > last && raw[last] < 0x80;
  *letters += (last - from - ascii) / 2;
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
