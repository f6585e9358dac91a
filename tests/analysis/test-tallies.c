/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-tallies.h"

#define N_STATEMENTS 40
#define N_ENTITIES 30

static const char *const KEYS[] = { "iso:IRQ",       "nisba:IRQ",     "place:mosul",
                                    "adm1:IRQ-3105", "org:coalition", "iso:SYR" };
static const char *const COUNTRIES[] = { "IRQ", "IRQ", "IRQ", "IRQ", NULL, "SYR" };

static void
name_entity (BayanTallies *tallies, guint32 number, const char *key, const char *iso3)
{
  g_autoptr (BayanEntity) entity = bayan_entity_new (key, BAYAN_MENTION_GPE);

  entity->iso3 = g_strdup (iso3);
  bayan_tallies_set_entity (tallies, number, entity);
}

static BayanTally
tally_of (gint64 statement, guint32 entity, BayanMentionStatus status)
{
  return (BayanTally) { 0, statement, entity, BAYAN_MENTION_GPE, (guint8) status };
}

static void
add (BayanTallies *tallies, gint64 statement, guint32 entity, BayanMentionStatus status)
{
  BayanTally tally = tally_of (statement, entity, status);
  bayan_tallies_add (tallies, &tally, 1);
}

static void
test_what_points_to_a_country (void)
{
  g_autoptr (BayanTallies) tallies = bayan_tallies_new ();
  guint slot = bayan_tallies_add_statement (tallies, 7);

  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      name_entity (tallies, i + 1, KEYS[i], "IRQ");
      add (tallies, 7, i + 1, BAYAN_STATUS_SUGGESTED);
      g_assert_cmpstr (bayan_tallies_country_of (tallies, i + 1), ==, COUNTRIES[i]);
    }
  bayan_tallies_set_in_scope (tallies, slot, TRUE);
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "IRQ").n_mentions, ==, 4);
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "SYR").n_mentions, ==, 1);
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "TCD").n_mentions, ==, 0);
  g_assert_true (bayan_tallies_points_to (tallies, slot, "SYR"));
  g_assert_false (bayan_tallies_points_to (tallies, slot, "TCD"));
}

static void
test_status (void)
{
  g_autoptr (BayanTallies) tallies = bayan_tallies_new ();
  guint slot = bayan_tallies_add_statement (tallies, 7);

  name_entity (tallies, 1, "iso:IRQ", "IRQ");
  bayan_tallies_set_in_scope (tallies, slot, TRUE);
  add (tallies, 7, 1, BAYAN_STATUS_REJECTED);
  g_assert_cmpuint (bayan_tallies_get_count (tallies, 1).n_mentions, ==, 0);
  g_assert_false (bayan_tallies_names_entity (tallies, slot, 1));
  add (tallies, 7, 1, BAYAN_STATUS_SUGGESTED);
  add (tallies, 7, 1, BAYAN_STATUS_CONFIRMED);
  add (tallies, 7, 0, BAYAN_STATUS_CONFIRMED); /* a mention of nothing in particular */
  g_assert_cmpuint (bayan_tallies_get_count (tallies, 1).n_mentions, ==, 2);
  g_assert_cmpuint (bayan_tallies_get_count (tallies, 1).n_confirmed, ==, 1);
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "IRQ").n_confirmed, ==, 1);
  g_assert_cmpuint (bayan_tallies_get_count (tallies, 0).n_mentions, ==, 0);
  g_assert_true (bayan_tallies_names_entity (tallies, slot, 1));
}

/* A place of which the country is learnt later takes its count there. */
static void
test_country_learnt_later (void)
{
  g_autoptr (BayanTallies) tallies = bayan_tallies_new ();
  guint slot = bayan_tallies_add_statement (tallies, 7);

  name_entity (tallies, 1, "place:hawija", NULL);
  bayan_tallies_set_in_scope (tallies, slot, TRUE);
  add (tallies, 7, 1, BAYAN_STATUS_CONFIRMED);
  name_entity (tallies, 1, "place:hawija", "IRQ");
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "IRQ").n_confirmed, ==, 1);
  name_entity (tallies, 1, "place:hawija", "SYR");
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "IRQ").n_mentions, ==, 0);
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "SYR").n_mentions, ==, 1);
}

