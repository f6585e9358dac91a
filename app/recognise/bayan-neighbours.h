/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of which one may stand beside a homograph, with or without proclitics or an article before it. Private to
 * this room. */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char **words;           /* MATCH keys */
  guint16 *lengths_bytes; /* of each */
  guint64 endings;        /* bits of bayan_neighbours_ending() of them */
} BayanNeighbours;

BayanNeighbours bayan_neighbours_read (const char *list);
void bayan_neighbours_clear (BayanNeighbours *self);
gboolean bayan_neighbours_find (const BayanNeighbours *self, const char *key, gsize length_bytes);
gboolean bayan_neighbours_are_among (const char *const *words, const char *key, gsize length_bytes);

/* Which of 64 bits the last two letters of a word have; all of them for a shorter one */
static inline guint64
bayan_neighbours_ending (const char *key, gsize length_bytes)
{
  guint32 last;

  if (length_bytes < sizeof last)
    return G_MAXUINT64;
  memcpy (&last, key + length_bytes - sizeof last, sizeof last);
  return G_GUINT64_CONSTANT (1) << (last * 0x9E3779B9u >> 26);
}

/* TRUE if @key, NUL terminated, is one of the words. Most words end otherwise than any of them. */
static inline gboolean
bayan_neighbours_have (const BayanNeighbours *self, const char *key, gsize length_bytes)
{
  return (self->endings & bayan_neighbours_ending (key, length_bytes)) != 0
         && bayan_neighbours_find (self, key, length_bytes);
}

G_END_DECLS
