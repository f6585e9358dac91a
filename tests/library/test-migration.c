/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries of older versions: what becomes of them, and of those that cannot be changed. */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "fixture.h"
#include "older.h"

#define NEWEST 11
#define NOBODY 65534
#define N_KILLS 60

static void
start_from (Fixture *fixture, guint version)
{
  fixture_close (fixture);
  fixture_remove_folder (fixture->folder);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  older_copy (version, fixture->path);
}

static GPtrArray *
list_folder (Fixture *fixture)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    g_ptr_array_add (names, g_strdup (name));
  return names;
}

static void
assert_content (BayanLibrary *library)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);
  g_autoptr (BayanOpenStatement) open = load_statement (library, 1);
  const BayanDetail *title = bayan_statement_find_detail (open->statement, BAYAN_DETAIL_TITLE);

  g_assert_cmpuint (index->headers->len, ==, 2);
  g_assert_cmpuint (open->mentions->len, ==, 1);
  g_assert_nonnull (title);
  g_assert_cmpstr (title->value, ==, open->statement->title);
  g_assert_cmpint (title->origin, ==, BAYAN_ORIGIN_TEXT);
  g_assert_nonnull (bayan_statement_find_detail (open->statement, BAYAN_DETAIL_LANGUAGE));
  assert_found (library, "للعراق ", 2);
}

static void
assert_whole (BayanLibrary *library)
{
  g_autoptr (GError) error = NULL;
  gboolean is_whole = bayan_library_check (library, &error);

  g_assert_no_error (error);
  g_assert_true (is_whole);
}

/* A copy is made first, and is what the library was; from then on all is as in a new library. */
static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "test (before version 11).bayan", NULL);
  g_autoptr (GPtrArray) names = NULL;
  GStatBuf buffer;

  start_from (fixture, 1);
  fixture_open (fixture);
  g_assert_null (bayan_library_get_read_only (fixture->library));
  assert_content (fixture->library);
  assert_whole (fixture->library);
  fixture_close (fixture);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpint (g_stat (backup, &buffer), ==, 0);
  g_assert_cmpint (buffer.st_mode & 0777, ==, 0600);
  g_assert_cmpint (older_read_version (backup), ==, 1);
  g_assert_cmpint (older_read_version (fixture->path), ==, NEWEST);
  fixture_open (fixture);
  fixture_close (fixture);
  g_clear_pointer (&names, g_ptr_array_unref);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 2);
  /* The copy is a library like any other; it is never written over. */
  g_free (fixture->path);
  fixture->path = g_strdup (backup);
  fixture_open (fixture);
  assert_content (fixture->library);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *taken = g_build_filename (fixture->folder, "test (before version 11).bayan", NULL);
  g_autofree char *free_name = g_build_filename (fixture->folder, "test (before version 11, 2).bayan", NULL);
  g_autofree char *letters = g_strnfill (245, 'x');
  g_autofree char *long_name = NULL;

  start_from (fixture, 1);
  g_assert_true (g_file_set_contents (taken, "mine", 4, NULL));
  fixture_open (fixture);
  g_assert_true (g_file_test (free_name, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (older_read_version (taken), ==, -1);
  fixture_close (fixture);
  long_name = g_strconcat (fixture->folder, "/", letters, ".bayan", NULL);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&long_name);
  older_copy (1, fixture->path);
  fixture_open (fixture);
  assert_content (fixture->library);
}

/* What was done before can still be undone, and what is known now goes with it. */
static void
test_undo_older_acts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanDetail) title = bayan_detail_new (BAYAN_DETAIL_TITLE, "عنوان", BAYAN_ORIGIN_ANALYST,
                                                    bayan_clean_span (0, 0), NULL);
  BayanEdit *edit = bayan_edit_new ("set-detail", "");
  g_autoptr (GError) error = NULL;

  start_from (fixture, 1);
  fixture_open (fixture);
  bayan_edit_set_detail (edit, 1, title);
  g_assert_true (bayan_library_apply (fixture->library, edit, &error));
  for (guint i = 0; i < 8; i++)
    {
      gboolean done = i < 4 ? bayan_library_undo (fixture->library, &error)
                            : bayan_library_redo (fixture->library, &error);

      g_assert_no_error (error);
      g_assert_true (done);
    }
  assert_found (fixture->library, "عنوان ", 1);
  assert_whole (fixture->library);
}

