/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counting by area costs, on 10,000 statements with 1,000,000 mentions, in one run and in pairs: what is kept against
 * asking a database (P14), a recount under a filter against copying the columns (P15), and one decision until all figures
 * are read anew. */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "bayan-countries.h"
#include "bayan-provinces.h"
#include "bayan-tallies.h"
#include "figures.h"
#include "pairs.h"

#define N_STATEMENTS 10000
#define N_EACH 100
#define N_ENTITIES 20000
#define N_PAIRS 21
#define N_DECISIONS 2000

/* Names are skewed: a few states are in every statement. */
static guint32
random_entity (void)
{
  double x = g_random_double ();

  return 1 + (guint32) (x * x * x * (N_ENTITIES - 1));
}

static void
name_entities (BayanTallies *tallies)
{
  guint n_countries, n_provinces;
  const BayanCountry *countries = bayan_countries_get_all (&n_countries);
  const BayanProvince *provinces = bayan_provinces_get_all (&n_provinces);

  for (guint32 number = 1; number <= N_ENTITIES; number++)
    {
      const BayanCountry *country = &countries[number % n_countries];
      const char *iso3 = number % 10 == 3 ? provinces[number % n_provinces].iso3 : country->iso3;
      g_autofree char *key = number <= 250      ? g_strconcat ("iso:", iso3, NULL)
                             : number % 10 == 1 ? g_strconcat ("nisba:", iso3, NULL)
                             : number % 10 == 3
                                 ? g_strconcat ("adm1:", provinces[number % n_provinces].key, NULL)
                                 : g_strdup_printf ("org:%u", number);
      BayanMentionType type = g_str_has_prefix (key, "nisba:") ? BAYAN_MENTION_NORP
                              : g_str_has_prefix (key, "org:") ? BAYAN_MENTION_ORG
                                                               : BAYAN_MENTION_GPE;
      g_autoptr (BayanEntity) entity = bayan_entity_new (key, type);

      entity->iso3 = g_strdup (iso3);
      bayan_tallies_set_entity (tallies, number, entity);
    }
}

static BayanTally *
make_mentions (void)
{
  BayanTally *mentions = g_new (BayanTally, N_STATEMENTS * N_EACH);

  for (guint i = 0; i < N_STATEMENTS * N_EACH; i++)
    {
      guint32 entity = random_entity ();

      mentions[i] = (BayanTally) { i + 1, i / N_EACH + 1, entity,
                                   entity > 250 && entity % 10 == 1 ? BAYAN_MENTION_NORP : BAYAN_MENTION_GPE,
                                   i % 3 == 0 ? BAYAN_STATUS_CONFIRMED : BAYAN_STATUS_SUGGESTED };
    }
  return mentions;
}

