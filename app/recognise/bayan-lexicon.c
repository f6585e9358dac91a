/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-lexicon.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-words.h"

/* Words are numbered from 1; 0 is "not in the lexicon". Matches form one linked list for each trie node that
 * ends a phrase. Edges live in one open-addressing table whose key is (node, word), so that the trie needs no
 * node structs. */
typedef struct {
  guint32 offset; /* of the word in the arena */
  guint32 length;
} Word;

typedef struct {
  guint64 key; /* node << 32 | word; 0 = free */
  guint32 child;
} Edge;

typedef struct {
  guint32 entry;
  guint32 next; /* another match of the same node, 0 = none */
} Match;

struct _BayanLexicon {
  GString *arena;
  GArray *words;       /* of Word; [0] is unused */
  GArray *classes;     /* of guint64, parallel to words */
  guint32 *word_slots; /* open addressing, word numbers */
  guint32 n_word_slots;
  Edge *edges;
  guint32 n_edge_slots, n_edges;
  GArray *node_match; /* of guint32: first match of each node */
  GArray *matches;    /* of Match; [0] is unused */
  GArray *entries;    /* of BayanLexiconEntry; [0] is unused */
};

static guint32
hash_edge (guint64 key)
{
  key *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint32) (key >> 32);
}

BayanLexicon *
bayan_lexicon_new (void)
{
  BayanLexicon *self = g_new0 (BayanLexicon, 1);
  guint32 none[2] = { 0, 0 };

  self->arena = g_string_new (NULL);
  self->words = g_array_new (FALSE, TRUE, sizeof (Word));
  self->classes = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->node_match = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->matches = g_array_new (FALSE, TRUE, sizeof (Match));
  self->entries = g_array_new (FALSE, TRUE, sizeof (BayanLexiconEntry));
  self->n_word_slots = 1 << 15;
  self->word_slots = g_new0 (guint32, self->n_word_slots);
  self->n_edge_slots = 1 << 15;
  self->edges = g_new0 (Edge, self->n_edge_slots);

  g_array_set_size (self->words, 1);
  g_array_set_size (self->classes, 1);
  g_array_set_size (self->matches, 1);
  g_array_set_size (self->entries, 1);
  g_array_append_vals (self->node_match, none, 2); /* no node 0, and the root */

  return self;
}

void
bayan_lexicon_free (BayanLexicon *self)
{
  for (guint i = 1; i < self->entries->len; i++)
    bayan_entity_free (g_array_index (self->entries, BayanLexiconEntry, i).entity);

  g_string_free (self->arena, TRUE);
  g_array_unref (self->words);
  g_array_unref (self->classes);
  g_array_unref (self->node_match);
  g_array_unref (self->matches);
  g_array_unref (self->entries);
  g_free (self->word_slots);
  g_free (self->edges);
  g_free (self);
}

/* Where the word is, or the free slot where it would go. */
static guint32
find_hashed_slot (const BayanLexicon *self, const char *key, gsize length_bytes, guint32 hash)
{
  guint32 slot = hash & (self->n_word_slots - 1);

  while (self->word_slots[slot] != 0)
    {
      const Word *word = &g_array_index (self->words, Word, self->word_slots[slot]);

      if (word->length == length_bytes && memcmp (self->arena->str + word->offset, key, length_bytes) == 0)
        break;
      slot = (slot + 1) & (self->n_word_slots - 1);
    }

  return slot;
}

static guint32
find_word_slot (const BayanLexicon *self, const char *key, gsize length_bytes)
{
  return find_hashed_slot (self, key, length_bytes, bayan_word_hash (key, length_bytes));
}

static void
grow_words (BayanLexicon *self)
{
  g_free (self->word_slots);
  self->n_word_slots *= 2;
  self->word_slots = g_new0 (guint32, self->n_word_slots);

  for (guint32 i = 1; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      self->word_slots[find_word_slot (self, self->arena->str + word->offset, word->length)] = i;
    }
}

