/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-clitics.h"

#include <string.h>

#include "bayan-clitic-lexicon.h"
#include "bayan-fold-private.h"

#define LETTER_BYTES 2
/* What ال and the rewriting of لل may add must still fit. */
#define KEY_BYTES_MAX (BAYAN_STEM_BYTES - 3 * LETTER_BYTES)

typedef struct {
  const char *key;
  gsize length;
  BayanCliticSplit *splits;
  guint n_splits;
} Splitter;

typedef struct {
  const char *letter;
  guint8 proclitic;
} Proclitic;

static const Proclitic CONJUNCTIONS[] = { { "و", BAYAN_PROCLITIC_WA }, { "ف", BAYAN_PROCLITIC_FA } };
static const Proclitic PREPOSITIONS[] = {
  { "ب", BAYAN_PROCLITIC_BA },
  { "ل", BAYAN_PROCLITIC_LAM },
  { "ك", BAYAN_PROCLITIC_KAF },
  { "س", BAYAN_PROCLITIC_SA },
};

static gboolean
begins_with (const char *key, gsize length_bytes, const char *letters)
{
  gsize n = strlen (letters);

  return length_bytes >= n && memcmp (key, letters, n) == 0;
}

/* Adds the reading whose stem is @head and what is left of the key from @rest on. */
static BayanCliticSplit *
add_split (Splitter *self, guint8 proclitics, guint prefix_chars, const char *head, gsize rest)
{
  gsize head_length = strlen (head), rest_length = self->length - rest;
  BayanCliticSplit *split;

  if (self->n_splits == BAYAN_CLITICS_MAX || head_length + rest_length < 2 * LETTER_BYTES)
    return NULL;
  split = &self->splits[self->n_splits++];
  split->proclitics = proclitics;
  split->prefix_chars = split->span_chars = (guint8) prefix_chars;
  memcpy (split->stem, head, head_length);
  memcpy (split->stem + head_length, self->key + rest, rest_length);
  split->stem_length = (guint8) (head_length + rest_length);
  split->stem[split->stem_length] = '\0';
  split->rewritten = head_length > 0;
  split->function_word = FALSE;
  split->article = split->stem_length >= 3 * LETTER_BYTES
                   && begins_with (split->stem, split->stem_length, "ال")
                   && !bayan_clitic_lexicon_only_looks_cut (split->stem, split->stem_length);
  return split;
}

/* لل at @at: للبنان is ل and لبنان, للعراق ل and العراق, للجنة ل and اللجنة. Only a lexicon can tell. */
static void
add_assimilated (Splitter *self, guint8 proclitics, gsize at)
{
  static const char *const HEADS[] = { "ال", "الل" };
  guint before = (guint) (at / LETTER_BYTES);

  for (guint i = 0; i < G_N_ELEMENTS (HEADS); i++)
    {
      BayanCliticSplit *split = add_split (self, proclitics, before + 1, HEADS[i], at + 2 * LETTER_BYTES);
      if (split != NULL)
        split->span_chars = (guint8) before;
    }
}

/* س stands before a verb of the present only, and those begin with one of these. */
static gboolean
may_follow_sa (const char *rest, gsize length_bytes)
{
  return length_bytes >= 3 * LETTER_BYTES
         && (begins_with (rest, length_bytes, "ي") || begins_with (rest, length_bytes, "ت")
             || begins_with (rest, length_bytes, "ن") || begins_with (rest, length_bytes, "ا"))
         && !begins_with (rest, length_bytes, "ال");
}

static void
add_prepositions (Splitter *self, guint8 proclitics, gsize at)
{
  const char *rest = self->key + at;
  gsize left = self->length - at;

  for (guint i = 0; i < G_N_ELEMENTS (PREPOSITIONS); i++)
    {
      guint8 with = proclitics | PREPOSITIONS[i].proclitic;

      if (!begins_with (rest, left, PREPOSITIONS[i].letter))
        continue;
      if (PREPOSITIONS[i].proclitic == BAYAN_PROCLITIC_LAM && begins_with (rest, left, "لل"))
        add_assimilated (self, with, at);
      if (PREPOSITIONS[i].proclitic != BAYAN_PROCLITIC_SA
          || may_follow_sa (rest + LETTER_BYTES, left - LETTER_BYTES))
        add_split (self, with, (guint) (at / LETTER_BYTES) + 1, "", at + LETTER_BYTES);
    }
}

