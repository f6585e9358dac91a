/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The source of the statement in the reader, with everything that cleaning left out, tinted, at its place.
 *
 * Signals
 *   region-activated (int)   the analyst wants a removed region back, or out again
 *   loaded ()                another text is shown
 */
#pragma once

#include <adwaita.h>

#include "bayan-reader-view.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_SOURCE_PANE (bayan_source_pane_get_type ())
G_DECLARE_FINAL_TYPE (BayanSourcePane, bayan_source_pane, BAYAN, SOURCE_PANE, AdwBin)

void bayan_source_pane_show (BayanSourcePane *self, BayanStatement *statement); /* NULL for none */
BayanReaderView *bayan_source_pane_get_view (BayanSourcePane *self);
gboolean bayan_source_pane_is_loaded (BayanSourcePane *self);
gboolean bayan_source_pane_get_selection (BayanSourcePane *self, BayanCleanSpan *span);
int bayan_source_pane_get_region_at_cursor (BayanSourcePane *self);
gboolean bayan_source_pane_to_clean (BayanSourcePane *self, int offset_chars, BayanCleanPos *clean);
int bayan_source_pane_from_clean (BayanSourcePane *self, BayanCleanPos clean);

G_END_DECLS
