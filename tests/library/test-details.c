/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a library keeps of a statement beside its text: details, doubts, extracts, sites, sketches. */
#include <string.h>

#include "fixture.h"

static const char *const PAGE = "القاهرة وبغداد توقعان اتفاقاً\nوقعت مصر والعراق اتفاقاً في 3 أيار 2024.";

static BayanStatement *
make_page (void)
{
  BayanStatement *statement = make_statement ("page.docx", PAGE);
  BayanRemovedRegion *region = g_new0 (BayanRemovedRegion, 1);

  statement->format = BAYAN_FORMAT_DOCX;
  statement->extract = g_bytes_new_static ("<p>نص</p>", strlen ("<p>نص</p>"));
  statement->site = g_strdup ("example.org");
  statement->site_lines = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint64 line = 1; line <= 3; line++)
    {
      guint64 hash = line << 62 | line;
      g_array_append_val (statement->site_lines, hash);
    }
  region->raw = bayan_raw_span (30, 36);
  region->at = (BayanCleanPos) { 4 };
  region->text = g_strdup ("مصروالعراق");
  region->kind = g_strdup ("glued-words");
  region->rule = g_strdup ("clean/glued-words");
  region->instead = g_strdup ("مصر والعراق");
  g_ptr_array_add (statement->removed, region);
  return statement;
}

static BayanStatement *
make_rich_page (void)
{
  BayanStatement *statement = make_page ();
  BayanCleanSpan nowhere = bayan_clean_span (0, 0);

  bayan_statement_take_detail (statement,
                               bayan_detail_new (BAYAN_DETAIL_TITLE, statement->title, BAYAN_ORIGIN_TEXT,
                                                 statement->title_span, statement->title));
  bayan_statement_take_detail (statement, bayan_detail_new (BAYAN_DETAIL_DATE, "2024-05-03",
                                                            BAYAN_ORIGIN_DECLARED, nowhere, "May 3, 2024"));
  bayan_statement_take_detail (statement, bayan_detail_new (BAYAN_DETAIL_ISSUER, "وزارة الخارجية",
                                                            BAYAN_ORIGIN_TEXT, bayan_clean_span (2, 8), "x"));
  bayan_statement_take_detail (
      statement, bayan_detail_new (BAYAN_DETAIL_OUTLET, "واس", BAYAN_ORIGIN_DECLARED, nowhere, NULL));
  bayan_statement_take_detail (
      statement, bayan_detail_new (BAYAN_DETAIL_LANGUAGE, "ar", BAYAN_ORIGIN_DERIVED, nowhere, NULL));
  g_ptr_array_add (statement->doubts,
                   bayan_doubt_new (BAYAN_DOUBT_REPLACEMENT, "3", bayan_clean_span (4, 6)));
  g_ptr_array_add (statement->doubts, bayan_doubt_new (BAYAN_DOUBT_SPOOFING, "U+202E", nowhere));
  return statement;
}

/* @statement, @sketch: (transfer full) */
static gint64
import_statement (BayanLibrary *library, BayanStatement *statement, GBytes *sketch)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  BayanImportItem *item = bayan_import_item_new (statement, NULL);
  g_autoptr (GArray) outcomes = NULL;

  item->sketch = sketch;
  g_ptr_array_add (items, item);
  outcomes = import_items (library, items);
  return g_array_index (outcomes, BayanImportOutcome, 0).statement;
}

static void
assert_detail (const BayanStatement *statement, BayanDetailField field, const char *value, BayanOrigin origin,
               const char *words)
{
  const BayanDetail *detail = bayan_statement_find_detail (statement, field);

  g_assert_nonnull (detail);
  g_assert_cmpstr (detail->value, ==, value);
  g_assert_cmpint (detail->origin, ==, origin);
  g_assert_cmpstr (detail->words, ==, words);
}

