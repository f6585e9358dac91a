/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>

#include "bayan-preview.h"
#include "bayan-trouble.h"

#define ROME "بيان روما\n\nاجتمع الوزراء في روما لبحث الوضع في العراق وسوريا، وشكروا العراق.\n"
#define RABAT "بيان الرباط\n\nأكد الوزراء دعم العراق ودول الساحل، وأشاد الوزير العراقي بالتحالف.\n"
#define TABLE                                                                                                                                                                                  \
  "id,headline,body,published,source\n"                                                                                                                                                        \
  "1,بيان روما,\"اجتمع الوزراء في روما لبحث الوضع في العراق وسوريا، وأكدوا استمرار التحالف في عمله حتى دحر " \
  "الإرهاب.\",2021-06-28,واس\n"                                                                                                                                                      \
  "2,بيان الرباط,\"أكد الوزراء في الرباط دعم العراق ودول الساحل، ورحبوا بجهود المغرب في استضافة "                    \
  "الاجتماع.\",2022-05-11,قنا\n"

static void
review (Fixture *fixture, const char *const *names)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (BayanImportJob) job = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_list_store_append (files, file);
    }
  job = bayan_desk_review_files (fixture->desk, G_LIST_MODEL (files));
  wait_until (!bayan_import_job_get_running (job));
  g_assert_cmpuint (bayan_import_job_get_n_held (job), ==, g_strv_length ((char **) names));
}

static void
accept (Fixture *fixture, GListModel *held)
{
  bayan_desk_accept_held (fixture->desk, held);
  wait_until (!bayan_import_job_get_running (bayan_desk_get_job (fixture->desk)));
}

/* What is held back is not in the library, and what the analyst lets through is part of the import that held it
 * back: one undo takes all of it back. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "rome.txt", "rabat.txt", NULL };
  GListModel *held = bayan_desk_get_held (fixture->desk);
  g_autoptr (BayanHeldFile) second = NULL;
  const char *subject;

  g_free (fixture_put (fixture, "rome.txt", ROME));
  g_free (fixture_put (fixture, "rabat.txt", RABAT));
  review (fixture, names);
  review (fixture, names); /* again: each waits only once */
  g_assert_cmpuint (g_list_model_get_n_items (held), ==, 2);
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  g_assert_false (bayan_desk_get_can_undo (fixture->desk));
  second = g_list_model_get_item (held, 1);
  g_assert_cmpstr (bayan_held_file_get_name (second), ==, "rabat.txt");
  g_assert_cmpstr (bayan_held_file_get_charset (second), ==, "UTF-8");
  accept (fixture, held);
  g_assert_cmpint (bayan_held_file_get_state (second), ==, BAYAN_HELD_IMPORTED);
  g_assert_cmpuint (g_list_model_get_n_items (held), ==, 0);
  g_assert_cmpuint (fixture->statements->len, ==, 2);
  g_assert_cmpint (bayan_import_job_get_cause (bayan_desk_get_job (fixture->desk)), ==,
                   BAYAN_IMPORT_REVIEWED);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "import");
  g_assert_cmpstr (subject, ==, "2");
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  fixture_check (fixture);
}

/* One after the other, an act between them, and skipped ones: still one import. */
static void
test_held_one_by_one (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "rome.txt", "rabat.txt", "paris.txt", NULL };
  GListModel *held = bayan_desk_get_held (fixture->desk);
  g_autoptr (BayanHeldFile) last = NULL;
  const char *subject;

  g_free (fixture_put (fixture, "rome.txt", ROME));
  g_free (fixture_put (fixture, "rabat.txt", RABAT));
  g_free (fixture_put (fixture, "paris.txt", "بيان باريس\n\nأكد الوزراء دعم لبنان.\n"));
  review (fixture, names);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GListStore) one = g_list_store_new (BAYAN_TYPE_HELD_FILE);
      g_autoptr (BayanHeldFile) first = g_list_model_get_item (held, 0);

      g_list_store_append (one, first);
      accept (fixture, G_LIST_MODEL (one));
    }
  last = g_list_model_get_item (held, 0);
  bayan_desk_skip_held (fixture->desk, last);
  g_assert_cmpuint (g_list_model_get_n_items (held), ==, 0);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "import");
  g_assert_cmpstr (subject, ==, "2");
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  g_assert_false (bayan_desk_get_can_undo (fixture->desk));
}

