/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How rare a hash is among the statements of a library: what is in many says little about two that share it. Counts are
 * kept in a table of fixed size, so that one may be a little too high, never too low. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BayanRarity BayanRarity;

BayanRarity *bayan_rarity_new (guint n_cells_bits);
void bayan_rarity_free (BayanRarity *self);

void bayan_rarity_count_statement (BayanRarity *self, int difference);
void bayan_rarity_count (BayanRarity *self, guint32 hash, int difference);
guint bayan_rarity_get_count (const BayanRarity *self, guint32 hash);
double bayan_rarity_weigh (const BayanRarity *self, guint32 hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanRarity, bayan_rarity_free)

G_END_DECLS
