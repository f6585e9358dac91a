/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-breakdown.h"

static void
add (BayanRecognition *recognition, guint32 start, guint32 end, BayanMentionType type, const char *key,
     const char *name_en, const char *iso3)
{
  BayanMention *mention = bayan_mention_new (bayan_clean_span (start, end), type, BAYAN_LAYER_GAZETTEER,
                                             "test");
  BayanEntity *entity = bayan_entity_new (key, type);

  bayan_mention_set_text (&mention->entity_key, key);
  entity->name_en = g_strdup (name_en);
  entity->iso3 = g_strdup (iso3);
  g_ptr_array_add (recognition->mentions, mention);
  g_ptr_array_add (recognition->entities, entity);
}

static void
test_counts (void)
{
  g_autoptr (BayanRecognition) recognition = bayan_recognition_new ();
  g_autoptr (BayanBreakdown) breakdown = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  add (recognition, 0, 30, BAYAN_MENTION_ORG, "org:government", NULL, "IRQ");
  add (recognition, 10, 20, BAYAN_MENTION_GPE, "iso:IRQ", "Iraq", "IRQ");
  add (recognition, 20, 30, BAYAN_MENTION_LOC, "region:sahel", "Sahel", NULL);
  add (recognition, 40, 50, BAYAN_MENTION_LOC, "region:ne-syria", "North-East Syria", NULL);
  add (recognition, 45, 50, BAYAN_MENTION_GPE, "iso:SYR", "Syria", "SYR");
  add (recognition, 60, 70, BAYAN_MENTION_GPE, "iso:SYR", "Syria", "SYR");
  add (recognition, 70, 80, BAYAN_MENTION_GPE, "place:99072", "Mosul", "IRQ");
  add (recognition, 80, 90, BAYAN_MENTION_OCC, "occ:x", NULL, "USA");
  add (recognition, 85, 90, BAYAN_MENTION_NORP, "nisba:USA", NULL, "USA");
  add (recognition, 95, 99, BAYAN_MENTION_NORP, "norp:arab", "Arab", NULL);

  breakdown = bayan_breakdown_new (recognition);
  g_assert_cmpuint (bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME, "IRQ"), ==, 1);
  g_assert_cmpuint (bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME, "SYR"), ==, 2);
  g_assert_cmpuint (
      bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME_INSIDE_ORG_NAMES, "IRQ"), ==,
      1);
  g_assert_cmpuint (
      bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME_INSIDE_ORG_NAMES, "SYR"), ==,
      0);
  g_assert_cmpuint (bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NATIONALITY, "USA"),
                    ==, 1);
  g_assert_cmpuint (bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_REGIONS, "North-East Syria"), ==,
                    1);
  g_assert_cmpuint (bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_REGIONS, "Sahel"), ==, 0);
  g_assert_cmpuint (bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_REGIONS_INSIDE_ORG_NAMES, "Sahel"),
                    ==, 1);

  keys = bayan_breakdown_get_keys (breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME);
  g_assert_cmpuint (keys->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (keys, 0), ==, "IRQ");
  g_assert_cmpstr (g_ptr_array_index (keys, 1), ==, "SYR");
}

static void
test_rejected_mentions_do_not_count (void)
{
  g_autoptr (BayanRecognition) recognition = bayan_recognition_new ();
  g_autoptr (BayanBreakdown) breakdown = NULL;

  add (recognition, 0, 5, BAYAN_MENTION_GPE, "iso:MLI", "Mali", "MLI");
  add (recognition, 10, 15, BAYAN_MENTION_GPE, "iso:MLI", "Mali", "MLI");
  ((BayanMention *) g_ptr_array_index (recognition->mentions, 1))->status = BAYAN_STATUS_REJECTED;

  breakdown = bayan_breakdown_new (recognition);
  g_assert_cmpuint (bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME, "MLI"), ==, 1);
}

static void
test_field_names (void)
{
  g_assert_cmpstr (bayan_breakdown_field_to_string (BAYAN_BREAKDOWN_COUNTRIES_BY_NAME), ==,
                   "countries_by_name");
  g_assert_cmpstr (bayan_breakdown_field_to_string (BAYAN_BREAKDOWN_REGIONS), ==, "regions");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breakdown/counts", test_counts);
  g_test_add_func ("/breakdown/rejected-mentions-do-not-count", test_rejected_mentions_do_not_count);
  g_test_add_func ("/breakdown/field-names", test_field_names);
  return g_test_run ();
}
