/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-lexicon.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-lexicon-probe.h"
#include "bayan-words.h"

/* By so many words a name is longer than what is looked for in it. */
#define LONGER_WORDS_MAX 5

G_DEFINE_QUARK (bayan - recognise - error - quark, bayan_recognise_error)

static const gsize element_sizes[BAYAN_LEXICON_N_SECTIONS] = {
  sizeof (guint32),
  sizeof (BayanLexiconWord),
  sizeof (BayanLexiconEdge),
  sizeof (BayanLexiconNode),
  sizeof (BayanLexiconMatch),
  sizeof (BayanLexiconRecord),
  sizeof (BayanLexiconBrief),
  sizeof (guint32),
  sizeof (BayanLexiconPost),
  sizeof (BayanLexiconHolder),
  sizeof (BayanLexiconSpelling),
  sizeof (char),
};

/* Four lanes, so that a multiplication need not wait for the one before it. */
guint64
bayan_lexicon_hash_bytes (const guint8 *bytes, gsize length_bytes)
{
  const guint64 factor = G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  guint64 lanes[4] = { 1, 2, 3, length_bytes }, hash = 0;

  for (; length_bytes >= sizeof lanes; bytes += sizeof lanes, length_bytes -= sizeof lanes)
    for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
      {
        guint64 part;

        memcpy (&part, bytes + i * sizeof part, sizeof part);
        lanes[i] = (lanes[i] ^ part) * factor;
        lanes[i] ^= lanes[i] >> 32;
      }
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    hash = ((hash ^ lanes[i]) * factor) ^ hash >> 29;
  for (; length_bytes > 0; length_bytes--)
    hash = ((hash ^ *bytes++) * factor) ^ hash >> 29;

  return hash;
}

