/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the list of what a statement does: an act, a pledge, or a part taken in a meeting. Of all that it says only
 * its status changes, with the property "status". */
#pragma once

#include <glib-object.h>

#include "bayan-act.h"

G_BEGIN_DECLS

/* In the order of the list. */
typedef enum {
  BAYAN_ACT_ITEM_ACT,
  BAYAN_ACT_ITEM_PLEDGE,
  BAYAN_ACT_ITEM_PART,
} BayanActItemKind;

/* What it says, in the words of the statement. A line break among them is a space. */
typedef struct {
  BayanActItemKind kind;
  gboolean is_first;       /* of its kind in the list */
  BayanMentionStatus status; /* what the analyst says of it */
  const char *judged_as;   /* its kind for a verdict on it: see bayan-act-verdict.h */
  BayanCleanSpan judged_at;
  BayanCleanSpan place;    /* where it is said: the verb; of a part who takes it, or the words that say so */
  BayanActClass act_class; /* of an act */
  gboolean negated;        /* of an act */
  BayanActorSource source; /* of an act: how its actors are known */
  BayanRoleKind role;      /* of a part */
  guint count;             /* of a part: how many take it; 0 where it is named who */
  char **actors;           /* who, in the order of the text; never NULL */
  char *words;             /* at @place */
  char *before, *after;    /* of the sentence, around @words; "…" where it is cut */
  char *about;             /* nullable: the target of an act, the purpose of a pledge, the meeting of a part */
  char *quotation;         /* nullable: what is quoted, without its marks */
  char *amount;            /* nullable: of a pledge, with "more than" and the like */
  char *value;             /* nullable: the same for a computer: "436000000 USD" */
  char *deadline;          /* nullable */
} BayanActFacts;

#define BAYAN_TYPE_ACT_ITEM (bayan_act_item_get_type ())
G_DECLARE_FINAL_TYPE (BayanActItem, bayan_act_item, BAYAN, ACT_ITEM, GObject)

const BayanActFacts *bayan_act_item_get_facts (BayanActItem *self);

BayanMentionStatus bayan_act_item_get_status (BayanActItem *self);

G_END_DECLS
