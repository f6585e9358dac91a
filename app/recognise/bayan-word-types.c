/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-word-types.h"

#include <string.h>

#include "bayan-lexicon-probe.h"
#include "bayan-rules.h"

/* 32,768 types of a hundred bytes each. A word has few places where it may be kept, so that no text can make them
 * slow to find. */
#define N_SETS 8192
#define N_WAYS 4
/* A shorter word has no proclitic and two letters behind it. */
#define CUT_KEY_BYTES_MIN 6
/* A longer word is nobody's, and kept only until the next one. */
#define KEPT_KEY_BYTES_MAX 64

/* What a processor fetches from memory at once */
#define CACHE_LINE_BYTES 64
/* How many words ahead the set of one is fetched, and then its type: long enough for it to have come, and not so long that it
 * has gone again. */
#define SET_AHEAD 24
#define TYPE_AHEAD 12

/* The hashes are here and not in the types, so that only a type that is very likely the right one is looked at. A set is one
 * line of the cache. */
typedef struct {
  guint32 hashes[N_WAYS];
  BayanWordType *types[N_WAYS];
  guint oldest;
} __attribute__ ((aligned (CACHE_LINE_BYTES))) Set;

struct _BayanWordTypes {
  const BayanLexicon *lexicon;
  BayanWordType *not_kept;
  Set sets[N_SETS];
};

/* @lexicon must outlive the result. */
BayanWordTypes *
bayan_word_types_new (const BayanLexicon *lexicon)
{
  BayanWordTypes *self = g_aligned_alloc0 (1, sizeof *self, CACHE_LINE_BYTES);

  self->lexicon = lexicon;
  return self;
}

void
bayan_word_types_free (BayanWordTypes *self)
{
  for (guint s = 0; s < N_SETS; s++)
    for (guint w = 0; w < N_WAYS; w++)
      g_free (self->sets[s].types[w]);
  g_free (self->not_kept);
  g_aligned_free (self);
}

static void
set_word (const BayanLexicon *lexicon, BayanReading *reading, guint32 word)
{
  reading->word = word;
  reading->node = lexicon->words[word].node;
  reading->match = lexicon->nodes[reading->node].match;
  reading->leads_on = lexicon->nodes[reading->node].words;
  reading->classes = bayan_lexicon_get_classes (lexicon, word);
}

/* Adds the reading that @split is, if @word is one and its proclitics are such as names have. */
static guint
add_reading (const BayanLexicon *lexicon, BayanReading *readings, guint n_readings,
             const BayanCliticSplit *split, guint32 word)
{
  BayanReading *reading = &readings[n_readings];

  if (word == 0 || split->prefix_chars == 0 || n_readings == BAYAN_READINGS_MAX
      || (split->proclitics & (BAYAN_PROCLITIC_HAMZA | BAYAN_PROCLITIC_SA)) != 0)
    return n_readings;

  set_word (lexicon, reading, word);
  reading->start = 0;
  reading->span_chars = split->span_chars;
  reading->proclitics = split->proclitics & (BAYAN_PREPOSITIONS | BAYAN_PROCLITIC_WA);
  if ((split->proclitics & BAYAN_PROCLITIC_FA) != 0)
    reading->proclitics |= BAYAN_PROCLITIC_WA;
  return n_readings + 1;
}

/* Fills @readings. @known is set if the word itself or what is left of it without proclitics is in the lexicon. */
static guint
read_word (const BayanLexicon *lexicon, const char *key, const BayanWord *word,
           BayanReading readings[BAYAN_READINGS_MAX], gboolean *known)
{
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint n_readings = 1, n_splits = 0;

  readings[0] = (BayanReading) { 0 };
  set_word (lexicon, &readings[0], bayan_lexicon_find_hashed (lexicon, key, word->key_length, word->hash));
  *known = readings[0].word != 0;

  if ((word->flags & BAYAN_WORD_ARABIC) != 0 && word->key_length >= CUT_KEY_BYTES_MIN)
    n_splits = bayan_clitics_split (key, word->key_length, splits);
  for (guint i = 0; i < n_splits; i++)
    {
      guint32 stem = bayan_lexicon_find_word (lexicon, splits[i].stem, splits[i].stem_length);

      *known |= stem != 0;
      n_readings = add_reading (lexicon, readings, n_readings, &splits[i], stem);
    }

  return n_readings;
}

/* المصرى, فى, الذى: in Egypt a last ي is written without its dots. TRUE if word @index is known only with them. */
static gboolean
is_egyptian (const BayanLexicon *lexicon, const BayanWords *words, guint index)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);
  BayanReading readings[BAYAN_READINGS_MAX];
  BayanWord dotted = *word;
  char spelling[BAYAN_STEM_BYTES];
  gboolean known;

  if (word->key_length < 4 || word->key_length >= sizeof spelling
      || memcmp (key + word->key_length - 2, "ى", 2) != 0)
    return FALSE;
  memcpy (spelling, key, word->key_length + 1u);
  memcpy (spelling + word->key_length - 2, "ي", 2);
  dotted.hash = bayan_word_hash (spelling, word->key_length);
  read_word (lexicon, spelling, &dotted, readings, &known);

  return known;
}

