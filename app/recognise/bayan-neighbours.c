/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-neighbours.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-keys.h"

static void
add_ending (BayanNeighbours *self, const char *word, gsize length_bytes)
{
  guint ending;

  if (length_bytes < sizeof (guint32))
    {
      memset (self->endings, 0xff, sizeof self->endings);
      return;
    }
  ending = bayan_neighbours_ending (bayan_neighbours_last (word, length_bytes));
  self->endings[ending / 64] |= G_GUINT64_CONSTANT (1) << ending % 64;
}

/* Reads "word|another word": of several words the last counts. */
BayanNeighbours
bayan_neighbours_read (const char *list)
{
  g_autofree char *folded = bayan_fold (list, -1, BAYAN_FOLD_MATCH);
  BayanNeighbours self = { .words = g_strsplit (folded, "|", -1) };
  guint n = g_strv_length (self.words);

  self.lengths_bytes = g_new (guint16, n);
  self.lasts = g_new0 (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      const char *space = strrchr (self.words[i], ' ');

      if (space != NULL)
        memmove (self.words[i], space + 1, strlen (space));
      self.lengths_bytes[i] = (guint16) strlen (self.words[i]);
      if (self.lengths_bytes[i] >= sizeof (guint32))
        self.lasts[i] = bayan_neighbours_last (self.words[i], self.lengths_bytes[i]);
      add_ending (&self, self.words[i], self.lengths_bytes[i]);
    }

  return self;
}

void
bayan_neighbours_clear (BayanNeighbours *self)
{
  g_strfreev (self->words);
  g_free (self->lengths_bytes);
  g_free (self->lasts);
}

/* TRUE if @key is @word, or has at most two letters of proclitics or an article before it. */
static gboolean
is_form_of (const char *key, gsize length_bytes, const char *word, gsize word_bytes)
{
  gsize before = length_bytes - word_bytes;

  if (word_bytes == 0 || length_bytes < word_bytes || before > 4
      || memcmp (key + before, word, word_bytes) != 0)
    return FALSE;
  if (before == 0)
    return TRUE;
  return bayan_key_begins (key, "و") || bayan_key_begins (key, "ف") || bayan_key_begins (key, "ب")
         || bayan_key_begins (key, "ل") || bayan_key_begins (key, "ك") || bayan_key_begins (key, "ال");
}

/* The same as bayan_neighbours_have(), word by word */
gboolean
bayan_neighbours_find (const BayanNeighbours *self, const char *key, gsize length_bytes)
{
  guint32 last = length_bytes >= sizeof last ? bayan_neighbours_last (key, length_bytes) : 0;

  for (guint i = 0; self->words[i] != NULL; i++)
    if ((self->lasts[i] == last || self->lasts[i] == 0)
        && is_form_of (key, length_bytes, self->words[i], self->lengths_bytes[i]))
      return TRUE;

  return FALSE;
}

/* The same for a constant list of @words, NULL terminated */
gboolean
bayan_neighbours_are_among (const char *const *words, const char *key, gsize length_bytes)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (is_form_of (key, length_bytes, words[i], strlen (words[i])))
      return TRUE;

  return FALSE;
}
