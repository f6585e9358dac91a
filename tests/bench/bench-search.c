/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a query costs (performance.md, P10 to P13): the newest fifty statements with their titles, as ratios to the FTS5
 * statement that says the same, to FTS5's own ranking of a word that is in every text, and to `rg -lF` over the same texts as
 * files, in turn in one run; and what the fields cost, which FTS5 cannot say, as milliseconds.
 *
 * A query that takes long answers with a part at first (see bayan_search_get_left()): that is the first page, and what it
 * costs where nothing is known yet is told apart from what it costs until all is found.
 *
 * usage: bench-search [STATEMENTS]
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "bayan-line-search.h"
#include "bayan-search.h"
#include "bayan-store.h"
#include "corpus.h"
#include "figures.h"
#include "pairs.h"

#define N_MENTIONS 40u
#define BATCH 100u
#define PAIRS 41u
#define PAGE 50u
#define FIRST_PAGE_MS 50.0
#define FRAME_MS 16.0
#define FIRST_LINES 100u
#define FEW 7u             /* pairs of what takes long */
#define RIPGREP_MAX 20000u /* statements: as many files are written */
#define TITLES "SELECT title FROM statement WHERE id = ?"

static guint n_statements = 10000;

static void
stop_on (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
fill (const char *path, Corpus *corpus)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanLibrary) library = bayan_library_open (path, &error);
  gint64 import_id;

  stop_on (error);
  import_id = bayan_library_begin_import (library, &error);
  stop_on (error);
  for (guint first = 0; first < n_statements; first += BATCH)
    {
      GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
      g_autoptr (GArray) outcomes = NULL;

      for (guint i = 0; i < BATCH; i++)
        {
          BayanImportItem *item = corpus_make_item (corpus, first + i);

          item->statement->date = (BayanDate) { (gint16) (2010 + i % 15), (gint8) (1 + i % 12),
                                                (gint8) (1 + i % 28) };
          g_ptr_array_add (items, item);
        }
      outcomes = bayan_library_import (library, import_id, items, &error);
      stop_on (error);
    }
}

static sqlite3_stmt *
prepare (BayanStore *store, const char *sql)
{
  sqlite3_stmt *query = NULL;

  if (sqlite3_prepare_v2 (bayan_database_get_handle (store->database), sql, -1, &query, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bayan_database_get_handle (store->database)));
  return query;
}

static void
read_titles (sqlite3_stmt *titles, GArray *ids)
{
  for (guint i = 0; i < MIN (ids->len, PAGE); i++)
    {
      sqlite3_bind_int64 (titles, 1, g_array_index (ids, gint64, i));
      while (sqlite3_step (titles) == SQLITE_ROW)
        sqlite3_column_text (titles, 0);
      sqlite3_reset (titles);
    }
}

static double
ask_ours (BayanStore *store, sqlite3_stmt *titles, const char *typed, guint *n_found)
{
  g_autoptr (GError) error = NULL;
  double start = wall_ms ();
  g_autoptr (GArray) ids = bayan_search_run (store->search, typed, &error);

  stop_on (error);
  read_titles (titles, ids);
  *n_found = ids->len;
  return wall_ms () - start;
}