static void
assert_read_only (Fixture *fixture, BayanLibraryError code)
{
  BayanEdit *edit = bayan_edit_new ("set-detail", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) sketches = NULL;

  fixture_open (fixture);
  g_assert_error (bayan_library_get_read_only (fixture->library), BAYAN_LIBRARY_ERROR, (int) code);
  assert_content (fixture->library);
  bayan_edit_clear_detail (edit, 1, BAYAN_DETAIL_TITLE);
  g_assert_false (bayan_library_apply (fixture->library, edit, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, (int) code);
  g_clear_error (&error);
  lines = bayan_library_load_sites (fixture->library, &error);
  sketches = bayan_library_load_sketches (fixture->library, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len + sketches->len, ==, 0);
  fixture_close (fixture);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  start_from (fixture, 1);
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
      g_assert_true (setgid (NOBODY) == 0 && setuid (NOBODY) == 0);
    }
  g_chmod (fixture->path, 0444);
  g_chmod (fixture->folder, 0555);
  assert_read_only (fixture, BAYAN_LIBRARY_ERROR_READ_ONLY);
  g_chmod (fixture->folder, 0755);
}

static void
set_file_size_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* No room for the copy, or for the log behind it: read, not changed, and nothing is left lying about. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  GStatBuf buffer;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  signal (SIGXFSZ, SIG_IGN);
  start_from (fixture, 1);
  g_assert_cmpint (g_stat (fixture->path, &buffer), ==, 0);
  for (goffset limit = 0; limit < buffer.st_size; limit += 30000)
    {
      g_autoptr (GPtrArray) names = NULL;

      set_file_size_limit ((rlim_t) limit);
      assert_read_only (fixture, BAYAN_LIBRARY_ERROR_FULL);
      set_file_size_limit (RLIM_INFINITY);
      g_assert_cmpint (older_read_version (fixture->path), ==, 1);
      names = list_folder (fixture);
      g_assert_cmpuint (names->len, ==, 1);
    }
  fixture_open (fixture);
  g_assert_null (bayan_library_get_read_only (fixture->library));
  assert_content (fixture->library);
}

static int
be_child (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanLibrary) library = bayan_library_open (path, &error);

  g_assert_no_error (error);
  bayan_library_close (library);
  return 0;
}

static GSubprocess *
start_child (const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--child", path,
                                         NULL);

  g_assert_no_error (error);
  return child;
}

/* Returns: how long it takes when nobody kills it, in microseconds */
static gint64
measure_life (const char *path)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GSubprocess) child = start_child (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
  return g_get_monotonic_time () - start_us;
}

static void
put_back (Fixture *fixture, const char *bytes, gsize size)
{
  fixture_remove_folder (fixture->folder);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
}

/* Starts to bring the library up to date and is killed. Returns: whether it had been done by then */
static gboolean
run_and_kill (const char *path, gulong life_us)
{
  g_autoptr (GSubprocess) child = start_child (path);
  g_autoptr (GError) error = NULL;

  g_usleep (life_us);
  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  return !g_subprocess_get_if_signaled (child);
}

/* The old version whole, or the new one; and what stands under the copy's name is whole. */
static void
assert_one_version (Fixture *fixture, guint n_statements)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "test (before version 11).bayan", NULL);
  int version = older_read_version (fixture->path);

  g_assert_true (version == 1 || version == NEWEST);
  g_assert_true (version == 1 || g_file_test (backup, G_FILE_TEST_EXISTS));
  if (g_file_test (backup, G_FILE_TEST_EXISTS))
    g_assert_cmpint (older_read_version (backup), ==, 1);
  fixture_open (fixture);
  assert_whole (fixture->library);
  assert_found (fixture->library, "للعراق ", n_statements);
  fixture_close (fixture);
  g_assert_cmpint (older_read_version (fixture->path), ==, NEWEST);
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  guint n_kills = g_test_slow () ? 1000 : N_KILLS, n_done = 0, n_statements;
  g_autofree char *bytes = NULL;
  gsize size;
  gint64 life_us;

  start_from (fixture, 1);
  n_statements = older_multiply (fixture->path, 8);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  /* The second time the program and its libraries are in memory, as they are when it is killed. */
  measure_life (fixture->path);
  put_back (fixture, bytes, size);
  life_us = measure_life (fixture->path);
  for (guint i = 0; i < n_kills; i++)
    {
      put_back (fixture, bytes, size);
      n_done += run_and_kill (fixture->path,
                              (gulong) g_test_rand_int_range (2, (gint32) MIN (life_us, G_MAXINT32)));
      assert_one_version (fixture, n_statements);
    }
  g_test_message ("%u of %u were done before they were killed", n_done, n_kills);
  /* Most die in the middle; how many depends on what else the machine does. */
  g_assert_cmpuint (n_done, <, n_kills);
}