static const BayanHeader *
only_header (BayanLibraryIndex *index)
{
  g_assert_cmpuint (index->headers->len, ==, 1);
  return g_ptr_array_index (index->headers, 0);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  gint64 id = import_statement (fixture->library, make_rich_page (), NULL);
  g_autoptr (BayanOpenStatement) open = NULL;
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  const BayanStatement *statement;
  const BayanDoubt *doubt;

  fixture_close (fixture);
  fixture_open (fixture);
  open = load_statement (fixture->library, id);
  statement = open->statement;
  g_assert_cmpuint (statement->details->len, ==, 5);
  assert_detail (statement, BAYAN_DETAIL_TITLE, statement->title, BAYAN_ORIGIN_TEXT, statement->title);
  assert_detail (statement, BAYAN_DETAIL_DATE, "2024-05-03", BAYAN_ORIGIN_DECLARED, "May 3, 2024");
  assert_detail (statement, BAYAN_DETAIL_ISSUER, "وزارة الخارجية", BAYAN_ORIGIN_TEXT, "x");
  assert_detail (statement, BAYAN_DETAIL_OUTLET, "واس", BAYAN_ORIGIN_DECLARED, NULL);
  assert_detail (statement, BAYAN_DETAIL_LANGUAGE, "ar", BAYAN_ORIGIN_DERIVED, NULL);
  g_assert_cmpuint (bayan_statement_find_detail (statement, BAYAN_DETAIL_ISSUER)->span.end.byte, ==, 8);
  g_assert_cmpuint (statement->doubts->len, ==, 2);
  doubt = g_ptr_array_index (statement->doubts, 0);
  g_assert_cmpint (doubt->kind, ==, BAYAN_DOUBT_REPLACEMENT);
  g_assert_cmpstr (doubt->subject, ==, "3");
  g_assert_cmpuint (doubt->span.start.byte, ==, 4);
  g_assert_cmpstr (statement->site, ==, "example.org");
  g_assert_cmpmem (g_bytes_get_data (statement->extract, NULL), g_bytes_get_size (statement->extract),
                   "<p>نص</p>", strlen ("<p>نص</p>"));
  g_assert_cmpstr (((BayanRemovedRegion *) statement->removed->pdata[0])->instead, ==, "مصر والعراق");
  index = load_index (fixture->library);
  g_assert_cmpstr (only_header (index)->outlet, ==, "واس");
  g_assert_cmpstr (only_header (index)->issuer, ==, "وزارة الخارجية");
  g_assert_true (only_header (index)->doubtful);
  g_assert_true (bayan_library_check (fixture->library, &error));
}

/* A statement whose maker says nothing of details has those that its columns tell. */
static void
test_derived (Fixture *fixture, gconstpointer data)
{
  gint64 id = import_statement (fixture->library, make_page (), NULL);
  g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, id);
  g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);

  g_assert_cmpuint (open->statement->details->len, ==, 2);
  assert_detail (open->statement, BAYAN_DETAIL_TITLE, open->statement->title, BAYAN_ORIGIN_TEXT,
                 open->statement->title);
  assert_detail (open->statement, BAYAN_DETAIL_LANGUAGE, "ar", BAYAN_ORIGIN_DERIVED, NULL);
  g_assert_null (only_header (index)->outlet);
  g_assert_false (only_header (index)->doubtful);
}

/* What the signal said last. */
typedef struct {
  guint n_headers, n_details, n_texts;
  char *title;
  GPtrArray *lines; /* "site line choice" */
} Told;

static void
changed_cb (BayanLibrary *library, BayanLibraryChange *change, gpointer data)
{
  Told *told = data;

  told->n_headers = change->headers_changed->len;
  told->n_details = change->details_changed->len;
  told->n_texts = change->texts_changed->len;
  g_clear_pointer (&told->title, g_free);
  if (told->n_headers > 0)
    told->title = g_strdup (((BayanHeader *) change->headers_changed->pdata[0])->title);
  g_ptr_array_set_size (told->lines, 0);
  for (guint i = 0; i < change->site_lines_changed->len; i++)
    {
      const BayanSiteLine *line = g_ptr_array_index (change->site_lines_changed, i);
      g_ptr_array_add (told->lines,
                       g_strdup_printf ("%s %" G_GUINT64_FORMAT " %u", line->site, line->line, line->choice));
    }
}

static void
follow (Fixture *fixture, Told *told)
{
  told->lines = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), told);
}

static void
stop_following (Fixture *fixture, Told *told)
{
  g_signal_handlers_disconnect_by_data (fixture->library, told);
  g_ptr_array_unref (told->lines);
  g_free (told->title);
}

static void
set_detail (Fixture *fixture, gint64 id, BayanDetailField field, const char *value)
{
  BayanEdit *edit = bayan_edit_new ("set-detail", value);
  g_autoptr (BayanDetail) detail = bayan_detail_new (field, value, BAYAN_ORIGIN_ANALYST,
                                                     bayan_clean_span (0, 0), NULL);

  bayan_edit_set_detail (edit, id, detail);
  apply_edit (fixture->library, edit);
}

