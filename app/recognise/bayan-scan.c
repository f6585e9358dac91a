/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-scan.h"

#include <string.h>

#include "bayan-lexicon-probe.h"
#include "bayan-rules.h"

/* A phrase longer than this names nothing; it bounds what one token can cost. */
#define PHRASE_TOKENS_MAX 24
/* How many words ahead the phrases that a word begins are fetched from the memory */
#define PHRASES_AHEAD 12

/* Makes room for the readings of @n_words words, of which few have more than one. */
static void
reserve_readings (BayanScan *self, guint n_words)
{
  guint n = n_words + n_words / 4 + BAYAN_READINGS_MAX + 1;

  self->readings = g_new (BayanReading, n);
  self->end_readings = self->readings + n;
  self->reading_blocks = g_slist_prepend (self->reading_blocks, self->readings);
}

static G_ALWAYS_INLINE inline void
fill_token (BayanScan *self, const BayanWords *words, guint index, const BayanWordType *type)
{
  const BayanWord *word = &words->words[index];
  BayanToken *token = &self->tokens[self->n_tokens++];

  if (G_UNLIKELY (self->end_readings - self->readings <= BAYAN_READINGS_MAX)) /* and that of the end */
    reserve_readings (self, words->n_words - index);
  token->start = word->span.start.byte;
  token->end = word->span.end.byte;
  token->key = bayan_words_get_key (words, index);
  token->flags = word->flags;
  token->begins = type->begins;
  token->key_length = word->key_length;
  token->n_readings = type->n_readings;
  token->shapes = type->shapes;
  token->classes = type->classes;
  token->readings = self->readings;
  self->readings += type->n_readings;
  token->readings[0] = type->readings[0];
  token->readings[0].start = token->start;
  for (guint r = 1; r < type->n_readings; r++)
    {
      token->readings[r] = type->readings[r];
      token->readings[r].start = token->start;
      if (type->readings[r].span_chars > 0)
        token->readings[r].start =
            bayan_words_get_position_in (words, index, type->readings[r].span_chars).byte;
    }
}

static void
add_token (BayanScan *self, BayanWordTypes *types, const BayanWords *words, guint index)
{
  fill_token (self, words, index, bayan_word_types_get (types, words, index));
}

/* Cuts word @index of the whole ones into the parts of @type, which come behind all that stands before it. @n_taken: how many of
 * the whole ones are among the cut ones */
static void
add_parts (BayanScan *self, BayanWordTypes *types, guint index, const BayanWordType *type, guint *n_taken)
{
  guint n_parts = type->n_parts;

  if (self->cut == NULL)
    self->cut = bayan_glued_words_new (self->whole_words, index);
  else
    bayan_glued_words_take_whole (self->cut, self->whole_words, *n_taken, index);
  *n_taken = index + 1;
  bayan_glued_words_take (self->cut, self->whole_words, index, type->part_ends, n_parts);
  self->words = bayan_glued_words_get (self->cut);
  self->tokens = g_renew (BayanToken, self->tokens,
                          self->words->n_words + self->whole_words->n_words - index);
  for (guint p = n_parts; p > 0; p--)
    add_token (self, types, self->words, self->words->n_words - p);
}

/* Returns: BayanWordFlags of all words together */
static guint32
fill_tokens (BayanScan *self, BayanWordTypes *types)
{
  const BayanWords *words = self->whole_words;
  guint32 flags = 0;
  guint n_taken = 0;

  self->tokens = g_new (BayanToken, words->n_words + 1);
  reserve_readings (self, words->n_words);
  for (guint i = 0; i < words->n_words; i++)
    {
      const BayanWordType *type = bayan_word_types_get (types, words, i);

      flags |= words->words[i].flags;
      if (type->n_parts > 0)
        {
          add_parts (self, types, i, type, &n_taken);
          continue;
        }
      fill_token (self, words, i, type);
    }
  *self->readings = (BayanReading) { 0 };
  self->tokens[self->n_tokens] = (BayanToken) { .key = "", .readings = self->readings };

  /* Their keys moved when one more was added. */
  if (self->cut != NULL)
    {
      bayan_glued_words_take_whole (self->cut, words, n_taken, words->n_words);
      self->words = bayan_glued_words_get (self->cut);
    }
  for (guint i = 0; self->cut != NULL && i < self->n_tokens; i++)
    self->tokens[i].key = bayan_words_get_key (self->words, i);

  return flags;
}

