/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one mention is to another, in words. */
#pragma once

#include "bayan-relation.h"

G_BEGIN_DECLS

const char *bayan_relation_words_get_name (BayanRelationKind kind, gboolean inverse);
char *bayan_relation_words_tell (BayanRelationKind kind, const char *source, const char *target);

G_END_DECLS