/* What FTS5 says to @sql, and the titles of fifty: of all hits, for their dates decide which are the newest, or of the best. */
static double
ask_bare (BayanStore *store, sqlite3_stmt *titles, const char *sql, const char *expression)
{
  double start = wall_ms ();
  sqlite3_stmt *query = prepare (store, sql);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  sqlite3_bind_text (query, 1, expression, -1, SQLITE_STATIC);
  while (sqlite3_step (query) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (query);
  read_titles (titles, ids);
  return wall_ms () - start;
}

static void
compare (BayanStore *store, sqlite3_stmt *titles, const char *what, const char *typed, const char *expression)
{
  g_autofree char *label = NULL;
  guint n_found;
  Pairs pairs;

  ask_ours (store, titles, typed, &n_found);
  pairs_init (&pairs);
  for (guint i = 0; i < PAIRS; i++)
    {
      double bare = ask_bare (store, titles, "SELECT rowid FROM search WHERE search MATCH ?", expression);

      pairs_add (&pairs, ask_ours (store, titles, typed, &n_found), bare);
    }
  label = g_strdup_printf ("%s, %u hits", what, n_found);
  pairs_report (&pairs, label, "the same in FTS5", 1.5);
}

static void
time_alone (BayanStore *store, sqlite3_stmt *titles, const char *what, const char *typed)
{
  double times[PAIRS], first;
  guint n_found = 0;

  for (guint i = 0; i < PAIRS; i++)
    {
      double start = thread_ms ();

      ask_ours (store, titles, typed, &n_found);
      times[i] = thread_ms () - start;
    }
  first = times[0];
  qsort (times, PAIRS, sizeof (double), compare_doubles);
  g_print ("%-40s %9.3f ms, p95 %9.3f ms, first %9.3f ms, %u hits%s\n", what, times[PAIRS / 2],
           times[PAIRS * 95 / 100], first, n_found,
           MAX (first, times[PAIRS * 95 / 100]) > FIRST_PAGE_MS ? "  MISSED" : "");
}

/* The first pages of a query of which nothing is known: each in a library that has just been opened. */
static void
time_new (const char *path, const char *what, const char *typed)
{
  double pages[FEW], all[FEW];
  guint n_page = 0, n_found = 0;

  for (guint i = 0; i < FEW; i++)
    {
      g_autoptr (GError) error = NULL;
      BayanStore *store = bayan_store_open (path, &error);
      sqlite3_stmt *titles;
      double start;

      stop_on (error);
      titles = prepare (store, TITLES);
      ask_ours (store, titles, "date:1900",
                &n_page); /* the order of the list is there before anybody can type */
      start = thread_ms ();
      ask_ours (store, titles, typed, &n_page);
      pages[i] = thread_ms () - start;
      n_found = n_page;
      while (bayan_search_get_left (store->search) > 0)
        ask_ours (store, titles, typed, &n_found);
      all[i] = thread_ms () - start;
      sqlite3_finalize (titles);
      bayan_store_close (store);
    }
  qsort (pages, FEW, sizeof (double), compare_doubles);
  qsort (all, FEW, sizeof (double), compare_doubles);
  g_print ("%-40s %9.3f ms, p95 %9.3f ms for the first %u; all %u hits %.0f ms%s\n", what, pages[FEW / 2],
           pages[FEW * 95 / 100], n_page, n_found, all[FEW / 2],
           pages[FEW * 95 / 100] > FIRST_PAGE_MS ? "  MISSED" : "");
}

/* P13, the library's part: words of all frequencies letter by letter, each letter a query of its own. */
static void
time_typing (BayanStore *store, sqlite3_stmt *titles, Corpus *corpus)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_found;

  for (guint rank = 1; rank <= 20000; rank = rank * 3 / 2 + 1)
    {
      const char *word = corpus_get_word (corpus, rank);

      for (const char *at = g_utf8_next_char (word); at <= word + strlen (word); at = g_utf8_next_char (at))
        {
          g_autofree char *typed = g_strndup (word, (gsize) (at - word));
          double start = thread_ms (), time;

          ask_ours (store, titles, typed, &n_found);
          time = thread_ms () - start;
          g_array_append_val (times, time);
        }
    }
  g_print ("%-40s %9.3f ms, p95 %9.3f ms, p99 %9.3f ms (goal p99 <= 16)%s\n", "a letter typed",
           percentile (times, 0.5), percentile (times, 0.95), percentile (times, 0.99),
           percentile (times, 0.99) > FRAME_MS ? "  MISSED" : "");
}

