/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is doubtful about a statement, said to a person. */
#pragma once

#include "bayan-doubt.h"

G_BEGIN_DECLS

char *bayan_doubt_words (const BayanDoubt *doubt);
char *bayan_doubt_words_of_kind (GPtrArray *doubts, BayanDoubtKind kind);
const char *bayan_doubt_words_get_hint (BayanDoubtKind kind);

G_END_DECLS
