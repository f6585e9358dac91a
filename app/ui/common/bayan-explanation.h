/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words why a mention was suggested, or why a region was left out. */
#pragma once

#include "bayan-mention.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

char *bayan_explanation_of_mention (const BayanMention *mention);
char *bayan_explanation_of_region (const BayanRemovedRegion *region);
char *bayan_explanation_get_region_caption (const BayanRemovedRegion *region);
char *bayan_explanation_of_region_rule (const BayanRemovedRegion *region);
const char *bayan_explanation_get_status (BayanMentionStatus status);

G_END_DECLS
