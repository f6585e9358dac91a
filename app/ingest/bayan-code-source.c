/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-code-source.h"

#include <string.h>

/* Reads one code point at @at. @length becomes how many bytes it took; if there is none, how many are passed
 * over, or 0 if it is cut off by the end. Returns FALSE if there is none. */
typedef gboolean (*ReadPoint) (const BayanCharset *charset, const guint8 *at, gsize left, gunichar *point,
                               guint32 *length);

static gboolean
read_utf8 (const BayanCharset *charset, const guint8 *at, gsize left, gunichar *point, guint32 *length)
{
  *point = *at;
  *length = 1;
  if (*at < 0x80)
    return TRUE;
  if (*at >= 0xC2 && *at < 0xE0 && left >= 2 && (at[1] & 0xC0) == 0x80)
    {
      *point = (*at & 0x1Fu) << 6 | (at[1] & 0x3Fu);
      *length = 2;
      return TRUE;
    }
  *point = g_utf8_get_char_validated ((const char *) at, (gssize) left);
  if (*point >= (gunichar) -2)
    {
      *length = *point == (gunichar) -2 ? 0 : 1;
      return FALSE;
    }
  *length = (guint32) g_unichar_to_utf8 (*point, NULL);
  return TRUE;
}

static gboolean
read_single_byte (const BayanCharset *charset, const guint8 *at, gsize left, gunichar *point, guint32 *length)
{
  *point = charset->table[*at];
  *length = 1;
  return *point != BAYAN_CHARSET_UNDEFINED;
}

static inline guint32
unit_at (const BayanCharset *charset, const guint8 *at)
{
  return charset->encoding == BAYAN_ENCODING_UTF16_LE ? at[0] | (guint32) at[1] << 8
                                                      : at[1] | (guint32) at[0] << 8;
}

static gboolean
read_utf16 (const BayanCharset *charset, const guint8 *at, gsize left, gunichar *point, guint32 *length)
{
  guint32 low;

  *length = 0;
  if (left < 2)
    return FALSE;
  *point = unit_at (charset, at);
  *length = 2;
  if (*point < 0xD800 || *point >= 0xE000)
    return TRUE;
  if (*point < 0xDC00 && left < 4)
    *length = 0;
  if (*point >= 0xDC00 || left < 4)
    return FALSE;
  low = unit_at (charset, at + 2);
  if (low < 0xDC00 || low >= 0xE000)
    return FALSE;
  *point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
  *length = 4;
  return TRUE;
}

static gboolean
read_utf32 (const BayanCharset *charset, const guint8 *at, gsize left, gunichar *point, guint32 *length)
{
  *length = 0;
  if (left < 4)
    return FALSE;
  *point = charset->encoding == BAYAN_ENCODING_UTF32_LE
               ? at[0] | (guint32) at[1] << 8 | (guint32) at[2] << 16 | (guint32) at[3] << 24
               : at[3] | (guint32) at[2] << 8 | (guint32) at[1] << 16 | (guint32) at[0] << 24;
  *length = 4;
  return g_unichar_validate (*point);
}

static ReadPoint
reader_for (const BayanCharset *charset)
{
  switch (charset->encoding)
    {
    case BAYAN_ENCODING_UTF16_LE:
    case BAYAN_ENCODING_UTF16_BE:
      return read_utf16;
    case BAYAN_ENCODING_UTF32_LE:
    case BAYAN_ENCODING_UTF32_BE:
      return read_utf32;
    case BAYAN_ENCODING_SINGLE_BYTE:
      return read_single_byte;
    case BAYAN_ENCODING_UTF8:
    default:
      return read_utf8;
    }
}

/* One code point of the raw bytes; a run of bytes that are none is one U+FFFD. */
static gboolean
next_of_bytes (BayanCodeSource *self, BayanMappedPoint *point)
{
  const ReadPoint read_point = reader_for (self->charset);
  gsize start = self->at;

  while (self->at < self->size)
    {
      const guint8 *at = self->raw + self->at;
      guint32 length;

      if (read_point (self->charset, at, self->size - self->at, &point->point, &length))
        {
          if (self->at > start)
            break;
          point->raw = (guint32) self->at;
          point->raw_length = length;
          self->at += length;
          self->found->good += point->point >= 0x80;
          return TRUE;
        }
      if (length == 0)
        {
          self->found->cut_short = TRUE;
          self->size = self->at;
          break;
        }
      if (self->found->bad_bytes == 0)
        self->found->first_bad = self->at;
      self->found->bad_bytes += length;
      self->at += length;
    }
  *point = (BayanMappedPoint) { 0xFFFD, (guint32) start, (guint32) (self->at - start) };
  return self->at > start;
}