/* What the analyst says of where a thing lies goes before its key. */
static void
test_country_said (void)
{
  g_autoptr (BayanTallies) tallies = bayan_tallies_new ();
  guint slot = bayan_tallies_add_statement (tallies, 7);
  g_autoptr (BayanEntity) camp = bayan_entity_new ("name:camp", BAYAN_MENTION_FAC);
  g_autoptr (BayanEntity) nowhere = bayan_entity_new ("name:camp", BAYAN_MENTION_FAC);

  camp->area = g_strdup ("iso:SYR");
  nowhere->area = g_strdup ("-");
  name_entity (tallies, 1, "name:camp", NULL);
  bayan_tallies_set_in_scope (tallies, slot, TRUE);
  add (tallies, 7, 1, BAYAN_STATUS_CONFIRMED);
  bayan_tallies_set_entity (tallies, 1, camp);
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "SYR").n_mentions, ==, 1);
  g_assert_true (bayan_tallies_points_to (tallies, slot, "SYR"));
  bayan_tallies_set_entity (tallies, 1, nowhere);
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "SYR").n_mentions, ==, 0);
}

static void
test_changed_entities (void)
{
  g_autoptr (BayanTallies) tallies = bayan_tallies_new ();
  guint slot = bayan_tallies_add_statement (tallies, 7);

  name_entity (tallies, 3, "iso:IRQ", "IRQ");
  add (tallies, 7, 3, BAYAN_STATUS_SUGGESTED);
  {
    g_autoptr (GArray) changed = bayan_tallies_take_changed_entities (tallies);
    g_assert_cmpuint (changed->len, ==, 0); /* out of scope nothing changes */
  }
  bayan_tallies_set_in_scope (tallies, slot, TRUE);
  add (tallies, 7, 3, BAYAN_STATUS_SUGGESTED);
  {
    g_autoptr (GArray) changed = bayan_tallies_take_changed_entities (tallies);
    g_autoptr (GPtrArray) countries = bayan_tallies_take_changed_countries (tallies);
    g_assert_cmpuint (changed->len, ==, 1);
    g_assert_cmpuint (g_array_index (changed, guint32, 0), ==, 3);
    g_assert_cmpuint (countries->len, ==, 1);
    g_assert_cmpstr (countries->pdata[0], ==, "IRQ");
  }
  {
    g_autoptr (GArray) changed = bayan_tallies_take_changed_entities (tallies);
    g_assert_cmpuint (changed->len, ==, 0);
  }
  bayan_tallies_remove_statement (tallies, 7);
  {
    g_autoptr (GArray) changed = bayan_tallies_take_changed_entities (tallies);
    g_assert_cmpuint (changed->len, ==, 1);
  }
  g_assert_cmpuint (bayan_tallies_get_count (tallies, 3).n_mentions, ==, 0);
}

/* A slot that is used again starts with nothing of its former statement. */
static void
test_slots_are_used_again (void)
{
  g_autoptr (BayanTallies) tallies = bayan_tallies_new ();
  guint slot = bayan_tallies_add_statement (tallies, 7);

  g_assert_cmpuint (bayan_tallies_add_statement (tallies, 7), ==, slot);
  add (tallies, 7, 1, BAYAN_STATUS_SUGGESTED);
  bayan_tallies_set_in_scope (tallies, slot, TRUE);
  bayan_tallies_remove_statement (tallies, 7);
  g_assert_cmpuint (bayan_tallies_find_slot (tallies, 7), ==, BAYAN_TALLIES_NO_SLOT);
  g_assert_cmpuint (bayan_tallies_add_statement (tallies, 8), ==, slot);
  g_assert_false (bayan_tallies_is_in_scope (tallies, slot));
  bayan_tallies_set_in_scope (tallies, slot, TRUE);
  g_assert_cmpuint (bayan_tallies_get_count (tallies, 1).n_mentions, ==, 0);
}

