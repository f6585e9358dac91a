/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement made again with other changes of its source: what leaving out and writing anew share. Private to the room. */
#pragma once

#include "bayan-clean-text.h"
#include "bayan-ingest.h"
#include "bayan-source-reading.h"

G_BEGIN_DECLS

/* What a cut was made from: a region of the statement, or what the analyst leaves out or writes anew now. */
typedef struct {
  BayanCut cut;
  gint64 id;
  gboolean restored;
} BayanReshapeChange;

BayanDraft *bayan_reshape_read_draft (const BayanStatement *statement, BayanFormat *format, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
BayanDraftSpan bayan_reshape_find_in_draft (const BayanDraft *draft, BayanRawSpan raw);
GArray *bayan_reshape_list_changes (const BayanStatement *statement, const gboolean *restored, const BayanDraft *draft);
BayanAssembly *bayan_reshape_write_text (BayanStatement *made, const BayanDraft *draft, const GArray *changes);
void bayan_reshape_copy_source (BayanStatement *made, const BayanStatement *from);

G_END_DECLS
