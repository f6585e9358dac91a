/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "bayan-search.h"
#include "bayan-store.h"
#include "bayan-tokenizer.h"
#include "fixture.h"

/* What one word may be written as. unicode61 finds none of these by any other (measured on SQLite 3.40.1). */
typedef struct {
  const char *name;
  const char *forms[5];
} Term;

static const Term TERMS[] = {
  { "vocalised", { "التحالف", "التَّحَالُفُ", "التّحالف" } },
  { "right-to-left-mark", { "التحالف", "الت\u200Fحالف", "التحالف\u200F" } },
  { "tatweel", { "التحالف", "الـتـحـالـف" } },
  { "presentation-forms", { "التحالف", "ﺍﻟﺘﺤﺎﻟﻒ" } },
  { "hamza", { "أحمد", "احمد", "إحمد" } },
  { "ta-marbuta", { "وزارة", "وزاره" } },
  { "alef-maksura", { "مستشفى", "مستشفي" } },
  { "digits", { "٢٠١٤", "2014", "۲۰۱۴" } },
  { "zero-width-non-joiner", { "خامنه\u200Cای", "خامنهای" } },
  { "latin", { "Coalition", "COALITION", "coalition" } },
};

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  const Term *term = data;
  guint n_forms = 0;

  for (; n_forms < G_N_ELEMENTS (term->forms) && term->forms[n_forms] != NULL; n_forms++)
    {
      g_autofree char *text = g_strdup_printf ("عنوان %u\nجاء فيه %s ثم كلام آخر.", n_forms,
                                               term->forms[n_forms]);
      import_one (fixture->library, "a.txt", text, NULL, NULL);
    }
  for (guint i = 0; i < n_forms; i++)
    {
      g_autofree char *finished = g_strconcat (term->forms[i], " ", NULL);
      g_autofree char *phrase = g_strdup_printf ("\"فيه %s\"", term->forms[i]);

      assert_found (fixture->library, finished, n_forms);
      assert_found (fixture->library, term->forms[i], n_forms);
      assert_found (fixture->library, phrase, n_forms);
    }
}

/* A particle or ال on a word hides it from nobody; a word that only begins with such a letter is left whole.
 */
static void
test_clitics (Fixture *fixture, gconstpointer data)
{
  static const char *const FORMS[] = { "العراق", "والعراق", "للعراق", "بالعراق", "وللعراق" };

  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    {
      g_autofree char *text = g_strdup_printf ("عنوان\nنص %s هنا", FORMS[i]);
      import_one (fixture->library, "a.txt", text, NULL, NULL);
    }
  import_one (fixture->library, "b.txt", "عنوان\nصرح الوزير أمس", NULL, NULL);
  import_one (fixture->library, "c.txt", "عنوان\nاشترى زير ماء", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    {
      g_autofree char *finished = g_strconcat (FORMS[i], " ", NULL);
      assert_found (fixture->library, finished, G_N_ELEMENTS (FORMS));
    }
  assert_found (fixture->library, "وزير ", 1);
  assert_found (fixture->library, "زير ", 1);
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  import_one (fixture->library, "a.txt", "بيان أول\nأكد التحالف الدولي دعم العراق", NULL, NULL);
  import_one (fixture->library, "b.txt", "بيان ثان\nقال المتحدث إن الدولي المعروف ترك التحالف", NULL, NULL);

  assert_found (fixture->library, "", 2);
  assert_found (fixture->library, " \"", 2);
  assert_found (fixture->library, "؟!", 2);
  assert_found (fixture->library, "وال", 2);
  assert_found (fixture->library, "العراق وال", 1);
  assert_found (fixture->library, "التحالف الدولي ", 2);
  assert_found (fixture->library, "\"التحالف الدولي\"", 1);
  assert_found (fixture->library, "«التحالف الدولي»", 1);
  assert_found (fixture->library, "“التحالف الدولي”", 1);
  assert_found (fixture->library, "\"الدولي التحالف\"", 0);
  assert_found (fixture->library, "\"التحالف الدو", 1);
  assert_found (fixture->library, "المتح", 1);
  assert_found (fixture->library, "المتح ", 0);
  assert_found (fixture->library, "المتح العراق ", 0);
  assert_found (fixture->library, "ثان", 1);
  assert_found (fixture->library, "\"title:ثان\"", 0);
}

static gint64
import_dated (BayanLibrary *library, const char *text, BayanDate date)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  BayanImportItem *item = make_item ("a.txt", text, NULL, NULL);
  g_autoptr (GArray) outcomes = NULL;

  item->statement->date = date;
  g_ptr_array_add (items, item);
  outcomes = import_items (library, items);
  return g_array_index (outcomes, BayanImportOutcome, 0).statement;
}

