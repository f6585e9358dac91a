/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: head, text with marks, legend; and the labels while something is selected.
 *
 * Actions (all in the group "reader", see bayan-reader-actions.c): confirm, reject, change-type (s), label (s),
 * next, previous, next-suggestion, previous-suggestion.
 */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"
#include "bayan-reader-view.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_READER_PANE (bayan_reader_pane_get_type ())
G_DECLARE_FINAL_TYPE (BayanReaderPane, bayan_reader_pane, BAYAN, READER_PANE, AdwBin)

/* Construct property "desk". */
void bayan_reader_pane_show_mention (BayanReaderPane *self, gint64 mention);
void bayan_reader_pane_show_words (BayanReaderPane *self, gint64 statement, BayanCleanSpan span);
void bayan_reader_pane_show_dates (BayanReaderPane *self); /* once more, as they are written now */
void bayan_reader_pane_close_popover (BayanReaderPane *self);

BayanDesk *bayan_reader_pane_get_desk (BayanReaderPane *self);
BayanReaderView *bayan_reader_pane_get_view (BayanReaderPane *self);
gboolean bayan_reader_pane_get_selection (BayanReaderPane *self, BayanCleanSpan *span);
gboolean bayan_reader_pane_toggle_region_at_cursor (BayanReaderPane *self);
void bayan_reader_pane_open_popover (BayanReaderPane *self);

G_END_DECLS