static guint32
intern_word (BayanLexicon *self, const char *key, gsize length_bytes)
{
  guint32 slot = find_word_slot (self, key, length_bytes);
  Word word = { (guint32) self->arena->len, (guint32) length_bytes };
  guint64 no_class = 0;
  guint32 number;

  if (self->word_slots[slot] != 0)
    return self->word_slots[slot];

  if (self->words->len * 2 > self->n_word_slots)
    {
      grow_words (self);
      slot = find_word_slot (self, key, length_bytes);
    }

  number = self->words->len;
  g_string_append_len (self->arena, key, (gssize) length_bytes);
  g_array_append_val (self->words, word);
  g_array_append_val (self->classes, no_class);
  self->word_slots[slot] = number;

  return number;
}

static guint32
find_edge_slot (const BayanLexicon *self, guint64 key)
{
  guint32 slot = hash_edge (key) & (self->n_edge_slots - 1);

  while (self->edges[slot].key != 0 && self->edges[slot].key != key)
    slot = (slot + 1) & (self->n_edge_slots - 1);

  return slot;
}

static void
grow_edges (BayanLexicon *self)
{
  g_autofree Edge *old = self->edges;
  guint32 n_old = self->n_edge_slots;

  self->n_edge_slots *= 2;
  self->edges = g_new0 (Edge, self->n_edge_slots);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].key != 0)
      self->edges[find_edge_slot (self, old[i].key)] = old[i];
}

static guint32
intern_edge (BayanLexicon *self, guint32 node, guint32 word)
{
  guint64 key = (guint64) node << 32 | word;
  guint32 slot = find_edge_slot (self, key);
  guint32 no_match = 0;

  if (self->edges[slot].key != 0)
    return self->edges[slot].child;

  if (self->n_edges * 2 > self->n_edge_slots)
    {
      grow_edges (self);
      slot = find_edge_slot (self, key);
    }

  self->edges[slot].key = key;
  self->edges[slot].child = self->node_match->len;
  self->n_edges++;
  g_array_append_val (self->node_match, no_match);

  return self->edges[slot].child;
}

/* Takes @entity. @table must be a static string. Returns the entry's number. */
guint32
bayan_lexicon_add_entry (BayanLexicon *self, BayanEntity *entity, const char *table, guint flags)
{
  BayanLexiconEntry entry = { entity, table, flags };

  g_array_append_val (self->entries, entry);
  return self->entries->len - 1;
}

/* The trie's idea of a word: what stands between spaces, hyphens and slashes; quotes and brackets do not
 * count. */
static gboolean
is_separator (gunichar c)
{
  return c == ' ' || c == '-' || c == 0x2013 || c == 0x2011 || c == '/' || c == '"' || c == 0xAB || c == 0xBB
         || c == 0x201C || c == 0x201D || c == '(' || c == ')' || c == 0x060C || c == ',' || c == '.'
         || c == '\'';
}

/* Calls intern (or only find, when @make is FALSE) for each word of a folded phrase. Returns the last node, 0
 * where the phrase is empty or not there. */
