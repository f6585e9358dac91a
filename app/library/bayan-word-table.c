/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-word-table.h"

#include "bayan-library.h"

#define UNKNOWN (-1)

typedef struct {
  char *text;
  gint8 type, status; /* as what the word can be read, or UNKNOWN */
} Word;

struct _BayanWordTable {
  BayanDatabase *database;
  GHashTable *numbers; /* text → number */
  GHashTable *names;   /* constant text, by address → number */
  GArray *words;       /* of Word, by number; holes have no text */
};

static void
word_clear (gpointer word)
{
  g_free (((Word *) word)->text);
}

BayanWordTable *
bayan_word_table_new (BayanDatabase *database)
{
  BayanWordTable *self = g_new0 (BayanWordTable, 1);

  self->database = database;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new (NULL, NULL);
  self->words = g_array_new (FALSE, TRUE, sizeof (Word));
  g_array_set_clear_func (self->words, word_clear);
  return self;
}

void
bayan_word_table_free (BayanWordTable *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->names);
  g_array_unref (self->words);
  g_free (self);
}

static void
remember (BayanWordTable *self, gint64 number, const char *text)
{
  BayanMentionType type;
  BayanMentionStatus status;
  Word *word;

  if (self->words->len <= number)
    g_array_set_size (self->words, (guint) number + 1);
  word = &g_array_index (self->words, Word, number);
  g_free (word->text);
  word->text = g_strdup (text);
  word->type = bayan_mention_type_from_string (text, &type) ? (gint8) type : UNKNOWN;
  word->status = bayan_mention_status_from_string (text, &status) ? (gint8) status : UNKNOWN;
  g_hash_table_insert (self->numbers, g_strdup (text), GINT_TO_POINTER ((int) number));
}

static gboolean
set_damaged (GError **error, gint64 number)
{
  g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
               "word %" G_GINT64_FORMAT " makes no sense here", number);
  return FALSE;
}

/**
 * bayan_word_table_load:
 *
 * Reads the table; again after a transaction that was rolled back.
 */
gboolean
bayan_word_table_load (BayanWordTable *self, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self->database, "SELECT id, text FROM word", error);
  BayanStep step = BAYAN_STEP_ERROR;

  g_hash_table_remove_all (self->numbers);
  g_hash_table_remove_all (self->names);
  g_array_set_size (self->words, 0);
  if (query == NULL)
    return FALSE;
  while ((step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    {
      gint64 number = sqlite3_column_int64 (query, 0);

      /* Numbers are given out from 1 up: a huge one is damage, and would ask for as much memory. */
      if (number < 1 || number > G_MAXINT16 * 16)
        {
          sqlite3_reset (query);
          return set_damaged (error, number);
        }
      remember (self, number, bayan_query_get_text (query, 1));
    }
  return step == BAYAN_STEP_DONE;
}

/**
 * bayan_word_table_intern:
 *
 * Returns: the number of @text, which is added if it is new; 0 on error
 */
gint64
bayan_word_table_intern (BayanWordTable *self, const char *text, GError **error)
{
  gint64 number = GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, text));
  sqlite3_stmt *query;

  if (number != 0)
    return number;
  query = bayan_database_prepare (self->database, "INSERT INTO word (text) VALUES (?)", error);
  if (query == NULL)
    return 0;
  bayan_query_bind_text (query, 1, text);
  if (!bayan_database_run (self->database, query, error))
    return 0;
  number = sqlite3_last_insert_rowid (bayan_database_get_handle (self->database));
  remember (self, number, text);
  return number;
}

/**
 * bayan_word_table_intern_name:
 * @name: a constant of the program
 *
 * The same as bayan_word_table_intern(), without reading @name each time.
 */
gint64
bayan_word_table_intern_name (BayanWordTable *self, const char *name, GError **error)
{
  gint64 number = GPOINTER_TO_INT (g_hash_table_lookup (self->names, name));

  if (number != 0)
    return number;
  number = bayan_word_table_intern (self, name, error);
  if (number != 0)
    g_hash_table_insert (self->names, (gpointer) name, GINT_TO_POINTER ((int) number));
  return number;
}

/**
 * bayan_word_table_find:
 *
 * Returns: the number of @text, or 0 if the file does not have it
 */
gint64
bayan_word_table_find (BayanWordTable *self, const char *text)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, text));
}

static const Word *
find_word (BayanWordTable *self, gint64 number)
{
  const Word *word = number > 0 && number < self->words->len ? &g_array_index (self->words, Word, number)
                                                             : NULL;

  return word != NULL && word->text != NULL ? word : NULL;
}

/**
 * bayan_word_table_get:
 *
 * Returns: (nullable): the word, or NULL if the file has none with this number
 */
const char *
bayan_word_table_get (BayanWordTable *self, gint64 number)
{
  const Word *word = find_word (self, number);

  return word != NULL ? word->text : NULL;
}

gint64
bayan_word_table_of_type (BayanWordTable *self, BayanMentionType type, GError **error)
{
  return bayan_word_table_intern_name (self, bayan_mention_type_to_string (type), error);
}

gint64
bayan_word_table_of_status (BayanWordTable *self, BayanMentionStatus status, GError **error)
{
  return bayan_word_table_intern_name (self, bayan_mention_status_to_string (status), error);
}

gboolean
bayan_word_table_as_type (BayanWordTable *self, gint64 number, BayanMentionType *type, GError **error)
{
  const Word *word = find_word (self, number);

  if (word == NULL || word->type == UNKNOWN)
    return set_damaged (error, number);
  *type = (BayanMentionType) word->type;
  return TRUE;
}

gboolean
bayan_word_table_as_status (BayanWordTable *self, gint64 number, BayanMentionStatus *status, GError **error)
{
  const Word *word = find_word (self, number);

  if (word == NULL || word->status == UNKNOWN)
    return set_damaged (error, number);
  *status = (BayanMentionStatus) word->status;
  return TRUE;
}