/* Another title: in the statement, in the list, in the search; and all the way back. */
static void
test_set_title (Fixture *fixture, gconstpointer data)
{
  gint64 id = import_statement (fixture->library, make_rich_page (), NULL);
  Told told = { 0 };

  follow (fixture, &told);
  set_detail (fixture, id, BAYAN_DETAIL_TITLE, "عنوان جديد");
  g_assert_cmpuint (told.n_headers, ==, 1);
  g_assert_cmpuint (told.n_details, ==, 1);
  g_assert_cmpuint (told.n_texts, ==, 0);
  g_assert_cmpstr (told.title, ==, "عنوان جديد");
  assert_found (fixture->library, "عنوان جديد ", 1);
  travel (fixture->library, TRUE);
  g_assert_cmpuint (told.n_details, ==, 1);
  g_assert_true (g_str_has_prefix (told.title, "القاهرة"));
  assert_found (fixture->library, "عنوان ", 0);
  travel (fixture->library, FALSE);
  g_assert_cmpstr (told.title, ==, "عنوان جديد");
  assert_found (fixture->library, "عنوان ", 1);
  stop_following (fixture, &told);
}

static void
test_set_and_clear (Fixture *fixture, gconstpointer data)
{
  gint64 id = import_statement (fixture->library, make_rich_page (), NULL);
  BayanEdit *edit = bayan_edit_new ("clear-detail", "");
  g_autoptr (BayanOpenStatement) open = NULL;
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GError) error = NULL;

  set_detail (fixture, id, BAYAN_DETAIL_OUTLET, "وكالة الأنباء");
  set_detail (fixture, id, BAYAN_DETAIL_EVENT_DATE, "2024-05-01/2024-05-03");
  bayan_edit_clear_detail (edit, id, BAYAN_DETAIL_DATE);
  bayan_edit_clear_detail (edit, id, BAYAN_DETAIL_HIJRI);
  apply_edit (fixture->library, edit);
  open = load_statement (fixture->library, id);
  assert_detail (open->statement, BAYAN_DETAIL_OUTLET, "وكالة الأنباء", BAYAN_ORIGIN_ANALYST, NULL);
  assert_detail (open->statement, BAYAN_DETAIL_EVENT_DATE, "2024-05-01/2024-05-03", BAYAN_ORIGIN_ANALYST,
                 NULL);
  g_assert_null (bayan_statement_find_detail (open->statement, BAYAN_DETAIL_DATE));
  index = load_index (fixture->library);
  g_assert_cmpstr (only_header (index)->outlet, ==, "وكالة الأنباء");
  g_assert_false (bayan_date_is_set (only_header (index)->date));
  for (guint i = 0; i < 3; i++)
    travel (fixture->library, TRUE);
  bayan_open_statement_free (g_steal_pointer (&open));
  open = load_statement (fixture->library, id);
  g_assert_cmpuint (open->statement->details->len, ==, 5);
  assert_detail (open->statement, BAYAN_DETAIL_DATE, "2024-05-03", BAYAN_ORIGIN_DECLARED, "May 3, 2024");
  g_assert_true (bayan_library_check (fixture->library, &error));
}

/* Another reading brings its own details, doubts, regions and character set. */
static void
test_set_text (Fixture *fixture, gconstpointer data)
{
  gint64 id = import_statement (fixture->library, make_rich_page (), NULL);
  g_autoptr (BayanStatement) other = make_rich_page ();
  g_autoptr (GPtrArray) mentions = g_ptr_array_new ();
  BayanRemovedRegion *region = g_new0 (BayanRemovedRegion, 1);
  BayanEdit *edit = bayan_edit_new ("remove-region", "");
  g_autoptr (BayanOpenStatement) before = load_statement (fixture->library, id);
  g_autoptr (BayanOpenStatement) open = NULL;

  region->kind = g_strdup ("by-hand");
  region->rule = g_strdup ("analyst");
  ((BayanRemovedRegion *) other->removed->pdata[0])->id =
      ((BayanRemovedRegion *) before->statement->removed->pdata[0])->id;
  g_ptr_array_insert (other->removed, 0, region);
  g_ptr_array_set_size (other->doubts, 0);
  g_free (other->charset);
  other->charset = g_strdup ("windows-1256");
  bayan_edit_set_text (edit, id, other, mentions, NULL);
  apply_edit (fixture->library, edit);
  open = load_statement (fixture->library, id);
  g_assert_cmpstr (open->statement->charset, ==, "windows-1256");
  g_assert_cmpuint (open->statement->doubts->len, ==, 0);
  g_assert_cmpuint (open->statement->removed->len, ==, 2);
  g_assert_cmpint (((BayanRemovedRegion *) open->statement->removed->pdata[1])->id, ==,
                   ((BayanRemovedRegion *) before->statement->removed->pdata[0])->id);
  travel (fixture->library, TRUE);
  bayan_open_statement_free (g_steal_pointer (&open));
  open = load_statement (fixture->library, id);
  g_assert_cmpstr (open->statement->charset, ==, "UTF-8");
  g_assert_cmpuint (open->statement->doubts->len, ==, 2);
  g_assert_cmpuint (open->statement->removed->len, ==, 1);
  travel (fixture->library, FALSE);
}

