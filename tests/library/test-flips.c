/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single bits, and whole pages, that are not what was written. Whatever is shown is what was written, or it is said that it is
 * not. */
#include <stdlib.h>
#include <string.h>

#include "dump.h"
#include "fixture.h"
#include "robot.h"

#define N_TIMES 200
#define N_ACTS 60
#define PAGE_BYTES 4096
#define LEAF_OF_TABLE 0x0d

static guint
get_n_times (void)
{
  const char *wanted = g_getenv ("BAYAN_N_FLIPS");

  return wanted != NULL ? (guint) MAX (atoi (wanted), 1) : N_TIMES;
}

typedef enum {
  HARMLESS, /* nothing that is shown is different */
  REFUSED,
  REPORTED, /* it is shown, and with it that the file is damaged */
  UNNOTICED,
  N_OUTCOMES
} Outcome;

static gboolean
is_reported (BayanLibrary *library)
{
  return g_error_matches (bayan_library_get_read_only (library), BAYAN_LIBRARY_ERROR,
                          BAYAN_LIBRARY_ERROR_DAMAGED);
}

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
    outcome = is_reported (library) ? REPORTED : UNNOTICED;
  bayan_library_close (library);
  return outcome;
}

typedef void (*Damage) (char *contents, gsize size, GRand *random);

static void
flip_bit (char *contents, gsize size, GRand *random)
{
  contents[g_rand_int_range (random, 0, (int) size)] ^= (char) (1 << g_rand_int_range (random, 0, 8));
}

static void
clear_page (char *contents, gsize size, GRand *random)
{
  memset (contents + PAGE_BYTES * (gsize) g_rand_int_range (random, 0, (int) (size / PAGE_BYTES)), 0,
          PAGE_BYTES);
}

/* A page that was written to the wrong place: whole, and with another one's sum. */
static void
put_page_elsewhere (char *contents, gsize size, GRand *random)
{
  gsize from = PAGE_BYTES * (gsize) g_rand_int_range (random, 0, (int) (size / PAGE_BYTES));
  gsize to = PAGE_BYTES * (gsize) g_rand_int_range (random, 0, (int) (size / PAGE_BYTES));

  memmove (contents + to, contents + from, PAGE_BYTES);
}

static void
test_damage (Fixture *fixture, gconstpointer data)
{
  Damage damage = (Damage) data;
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_times = get_n_times (), counts[N_OUTCOMES] = { 0 };
  g_autofree char *shown = NULL, *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  for (guint i = 0; i < N_ACTS; i++)
    robot_act (fixture->library, random);
  shown = dump_shown (fixture->library);
  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, &error));
  for (guint i = 0; i < n_times; i++)
    {
      g_autofree char *damaged = g_memdup2 (contents, size);

      damage (damaged, size, random);
      g_assert_true (g_file_set_contents (fixture->path, damaged, (gssize) size, &error));
      counts[look (fixture->path, shown)]++;
    }
  g_test_message ("%u times: %u harmless, %u refused, %u shown and reported, %u unnoticed", n_times,
                  counts[HARMLESS], counts[REFUSED], counts[REPORTED], counts[UNNOTICED]);
  g_assert_cmpuint (counts[UNNOTICED], ==, 0);
  g_assert_cmpuint (counts[REFUSED] + counts[REPORTED], >, 0);
}

/* A byte between the cells of a table's page and their index (the SQLite file format, §1.6). */
static gsize
find_unused_byte (const char *contents, gsize size)
{
  for (gsize page = PAGE_BYTES; page < size; page += PAGE_BYTES)
    {
      const guint8 *header = (const guint8 *) contents + page;
      guint index_end = 8 + 2 * ((guint) header[3] << 8 | header[4]),
            cells_start = (guint) header[5] << 8 | header[6];

      if (header[0] == LEAF_OF_TABLE && cells_start > index_end)
        return page + cells_start - 1;
    }
  g_assert_not_reached ();
}

/* Between the cells of a page and their index: nothing that is shown is different, and nobody may rely on the next bit. */
static void
test_harmless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL, *found = NULL, *contents = NULL;
  gsize size;

  import_one (fixture->library, "one.txt", "قال الوزير في بغداد", NULL, NULL);
  shown = dump_shown (fixture->library);
  g_assert_true (bayan_library_check (fixture->library, &error));
  g_assert_no_error (error);
  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, &error));
  contents[find_unused_byte (contents, size)] ^= 1;
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) size, &error));
  fixture_open (fixture);
  found = dump_shown (fixture->library);
  g_assert_cmpstr (found, ==, shown);
  g_assert_false (bayan_library_check (fixture->library, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (is_reported (fixture->library));
  g_assert_cmpint (bayan_library_undo (fixture->library, &error), ==, 0);
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/flips/single-bits", Fixture, flip_bit, fixture_set_up, test_damage, fixture_tear_down);
  g_test_add ("/flips/empty-pages", Fixture, clear_page, fixture_set_up, test_damage, fixture_tear_down);
  g_test_add ("/flips/misplaced-pages", Fixture, put_page_elsewhere, fixture_set_up, test_damage,
              fixture_tear_down);
  g_test_add ("/flips/harmless", Fixture, NULL, fixture_set_up, test_harmless, fixture_tear_down);
  return g_test_run ();
}