static void
test_version_2 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (BayanOpenStatement) open = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) sketches = NULL;
  g_autoptr (GError) error = NULL;

  start_from (fixture, 2);
  fixture_open (fixture);
  index = load_index (fixture->library);
  g_assert_cmpuint (index->headers->len, ==, 3);
  g_assert_cmpuint (index->groups->len, ==, 2);
  open = load_statement (fixture->library, 1);
  g_assert_cmpuint (open->statement->doubts->len, ==, 1);
  g_assert_nonnull (open->statement->extract);
  g_assert_nonnull (bayan_statement_find_detail (open->statement, BAYAN_DETAIL_ISSUER));
  g_assert_cmpuint (open->statement->removed->len, ==, 1);
  lines = bayan_library_load_sites (fixture->library, &error);
  sketches = bayan_library_load_sketches (fixture->library, 0, 10, &error);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpuint (sketches->len, ==, 3);
  while (index->undo != NULL)
    {
      g_assert_true (bayan_library_undo (fixture->library, &error));
      bayan_library_index_free (g_steal_pointer (&index));
      index = load_index (fixture->library);
    }
  g_assert_cmpuint (index->headers->len, ==, 0);
  assert_whole (fixture->library);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, <=, 3);
}

/* What was proposed and decided is the same after the upgrade, and where nothing can be written. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  static const BayanGroupState STATES[] = { BAYAN_GROUP_PROPOSED, BAYAN_GROUP_CONFIRMED };
  g_autofree char *backup = g_build_filename (fixture->folder, "test (before version 11).bayan", NULL);
  g_autoptr (BayanLibraryIndex) index = NULL;
  guint n_of_state[3] = { 0 };

  start_from (fixture, 2);
  fixture_open (fixture);
  g_assert_cmpint (older_read_version (backup), ==, 2);
  index = load_index (fixture->library);
  for (guint i = 0; i < index->groups->len; i++)
    {
      const BayanStatementGroup *group = g_ptr_array_index (index->groups, i);

      g_assert_cmpuint (group->statements->len, >=, 2);
      n_of_state[group->state]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (STATES); i++)
    g_assert_cmpuint (n_of_state[STATES[i]], ==, 1);
  fixture_close (fixture);
  g_assert_cmpint (older_read_version (fixture->path), ==, NEWEST);
}

/* What its decisions teach is there. */
static void
test_version_3 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = NULL;
  const BayanLesson *lesson;

  start_from (fixture, 3);
  fixture_open (fixture);
  index = load_index (fixture->library);
  g_assert_cmpuint (index->headers->len, ==, 2);
  g_assert_cmpuint (index->lessons->len, ==, 2);
  lesson = index->lessons->pdata[0];
  g_assert_true (lesson->is_right);
  g_assert_cmpstr (lesson->entity->key, ==, "org:zarbatan");
  assert_whole (fixture->library);
}

static void
test_version_4 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GPtrArray) names = NULL;

  start_from (fixture, 4);
  fixture_open (fixture);
  index = load_index (fixture->library);
  g_assert_cmpuint (index->headers->len, ==, 3);
  g_assert_cmpuint (index->groups->len, ==, 3);
  assert_whole (fixture->library);
  fixture_close (fixture);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 2);
}

static void
test_version_5 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GPtrArray) names = NULL;
  const BayanOwnName *name;

  start_from (fixture, 5);
  fixture_open (fixture);
  index = load_index (fixture->library);
  g_assert_cmpuint (index->headers->len, ==, 1);
  g_assert_cmpuint (index->names->len, ==, 2);
  name = index->names->pdata[0];
  g_assert_cmpstr (name->name, ==, "زربطان");
  g_assert_cmpstr (name->spellings[0], ==, "زربطانة");
  g_assert_cmpstr (name->iso3, ==, "IRQ");
  assert_whole (fixture->library);
  fixture_close (fixture);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 2);
}

static void
test_version_6 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  BayanOpenStatement *open;

  start_from (fixture, 6);
  fixture_open (fixture);
  open = bayan_library_load_statement (fixture->library, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->verdicts->len, ==, 2);
  g_assert_cmpint (bayan_act_verdicts_find (open->verdicts, BAYAN_JUDGED_ACT, bayan_raw_span (21, 29)), ==,
                   BAYAN_STATUS_REJECTED);
  g_assert_cmpint (bayan_act_verdicts_find (open->verdicts, BAYAN_JUDGED_PLEDGE, bayan_raw_span (92, 116)),
                   ==, BAYAN_STATUS_CONFIRMED);
  bayan_open_statement_free (open);
  assert_whole (fixture->library);
  fixture_close (fixture);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 2);
}

