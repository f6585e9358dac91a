/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a statement with its marks.
 *
 * A GtkTextView, so that screen readers can read it. Marks are painted beneath the text and touch no attribute of it:
 * they cannot change how a letter is shaped, and adding one lays out nothing again.
 */
#pragma once

#include <gtk/gtk.h>

#include "bayan-control-chips.h"
#include "bayan-reader-marks.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_READER_VIEW (bayan_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (BayanReaderView, bayan_reader_view, BAYAN, READER_VIEW, GtkTextView)

void bayan_reader_view_take_marks (BayanReaderView *self, BayanReaderMarks *marks);
const BayanReaderMarks *bayan_reader_view_get_marks (BayanReaderView *self);
void bayan_reader_view_set_type_visible (BayanReaderView *self, BayanMentionType type, gboolean visible);
gboolean bayan_reader_view_get_type_visible (BayanReaderView *self, BayanMentionType type);

void bayan_reader_view_take_chips (BayanReaderView *self, BayanControlChips *chips);
void bayan_reader_view_set_all_chips (BayanReaderView *self, gboolean all_chips);
void bayan_reader_view_set_twin (BayanReaderView *self, int start_chars, int end_chars);

void bayan_reader_view_set_current (BayanReaderView *self, gint64 mention);
gint64 bayan_reader_view_get_current (BayanReaderView *self);
void bayan_reader_view_get_caret_iter (BayanReaderView *self, int offset_chars, GtkTextIter *iter);
void bayan_reader_view_scroll_to_mark (BayanReaderView *self, const BayanReaderMark *mark);
gboolean bayan_reader_view_get_mark_rectangle (BayanReaderView *self, gint64 mention, GdkRectangle *rectangle);
int bayan_reader_view_get_offset_at (BayanReaderView *self, double x, double y);

G_END_DECLS
