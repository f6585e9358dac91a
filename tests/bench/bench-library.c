/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a library costs, as ratios to the least that the same work could cost, measured in one run: pairs in
 * turn, the median of their ratios. Absolute times are of the machine and stand beside them for orientation.
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "bayan-search.h"
#include "bayan-store.h"
#include "bayan-tokenizer.h"
#include "corpus.h"
#include "figures.h"
#include "pairs.h"

#define N_MENTIONS 40u
#define BATCH 100u
#define PAIRS 7u

static guint n_statements = 10000;

static void
stop_on (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
check (sqlite3 *database, int result)
{
  if (result != SQLITE_OK && result != SQLITE_ROW && result != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (database));
}

/* The least: prepared statements and nothing else. */

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *database;
  g_autoptr (GError) error = NULL;

  check (NULL, sqlite3_open (path, &database));
  if (!bayan_tokenizer_register (database, &error))
    g_error ("%s", error->message);
  check (
      database,
      sqlite3_exec (database,
                    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF;"
                    "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384",
                    NULL, NULL, NULL));
  return database;
}

static sqlite3_stmt *
prepare (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *query;

  check (database, sqlite3_prepare_v2 (database, sql, -1, &query, NULL));
  return query;
}

enum { SOURCE, RAW, STATEMENT, BODY, MENTION, SEARCH, N_INSERTS };

static const char *const INSERTS[N_INSERTS] = {
  "INSERT INTO source (sha256, name, charset, format) VALUES (?, ?, 'UTF-8', 1)",
  "INSERT INTO raw VALUES (?, ?)",
  "INSERT INTO statement (source, import, imported_at, title, title_start, title_end, date, date_start, "
  "date_end,"
  " hijri_start, hijri_end, language) VALUES (?, 1, 0, ?, 0, 20, '2021-06-28', 0, 0, 0, 0, 'ar')",
  "INSERT INTO body VALUES (?, ?, ?, 0)",
  "INSERT INTO mention (statement, start, end, type, status, layer, rule, entity) VALUES (?, ?, ?, 1, 1, 1, "
  "1, ?)",
  "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
};

static void
step (sqlite3 *database, sqlite3_stmt *query)
{
  check (database, sqlite3_step (query));
  sqlite3_reset (query);
}

static void
insert_mentions (sqlite3 *database, sqlite3_stmt *query, gint64 id, const BayanRecognition *recognition)
{
  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (recognition->mentions, i);

      sqlite3_bind_int64 (query, 1, id);
      sqlite3_bind_int64 (query, 2, mention->span.start.byte);
      sqlite3_bind_int64 (query, 3, mention->span.end.byte);
      sqlite3_bind_int64 (query, 4, 1 + i % 50);
      step (database, query);
    }
}

static void
insert_bare (sqlite3 *database, sqlite3_stmt **inserts, const BayanImportItem *item)
{
  const BayanStatement *statement = item->statement;
  g_autoptr (GBytes) map = bayan_offset_map_to_bytes (statement->map);
  gint64 id;

  sqlite3_bind_text (inserts[SOURCE], 1, statement->sha256, -1, SQLITE_STATIC);
  sqlite3_bind_text (inserts[SOURCE], 2, statement->name, -1, SQLITE_STATIC);
  step (database, inserts[SOURCE]);
  id = sqlite3_last_insert_rowid (database);
  sqlite3_bind_int64 (inserts[RAW], 1, id);
  sqlite3_bind_blob (inserts[RAW], 2, g_bytes_get_data (statement->raw, NULL),
                     (int) g_bytes_get_size (statement->raw), SQLITE_STATIC);
  step (database, inserts[RAW]);
  sqlite3_bind_int64 (inserts[STATEMENT], 1, id);
  sqlite3_bind_text (inserts[STATEMENT], 2, statement->title, -1, SQLITE_STATIC);
  step (database, inserts[STATEMENT]);
  sqlite3_bind_int64 (inserts[BODY], 1, id);
  sqlite3_bind_text (inserts[BODY], 2, statement->text, -1, SQLITE_STATIC);
  sqlite3_bind_blob (inserts[BODY], 3, g_bytes_get_data (map, NULL), (int) g_bytes_get_size (map),
                     SQLITE_STATIC);
  step (database, inserts[BODY]);
  insert_mentions (database, inserts[MENTION], id, item->recognition);
  sqlite3_bind_int64 (inserts[SEARCH], 1, id);
  sqlite3_bind_text (inserts[SEARCH], 2, statement->title, -1, SQLITE_STATIC);
  sqlite3_bind_text (inserts[SEARCH], 3, statement->text, -1, SQLITE_STATIC);
  step (database, inserts[SEARCH]);
}

