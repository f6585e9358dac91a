/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of statements in words. */
#pragma once

#include "bayan-statement-item.h"

G_BEGIN_DECLS

const char *bayan_group_words_kind (BayanGroupKind kind);
char *bayan_group_words_mark (BayanGroupKind kind, BayanGroupMark mark);
char *bayan_group_words_mark_short (BayanGroupKind kind, BayanGroupMark mark);

G_END_DECLS
