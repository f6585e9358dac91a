/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mention.h"
#include "bayan-relation.h"

static void
test_names (void)
{
  for (guint i = 0; i < BAYAN_MENTION_N_TYPES; i++)
    {
      BayanMentionType type;
      g_assert_true (bayan_mention_type_from_string (bayan_mention_type_to_string (i), &type));
      g_assert_cmpuint (type, ==, i);
    }
  for (guint i = 0; i <= BAYAN_STATUS_REJECTED; i++)
    {
      BayanMentionStatus status;
      g_assert_true (bayan_mention_status_from_string (bayan_mention_status_to_string (i), &status));
      g_assert_cmpuint (status, ==, i);
    }
  for (guint i = 0; i <= BAYAN_LAYER_TAGGER; i++)
    {
      BayanLayer layer;
      g_assert_true (bayan_layer_from_string (bayan_layer_to_string (i), &layer));
      g_assert_cmpuint (layer, ==, i);
    }
}

static void
test_unknown_names (void)
{
  BayanMentionType type;
  BayanLayer layer;

  g_assert_false (bayan_mention_type_from_string ("gpe", &type));
  g_assert_false (bayan_mention_type_from_string (NULL, &type));
  g_assert_false (bayan_layer_from_string ("", &layer));
}

static void
test_outer_before_inner (void)
{
  g_autoptr (BayanMention) outer = bayan_mention_new (bayan_clean_span (4, 20), BAYAN_MENTION_ORG,
                                                      BAYAN_LAYER_RULE, "x");
  g_autoptr (BayanMention) inner = bayan_mention_new (bayan_clean_span (4, 9), BAYAN_MENTION_GPE,
                                                      BAYAN_LAYER_RULE, "x");
  g_autoptr (BayanMention) copy = bayan_mention_copy (inner);

  g_assert_cmpint (bayan_mention_compare (outer, inner), <, 0);
  g_assert_cmpint (bayan_mention_compare (inner, copy), ==, 0);
  g_assert_true (bayan_clean_span_contains (outer->span, inner->span));
  g_assert_false (bayan_clean_span_overlaps (inner->span, bayan_clean_span (9, 12)));
}

/* Parts are in order and apart, whatever is said. */
static void
test_parts (void)
{
  const BayanCleanSpan said[] = {
    bayan_clean_span (40, 50), bayan_clean_span (4, 10),  bayan_clean_span (20, 30),
    bayan_clean_span (10, 12), bayan_clean_span (25, 33),
  };
  g_autoptr (BayanMention) mention = bayan_mention_new (bayan_clean_span (0, 2), BAYAN_MENTION_OCC,
                                                        BAYAN_LAYER_ANALYST, "x");
  g_autoptr (BayanMention) copy = NULL;

  g_assert_cmpuint (bayan_mention_get_n_parts (mention), ==, 1);
  bayan_mention_set_parts (mention, said, G_N_ELEMENTS (said));
  copy = bayan_mention_copy (mention);
  bayan_mention_set_parts (mention, said, 1);
  g_assert_null (mention->more);
  g_assert_cmpuint (mention->span.start.byte, ==, 40);
  g_assert_cmpuint (bayan_mention_get_n_parts (copy), ==, 3);
  g_assert_true (bayan_clean_span_equal (copy->span, bayan_clean_span (4, 12)));
  g_assert_true (bayan_clean_span_equal (bayan_mention_get_part (copy, 1), bayan_clean_span (20, 33)));
  g_assert_true (bayan_clean_span_equal (bayan_mention_get_part (copy, 2), bayan_clean_span (40, 50)));
}

/* A relation is between mentions of some types only, one of which is what. */
static void
test_relations (void)
{
  BayanRelationKind kind;

  for (guint i = 0; i < BAYAN_N_RELATIONS; i++)
    {
      g_assert_true (bayan_relation_kind_from_string (bayan_relation_kind_to_string (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_false (bayan_relation_kind_fits (i, BAYAN_MENTION_PERS, BAYAN_MENTION_DATE));
      g_assert_false (bayan_relation_kind_fits (i, BAYAN_MENTION_OWN, BAYAN_MENTION_ORG));
    }
  g_assert_false (bayan_relation_kind_from_string ("accuses", &kind));
  g_assert_true (bayan_relation_kind_fits (BAYAN_RELATION_HOLDS_OFFICE, BAYAN_MENTION_PERS, BAYAN_MENTION_OCC));
  g_assert_false (bayan_relation_kind_fits (BAYAN_RELATION_HOLDS_OFFICE, BAYAN_MENTION_OCC, BAYAN_MENTION_PERS));
  g_assert_true (bayan_relation_kind_fits (BAYAN_RELATION_MEMBER_OF, BAYAN_MENTION_GPE, BAYAN_MENTION_ORG));
  g_assert_true (bayan_relation_kind_fits (BAYAN_RELATION_LOCATED_IN, BAYAN_MENTION_FAC, BAYAN_MENTION_LOC));
  g_assert_true (bayan_relation_kind_fits (BAYAN_RELATION_PLEDGES_TO, BAYAN_MENTION_ORG, BAYAN_MENTION_GPE));
}

/* Who holds it last frees it; a copy is another one. */
static void
test_sharing (void)
{
  BayanMention *first = bayan_mention_new (bayan_clean_span (4, 9), BAYAN_MENTION_GPE, BAYAN_LAYER_RULE, "x");
  BayanMention *second = bayan_mention_share (first), *third = bayan_mention_share (first);
  BayanMention *copy = bayan_mention_copy (first);

  g_assert_true (second == first && third == first && copy != first);
  bayan_mention_free (copy);
  bayan_mention_free (first);
  bayan_mention_free (third);
  g_assert_cmpstr (second->rule, ==, "x");
  bayan_mention_free (second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/mention/names", test_names);
  g_test_add_func ("/core/mention/unknown-names", test_unknown_names);
  g_test_add_func ("/core/mention/parts", test_parts);
  g_test_add_func ("/core/mention/relations", test_relations);
  g_test_add_func ("/core/mention/outer-before-inner", test_outer_before_inner);
  g_test_add_func ("/core/mention/sharing", test_sharing);
  return g_test_run ();
}