static guint32
walk_phrase (BayanLexicon *self, const char *folded, gboolean make)
{
  guint32 node = BAYAN_LEXICON_ROOT;

  while (*folded != '\0')
    {
      const char *end = folded;
      guint32 word;

      while (*end != '\0' && !is_separator (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > folded)
        {
          word = make ? intern_word (self, folded, (gsize) (end - folded))
                      : bayan_lexicon_find_word (self, folded, (gsize) (end - folded));
          node = make ? intern_edge (self, node, word) : bayan_lexicon_step (self, node, word);
          if (node == 0)
            return 0;
        }
      folded = *end != '\0' ? g_utf8_next_char (end) : end;
    }

  return node == BAYAN_LEXICON_ROOT ? 0 : node;
}

/* Makes @phrase (in its usual spelling) another name of @entry. */
void
bayan_lexicon_add_phrase (BayanLexicon *self, const char *phrase, guint32 entry)
{
  g_autofree char *folded = bayan_fold (phrase, -1, BAYAN_FOLD_MATCH);
  guint32 node = walk_phrase (self, folded, TRUE);
  Match match = { entry, 0 };

  if (node == 0)
    return;

  match.next = g_array_index (self->node_match, guint32, node);
  for (guint32 m = match.next; m != 0; m = g_array_index (self->matches, Match, m).next)
    if (g_array_index (self->matches, Match, m).entry == entry)
      return;

  g_array_append_val (self->matches, match);
  g_array_index (self->node_match, guint32, node) = self->matches->len - 1;
}

void
bayan_lexicon_add_class (BayanLexicon *self, const char *word, BayanLexClass word_class)
{
  g_autofree char *folded = bayan_fold (word, -1, BAYAN_FOLD_MATCH);
  guint32 number = intern_word (self, folded, strlen (folded));

  g_array_index (self->classes, guint64, number) |= G_GUINT64_CONSTANT (1) << word_class;
}

/* The number of a folded word, 0 where the lexicon does not know it. */
guint32
bayan_lexicon_find_word (const BayanLexicon *self, const char *key, gsize length_bytes)
{
  return self->word_slots[find_word_slot (self, key, length_bytes)];
}

/* The same where the bayan_word_hash() of @key is known already. */
guint32
bayan_lexicon_find_hashed (const BayanLexicon *self, const char *key, gsize length_bytes, guint32 hash)
{
  return self->word_slots[find_hashed_slot (self, key, length_bytes, hash)];
}

/* The classes of a word as bits (1 << BayanLexClass); 0 for word 0. */
guint64
bayan_lexicon_get_classes (const BayanLexicon *self, guint32 word)
{
  return g_array_index (self->classes, guint64, word);
}

/* The node behind @node for @word, 0 where no phrase goes on so. */
guint32
bayan_lexicon_step (const BayanLexicon *self, guint32 node, guint32 word)
{
  const Edge *edge;

  if (word == 0)
    return 0;

  edge = &self->edges[find_edge_slot (self, (guint64) node << 32 | word)];
  return edge->key != 0 ? edge->child : 0;
}

/* Matches of the phrase that ends at @node, 0 for none; go on with bayan_lexicon_next_match(). */
guint32
bayan_lexicon_first_match (const BayanLexicon *self, guint32 node)
{
  return g_array_index (self->node_match, guint32, node);
}

guint32
bayan_lexicon_next_match (const BayanLexicon *self, guint32 match)
{
  return g_array_index (self->matches, Match, match).next;
}

guint32
bayan_lexicon_match_entry (const BayanLexicon *self, guint32 match)
{
  return g_array_index (self->matches, Match, match).entry;
}

const BayanLexiconEntry *
bayan_lexicon_get_entry (const BayanLexicon *self, guint32 entry)
{
  return &g_array_index (self->entries, BayanLexiconEntry, entry);
}

/* The trie node of @phrase, 0 where no phrase goes that way. */
guint32
bayan_lexicon_find_node (const BayanLexicon *self, const char *phrase)
{
  g_autofree char *folded = bayan_fold (phrase, -1, BAYAN_FOLD_MATCH);

  return walk_phrase ((BayanLexicon *) self, folded, FALSE);
}

/* What @phrase names as a @type; NULL where the lexicon has no such name. */
const BayanLexiconEntry *
bayan_lexicon_find_phrase (const BayanLexicon *self, const char *phrase, BayanMentionType type)
{
  guint32 node = bayan_lexicon_find_node (self, phrase);

  for (guint32 m = node != 0 ? bayan_lexicon_first_match (self, node) : 0; m != 0;
       m = bayan_lexicon_next_match (self, m))
    {
      const BayanLexiconEntry *entry = bayan_lexicon_get_entry (self, bayan_lexicon_match_entry (self, m));

      if (entry->entity->type == type)
        return entry;
    }

  return NULL;
}

guint
bayan_lexicon_get_n_entries (const BayanLexicon *self)
{
  return self->entries->len - 1;
}
