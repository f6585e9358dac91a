/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-site-table.h"

#include "bayan-word-table.h"

static const char *const CHOICE_NAMES[] = { "none", "keep", "leave-out" };

/* A line on pages of one batch. */
typedef struct {
  gint64 site;
  guint64 line;
} Line;

static gint64
find (BayanStore *store, const char *name, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, "SELECT id FROM site WHERE name = ?", error);
  gint64 site = 0;

  if (query == NULL)
    return 0;
  bayan_query_bind_text (query, 1, name);
  if (bayan_database_step (store->database, query, error) == BAYAN_STEP_ROW)
    {
      site = sqlite3_column_int64 (query, 0);
      sqlite3_reset (query);
    }
  return site;
}

/**
 * bayan_site_table_intern:
 *
 * Returns: the number of the site, which is added if it is new; 0 on error
 */
gint64
bayan_site_table_intern (BayanStore *store, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 site = find (store, name, &local);
  sqlite3_stmt *query;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (site == 0)
    {
      query = bayan_database_prepare (store->database, "INSERT INTO site (name) VALUES (?)", error);
      if (query == NULL)
        return 0;
      bayan_query_bind_text (query, 1, name);
      if (bayan_database_run (store->database, query, error))
        site = sqlite3_last_insert_rowid (bayan_database_get_handle (store->database));
    }
  return site;
}

static guint
hash_line (gconstpointer data)
{
  const Line *line = data;

  return (guint) (line->line ^ line->line >> 32) + (guint) line->site;
}

static gboolean
equal_lines (gconstpointer a, gconstpointer b)
{
  return ((const Line *) a)->site == ((const Line *) b)->site
         && ((const Line *) a)->line == ((const Line *) b)->line;
}

static void
count_page (GHashTable *counts, gint64 site, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      Line line = { site, g_array_index (lines, guint64, i) };
      guint n_pages = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &line));

      g_hash_table_insert (counts, g_memdup2 (&line, sizeof line), GUINT_TO_POINTER (n_pages + 1));
    }
}

static gboolean
write_count (BayanStore *store, gint64 import_id, const Line *line, guint n_pages, GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (store->database,
                              "INSERT INTO site_line (import, site, line, n_pages) VALUES (?1, ?2, ?3, ?4)"
                              " ON CONFLICT (import, site, line) DO UPDATE SET n_pages = n_pages + ?4",
                              error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, import_id);
  sqlite3_bind_int64 (query, 2, line->site);
  sqlite3_bind_int64 (query, 3, (gint64) line->line);
  sqlite3_bind_int64 (query, 4, n_pages);
  return bayan_database_run (store->database, query, error);
}

static gboolean
write_counts (BayanStore *store, gint64 import_id, GHashTable *counts, GError **error)
{
  GHashTableIter iter;
  gpointer line, n_pages;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &line, &n_pages))
    if (!write_count (store, import_id, line, GPOINTER_TO_UINT (n_pages), error))
      return FALSE;
  return TRUE;
}

/**
 * bayan_site_table_add_pages:
 * @statements: (element-type BayanStatement): the new statements of one batch
 *
 * Counts their lines in memory first: the pages of a site have most of them in common.
 */
gboolean
bayan_site_table_add_pages (BayanStore *store, gint64 import_id, const GPtrArray *statements, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (hash_line, equal_lines, g_free, NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      const BayanStatement *statement = g_ptr_array_index (statements, i);
      gint64 site;

      if (statement->site == NULL || statement->site_lines == NULL)
        continue;
      site = bayan_site_table_intern (store, statement->site, error);
      if (site == 0)
        return FALSE;
      count_page (counts, site, statement->site_lines);
    }
  return write_counts (store, import_id, counts, error);
}

/**
 * bayan_site_table_choose:
 * @choice: BAYAN_SITE_CHOICE_NONE takes back what was chosen
 */