static guint
pages_of (BayanLibrary *library, guint64 line, BayanSiteChoice *choice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = bayan_library_load_sites (library, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const BayanSiteLine *known = g_ptr_array_index (lines, i);

      g_assert_cmpstr (known->site, ==, "example.org");
      if (choice != NULL)
        *choice = known->choice;
      if (known->line == line)
        return known->n_pages;
    }
  return 0;
}

/* The pages of an undone import do not count; what comes back counts again. */
static void
test_site_pages (Fixture *fixture, gconstpointer data)
{
  BayanStatement *second = make_page ();
  guint64 line = (guint64) 3 << 62 | 3;

  import_statement (fixture->library, make_page (), NULL);
  g_free (second->sha256);
  second->sha256 = g_strdup ("other");
  g_array_set_size (second->site_lines, 1);
  import_statement (fixture->library, second, NULL);
  g_assert_cmpuint (pages_of (fixture->library, line, NULL), ==, 1);
  g_assert_cmpuint (pages_of (fixture->library, (guint64) 1 << 62 | 1, NULL), ==, 2);
  travel (fixture->library, TRUE);
  g_assert_cmpuint (pages_of (fixture->library, (guint64) 1 << 62 | 1, NULL), ==, 1);
  travel (fixture->library, FALSE);
  g_assert_cmpuint (pages_of (fixture->library, (guint64) 1 << 62 | 1, NULL), ==, 2);
}

static void
choose (Fixture *fixture, guint64 line, BayanSiteChoice choice)
{
  BayanEdit *edit = bayan_edit_new ("restore-region", "");

  bayan_edit_choose_line (edit, "example.org", line, choice);
  apply_edit (fixture->library, edit);
}

static void
test_site_choices (Fixture *fixture, gconstpointer data)
{
  guint64 line = G_MAXUINT64 - 5;
  BayanSiteChoice choice;
  Told told = { 0 };

  follow (fixture, &told);
  choose (fixture, line, BAYAN_SITE_CHOICE_KEEP);
  g_assert_cmpstr (told.lines->pdata[0], ==, "example.org 18446744073709551610 1");
  g_assert_cmpuint (pages_of (fixture->library, line, &choice), ==, 0);
  g_assert_cmpint (choice, ==, BAYAN_SITE_CHOICE_KEEP);
  choose (fixture, line, BAYAN_SITE_CHOICE_LEAVE_OUT);
  choose (fixture, line, BAYAN_SITE_CHOICE_NONE);
  g_assert_cmpstr (told.lines->pdata[0], ==, "example.org 18446744073709551610 0");
  travel (fixture->library, TRUE);
  g_assert_cmpstr (told.lines->pdata[0], ==, "example.org 18446744073709551610 2");
  travel (fixture->library, TRUE);
  travel (fixture->library, TRUE);
  g_assert_cmpstr (told.lines->pdata[0], ==, "example.org 18446744073709551610 0");
  stop_following (fixture, &told);
}

static void
assert_sketches (BayanLibrary *library, gint64 after, guint n_max, guint n_expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sketches = bayan_library_load_sketches (library, after, n_max, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sketches->len, ==, n_expected);
  for (guint i = 0; i < sketches->len; i++)
    {
      const BayanPlacedSketch *placed = g_ptr_array_index (sketches, i);

      g_assert_cmpint (placed->statement, >, after);
      g_assert_cmpmem (g_bytes_get_data (placed->sketch, NULL), g_bytes_get_size (placed->sketch), "abc", 3);
    }
}

