/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the modules of this room share: reading a code point, and the fold tables. */
#pragma once

#include "bayan-fold.h"
#include "bayan-presentation-forms.h"

/* Code points below this one (one or two bytes of UTF-8) fold to at most one other below it, by table; 0 is
 * "dropped". */
#define BAYAN_FOLD_NARROW 0x800
/* No code point folds to more than this many. */
#define BAYAN_FOLD_EXPANSION 4
#define BAYAN_REPLACEMENT_CHARACTER 0xFFFD

const guint16 *bayan_fold_narrow (BayanFoldKey key);
guint bayan_fold_wide (BayanFoldKey key, gunichar character, gunichar folded[BAYAN_FOLD_EXPANSION]);

static inline gboolean
bayan_is_continuation (guchar byte)
{
  return (byte & 0xC0) == 0x80;
}

/* Reads the code point at @at; @at < @end. A byte that begins none is U+FFFD, one byte long. */
static inline guint
bayan_read_character (const guchar *at, const guchar *end, gunichar *character)
{
  gsize left = (gsize) (end - at);
  guchar lead = at[0];

  if (lead < 0x80)
    {
      *character = lead;
      return 1;
    }
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && bayan_is_continuation (at[1]))
    {
      *character = (gunichar) (lead & 0x1F) << 6 | (at[1] & 0x3F);
      return 2;
    }
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && bayan_is_continuation (at[1])
      && bayan_is_continuation (at[2]))
    {
      *character = (gunichar) (lead & 0x0F) << 12 | (gunichar) (at[1] & 0x3F) << 6 | (at[2] & 0x3F);
      if (*character >= BAYAN_FOLD_NARROW && (*character < 0xD800 || *character > 0xDFFF))
        return 3;
    }
  if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && bayan_is_continuation (at[1])
      && bayan_is_continuation (at[2]) && bayan_is_continuation (at[3]))
    {
      *character = (gunichar) (lead & 0x07) << 18 | (gunichar) (at[1] & 0x3F) << 12
                   | (gunichar) (at[2] & 0x3F) << 6
                   | (at[3] & 0x3F);
      if (*character >= 0x10000 && *character <= 0x10FFFF)
        return 4;
    }
  *character = BAYAN_REPLACEMENT_CHARACTER;
  return 1;
}

/* Writes @character, and says how many bytes it took (at most 4). */
static inline guint
bayan_write_character (char *out, gunichar character)
{
  if (character < 0x80)
    {
      out[0] = (char) character;
      return 1;
    }
  if (character < BAYAN_FOLD_NARROW)
    {
      out[0] = (char) (0xC0 | character >> 6);
      out[1] = (char) (0x80 | (character & 0x3F));
      return 2;
    }
  return (guint) g_unichar_to_utf8 (character, out);
}

/* Bidirectional and other format characters: they carry no letter and cut no word. */
static inline gboolean
bayan_is_format_control (gunichar character)
{
  return character == 0x00AD || character == 0x034F || character == 0x061C || character == 0x180E
         || (character >= 0x200B && character <= 0x200F) || (character >= 0x202A && character <= 0x202E)
         || (character >= 0x2060 && character <= 0x206F) || character == 0xFEFF;
}

/* Vowel marks and Quranic signs: 064B–065F, 0670, 06D6–06ED and the extended ones. */
static inline gboolean
bayan_is_arabic_mark (gunichar character)
{
  return (character >= 0x064B && character <= 0x065F) || character == 0x0670
         || (character >= 0x06D6 && character <= 0x06ED) || (character >= 0x0610 && character <= 0x061A)
         || (character >= 0x0898 && character <= 0x089F) || (character >= 0x08CA && character <= 0x08FF);
}

static inline gboolean
bayan_is_combining_mark (gunichar character)
{
  return bayan_is_arabic_mark (character) || (character >= 0x0300 && character <= 0x036F)
         || (character >= 0xFE00 && character <= 0xFE0F);
}
