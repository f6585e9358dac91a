/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for what a site writes on its own parts around a text: players, advertisements, channels to follow, the
 * address and the number of the page, whose newspaper it is and whose opinion. Private to the room. */
#pragma once

#include "bayan-cleaning-rules.h"

G_BEGIN_DECLS

guint bayan_cleaning_rule_labels (BayanCleaningPage *page, guint index, const BayanLineView *view);

G_END_DECLS
