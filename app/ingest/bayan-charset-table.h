/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of single-byte character sets, both ways. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BAYAN_CHARSET_UNDEFINED 0xFFFFFFFFu

/* From a letter back to the byte. Open addressing; a letter of 0 is an empty place. */
typedef struct {
  const char *name;
  guint16 letters[512];
  guint8 bytes[512];
} BayanCharsetReverse;

gboolean bayan_charset_table_load (gunichar table[256], const char *name);

guint bayan_charset_reverse_count (void);
const BayanCharsetReverse *bayan_charset_reverse_get (guint index);
const BayanCharsetReverse *bayan_charset_reverse_find (const char *name);
const guint8 *bayan_charset_reverse_get_continuing (void);

static inline guint
bayan_charset_reverse_slot (gunichar letter)
{
  return (letter * 0x9E3779B1u) >> 23;
}

/* Returns: the byte that is @letter; -1 if the set has no such letter */
static inline int
bayan_charset_reverse_to_byte (const BayanCharsetReverse *self, gunichar letter)
{
  if (letter < 0x80)
    return (int) letter;
  if (letter > 0xFFFF)
    return -1;
  for (guint slot = bayan_charset_reverse_slot (letter); self->letters[slot] != 0; slot = (slot + 1) % 512)
    if (self->letters[slot] == letter)
      return self->bytes[slot];
  return -1;
}

G_END_DECLS
