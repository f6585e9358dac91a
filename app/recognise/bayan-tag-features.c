/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-tag-features.h"

#include <string.h>

#include "bayan-fold.h"

typedef enum {
  WORD,
  WORD_BEFORE,
  WORD_AFTER,
  TWO_BEFORE,
  TWO_AFTER,
  STEM,
  STEM_BEFORE,
  STEM_AFTER,
  BEGINNING,
  ENDING,
  FOUND,
  FOUND_BEHIND_WORD,
  CLASS_BEFORE,
  ENDING_BEHIND_CLASS,
  N_TEMPLATES
} Template;
G_STATIC_ASSERT (N_TEMPLATES <= BAYAN_FEATURES_MAX);

#define LETTER_BYTES 2
#define BEGINNING_BYTES (3 * LETTER_BYTES)
#define ENDING_BYTES (3 * LETTER_BYTES)

/* What is left without proclitics, as far as the lexicon knows them, and without ال */
static const char *
get_stem (const BayanScan *scan, guint32 token, gsize *length_bytes)
{
  const BayanToken *at = &scan->tokens[token];
  const char *stem = at->n_readings > 1 ? bayan_scan_stem (scan, token, &at->readings[at->n_readings - 1])
                                        : at->key;

  *length_bytes = at->key_length - (gsize) (stem - at->key);
  if (*length_bytes > 3 * LETTER_BYTES && bayan_key_begins (stem, "ال"))
    {
      stem += strlen ("ال");
      *length_bytes -= strlen ("ال");
    }
  return stem;
}

static guint32
shape_of (const BayanScan *scan, guint32 token)
{
  return (scan->tokens[token].flags & (BAYAN_WORD_KINDS | BAYAN_WORD_UPPER_FIRST | BAYAN_WORD_UPPER_ALL))
         | (bayan_scan_is_definite (scan, token) ? 1u << 31 : 0);
}

static BayanTagWord
read_word (const BayanScan *scan, guint32 token)
{
  const BayanToken *at = &scan->tokens[token];
  gsize length_bytes, ending_bytes = MIN (at->key_length, ENDING_BYTES);
  const char *stem = get_stem (scan, token, &length_bytes);
  BayanTagWord word = {
    .word = scan->words->words[token].hash,
    .stem = bayan_word_hash (stem, length_bytes),
    .ending = bayan_word_hash (at->key + at->key_length - ending_bytes, ending_bytes),
    .classes = (guint32) at->classes ^ (guint32) (at->classes >> 32) * 31u,
    .shape = shape_of (scan, token),
    .has_ending = at->key_length > ENDING_BYTES,
    .has_beginning = length_bytes > BEGINNING_BYTES,
    /* في, و and a full stop stand before and behind everything. */
    .says_much = (at->flags & BAYAN_WORD_PUNCTUATION) == 0 && (at->classes & BAYAN_CLASS (STOP)) == 0,
  };

  if (word.has_beginning)
    word.beginning = bayan_word_hash (stem, BEGINNING_BYTES);
  return word;
}

/* The base of what is found in @scan; nothing is, at first. */
BayanTagBase *
bayan_tag_base_new (const BayanScan *scan)
{
  BayanTagBase *self = g_new0 (BayanTagBase, 1);

  self->tags = g_new0 (guint8, scan->n_tokens + 1);
  self->makers = g_new0 (guint32, scan->n_tokens + 1);
  self->words = g_new (BayanTagWord, scan->n_tokens + 1);
  for (guint32 i = 0; i < scan->n_tokens; i++)
    self->words[i] = read_word (scan, i);
  self->words[scan->n_tokens] = (BayanTagWord) { 0 };
  return self;
}

void
bayan_tag_base_free (BayanTagBase *self)
{
  g_free (self->tags);
  g_free (self->makers);
  g_free (self->words);
  g_free (self);
}

/* Tags tokens [@first, @last). Returns: FALSE if they lie in something that was added before */
gboolean
bayan_tag_base_add (BayanTagBase *self, guint32 first, guint32 last, BayanMentionType type, const char *rule)
{
  guint32 maker = bayan_word_hash (rule, strlen (rule)) | 1;

  for (guint32 i = first; i < last; i++)
    if (self->makers[i] != 0)
      return FALSE;
  for (guint32 i = first; i < last; i++)
    {
      self->makers[i] = maker;
      if (type < BAYAN_TAG_TYPES)
        self->tags[i] = i == first ? BAYAN_TAG_BEGIN (type) : BAYAN_TAG_INSIDE (type);
    }
  return TRUE;
}

static int
compare_longest_first (gconstpointer a, gconstpointer b)
{
  const BayanCandidate *first = *(const BayanCandidate *const *) a,
                       *second = *(const BayanCandidate *const *) b;
  guint32 length_a = first->end - first->start, length_b = second->end - second->start;

  if (length_a != length_b)
    return length_a > length_b ? -1 : 1;
  return (first->start > second->start) - (first->start < second->start);
}

