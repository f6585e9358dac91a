/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-lexicon-builder.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-lexicon-format.h"
#include "bayan-person-spelling.h"
#include "bayan-words.h"

typedef struct {
  char *key;
  guint64 classes;
  guint32 node;
} Word;

typedef struct {
  BayanEntity *entity;
  guint table; /* in the tables */
  guint flags;
} Entry;

struct _BayanLexiconBuilder {
  GHashTable *numbers; /* the key of a word, owned by it → its number */
  GArray *words;       /* of Word; [0] is unused, as in all of these */
  GPtrArray *edges;    /* of BayanLexiconEdge, but those of the root */
  GHashTable *edge_set;
  GArray *nodes;             /* of guint32: first match of each; [1] is the root */
  GArray *matches;           /* of BayanLexiconMatch */
  GArray *entries;           /* of Entry */
  GPtrArray *tables;         /* of static strings: each once */
  GHashTable *entry_numbers; /* the key of an entity, owned by it → the first entry of it */
  GArray *posts;             /* of Post; these three are sorted when they are compiled */
  GArray *holders;           /* of BayanLexiconHolder, but for @office: an interned string's quark */
  GArray *spellings;         /* of Spelling */
};

typedef struct {
  char *words;
  const char *office, *name_ar, *name_en; /* interned */
  guint32 of;
} Post;

typedef struct {
  char *sound, *name;
  guint32 entry;
} Spelling;

static void
clear_post (Post *post)
{
  g_free (post->words);
}

static void
clear_spelling (Spelling *spelling)
{
  g_free (spelling->sound);
  g_free (spelling->name);
}

static guint
hash_edge (gconstpointer data)
{
  const BayanLexiconEdge *edge = data;

  return bayan_lexicon_hash_edge (edge->node, edge->word);
}

static gboolean
is_same_edge (gconstpointer a, gconstpointer b)
{
  const BayanLexiconEdge *edge = a, *other = b;

  return edge->node == other->node && edge->word == other->word;
}

static void
clear_word (Word *word)
{
  g_free (word->key);
}

static void
clear_entry (Entry *entry)
{
  g_clear_pointer (&entry->entity, bayan_entity_free);
}

static GArray *
make_array (guint element_size, guint n_elements)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);

  g_array_set_size (array, n_elements);
  return array;
}

BayanLexiconBuilder *
bayan_lexicon_builder_new (void)
{
  BayanLexiconBuilder *self = g_new0 (BayanLexiconBuilder, 1);

  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->edges = g_ptr_array_new_with_free_func (g_free);
  self->edge_set = g_hash_table_new (hash_edge, is_same_edge);
  self->words = make_array (sizeof (Word), 1);
  self->nodes = make_array (sizeof (BayanLexiconNode), BAYAN_LEXICON_ROOT + 1);
  self->matches = make_array (sizeof (BayanLexiconMatch), 1);
  self->entries = make_array (sizeof (Entry), 1);
  self->tables = g_ptr_array_new ();
  self->entry_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->posts = make_array (sizeof (Post), 0);
  self->holders = make_array (sizeof (BayanLexiconHolder), 1);
  self->spellings = make_array (sizeof (Spelling), 0);
  g_array_set_clear_func (self->words, (GDestroyNotify) clear_word);
  g_array_set_clear_func (self->entries, (GDestroyNotify) clear_entry);
  g_array_set_clear_func (self->posts, (GDestroyNotify) clear_post);
  g_array_set_clear_func (self->spellings, (GDestroyNotify) clear_spelling);

  return self;
}

void
bayan_lexicon_builder_free (BayanLexiconBuilder *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->edge_set);
  g_ptr_array_unref (self->edges);
  g_hash_table_unref (self->entry_numbers);
  g_array_unref (self->posts);
  g_array_unref (self->holders);
  g_array_unref (self->spellings);
  g_array_unref (self->words);
  g_array_unref (self->nodes);
  g_array_unref (self->matches);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

static guint32
intern_word (BayanLexiconBuilder *self, const char *key, gsize length_bytes)
{
  g_autofree char *copy = g_strndup (key, length_bytes);
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, copy));
  Word word = { copy, 0, 0 };

  if (number != 0)
    return number;

  number = self->words->len;
  g_hash_table_insert (self->numbers, g_steal_pointer (&copy), GUINT_TO_POINTER (number));
  g_array_append_val (self->words, word);
  return number;
}

