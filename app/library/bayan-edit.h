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
  BAYAN_EDIT_SET_TEXT,
} BayanEditKind;

typedef struct
{
  BayanEditKind kind;
  gint64 statement;          /* ADD_MENTION, SET_TEXT */
  gint64 mention_id;         /* SET_STATUS, SET_TYPE */
  BayanMentionStatus status; /* SET_STATUS */
  BayanMentionType type;     /* SET_TYPE */
  BayanMention *mention;     /* ADD_MENTION */
  BayanStatement *text;      /* SET_TEXT */
  GPtrArray *mentions;       /* SET_TEXT: of BayanMention */
  GPtrArray *entities;       /* of BayanEntity: those that the step names, as far as the caller knows them */
} BayanEditStep;

struct _BayanEdit
{
  char *act;
  char *subject;
  GPtrArray *steps; /* of BayanEditStep */
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanEdit, bayan_edit_free)

G_END_DECLS
