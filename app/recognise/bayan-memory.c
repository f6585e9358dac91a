/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-memory.h"

#include <string.h>

/* A name of more words is not looked for. */
#define SURFACE_WORDS_MAX 24
/* Of 64 bits: of two surfaces with one number there is no fear. */
#define HASH_BASIS G_GUINT64_CONSTANT (14695981039346656037)
#define ANY_CONTEXT 0
#define LETTER_BYTES 2
#define PROCLITICS_MAX 3
/* So much more often wrong than right */
#define WRONG_IN_CONTEXT 2
#define WRONG_IN_ALL 3

/* "3 confirmed, 1 rejected", in the words of every evidence: what the interface says of it is its own. */
#define EVIDENCE_BYTES 48

/* How often words were a @type behind a word. */
typedef struct {
  BayanMentionType type;
  guint64 context; /* ANY_CONTEXT: everywhere */
  BayanMemoryCounts counts;
  char evidence[EVIDENCE_BYTES]; /* the counts, as they are shown */
} Fact;

typedef struct {
  BayanEntity *entity;
  guint count;
} Named;

/* The words up to here are the beginning of @n_through surfaces. */
typedef struct {
  guint n_through;
  GArray *facts;     /* nullable: of Fact: where a surface ends here */
  GArray *named;     /* nullable: of Named */
  GPtrArray *listed; /* nullable: of BayanLesson */
} Node;

/* A power of two */
#define N_HASH_BITS 65536

struct _BayanMemory {
  GHashTable *nodes; /* guint64 * → Node */
  guint64 begun[N_HASH_BITS
                / 64]; /* a bit for the bayan_word_hash() of each first word: it is asked of every word */
  guint64 hashed[N_HASH_BITS
                 / 64]; /* a bit for the hash of each node that there is or was: of most words none is set */
};

static void
node_free (gpointer data)
{
  Node *self = data;

  g_clear_pointer (&self->facts, g_array_unref);
  g_clear_pointer (&self->named, g_array_unref);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_free (self);
}

static void
clear_named (gpointer data)
{
  bayan_entity_free (((Named *) data)->entity);
}

BayanMemory *
bayan_memory_new (void)
{
  BayanMemory *self = g_new0 (BayanMemory, 1);

  self->nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, node_free);
  return self;
}

void
bayan_memory_free (BayanMemory *self)
{
  g_hash_table_unref (self->nodes);
  g_free (self);
}

/* The number of some words with one more behind them, eight bytes at once. */
static guint64
hash_word (guint64 hash, const char *word, gsize length_bytes)
{
  guint64 part;

  hash = bayan_word_hash_add (hash, length_bytes);
  for (; length_bytes >= sizeof part; word += sizeof part, length_bytes -= sizeof part)
    {
      memcpy (&part, word, sizeof part);
      hash = bayan_word_hash_add (hash, part);
    }
  part = 0;
  memcpy (&part, word, length_bytes);
  return bayan_word_hash_add (hash, part);
}

/* The number of words with a space between two of them */
static guint64
hash_string (const char *string)
{
  guint64 hash = HASH_BASIS;
  gsize n;

  while (string[n = strcspn (string, " ")] != '\0')
    {
      hash = hash_word (hash, string, n);
      string += n + 1;
    }
  return hash_word (hash, string, n);
}

static void
set_hashed (BayanMemory *self, guint64 hash)
{
  self->hashed[hash % N_HASH_BITS / 64] |= G_GUINT64_CONSTANT (1) << hash % 64;
}

static Node *
get_node (const BayanMemory *self, guint64 hash)
{
  if ((self->hashed[hash % N_HASH_BITS / 64] >> hash % 64 & 1) == 0)
    return NULL;
  return g_hash_table_lookup (self->nodes, &hash);
}

static void
set_begun (BayanMemory *self, const char *word, gsize length_bytes)
{
  guint32 hash = bayan_word_hash (word, length_bytes);

  self->begun[hash % N_HASH_BITS / 64] |= G_GUINT64_CONSTANT (1) << hash % 64;
}

/* FALSE where nothing that is remembered begins with the word of that hash */
static gboolean
may_have_begun (const BayanMemory *self, guint32 hash)
{
  return (self->begun[hash % N_HASH_BITS / 64] >> hash % 64 & 1) != 0;
}