static BayanLexiconNode *
get_node (const BayanLexiconBuilder *self, guint32 node)
{
  return &g_array_index (self->nodes, BayanLexiconNode, node);
}

static guint32
add_node (BayanLexiconBuilder *self)
{
  g_array_set_size (self->nodes, self->nodes->len + 1);
  return self->nodes->len - 1;
}

static guint32
intern_edge (BayanLexiconBuilder *self, guint32 node, guint32 word)
{
  BayanLexiconEdge key = { .node = node, .word = word };
  guint32 *of_root = &g_array_index (self->words, Word, word).node;
  BayanLexiconEdge *edge;

  if (node == BAYAN_LEXICON_ROOT)
    {
      if (*of_root == 0)
        *of_root = add_node (self);
      return *of_root;
    }

  edge = g_hash_table_lookup (self->edge_set, &key);
  if (edge == NULL)
    {
      key.child = add_node (self);
      get_node (self, node)->words |= bayan_lexicon_word_bit (word);
      edge = g_memdup2 (&key, sizeof key);
      g_ptr_array_add (self->edges, edge);
      g_hash_table_add (self->edge_set, edge);
    }
  return edge->child;
}

static guint
intern_table (BayanLexiconBuilder *self, const char *table)
{
  const char *name = g_intern_string (table);
  guint index;

  if (!g_ptr_array_find (self->tables, name, &index))
    {
      index = self->tables->len;
      g_ptr_array_add (self->tables, (gpointer) name);
    }
  return index;
}

/* Takes @entity. Returns the entry's number. */
guint32
bayan_lexicon_builder_add_entry (BayanLexiconBuilder *self, BayanEntity *entity, const char *table,
                                 guint flags)
{
  Entry entry = { entity, intern_table (self, table), flags };

  g_array_append_val (self->entries, entry);
  if (!g_hash_table_contains (self->entry_numbers, entity->key))
    g_hash_table_insert (self->entry_numbers, entity->key, GUINT_TO_POINTER (self->entries->len - 1));
  return self->entries->len - 1;
}

static guint32
find_entry (const BayanLexiconBuilder *self, const char *key)
{
  return key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->entry_numbers, key)) : 0;
}

/* Folded, with one space between the words. */
static char *
fold_words (const char *words)
{
  g_autofree char *folded = bayan_fold (words, -1, BAYAN_FOLD_MATCH);
  const char *at = folded, *word;
  GString *line = g_string_new (NULL);
  gsize length_bytes;

  while ((word = bayan_lexicon_next_word (&at, &length_bytes)) != NULL)
    {
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append_len (line, word, (gssize) length_bytes);
    }
  return g_string_free (line, FALSE);
}

/* Makes @words another name of @office. @names: Arabic and English, to be shown. @of_key: (nullable): of the state or body
 * that the words imply, which is an entry already */
void
bayan_lexicon_builder_add_post (BayanLexiconBuilder *self, const char *words, const char *office,
                                const char *const names[2], const char *of_key)
{
  Post post = { fold_words (words), g_intern_string (office), g_intern_string (names[0]),
                g_intern_string (names[1]), find_entry (self, of_key) };

  g_array_append_val (self->posts, post);
}

/* @dates: YYYYMMDD of the first and the last day. Returns: FALSE if one of the keys is of no entry */
gboolean
bayan_lexicon_builder_add_holder (BayanLexiconBuilder *self, const char *person_key, const char *office,
                                  const char *of_key, const guint32 dates[2], gboolean is_open)
{
  BayanLexiconHolder holder = { .person = find_entry (self, person_key),
                                .of = find_entry (self, of_key),
                                .office = g_quark_from_string (office),
                                .from = dates[0],
                                .to = dates[1],
                                .is_open = is_open };

  if (holder.person == 0 || holder.of == 0)
    return FALSE;
  g_array_append_val (self->holders, holder);
  return TRUE;
}

/* A name of one word says too little of whose it is: it is passed over. */
void
bayan_lexicon_builder_add_spelling (BayanLexiconBuilder *self, const char *name, guint32 entry)
{
  g_autoptr (BayanPersonSpelling) spelling = bayan_person_spelling_new (name, -1);
  Spelling added = { NULL, NULL, entry };

  if (spelling->n_words < 2)
    return;
  added.sound = bayan_person_spelling_dup_sound (spelling);
  added.name = g_strdup (name);
  g_array_append_val (self->spellings, added);
}

