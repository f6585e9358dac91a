/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-relation.h"

#define TYPE(name) (1u << BAYAN_MENTION_##name)
#define ACTORS (TYPE (GPE) | TYPE (NORP) | TYPE (ORG) | TYPE (PERS) | TYPE (OCC))

/* The types between which a relation can be: 1 << type. Countries are members and give; offices stand for who holds them. */
static const struct {
  const char *name;
  guint sources, targets;
} KINDS[BAYAN_N_RELATIONS] = {
  [BAYAN_RELATION_HOLDS_OFFICE] = { "holds_office", TYPE (PERS), TYPE (OCC) | TYPE (ORG) },
  [BAYAN_RELATION_MEMBER_OF] = { "member_of", ACTORS, TYPE (ORG) },
  [BAYAN_RELATION_LOCATED_IN] = { "located_in", ACTORS | TYPE (LOC) | TYPE (FAC) | TYPE (EVENT),
                                  TYPE (GPE) | TYPE (LOC) },
  [BAYAN_RELATION_PLEDGES_TO] = { "pledges_to", ACTORS, ACTORS | TYPE (LOC) | TYPE (EVENT) },
};

/**
 * bayan_relation_kind_to_string:
 *
 * Returns: (transfer none): the kind as libraries and files hold it: "holds_office"
 */
const char *
bayan_relation_kind_to_string (BayanRelationKind kind)
{
  g_return_val_if_fail ((guint) kind < BAYAN_N_RELATIONS, NULL);
  return KINDS[kind].name;
}

/**
 * bayan_relation_kind_from_string:
 * @string: (nullable): what bayan_relation_kind_to_string() gives
 * @kind: (out): the kind; left as it is if there is none of that name
 *
 * Returns: FALSE if there is none
 */
gboolean
bayan_relation_kind_from_string (const char *string, BayanRelationKind *kind)
{
  for (guint i = 0; i < BAYAN_N_RELATIONS; i++)
    if (g_strcmp0 (KINDS[i].name, string) == 0)
      {
        *kind = (BayanRelationKind) i;
        return TRUE;
      }
  return FALSE;
}

/* Whether a mention that is a @source can be that to one that is a @target. */
gboolean
bayan_relation_kind_fits (BayanRelationKind kind, BayanMentionType source, BayanMentionType target)
{
  g_return_val_if_fail ((guint) kind < BAYAN_N_RELATIONS, FALSE);
  return (KINDS[kind].sources & 1u << source) != 0 && (KINDS[kind].targets & 1u << target) != 0;
}

gboolean
bayan_relation_equal (const BayanRelation *a, const BayanRelation *b)
{
  return a->source == b->source && a->target == b->target && a->kind == b->kind && a->is_rejected == b->is_rejected;
}
