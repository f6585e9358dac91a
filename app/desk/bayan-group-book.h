/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of a library, as the desk knows them: by number, and by the statement that is in one. */
#pragma once

#include "bayan-statement-group.h"

G_BEGIN_DECLS

typedef struct _BayanGroupBook BayanGroupBook;

BayanGroupBook *bayan_group_book_new (void);
void bayan_group_book_free (BayanGroupBook *self);

void bayan_group_book_set (BayanGroupBook *self, const BayanStatementGroup *group);
void bayan_group_book_remove (BayanGroupBook *self, gint64 id);
void bayan_group_book_clear (BayanGroupBook *self);

gboolean bayan_group_book_is_empty (const BayanGroupBook *self);
const BayanStatementGroup *bayan_group_book_get (const BayanGroupBook *self, gint64 id);
const BayanStatementGroup *bayan_group_book_find (const BayanGroupBook *self, BayanGroupKind kind, gint64 statement);
GPtrArray *bayan_group_book_list (const BayanGroupBook *self);

G_END_DECLS
