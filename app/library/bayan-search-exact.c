/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they are typed: the index says where they stand in any form, the texts themselves in which. */
#include "bayan-search-private.h"

#include <string.h>

#include "bayan-library.h"

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

static gboolean
holds_exact (sqlite3_stmt *query, int column, const char *exact)
{
  const char *text = (const char *) sqlite3_column_text (query, column);
  gsize start, end;

  return text != NULL && g_utf8_validate (text, -1, NULL)
         && bayan_search_find_exact (text, exact, 0, &start, &end);
}

gboolean
bayan_search_keep_exact (BayanSearch *self, const char *exact, guint8 *set, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self->database,
                                                "SELECT title, text FROM searchable WHERE id = ?", error);

  if (query == NULL)
    return FALSE;
  for (guint i = 0; i < self->order->len; i++)
    {
      BayanStep step;

      if (!set[i])
        continue;
      sqlite3_bind_int64 (query, 1, g_array_index (self->order, BayanDated, i).id);
      step = bayan_database_step (self->database, query, error);
      if (step == BAYAN_STEP_ERROR)
        return FALSE;
      set[i] = step == BAYAN_STEP_ROW && (holds_exact (query, 0, exact) || holds_exact (query, 1, exact));
      sqlite3_reset (query);
    }
  return TRUE;
}