/* P12 */
static void
compare_ranking (BayanStore *store, sqlite3_stmt *titles, const char *hot)
{
  g_autofree char *typed = g_strdup_printf ("%s ", hot), *expression = g_strdup_printf ("\"%s\"", hot);
  guint n_found;
  Pairs pairs;

  pairs_init (&pairs);
  for (guint i = 0; i < FEW; i++)
    {
      double ranked = ask_bare (
          store, titles, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50", expression);

      pairs_add (&pairs, ask_ours (store, titles, typed, &n_found), ranked);
    }
  pairs_report (&pairs, "newest fifty of a word of every text", "FTS5's best fifty", 0.1);
}

/* P11: the same texts as files */

static void
write_files (BayanStore *store, const char *folder)
{
  sqlite3_stmt *query = prepare (store, "SELECT id, text FROM body");

  while (sqlite3_step (query) == SQLITE_ROW)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_strdup_printf ("%s/%lld.txt", folder, sqlite3_column_int64 (query, 0));

      g_file_set_contents (path, (const char *) sqlite3_column_text (query, 1), -1, &error);
      stop_on (error);
    }
  sqlite3_finalize (query);
}

static double
ask_ripgrep (const char *word, const char *folder)
{
  const char *arguments[] = { "rg", "-lF", word, folder, NULL };
  g_autoptr (GError) error = NULL;
  double start = wall_ms ();

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                NULL, NULL, NULL, &error);
  stop_on (error);
  return wall_ms () - start;
}

static void
compare_ripgrep (BayanStore *store, sqlite3_stmt *titles, const char *what, const char *word,
                 const char *folder)
{
  g_autofree char *typed = g_strdup_printf ("%s ", word);
  guint n_found;
  Pairs pairs;

  pairs_init (&pairs);
  ask_ripgrep (word, folder);
  for (guint i = 0; i < PAIRS; i++)
    {
      double theirs = ask_ripgrep (word, folder);

      pairs_add (&pairs, ask_ours (store, titles, typed, &n_found), theirs);
    }
  pairs_report (&pairs, what, "rg -lF", 0.005);
}

static void
compare_with_files (BayanStore *store, sqlite3_stmt *titles, Corpus *corpus)
{
  g_autofree char *ripgrep = g_find_program_in_path ("rg");
  g_autofree char *folder = g_dir_make_tmp ("bayan-bench-XXXXXX", NULL);
  g_autofree char *sweep = g_strdup_printf ("rm -rf '%s'", folder);

  if (ripgrep == NULL)
    {
      g_print ("rg is not there: not compared\n");
      return;
    }
  write_files (store, folder);
  compare_ripgrep (store, titles, "a rare word", corpus_get_word (corpus, 5000), folder);
  compare_ripgrep (store, titles, "a usual word", corpus_get_word (corpus, 500), folder);
  if (system (sweep) != 0)
    g_printerr ("%s is left behind\n", folder);
}

/* The lines of a concordance: bounded; the window waits for the first of them. */
static void
time_lines (BayanStore *store, const char *what, const char *typed, guint n_max)
{
  double times[PAIRS];
  guint n_found = 0, n_times = n_max > FIRST_LINES ? 1 : PAIRS;

  for (guint i = 0; i < n_times; i++)
    {
      g_autoptr (GError) error = NULL;
      double start = thread_ms ();
      g_autoptr (GPtrArray) lines = bayan_line_search_run (store, typed, n_max, NULL, &error);

      stop_on (error);
      times[i] = thread_ms () - start;
      n_found = lines->len;
    }
  qsort (times, n_times, sizeof (double), compare_doubles);
  g_print ("%-40s %9.3f ms, p95 %9.3f ms, %u lines%s\n", what, times[n_times / 2], times[n_times * 95 / 100],
           n_found, n_max == FIRST_LINES && times[n_times * 95 / 100] > FIRST_PAGE_MS ? "  MISSED" : "");
}

#define FORMAT(...) (made = (g_free (made), g_strdup_printf (__VA_ARGS__)))

