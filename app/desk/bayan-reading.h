/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statement in the reader: its text, and its mentions as they are now. */
#pragma once

#include <glib-object.h>

#include "bayan-mention.h"
#include "bayan-relation.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_READING (bayan_reading_get_type ())
G_DECLARE_FINAL_TYPE (BayanReading, bayan_reading, BAYAN, READING, GObject)

gint64 bayan_reading_get_id (BayanReading *self);
const BayanStatement *bayan_reading_get_statement (BayanReading *self);
GPtrArray *bayan_reading_get_mentions (BayanReading *self); /* of BayanMention, sorted, rejected ones too; borrowed, a
                                                               new array after each "mentions-changed" of the desk, with
                                                               the same mentions but for those that changed */
GArray *bayan_reading_get_verdicts (BayanReading *self);     /* of BayanActVerdict; borrowed, a new array whenever it is
                                                               another one */
GArray *bayan_reading_get_relations (BayanReading *self); /* of BayanRelation: of mentions that are not rejected; borrowed, a
                                                             new array after each "mentions-changed" of the desk */
gboolean bayan_reading_has_relation (BayanReading *self, const BayanRelation *relation);
gboolean bayan_reading_has_rejected (BayanReading *self, const BayanRelation *relation);
gboolean bayan_reading_is_related (BayanReading *self, gint64 mention);
char *bayan_reading_dup_words (BayanReading *self, const BayanMention *mention);
const BayanMention *bayan_reading_find_mention (BayanReading *self, gint64 id);
GPtrArray *bayan_reading_get_mentions_at (BayanReading *self, BayanCleanPos at); /* innermost first; transfer container */

G_END_DECLS
