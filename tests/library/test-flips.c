/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single bits that are not what was written. Whatever is shown is what was written, or an error says that it is not. */
#include <stdlib.h>
#include <string.h>

#include "dump.h"
#include "fixture.h"
#include "robot.h"

#define N_FLIPS 300
#define N_ACTS 60

static guint
get_n_flips (void)
{
  const char *wanted = g_getenv ("BAYAN_N_FLIPS");

  return wanted != NULL ? (guint) MAX (atoi (wanted), 1) : N_FLIPS;
}

typedef enum {
  HARMLESS, /* nothing that is shown is different */
  REFUSED,
  CHECKED, /* it is shown; a check of the whole says that it is wrong */
  UNNOTICED,
  N_OUTCOMES
} Outcome;

static Outcome
look (const char *path, const char *shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanLibrary) library = bayan_library_open (path, &error);
  g_autofree char *found = NULL;
  Outcome outcome;

  if (library == NULL)
    {
      g_assert_nonnull (error);
      return REFUSED;
    }
  found = dump_shown_or_error (library, &error);
  if (found == NULL)
    outcome = REFUSED;
  else if (g_str_equal (found, shown))
    outcome = HARMLESS;
  else
    outcome = bayan_library_check (library, &error) ? UNNOTICED : CHECKED;
  bayan_library_close (library);
  return outcome;
}

static void
test_flips (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_flips = get_n_flips (), counts[N_OUTCOMES] = { 0 };
  g_autofree char *shown = NULL, *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  for (guint i = 0; i < N_ACTS; i++)
    robot_act (fixture->library, random);
  shown = dump_shown (fixture->library);
  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, &error));
  for (guint i = 0; i < n_flips; i++)
    {
      gsize at = (gsize) g_rand_int_range (random, 0, (int) size);
      guint8 bit = (guint8) (1 << g_rand_int_range (random, 0, 8));
      Outcome outcome;

      contents[at] ^= (char) bit;
      g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) size, &error));
      contents[at] ^= (char) bit;
      outcome = look (fixture->path, shown);
      counts[outcome]++;
      if (outcome >= CHECKED)
        g_test_message ("%s: byte %" G_GSIZE_FORMAT " of page %" G_GSIZE_FORMAT, outcome == CHECKED ? "checked" : "unnoticed", at % 4096, at / 4096 + 1);
    }
  g_test_message ("%u flips: %u harmless, %u refused, %u found by a check, %u unnoticed", n_flips, counts[HARMLESS],
                  counts[REFUSED], counts[CHECKED], counts[UNNOTICED]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/flips/single-bits", Fixture, NULL, fixture_set_up, test_flips, fixture_tear_down);
  return g_test_run ();
}
