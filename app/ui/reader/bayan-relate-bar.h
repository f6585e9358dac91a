/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is being made of a mention: a relation, with what it may be to another one and a digit for each, or a mention in
 * several parts. Choosing is the business of the reader pane's actions reader.relate-as, reader.add-part and
 * reader.stop-making. */
#pragma once

#include <adwaita.h>

#include "bayan-relation.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_RELATE_BAR (bayan_relate_bar_get_type ())
G_DECLARE_FINAL_TYPE (BayanRelateBar, bayan_relate_bar, BAYAN, RELATE_BAR, AdwBin)

void bayan_relate_bar_show (BayanRelateBar *self, gint64 from, const char *words, const char *other_words,
                            const char *hint, const GArray *offers);

void bayan_relate_bar_show_part (BayanRelateBar *self, const char *words, const char *hint, const char *key,
                                 gboolean is_selected);

G_END_DECLS
