/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft without its cuts: clean text, its map, and where each part of the draft has gone. Private to the
 * room. */
#pragma once

#include "bayan-draft.h"

G_BEGIN_DECLS

typedef struct {
  GString *text;
  BayanOffsetMap *map;
  GArray *slices; /* what was written, in order: see bayan-assembly.c */
} BayanAssembly;

BayanAssembly *bayan_assembly_new (const BayanDraft *draft, BayanDraftSpan range, const GArray *cuts);
void bayan_assembly_free (BayanAssembly *self);

BayanCleanPos bayan_assembly_find (const BayanAssembly *self, guint32 draft_position);
BayanCleanSpan bayan_assembly_find_span (const BayanAssembly *self, BayanDraftSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanAssembly, bayan_assembly_free)

G_END_DECLS