/* Counts one more or one less surface through each beginning of @surface. Returns: the number of the whole */
static guint64
count_through (BayanMemory *self, const char *surface, int by)
{
  const char *at = surface;
  guint64 hash = HASH_BASIS;

  set_begun (self, surface, strcspn (surface, " "));
  for (;;)
    {
      gsize n = strcspn (at, " ");
      Node *node;

      hash = hash_word (hash, at, n);
      node = get_node (self, hash);

      if (node == NULL)
        {
          node = g_new0 (Node, 1);
          g_hash_table_insert (self->nodes, g_memdup2 (&hash, sizeof hash), node);
          set_hashed (self, hash);
        }
      node->n_through += (guint) by;
      if (node->n_through == 0)
        g_hash_table_remove (self->nodes, &hash);
      if (at[n] == '\0')
        return hash;
      at += n + 1;
    }
}

static Fact *
find_fact (const Node *node, BayanMentionType type, guint64 context)
{
  for (guint i = 0; node != NULL && node->facts != NULL && i < node->facts->len; i++)
    {
      Fact *fact = &g_array_index (node->facts, Fact, i);

      if (fact->type == type && fact->context == context)
        return fact;
    }
  return NULL;
}

static void
count_fact (Node *node, const BayanLesson *lesson, guint64 context, int by)
{
  Fact *fact = find_fact (node, lesson->type, context);

  if (fact == NULL)
    {
      Fact new_fact = { lesson->type, context, { 0 } };

      if (node->facts == NULL)
        node->facts = g_array_new (FALSE, FALSE, sizeof (Fact));
      g_array_append_val (node->facts, new_fact);
      fact = &g_array_index (node->facts, Fact, node->facts->len - 1);
    }
  if (lesson->listed != NULL)
    fact->counts.n_listed += (guint) by;
  else if (lesson->is_right)
    fact->counts.n_right += (guint) by;
  else
    fact->counts.n_wrong += (guint) by;
  g_snprintf (fact->evidence, sizeof fact->evidence, "%u confirmed, %u rejected", fact->counts.n_right,
              fact->counts.n_wrong);
  if (fact->counts.n_right == 0 && fact->counts.n_wrong == 0 && fact->counts.n_listed == 0)
    g_array_remove_index_fast (node->facts, (guint) (fact - (Fact *) (gpointer) node->facts->data));
}

static void
count_entity (Node *node, const BayanEntity *entity, int by)
{
  if (node->named == NULL)
    {
      node->named = g_array_new (FALSE, FALSE, sizeof (Named));
      g_array_set_clear_func (node->named, clear_named);
    }
  for (guint i = 0; i < node->named->len; i++)
    {
      Named *named = &g_array_index (node->named, Named, i);

      if (named->entity->type != entity->type || strcmp (named->entity->key, entity->key) != 0)
        continue;
      named->count += (guint) by;
      if (named->count == 0)
        g_array_remove_index_fast (node->named, i);
      return;
    }
  g_return_if_fail (by > 0);
  g_array_append_vals (node->named, &(Named) { bayan_entity_copy (entity), 1 }, 1);
}

/* Of several names that are written so the one that came first is shown. */
static void
count_listed (Node *node, const BayanLesson *lesson, int by)
{
  if (node->listed == NULL)
    node->listed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
  if (by > 0)
    {
      g_ptr_array_add (node->listed, bayan_lesson_copy (lesson));
      return;
    }
  for (guint i = 0; i < node->listed->len; i++)
    {
      const BayanLesson *listed = node->listed->pdata[i];

      if (listed->type == lesson->type && strcmp (listed->listed, lesson->listed) == 0)
        {
          g_ptr_array_remove_index (node->listed, i);
          return;
        }
    }
  g_return_if_reached ();
}

static void
count_lesson (BayanMemory *self, Node *node, const BayanLesson *lesson, int by)
{
  count_fact (node, lesson, ANY_CONTEXT, by);
  if (lesson->listed == NULL)
    count_fact (node, lesson, hash_string (lesson->context), by);
  else
    count_listed (node, lesson, by);
  if (lesson->is_right && lesson->entity != NULL)
    count_entity (node, lesson->entity, by);
}

void
bayan_memory_learn (BayanMemory *self, const BayanLesson *lesson)
{
  guint64 hash = count_through (self, lesson->surface, 1);

  count_lesson (self, get_node (self, hash), lesson, 1);
}