/* What the entities of the random test are: some of each way to point to an area, and some that point nowhere. */
static const struct {
  const char *key;
  BayanMentionType type;
  const char *iso3;
} THINGS[] = {
  { "iso:IRQ", BAYAN_MENTION_GPE, "IRQ" },         { "nisba:IRQ", BAYAN_MENTION_NORP, "IRQ" },
  { "org:league", BAYAN_MENTION_ORG, "EGY" },      { "adm1:IRQ-3471", BAYAN_MENTION_GPE, "IRQ" },
  { "place:99072", BAYAN_MENTION_GPE, "IRQ" },     { "region:sahel", BAYAN_MENTION_LOC, NULL },
  { "occ:minister", BAYAN_MENTION_OCC, "IRQ" },    { "iso:MLI", BAYAN_MENTION_GPE, "MLI" },
  { "region:ne-syria", BAYAN_MENTION_LOC, "SYR" }, { "date:2024", BAYAN_MENTION_DATE, NULL },
  { "norp:kurd", BAYAN_MENTION_NORP, NULL },       { "loc:the folded words", BAYAN_MENTION_LOC, NULL },
};

static guint
thing_of (guint32 entity)
{
  return (entity - 1) % G_N_ELEMENTS (THINGS);
}

/* The plain truth beside the moving counts. */
typedef struct {
  GArray *tallies; /* of BayanTally */
  gboolean present[N_STATEMENTS], in_scope[N_STATEMENTS], before[N_STATEMENTS];
  BayanAreaView view;
} Truth;

static BayanEntity *
make_thing (guint32 number)
{
  guint thing = thing_of (number);
  BayanEntity *entity = bayan_entity_new (THINGS[thing].key, THINGS[thing].type);

  entity->iso3 = g_strdup (THINGS[thing].iso3);
  return entity;
}

static gboolean
points_to (const Truth *truth, const BayanTally *tally, const char *area)
{
  g_autoptr (BayanEntity) entity = make_thing (tally->entity);
  BayanAreaAim aim = bayan_area_aim (truth->view.level, entity);
  g_autofree char *key = aim.key;

  return g_strcmp0 (key, area) == 0 && (aim.way & truth->view.ways) != 0
         && (aim.type == BAYAN_MENTION_N_TYPES || aim.type == tally->type);
}

static void
check_area (const Truth *truth, BayanTallies *tallies, BayanAreaSide side, guint area)
{
  const gboolean *counted = side == BAYAN_SIDE_NOW ? truth->in_scope : truth->before;
  BayanAreaCount expected = { 0 }, count = bayan_tallies_get_area_count (tallies, side, area);
  gboolean seen[N_STATEMENTS] = { FALSE };

  for (guint i = 0; i < truth->tallies->len; i++)
    {
      const BayanTally *tally = &g_array_index (truth->tallies, BayanTally, i);

      if (!counted[tally->statement - 1] || tally->status == BAYAN_STATUS_REJECTED
          || (truth->view.confirmed_only && tally->status != BAYAN_STATUS_CONFIRMED)
          || !points_to (truth, tally, bayan_tallies_get_area_key (tallies, area)))
        continue;
      expected.n_mentions++;
      expected.n_confirmed += tally->status == BAYAN_STATUS_CONFIRMED;
      expected.n_statements += !seen[tally->statement - 1];
      seen[tally->statement - 1] = TRUE;
    }
  g_assert_cmpuint (count.n_mentions, ==, expected.n_mentions);
  g_assert_cmpuint (count.n_confirmed, ==, expected.n_confirmed);
  g_assert_cmpuint (count.n_statements, ==, expected.n_statements);
}