/* By date, then by import; what has no date comes last. */
static void
test_newest_first (Fixture *fixture, gconstpointer data)
{
  gint64 expected[5];
  g_autoptr (GArray) ids = NULL;

  expected[4] = import_dated (fixture->library, "واحد بيان", (BayanDate) { 0, 0, 0 });
  expected[0] = import_dated (fixture->library, "اثنان بيان", (BayanDate) { 2024, 3, 1 });
  expected[3] = import_dated (fixture->library, "ثلاثة بيان", (BayanDate) { 2021, 6, 28 });
  expected[2] = import_dated (fixture->library, "أربعة بيان", (BayanDate) { 2023, 0, 0 });
  expected[1] = import_dated (fixture->library, "خمسة بيان", (BayanDate) { 2023, 12, 5 });
  ids = search (fixture->library, "بيان");
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected, sizeof expected);
  g_clear_pointer (&ids, g_array_unref);
  import_dated (fixture->library, "ستة بيان", (BayanDate) { 2025, 1, 1 });
  ids = search (fixture->library, "بيان");
  g_assert_cmpuint (ids->len, ==, 6);
  g_assert_cmpmem ((gint64 *) (gpointer) ids->data + 1, sizeof expected, expected, sizeof expected);
}

static char *
random_query (void)
{
  static const char *const PIECES[] = {
    "\"",       "'",       "*",       "(",
    ")",        ":",       "-",       "^",
    "+",        "{",       "}",       " ",
    "  ",       "\n",      "\t",      "AND",
    "OR",       "NOT",     "NEAR",    "NEAR(",
    "title:",   "«",       "»",       "“",
    "”",        ";",       "--",      "/*",
    "%",        "_",       "\\",      "و",
    "ال",       "التحالف", "َّ",        "ـ",
    "\u200F",   "2014",    "٢٠",      "a",
    "search",   "\xFF",    "\xD8",    "\xF0\x9F\x87\xAE",
    "\x01",     ",",       "،",       ".",
    "|",        "=",       "type:",   "MONEY",
    "date:",    "2024..",  ">2024",   "entity:",
    "country:", "IRQ",     "source:", "act:",
    "CONDEMN",  "exact:",  "نوع:",    "مصدر:",
  };
  GString *query = g_string_new (NULL);
  int n_pieces = g_test_rand_int_range (0, g_test_rand_bit () ? 6 : 60);

  for (int i = 0; i < n_pieces; i++)
    g_string_append (query, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);
  return g_string_free (query, FALSE);
}

/* Whatever is typed, SQLite has nothing to complain about: it is understood, or it is said why not. */
static void
test_random_queries (Fixture *fixture, gconstpointer data)
{
  guint n_understood = 0;

  import_one (fixture->library, "a.txt", "بيان أول\nأكد التحالف الدولي دعم العراق 2014", NULL, NULL);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *typed = random_query ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = bayan_library_search (fixture->library, typed, &error);

      if (g_error_matches (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_QUERY))
        continue;
      if (error != NULL)
        g_test_message ("“%s”", typed);
      g_assert_no_error (error);
      n_understood++;
    }
  g_assert_cmpuint (n_understood, >, 2000);
}

static void
test_many_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) query = g_string_new (NULL);

  import_one (fixture->library, "a.txt", "بيان أول\nأكد التحالف", NULL, NULL);
  for (guint i = 0; i < 5000; i++)
    g_string_append (query, "التحالف ");
  assert_found (fixture->library, query->str, 1);
}

static char *
highlight (const char *text, const char *match)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *database;
  sqlite3_stmt *query;
  char *marked;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  g_assert_true (bayan_tokenizer_register (database, &error));
  g_assert_cmpint (
      sqlite3_exec (database, "CREATE VIRTUAL TABLE t USING fts5 (a, tokenize = 'bayan')", NULL, NULL, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "INSERT INTO t VALUES (?)", -1, &query, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_text (query, 1, text, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (query), ==, SQLITE_DONE);
  sqlite3_finalize (query);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT highlight (t, 0, '[', ']') FROM t WHERE t MATCH ?",
                                       -1, &query, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (query, 1, match, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (query), ==, SQLITE_ROW);
  marked = g_strdup ((const char *) sqlite3_column_text (query, 0));
  sqlite3_finalize (query);
  sqlite3_close (database);
  return marked;
}

/* Offsets are those of the text as it stands: what is marked is the word with all its marks. */
static void
test_offsets (void)
{
  g_autofree char *vocalised = highlight ("قال التَّحَالُفُ الدولي أمس", "\"التحالف\"");
  g_autofree char *stem = highlight ("دعم للعراق، وبغداد", "\"العراق\"");
  g_autofree char *two = highlight ("في ٢٠١٤ وفي 2014.", "\"2014\"");

  g_assert_cmpstr (vocalised, ==, "قال [التَّحَالُفُ] الدولي أمس");
  g_assert_cmpstr (stem, ==, "دعم [للعراق]، وبغداد");
  g_assert_cmpstr (two, ==, "في [٢٠١٤] وفي [2014].");
}

/* Rows of an index: https://www.sqlite.org/src/file/ext/fts5/fts5_index.c, FTS5_SEGMENT_ROWID. Nobody may have it open. */
static int
count_segments (const char *path)
{
  sqlite3 *database;
  sqlite3_stmt *query;
  int n_segments;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (database, "SELECT count (DISTINCT id >> 37) FROM search_data WHERE id > 10", -1, &query,
                      NULL);
  g_assert_cmpint (sqlite3_step (query), ==, SQLITE_ROW);
  n_segments = sqlite3_column_int (query, 0);
  sqlite3_finalize (query);
  sqlite3_close (database);
  return n_segments;
}

static void
merge_all (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanStore) store = bayan_store_open (path, &error);

  g_assert_no_error (error);
  while (bayan_store_merge_index (store, &error))
    ;
  g_assert_no_error (error);
}