static void
add_stripped (Splitter *self, guint8 proclitics, gsize at)
{
  add_prepositions (self, proclitics, at);
  for (guint i = 0; i < G_N_ELEMENTS (CONJUNCTIONS); i++)
    if (begins_with (self->key + at, self->length - at, CONJUNCTIONS[i].letter))
      {
        guint8 with = proclitics | CONJUNCTIONS[i].proclitic;
        gsize behind = at + LETTER_BYTES;

        add_split (self, with, (guint) (behind / LETTER_BYTES), "", behind);
        if (!bayan_clitic_lexicon_is_whole (self->key + behind, self->length - behind))
          add_prepositions (self, with, behind);
      }
}

/* أ asks only before another proclitic or a particle: أولم, أفلا, أليس. */
static void
add_question (Splitter *self)
{
  Splitter asked = *self;

  if (!begins_with (self->key, self->length, "ا") || self->length < 3 * LETTER_BYTES)
    return;
  if (begins_with (self->key + LETTER_BYTES, self->length - LETTER_BYTES, "و")
      || begins_with (self->key + LETTER_BYTES, self->length - LETTER_BYTES, "ف"))
    add_stripped (&asked, BAYAN_PROCLITIC_HAMZA, LETTER_BYTES);
  else
    add_split (&asked, BAYAN_PROCLITIC_HAMZA, 1, "", LETTER_BYTES);
  for (guint i = self->n_splits; i < asked.n_splits; i++)
    if (bayan_clitic_lexicon_is_function_word (self->splits[i].stem, self->splits[i].stem_length))
      self->splits[self->n_splits++] = self->splits[i];
}

/* The fixed reading of a word of a closed class comes first, if there is one. */
static void
mark_function_word (Splitter *self)
{
  for (guint i = 0; i < self->n_splits; i++)
    {
      BayanCliticSplit split = self->splits[i];

      if (split.rewritten || !bayan_clitic_lexicon_is_function_word (split.stem, split.stem_length))
        continue;
      split.function_word = TRUE;
      memmove (self->splits + 1, self->splits, i * sizeof split);
      self->splits[0] = split;
      return;
    }
}

static gboolean
is_arabic_key (const char *key, gsize length_bytes)
{
  const guchar *bytes = (const guchar *) key;

  if (length_bytes < LETTER_BYTES || length_bytes > KEY_BYTES_MAX || length_bytes % LETTER_BYTES != 0)
    return FALSE;
  for (gsize i = 0; i < length_bytes; i += LETTER_BYTES)
    if (bytes[i] < 0xD8 || bytes[i] > 0xDB)
      return FALSE;
  return TRUE;
}

/* Most words begin with another letter than any proclitic. */
static gboolean
may_be_cut (const char *key)
{
  static const char *const FIRST[] = { "و", "ف", "ب", "ل", "ك", "س", "ا" };

  for (guint i = 0; i < G_N_ELEMENTS (FIRST); i++)
    if (memcmp (key, FIRST[i], LETTER_BYTES) == 0)
      return TRUE;
  return FALSE;
}

/**
 * bayan_clitics_split:
 * @key: the MATCH key of a word
 * @length_bytes: its length
 * @splits: (out): its readings
 *
 * Every reading that the grammar allows, for a caller who looks each of them up. The whole word comes first,
 * unless the word is of a closed class: then its fixed reading does. Of a word that is known to begin with no
 * proclitic (وزير, بغداد) there is but the whole one.
 *
 * Returns: how many readings there are; 0 if @key is no Arabic word, or one longer than any with a proclitic
 */
guint
bayan_clitics_split (const char *key, gsize length_bytes, BayanCliticSplit splits[BAYAN_CLITICS_MAX])
{
  Splitter self = { key, length_bytes, splits, 0 };

  if (!is_arabic_key (key, length_bytes))
    return 0;
  if (length_bytes == LETTER_BYTES)
    {
      splits[0] = (BayanCliticSplit) { .stem_length = LETTER_BYTES };
      memcpy (splits[0].stem, key, LETTER_BYTES);
      return 1;
    }
  add_split (&self, 0, 0, "", 0);
  if (may_be_cut (key) && !bayan_clitic_lexicon_is_whole (key, length_bytes))
    {
      add_stripped (&self, 0, 0);
      add_question (&self);
    }
  mark_function_word (&self);
  return self.n_splits;
}

