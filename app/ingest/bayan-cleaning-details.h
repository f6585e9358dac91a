/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for what stands beside a date or a byline: counters, buttons, labels. Private to the room. */
#pragma once

#include "bayan-cleaning-rules.h"

G_BEGIN_DECLS

guint bayan_cleaning_rule_behind_date (BayanCleaningPage *page, guint index, const BayanLineView *view);
guint bayan_cleaning_rule_counters (BayanCleaningPage *page, guint index, const BayanLineView *view);
guint bayan_cleaning_rule_picture (BayanCleaningPage *page, guint index, const BayanLineView *view);
guint bayan_cleaning_rule_label (BayanCleaningPage *page, guint index, const BayanLineView *view);
guint bayan_cleaning_rule_updated (BayanCleaningPage *page, guint index, const BayanLineView *view);

G_END_DECLS
