/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the work on a statement is, in words. */
#pragma once

#include "bayan-statement-item.h"

G_BEGIN_DECLS

const char *bayan_stage_words_get_name (BayanStage stage);
const char *bayan_stage_words_get_icon (BayanStage stage);
char *bayan_stage_words_describe (BayanStatementItem *item);
char *bayan_stage_words_describe_moment (gint64 at);
char *bayan_stage_words_join_tags (const BayanStanding *standing);

G_END_DECLS