static double
import_bare (sqlite3 *database, sqlite3_stmt **inserts, GPtrArray *items)
{
  double start = wall_ms ();

  check (database, sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  for (guint i = 0; i < items->len; i++)
    insert_bare (database, inserts, g_ptr_array_index (items, i));
  check (database, sqlite3_exec (database, "COMMIT", NULL, NULL, NULL));
  return wall_ms () - start;
}

/* Prepared, as the threads of an import do it beside the writer; bench-import.c has both together. */
static GPtrArray *
make_batch (Corpus *corpus, guint first)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);

  for (guint i = 0; i < BATCH; i++)
    {
      BayanImportItem *item = corpus_make_item (corpus, first + i);

      bayan_import_item_prepare (item, NULL);
      g_ptr_array_add (items, item);
    }
  return items;
}

static double
import_ours (BayanLibrary *library, gint64 import_id, GPtrArray *items)
{
  g_autoptr (GError) error = NULL;
  double start = wall_ms ();
  g_autoptr (GArray) outcomes = bayan_library_import (library, import_id, items, &error);

  stop_on (error);
  return wall_ms () - start;
}

/* The rows that the bare inserts refer to. */
static void
prepare_bare_library (sqlite3 *database)
{
  check (database,
         sqlite3_exec (database,
                       "INSERT INTO import VALUES (1, 0, 0, 0); INSERT INTO word VALUES (1, 'GPE');"
                       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)"
                       " INSERT INTO entity (key, type) SELECT 'x' || i, 1 FROM n",
                       NULL, NULL, NULL));
}

static void
bench_import (BayanLibrary *library, Corpus *corpus, const char *bare_path)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *database;
  sqlite3_stmt *inserts[N_INSERTS];
  gint64 import_id = bayan_library_begin_import (library, &error);
  double total = 0;
  Pairs pairs;

  stop_on (error);
  g_object_unref (bayan_library_open (bare_path, &error));
  stop_on (error);
  database = open_bare (bare_path);
  prepare_bare_library (database);
  for (guint i = 0; i < N_INSERTS; i++)
    inserts[i] = prepare (database, INSERTS[i]);
  pairs_init (&pairs);
  for (guint first = 0; first < n_statements; first += BATCH)
    {
      g_autoptr (GPtrArray) items = make_batch (corpus, first);
      double bare = import_bare (database, inserts, items);
      double ours = import_ours (library, import_id, g_steal_pointer (&items));

      total += ours;
      pairs_add (&pairs, ours, bare);
    }
  for (guint i = 0; i < N_INSERTS; i++)
    sqlite3_finalize (inserts[i]);
  sqlite3_close (database);
  pairs_report (&pairs, "import, prepared, batch of 100", "same rows, bare loop", 1.0 / 0.85);
  g_print ("%-40s %9.0f statements/s\n", "", n_statements / total * 1000);
}

static double
scan_bare (sqlite3 *database)
{
  double start = wall_ms ();
  sqlite3_stmt *query = prepare (database, "SELECT id, statement, entity, type, status FROM mention"
                                           " INDEXED BY mention_by_statement ORDER BY statement");
  gint64 sum = 0;

  while (sqlite3_step (query) == SQLITE_ROW)
    for (int i = 0; i < 5; i++)
      sum += sqlite3_column_int64 (query, i);
  sqlite3_finalize (query);
  query = prepare (database, "SELECT * FROM statement");
  while (sqlite3_step (query) == SQLITE_ROW)
    sum += sqlite3_column_bytes (query, 4);
  sqlite3_finalize (query);
  return sum != 0 ? wall_ms () - start : 0;
}

static double
open_and_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  double start = wall_ms ();
  g_autoptr (BayanLibrary) library = bayan_library_open (path, &error);
  BayanLibraryIndex *index;

  stop_on (error);
  index = bayan_library_load_index (library, &error);
  stop_on (error);
  start = wall_ms () - start;
  g_assert_cmpuint (index->headers->len, ==, n_statements);
  bayan_library_index_free (index);
  return start;
}

static void
bench_index (const char *path)
{
  Pairs pairs;

  pairs_init (&pairs);
  for (guint i = 0; i < PAIRS; i++)
    {
      sqlite3 *database = open_bare (path);
      double bare = scan_bare (database);

      sqlite3_close (database);
      pairs_add (&pairs, open_and_load (path), bare);
    }
  pairs_report (&pairs, "open and load the index", "scan of the same columns", 0);
}

/* In the worker's place: what the way to another thread and back costs depends on what else the machine does. */
static double
search_ours (BayanStore *store, const char *typed, guint *n_found)
{
  g_autoptr (GError) error = NULL;
  double start = wall_ms ();
  g_autoptr (GArray) ids = bayan_search_run (store->search, typed, &error);

  stop_on (error);
  *n_found = ids->len;
  return wall_ms () - start;
}

static double
search_bare (sqlite3 *database, const char *sql, const char *expression)
{
  double start = wall_ms ();
  sqlite3_stmt *query = prepare (database, sql);

  sqlite3_bind_text (query, 1, expression, -1, SQLITE_STATIC);
  while (sqlite3_step (query) == SQLITE_ROW)
    ;
  sqlite3_finalize (query);
  return wall_ms () - start;
}