/* A bare proclitic with its kashida (لـ “داعش”) belongs to the word behind it, which begins where it begins.
 */
static void
lend_proclitic (const BayanScan *scan, guint32 i)
{
  guint32 next = bayan_scan_skip_quote (scan, i + 1);
  guint8 proclitics = bayan_clitics_get_lone_proclitics (scan->tokens[i].key, scan->tokens[i].key_length);
  BayanToken *token;

  if ((proclitics & BAYAN_PREPOSITIONS) == 0 || next >= scan->n_tokens)
    return;

  token = &scan->tokens[next];
  token->begins = ~0u; /* its readings are no longer those of its type */
  for (guint r = 0; r < token->n_readings; r++)
    token->readings[r].proclitics |= proclitics & (BAYAN_PREPOSITIONS | BAYAN_PROCLITIC_WA);
}

/* @words: of a text; both are borrowed */
BayanScan *
bayan_scan_new (const BayanLexicon *lexicon, BayanWordTypes *types, const BayanWords *words)
{
  BayanScan *self = g_new0 (BayanScan, 1);
  guint32 flags;

  self->lexicon = lexicon;
  self->text = words->text;
  self->whole_words = words;
  self->words = self->whole_words;
  flags = fill_tokens (self, types);
  self->first = g_new (gint32, self->n_tokens + 1);
  memset (self->first, 0xff, sizeof *self->first * (self->n_tokens + 1)); /* -1 */
  self->candidates_capacity = self->n_tokens / 2 + 16;
  self->candidates = g_new (BayanCandidate, self->candidates_capacity);
  self->strings = g_string_chunk_new (4096);

  for (guint i = 0; (flags & BAYAN_WORD_ENDS_IN_TATWEEL) != 0 && i + 1 < self->n_tokens; i++)
    if ((self->tokens[i].flags & BAYAN_WORD_ENDS_IN_TATWEEL) != 0)
      lend_proclitic (self, i);

  return self;
}

void
bayan_scan_free (BayanScan *self)
{
  bayan_glued_words_free (self->cut);
  g_free (self->tokens);
  g_slist_free_full (self->reading_blocks, g_free);
  g_free (self->first);
  g_free (self->candidates);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_free (self);
}

/* @entity: what the analyst said that @candidate is */
void
bayan_scan_set_known (BayanScan *self, BayanCandidate *candidate, const BayanEntity *entity)
{
  if (self->known == NULL)
    self->known = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_entity_free);
  g_ptr_array_add (self->known, bayan_entity_copy (entity));
  candidate->known = self->known->len;
}

/* Adds a candidate from the reading of its first token (NULL: the whole word) to the end of token @last - 1.
 * The pointer is good until the next candidate is added. */
BayanCandidate *
bayan_scan_add (BayanScan *self, BayanMentionType type, guint32 first, guint32 last,
                const BayanReading *reading, const char *rule)
{
  BayanCandidate *candidate;

  if (self->n_candidates == self->candidates_capacity)
    {
      self->candidates_capacity *= 2;
      self->candidates = g_renew (BayanCandidate, self->candidates, self->candidates_capacity);
    }
  candidate = &self->candidates[self->n_candidates];
  if (reading == NULL)
    reading = &self->tokens[first].readings[0];
  *candidate = (BayanCandidate) { .first = first,
                                  .last = last,
                                  .start = reading->start,
                                  .end = self->tokens[last - 1].end,
                                  .type = type,
                                  .proclitics = reading->proclitics,
                                  .rule = rule,
                                  .next = self->first[first] };
  self->first[first] = (gint32) self->n_candidates++;

  return candidate;
}