/* The import was taken back meanwhile: what is let through now is an import of its own. */
static void
test_held_after_undo (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "rome.txt", "rabat.txt", NULL };
  GListModel *held = bayan_desk_get_held (fixture->desk);
  g_autoptr (GListStore) one = g_list_store_new (BAYAN_TYPE_HELD_FILE);
  g_autoptr (BayanHeldFile) first = NULL;

  g_free (fixture_put (fixture, "rome.txt", ROME));
  g_free (fixture_put (fixture, "rabat.txt", RABAT));
  review (fixture, names);
  first = g_list_model_get_item (held, 0);
  g_list_store_append (one, first);
  accept (fixture, G_LIST_MODEL (one));
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  accept (fixture, held);
  g_assert_cmpuint (fixture->statements->len, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (held), ==, 0);
  fixture_check (fixture);
}

/* It is gone when the analyst lets it through: it waits on, and says why. */
static void
test_held_and_gone (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "rome.txt", NULL };
  GListModel *held = bayan_desk_get_held (fixture->desk);
  g_autofree char *path = fixture_put (fixture, "rome.txt", ROME);
  g_autoptr (BayanHeldFile) file = NULL;

  review (fixture, names);
  g_remove (path);
  accept (fixture, held);
  file = g_list_model_get_item (held, 0);
  g_assert_nonnull (file);
  g_assert_cmpint (bayan_held_file_get_state (file), ==, BAYAN_HELD_WAITING);
  g_assert_cmpint (bayan_trouble_of (bayan_held_file_get_error (file)), ==, BAYAN_TROUBLE_NOT_FOUND);
  fixture_reopen (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (bayan_desk_get_held (fixture->desk)), ==, 0);
}

