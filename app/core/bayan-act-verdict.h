/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst says of something that a statement does. Acts are found anew whenever they are asked for; what was said
 * of one is found by where it stands in the source, which no other cleaning of the text moves. */
#pragma once

#include "bayan-mention.h"

G_BEGIN_DECLS

/* What is judged, beside the parts in meetings, whose names bayan_role_kind_to_string() gives. */
#define BAYAN_JUDGED_ACT "act"
#define BAYAN_JUDGED_PLEDGE "pledge"

typedef struct {
  const char *kind;          /* interned: BAYAN_JUDGED_ACT, BAYAN_JUDGED_PLEDGE, or the name of a part */
  BayanRawSpan place;        /* of an act its verb, of a pledge its amount, of a part who takes it */
  BayanMentionStatus status; /* suggested: nothing is said of it */
} BayanActVerdict;

/* A verdict with the statement it is in. */
typedef struct {
  gint64 statement;
  BayanActVerdict verdict;
} BayanPlacedVerdict;

BayanActVerdict bayan_act_verdict (const char *kind, BayanRawSpan place, BayanMentionStatus status);
gboolean bayan_act_verdict_is_of_same (const BayanActVerdict *a, const BayanActVerdict *b);
BayanMentionStatus bayan_act_verdicts_find (const GArray *verdicts, const char *kind, BayanRawSpan place);

G_END_DECLS