/* The longest candidate that begins at @token with one of the types and exactly these proclitics; NULL for
 * none. */
BayanCandidate *
bayan_scan_longest (const BayanScan *self, guint32 token, guint type_mask, guint8 proclitics)
{
  BayanCandidate *best = NULL;

  if (token >= self->n_tokens)
    return NULL;

  for (gint32 c = self->first[token]; c >= 0; c = bayan_scan_get (self, c)->next)
    {
      BayanCandidate *candidate = bayan_scan_get (self, c);

      if ((type_mask & (1u << candidate->type)) == 0
          || candidate->last - candidate->first > BAYAN_CANDIDATE_TOKENS_MAX
          || (proclitics != BAYAN_ANY_PROCLITICS && candidate->proclitics != proclitics)
          || (candidate->flags & (BAYAN_CANDIDATE_WEAK | BAYAN_CANDIDATE_BARE | BAYAN_CANDIDATE_DROPPED))
                 != 0)
        continue;
      if (best == NULL || candidate->last > best->last
          || (candidate->last == best->last && candidate->entry != 0 && best->entry == 0))
        best = candidate;
    }

  return best;
}

/* The text from token @first to the end of token @last - 1; owned by the scan. */
const char *
bayan_scan_text (BayanScan *self, guint32 first, guint32 last)
{
  guint32 start = self->tokens[first].start;

  return g_string_chunk_insert_len (self->strings, self->text + start,
                                    (gssize) self->tokens[last - 1].end - start);
}

/* The first reading of @token that is in one of @classes and has exactly these proclitics; NULL for none. */
const BayanReading *
bayan_scan_reading_with (const BayanScan *self, guint32 token, guint64 classes, guint8 proclitics)
{
  if (token >= self->n_tokens)
    return NULL;

  for (guint r = 0; r < self->tokens[token].n_readings; r++)
    if ((self->tokens[token].readings[r].classes & classes) != 0
        && self->tokens[token].readings[r].proclitics == proclitics)
      return &self->tokens[token].readings[r];

  return NULL;
}

/* Which of 64 bits the hashes of the words of a list have: a word that has none of them is not in it, which is so of nearly
 * every word that is asked about. What has been found of a list stays, as lists are static. */
typedef struct {
  const char *const *keys; /* NULL: a free place */
  guint64 bits;
} ListBits;

#define N_LISTS 1024 /* a power of two, and four times as many as there are */

static ListBits lists[N_LISTS];
static GMutex lists_lock; /* who adds one */
static guint n_lists;

static inline guint64
bit_of (guint32 hash)
{
  return G_GUINT64_CONSTANT (1) << (hash & 63);
}

static inline guint
place_of_list (const char *const *keys)
{
  return (guint) ((gsize) keys / sizeof *keys * 0x9E3779B9u >> 8) & (N_LISTS - 1);
}

static guint64
add_list (const char *const *keys)
{
  guint64 bits = 0;
  guint at = place_of_list (keys);

  for (guint i = 0; keys[i] != NULL; i++)
    bits |= bit_of (bayan_word_hash (keys[i], strlen (keys[i])));
  g_mutex_lock (&lists_lock);
  while (lists[at].keys != NULL && lists[at].keys != keys)
    at = (at + 1) & (N_LISTS - 1);
  if (lists[at].keys == NULL && n_lists < N_LISTS / 2)
    {
      n_lists++;
      lists[at].bits = bits;
      __atomic_store_n (&lists[at].keys, keys, __ATOMIC_RELEASE);
    }
  g_mutex_unlock (&lists_lock);

  return bits;
}

static inline guint64
get_bits (const char *const *keys)
{
  for (guint at = place_of_list (keys);; at = (at + 1) & (N_LISTS - 1))
    {
      const char *const *there = __atomic_load_n (&lists[at].keys, __ATOMIC_ACQUIRE);

      if (G_LIKELY (there == keys))
        return lists[at].bits;
      if (there == NULL)
        return add_list (keys);
    }
}

