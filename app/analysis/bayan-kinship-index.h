/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sketches of a library, and which of them may be kin to one: found without looking at all of them.
 *
 * Each statement is posted under a few of its shingles and under what it names first together with its days; those that
 * share such a post are compared. A statement costs its sketch and about 200 bytes. Not thread safe; made where it is
 * needed, at the end of an import, and thrown away.
 */
#pragma once

#include "bayan-kinship.h"

G_BEGIN_DECLS

typedef struct {
  gint64 statement;
  BayanKinship kinship; /* never NONE */
} BayanKinshipFind;

typedef struct _BayanKinshipIndex BayanKinshipIndex;

BayanKinshipIndex *bayan_kinship_index_new (void);
void bayan_kinship_index_free (BayanKinshipIndex *self);

gboolean bayan_kinship_index_add (BayanKinshipIndex *self, gint64 statement, GBytes *sketch);
void bayan_kinship_index_remove (BayanKinshipIndex *self, gint64 statement);
gboolean bayan_kinship_index_contains (const BayanKinshipIndex *self, gint64 statement);
GArray *bayan_kinship_index_find (BayanKinshipIndex *self, gint64 statement);
BayanKinship bayan_kinship_index_compare (BayanKinshipIndex *self, gint64 a, gint64 b);
gsize bayan_kinship_index_get_size_bytes (const BayanKinshipIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanKinshipIndex, bayan_kinship_index_free)

G_END_DECLS
