/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-search.h"

#include "bayan-library.h"
#include "bayan-tokenizer.h"

/* Nobody types more words; FTS5 has a limit of its own and would call it an error. */
#define WORDS_MAX 32
/* With these begins every third word of a text. Who has typed no more has not begun with the word yet. SEARCH keys. */
static const char *const PARTICLES[] = {
  "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وبال", "وكال", "فبال", NULL,
};

typedef struct {
  gint64 id;
  gint32 day; /* yyyymmdd, 0 where the text has no date */
} Dated;

struct _BayanSearch {
  BayanDatabase *database;
  GArray *order; /* nullable: of Dated, newest first, without hidden ones */
  GArray *ranks; /* of guint32: 1 + place in the order, by statement; 0 for hidden ones */
};

BayanSearch *
bayan_search_new (BayanDatabase *database)
{
  BayanSearch *self = g_new0 (BayanSearch, 1);

  self->database = database;
  self->ranks = g_array_new (FALSE, TRUE, sizeof (guint32));
  return self;
}

void
bayan_search_free (BayanSearch *self)
{
  bayan_search_forget_order (self);
  g_array_unref (self->ranks);
  g_free (self);
}

/**
 * bayan_search_forget_order:
 *
 * To be called after statements came, went or got another date.
 */
void
bayan_search_forget_order (BayanSearch *self)
{
  g_clear_pointer (&self->order, g_array_unref);
  g_array_set_size (self->ranks, 0);
}

/* Building the query */

static gboolean
is_quote (gunichar character)
{
  return character == '"' || character == 0x00AB || character == 0x00BB || character == 0x201C
         || character == 0x201D || character == 0x201E;
}

static gboolean
is_word_to_come (const char *token)
{
  return g_utf8_strlen (token, -1) < 2 || g_strv_contains (PARTICLES, token);
}

/* Adds one word or phrase. Between quotation marks nothing means anything to FTS5, and no mark is left in
 * @from. */
static gboolean
add_phrase (GString *query, const char *from, const char *to, gboolean is_being_typed)
{
  g_autofree char *phrase = g_strndup (from, (gsize) (to - from));
  guint32 last = 0;
  g_autofree char *token = bayan_tokenizer_find_last (phrase, &last);

  if (token == NULL)
    return FALSE;
  if (is_being_typed && is_word_to_come (token))
    return add_phrase (query, from, from + last, FALSE);
  if (query->len > 0)
    g_string_append (query, " AND ");
  if (is_being_typed)
    g_string_append_printf (query, "(\"%s\" OR \"%s\" *)", phrase, phrase);
  else
    g_string_append_printf (query, "\"%s\"", phrase);
  return TRUE;
}

/**
 * bayan_search_build_query:
 * @typed: what the analyst typed, valid UTF-8
 *
 * Every word has to be there; words between quotation marks have to stand together; the last word may be
 * unfinished as long as no space or mark follows it, and does not count as long as it is one letter or an article.
 *
 * Returns: (transfer full): an FTS5 expression; "" if there is no word to look for
 */
char *
bayan_search_build_query (const char *typed)
{
  GString *query = g_string_new (NULL);
  const char *start = typed, *at = typed;
  gboolean is_quoted = FALSE;
  guint n_phrases = 0;

  for (; *at != '\0' && n_phrases < WORDS_MAX; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean marks = is_quote (character);

      if (!marks && (is_quoted || !g_unichar_isspace (character)))
        continue;
      n_phrases += at > start && add_phrase (query, start, at, FALSE);
      is_quoted = marks ? !is_quoted : is_quoted;
      start = g_utf8_next_char (at);
    }
  if (at > start && n_phrases < WORDS_MAX)
    add_phrase (query, start, at, TRUE);
  return g_string_free (query, FALSE);
}

/* Newest first */

static int
compare_dated (gconstpointer first, gconstpointer second)
{
  const Dated *a = first, *b = second;

  if (a->day != b->day)
    return a->day > b->day ? -1 : 1;
  return a->id > b->id ? -1 : a->id < b->id;
}

static gint32
day_of (const char *iso)
{
  BayanDate date = bayan_date_from_iso (iso);

  return date.year * 10000 + date.month * 100 + date.day;
}

static void
rank (BayanSearch *self)
{
  g_array_sort (self->order, compare_dated);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint id = (guint) g_array_index (self->order, Dated, i).id;

      if (self->ranks->len <= id)
        g_array_set_size (self->ranks, id + 1);
      g_array_index (self->ranks, guint32, id) = i + 1;
    }
}

static gboolean
load_order (BayanSearch *self, GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (self->database,
                              "SELECT statement.id, date FROM statement JOIN import ON import.id = import"
                              " WHERE NOT hidden ORDER BY statement.id DESC",
                              error);
  BayanStep step = BAYAN_STEP_ERROR;

  if (self->order != NULL)
    return TRUE;
  self->order = g_array_new (FALSE, FALSE, sizeof (Dated));
  while (query != NULL && (step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    {
      Dated dated = { sqlite3_column_int64 (query, 0),
                      day_of ((const char *) sqlite3_column_text (query, 1)) };

      if (dated.id > 0 && dated.id < G_MAXINT32 / 64)
        g_array_append_val (self->order, dated);
    }
  if (step == BAYAN_STEP_DONE)
    rank (self);
  else
    bayan_search_forget_order (self);
  return step == BAYAN_STEP_DONE;
}

/* The ids in the order of their ranks: a mark for each hit, then one pass over all marks. */
static GArray *
gather (BayanSearch *self, const guint8 *is_hit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->order->len; i++)
    if (is_hit[i])
      g_array_append_val (ids, g_array_index (self->order, Dated, i).id);
  return ids;
}

static GArray *
gather_all (BayanSearch *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->order->len; i++)
    g_array_append_val (ids, g_array_index (self->order, Dated, i).id);
  return ids;
}

static GArray *
find (BayanSearch *self, const char *expression, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self->database,
                                                "SELECT rowid FROM search WHERE search MATCH ?", error);
  g_autofree guint8 *is_hit = g_new0 (guint8, self->order->len + 1);
  BayanStep step;

  if (query == NULL)
    return NULL;
  bayan_query_bind_text (query, 1, expression);
  while ((step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);
      guint32 place = id > 0 && id < self->ranks->len ? g_array_index (self->ranks, guint32, id) : 0;

      if (place > 0)
        is_hit[place - 1] = TRUE;
    }
  return step == BAYAN_STEP_DONE ? gather (self, is_hit) : NULL;
}

/**
 * bayan_search_run:
 * @typed: what the analyst typed; any bytes
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the statements, newest first; all of them if @typed has no
 *   word to look for yet
 */
GArray *
bayan_search_run (BayanSearch *self, const char *typed, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *expression = bayan_search_build_query (valid);

  if (!load_order (self, error))
    return NULL;
  return *expression == '\0' ? gather_all (self) : find (self, expression, error);
}

/**
 * bayan_search_run_phrase:
 * @words: what stands in a text, marks and all
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the statements in which these words stand together in any of
 *   their forms, newest first; none if there is no word in @words
 */
GArray *
bayan_search_run_phrase (BayanSearch *self, const char *words, GError **error)
{
  g_autofree char *phrase = g_utf8_make_valid (words, -1);
  g_autofree char *expression = NULL;
  guint32 last;
  g_autofree char *token = bayan_tokenizer_find_last (phrase, &last);

  if (!load_order (self, error))
    return NULL;
  if (token == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  g_strdelimit (phrase, "\"", ' ');
  expression = g_strdup_printf ("\"%s\"", phrase);
  return find (self, expression, error);
}