/* TRUE if the word is one of @keys, a static list that NULL ends */
gboolean
bayan_scan_key_in (const BayanScan *self, guint32 token, const char *const *keys)
{
  return token < self->n_tokens && (get_bits (keys) & bit_of (self->words->words[token].hash)) != 0
         && bayan_key_is_among (self->tokens[token].key, keys);
}

/* TRUE for a word that begins with an alef that has a hamza above or below it */
gboolean
bayan_scan_is_written_with_hamza (const BayanScan *self, guint32 token)
{
  const char *written = self->text + self->tokens[token].start;

  return bayan_key_begins (written, "أ") || bayan_key_begins (written, "إ");
}

/* TRUE for a word that is definite behind its proclitics: بالعاهل, وللرئيس. */
gboolean
bayan_scan_reading_is_definite (const BayanScan *self, guint32 token, const BayanReading *reading)
{
  const char *key = self->tokens[token].key;

  if ((reading->proclitics & BAYAN_PROCLITIC_WA) != 0
      && (bayan_key_begins (key, "و") || bayan_key_begins (key, "ف")))
    key += strlen ("و");
  if ((reading->proclitics & BAYAN_PROCLITIC_LAM) != 0 && bayan_key_begins (key, "لل"))
    return TRUE;
  if ((reading->proclitics & BAYAN_PREPOSITIONS) != 0 && !bayan_key_begins (key, "ال"))
    key += strlen ("ب");

  return bayan_key_begins (key, "ال") && strlen (key) >= 8;
}

/* The key without the proclitics of @reading; of للتحالف what is behind the first ل. */
const char *
bayan_scan_stem (const BayanScan *self, guint32 token, const BayanReading *reading)
{
  const char *key = self->tokens[token].key;

  for (guint8 bits = reading->proclitics; bits != 0 && strlen (key) > 2; bits &= (guint8) (bits - 1))
    key += strlen ("و");

  return key;
}

/* @token, or the one behind it where it is a quotation mark. */
guint32
bayan_scan_skip_quote (const BayanScan *self, guint32 token)
{
  if (token < self->n_tokens && (self->tokens[token].flags & BAYAN_WORD_QUOTE) != 0
      && bayan_scan_goes_on (self, token))
    return token + 1;
  return token;
}

/* Where a phrase that ends before @last really ends: behind the closing mark if a quotation opened in it. */
guint32
bayan_scan_close_quotes (const BayanScan *self, guint32 first, guint32 last)
{
  gboolean open = FALSE;

  for (guint32 i = first + 1; i < last; i++)
    if ((self->tokens[i].flags & BAYAN_WORD_QUOTE) != 0)
      open = !open;

  if (open && last < self->n_tokens && (self->tokens[last].flags & BAYAN_WORD_QUOTE) != 0
      && bayan_scan_goes_on (self, last))
    return last + 1;
  return last;
}

/* A sign that a phrase may hold between its words. */
static gboolean
is_inside_sign (const BayanToken *token)
{
  return (token->flags & (BAYAN_WORD_QUOTE | BAYAN_WORD_DASH)) != 0;
}

static gboolean
quotes_are_balanced (const BayanScan *self, guint32 first, guint32 last)
{
  guint n = 0;

  for (guint32 i = first; i < last; i++)
    n += (self->tokens[i].flags & BAYAN_WORD_QUOTE) != 0;

  return n % 2 == 0;
}

