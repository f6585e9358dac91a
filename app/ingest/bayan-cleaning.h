/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to leave out of a draft: each cut with its kind and the rule that made it. Private to the room. */
#pragma once

#include "bayan-draft.h"
#include "bayan-headline.h"

G_BEGIN_DECLS

GArray *bayan_cleaning_find_cuts (const BayanDraft *draft, BayanHeadline *headline, GCancellable *cancellable,
                                  GError **error);
GArray *bayan_cleaning_join (const BayanDraft *draft, const GArray *cuts);
gboolean bayan_cleaning_takes_everything (const BayanDraft *draft, const GArray *cuts);

G_END_DECLS