static void
run (sqlite3 *db, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* The same rows with the index that answers the question without the table. */
static sqlite3 *
make_database (const BayanTally *mentions)
{
  sqlite3_stmt *insert;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  run (db, "CREATE TABLE mention (id INTEGER PRIMARY KEY, statement INT, entity INT, type INT, status INT); "
           "BEGIN");
  sqlite3_prepare_v2 (db, "INSERT INTO mention VALUES (?, ?, ?, ?, ?)", -1, &insert, NULL);
  for (guint i = 0; i < N_STATEMENTS * N_EACH; i++)
    {
      sqlite3_bind_int64 (insert, 1, mentions[i].mention);
      sqlite3_bind_int64 (insert, 2, mentions[i].statement);
      sqlite3_bind_int64 (insert, 3, mentions[i].entity);
      sqlite3_bind_int64 (insert, 4, mentions[i].type);
      sqlite3_bind_int64 (insert, 5, mentions[i].status);
      sqlite3_step (insert);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  run (db, "COMMIT; CREATE INDEX counted ON mention (entity, status, statement)");
  return db;
}

static guint
read_all (BayanTallies *tallies)
{
  guint n = 0;

  for (guint area = 1; area <= bayan_tallies_get_n_areas (tallies); area++)
    n += bayan_tallies_get_area_count (tallies, BAYAN_SIDE_NOW, area).n_mentions;
  return n;
}

static void
measure_unfiltered (BayanTallies *tallies, sqlite3 *db)
{
  Pairs pairs;

  pairs_init (&pairs);
  for (guint i = 0; i < 7; i++)
    {
      double start = thread_ms (), middle;

      read_all (tallies);
      middle = thread_ms ();
      run (db, "SELECT entity, count(*), sum(status = 1), count(DISTINCT statement) FROM mention WHERE "
               "status < 2 GROUP BY "
               "entity");
      pairs_add (&pairs, middle - start, thread_ms () - middle);
    }
  pairs_report (&pairs, "P14: all figures, unfiltered", "GROUP BY", 1.0 / 300);
}

/* Half of the statements, and everything counted anew: the worst that a change of the view can ask. */
static void
measure_filtered (BayanTallies *tallies)
{
  gsize n_bytes = (gsize) N_STATEMENTS * N_EACH * sizeof (BayanTallyRow);
  g_autofree guint8 *columns = g_malloc0 (n_bytes), *copy = g_malloc0 (n_bytes);
  BayanAreaView view = BAYAN_AREA_VIEW_USUAL;
  Pairs pairs;

  for (guint slot = 0; slot < N_STATEMENTS; slot += 2)
    bayan_tallies_set_in_scope (tallies, slot, FALSE);
  read_all (tallies);
  pairs_init (&pairs);
  for (guint i = 0; i < N_PAIRS; i++)
    {
      double start, middle;

      view.confirmed_only = !view.confirmed_only;
      start = thread_ms ();
      bayan_tallies_set_view (tallies, &view);
      read_all (tallies);
      middle = thread_ms ();
      memcpy (copy, columns, n_bytes);
      columns[i] = copy[i] + 1;
      pairs_add (&pairs, middle - start, thread_ms () - middle);
    }
  pairs_report (&pairs, "P15: another view of half of the statements", "memcpy of the columns", 3);
}

static void
measure_decisions (BayanTallies *tallies, const BayanTally *mentions)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint slot = 0; slot < N_STATEMENTS; slot++)
    bayan_tallies_set_in_scope (tallies, slot, TRUE);
  read_all (tallies);
  for (guint i = 0; i < N_DECISIONS; i++)
    {
      BayanTally mention = mentions[g_random_int_range (0, N_STATEMENTS * N_EACH)];
      double start = thread_ms (), took;

      bayan_tallies_remove (tallies, &mention);
      mention.status = BAYAN_STATUS_CONFIRMED;
      bayan_tallies_add (tallies, &mention, 1);
      read_all (tallies);
      took = thread_ms () - start;
      g_array_append_val (times, took);
    }
  g_array_sort (times, compare_doubles);
  g_print ("a decision until all figures are read: median %.3f ms, p95 %.3f ms, most %.3f ms\n",
           percentile (times, 0.5), percentile (times, 0.95), percentile (times, 1));
}

int
main (int argc, char *argv[])
{
  g_autoptr (BayanTallies) tallies = bayan_tallies_new ();
  g_autofree BayanTally *mentions = NULL;
  sqlite3 *db;

  g_random_set_seed (1);
  mentions = make_mentions ();
  name_entities (tallies);
  for (guint i = 1; i <= N_STATEMENTS; i++)
    bayan_tallies_set_in_scope (tallies, bayan_tallies_add_statement (tallies, i), TRUE);
  bayan_tallies_add (tallies, mentions, N_STATEMENTS * N_EACH);
  read_all (tallies);
  db = make_database (mentions);
  measure_unfiltered (tallies, db);
  measure_filtered (tallies);
  measure_decisions (tallies, mentions);
  sqlite3_close (db);
  return EXIT_SUCCESS;
}
