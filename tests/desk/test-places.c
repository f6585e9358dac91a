/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the analyst puts entities: the map's counts follow, and undo brings all of it back. */
#include <math.h>
#include <string.h>

#include "fixture.h"

#include "bayan-location.h"

#define CAMP "معسكر الفجر"
#define TEXT "بيان\n\nزار الوزير " CAMP "، ثم عاد إلى بغداد.\n"

/* Returns: (transfer full): the key of a camp that no table knows */
static char *
import (Fixture *fixture)
{
  gint64 id = fixture_import_text (fixture, TEXT);
  const char *text, *at;

  fixture_read (fixture, id);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
  text = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk))->text;
  at = strstr (text, CAMP);
  bayan_desk_label (fixture->desk,
                    bayan_clean_span ((guint32) (at - text), (guint32) (at - text) + (guint32) strlen (CAMP)),
                    BAYAN_MENTION_FAC);
  fixture_act (fixture);
  return g_strdup (fixture_find (fixture, CAMP, BAYAN_MENTION_FAC)->entity_key);
}

static void
assert_act (Fixture *fixture, const char *act)
{
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, act);
}

static void
undo (Fixture *fixture)
{
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
}

static gboolean
locate (Fixture *fixture, const char *key, BayanLocation *location)
{
  return bayan_location_of_entity (bayan_desk_get_entity (fixture->desk, key), location);
}

/* A position: it counts for the country around it; after closing, too, and not any more when undone. */
static void
test_position (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = import (fixture);
  g_autoptr (GPtrArray) placed = NULL;
  BayanLocation location;

  g_assert_true (bayan_desk_can_place_entity (fixture->desk, key));
  g_assert_false (locate (fixture, key, &location));
  bayan_desk_place_entity (fixture->desk, key, 36.38, 41.15);
  fixture_act (fixture);
  assert_act (fixture, "place-entity");
  g_assert_true (locate (fixture, key, &location));
  g_assert_cmpstr (location.iso3, ==, "SYR");
  g_assert_cmpfloat (location.latitude, ==, 36.38);
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 1);
  fixture_check (fixture);
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk));
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 1);
  placed = bayan_desk_list_placed (fixture->desk);
  g_assert_cmpuint (placed->len, ==, 1);
  undo (fixture);
  g_assert_false (locate (fixture, key, &location));
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 0);
  g_clear_pointer (&placed, g_ptr_array_unref);
  placed = bayan_desk_list_placed (fixture->desk);
  g_assert_cmpuint (placed->len, ==, 0);
}

/* Another country than the map has there, and none; the position stays until it is taken back, too. */
static void
test_area (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = import (fixture);
  BayanLocation location;

  bayan_desk_put_entity_in (fixture->desk, key, "iso:SYR");
  fixture_act (fixture);
  g_assert_true (locate (fixture, key, &location));
  g_assert_true (isnan (location.latitude));
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 1);
  bayan_desk_place_entity (fixture->desk, key, 36.34, 43.13);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 0);
  bayan_desk_put_entity_in (fixture->desk, key, "iso:SYR");
  fixture_act (fixture);
  g_assert_true (locate (fixture, key, &location));
  g_assert_cmpstr (location.iso3, ==, "SYR");
  g_assert_cmpfloat (location.latitude, ==, 36.34);
  bayan_desk_put_entity_in (fixture->desk, key, "");
  fixture_act (fixture);
  bayan_desk_place_entity (fixture->desk, key, (double) NAN, (double) NAN);
  fixture_act (fixture);
  assert_act (fixture, "take-off-map");
  g_assert_false (locate (fixture, key, &location));
  fixture_check (fixture);
}

/* What the tables know is taken off the map, and put back. */
static void
test_removing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *camp = import (fixture);
  const char *key = fixture_find (fixture, "بغداد", BAYAN_MENTION_GPE)->entity_key;
  guint n_before = bayan_desk_get_country_count (fixture->desk, "IRQ");
  BayanLocation location;

  g_assert_true (locate (fixture, key, &location));
  bayan_desk_take_off_map (fixture->desk, key);
  fixture_act (fixture);
  assert_act (fixture, "take-off-map");
  g_assert_false (locate (fixture, key, &location));
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "IRQ"), ==, n_before - 1);
  bayan_desk_place_as_found (fixture->desk, key);
  fixture_act (fixture);
  assert_act (fixture, "place-entity");
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "IRQ"), ==, n_before);
  fixture_check (fixture);
}

static void
assert_areas (const char *words, const char *first, guint n_areas)
{
  g_autoptr (GPtrArray) areas = bayan_desk_find_areas (words);
  BayanLocation location;

  g_test_message ("%s", words);
  g_assert_cmpuint (areas->len, ==, n_areas);
  if (n_areas == 0)
    return;
  g_assert_true (bayan_location_find (areas->pdata[0], &location));
  g_assert_cmpstr (location.name_en, ==, first);
}

static void
test_finding_areas (Fixture *fixture, gconstpointer data)
{
  assert_areas ("العراق", "Iraq", 1);
  assert_areas (" iraq", "Iraq", 1);
  assert_areas ("irq", "Iraq", 1);
  assert_areas ("محافظة نينوى", "Nineveh", 1);
  assert_areas ("نينوي، العراق", "Nineveh", 1);
  assert_areas ("Nineveh, Iraq", "Nineveh", 1);
  assert_areas ("Nineveh, Syria", NULL, 0);
  assert_areas ("أطلانطس", NULL, 0);
  assert_areas ("", NULL, 0);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/places/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("position", test_position);
  ADD ("area", test_area);
  ADD ("removing", test_removing);
  ADD ("finding-areas", test_finding_areas);
  return g_test_run ();
}