void
bayan_memory_forget (BayanMemory *self, const BayanLesson *lesson)
{
  Node *node = get_node (self, hash_string (lesson->surface));

  g_return_if_fail (node != NULL);
  count_lesson (self, node, lesson, -1);
  count_through (self, lesson->surface, -1);
}

static BayanMemoryCounts
get_counts (const Node *node, BayanMentionType type, guint64 context)
{
  const Fact *fact = find_fact (node, type, context);

  return fact != NULL ? fact->counts : (BayanMemoryCounts) { 0 };
}

static BayanVerdict
judge (const Node *node, BayanMentionType type, guint64 context)
{
  BayanMemoryCounts here = get_counts (node, type, context);
  BayanMemoryCounts all = get_counts (node, type, ANY_CONTEXT);

  if (here.n_right > here.n_wrong)
    return BAYAN_VERDICT_YES;
  if (here.n_wrong >= here.n_right + WRONG_IN_CONTEXT || all.n_wrong >= all.n_right + WRONG_IN_ALL)
    return BAYAN_VERDICT_NO;
  if (here.n_wrong == 0 && all.n_listed > 0)
    return BAYAN_VERDICT_YES;
  if (here.n_right + here.n_wrong == 0 && all.n_right > 2 * all.n_wrong)
    return BAYAN_VERDICT_YES;
  return BAYAN_VERDICT_NONE;
}

BayanVerdict
bayan_memory_ask (const BayanMemory *self, const char *surface, BayanMentionType type, const char *context)
{
  return judge (get_node (self, hash_string (surface)), type, hash_string (context));
}

BayanMemoryCounts
bayan_memory_count (const BayanMemory *self, const char *surface, BayanMentionType type)
{
  return get_counts (get_node (self, hash_string (surface)), type, ANY_CONTEXT);
}

/* The same behind @context only */
BayanMemoryCounts
bayan_memory_count_here (const BayanMemory *self, const char *surface, BayanMentionType type,
                         const char *context)
{
  return get_counts (get_node (self, hash_string (surface)), type, hash_string (context));
}

static const BayanLesson *
find_listed (const Node *node, BayanMentionType type)
{
  for (guint i = 0; node != NULL && node->listed != NULL && i < node->listed->len; i++)
    {
      const BayanLesson *lesson = node->listed->pdata[i];

      if (lesson->type == type)
        return lesson;
    }
  return NULL;
}

/* Returns: (nullable): the name of the analyst's list that is written like @surface */
const char *
bayan_memory_get_listed (const BayanMemory *self, const char *surface, BayanMentionType type)
{
  const BayanLesson *listed = find_listed (get_node (self, hash_string (surface)), type);

  return listed != NULL ? listed->listed : NULL;
}

/* What the words name: as what they are on the list; or as which the analyst took them most often, of two the first by
 * its key. */
static const BayanEntity *
find_entity (const Node *node, BayanMentionType type)
{
  const BayanLesson *listed = find_listed (node, type);
  const Named *best = NULL;

  if (listed != NULL)
    return listed->entity;
  for (guint i = 0; node->named != NULL && i < node->named->len; i++)
    {
      const Named *named = &g_array_index (node->named, Named, i);

      if (named->entity->type == type
          && (best == NULL || named->count > best->count
              || (named->count == best->count && strcmp (named->entity->key, best->entity->key) < 0)))
        best = named;
    }
  return best != NULL ? best->entity : NULL;
}

/* The word as its surface has it if a name begins at byte @start of the text: without what stands before, and لل as ال.
 */
static gsize
first_word (const BayanToken *token, const BayanCliticSplit *splits, guint n_splits, guint span_chars,
            const char **stem)
{
  for (guint i = n_splits; i-- > 1;)
    if (splits[i].span_chars == span_chars && splits[i].prefix_chars > 0
        && (span_chars > 0 || splits[i].rewritten))
      {
        *stem = splits[i].stem;
        return splits[i].stem_length;
      }
  *stem = token->key;
  return token->key_length;
}

static guint
split (const BayanToken *token, BayanCliticSplit splits[BAYAN_CLITICS_MAX])
{
  return (token->flags & BAYAN_WORD_ARABIC) != 0 && token->key_length <= BAYAN_STEM_BYTES
             ? bayan_clitics_split (token->key, token->key_length, splits)
             : 0;
}

