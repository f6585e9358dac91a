/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of which one may stand beside a homograph, with or without proclitics or an article before it. Private to
 * this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char **words;           /* MATCH keys */
  guint16 *lengths_bytes; /* of each */
} BayanNeighbours;

BayanNeighbours bayan_neighbours_read (const char *list);
void bayan_neighbours_clear (BayanNeighbours *self);
gboolean bayan_neighbours_have (const BayanNeighbours *self, const char *key, gsize length_bytes);
gboolean bayan_neighbours_are_among (const char *const *words, const char *key, gsize length_bytes);

G_END_DECLS
