/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the statement list. Its properties notify when the statement changes. */
#pragma once

#include <glib-object.h>

#include "bayan-date.h"
#include "bayan-standing.h"
#include "bayan-statement-group.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_STATEMENT_ITEM (bayan_statement_item_get_type ())
G_DECLARE_FINAL_TYPE (BayanStatementItem, bayan_statement_item, BAYAN, STATEMENT_ITEM, GObject)

gint64 bayan_statement_item_get_id (BayanStatementItem *self);
const char *bayan_statement_item_get_title (BayanStatementItem *self);       /* property "title" */
const char *bayan_statement_item_get_source_name (BayanStatementItem *self);
const char *bayan_statement_item_get_issuer (BayanStatementItem *self);      /* whose statement it is; nullable */
const char *bayan_statement_item_get_language (BayanStatementItem *self);
BayanDate bayan_statement_item_get_date (BayanStatementItem *self);          /* Gregorian; may be unset */
BayanDate bayan_statement_item_get_hijri (BayanStatementItem *self);
gint64 bayan_statement_item_get_imported_at (BayanStatementItem *self);      /* seconds since 1970 */
guint bayan_statement_item_get_n_suggested (BayanStatementItem *self);       /* property "n-suggested" */
guint bayan_statement_item_get_n_confirmed (BayanStatementItem *self);       /* property "n-confirmed" */
guint bayan_statement_item_get_n_rejected (BayanStatementItem *self);
double bayan_statement_item_get_progress (BayanStatementItem *self);         /* property "progress": 0–1, share decided */

const BayanStanding *bayan_statement_item_get_standing (BayanStatementItem *self); /* property "standing" notifies; NULL: new */
BayanStage bayan_statement_item_get_stage (BayanStatementItem *self);

/* The group of a kind that it is in. */
typedef struct {
  guint place; /* from 1, in the order in which they came; 0 where it is in none */
  guint size;
  BayanGroupState state;
} BayanGroupMark;

BayanGroupMark bayan_statement_item_get_mark (BayanStatementItem *self, BayanGroupKind kind); /* property "mark" notifies */

G_END_DECLS