static BayanWordType *
make_type (const BayanWordTypes *self, const BayanWords *words, guint index)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);
  BayanReading readings[BAYAN_READINGS_MAX];
  gboolean known;
  guint n_readings = read_word (self->lexicon, key, word, readings, &known);
  BayanWordType *type = g_malloc (sizeof *type + n_readings * sizeof *readings + word->key_length);

  *type = (BayanWordType) { .kind = word->flags & BAYAN_WORD_KINDS,
                            .key_length = word->key_length,
                            .n_readings = (guint8) n_readings };
  if ((word->flags & BAYAN_WORD_ARABIC) != 0)
    type->shapes = bayan_word_shapes_get (self->lexicon, key, word->key_length);
  memcpy (type->readings, readings, n_readings * sizeof *readings);
  memcpy (type->readings + n_readings, key, word->key_length);
  for (guint r = 0; r < n_readings; r++)
    type->classes |= readings[r].classes;
  type->begins = bayan_rules_get_beginnings (words, index, type->classes);
  for (guint r = 0; r < n_readings; r++)
    if (readings[r].node != 0)
      type->begins |= BAYAN_BEGINS_PHRASE;
  if (!known && is_egyptian (self->lexicon, words, index))
    {
      type->part_ends[0] = (guint8) (word->key_length / 2);
      type->n_parts = 1;
    }
  else if (!known)
    type->n_parts = (guint8) bayan_glued_words_find_parts (self->lexicon, words, index, type->part_ends);

  return type;
}

/* memcmp() == 0 for a few bytes, without the call; all keys of eight to sixteen bytes go the same way. */
static inline gboolean
is_same_key (const char *key, const char *other, gsize length_bytes)
{
  guint64 first, last, other_first, other_last;

  if (length_bytes < sizeof first || length_bytes > 2 * sizeof first)
    return memcmp (key, other, length_bytes) == 0;
  memcpy (&first, key, sizeof first);
  memcpy (&other_first, other, sizeof first);
  memcpy (&last, key + length_bytes - sizeof last, sizeof last);
  memcpy (&other_last, other + length_bytes - sizeof last, sizeof last);
  return ((first ^ other_first) | (last ^ other_last)) == 0;
}

static inline gboolean
is_type_of (const BayanWordType *type, const BayanWord *word, const char *key)
{
  return type != NULL && type->key_length == word->key_length
         && type->kind == (word->flags & BAYAN_WORD_KINDS)
         && is_same_key ((const char *) (type->readings + type->n_readings), key, word->key_length);
}

/* Which of the types of @set have the hash of a word: a bit each */
static inline guint
find_ways (const Set *set, guint32 hash)
{
  return (guint) (set->hashes[0] == hash) | (guint) (set->hashes[1] == hash) << 1
         | (guint) (set->hashes[2] == hash) << 2 | (guint) (set->hashes[3] == hash) << 3;
}

/* Asks for what the words behind word @index will need: all the types together are more than the cache next to the processor
 * holds, and it would wait for each. (Not inlined, GCC 12 takes a function that does no more for one that does nothing.) */
static G_ALWAYS_INLINE inline void
fetch_ahead (const BayanWordTypes *self, const BayanWords *words, guint index)
{
  if (index + SET_AHEAD < words->n_words)
    __builtin_prefetch (&self->sets[words->words[index + SET_AHEAD].hash % N_SETS]);
  if (index + TYPE_AHEAD < words->n_words)
    {
      guint32 hash = words->words[index + TYPE_AHEAD].hash;
      const Set *set = &self->sets[hash % N_SETS];
      guint found = find_ways (set, hash);

      if (found == 0)
        return;
      __builtin_prefetch (set->types[__builtin_ctz (found)]);
      __builtin_prefetch ((const char *) set->types[__builtin_ctz (found)] + CACHE_LINE_BYTES);
    }
}

/* Returns: (transfer none): what word @index is; good until the next call. Quick where words are asked about in their order. */
const BayanWordType *
bayan_word_types_get (BayanWordTypes *self, const BayanWords *words, guint index)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);
  Set *set = &self->sets[word->hash % N_SETS];
  BayanWordType **place = &self->not_kept;

  fetch_ahead (self, words, index);
  for (guint found = find_ways (set, word->hash); found != 0; found &= found - 1)
    {
      const BayanWordType *type = set->types[__builtin_ctz (found)];

      if (is_type_of (type, word, key))
        return type;
    }

  if (word->key_length <= KEPT_KEY_BYTES_MAX)
    {
      guint oldest = set->oldest++ % N_WAYS;

      set->hashes[oldest] = word->hash;
      place = &set->types[oldest];
    }
  g_free (*place);
  *place = make_type (self, words, index);
  return *place;
}
