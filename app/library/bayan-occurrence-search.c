/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index says in which statements the words stand in any form; their places are then looked for in the texts, which
 * are the only ones to say whether it is that form. */
#include "bayan-occurrence-search.h"

#include <string.h>

#include "bayan-clitics.h"
#include "bayan-mention-table.h"
#include "bayan-occurrence.h"
#include "bayan-search.h"
#include "bayan-words.h"

/* The words that are looked for. */
typedef struct {
  BayanWords *words;
  char stem[BAYAN_STEM_BYTES]; /* of a first word in لل, which was not cut: للعراق is العراق; "" else */
} Phrase;

static gboolean
is_key (const char *key, gsize length, const BayanWords *words, guint index)
{
  return words->words[index].key_length == length
         && memcmp (bayan_words_get_key (words, index), key, length) == 0;
}

static void
find_stem (Phrase *self)
{
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  const BayanWord *first = &self->words->words[0];
  guint n_splits = bayan_clitics_split (bayan_words_get_key (self->words, 0), first->key_length, splits);

  self->stem[0] = '\0';
  for (guint i = 0; i < n_splits && *self->stem == '\0'; i++)
    if (splits[i].proclitics == BAYAN_PROCLITIC_LAM && splits[i].article && splits[i].span_chars == 0)
      memcpy (self->stem, splits[i].stem, sizeof self->stem);
}

/* Whether the word is the first one of the phrase, behind particles or not. @n_before: (out): characters of its key
 * that stand before the span of a mention */
static gboolean
begins_phrase (const Phrase *self, const BayanWords *words, guint index, guint *n_before)
{
  const char *key = bayan_words_get_key (words, index);
  gsize length = words->words[index].key_length;
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint n_splits;

  *n_before = 0;
  if (is_key (key, length, self->words, 0) || (*self->stem != '\0' && g_str_equal (key, self->stem)))
    return TRUE;
  n_splits = bayan_clitics_split (key, length, splits);
  for (guint i = 0; i < n_splits; i++)
    if (splits[i].proclitics != 0
        && (is_key (splits[i].stem, splits[i].stem_length, self->words, 0)
            || (*self->stem != '\0' && g_str_equal (splits[i].stem, self->stem))))
      {
        *n_before = splits[i].span_chars;
        return TRUE;
      }
  return FALSE;
}

/* The words behind the first are the cheaper ones to compare. */
static gboolean
goes_on (const Phrase *self, const BayanWords *words, guint index)
{
  if (index + self->words->n_words > words->n_words)
    return FALSE;
  for (guint i = 1; i < self->words->n_words; i++)
    if (words->words[index + i].hash != self->words->words[i].hash
        || !is_key (bayan_words_get_key (words, index + i), words->words[index + i].key_length, self->words,
                    i))
      return FALSE;
  return TRUE;
}

/* A first word that is taken apart ends as the phrase's does: its last two letters are looked at first. */
static gboolean
ends_alike (const Phrase *self, const BayanWords *words, guint index)
{
  const BayanWord *word = &words->words[index], *first = &self->words->words[0];
  const char *end = bayan_words_get_key (words, index) + word->key_length;
  const char *first_end = bayan_words_get_key (self->words, 0) + first->key_length;
  guint n = MIN (4, MIN (first->key_length, word->key_length));

  return memcmp (end - n, first_end - n, n) == 0;
}

/* One statement */

typedef struct {
  BayanStore *store;
  const Phrase *phrase;
  guint n_max;
  GPtrArray *found; /* of BayanOccurrence */
} Search;

static void
add_occurrence (Search *self, gint64 statement, const BayanWords *words, guint index, guint n_before,
                GPtrArray *mentions)
{
  const BayanWord *last = &words->words[index + self->phrase->words->n_words - 1];
  BayanCleanSpan span = { n_before > 0 ? bayan_words_get_position_in (words, index, n_before)
                                       : words->words[index].span.start,
                          last->span.end };

  g_ptr_array_add (self->found,
                   bayan_occurrence_new (statement, words->text, words->text_length_bytes, span, mentions));
}

static gboolean
search_text (Search *self, gint64 statement, const char *text, gsize length_bytes, GError **error)
{
  g_autoptr (BayanWords) words = bayan_words_new (text, (gssize) length_bytes);
  g_autoptr (GPtrArray) mentions = NULL;
  guint n_before;

  for (guint i = 0; i < words->n_words && self->found->len < self->n_max; i++)
    {
      if (!goes_on (self->phrase, words, i) || !ends_alike (self->phrase, words, i)
          || !begins_phrase (self->phrase, words, i, &n_before))
        continue;
      if (mentions == NULL)
        mentions = bayan_mention_table_load (self->store, statement, error);
      if (mentions == NULL)
        return FALSE;
      add_occurrence (self, statement, words, i, n_before, mentions);
    }
  return TRUE;
}

static gboolean
search_statement (Search *self, gint64 statement, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self->store->database, "SELECT text FROM body WHERE id = ?",
                                                error);
  g_autofree char *text = NULL;
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, statement);
  step = bayan_database_step (self->store->database, query, error);
  if (step == BAYAN_STEP_ROW)
    {
      text = bayan_query_dup_text (query, 0);
      sqlite3_reset (query);
    }
  return step != BAYAN_STEP_ERROR
         && (text == NULL || !g_utf8_validate (text, -1, NULL)
             || search_text (self, statement, text, strlen (text), error));
}

/**
 * bayan_occurrence_search_run:
 * @words: what stands in a text
 * @n_max: at most so many
 *
 * Returns: (transfer full) (nullable) (element-type BayanOccurrence): by statement, newest first, then in the order of
 *   the text
 */
GPtrArray *
bayan_occurrence_search_run (BayanStore *store, const char *words, guint n_max, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autoptr (BayanWords) phrase_words = bayan_words_new (valid, -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_occurrence_unref);
  g_autoptr (GArray) statements = bayan_search_run_phrase (store->search, words, error);
  Phrase phrase = { .words = phrase_words };
  Search search = { store, &phrase, n_max, found };

  if (statements == NULL)
    return NULL;
  if (phrase_words->n_words > 0)
    find_stem (&phrase);
  for (guint i = 0; i < statements->len && phrase_words->n_words > 0 && found->len < n_max; i++)
    if (!search_statement (&search, g_array_index (statements, gint64, i), error))
      return NULL;
  return g_steal_pointer (&found);
}
