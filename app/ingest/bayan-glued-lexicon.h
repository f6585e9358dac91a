/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words known when two of them stand together without a space: a table made from the gazetteer when the program
 * is built. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_GLUED_KNOWN = 1 << 0, /* a word */
  BAYAN_GLUED_PART = 1 << 1,  /* a frequent one, which may be a part of a glued word */
  BAYAN_GLUED_VERB = 1 << 2,
  BAYAN_GLUED_NAME = 1 << 3, /* of a state, a region, a people */
} BayanGluedFlags;

guint bayan_glued_lexicon_find (const char *key, gsize length_bytes);
guint bayan_glued_lexicon_find_form (const char *key, gsize length_bytes);
gboolean bayan_glued_lexicon_is_whole (const char *key, gsize length_bytes);
void bayan_glued_lexicon_foreach (void (*visit) (const char *key, guint flags, gpointer data), gpointer data);

G_END_DECLS