gboolean
bayan_site_table_choose (BayanStore *store, const char *site, guint64 line, BayanSiteChoice choice,
                         GError **error)
{
  gint64 number = bayan_site_table_intern (store, site, error);
  gint64 word = number != 0 ? bayan_word_table_intern (store->words, CHOICE_NAMES[choice], error) : 0;
  sqlite3_stmt *query;

  if (word == 0)
    return FALSE;
  query = choice == BAYAN_SITE_CHOICE_NONE
              ? bayan_database_prepare (store->database,
                                        "DELETE FROM site_choice WHERE site = ?1 AND line = ?2", error)
              : bayan_database_prepare (store->database,
                                        "REPLACE INTO site_choice (site, line, choice) VALUES (?1, ?2, ?3)",
                                        error);
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, number);
  sqlite3_bind_int64 (query, 2, (gint64) line);
  if (choice != BAYAN_SITE_CHOICE_NONE)
    sqlite3_bind_int64 (query, 3, word);
  return bayan_database_run (store->database, query, error);
}

/* What a choice of a newer Bayan means is not known: nothing. */
static BayanSiteChoice
read_choice (BayanStore *store, sqlite3_stmt *query, int column)
{
  const char *name = bayan_word_table_get (store->words, sqlite3_column_int64 (query, column));

  for (guint i = 0; i < G_N_ELEMENTS (CHOICE_NAMES); i++)
    if (g_strcmp0 (name, CHOICE_NAMES[i]) == 0)
      return (BayanSiteChoice) i;
  return BAYAN_SITE_CHOICE_NONE;
}

static void
add_line (GPtrArray *lines, const char *site, gint64 hash, guint n_pages, BayanSiteChoice choice)
{
  const BayanSiteLine *last = lines->len > 0 ? g_ptr_array_index (lines, lines->len - 1) : NULL;
  BayanSiteLine *line = g_new (BayanSiteLine, 1);

  line->site = last != NULL && g_str_equal (last->site, site) ? g_ref_string_acquire (last->site)
                                                              : g_ref_string_new (site);
  line->line = (guint64) hash;
  line->n_pages = n_pages;
  line->choice = choice;
  g_ptr_array_add (lines, line);
}

/**
 * bayan_site_table_read_choice:
 * @change: where what is chosen now is added
 */
gboolean
bayan_site_table_read_choice (BayanStore *store, gint64 site, gint64 line, BayanLibraryChange *change,
                              GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database,
                                                "SELECT name, choice FROM site LEFT JOIN site_choice ON site "
                                                "= site.id AND line = ?2 WHERE site.id = ?1",
                                                error);
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, site);
  sqlite3_bind_int64 (query, 2, line);
  step = bayan_database_step (store->database, query, error);
  if (step == BAYAN_STEP_ROW)
    {
      add_line (change->site_lines_changed, bayan_query_get_text (query, 0), line, 0,
                read_choice (store, query, 1));
      sqlite3_reset (query);
    }
  return step != BAYAN_STEP_ERROR;
}

/**
 * bayan_site_table_forget_abandoned:
 *
 * The pages of imports that were undone and that no redo can bring back.
 */
gboolean
bayan_site_table_forget_abandoned (BayanStore *store, GError **error)
{
  return bayan_database_exec (
      store->database,
      "DELETE FROM site_line WHERE import IN (SELECT id FROM import WHERE hidden AND id"
      " NOT IN (SELECT import FROM journal WHERE undone = 1 AND import IS NOT NULL))",
      error);
}

/**
 * bayan_site_table_load:
 *
 * Returns: (transfer full) (nullable) (element-type BayanSiteLine): by site
 */
GPtrArray *
bayan_site_table_load (BayanStore *store, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (bayan_library_site_line_free);
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "SELECT name, line, sum (n_pages), max (choice) FROM"
      " (SELECT site, line, n_pages, 0 AS choice FROM site_line JOIN import ON import.id = import"
      "  WHERE NOT hidden UNION ALL SELECT site, line, 0, choice FROM site_choice)"
      " JOIN site ON site.id = site GROUP BY site, line",
      error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    add_line (lines, bayan_query_get_text (query, 0), sqlite3_column_int64 (query, 1),
              (guint) sqlite3_column_int64 (query, 2), read_choice (store, query, 3));
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}
