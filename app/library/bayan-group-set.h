/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups in memory: what decisions leave of proposals, and how two states of them differ. */
#pragma once

#include "bayan-library.h"

G_BEGIN_DECLS

GPtrArray *bayan_group_set_merge (GPtrArray *decided, GPtrArray *proposed, GHashTable *extensions);
void bayan_group_set_compare (GPtrArray *before, GPtrArray *now, BayanLibraryChange *change);

G_END_DECLS