static void
test_version_7 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GPtrArray) names = NULL;

  start_from (fixture, 7);
  fixture_open (fixture);
  index = load_index (fixture->library);
  g_assert_cmpuint (index->headers->len, ==, 1);
  g_assert_cmpuint (index->pairs->len, ==, 2);
  g_assert_cmpint (g_array_index (index->pairs, BayanEntityPair, 0).state, ==, BAYAN_PAIR_SAME);
  g_assert_cmpint (g_array_index (index->pairs, BayanEntityPair, 1).state, ==, BAYAN_PAIR_DIFFERENT);
  g_assert_cmpuint (index->labels->len, ==, 0);
  g_assert_null (((const BayanHeader *) index->headers->pdata[0])->standing);
  assert_whole (fixture->library);
  fixture_close (fixture);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 2);
}

static void
test_version_8 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (BayanOpenStatement) open = NULL;
  const BayanHeader *header;

  start_from (fixture, 8);
  fixture_open (fixture);
  index = load_index (fixture->library);
  g_assert_cmpuint (index->labels->len, ==, 2);
  g_assert_cmpstr (((const BayanOwnLabel *) index->labels->pdata[0])->name, ==, "تلطيف");
  g_assert_cmpuint (index->notes->len, ==, 2);
  header = index->headers->pdata[0];
  g_assert_nonnull (header->standing);
  g_assert_cmpint (header->standing->stage, ==, BAYAN_STAGE_IN_PROGRESS);
  g_assert_true (bayan_standing_has_tag (header->standing, "القمة"));
  open = load_statement (fixture->library, header->id);
  g_assert_cmpuint (open->relations->len, ==, 0);
  assert_whole (fixture->library);
  fixture_close (fixture);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 2);
}

static void
test_version_9 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanOpenStatement) open = NULL;
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GPtrArray) names = NULL;

  start_from (fixture, 9);
  fixture_open (fixture);
  open = load_statement (fixture->library, 1);
  g_assert_cmpuint (open->relations->len, ==, 2);
  g_assert_cmpint (g_array_index (open->relations, BayanRelation, 1).kind, ==, BAYAN_RELATION_LOCATED_IN);
  index = load_index (fixture->library);
  for (guint i = 0; i < index->entities->len; i++)
    g_assert_null (((const BayanNumberedEntity *) index->entities->pdata[i])->own);
  assert_whole (fixture->library);
  fixture_close (fixture);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 2);
}

static void
test_version_10 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GPtrArray) names = NULL;
  const BayanNumberedEntity *numbered;

  start_from (fixture, 10);
  fixture_open (fixture);
  index = load_index (fixture->library);
  g_assert_cmpuint (index->headers->len, ==, 1);
  g_assert_cmpuint (index->entities->len, ==, 3);
  numbered = index->entities->pdata[0];
  g_assert_cmpstr (numbered->entity->key, ==, "org:daesh");
  g_assert_cmpstr (numbered->entity->name_ar, ==, "تنظيم الدولة");
  g_assert_cmpint (numbered->entity->type, ==, BAYAN_MENTION_NORP);
  g_assert_cmpstr (numbered->own->wikidata, ==, "Q2429253");
  g_assert_null (((const BayanNumberedEntity *) index->entities->pdata[1])->own);
  g_assert_cmpstr (((const BayanNumberedEntity *) index->entities->pdata[2])->entity->key, ==, "org:daesh#2");
  assert_whole (fixture->library);
  fixture_close (fixture);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 2);
}

/* Nothing is done to a library of this version. */
static void
test_version_11 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanOpenStatement) open = NULL;
  g_autoptr (GPtrArray) names = NULL;

  start_from (fixture, 11);
  fixture_open (fixture);
  open = load_statement (fixture->library, 1);
  g_assert_cmpuint (open->mentions->len, ==, 1);
  g_assert_cmpuint (bayan_mention_get_n_parts (open->mentions->pdata[0]), ==, 2);
  g_assert_cmpuint (bayan_mention_get_part (open->mentions->pdata[0], 1).start.byte, ==, 55);
  assert_whole (fixture->library);
  fixture_close (fixture);
  names = list_folder (fixture);
  g_assert_cmpuint (names->len, ==, 1);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/migration/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--child"))
    return be_child (argv[2]);
  g_test_init (&argc, &argv, NULL);
  ADD ("backup", test_backup);
  ADD ("names", test_names);
  ADD ("undo-older-acts", test_undo_older_acts);
  ADD ("read-only", test_read_only);
  ADD ("no-room", test_no_room);
  ADD ("kill", test_kill);
  ADD ("version-2", test_version_2);
  ADD ("version-3", test_version_3);
  ADD ("version-4", test_version_4);
  ADD ("version-5", test_version_5);
  ADD ("version-6", test_version_6);
  ADD ("version-7", test_version_7);
  ADD ("version-8", test_version_8);
  ADD ("version-9", test_version_9);
  ADD ("version-10", test_version_10);
  ADD ("version-11", test_version_11);
  ADD ("groups", test_groups);
  return g_test_run ();
}
