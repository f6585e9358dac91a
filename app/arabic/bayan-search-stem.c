/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-clitics.h"

#include "bayan-clitic-lexicon.h"
#include "bayan-fold-private.h"

#define LETTER_BYTES 2
#define ARTICLE_BYTES (2 * LETTER_BYTES)

/* و is by far the most frequent proclitic, and a verb behind it is in no list (وصرح): it goes from every word
 * that is not known to begin with it and has three letters left. */
static gboolean
may_drop_wa (const BayanCliticSplit *split)
{
  return split->proclitics == BAYAN_PROCLITIC_WA && split->stem_length >= 3 * LETTER_BYTES;
}

/* Which of @splits search looks for. */
static guint
choose_reading (const BayanCliticSplit *splits, guint n_splits)
{
  guint best = bayan_clitics_find_best (splits, n_splits, NULL, NULL);

  if (best > 0 || splits[0].function_word
      || bayan_clitic_lexicon_is_whole (splits[0].stem, splits[0].stem_length))
    return best;
  for (guint i = 1; i < n_splits; i++)
    if (may_drop_wa (&splits[i]))
      return i;
  return 0;
}

/**
 * bayan_search_stem:
 * @key: the MATCH key of a word
 * @length_bytes: its length
 * @stem: (out): the SEARCH key of what is left without proclitics and ال; NUL terminated
 *
 * The stem is guarded by the room's own lists alone, so that it is the same in every library.
 *
 * Returns: the length of @stem in bytes; 0 if nothing was taken off, or if the word is of a closed class
 */
gsize
bayan_search_stem (const char *key, gsize length_bytes, char stem[BAYAN_STEM_BYTES])
{
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint n_splits = bayan_clitics_split (key, length_bytes, splits);
  const BayanCliticSplit *reading;
  gsize from;

  if (n_splits == 0)
    return 0;
  reading = &splits[choose_reading (splits, n_splits)];
  if (reading->function_word)
    return 0;
  from = reading->article && reading->stem_length >= ARTICLE_BYTES + 2 * LETTER_BYTES ? ARTICLE_BYTES : 0;
  if (reading->prefix_chars == 0 && from == 0)
    return 0;
  return bayan_fold_to_search (reading->stem + from, reading->stem_length - from, stem);
}
