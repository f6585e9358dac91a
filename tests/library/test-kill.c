/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill -9 at random moments. A child imports, annotates, undoes and redoes without end, and says after each
 * act what the library holds now. The parent kills it, opens the library and expects what was said last; or
 * one act more, which was done but not said any more: taken back, it must be what was said last. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"

#define N_KILLS 200
#define KILLS_PER_LIBRARY 20
#define LONGEST_LIFE_US 70000

static void
add_tally (GString *all, const BayanTally *tally)
{
  g_string_append_printf (all, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u %u\n", tally->statement,
                          tally->mention, tally->entity, tally->type, tally->status);
}

/* All that the window would show, as one sum. */
static char *
describe (BayanLibrary *library)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < index->headers->len; i++)
    {
      const BayanHeader *header = g_ptr_array_index (index->headers, i);
      g_string_append_printf (all, "%" G_GINT64_FORMAT " %s %u %u %u\n", header->id, header->title,
                              header->n_suggested, header->n_confirmed, header->n_rejected);
    }
  for (guint i = 0; i < index->tallies->len; i++)
    add_tally (all, &g_array_index (index->tallies, BayanTally, i));
  return g_compute_checksum_for_string (G_CHECKSUM_SHA1, all->str, -1);
}

/* The child */

static void
say (const char *line)
{
  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, (gssize) strlen (line));
}

static void
child_import (BayanLibrary *library, GRand *random)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  int n_items = g_rand_int_range (random, 1, 6);
  g_autofree char *intention = g_strdup_printf ("import %d\n", n_items);

  say (intention);
  for (int i = 0; i < n_items; i++)
    {
      g_autofree char *text = g_strdup_printf ("بيان %u\nأعلن العراق والأردن عقد اجتماع في بغداد.",
                                               g_rand_int (random));
      g_ptr_array_add (items, make_item ("a.txt", text, "العراق", "iso:IRQ"));
    }
  g_array_unref (import_items (library, items));
}

static void
child_annotate (BayanLibrary *library, GRand *random)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);
  BayanEdit *edit = bayan_edit_new ("confirm", "");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3 && index->tallies->len > 0; i++)
    {
      guint at = (guint) g_rand_int_range (random, 0, (int) index->tallies->len);
      bayan_edit_set_status (edit, g_array_index (index->tallies, BayanTally, at).mention,
                             (BayanMentionStatus) g_rand_int_range (random, 0, 3));
    }
  g_assert_true (bayan_library_apply (library, edit, &error));
}

static void
child_act (BayanLibrary *library, GRand *random)
{
  int choice = g_rand_int_range (random, 0, 10);
  g_autoptr (GError) error = NULL;

  if (choice < 4)
    child_import (library, random);
  else if (choice < 7)
    child_annotate (library, random);
  else if (choice < 9)
    g_assert_true (bayan_library_undo (library, &error));
  else
    g_assert_true (bayan_library_redo (library, &error));
}

static int
be_child (const char *path, const char *seed)
{
  g_autoptr (GError) error = NULL;
  BayanLibrary *library = bayan_library_open (path, &error);
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_ascii_strtoull (seed, NULL, 10));

  g_assert_no_error (error);
  while (TRUE)
    {
      g_autofree char *sum = describe (library);
      g_autofree char *line = g_strconcat (sum, "\n", NULL);

      if (write (STDOUT_FILENO, line, strlen (line)) != (gssize) strlen (line))
        return 1;
      child_act (library, random);
    }
}

/* The parent */

/* What the child said last; nothing if it never came to say anything. */
typedef struct {
  char *sum;        /* nullable */
  char *n_imported; /* nullable: how many statements it was about to import then */
} Said;

static void
said_clear (Said *said)
{
  g_clear_pointer (&said->sum, g_free);
  g_clear_pointer (&said->n_imported, g_free);
}

