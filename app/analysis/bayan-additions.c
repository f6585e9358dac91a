/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-additions.h"

#include "bayan-sentences.h"
#include "bayan-word-hashes.h"

#define LEAST_COVERED                                                                                        \
  0.5 /* of a sentence's words so many are in one sentence of the others: its counterpart, */
#define LEAST_SCATTERED 0.6 /* or of its pairs of words so many are anywhere in them: it was cut or joined */
#define MOST_PLACES 64      /* a word that is in more sentences finds none */
#define LEAST_WORDS 3       /* a sentence of less says nothing of its own */

/* What the others say. */
typedef struct {
  GHashTable *sentences; /* word → GArray of guint: the numbers of the sentences it is in, to MOST_PLACES */
  GHashTable *pairs;     /* of two words that stand together */
  GHashTable *numbers;   /* of numbers */
  GHashTable *names;     /* of entity keys, borrowed */
  guint n_sentences;
} Known;

static gboolean
counts (const BayanWordHash *word)
{
  return (word->flags & BAYAN_WORD_HASH_COMMON) == 0;
}

static gpointer
make_pair (guint32 before, guint32 hash)
{
  return GUINT_TO_POINTER (bayan_word_hashes_mix (before * 31 + hash));
}

/* The sentences of a text as spans of its word hashes. */
typedef struct {
  GArray *words; /* of BayanWordHash */
  BayanWords *text_words;
  BayanSentences *sentences;
} Split;

static void
split (Split *self, const BayanStatement *statement)
{
  self->words = bayan_word_hashes_new (statement->text, statement->text_length_bytes);
  self->text_words = bayan_words_new (statement->text, (gssize) statement->text_length_bytes);
  self->sentences = bayan_sentences_new (self->text_words);
}

static void
split_clear (Split *self)
{
  g_array_unref (self->words);
  bayan_sentences_free (self->sentences);
  bayan_words_free (self->text_words);
}

static const BayanWordHash *
get_word (const Split *self, guint i)
{
  return &g_array_index (self->words, BayanWordHash, i);
}

/* The words from *@word on that lie in the sentence; *@word moves behind them. */
static guint
skip_sentence (const Split *self, guint sentence, guint word)
{
  guint end = self->sentences->sentences[sentence].span.end.byte;

  while (word < self->words->len && get_word (self, word)->span.start.byte < end)
    word++;
  return word;
}

static void
learn_word (Known *self, guint32 hash)
{
  GArray *places = g_hash_table_lookup (self->sentences, GUINT_TO_POINTER (hash));

  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->sentences, GUINT_TO_POINTER (hash), places);
    }
  if (places->len < MOST_PLACES
      && (places->len == 0 || g_array_index (places, guint, places->len - 1) != self->n_sentences))
    g_array_append_val (places, self->n_sentences);
}

static void
learn_sentence (Known *self, const Split *text, guint from, guint to)
{
  guint32 before = 0;

  for (guint i = from; i < to; i++)
    {
      const BayanWordHash *word = get_word (text, i);
      if ((word->flags & BAYAN_WORD_HASH_NUMBER) != 0)
        g_hash_table_add (self->numbers, GUINT_TO_POINTER (word->hash));
      if (!counts (word))
        continue;
      learn_word (self, word->hash);
      g_hash_table_add (self->pairs, make_pair (before, word->hash));
      before = word->hash;
    }
  self->n_sentences++;
}

static void
learn_text (Known *self, const BayanStatement *statement)
{
  Split text;

  split (&text, statement);
  for (guint s = 0, word = 0; s < text.sentences->n_sentences; s++)
    {
      guint end = skip_sentence (&text, s, word);
      learn_sentence (self, &text, word, end);
      word = end;
    }
  split_clear (&text);
}

static gboolean
is_name (const BayanMention *mention)
{
  return mention->type <= BAYAN_MENTION_FAC && mention->type != BAYAN_MENTION_NORP
         && mention->type != BAYAN_MENTION_OCC && mention->status != BAYAN_STATUS_REJECTED
         && mention->entity_key != NULL;
}

static void
learn_names (Known *self, GPtrArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    if (is_name (mentions->pdata[i]))
      g_hash_table_add (self->names, ((const BayanMention *) mentions->pdata[i])->entity_key);
}

static void
known_init (Known *self, GPtrArray *others, GPtrArray *others_mentions)
{
  self->sentences = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->pairs = g_hash_table_new (NULL, NULL);
  self->numbers = g_hash_table_new (NULL, NULL);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->n_sentences = 0;
  for (guint i = 0; i < others->len; i++)
    learn_text (self, others->pdata[i]);
  for (guint i = 0; i < others_mentions->len; i++)
    learn_names (self, others_mentions->pdata[i]);
}

