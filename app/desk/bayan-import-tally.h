/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the files of an import: how many were added, known, held back and refused, and a note on each. */
#pragma once

#include "bayan-held-list.h"
#include "bayan-import-parcel.h"

G_BEGIN_DECLS

/* So many notes on what was added are kept; the others are always kept. Nobody reads ten thousand lines that say that
 * all is well, and they would take memory for every file. */
#define BAYAN_IMPORT_TALLY_MAX_ADDED 1000

typedef struct {
  gint64 *number;    /* see bayan-import-writer.h */
  GListStore *notes; /* of BayanImportNote */
  guint n_done, n_added, n_known, n_held, n_refused;
} BayanImportTally;

void bayan_import_tally_init (BayanImportTally *self, gint64 *number);
void bayan_import_tally_clear (BayanImportTally *self);
void bayan_import_tally_note (BayanImportTally *self, GPtrArray *parcels, GArray *outcomes, BayanHeldList *held);

G_END_DECLS
