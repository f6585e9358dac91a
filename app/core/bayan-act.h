/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a statement does: who says or does what in it, what is pledged, and who takes which part in its meetings.
 *
 * An act is one reporting verb with its actors. Its maker fills it in; from then on it is not changed. All spans are
 * of clean text; one without bytes means that there is none.
 */
#pragma once

#include "bayan-mention.h"

G_BEGIN_DECLS

/* The working set of statements/GUIDELINES.md §4. Libraries and files hold the names, never the numbers. */
typedef enum {
  BAYAN_ACT_CONVENE,
  BAYAN_ACT_CHAIR,
  BAYAN_ACT_BRIEF,
  BAYAN_ACT_STATE,
  BAYAN_ACT_STRESS,
  BAYAN_ACT_AGREE,
  BAYAN_ACT_COMMIT,
  BAYAN_ACT_PLEDGE,
  BAYAN_ACT_SUPPORT,
  BAYAN_ACT_WELCOME,
  BAYAN_ACT_PRAISE,
  BAYAN_ACT_ACKNOWLEDGE,
  BAYAN_ACT_CONCERN,
  BAYAN_ACT_CONDEMN,
  BAYAN_ACT_URGE,
  BAYAN_ACT_DISCUSS,
  BAYAN_ACT_PRIORITISE,
  BAYAN_ACT_N_CLASSES
} BayanActClass;

const char *bayan_act_class_to_string (BayanActClass act_class);
gboolean bayan_act_class_from_string (const char *string, BayanActClass *act_class);

/* The five illocutionary families (Searle 1976), each class in one. */
typedef enum {
  BAYAN_FAMILY_ASSERTIVE,
  BAYAN_FAMILY_COMMISSIVE,
  BAYAN_FAMILY_DIRECTIVE,
  BAYAN_FAMILY_EXPRESSIVE,
  BAYAN_FAMILY_DECLARATIVE,
} BayanActFamily;

const char *bayan_act_family_to_string (BayanActFamily family);
BayanActFamily bayan_act_class_get_family (BayanActClass act_class);

/* How the actors of an act are known. */
typedef enum {
  BAYAN_ACTOR_NAMED,     /* beside the verb */
  BAYAN_ACTOR_INHERITED, /* taken from a verb before: of a joined verb, or a participle */
  BAYAN_ACTOR_SPEAKER,   /* the verb is in the first person: who speaks the statement */
  BAYAN_ACTOR_UNKNOWN,   /* a passive, or nobody is named: no actors */
} BayanActorSource;

const char *bayan_actor_source_to_string (BayanActorSource source);

/* One who acts. */
typedef struct {
  BayanCleanSpan span; /* the words that name who it is: the name, else the office or the whole phrase */
  char *entity_key;    /* nullable: of the mention that it is; see bayan-mention.h */
  char *iso3;          /* nullable: the country that it is, or speaks for */
} BayanActor;

BayanActor *bayan_actor_new (BayanCleanSpan span, const char *entity_key, const char *iso3);
BayanActor *bayan_actor_copy (const BayanActor *self);
void bayan_actor_free (BayanActor *self);

typedef struct {
  gint64 id;           /* in the library; 0 before it is stored */
  BayanCleanSpan verb; /* without its proclitic و or ف */
  BayanCleanSpan sentence;
  BayanActClass act_class;
  gboolean negated;  /* did not, does not, will not */
  GPtrArray *actors; /* of BayanActor, in the order of the text */
  BayanActorSource source;
  BayanCleanSpan complement; /* the word that decided the class: عن [قلقهم] */
  BayanCleanSpan target;     /* what it is about */
  char *region_key;          /* nullable: the first place that it is about: "iso:SYR", "region:sahel" */
  BayanCleanSpan quotation;  /* what is quoted, without its marks */
  BayanMentionStatus status;
  const char *rule; /* how verb and actor were found: "act/verb-actor"; a literal, never NULL */
  char *evidence; /* the row that decided: "acts.tsv: اعرب عن قلق"; never NULL */
} BayanAct;

BayanAct *bayan_act_new (BayanCleanSpan verb, BayanActClass act_class, const char *rule,
                         const char *evidence);
BayanAct *bayan_act_copy (const BayanAct *self);
void bayan_act_free (BayanAct *self);
int bayan_act_compare (const BayanAct *a, const BayanAct *b);

/* Who gives how much for what by when. */
typedef struct {
  gint64 id;
  BayanCleanSpan verb; /* of the act that it belongs to, or the verb of a relative clause that is no act */
  GPtrArray *actors;   /* of BayanActor */
  char *amount;        /* nullable: "436000000 USD", as a mention's value */
  BayanCleanSpan amount_span;
  BayanCleanSpan modifier; /* more than, about */
  char *total;             /* nullable: of how much it is a part */
  BayanCleanSpan purpose;
  BayanCleanSpan deadline;
  char *deadline_value; /* nullable: ISO 8601 */
  const char *rule;     /* a literal */
} BayanPledge;

BayanPledge *bayan_pledge_new (BayanCleanSpan verb, const char *rule);
BayanPledge *bayan_pledge_copy (const BayanPledge *self);
void bayan_pledge_free (BayanPledge *self);

/* A part that somebody takes in a meeting or body. */
typedef enum {
  BAYAN_ROLE_HOST,
  BAYAN_ROLE_CHAIR,
  BAYAN_ROLE_CO_CHAIR, /* one of several */
  BAYAN_ROLE_PARTICIPANT,
  BAYAN_ROLE_OBSERVER,
  BAYAN_ROLE_NEW_MEMBER,
  BAYAN_ROLE_N_KINDS
} BayanRoleKind;

const char *bayan_role_kind_to_string (BayanRoleKind kind);
gboolean bayan_role_kind_from_string (const char *string, BayanRoleKind *kind);

typedef struct {
  gint64 id;
  BayanRoleKind kind;
  BayanActor *actor;  /* nullable: who; NULL where only a number is given */
  guint count;        /* "83 members": how many; 0 where names are given */
  BayanCleanSpan of;  /* the meeting, where it is another one than the statement's own */
  BayanCleanSpan cue; /* the words that say so */
  const char *rule;   /* a literal */
} BayanRole;

BayanRole *bayan_role_new (BayanRoleKind kind, BayanActor *actor, BayanCleanSpan cue, const char *rule);
BayanRole *bayan_role_copy (const BayanRole *self);
void bayan_role_free (BayanRole *self);

/* All of one statement. */
typedef struct {
  GPtrArray *acts;    /* of BayanAct, sorted by bayan_act_compare() */
  GPtrArray *pledges; /* of BayanPledge, in the order of the text */
  GPtrArray *roles;   /* of BayanRole, in the order of the text */
} BayanActs;

BayanActs *bayan_acts_new (void);
void bayan_acts_free (BayanActs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanActor, bayan_actor_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanAct, bayan_act_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanPledge, bayan_pledge_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanRole, bayan_role_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanActs, bayan_acts_free)

G_END_DECLS
