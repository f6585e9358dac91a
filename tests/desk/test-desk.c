/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>

#include "bayan-trouble.h"

#define ROME                                                                                                 \
  "بيان روما\n\nصدر في 28 يونيو 2021\n\nاجتمع الوزراء في روما لبحث الوضع في العراق وسوريا، وشكروا العراق.\n"
#define RABAT                                                                                                                                                          \
  "بيان الرباط\n\nصدر في 11 مايو 2022\n\nأكد الوزراء دعم العراق ودول الساحل، وأشاد الوزير العراقي " \
  "بالتحالف.\n"
#define LIMA "بيان ليما\n\nصدر في 3 أغسطس 2023\n\nناقش الوفد البيروفي التجارة البحرية.\n"

static guint
count_of (Fixture *fixture, const char *key)
{
  BayanEntityItem *item = bayan_desk_find_entity (fixture->desk, key);

  return item != NULL ? bayan_entity_item_get_count (item) : 0;
}

static void
test_empty_library (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  g_assert_cmpuint (fixture->entities->len, ==, 0);
  g_assert_cmpuint (fixture->n_updated, ==, 2); /* the list, then the counts */
  g_assert_null (bayan_desk_get_reading (fixture->desk));
  g_assert_null (bayan_desk_get_undo_act (fixture->desk, NULL));
  g_assert_false (bayan_desk_is_filtered (fixture->desk));
  g_assert_cmpstr (bayan_desk_get_path (fixture->desk), ==, fixture->path);
  fixture_check (fixture);
}

static void
test_import_fills_everything (Fixture *fixture, gconstpointer data)
{
  gint64 rome = fixture_import_text (fixture, ROME);

  g_assert_cmpuint (fixture->statements->len, ==, 1);
  g_assert_cmpuint (count_of (fixture, "iso:IRQ"), ==, 2);
  g_assert_cmpuint (count_of (fixture, "iso:SYR"), ==, 1);
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "IRQ"), ==, 2);
  g_assert_cmpint (rome, >, 0);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "import");
  fixture_import_text (fixture, RABAT);
  g_assert_cmpuint (count_of (fixture, "iso:IRQ"), ==, 3);
  g_assert_cmpuint (count_of (fixture, "nisba:IRQ"), ==, 1);
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "IRQ"), ==, 4);
  g_assert_cmpint (bayan_statement_item_get_id (bayan_desk_find_statement (fixture->desk, rome)), ==, rome);
  g_assert_null (bayan_desk_find_statement (fixture->desk, -1));
  fixture_check (fixture);
}

static void
test_undoing_an_import (Fixture *fixture, gconstpointer data)
{
  gint64 rome = fixture_import_text (fixture, ROME), rabat = fixture_import_text (fixture, RABAT);

  fixture_read (fixture, rabat);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (fixture->statements->len, ==, 1);
  g_assert_cmpint (bayan_desk_get_selected (fixture->desk), ==, 0);
  g_assert_null (bayan_desk_get_reading (fixture->desk));
  g_assert_cmpuint (count_of (fixture, "nisba:IRQ"), ==, 0);
  fixture_check (fixture);
  bayan_desk_redo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (fixture->statements->len, ==, 2);
  g_assert_cmpint (bayan_statement_item_get_id (fixture->statements->pdata[0]), ==, rabat);
  g_assert_cmpint (bayan_statement_item_get_id (fixture->statements->pdata[1]), ==, rome);
  fixture_check (fixture);
}

/* While another statement is loaded the reader keeps the one before: text and counts change together. */
static void
test_reading_and_scope (Fixture *fixture, gconstpointer data)
{
  gint64 rome = fixture_import_text (fixture, ROME), rabat = fixture_import_text (fixture, RABAT);

  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_STATEMENT);
  g_assert_cmpuint (fixture->entities->len, ==, 0);
  fixture_read (fixture, rome);
  g_assert_cmpuint (count_of (fixture, "iso:IRQ"), ==, 2);
  bayan_desk_select_statement (fixture->desk, rabat);
  g_assert_cmpint (bayan_desk_get_selected (fixture->desk), ==, rabat);
  g_assert_cmpint (bayan_reading_get_id (bayan_desk_get_reading (fixture->desk)), ==, rome);
  g_assert_cmpuint (count_of (fixture, "iso:IRQ"), ==, 2);
  fixture_read (fixture, rabat);
  g_assert_cmpuint (count_of (fixture, "iso:IRQ"), ==, 1);
  fixture_check (fixture);
  bayan_desk_select_statement (fixture->desk, 0);
  g_assert_null (bayan_desk_get_reading (fixture->desk));
  g_assert_cmpuint (fixture->entities->len, ==, 0);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
  g_assert_cmpuint (count_of (fixture, "iso:IRQ"), ==, 3);
  fixture_check (fixture);
}