static void
known_clear (Known *self)
{
  g_hash_table_unref (self->sentences);
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->names);
}

/* How many words of the one sentence that has most of them. */
static guint
count_covered (const Known *self, const Split *text, guint from, guint to)
{
  g_autoptr (GHashTable) hits = g_hash_table_new (NULL, NULL);
  guint most = 0;

  for (guint i = from; i < to; i++)
    {
      const BayanWordHash *word = get_word (text, i);
      GArray *places = counts (word) ? g_hash_table_lookup (self->sentences, GUINT_TO_POINTER (word->hash))
                                     : NULL;

      for (guint p = 0; places != NULL && p < places->len; p++)
        {
          gpointer sentence = GUINT_TO_POINTER (g_array_index (places, guint, p));
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (hits, sentence)) + 1;
          g_hash_table_insert (hits, sentence, GUINT_TO_POINTER (n));
          most = MAX (most, n);
        }
    }
  return most;
}

static gboolean
has_counterpart (const Known *self, const Split *text, guint from, guint to)
{
  guint n = 0, n_pairs = 0;
  guint32 before = 0;

  for (guint i = from; i < to; i++)
    {
      const BayanWordHash *word = get_word (text, i);
      if (!counts (word))
        continue;
      n++;
      n_pairs += g_hash_table_contains (self->pairs, make_pair (before, word->hash));
      before = word->hash;
    }
  return n < LEAST_WORDS || n_pairs >= LEAST_SCATTERED * n
         || count_covered (self, text, from, to) >= LEAST_COVERED * n;
}

/* The title is told apart: another one is no other story. */
static void
find_sentences (BayanAdditions *self, const Known *known, const Split *text, BayanCleanSpan title)
{
  for (guint s = 0, word = 0; s < text->sentences->n_sentences; s++)
    {
      guint end = skip_sentence (text, s, word);
      if (!bayan_clean_span_overlaps (text->sentences->sentences[s].span, title)
          && !has_counterpart (known, text, word, end))
        g_array_append_val (self->sentences, text->sentences->sentences[s].span);
      word = end;
    }
  self->n_sentences = text->sentences->n_sentences;
}

/* Not those of dates, which stand above every telling. */
static void
find_numbers (BayanAdditions *self, const Known *known, const Split *text, GPtrArray *mentions)
{
  guint end_of_date = 0;

  for (guint i = 0, m = 0; i < text->words->len; i++)
    {
      const BayanWordHash *word = get_word (text, i);
      for (; m < mentions->len
             && ((BayanMention *) mentions->pdata[m])->span.start.byte <= word->span.start.byte;
           m++)
        if (((BayanMention *) mentions->pdata[m])->type == BAYAN_MENTION_DATE)
          end_of_date = MAX (end_of_date, ((BayanMention *) mentions->pdata[m])->span.end.byte);
      if (word->span.start.byte >= end_of_date && (word->flags & BAYAN_WORD_HASH_NUMBER) != 0
          && !g_hash_table_contains (known->numbers, GUINT_TO_POINTER (word->hash)))
        g_array_append_val (self->numbers, word->span);
    }
}

static void
find_names (BayanAdditions *self, const Known *known, GPtrArray *mentions)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      if (is_name (mention) && !g_hash_table_contains (known->names, mention->entity_key)
          && g_hash_table_add (told, mention->entity_key))
        g_array_append_val (self->names, mention->span);
    }
}

/**
 * bayan_additions_new:
 * @mentions: (element-type BayanMention): of @statement
 * @others: (element-type BayanStatement): those it is compared with; all of them together
 * @others_mentions: (element-type GPtrArray): the mentions of each of them
 *
 * Sentences are compared by their folded words: another spelling or order is no addition. Between two languages every
 * sentence is one; numbers, and names that a table knows, still are the same.
 *
 * Returns: (transfer full): what is only in @statement
 */
BayanAdditions *
bayan_additions_new (const BayanStatement *statement, GPtrArray *mentions, GPtrArray *others,
                     GPtrArray *others_mentions)
{
  BayanAdditions *self = g_new0 (BayanAdditions, 1);
  Known known;
  Split text;

  self->sentences = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
  self->names = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
  known_init (&known, others, others_mentions);
  split (&text, statement);
  find_sentences (self, &known, &text, statement->title_span);
  find_numbers (self, &known, &text, mentions);
  find_names (self, &known, mentions);
  split_clear (&text);
  known_clear (&known);
  return self;
}

void
bayan_additions_free (BayanAdditions *self)
{
  g_array_unref (self->sentences);
  g_array_unref (self->numbers);
  g_array_unref (self->names);
  g_free (self);
}
