/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements that tell the same: proposed at import, confirmed or split by the analyst. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_GROUP_DUPLICATE,  /* one text, perhaps edited */
  BAYAN_GROUP_SAME_EVENT, /* texts of their own about one event */
} BayanGroupKind;

typedef enum {
  BAYAN_GROUP_PROPOSED,
  BAYAN_GROUP_CONFIRMED,
  BAYAN_GROUP_SPLIT, /* the analyst said no: the same is not proposed again */
} BayanGroupState;

typedef struct {
  gint64 id; /* in the library; 0 before it is stored */
  BayanGroupKind kind;
  BayanGroupState state;
  GArray *statements; /* of gint64, by id: at least two. A statement is in at most one group of each kind that is not
                         split */
} BayanStatementGroup;

BayanStatementGroup *bayan_statement_group_new (BayanGroupKind kind, BayanGroupState state);
BayanStatementGroup *bayan_statement_group_copy (const BayanStatementGroup *self);
void bayan_statement_group_free (BayanStatementGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanStatementGroup, bayan_statement_group_free)

G_END_DECLS
