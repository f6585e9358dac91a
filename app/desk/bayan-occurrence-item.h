/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place of the library at which words stand, in a list of such places of which some can be chosen. */
#pragma once

#include <gio/gio.h>

#include "bayan-statement-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_OCCURRENCE_ITEM (bayan_occurrence_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (BayanOccurrenceItem, bayan_occurrence_item, BAYAN, OCCURRENCE_ITEM, GObject)

struct _BayanOccurrenceItemClass {
  GObjectClass parent_class;
};

BayanStatementItem *bayan_occurrence_item_get_statement (BayanOccurrenceItem *self);
const char *bayan_occurrence_item_get_before (BayanOccurrenceItem *self); /* of the line, up to the words */
const char *bayan_occurrence_item_get_words (BayanOccurrenceItem *self);
const char *bayan_occurrence_item_get_after (BayanOccurrenceItem *self);
gboolean bayan_occurrence_item_get_chosen (BayanOccurrenceItem *self); /* property "chosen" */
void bayan_occurrence_item_set_chosen (BayanOccurrenceItem *self, gboolean chosen);

G_END_DECLS