static guint
chars_before (const BayanScan *scan, guint32 token, guint32 start, guint n_max)
{
  for (guint n = 1; n <= n_max; n++)
    if (bayan_words_get_position_in (scan->words, token, n).byte == start)
      return n;
  return 0;
}

/* Quotation marks are no part of what words are called. */
static gboolean
is_silent (const BayanToken *token)
{
  return (token->flags & BAYAN_WORD_QUOTE) != 0;
}

/* The same of a name whose span begins at byte @start. Nearly all begin where the word does, and are written as it is. */
static gsize
first_word_of_span (const BayanScan *scan, guint32 first, guint32 start,
                    BayanCliticSplit splits[BAYAN_CLITICS_MAX], const char **stem)
{
  const BayanToken *token = &scan->tokens[first];
  gboolean is_cut = start > token->start;

  if (!is_cut && !bayan_key_begins (token->key, "لل"))
    {
      *stem = token->key;
      return token->key_length;
    }
  return first_word (token, splits, split (token, splits), is_cut ? chars_before (scan, first, start, 4) : 0,
                     stem);
}

/**
 * bayan_memory_fold_surface:
 * @start: the byte at which the span begins in token @first
 *
 * Returns: (transfer full): the words of the span as they are remembered
 */
char *
bayan_memory_fold_surface (const BayanScan *scan, guint32 first, guint32 last, guint32 start)
{
  GString *surface = g_string_new (NULL);
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  const char *stem;
  gsize length_bytes = first_word_of_span (scan, first, start, splits, &stem);

  g_string_append_len (surface, stem, (gssize) length_bytes);
  for (guint32 i = first + 1; i < last; i++)
    if (!is_silent (&scan->tokens[i]))
      {
        g_string_append_c (surface, ' ');
        g_string_append_len (surface, scan->tokens[i].key, scan->tokens[i].key_length);
      }
  return g_string_free (surface, FALSE);
}

/* Returns: the folded word before token @first; "" where its line begins */
const char *
bayan_memory_get_context (const BayanScan *scan, guint32 first)
{
  while (first > 0 && bayan_scan_goes_on (scan, first) && is_silent (&scan->tokens[first - 1]))
    first--;
  return first > 0 && bayan_scan_goes_on (scan, first) ? scan->tokens[first - 1].key : "";
}

static guint64
hash_context (const BayanScan *scan, guint32 first)
{
  const char *context = bayan_memory_get_context (scan, first);

  return hash_word (HASH_BASIS, context, strlen (context));
}

static void
add_remembered (BayanScan *scan, const Node *node, const Fact *fact, const BayanReading *reading,
                guint32 first, guint32 last)
{
  const BayanEntity *entity = find_entity (node, fact->type);
  const BayanLesson *listed = find_listed (node, fact->type);
  BayanCandidate *candidate = bayan_scan_add (scan, fact->type, first, last, reading,
                                              listed != NULL ? BAYAN_RULE_LISTED : "memory");

  candidate->flags |= BAYAN_CANDIDATE_REMEMBERED;
  candidate->evidence = listed != NULL ? g_string_chunk_insert_const (scan->strings, listed->listed)
                                       : g_string_chunk_insert (scan->strings, fact->evidence);
  if (entity != NULL)
    bayan_scan_set_known (scan, candidate, entity);
}

/* The surface that ends at @node, as each type that the analyst says it is. */
static void
find_types (BayanScan *scan, const Node *node, const BayanReading *reading, guint32 first, guint32 last)
{
  guint64 context;

  if (node->facts == NULL)
    return;
  context = hash_context (scan, first);
  for (guint i = 0; i < node->facts->len; i++)
    {
      const Fact *fact = &g_array_index (node->facts, Fact, i);

      if (fact->context == ANY_CONTEXT && judge (node, fact->type, context) == BAYAN_VERDICT_YES)
        add_remembered (scan, node, fact, reading, first, last);
    }
}

static void
find_from (const BayanMemory *self, BayanScan *scan, guint32 first, const BayanReading *reading,
           const char *stem, gsize length_bytes)
{
  guint64 hash = hash_word (HASH_BASIS, stem, length_bytes);
  const Node *node = get_node (self, hash);

  if (node != NULL)
    scan->tokens[first].flags |= BAYAN_TOKEN_REMEMBERED;
  for (guint32 i = first + 1; node != NULL; i++)
    {
      find_types (scan, node, reading, first, bayan_scan_close_quotes (scan, first, i));
      while (bayan_scan_goes_on (scan, i) && is_silent (&scan->tokens[i]))
        i++;
      if (!bayan_scan_goes_on (scan, i) || i - first >= SURFACE_WORDS_MAX)
        return;
      hash = hash_word (hash, scan->tokens[i].key, scan->tokens[i].key_length);
      node = get_node (self, hash);
    }
}

