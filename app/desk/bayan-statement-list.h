/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every statement of the library as a list model of BayanStatementItem, newest import first. One splice for statements
 * that stand together: a batch of an import is one. */
#pragma once

#include <gio/gio.h>

#include "bayan-statement-item-private.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_STATEMENT_LIST (bayan_statement_list_get_type ())
G_DECLARE_FINAL_TYPE (BayanStatementList, bayan_statement_list, BAYAN, STATEMENT_LIST, GObject)

BayanStatementList *bayan_statement_list_new (void);
void bayan_statement_list_add (BayanStatementList *self, GPtrArray *items);
void bayan_statement_list_remove (BayanStatementList *self, GArray *ids);
void bayan_statement_list_clear (BayanStatementList *self);
BayanStatementItem *bayan_statement_list_find (BayanStatementList *self, gint64 id);
guint bayan_statement_list_get_size (BayanStatementList *self);
BayanStatementItem *bayan_statement_list_peek (BayanStatementList *self, guint position);

G_END_DECLS