static gboolean next_of_layer (BayanCodeSource *self, guint layer, BayanMappedPoint *point);

static gboolean
next_point (BayanCodeSource *self, guint layer, BayanMappedPoint *point)
{
  BayanCodeQueue *queue = &self->queues[layer];

  if (queue->count > 0)
    {
      *point = queue->points[0];
      queue->count--;
      memmove (queue->points, queue->points + 1, queue->count * sizeof queue->points[0]);
      return TRUE;
    }
  return layer == 0 ? next_of_bytes (self, point) : next_of_layer (self, layer, point);
}

/* The next ones of @layer will be these. */
static void
put_back (BayanCodeSource *self, guint layer, const BayanMappedPoint *points, guint count)
{
  BayanCodeQueue *queue = &self->queues[layer];

  memmove (queue->points + count, queue->points, queue->count * sizeof queue->points[0]);
  memcpy (queue->points, points, count * sizeof queue->points[0]);
  queue->count += count;
}

/* Returns how many bytes a letter of UTF-8 has that begins with @byte; 0 if none does. */
static guint
length_by_lead (int byte)
{
  return byte >= 0xC2 && byte < 0xE0   ? 2
         : byte >= 0xE0 && byte < 0xF0 ? 3
         : byte >= 0xF0 && byte < 0xF5 ? 4
                                       : 0;
}

static void
count_letter (BayanDecoding *found, gunichar c)
{
  if (c >= 0x600 && c < 0x700)
    found->arabic++;
  else if ((c >= 0xA0 && c < 0x250) || (c >= 0x2000 && c < 0x2070) || c == 0x20AC || c == 0xFEFF)
    found->latin++;
  else
    found->others++;
}

/* The second byte of ف is one that windows-1252 has no letter for: many programs have lost it, or left a
 * mark in its place. Nothing else begins so in unvocalised text. Returns whether @first was its first
 * byte. */
static gboolean
read_half_feh (BayanCodeSource *self, guint layer, int first, const BayanMappedPoint *next,
               BayanMappedPoint *point)
{
  if (first != 0xD9 || bayan_charset_reverse_to_byte (self->charset->through, 0x81) != 0x81)
    return FALSE;
  point->point = 0x641;
  if (next != NULL && (next->point == 0xFFFD || next->point == '?'))
    point->raw_length = next->raw + next->raw_length - point->raw;
  else if (next != NULL)
    put_back (self, layer - 1, next, 1);
  self->found->guessed++;
  return TRUE;
}

/* A code point of text that was taken for another set: several letters of the text below are its bytes. */
static gboolean
next_of_layer (BayanCodeSource *self, guint layer, BayanMappedPoint *point)
{
  const BayanCharsetReverse *through = self->charset->through;
  BayanMappedPoint taken[4];
  guint count = 0, wanted;
  gunichar made;
  int byte;

  if (!next_point (self, layer - 1, point))
    return FALSE;
  byte = bayan_charset_reverse_to_byte (through, point->point);
  wanted = length_by_lead (byte);
  made = (gunichar) byte & (0x7Fu >> MAX (wanted, 1));
  while (count + 1 < wanted && next_point (self, layer - 1, &taken[count]))
    {
      int next = bayan_charset_reverse_to_byte (through, taken[count++].point);

      if (next < 0 || (next & 0xC0) != 0x80)
        break;
      made = made << 6 | (gunichar) (next & 0x3F);
      if (count + 1 == wanted && g_unichar_validate (made)
          && (guint) g_unichar_to_utf8 (made, NULL) == wanted)
        {
          point->raw_length = taken[count - 1].raw + taken[count - 1].raw_length - point->raw;
          point->point = made;
          if (layer == self->charset->layers)
            count_letter (self->found, made);
          return TRUE;
        }
    }
  if (count <= 1 && read_half_feh (self, layer, byte, count > 0 ? &taken[0] : NULL, point))
    return TRUE;
  put_back (self, layer - 1, taken, count);
  self->found->strange += point->point >= 0x80;
  return TRUE;
}

/**
 * bayan_code_source_init:
 * @found: is counted in
 *
 * The letters of @raw, one after the other.
 */
void
bayan_code_source_init (BayanCodeSource *self, const BayanCharset *charset, const guint8 *raw, gsize size,
                        BayanDecoding *found)
{
  *self = (BayanCodeSource) { charset, raw, size, charset->bom_bytes, found };
}

/**
 * bayan_code_source_next:
 *
 * Returns: FALSE at the end
 */
gboolean
bayan_code_source_next (BayanCodeSource *self, BayanMappedPoint *point)
{
  return next_point (self, self->charset->layers, point);
}
