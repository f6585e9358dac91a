/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New rows of the table `mention`, gathered and then written many at a time: a statement of SQL that adds one row spends
 * most of its time on what it does once. */
#pragma once

#include "bayan-library.h"
#include "bayan-store.h"

G_BEGIN_DECLS

typedef struct _BayanMentionRows BayanMentionRows;

BayanMentionRows *bayan_mention_rows_new (void);
void bayan_mention_rows_free (BayanMentionRows *self);
gboolean bayan_mention_rows_add (BayanMentionRows *self, BayanStore *store, gint64 statement,
                                 const BayanMention *mention, guint32 entity,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_mention_rows_write (BayanMentionRows *self, BayanStore *store, gint64 *first_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMentionRows, bayan_mention_rows_free)

G_END_DECLS
