/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why words are not suggested to be something: what one of the layers has against it. Its maker fills it in; from then on it is
 * not changed. */
#pragma once

#include "bayan-mention.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_ABSENCE_SUGGESTED, /* they are suggested: layer, rule and evidence are those of the suggestion */
  BAYAN_ABSENCE_NO_WORD,   /* there is no word in the span */
  BAYAN_ABSENCE_TOO_LONG,  /* it is longer than names are */
  BAYAN_ABSENCE_REJECTED,  /* the analyst said so: n_right, n_wrong; evidence: the word before, where it is only behind that */
  BAYAN_ABSENCE_UNLEARNED, /* he confirmed them, and learning is switched off: n_right, n_wrong */
  BAYAN_ABSENCE_GUARD,     /* a table knows them, and what stands around them speaks against it: rule is the guard */
  BAYAN_ABSENCE_RULE,      /* a rule looked at them and made something else of them */
  BAYAN_ABSENCE_BARE,      /* it stands with something else only, as an office with who holds it */
  BAYAN_ABSENCE_OUTRANKED, /* the same or crossing words are rather another thing: other_… */
  BAYAN_ABSENCE_INSIDE,    /* they are a part of something that holds no such thing: other_… */
  BAYAN_ABSENCE_OVERRULED, /* the learned model takes it away */
  BAYAN_ABSENCE_OTHER_TYPE, /* the tables know them as another type: other_type, rule, evidence */
  BAYAN_ABSENCE_UNLIKELY,  /* the learned model has something for it, and too little: score, threshold, evidence */
  BAYAN_ABSENCE_PART,      /* the tables know them only as a part of a longer name: other_words, rule, evidence */
  BAYAN_ABSENCE_UNKNOWN,   /* they are in no table and on no list, and no rule builds on them */
  BAYAN_ABSENCE_N_REASONS
} BayanAbsenceReason;

typedef struct {
  BayanAbsenceReason reason;
  BayanMentionType type; /* what they are not; BAYAN_MENTION_N_TYPES for any */
  BayanLayer layer;
  char *rule;     /* nullable: as that of a mention */
  char *evidence; /* nullable: the same */
  BayanMentionType other_type; /* what is suggested, or known, instead */
  BayanCleanSpan other_span;   /* where; empty where it is nowhere in the text */
  char *other_words;           /* nullable */
  BayanLayer other_layer;
  char *other_rule;            /* nullable */
  guint n_right, n_wrong;
  int score, threshold;
} BayanAbsence;

const char *bayan_absence_reason_to_string (BayanAbsenceReason reason);
BayanAbsence *bayan_absence_new (BayanAbsenceReason reason, BayanMentionType type, BayanLayer layer, const char *rule,
                                 const char *evidence);
void bayan_absence_free (BayanAbsence *self);

G_END_DECLS
