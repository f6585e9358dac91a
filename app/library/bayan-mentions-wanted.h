/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which mentions are to be found: those of some entities in some statements. Filled by its maker, then never changed and
 * counted; any thread. */
#pragma once

#include "bayan-mention.h"

G_BEGIN_DECLS

typedef struct _BayanMentionsWanted BayanMentionsWanted;

BayanMentionsWanted *bayan_mentions_wanted_new (gboolean confirmed_only);
BayanMentionsWanted *bayan_mentions_wanted_ref (BayanMentionsWanted *self);
void bayan_mentions_wanted_unref (BayanMentionsWanted *self);

/* Statements are looked through in the order in which they were added. */
void bayan_mentions_wanted_add_statement (BayanMentionsWanted *self, gint64 statement);
/* @type: only its mentions of this type; BAYAN_MENTION_N_TYPES: those of any */
void bayan_mentions_wanted_add_entity (BayanMentionsWanted *self, const char *key, BayanMentionType type);

guint bayan_mentions_wanted_get_n_statements (const BayanMentionsWanted *self);
gint64 bayan_mentions_wanted_get_statement (const BayanMentionsWanted *self, guint i);
gboolean bayan_mentions_wanted_has (const BayanMentionsWanted *self, const BayanMention *mention);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMentionsWanted, bayan_mentions_wanted_unref)

G_END_DECLS
