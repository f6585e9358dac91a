/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-lexicon.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-gazetteer.h"
#include "bayan-words.h"

#define N_SENSES_MAX 512
#define STRINGS_BYTES (256 * 1024) /* nearly all words of the tables: one piece of memory */
#define LETTER_BYTES 2

enum { PAST, PRESENT, PARTICIPLE, NOUN, CLASS, NEEDS, OBJECTS, FLAGS, N_COLUMNS };

static const char *const class_names[BAYAN_AW_N_CLASSES] = {
  "that",        "relative",   "subordinate", "negation",  "opener",    "preposition", "adverb",
  "intensifier", "honorific",  "people",      "pair",      "body-m",    "body-f",      "speaker",
  "quantity",    "membership", "commit",      "support",   "sympathy",  "concern",     "condemn",
  "praise",      "welcome",    "urge",        "shift",     "gathering", "meeting",     "brief",
  "notice",      "aid",        "relief",      "debate",    "views",     "effort",      "review",
  "paper",       "plan",       "priority",    "merit",     "blame",     "matter",      "body",
  "threat",      "resolve",    "cue-pose",    "cue-grave", "cue-urge",  "cue-praise",  "cue-welcome",
  "cue-condemn", "cue-future", "cue-give",    "more-than", "new",       "observer",    "by",
  "led",         "joining",    "member",      "chairs",    "invited",   "size",        "turn",
  "turn-that",
};

typedef struct {
  const char *name;
  guint32 value;
} Name;

static const Name needs_names[] = {
  { "that", BAYAN_NEEDS_THAT }, { "quote", BAYAN_NEEDS_QUOTE }, { "obj", BAYAN_NEEDS_OBJECT },
  { "على", BAYAN_NEEDS_ALA },   { "عن", BAYAN_NEEDS_AN },       { "إلى", BAYAN_NEEDS_ILA },
  { "ب", BAYAN_NEEDS_BI },      { "من", BAYAN_NEEDS_MIN },      { "ل", BAYAN_NEEDS_LI },
  { "في", BAYAN_NEEDS_FI },     { "مع", BAYAN_NEEDS_MAA },
};

static const Name flag_names[] = {
  { "noun", BAYAN_VERB_NOUN },       { "nouns", BAYAN_VERB_NOUNS },         { "content", BAYAN_VERB_CONTENT },
  { "threat", BAYAN_VERB_THREAT },   { "money", BAYAN_VERB_MONEY },         { "pledge", BAYAN_VERB_PLEDGE },
  { "still", BAYAN_VERB_STILL },     { "source", BAYAN_VERB_SOURCE },       { "relayed", BAYAN_VERB_RELAYED },
  { "by-noun", BAYAN_VERB_BY_NOUN }, { "part", BAYAN_VERB_PART },           { "join", BAYAN_VERB_JOIN },
  { "host", BAYAN_VERB_HOST },       { "chair", BAYAN_VERB_CHAIR },         { "adverb", BAYAN_VERB_ADVERB },
  { "silent", BAYAN_VERB_SILENT },   { "addressee", BAYAN_VERB_ADDRESSEE }, { "hamza", BAYAN_VERB_HAMZA },
  { "future", BAYAN_VERB_FUTURE },
};

static guint32
parse_names (const char *text, const Name *names, guint n_names)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  guint32 value = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint n = 0; n < n_names; n++)
      if (strcmp (parts[i], names[n].name) == 0)
        value |= names[n].value;
  return value;
}

static guint64
find_class (const char *name)
{
  for (guint i = 0; i < BAYAN_AW_N_CLASSES; i++)
    if (strcmp (name, class_names[i]) == 0)
      return G_GUINT64_CONSTANT (1) << i;
  return 0;
}

/* Where the word is, or the free slot where it would go. */
static BayanActWord *
find_slot (const BayanActLexicon *self, const char *key, gsize length_bytes, guint32 hash)
{
  guint32 slot = hash & (BAYAN_ACT_SLOTS - 1);

  while (self->slots[slot].key != NULL
         && (self->slots[slot].hash != hash || self->slots[slot].length != length_bytes
             || memcmp (self->slots[slot].key, key, length_bytes) != 0))
    slot = (slot + 1) & (BAYAN_ACT_SLOTS - 1);
  return &self->slots[slot];
}

/* Folds a word of the tables into @buffer, which has room for it: nearly all of them have no more to fold than an alef. FALSE
 * where that is not all. */
static gboolean
fold_alefs (const char *word, gsize length, char *buffer)
{
  for (gsize i = 0; i < length; i += LETTER_BYTES)
    {
      gunichar letter = ((guchar) word[i] & 0x1F) << 6 | ((guchar) word[i + 1] & 0x3F);

      if (((guchar) word[i] & 0xE0) != 0xC0 || letter < 0x0621 || letter > 0x064A || letter == 0x0640)
        return FALSE;
      buffer[i] = word[i];
      buffer[i + 1] = letter == 0x0622 || letter == 0x0623 || letter == 0x0625 ? "ا"[1] : word[i + 1];
    }
  buffer[length] = '\0';
  return TRUE;
}