/* Makes @phrase (in its usual spelling) another name of @entry. */
void
bayan_lexicon_builder_add_phrase (BayanLexiconBuilder *self, const char *phrase, guint32 entry)
{
  g_autofree char *folded = bayan_fold (phrase, -1, BAYAN_FOLD_MATCH);
  const char *at = folded, *word;
  guint32 node = BAYAN_LEXICON_ROOT;
  BayanLexiconMatch match = { entry, 0 };
  gsize length_bytes;

  while ((word = bayan_lexicon_next_word (&at, &length_bytes)) != NULL)
    node = intern_edge (self, node, intern_word (self, word, length_bytes));
  if (node == BAYAN_LEXICON_ROOT)
    return;

  match.next = get_node (self, node)->match;
  for (guint32 m = match.next; m != 0; m = g_array_index (self->matches, BayanLexiconMatch, m).next)
    if (g_array_index (self->matches, BayanLexiconMatch, m).entry == entry)
      return;

  g_array_append_val (self->matches, match);
  get_node (self, node)->match = self->matches->len - 1;
}

void
bayan_lexicon_builder_add_class (BayanLexiconBuilder *self, const char *word, BayanLexClass word_class)
{
  g_autofree char *folded = bayan_fold (word, -1, BAYAN_FOLD_MATCH);
  guint32 number = intern_word (self, folded, strlen (folded));

  g_array_index (self->words, Word, number).classes |= G_GUINT64_CONSTANT (1) << word_class;
}

/* The node of a phrase, 0 where no phrase goes that way. */
static guint32
find_node (const BayanLexiconBuilder *self, const char *phrase)
{
  g_autofree char *folded = bayan_fold (phrase, -1, BAYAN_FOLD_MATCH);
  const char *at = folded, *word;
  guint32 node = BAYAN_LEXICON_ROOT;
  gsize length_bytes;

  while (node != 0 && (word = bayan_lexicon_next_word (&at, &length_bytes)) != NULL)
    {
      g_autofree char *key = g_strndup (word, length_bytes);
      guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
      BayanLexiconEdge step = { .node = node, .word = number };
      const BayanLexiconEdge *edge = g_hash_table_lookup (self->edge_set, &step);

      if (node == BAYAN_LEXICON_ROOT)
        node = g_array_index (self->words, Word, number).node;
      else
        node = edge != NULL ? edge->child : 0;
    }

  return node == BAYAN_LEXICON_ROOT ? 0 : node;
}

/* TRUE if @phrase names something of @type. */
gboolean
bayan_lexicon_builder_has_phrase (const BayanLexiconBuilder *self, const char *phrase, BayanMentionType type)
{
  guint32 m = get_node (self, find_node (self, phrase))->match;

  for (; m != 0; m = g_array_index (self->matches, BayanLexiconMatch, m).next)
    {
      guint32 entry = g_array_index (self->matches, BayanLexiconMatch, m).entry;

      if (g_array_index (self->entries, Entry, entry).entity->type == type)
        return TRUE;
    }

  return FALSE;
}

/* Compiling */

typedef struct {
  GByteArray *bytes;
  BayanLexiconHeader header;
  GByteArray *strings;
  GHashTable *string_starts; /* string → where it starts */
} Compiler;

static void
append_section (Compiler *self, BayanLexiconSectionName name, gconstpointer elements, guint n_elements,
                gsize element_size)
{
  static const guint8 padding[BAYAN_LEXICON_ALIGNMENT] = { 0 };
  guint past = self->bytes->len % BAYAN_LEXICON_ALIGNMENT;

  g_byte_array_append (self->bytes, padding, (BAYAN_LEXICON_ALIGNMENT - past) % BAYAN_LEXICON_ALIGNMENT);
  self->header.sections[name] = (BayanLexiconSection) { self->bytes->len, n_elements };
  g_byte_array_append (self->bytes, elements, (guint) (n_elements * element_size));
}

/* Each string once, with its NUL. */
static guint32
put_string (Compiler *self, const char *string)
{
  guint32 start = self->strings->len;

  if (string == NULL)
    return 0;
  if (g_hash_table_contains (self->string_starts, string))
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->string_starts, string));
  g_hash_table_insert (self->string_starts, (gpointer) string, GUINT_TO_POINTER (start));
  g_byte_array_append (self->strings, (const guint8 *) string, (guint) strlen (string) + 1);
  return start;
}

/* A table of at most half that is full. */
static guint32
n_slots_for (guint32 n)
{
  guint32 n_slots = 16;

  while (n_slots < 2 * n)
    n_slots *= 2;
  return n_slots;
}

