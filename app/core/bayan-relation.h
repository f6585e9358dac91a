/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A relation: what one mention is to another one of the same statement, says the analyst: who holds which office, who is a
 * member of what, what lies where, who pledges something to whom. Read from the source to the target. */
#pragma once

#include "bayan-mention.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_RELATION_HOLDS_OFFICE,
  BAYAN_RELATION_MEMBER_OF,
  BAYAN_RELATION_LOCATED_IN,
  BAYAN_RELATION_PLEDGES_TO,
  BAYAN_N_RELATIONS
} BayanRelationKind;

const char *bayan_relation_kind_to_string (BayanRelationKind kind);
gboolean bayan_relation_kind_from_string (const char *string, BayanRelationKind *kind);
gboolean bayan_relation_kind_fits (BayanRelationKind kind, BayanMentionType source, BayanMentionType target);

typedef struct {
  gint64 source, target; /* mentions */
  BayanRelationKind kind;
  gboolean is_rejected; /* it was suggested, and the analyst says that it is not so */
} BayanRelation;

gboolean bayan_relation_equal (const BayanRelation *a, const BayanRelation *b);

G_END_DECLS
