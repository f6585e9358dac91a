/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the source that were put right: where they stand in the clean text. */
#pragma once

#include "bayan-statement.h"

G_BEGIN_DECLS

BayanCleanSpan bayan_repair_find_words (const BayanStatement *statement, const BayanRemovedRegion *region);

G_END_DECLS
