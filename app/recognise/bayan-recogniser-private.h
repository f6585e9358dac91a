/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only those need who measure the recogniser. */
#pragma once

#include "bayan-recogniser.h"

G_BEGIN_DECLS

typedef gboolean (*BayanBlindFunc) (const char *words, gsize length_bytes, BayanMentionType type, gpointer data);

void bayan_recogniser_set_blind (BayanRecogniser *self, BayanBlindFunc is_blind_to, gpointer data);

G_END_DECLS