static void
bench_search (BayanStore *store, Corpus *corpus, guint rank, const char *label)
{
  const char *word = corpus_get_word (corpus, rank);
  g_autofree char *finished = g_strconcat (word, " ", NULL);
  g_autofree char *expression = g_strdup_printf ("\"%s\"", word);
  g_autofree char *what = NULL;
  guint n_found;
  Pairs pairs;

  search_ours (store, finished, &n_found);
  pairs_init (&pairs);
  for (guint i = 0; i < 5 * PAIRS; i++)
    {
      double bare = search_bare (bayan_database_get_handle (store->database),
                                 "SELECT rowid FROM search WHERE search MATCH ?", expression);
      pairs_add (&pairs, search_ours (store, finished, &n_found), bare);
    }
  what = g_strdup_printf ("search, %s, %u hits", label, n_found);
  pairs_report (&pairs, what, "bare FTS5, all hits", 1.5);
}

/* Every beginning of some words, as they are typed, through the worker. */
static void
bench_typing (BayanLibrary *library, Corpus *corpus)
{
  g_autofree char *slowest = NULL;
  double worst = 0;

  for (guint rank = 0; rank < 400; rank += 13)
    for (const char *word = corpus_get_word (corpus, rank), *end = g_utf8_next_char (word);;
         end = g_utf8_next_char (end))
      {
        g_autofree char *typed = g_strndup (word, (gsize) (end - word));
        g_autoptr (GError) error = NULL;
        double start = wall_ms (), took;
        g_autoptr (GArray) ids = bayan_library_search (library, typed, &error);

        stop_on (error);
        took = wall_ms () - start;
        if (took > worst)
          {
            worst = took;
            g_free (slowest);
            slowest = g_steal_pointer (&typed);
          }
        if (*end == '\0')
          break;
      }
  g_print ("%-40s %9.3f ms  (%s; to be < 50 ms)\n", "search while typing, slowest key", worst, slowest);
}

static double
sync_4k (int fd)
{
  static const char block[4096] = { 1 };
  double start = wall_ms ();

  if (pwrite (fd, block, sizeof block, 0) != sizeof block || fdatasync (fd) != 0)
    g_error ("cannot write");
  return wall_ms () - start;
}

static void
bench_annotation (BayanStore *store, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "sync", NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  Pairs pairs;

  pairs_init (&pairs);
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BayanLibraryChange) change = bayan_library_change_new ();
      BayanEdit *edit = bayan_edit_new ("confirm", "");
      double bare = sync_4k (fd), start = wall_ms ();

      bayan_edit_set_status (edit, 1 + i * 37, i % 2 ? BAYAN_STATUS_REJECTED : BAYAN_STATUS_CONFIRMED);
      if (!bayan_store_apply (store, edit, change, &error))
        stop_on (error);
      pairs_add (&pairs, wall_ms () - start, bare);
      bayan_edit_free (edit);
    }
  close (fd);
  pairs_report (&pairs, "one annotation, committed", "4 KB and fdatasync", 6);
}

static void
report_size (const char *path, guint text_bytes)
{
  GStatBuf buffer;

  if (g_stat (path, &buffer) == 0)
    g_print ("%-40s %9.1f MB  / text of the statements, twice (source and clean) = %.2f\n", "file",
             (double) buffer.st_size / 1e6, (double) buffer.st_size / (2.0 * n_statements * text_bytes));
}

static void
remove_folder (const char *folder)
{
  static const char *const NAMES[] = { "ours.bayan", "ours.bayan-wal", "bare.bayan", "bare.bayan-wal",
                                       "sync" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *path = g_build_filename (folder, NAMES[i], NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bayan-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "ours.bayan", NULL);
  g_autofree char *bare_path = g_build_filename (folder, "bare.bayan", NULL);
  g_autoptr (Corpus) corpus = corpus_new (30000, 5000, N_MENTIONS);
  BayanLibrary *library;
  BayanStore *store;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc > 1)
    n_statements = MAX (1, (guint) g_ascii_strtoull (argv[1], NULL, 10) / BATCH) * BATCH;
  g_print ("%u statements of 5 KB with %u mentions each\n", n_statements, N_MENTIONS);
  library = bayan_library_open (path, &error);
  stop_on (error);
  bench_import (library, corpus, bare_path);
  g_object_unref (library);
  report_size (path, 5000);
  bench_index (path);
  library = bayan_library_open (path, &error);
  stop_on (error);
  bench_typing (library, corpus);
  g_object_unref (library);
  store = bayan_store_open (path, &error);
  stop_on (error);
  bench_search (store, corpus, 4, "a word of every text");
  bench_search (store, corpus, 500, "a usual word");
  bench_search (store, corpus, 5000, "a rare word");
  bench_annotation (store, folder);
  bayan_store_close (store);
  remove_folder (folder);
  return 0;
}