static void
check_areas (const Truth *truth, BayanTallies *tallies)
{
  for (guint area = 1; area <= bayan_tallies_get_n_areas (tallies); area++)
    {
      check_area (truth, tallies, BAYAN_SIDE_NOW, area);
      check_area (truth, tallies, BAYAN_SIDE_BEFORE, area);
    }
}

static void
check_against_recount (const Truth *truth, BayanTallies *tallies)
{
  BayanCount expected[N_ENTITIES + 1] = { 0 };
  guint iraq = 0;

  for (guint i = 0; i < truth->tallies->len; i++)
    {
      const BayanTally *tally = &g_array_index (truth->tallies, BayanTally, i);
      guint thing = thing_of (tally->entity);

      if (!truth->in_scope[tally->statement - 1] || tally->status == BAYAN_STATUS_REJECTED)
        continue;
      expected[tally->entity].n_mentions++;
      expected[tally->entity].n_confirmed += tally->status == BAYAN_STATUS_CONFIRMED;
      iraq += thing == 0 || thing == 1 || thing == 3 || thing == 4;
    }
  for (guint32 entity = 1; entity <= N_ENTITIES; entity++)
    {
      BayanCount count = bayan_tallies_get_count (tallies, entity);
      g_assert_cmpuint (count.n_mentions, ==, expected[entity].n_mentions);
      g_assert_cmpuint (count.n_confirmed, ==, expected[entity].n_confirmed);
    }
  g_assert_cmpuint (bayan_tallies_get_country_count (tallies, "IRQ").n_mentions, ==, iraq);
  check_areas (truth, tallies);
}

/* One mention, or two and then one of the next statement. */
static void
add_some (Truth *truth, BayanTallies *tallies, const BayanTally *tally)
{
  BayanTally some[] = { *tally, *tally, *tally };
  guint n_some = g_test_rand_bit () ? 1 : 3;

  some[2].statement = tally->statement % N_STATEMENTS + 1;
  bayan_tallies_add (tallies, some, n_some);
  for (guint i = 0; i < n_some; i++)
    if (truth->present[some[i].statement - 1])
      g_array_append_val (truth->tallies, some[i]);
}

static void
change_at_random (Truth *truth, BayanTallies *tallies)
{
  guint statement = (guint) g_test_rand_int_range (0, N_STATEMENTS);
  guint32 entity = (guint32) g_test_rand_int_range (1, N_ENTITIES + 1);
  BayanTally tally = tally_of (statement + 1, entity, (BayanMentionStatus) g_test_rand_int_range (0, 3));
  guint slot = bayan_tallies_find_slot (tallies, tally.statement);

  tally.type = (guint8) (g_test_rand_int_range (0, 8) > 0 ? THINGS[thing_of (entity)].type
                                                          : BAYAN_MENTION_LOC);
  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      bayan_tallies_add_statement (tallies, tally.statement);
      truth->present[statement] = TRUE;
      break;
    case 1:
      bayan_tallies_remove_statement (tallies, tally.statement);
      truth->present[statement] = truth->in_scope[statement] = truth->before[statement] = FALSE;
      for (guint i = truth->tallies->len; i > 0; i--)
        if (g_array_index (truth->tallies, BayanTally, i - 1).statement == tally.statement)
          g_array_remove_index_fast (truth->tallies, i - 1);
      break;
    case 2:
      truth->in_scope[statement] = truth->present[statement] && g_test_rand_bit ();
      bayan_tallies_set_in_scope (tallies, slot, truth->in_scope[statement]);
      break;
    case 3:
      if (truth->tallies->len == 0)
        break;
      tally = g_array_index (truth->tallies, BayanTally,
                             (guint) g_test_rand_int_range (0, (gint32) truth->tallies->len));
      bayan_tallies_remove (tallies, &tally);
      for (guint i = 0; i < truth->tallies->len; i++)
        {
          const BayanTally *same = &g_array_index (truth->tallies, BayanTally, i);
          if (same->statement == tally.statement && same->entity == tally.entity && same->type == tally.type
              && same->status == tally.status)
            {
              g_array_remove_index_fast (truth->tallies, i);
              break;
            }
        }
      break;
    case 4:
      truth->before[statement] = truth->present[statement] && g_test_rand_bit ();
      bayan_tallies_set_is_before (tallies, slot, truth->before[statement]);
      break;
    case 5:
      if (g_test_rand_bit ())
        break;
      truth->view = (BayanAreaView) { (BayanAreaLevel) g_test_rand_int_range (0, BAYAN_N_LEVELS),
                                      (BayanWays) g_test_rand_int_range (1, BAYAN_WAYS_ALL + 1),
                                      g_test_rand_bit () };
      bayan_tallies_set_view (tallies, &truth->view);
      break;
    default:
      add_some (truth, tallies, &tally);
      break;
    }
}

