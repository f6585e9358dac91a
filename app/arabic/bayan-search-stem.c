/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-clitics.h"

#include <string.h>

#include "bayan-clitic-lexicon.h"
#include "bayan-fold-private.h"

#define LETTER_BYTES 2
#define ARTICLE_BYTES (2 * LETTER_BYTES)

/* و is by far the most frequent proclitic, and a verb behind it is in no list (وصرح): it goes from every word that is
 * not known to begin with it and has three letters left. */
static gboolean
may_drop_wa (const BayanCliticSplit *split)
{
  return split->proclitics == BAYAN_PROCLITIC_WA && split->stem_length >= 3 * LETTER_BYTES;
}

/* The reading whose stem search looks for. */
static const BayanCliticSplit *
choose_reading (const char *key, gsize length_bytes, BayanCliticSplit splits[BAYAN_CLITICS_MAX])
{
  BayanCliticSplit all[BAYAN_CLITICS_MAX];
  guint n_all = bayan_clitics_split (key, length_bytes, all);

  if (bayan_clitics_split_guarded (key, length_bytes, NULL, NULL, splits) == 0)
    return NULL;
  for (guint i = 0; splits[0].prefix_chars == 0 && !splits[0].function_word && i < n_all; i++)
    if (may_drop_wa (&all[i]) && !bayan_lexicon_is_whole (key, length_bytes))
      splits[0] = all[i];
  return &splits[0];
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
  const BayanCliticSplit *reading = choose_reading (key, length_bytes, splits);
  gsize from;

  if (reading == NULL || reading->function_word)
    return 0;
  from = reading->article && reading->stem_length >= ARTICLE_BYTES + 2 * LETTER_BYTES ? ARTICLE_BYTES : 0;
  if (reading->prefix_chars == 0 && from == 0)
    return 0;
  return bayan_fold_to_search (reading->stem + from, reading->stem_length - from, stem);
}
