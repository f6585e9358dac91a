/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they are typed: the index says where they stand in any form, the texts themselves in which. To read all the texts
 * of a library takes longer than a screen may wait: a query reads some, newest first, and what it found out is remembered
 * for when it is asked again. */
#include "bayan-search-private.h"

#include <string.h>

#include "bayan-library.h"

/* Bytes of text that a query reads at first: some twenty milliseconds */
#define READ_MAX_BYTES (4u << 20)
/* Of so many words it is remembered where they stand. */
#define KNOWN_MAX 8

enum { UNKNOWN, HOLDS, LACKS };

static gboolean
is_in_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character) || character == 0x0640
         || (character >= 0x200C && character <= 0x200D);
}

/* What is between two words: spaces, line ends, signs. */
static const char *
pass_between (const char *at)
{
  while (*at != '\0' && !is_in_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static const char *
pass_word (const char *at)
{
  while (*at != '\0' && is_in_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Returns: (nullable): where the words of @exact end, if they stand at @at, where a word begins */
static const char *
pass_words (const char *at, const char *exact)
{
  const char *end = NULL;

  for (exact = pass_between (exact); *exact != '\0'; exact = pass_between (exact))
    {
      const char *exact_end = pass_word (exact);

      end = pass_word (at);
      if (end - at != exact_end - exact || memcmp (at, exact, (gsize) (end - at)) != 0)
        return NULL;
      at = pass_between (end);
      exact = exact_end;
    }
  return end;
}

/**
 * bayan_search_find_exact:
 * @text: valid UTF-8
 * @exact: as typed
 * @from: byte of @text to begin at
 * @start, @end: (out): bytes of @text
 *
 * Returns: whether the words of @exact stand there, one behind the other, whatever signs are between them
 */
gboolean
bayan_search_find_exact (const char *text, const char *exact, gsize from, gsize *start, gsize *end)
{
  const char *first = pass_between (exact);
  g_autofree char *word = g_strndup (first, (gsize) (pass_word (first) - first));

  if (*word == '\0')
    return FALSE;
  for (const char *at = strstr (text + from, word); at != NULL; at = strstr (at + strlen (word), word))
    {
      const char *behind = at == text || !is_in_word (g_utf8_get_char (g_utf8_prev_char (at)))
                               ? pass_words (at, exact)
                               : NULL;

      if (behind == NULL)
        continue;
      *start = (gsize) (at - text);
      *end = (gsize) (behind - text);
      return TRUE;
    }
  return FALSE;
}

GHashTable *
bayan_search_exact_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

void
bayan_search_exact_forget (BayanSearch *self, gint64 statement)
{
  GHashTableIter iter;
  gpointer known;

  g_hash_table_iter_init (&iter, self->exact);
  while (g_hash_table_iter_next (&iter, NULL, &known))
    if (statement > 0 && statement < ((GArray *) known)->len)
      g_array_index ((GArray *) known, guint8, statement) = UNKNOWN;
}

/* What is known of the statements that there are, by their ids: one of the enumeration above. */
static GArray *
get_known (BayanSearch *self, const char *exact)
{
  GArray *known = g_hash_table_lookup (self->exact, exact);

  if (known == NULL)
    {
      if (g_hash_table_size (self->exact) >= KNOWN_MAX)
        g_hash_table_remove_all (self->exact);
      known = g_array_new (FALSE, TRUE, sizeof (guint8));
      g_hash_table_insert (self->exact, g_strdup (exact), known);
    }
  if (known->len < self->ranks->len)
    g_array_set_size (known, self->ranks->len);
  return known;
}

/* @text: (nullable): whatever the file holds. Where a word cannot stand it need not be UTF-8: to look takes longer than to
 * find. */
static gboolean
holds_exact (const char *text, const char *exact, const char *first)
{
  gsize start, end;

  return text != NULL && strstr (text, first) != NULL && g_utf8_validate (text, -1, NULL)
         && bayan_search_find_exact (text, exact, 0, &start, &end);
}

/* @n_left: (inout): bytes that may be read, or less than 0 */
static gboolean
read_one (BayanSearch *self, sqlite3_stmt *query, const char *exact, const char *first, guint8 *known,
          gint64 id, gssize *n_left, GError **error)
{
  BayanStep step;

  sqlite3_bind_int64 (query, 1, id);
  step = bayan_database_step (self->database, query, error);
  if (step == BAYAN_STEP_ERROR)
    return FALSE;
  *known = step == BAYAN_STEP_ROW
                   && (holds_exact ((const char *) sqlite3_column_text (query, 0), exact, first)
                       || holds_exact ((const char *) sqlite3_column_text (query, 1), exact, first))
               ? HOLDS
               : LACKS;
  *n_left -= step == BAYAN_STEP_ROW ? sqlite3_column_bytes (query, 0) + sqlite3_column_bytes (query, 1) : 0;
  sqlite3_reset (query);
  return TRUE;
}

gboolean
bayan_search_keep_exact (BayanSearch *self, const char *exact, guint8 *set, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self->database,
                                                "SELECT title, text FROM searchable WHERE id = ?", error);
  GArray *known = get_known (self, exact);
  const char *word = pass_between (exact);
  g_autofree char *first = g_strndup (word, (gsize) (pass_word (word) - word));
  gssize n_left = (gssize) bayan_search_get_share (self, READ_MAX_BYTES);

  if (query == NULL)
    return FALSE;
  for (guint i = 0; i < self->order->len; i++)
    {
      gint64 id = g_array_index (self->order, BayanDated, i).id;
      guint8 *state = &g_array_index (known, guint8, id);

      if (!set[i])
        continue;
      if (*state == UNKNOWN && n_left < 0)
        bayan_search_leave_out (self, i);
      else if (*state == UNKNOWN && !read_one (self, query, exact, first, state, id, &n_left, error))
        return FALSE;
      set[i] = *state == HOLDS;
    }
  return TRUE;
}