static void
append_words (Compiler *self, const BayanLexiconBuilder *builder)
{
  guint32 n = builder->words->len, n_slots = n_slots_for (n);
  g_autofree guint32 *slots = g_new0 (guint32, n_slots);
  g_autofree BayanLexiconWord *words = g_new0 (BayanLexiconWord, n);

  for (guint32 i = 1; i < n; i++)
    {
      const Word *word = &g_array_index (builder->words, Word, i);
      gsize length_bytes = strlen (word->key);
      guint32 hash = bayan_word_hash (word->key, length_bytes), slot = hash & (n_slots - 1);

      words[i] = (BayanLexiconWord) { word->classes, put_string (self, word->key), (guint32) length_bytes,
                                      word->node, 0 };
      while (slots[slot] != 0)
        slot = (slot + 1) & (n_slots - 1);
      slots[slot] = bayan_lexicon_make_slot (i, hash);
    }
  append_section (self, BAYAN_LEXICON_SLOTS, slots, n_slots, sizeof *slots);
  append_section (self, BAYAN_LEXICON_WORDS, words, n, sizeof *words);
}

/* The nodes as they are compiled */
static BayanLexiconNode *
make_nodes (const BayanLexiconBuilder *builder)
{
  const BayanLexiconMatch *matches = (const BayanLexiconMatch *) builder->matches->data;
  BayanLexiconNode *nodes = g_memdup2 (builder->nodes->data, builder->nodes->len * sizeof *nodes);

  for (guint i = 0; i < builder->nodes->len; i++)
    if (nodes[i].match != 0 && matches[nodes[i].match].next == 0)
      nodes[i].match = matches[nodes[i].match].entry | BAYAN_LEXICON_ONLY_ENTRY;
  return nodes;
}

static void
append_edges (Compiler *self, const BayanLexiconBuilder *builder, const BayanLexiconNode *nodes)
{
  guint32 n_slots = n_slots_for (builder->edges->len);
  g_autofree BayanLexiconEdge *edges = g_new0 (BayanLexiconEdge, n_slots);

  for (guint i = 0; i < builder->edges->len; i++)
    {
      const BayanLexiconEdge *edge = g_ptr_array_index (builder->edges, i);
      guint32 slot = bayan_lexicon_hash_edge (edge->node, edge->word) & (n_slots - 1);

      while (edges[slot].word != 0)
        slot = (slot + 1) & (n_slots - 1);
      edges[slot] = *edge;
      edges[slot].match = nodes[edge->child].match;
      edges[slot].words = nodes[edge->child].words;
    }
  append_section (self, BAYAN_LEXICON_EDGES, edges, n_slots, sizeof *edges);
}

static void
append_entries (Compiler *self, const BayanLexiconBuilder *builder)
{
  guint32 n = builder->entries->len;
  g_autofree BayanLexiconRecord *records = g_new0 (BayanLexiconRecord, n);
  g_autofree BayanLexiconBrief *briefs = g_new0 (BayanLexiconBrief, n);

  for (guint32 i = 1; i < n; i++)
    {
      const Entry *entry = &g_array_index (builder->entries, Entry, i);
      const BayanEntity *entity = entry->entity;

      records[i] = (BayanLexiconRecord) { .key = put_string (self, entity->key),
                                          .name_ar = put_string (self, entity->name_ar),
                                          .name_en = put_string (self, entity->name_en),
                                          .iso3 = put_string (self, entity->iso3),
                                          .latitude = entity->latitude,
                                          .longitude = entity->longitude };
      briefs[i] = (BayanLexiconBrief) { .key = records[i].key,
                                        .flags = (guint16) entry->flags,
                                        .type = (guint8) entity->type,
                                        .table = (guint8) entry->table };
    }
  append_section (self, BAYAN_LEXICON_ENTRIES, records, n, sizeof *records);
  append_section (self, BAYAN_LEXICON_BRIEFS, briefs, n, sizeof *briefs);
}

static void
append_tables (Compiler *self, const BayanLexiconBuilder *builder)
{
  guint n = builder->tables->len;
  g_autofree guint32 *names = g_new0 (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = put_string (self, builder->tables->pdata[i]);
  append_section (self, BAYAN_LEXICON_TABLES, names, n + 1, sizeof *names);
}

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Post *) a)->words, ((const Post *) b)->words);
}