/* Quickly through the list: only the last one is shown. */
static void
test_superseded_selection (Fixture *fixture, gconstpointer data)
{
  gint64 rome = fixture_import_text (fixture, ROME), rabat = fixture_import_text (fixture, RABAT);
  gint64 lima = fixture_import_text (fixture, LIMA);
  guint before = fixture->n_updated;

  bayan_desk_select_statement (fixture->desk, rome);
  bayan_desk_select_statement (fixture->desk, rabat);
  fixture_read (fixture, lima);
  g_assert_cmpuint (fixture->n_updated, ==, before + 1);
}

static void
test_find_mentions (Fixture *fixture, gconstpointer data)
{
  gsize n_mentions;
  g_autofree gint64 *none = bayan_desk_find_mentions (fixture->desk, "iso:IRQ", &n_mentions);
  g_autofree gint64 *some = NULL;

  g_assert_cmpuint (n_mentions, ==, 0);
  fixture_read (fixture, fixture_import_text (fixture, ROME));
  some = bayan_desk_find_mentions (fixture->desk, "iso:IRQ", &n_mentions);
  g_assert_cmpuint (n_mentions, ==, 2);
  g_assert_cmpuint (
      bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), some[0])->span.start.byte, <,
      bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), some[1])->span.start.byte);
}

static void
test_reopening (Fixture *fixture, gconstpointer data)
{
  gint64 rome = fixture_import_text (fixture, ROME);

  fixture_import_text (fixture, RABAT);
  fixture_read (fixture, rome);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_STATEMENT);
  bayan_desk_set_memory (fixture->desk, "split", "0.4");
  fixture_reopen (fixture);
  g_assert_cmpint (bayan_desk_get_state (fixture->desk), ==, BAYAN_DESK_READY);
  g_assert_cmpint (bayan_desk_get_selected (fixture->desk), ==, rome);
  g_assert_cmpint (bayan_desk_get_scope (fixture->desk), ==, BAYAN_SCOPE_STATEMENT);
  g_assert_cmpstr (bayan_desk_get_memory (fixture->desk, "split"), ==, "0.4");
  g_assert_null (bayan_desk_get_memory (fixture->desk, "scope"));
  wait_until (bayan_desk_get_reading (fixture->desk) != NULL);
  g_assert_cmpuint (count_of (fixture, "iso:IRQ"), ==, 2);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "import");
  fixture_check (fixture);
}

static guint
search (Fixture *fixture, const char *text)
{
  guint before = fixture->n_filter_changed;

  bayan_desk_set_search (fixture->desk, text);
  wait_until (fixture->n_filter_changed > before);
  fixture_check (fixture);
  return bayan_desk_get_n_matching (fixture->desk);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  fixture_import_text (fixture, ROME);
  fixture_import_text (fixture, RABAT);
  g_assert_cmpuint (search (fixture, "العراق"), ==, 2);
  g_assert_cmpuint (search (fixture, "روما"), ==, 1);
  g_assert_cmpuint (count_of (fixture, "iso:IRQ"), ==, 2); /* only what matches is counted */
  g_assert_cmpuint (search (fixture, "شيءغيرموجود"), ==, 0);
  g_assert_cmpuint (fixture->entities->len, ==, 0);
  g_assert_cmpuint (search (fixture, "  "), ==, 2);
  g_assert_null (bayan_desk_get_search (fixture->desk));
  /* The answers to what was typed on the way are dropped. */
  bayan_desk_set_search (fixture->desk, "ر");
  bayan_desk_set_search (fixture->desk, "روم");
  g_assert_cmpuint (search (fixture, "روما"), ==, 1);
  bayan_desk_clear_filter (fixture->desk);
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 2);
}

/* What is imported while a search stands is searched too. */
static void
test_import_under_a_search (Fixture *fixture, gconstpointer data)
{
  fixture_import_text (fixture, ROME);
  g_assert_cmpuint (search (fixture, "الرباط"), ==, 0);
  fixture_import_text (fixture, RABAT);
  wait_until (bayan_desk_get_n_matching (fixture->desk) == 1);
  fixture_import_text (fixture, LIMA);
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 1);
  fixture_check (fixture);
}

