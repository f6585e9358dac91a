/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence while its verbs are read. Private to this room. */
#pragma once

#include "bayan-act-scan.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_PLACE_START,
  BAYAN_PLACE_OPENED, /* behind كما, حيث, فيما … */
  BAYAN_PLACE_COMMA,
  BAYAN_PLACE_JOINED, /* has a و or ف */
  BAYAN_PLACE_RELATIVE,
  BAYAN_PLACE_INSIDE,
  BAYAN_PLACE_BLOCKED,
} BayanActPlace;

/* What the words read last belong to. */
typedef enum {
  BAYAN_REGION_MAIN,
  BAYAN_REGION_CONTENT,
  BAYAN_REGION_RELATIVE,
} BayanActRegion;

typedef struct {
  BayanActScan *scan;
  BayanCleanSpan piece; /* the sentence, or the item of a list */
  guint first, end;
  BayanActRegion region;
  gboolean has_main;
  guint main_tense;
  BayanActPhrase topic; /* the phrase that the sentence begins with */
  gboolean has_topic;
  gboolean introduced; /* by إن: whose all the items of a list are */
  gboolean answers;    /* أما فلان فقال: the ف of the verb joins it to nothing */
  gboolean item;       /* of a list */
  guint we;            /* the word behind نحن; 0 = nobody says so */
  BayanActPhrase last; /* the subject of the last verb */
  gboolean has_last;
} BayanActReader;

/* A verb and how it stands. */
typedef struct {
  const BayanVerbForm *form;
  guint at;
  guint group; /* the first word of the verb with its negation and particles */
  gboolean joined;
  gboolean negated;
  BayanActPlace place;
} BayanActVerb;

typedef struct {
  BayanActPhrase phrase;
  BayanActorSource source;
  const char *rule;
  guint after; /* where the complement may begin */
} BayanActSubject;

void bayan_act_find_place (const BayanActReader *self, BayanActVerb *verb);
gboolean bayan_act_refers_back (const BayanActReader *self, const BayanActVerb *verb);
gboolean bayan_act_is_surely_verb (const BayanActReader *self, const BayanActVerb *verb,
                                   const BayanActSubject *subject);
gboolean bayan_act_is_main (const BayanActReader *self, const BayanActVerb *verb,
                            const BayanActSubject *subject);
guint bayan_act_get_tense (const BayanActScan *scan, const BayanActVerb *verb);
gboolean bayan_act_is_passive (const BayanActScan *scan, const BayanActVerb *verb);
gboolean bayan_act_find_actors (const BayanActReader *self, const BayanActVerb *verb,
                                BayanActSubject *subject);
BayanCleanSpan bayan_act_get_verb_span (const BayanActScan *scan, const BayanActVerb *verb);
BayanAct *bayan_act_make (const BayanActReader *self, const BayanActVerb *verb,
                          const BayanActDecision *decision, const char *rule);
void bayan_act_take_roles (BayanActReader *self, const BayanActVerb *verb, const BayanActPhrase *who);
void bayan_act_take_relative (BayanActReader *self, const BayanActVerb *verb);
/* bayan-act-verbs.c */
void bayan_act_take_mute (BayanActReader *self, const BayanActPhrase *who, guint tense, guint agreement);
gboolean bayan_act_take_finite (BayanActReader *self, BayanActVerb *verb);
gboolean bayan_act_take_participle (BayanActReader *self, BayanActVerb *verb);

/* bayan-act-openings.c */
guint bayan_act_skip_opening (const BayanActScan *scan, guint first, guint end);
void bayan_act_read_topic (BayanActReader *self);
gboolean bayan_act_read_issuer (BayanActReader *self);
gboolean bayan_act_is_our_future (const BayanActScan *scan, guint at);

G_END_DECLS
