/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-decoder.h"

#include "bayan-ingest-error.h"

#define CANCEL_EVERY 65536u

/* Reads one code point at @at. @length becomes how many bytes it took. Returns FALSE if there is none. */
typedef gboolean (*ReadPoint) (const BayanCharset *charset, const guint8 *at, gsize left, gunichar *point,
                               guint32 *length);

static gboolean
read_utf8 (const BayanCharset *charset, const guint8 *at, gsize left, gunichar *point, guint32 *length)
{
  *point = *at;
  *length = 1;
  if (*at < 0x80)
    return TRUE;
  *point = g_utf8_get_char_validated ((const char *) at, (gssize) left);
  if (*point >= (gunichar) -2)
    return FALSE;
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

  if (left < 2)
    return FALSE;
  *point = unit_at (charset, at);
  *length = 2;
  if (*point < 0xD800 || *point >= 0xE000)
    return TRUE;
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

/**
 * bayan_decoder_decode:
 * @raw: at most BAYAN_INGEST_MAX_BYTES
 *
 * Returns: (transfer full): the text in NFC, LF only, without byte order mark and control characters; or NULL
 * with BAYAN_INGEST_ERROR_ENCODING and the byte where @raw leaves the character set, or G_IO_ERROR_CANCELLED
 */
BayanMappedText *
bayan_decoder_decode (const BayanCharset *charset, const guint8 *raw, gsize size, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (BayanMappedText) text = bayan_mapped_text_new (size);
  ReadPoint read_point = reader_for (charset);
  gsize at = charset->bom_bytes;

  for (guint count = 0; at < size; count++)
    {
      gunichar point;
      guint32 length;

      if (count % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!read_point (charset, raw + at, size - at, &point, &length))
        {
          bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_ENCODING, at, NULL,
                               "Not valid %s at byte %" G_GSIZE_FORMAT, charset->name, at);
          return NULL;
        }
      bayan_mapped_text_put (text, point, (guint32) at, length);
      at += length;
    }
  bayan_mapped_text_flush (text);
  return g_steal_pointer (&text);
}
