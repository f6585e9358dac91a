/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar under the text: the types of mentions with their numbers; while something is selected, what it can be.
 *
 * Signals
 *   type-toggled (uint, boolean)   the marks of a BayanMentionType are to be shown or not
 */
#pragma once

#include <adwaita.h>

#include "bayan-own-label.h"
#include "bayan-reader-keys.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_READER_BAR (bayan_reader_bar_get_type ())
G_DECLARE_FINAL_TYPE (BayanReaderBar, bayan_reader_bar, BAYAN, READER_BAR, AdwBin)

/* @counts: BAYAN_MENTION_N_TYPES of them */
void bayan_reader_bar_set_keys (BayanReaderBar *self, BayanReaderKeys *keys);
void bayan_reader_bar_set_counts (BayanReaderBar *self, const guint *counts);
void bayan_reader_bar_set_selecting (BayanReaderBar *self, gboolean selecting);

void bayan_reader_bar_show_labels (BayanReaderBar *self, GPtrArray *labels); /* of BayanOwnLabel */

G_END_DECLS