static gboolean
has_name_proclitics (const BayanCliticSplit *split)
{
  return (split->proclitics & (BAYAN_PROCLITIC_HAMZA | BAYAN_PROCLITIC_SA)) == 0;
}

/* Returns: the reading of @token that begins where a name behind @split does */
static BayanReading
make_reading (const BayanScan *scan, guint32 token, const BayanCliticSplit *split)
{
  BayanReading reading = scan->tokens[token].readings[0];

  reading.proclitics = split->proclitics & (BAYAN_PREPOSITIONS | BAYAN_PROCLITIC_WA);
  if ((split->proclitics & BAYAN_PROCLITIC_FA) != 0)
    reading.proclitics |= BAYAN_PROCLITIC_WA;
  if (split->span_chars > 0)
    reading.start = bayan_words_get_position_in (scan->words, token, split->span_chars).byte;
  return reading;
}

/* TRUE if something that is remembered begins with the word @key. */
static gboolean
begins_something (const BayanMemory *self, const char *key, gsize length_bytes)
{
  return may_have_begun (self, bayan_word_hash (key, length_bytes))
         && get_node (self, hash_word (HASH_BASIS, key, length_bytes)) != NULL;
}

/* TRUE if what is left of @token behind some of its letters may begin something: most words need not be taken apart. */
static gboolean
may_be_cut (const BayanMemory *self, const BayanToken *token)
{
  char with_article[BAYAN_STEM_BYTES + 2 * LETTER_BYTES] = "ال";
  const char *key = token->key;
  gsize length_bytes = token->key_length;

  if ((token->flags & BAYAN_WORD_ARABIC) == 0 || length_bytes > BAYAN_STEM_BYTES)
    return FALSE;
  for (guint i = 0; i < PROCLITICS_MAX && length_bytes > LETTER_BYTES; i++)
    {
      gboolean is_lam = bayan_key_begins (key, "ل");

      if (!is_lam && !bayan_key_begins (key, "و") && !bayan_key_begins (key, "ف")
          && !bayan_key_begins (key, "ب") && !bayan_key_begins (key, "ك"))
        return FALSE;
      key += LETTER_BYTES;
      length_bytes -= LETTER_BYTES;
      if (begins_something (self, key, length_bytes))
        return TRUE;
      /* للتحالف is ل and التحالف. */
      if (!is_lam)
        continue;
      memcpy (with_article + 2 * LETTER_BYTES, key, length_bytes);
      if (begins_something (self, with_article, 2 * LETTER_BYTES + length_bytes))
        return TRUE;
      memcpy (with_article + LETTER_BYTES, key, length_bytes);
      if (begins_something (self, with_article, LETTER_BYTES + length_bytes))
        return TRUE;
      memcpy (with_article, "ال", 2 * LETTER_BYTES);
    }
  return FALSE;
}

/**
 * bayan_memory_find:
 *
 * Adds a candidate wherever words stand that the analyst gave a name, with or without proclitics before them.
 */
void
bayan_memory_find (const BayanMemory *self, BayanScan *scan)
{
  for (guint32 i = 0; i < scan->n_tokens; i++)
    {
      BayanToken *token = &scan->tokens[i];
      BayanCliticSplit splits[BAYAN_CLITICS_MAX];
      guint n_splits;

      if ((token->flags & BAYAN_WORD_PUNCTUATION) != 0)
        continue;
      if (may_have_begun (self, scan->words->words[i].hash))
        find_from (self, scan, i, NULL, token->key, token->key_length);
      n_splits = may_be_cut (self, token) ? split (token, splits) : 0;
      for (guint s = 0; s < n_splits; s++)
        if (splits[s].prefix_chars > 0 && has_name_proclitics (&splits[s]))
          {
            BayanReading reading = make_reading (scan, i, &splits[s]);

            find_from (self, scan, i, &reading, splits[s].stem, splits[s].stem_length);
          }
    }
}