/* @chosen: (element-type BayanCandidate): what the arbiter chose */
void
bayan_tag_base_add_candidates (BayanTagBase *self, const GPtrArray *chosen)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy ((GPtrArray *) chosen, NULL, NULL);

  g_ptr_array_sort (sorted, compare_longest_first);
  for (guint i = 0; i < sorted->len; i++)
    {
      const BayanCandidate *candidate = sorted->pdata[i];

      bayan_tag_base_add (self, candidate->first, candidate->last, candidate->type, candidate->rule);
    }
}

/* Returns: the token behind the run that begins with @first */
guint32
bayan_tag_find_run_end (const BayanScan *scan, guint32 first)
{
  guint32 i = first + 1;

  while (i < scan->n_tokens && i - first < BAYAN_RUN_WORDS_MAX && bayan_scan_goes_on (scan, i)
         && (scan->tokens[i - 1].flags & BAYAN_WORD_SENTENCE_END) == 0)
    i++;
  return i;
}

static guint16
number (Template template, guint32 a, guint32 b)
{
  guint32 hash = (template + 1) * 0x9e3779b1u ^ a * 0x85ebca6bu;

  hash ^= hash >> 15;
  hash += b * 0xc2b2ae35u;
  hash ^= hash >> 13;
  hash *= 0x27d4eb2fu;
  return (guint16) (hash >> 16);
}

/**
 * bayan_tag_features_of:
 * @token: in the run [@run_first, @run_last)
 * @features: (out): what it is known by
 *
 * A word that says little, as one that nothing was found in, is no feature: it would speak for everything.
 *
 * Returns: how many there are
 */
guint
bayan_tag_features_of (const BayanTagBase *base, guint32 run_first, guint32 run_last, guint32 token,
                       BayanTagFeature features[BAYAN_FEATURES_MAX])
{
  const BayanTagWord *at = &base->words[token];
  gboolean has_before = token > run_first, has_after = token + 1 < run_last;
  guint32 before = has_before ? at[-1].word : 1, after = has_after ? at[1].word : 1;
  guint32 two_before = token > run_first + 1 ? at[-2].word : 1;
  guint32 two_after = token + 2 < run_last ? at[2].word : 1;
  /* Of the word before its run a word knows at most whether it says much. */
  gboolean says_before = token > 0 && at[-1].says_much, says_after = at[1].says_much;
  guint32 class_before = says_before && has_before ? at[-1].classes : 0;
  guint n = 0;

#define ADD(template, a, b) features[n++] = (BayanTagFeature) { number (template, (a), (b)), template }
  ADD (WORD, at->word, 0);
  if (says_before)
    ADD (WORD_BEFORE, before, 0);
  if (says_after)
    ADD (WORD_AFTER, after, 0);
  ADD (TWO_BEFORE, before, two_before);
  ADD (TWO_AFTER, after, two_after);
  ADD (STEM, at->stem, 0);
  if (has_before && says_before)
    ADD (STEM_BEFORE, at[-1].stem, 0);
  if (has_after && says_after)
    ADD (STEM_AFTER, at[1].stem, 0);
  if (at->has_beginning)
    ADD (BEGINNING, at->beginning, 0);
  if (at->has_ending)
    ADD (ENDING, at->ending, 0);
  if (base->makers[token] != 0)
    ADD (FOUND, base->makers[token], base->tags[token]);
  if (base->makers[token] != 0)
    ADD (FOUND_BEHIND_WORD, base->makers[token], before);
  if (class_before != 0)
    {
      ADD (CLASS_BEFORE, class_before, at->shape);
      ADD (ENDING_BEHIND_CLASS, class_before, at->ending);
    }
#undef ADD
  return n;
}

static const char *
key_at (const BayanScan *scan, guint32 token, int offset)
{
  gint64 at = (gint64) token + offset;

  return at >= 0 && at < scan->n_tokens ? scan->tokens[at].key : "";
}

/* Returns: (transfer full): what a feature of @token looks at: "word before وزير" */
char *
bayan_tag_feature_describe (const BayanScan *scan, guint32 token, guint template)
{
  const char *key = scan->tokens[token].key;
  gsize length_bytes;

  switch ((Template) template)
    {
    case WORD:
      return g_strdup_printf ("word %s", key);
    case WORD_BEFORE:
    case STEM_BEFORE:
    case CLASS_BEFORE:
    case ENDING_BEHIND_CLASS:
      return g_strdup_printf ("word before %s", key_at (scan, token, -1));
    case WORD_AFTER:
    case STEM_AFTER:
      return g_strdup_printf ("word after %s", key_at (scan, token, 1));
    case TWO_BEFORE:
      return g_strdup_printf ("words before %s %s", key_at (scan, token, -2), key_at (scan, token, -1));
    case TWO_AFTER:
      return g_strdup_printf ("words after %s %s", key_at (scan, token, 1), key_at (scan, token, 2));
    case STEM:
      return g_strdup_printf ("stem %s", get_stem (scan, token, &length_bytes));
    case BEGINNING:
      return g_strdup_printf ("beginning %.*s", BEGINNING_BYTES, get_stem (scan, token, &length_bytes));
    case ENDING:
      return g_strdup_printf ("ending %s", key + scan->tokens[token].key_length - ENDING_BYTES);
    case FOUND:
    case FOUND_BEHIND_WORD:
      return g_strdup ("what else was found");
    case N_TEMPLATES:
    default:
      g_return_val_if_reached (NULL);
    }
}
