/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill -9 at random moments, BAYAN_N_KILLS of them. A child does whatever an analyst can do, without end, and says after
 * each act what the library holds now. The parent kills it, opens the library and expects what was said last; or one act
 * more, which was done but not said any more: taken back, it must be what was said last. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dump.h"
#include "fixture.h"
#include "robot.h"

#define N_KILLS 100
#define KILLS_PER_LIBRARY 20
#define LONGEST_LIFE_US 70000

/* The child */

static gboolean
say (const char *line)
{
  return write (STDOUT_FILENO, line, strlen (line)) == (gssize) strlen (line);
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
      g_autofree char *sum = dump_shown (library);
      guint kind = robot_choose (random);
      g_autofree char *line = g_strdup_printf ("%s\nabout to %s\n", sum, robot_get_kind_name (kind));

      if (!say (line))
        return 1;
      robot_do (library, random, kind);
    }
}

/* The parent */

/* What the child said last; nothing if it never came to say anything. */
typedef struct {
  char *sum;   /* nullable */
  char *about; /* nullable: what kind of act it was about to do then */
} Said;

static void
said_clear (Said *said)
{
  g_clear_pointer (&said->sum, g_free);
  g_clear_pointer (&said->about, g_free);
}

/* The last piece is empty, or a line of which the end was never written. */
static void
understand (const char *output, Said *said)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    if (g_str_has_prefix (lines[i], "about to "))
      {
        g_free (said->about);
        said->about = g_strdup (lines[i] + strlen ("about to "));
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
  g_autofree char *sum = dump_shown (library);

  return g_str_equal (sum, said);
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
      travel (library, BACK[i]);
      if (holds (library, said))
        return TRUE;
      tell (library, BACK[i] ? "undone" : "redone");
    }
  return FALSE;
}

/* Two kinds cannot be taken back alone: what follows from an act is a part of it, and what the program proposes is none. */
static gboolean
is_act (const Said *said)
{
  return g_strcmp0 (said->about, "follow up") != 0 && g_strcmp0 (said->about, "propose groups") != 0;
}

/* What the kills have come to. */
typedef struct {
  guint n_silent;          /* before the first word */
  guint n_one_more;        /* with one act more than was said */
  GHashTable *interrupted; /* kind of act → how many were interrupted */
  gint64 longest_opening_us;
} Tally;

static void
assert_whole (const char *path, const Said *said, Tally *tally)
{
  g_autoptr (GError) error = NULL;
  gint64 began_us = g_get_monotonic_time ();
  g_autoptr (BayanLibrary) library = bayan_library_open (path, &error);
  gboolean is_whole;

  g_assert_no_error (error);
  tally->longest_opening_us = MAX (tally->longest_opening_us, g_get_monotonic_time () - began_us);
  is_whole = bayan_library_check (library, &error);
  g_assert_no_error (error);
  g_assert_true (is_whole);
  if (said->sum == NULL)
    {
      tally->n_silent++;
      return;
    }
  if (said->about != NULL)
    g_hash_table_insert (
        tally->interrupted, g_strdup (said->about),
        GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (tally->interrupted, said->about)) + 1));
  if (holds (library, said->sum))
    return;
  tally->n_one_more++;
  g_assert_true (!is_act (said) || holds_after_one_step (library, said->sum));
}

static void
report (const Tally *tally, guint n_kills)
{
  g_autoptr (GString) kinds = g_string_new (NULL);
  GHashTableIter iter;
  gpointer kind, n;

  g_hash_table_iter_init (&iter, tally->interrupted);
  while (g_hash_table_iter_next (&iter, &kind, &n))
    g_string_append_printf (kinds, ", %s %u", (const char *) kind, GPOINTER_TO_UINT (n));
  g_test_message ("%u kills: %u before the first word, %u with one act more than was said; opened again in "
                  "%.0f ms at most",
                  n_kills, tally->n_silent, tally->n_one_more, (double) tally->longest_opening_us / 1000);
  g_test_message ("in the middle of%s", kinds->str + 1);
}

static guint
get_n_kills (void)
{
  const char *wanted = g_getenv ("BAYAN_N_KILLS");

  return wanted != NULL ? (guint) MAX (atoi (wanted), 1) : N_KILLS;
}

static void
test_kill (void)
{
  guint n_kills = get_n_kills ();
  int longest_life_us = LONGEST_LIFE_US;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  Tally tally = { 0, 0, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };

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
      /* On a busy machine a child needs longer to come to its first word. */
      if (said.sum == NULL)
        longest_life_us += longest_life_us / 16;
      assert_whole (path, &said, &tally);
      said_clear (&said);
    }
  fixture_remove_folder (folder);
  report (&tally, n_kills);
  g_assert_cmpuint (tally.n_silent, <, n_kills / 2 + 1);
  g_hash_table_unref (tally.interrupted);
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