static void
append_posts (Compiler *self, const BayanLexiconBuilder *builder)
{
  guint32 n = builder->posts->len + 1;
  g_autofree BayanLexiconPost *posts = g_new0 (BayanLexiconPost, n);

  g_array_sort (builder->posts, compare_posts);
  for (guint32 i = 1; i < n; i++)
    {
      const Post *post = &g_array_index (builder->posts, Post, i - 1);

      posts[i] = (BayanLexiconPost) { put_string (self, post->words), put_string (self, post->office),
                                      put_string (self, post->name_ar), put_string (self, post->name_en),
                                      post->of };
    }
  append_section (self, BAYAN_LEXICON_POSTS, posts, n, sizeof *posts);
}

static void
append_holders (Compiler *self, const BayanLexiconBuilder *builder)
{
  g_autoptr (GArray) holders = g_array_copy (builder->holders);

  for (guint32 i = 1; i < holders->len; i++)
    {
      BayanLexiconHolder *holder = &g_array_index (holders, BayanLexiconHolder, i);

      holder->office = put_string (self, g_quark_to_string (holder->office));
    }
  append_section (self, BAYAN_LEXICON_HOLDERS, holders->data, holders->len, sizeof (BayanLexiconHolder));
}

static int
compare_spellings (gconstpointer a, gconstpointer b)
{
  const Spelling *one = a, *other = b;
  int by_sound = strcmp (one->sound, other->sound);

  return by_sound != 0 ? by_sound : (one->entry > other->entry) - (one->entry < other->entry);
}

static void
append_spellings (Compiler *self, const BayanLexiconBuilder *builder)
{
  guint32 n = builder->spellings->len + 1;
  g_autofree BayanLexiconSpelling *spellings = g_new0 (BayanLexiconSpelling, n);

  g_array_sort (builder->spellings, compare_spellings);
  for (guint32 i = 1; i < n; i++)
    {
      const Spelling *spelling = &g_array_index (builder->spellings, Spelling, i - 1);

      spellings[i] = (BayanLexiconSpelling) { put_string (self, spelling->sound),
                                              put_string (self, spelling->name), spelling->entry };
    }
  append_section (self, BAYAN_LEXICON_SPELLINGS, spellings, n, sizeof *spellings);
}

/**
 * bayan_lexicon_builder_compile:
 *
 * Returns: (transfer full): what bayan_lexicon_new() reads; the same bytes for what was added in the same order
 */
GBytes *
bayan_lexicon_builder_compile (const BayanLexiconBuilder *self)
{
  g_autoptr (GByteArray) strings = g_byte_array_new ();
  g_autoptr (GHashTable) string_starts = g_hash_table_new (g_str_hash, g_str_equal);
  GByteArray *bytes = g_byte_array_new ();
  Compiler compiler = { .bytes = bytes, .strings = strings, .string_starts = string_starts };
  BayanLexiconHeader *header = &compiler.header;
  g_autofree BayanLexiconNode *nodes = NULL;
  const gsize hashed = G_STRUCT_OFFSET (BayanLexiconHeader, length_bytes);

  g_return_val_if_fail (self->words->len <= BAYAN_LEXICON_NUMBER_MASK, NULL);
  g_return_val_if_fail (self->tables->len <= BAYAN_LEXICON_TABLES_MAX, NULL);
  memcpy (header->magic, BAYAN_LEXICON_MAGIC, sizeof header->magic);
  header->byte_order = BAYAN_LEXICON_BYTE_ORDER;
  header->version = BAYAN_LEXICON_VERSION;

  g_byte_array_append (bytes, (const guint8 *) header, sizeof *header);
  put_string (&compiler, "");
  append_words (&compiler, self);
  nodes = make_nodes (self);
  append_edges (&compiler, self, nodes);
  append_section (&compiler, BAYAN_LEXICON_NODES, nodes, self->nodes->len, sizeof *nodes);
  append_section (&compiler, BAYAN_LEXICON_MATCHES, self->matches->data, self->matches->len,
                  sizeof (BayanLexiconMatch));
  append_entries (&compiler, self);
  append_tables (&compiler, self);
  append_posts (&compiler, self);
  append_holders (&compiler, self);
  append_spellings (&compiler, self);
  append_section (&compiler, BAYAN_LEXICON_STRINGS, strings->data, strings->len, 1);

  header->length_bytes = bytes->len;
  memcpy (bytes->data, header, sizeof *header);
  header->hash = bayan_lexicon_hash_bytes (bytes->data + hashed, bytes->len - hashed);
  memcpy (bytes->data, header, sizeof *header);
  return g_byte_array_free_to_bytes (bytes);
}
