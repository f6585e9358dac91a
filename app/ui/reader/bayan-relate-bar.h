/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A relation that is being made: between which two mentions, and what the one may be to the other, with a digit for each.
 * Choosing is the business of the reader pane's actions reader.relate-as and reader.stop-relating. */
#pragma once

#include <adwaita.h>

#include "bayan-relation.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_RELATE_BAR (bayan_relate_bar_get_type ())
G_DECLARE_FINAL_TYPE (BayanRelateBar, bayan_relate_bar, BAYAN, RELATE_BAR, AdwBin)

void bayan_relate_bar_show (BayanRelateBar *self, gint64 from, const char *words, const char *other_words,
                            const char *hint, const GArray *offers);

G_END_DECLS
