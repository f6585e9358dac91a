/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks of the whole statement beside the scrollbar, each where it stands in the text, in the colour of its type:
 * suggestions lighter than what is decided. A frame shows what is on screen. A press, or a drag, goes there.
 *
 * Places are by characters, not by lines: lines that were never shown are not measured yet.
 *
 * Signals
 *   wanted (double)   a part of the text, 0–1, is to be shown
 */
#pragma once

#include <gtk/gtk.h>

#include "bayan-reader-view.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_READER_MINIMAP (bayan_reader_minimap_get_type ())
G_DECLARE_FINAL_TYPE (BayanReaderMinimap, bayan_reader_minimap, BAYAN, READER_MINIMAP, GtkWidget)

void bayan_reader_minimap_set_view (BayanReaderMinimap *self, BayanReaderView *view, GtkAdjustment *adjustment);
void bayan_reader_minimap_renew (BayanReaderMinimap *self);

G_END_DECLS