/* The last piece is empty, or a line of which the end was never written. */
static void
understand (const char *output, Said *said)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    if (g_str_has_prefix (lines[i], "import "))
      {
        g_free (said->n_imported);
        said->n_imported = g_strdup (lines[i] + strlen ("import "));
      }
    else
      {
        said_clear (said);
        said->sum = g_strdup (lines[i]);
      }
}

static void
run_and_kill (const char *path, gulong life_us, Said *said)
{
  g_autofree char *seed = g_strdup_printf ("%u", (guint) g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe",
                                                    "--child", path, seed, NULL);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  g_usleep (life_us);
  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
  understand (output, said);
}

static gboolean
holds (BayanLibrary *library, const char *said)
{
  g_autofree char *sum = describe (library);

  return g_str_equal (sum, said);
}

/* All of an import or nothing. */
static void
assert_whole_import (BayanLibrary *library, const Said *said)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);

  if (said->n_imported == NULL || index->undo == NULL || !g_str_equal (index->undo->act, "import"))
    return;
  g_assert_cmpstr (index->undo->subject, ==, said->n_imported);
}

static void
step (BayanLibrary *library, gboolean back)
{
  g_autoptr (GError) error = NULL;
  gboolean done = back ? bayan_library_undo (library, &error) : bayan_library_redo (library, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
tell (BayanLibrary *library, const char *when)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);

  g_test_message (
      "%s: %u statements, undo %s %s, redo %s %s", when, index->headers->len,
      index->undo != NULL ? index->undo->act : "nothing", index->undo != NULL ? index->undo->subject : "",
      index->redo != NULL ? index->redo->act : "nothing", index->redo != NULL ? index->redo->subject : "");
}

/* The act that was under way is taken back by undo; or, had it been undo itself, by redo: at once where undo
 * has nothing to take back, and otherwise after the redo that only takes back ours. */
static gboolean
holds_after_one_step (BayanLibrary *library, const char *said)
{
  static const gboolean BACK[] = { TRUE, FALSE, FALSE };

  tell (library, "found");
  for (guint i = 0; i < G_N_ELEMENTS (BACK); i++)
    {
      step (library, BACK[i]);
      if (holds (library, said))
        return TRUE;
      tell (library, BACK[i] ? "undone" : "redone");
    }
  return FALSE;
}

static void
assert_whole (const char *path, const Said *said, guint *n_one_more)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanLibrary) library = bayan_library_open (path, &error);
  gboolean is_whole;

  g_assert_no_error (error);
  is_whole = bayan_library_check (library, &error);
  g_assert_no_error (error);
  g_assert_true (is_whole);
  if (said->sum == NULL || holds (library, said->sum))
    return;
  (*n_one_more)++;
  assert_whole_import (library, said);
  g_assert_true (holds_after_one_step (library, said->sum));
}

static void
test_kill (void)
{
  guint n_kills = g_test_slow () ? 3000 : N_KILLS, n_silent = 0, n_one_more = 0;
  int longest_life_us = LONGEST_LIFE_US;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  for (guint i = 0; i < n_kills; i++)
    {
      Said said = { NULL, NULL };

      if (i % KILLS_PER_LIBRARY == 0)
        {
          if (folder != NULL)
            fixture_remove_folder (folder);
          g_free (folder);
          g_free (path);
          folder = g_dir_make_tmp ("bayan-kill-XXXXXX", NULL);
          path = g_build_filename (folder, "test.bayan", NULL);
        }
      run_and_kill (path, (gulong) g_test_rand_int_range (1000, longest_life_us), &said);
      n_silent += said.sum == NULL;
      /* On a busy machine a child needs longer to come to its first word. */
      if (said.sum == NULL)
        longest_life_us += longest_life_us / 16;
      assert_whole (path, &said, &n_one_more);
      said_clear (&said);
    }
  fixture_remove_folder (folder);
  g_test_message ("%u kills: %u before the first word, %u with one act more than was said", n_kills, n_silent,
                  n_one_more);
  g_assert_cmpuint (n_silent, <, n_kills / 2);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return be_child (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/random-moments", test_kill);
  return g_test_run ();
}