/* What was let through is known when it comes again: it needs no second look. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "rome.txt", NULL };
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = fixture_put (fixture, "rome.txt", ROME);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BayanImportJob) first = fixture_import (fixture, names);
  g_autoptr (BayanImportJob) again = NULL;

  g_list_store_append (files, file);
  again = bayan_desk_review_files (fixture->desk, G_LIST_MODEL (files));
  wait_until (!bayan_import_job_get_running (again));
  g_assert_cmpuint (bayan_import_job_get_n_held (again), ==, 0);
  g_assert_cmpuint (bayan_import_job_get_n_known (again), ==, 1);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanPreview **preview = data;

  *preview = bayan_preview_held_finish (BAYAN_HELD_FILE (source), result, NULL);
}

static BayanPreview *
preview (BayanHeldFile *held)
{
  BayanPreview *preview = NULL;

  bayan_preview_held_async (held, NULL, previewed_cb, &preview);
  wait_until (preview != NULL);
  return preview;
}

/* Another encoding is seen before it is chosen for good, and is what the library gets. */
static void
test_encoding (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "rome.txt", NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "rome.txt", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (BayanHeldFile) held = NULL;
  g_autoptr (BayanPreview) wrong = NULL, right = NULL;
  gsize length;

  bytes = g_convert (ROME, -1, "WINDOWS-1256", "UTF-8", NULL, &length, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  review (fixture, names);
  held = g_list_model_get_item (bayan_desk_get_held (fixture->desk), 0);
  g_assert_cmpstr (bayan_held_file_get_charset (held), ==, "windows-1256");
  bayan_held_file_set_charset (held, "ISO-8859-6");
  wrong = preview (held);
  g_assert_nonnull (wrong->charsets);
  g_assert_true (wrong->statement == NULL || strstr (wrong->statement->text, "الوزراء") == NULL);
  bayan_held_file_set_charset (held, "windows-1256");
  right = preview (held);
  g_assert_nonnull (strstr (right->statement->text, "اجتمع الوزراء في روما"));
  accept (fixture, bayan_desk_get_held (fixture->desk));
  g_assert_cmpuint (fixture->statements->len, ==, 1);
}

/* A table waits for its columns; each row is a statement then, and all of it is one import. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "archive.csv", NULL };
  g_autoptr (BayanImportJob) job = NULL;
  g_autoptr (BayanHeldFile) held = NULL;
  g_autoptr (BayanPreview) first = NULL;
  const char *subject;

  g_free (fixture_put (fixture, "archive.csv", TABLE));
  job = fixture_import (fixture, names);
  g_assert_cmpuint (bayan_import_job_get_n_held (job), ==, 1);
  held = g_list_model_get_item (bayan_desk_get_held (fixture->desk), 0);
  g_assert_true (bayan_held_file_get_is_table (held));
  g_assert_cmpuint (bayan_held_file_get_n_columns (held), ==, 5);
  g_assert_cmpstr (bayan_held_file_get_column_name (held, 2), ==, "body");
  g_assert_cmpint (bayan_held_file_get_role (held, 2), ==, BAYAN_TABLE_ROLE_TEXT);
  bayan_held_file_set_role (held, 1, BAYAN_TABLE_ROLE_TITLE);
  bayan_held_file_set_role (held, 3, BAYAN_TABLE_ROLE_DATE);
  first = preview (held);
  g_assert_cmpstr (first->statement->title, ==, "بيان روما");
  accept (fixture, bayan_desk_get_held (fixture->desk));
  g_assert_cmpint (bayan_held_file_get_state (held), ==, BAYAN_HELD_IMPORTED);
  g_assert_cmpuint (fixture->statements->len, ==, 2);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "import");
  g_assert_cmpstr (subject, ==, "2");
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  fixture_check (fixture);
}

/* No column is the text: nothing comes of it, and it waits on. */
static void
test_table_without_text (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "archive.csv", NULL };
  g_autoptr (BayanImportJob) job = NULL;
  g_autoptr (BayanHeldFile) held = NULL;
  g_autoptr (BayanPreview) first = NULL;

  g_free (fixture_put (fixture, "archive.csv", TABLE));
  job = fixture_import (fixture, names);
  held = g_list_model_get_item (bayan_desk_get_held (fixture->desk), 0);
  for (guint column = 0; column < 5; column++)
    bayan_held_file_set_role (held, column, BAYAN_TABLE_ROLE_NONE);
  first = preview (held);
  g_assert_null (first->statement);
  accept (fixture, bayan_desk_get_held (fixture->desk));
  g_assert_cmpint (bayan_held_file_get_state (held), ==, BAYAN_HELD_WAITING);
  g_assert_cmpuint (fixture->statements->len, ==, 0);
}

/* A statement of the library, read in another encoding and back: one act each, which undo takes back. */
static void
test_set_charset (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "rome.txt", NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "rome.txt", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (BayanImportJob) job = NULL;
  g_autoptr (BayanImportNote) note = NULL;
  gsize length;

  bytes = g_convert (ROME, -1, "WINDOWS-1256", "UTF-8", NULL, &length, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  job = fixture_import (fixture, names);
  note = g_list_model_get_item (bayan_import_job_get_notes (job), 0);
  fixture_read (fixture, bayan_import_note_get_statement (note));
  bayan_desk_confirm (fixture->desk, fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id);
  g_assert_true (bayan_desk_can_set_charset (fixture->desk));
  bayan_desk_set_charset (fixture->desk, "windows-1252");
  wait_until (g_strcmp0 (bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk))->charset,
                         "windows-1252")
              == 0);
  g_assert_null (
      strstr (bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk))->text, "سوريا"));
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "set-charset");
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk);
  wait_until (g_strcmp0 (bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk))->charset,
                         "windows-1256")
              == 0);
  g_assert_cmpint (fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->status, ==, BAYAN_STATUS_CONFIRMED);
  g_assert_null (fixture->failed);
  fixture_check (fixture);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/held/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all", test_held);
  ADD ("one-by-one", test_held_one_by_one);
  ADD ("after-undo", test_held_after_undo);
  ADD ("and-gone", test_held_and_gone);
  ADD ("known", test_known);
  ADD ("encoding", test_encoding);
  ADD ("set-charset", test_set_charset);
  ADD ("table", test_table);
  ADD ("table/without-text", test_table_without_text);
  return g_test_run ();
}