static void
test_moving_counts_equal_a_recount (void)
{
  g_autoptr (BayanTallies) tallies = bayan_tallies_new ();
  Truth truth = { .tallies = g_array_new (FALSE, FALSE, sizeof (BayanTally)), .view = BAYAN_AREA_VIEW_USUAL };

  for (guint32 number = 1; number <= N_ENTITIES; number++)
    {
      g_autoptr (BayanEntity) entity = make_thing (number);

      bayan_tallies_set_entity (tallies, number, entity);
    }
  for (int i = 0; i < 10000; i++)
    {
      change_at_random (&truth, tallies);
      if (i % 20 == 0)
        check_against_recount (&truth, tallies);
    }
  bayan_tallies_clear_scope (tallies);
  memset (truth.in_scope, 0, sizeof truth.in_scope);
  check_against_recount (&truth, tallies);
  g_array_unref (truth.tallies);
}

/* A place of which the country is learnt later takes what is counted by area with it. */
static void
test_area_learnt_later (void)
{
  g_autoptr (BayanTallies) tallies = bayan_tallies_new ();
  guint slot = bayan_tallies_add_statement (tallies, 7);
  BayanAreaCount count;

  name_entity (tallies, 1, "place:hawija", "SYR");
  bayan_tallies_set_in_scope (tallies, slot, TRUE);
  add (tallies, 7, 1, BAYAN_STATUS_CONFIRMED);
  add (tallies, 7, 1, BAYAN_STATUS_SUGGESTED);
  count = bayan_tallies_get_area_count (tallies, BAYAN_SIDE_NOW,
                                        bayan_tallies_find_area (tallies, "iso:SYR"));
  g_assert_cmpuint (count.n_mentions, ==, 2);
  g_assert_cmpuint (count.n_statements, ==, 1);
  name_entity (tallies, 1, "place:hawija", "IRQ");
  count = bayan_tallies_get_area_count (tallies, BAYAN_SIDE_NOW,
                                        bayan_tallies_find_area (tallies, "iso:SYR"));
  g_assert_cmpuint (count.n_mentions, ==, 0);
  count = bayan_tallies_get_area_count (tallies, BAYAN_SIDE_NOW,
                                        bayan_tallies_find_area (tallies, "iso:IRQ"));
  g_assert_cmpuint (count.n_mentions, ==, 2);
  g_assert_true (bayan_tallies_names_area (tallies, slot, bayan_tallies_find_area (tallies, "iso:IRQ")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tallies/what-points-to-a-country", test_what_points_to_a_country);
  g_test_add_func ("/tallies/status", test_status);
  g_test_add_func ("/tallies/country-learnt-later", test_country_learnt_later);
  g_test_add_func ("/tallies/country-said", test_country_said);
  g_test_add_func ("/tallies/changed-entities", test_changed_entities);
  g_test_add_func ("/tallies/slots-are-used-again", test_slots_are_used_again);
  g_test_add_func ("/tallies/moving-counts-equal-a-recount", test_moving_counts_equal_a_recount);
  g_test_add_func ("/tallies/area-learnt-later", test_area_learnt_later);
  return g_test_run ();
}
