/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-16 and UTF-32: by their mark, and without one. */
#include <string.h>
#include <unicode/uchar.h>

#include "bayan-charset.h"

#define SAMPLE_BYTES 8192u
/* A text this long has spaces in it. */
#define LONG_UNITS 60u

typedef struct {
  guint8 bytes[4];
  guint length;
  BayanEncoding encoding;
  const char *name;
} ByteOrderMark;

/* The longer first: the mark of UTF-32 begins with that of UTF-16. */
static const ByteOrderMark BYTE_ORDER_MARKS[] = {
  { { 0xFF, 0xFE, 0x00, 0x00 }, 4, BAYAN_ENCODING_UTF32_LE, "UTF-32LE" },
  { { 0x00, 0x00, 0xFE, 0xFF }, 4, BAYAN_ENCODING_UTF32_BE, "UTF-32BE" },
  { { 0xEF, 0xBB, 0xBF }, 3, BAYAN_ENCODING_UTF8, "UTF-8" },
  { { 0xFF, 0xFE }, 2, BAYAN_ENCODING_UTF16_LE, "UTF-16LE" },
  { { 0xFE, 0xFF }, 2, BAYAN_ENCODING_UTF16_BE, "UTF-16BE" },
};

/**
 * bayan_charset_take_mark:
 *
 * Returns: whether @raw begins with a byte order mark, which then says what it is
 */
gboolean
bayan_charset_take_mark (BayanCharset *self, const guint8 *raw, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (BYTE_ORDER_MARKS); i++)
    {
      const ByteOrderMark *mark = &BYTE_ORDER_MARKS[i];

      if (size >= mark->length && memcmp (raw, mark->bytes, mark->length) == 0)
        {
          self->encoding = mark->encoding;
          self->name = mark->name;
          self->bom_bytes = mark->length;
          return TRUE;
        }
    }
  return FALSE;
}

/* What the units of a sample are. */
typedef struct {
  gsize units, letters, spaces, others, wrong;
} Tally;

static gunichar
unit_at (BayanEncoding encoding, const guint8 *at)
{
  switch (encoding)
    {
    case BAYAN_ENCODING_UTF16_LE:
      return at[0] | (gunichar) at[1] << 8;
    case BAYAN_ENCODING_UTF16_BE:
      return at[1] | (gunichar) at[0] << 8;
    case BAYAN_ENCODING_UTF32_LE:
      return at[0] | (gunichar) at[1] << 8 | (gunichar) at[2] << 16 | (gunichar) at[3] << 24;
    case BAYAN_ENCODING_UTF32_BE:
      return at[3] | (gunichar) at[2] << 8 | (gunichar) at[1] << 16 | (gunichar) at[0] << 24;
    case BAYAN_ENCODING_UTF8:
    case BAYAN_ENCODING_SINGLE_BYTE:
    default:
      return *at;
    }
}

static gboolean
is_wide_space (gunichar c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xA0;
}

/* The letters that Arabic, Persian, Kurdish and Latin texts are made of. */
static gboolean
is_usual_letter (gunichar c)
{
  return (c < 0x80 && g_ascii_isalpha ((char) c)) || (c >= 0x621 && c <= 0x652) || c == 0x67E || c == 0x686
         || c == 0x698 || c == 0x6A4 || c == 0x6A9 || c == 0x6AF || (c >= 0x6B5 && c <= 0x6D5)
         || (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0xC0 && c < 0x180);
}

/* What stands between letters: figures, punctuation, signs. */
static gboolean
is_usual_sign (gunichar c)
{
  return (c > 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0xC0) || (c >= 0x600 && c < 0x6DE)
         || (c >= 0x6F0 && c < 0x700) || (c >= 0x200B && c < 0x2070) || c == 0xFEFF;
}

/* A half of a pair, which is no letter alone, is none of these. */
static void
tally_unit (Tally *tally, gunichar c)
{
  gint8 type = c > 0x10FFFF ? U_UNASSIGNED : u_charType ((UChar32) c);

  tally->units++;
  if (is_wide_space (c))
    tally->spaces++;
  else if (is_usual_letter (c))
    tally->letters++;
  else if (!is_usual_sign (c))
    tally->others++;
  tally->wrong += type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR
                  || (type == U_CONTROL_CHAR && !is_wide_space (c) && c != '\f' && c != '\v' && c != 0x85);
}

static void
tally_sample (Tally *tally, BayanEncoding encoding, const guint8 *raw, gsize size)
{
  gsize step = encoding == BAYAN_ENCODING_UTF32_LE || encoding == BAYAN_ENCODING_UTF32_BE ? 4 : 2;
  gsize sample = MIN (size, SAMPLE_BYTES);

  for (gsize at = 0; at + step <= sample; at += step)
    tally_unit (tally, unit_at (encoding, raw + at));
}

/**
 * bayan_charset_guess_wide:
 *
 * UTF-16 and UTF-32 without a byte order mark: nearly every unit is one that our languages are written with,
 * most are letters, and there are spaces between them.
 *
 * Returns: whether @raw is one of them; @self is set then
 */
gboolean
bayan_charset_guess_wide (BayanCharset *self, const guint8 *raw, gsize size)
{
  static const struct {
    BayanEncoding encoding;
    const char *name;
  } GUESSES[] = {
    { BAYAN_ENCODING_UTF32_LE, "UTF-32LE" },
    { BAYAN_ENCODING_UTF32_BE, "UTF-32BE" },
    { BAYAN_ENCODING_UTF16_LE, "UTF-16LE" },
    { BAYAN_ENCODING_UTF16_BE, "UTF-16BE" },
  };

  /* Spaces and line breaks are half a NUL byte, and more than a word or two has some. */
  if (size > LONG_UNITS && memchr (raw, 0, MIN (size, SAMPLE_BYTES)) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (GUESSES); i++)
    {
      Tally tally = { 0 };

      tally_sample (&tally, GUESSES[i].encoding, raw, size);
      if (tally.units < 2 || tally.others * 20 > tally.units || tally.wrong * 50 > tally.units
          || tally.letters * 2 < tally.units - tally.spaces
          || (tally.units > LONG_UNITS && tally.spaces * 40 < tally.units))
        continue;
      self->encoding = GUESSES[i].encoding;
      self->name = GUESSES[i].name;
      return TRUE;
    }
  return FALSE;
}

/**
 * bayan_charset_is_sound_wide:
 * @self: UTF-16 or UTF-32 by its mark
 *
 * Returns: whether @raw is text in it, in whatever language: nearly no unit is one that stands for nothing
 */
gboolean
bayan_charset_is_sound_wide (const BayanCharset *self, const guint8 *raw, gsize size)
{
  Tally tally = { 0 };

  tally_sample (&tally, self->encoding, raw + self->bom_bytes, size - self->bom_bytes);
  return tally.wrong * 50 <= tally.units;
}

/**
 * bayan_charset_is_wide:
 *
 * Returns: whether @raw is UTF-16 or UTF-32, in which NUL bytes are nothing strange
 */
gboolean
bayan_charset_is_wide (const guint8 *raw, gsize size)
{
  BayanCharset charset = { BAYAN_ENCODING_UTF8 };

  return bayan_charset_take_mark (&charset, raw, size) ? charset.encoding != BAYAN_ENCODING_UTF8
                                                       : bayan_charset_guess_wide (&charset, raw, size);
}