static void
test_date_filter (Fixture *fixture, gconstpointer data)
{
  BayanDate none = { 0, 0, 0 };

  fixture_import_text (fixture, ROME);
  fixture_import_text (fixture, RABAT);
  bayan_desk_set_date_range (fixture->desk, (BayanDate) { 2022, 0, 0 }, none);
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 1);
  bayan_desk_set_date_range (fixture->desk, (BayanDate) { 2021, 6, 28 }, (BayanDate) { 2021, 6, 28 });
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 1);
  bayan_desk_set_date_range (fixture->desk, (BayanDate) { 2021, 6, 29 }, (BayanDate) { 2022, 5, 10 });
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 0);
  bayan_desk_set_date_range (fixture->desk, none, (BayanDate) { 2022, 5, 0 });
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 2);
  g_assert_true (bayan_desk_is_filtered (fixture->desk));
  fixture_check (fixture);
}

static void
test_entity_and_country_filter (Fixture *fixture, gconstpointer data)
{
  gint64 rome = fixture_import_text (fixture, ROME);

  fixture_import_text (fixture, RABAT);
  fixture_import_text (fixture, LIMA);
  bayan_desk_set_entity_filter (fixture->desk, "nisba:IRQ");
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 1);
  bayan_desk_set_entity_filter (fixture->desk, NULL);
  bayan_desk_set_country_filter (fixture->desk, "IRQ");
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 2);
  bayan_desk_set_entity_filter (fixture->desk, "iso:SYR");
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 1);
  fixture_check (fixture);

  /* The last reason to match is rejected: the statement leaves the list and the counts at once. */
  fixture_read (fixture, rome);
  bayan_desk_reject (fixture->desk, fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 0);
  fixture_check (fixture);
  bayan_desk_set_entity_filter (fixture->desk, "org:nowhere");
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 0);
}

static void
test_no_library (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bayan-desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notes.txt", NULL);
  g_autoptr (BayanDesk) desk = bayan_desk_new ();
  g_autoptr (BayanImportJob) job = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "not a library, but dear to somebody\n", -1, NULL));
  bayan_desk_open (desk, path);
  wait_until (bayan_desk_get_state (desk) != BAYAN_DESK_OPENING);
  g_assert_cmpint (bayan_desk_get_state (desk), ==, BAYAN_DESK_FAILED);
  g_assert_cmpint (bayan_trouble_of (bayan_desk_get_failure (desk)), ==, BAYAN_TROUBLE_NOT_LIBRARY);
  job = bayan_desk_import_text (desk, ROME);
  g_assert_false (bayan_import_job_get_running (job));
  g_assert_cmpint (bayan_trouble_of (bayan_import_job_get_error (job)), ==, BAYAN_TROUBLE_NOT_LIBRARY);
  bayan_desk_close (desk);
  g_assert_cmpint (bayan_desk_get_state (desk), ==, BAYAN_DESK_EMPTY);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "not a library, but dear to somebody\n");
  g_remove (path);
  g_rmdir (folder);
}

/* A library opened while another is being opened: only the last one counts. */
static void
test_opening_another_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.bayan", NULL);

  fixture_import_text (fixture, ROME);
  bayan_desk_open (fixture->desk, other);
  bayan_desk_open (fixture->desk, fixture->path);
  wait_until (bayan_desk_get_counted (fixture->desk));
  g_assert_cmpuint (fixture->statements->len, ==, 1);
  bayan_desk_open (fixture->desk, other);
  wait_until (bayan_desk_get_counted (fixture->desk));
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  g_assert_cmpuint (fixture->entities->len, ==, 0);
  fixture_check (fixture);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/desk/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty-library", test_empty_library);
  ADD ("import-fills-everything", test_import_fills_everything);
  ADD ("undoing-an-import", test_undoing_an_import);
  ADD ("reading-and-scope", test_reading_and_scope);
  ADD ("superseded-selection", test_superseded_selection);
  ADD ("find-mentions", test_find_mentions);
  ADD ("reopening", test_reopening);
  ADD ("search", test_search);
  ADD ("import-under-a-search", test_import_under_a_search);
  ADD ("date-filter", test_date_filter);
  ADD ("entity-and-country-filter", test_entity_and_country_filter);
  ADD ("opening-another-meanwhile", test_opening_another_meanwhile);
  g_test_add_func ("/desk/no-library", test_no_library);
  return g_test_run ();
}
