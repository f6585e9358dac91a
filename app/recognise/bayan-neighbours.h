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
  guint32 *lasts;         /* of each its last two letters; 0 of a single letter */
  guint64 endings[4];     /* bits of bayan_neighbours_ending() of them; all of them where one is a single letter */
} BayanNeighbours;

BayanNeighbours bayan_neighbours_read (const char *list);
void bayan_neighbours_clear (BayanNeighbours *self);
gboolean bayan_neighbours_find (const BayanNeighbours *self, const char *key, gsize length_bytes);
gboolean bayan_neighbours_are_among (const char *const *words, const char *key, gsize length_bytes);

/* The last two letters of a word that has as many */
static inline guint32
bayan_neighbours_last (const char *key, gsize length_bytes)
{
  guint32 last;

  memcpy (&last, key + length_bytes - sizeof last, sizeof last);
  return last;
}

/* Which of 256 bits they have */
static inline guint
bayan_neighbours_ending (guint32 last)
{
  return last * 0x9E3779B9u >> 24;
}

/* TRUE if @key, NUL terminated, is one of the words. Most words end otherwise than any of them. */
static inline gboolean
bayan_neighbours_have (const BayanNeighbours *self, const char *key, gsize length_bytes)
{
  if (length_bytes >= sizeof (guint32))
    {
      guint ending = bayan_neighbours_ending (bayan_neighbours_last (key, length_bytes));

      if ((self->endings[ending / 64] >> ending % 64 & 1) == 0)
        return FALSE;
    }
  return bayan_neighbours_find (self, key, length_bytes);
}

G_END_DECLS