static BayanActWord *
intern (BayanActLexicon *self, const char *word, gsize length)
{
  char buffer[64];
  g_autofree char *other = length < sizeof buffer && length % LETTER_BYTES == 0
                                   && fold_alefs (word, length, buffer)
                               ? NULL
                               : bayan_fold (word, -1, BAYAN_FOLD_MATCH);
  const char *folded = other != NULL ? other : buffer;
  BayanActWord *slot;
  guint32 hash;

  if (other != NULL)
    length = strlen (other);
  hash = bayan_word_hash (folded, length);
  slot = find_slot (self, folded, length, hash);
  if (slot->key == NULL && ++self->n_words < BAYAN_ACT_SLOTS / 2)
    {
      guint32 bit = hash & (BAYAN_ACT_KNOWN_BITS - 1);

      *slot = (BayanActWord) { g_string_chunk_insert_len (self->strings, folded, (gssize) length), hash,
                               (guint32) length, 0, FALSE, 0 };
      self->known[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
    }
  return slot;
}

/* Of forms that are written the same each stays, the first one first. */
static void
form_cb (const char *form, gsize length_bytes, const BayanVerbForm *what, gpointer data)
{
  BayanActLexicon *self = data;
  BayanActWord *word = intern (self, form, length_bytes);
  guint32 *at = &word->form;
  BayanVerbForm added = *what;

  added.senses = &self->senses[self->n_senses - 1];
  for (; *at != 0; at = &g_array_index (self->forms, BayanVerbForm, *at).next)
    if (g_array_index (self->forms, BayanVerbForm, *at).senses == added.senses
        && g_array_index (self->forms, BayanVerbForm, *at).tense == added.tense)
      return;
  if (at == &word->form)
    word->is_part = (added.senses->flags & BAYAN_VERB_PART) != 0;
  *at = self->forms->len;
  g_array_append_val (self->forms, added);
}

static void
parse_objects (BayanVerbSense *sense, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " |", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '@')
      sense->objects |= find_class (parts[i] + 1);
    else if (*parts[i] != '\0')
      g_ptr_array_add (words, bayan_fold (parts[i], -1, BAYAN_FOLD_MATCH));
  if (words->len > 0)
    {
      g_ptr_array_add (words, NULL);
      sense->words = (char **) g_ptr_array_free (words, FALSE);
    }
  else
    g_ptr_array_unref (words);
}

/* A row without a present goes on with the verb of the row before. */
static void
verb_row (char **f, gpointer data)
{
  BayanActLexicon *self = data;
  BayanVerbSense *sense = &self->senses[self->n_senses];
  g_autofree char *lemma = bayan_fold (f[PAST], -1, BAYAN_FOLD_MATCH);
  gboolean goes_on = self->n_senses > 0 && strcmp (sense[-1].lemma, lemma) == 0 && *f[PRESENT] == '\0';

  if (self->n_senses == N_SENSES_MAX)
    return;
  self->n_senses++;
  sense->lemma = g_string_chunk_insert (self->strings, lemma);
  sense->needs = parse_names (f[NEEDS], needs_names, G_N_ELEMENTS (needs_names));
  sense->flags = parse_names (f[FLAGS], flag_names, G_N_ELEMENTS (flag_names));
  if (!bayan_act_class_from_string (f[CLASS], &sense->act_class))
    sense->flags |= BAYAN_VERB_SILENT;
  parse_objects (sense, f[OBJECTS]);
  sense->last = TRUE;
  if (goes_on)
    sense[-1].last = FALSE;
  else
    bayan_act_inflect (f[PAST], f[PRESENT], f[PARTICIPLE], f[NOUN],
                       (sense->flags & (BAYAN_VERB_HOST | BAYAN_VERB_CHAIR)) != 0, form_cb, self);
}

static void
word_row (char **f, gpointer data)
{
  BayanActLexicon *self = data;
  g_auto (GStrv) words = g_strsplit (f[1], " ", -1);
  guint64 bit = find_class (f[0]);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      intern (self, words[i], strlen (words[i]))->classes |= bit;
}

static gboolean
load (BayanActLexicon *self, const char *table, guint n_columns, BayanTableRow row, GError **error)
{
  g_autoptr (GBytes) bytes = bayan_gazetteer_get_table (table, error);
  gsize length_bytes;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length_bytes);
  bayan_table_foreach (text, length_bytes, n_columns, row, self);
  return TRUE;
}

/* Reads both tables. Errors are the resource's: a program built without one of them. */
BayanActLexicon *
bayan_act_lexicon_new (GError **error)
{
  g_autoptr (BayanActLexicon) self = g_new0 (BayanActLexicon, 1);
  BayanVerbForm none = { 0 };

  self->strings = g_string_chunk_new (STRINGS_BYTES);
  self->slots = g_new0 (BayanActWord, BAYAN_ACT_SLOTS);
  self->known = g_new0 (guint64, BAYAN_ACT_KNOWN_BITS / 64);
  self->forms = g_array_new (FALSE, TRUE, sizeof (BayanVerbForm));
  self->senses = g_new0 (BayanVerbSense, N_SENSES_MAX);
  g_array_append_val (self->forms, none);
  if (!load (self, "acts.tsv", N_COLUMNS, verb_row, error)
      || !load (self, "act-words.tsv", 2, word_row, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bayan_act_lexicon_free (BayanActLexicon *self)
{
  for (guint i = 0; i < self->n_senses; i++)
    g_strfreev (self->senses[i].words);
  g_string_chunk_free (self->strings);
  g_array_unref (self->forms);
  g_free (self->senses);
  g_free (self->known);
  g_free (self->slots);
  g_free (self);
}

/* bayan_act_lexicon_find() of a word that the tables likely know */
const BayanActWord *
bayan_act_lexicon_look_up (const BayanActLexicon *self, const char *key, gsize length_bytes, guint32 hash)
{
  const BayanActWord *word = find_slot (self, key, length_bytes, hash);

  return word->key != NULL ? word : NULL;
}