/* Every entry of @match is a candidate. @has_signs: TRUE if signs stand between its words */
static void
add_matches (BayanScan *self, guint32 match, guint32 node, guint32 first, guint32 last, gboolean has_signs,
             const BayanReading *reading)
{
  const BayanLexicon *lexicon = self->lexicon;
  guint32 end = last;

  if (has_signs)
    {
      end = bayan_scan_close_quotes (self, first, last);
      if (!quotes_are_balanced (self, first, end))
        return;
    }

  for (guint32 m = match; m != 0; m = bayan_lexicon_probe_next (lexicon, m))
    {
      guint32 number = bayan_lexicon_probe_entry (lexicon, m);
      const BayanLexiconBrief *entry = &lexicon->briefs[number];
      BayanCandidate *candidate = bayan_scan_add (self, entry->type, first, end, reading,
                                                  lexicon->tables[entry->table]);

      candidate->entry = number;
      candidate->node = node;
      candidate->key = lexicon->strings + entry->key;
      if ((entry->flags & BAYAN_ENTRY_FIXED) != 0)
        candidate->flags |= BAYAN_CANDIDATE_FIXED;
      if ((entry->flags & BAYAN_ENTRY_ATOMIC) != 0)
        candidate->flags |= BAYAN_CANDIDATE_ATOMIC;
      if ((entry->flags & BAYAN_ENTRY_BODY) != 0)
        candidate->flags |= BAYAN_CANDIDATE_HEAD;
    }
}

/* The next word of a phrase that has come to @i; n_tokens if it cannot go on. */
static guint32
find_next (const BayanScan *self, guint32 first, guint32 i)
{
  while (bayan_scan_goes_on (self, i) && is_inside_sign (&self->tokens[i]) && i - first < PHRASE_TOKENS_MAX)
    i++;
  return bayan_scan_goes_on (self, i) && i - first < PHRASE_TOKENS_MAX ? i : self->n_tokens;
}

static void
match_from (BayanScan *self, guint32 first, const BayanReading *reading)
{
  guint32 node = reading->node, match = reading->match, leads_on = reading->leads_on;
  gboolean has_signs = FALSE;

  for (guint32 i = first + 1, next;; i++)
    {
      const BayanLexiconEdge *edge;
      guint32 word;

      if (match != 0)
        add_matches (self, match, node, first, i, has_signs, reading);
      if (leads_on == 0)
        return;
      next = find_next (self, first, i);
      has_signs |= next != i;
      i = next;
      word = self->tokens[i].readings[0].word;
      if (word == 0 || (leads_on & bayan_lexicon_word_bit (word)) == 0)
        return;
      edge = bayan_lexicon_probe_find_edge (self->lexicon, node, word);
      if (edge == NULL)
        return;
      node = edge->child;
      match = edge->match;
      leads_on = edge->words;
    }
}

/* Asks for what match_from() will read of the lexicon for @token, whose next one is there too. */
static G_ALWAYS_INLINE inline void
fetch_phrases (const BayanLexicon *lexicon, const BayanToken *token)
{
  guint32 next = token[1].readings[0].word;

  for (guint r = 0; r < token->n_readings; r++)
    {
      const BayanReading *reading = &token->readings[r];

      if (reading->match != 0)
        __builtin_prefetch (&lexicon->briefs[bayan_lexicon_probe_entry (lexicon, reading->match)]);
      if ((reading->leads_on & bayan_lexicon_word_bit (next)) != 0)
        __builtin_prefetch (bayan_lexicon_probe_edge (lexicon, reading->node, next));
    }
}

/* Finds every phrase of the lexicon, longest or not: which of them stand is decided at the end. */
void
bayan_scan_match_lexicon (BayanScan *self)
{
  for (guint32 i = 0; i < self->n_tokens; i++)
    {
      const BayanToken *token = &self->tokens[i];

      if (i + PHRASES_AHEAD < self->n_tokens && (token[PHRASES_AHEAD].begins & BAYAN_BEGINS_PHRASE) != 0)
        fetch_phrases (self->lexicon, token + PHRASES_AHEAD);
      if ((token->begins & BAYAN_BEGINS_PHRASE) == 0)
        continue;
      for (guint r = 0; r < token->n_readings; r++)
        if (token->readings[r].node != 0)
          match_from (self, i, &token->readings[r]);
    }
}