/* What is known of the words of @candidate, as bayan_memory_fold_surface() writes them; NULL for nothing, as for most. */
static const Node *
find_node (const BayanMemory *self, const BayanScan *scan, const BayanCandidate *candidate)
{
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  const char *stem;
  gsize length_bytes = first_word_of_span (scan, candidate->first, candidate->start, splits, &stem);
  guint64 hash = hash_word (HASH_BASIS, stem, length_bytes);

  for (guint32 i = candidate->first + 1; i < candidate->last; i++)
    if (!is_silent (&scan->tokens[i]))
      hash = hash_word (hash, scan->tokens[i].key, scan->tokens[i].key_length);

  return get_node (self, hash);
}

static gboolean
is_same (const BayanCandidate *candidate, const BayanCandidate *other)
{
  return candidate != other && candidate->type == other->type && candidate->start == other->start
         && candidate->end == other->end && (candidate->flags & BAYAN_CANDIDATE_BARE) == 0;
}

/* TRUE if @candidate names what the analyst said the @remembered words name. */
static gboolean
names_same (const BayanScan *scan, const BayanCandidate *candidate, const BayanCandidate *remembered)
{
  return candidate->key != NULL && remembered->known != 0
         && strcmp (candidate->key,
                    ((BayanEntity *) g_ptr_array_index (scan->known, remembered->known - 1))->key)
                == 0;
}

/* Others found these words too: theirs, which knows its value and what nests in it, stands for the analyst's. What its
 * neighbours spoke against comes back only where he decided behind the same word (@is_here). */
static void
give_way (const BayanScan *scan, BayanCandidate *remembered, gboolean is_here)
{
  gboolean any_same = FALSE, any_named = FALSE;

  for (gint32 c = scan->first[remembered->first]; c >= 0; c = bayan_scan_get (scan, c)->next)
    if (is_same (bayan_scan_get (scan, c), remembered))
      {
        any_same = TRUE;
        any_named |= names_same (scan, bayan_scan_get (scan, c), remembered);
      }
  if (!any_same)
    return;
  remembered->flags |= BAYAN_CANDIDATE_DROPPED;
  for (gint32 c = scan->first[remembered->first]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      BayanCandidate *same = bayan_scan_get (scan, c);

      if (!is_same (same, remembered) || (any_named && !names_same (scan, same, remembered)))
        continue;
      same->flags |= BAYAN_CANDIDATE_AGREED;
      if (is_here)
        same->flags &= ~(guint) (BAYAN_CANDIDATE_DROPPED | BAYAN_CANDIDATE_WEAK);
    }
}

/* The words mean nothing else here. */
static gboolean
is_alone (const BayanScan *scan, const BayanCandidate *remembered)
{
  for (gint32 c = scan->first[remembered->first]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      const BayanCandidate *other = bayan_scan_get (scan, c);

      if (other != remembered && other->start == remembered->start && other->end == remembered->end
          && (other->flags & (BAYAN_CANDIDATE_DROPPED | BAYAN_CANDIDATE_BARE | BAYAN_CANDIDATE_WEAK)) == 0)
        return FALSE;
    }
  return TRUE;
}

/* He decided so behind the same word; or he put the words on his list, and no other reading of them stands. */
static gboolean
is_right_here (const BayanScan *scan, const Node *node, const BayanCandidate *remembered, guint64 context)
{
  BayanMemoryCounts here = get_counts (node, remembered->type, context);

  return here.n_right > here.n_wrong
         || (find_listed (node, remembered->type) != NULL && is_alone (scan, remembered));
}

/**
 * bayan_memory_judge:
 *
 * Drops what the analyst does not want to see any more. Of what he wants and others have found too theirs is
 * kept.
 */
void
bayan_memory_judge (const BayanMemory *self, BayanScan *scan)
{
  for (guint c = 0; c < scan->n_candidates; c++)
    {
      BayanCandidate *candidate = &scan->candidates[c];
      guint64 context;
      const Node *node;

      if ((scan->tokens[candidate->first].flags & BAYAN_TOKEN_REMEMBERED) == 0)
        continue;
      node = find_node (self, scan, candidate);
      if (node == NULL)
        continue;
      context = hash_context (scan, candidate->first);
      if ((candidate->flags & BAYAN_CANDIDATE_REMEMBERED) != 0)
        give_way (scan, candidate, is_right_here (scan, node, candidate, context));
      else if (judge (node, candidate->type, context) == BAYAN_VERDICT_NO)
        candidate->flags |= BAYAN_CANDIDATE_DROPPED;
    }
}