/* What an import writes lies side by side until there is time to merge it. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  const guint N_BATCHES = 14;

  for (guint i = 0; i < N_BATCHES; i++)
    {
      g_autofree char *text = g_strdup_printf ("عنوان\nبيان رقم %u عن العراق", i);
      import_one (fixture->library, "a.txt", text, NULL, NULL);
    }
  fixture_close (fixture);
  g_assert_cmpint (count_segments (fixture->path), >, 4);
  merge_all (fixture->path);
  g_assert_cmpint (count_segments (fixture->path), <=, 4);
  fixture_open (fixture);
  assert_found (fixture->library, "العراق", N_BATCHES);
}

static GArray *
ask (BayanStore *store, const char *typed)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = bayan_search_run (store->search, typed, &error);

  g_assert_no_error (error);
  return ids;
}

/* A word of many texts answers with the latest of them first; asked until nothing is left, with all that it finds, whatever
 * stands beside it. */
static void
test_many_hits (Fixture *fixture, gconstpointer data)
{
  static const char *const TYPED[] = {
    "العراق ",         "العراق -سوريا ",           "-العراق ",
    "العراق | سوريا ", "entity:iso:IRQ | العراق ", "entity:iso:IRQ العراق ",
    "=العراق"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanStore) store = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("عنوان\nبيان رقم %u عن %s %s", i,
                                               i % 4 == 0 ? "الأردن" : "العراق", i % 3 == 0 ? "وسوريا" : "");
      import_one (fixture->library, "a.txt", text, i % 2 == 0 ? "رقم" : NULL, "iso:IRQ");
    }
  fixture_close (fixture);
  store = bayan_store_open (fixture->path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (TYPED); i++)
    {
      g_autoptr (GArray) all = ask (store, TYPED[i]), found = NULL;
      guint n_rounds = 1;

      g_assert_cmpuint (bayan_search_get_left (store->search), ==, 0);
      bayan_search_set_first_hits (store->search, 4);
      found = ask (store, TYPED[i]);
      if (i == 0)
        {
          g_assert_cmpuint (found->len, ==, 4);
          g_assert_cmpuint (bayan_search_get_left (store->search), ==, 40 - 5);
        }
      for (; bayan_search_get_left (store->search) > 0; n_rounds++)
        {
          g_array_unref (found);
          found = ask (store, TYPED[i]);
        }
      g_assert_cmpuint (n_rounds, >, 1);
      g_assert_cmpuint (n_rounds, <, 6);
      g_assert_cmpmem (found->data, found->len * sizeof (gint64), all->data, all->len * sizeof (gint64));
      bayan_search_set_first_hits (store->search, G_MAXUINT);
    }
  bayan_store_close (g_steal_pointer (&store));
  fixture_open (fixture);
}

#define ADD(name, data, function)                                                                            \
  g_test_add ("/search/" name, Fixture, data, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (TERMS); i++)
    {
      g_autofree char *path = g_strconcat ("/search/terms/", TERMS[i].name, NULL);
      g_test_add (path, Fixture, &TERMS[i], fixture_set_up, test_terms, fixture_tear_down);
    }
  ADD ("clitics", NULL, test_clitics);
  ADD ("many-hits", NULL, test_many_hits);
  ADD ("query", NULL, test_query);
  ADD ("newest-first", NULL, test_newest_first);
  ADD ("random-queries", NULL, test_random_queries);
  ADD ("many-words", NULL, test_many_words);
  ADD ("merge", NULL, test_merge);
  g_test_add_func ("/search/offsets", test_offsets);
  return g_test_run ();
}
