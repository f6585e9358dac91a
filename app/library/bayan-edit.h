/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a BayanEdit holds. Private to this room. */
#pragma once

#include "bayan-library.h"

G_BEGIN_DECLS

typedef enum
{
  BAYAN_EDIT_ADD_MENTION,
  BAYAN_EDIT_SET_STATUS,
  BAYAN_EDIT_SET_TYPE,
  BAYAN_EDIT_SET_PARTS,
  BAYAN_EDIT_SET_TEXT,
  BAYAN_EDIT_SET_DETAIL,
  BAYAN_EDIT_CLEAR_DETAIL,
  BAYAN_EDIT_SET_GROUP,
  BAYAN_EDIT_CHOOSE_LINE,
  BAYAN_EDIT_REMOVE_SUGGESTION,
  BAYAN_EDIT_TEACH,
  BAYAN_EDIT_FORGET_LESSONS,
  BAYAN_EDIT_FORGET_LESSON,
  BAYAN_EDIT_SET_NAME,
  BAYAN_EDIT_REMOVE_NAME,
  BAYAN_EDIT_SET_LABEL,
  BAYAN_EDIT_REMOVE_LABEL,
  BAYAN_EDIT_REMOVE_MENTION,
  BAYAN_EDIT_SET_NOTE,
  BAYAN_EDIT_REMOVE_NOTE,
  BAYAN_EDIT_SET_STAGE,
  BAYAN_EDIT_SET_TAG,
  BAYAN_EDIT_JUDGE_ACT,
  BAYAN_EDIT_MERGE_ENTITIES,
  BAYAN_EDIT_PART_ENTITIES,
  BAYAN_EDIT_ADD_RELATION,
  BAYAN_EDIT_REMOVE_RELATION,
  BAYAN_EDIT_HAND_OVER_RELATIONS,
  BAYAN_EDIT_SET_ENTITY,
  BAYAN_EDIT_SPLIT_ENTITY,
  BAYAN_EDIT_N_KINDS
} BayanEditKind;

typedef struct
{
  BayanEditKind kind;
  gint64 statement;          /* ADD_MENTION, SET_TEXT, SET_DETAIL, CLEAR_DETAIL, JUDGE_ACT, SET_STAGE, SET_TAG */
  gint64 mention_id;         /* SET_STATUS, SET_TYPE, REMOVE_SUGGESTION, REMOVE_MENTION, FORGET_LESSON,
                                HAND_OVER_RELATIONS */
  gint64 heir;               /* HAND_OVER_RELATIONS: a mention, or 0 for the newest */
  BayanMentionStatus status; /* SET_STATUS */
  BayanMentionType type;     /* SET_TYPE, FORGET_LESSON */
  BayanMention *mention;     /* ADD_MENTION; SET_PARTS: of which the parts count */
  BayanStatement *text;      /* SET_TEXT */
  GPtrArray *mentions;       /* SET_TEXT: of BayanMention */
  BayanDetail *detail;       /* SET_DETAIL */
  BayanDetailField field;    /* CLEAR_DETAIL */
  BayanStatementGroup *group; /* SET_GROUP */
  char *site;                /* CHOOSE_LINE */
  guint64 line;              /* CHOOSE_LINE */
  BayanSiteChoice choice;    /* CHOOSE_LINE */
  BayanLesson *lesson;       /* TEACH */
  BayanOwnName *name;        /* SET_NAME */
  gint64 name_id;            /* REMOVE_NAME, REMOVE_LABEL, SET_NOTE, REMOVE_NOTE */
  BayanOwnLabel *label;      /* SET_LABEL */
  BayanNote *note;           /* SET_NOTE */
  BayanStage stage;          /* SET_STAGE */
  gint64 at;                 /* SET_STAGE: seconds since 1970 */
  char *words;               /* SET_STAGE: who; SET_TAG: the tag */
  gboolean on;               /* SET_TAG */
  BayanActVerdict verdict;   /* JUDGE_ACT */
  BayanRelation relation;    /* ADD_RELATION, REMOVE_RELATION */
  char *keys[2];             /* MERGE_ENTITIES: into and from; PART_ENTITIES; SET_ENTITY, SPLIT_ENTITY: the first */
  BayanOwnEntity *own;       /* SET_ENTITY */
  BayanEntity *entity;       /* SPLIT_ENTITY: the new one */
  char **variants;           /* SPLIT_ENTITY */
  GPtrArray *entities;       /* of BayanEntity: those that the step names, as far as the caller knows them */
} BayanEditStep;

struct _BayanEdit
{
  char *act;
  char *subject;
  GPtrArray *steps; /* of BayanEditStep */
};

G_END_DECLS
