/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo without end: acts of every kind there is, as many as BAYAN_N_ACTS says, then all of them undone, redone, undone and
 * redone. What the library holds is the same at each end, at every stop between, and after closing and opening it there. */
#include <stdlib.h>
#include <string.h>

#include "dump.h"
#include "fixture.h"
#include "robot.h"

#define N_ACTS 300
#define N_STOPS 20

/* What the library held when an act was the last that stood. */
typedef struct {
  gint64 act; /* 0 before the first */
  char *what; /* the act itself */
  char *seen;
} Stop;

static void
stop_clear (gpointer data)
{
  g_free (((Stop *) data)->what);
  g_free (((Stop *) data)->seen);
}

static guint
get_n_acts (void)
{
  const char *wanted = g_getenv ("BAYAN_N_ACTS");

  return wanted != NULL ? (guint) MAX (atoi (wanted), N_STOPS) : N_ACTS;
}

static gint64
last_act (const char *path)
{
  g_autoptr (GArray) acts = dump_acts (path);

  return acts->len > 0 ? g_array_index (acts, gint64, acts->len - 1) : 0;
}

/* Where they differ, the first line of each that the other has not. */
static void
assert_same (const char *one, const char *other, const char *when)
{
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) others = NULL;

  if (g_str_equal (one, other))
    return;
  lines = g_strsplit (one, "\n", -1);
  others = g_strsplit (other, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) others, lines[i]))
      {
        g_test_message ("gone: %.400s", lines[i]);
        break;
      }
  for (guint i = 0; others[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) lines, others[i]))
      {
        g_test_message ("come: %.400s", others[i]);
        break;
      }
  g_error ("%s: not the same", when);
}

static void
add_stop (Fixture *fixture, GArray *stops)
{
  Stop stop;

  fixture_close (fixture);
  stop.act = last_act (fixture->path);
  stop.what = dump_act (fixture->path, stop.act);
  stop.seen = dump_seen (fixture->path);
  fixture_open (fixture);
  /* What was undone since the last one is no stop any more, unless it comes back. */
  while (stops->len > 0 && g_array_index (stops, Stop, stops->len - 1).act >= stop.act)
    g_array_set_size (stops, stops->len - 1);
  g_array_append_val (stops, stop);
}

/* Those whose act has become more since are none; the library is closed. */
static void
drop_outgrown (Fixture *fixture, GArray *stops)
{
  for (guint i = stops->len; i > 0; i--)
    {
      const Stop *stop = &g_array_index (stops, Stop, i - 1);
      g_autofree char *what = dump_act (fixture->path, stop->act);

      if (!g_str_equal (what, stop->what))
        g_array_remove_index (stops, i - 1);
    }
}

static void
assert_whole (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean whole = bayan_library_check (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_true (whole);
}

/* Closes, compares with what was at that act, opens. */
static void
compare (Fixture *fixture, const GArray *stops, gint64 act)
{
  for (guint i = 0; i < stops->len; i++)
    if (g_array_index (stops, Stop, i).act == act)
      {
        g_autofree char *when = g_strdup_printf ("at act %" G_GINT64_FORMAT, act);
        g_autofree char *seen = NULL;

        fixture_close (fixture);
        seen = dump_seen (fixture->path);
        fixture_open (fixture);
        assert_same (g_array_index (stops, Stop, i).seen, seen, when);
      }
}

static void
undo_all (Fixture *fixture, const GArray *acts, const GArray *stops)
{
  for (guint i = acts->len; i > 0; i--)
    {
      travel (fixture->library, TRUE);
      compare (fixture, stops, i > 1 ? g_array_index (acts, gint64, i - 2) : 0);
    }
}

static void
redo_all (Fixture *fixture, const GArray *acts, const GArray *stops)
{
  for (guint i = 0; i < acts->len; i++)
    {
      travel (fixture->library, FALSE);
      compare (fixture, stops, g_array_index (acts, gint64, i));
    }
}

static char *
dump_closed (Fixture *fixture, gboolean all)
{
  char *dump;

  assert_whole (fixture);
  fixture_close (fixture);
  dump = all ? dump_all (fixture->path) : dump_seen (fixture->path);
  fixture_open (fixture);
  return dump;
}

/* Everything, once the worker has nothing left to take out of what undone imports brought. */
static char *
dump_settled (Fixture *fixture)
{
  char *dump = dump_closed (fixture, TRUE);

  for (gboolean goes_on = TRUE; goes_on;)
    {
      char *later = dump_closed (fixture, TRUE);

      goes_on = !g_str_equal (dump, later);
      g_free (dump);
      dump = later;
    }
  return dump;
}

static void
redo_rest (Fixture *fixture)
{
  for (gboolean more = TRUE; more;)
    {
      g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);

      more = index->redo != NULL;
      if (more)
        travel (fixture->library, FALSE);
    }
}

/* There and back, twice. */
static void
go_round (Fixture *fixture, const GArray *stops, const GArray *acts)
{
  g_autofree char *end = dump_settled (fixture);

  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *begin = NULL, *again = NULL;
      gint64 began_us = g_get_monotonic_time (), turned_us;

      undo_all (fixture, acts, stops);
      begin = dump_closed (fixture, FALSE);
      g_assert_cmpstr (begin, ==, "");
      turned_us = g_get_monotonic_time ();
      redo_all (fixture, acts, stops);
      again = dump_settled (fixture);
      assert_same (end, again, "at the end");
      g_test_message ("%u acts undone in %.1f s, redone in %.1f s", acts->len,
                      (double) (turned_us - began_us) / G_USEC_PER_SEC,
                      (double) (g_get_monotonic_time () - turned_us) / G_USEC_PER_SEC);
    }
}

static void
test_acts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  g_autoptr (GArray) acts = NULL;
  guint n_acts = get_n_acts ();
  gint64 began_us = g_get_monotonic_time ();

  g_array_set_clear_func (stops, stop_clear);
  add_stop (fixture, stops);
  for (guint i = 1; i <= n_acts; i++)
    {
      robot_act (fixture->library, random);
      if (i % (n_acts / N_STOPS) == 0)
        add_stop (fixture, stops);
    }
  redo_rest (fixture);
  fixture_close (fixture);
  acts = dump_acts (fixture->path);
  drop_outgrown (fixture, stops);
  fixture_open (fixture);
  g_test_message ("%u acts in %.1f s, %u of them stand, %u stops", n_acts,
                  (double) (g_get_monotonic_time () - began_us) / G_USEC_PER_SEC, acts->len, stops->len);
  go_round (fixture, stops, acts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/acts/there-and-back", Fixture, NULL, fixture_set_up, test_acts, fixture_tear_down);
  return g_test_run ();
}