static void
compare_all (BayanStore *store, sqlite3_stmt *titles, Corpus *corpus)
{
  const char *hot = corpus_get_word (corpus, 4), *usual = corpus_get_word (corpus, 500);
  const char *other = corpus_get_word (corpus, 300), *rare = corpus_get_word (corpus, 5000);
  g_autofree char *typed = NULL, *expression = NULL, *made = NULL;

#define COMPARE(what, format, fts)                                                                           \
  g_free (typed);                                                                                            \
  g_free (expression);                                                                                       \
  typed = g_strdup_printf format;                                                                            \
  expression = g_strdup_printf fts;                                                                          \
  compare (store, titles, what, typed, expression)

  COMPARE ("a word of every text", ("%s ", hot), ("\"%s\"", hot));
  COMPARE ("a usual word", ("%s ", usual), ("\"%s\"", usual));
  COMPARE ("a rare word", ("%s ", rare), ("\"%s\"", rare));
  COMPARE ("a phrase", ("\"%s %s\"", hot, corpus_get_word (corpus, 3)),
           ("\"%s %s\"", hot, corpus_get_word (corpus, 3)));
  COMPARE ("AND", ("%s %s ", usual, other), ("\"%s\" AND \"%s\"", usual, other));
  COMPARE ("OR", ("%s | %s ", usual, other), ("\"%s\" OR \"%s\"", usual, other));
  COMPARE ("NOT", ("%s -%s ", usual, other), ("\"%s\" NOT \"%s\"", usual, other));
  COMPARE ("a word being typed", ("%s", usual), ("\"%s\" OR \"%s\" *", usual, usual));
#undef COMPARE
  time_alone (store, titles, "everything but a word", FORMAT ("-%s ", usual));
  time_alone (store, titles, "date:", "date:2015..2018");
  time_alone (store, titles, "type:, all", "type:GPE");
  time_alone (store, titles, "type:, none", "type:MONEY");
  time_alone (store, titles, "type: and a usual word", FORMAT ("type:GPE %s ", usual));
  time_alone (store, titles, "country:", "country:IRQ");
  time_alone (store, titles, "entity:", "entity:org:5");
  time_alone (store, titles, "source:", "source:42");
  time_alone (store, titles, "= a rare word", FORMAT ("=%s", rare));
  time_alone (store, titles, "= a usual word", FORMAT ("=%s", usual));
  time_alone (store, titles, "= a word of every text", FORMAT ("=%s", hot));
  time_lines (store, "concordance, a word of every text", FORMAT ("%s ", hot), FIRST_LINES);
  time_lines (store, "concordance, a usual word", FORMAT ("%s ", usual), FIRST_LINES);
  time_lines (store, "concordance, a word of every text, all", FORMAT ("%s ", hot), 10000);
  time_lines (store, "concordance, a usual word, all", FORMAT ("%s ", usual), 10000);
  time_typing (store, titles, corpus);
  compare_ranking (store, titles, hot);
  if (n_statements <= RIPGREP_MAX)
    compare_with_files (store, titles, corpus);
}

static void
time_all_new (const char *path, Corpus *corpus)
{
  g_autofree char *usual = g_strdup_printf ("=%s", corpus_get_word (corpus, 500));
  g_autofree char *hot = g_strdup_printf ("=%s", corpus_get_word (corpus, 4));

  time_new (path, "type:, first of all", "type:GPE");
  time_new (path, "entity:, first of all", "entity:org:5");
  time_new (path, "= a usual word, first of all", usual);
  time_new (path, "= a word of every text, first of all", hot);
}

static void
merge (const char *path)
{
  g_autoptr (GError) error = NULL;
  BayanStore *store = bayan_store_open (path, &error);

  stop_on (error);
  while (bayan_store_merge_index (store, &error))
    ;
  stop_on (error);
  bayan_store_close (store);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bayan-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "library.bayan", NULL);
  g_autoptr (Corpus) corpus = corpus_new (30000, 5000, N_MENTIONS);
  sqlite3_stmt *titles;
  BayanStore *store;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc > 1)
    n_statements = MAX (1, (guint) g_ascii_strtoull (argv[1], NULL, 10) / BATCH) * BATCH;
  g_print ("%u statements of 5 KB with %u mentions each; the newest %u with their titles\n", n_statements,
           N_MENTIONS, PAGE);
  fill (path, corpus);
  merge (path);
  time_all_new (path, corpus);
  store = bayan_store_open (path, &error);
  stop_on (error);
  titles = prepare (store, TITLES);
  compare_all (store, titles, corpus);
  sqlite3_finalize (titles);
  bayan_store_close (store);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