/**
 * bayan_clitics_is_function_word:
 *
 * Returns: TRUE if @key is a word of a closed class, with or without proclitics (في, وقد, لهذا)
 */
gboolean
bayan_clitics_is_function_word (const char *key, gsize length_bytes)
{
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];

  if (bayan_clitic_lexicon_is_function_word (key, length_bytes))
    return TRUE;
  return bayan_clitics_split (key, length_bytes, splits) > 0 && splits[0].function_word;
}

/**
 * bayan_clitics_get_lone_proclitics:
 *
 * Returns: what @key is if it is nothing but proclitics, as لـ before a quotation mark or وبـ: a set of
 *   BayanProclitics; 0 if there is a word behind them
 */
guint8
bayan_clitics_get_lone_proclitics (const char *key, gsize length_bytes)
{
  guint8 found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (CONJUNCTIONS) && found == 0; i++)
    if (begins_with (key, length_bytes, CONJUNCTIONS[i].letter))
      found = CONJUNCTIONS[i].proclitic;
  if (found != 0)
    {
      key += LETTER_BYTES;
      length_bytes -= LETTER_BYTES;
    }
  if (length_bytes == 0)
    return found;
  for (guint i = 0; i < G_N_ELEMENTS (PREPOSITIONS); i++)
    if (length_bytes == LETTER_BYTES && begins_with (key, length_bytes, PREPOSITIONS[i].letter))
      return found | PREPOSITIONS[i].proclitic;
  return 0;
}

static gboolean
is_known (const BayanCliticSplit *split, BayanLexiconFunc known, gpointer data)
{
  return (known != NULL && known (split->stem, split->stem_length, data))
         || bayan_clitic_lexicon_is_whole (split->stem, split->stem_length);
}

/* Which readings stand without a lexicon: و, ب, ل, ك, ف before ال and at least two letters. */
static gboolean
is_plain_article (const BayanCliticSplit *split)
{
  return split->article && split->prefix_chars > 0 && split->stem_length >= 4 * LETTER_BYTES
         && (!split->rewritten || !begins_with (split->stem, split->stem_length, "الل"));
}

/**
 * bayan_clitics_find_best:
 * @splits: what bayan_clitics_split() gave; at least one
 * @known: (nullable): says whether a stem is a word; the room's own lists are asked as well
 * @data: for @known
 *
 * Returns: the index of the reading that a reader would take: the fixed one of a function word; else the
 *   first one whose stem is known; else the one before ال (والتحالف, بالموصل, للتحالف); else the whole word
 */
guint
bayan_clitics_find_best (const BayanCliticSplit *splits, guint n_splits, BayanLexiconFunc known,
                         gpointer data)
{
  guint best;

  if (n_splits <= 1 || splits[0].function_word)
    return 0;
  for (guint i = 0; i < n_splits; i++)
    if (is_known (&splits[i], known, data))
      return i;
  for (best = n_splits - 1; best > 0; best--)
    if (is_plain_article (&splits[best]))
      break;
  return best;
}

/**
 * bayan_clitics_split_guarded:
 * @known: (nullable): as in bayan_clitics_find_best()
 * @data: for @known
 * @splits: (out): the readings that stand, best first
 *
 * For a caller who needs to know what a word is without looking up each reading. Two readings that are both
 * words are both kept.
 *
 * Returns: how many readings there are; 0 as in bayan_clitics_split()
 */
guint
bayan_clitics_split_guarded (const char *key, gsize length_bytes, BayanLexiconFunc known, gpointer data,
                             BayanCliticSplit splits[BAYAN_CLITICS_MAX])
{
  guint n_all = bayan_clitics_split (key, length_bytes, splits);
  guint n = 1, best;

  if (n_all <= 1)
    return n_all;
  best = bayan_clitics_find_best (splits, n_all, known, data);
  splits[0] = splits[best];
  for (guint i = best + 1; i < n_all && !splits[0].function_word; i++)
    if (is_known (&splits[i], known, data))
      splits[n++] = splits[i];
  return n;
}