static void
test_sketches (Fixture *fixture, gconstpointer data)
{
  BayanStatement *second = make_page ();
  gint64 first = import_statement (fixture->library, make_page (), g_bytes_new_static ("abc", 3));

  g_free (second->sha256);
  second->sha256 = g_strdup ("other");
  import_statement (fixture->library, second, g_bytes_new_static ("abc", 3));
  assert_sketches (fixture->library, 0, 100, 2);
  assert_sketches (fixture->library, 0, 1, 1);
  assert_sketches (fixture->library, first, 100, 1);
  travel (fixture->library, TRUE);
  assert_sketches (fixture->library, 0, 100, 1);
  assert_sketches (fixture->library, first, 100, 0);
}

static void
test_find_sources (Fixture *fixture, gconstpointer data)
{
  gint64 id = import_statement (fixture->library, make_page (), NULL);
  g_autoptr (BayanStatement) page = make_page ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      GPtrArray *wanted = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) ids = NULL;

      g_ptr_array_add (wanted, g_strdup ("nothing"));
      g_ptr_array_add (wanted, g_strdup (page->sha256));
      ids = bayan_library_find_sources (fixture->library, wanted, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, 2);
      g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 0);
      g_assert_cmpint (g_array_index (ids, gint64, 1), ==, i == 0 ? id : 0);
      travel (fixture->library, TRUE);
    }
}

/* A large import is told in parts, oldest first, each whole in itself. */
typedef struct {
  guint n_parts, n_headers, n_tallies;
  gint64 newest;
  gboolean done;
} Parts;

static void
part_cb (BayanLibrary *library, BayanLibraryChange *change, gpointer data)
{
  Parts *parts = data;
  const BayanHeader *newest = change->headers_added->pdata[0];
  const BayanHeader *oldest = change->headers_added->pdata[change->headers_added->len - 1];

  g_assert_cmpuint (change->headers_added->len, <=, 25);
  g_assert_cmpint (oldest->id, >, parts->newest);
  g_assert_cmpuint (change->entities_added->len, ==, parts->n_parts == 0);
  g_assert_nonnull (change->undo);
  for (guint i = 0; i < change->tallies_added->len; i++)
    {
      gint64 statement = g_array_index (change->tallies_added, BayanTally, i).statement;
      g_assert_cmpint (statement, >=, oldest->id);
      g_assert_cmpint (statement, <=, newest->id);
    }
  parts->newest = newest->id;
  parts->n_parts++;
  parts->n_headers += change->headers_added->len;
  parts->n_tallies += change->tallies_added->len;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Parts *parts = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) outcomes = bayan_library_import_finish (BAYAN_LIBRARY (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (outcomes->len, ==, parts->n_headers);
  parts->done = TRUE;
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  static const guint SIZES[] = { 1, 25, 26, 50, 60, 101 };
  g_autoptr (GError) error = NULL;
  guint serial = 0;

  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      Parts parts = { .n_parts = serial > 0 ? 1000 : 0 };
      GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
      gint64 import_id = bayan_library_begin_import (fixture->library, &error);
      gulong handler = g_signal_connect (fixture->library, "changed", G_CALLBACK (part_cb), &parts);

      for (guint j = 0; j < SIZES[i]; j++)
        {
          g_autofree char *text = g_strdup_printf ("بيان %u\nأعلن العراق", serial++);
          g_ptr_array_add (items, make_item ("a.txt", text, "العراق", "iso:IRQ"));
        }
      bayan_library_import_async (fixture->library, import_id, items, NULL, imported_cb, &parts);
      while (!parts.done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (parts.n_headers, ==, SIZES[i]);
      g_assert_cmpuint (parts.n_tallies, ==, SIZES[i]);
      g_assert_cmpuint (parts.n_parts % 1000, ==, (SIZES[i] + 24) / 25);
      g_signal_handler_disconnect (fixture->library, handler);
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/details/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("derived", test_derived);
  ADD ("set-title", test_set_title);
  ADD ("set-and-clear", test_set_and_clear);
  ADD ("set-text", test_set_text);
  ADD ("site-pages", test_site_pages);
  ADD ("site-choices", test_site_choices);
  ADD ("sketches", test_sketches);
  ADD ("find-sources", test_find_sources);
  ADD ("parts", test_parts);
  return g_test_run ();
}