static gboolean
check_header (const BayanLexiconHeader *header, gsize length_bytes, GError **error)
{
  const gsize hashed = G_STRUCT_OFFSET (BayanLexiconHeader, length_bytes);

  if (length_bytes < sizeof *header || memcmp (header->magic, BAYAN_LEXICON_MAGIC, sizeof header->magic) != 0)
    {
      g_set_error (error, BAYAN_RECOGNISE_ERROR, BAYAN_RECOGNISE_ERROR_DAMAGED,
                   "this is no compiled lexicon");
      return FALSE;
    }
  if (header->byte_order != BAYAN_LEXICON_BYTE_ORDER || header->version != BAYAN_LEXICON_VERSION)
    {
      g_set_error (error, BAYAN_RECOGNISE_ERROR, BAYAN_RECOGNISE_ERROR_VERSION,
                   "compiled for another program or another machine (version %u)", header->version);
      return FALSE;
    }
  if (header->length_bytes != length_bytes
      || header->hash != bayan_lexicon_hash_bytes ((const guint8 *) header + hashed, length_bytes - hashed))
    {
      g_set_error (error, BAYAN_RECOGNISE_ERROR, BAYAN_RECOGNISE_ERROR_DAMAGED,
                   "the compiled lexicon is damaged");
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_power_of_two (guint32 n)
{
  return n != 0 && (n & (n - 1)) == 0;
}

/* The hash has said that these are the bytes that were compiled; so no array can reach beyond them either, unless it was
 * compiled so. */
static gboolean
check_sections (const BayanLexiconHeader *header, gsize length_bytes, GError **error)
{
  const BayanLexiconSection *sections = header->sections;
  gboolean good = is_power_of_two (sections[BAYAN_LEXICON_SLOTS].n_elements)
                  && is_power_of_two (sections[BAYAN_LEXICON_EDGES].n_elements)
                  && sections[BAYAN_LEXICON_NODES].n_elements > BAYAN_LEXICON_ROOT;

  for (guint i = 0; i < BAYAN_LEXICON_N_SECTIONS; i++)
    good &= sections[i].n_elements > 0 && sections[i].start_bytes % BAYAN_LEXICON_ALIGNMENT == 0
            && sections[i].start_bytes <= length_bytes
            && sections[i].n_elements <= (length_bytes - sections[i].start_bytes) / element_sizes[i];
  good &= sections[BAYAN_LEXICON_BRIEFS].n_elements == sections[BAYAN_LEXICON_ENTRIES].n_elements
          && sections[BAYAN_LEXICON_TABLES].n_elements <= BAYAN_LEXICON_TABLES_MAX + 1;
  if (!good)
    g_set_error (error, BAYAN_RECOGNISE_ERROR, BAYAN_RECOGNISE_ERROR_DAMAGED,
                 "the compiled lexicon has arrays that do not fit into it");

  return good;
}

static gconstpointer
section (const BayanLexiconHeader *header, BayanLexiconSectionName name)
{
  return (const char *) header + header->sections[name].start_bytes;
}

static void
read_tables (BayanLexicon *self)
{
  const guint32 *names = section (self->header, BAYAN_LEXICON_TABLES);

  for (guint i = 0; i < self->header->sections[BAYAN_LEXICON_TABLES].n_elements; i++)
    self->tables[i] = g_intern_string (self->strings + names[i]);
}

/**
 * bayan_lexicon_new:
 * @compiled: of bayan_lexicon_builder_compile(); kept, never copied: of a mapped file only those pages are read that are
 *   needed, and every process that maps it shares them
 *
 * Returns: (transfer full): the lexicon; %NULL with an error of %BAYAN_RECOGNISE_ERROR if @compiled is anything but what
 *   was compiled, down to the last bit
 */
BayanLexicon *
bayan_lexicon_new (GBytes *compiled, GError **error)
{
  gsize length_bytes;
  const BayanLexiconHeader *header = g_bytes_get_data (compiled, &length_bytes);
  BayanLexicon *self;

  if (!check_header (header, length_bytes, error) || !check_sections (header, length_bytes, error))
    return NULL;

  self = g_new0 (BayanLexicon, 1);
  self->compiled = g_bytes_ref (compiled);
  self->header = header;
  self->slots = section (header, BAYAN_LEXICON_SLOTS);
  self->slot_mask = header->sections[BAYAN_LEXICON_SLOTS].n_elements - 1;
  self->words = section (header, BAYAN_LEXICON_WORDS);
  self->edges = section (header, BAYAN_LEXICON_EDGES);
  self->edge_mask = header->sections[BAYAN_LEXICON_EDGES].n_elements - 1;
  self->nodes = section (header, BAYAN_LEXICON_NODES);
  self->matches = section (header, BAYAN_LEXICON_MATCHES);
  self->records = section (header, BAYAN_LEXICON_ENTRIES);
  self->strings = section (header, BAYAN_LEXICON_STRINGS);
  self->briefs = section (header, BAYAN_LEXICON_BRIEFS);
  read_tables (self);
  self->n_entries = header->sections[BAYAN_LEXICON_ENTRIES].n_elements;
  self->entries = g_new0 (BayanLexiconEntry, self->n_entries);
  g_mutex_init (&self->lock);

  return self;
}

void
bayan_lexicon_free (BayanLexicon *self)
{
  for (guint32 i = 1; i < self->n_entries; i++)
    g_clear_pointer (&self->entries[i].entity, bayan_entity_free);
  g_free (self->entries);
  g_mutex_clear (&self->lock);
  g_bytes_unref (self->compiled);
  g_free (self);
}

/* What tells this lexicon from every other one. */
guint64
bayan_lexicon_get_hash (const BayanLexicon *self)
{
  return self->header->hash;
}

/* What stands between the words of a phrase: spaces, hyphens and slashes; quotes and brackets do not count. */
static gboolean
is_separator (gunichar c)
{
  return c == ' ' || c == '-' || c == 0x2013 || c == 0x2011 || c == '/' || c == '"' || c == 0xAB || c == 0xBB
         || c == 0x201C || c == 0x201D || c == '(' || c == ')' || c == 0x060C || c == ',' || c == '.'
         || c == '\'';
}

/* Returns: the next word of a phrase, and moves @folded behind it; %NULL at its end */
const char *
bayan_lexicon_next_word (const char **folded, gsize *length_bytes)
{
  const char *start = *folded, *end;

  while (*start != '\0' && is_separator (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  for (end = start; *end != '\0' && !is_separator (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    ;
  *folded = end;
  *length_bytes = (gsize) (end - start);

  return end > start ? start : NULL;
}

/* The number of a folded word, 0 where the lexicon does not know it. */
guint32
bayan_lexicon_find_word (const BayanLexicon *self, const char *key, gsize length_bytes)
{
  return bayan_lexicon_find_hashed (self, key, length_bytes, bayan_word_hash (key, length_bytes));
}

/* The same where the bayan_word_hash() of @key is known already. */
guint32
bayan_lexicon_find_hashed (const BayanLexicon *self, const char *key, gsize length_bytes, guint32 hash)
{
  for (guint32 at = hash & self->slot_mask; self->slots[at] != 0; at = (at + 1) & self->slot_mask)
    {
      guint32 number = self->slots[at] & BAYAN_LEXICON_NUMBER_MASK;

      if (self->slots[at] == bayan_lexicon_make_slot (number, hash)
          && self->words[number].length_bytes == length_bytes
          && memcmp (self->strings + self->words[number].key, key, length_bytes) == 0)
        return number;
    }

  return 0;
}

/* The classes of a word as bits (1 << BayanLexClass); 0 for word 0. */
guint64
bayan_lexicon_get_classes (const BayanLexicon *self, guint32 word)
{
  return self->words[word].classes;
}

/* The node behind @node for @word, 0 where no phrase goes on so. */
guint32
bayan_lexicon_step (const BayanLexicon *self, guint32 node, guint32 word)
{
  const BayanLexiconEdge *edge;

  if (word == 0)
    return 0;
  if (node == BAYAN_LEXICON_ROOT)
    return self->words[word].node;
  edge = bayan_lexicon_probe_find_edge (self, node, word);
  return edge != NULL ? edge->child : 0;
}

/* Matches of the phrase that ends at @node, 0 for none; go on with bayan_lexicon_next_match(). */
guint32
bayan_lexicon_first_match (const BayanLexicon *self, guint32 node)
{
  return self->nodes[node].match;
}

guint32
bayan_lexicon_next_match (const BayanLexicon *self, guint32 match)
{
  return bayan_lexicon_probe_next (self, match);
}

guint32
bayan_lexicon_match_entry (const BayanLexicon *self, guint32 match)
{
  return bayan_lexicon_probe_entry (self, match);
}

/* BayanEntryFlags of @entry, for less than the entry; 0 for entry 0. */
guint
bayan_lexicon_get_flags (const BayanLexicon *self, guint32 entry)
{
  return self->briefs[entry].flags;
}

/* No node is as high. */
guint32
bayan_lexicon_get_n_nodes (const BayanLexicon *self)
{
  return self->header->sections[BAYAN_LEXICON_NODES].n_elements;
}

static const char *
string_or_null (const BayanLexicon *self, guint32 start)
{
  return start != 0 ? self->strings + start : NULL;
}

/* Countries have three letters. */
static guint32
pack_country (const char *iso3)
{
  guint32 packed = 0;

  for (guint i = 0; iso3 != NULL && i < sizeof packed && iso3[i] != '\0'; i++)
    packed = packed << 8 | (guchar) iso3[i];
  return packed;
}

static void
fill_entry (const BayanLexicon *self, guint32 number)
{
  const BayanLexiconRecord *record = &self->records[number];
  const BayanLexiconBrief *brief = &self->briefs[number];
  BayanLexiconEntry *entry = &self->entries[number];
  GMutex *lock = (GMutex *) &self->lock;
  BayanEntity *entity;

  g_mutex_lock (lock);
  if (entry->entity == NULL)
    {
      entity = bayan_entity_new (self->strings + record->key, brief->type);
      entity->name_ar = g_strdup (string_or_null (self, record->name_ar));
      entity->name_en = g_strdup (string_or_null (self, record->name_en));
      entity->iso3 = g_strdup (string_or_null (self, record->iso3));
      entity->latitude = record->latitude;
      entity->longitude = record->longitude;
      entry->key_hash = bayan_word_hash (entity->key, strlen (entity->key));
      entry->country = pack_country (entity->iso3);
      entry->type = entity->type;
      entry->table = self->tables[brief->table];
      entry->flags = brief->flags;
      __atomic_store_n (&entry->entity, entity, __ATOMIC_RELEASE);
    }
  g_mutex_unlock (lock);
}

const BayanLexiconEntry *
bayan_lexicon_get_entry (const BayanLexicon *self, guint32 entry)
{
  if (G_UNLIKELY (__atomic_load_n (&self->entries[entry].entity, __ATOMIC_ACQUIRE) == NULL) && entry != 0)
    fill_entry (self, entry);

  return &self->entries[entry];
}

/* The key of the entity of @entry; NULL for entry 0 */
const char *
bayan_lexicon_get_key (const BayanLexicon *self, guint32 entry)
{
  return entry != 0 ? bayan_lexicon_get_entry (self, entry)->entity->key : NULL;
}

/* The trie node of @phrase, 0 where no phrase goes that way. */
guint32
bayan_lexicon_find_node (const BayanLexicon *self, const char *phrase)
{
  g_autofree char *folded = bayan_fold (phrase, -1, BAYAN_FOLD_MATCH);
  const char *at = folded, *word;
  guint32 node = BAYAN_LEXICON_ROOT;
  gsize length_bytes;

  while (node != 0 && (word = bayan_lexicon_next_word (&at, &length_bytes)) != NULL)
    node = bayan_lexicon_step (self, node, bayan_lexicon_find_word (self, word, length_bytes));

  return node == BAYAN_LEXICON_ROOT ? 0 : node;
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

/* The first entry of the entity whose key is @scheme and @id, 0 for none. States come first, and are found fast. */
guint32
bayan_lexicon_find_key (const BayanLexicon *self, const char *scheme, const char *id)
{
  gsize length = strlen (scheme);

  for (guint32 i = 1; id != NULL && i < self->n_entries; i++)
    {
      const char *key = self->strings + self->records[i].key;

      if (strncmp (key, scheme, length) == 0 && strcmp (key + length, id) == 0)
        return i;
    }
  return 0;
}

/* The arrays of bayan-lexicon-format.h, whose element 0 is unused, and what their strings say. Private to this room. */
const BayanLexiconPost *
bayan_lexicon_get_posts (const BayanLexicon *self, guint *n_posts)
{
  *n_posts = self->header->sections[BAYAN_LEXICON_POSTS].n_elements;
  return section (self->header, BAYAN_LEXICON_POSTS);
}

const BayanLexiconHolder *
bayan_lexicon_get_holders (const BayanLexicon *self, guint *n_holders)
{
  *n_holders = self->header->sections[BAYAN_LEXICON_HOLDERS].n_elements;
  return section (self->header, BAYAN_LEXICON_HOLDERS);
}

const BayanLexiconSpelling *
bayan_lexicon_get_spellings (const BayanLexicon *self, guint *n_spellings)
{
  *n_spellings = self->header->sections[BAYAN_LEXICON_SPELLINGS].n_elements;
  return section (self->header, BAYAN_LEXICON_SPELLINGS);
}

const char *
bayan_lexicon_get_string (const BayanLexicon *self, guint32 start)
{
  return self->strings + start;
}

/* An entry whose phrase goes on from @node by at most @depth words; 0 for none. */
static guint32
find_below (const BayanLexicon *self, guint32 node, guint depth)
{
  for (guint32 at = 0; depth > 0 && self->nodes[node].words != 0 && at <= self->edge_mask; at++)
    {
      guint32 child = self->edges[at].word != 0 && self->edges[at].node == node ? self->edges[at].child : 0;
      guint32 found = child == 0 ? 0
                      : self->nodes[child].match != 0
                          ? bayan_lexicon_match_entry (self, self->nodes[child].match)
                          : find_below (self, child, depth - 1);

      if (found != 0)
        return found;
    }
  return 0;
}

static guint32
step_phrase (const BayanLexicon *self, guint32 node, const char *folded)
{
  const char *word;
  gsize length_bytes;

  while (node != 0 && (word = bayan_lexicon_next_word (&folded, &length_bytes)) != NULL)
    node = bayan_lexicon_step (self, node, bayan_lexicon_find_word (self, word, length_bytes));
  return node;
}

/**
 * bayan_lexicon_find_longer:
 *
 * Looks through all there is: for one question of a person, not for a text.
 *
 * Returns: an entry whose name holds @phrase, and more; 0 for none
 */
guint32
bayan_lexicon_find_longer (const BayanLexicon *self, const char *phrase)
{
  g_autofree char *folded = bayan_fold (phrase, -1, BAYAN_FOLD_MATCH);
  const char *at = folded;
  gsize length_bytes;
  const char *first = bayan_lexicon_next_word (&at, &length_bytes);
  guint32 word = first != NULL ? bayan_lexicon_find_word (self, first, length_bytes) : 0;
  guint32 node = word != 0 ? step_phrase (self, BAYAN_LEXICON_ROOT, folded) : 0;
  guint32 found = node != 0 ? find_below (self, node, LONGER_WORDS_MAX) : 0;

  for (guint32 edge = 0; word != 0 && found == 0 && edge <= self->edge_mask; edge++)
    {
      if (self->edges[edge].word != word)
        continue;
      node = step_phrase (self, self->edges[edge].child, at);
      if (node != 0)
        found = self->nodes[node].match != 0 ? bayan_lexicon_match_entry (self, self->nodes[node].match)
                                             : find_below (self, node, LONGER_WORDS_MAX);
    }
  return found;
}
